public import FamilyServicesKit

/// A chart drawn as SVG, with what its lines and marks mean beneath it.
///
/// The picture is complete in itself: it has no style sheet, no script and no link, so it can be a file of its own or a part of a web
/// page. The title and the alternative text of the chart are in it for those who use a screen reader. Colours can be told apart in
/// black and white too, because each line has dashes of its own and each mark a shape.
///
/// ```swift
/// import ChartSVG
///
/// for case .chart(let chart) in publication.sections.flatMap(\.blocks) {
///     if let picture = ChartPicture(of: chart) { print(picture.markup) }
/// }
/// ```
///
/// Equal charts give equal pictures.
public struct ChartPicture: Sendable, Hashable {
    /// The picture as SVG: one `svg` element.
    public let markup: String
    /// The width in units of the picture.
    public let width: Int
    /// The height in the same units.
    public let height: Int

    private static let left = 48
    private static let rowHeight = 24
    private static let across = 2
    private static let titleHeight = 26

    /// Draws a chart.
    ///
    /// A figure that is not finite, or is beyond 10^100, is left out like a gap. Labels that are longer than there is room for
    /// are shortened. O(labels × series).
    ///
    /// - Parameters:
    ///   - chart: The chart.
    ///   - showsTitle: Whether the title of the chart is drawn above it, for a picture that has no heading of its own.
    /// - Returns: The picture; `nil` where the chart has no figure to draw. Then show the alternative text of the chart.
    public init?(of chart: Chart, showsTitle: Bool = false) {
        guard let drawing = SVG.drawing(of: chart) else { return nil }
        let items = ChartLegend.items(of: chart)
        let rows = (items.count + Self.across - 1) / Self.across
        width = SVG.width + 2 * Self.left
        let top = showsTitle ? Self.titleHeight : 0
        height = drawing.height + rows * Self.rowHeight + 8 + top
        let title =
            showsTitle ? SVG.text(SVG.shortened(chart.title, to: 90), x: 4 - Double(Self.left), y: -10) + "\n" : ""
        var legend = ""
        for (index, item) in items.enumerated() {
            let x = Double(index % Self.across * (SVG.width / Self.across + Self.left / 2))
            let y = Double(drawing.height + index / Self.across * Self.rowHeight)
            legend += "<g transform=\"translate(\(SVG.place(x)) \(SVG.place(y)))\">\(item.sample)"
            legend += "\(SVG.text(SVG.shortened(item.words, to: 44), x: 34, y: 12))</g>\n"
        }
        markup = """
            <svg xmlns="http://www.w3.org/2000/svg" role="img" width="\(width)" height="\(height)" \
            viewBox="\(-Self.left) \(-top) \(width) \(height)"\(PictureLook.words)>
            <title>\(HTMLText.oneLine(chart.title))</title>
            <desc>\(HTMLText.oneLine(chart.alternativeText))</desc>
            <rect x="\(-Self.left)" y="\(-top)" width="\(width)" height="\(height)" fill="#fff"/>
            \(PictureLook.dressed(title + drawing.markup + legend))</svg>

            """
    }
}
