import FamilyServicesKit

/// A pack of very many figures, such as all councils of a country would give.
enum ManyObservations {
    static func pack(_ count: Int) throws -> ReportPack {
        let periods = try (0..<120).map { try ReportingPeriod.month($0 % 12 + 1, 2015 + $0 / 12) }
        let areas = (0..<152).map { number in
            Area(
                id: identifier("council", number), title: "Council \(number)", kind: .localAuthority,
                onsCode: ONSCode("E0\(8_000_000 + number)"))
        }
        let perIndicator = areas.count * periods.count
        let indicators = (0..<(count / perIndicator + 1)).map { number in
            Indicator(
                id: identifier("measure", number), title: "Measure number \(number) of the national return",
                unit: number % 2 == 0 ? .percent : .rate(per: 10_000), polarity: .neutral)
        }
        let observations = (0..<count).map { number in
            let place = number % perIndicator
            let random = mixed(UInt64(number))
            let denominator = Double(100 + random % 9_001)
            let numerator = (denominator * Double(random >> 16 % 1_000) / 1_000).rounded()
            let value: ObservedValue =
                switch random >> 32 % 50 {
                case 0: .missing(.suppressed)
                case 1...10: .value(Double(random >> 40 % 10_000) / 10)
                default: .fraction(numerator: numerator, denominator: denominator)
                }
            return Observation(
                indicator: indicators[number / perIndicator].id, period: periods[place % periods.count],
                area: areas[place / periods.count].id, value: value)
        }
        return ReportPack(
            manifest: .init(
                title: "A national return", organisation: "Exampleton Council", area: areas[0].id, period: periods[119],
                date: try CalendarDate(year: 2025, month: 2, day: 1), isSynthetic: true, areas: areas),
            indicators: indicators, observations: observations)
    }

    /// A number that looks random and is the same every time (the finaliser of SplitMix64).
    private static func mixed(_ number: UInt64) -> UInt64 {
        var mixed = number &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    private static func identifier<Subject>(_ name: String, _ number: Int) -> Identifier<Subject> {
        Identifier("\(name)-\(number)") ?? "unnamed"
    }
}
