import FamilyServicesKit

/// What `plans.yaml` and the tables about plans hold.
enum PlanShapes {
    static let plans = Shape("plans.yaml", required: ["plans"])
    static let plan = Shape(
        "a plan", required: ["id", "title"],
        optional: [
            "start", "end", "replaces", "responds_to", "objectives", "themes", "history", "worried_about",
            "working_well",
            "source", "place", "access", "actions", "progress",
        ])
    static let objective = Shape("an objective", required: ["id", "title"], optional: ["text"])
    static let theme = Shape("a theme", required: ["id", "title"], optional: ["prefix", "aim", "outcomes"])
    static let outcome = Shape("an outcome", required: ["reference", "title"])
    static let event = Shape("a step of a plan", required: ["date", "status"], optional: ["body", "period"])
    private static let actionFields = [
        "id", "reference", "theme", "text", "owner", "partner", "priority", "start", "due", "completed", "status",
        "status_date",
        "status_commentary", "recommendations", "indicators", "audit_domains", "evidence",
        "measure_of_success", "source", "place", "access",
    ]
    /// A row of `actions.csv`.
    static let actionRow = Shape("an action", required: ["title"], optional: actionFields + ["plan"])
    /// An action inside its plan.
    static let action = Shape("an action", required: ["title"], optional: actionFields + ["statuses", "milestones"])
    static let status = Shape("a status", required: ["status"], optional: ["date", "commentary"])
    static let statusRow = Shape("a status", required: ["action", "status"], optional: ["date", "commentary"])
    private static let progressFields = [
        "period", "theme", "references", "state", "status", "dates", "due", "roles", "indicators", "inspections",
        "recommendations", "source", "place", "access",
    ]
    /// A row of `progress.csv`.
    static let progressRow = Shape("a note on progress", required: ["id", "text"], optional: progressFields + ["plan"])
    /// A note inside its plan.
    static let progress = Shape("a note on progress", required: ["id", "text"], optional: progressFields)
}

/// A plan while its actions and notes are still being collected.
struct PlanDraft {
    let id: ImprovementPlan.ID
    var actions: [ActionDraft]
    var progress: [ProgressNote]
    /// Makes the plan, with its actions and notes.
    let plan: ([PlanAction], [ProgressNote]) -> ImprovementPlan

    /// The plan as far as it has been collected.
    var finished: ImprovementPlan { plan(actions.map(\.finished), progress) }
}

/// An action while its statuses are still being collected.
struct ActionDraft {
    let id: PlanAction.ID
    /// The statuses before the present one, from the file of the plan and `status-history.csv`.
    var history: [PlanAction.StatusReport]
    /// The status in the row of the action.
    let present: PlanAction.StatusReport?
    /// Makes the action, with its statuses.
    let action: ([PlanAction.StatusReport]) -> PlanAction

    /// The action with its statuses.
    var finished: PlanAction { action(Self.statuses(history, present)) }

    /// The statuses of an action, the earliest first.
    ///
    /// The present one comes last and is not said twice.
    static func statuses(
        _ history: [PlanAction.StatusReport], _ present: PlanAction.StatusReport?
    ) -> [PlanAction.StatusReport] {
        var statuses = order(of: history).map { history[$0] }
        if let present, statuses.last != present { statuses.append(present) }
        return statuses
    }

    /// The order of the statuses before the present one.
    ///
    /// Where every one has a date, the dates say which is earlier.
    static func order(of history: [PlanAction.StatusReport]) -> [Int] {
        let days = history.compactMap(\.date?.firstDay)
        guard days.count == history.count else { return Array(history.indices) }
        return days.indices.sorted { (days[$0], $0) < (days[$1], $1) }
    }
}

extension RecordReader {
    /// The plans of `plans.yaml`.
    func plans() -> [PlanDraft] { records("plans", PlanShapes.plan).compactMap { $0.plan() } }

    private func plan() -> PlanDraft? {
        let (start, end, source, access) = (partialDate("start"), partialDate("end"), source(), access())
        let objectives = records("objectives", PlanShapes.objective).compactMap { reader in
            reader.ownIdentifier("id", nil).map {
                ImprovementPlan.Objective(id: $0, title: reader.requiredText("title"), text: reader.text("text"))
            }
        }
        let themes = records("themes", PlanShapes.theme).compactMap { $0.theme(of: text("id")) }
        let history = records("history", PlanShapes.event).compactMap { $0.planEvent() }
        let (worried, well): ([Indicator.ID], [Indicator.ID]) = (
            identifiers("worried_about"), identifiers("working_well")
        )
        let replaces: ImprovementPlan.ID? = identifier("replaces")
        let respondsTo: [InspectionEvent.ID] = identifiers("responds_to")
        let actions = records("actions", PlanShapes.action.adding(context.actionColumns)).compactMap { $0.action() }
        let progress = records("progress", PlanShapes.progress).compactMap { $0.progressNote() }
        let title = requiredText("title")
        guard let id: ImprovementPlan.ID = ownIdentifier("id", .plan) else { return nil }
        return PlanDraft(id: id, actions: actions, progress: progress) {
            var (actions, progress) = ($0, $1)
            for index in actions.indices { actions[index].theme = Self.theme(actions[index].theme, among: themes) }
            for index in progress.indices { progress[index].theme = Self.theme(progress[index].theme, among: themes) }
            return ImprovementPlan(
                id: id, title: title, start: start, end: end, replaces: replaces, respondsTo: respondsTo,
                objectives: objectives, themes: themes, actions: actions, progress: progress, history: history,
                worriedAbout: worried,
                workingWell: well, source: source, access: access)
        }
    }

