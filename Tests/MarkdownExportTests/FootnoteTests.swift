import FamilyServicesKit
import Foundation
import MarkdownExport
import TestSupport
import Testing

@Suite("Notes as footnotes", .slow)
struct FootnoteTests {
    private static let hasReaders = Tool.cmark.isReady && Tool.pandoc.isReady
    private static let needsReaders: Comment = "needs cmark-gfm and pandoc (Debian packages)"

    private func publication(_ blocks: [Block], notes: [Block], title: String = "Figures", summary: String = "") throws
        -> Publication
    {
        Publication(
            metadata: try Sample.metadata(),
            sections: [
                Sample.section("figures", title, summary: summary, blocks),
                Sample.section("notes", "Notes", notes),
            ])
    }

    private func text(_ publication: Publication) throws -> String {
        let options = MarkdownExporter.Options(tableStyle: .compact, frontMatter: false)
        return String(decoding: try MarkdownExporter(options: options).data(publication), as: UTF8.self)
    }

    private func table(_ header: String, _ cells: [String], link: SectionLink? = nil) -> Block {
        .table(
            Table(
                name: "t", title: "Sample", columns: [TableColumn(header)],
                rows: cells.map { [Cell(.text($0), link: link)] }))
    }

    @Test("References in headers, cells, lists and paragraphs become footnotes that the notes explain")
    func references() throws {
        let text = try text(
            publication(
                [
                    table("Measure [note 1]", ["Reviews [note 2] in time", "[note 1][note 2]"]),
                    .paragraph("See [note 1]."), .list([ListItem("Item [note 2]")]),
                    .facts([Fact("Period", "May [note 1]")]),
                ],
                notes: [
                    .list([
                        ListItem("[note 1] Counted once."), ListItem("Note 2: Two\nlines."), ListItem("Other."),
                    ])
                ]))
        #expect(text.contains("| Measure[^note-1] |\n| :--- |\n| Reviews[^note-2] in time |\n| [^note-1][^note-2] |\n"))
        #expect(text.contains("\nSee[^note-1].\n") && text.contains("\n- Item[^note-2]\n"))
        #expect(text.contains("| May[^note-1] |"))
        #expect(
            text.hasSuffix(
                """
                ## Notes

                - Other.

                Numbered notes that the report refers to are its footnotes.

                [^note-1]: Note 1: Counted once.

                [^note-2]: Note 2: Two\\
                    lines.

                """))
        #expect(!text.contains("are explained in the section"))
    }

    @Test("A notes table becomes footnotes row by row; rows that nothing refers to stay in it")
    func notesTable() throws {
        let rows = [
            ["note 1", "Counted once.", "Dashboard"], ["[note 2]", "Never used.", ""], ["note 12", "Twelve.", ""],
        ]
        let table = Table(
            name: "notes", title: "Notes",
            columns: [TableColumn("Note"), TableColumn("Text"), TableColumn("Where")],
            rows: rows.map { $0.map { $0.isEmpty ? .empty : Cell(.text($0)) } })
        let text = try text(publication([.paragraph("a [note 12] b [note 1]")], notes: [.table(table)]))
        #expect(text.contains("a[^note-12] b[^note-1]\n"))
        #expect(text.contains("| \\[note 2] | Never used. |  |\n\nNumbered"))
        #expect(text.contains("[^note-1]: Note 1: Counted once.\\\n    Dashboard\n\n[^note-12]: Note 12: Twelve.\n"))
    }

    @Test("A note that only an omitted section refers to stays in the list; with the section it is a footnote")
    func leftOut() throws {
        let notes = Block.list([ListItem("[note 1] Counted once."), ListItem("[note 2] Of the data.")])
        let publication = Publication(
            metadata: try Sample.metadata(),
            sections: [
                Sample.section("figures", "Figures", [.paragraph("a [note 1]")]),
                PublicationSection(
                    id: "data", title: "Data", shortTitle: "Data", role: .data, summary: "",
                    blocks: [.paragraph("b [note 2]")]),
                Sample.section("notes", "Notes", [notes]),
            ])
        let short = try text(publication)
        #expect(short.contains("Of the data.") && short.contains("[^note-1]: ") && !short.contains("[^note-2]"))
        let whole = try MarkdownExporter(options: .init(frontMatter: false, data: true)).data(publication)
        let long = String(decoding: whole, as: UTF8.self)
        #expect(long.contains("b[^note-2]") && long.contains("[^note-2]: Note 2: Of the data."))
    }

    @Test("References in headings stay words, with the footnote beneath, and links to them still lead there")
    func headings() throws {
        let text = try text(
            publication(
                [
                    .heading(level: 2, text: "Deeper [note 1]"),
                    .list([ListItem("x", link: SectionLink(section: "figures"))]),
                ],
                notes: [.list([ListItem("[note 1] Counted once.")])], title: "Figures [note 1]"))
        let sentence = "\n\nNote 1 goes with this heading.[^note-1]\n"
        #expect(text.contains("## Figures \\[note 1]" + sentence) && text.contains("### Deeper \\[note 1]" + sentence))
        #expect(text.contains("[x](#figures-note-1)"))
    }

    @Test("A footnote follows a link, and is never in it")
    func links() throws {
        let text = try text(
            publication(
                [table("A", ["Reviews [note 1] in time"], link: SectionLink(section: "figures"))],
                notes: [.list([ListItem("[note 1] Counted once.")])]))
        #expect(text.contains("| [Reviews in time](#figures)[^note-1] |"))
    }

    @Test(
        "Without an explanation a reference stays words, and nothing else changes",
        arguments: [
            [], [.paragraph("[note 1] in a paragraph")], [.list([ListItem("Note 1 of the council")])],
            [
                .list([
                    ListItem("[note 1]"), ListItem("[note 01] x"), ListItem("[note 12345] x"), ListItem("[note x] x"),
                ])
            ],
        ] as [[Block]])
    func unexplained(_ notes: [Block]) throws {
        let text = try text(publication([table("A [note 1]", ["b [note 01]", "[^note-1]", "[^1]"])], notes: notes))
        #expect(text.contains("| A \\[note 1] |\n| :--- |\n| b \\[note 01] |\n| \\[\\^note-1] |\n| \\[\\^1] |\n"))
        #expect(!text.contains("[^") && !text.contains("footnotes"))
    }

    @Test("What stands beside a reference cannot make a link, a picture or an explanation of it")
    func neighbours() throws {
        let text = try text(
            publication(
                [.paragraph("[note 1](http://a.example)"), .paragraph("[note 1]: x"), .paragraph("No! [note 1]")],
                notes: [.list([ListItem("[note 1] See [note 1].")])]))
        #expect(text.contains("\n[^note-1]\\(http\\://a.example)\n\n[^note-1]\\: x\n\nNo\\![^note-1]\n"))
        #expect(text.contains("[^note-1]: Note 1: See \\[note 1].\n"))
    }

    @Test(
        "cmark-gfm and pandoc find the same footnotes beside hostile text, and no others",
        .enabled(if: hasReaders, needsReaders))
    func readers() throws {
        var hostile = HostileText()
        let notes = (1...20).map { ListItem("[note \($0)] w\(hostile.next())") }
        var expected: [String: Int] = [:]
        let cells = (0..<2_000).map { _ in
            let parts = (0...2).map { _ in hostile.next(upTo: 4) }
            let numbers = (0..<2).map { _ in hostile.number(1...22) }
            for number in numbers where number <= 20 { expected["Note \(number): ", default: 0] += 1 }
            return "\(parts[0])[note \(numbers[0])]\(parts[1])[note \(numbers[1])]\(parts[2])"
        }
        let blocks: [Block] =
            [table("A", Array(cells[..<1_000]))] + cells[1_000..<1_500].map { .paragraph("w" + $0) }
            + cells[1_500...].map { .list([ListItem("w" + $0, link: SectionLink(section: "figures"))]) }
        let markdown = try text(publication(blocks, notes: [.list(notes)]))
        let (cmark, pandoc) = (try footnotesOfCmark(markdown), try footnotesOfPandoc(markdown))
        #expect(cmark == expected, "seed \(hostile.seed)")
        #expect(pandoc == expected, "seed \(hostile.seed)")
    }

    /// How often cmark-gfm refers to each explanation, by the words with which that begins.
    private func footnotesOfCmark(_ markdown: String) throws -> [String: Int] {
        let arguments = ["table", "strikethrough", "autolink", "tasklist", "footnotes"].flatMap { ["-e", $0] }
        let html = try Tool.cmark.run(arguments + ["--unsafe"], input: markdown)
        var words: [String: String] = [:]
        for part in html.components(separatedBy: "<li id=\"fn-").dropFirst() {
            let name = part.prefix { $0 != "\"" }
            let text = try #require(part.components(separatedBy: "<p>").dropFirst().first)
            words[String(name)] = (text.split(separator: ":").first.map(String.init) ?? "") + ": "
        }
        var counts: [String: Int] = [:]
        for part in html.components(separatedBy: "<a href=\"#fn-").dropFirst() {
            counts[try #require(words[String(part.prefix { $0 != "\"" })]), default: 0] += 1
        }
        return counts
    }

    private func footnotesOfPandoc(_ markdown: String) throws -> [String: Int] {
        let json = try Tool.pandoc.run(["--from", "gfm", "--to", "json"], input: markdown)
        var counts: [String: Int] = [:]
        let start =
            #"{"t":"Note","c":[{"t":"Para","c":[{"t":"Str","c":"Note"},{"t":"Space"},{"t":"Str","c":""#
        for part in json.components(separatedBy: start).dropFirst() {
            counts["Note \(part.prefix { $0 != "\"" }) ", default: 0] += 1
        }
        #expect(json.components(separatedBy: #""t":"Note""#).count - 1 == counts.values.reduce(0, +))
        return counts
    }
}
