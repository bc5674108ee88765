import FamilyServicesKit

/// Writes every table of a publication as comma-separated values, one record for each cell.
struct CSVExporter: Exporter {
    struct Options: Sendable, Hashable, Codable {
        /// Whether the first record names the fields.
        var hasHeader: Bool

        init(hasHeader: Bool = true) { self.hasHeader = hasHeader }

        // An option that is not given is the default one.
        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            hasHeader = try container.decodeIfPresent(Bool.self, forKey: .hasHeader) ?? true
        }
    }

    static let format = FormatDescriptor(
        id: "csv", displayName: "Comma-separated values", fileExtensions: ["csv"], mediaType: "text/csv",
        capabilities: [.deterministic, .text, .streaming])
    static let defaultOptions = Options()

    let options: Options

    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        let metadata = publication.metadata
        if options.hasHeader { try sink.write(record("table", "row", "column", "value")) }
        try sink.write(
            record("", "", "title", Self.clean(metadata.title)) + record("", "", "date", metadata.date.description))
        if metadata.isSynthetic { try sink.write(record("", "", "note", PublicationWording.synthetic)) }
        for (index, section) in publication.sections.enumerated() {
            try context.checkCancellation()
            for block in section.blocks {
                switch block {
                case .table(let table): try write(table, to: &sink, context)
                case .chart(let chart): try write(chart.table, to: &sink, context)
                case .heading, .paragraph, .list, .facts: break  // CSV has no place for them.
                }
            }
            if index + 1 < publication.sections.count {
                context.progress?(Double(index + 1) / Double(publication.sections.count))
            }
        }
        context.progress?(1)
    }

    private func write<Sink: ByteSink & ~Copyable>(
        _ table: Table, to sink: inout Sink, _ context: ExportContext
    ) throws {
        for (index, row) in table.rows.enumerated() {
            if index.isMultiple(of: 256) { try context.checkCancellation() }
            guard row.count == table.columns.count else { throw CSVExportError(table: table.name, row: index + 1) }
            var text = ""
            for (column, cell) in zip(table.columns, row) {
                let value = try words(cell.value, table.name, index + 1)
                text += record(table.name, "\(index + 1)", Self.clean(column.title), value)
            }
            try sink.write(text)
        }
    }

    private func words(_ value: Cell.Value, _ table: String, _ row: Int) throws -> String {
        switch value {
        case .text(let text): return Self.clean(text)
        case .number(let number, let decimals):
            guard number.isFinite else { throw CSVExportError(table: table, row: row) }
            return DecimalText.plain(number, decimals: decimals)
        case .percentage(let number, let decimals):
            guard number.isFinite else { throw CSVExportError(table: table, row: row) }
            return DecimalText.plain(number, decimals: decimals) + "%"
        case .date(let date): return date.description
        case .missing(let reason): return reason.shorthand
        case .empty: return ""
        }
    }

    private func record(_ fields: String...) -> String {
        // By code points: a quotation mark and an accent after it are one character to Swift.
        fields.map { field in
            let parts = field.unicodeScalars.split(separator: "\"", omittingEmptySubsequences: false)
            return "\"" + parts.map { String($0) }.joined(separator: "\"\"") + "\""
        }.joined(separator: ",") + "\r\n"
    }

    /// Words that no spreadsheet takes for a formula and no terminal for a command.
    static func clean(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { scalar -> UnicodeScalar in
            let isControl = scalar.properties.generalCategory == .control
            return isControl && !"\t\r\n".unicodeScalars.contains(scalar) ? "\u{FFFD}" : scalar
        }
        let isFormula = scalars.first { $0 != " " }.map { "=+-@\t\r\n".unicodeScalars.contains($0) } ?? false
        return (isFormula ? "'" : "") + String(String.UnicodeScalarView(scalars))
    }
}

/// A row that cannot be written, by its place: an error never repeats what a cell holds.
struct CSVExportError: Error, CustomStringConvertible {
    let table: String
    let row: Int

    var description: String {
        "Row \(row) of the table “\(table)” has a number that is not finite, or not one cell for each column; mend the row."
    }
}
