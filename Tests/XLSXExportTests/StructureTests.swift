import FamilyServicesKit
import Testing
@testable import XLSXExport

@Suite("The structure of a workbook", .enabled(if: Python.isReady, Python.advice))
struct StructureTests {
    @Test("Every sheet has its title in A1 as Heading 1, its summary below, and nothing merged")
    func titles() throws {
        let report = try Sample.report()
        let book = try readBack(report)
        #expect(book.sheets.map(\.name) == report.sections.map(\.shortTitle))
        for (sheet, section) in zip(book.sheets, report.sections) {
            let title = try #require(sheet.cells["A1"])
            #expect(title.text == section.title)
            #expect(title.style == "Heading 1")
            #expect(title.bold && title.size >= 14)
            #expect(["A2", "A3"].contains { sheet.cells[$0]?.text == section.summary })
            #expect(sheet.merged == 0)
            #expect(sheet.landscape)
            #expect(sheet.active == "A1")
            #expect(sheet.footer.isEmpty)
            #expect(sheet.cells.values.allSatisfy { $0.size >= 10 })
        }
    }

    @Test("A list of little more than a page is printed on one, a longer one on as many as it takes")
    func pagesHigh() throws {
        func pages(_ numberOfItems: Int) throws -> Int {
            let items = (1...numberOfItems).map { ListItem("Item \($0)") }
            let publication = Publication(
                metadata: try Sample.metadata(),
                sections: [
                    PublicationSection(
                        id: "contents", title: "Contents", shortTitle: "Contents", role: .contents, summary: "A list.",
                        blocks: [.list(items)])
                ])
            return try #require(try readBack(publication).sheets.first).pagesHigh
        }
        #expect(try pages(30) == 1)
        #expect(try pages(75) == 0)
    }

    @Test("Invented figures are called so at the top of the first sheet and on every other")
    func synthetic() throws {
        let book = try readBack(Sample.report(isSynthetic: true))
        #expect(try book.cell("A2").text?.hasPrefix("Synthetic data:") == true)
        for sheet in book.sheets {
            #expect(sheet.cells.values.contains { $0.text?.hasPrefix("Synthetic data:") == true })
        }
        let real = try readBack(Sample.report(isSynthetic: false))
        #expect(!real.sheets.contains { $0.cells.values.contains { $0.text?.contains("Synthetic") == true } })
    }

