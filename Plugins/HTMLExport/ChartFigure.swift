import ChartSVG
import FamilyServicesKit

/// Writes a chart: the drawing with its words, what its lines and marks mean, and the figures.
struct ChartFigure {
    let chart: Chart
    let identifier: String
    let page: Page

    func write<Sink: ByteSink & ~Copyable>(
        _ figures: TableWriter, isAnnounced: Bool, to output: inout HTMLOutput, sink: inout Sink
    ) throws {
        let title = HTMLText.isBlank(chart.title) ? "Chart" : HTMLText.oneLine(chart.title)
        output.append("<figure aria-labelledby=\"\(identifier)\">\n")
        output.element("figcaption id=\"\(identifier)\"" + (isAnnounced ? " class=\"unseen\"" : ""), title)
        if let drawing = SVG.drawing(of: chart) {
            output.append(
                "<div class=\"frame\">\n<svg role=\"img\" aria-labelledby=\"\(identifier)-title \(identifier)-text\" "
                    + "viewBox=\"0 0 \(SVG.width) \(drawing.height)\">\n")
            output.element("title id=\"\(identifier)-title\"", title)
            output.element("desc id=\"\(identifier)-text\"", HTMLText.oneLine(chart.alternativeText))
            output.append("\(drawing.markup)</svg>\n</div>\n")
            writeLegend(to: &output)
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

    private func writeLegend(to output: inout HTMLOutput) {
        output.append("<ul class=\"legend\">\n")
        for item in ChartLegend.items(of: chart) {
            output.element(
                "li",
                "<svg aria-hidden=\"true\" viewBox=\"0 0 24 12\">\(item.sample)</svg> \(HTMLText.content(item.words))")
        }
        output.append("</ul>\n")
    }
}
