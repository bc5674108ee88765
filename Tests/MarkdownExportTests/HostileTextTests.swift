import FamilyServicesKit
import Foundation
@testable import MarkdownExport
import TestSupport
import Testing

@Suite("Hostile text", .slow)
struct HostileTextTests {
    private static let needsCmark: Comment = "needs cmark-gfm (Debian package cmark-gfm)"

    /// A text as it must be read back.
    private func plain(_ text: String) -> String { CleanText.plain(text) }

    @Test("The exporter cleans texts as the regular expressions of another library do")
    func cleaning() {
        var hostile = HostileText()
        for _ in 0..<TestSize.count(6_000) {
            let text = hostile.next(upTo: 12)
            #expect(MarkdownText.lines(text).joined(separator: "\n") == plain(text), "seed \(hostile.seed)")
        }
    }

    @Test(
        "Every cell of random tables reads back as it was, without links, tags or markup",
        .enabled(if: Tool.cmark.isReady, needsCmark))
    func tables() throws {
        var hostile = HostileText()
        for batch in 0..<TestSize.count(4) {
            let tables = (0..<600).map { hostile.table(batch * 600 + $0) }
            let style = batch % 2 == 0 ? MarkdownExporter.Options.TableStyle.padded : .compact
            let publication = try Sample.publication(tables.map { .table($0) })
            let bytes = try MarkdownExporter(options: .init(tableStyle: style, frontMatter: false)).data(publication)
            let read = try ReadMarkdown(String(decoding: bytes, as: UTF8.self))
            #expect(read.intruders.isEmpty && read.strong == 0, "seed \(hostile.seed)")
            #expect(read.links.allSatisfy { $0 == "#sample" }, "seed \(hostile.seed)")
            try #require(read.tables.count == tables.count, "seed \(hostile.seed)")
            for (table, found) in zip(tables, read.tables) {
                let header = table.columns.map { CleanText.oneLine($0.title) }
                let rows = table.rows.map { row in
                    row.map { cell in if case .text(let text) = cell.value { plain(text) } else { "" } }
                }
                #expect(found == [header] + rows, "seed \(hostile.seed), table \(table.name)")
            }
            let alignments = tables.flatMap { $0.columns.map { $0.alignment == .leading ? "left" : "right" } }
            #expect(read.alignments == alignments)
            let headings = tables.map { CleanText.heading($0.title) }
            #expect(read.headings.dropFirst(2).map(\.text) == headings, "seed \(hostile.seed)")
        }
    }

