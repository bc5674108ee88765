import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// An action with the plan that it is part of.
private typealias ActionRow = (standing: PlanStanding, action: PlanAction)

extension Composing {
    /// The actions of all plans, in the order of their references.
    fileprivate var actionRows: [ActionRow] {
        plans.flatMap { standing in standing.plan.actionsInPlanOrder.map { (standing, $0) } }
    }

    fileprivate var hasSeveralPlans: Bool { pack.plans.filter { !$0.actions.isEmpty }.count > 1 }

    /// Whether anything says why an action exists, what its steps are or how it is measured.
    fileprivate func isExplained(_ action: PlanAction) -> Bool {
        !action.indicators.isEmpty || !action.auditDomains.isEmpty || !action.milestones.isEmpty
            || action.measureOfSuccess != nil || !reasons(for: action).isEmpty
    }

    /// The findings that an action answers, then the recommendations and requirements, by their identifiers.
    fileprivate func reasons(for action: PlanAction) -> [(node: GoldenThread.Node, text: String)] {
        namedOrigins(thread.allReasons(for: .action(action.id)))
    }

    /// Actions by reference and title, one under the other; the cell leads to the first.
    func actions(at references: [PlanReference]) -> Cell {
        .text(
            CellText.lines(
                references.flatMap { reference -> [String] in
                    let actions = index.actions(at: reference)
                    let plans = Set(actions.map { index.plan(of: $0)?.id })
                    return actions.isEmpty
                        ? [reference.text]
                        : actions.map { action in
                            let name = "\(reference.text) \(index.actions[action]?.title ?? action.text)"
                            // Plans that number their actions alike are told apart by their titles.
                            return plans.count > 1 ? "\(name) (\(index.plan(of: action)?.title ?? ""))" : name
                        }
                }), to: references.lazy.flatMap { index.actions(at: $0) }.first.map { .action($0) })
    }
}

/// The plan tracker.
struct ActionsSection: StandardSection {
    static let id: SectionID = "actions"
    let composer: Composer

    /// Each action with who answers for it, when it is due and its status.
    func compose() -> PublicationSection? {
        let rows = actionRows
        return section(
            PlanWording.trackerTitle, PlanWording.trackerLead(on: pack.manifest.date.label),
            exempt: rows.map(\.action.access),
            TableSketch<ActionRow>(
                name: "Plan_tracker", title: PlanWording.trackerTitle,
                columns: [
                    .init(Heading.reference, width: 9) { $0.action.reference?.text },
                    .init(hasSeveralPlans ? "Plan and theme" : "Theme", width: 13) { place(of: $0) },
                    .init(Heading.action, width: 30) { text(of: $0.action) },
                    .init(Heading.owner, width: 15) { CellText.lines(index.owners(of: $0.action)) },
                    .init(Heading.partner, width: 14) { $0.action.partner },
                    .init(Heading.priority, width: 10) { $0.action.priority },
                    .init(number: Heading.due, width: 12) { .date($0.action.due) },
                    .init(number: Heading.completed, width: 12) { .date($0.action.completed) },
                    .init(Heading.slippage, width: 13) { row in
                        CellText.lines((row.standing.slippages[row.action.id] ?? []).map(\.note))
                    },
                    .init(Heading.status, width: 14) { statusCell($0.action) },
                    .init(Heading.whyThisStatus, width: 18) { $0.action.report(on: pack.manifest.date)?.commentary },
                    .init(Heading.evidence, width: 18) { $0.action.evidence },
                ] + ownColumns(of: rows.map(\.action)) + [
                    .init(Heading.whyItExists, width: 11) { row in
                        guard isExplained(row.action) else { return .empty }
                        return Cell.text(PlanWording.why(shortName(of: row.action.id)))
                            .leading(to: ActionMeasuresSection.id, .action(row.action.id))
                    }
                ], isFitted: true, record: { .action($0.action.id) }
            ).block(of: rows, on: page))
    }

    /// The columns that only the council has, under its own headings.
    private func ownColumns(of actions: [PlanAction]) -> [TableSketch<ActionRow>.Column] {
        PlanAction.ownHeadings(of: actions).map { title in
            .init(title, width: 14) { row in row.action.ownColumns.first { $0.title == title }?.text }
        }
    }

