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

    func write<Sink: ByteSink & ~Copyable>(to output: inout ChunkedOutput, sink: inout Sink) throws {
        if !isCover { output.append("\n## \(MarkdownText.heading(outline.headings[index]))\n") }
        write(MarkdownText.paragraphs(section.summary), to: &output)
        // On the cover it stands above everything else.
        if isSynthetic, !isCover { output.append("\n\(Wording.synthetic)\n") }
        for item in SectionItem.items(of: section) {
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
        case .paragraph(let text):
            write(MarkdownText.paragraphs(text), to: &output)
        case .list(let items):
            writeList(items.map(itemText), to: &output)
        case .facts(let facts):
            output.append("\n")
            let columns = [
                TableText.Column(title: "Item", isTrailing: false),
                TableText.Column(title: "Detail", isTrailing: false),
            ]
            try TableText(columns: columns, rowCount: facts.count) { row, column in
                MarkdownText.cell(column == 0 ? facts[row].label : facts[row].value)
            }.write(to: &output, sink: &sink, style: options.tableStyle, context: context)
        case .table(let table):
            output.append("\n")
            let columns = table.columns.map {
                TableText.Column(title: $0.title, isTrailing: $0.alignment == .trailing)
            }
            try TableText(columns: columns, rowCount: table.rows.count) { row, column in
                cellText(table.rows[row][column])
            }.write(to: &output, sink: &sink, style: options.tableStyle, context: context)
        case .nothing(let title):
            output.append("\n\(Wording.emptyTable(title))\n")
        }
    }

    private func itemText(_ item: ListItem) -> String {
        guard let link = item.link, let identifier = outline.identifier(of: link.section) else {
            return MarkdownText.item(item.text)
        }
        return MarkdownText.link(item.text, to: identifier)
    }

    private func writeList(_ items: [String], to output: inout ChunkedOutput) {
        output.append("\n")
        for item in items where !item.isEmpty { output.append("- \(item)\n") }
    }

    /// The words of a cell.
    private func cellText(_ cell: Cell) -> String {
        let text =
            switch cell.value {
            case .text(let text): text
            case .number(let value, let decimals): DecimalText.formatted(value, decimals: decimals)
            case .percentage(let value, let decimals): DecimalText.formatted(value, decimals: decimals) + "%"
            case .date(let date): date.label
            case .missing(let reason): reason.shorthand
            case .empty: ""
            }
        guard let link = cell.link else { return MarkdownText.cell(text) }
        return MarkdownText.link(text, to: outline.identifier(of: link.section))
    }

    /// The explanations beneath the tables.
    private func writeKey(to output: inout ChunkedOutput) {
        let findings = TableFindings(section)
        let meanings = Wording.meanings(of: findings.reasons)
        if !meanings.isEmpty {
            output.append("\n\(Wording.key)\n")
            writeList(meanings + (findings.hasEmptyCells ? [Wording.blankCells] : []), to: &output)
        } else if findings.hasEmptyCells {
            output.append("\n\(Wording.blankCells)\n")
        }
        if findings.hasNotes, let notes = outline.notes, notes != section.id {
            let sentence = Wording.notes(in: outline.title(of: notes), identifier: outline.identifier(of: notes))
            output.append("\n\(sentence)\n")
        }
    }
}
