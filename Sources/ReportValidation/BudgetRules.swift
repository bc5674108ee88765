import ReportModel
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
            "The amount is £\(DecimalText.formatted(figure.pounds, decimals: 0)), but \(MessageText.value(printed)) is printed; "
                + "check which is right.")
    }

    private static func checkParts(_ budget: [BudgetFigure], into problems: inout ProblemList) {
        // What was revised is listed twice; only what holds now is added up.
        let revised = Set(budget.compactMap(\.revises))
        let all = Dictionary(grouping: budget.filter { $0.partOf != nil && !revised.contains($0.id) }) { $0.partOf }
        for whole in budget where whole.pounds.isFinite && whole.pounds >= 0 {
            let parts = (all[whole.id] ?? []).filter { $0.kind == whole.kind && $0.pounds.isFinite }
            let sum = parts.reduce(0) { $0 + $1.pounds }
            // Amounts in millions with a decimal may be off by half a unit each.
            let slack = (parts + [whole]).reduce(0) { $0 + halfUnit(of: $1) }
            guard !parts.isEmpty, sum - whole.pounds > slack + 1e-9 * whole.pounds else { continue }
            problems.warning(
                .inconsistent, about: RecordReference(.budgetFigure, whole.id), field: "amount",
                "The parts of \(MessageText.value(whole.title)) add up to £\(DecimalText.formatted(sum, decimals: 0)), more than the "
                    + "whole, £\(DecimalText.formatted(whole.pounds, decimals: 0)); check the amounts and what each is a part of."
            )
        }
    }

    private static func halfUnit(of figure: BudgetFigure) -> Double {
        figure.printed.map { PrintedPrecision.halfUnit(of: $0, value: figure.pounds) } ?? 0
    }

    /// Two targets of savings for the same time that nothing sets beside each other: members cannot tell which holds.
    private static func checkSavings(_ budget: [BudgetFigure], into problems: inout ProblemList) {
        // Identifiers are unique: `DuplicateRules` reports one that is used twice as an error.
        let byID = Dictionary(budget.map { ($0.id, $0) }) { first, _ in first }
        let revised = Set(budget.compactMap(\.revises))
        var holding: [ReportingPeriod: BudgetFigure] = [:]
        for figure in budget where figure.kind == .savingsTarget && !revised.contains(figure.id) {
            guard let period = figure.period, !isPart(figure, byID) else { continue }
            guard let earlier = holding[period] else {
                holding[period] = figure
                continue
            }
            guard earlier.pounds != figure.pounds else { continue }
            problems.add(
                .warning, .inconsistent, about: RecordReference(.budgetFigure, figure.id), field: "amount",
                values: [figure.printed ?? ""],
                "The saving asked for in \(period.labelWithinSentence) is £\(DecimalText.formatted(figure.pounds, decimals: 0)) here and "
                    + "£\(DecimalText.formatted(earlier.pounds, decimals: 0)) in ",
                naming: RecordReference(.budgetFigure, earlier.id),
                "; say under “revises” or “part_of” how they belong together, or what each is of.")
        }
    }

    /// Whether an amount, or one that it took the place of, is a part of another.
    private static func isPart(_ figure: BudgetFigure, _ byID: [BudgetFigure.ID: BudgetFigure]) -> Bool {
        var seen: Set<BudgetFigure.ID> = []
        var next: BudgetFigure? = figure
        while let present = next, seen.insert(present.id).inserted {
            if present.partOf != nil { return true }
            next = present.revises.flatMap { byID[$0] }
        }
        return false
    }
}
