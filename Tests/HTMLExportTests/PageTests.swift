import ExporterTestKit
import FamilyServicesKit
import Foundation
import HTMLExport
import TestSupport
import Testing

@Suite("Pages of real reports", .slow, .enabled(if: PageReader.isReady, PageReader.advice))
struct PageTests {
    /// A pack for an audience.
    struct Version: Hashable, Sendable {
        let pack: String
        var audience = Audience.everyone
    }

    /// What is read of each real pack: the version for the public, of the one with figures of a benchmarking club those for
    /// others too, and by night all.
    static let versions = ExamplePacks.realNames.flatMap { pack in
        Audience.allCases.filter { audience in
            audience == .everyone || pack == "quarterly-update-2022-01" || TestSize.isNightly
        }.map { Version(pack: pack, audience: $0) }
    }

    private static func publication(_ name: String, for audience: Audience = .everyone) throws -> Publication {
        try ExamplePacks.publication(name, for: audience)
    }

    private static func page(_ publication: Publication, _ options: HTMLExporter.Options) throws -> [UInt8] {
        try HTMLExporter(options: options).data(publication)
    }

    /// The page of each version as it is written by default.
    private static let pages = Once<Version, [UInt8]> { version in
        try HTMLExporter().data(publication(version.pack, for: version.audience))
    }

    /// What the parser makes of them.
    private static let readPages = Once<Version, ReadPage> { try PageReader.read(pages($0)) }

    @Test("A page is sound, and its tables and charts say what the publication says", arguments: versions)
    func tables(_ version: Version) throws {
        let publication = try Self.publication(version.pack, for: version.audience)
        let page = try Self.readPages(version)
        #expect(page.problems == [])
        let tables = publication.sections.flatMap { section in
            section.blocks.compactMap { block -> Table? in
                switch block {
                case .table(let table): table.rows.isEmpty ? nil : table
                case .chart(let chart): chart.table
                case .heading, .paragraph, .list, .facts: nil
                }
            }
        }
        try #require(page.tables.count == tables.count)
        for (read, table) in zip(page.tables, tables) {
            #expect(read.caption == table.title)
            #expect(read.columns == table.columns.map(\.title))
            #expect(read.right == table.columns.map { $0.alignment == .trailing })
            #expect(Set(read.headers).count == 1 && read.headers.allSatisfy { $0 <= 1 }, "\(table.name)")
            #expect(read.rows == table.rows.map { $0.map(Self.expectation) }, "\(table.name)")
        }
    }

    private static func expectation(_ cell: Cell) -> [String] {
        switch cell.value {
        case .text(let text): text.isEmpty ? ["empty"] : ["text", text]
        case .number(let number, let decimals):
            [
                "number", DecimalText.plain(number, decimals: decimals),
                DecimalText.formatted(number, decimals: decimals),
            ]
        case .percentage(let number, let decimals):
            [
                "number", DecimalText.plain(number, decimals: decimals),
                DecimalText.formatted(number, decimals: decimals) + "%",
            ]
        case .date(let date): ["date", date.description, date.label]
        case .missing(let reason): ["missing", reason.shorthand, reason.meaning]
        case .empty: ["empty"]
        }
    }

    @Test("The rows of a plan are headed by what is unique to them")
    func rowHeaders() throws {
        let page = try Self.readPages(Version(pack: "improvement-plan-2018-01"))
        #expect(page.tables.contains { table in table.headers.allSatisfy { $0 == 1 } })
    }