    private func place(of row: ActionRow) -> String? {
        let theme = index.themes(of: row.standing.plan.id)[row.action.theme]?.title
        guard hasSeveralPlans else { return theme }
        return [row.standing.plan.title, theme].compactMap { $0 }.joined(separator: ": ")
    }

    private func text(of action: PlanAction) -> String { PlanWording.titled(action.title, action.text) }

    private func statusCell(_ action: PlanAction) -> Cell {
        let isOverdue = action.isOverdue(on: pack.manifest.date)
        guard let status = action.status(on: pack.manifest.date) else {
            return isOverdue ? .text(PlanWording.overdueWithoutStatus, tone: .negative) : .empty
        }
        return .text(
            PlanWording.status(status.colouredLabel, isOverdue: isOverdue), tone: isOverdue ? .negative : status.tone)
    }
}

/// Why the actions exist.
struct ActionMeasuresSection: StandardSection {
    static let id: SectionID = "action-measures"
    let composer: Composer

    /// What each action answers, its steps, and the measures that show whether it works.
    func compose() -> PublicationSection? {
        let rows = actionRows.filter { isExplained($0.action) }
        return section(
            PlanWording.measuresTitle, short: PlanWording.measuresShortTitle, PlanWording.measuresLead,
            exempt: rows.map(\.action.access),
            TableSketch<ActionRow>(
                name: "Action_measures", title: PlanWording.measuresTitle,
                columns: [
                    .init(Heading.reference, width: 9) { .text($0.action.reference?.text, to: .action($0.action.id)) },
                    .init(Heading.plan, width: 18) { row in hasSeveralPlans ? row.standing.plan.title : nil },
                    .init(Heading.action, width: 30) { .text($0.action.title, to: .action($0.action.id)) },
                    .init(Heading.whyItExists, width: 26) { row in
                        let reasons = reasons(for: row.action)
                        return .text(Self.firstAndCount(reasons.map(\.text)), to: reasons.first?.node)
                    },
                    .init(Heading.milestones, width: 30) { CellText.lines($0.action.milestones) },
                    .init(Heading.number, width: 22) { row in
                        .text(
                            Self.firstAndCount(row.action.indicators.compactMap(number)),
                            to: row.action.indicators.first.map { .indicator($0) })
                    },
                    .init(Heading.measuredBy, width: 30) { row in
                        measures(row.action.indicators, audits: row.action.auditDomains)
                    },
                    .init(Heading.measureOfSuccess, width: 26) { $0.action.measureOfSuccess },
                ], isFitted: true, record: { .action($0.action.id) }
            ).block(of: rows, on: page))
    }
}

/// Notes on progress.
struct ProgressNotesSection: StandardSection {
    static let id: SectionID = "progress"
    let composer: Composer

    /// What was reported about progress, theme by theme.
    func compose() -> PublicationSection? {
        typealias Row = (plan: ImprovementPlan.ID, note: ProgressNote)
        let rows: [Row] = pack.plans.flatMap { plan in plan.progress.map { (plan.id, $0) } }
        return section(
            PlanWording.notesTitle, short: PlanWording.notesShortTitle,
            withNote(on: rows.map(\.note.text), PlanWording.notesLead),
            exempt: rows.map(\.note.access),
            TableSketch<Row>(
                name: "Progress", title: PlanWording.notesTitle,
                columns: [
                    .init(Heading.note, width: 9) { $0.note.id.text },
                    .init(Heading.reportedFor, width: 15) { $0.note.period?.label },
                    .init(Heading.theme, width: 17) { row in index.themes(of: row.plan)[row.note.theme]?.title },
                    .init(Heading.actions, width: 9) { CellText.lines($0.note.references.map(\.text)) },
                    .init(Heading.progress, width: 48) { $0.note.text },
                    .init(Heading.howFar, width: 14) { state(of: $0.note) },
                    .init(Heading.dates, width: 17) { row in
                        CellText.lines(
                            (row.note.due.map { [PlanWording.due($0.label)] } ?? []) + row.note.dates.map(\.label))
                    },
                    .init(Heading.roles, width: 15) { CellText.lines($0.note.roles.compactMap { index.role($0) }) },
                    .init(Heading.measuredBy, width: 21) { measures($0.note.indicators) },
                ], record: { .progressNote($0.note.id) }
            ).block(of: rows, on: page))
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
