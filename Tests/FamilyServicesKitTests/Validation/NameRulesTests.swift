import FamilyServicesKit
import ReportModel
@testable import ReportValidation
import Testing

@Suite("Names that mean one thing")
struct NameRulesTests {
    private func problems(_ pack: ReportPack) -> [String] {
        var problems = ProblemList()
        NameRules.check(pack, into: &problems)
        return problems.diagnostics.map(\.message)
    }

    private func grades(_ id: GradeDistribution.ID, _ domain: String, _ period: String) throws -> GradeDistribution {
        GradeDistribution(id: id, domain: domain, period: try ReportingPeriod(period), results: .counts([.good: 3]))
    }

    @Test(
        "that differ only in what readers do not see are pointed out",
        arguments: [
            ("Child's voice", "Child’s voice"), ("Help – early", "Help - early"), ("Overall", "overall"),
            ("Plan  quality", "Plan quality"), ("Care\u{A0}plans", "Care plans"),
        ])
    func lookAlike(first: String, second: String) throws {
        var pack = try ReportPack.minimal()
        pack.audits.grades = [try grades("a", first, "FY2025-26-Q4"), try grades("b", second, "FY2026-27-Q1")]
        #expect(problems(pack).contains { $0.contains("“\(second)” and “\(first)” differ only in marks") })
        pack.audits.grades[1].domain = first
        #expect(problems(pack).isEmpty)
        pack.audits.grades[1].domain = first + " 2"
        #expect(problems(pack).isEmpty)
    }

    @Test("A domain that no grade has is pointed out with the one that was meant")
    func domains() throws {
        var pack = try ReportPack.minimal()
        pack.audits.grades = [try grades("a", "Child's voice", "FY2026-27-Q1")]
        pack.plans = [
            ImprovementPlan(
                id: "p", title: "P",
                actions: [
                    PlanAction(id: "a1", title: "Hear the child", auditDomains: ["Chidl's voice", "Child's voice"]),
                    PlanAction(id: "a2", title: "Other", auditDomains: ["Management"]),
                ])
        ]
        #expect(
            problems(pack) == [
                "No audit grade has the domain “Chidl's voice”. Did you mean “Child's voice”?",
                "No audit grade has the domain “Management”; correct it, or add the grades of that domain.",
            ])
    }

    @Test("Two areas with one code, and two categories with one title, are pointed out")
    func codesAndTitles() throws {
        var pack = try ReportPack.minimal()
        let code = try #require(ONSCode("E06000061"))
        pack.manifest.areas += [
            Area(id: "a", title: "A", kind: .localAuthority, onsCode: code),
            Area(id: "b", title: "B", kind: .localAuthority, onsCode: code),
        ]
        pack.breakdowns = [
            Breakdown(
                id: "s", title: "Sex",
                categories: [
                    Breakdown.Category(id: "m", title: "Boys"), Breakdown.Category(id: "f", title: "Girls"),
                    Breakdown.Category(id: "n", title: "boys"),
                ])
        ]
        let found = problems(pack)
        #expect(found.count == 2, "\(found)")
        #expect(found.contains { $0.contains("“a” and “b” have the same code of the Office for National Statistics") })
        #expect(found.contains { $0.contains("“m” and “n” have the same title") })
    }

    @Test("A reference names one action of its plan, and may be that of another plan's")
    func references() throws {
        func action(_ id: PlanAction.ID, _ reference: String) throws -> PlanAction {
            PlanAction(id: id, reference: try PlanReference(reference), title: "T")
        }
        var pack = try ReportPack.minimal()
        pack.plans = [
            ImprovementPlan(id: "p", title: "P", actions: [try action("a", "1.1"), try action("b", "1.10")]),
            ImprovementPlan(id: "q", title: "Q", actions: [try action("c", "1.1")]),
        ]
        #expect(!pack.validate().contains { $0.code == .duplicate })
        pack.plans[0].actions[1].reference = try PlanReference("1.1")
        let found = pack.validate().filter { $0.code == .duplicate }
        #expect(found.map(\.subject) == [RecordReference(.action, "b")])
    }
}

@Suite("Figures that were typed wrongly, or rounded")
struct TypedFigureTests {
    private func problems(
        _ values: [(String, ObservedValue, String?)], unit: MeasurementUnit = .percent, target: Target? = nil
    ) throws -> [String] {
        var pack = try ReportPack.minimal()
        pack.indicators = [
            Indicator(id: "i", title: "I", unit: unit, polarity: .higherIsBetter, targets: target.map { [$0] } ?? [])
        ]
        pack.observations = try values.map { period, value, printed in
            Observation(
                indicator: "i", period: try ReportingPeriod(period), area: pack.manifest.area, value: value,
                printed: printed.map { PrintedFigure($0, value: Double($0)) })
        }
        return pack.validate().map(\.message)
    }

    @Test("A proportion among percentages is pointed out, and a percentage that is small everywhere is not")
    func proportions() throws {
        let series: [(String, ObservedValue, String?)] = [
            ("2026-04", .value(71.5), nil), ("2026-05", .value(73.2), nil), ("2026-06", .value(0.745), nil),
        ]
        #expect(try problems(series).contains { $0.contains("if 74.5 per cent is meant, write 74.5") })
        let target = Target(.atLeast(90))
        #expect(
            try problems([("2026-06", .value(0.9), nil)], target: target).contains {
                $0.contains("what the target says")
            })
        #expect(try problems([("2026-05", .value(1.9), nil), ("2026-06", .value(0.7), nil)]).isEmpty)
        #expect(try problems([("2026-05", .value(12), nil), ("2026-06", .value(0.7), nil)]).isEmpty)
        #expect(
            try problems([("2026-05", .value(60), nil), ("2026-06", .fraction(numerator: 1, denominator: 200), nil)])
                .isEmpty)
    }

    @Test("What rounding to 10 explains is no error, and what it cannot explain still is")
    func rounded() throws {
        func found(_ numerator: Double, _ denominator: Double, _ printed: String) throws -> [String] {
            try problems([("FY2024-25", .fraction(numerator: numerator, denominator: denominator), printed)])
        }
        #expect(try found(490, 3_890, "12.7").isEmpty)
        #expect(try found(490, 3_890, "13.9").count == 1)
        #expect(try found(491, 3_890, "12.7").count == 1)
        let small = try found(10, 40, "27")
        #expect(small.count == 1 && small[0].hasSuffix("write about under “qualifier”."))
    }
}