    @Test(
        "Paragraphs, headings and lists of random hostile text read back as they were",
        .enabled(if: Tool.cmark.isReady, needsCmark))
    func blocks() throws {
        var hostile = HostileText()
        var blocks: [Block] = []
        var expected: [ReadMarkdown.Block] = [
            .heading(level: 1, "Children’s services report"), .heading(level: 2, "Sample"),
        ]
        for index in 0..<TestSize.count(1_500) {
            // A word in front keeps a block from being empty.
            let text = index % 5 == 0 ? "w" + hostile.next() : hostile.next()
            switch index % 3 {
            case 0:
                blocks.append(.paragraph(text))
                expected += CleanText.lines(text).split(whereSeparator: \.isEmpty).map {
                    .paragraph($0.joined(separator: "\n"))
                }
            case 1:
                blocks.append(.heading(level: 2, text: text))
                let line = CleanText.heading(text)
                if !line.isEmpty { expected.append(.heading(level: 3, line)) }
            default:
                let items = [text, "x" + hostile.next(), "x" + hostile.next()]
                blocks.append(
                    .list(
                        items.enumerated().map {
                            ListItem($0.element, link: $0.offset == 1 ? SectionLink(section: "sample") : nil)
                        }))
                for (index, item) in items.enumerated() {
                    let lines = CleanText.lines(item)
                    // An item that is a link keeps its empty lines.
                    let text = (index == 1 ? lines : lines.filter { !$0.isEmpty }).joined(separator: "\n")
                    if !text.isEmpty { expected.append(.item(text)) }
                }
            }
        }
        let bytes = try MarkdownExporter(options: .init(frontMatter: false)).data(Sample.publication(blocks))
        let read = try ReadMarkdown(String(decoding: bytes, as: UTF8.self))
        #expect(read.intruders.isEmpty && read.strong == 0, "seed \(hostile.seed)")
        #expect(read.links.allSatisfy { $0 == "#sample" }, "seed \(hostile.seed)")
        try #require(read.blocks.count == expected.count, "seed \(hostile.seed)")
        for (found, block) in zip(read.blocks, expected) { #expect(found == block, "seed \(hostile.seed)") }
    }

    @Test(
        "pandoc reads the same cells from random tables",
        .enabled(if: Tool.pandoc.isReady, "needs pandoc (Debian package pandoc)"))
    func pandoc() throws {
        var hostile = HostileText()
        let tables = (0..<400).map { hostile.table($0) }
        let bytes = try MarkdownExporter().data(Sample.publication(tables.map { .table($0) }))
        let document = try ReadPandoc(String(decoding: bytes, as: UTF8.self))
        #expect(document.intruders.isEmpty, "seed \(hostile.seed)")
        #expect(document.links.allSatisfy { $0 == "#sample" }, "seed \(hostile.seed)")
        try #require(document.tables.count == tables.count, "seed \(hostile.seed)")
        for (table, found) in zip(tables, document.tables) {
            let expected =
                [table.columns.map { $0.title }]
                + table.rows.map { row in row.map { if case .text(let text) = $0.value { text } else { "" } } }
            let cells = expected.map { $0.map { ReadPandoc.folded(plain($0)) } }
            #expect(found == cells, "seed \(hostile.seed), table \(table.name)")
        }
    }

    @Test(
        "Front matter gives hostile titles back to a YAML reader",
        .enabled(if: Tool.python.isReady, "needs python3, or the one that FSK_PYTHON names, with PyYAML"))
    func frontMatter() throws {
        var hostile = HostileText()
        let titles =
            ["", "yes", "2026-01-01", "a: b", "# a", "\"", "\\", "\\n", "null"]
            + (0..<TestSize.count(600)).map { _ in hostile.next() }
        let documents = try titles.map { FrontMatter.text(try Sample.metadata(title: $0)) }
        let program =
            "import json, sys, yaml; "
            + "print(json.dumps([d for d in yaml.safe_load_all(sys.stdin.buffer.read()) if d is not None]))"
        let answer = try Tool.python.run(["-c", program], input: documents.joined())
        struct Document: Decodable {
            var title, author, organisation, date, lang, subject: String
            var keywords: [String]
            var synthetic: Bool
        }
        let read = try JSONDecoder().decode([Document].self, from: Data(answer.utf8))
        // What YAML gives back is read as Markdown next, as a line of the body is.
        #expect(read.map(\.title) == titles.map(MarkdownText.metadata), "seed \(hostile.seed)")
        let first = try #require(read.first)
        #expect(first.author == "Head of Performance" && first.organisation == "Sample Borough Council")
        #expect(first.date == "2026-02-03" && first.lang == "en-GB" && first.subject == "Version for the public")
        #expect(first.keywords == ["children’s services", "performance"] && !first.synthetic)
    }

    @Test(
        "A text is cleaned",
        arguments: [
            ("a\u{0}b\u{1B}c\u{7F}\u{9F}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}\u{FFFD}"),
            ("a\r\nb\rc\nd\u{2028}e\u{85}f", "a\nb\nc\nd\ne\nf"),
            ("  a\tb  \n  c ", "a b\nc"), ("\n\n a\n\n\nb\n\n", "a\n\n\nb"),
            ("user\u{202E}txt.exe\u{2066}", "user\u{FFFD}txt.exe\u{FFFD}"),
            ("a\u{200B}b\u{FEFF}c\u{AD}d\u{200F}\u{E0041}", "abcd"), ("👩‍👧 \u{601}1", "👩‍👧 \u{601}1"),
            ("\u{FFFF}\u{1FFFE}", "\u{FFFD}\u{FFFD}"),
            ("", ""), (" \t\n ", ""),
        ])
    func cleaned(_ text: String, _ expected: String) {
        #expect(Array(plain(text).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test(
        "What reads well unescaped stays so",
        arguments: [
            "Head of Service (Assessment), 57.2% - up; \"good\" 'x' 1,234.5 & more!", "R&D at 5 < 6 > 4",
            "snake_case 12:30:45",
            "1. is no list in a cell", "# nor a heading", "www is a word", "£5 + 7 = 12", "a/b//c: d", "#123",
            "at 12:30:45",
            "a :b", "1:2:3",
        ])
    func unescaped(_ text: String) {
        #expect(MarkdownText.cell(text) == text)
    }

    @Test(
        "What would be markup is escaped",
        arguments: [
            ("a|b", #"a\|b"#), ("[c]", #"\[c]"#), ("<b>", #"\<b>"#), ("a\nb", "a<br> b"), ("&amp;", #"\&amp;"#),
            ("www.a.example", #"www\.a.example"#), ("https://a", #"https\://a"#), ("ask a@b.cc.", "ask `a@b.cc`."),
            ("_a_", #"\_a\_"#),
            ("$5", #"\$5"#), ("a :smile: b", "a `:smile:` b"), (":100::+1:", "`:100::+1:`"),
            ("ask a@b.cc:ok:", "ask `a@b.cc:ok:`"), ("@name", #"\@name"#), ("<!-- a", #"\<!-- a"#),
            ("$$x$$", #"\$\$x\$\$"#), ("[note 1]", #"\[note 1]"#), ("[^1]: x", #"\[\^1]: x"#),
        ])
    func escaped(_ text: String, _ expected: String) {
        #expect(MarkdownText.cell(text) == expected)
    }
}
