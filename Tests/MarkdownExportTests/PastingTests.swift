import FamilyServicesKit
import Foundation
@testable import MarkdownExport
import TestSupport
import Testing

@Suite("Markdown that is pasted elsewhere")
struct PastingTests {
    private static func text(_ publication: Publication, _ options: MarkdownExporter.Options) throws -> String {
        String(decoding: try MarkdownExporter(options: options).data(publication), as: UTF8.self)
    }

    private static func report() throws -> Publication {
        try ExamplePacks.publication("corporate-parenting-2024-06", for: .everyone)
    }

    /// The numbers of hyphens in the rules of the tables.
    private static func rules(_ text: String) -> [[Int]] {
        text.split(separator: "\n").filter { $0.hasPrefix("| :-") || $0.hasPrefix("| --") }.map { line in
            line.split(separator: "|").map { $0.count { $0 == "-" } }
        }
    }

    @Test("Without asking, there are no raw data and no block characters, and no link leads to what is left out")
    func plain() throws {
        let publication = try ExamplePacks.publication("improvement-plan-2019-03", for: .everyone)
        let data = try #require(publication.sections.first { $0.role == .data })
        let (short, whole) = (try Self.text(publication, .init()), try Self.text(publication, .init(data: true)))
        #expect(!short.contains("## \(data.title)") && !short.contains("[\(data.title)]"))
        #expect(whole.contains("## \(data.title)") && whole.contains("[\(data.title)]"))
        let blocks = CharacterSet(charactersIn: "▁▂▃▄▅▆▇█")
        #expect(short.rangeOfCharacter(from: blocks) == nil)
    }

    @Test("A wide table has room for each word in its rule, and more where it says more")
    func rules() throws {
        let words = "immediately accommodation"
        let long = Array(repeating: words, count: 12).joined(separator: " ")
        let table = Table(
            name: "Wide", title: "Wide", columns: ["No", "Text", "Note", "More", "Most"].map { TableColumn($0) },
            rows: [[Cell(.number(1, decimals: 0))] + [long, words, long, long].map { Cell(.text($0)) }])
        let rule = try #require(
            Self.rules(Self.text(Sample.publication([.table(table)]), .init(frontMatter: false))).last)
        #expect(rule[0] < rule[2] && rule[2] < rule[1])
        #expect(rule[1] > "accommodation".count && rule[2] > "accommodation".count)
    }

    @Test("Anchors are there on request, one for each section that links can lead to")
    func anchors() throws {
        let publication = try Self.report()
        #expect(!(try Self.text(publication, .init()).contains("<a id=")))
        let text = try Self.text(publication, .init(anchors: true))
        let targets = Set(text.matches(of: /\]\(#([^)]+)\)/).map { String($0.1) })
        let anchors = text.matches(of: /<a id="([^"]+)"><\/a>/).map { String($0.1) }
        #expect(!targets.isEmpty && targets.isSubset(of: Set(anchors)))
        #expect(Set(anchors).count == anchors.count)
    }
}
