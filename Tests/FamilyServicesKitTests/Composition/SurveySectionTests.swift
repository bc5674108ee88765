import FamilyServicesKit
import Testing

@Suite("Survey results")
struct SurveySectionTests {
    private func pack() throws -> ReportPack {
        var pack = try ReportPack.minimal()
        pack.breakdowns = [
            Breakdown(
                id: "age", title: "Age", categories: [.init(id: "all", title: "All"), .init(id: "13", title: "13 on")],
                total: "all")
        ]
        pack.indicators = [
            Indicator(
                id: "staff", title: "I like it here", unit: .percent, decimals: 0, respondents: .staff,
                polarity: .higherIsBetter),
            Indicator(
                id: "safe", title: "I feel safe", unit: .percent, decimals: 0, respondents: .children,
                polarity: .higherIsBetter, breakdown: "age", targets: [Target(.atLeast(85))]),
            Indicator(id: "other", title: "Visits", unit: .percent, polarity: .higherIsBetter),
        ]
        func observe(_ id: Indicator.ID, _ period: String, _ category: Breakdown.Category.ID?, _ value: ObservedValue)
            throws
        {
            pack.observations.append(
                Observation(
                    indicator: id, period: try ReportingPeriod(period), area: "exampleton", category: category,
                    value: value))
        }
        try observe("staff", "2026-03", nil, .value(61, outOf: 130))
        try observe("safe", "2025-05", "all", .fraction(numerator: 80, denominator: 120))
        try observe("safe", "2026-05", "all", .fraction(numerator: 96, denominator: 128))
        try observe("safe", "2026-07", "all", .fraction(numerator: 1, denominator: 128))
        try observe("safe", "2026-05", "13", .fraction(numerator: 40, denominator: 60))
        try observe("other", "2026-06", nil, .fraction(numerator: 40, denominator: 60))
        return pack
    }

    @Test("Answers of children come first, for all and group by group, with the number of answers and the likely range")
    func rows() throws {
        let table = try pack().publish(for: .everyone, options: PublicationOptions(smallNumbers: .showAll))
            .table("Survey_results")
        let children = Respondents.children.label
        #expect(try table.words("Who was asked") == [children, children, "Staff"])
        #expect(try table.words("Group") == ["All", "13 on", ""])
        #expect(try table.numbers("Result") == [75, 100.0 * 40 / 60, 61])
        #expect(try table.numbers("Answers") == [128, 60, 130])
        // Wilson's interval of 96 of 128 and 40 of 60.
        #expect(try table.words("Likely range") == ["67% to 82%", "54% to 77%", ""])
        #expect(try table.words("Change") == ["No clear change (+8 points)", "", ""])
        #expect(try table.words("Target") == ["at least 85%", "at least 85%", ""])
    }

    @Test("Survey results stand in their own section and not on the dashboard")
    func apart() throws {
        let dashboard = try pack().publish(for: .everyone).table("Dashboard")
        #expect(try dashboard.words("Measure") == ["Visits"])
    }

    @Test("A pack in which no measure names respondents has no such section")
    func none() throws {
        var pack = try pack()
        for index in pack.indicators.indices { pack.indicators[index].respondents = nil }
        #expect(!(try pack.publish(for: .everyone).sections.contains { $0.id == "surveys" }))
    }
}
