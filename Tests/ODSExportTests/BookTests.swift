import ExporterTestKit
import FamilyServicesKit
import Foundation
import ODSReading
import TestSupport
import Testing
import XLSXReading
import ZipPackage

@testable import ODSExport

extension PublicationSection {
    fileprivate var charts: [Chart] {
        blocks.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
    }
}

@Suite("OpenDocument spreadsheets")
struct BookTests {
    private static func publication() throws -> Publication {
        try ExamplePacks.publication("corporate-parenting-2024-06", for: .members)
    }

    /// A publication with everything that may go wrong on the way into XML.
    private static func hostile() throws -> Publication {
        var options = PublicationOptions()
        options.sections.append(HostileSection())
        return try ExamplePacks.load("corporate-parenting-2024-06").publish(for: .members, options: options)
    }

    private static func part(_ name: String, of bytes: [UInt8]) throws -> String {
        let file = try ZipFile(bytes: bytes)
        let entry = try #require(file.entries.first { $0.name == name })
        return String(decoding: try file.contents(of: entry), as: UTF8.self)
    }

    @Test("The exporter conforms to the contract of exporters", .slow)
    func conforms() async throws {
        var conformance = ExporterConformance(
            ODSExporter.self,
            unpack: { bytes in
                let file = try ZipFile(bytes: bytes)
                return try file.entries.map { try file.contents(of: $0) }
            }
        )
        conformance.longRows = TestSize.conformanceRows
        try await conformance.run()
    }

