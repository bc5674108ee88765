import FamilyServicesKit

// Plans, risks, money and commitments.

/// Which plan a record belongs to.
extension LineSketch {
    static func inPlan<Item>() -> [Column] where Record == LineRow<ImprovementPlan, Item> {
        [
            .text("plan", "The identifier of the plan.") { $0.whole.id.text },
            .text("plan_title", "The title of the plan.") { $0.whole.title },
        ]
    }

    static func inTheme<Item>(_ theme: @escaping @Sendable (Record) -> ImprovementPlan.Theme.ID?) -> [Column]
    where Record == LineRow<ImprovementPlan, Item> {
        [
            .optionalText("theme", "The identifier of the theme.") { theme($0)?.text },
            .optionalText("theme_title", "The title of the theme.") { row in
                row.names.index.themes(of: row.whole.id)[theme(row)]?.title
            },
        ]
    }
}

extension LineSketch<LineRow<ImprovementPlan, Void>> {
    static var plan: Self {
        Self(
            "plan", "An improvement plan.",
            inPlan() + date("start", "When it begins", isStart: true) { $0.whole.start }
                + date("end", "When it ends") { $0.whole.end }
                + [
                    .whole("actions_count", "How many actions it has.") { $0.whole.actions.count },
                    .optionalText("replaces", "The identifier of the plan that it replaces.") {
                        $0.whole.replaces?.text
                    },
                    .list("inspections", "The identifiers of the inspections that it responds to") {
                        $0.whole.respondsTo
                    },
                ] + source { $0.whole.source } + access { $0.whole.access })
    }
}

extension LineSketch<LineRow<ImprovementPlan, PlanProgress>> {
    static var planPosition: Self {
        let counts: [Column] = [
            .whole("actions_count", "How many actions there are.") { $0.actions },
            .whole("done_count", "How many are done.") { $0.done },
            .whole("overdue_count", "How many are overdue.") { $0.overdue.count },
            .whole("due_count", "How many were due by then.") { $0.due },
            .whole("due_and_done_count", "How many of those are done.") { $0.dueAndDone },
            .whole("without_status_count", "How many have no status.") { $0.withoutStatus },
        ]
        let statuses: [Column] = BRAGStatus.allCases.map { status in
            .whole(
                status.rawValue.replacing("-", with: "_") + "_count",
                "How many are reported as `\(status.rawValue)`."
            ) { $0.item.count(of: status) }
        }
        return Self(
            "plan_position",
            "How far a plan had come by the date of the report: as a whole, where `theme` and `theme_title` are null, then theme by "
                + "theme.",
            inPlan() + [
                .optionalText("theme", "The identifier of the theme.") { $0.theme?.text },
                .optionalText("theme_title", "The title of the theme, or what the actions without one are called.") {
                    row in
                    row.theme == nil && row.item.title == row.whole.title ? nil : row.item.title
                },
                .date("position_day", "The day as of which it is said.") { $0.day },
            ] + counts + statuses + access { $0.whole.access })
    }
}

extension LineSketch<LineRow<ImprovementPlan, PlanAction>> {
    static var action: Self {
        let texts: [Column] = [
            .text("title", "What is to be done.") { $0.title },
            .optionalText("text", "The same at length.") { $0.text },
            .optionalText("owner", "The identifier of the role that answers for it.") { $0.item.owner?.text },
            .optionalText("owner_title", "The name of that role.") { $0.names.index.roles[$0.item.owner]?.title },
            .list("other_owners", "The identifiers of the other roles that answer for it") { $0.otherOwners },
            .optionalText("partner", "Who outside the council works on it.") { $0.partner },
            .optionalText("priority", "How urgent it is, in the council's own words.") { $0.priority },
        ]
        let status: [Column] = [
            .optionalWord("status", "The latest status; null where none was reported.") {
                $0.item.status(on: $0.names.day)
            },
            .flag("is_done", "Whether it is done, by its status or its date of completion.") {
                $0.item.isDone(on: $0.names.day)
            },
            .flag("is_overdue", "Whether it is overdue.") { $0.item.isOverdue(on: $0.names.day) },
            .list("indicators", "The identifiers of the indicators that measure it") { $0.indicators },
            .list("recommendations", "The identifiers of the recommendations that it answers") { $0.recommendations },
            .optionalText("evidence", "The evidence that it worked.") { $0.evidence },
            .optionalText("measure_of_success", "What will be different when it has worked.") { $0.measureOfSuccess },
            .list("own_columns", "The text in columns of the council's own, each as `heading: text`") { row in
                row.ownColumns.map { "\($0.title): \($0.text)" }
            },
        ]
        return Self(
            "action", "An action of an improvement plan, as of the date of the report.",
            inPlan() + name + inTheme { $0.theme } + texts + date("start", "When it starts", isStart: true) { $0.start }
                + date("due", "When it is due") { $0.due } + date("completed", "When it was completed") { $0.completed }
                + status
                + source { $0.source } + access { $0.access })
    }

    private static var name: [Column] {
        [
            .text("action", "The identifier of the action.") { $0.id.text },
            .optionalText("reference", "Its reference in the plan, such as `5b(ii)`.") { $0.reference?.text },
        ]
    }
}

/// A status of an action.
struct ActionStatus {
    let action: PlanAction
    let report: PlanAction.StatusReport
}

extension LineSketch<LineRow<ImprovementPlan, ActionStatus>> {
    static var status: Self {
        Self(
            "action_status", "A status of an action at a time; the last is the one that `action` has.",
            inPlan() + [
                .text("action", "The identifier of the action.") { $0.action.id.text },
                .text("title", "What is to be done.") { $0.action.title },
                .word("status", "The status.") { $0.report.status },
                .optionalText("text", "What was said of it.") { $0.report.commentary },
            ] + date("reported", "When it was reported") { $0.report.date } + access { $0.action.access })
    }
}

