package import FamilyServicesKit

/// The key of a chart, on the page and beneath a picture.
package enum ChartLegend {
    /// What each line or bar and each kind of mark means, with a piece of it.
    package static func items(of chart: Chart) -> [(sample: String, words: String)] {
        var items = chart.series.enumerated().map { index, series in
            (
                sample: chart.form == .lines
                    ? LineDrawing.sample(of: series, in: chart) : BarDrawing.sample(of: series, index),
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
