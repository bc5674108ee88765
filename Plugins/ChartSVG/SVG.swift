package import FamilyServicesKit

/// What the drawings share.
package enum SVG {
    /// The width of a drawing in its own units, of which the page makes what room there is.
    package static let width = 760

    /// The lines or bars of a chart, with classes for a style sheet.
    package struct Drawing {
        package let markup: String
        package let height: Int
    }

    /// The drawing of a chart; `nil` where the chart has no figure to draw.
    ///
    /// - Parameters:
    ///   - chart: The chart.
    ///   - comparators: The comparators of all charts that have one key; `nil` for those of this chart.
    package static func drawing(of chart: Chart, comparators: [String]? = nil) -> Drawing? {
        let chart = chart.drawable
        guard chart.form == .lines else { return BarDrawing(chart).drawing }
        return LineDrawing(chart, comparators: comparators ?? ChartLegend.comparators(of: [chart])).drawing
    }

    /// A coordinate with one decimal, so that equal charts give equal bytes.
    package static func place(_ value: Double) -> String { DecimalText.plain(value, decimals: 1) }

    static func text(
        _ words: String, x: Double, y: Double, anchor: String = "start", style: String = ""
    ) -> String {
        let attribute = style.isEmpty ? "" : " class=\"\(style)\""
        return "<text x=\"\(place(x))\" y=\"\(place(y))\" text-anchor=\"\(anchor)\"\(attribute)>"
            + "\(HTMLText.oneLine(words))</text>\n"
    }

    static func line(_ start: (x: Double, y: Double), _ end: (x: Double, y: Double), style: String) -> String {
        "<line x1=\"\(place(start.x))\" y1=\"\(place(start.y))\" x2=\"\(place(end.x))\" y2=\"\(place(end.y))\" "
            + "class=\"\(style)\"/>\n"
    }

    /// A mark whose shape, not its colour alone, says whether the news is good.
    static func mark(_ tone: Tone, x: Double, y: Double) -> String {
        let corners: [(Double, Double)] =
            switch tone {
            case .positive: [(0, -6), (6, 5), (-6, 5)]
            case .negative: [(0, 6), (6, -5), (-6, -5)]
            case .caution: [(0, -6), (6, 0), (0, 6), (-6, 0)]
            case .complete, .neutral: [(-5, -5), (5, -5), (5, 5), (-5, 5)]
            }
        let points = corners.map { "\(place(x + $0.0)),\(place(y + $0.1))" }.joined(separator: " ")
        return "<polygon points=\"\(points)\" class=\"mark \(tone.rawValue)\"/>\n"
    }

    /// A label that fits a number of characters.
    static func shortened(_ words: String, to count: Int) -> String {
        words.count <= count ? words : words.prefix(max(count - 1, 1)) + "…"
    }
}

/// An axis with round steps.
struct Axis {
    let steps: [Double]
    let decimals: Int
    var lower: Double { steps.first ?? 0 }
    var upper: Double { steps.last ?? 1 }

    /// Makes an axis that holds numbers.
    ///
    /// - Parameters:
    ///   - values: Finite numbers.
    ///   - limits: What the axis never goes beyond, where that is known.
    init(holding values: [Double], within limits: ClosedRange<Double>? = nil) {
        var low = values.min() ?? 0
        var high = values.max() ?? 1
        // Zero belongs to the picture where it is near; else the axis says where it begins.
        if low > 0, low < 0.5 * high { low = 0 }
        // One more or less than a very great number is the same number, and an axis between the two would have no steps.
        let margin = max(1, 1e-6 * max(abs(low), abs(high)))
        if high - low < 1e-9 * max(abs(high), 1) { (low, high) = (low - margin, high + margin) }
        let rough = (high - low) / 5
        let power = Self.power(below: rough)
        let step = [1, 2, 2.5, 5, 10].map { $0 * power }.first { $0 >= rough } ?? 10 * power
        var first = (low / step).rounded(.down)
        var last = (high / step).rounded(.up)
        if let limits {
            first = max(first, (limits.lowerBound / step).rounded(.down))
            last = min(last, (limits.upperBound / step).rounded(.up))
        }
        let count = min(max(last - first, 1), 20)
        steps = stride(from: 0, through: count, by: 1).map { (first + $0) * step }
        decimals = steps.contains { ($0 * 10).rounded() / 10 != $0.rounded() } ? (step < 0.1 ? 2 : 1) : 0
    }

    /// Where a number stands between the ends, from 0 to 1.
    func share(_ value: Double) -> Double { upper > lower ? (value - lower) / (upper - lower) : 0.5 }

    /// The greatest power of ten that is not above a number.
    private static func power(below number: Double) -> Double {
        var power = 1.0
        while power > number, power > 1e-300 { power /= 10 }
        while power * 10 <= number, power < 1e300 { power *= 10 }
        return power
    }
}

extension Chart {
    /// The chart without figures that have no place on an axis.
    fileprivate var drawable: Chart {
        func hasPlace(_ value: Double) -> Bool { value.magnitude <= 1e100 }
        let isDrawable = series.allSatisfy {
            $0.points.count <= labels.count && $0.points.compactMap(\.value).allSatisfy(hasPlace)
        }
        guard !isDrawable else { return self }
        let series = series.map { series in
            let points = series.points.prefix(labels.count).map { point in
                Point(point.value.flatMap { hasPlace($0) ? $0 : nil }, missing: point.missing, mark: point.mark)
            }
            return Series(series.title, role: series.role, tone: series.tone, points: points)
        }
        return Chart(
            name: name, title: title, alternativeText: alternativeText, form: form, labelTitle: labelTitle,
            valueTitle: valueTitle, isPercentage: isPercentage, decimals: decimals, labels: labels, series: series)
    }
}
