@testable import FamilyServicesKit
import Testing
@testable import XLSXExport

@Suite("Names of sheets and tables")
struct NameTests {
    @Test(
        "A sheet's name is made legal",
        arguments: [
            ("Plan", "Plan"), ("Public/Private", "Public Private"), ("a[b]c", "a(b)c"), ("'quoted'", "quoted"),
            ("What? Why: how*", "What Why how"), ("Indicator #1", "Indicator 1"), ("O'Neill", "O'Neill"),
            ("two\nlines", "two lines"), ("_x0041_", "x0041"), ("2017", "2017"),
        ])
    func legal(_ title: String, _ expected: String) throws {
        #expect(try TextRules.sheetName(title) == expected)
    }

    @Test("A name that cannot be made legal is an error", arguments: ["", "''", "??", "History", "HISTORY"])
    func illegal(_ title: String) {
        #expect(throws: XLSXExportError.self) { try TextRules.sheetName(title) }
    }

    @Test("A sheet's name is counted in UTF-16 units")
    func length() throws {
        #expect(try TextRules.sheetName(String(repeating: "a", count: 31)).count == 31)
        let error = try #require(throws: XLSXExportError.self) {
            try TextRules.sheetName(String(repeating: "🙂", count: 16))
        }
        #expect(error.code == .invalidSheetName)
        #expect(error.message.contains("32 UTF-16 units"))
    }

    @Test("Two sheets whose names differ by case alone are an error")
    func duplicates() throws {
        let sections = ["Plan", "PLAN"].enumerated().map { index, name in
            PublicationSection(id: "s\(index)", title: "Title \(index)", shortTitle: name, summary: "", blocks: [])
        }
        let publication = Publication(metadata: try Sample.metadata(), sections: sections)
        let error = try #require(throws: XLSXExportError.self) { try XLSXExporter().data(publication) }
        #expect(error.code == .duplicateSheetName)
    }

    @Test(
        "A table's name is made legal and unique",
        arguments: [
            ("plan", "plan"), ("A1", "A1_table"), ("FY2018", "FY2018"), ("Q1", "Q1_table"), ("R1C1", "R1C1_table"),
            ("r", "r_table"), ("C", "C_table"), ("RC", "RC_table"), ("two words", "two_words"), ("1st", "_1st"),
            ("a-b", "a_b"), ("", "_"), ("XFD1048576", "XFD1048576_table"), ("ABCD1", "ABCD1"),
        ])
    func tableNames(_ name: String, _ expected: String) {
        // FY2018 is a cell in Excel: column FY, row 2018.
        var taken: Set<String> = []
        let made = TextRules.tableName(name, taken: &taken)
        #expect(made == (name == "FY2018" ? "FY2018_table" : expected))
        #expect(TextRules.tableName(name.uppercased(), taken: &taken).lowercased() == made.lowercased() + "_2")
    }

    @Test(
        "A table is reachable on a sheet with any name", .enabled(if: Python.isReady, Python.advice),
        arguments: ["2017", "A1", "R1C1", "O'Neill & Co", "Été", "true", "a.b", "Q1 2017"])
    func printTitles(_ name: String) throws {
        let publication = try Sample.publication(
            columns: [TableColumn("Name")], rows: [[Cell(.text("x"), link: SectionLink(section: "sample"))]],
            section: name)
        let book = try readBack(publication)
        #expect(book.sheets[0].name == name)
        #expect(book.sheets[0].printTitles != nil)
        let quoted = name.split(separator: "'").joined(separator: "''")
        #expect(book.sheets[0].cells.values.contains { $0.link == "'\(quoted)'!A1" })
    }

    @Test(
        "Headers must be there, be different and not be too long",
        arguments: [
            ["", "b"], [" ", "b"], ["Name", "NAME"], [String(repeating: "x", count: 256), "b"], ["a\nb", "a b"],
        ])
    func headers(_ titles: [String]) throws {
        let publication = try Sample.publication(
            columns: titles.map { TableColumn($0) }, rows: [[Cell(.text("1")), Cell(.text("2"))]])
        let error = try #require(throws: XLSXExportError.self) { try XLSXExporter().data(publication) }
        #expect(error.code == .invalidHeader)
    }
}
