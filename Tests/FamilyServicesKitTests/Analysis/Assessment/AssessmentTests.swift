import FamilyServicesKit
import Testing

@Suite("The assessment of a pack")
struct AssessmentTests {
    private func pack() throws -> ReportPack {
        var pack = try ReportPack.minimal()
        pack.manifest.baseline = ReportPack.Baseline(title: "the inspection", period: try ReportingPeriod("2025-06"))
        pack.indicators = [
            Indicator(
                id: "timely", title: "Assessments in time", unit: .percent, polarity: .higherIsBetter,
                targets: [Target(.atLeast(90), tolerance: .absolute(5))]),
            Indicator(id: "none", title: "Without figures", unit: .count, polarity: .neutral),
        ]
        var period = try ReportingPeriod("2025-06")
        for numerator in [80, 81, 80, 81, 80, 82, 80, 80, 81, 81, 80, 80, 87] {
            pack.observations.append(
                Observation(
                    indicator: "timely", period: period, area: "exampleton",
                    value: .fraction(numerator: Double(numerator), denominator: 100)))
            period = try #require(period.successor)
        }
        return pack
    }

    @Test("It says where an indicator stands, how it moved and what its control chart says")
    func indicator() throws {
        let assessment = try pack().assess()
        #expect(assessment.indicators.map(\.indicator) == ["timely"])
        let result = try #require(assessment.indicators.first)
        #expect(result.period == (try ReportingPeriod("2026-06")))
        #expect(result.value == 87)
        #expect(result.text == "87.0%")
        #expect(result.rating.outcome == .amber)
        #expect(result.rating.target == "at least 90%")
        #expect(result.rating.signedDistance == -3)
        #expect(result.previousPeriod.change == 7)
        #expect(result.previousPeriod.meaning == .improving)
        #expect(result.samePeriodLastYear.earlier == 80)
        #expect(result.baseline?.change == 7)
        let chart = try #require(result.controlChart)
        #expect(chart.variation == .improvement)
        #expect(chart.explanation.contains("87.0%"))
        let limits = try #require(chart.upperLimit)
        #expect(limits < 87)
    }

    @Test("It comes back from JSON as it was")
    func coding() throws {
        for pack in [try pack(), try Fixtures.fullPack()] {
            let assessment = pack.assess()
            #expect(!assessment.indicators.isEmpty)
            #expect(try roundTrip(assessment) == assessment)
        }
    }

    @Test("A full pack has a result of every sort, each about a record of the pack")
    func everySort() throws {
        let pack = try Fixtures.fullPack()
        let assessment = pack.assess()
        #expect(assessment.plans.map(\.plan) == pack.plans.map(\.id))
        #expect(assessment.findings.map(\.finding) == pack.inspections.flatMap(\.findings).map(\.id))
        #expect(assessment.claims.map(\.claim) == pack.claims.map(\.id))
        let actions = Set(pack.plans.flatMap(\.actions).map(\.id))
        #expect(assessment.findings.flatMap(\.actions).allSatisfy(actions.contains))
    }

    @Test("A publication is assessed from what its audience may see")
    func published() throws {
        var pack = try pack()
        pack.observations[12].access = .exempt([.identity])
        let everyone = try pack.publish(for: .everyone).assessment
        #expect(everyone.indicators.first?.value == 80)
        #expect(try pack.publish(for: .members).assessment.indicators.first?.value == 87)
    }
}
