import ReportVocabulary

/// Money is what is printed of it, parts are no more than their whole, and a saving is asked for once.
enum BudgetRules {
    static func check(_ pack: ReportPack, into problems: inout ProblemList) {
        for figure in pack.budget { checkPrinted(figure, into: &problems) }
        checkParts(pack.budget, into: &problems)
        checkSavings(pack.budget, into: &problems)
    }

    private static func checkPrinted(_ figure: BudgetFigure, into problems: inout ProblemList) {
        guard let printed = figure.printed, figure.pounds.isFinite else { return }
        let amounts = NumberReader.numbers(in: printed).filter { number in
            number.kind == .money || number.kind == .plain && number.scale > 1
        }
        // “£1.25m to £1.5m” and texts without an amount say nothing exact.
        guard let amount = amounts.first, amounts.count == 1, amount.upper == nil, amount.bound == nil else { return }
        let halfUnit = PrintedPrecision.halfUnit(decimals: amount.decimals) * amount.scale
        guard !PrintedPrecision.agrees(figure.pounds.magnitude, with: amount.value, halfUnit: halfUnit) else { return }
        problems.warning(
            .inconsistent, about: RecordReference(.budgetFigure, figure.id), field: "printed", values: [printed],
            "The amount is £\(DecimalText.formatted(figure.pounds, decimals: 0)), but \(MessageText.quoted(printed)) is printed; "
                + "check which is right.")
    }

    private static func checkParts(_ budget: [BudgetFigure], into problems: inout ProblemList) {
        for whole in budget where whole.pounds.isFinite {
            let revised = Set(budget.compactMap(\.revises))
            // What was revised stands twice; only what holds now is added up.
            let parts = budget.filter {
                $0.partOf == whole.id && $0.kind == whole.kind && !revised.contains($0.id) && $0.pounds.isFinite
            }
            let sum = parts.reduce(0) { $0 + $1.pounds }
            guard parts.count > 0, sum > whole.pounds * (1 + 1e-9), whole.pounds >= 0 else { continue }
            // Amounts in millions with a decimal may be off by half a unit each.
            let slack = (parts + [whole]).reduce(0) { $0 + halfUnit(of: $1) }
            guard sum - whole.pounds > slack else { continue }
            problems.warning(
                .inconsistent, about: RecordReference(.budgetFigure, whole.id), field: "amount",
                "The parts of \(MessageText.quoted(whole.title)) add up to £\(DecimalText.formatted(sum, decimals: 0)), more than the "
                    + "whole, £\(DecimalText.formatted(whole.pounds, decimals: 0)); check the amounts and what each is a part of.")
        }
    }

    private static func halfUnit(of figure: BudgetFigure) -> Double {
        figure.printed.map { PrintedPrecision.halfUnit(of: $0, value: figure.pounds) } ?? 0
    }

    /// Two targets of savings for the same time that nothing sets beside each other: members cannot tell which holds.
    private static func checkSavings(_ budget: [BudgetFigure], into problems: inout ProblemList) {
        let targets = budget.filter { $0.kind == .savingsTarget && $0.period != nil }
        let revised = Set(budget.compactMap(\.revises))
        for (position, later) in targets.enumerated() where !revised.contains(later.id) && later.partOf == nil {
            for earlier in targets[..<position]
            where earlier.period == later.period && earlier.partOf == nil && earlier.pounds != later.pounds
                && !isLinked(earlier, later, in: budget)
            {
                let period = later.period.map(\.labelWithinSentence) ?? ""
                problems.add(
                    .warning, .inconsistent, about: RecordReference(.budgetFigure, later.id), field: "amount",
                    values: [later.printed ?? ""],
                    "The saving asked for in \(period) is £\(DecimalText.formatted(later.pounds, decimals: 0)) here and "
                        + "£\(DecimalText.formatted(earlier.pounds, decimals: 0)) in ",
                    naming: RecordReference(.budgetFigure, earlier.id),
                    "; say under “revises” or “part_of” how they belong together, or what each is of.")
            }
        }
    }

    /// Whether one leads to the other by what they revise.
    private static func isLinked(_ left: BudgetFigure, _ right: BudgetFigure, in budget: [BudgetFigure]) -> Bool {
        func chain(_ figure: BudgetFigure) -> Set<BudgetFigure.ID> {
            var seen: Set<BudgetFigure.ID> = [figure.id]
            var next = figure.revises ?? figure.partOf
            while let id = next, seen.insert(id).inserted {
                let found = budget.first { $0.id == id }
                next = found?.revises ?? found?.partOf
            }
            return seen
        }
        return chain(left).contains(right.id) || chain(right).contains(left.id)
    }
}
