import FamilyServicesKit

/// The measures of a line chart as a row of block characters, after words that say where it begins, ends and turns.
enum Sparkline {
    /// The longest row; of a longer series the last points are drawn.
    ///
    /// Points are never averaged: an average of percentages with different denominators is no figure of the report.
    static let limit = 40

    private static let blocks = Array("▁▂▃▄▅▆▇█")
    private static let middle: Character = "▄"
    private static let gap: Character = "·"

    /// A sentence for each measure with at least two figures, as plain text; none for bars.
    ///
    /// - Parameters:
    ///   - chart: The chart.
    ///   - drawn: Whether the row of block characters follows, which screen readers spell out.
    static func sentences(of chart: Chart, drawn: Bool) -> [String] {
        guard chart.form == .lines else { return [] }
        let measures = chart.series.filter { $0.role == .measure }
        return measures.compactMap { series in
            sentence(series, chart, drawn).map { measures.count > 1 ? "\(series.title): \($0)" : $0 }
        }
    }

    private static func sentence(_ series: Chart.Series, _ chart: Chart, _ drawn: Bool) -> String? {
        // As printed, so that figures that look the same are drawn the same.
        let all = zip(chart.labels, series.points).map { label, point in
            (label: label, value: point.value.map { DecimalText.rounded($0, decimals: chart.decimals) })
        }
        guard let start = all.firstIndex(where: { $0.value != nil }),
            let end = all.lastIndex(where: { $0.value != nil })
        else { return nil }
        let points = all[start...end].suffix(limit).drop { $0.value == nil }
        let values = points.compactMap(\.value)
        guard values.count > 1, let first = points.first, let last = points.last, let lowest = values.min(),
            let highest = values.max()
        else { return nil }
        func text(_ value: Double?) -> String {
            value.map { DecimalText.formatted($0, decimals: chart.decimals) + (chart.isPercentage ? "%" : "") } ?? ""
        }
        let count = end - start + 1
        let beginning = points.count < count ? "The last \(points.count) of \(count) points, from" : "From"
        let span = "\(text(first.value)) (\(first.label)) to \(text(last.value)) (\(last.label))"
        let extremes =
            lowest < highest ? "lowest \(text(lowest)), highest \(text(highest))" : "the same throughout"
        guard drawn else { return "\(beginning) \(span), \(extremes)." }
        let gaps = points.count > values.count ? ", with a dot for each gap" : ""
        let row = String(points.map { point in point.value.map { block($0, lowest, highest) } ?? gap })
        return "\(beginning) \(span), \(extremes)\(gaps): \(row)"
    }

    private static func block(_ value: Double, _ lowest: Double, _ highest: Double) -> Character {
        // Halves, because the difference of two finite numbers need not be finite.
        let span = highest / 2 - lowest / 2
        guard span > 0 else { return middle }
        return blocks[Int(((value / 2 - lowest / 2) / span * Double(blocks.count - 1)).rounded())]
    }
}
