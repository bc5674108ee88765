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
            let denominator = Double(500 + number * 7_919 % 9_001)
            return Observation(
                indicator: indicators[number / perIndicator].id, period: periods[place % periods.count],
                area: areas[place / periods.count].id,
                value: number % 50 == 0
                    ? .missing(.suppressed)
                    : number % 3 == 0
                        ? .value(Double(number * 104_729 % 1_000_003) / 9_973)
                        : .fraction(
                            numerator: (denominator * Double(number * 31 % 97) / 97).rounded(), denominator: denominator
                        ))
        }
        return ReportPack(
            manifest: .init(
                title: "A national return", organisation: "Exampleton Council", area: areas[0].id, period: periods[119],
                date: try CalendarDate(year: 2025, month: 2, day: 1), isSynthetic: true, areas: areas),
            indicators: indicators, observations: observations)
    }

    private static func identifier<Subject>(_ name: String, _ number: Int) -> Identifier<Subject> {
        Identifier("\(name)-\(number)") ?? "unnamed"
    }
}
