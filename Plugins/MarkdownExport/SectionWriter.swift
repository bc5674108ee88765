import FamilyServicesKit

/// Writes one section.
struct SectionWriter {
    let section: PublicationSection
    let index: Int
    let outline: Outline
    let options: MarkdownExporter.Options
    let context: ExportContext
    let isSynthetic: Bool

    /// Whether the report's own heading is this section's.
    private var isCover: Bool { index == 0 && outline.startsWithCover }
    /// The notes to refer to; an explanation of a note refers to none.
    private var notes: Footnotes { section.id == outline.footnotes.section ? .none : outline.footnotes }

    func write<Sink: ByteSink & ~Copyable>(to output: inout ChunkedOutput, sink: inout Sink) throws {
        if !isCover {
            if options.anchors, let identifier = outline.identifier(of: section.id) {
                output.append("\n<a id=\"\(identifier)\"></a>\n")
            }
            output.append("\n## \(MarkdownText.heading(outline.headings[index]))\n")
            write(Wording.headingNotes(outline.headings[index], notes), to: &output)
        }
        write(MarkdownText.paragraphs(section.summary, notes: notes), to: &output)
        // On the cover it is above everything else.
        if isSynthetic, !isCover { output.append("\n\(Wording.synthetic)\n") }
        for item in SectionItem.items(of: section, footnotes: outline.footnotes) {
            try context.checkCancellation()
            try write(item, to: &output, sink: &sink)
            try output.drainIfFull(into: &sink)
        }
        writeKey(to: &output)
        try output.drainIfFull(into: &sink)
    }

    private func write(_ paragraphs: [String], to output: inout ChunkedOutput) {
        for paragraph in paragraphs { output.append("\n\(paragraph)\n") }
    }

    private func write<Sink: ByteSink & ~Copyable>(
        _ item: SectionItem, to output: inout ChunkedOutput, sink: inout Sink
    ) throws {
        switch item {
        case .heading(let level, let text):
            let signs = String(repeating: "#", count: min(isCover ? level : level + 1, 6))
            output.append("\n\(signs) \(MarkdownText.heading(text))\n")
            write(Wording.headingNotes(text, notes), to: &output)
        case .paragraph(let text):
            write(MarkdownText.paragraphs(text, notes: notes), to: &output)
        case .list(let items):
            // The contents do not name what is left out.
            let listed = section.role == .contents ? items.filter { outline.has($0.link?.section) } : items
            writeList(listed.map(itemText), to: &output)
        case .facts(let facts):
            let columns = [
                TableText.Column(title: "Item", isTrailing: false),
                TableText.Column(title: "Detail", isTrailing: false),
            ]
            let table = TableText(
                columns: columns, rowCount: facts.count,
                words: { row, column in column == 0 ? facts[row].label : facts[row].value },
                cell: { row, column in
                    MarkdownText.cell(column == 0 ? facts[row].label : facts[row].value, notes: notes)
                })
            output.append("\n")
            try table.write(to: &output, sink: &sink, style: options.tableStyle, context: context)
        case .table(let table):
            try write(table, to: &output, sink: &sink)
        case .chart(let chart):
            write(MarkdownText.paragraphs(chart.alternativeText, notes: notes), to: &output)
            write(
                Sparkline.sentences(of: chart, drawn: options.sparklines).map { MarkdownText.inline($0, notes: notes) },
                to: &output)
            if chart.labels.isEmpty {
                output.append("\n\(Wording.emptyTable(chart.title))\n")
            } else {
                try write(chart.table, to: &output, sink: &sink)
            }
        case .nothing(let title):
            output.append("\n\(Wording.emptyTable(title))\n")
        case .footnotes(let footnotes):
            write([Wording.footnotesFollow] + footnotes.map(Wording.footnote), to: &output)
        }
    }

    private func write<Sink: ByteSink & ~Copyable>(
        _ table: Table, to output: inout ChunkedOutput, sink: inout Sink
    ) throws {
        let columns = table.columns.map {
            TableText.Column(
                title: MarkdownText.inline($0.title, notes: notes), isTrailing: $0.alignment == .trailing)
        }
        output.append("\n")
        try TableText(
            columns: columns, rowCount: table.rows.count, words: { table.rows[$0][$1].words },
            cell: { cellText(table.rows[$0][$1]) }
        ).write(to: &output, sink: &sink, style: options.tableStyle, context: context)
    }

    private func itemText(_ item: ListItem) -> String {
        guard let link = item.link, let identifier = outline.identifier(of: link.section) else {
            return MarkdownText.item(item.text, notes: notes)
        }
        return MarkdownText.link(item.text, to: identifier, notes: notes)
    }

    private func writeList(_ items: [String], to output: inout ChunkedOutput) {
        output.append("\n")
        for item in items where !item.isEmpty { output.append("- \(item)\n") }
    }

    private func cellText(_ cell: Cell) -> String {
        guard let link = cell.link else { return MarkdownText.cell(cell.words, notes: notes) }
        return MarkdownText.link(cell.words, to: outline.identifier(of: link.section), notes: notes)
    }

    /// The explanations beneath the tables.
    private func writeKey(to output: inout ChunkedOutput) {
        let findings = TableFindings(section, footnotes: outline.footnotes)
        let meanings = findings.key.sentences.map { MarkdownText.inline($0) }
        let blankCells = findings.key.hasEmptyCells ? [PublicationWording.blankCells] : []
        if !meanings.isEmpty {
            output.append("\n\(Wording.key)\n")
            writeList(meanings + blankCells, to: &output)
        } else {
            write(blankCells, to: &output)
        }
        if findings.hasNotes, let notes = outline.footnotes.section, notes != section.id {
            let sentence = Wording.notes(in: outline.title(of: notes), identifier: outline.identifier(of: notes))
            output.append("\n\(sentence)\n")
        }
    }
}

extension Cell {
    /// What the cell says.
    var words: String {
        switch value {
        case .text(let text): text
        case .number(let value, let decimals): DecimalText.formatted(value, decimals: decimals)
        case .percentage(let value, let decimals): DecimalText.formatted(value, decimals: decimals) + "%"
        case .date(let date): date.label
        case .missing(let reason): reason.shorthand
        case .empty: ""
        }
    }
}
