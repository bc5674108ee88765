extension Composer {
    /// A plan with one of its themes, or with the actions that name no theme.
    private typealias ThemeRow = (plan: ImprovementPlan, title: String, aim: String?, actions: [PlanAction], notes: Int)

    func planProgress() -> PublicationSection? {
        let rows = pack.plans.flatMap { plan -> [ThemeRow] in
            let known = Set(plan.themes.map(\.id))
            let themes: [ThemeRow] = plan.themes.map { theme in
                (
                    plan, theme.title, theme.aim, plan.actions.filter { $0.theme == theme.id },
                    plan.progress.count { $0.theme == theme.id }
                )
            }
            let rest = plan.actions.filter { action in action.theme.map { !known.contains($0) } ?? true }
            return rest.isEmpty ? themes : themes + [(plan, "Without a theme", nil, rest, 0)]
        }
        let several = pack.plans.count > 1
        func counter(_ status: BRAGStatus) -> TableSketch<ThemeRow>.Column {
            .init(number: status.label, width: 10) { row in
                let hasStatus = rows.contains { $0.actions.contains { $0.status == status } }
                return hasStatus ? .count(row.actions.count { $0.status == status }) : .empty
            }
        }
        let objectives = pack.plans.flatMap(\.objectives)
        var blocks: [Block] = []
        if !objectives.isEmpty {
            blocks += [
                .heading(level: 2, text: "Objectives"),
                .list(
                    objectives.map { objective in
                        ListItem(objective.text.map { "\(objective.title): \($0)" } ?? objective.title)
                    }),
            ]
        }
        blocks += TableSketch<ThemeRow>(
            name: "Plan_themes", title: "Progress by theme",
            columns: [
                .init("Plan", width: 30) { row in several ? .text(row.plan.title) : .empty },
                .init("Theme", width: 36) { $0.title },
                .init("Aim", width: 50) { $0.aim },
                .init(number: "Actions", width: 9) { .count($0.actions.count) },
            ] + BRAGStatus.allCases.map(counter) + [
                .init(number: "Overdue", width: 9) { row in
                    let hasDates = rows.contains { $0.actions.contains { $0.due != nil } }
                    return hasDates ? .count(row.actions.count { $0.isOverdue(on: pack.manifest.date) }) : .empty
                },
                .init(number: "Notes on progress", width: 10) { $0.notes == 0 ? .empty : .count($0.notes) },
            ]
        ).block(of: rows)
        return section(
            "plan", "Improvement plan by theme", short: "Plan by theme",
            "How many actions each theme has and how they stand on \(pack.manifest.date.label).",
            exempt: pack.plans.map(\.access), blocks)
    }

    func actions() -> PublicationSection? {
        typealias Row = (plan: ImprovementPlan, action: PlanAction)
        let rows: [Row] = pack.plans.flatMap { plan in
            plan.actions.enumerated().sorted { left, right in
                // In plan order; actions without a reference keep their place behind the others.
                switch (left.element.reference, right.element.reference) {
                case (let first?, let second?): first != second ? first < second : left.offset < right.offset
                case (nil, nil): left.offset < right.offset
                case (let first, _): first != nil
                }
            }.map { (plan, $0.element) }
        }
        let several = pack.plans.filter { !$0.actions.isEmpty }.count > 1
        return section(
            "actions", "Plan tracker", short: "Plan tracker",
            "Each action with its owner, dates, status and the measures that show whether it works. Overdue means due before "
                + "\(pack.manifest.date.label) and not complete.",
            exempt: rows.map(\.action.access),
            TableSketch<Row>(
                name: "Plan_tracker", title: "Plan tracker",
                columns: [
                    .init("Plan", width: 24) { row in several ? .text(row.plan.title) : .empty },
                    .init("Reference", width: 11) { $0.action.reference?.text },
                    .init("Theme", width: 26) { row in row.action.theme.flatMap { index.themes[$0] } },
                    .init("Action", width: 44) { row in
                        row.action.text.map { "\(row.action.title): \($0)" } ?? row.action.title
                    },
                    .init("Why it exists", width: 24) { origins(of: $0.action) },
                    .init("Owner", width: 20) { index.role($0.action.owner) },
                    .init(number: "Due", width: 13) { .date($0.action.due) },
                    .init(number: "Completed", width: 13) { .date($0.action.completed) },
                    .init("Status", width: 16) { statusCell($0.action) },
                    .init("Why", width: 34) { $0.action.statuses.last?.commentary },
                    .init("Evidence", width: 30) { $0.action.evidence },
                    .init("Milestones", width: 34) { row in
                        row.action.milestones.map { "\($0.date.label): \($0.text)" }.joined(separator: "\n")
                    },
                    .init("Measured by", width: 40) { row in
                        (index.indicatorTitles(row.action.indicators) + row.action.auditDomains.map { "Audit: \($0)" })
                            .joined(separator: "\n")
                    },
                ]
            ).block(of: rows))
    }

    /// The findings, recommendations and requirements that an action answers, by their identifiers in the other sections.
    private func origins(of action: PlanAction) -> String? {
        thread.allReasons(for: .action(action.id)).compactMap { node in
            switch node {
            case .finding(let id): "Finding \(id.text)"
            case .recommendation(let id): "Recommendation \(id.text)"
            case .requirement(let id): "Requirement \(id.text)"
            default: nil
            }
        }.joined(separator: "\n")
    }

    private func statusCell(_ action: PlanAction) -> Cell {
        let isOverdue = action.isOverdue(on: pack.manifest.date)
        guard let status = action.status else {
            return isOverdue ? .text("Overdue, no status", tone: .negative) : .empty
        }
        let colour = status.customaryColour.map { " (\($0.lowercased()))" } ?? ""
        return .text(
            status.label + colour + (isOverdue ? ", overdue" : ""), tone: isOverdue ? .negative : status.tone)
    }

    func progressNotes() -> PublicationSection? {
        let rows = pack.plans.flatMap(\.progress)
        return section(
            "progress", "Progress on the plan", short: "Progress",
            "What was reported about progress, theme by theme.", exempt: rows.map(\.access),
            TableSketch<ProgressNote>(
                name: "Progress", title: "Progress on the plan",
                columns: [
                    .init("Note", width: 10) { $0.id.text },
                    .init("Reported for", width: 20) { $0.period?.label },
                    .init("Theme", width: 24) { row in row.theme.flatMap { index.themes[$0] } },
                    .init("Actions", width: 11) { $0.references.map(\.text).joined(separator: "; ") },
                    .init("Progress", width: 56) { $0.text },
                    .init("State", width: 13) { $0.state?.label },
                    .init("Status", width: 16) { row in
                        row.status.map { status in
                            .text(
                                status.label + (status.customaryColour.map { " (\($0.lowercased()))" } ?? ""),
                                tone: status.tone)
                        } ?? .empty
                    },
                    .init(number: "Due", width: 13) { .date($0.due) },
                    .init("Dates", width: 16) { $0.dates.map(\.label).joined(separator: "; ") },
                    .init("Roles", width: 20) { $0.roles.compactMap { index.role($0) }.joined(separator: "; ") },
                    .init("Measured by", width: 36) { index.indicatorTitles($0.indicators).joined(separator: "\n") },
                ]
            ).block(of: rows))
    }

    func commitments() -> PublicationSection? {
        typealias Row = (set: CommitmentSet, item: Commitment)
        let rows: [Row] = pack.commitments.flatMap { set in set.items.map { (set, $0) } }
        return section(
            "commitments", "Pledges and priorities", short: "Pledges and priorities",
            "What the council has promised to children in care and care leavers, and what it has put first.",
            TableSketch<Row>(
                name: "Commitments", title: "Pledges and priorities",
                columns: [
                    .init("Kind", width: 11) { $0.set.kind.rawValue.capitalisedFirst },
                    .init("List", width: 36) { $0.set.title },
                    .init(number: "Approved", width: 14) { .date($0.set.approved) },
                    .init("Commitment", width: 36) { $0.item.title },
                    .init("What it says", width: 48) { $0.item.text },
                    .init("Measured by", width: 36) {
                        index.indicatorTitles($0.item.indicators).joined(separator: "\n")
                    },
                    .init("Milestones", width: 40) { row in
                        row.item.milestones.map { "\($0.date.label): \($0.text)" }.joined(separator: "\n")
                    },
                    .init("Named in the source", width: 12) { row in
                        rows.contains { $0.item.basis == .inferred }
                            ? .text(row.item.basis == .stated ? "Yes" : "Inferred") : .empty
                    },
                ]
            ).block(of: rows))
    }

    func risks() -> PublicationSection? {
        section(
            "risks", "Risks", "Risks that bear on the plan, with their scores: likelihood times impact, 25 at most.",
            exempt: pack.risks.map(\.access),
            TableSketch<Risk>(
                name: "Risks", title: "Risks",
                columns: [
                    .init("Risk", width: 20) { $0.id.text },
                    .init("What may happen", width: 48) { $0.title },
                    .init("Kind", width: 12) { $0.kind?.capitalisedFirst },
                    .init(number: "Score before controls", width: 12) { .count($0.inherent?.value) },
                    .init(number: "Score with controls", width: 12) { .count($0.residual?.value) },
                    .init("Response", width: 50) { $0.response },
                    .init("Owner", width: 28) { index.role($0.owner) ?? board($0.ownerBody) },
                    .init("Measured by", width: 36) { index.indicatorTitles($0.indicators).joined(separator: "\n") },
                ]
            ).block(of: pack.risks))
    }

    private func board(_ name: String?) -> String? {
        name.map { name in pack.governance.first { $0.id.text == name }?.title ?? name }
    }

    func budget() -> PublicationSection? {
        let titles = Dictionary(pack.budget.map { ($0.id, $0.title) }) { first, _ in first }
        return section(
            "budget", "Budget and savings", "Amounts of money that the report names, in pounds.",
            exempt: pack.budget.map(\.access),
            TableSketch<BudgetFigure>(
                name: "Budget", title: "Budget and savings",
                columns: [
                    .init("Kind", width: 18) { $0.kind.label },
                    .init("What for", width: 48) { $0.title },
                    .init(number: "Amount in pounds", width: 15) { Cell(.number($0.pounds, decimals: 0)) },
                    .init("As printed", width: 14) { $0.printed },
                    .init("Period", width: 24) { $0.period?.label },
                    .init("Agreed", width: 15) { Cell.date($0.agreed) },
                    .init("By", width: 28) { $0.body },
                    .init("Part of", width: 30) { row in row.partOf.flatMap { titles[$0] } },
                    .init("Replaces", width: 30) { row in row.revises.flatMap { titles[$0] } },
                    .init("Note", width: 30) { $0.note },
                ]
            ).block(of: pack.budget))
    }

    func milestones() -> PublicationSection? {
        typealias Step = (date: PartialDate, text: String, body: String?)
        let own: [Step] = pack.milestones.map { ($0.date, $0.text, nil) }
        let history: [Step] = pack.plans.flatMap { plan in
            plan.history.map { ($0.date, "\(plan.title): \($0.status)", $0.body) }
        }
        let rows = (own + history).enumerated().sorted { left, right in
            let (first, second) = (left.element.date, right.element.date)
            return first.firstDay != second.firstDay ? first.firstDay < second.firstDay : left.offset < right.offset
        }.map(\.element)
        return section(
            "milestones", "Milestones", "Dates that matter to the work, the earliest first.",
            TableSketch<Step>(
                name: "Milestones", title: "Milestones",
                columns: [
                    .init("Date", width: 18) { $0.date.label },
                    .init("Milestone", width: 80) { $0.text.capitalisedFirst },
                    .init("Body", width: 36) { $0.body },
                ]
            ).block(of: rows))
    }
}