    @Test("A link to a record leads to its row, which is in the page once")
    func rowLinks() throws {
        let page = String(decoding: try Self.pages(Version(pack: "improvement-plan-2018-01")), as: UTF8.self)
        let targets = Set(page.matches(of: /href="#(row-[^"]+)"/).map { String($0.1) })
        let rows = page.matches(of: /<tr id="([^"]+)">/).map { String($0.1) }
        #expect(targets.count > 20 && targets.isSubset(of: rows))
        #expect(Set(rows).count == rows.count)
    }

    @Test("The members' edition leaves the annex out in print, and the full one prints everything")
    func editions() throws {
        let publication = try Self.publication("improvement-plan-2018-01", for: .members)
        let annex = publication.sections.filter { $0.isAnnex && $0.role != .contents }
        #expect(!annex.isEmpty && annex.count < publication.sections.count - 1)
        for edition in HTMLExporter.Options.Edition.allCases {
            let page = String(decoding: try Self.page(publication, .init(edition: edition)), as: UTF8.self)
            #expect(page.matches(of: /<section id="[^"]+" class="annex[ "]/).count == annex.count)
            #expect(page.contains(".annex{display:none}") == (edition == .members))
        }
    }

    @Test(
        "Charts side by side are printed with one key, in which each line is once, and only the first twelve for members"
    )
    func chartsOnPaper() throws {
        let page = String(
            decoding: try Self.page(Self.publication("sample-borough", for: .members), .init()), as: UTF8.self)
        let start = try #require(page.range(of: "<ul class=\"legend once\">"))
        let end = try #require(page.range(of: "</ul>", range: start.upperBound..<page.endIndex))
        let key = page[start.upperBound..<end.lowerBound].matches(of: /<\/svg> ([^<]+)<\/li>/).map { String($0.1) }
        #expect(Set(key).count == key.count)
        #expect(
            Set(key).isSuperset(of: ["Figure", "Target", "Average", "Statistical neighbours", "London", "England"]))
        let section = page[start.upperBound...].components(separatedBy: "</section>")[0]
        let figures = section.matches(of: /<figure class="([^"]+)"/).map { String($0.1) }
        #expect(figures.prefix(12).allSatisfy { $0 == "lines" } && figures.count > 12)
        #expect(figures.dropFirst(12).allSatisfy { $0 == "lines later" })
        #expect(page.contains("<p class=\"once\">\(PublicationWording.chartsPrinted(12))</p>"))
        // A comparator has the same dashes wherever it is, and in the key.
        for name in ["Statistical neighbours", "London", "England"] {
            let dashes = Set(
                section.matches(of: /class="line comparator (dash\d)"\/><\/svg> ([^<]+)</)
                    .filter { $0.2 == name }.map { String($0.1) })
            #expect(dashes.count == 1, "\(name): \(dashes)")
        }
    }

    @Test("Figures have small pictures of how they came about, and rows that name others are headers of groups")
    func pictures() throws {
        let publication = try Self.publication("improvement-plan-2018-01", for: .members)
        let cells = publication.sections.flatMap(\.blocks).flatMap { block -> [Cell] in
            if case .table(let table) = block { Array(table.rows.joined()) } else { [] }
        }
        let page = String(
            decoding: try Self.pages(Version(pack: "improvement-plan-2018-01", audience: .members)), as: UTF8.self)
        let pictures = cells.count { $0.trend.map { $0.points.compactMap { $0 }.count > 1 } ?? false }
        let headings = cells.count { $0.isHeading }
        #expect(pictures > 10 && headings > 5)
        #expect(page.matches(of: /<svg class="trend"/).count == pictures)
        #expect(page.matches(of: /scope="rowgroup"/).count == headings)
    }

    @Test("The plain style sheet has no tones, and figures of charts can stand open")
    func options() throws {
        let publication = try Self.publication("improvement-plan-2018-01")
        func text(_ options: HTMLExporter.Options) throws -> String {
            String(decoding: try Self.page(publication, options), as: UTF8.self)
        }
        let plain = try text(.init(stylesheet: .plain, chartFigures: .open))
        let tinted = try text(.init(stylesheet: .tinted, chartFigures: .folded))
        #expect(tinted.contains("<td class=\"positive\"") || tinted.contains("<td class=\"negative\""))
        #expect(!plain.contains("<td class=\"positive\"") && !plain.contains("<td class=\"negative\""))
        #expect(plain.contains("<details open>") && !plain.contains("<details>"))
        #expect(tinted.contains("<details>") && !tinted.contains("<details open>"))
        let usual = try Self.readPages(Version(pack: "improvement-plan-2018-01"))
        #expect(try PageReader.read(Array(plain.utf8)).tables.map(\.rows) == usual.tables.map(\.rows))
    }

    @Test(
        "A browser reads the page as the parser does, runs nothing, and prints it on A4 landscape",
        .enabled(if: Browser.path != nil, "Needs Chromium."))
    func browser() throws {
        let browser = try #require(Browser.path)
        let folder = FileManager.default.temporaryDirectory.appending(path: "browser-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "page.html")
        let version = Version(pack: "quarterly-update-2022-01")
        let bytes = try Self.pages(version)
        try Data(bytes).write(to: file)
        let flags = ["--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/profile"]
        let dump = try Program(named: browser).run(flags + ["--dump-dom", file.absoluteString])
        let seen = try PageReader.read(Array(dump.outputData), options: ["--lenient"])
        #expect(seen.problems == [])
        #expect(seen.tables.map(\.rows) == (try Self.readPages(version)).tables.map(\.rows))
        let pdf = folder.appending(path: "page.pdf")
        _ = try Program(named: browser).run(
            flags + ["--no-pdf-header-footer", "--print-to-pdf=\(pdf.path)", file.absoluteString])
        let box = String(decoding: try Data(contentsOf: pdf), as: UTF8.self)
            .firstMatch(of: /MediaBox ?\[ ?0 0 ([0-9.]+) ([0-9.]+) ?\]/)
        let sides = try #require(box.map { (Double($0.1) ?? 0, Double($0.2) ?? 0) })
        #expect(abs(sides.0 - 842) < 1.5 && abs(sides.1 - 595) < 1.5)
    }
}

enum Browser {
    static let path = ["chromium", "chromium-browser", "google-chrome"].lazy
        .map { "/usr/bin/\($0)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
}
