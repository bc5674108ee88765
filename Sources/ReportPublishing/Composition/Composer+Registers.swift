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
                    .init(Heading.kind, width: 10) { $0.set.kind.rawValue.capitalisedFirst },
                    .init(Heading.list, width: 22) { $0.set.title },
                    .init(number: Heading.approved, width: 12) { .date($0.set.approved) },
                    .init(Heading.commitment, width: 24) { $0.item.title },
                    .init(Heading.whatItSays, width: 38) { $0.item.text },
                    .init(Heading.measuredBy, width: 26) { measures($0.item.indicators) },
                    .init(Heading.milestones, width: 24) { CellText.lines($0.item.milestones) },
                    .init(Heading.namedInTheSource, width: 9) { row in
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
            RegisterWording.risksTitle, RegisterWording.risksLead(areScored: pack.risks.contains { $0.score != nil }),
            exempt: pack.risks.map(\.access),
            TableSketch<Risk>(
                name: "Risks", title: RegisterWording.risksTitle,
                columns: [
                    .init(Heading.risk, width: 10) { $0.id.text },
                    .init(Heading.whatMayHappen, width: 36) { $0.title },
                    .init(Heading.kind, width: 11) { $0.kind?.capitalisedFirst },
                    .init(number: Heading.scoreBeforeControls, width: 10) { .count($0.inherent?.value) },
                    .init(number: Heading.scoreWithControls, width: 10) { .count($0.residual?.value) },
                    .init(Heading.response, width: 40) { $0.response },
                    .init(Heading.owner, width: 20) { index.role($0.owner) ?? board($0.ownerBody) },
                    .init(Heading.measuredBy, width: 28) { measures($0.indicators) },
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
                    .init(Heading.kind, width: 12) { $0.kind.label },
                    .init(Heading.whatFor, width: 34) { $0.title },
                    .init(number: Heading.amountInPounds, width: 13) { Cell(.number($0.pounds, decimals: 0)) },
                    .init(Heading.asPrinted, width: 10) { $0.printed },
                    .init(Heading.period, width: 17) { $0.period?.label },
                    .init(Heading.agreed, width: 12) { Cell.date($0.agreed) },
                    .init(Heading.by, width: 14) { $0.body },
                    .init(Heading.partOf, width: 19) { row in index.budget[row.partOf]?.title },
                    .init(Heading.replaces, width: 16) { row in index.budget[row.revises]?.title },
                    .init(Heading.note, width: 18) { $0.note },
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
                    .init(Heading.date, width: 18) { $0.date.label },
                    .init(Heading.milestone, width: 80) { $0.text.capitalisedFirst },
                    .init(Heading.body, width: 36) { $0.body },
                ]
            ).block(of: rows, on: page))
    }
}
