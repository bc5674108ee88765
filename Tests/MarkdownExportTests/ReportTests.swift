import FamilyServicesKit
import Foundation
import MarkdownExport
import TestSupport
import Testing

@Suite("A report in Markdown")
struct ReportTests {
    private func text(_ publication: Publication, _ options: MarkdownExporter.Options = .init()) throws -> String {
        String(decoding: try MarkdownExporter(options: options).data(publication), as: UTF8.self)
    }

    @Test("Front matter comes first and has the title, which is there once; then the notice that figures are invented")
    func start() throws {
        let lines = try text(Sample.report()).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.first == "---")
        let end = try #require(lines.dropFirst().firstIndex(of: "---"))
        #expect(lines[1...].prefix(2) == ["title: \"Children’s services report\"", "author: \"Head of Performance\""])
        #expect(lines[end + 1].isEmpty)
        #expect(lines[end + 2].hasPrefix("**Synthetic data: every figure in this report is invented"))
        #expect(lines.count { $0.contains("Children’s services report") } == 1)
    }

    @Test("Without front matter the heading is the first line")
    func noFrontMatter() throws {
        #expect(try text(Sample.report(), .init(frontMatter: false)).hasPrefix("# Children’s services report\n"))
    }

    @Test("Every section says that figures are invented, and none does where they are not")
    func synthetic() throws {
        let report = try Sample.report()
        let count = try text(report).components(separatedBy: "**Synthetic data").count - 1
        #expect(count == report.sections.count)
        #expect(try !text(Sample.report(isSynthetic: false)).contains("Synthetic data"))
    }

    @Test("Cells are written as people read them")
    func cells() throws {
        func cell(_ value: Cell.Value) throws -> String {
            let lines = try text(Sample.publication(cell: Cell(value)), .init(tableStyle: .compact)).split(
                separator: "\n")
            let row = try #require(lines.firstIndex(of: "| ---: |")) + 1
            return String(lines[row].dropFirst(2).dropLast(2))
        }
        #expect(try cell(.percentage(57.2, decimals: 1)) == "57.2%")
        #expect(try cell(.number(1234567.5, decimals: 2)) == "1,234,567.50")
        #expect(try cell(.number(-2.5, decimals: 0)) == "-3")
        #expect(try cell(.date(CalendarDate(year: 2017, month: 11, day: 14))) == "14 November 2017")
        #expect(try cell(.missing(.suppressed)) == "\\[c]")
        #expect(try cell(.missing(.low)) == "\\[low]")
        #expect(try cell(.empty) == "")
        #expect(try cell(.text("=1+1")) == "=1+1")
    }

    @Test("Padded columns line up, wide characters counted")
    func padded() throws {
        let table = Table(
            name: "t", title: "Sample", columns: [TableColumn("Name"), TableColumn("N", alignment: .trailing)],
            rows: [
                [Cell(.text("日本")), Cell(.number(1, decimals: 0))],
                [Cell(.text("cafe\u{301} 👩‍👧")), Cell(.number(12345, decimals: 0))],
                [Cell(.text(String(repeating: "long ", count: 30))), Cell(.empty)],
            ])
        let lines = try text(Sample.publication([.table(table)])).split(separator: "\n").filter { $0.hasPrefix("|") }
        let width = 48
        func fill(_ text: String, _ taken: Int) -> String { text + String(repeating: " ", count: width - taken) }
        #expect(
            lines.prefix(4) == [
                "| \(fill("Name", 4)) |      N |", "| :\(String(repeating: "-", count: width - 1)) | -----: |",
                "| \(fill("日本", 4)) |      1 |", "| \(fill("cafe\u{301} 👩‍👧", 7)) | 12,345 |",
            ])
    }

    @Test("Beneath the tables, every shorthand in use, empty cells and notes are explained")
    func key() throws {
        let text = try text(Sample.report())
        #expect(text.contains("- \\[c] means confidential: withheld so that nobody can be identified.\n"))
        #expect(text.contains("- Blank cells are intentional: there is nothing to report.\n"))
        #expect(text.contains("| [Re-referrals](#plan--actions)[^note-1] "))
        #expect(text.contains("\n[^note-1]: Note 1: Counted once.\n"))
        #expect(text.contains("The notes are explained in the section [Notes](#notes).\n"))
        #expect(!text.contains("[z] means"))
        #expect(text.contains("There is nothing to show under “Late”.\n"))
    }

    @Test(
        "Headings never skip a level, and every link leads to the section that it names",
        .enabled(if: Tool.cmark.isReady, "needs cmark-gfm (Debian package cmark-gfm)"))
    func headings() throws {
        let read = try ReadMarkdown(try text(Sample.report(), .init(frontMatter: false)))
        let expected = [
            "1 Children’s services report", "2 Contents", "2 Summary", "3 Summary", "4 Deeper", "2 Indicator dashboard",
            "2 Summary",
            "2 Plan & actions", "3 Actions", "3 Late", "2 Notes",
        ]
        #expect(read.headings.map { "\($0.level) \($0.text)" } == expected)
        #expect(
            read.links.prefix(5) == ["#summary", "#indicator-dashboard", "#summary-2", "#plan--actions", "#notes"])
        #expect(read.links.dropFirst(5).dropLast().allSatisfy { $0 == "#plan--actions" })
        // One reference to a note, and its explanation.
        #expect(read.strong == 7 && read.intruders == ["footnote", "footnote"])
        #expect(read.blocks.contains(.paragraph("One line.\nAnother.")))
        #expect(read.blocks.contains(.item("Second\nwith a line")))
    }

    @Test(
        "Every link leads to an identifier that pandoc gives to a heading",
        .enabled(if: Tool.pandoc.isReady, "needs pandoc (Debian package pandoc)"))
    func identifiers() throws {
        let read = try ReadPandoc(try text(Sample.report()))
        #expect(!read.links.isEmpty)
        #expect(Set(read.links).subtracting(read.identifiers.map { "#\($0)" }).isEmpty)
        #expect(read.intruders == ["Note"])
    }

    @Test("Equal publications give equal bytes, one after the other and at the same time")
    func deterministic() async throws {
        let report = try Sample.report()
        let first = try MarkdownExporter().data(report)
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<8 { group.addTask { try MarkdownExporter().data(report) } }
            for try await bytes in group { #expect(bytes == first) }
        }
    }

    @Test("A publication without sections is a heading")
    func noSections() throws {
        let empty = Publication(metadata: try Sample.metadata(), sections: [])
        #expect(try text(empty, .init(frontMatter: false)) == "# Children’s services report\n")
    }

    @Test("Titles without a letter still make headings, and links to them are words")
    func odd() throws {
        let publication = Publication(
            metadata: try Sample.metadata(title: " \u{200B} "),
            sections: [
                Sample.section("a", "***", [.list([ListItem("there", link: SectionLink(section: "a"))])]),
                Sample.section("b", "\n", []),
            ])
        #expect(try text(publication, .init(frontMatter: false)) == "# Report\n\n## \\*\\*\\*\n\n- there\n\n## b\n")
    }

    @Test(
        "Headings of one level stay side by side, whichever level comes first",
        arguments: [
            ([3, 3], ["###", "###"]), ([3, 2, 3], ["###", "###", "####"]),
            ([2, 4, 4, 3], ["###", "####", "####", "####"]),
            ([2, 3, 3, 2], ["###", "####", "####", "###"]), ([6], ["###"]),
        ])
    func levels(wanted: [Int], signs: [String]) throws {
        let blocks: [Block] = wanted.enumerated().flatMap { index, level -> [Block] in
            [.heading(level: level, text: "Heading \(index)"), .paragraph("Text.")]
        }
        let lines = try text(Sample.publication(blocks)).split(separator: "\n").filter { $0.contains("# Heading") }
        #expect(lines.map { String($0.prefix { $0 == "#" }) } == signs)
    }

    @Test("A table right below a heading of another name is part of what the heading is about")
    func tableBelowHeading() throws {
        func table(_ title: String) -> Block {
            .table(Table(name: title, title: title, columns: [TableColumn("A")], rows: [[Cell(.text("1"))]]))
        }
        let lines = try text(
            Sample.publication([
                .heading(level: 2, text: "One"), table("First"), .heading(level: 2, text: "Two"), table("Two"),
            ])
        ).split(separator: "\n").filter { $0.hasPrefix("###") }
        #expect(lines == ["### One", "#### First", "### Two"])
    }
}
