import FamilyServicesKit
import Foundation
@testable import MarkdownExport
import TestSupport
import Testing

@Suite("Links to headings")
struct LinkTests {
    @Test("Headings get the identifiers that GitHub gave them")
    func gitHub() throws {
        struct Fixture: Decodable {
            struct Heading: Decodable {
                var heading, identifier: String
            }
            var headings: [Heading]
        }
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/github-headings.json")
        let fixture = try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: file))
        #expect(fixture.headings.count > 70)
        var slugs = HeadingSlugs()
        for heading in fixture.headings {
            let next = slugs.next(heading.heading)
            let found = try #require(next)
            #expect(Array(found.unicodeScalars) == Array(heading.identifier.unicodeScalars))
        }
    }

    @Test(
        "Links lead to the right one of many hostile headings, alike or not, in pandoc",
        .enabled(if: Tool.pandoc.isReady, "needs pandoc (Debian package pandoc)"))
    func hostile() throws {
        var hostile = HostileText()
        var titles: [String] = []
        for index in 0..<400 {
            // Numbers keep different headings apart; every fourth is like the one before it.
            titles.append(index % 4 == 3 ? titles[index - 1] : "s\(index)x \(hostile.next())")
        }
        let links = titles.indices.map { ListItem("to \($0)", link: SectionLink(section: "s\($0)")) }
        let sections =
            [Sample.section("contents", "Contents", [.list(links)])]
            + titles.enumerated().map {
                Sample.section("s\($0)", $1, [.heading(level: 2, text: "\($1)"), .paragraph("x")])
            }
        let publication = Publication(metadata: try Sample.metadata(), sections: sections)
        let bytes = try MarkdownExporter(options: .init(frontMatter: false)).data(publication)
        let read = try ReadPandoc(String(decoding: bytes, as: UTF8.self))
        try #require(read.links.count == titles.count, "seed \(hostile.seed)")
        // The report's heading, the contents, and then two headings for each section.
        for (index, link) in read.links.enumerated() {
            #expect(read.identifiers.firstIndex(of: String(link.dropFirst())) == 2 + 2 * index, "seed \(hostile.seed)")
        }
    }
}
