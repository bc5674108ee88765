import FamilyServicesKit

/// Packs for tests of claims.
enum ClaimPack {
    /// A month of 2017.
    static func month(_ number: Int) throws -> ReportingPeriod { try ReportingPeriod.month(number, 2017) }

    /// A reference in text.
    static func figure(_ text: String) throws -> FigureReference { try FigureReference(text) }

    /// Counts, percentages and groups for three months.
    static func pack() throws -> ReportPack {
        var pack = try ReportPack.minimal()
        pack.manifest.period = try month(11)
        pack.manifest.areas.append(.england)
        pack.breakdowns = [
            Breakdown(
                id: "sex", title: "Sex",
                categories: [
                    Breakdown.Category(id: "girls", title: "Girls"), Breakdown.Category(id: "boys", title: "Boys"),
                ])
        ]
        pack.indicators = [
            Indicator(id: "contacts", title: "Contacts", unit: .count, polarity: .neutral, breakdown: "sex"),
            Indicator(id: "children", title: "Children", unit: .count, polarity: .neutral),
            Indicator(
                id: "in-time", title: "Assessments in time", unit: .percent, decimals: 1, polarity: .higherIsBetter,
                targets: [Target(.atLeast(90), tolerance: .absolute(5))]),
            Indicator(id: "visits", title: "Visits in time", unit: .percent, decimals: 0, polarity: .higherIsBetter),
        ]
        func add(_ id: Indicator.ID, _ month: Int, _ value: ObservedValue, category: Breakdown.Category.ID? = nil)
            throws
        {
            pack.observations.append(
                Observation(
                    indicator: id, period: try Self.month(month), area: "exampleton", category: category, value: value))
        }
        for (month, count) in [(9, 7_130.0), (10, 8_792), (11, 10_587)] { try add("contacts", month, .value(count)) }
        try add("contacts", 11, .value(6_100), category: "girls")
        try add("contacts", 11, .value(4_487), category: "boys")
        try add("children", 11, .value(23_000))
        for (month, part) in [(9, 131.0), (10, 100), (11, 155)] {
            try add("in-time", month, .fraction(numerator: part, denominator: 271))
        }
        for (month, share) in [(9, 12.0), (10, 9), (11, 17)] { try add("visits", month, .value(share)) }
        return pack
    }

    /// Checks a claim against the pack.
    static func check(
        _ kind: Claim.Kind, _ stated: String, _ figures: String..., against: String? = nil, outOf: [String] = []
    ) throws -> ClaimResult {
        try pack().check(
            Claim(
                id: "c", statement: "A sentence.", kind: kind, stated: StatedFigure(stated),
                figures: try figures.map { try FigureReference($0) },
                comparedWith: try against.map { try FigureReference($0) },
                outOf: try outOf.map { try FigureReference($0) }))
    }
}
