import FamilyServicesKit
import Foundation
import Testing
@testable import XLSXExport

@Suite("Numbers and dates in a workbook", .enabled(if: Python.isReady, Python.advice))
struct NumberTests {
    private func cell(_ value: Cell.Value) throws -> ReadWorkbook.Cell {
        let book = try readBack(Sample.publication(cell: Cell(value)))
        let row = try #require(book.sheets[0].tables.first).ref.split(separator: ":")[1].dropFirst()
        return try book.cell("B\(row)")
    }

    @Test(
        "A percentage is a fraction that is shown with its decimals",
        arguments: [
            (57.2, 1, 0.572, "0.0%"), (0, 0, 0, "0%"), (100, 1, 1, "0.0%"), (2.675, 2, 0.0268, "0.00%"),
            (-3.5, 1, -0.035, "0.0%"), (0.125, 2, 0.0013, "0.00%"), (1e-9, 1, 0, "0.0%"), (57.142857, 1, 0.571, "0.0%"),
        ])
    func percentage(_ value: Double, _ decimals: Int, _ expected: Double, _ format: String) throws {
        let cell = try cell(.percentage(value, decimals: decimals))
        #expect(cell.number == expected)
        #expect(cell.format == format)
        #expect(cell.kind == "n")
    }

    @Test(
        "A number is what is shown, rounded half-up",
        arguments: [
            (1_234.5, 1, 1_234.5, "#,##0.0"), (2.5, 0, 3, "#,##0"), (2.675, 2, 2.68, "#,##0.00"),
            (-0.04, 1, 0, "#,##0.0"),
            (0.1 + 0.2, 1, 0.3, "#,##0.0"), (123_456_789_012, 0, 123_456_789_012, "#,##0"), (7, -3, 7, "#,##0"),
        ])
    func number(_ value: Double, _ decimals: Int, _ expected: Double, _ format: String) throws {
        let cell = try cell(.number(value, decimals: decimals))
        #expect(cell.number == expected)
        #expect(cell.format == format)
    }

    @Test("A number with too many digits for a column is shown in scientific form")
    func huge() throws {
        #expect(try cell(.number(1e300, decimals: 0)).format == "0.00E+00")
    }

    @Test("A number that is not finite is shown as a missing value, and the sheet says so")
    func nonFinite() throws {
        let values: [Cell.Value] = [
            .number(.nan, decimals: 1), .number(.infinity, decimals: 0), .percentage(-.infinity, decimals: 1),
            .percentage(.nan, decimals: 1),
        ]
        let book = try readBack(
            Sample.publication(columns: [TableColumn("Value", alignment: .trailing)], rows: values.map { [Cell($0)] }))
        let texts = book.sheets[0].cells.values.compactMap(\.text)
        #expect(texts.count { $0 == "[z]" } == 4)
        #expect(texts.contains("4 numbers on this sheet could not be calculated and are shown as [z]."))
        #expect(texts.contains { $0.hasPrefix("[z] means") })
        #expect(book.sheets[0].cells.values.allSatisfy { $0.number == nil && $0.kind != "e" })
    }

    @Test("A day is a real date", arguments: ["2017-11-14", "1900-03-01", "9999-12-31", "2024-02-29"])
    func date(_ text: String) throws {
        let cell = try cell(.date(try CalendarDate(iso: text)))
        #expect(cell.kind == "d")
        #expect(cell.text == text)
        #expect(cell.format == "d mmm yyyy")
    }

    @Test("A day that Excel cannot count is written in words")
    func earlyDate() throws {
        let cell = try cell(.date(try CalendarDate(iso: "1900-02-28")))
        #expect(cell.kind == "s")
        #expect(cell.text == "28 Feb 1900")
    }
}
