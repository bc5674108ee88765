import ChartSVG
import FamilyServicesKit

/// Draws the figures up to the latest, as small as a word, with a dot at the latest.
///
/// The words beside it have the figure and its direction, so those who do not see the picture miss nothing.
struct TrendDrawing {
    private static let (width, height, margin) = (96.0, 22.0, 3.0)

    private let points: [Double?]

    init(_ trend: Trend) {
        points = trend.points
    }

    /// The picture; empty where there are fewer than two figures.
    var markup: String {
        let known = points.compactMap { $0 }
        guard known.count > 1, let lowest = known.min(), let highest = known.max() else { return "" }
        let span = highest - lowest
        func x(_ index: Int) -> Double {
            Self.margin + (Self.width - 2 * Self.margin) * Double(index) / Double(max(points.count - 1, 1))
        }
        func y(_ value: Double) -> Double {
            let share = span > 0 && span.isFinite ? (value - lowest) / span : 0.5
            return Self.height - Self.margin - share * (Self.height - 2 * Self.margin)
        }
        var path = ""
        var isDown = false
        var last: (x: Double, y: Double)?
        for (index, point) in points.enumerated() {
            guard let point else {
                isDown = false
                continue
            }
            path += "\(isDown ? "L" : "M")\(SVG.place(x(index))) \(SVG.place(y(point)))"
            isDown = true
            last = (x(index), y(point))
        }
        let dot = last.map { "<circle cx=\"\(SVG.place($0.x))\" cy=\"\(SVG.place($0.y))\" r=\"2.5\" class=\"dot\"/>" }
        return "<svg class=\"trend\" aria-hidden=\"true\" viewBox=\"0 0 \(Int(Self.width)) \(Int(Self.height))\">"
            + "<path d=\"\(path)\" class=\"line measure\"/>\(dot ?? "")</svg>"
    }
}
