import FamilyServicesKit
import ReportModel
@testable import ReportValidation
import Testing

@Suite("Records that lead back to themselves")
struct CycleRulesTests {
    @Test("are reported with the way round", arguments: breakages)
    func cycles(_ breakage: Breakage) throws { try breakage.check() }

    static let breakages: [Breakage] = [
        Breakage("areas", .error, .cycle, .area, "neighbours", "members", "“neighbours” → “neighbours”") {
            $0.manifest.areas[2] = Area(
                id: "neighbours", title: "N", kind: .comparator, members: ["exampleton", "neighbours"])
        },
        Breakage("categories", .error, .cycle, .breakdown, "age", "categories", "“a” → “b” → “a”") {
            $0.breakdowns.append(
                Breakdown(
                    id: "age", title: "Age",
                    categories: [
                        Breakdown.Category(id: "a", title: "A", parent: "b"),
                        Breakdown.Category(id: "b", title: "B", parent: "a"),
                    ]))
        },
        Breakage("plans", .error, .cycle, .plan, "old-plan", "replace", "“old-plan” → “plan” → “old-plan”") {
            $0.plans[0].replaces = "plan"
        },
        Breakage("parts of recommendations", .error, .cycle, .recommendation, "REC-1", "parts", "“REC-2”") {
            $0.inspections[0].recommendations[1].parent = "REC-1"
        },
        Breakage("recommendations that wait", .error, .cycle, .recommendation, "REC-1", "wait", "“REC-2”") {
            $0.inspections[0].recommendations[1].dependsOn = "REC-1"
        },
        Breakage("revoked directions", .error, .cycle, .inspection, "INS-2017", "revoke", "“VISIT-1”") {
            $0.inspections[1].revokes = "INS-2017"
        },
        Breakage("reports", .error, .cycle, .report, "report", "enclosed", "“cover”") {
            $0.reports[1].within = "report"
        },
        Breakage("enclosures", .error, .cycle, .report, "report", "enclosures", "“Appendix 1a”") {
            $0.reports[0].enclosures[0].partOf = "Appendix 1a"
        },
        Breakage("parts of a budget", .error, .cycle, .budgetFigure, "B1", "parts", "“B1” → “B2” → “B1”") {
            $0.budget[1].partOf = "B1"
        },
        Breakage("revised budgets", .error, .cycle, .budgetFigure, "B1", "revise", "“B1” → “B3” → “B1”") {
            $0.budget[2].revises = "B1"
        },
        Breakage(
            "a long way round, shortened", .error, .cycle, .plan, "p0", "“p0” → “p1” → “p2” → “p3” → … 16 more → “p0”"
        ) {
            $0.plans += (0..<20).map { number in
                ImprovementPlan(
                    id: ImprovementPlan.ID(stringLiteral: "p\(number)"), title: "P",
                    replaces: ImprovementPlan.ID(stringLiteral: "p\((number + 1) % 20)"))
            }
        },
    ]

    @Test("are found once each, however they hang together")
    func graphs() {
        #expect(CycleRules.cycles(among: [(1, [2]), (2, [3]), (3, [])]) == [])
        #expect(CycleRules.cycles(among: [(1, [1])]) == [[1]])
        #expect(CycleRules.cycles(among: [(1, [2]), (2, [3]), (3, [2])]) == [[2, 3]])
        #expect(CycleRules.cycles(among: [(1, [2, 3]), (2, [1]), (3, [1])]).count == 1)
        #expect(CycleRules.cycles(among: [(1, [2]), (2, [1]), (3, [4]), (4, [3])]) == [[1, 2], [3, 4]])
        // Two ways to the same place are no cycle.
        #expect(CycleRules.cycles(among: [(1, [2, 3]), (2, [4]), (3, [4]), (4, [])]) == [])
        #expect(CycleRules.cycles(among: [(1, []), (2, [3]), (3, [2])]) == [[2, 3]])
        // Names that nothing has lead nowhere.
        #expect(CycleRules.cycles(among: [(1, [9])]) == [])
    }

    @Test("are found however deep the chain, without running out of stack")
    func deepChain() {
        let count = 200_000
        let chain = (0..<count).map { ($0, [$0 + 1]) }
        #expect(CycleRules.cycles(among: chain) == [])
        #expect(CycleRules.cycles(among: chain + [(count, [0])]).first?.count == count + 1)
    }
}