    /// The theme that is meant: the one of the identifier, or the only one of that title.
    private static func theme(
        _ id: ImprovementPlan.Theme.ID?, among themes: [ImprovementPlan.Theme]
    ) -> ImprovementPlan.Theme.ID? {
        guard let id, !themes.contains(where: { $0.id == id }) else { return id }
        let name = TradeWords.folded(id.text)
        let titled = themes.filter { TradeWords.folded($0.title) == name }
        return titled.count == 1 ? titled[0].id : id
    }

    private func theme(of plan: String?) -> ImprovementPlan.Theme? {
        let outcomes = records("outcomes", PlanShapes.outcome).compactMap { reader in
            reader.value("reference", Words.planReference).map {
                ImprovementPlan.Outcome(reference: $0, title: reader.requiredText("title"))
            }
        }
        return ownIdentifier("id", .theme, of: plan).map {
            ImprovementPlan.Theme(
                id: $0, prefix: text("prefix"), title: requiredText("title"), aim: text("aim"), outcomes: outcomes)
        }
    }

    private func planEvent() -> ImprovementPlan.PlanEvent? {
        guard let date = partialDate("date") ?? StandIn.partialDate else { return nil }
        return ImprovementPlan.PlanEvent(
            date: date, status: requiredText("status"), body: text("body"), period: period("period"))
    }

    /// An action: a row of `actions.csv`, or an item in a plan.
    func action() -> ActionDraft? {
        let reference = value("reference", Words.planReference)
        let (start, due, completed) = (partialDate("start"), partialDate("due"), partialDate("completed"))
        let statuses = records("statuses", PlanShapes.status).map { $0.statusReport() }
        need("status", for: "status_date", "status_commentary")
        let statusDate = partialDate("status_date")
        let statusCommentary = text("status_commentary")
        let present = (word("status") as BRAGStatus?).map {
            PlanAction.StatusReport($0, on: statusDate, commentary: statusCommentary)
        }
        let milestones = milestones()
        let (owners, theme): ([Role.ID], ImprovementPlan.Theme.ID?) = (roles("owner"), identifier("theme"))
        let recommendations: [Recommendation.ID] = identifiers("recommendations")
        let indicators: [Indicator.ID] = identifiers("indicators")
        let (domains, source, access) = (texts("audit_domains"), source(), access())
        let (title, evidence, success) = (requiredText("title"), text("evidence"), text("measure_of_success"))
        let (partner, priority, own) = (text("partner"), text("priority"), ownColumns())
        let text = text("text")
        guard let id = actionIdentifier(reference) else { return nil }
        return ActionDraft(id: id, history: statuses, present: present) {
            PlanAction(
                id: id, reference: reference, theme: theme, title: title, text: text, owner: owners.first,
                otherOwners: Array(owners.dropFirst()), partner: partner, priority: priority, start: start, due: due,
                completed: completed, statuses: $0, milestones: milestones, recommendations: recommendations,
                indicators: indicators, auditDomains: domains, evidence: evidence,
                measureOfSuccess: success, ownColumns: own, source: source, access: access)
        }
    }

    /// What is in the columns that only this pack has, which `pack.yaml` lists.
    private func ownColumns() -> [PlanAction.OwnColumn] {
        context.actionColumns.compactMap { column in
            (text(column.name) ?? text(column.heading)).map { PlanAction.OwnColumn(column.heading, $0) }
        }
    }

    /// The identifier of an action; its reference where it has none.
    ///
    /// Plans number their actions alike, so that a second one of the same reference is named with its plan.
    private func actionIdentifier(_ reference: PlanReference?) -> PlanAction.ID? {
        if has("id") { return ownIdentifier("id", .action) }
        if let reference, var id = PlanAction.ID(reference.text) {
            if !context.actionReferences.insert(id.text).inserted, let plan = text("plan"),
                let own = PlanAction.ID("\(plan) \(id.text)")
            {
                id = own
            }
            remember(.action, id.text)
            return id
        }
        if !has("reference") {
            problems.error(
                .missingValue, at: position(of: "id"),
                "An action has to have an “id”, or a “reference” that serves as one.")
        }
        problems.hasLostRecords = true
        return nil
    }

    /// A status: an item in an action, or a row of `status-history.csv`.
    func statusReport() -> PlanAction.StatusReport {
        PlanAction.StatusReport(
            requiredWord("status", standIn: .notStarted), on: partialDate("date"), commentary: text("commentary"))
    }

    /// A note on progress: a row of `progress.csv`, or an item in a plan.
    func progressNote() -> ProgressNote? {
        let (period, due, source, access) = (period("period"), partialDate("due"), source(), access())
        let references = planReferences("references")
        let state: ProgressNote.State? = word("state")
        let status: BRAGStatus? = word("status")
        let dates = values("dates", MonthText.partialDate)
        let roles = roles("roles")
        let indicators: [Indicator.ID] = identifiers("indicators")
        let inspections: [InspectionEvent.ID] = identifiers("inspections")
        let recommendations: [Recommendation.ID] = identifiers("recommendations")
        let theme: ImprovementPlan.Theme.ID? = identifier("theme")
        return ownIdentifier("id", .progressNote).map {
            ProgressNote(
                id: $0, period: period, theme: theme, references: references, text: requiredText("text"), state: state,
                status: status, dates: dates, due: due, roles: roles, indicators: indicators, inspections: inspections,
                recommendations: recommendations, source: source, access: access)
        }
    }
}
