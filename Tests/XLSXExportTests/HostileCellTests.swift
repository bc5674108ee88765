import FamilyServicesKit
import Foundation
import TestSupport
import Testing
@testable import XLSXExport

@Suite("Thousands of hostile cells", .slow, .enabled(if: Python.isReady, Python.advice))
struct HostileCellTests {
    private static let sheets = TestSize.count(12)
    private static let rows = 25
    private static let columns = 10

    @Test("openpyxl reads every cell as it was given")
    func openpyxl() throws {
        var random = SeededGenerator(seed: .random(in: 0...UInt64.max))
        let publication = try publication(&random)
        let book = try readBack(publication)
        for (sheet, section) in zip(book.sheets, publication.sections) {
            guard case .table(let table) = section.blocks[0] else { continue }
            let header = try #require(Int(sheet.tables[0].ref.prefix { $0 != ":" }.dropFirst()))
            for (row, cells) in table.rows.enumerated() {
                for (column, cell) in cells.enumerated() {
                    let place = WorkbookPlan.reference(row: header + row, column: column)
                    let found = sheet.cells[place]
                    let expected = Expected(cell)
                    let isEqual =
                        switch expected {
                        case .nothing: found == nil
                        case .text(let text): found?.text == text && found?.kind == "s"
                        case .number(let number): found?.number == number
                        case .date(let text): found?.text == text && found?.kind == "d"
                        }
                    #expect(isEqual, "seed \(random.seed), sheet \(sheet.name), cell \(place): \(cell.value)")
                }
            }
        }
    }

    @Test("LibreOffice reads every cell as it was given", .enabled(if: LibreOffice.isInstalled, LibreOffice.advice))
    func libreOffice() throws {
        var random = SeededGenerator(seed: .random(in: 0...UInt64.max))
        let publication = try publication(&random)
        let book = try LibreOffice.read(publication)
        let plan = try WorkbookPlanner(options: .init(), context: ExportContext()).plan(publication)
        for (sheet, section) in zip(plan.sheets, publication.sections) {
            guard case .table(let table) = section.blocks[0] else { continue }
            let cells = try #require(book[sheet.name])
            for (row, values) in table.rows.enumerated() {
                for (column, cell) in values.enumerated() {
                    let place = WorkbookPlan.reference(row: sheet.tables[0].headerRow + 1 + row, column: column)
                    let found = cells[place]
                    let isEqual =
                        switch Expected(cell) {
                        case .nothing: found == nil
                        case .text(let text):
                            // LibreOffice drops the tabs of a cell that has several lines.
                            found?.kind == "string"
                                && found?.text == (text.contains("\n") ? text.filter { $0 != "\t" } : text)
                        case .number(let number): found?.number == number
                        case .date(let text): found?.text == text && found?.kind == "date"
                        }
                    #expect(
                        isEqual,
                        "seed \(random.seed), sheet \(sheet.name), cell \(place): \(cell.value) read as \(found.debugDescription)"
                    )
                }
            }
        }
    }

    /// What a cell should hold.
    private enum Expected {
        case nothing
        case text(String)
        case number(Double)
        case date(String)

        init(_ cell: Cell) {
            switch cell.value {
            case .empty: self = .nothing
            case .text(let text): self = text.isEmpty ? .nothing : .text(TextRules.clean(text))
            case .missing(let reason): self = .text(reason.shorthand)
            case .date(let date): self = .date(date.description)
            case .number(let value, let decimals):
                self =
                    value.isFinite
                    ? .number(Double(DecimalText.plain(value, decimals: decimals)) ?? .nan) : .text("[z]")
            case .percentage(let value, let decimals):
                self =
                    value.isFinite
                    ? .number(Double(DecimalText.plain(value, decimals: decimals) + "e-2") ?? .nan) : .text("[z]")
            }
        }
    }

    private func publication(_ random: inout SeededGenerator) throws -> Publication {
        var sections: [PublicationSection] = []
        for number in 0..<Self.sheets {
            let rows = (0..<Self.rows).map { _ in (0..<Self.columns).map { _ in cell(&random) } }
            let table = Table(
                name: "table", title: "Table", columns: (0..<Self.columns).map { TableColumn("Column \($0)") },
                rows: rows)
            sections.append(
                PublicationSection(
                    id: "s\(number)", title: "Sheet \(number)", shortTitle: "Sheet \(number)", summary: "Cells.",
                    blocks: [.table(table)]))
        }
        return Publication(metadata: try Sample.metadata(), sections: sections)
    }

    private static let pieces = [
        "=", "+", "-", "@", "{", "}", "'", "\"", "<", ">", "&", "&amp;", "<b>", "]]>", "<!--", "_x0041_", "_x005F_",
        "_x",
        "_", "\n", "\r\n", "\t", "\u{0}", "\u{7}", "\u{1B}", "\u{7F}", "\u{85}", "\u{2028}", "\u{FFFE}", "\u{FFFF}",
        "\u{200B}", "\u{202E}", "\u{FEFF}", "e\u{301}", "🙂", "👩‍👩‍👧‍👦", "漢", "ش", "£", "%", "#N/A", "#REF!", "TRUE", "1",
        "1e5", "2017-01-02", "1/2", "007", " ", "  ", "a", "Word", "http://example.org", "mailto:x@example.org",
        "internal:'Sheet 1'!A1", "SUM(A1)", "\\", "|", "`", "[c]", "[note 1]", "%s%n", "${x}",
    ]

    private func cell(_ random: inout SeededGenerator) -> Cell {
        switch Int.random(in: 0..<20, using: &random) {
        case 0: return Cell(.empty)
        case 1: return Cell(.missing(MissingReason.allCases.randomElement(using: &random) ?? .suppressed))
        case 2:
            let day = Int.random(in: 1...28, using: &random)
            let date = try? CalendarDate(
                year: .random(in: 1901...9999, using: &random), month: .random(in: 1...12, using: &random), day: day)
            return date.map { Cell(.date($0)) } ?? Cell(.empty)
        case 3...5:
            let magnitude: Double = [1e-9, 1, 1e3, 1e9, 1e11].randomElement(using: &random) ?? 1
            return Cell(
                .number(
                    Double.random(in: -magnitude...magnitude, using: &random),
                    decimals: Int.random(in: 0...3, using: &random)))
        case 6, 7:
            return Cell(
                .percentage(
                    Double.random(in: -200...200, using: &random), decimals: Int.random(in: 0...3, using: &random)))
        case 8:
            let values: [Double] = [.nan, .infinity, -.infinity]
            return Cell(.number(values.randomElement(using: &random) ?? .nan, decimals: 1))
        default:
            let count = Int.random(in: 0...6, using: &random)
            return Cell(.text((0..<count).compactMap { _ in Self.pieces.randomElement(using: &random) }.joined()))
        }
    }
}
