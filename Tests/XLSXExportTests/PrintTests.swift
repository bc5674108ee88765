import FamilyServicesKit
import Foundation
import TestSupport
import Testing
@testable import XLSXExport

@Suite("On paper")
struct PrintTests {
    private func plan(_ publication: Publication, _ options: XLSXExporter.Options = .init()) throws -> WorkbookPlan {
        try WorkbookPlanner(options: options, context: ExportContext()).plan(publication)
    }

    /// The size of the letters of a sheet on paper, in points.
    private func size(_ sheet: SheetPlan) -> Double {
        TypeScale.body * PrintedPage.scale(ofColumns: sheet.columnWidths)
    }

    private static let words = [
        "a", "of", "the", "child", "visits", "within", "social", "workers", "assessments", "safeguarding", "2026",
        "re-audit",
        "improvement", "12.5%", "accommodation", "on", "Children’s", "overdue",
    ]

    private func text(_ count: Int, _ numbers: inout SeededGenerator) -> String {
        (0..<count).map { _ in Self.words.randomElement(using: &numbers) ?? "" }.joined(separator: " ")
    }

    @Test(
        "Tables of up to ten columns of words are printed at 8 points or more, and no word is broken", arguments: 0..<40
    )
    func legible(_ seed: UInt64) throws {
        var numbers = SeededGenerator(seed: seed)
        let longest = [1, 3, 8, 30, 120]
        let lengths = (0..<Int.random(in: 1...10, using: &numbers)).map { _ in
            longest.randomElement(using: &numbers) ?? 1
        }
        let rows = (0..<Int.random(in: 1...60, using: &numbers)).map { _ in
            lengths.map { Cell(.text(text(Int.random(in: 1...$0, using: &numbers), &numbers))) }
        }
        let columns = lengths.indices.map { TableColumn("Column of words \($0)") }
        let sheet = try plan(Sample.publication(columns: columns, rows: rows)).sheets[0]
        #expect(size(sheet) >= 7.9, "seed \(seed): \(sheet.columnWidths)")
        for (column, width) in sheet.columnWidths.enumerated() {
            let words = rows.flatMap { row -> [Substring] in
                if case .text(let text) = row[column].value { text.split(separator: " ") } else { [] }
            }
            let indent = CellPosition(column: column, isTrailing: false).indentPixels
            let room = TextMeasure.pixels(ofColumn: width) - indent
            #expect(
                words.allSatisfy { TextMeasure.widths(String($0), size: TypeScale.body).word <= room },
                "seed \(seed), column \(column)")
        }
        #expect(sheet.rows.allSatisfy { $0.height <= SheetPlanner.highestRow }, "seed \(seed)")
    }

    @Test("A small table is printed at full size")
    func small() throws {
        let sheet = try plan(Sample.publication(cell: Cell(.text("A few words.")))).sheets[0]
        #expect(size(sheet) == TypeScale.body)
        #expect(sheet.columnWidths.reduce(0, +) < 40)
    }

    @Test("Numbers are as wide as they are shown, whatever else the table holds")
    func numbers() throws {
        let columns = (0..<30).map { TableColumn("N\($0)", alignment: .trailing) }
        let rows = [columns.map { _ in Cell(.number(-1_234_567.25, decimals: 2)) }]
        let sheet = try plan(Sample.publication(columns: columns, rows: rows)).sheets[0]
        let width = TextMeasure.widths("-1,234,567.25", size: TypeScale.body).line
        #expect(sheet.columnWidths.allSatisfy { TextMeasure.pixels(ofColumn: $0) > width })
    }

    @Test("A text that no row can show is there once more, whole and in pieces that rows can show")
    func longTexts() throws {
        let texts = [String(repeating: "Some words of a long commentary. ", count: 300).trimmed, "Short"]
        let publication = try Sample.publication(
            columns: [TableColumn("A"), TableColumn("B")], rows: [texts.map { Cell(.text($0)) }])
        let plan = try plan(publication)
        #expect(plan.sheets.map(\.name) == ["Sample", "Long texts"])
        func written(_ sheet: SheetPlan, column: Int) -> [String] {
            sheet.rows.compactMap { row in
                guard row.cells.indices.contains(column), case .text(let text) = row.cells[column].content else {
                    return nil
                }
                return text
            }
        }
        #expect(written(plan.sheets[0], column: 0).contains(texts[0]))
        #expect(
            written(plan.sheets[0], column: 0).contains(
                "Texts too long to show here are given in full on the sheet “Long texts”."))
        let sheet = plan.sheets[1]
        // The first is the header of the column.
        #expect(written(sheet, column: 3).dropFirst().joined() == texts[0])
        #expect(sheet.rows.allSatisfy { $0.height < SheetPlanner.highestRow })
    }

    // MARK: Pages

    private func table(_ count: Int) throws -> Publication {
        try Sample.publication(
            columns: [TableColumn("Number", alignment: .trailing), TableColumn("Words")],
            rows: (1...count).map { [Cell(.number(Double($0), decimals: 0)), Cell(.text("Row \($0)"))] })
    }

    @Test("A sheet that is a little longer than whole pages is printed on these, and others on as many as they need")
    func pages() throws {
        let rowsOfPage = try (1...100).first { try plan(table($0)).sheets[0].pagesHigh == 0 } ?? 0
        // Up to a third more than fits at full size.
        #expect((22...42).contains(rowsOfPage))
        #expect(try (1..<rowsOfPage).allSatisfy { try plan(table($0)).sheets[0].pagesHigh == 1 })
        let high = try (1...200).map { try plan(table($0)).sheets[0].pagesHigh }
        #expect(high.filter { $0 == 2 }.count > 2)
        #expect(Set(high).isSubset(of: Set(0...9)))
    }

    @Test("Of a long table the first page is printed, with a sentence that says so")
    func firstPage() throws {
        let options = XLSXExporter.Options(printedRows: 60)
        #expect(try plan(table(60), options).sheets[0].printed == nil)
        let sheet = try plan(table(61), options).sheets[0]
        let printed = try #require(sheet.printed)
        #expect((20...34).contains(printed.rows))
        let height = sheet.rows[..<printed.rows].reduce(0) { $0 + $1.height }
        #expect(height <= PrintedPage.height && height > PrintedPage.height - 30)
        #expect(sheet.pagesHigh == 1)
        // Texts that run on to the right of the table are printed too.
        #expect(printed.columns > 2)
        let sentences = sheet.rows.compactMap { row -> String? in
            if case .text(let text)? = row.cells.first?.content { text } else { nil }
        }
        let sentence = "Only the first page of this table is printed, because it has 61 rows."
        #expect(sentences.contains { $0.hasPrefix(sentence) })
        #expect(try plan(table(200)).sheets[0].printed == nil)
        #expect(try plan(table(201)).sheets[0].printed != nil)
        #expect(try plan(table(5_000), .init(printedRows: .max)).sheets[0].printed == nil)
    }

    @Test("Excel finds the area under the name of the sheet", .enabled(if: Python.isReady, Python.advice))
    func area() throws {
        for name in ["Data", "Data and more", "2026", "R1C1"] {
            let publication = try Sample.publication(
                columns: [TableColumn("Number", alignment: .trailing)],
                rows: (1...9).map { [Cell(.number(Double($0), decimals: 0))] }, section: name)
            let sheet = try readBack(publication, options: .init(printedRows: 5)).sheets[0]
            let area = try #require(sheet.printArea)
            let quoted = area.hasPrefix("'\(name)'!$A$1:$")
            #expect(quoted, "\(area)")
            #expect(sheet.printTitles != nil)
        }
    }

    @Test("A number of rows below one is refused")
    func invalid() throws {
        let error = try #require(throws: XLSXExportError.self) { try XLSXExporter(options: .init(printedRows: 0)) }
        #expect(error.code == .invalidOption && error.message.contains("printedRows"))
    }
}
