import FamilyServicesKit
import Foundation
@testable import MarkdownExport
import TestSupport
import Testing

@Suite("The packs of the repository in Markdown", .slow)
struct PublishedPackTests {
    static let names = ["sample-borough", "improvement-plan-2018-01"]

    private func publication(_ name: String) throws -> Publication {
        try ExamplePacks.publication(name, for: .everyone)
    }

    private func tables(_ publication: Publication) -> [Table] {
        publication.sections.flatMap { section in
            section.blocks.compactMap { block in
                switch block {
                case .table(let table): table
                case .chart(let chart): chart.table
                case .heading, .paragraph, .list, .facts: nil
                }
            }
        }
    }

    @Test("Every coloured cell and every arrow has words", arguments: names)
    func words(_ name: String) throws {
        let cells = tables(try publication(name)).flatMap { $0.rows.flatMap { $0 } }
        let coloured = cells.filter { $0.tone != nil }
        #expect(!coloured.isEmpty)
        for cell in coloured { #expect(cell.words.contains { $0.isLetter }, "“\(cell.words)” has a tone alone") }
        let signs = CharacterSet(charactersIn: "▲▼►◄△▽↑↓→←↗↘●■◆★✓✗✔✘")
        for cell in cells where cell.words.rangeOfCharacter(from: signs) != nil {
            #expect(cell.words.contains { $0.isLetter }, "“\(cell.words)” has a sign alone")
        }
    }

    @Test(
        "cmark-gfm and pandoc read every cell, and every link leads to a heading",
        .enabled(if: Tool.cmark.isReady && Tool.pandoc.isReady, "needs cmark-gfm and pandoc (Debian packages)"),
        arguments: names)
    func readers(_ name: String) throws {
        let publication = try publication(name)
        let markdown = String(
            decoding: try MarkdownExporter(options: .init(frontMatter: false, data: true)).data(publication),
            as: UTF8.self)
        let read = try ReadMarkdown(markdown)
        let expected = tables(publication).filter { !$0.rows.isEmpty }.map { table in
            [table.columns.map { CleanText.oneLine($0.title) }]
                + table.rows.map { $0.map { CleanText.plain($0.words) } }
        }
        // Facts are tables too; they have two columns of their own.
        let found = read.tables.filter { $0.first != ["Item", "Detail"] }
        try #require(found.count == expected.count)
        for (found, expected) in zip(found, expected) { #expect(found == expected) }
        #expect(read.intruders.isEmpty)
        let levels = read.headings.map(\.level)
        #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 } && levels.count { $0 == 1 } == 1)
        let pandoc = try ReadPandoc(markdown)
        #expect(pandoc.intruders.isEmpty)
        #expect(!pandoc.links.isEmpty)
        #expect(Set(pandoc.links).isSubset(of: pandoc.identifiers.map { "#\($0)" }))
    }

    @Test(
        "Line charts have a row of block characters where it is asked for, and no line of a padded table is longer than an editor"
    )
    func looks() throws {
        let publication = try publication("sample-borough")
        let exporter = MarkdownExporter(options: .init(sparklines: true))
        let text = String(decoding: try exporter.data(publication), as: UTF8.self)
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("From ") && $0.contains("█") }
        let charts = publication.sections.flatMap(\.blocks).count {
            if case .chart(let chart) = $0 { chart.form == .lines } else { false }
        }
        #expect(rows.count == charts && charts > 10)
        let lines = text.split(separator: "\n")
        let padded = zip(lines, lines.dropFirst()).filter { $1.hasPrefix("| :-") && $0.count == $1.count }.map(\.1)
        #expect(!padded.isEmpty && padded.allSatisfy { $0.count <= 160 })
    }

    @Test(
        "pandoc makes a Word document with the headings and cells of the publication",
        .enabled(
            if: Tool.pandoc.isReady && Tool.python.isReady, "needs pandoc, and python3 with PyYAML"),
        arguments: names)
    func word(_ name: String) throws {
        let publication = try publication(name)
        let exporter = MarkdownExporter(options: .init(data: true))
        let markdown = String(decoding: try exporter.data(publication), as: UTF8.self)
        let path = FileManager.default.temporaryDirectory.appending(path: "report-\(UUID().uuidString).docx").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        _ = try Tool.pandoc.run(
            ["--from", "gfm", "--shift-heading-level-by=-1", "--output", path], input: markdown)
        let program = Repository.file("Support/read_docx.py", beside: #filePath).path
        let answer = try Tool.python.run([program, path], input: "")
        struct Document: Decodable {
            var headings: [Heading]
            var tables: [[[String]]]
        }
        struct Heading: Decodable, Equatable {
            var level: Int
            var text: String
            init(from decoder: any Decoder) throws {
                var container = try decoder.unkeyedContainer()
                level = try container.decode(Int.self)
                text = try container.decode(String.self)
            }
        }
        let document = try JSONDecoder().decode(Document.self, from: Data(answer.utf8))
        let sections = document.headings.filter { $0.level == 1 }.map(\.text)
        #expect(sections == publication.sections.dropFirst().map { CleanText.heading($0.title) })
        let expected = tables(publication).filter { !$0.rows.isEmpty }.map { table in
            ([table.columns.map(\.title)] + table.rows.map { $0.map(\.words) }).map { $0.map(folded) }
        }
        let found = document.tables.filter { $0.first != ["Item", "Detail"] }.map { $0.map { $0.map(folded) } }
        try #require(found.count == expected.count)
        for (found, expected) in zip(found, expected) { #expect(found == expected) }
    }

    private func folded(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
