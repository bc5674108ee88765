package import FamilyServicesKit

/// The key of a chart, on the page and beneath a picture.
package enum ChartLegend {
    package typealias Item = (sample: String, words: String)

    /// The comparators on charts of lines, each once.
    package static func comparators(of charts: [Chart]) -> [String] {
        var seen: Set<String> = []
        return charts.filter { $0.form == .lines }.flatMap(\.series)
            .filter { $0.role == .comparator && seen.insert($0.title).inserted }.map(\.title)
    }

    /// One key for several line charts: each line and mark once.
    package static func items(of charts: [Chart], comparators: [String]) -> [Item] {
        var seen: Set<String> = []
        let items = charts.filter { $0.form == .lines }.flatMap { Self.items(of: $0, comparators: comparators) }
        return items.filter { seen.insert($0.words.lowercased()).inserted }
    }

    /// What each line or bar and each kind of mark means, with a piece of it.
    ///
    /// - Parameters:
    ///   - chart: The chart.
    ///   - comparators: The comparators of all charts that have one key; `nil` for those of this chart.
    package static func items(of chart: Chart, comparators: [String]? = nil) -> [Item] {
        let comparators = comparators ?? Self.comparators(of: [chart])
        var items: [Item] = chart.series.enumerated().map { index, series in
            (
                sample: chart.form == .lines
                    ? LineDrawing.sample(of: series, comparators: comparators) : BarDrawing.sample(of: series, index),
                words: series.title
            )
        }
        var seen: Set<Chart.Mark> = []
        for mark in chart.series.flatMap({ $0.points.compactMap(\.mark) }) where seen.insert(mark).inserted {
            items.append((sample: SVG.mark(mark.tone, x: 12, y: 6), words: "Marked: \(mark.label)"))
        }
        return items
    }
}
