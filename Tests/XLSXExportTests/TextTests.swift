import FamilyServicesKit
import Testing
@testable import XLSXExport

@Suite("Text in a workbook", .enabled(if: Python.isReady, Python.advice))
struct TextTests {
    @Test(
        "Every text comes back as it was given",
        arguments: [
            "=1+1", "+44 20 7946 0000", "-5", "@SUM(A1)", "{=A1}", "=HYPERLINK(\"http://example.org\",\"x\")",
            "https://example.org/a#b", "internal:Sheet1!A1", "mailto:someone@example.org", "_x0041_", "_x005F_x0041_",
            "_x0041_x0042_", "a_xZZZZ_b", "'quoted'", "<b>&amp;\"'</b>", "]]>", "two\nlines", " leading and trailing ",
            "tab\there", "emoji 👩‍👩‍👧‍👦 and 🇬🇧", "e\u{301}", "\u{202E}right to left", "شش", "漢字", "2017", "1/2", "007", "TRUE",
            "#N/A",
            "N/A", "x|y", "£1,234.50", String(repeating: "long ", count: 300) + "end",
        ])
    func keepsText(_ text: String) throws {
        let book = try readBack(Sample.publication(cell: Cell(.text(text))))
        let row = try #require(book.sheets[0].tables.first).ref.split(separator: ":")[1].dropFirst()
        let cell = try book.cell("B\(row)")
        #expect(cell.text == text)
        #expect(cell.kind != "f")
        #expect(cell.link == nil)
    }

    @Test(
        "A character that XML cannot hold is replaced visibly",
        arguments: [
            ("nul\u{0}l", "nul\u{FFFD}l"), ("bell\u{7}", "bell\u{FFFD}"), ("\u{1B}[31m", "\u{FFFD}[31m"),
            ("a\u{FFFE}b\u{FFFF}c", "a\u{FFFD}b\u{FFFD}c"), ("one\r\ntwo\rthree", "one\ntwo\nthree"),
            ("one\u{85}two\u{2028}three", "one\ntwo\nthree"), ("del\u{7F}", "del\u{FFFD}"),
        ])
    func replacesControls(_ text: String, _ expected: String) throws {
        let book = try readBack(Sample.publication(cell: Cell(.text(text))))
        #expect(book.sheets[0].cells.values.contains { $0.text == expected })
    }

    @Test("A control character in a header is replaced, not lost")
    func headerControl() throws {
        let book = try readBack(
            Sample.publication(
                columns: [TableColumn("Na\u{1}me"), TableColumn("Two\nlines"), TableColumn("_x0041_")],
                rows: [[Cell(.text("a")), Cell(.text("b")), Cell(.text("c"))]]))
        #expect(book.sheets[0].tables[0].columns == ["Na\u{FFFD}me", "Two lines", "_x0041_"])
    }

    @Test("A control character in a title, a sheet's name or a property leaves the workbook readable")
    func controlElsewhere() throws {
        let report = Publication(
            metadata: try Sample.metadata(title: "Bad\u{2}title & <more>"),
            sections: [
                PublicationSection(
                    id: "a", title: "Tit\u{3}le", shortTitle: "Na\u{4}me", summary: "Sum\u{5}mary",
                    blocks: [.list([ListItem("Lin\u{6}k", link: SectionLink(section: "a"))])])
            ])
        let book = try readBack(report, options: .init(pageFooters: true))
        #expect(book.title == "Bad\u{FFFD}title & <more>")
        #expect(book.sheets[0].name == "Na\u{FFFD}me")
        #expect(try book.cell("A1").text == "Tit\u{FFFD}le")
    }

    @Test("A text of 32,767 UTF-16 units fits")
    func longest() throws {
        let text = String(repeating: "🙂", count: 16_383) + "a"
        #expect(TextRules.cellText(text) == text)
        let book = try readBack(Sample.publication(cell: Cell(.text(text))))
        #expect(book.sheets[0].cells.values.contains { $0.text == text })
    }

    @Test("A longer text is whole on a sheet of its own, and its cell has the beginning")
    func tooLong() throws {
        let words = (1...12_000).map { "word\($0)" }.joined(separator: " ")
        for text in [words, String(repeating: "🙂", count: 40_000), String(repeating: "_x0041_", count: 10_000)] {
            let book = try readBack(Sample.publication(cell: Cell(.text(text))))
            #expect(book.sheets.map(\.name) == ["Sample", "Long texts"])
            let row = try #require(book.sheets[0].tables.first).ref.split(separator: ":")[1].dropFirst()
            let cell = try #require(book.cell("B\(row)").text)
            let notice = (text == words ? "" : " ") + "… The full text is under “Long texts”, as text 1."
            #expect(cell.hasSuffix(notice))
            let header = try #require(book.sheets[1].tables.first).ref
            let last = try #require(Int(header.split(separator: ":")[1].dropFirst()))
            let pieces = (1...last).compactMap { row -> String? in
                let place = book.sheets[1].cells["B\(row)"]?.text
                return place == "“Sample table”, row 1, column “Value”" ? book.sheets[1].cells["D\(row)"]?.text : nil
            }
            #expect(pieces.joined() == text)
            #expect(text.hasPrefix(cell.dropLast(notice.count)) && cell.utf16.count > 10_000)
            #expect(book.sheets.allSatisfy { $0.cells.values.allSatisfy { ($0.text ?? "").utf16.count <= 32_767 } })
        }
    }

    @Test("A long paragraph goes on in the next row")
    func longParagraph() throws {
        let text = String(repeating: "A sentence without end and aim. ", count: 2_000).trimmed
        let section = PublicationSection(
            id: "a", title: "A", shortTitle: "A", summary: "S",
            blocks: [.paragraph(text), .heading(level: 2, text: text)])
        let book = try readBack(Publication(metadata: Sample.metadata(isSynthetic: false), sections: [section]))
        let rows = (3...100).compactMap { book.sheets[0].cells["A\($0)"]?.text }
        #expect(rows.joined() == text + text)
    }

    @Test("A text with line breaks is wrapped")
    func wraps() throws {
        let book = try readBack(Sample.publication(cell: Cell(.text("one\ntwo"))))
        #expect(try #require(book.sheets[0].cells.values.first { $0.text == "one\ntwo" }).wrap)
    }
}
