package import FamilyServicesKit

/// A chart as a picture that is a file of its own, with what its lines and marks mean beneath it: for paper.
///
/// It has the lines of the web page in colours that can be told apart in black and white too, because each line has dashes of its
/// own and each mark a shape.
package struct ChartPicture: Sendable, Hashable {
    /// The picture as SVG.
    package let markup: String
    /// The width in units of the picture.
    package let width: Int
    /// The height in the same units.
    package let height: Int

    private static let left = 48
    private static let rowHeight = 24
    private static let across = 2

    /// Draws a chart.
    ///
    /// - Parameter chart: The chart.
    /// - Returns: The picture; `nil` where the chart has no figure to draw.
    package init?(of chart: Chart) {
        let comparators = ChartLegend.comparators(of: [chart])
        let drawing =
            chart.form == .lines ? LineDrawing(chart, comparators: comparators).drawing : BarDrawing(chart).drawing
        guard let drawing else { return nil }
        let items = ChartLegend.items(of: chart, comparators: comparators)
        let rows = (items.count + Self.across - 1) / Self.across
        width = SVG.width + 2 * Self.left
        height = drawing.height + rows * Self.rowHeight + 8
        var legend = ""
        for (index, item) in items.enumerated() {
            let x = Double(index % Self.across * (SVG.width / Self.across + Self.left / 2))
            let y = Double(drawing.height + index / Self.across * Self.rowHeight)
            legend += "<g transform=\"translate(\(SVG.place(x)) \(SVG.place(y)))\">\(item.sample)"
            legend += "\(SVG.text(SVG.shortened(item.words, to: 44), x: 34, y: 12))</g>\n"
        }
        markup = """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
            viewBox="\(-Self.left) 0 \(width) \(height)">
            <style>\(Self.style)</style>
            <rect x="\(-Self.left)" y="0" width="\(width)" height="\(height)" fill="#fff"/>
            \(drawing.markup)\(legend)</svg>

            """
    }

    /// The page's colours by day, without variables, which programs that draw for paper do not know.
    private static let style = """
        text{font-family:Arial,"Liberation Sans",Helvetica,"DejaVu Sans",sans-serif;font-size:16px;fill:#1b1f24}
        .axis{fill:#4a525c}.word{font-weight:bold;paint-order:stroke;stroke:#fff;stroke-width:4px}
        .grid{stroke:#8a939e;stroke-width:1;opacity:.45}.tick{stroke:#8a939e}.line{fill:none;stroke:#1b1f24}
        .measure{stroke:#1f4f99;stroke-width:2.5}.target{stroke:#1b1f24;stroke-width:1.75;stroke-dasharray:9 5}
        .average{stroke:#4a525c;stroke-width:1.5}.lower-limit{stroke:#4a525c;stroke-width:1.5;stroke-dasharray:2 4}
        .upper-limit{stroke:#4a525c;stroke-width:1.5;stroke-dasharray:6 3 1 3}.dot{fill:#1f4f99}
        .comparator{stroke:#1f4f99;stroke-width:1.5}.dash1{stroke-dasharray:5 4}.dash2{stroke-dasharray:8 3 2 3}
        .dash3{stroke-dasharray:12 3 2 3 2 3}.dash4{stroke-dasharray:1 4}.dash5{stroke-dasharray:12 6}
        .mark{stroke:#fff;stroke-width:1}.under{fill:#fff}.part{stroke:#fff;stroke-width:2}.lighter{fill-opacity:.9}
        .positive{fill:#1e6b3a}.caution{fill:#8a5300}.negative{fill:#a3161f}.complete{fill:#1f4f99}.neutral{fill:#5a626c}
        .inside{fill:#fff;font-weight:bold}
        """
}