/// A milestone and what it belongs to.
struct DatedMilestone {
    let milestone: Milestone
    var plan: ImprovementPlan?
    var action: PlanAction?
    var commitment: Commitment?
}

extension LineSketch<LineRow<Void, DatedMilestone>> {
    static var milestone: Self {
        Self(
            "milestone",
            "A date by which something is to be reached: of an action, of a commitment, or of the report as a whole.",
            [
                .optionalText("plan", "The identifier of the plan.") { $0.plan?.id.text },
                .optionalText("action", "The identifier of the action.") { $0.action?.id.text },
                .optionalText("commitment", "The identifier of the commitment.") { $0.commitment?.id.text },
                .text("text", "What is to be reached.") { $0.milestone.text },
                .optionalFlag("is_reached", "Whether it is reached; null where that is not said.") {
                    $0.milestone.isReached
                },
                .list("indicators", "The identifiers of the indicators that show it") { $0.milestone.indicators },
            ] + date("due", "When it is to be reached") { $0.milestone.date } + source { $0.milestone.source }
                + access { ($0.action?.access ?? .unrestricted) })
    }
}

extension LineSketch<LineRow<ImprovementPlan, ProgressNote>> {
    static var progress: Self {
        Self(
            "progress", "A note on progress with a plan.",
            inPlan() + [.text("progress", "The identifier of the note.") { $0.id.text }] + inTheme { $0.theme }
                + optionalPeriod("The period that it is about as a code") { $0.period }
                + [
                    .text("text", "The note.") { $0.text },
                    .optionalWord("progress_state", "How far the matter has come.") { $0.state },
                    .optionalWord("status", "The status that the note reports.") { $0.item.status },
                    .list("references", "The references in the plan that it is about") { $0.references },
                    .list("indicators", "The identifiers of the indicators that it is about") { $0.indicators },
                    .list("recommendations", "The identifiers of the recommendations that it is about") {
                        $0.recommendations
                    },
                ] + date("due", "When it is due") { $0.due } + source { $0.source } + access { $0.access })
    }
}

extension LineSketch<LineRow<Void, Risk>> {
    static var risk: Self {
        Self(
            "risk", "A risk.",
            [
                .text("risk", "The identifier.") { $0.id.text },
                .text("title", "The risk.") { $0.title },
                .optionalText("risk_kind", "The kind of risk, in the council's own words.") { $0.kind },
            ] + score("inherent", "before anything is done") { $0.inherent }
                + score("residual", "after what is done") { $0.residual }
                + [
                    .optionalText("response", "What is done about it.") { $0.response },
                    .optionalText("owner", "The identifier of the role that answers for it.") { $0.item.owner?.text },
                    .optionalText("owner_title", "The role or body that answers for it.") {
                        $0.names.index.roles[$0.item.owner]?.title ?? $0.ownerBody
                    },
                    .list("plans", "The identifiers of the plans that answer it") { $0.plans },
                    .list("indicators", "The identifiers of the indicators that show it") { $0.indicators },
                ] + source { $0.source } + access { $0.access })
    }

    private static func score(_ name: String, _ words: String, _ score: @escaping @Sendable (Record) -> Risk.Score?)
        -> [Column]
    {
        [
            .optionalWhole(
                "\(name)_likelihood", "The likelihood \(words), from 1 to 5; null where only the score is known."
            ) {
                if case .matrix(let likelihood, _) = score($0) { likelihood } else { nil }
            },
            .optionalWhole("\(name)_impact", "The impact \(words), from 1 to 5; null where only the score is known.") {
                if case .matrix(_, let impact) = score($0) { impact } else { nil }
            },
            .optionalWhole("\(name)_score", "The score \(words), from 1 to 25.") { score($0)?.value },
        ]
    }
}

extension LineSketch<LineRow<Void, BudgetFigure>> {
    static var budget: Self {
        Self(
            "budget", "An amount of money.",
            [
                .text("budget", "The identifier.") { $0.id.text },
                .word("budget_kind", "What kind of amount it is.") { $0.kind },
                .text("title", "What it is for.") { $0.title },
                .number("pounds", "The amount in pounds.") { $0.pounds },
                .optionalText("printed", "The amount as its source prints it.") { $0.printed },
            ] + optionalPeriod("The period that it is for as a code") { $0.period }
                + [
                    .optionalText("part_of", "The identifier of the amount that it is a part of.") { $0.partOf?.text },
                    .optionalText("revises", "The identifier of the amount that it takes the place of.") {
                        $0.revises?.text
                    },
                    .optionalText("agreed_by", "Who agreed it.") { $0.body },
                    .optionalText("note", "What to know before using it.") { $0.note },
                ] + date("agreed", "When it was agreed") { $0.agreed } + source { $0.source } + access { $0.access })
    }
}

extension LineSketch<LineRow<CommitmentSet, Commitment>> {
    static var commitment: Self {
        Self(
            "commitment", "A pledge, a priority or a principle.",
            [
                .text("commitment", "The identifier.") { $0.id.text },
                .word("commitment_kind", "What it is.") { $0.whole.kind },
                .text("commitment_set", "The list that it is in.") { $0.whole.title },
                .text("title", "The commitment.") { $0.title },
                .optionalText("text", "The same at length.") { $0.text },
                .list("indicators", "The identifiers of the indicators that show it") { $0.indicators },
            ] + date("approved", "When it was approved") { $0.whole.approved } + source { $0.whole.source })
    }
}
