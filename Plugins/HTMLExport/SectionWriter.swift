import ChartSVG
import FamilyServicesKit

/// Writes one section.
struct SectionWriter {
    let page: Page
    let section: PublicationSection
    let index: Int
    let context: ExportContext

    private var anchor: String { page.anchors.names[index] }
    /// Whether the heading of the page is this section's.
    private var isCover: Bool { index == 0 && page.startsWithCover }

    static func title(of section: PublicationSection) -> String {
        let title = [section.title, section.shortTitle, section.id.text].first { !HTMLText.isBlank($0) }
        return HTMLText.oneLine(title ?? "Section")
    }

    func write<Sink: ByteSink & ~Copyable>(to output: inout HTMLOutput, sink: inout Sink) throws {
        let kinds = [
            section.isAnnex ? "annex" : nil, section.role == .summary ? "summary" : nil,
            isPageOfCharts ? "charts" : nil,
        ].compactMap { $0 }
        output.append("<section id=\"\(anchor)\"")
        if !kinds.isEmpty { output.append(" class=\"\(kinds.joined(separator: " "))\"") }
        output.append(isCover ? " aria-label=\"About this report\">\n" : " aria-labelledby=\"\(anchor)-title\">\n")
        if !isCover { output.element("h2 id=\"\(anchor)-title\"", Self.title(of: section)) }
        writeParagraphs(section.summary, to: &output)
        let charts = section.blocks.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
        let comparators = ChartLegend.comparators(of: charts)
        if isPageOfCharts { writeKey(to: charts, comparators, to: &output) }
        var drawn = 0
        // What the last heading said, which a caption need not say again for those who see it.
        var announced = section.title
        var levels: [Int] = []
        var explained: Set<MissingReason> = []
        for (number, block) in section.blocks.enumerated() {
            try context.checkCancellation()
            switch block {
            case .heading(let wanted, let text):
                guard !HTMLText.isBlank(text) else { continue }
                // No level is skipped on the way down; the section's own heading is the second.
                while let last = levels.last, last >= wanted { levels.removeLast() }
                levels.append(wanted)
                let level = min(levels.count + (isCover ? 1 : 2), 6)
                announced = text
                output.element("h\(level)", HTMLText.oneLine(text))
            case .paragraph(let text):
                writeParagraphs(text, to: &output)
            case .list(let items):
                writeList(items, to: &output)
            case .facts(let facts):
                writeFacts(facts, to: &output)
            case .table(let table):
                let writer = tableWriter(table, number)
                try writer.write(isAnnounced: table.title == announced, to: &output, sink: &sink)
                explained.formUnion(writer.reasons)
                announced = ""
            case .chart(let chart):
                let figures = tableWriter(chart.table, number)
                let figure = ChartFigure(
                    chart: chart, identifier: "\(anchor)-chart-\(number)", page: page, comparators: comparators,
                    isOnScreenOnly: isPageOfCharts && drawn >= Self.printedCharts)
                drawn += 1
                try figure.write(figures, isAnnounced: chart.title == announced, to: &output, sink: &sink)
                explained.formUnion(figures.reasons)
                announced = ""
            }
            try output.drainIfFull(into: &sink)
        }
        writeKey(explained, to: &output)
        output.append("</section>\n")
    }

    /// So many charts of a section are printed in the members' edition; they come with the most important first.
    private static let printedCharts = 12

    /// What is printed above charts side by side: one key for all of them, and how many there are.
    private func writeKey(to charts: [Chart], _ comparators: [String], to output: inout HTMLOutput) {
        let items = ChartLegend.items(of: charts, comparators: comparators)
        if !items.isEmpty { ChartFigure.writeLegend(items, to: &output, style: "legend once") }
        guard charts.count > Self.printedCharts, page.options.edition == .members else { return }
        output.element("p class=\"once\"", PublicationWording.chartsPrinted(Self.printedCharts))
    }

    /// Whether the section has more than two charts, which are printed side by side.
    private var isPageOfCharts: Bool {
        section.blocks.count { if case .chart = $0 { true } else { false } } > 2
    }

    private func tableWriter(_ table: Table, _ number: Int) -> TableWriter {
        TableWriter(
            table: table, identifier: "\(anchor)-table-\(number)", section: section.id, page: page, context: context)
    }

    private func writeParagraphs(_ text: String, to output: inout HTMLOutput) {
        for paragraph in HTMLText.paragraphs(text) { output.element("p", paragraph) }
    }

    private func writeList(_ items: [ListItem], to output: inout HTMLOutput) {
        let items = items.filter { !HTMLText.isBlank($0.text) }
        guard !items.isEmpty else { return }
        output.append("<ul>\n")
        for item in items {
            let words = HTMLText.content(item.text)
            output.element("li", page.anchors.name(of: item.link).map { "<a href=\"#\($0)\">\(words)</a>" } ?? words)
        }
        output.append("</ul>\n")
    }

    private func writeFacts(_ facts: [Fact], to output: inout HTMLOutput) {
        guard !facts.isEmpty else { return }
        output.append("<dl class=\"facts\">\n")
        for fact in facts {
            output.element("div", "<dt>\(HTMLText.content(fact.label))</dt><dd>\(HTMLText.content(fact.value))</dd>")
        }
        output.append("</dl>\n")
    }

    /// The explanations of the shorthand in the tables; a pointer that rests on one shows it too.
    private func writeKey(_ reasons: Set<MissingReason>, to output: inout HTMLOutput) {
        guard !reasons.isEmpty else { return }
        output.append("<div class=\"key\">\n<p>Key to the tables of this section:</p>\n<dl>\n")
        for reason in MissingReason.allCases where reasons.contains(reason) {
            output.element("div", "<dt>\(reason.shorthand)</dt><dd>\(HTMLText.content(reason.meaning))</dd>")
        }
        output.append("</dl>\n</div>\n")
    }
}
