import FamilyServicesKit
import Foundation
import TestSupport
import Testing
import XLSXReading

@Suite("Workbooks of other programs", .slow)
struct OtherProgramsTests {
    /// The workbook of the sample is of the same sort, and as large as all others.
    private static let names = TestSize.isNightly ? ExamplePacks.names : ExamplePacks.realNames

    @Test(
        "Every workbook of the example packs is read as openpyxl reads it",
        .enabled(if: Program.pythonIsReady, Program.pythonAdvice), arguments: names)
    func packs(_ name: String) throws {
        try withTemporaryDirectory { directory in
            let path = try ExamplePacks.workbook(name)
            let sheets = try XLSXReader().read(contentsOf: path)
            #expect(sheets.count > 5)
            expectEqual(sheets, try readWithOpenpyxl(path))
            // What openpyxl writes of it reads the same.
            let copy = directory + "/copy.xlsx"
            try Program.runScript("save_again.py", path, copy)
            expectEqual(try XLSXReader().read(contentsOf: copy), sheets, "saved by openpyxl:")
        }
    }

    @Test(
        "Workbooks that LibreOffice saved again are read the same",
        .enabled(if: LibreOffice.isInstalled, LibreOffice.advice))
    func savedByLibreOffice() throws {
        try withTemporaryDirectory { directory in
            let originals = try (TestSize.isNightly ? ExamplePacks.names : ["improvement-plan-2018-01"]).map(
                ExamplePacks.workbook)
            try LibreOffice.convert(originals, to: "xlsx", in: directory)
            for path in originals {
                let copy = directory + "/" + URL(filePath: path).lastPathComponent
                let saved = try XLSXReader().read(contentsOf: copy)
                expectEqual(saved, try XLSXReader().read(contentsOf: path), path)
                if Program.pythonIsReady { expectEqual(saved, try readWithOpenpyxl(copy), "\(path) with openpyxl:") }
            }
        }
    }

    @Test(
        "Cells of every sort that openpyxl wrote are read, and again when LibreOffice has saved them",
        .enabled(if: Program.pythonIsReady, Program.pythonAdvice), arguments: ["1900", "1904"])
    func everySort(_ system: String) throws {
        try withTemporaryDirectory { directory in
            let path = directory + "/book.xlsx"
            try Program.runScript("write_workbook.py", path, system)
            let sheets = try XLSXReader().read(contentsOf: path)
            expectEqual(sheets, try readWithOpenpyxl(path))
            let sheet = try #require(sheets.first)
            #expect(sheets.map(\.name) == ["Every sort & <more>", "As exported", "Nothing"])
            #expect(sheet.cell(row: 0, column: 2) == .text(" blanks "))
            #expect(sheet.cell(row: 1, column: 3) == .number(.leastNonzeroMagnitude))
            #expect(sheet.cell(row: 3, column: 0) == .date(try CalendarDate(iso: "2026-02-28")))
            #expect(sheet.cell(row: 3, column: 1) == .date(try CalendarDate(iso: "2024-02-29")))
            #expect(sheet.cell(row: 3, column: 4) == .number(0.75))
            #expect(sheet.cell(row: 7, column: 1) == .text("One bold word"))
            #expect(sheet.rows[8].count == 16_384 && sheet.rows[8].last == .text("last column"))
            #expect(sheet.cell(row: 9, column: 0) == .error("#N/A"))
            #expect(sheet.cell(row: 23, column: 0) == .number(45_000))
            #expect(sheets[1].rows == [[], [.empty, .text("kept")]])
            guard LibreOffice.isInstalled else { return }
            try LibreOffice.convert([path], to: "xlsx", in: directory + "/saved")
            let saved = try XLSXReader().read(contentsOf: directory + "/saved/book.xlsx")
            expectEqual(saved, try readWithOpenpyxl(directory + "/saved/book.xlsx"), "saved by LibreOffice:")
        }
    }
}
