import OfficialStatistics
import ReportVocabulary
import SmallNumbers

/// The statistics without reports: an interval, a control chart, a funnel, and a table whose small counts stay hidden.
@main
enum StatisticsAlone {
    static func main() throws {
        // A share and what chance could make of it (Wilson).
        let share = try Proportion(168, of: 196)
        print("Interval: \(share.interval().label(in: .percent))")

        // Two years of months in a control chart (XmR), with what is unlikely to be chance.
        let first = try ReportingPeriod("2024-07")
        let figures = [
            82.0, 85, 81, 84, 83, 86, 82, 85, 84, 83, 86, 81, 84, 83, 85, 82, 84, 87, 86, 88, 86, 87, 88, 86,
        ]
        let chart = try ControlChart(
            figures.enumerated().compactMap { month, figure in
                first.advanced(by: month).map { ControlChart.Measurement($0, figure) }
            }, improvement: .increase)
        print("Control chart: \(chart.variationExplanation(unit: .percent, decimals: 0))")

        // Councils of different size around their average, allowing for how much they differ by more than chance.
        let councils = try [(168, 196), (231, 290), (88, 97), (402, 511), (91, 176), (275, 322), (196, 240)].map {
            try Proportion($0, of: $1)
        }
        let chance = try Funnel(councils)
        let spread = Overdispersion(of: councils.map { SteadyEstimate($0) })
        let funnel = try Funnel(.proportion, around: chance.average, multiplier: 100, variance: spread?.variance ?? 0)
        for (council, significance) in zip(councils, chance.significances) {
            let lines = try funnel.limits(at: council.denominator)
            let usual = "\(text(lines.lower)) to \(text(lines.upper ?? 100))"
            print("Funnel: \(text(council.value)). \(significance.label); councils of this size usually have \(usual)")
        }

        // Counts of children by age and place: 1 to 5 are hidden, and what would give them away.
        var counts = LinkedCounts()
        let rows = [("North", [12, 3, 21]), ("South", [9, 14, 8]), ("East", [17, 11, 26])]
        var cells: [[Int]] = []
        for (place, numbers) in rows {
            cells.append(try numbers.map { try counts.add(.init($0, label: place)) })
        }
        for row in cells.indices { cells[row].append(try counts.addTotal(of: cells[row])) }
        cells.append(try (0..<4).map { column in try counts.addTotal(of: cells.map { $0[column] }) })
        let pattern = try counts.protected(by: .suppressOneToFive)
        for (place, row) in zip(rows.map(\.0) + ["Total"], cells) {
            let shown = row.map { cell in
                switch pattern.counts[cell] {
                case .shown(let number): "\(number)"
                case .masked, .hidden: "[c]"
                }
            }
            print("Table: \(place) \(shown.joined(separator: " "))")
        }
    }

    private static func text(_ value: Double) -> String { "\(DecimalText.formatted(value, decimals: 1))%" }
}
