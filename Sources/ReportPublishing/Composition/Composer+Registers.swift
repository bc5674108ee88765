import ReportAnalysis
import ReportModel
import ReportVocabulary

extension Composer {
    /// What the council has promised, and what it has put first.
    func commitments() -> PublicationSection? {
        typealias Row = (set: CommitmentSet, item: Commitment)
        let rows: [Row] = pack.commitments.flatMap { set in set.items.map { (set, $0) } }
        let hasInferred = rows.contains { $0.item.basis == .inferred }
        return section(
            "commitments", "Pledges and priorities", short: "Pledges and priorities",
            "What the council has promised to children in care and care leavers, and what it has put first.",
            TableSketch<Row>(
                name: "Commitments", title: "Pledges and priorities",
                columns: [
                    .init("Kind", width: 10) { $0.set.kind.rawValue.capitalisedFirst },
                    .init("List", width: 22) { $0.set.title },
                    .init(number: "Approved", width: 12) { .date($0.set.approved) },
                    .init("Commitment", width: 24) { $0.item.title },
                    .init("What it says", width: 38) { $0.item.text },
                    .init("Measured by", width: 26) { measures($0.item.indicators) },
                    .init("Milestones", width: 24) { CellText.lines($0.item.milestones) },
                    .init("Named in the source", width: 9) { row in
                        hasInferred ? .text(row.item.basis == .stated ? "Yes" : "Inferred") : .empty
                    },
                ]
            ).block(of: rows))
    }

    /// The risks, the highest score first.
    func risks() -> PublicationSection? {
        func score(_ risk: Risk) -> Int { risk.residual?.value ?? risk.inherent?.value ?? 0 }
        let rows = pack.risks.enumerated().sorted { left, right in
            let (first, second) = (score(left.element), score(right.element))
            return first != second ? first > second : left.offset < right.offset
        }.map(\.element)
        return section(
            "risks", "Risks",
            "Risks that bear on the plan, the highest score first. A score is likelihood times impact, 25 at most.",
            exempt: pack.risks.map(\.access),
            TableSketch<Risk>(
                name: "Risks", title: "Risks",
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
            ).block(of: rows))
    }

    private func board(_ name: String?) -> String? {
        name.map { name in pack.governance.first { $0.id.text == name }?.title ?? name }
    }

    /// The amounts of money that the report names.
    func budget() -> PublicationSection? {
        let titles = Dictionary(pack.budget.map { ($0.id, $0.title) }) { first, _ in first }
        return section(
            "budget", "Budget and savings", "Amounts of money that the report names, in pounds.",
            exempt: pack.budget.map(\.access),
            TableSketch<BudgetFigure>(
                name: "Budget", title: "Budget and savings",
                columns: [
                    .init("Kind", width: 12) { $0.kind.label },
                    .init("What for", width: 34) { $0.title },
                    .init(number: "Amount in pounds", width: 13) { Cell(.number($0.pounds, decimals: 0)) },
                    .init("As printed", width: 10) { $0.printed },
                    .init("Period", width: 17) { $0.period?.label },
                    .init("Agreed", width: 12) { Cell.date($0.agreed) },
                    .init("By", width: 14) { $0.body },
                    .init("Part of", width: 19) { row in row.partOf.flatMap { titles[$0] } },
                    .init("Replaces", width: 16) { row in row.revises.flatMap { titles[$0] } },
                    .init("Note", width: 18) { $0.note },
                ]
            ).block(of: pack.budget))
    }

    /// The dates that matter to the work, those of the plans themselves among them.
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
