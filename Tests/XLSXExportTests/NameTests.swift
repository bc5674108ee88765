import FamilyServicesKit
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
    func legal(_ title: String, _ expected: String) {
        #expect(TextRules.sheetName(title) == expected)
    }

    private func names(_ titles: [(short: String, title: String)]) throws -> [String] {
        let sections = titles.enumerated().map { index, titles in
            PublicationSection(
                id: "s\(index)", title: titles.title, shortTitle: titles.short, summary: "", blocks: [])
        }
        let publication = Publication(metadata: try Sample.metadata(), sections: sections)
        return try WorkbookPlanner(options: .init(), context: ExportContext()).plan(publication).sheets.map(\.name)
    }

    @Test("A short title with nothing that a name can hold gives way to the title, and that to a number")
    func illegal() throws {
        #expect(try names([("", "Plan"), ("''", "??"), ("[:", "Plan [b]")]) == ["Plan", "Section 2", "("])
    }

    @Test("A long name is cut to 31 UTF-16 units, and marked")
    func length() throws {
        let fits = String(repeating: "a", count: 31)
        let names = try names([(fits, "1"), (fits + "b", "2"), (String(repeating: "🙂", count: 16), "3")])
        #expect(names[0] == fits)
        #expect(names[1] == String(repeating: "a", count: 30) + "…")
        #expect(names[2] == String(repeating: "🙂", count: 15) + "…")
        #expect(names.allSatisfy { $0.utf16.count <= 31 })
    }

    @Test("Names that Excel would not tell apart are numbered, also where that makes them too long")
    func duplicates() throws {
        let long = String(repeating: "b", count: 31)
        let names = try names([
            ("Plan", "1"), ("PLAN", "2"), ("plan (2)", "3"), (long, "4"), (long, "5"), ("History", "6"),
            ("'Plan'", "7"),
        ])
        #expect(
            names == [
                "Plan", "PLAN (2)", "plan (2) (2)", long, String(repeating: "b", count: 26) + "… (2)", "History (2)",
                "Plan (3)",
            ])
        #expect(Set(names.map { $0.lowercased() }).count == names.count)
        #expect(names.allSatisfy { $0.utf16.count <= 31 })
    }

    @Test(
        "A link leads to the sheet of its section, whatever the sheet had to be called",
        .enabled(if: Python.isReady, Python.advice))
    func linkToRenamed() throws {
        let sections = ["Plan", "PLAN"].enumerated().map { index, name in
            PublicationSection(
                id: "s\(index)", title: "Title \(index)", shortTitle: name, summary: "",
                blocks: [.list([ListItem("To the second", link: SectionLink(section: "s1"))])])
        }
        let book = try readBack(Publication(metadata: Sample.metadata(), sections: sections))
        #expect(book.sheets[0].cells.values.compactMap(\.link) == ["'PLAN (2)'!A1"])
    }

    @Test(
        "A link to a row leads to it, also on a further sheet, and to the section where there is no such row",
        .enabled(if: Python.isReady, Python.advice))
    func linkToRow() throws {
        let links = (1...40).map { Cell(.text("Go to \($0)"), link: SectionLink(section: "data", row: "row-\($0)")) }
        let missing = Cell(.text("Go to 41"), link: SectionLink(section: "data", row: "row-41"))
        func section(_ id: SectionID, _ rows: [[Cell]], anchors: [Anchor?] = []) -> PublicationSection {
            PublicationSection(
                id: id, title: "All \(id)", shortTitle: id.text, summary: "",
                blocks: [
                    .table(
                        Table(
                            name: id.text, title: id.text, columns: [TableColumn("Name")], rows: rows,
                            anchors: anchors))
                ])
        }
        var exporter = try XLSXExporter()
        exporter.limits = SheetLimits(rows: 50)
        let book = try readBack(
            Publication(
                metadata: Sample.metadata(),
                sections: [
                    section("links", (links + [missing]).map { [$0] }),
                    section(
                        "data", (1...60).map { [Cell(.text("Row \($0)"))] },
                        anchors: (1...60).map { $0 % 2 == 0 || $0 == 1 ? "row-\($0)" : nil }),
                ]), with: exporter)
        let names = book.sheets.map(\.name)
        #expect(names == ["links", "data", "data (2)"])
        for (number, cell) in (1...41).map({ number in
            (number, book.sheets[0].cells.values.first { $0.text == "Go to \(number)" })
        }) {
            let parts = try #require(cell?.link).split(separator: "!")
            let sheet = try #require(book.sheets.first { "'\($0.name)'" == parts[0] })
            let hasAnchor = number < 41 && (number % 2 == 0 || number == 1)
            #expect(sheet.cells[String(parts[1])]?.text == (hasAnchor ? "Row \(number)" : "All data (part 1 of 2)"))
        }
    }

    @Test(
        "Where the words of a link take several lines, its column is written without links, which LibreOffice would cut to one",
        .enabled(if: Python.isReady, Python.advice))
    func linkOnSeveralLines() throws {
        let long = Array(repeating: "Go there", count: 40).joined(separator: " ")
        let texts = ["Go there", "Go there\nor elsewhere", long]
        func isLinked(_ texts: [String]) throws -> [Bool] {
            let book = try readBack(
                try Sample.publication(
                    columns: [TableColumn("Name", width: 30)],
                    rows: texts.map { [Cell(.text($0), link: SectionLink(section: "sample"))] }))
            return try texts.map { text in
                try #require(book.sheets[0].cells.values.first { $0.text == text }).link != nil
            }
        }
        #expect(try isLinked(texts) == [false, false, false])
        #expect(try isLinked(["Go there", "Go elsewhere"]) == [true, true])
    }

    @Test(
        "A table's name is made legal and unique",
        arguments: [
            ("plan", "plan"), ("A1", "A1_table"), ("FY2018", "FY2018"), ("Q1", "Q1_table"), ("R1C1", "R1C1_table"),
            ("r", "r_table"), ("C", "C_table"), ("RC", "RC_table"), ("two words", "two_words"), ("1st", "_1st"),
            ("a-b", "a_b"), ("", "_"), ("TRUE", "TRUE_table"), ("_xlnm.Print_Titles", "_xlnm_Print_Titles_table"),
            ("XFD1048576", "XFD1048576_table"), ("ABCD1", "ABCD1"),
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
