import FamilyServicesKit
import Testing

@Suite("Rules about money")
struct BudgetRulesTests {
    private func problems(_ budget: [BudgetFigure]) throws -> [String] {
        var pack = try ReportPack.minimal()
        pack.budget = budget
        return pack.validate().map(\.message)
    }

    @Test(
        "find an amount that is not what is printed",
        arguments: [
            (5_700_000, "£7.5m", true), (5_700_000, "£5.7m", false), (5_700_000, "£5.700m", false),
            (5_740_000, "£5.7m", false), (5_760_000, "£5.7m", true), (410_000, "£410k", false), (410_000, "£41k", true),
            (390_000, "£0.390 million", false), (1_250_000, "about £1.2m", false), (1_250_000, "see annex", false),
        ] as [(Double, String, Bool)])
    func printed(pounds: Double, printed: String, isWrong: Bool) throws {
        let found = try problems([
            BudgetFigure(id: "B", kind: .budget, title: "Budget", pounds: pounds, printed: printed)
        ])
        #expect(found.count == (isWrong ? 1 : 0), "\(found)")
    }

    @Test("find parts that are more than their whole")
    func parts() throws {
        func part(_ id: BudgetFigure.ID, _ pounds: Double, _ kind: BudgetFigure.Kind = .budget) -> BudgetFigure {
            BudgetFigure(id: id, kind: kind, title: "Part", pounds: pounds, partOf: "whole")
        }
        let whole = BudgetFigure(id: "whole", kind: .budget, title: "Whole", pounds: 100)
        #expect(try problems([whole, part("a", 60), part("b", 40)]) == [])
        // Another kind of money does not count towards the sum.
        #expect(try problems([whole, part("a", 60), part("b", 50, .pressure)]) == [])
        #expect(try problems([whole, part("a", 60), part("b", 41)]).count == 1)
    }

    @Test("find two savings asked for in one time, unless one takes the other's place")
    func savings() throws {
        let period = try ReportingPeriod("FY2024-25")
        func target(_ id: BudgetFigure.ID, _ pounds: Double, revises: BudgetFigure.ID? = nil) -> BudgetFigure {
            BudgetFigure(
                id: id, kind: .savingsTarget, title: "Savings", pounds: pounds, period: period, revises: revises)
        }
        #expect(try problems([target("a", 8), target("b", 7)]).count == 1)
        #expect(try problems([target("a", 8), target("b", 7, revises: "a")]) == [])
        #expect(try problems([target("a", 8), target("b", 8)]) == [])
    }
}
