import ReportVocabulary
import ReportAnalysis
import ReportModel

extension Composer {
    /// An action with the plan that it is part of.
    private typealias ActionRow = (standing: PlanStanding, action: PlanAction)

    /// The actions of all plans, in the order of their references.
    private var actionRows: [ActionRow] {
        plans.flatMap { standing in standing.plan.actionsInPlanOrder.map { (standing, $0) } }
    }

    private var hasSeveralPlans: Bool { pack.plans.filter { !$0.actions.isEmpty }.count > 1 }

    /// Each action with who answers for it, when it is due and how it stands.
    func actions() -> PublicationSection? {
        let rows = actionRows
        return section(
            "actions", "Plan tracker", short: "Plan tracker",
            "Each action with its owner, dates, status and the evidence that it is done. Overdue means due before "
                + "\(pack.manifest.date.label) and not complete.",
            exempt: rows.map(\.action.access),
            TableSketch<ActionRow>(
                name: "Plan_tracker", title: "Plan tracker",
                columns: [
                    .init("Reference", width: 9) { $0.action.reference?.text },
                    .init(hasSeveralPlans ? "Plan and theme" : "Theme", width: 13) { place(of: $0) },
                    .init("Action", width: 30) { text(of: $0.action) },
                    .init("Owner", width: 15) { index.role($0.action.owner) },
                    .init(number: "Due", width: 12) { .date($0.action.due) },
                    .init(number: "Completed", width: 12) { .date($0.action.completed) },
                    .init("Slippage", width: 13) { row in
                        CellText.lines((row.standing.slippages[row.action.id] ?? []).map(\.note))
                    },
                    .init("Status", width: 14) { statusCell($0.action) },
                    .init("Why this status", width: 18) { $0.action.statuses.last?.commentary },
                    .init("Evidence", width: 18) { $0.action.evidence },
                    .init("Why it exists", width: 11) { row in
                        guard isExplained(row.action) else { return .empty }
                        return Cell.text("Why \(shortName(of: row.action.id))")
                            .leading(to: "action-measures", .action(row.action.id))
                    },
                ], record: { .action($0.action.id) }
            ).block(of: rows))
    }

    /// What each action answers, its steps, and the measures that show whether it works.
    func actionMeasures() -> PublicationSection? {
        let rows = actionRows.filter { isExplained($0.action) }
        return section(
            "action-measures", "Why each action exists and what measures it", short: "Actions and measures",
            "The findings, recommendations and requirements that each action answers, its steps, and the measures and audits "
                + "that show whether it works. A link leads to the first that a cell names.",
            exempt: rows.map(\.action.access),
            TableSketch<ActionRow>(
                name: "Action_measures", title: "Why each action exists and what measures it",
                columns: [
                    .init("Reference", width: 9) { .text($0.action.reference?.text, to: .action($0.action.id)) },
                    .init("Plan", width: 18) { row in hasSeveralPlans ? row.standing.plan.title : nil },
                    .init("Action", width: 30) { .text($0.action.title, to: .action($0.action.id)) },
                    .init("Why it exists", width: 26) { row in
                        let reasons = reasons(for: row.action)
                        return .text(Self.firstAndCount(reasons.map(\.text)), to: reasons.first?.node)
                    },
                    .init("Milestones", width: 30) { CellText.lines($0.action.milestones) },
                    .init("Number", width: 22) { row in
                        .text(
                            Self.firstAndCount(row.action.indicators.compactMap(number)),
                            to: row.action.indicators.first.map { .indicator($0) })
                    },
                    .init("Measured by", width: 30) { row in
                        measures(row.action.indicators, audits: row.action.auditDomains)
                    },
                ], record: { .action($0.action.id) }
            ).block(of: rows))
    }

    /// Whether anything says why an action exists, what its steps are or how it is measured.
    private func isExplained(_ action: PlanAction) -> Bool {
        !action.indicators.isEmpty || !action.auditDomains.isEmpty || !action.milestones.isEmpty
            || !reasons(for: action).isEmpty
    }

    private func place(of row: ActionRow) -> String? {
        let theme = row.action.theme.flatMap { index.themes[$0] }
        guard hasSeveralPlans else { return theme }
        return [row.standing.plan.title, theme].compactMap { $0 }.joined(separator: ": ")
    }

    private func text(of action: PlanAction) -> String { action.text.map { "\(action.title): \($0)" } ?? action.title }

    /// The findings that an action answers, then the recommendations and requirements, by their identifiers.
    private func reasons(for action: PlanAction) -> [(node: GoldenThread.Node, text: String)] {
        namedOrigins(thread.allReasons(for: .action(action.id)))
    }

    /// Actions by reference and title, one under the other; the cell leads to the first.
    func actions(at references: [PlanReference]) -> Cell {
        .text(
            CellText.lines(
                references.map { reference in
                    index.actions[reference].map { "\(reference.text) \($0.title)" } ?? reference.text
                }), to: references.lazy.compactMap { index.actions[$0]?.id }.first.map { .action($0) })
    }

    private func statusCell(_ action: PlanAction) -> Cell {
        let isOverdue = action.isOverdue(on: pack.manifest.date)
        guard let status = action.status else {
            return isOverdue ? .text("Overdue, no status", tone: .negative) : .empty
        }
        return .text(
            status.colouredLabel + (isOverdue ? ", overdue" : ""), tone: isOverdue ? .negative : status.tone)
    }

    /// What was reported about progress, theme by theme.
    func progressNotes() -> PublicationSection? {
        let rows = pack.plans.flatMap(\.progress)
        return section(
            "progress", "Progress on the plan", short: "Progress",
            "What was reported about progress, theme by theme, with the dates that were named.",
            exempt: rows.map(\.access),
            TableSketch<ProgressNote>(
                name: "Progress", title: "Progress on the plan",
                columns: [
                    .init("Note", width: 9) { $0.id.text },
                    .init("Reported for", width: 15) { $0.period?.label },
                    .init("Theme", width: 17) { row in row.theme.flatMap { index.themes[$0] } },
                    .init("Actions", width: 9) { CellText.lines($0.references.map(\.text)) },
                    .init("Progress", width: 48) { $0.text },
                    .init("How far", width: 14) { state(of: $0) },
                    .init("Dates", width: 17) { row in
                        CellText.lines((row.due.map { ["Due: \($0.label)"] } ?? []) + row.dates.map(\.label))
                    },
                    .init("Roles", width: 15) { CellText.lines($0.roles.compactMap { index.role($0) }) },
                    .init("Measured by", width: 21) { measures($0.indicators) },
                ], record: { .progressNote($0.id) }
            ).block(of: rows))
    }

    /// State and status of a note in one cell, which takes the colour of the status.
    private func state(of note: ProgressNote) -> Cell {
        let words = [note.state?.label, note.status?.colouredLabel].compactMap { $0 }
        return .text(words.joined(separator: "\n"), tone: note.status?.tone)
    }
}

extension BRAGStatus {
    /// The word with the colour that action plans usually give the status, such as "At risk (amber)".
    var colouredLabel: String { label + (customaryColour.map { " (\($0.lowercased()))" } ?? "") }
}
