import CSVExport
import ExporterTestKit
import FamilyServicesKit
import Testing

@Suite("Tables as CSV")
struct CSVExportTests {
    @Test("The exporter conforms, and every cell is read back as it was to be written")
    func conforms() async throws {
        try await ExporterConformance(CSVExporter.self, expecting: expectation) { bytes, publication in
            try CSVReader.tables(bytes, of: publication)
        }.run()
    }

    @Test("It conforms without the annex too")
    func withoutAnnex() async throws {
        try await ExporterConformance(CSVExporter.self, options: .init(includesAnnex: false)).run()
    }

    /// What the documentation of the exporter says of a cell.
    @Sendable private func expectation(_ value: Cell.Value) -> ReadCell {
        switch value {
        case .text(let text):
            let isActive = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
            let words = String(
                String.UnicodeScalarView(
                    text.unicodeScalars.map { isControl($0) && !"\t\r\n".unicodeScalars.contains($0) ? "\u{FFFD}" : $0 }
                ))
            return text.isEmpty ? .empty : .text((isActive ? "'" : "") + words)
        case .number(let number, let decimals), .percentage(let number, let decimals):
            return .text(DecimalText.plain(number, decimals: decimals))
        case .date(let date): return .text(date.description)
        case .missing(let reason): return .text(reason.shorthand)
        case .empty: return .empty
        }
    }

    private func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
    }
}

/// Reads what the exporter writes.
enum CSVReader {
    /// The tables of a file, of a publication that says how many rows each has.
    static func tables(_ bytes: [UInt8], of publication: Publication) throws -> [ReadTable] {
        // The title, and for synthetic data a line more.
        var lines = lines(bytes).dropFirst(publication.metadata.isSynthetic ? 2 : 1)
        var tables: [ReadTable] = []
        for block in publication.sections.flatMap(\.blocks) {
            let (count, isRead): (Int, Bool)
            switch block {
            case .table(let table): (count, isRead) = (table.rows.count, !table.rows.isEmpty)
            case .chart(let chart): (count, isRead) = (chart.table.rows.count, false)
            default: continue
            }
            // An empty line, the title, the headers and the rows.
            let own = lines.prefix(count + 3)
            lines = lines.dropFirst(own.count)
            guard isRead else { continue }
            let rows = own.dropFirst(3).map { row in row.map { $0.isEmpty ? ReadCell.empty : .text($0) } }
            tables.append(ReadTable(columns: own.dropFirst(2).first ?? [], rows: rows))
        }
        return tables
    }

    /// Lines of fields, in which quotation marks, commas and line ends may be between quotation marks.
    private static func lines(_ bytes: [UInt8]) -> [[String]] {
        var lines: [[String]] = []
        var fields: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        var place = bytes.startIndex
        func text() -> String { String(decoding: field, as: UTF8.self) }
        while place < bytes.endIndex {
            let byte = bytes[place]
            let next = place + 1 < bytes.endIndex ? bytes[place + 1] : 0
            switch (byte, isQuoted) {
            case (0x22, true) where next == 0x22:
                field.append(byte)
                place += 1
            case (0x22, _): isQuoted.toggle()
            case (0x2C, false):
                fields.append(text())
                field = []
            case (0x0D, false) where next == 0x0A:
                lines.append(fields + [text()])
                (fields, field) = ([], [])
                place += 1
            default: field.append(byte)
            }
            place += 1
        }
        return lines
    }
}
