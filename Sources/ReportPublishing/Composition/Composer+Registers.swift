import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// Pledges and priorities.
struct CommitmentsSection: StandardSection {
    static let id: SectionID = "commitments"
    let composer: Composer

    /// What the council has promised, and what it has put first.
    func compose() -> PublicationSection? {
        typealias Row = (set: CommitmentSet, item: Commitment)
        let rows: [Row] = pack.commitments.flatMap { set in set.items.map { (set, $0) } }
        let hasInferred = rows.contains { $0.item.basis == .inferred }
        return section(
            RegisterWording.commitmentsTitle, RegisterWording.commitmentsLead,
            TableSketch<Row>(
                name: "Commitments", title: RegisterWording.commitmentsTitle,
                columns: [
                    .init("Kind", width: 10) { $0.set.kind.rawValue.capitalisedFirst },
                    .init("List", width: 22) { $0.set.title },
                    .init(number: "Approved", width: 12) { .date($0.set.approved) },
                    .init("Commitment", width: 24) { $0.item.title },
                    .init("What it says", width: 38) { $0.item.text },
                    .init("Measured by", width: 26) { measures($0.item.indicators) },
                    .init("Milestones", width: 24) { CellText.lines($0.item.milestones) },
                    .init("Named in the source", width: 9) { row in
                        hasInferred
                            ? .text(row.item.basis == .stated ? RegisterWording.stated : RegisterWording.inferred)
                            : .empty
                    },
                ]
            ).block(of: rows, on: page))
    }
}

/// The risks that bear on the plan.
struct RisksSection: StandardSection {
    static let id: SectionID = "risks"
    let composer: Composer

    /// The risks, the highest score first.
    func compose() -> PublicationSection? {
        return section(
            RegisterWording.risksTitle, RegisterWording.risksLead,
            exempt: pack.risks.map(\.access),
            TableSketch<Risk>(
                name: "Risks", title: RegisterWording.risksTitle,
                columns: [
                    .init("Risk", width: 10) { $0.id.text },
                    .init("What may happen", width: 36) { $0.title },
                    .init("Kind", width: 11) { $0.kind?.capitalisedFirst },
                    .init(number: "Score before controls", width: 10) { .count($0.inherent?.value) },
                    .init(number: "Score with controls", width: 10) { .count($0.residual?.value) },
                    .init("Response", width: 40) { $0.response },
                    .init("Owner", width: 20) { index.role($0.owner) ?? board($0.ownerBody) },
                    .init("Measured by", width: 28) { measures($0.indicators) },
                ], record: { .risk($0.id) }
            ).block(of: rankedRisks, on: page))
    }

    private func board(_ name: String?) -> String? {
        name.map { name in pack.governance.first { $0.id.text == name }?.title ?? name }
    }
}

/// Budget and savings.
struct BudgetSection: StandardSection {
    static let id: SectionID = "budget"
    let composer: Composer

    /// The amounts of money that the report names.
    func compose() -> PublicationSection? {
        return section(
            RegisterWording.budgetTitle, RegisterWording.budgetLead,
            exempt: pack.budget.map(\.access),
            TableSketch<BudgetFigure>(
                name: "Budget", title: RegisterWording.budgetTitle,
                columns: [
                    .init("Kind", width: 12) { $0.kind.label },
                    .init("What for", width: 34) { $0.title },
                    .init(number: "Amount in pounds", width: 13) { Cell(.number($0.pounds, decimals: 0)) },
                    .init("As printed", width: 10) { $0.printed },
                    .init("Period", width: 17) { $0.period?.label },
                    .init("Agreed", width: 12) { Cell.date($0.agreed) },
                    .init("By", width: 14) { $0.body },
                    .init("Part of", width: 19) { row in index.budget[row.partOf]?.title },
                    .init("Replaces", width: 16) { row in index.budget[row.revises]?.title },
                    .init("Note", width: 18) { $0.note },
                ]
            ).block(of: pack.budget, on: page))
    }
}

/// Dates that matter to the work.
struct MilestonesSection: StandardSection {
    static let id: SectionID = "milestones"
    let composer: Composer

    /// The dates that matter to the work, those of the plans themselves among them.
    func compose() -> PublicationSection? {
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
            RegisterWording.milestonesTitle, RegisterWording.milestonesLead,
            TableSketch<Step>(
                name: "Milestones", title: RegisterWording.milestonesTitle,
                columns: [
                    .init("Date", width: 18) { $0.date.label },
                    .init("Milestone", width: 80) { $0.text.capitalisedFirst },
                    .init("Body", width: 36) { $0.body },
                ]
            ).block(of: rows, on: page))
    }
}