    @Test("Every cell of a table is in the workbook, in its place")
    func everyCell() throws {
        let section = try Sample.dashboard(rows: 76)
        let book = try readBack(Publication(metadata: Sample.metadata(), sections: [section]))
        let table = try #require(book.sheets[0].tables.first)
        #expect(table.name == "indicator_dashboard")
        #expect(!table.filter)
        guard case .table(let source) = section.blocks[0] else { return }
        #expect(table.columns == source.columns.map(\.title))
        let headerRow = try #require(Int(table.ref.prefix { $0 != ":" }.dropFirst()))
        #expect(table.ref == "A\(headerRow):H\(headerRow + 76)")
        #expect(book.sheets[0].printTitles == "$\(headerRow):$\(headerRow)")
        for (row, cells) in source.rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                let found = book.sheets[0].cells[WorkbookPlan.reference(row: headerRow + row, column: column)]
                switch cell.value {
                case .text(let text): #expect(found?.text == text)
                case .missing(let reason): #expect(found?.text == reason.shorthand)
                case .number(let value, _): #expect(found?.number == value)
                case .percentage(let value, _): #expect(abs((found?.number ?? .nan) - value / 100) < 1e-12)
                case .empty: #expect(found == nil)
                case .date: break
                }
                if let tone = cell.tone { #expect((found?.fill == nil) == (tone == .neutral && found?.text == nil)) }
            }
        }
        let intro = (2..<headerRow).compactMap { book.sheets[0].cells["A\($0)"]?.text }
        for sentence in ["one table", "[c] means", "[x] means", "Blank cells"] {
            #expect(intro.contains { $0.contains(sentence) }, "\(sentence)")
        }
    }

    @Test("The plain style has no background anywhere")
    func plain() throws {
        let book = try readBack(Sample.report(), options: .init(style: .plain))
        #expect(book.sheets.allSatisfy { $0.cells.values.allSatisfy { $0.fill == nil } })
    }

    @Test("A tone without words has no background")
    func toneNeedsWords() throws {
        let book = try readBack(Sample.publication(cell: Cell(.number(3, decimals: 0), tone: .negative)))
        #expect(book.sheets[0].cells.values.first { $0.number == 3 }?.fill == nil)
    }

    @Test("The contents list leads to the sheets")
    func links() throws {
        let book = try readBack(Sample.report())
        let contents = try #require(book.sheets.first { $0.name == "Contents" })
        let links = contents.cells.values.compactMap(\.link)
        #expect(Set(links) == ["'Summary'!A1", "'Dashboard'!A1", "'Plan'!A1", "'Findings'!A1", "'Notes'!A1"])
    }

    @Test("Facts are a table of two columns")
    func facts() throws {
        let book = try readBack(Sample.report())
        #expect(book.sheets[0].tables[0].columns == ["Item", "Detail"])
    }

    @Test("Several tables stand one below the other, and the sheet says so")
    func severalTables() throws {
        let table = { (name: String) in
            Table(
                name: name, title: "Table \(name)", columns: [TableColumn("A"), TableColumn("B")],
                rows: [[Cell(.text("1")), Cell(.text("2"))]])
        }
        let section = PublicationSection(
            id: "two", title: "Two tables", shortTitle: "Two", summary: "Two.",
            blocks: [
                .table(table("same")), .table(table("SAME")),
                .table(Table(name: "none", title: "None", columns: [TableColumn("A")], rows: [])),
            ])
        let book = try readBack(Publication(metadata: Sample.metadata(), sections: [section]))
        #expect(book.sheets[0].tables.map(\.name) == ["same", "SAME_2"])
        let texts = book.sheets[0].cells.values.compactMap(\.text)
        #expect(texts.contains("This sheet contains 2 tables, one below the other: Table same; Table SAME."))
        #expect(texts.contains("There is nothing to show under “None”."))
        #expect(book.sheets[0].printTitles == nil)
    }

    @Test("Title, author, language and date are those of the publication")
    func properties() throws {
        let book = try readBack(Sample.report())
        #expect(book.title == "Children’s services performance report")
        #expect(book.creator == "Head of Performance, Sample Borough Council")
        #expect(book.language == "en-GB")
        #expect(book.created == "2026-02-03T00:00:00")
    }

    @Test("Page footers are written when asked for, with any title")
    func footers() throws {
        let report = Publication(
            metadata: try Sample.metadata(title: "R&G &[Picture] &P “\(String(repeating: "🙂", count: 200))”"),
            sections: try Sample.report().sections)
        let book = try readBack(report, options: .init(pageFooters: true))
        #expect(
            book.sheets.allSatisfy {
                $0.footer.contains("R&&&10G &&&10[Picture] &&P “") && $0.footer.contains("Page &P of &N")
            })
        let plain = Publication(
            metadata: try Sample.metadata(title: "R&D & Q & A"), sections: try Sample.report().sections)
        let second = try readBack(plain, options: .init(pageFooters: true))
        #expect(second.sheets.allSatisfy { $0.footer.contains("R&&D && Q && A&R") })
        #expect(book.sheets.allSatisfy { $0.footer.utf16.count <= 255 })
    }

    @Test("A text that is too long for a row of a sheet with a table is written on several, and no word is lost")
    func longParagraphs() throws {
        let text = (1...200).map { "Word\($0)" + ($0 % 40 == 0 ? "." : "") }.joined(separator: " ")
        let section = PublicationSection(
            id: "long", title: "Long", shortTitle: "Long", summary: text,
            blocks: [
                .table(Table(name: "t", title: "Long", columns: [TableColumn("A")], rows: [[Cell(.text("1"))]]))
            ])
        let book = try readBack(Publication(metadata: Sample.metadata(), sections: [section]))
        let rows = (1...30).compactMap { book.sheets[0].cells["A\($0)"]?.text }
        #expect(rows.joined(separator: " ").contains(text))
        #expect(rows.count > 6)
    }

    @Test("No row is too low for its text, and none is higher than Excel allows")
    func heights() throws {
        let text = String(repeating: "Some words of a long commentary. ", count: 80).trimmed
        let book = try readBack(Sample.publication(cell: Cell(.text(text))))
        let sheet = book.sheets[0]
        #expect(sheet.heights.values.allSatisfy { $0 <= 409.5 })
        let lines = Double(text.count) * 0.92 / (sheet.widths["B"] ?? 1)
        #expect((sheet.heights.values.max() ?? 0) > lines * 11 * 1.15)
    }
}