    @Test("Every cell of every table is read back as it was written, on a sheet for each section")
    func cells() throws {
        let publication = try Self.hostile()
        let sheets = try ODSReader().read(ODSExporter(options: .init()).data(publication))
        #expect(sheets.map(\.name) == publication.sections.map(\.shortTitle))
        for (sheet, section) in zip(sheets, publication.sections) {
            let rows = Self.rows(of: sheet)
            for case .table(let table) in section.blocks where !table.rows.isEmpty {
                let first = try #require(
                    rows.firstIndex { $0 == table.columns.map(\.title) }, "\(table.name) has no header row")
                for (offset, row) in table.rows.enumerated() {
                    var words = row.map { Self.words($0.value) }
                    while words.last == "" { words.removeLast() }
                    #expect(rows[first + 1 + offset] == words, "\(table.name)")
                }
            }
        }
    }

    @Test("The members' edition prints the sheets that members read, and the full edition all of them")
    func editions() throws {
        let publication = try ExamplePacks.publication("improvement-plan-2018-01", for: .members)
        func printed(_ edition: ODSExporter.Options.Edition) throws -> [Bool] {
            let content = try Self.part(
                "content.xml", of: ODSExporter(options: .init(edition: edition)).data(publication))
            return content.split(separator: "<table:table ").dropFirst().map { sheet in
                !sheet.prefix { $0 != ">" }.contains("table:print=\"false\"")
            }
        }
        #expect(try printed(.full) == publication.sections.map { _ in true })
        #expect(try printed(.members) == publication.sections.map { !$0.isAnnex })
        #expect(publication.sections.contains { $0.isAnnex })
        #expect(try JSONDecoder().decode(ODSExporter.Options.self, from: Data("{}".utf8)) == .init(edition: .members))
    }

    @Test("In the members' edition charts are beside each other with their titles, and their figures are not printed")
    func chartGrid() throws {
        let publication = try ExamplePacks.publication("sample-borough", for: .members)
        let section = try #require(
            publication.sections.first { section in !section.isAnnex && section.charts.count > 3 })
        let bytes = try ODSExporter(options: .init()).data(publication)
        let content = try Self.part("content.xml", of: bytes)
        let sheet = try #require(
            content.split(separator: "<table:table ").first { $0.contains("table:name=\"\(section.shortTitle)\"") })
        let rows = sheet.split(separator: "<table:table-row ").dropFirst()
        let frames = rows.map { $0.components(separatedBy: "<draw:frame").count - 1 }
        #expect(frames.filter { $0 > 0 }.dropLast().allSatisfy { $0 == 2 })
        // What is printed ends with the last picture or later, and before the first table of what is drawn.
        let end = try #require(sheet.firstMatch(of: /table:print-ranges="[^"]*[A-Z]([0-9]+)"/).flatMap { Int($0.1) })
        let lastPicture = try #require(frames.lastIndex { $0 > 0 })
        #expect(end > lastPicture && end < rows.count)
        let picture = try Self.part("Pictures/chart-1.svg", of: bytes)
        let first = try #require(publication.sections.lazy.filter { !$0.isAnnex }.flatMap(\.charts).first)
        #expect(picture.contains(">\(first.title.prefix(20))"))
    }

    @Test("A text that the first column has no room for goes over the columns beside it, and its row is high enough")
    func longTexts() throws {
        let publication = try ExamplePacks.publication("improvement-plan-2018-01", for: .members)
        let content = try Self.part("content.xml", of: ODSExporter(options: .init()).data(publication))
        let spans = content.matches(of: /table:number-columns-spanned="([0-9]+)"/).compactMap { Int($0.1) }
        #expect(!spans.isEmpty && spans.allSatisfy { $0 > 1 })
        let covered = content.matches(of: /<table:covered-table-cell table:number-columns-repeated="([0-9]+)"/)
        #expect(covered.compactMap { Int($0.1) } == spans.map { $0 - 1 })
        // A row of its own height: programs work none out for a text over several columns.
        #expect(!content.contains(/table:style-name="ro1"><table:table-cell[^>]*spanned/))
    }

    private static func rows(of sheet: ReadSheet) -> [[String]] {
        sheet.rows.map { row in
            row.map { cell in
                switch cell {
                case .text(let text): text
                case .number(let number): "\(number)"
                case .date(let date): date.description
                default: ""
                }
            }
        }
    }

    private static func words(_ value: Cell.Value) -> String {
        switch value {
        case .text(let text): text
        case .number(let number, let decimals): "\(DecimalText.rounded(number, decimals: decimals))"
        case .percentage(let number, let decimals):
            "\(Double(DecimalText.plain(DecimalText.rounded(number, decimals: decimals) / 100, decimals: decimals + 2)) ?? 0)"
        case .date(let date): date.description
        case .missing(let reason): reason.shorthand
        case .empty: ""
        }
    }

    @Test(
        "Headings, names of tables, language and alternative texts are in the file, and links lead to rows that are there"
    )
    func structure() throws {
        let publication = try Self.hostile()
        let bytes = try ODSExporter(options: .init()).data(publication)
        let content = try Self.part("content.xml", of: bytes)
        for section in publication.sections {
            #expect(content.contains("table:style-name=\"Heading_20_1\" office:value-type=\"string\""))
            for case .table(let table) in section.blocks where !table.rows.isEmpty {
                #expect(content.contains("<table:database-range table:name=\"\(table.name)\""), "\(table.name)")
            }
        }
        #expect(content.contains("<svg:title>A &amp; B</svg:title><svg:desc>It rises &lt;from&gt; 1 to 3.</svg:desc>"))
        let styles = try Self.part("styles.xml", of: bytes)
        #expect(styles.contains("fo:language=\"en\" fo:country=\"GB\""))
        let about = try Self.part("meta.xml", of: bytes)
        #expect(about.contains("<dc:language>en-GB</dc:language>"))
        let names = Set(publication.sections.map(\.shortTitle))
        let links = content.matches(of: /xlink:href="#&#39;([^"]+)&#39;\.A(\d+)"/)
        #expect(!links.isEmpty)
        for link in links { #expect(names.contains(String(link.1).replacing("&amp;", with: "&"))) }
        #expect(try ODSExporter(options: .init()).data(publication) == bytes)
    }
}

/// Words that would act as markup, spaces that XML would drop, and a chart.
private struct HostileSection: SectionComposer {
    let id: SectionID = "hostile"

    func compose(_ context: SectionContext) -> PublicationSection? {
        let words = ["<b>&amp;", "a  b", " led", "two\nlines", "=1+1", "]]>", "\u{1}"]
        let table = Table(
            name: "Hostile_words", title: "Hostile <words>",
            columns: [TableColumn("Words & <more>"), TableColumn("Share", alignment: .trailing)],
            rows: words.dropLast().enumerated().map { index, text in
                [Cell(.text(text)), Cell(.percentage(Double(index) * 12.345, decimals: 1))]
            })
        let chart = Chart(
            name: "Lines", title: "A & B", alternativeText: "It rises <from> 1 to 3.", form: .lines,
            labelTitle: "Period",
            valueTitle: "Count", isPercentage: false, decimals: 0, labels: ["April", "May", "June"],
            series: [Chart.Series("Figure", role: .measure, points: [1, 2, 3].map { Chart.Point($0) })])
        return context.section(
            id, title: "Hostile", shortTitle: "Hostile", summary: words.joined(separator: " "),
            blocks: [.table(table), .chart(chart)])
    }
}
