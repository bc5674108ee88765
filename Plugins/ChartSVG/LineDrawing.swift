import FamilyServicesKit

/// Draws lines: the measure with a dot at each figure, and target, average and limits with dashes of their own.
struct LineDrawing {
    private static let left = 64.0
    private static let right = Double(SVG.width) - 16
    private static let top = 30.0
    private static let bottom = 280.0

    private let chart: Chart
    private let comparators: [String]
    private let axis: Axis

    /// Prepares to draw a chart.
    ///
    /// - Parameters:
    ///   - chart: The chart.
    ///   - comparators: The comparators of all charts that have one key.
    init(_ chart: Chart, comparators: [String]) {
        self.chart = chart
        self.comparators = comparators
        let values = chart.series.flatMap { $0.points.compactMap(\.value) }
        axis = Axis(
            holding: values, within: chart.isPercentage && values.allSatisfy((0...100).contains) ? 0...100 : nil)
    }

    /// The drawing; `nil` where there is no figure.
    var drawing: SVG.Drawing? {
        guard chart.series.contains(where: { $0.points.contains { $0.value != nil } }) else { return nil }
        var markup = grid + labels
        for series in chart.series where series.role != .measure { markup += line(series) }
        for series in chart.series where series.role == .measure {
            markup += line(series) + dots(series)
        }
        return SVG.Drawing(markup: markup, height: 330)
    }

    /// A piece of the line, for the legend.
    static func sample(of series: Chart.Series, comparators: [String]) -> String {
        let line = "<line x1=\"0\" y1=\"6\" x2=\"24\" y2=\"6\" class=\"\(style(series, comparators))\"/>"
        return series.role == .measure ? line + "<circle cx=\"12\" cy=\"6\" r=\"3.5\" class=\"dot\"/>" : line
    }

    /// Comparators differ by their dashes; the same one has the same on all charts that have one key.
    private static func style(_ series: Chart.Series, _ comparators: [String]) -> String {
        let style = "line \(series.role.rawValue)"
        guard series.role == .comparator else { return style }
        return "\(style) dash\((comparators.firstIndex(of: series.title) ?? 0) % 5 + 1)"
    }

    private func x(_ index: Int) -> Double {
        let count = chart.labels.count
        // One figure alone is in the middle.
        guard count > 1 else { return (Self.left + Self.right) / 2 }
        let room = Self.right - Self.left - 32
        return Self.left + 16 + room * Double(index) / Double(count - 1)
    }

    private func y(_ value: Double) -> Double { Self.bottom - axis.share(value) * (Self.bottom - Self.top) }

    private var grid: String {
        let suffix = chart.isPercentage ? "%" : ""
        var markup = SVG.text(chart.valueTitle, x: 4, y: 14, style: "axis")
        for step in axis.steps {
            markup += SVG.line((Self.left, y(step)), (Self.right, y(step)), style: "grid")
            let words = DecimalText.formatted(step, decimals: axis.decimals) + suffix
            markup += SVG.text(words, x: Self.left - 8, y: y(step) + 4, anchor: "end")
        }
        return markup
    }

    /// As many labels as there is room for, the first and the last among them.
    private var labels: String {
        let longest = chart.labels.map(\.count).max() ?? 0
        // On paper letters are larger than on the screen, and in some fonts wider.
        let fitting = max(Int((Self.right - Self.left) / (10.6 * Double(min(longest, 24)) + 20)), 2)
        let stride = max((chart.labels.count - 1 + fitting - 2) / max(fitting - 1, 1), 1)
        var markup = ""
        let last = chart.labels.count - 1
        for index in chart.labels.indices
        where index == last || (index % stride == 0 && last - index >= stride) {
            let anchor = index == 0 && last > 0 ? "start" : index == last && last > 0 ? "end" : "middle"
            let shift = anchor == "start" ? -12.0 : anchor == "end" ? 12.0 : 0
            let label = SVG.shortened(chart.labels[index], to: 24)
            markup += SVG.line((x(index), Self.bottom), (x(index), Self.bottom + 5), style: "tick")
            markup += SVG.text(label, x: x(index) + shift, y: Self.bottom + 22, anchor: anchor)
        }
        return markup + SVG.text(chart.labelTitle, x: Self.right, y: Self.bottom + 42, anchor: "end", style: "axis")
    }

    /// A line with a gap wherever there is no figure.
    private func line(_ series: Chart.Series) -> String {
        let points = series.points.prefix(chart.labels.count).enumerated()
        var path = ""
        var isDown = false
        for (index, point) in points {
            guard let value = point.value else {
                isDown = false
                continue
            }
            path += "\(isDown ? "L" : "M")\(SVG.place(x(index))) \(SVG.place(y(value)))"
            isDown = true
        }
        return path.isEmpty ? "" : "<path d=\"\(path)\" class=\"\(Self.style(series, comparators))\"/>\n"
    }

    /// A dot for each figure, or the shape of its mark; a run of equal marks has its words once.
    private func dots(_ series: Chart.Series) -> String {
        var markup = ""
        var previous: Chart.Mark?
        for (index, point) in series.points.prefix(chart.labels.count).enumerated() {
            defer { previous = point.mark }
            guard let value = point.value else { continue }
            guard let mark = point.mark else {
                markup +=
                    "<circle cx=\"\(SVG.place(x(index)))\" cy=\"\(SVG.place(y(value)))\" r=\"3.5\" class=\"dot\"/>\n"
                continue
            }
            markup += SVG.mark(mark.tone, x: x(index), y: y(value))
            guard mark != previous else { continue }
            let anchor = x(index) > Self.right - 120 ? "end" : "start"
            let above = y(value) - 12 > Self.top
            markup += SVG.text(mark.label, x: x(index), y: y(value) + (above ? -12 : 20), anchor: anchor, style: "word")
        }
        return markup
    }
}
