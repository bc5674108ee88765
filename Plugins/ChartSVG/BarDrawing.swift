import FamilyServicesKit

/// Draws a horizontal bar for each label, its parts from left to right in the order of the series.
struct BarDrawing {
    private static let left = 230.0
    private static let right = Double(SVG.width) - 28
    private static let top = 26.0
    private static let rowHeight = 34.0

    private let chart: Chart
    private let axis: Axis

    init(_ chart: Chart) {
        self.chart = chart
        let totals = chart.labels.indices.map { Self.total(of: chart, $0) }
        axis = Axis(holding: totals + [0])
    }

    /// The drawing; `nil` where there is no figure above zero.
    var drawing: SVG.Drawing? {
        guard chart.series.contains(where: { $0.points.contains { ($0.value ?? 0) > 0 } }) else { return nil }
        let bottom = Self.top + Self.rowHeight * Double(chart.labels.count)
        var markup = ""
        for step in axis.steps {
            markup += SVG.line((x(step), Self.top - 4), (x(step), bottom), style: "grid")
            let words = DecimalText.formatted(step, decimals: axis.decimals) + (chart.isPercentage ? "%" : "")
            markup += SVG.text(words, x: x(step), y: Self.top - 10, anchor: "middle")
        }
        for (index, label) in chart.labels.enumerated() { markup += bar(index, label) }
        markup += SVG.text(chart.valueTitle, x: Self.right, y: bottom + 20, anchor: "end", style: "axis")
        return SVG.Drawing(markup: markup, height: Int(bottom) + 30)
    }

    /// A piece of the bar, for the legend.
    static func sample(of series: Chart.Series, _ index: Int) -> String {
        "<rect x=\"0\" y=\"0\" width=\"24\" height=\"12\" class=\"\(style(series, index))\"/>"
    }

    /// Two parts with the same tone differ in depth, as their order does.
    private static func style(_ series: Chart.Series, _ index: Int) -> String {
        "part \(series.tone?.rawValue ?? Tone.neutral.rawValue)\(index % 2 == 0 ? "" : " lighter")"
    }

    private static func value(_ series: Chart.Series, _ label: Int) -> Double? {
        series.points.indices.contains(label) ? series.points[label].value : nil
    }

    private static func total(of chart: Chart, _ label: Int) -> Double {
        chart.series.reduce(0) { $0 + max(value($1, label) ?? 0, 0) }
    }

    private func x(_ value: Double) -> Double { Self.left + axis.share(value) * (Self.right - Self.left) }

    private static func box(from: Double, to: Double, _ top: Double, _ height: Double, style: String) -> String {
        "<rect x=\"\(SVG.place(from))\" y=\"\(SVG.place(top))\" width=\"\(SVG.place(to - from))\" "
            + "height=\"\(SVG.place(height))\" class=\"\(style)\"/>\n"
    }

    private func bar(_ index: Int, _ label: String) -> String {
        let top = Self.top + Self.rowHeight * Double(index) + 4
        let height = Self.rowHeight - 8
        var markup = SVG.text(
            SVG.shortened(label, to: 32), x: Self.left - 10, y: top + height / 2 + 4, anchor: "end")
        // Lighter parts let through what is behind them, which should not be the grid.
        markup += Self.box(from: x(0), to: x(Self.total(of: chart, index)), top, height, style: "under")
        var start = 0.0
        for (number, series) in chart.series.enumerated() {
            guard let value = Self.value(series, index), value > 0 else { continue }
            let (from, to) = (x(start), x(start + value))
            start += value
            markup += Self.box(from: from, to: to, top, height, style: Self.style(series, number))
            let words = DecimalText.formatted(value, decimals: chart.decimals)
            // A figure that has no room is in the table beneath.
            guard to - from > 8 * Double(words.count) + 4 else { continue }
            markup += SVG.text(words, x: (from + to) / 2, y: top + height / 2 + 4, anchor: "middle", style: "inside")
        }
        return markup
    }
}
