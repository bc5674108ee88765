import ChartSVG
import FamilyServicesKit

/// Writes a chart: the drawing with its words, what its lines and marks mean, and the figures.
struct ChartFigure {
    let chart: Chart
    let identifier: String
    let page: Page
    /// The comparators of all charts of the section.
    let comparators: [String]
    /// Whether the printed edition for members leaves it to the screen.
    let isOnScreenOnly: Bool

    func write<Sink: ByteSink & ~Copyable>(
        _ figures: TableWriter, isAnnounced: Bool, to output: inout HTMLOutput, sink: inout Sink
    ) throws {
        let title = HTMLText.isBlank(chart.title) ? "Chart" : HTMLText.oneLine(chart.title)
        let kinds = [chart.form == .lines ? "lines" : "bars", isOnScreenOnly ? "later" : nil].compactMap { $0 }
        output.append("<figure class=\"\(kinds.joined(separator: " "))\" aria-labelledby=\"\(identifier)\">\n")
        output.element("figcaption id=\"\(identifier)\"" + (isAnnounced ? " class=\"unseen\"" : ""), title)
        if let drawing = SVG.drawing(of: chart, comparators: comparators) {
            // On narrow screens it scrolls sideways, also from the keyboard.
            output.append(
                "<div class=\"frame\" role=\"group\" tabindex=\"0\" aria-labelledby=\"\(identifier)\">\n"
                    + "<svg role=\"img\" aria-labelledby=\"\(identifier)-title \(identifier)-text\" "
                    + "viewBox=\"0 0 \(SVG.width) \(drawing.height)\">\n")
            output.element("title id=\"\(identifier)-title\"", title)
            output.element("desc id=\"\(identifier)-text\"", HTMLText.oneLine(chart.alternativeText))
            output.append("\(drawing.markup)</svg>\n</div>\n")
            Self.writeLegend(ChartLegend.items(of: chart, comparators: comparators), to: &output)
        } else {
            output.element("p", HTMLText.content(chart.alternativeText))
        }
        if !chart.labels.isEmpty {
            output.append(page.options.chartFigures == .open ? "<details open>\n" : "<details>\n")
            output.element("summary", "Figures of the chart<span class=\"unseen\">: \(title)</span>")
            try figures.write(isAnnounced: true, to: &output, sink: &sink)
            output.append("</details>\n")
        }
        output.append("</figure>\n")
    }

    static func writeLegend(_ items: [ChartLegend.Item], to output: inout HTMLOutput, style: String = "legend") {
        output.append("<ul class=\"\(style)\">\n")
        for item in items {
            output.element(
                "li",
                "<svg aria-hidden=\"true\" viewBox=\"0 0 24 12\">\(item.sample)</svg> \(HTMLText.content(item.words))")
        }
        output.append("</ul>\n")
    }
}
