import FamilyServicesImport
import FamilyServicesKit
import Foundation
import TestSupport
import Testing

@testable import PaperExport

/// The papers of one report, each made once and read by other programs.
private enum Papers {
    static let python = Tool.python(with: "docx, pikepdf, typst")
    static let drawing = Tool(Program(named: "rsvg-convert"), check: ["--version"])
    static let advice: Comment =
        "Papers need pandoc, rsvg-convert (librsvg2-bin), and a Python with python-docx, pikepdf and typst."
    static var isReady: Bool { python.isReady && drawing.isReady && Tool.pandoc.isReady }

    static let reader = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Support/read_paper.py")
        .path

    /// A report with every kind of block: its texts would act as markup if anything did.
    static func publication() throws -> Publication {
        let pack = try ExamplePacks.load("corporate-parenting-2024-06")
        var options = PublicationOptions()
        options.sections.append(EveryBlock())
        return try pack.publish(for: .members, options: options)
    }

    static func read<Answer: Decodable>(_ kind: String, _ bytes: [UInt8]) throws -> Answer {
        try withTemporaryDirectory { folder in
            let path = folder + "/paper." + kind
            try Data(bytes).write(to: URL(filePath: path))
            return try JSONDecoder().decode(Answer.self, from: Program.python.output([reader, kind, path]))
        }
    }
}

/// A section of a host's own, with tables upright and on their side, a group heading, and a chart.
struct EveryBlock: SectionComposer {
    static let hostile = "#emph[a] *b* $c$ <b>d</b> \\ `e` @f https://example.org & “g” \u{E000}upright"
    let id: SectionID = "every-block"

    func compose(_ context: SectionContext) -> PublicationSection? {
        let narrow = Table(
            name: "Narrow", title: "A narrow table",
            columns: [TableColumn("Measure"), TableColumn("Latest", alignment: .trailing)],
            rows: [
                [Cell(.text("A group"), isHeading: true), Cell(.empty)],
                [Cell(.text(Self.hostile)), Cell(.percentage(34.56, decimals: 1))],
                [Cell(.text("Withheld")), Cell(.missing(.suppressed))],
            ])
        let wide = Table(
            name: "Wide", title: "A wide table", columns: (1...7).map { TableColumn("Column \($0)") },
            rows: (1...60).map { row in (1...7).map { Cell(.text("\(row).\($0)")) } })
        let chart = Chart(
            name: "Lines", title: "A chart", alternativeText: "It rises from 1 to 3.", form: .lines,
            labelTitle: "Period",
            valueTitle: "Count", isPercentage: false, decimals: 0, labels: ["April", "May", "June"],
            series: [Chart.Series("Figure", role: .measure, points: [1, 2, 3].map { Chart.Point($0) })])
        return context.section(
            id, title: "Every block", shortTitle: "Every block", summary: Self.hostile,
            blocks: [
                .heading(level: 2, text: "A chart"), .paragraph("What it says."), .chart(chart), .table(narrow),
                .list([ListItem("One"), ListItem("Two")]), .heading(level: 2, text: "Wide"), .table(wide),
            ])
    }
}

@Suite("A committee paper", .enabled(if: Papers.isReady, Papers.advice))
struct PaperTests {
    private struct Word: Decodable {
        struct Table: Decodable {
            let style: String
            let repeated: [Bool]
            let rows: [[String]]
        }
        let title, author, language: String
        let headings: [[String]]
        let text, unknown, fonts, headers, pictures: [String]
        let sideways, footers: [Bool]
        let tables: [Table]
    }

    @Test(
        "A Word document comes out in the council's styles, with headings, header rows, alternative texts and language")
    func word() throws {
        let publication = try Papers.publication()
        let (paper, again) = try withTemporaryDirectory { folder in
            let reference = folder + "/council.docx"
            _ = try Program.python.output([Papers.reader, "council", reference])
            let exporter = try DOCXExporter(options: DOCXExporter.Options(reference: reference))
            return (try exporter.data(publication), try exporter.data(publication))
        }
        #expect(paper == again)
        let read: Word = try Papers.read("docx", paper)
        #expect(read.title == publication.metadata.title)
        #expect(read.author == publication.metadata.author)
        #expect(read.language == "en-GB")
        #expect(read.headings.first == ["Title", publication.metadata.title])
        for heading in ["Recommendations", "Every block", "Appendices", "About this paper"] {
            #expect(read.headings.contains(["Heading 1", heading]))
        }
        #expect(read.unknown == [])
        #expect(read.fonts == ["Georgia", "Georgia"])
        #expect(Set(read.headers) == ["Council of the test"])
        #expect(read.footers.allSatisfy { $0 })
        // What is on its side comes last, and no empty page after it.
        #expect(read.sideways == [false, true])
        #expect(read.pictures == ["It rises from 1 to 3."])
        for table in read.tables.dropFirst() {
            #expect(table.style == "Table")
            #expect(table.repeated.first == true && table.repeated.dropFirst().allSatisfy { !$0 })
        }
        let narrow = try #require(read.tables.first { $0.rows.first == ["Measure", "Latest"] })
        let words = EveryBlock.hostile.replacing("\u{E000}", with: "\u{FFFD}")
        #expect(narrow.rows.dropFirst(2).first == [words, "34.6%"])
        #expect(narrow.rows.last == ["Withheld", MissingReason.suppressed.shorthand])
        #expect(read.text.contains(words))
    }

    private struct Portable: Decodable {
        let marked, showsTitle, tabs: Bool
        let language, title: String
        let part: String?
        let counts: [String: Int]
        let alternatives: [String]
        let sizes: [[Double]]
    }

    @Test("A PDF says that it is PDF/UA-1, and has title, language, headings, header cells and alternative texts")
    func portable() throws {
        let publication = try Papers.publication()
        let tools = PaperTools.onPath(python: Program.python.executable.path)
        let exporter = try PDFExporter(options: PDFExporter.defaultOptions, tools: tools)
        let paper = try exporter.data(publication)
        #expect(try paper == exporter.data(publication))
        let read: Portable = try Papers.read("pdf", paper)
        #expect(read.part == "1")
        #expect(read.marked && read.showsTitle && read.tabs)
        #expect(read.language == "en-GB")
        #expect(read.title == publication.metadata.title)
        let composed = try PaperComposer.paper(of: publication, context: ExportContext())
        func count(_ blocks: [Paper.Block], _ matches: (Paper.Block) -> Bool) -> Int {
            blocks.reduce(0) { sum, block in
                if case .landscape(let inner) = block { return sum + count(inner, matches) }
                return sum + (matches(block) ? 1 : 0)
            }
        }
        #expect(read.counts["H1"] == count(composed.blocks) { if case .heading(1, _) = $0 { true } else { false } })
        #expect(read.counts["Table"] == count(composed.blocks) { if case .table = $0 { true } else { false } })
        #expect(read.counts["TH"].map { $0 > 0 && $0 == read.counts["scoped"] } == true)
        #expect(read.alternatives.contains("It rises from 1 to 3."))
        #expect(read.alternatives.allSatisfy { !$0.isEmpty })
        // A4, of which some are on their side.
        let upright = read.sizes.filter { abs($0[0] - 595.3) < 0.1 && abs($0[1] - 841.9) < 0.1 }
        let sideways = read.sizes.filter { abs($0[0] - 841.9) < 0.1 && abs($0[1] - 595.3) < 0.1 }
        #expect(!upright.isEmpty && !sideways.isEmpty && upright.count + sideways.count == read.sizes.count)
    }

    @Test("A document that is none is refused as a reference, by name")
    func reference() throws {
        let publication = try Papers.publication()
        try withTemporaryDirectory { folder in
            for (name, content) in [("words.docx", "No document"), ("missing.docx", nil)] {
                if let content { try Data(content.utf8).write(to: URL(filePath: folder + "/" + name)) }
                let exporter = try DOCXExporter(options: DOCXExporter.Options(reference: folder + "/" + name))
                let error = #expect(throws: PaperExportError.self) { try exporter.data(publication) }
                #expect(error?.code == .reference)
                #expect(error?.message.contains(name) == true)
            }
        }
    }
}

@Suite("What a paper is made of")
struct PaperCompositionTests {
    private func table(_ texts: [[String]]) -> PaperTable {
        PaperTable(
            Table(
                name: "Texts", title: "Texts", columns: texts[0].map { TableColumn($0) },
                rows: texts.dropFirst().map { $0.map { Cell(.text($0)) } }))
    }

    @Test("A short column is as wide as its texts, and a long one has the rest")
    func widths() {
        let rows = (0..<6).map { ["Subject \($0)", "Not rated", String(repeating: "words ", count: 30)] }
        let shares = table([["Subject", "Rating", "In brief"]] + rows).columns.map(\.share)
        // Nine characters and the space beside them, of 74, in whole thousandths.
        #expect((Double(shares[1]) * 74 / 1_000).rounded() >= 11)
        #expect(shares[2] > 2 * (shares[0] + shares[1]) && shares.reduce(0, +) <= 1_000)
    }

    @Test("A table is on its side if it has many columns, or many rows that would be tall upright")
    func sideways() {
        func tall(_ count: Int) -> PaperTable {
            table(
                [["Subject", "Position", "In brief", "Date"]]
                    + Array(
                        repeating: [
                            "A subject of several words", "Complete", String(repeating: "words ", count: 40),
                            "31 December 2026",
                        ], count: count))
        }
        #expect(!tall(3).isWide && tall(20).isWide)
        #expect(table([(1...6).map { "Column \($0)" }, Array(repeating: "1", count: 6)]).isWide)
    }

    @Test("Sections with wide tables come last, together, and the paper says where they are")
    func order() throws {
        let pack = try ExamplePacks.load("corporate-parenting-2024-06")
        var options = PublicationOptions()
        options.sections.append(EveryBlock())
        let paper = try PaperComposer.paper(
            of: pack.publish(for: .members, options: options), context: ExportContext())
        let sideways = paper.blocks.filter { if case .landscape = $0 { true } else { false } }
        #expect(sideways.count == 1 && sideways.first == paper.blocks.last)
        guard case .landscape(let last)? = sideways.first else { return }
        #expect(last.contains(.heading(level: 1, "Every block")))
        #expect(paper.blocks.contains(.paragraph("At the end of this paper: “Every block”.")))
    }

    @Test("Numbers of paragraphs have the room that the longest one needs")
    func indent() throws {
        func indent(_ number: String) throws -> Double {
            let publication = try ExamplePacks.load("corporate-parenting-2024-06").publish(for: .everyone)
            let paper = Paper(
                title: "Paper", metadata: publication.metadata, blocks: [.numbered(number, "Words.")], pictures: [])
            return TypstData(paper, font: nil, day: publication.metadata.date).indent
        }
        #expect(try indent("1.1") == 2.6)
        #expect(try indent("5.28.13") > 4.5)
    }
}

@Suite("Programs that make papers")
struct PaperToolTests {
    /// A program that says where it runs, and then does nothing for a minute.
    private static func slow(in folder: String) throws -> String {
        let path = folder + "/slow"
        try Data("#!/bin/sh\npwd > '\(folder)/place'\nexec sleep 60\n".utf8).write(to: URL(filePath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return path
    }

    private static func publication() throws -> Publication {
        try ExamplePacks.load("corporate-parenting-2024-06").publish(for: .everyone)
    }

    /// Whether the folder is gone in which the slow program ran.
    private static func hasLeftNothing(_ folder: String) throws -> Bool {
        let place = try String(contentsOfFile: folder + "/place", encoding: .utf8).split(separator: "\n").first
        return !FileManager.default.fileExists(atPath: String(try #require(place)))
    }

    @Test("Where a program is missing, the message names what to install, and nothing is written")
    func missing() throws {
        let publication = try Self.publication()
        let none = PaperTools(pandoc: nil, drawing: nil, typst: nil, python: nil)
        let word = try DOCXExporter(options: DOCXExporter.defaultOptions, tools: none)
        let portable = try PDFExporter(options: PDFExporter.defaultOptions, tools: none)
        let errors = [
            #expect(throws: PaperExportError.self) { try word.data(publication) },
            #expect(throws: PaperExportError.self) { try portable.data(publication) },
        ]
        #expect(errors.map { $0?.code } == [.toolMissing, .toolMissing])
        #expect(errors[0]?.message.contains("apt install pandoc") == true)
        #expect(errors[1]?.message.contains("pip install typst") == true)
    }

    @Test("A program that takes too long is stopped, and leaves no file behind")
    func timeLimit() throws {
        let publication = try Self.publication()
        try withTemporaryDirectory { folder in
            let slow = try Self.slow(in: folder)
            let tools = PaperTools(pandoc: slow, drawing: slow, typst: slow, python: nil)
            let exporter = try PDFExporter(options: PDFExporter.Options(timeLimit: 1), tools: tools)
            let start = ContinuousClock.now
            let error = #expect(throws: PaperExportError.self) { try exporter.data(publication) }
            #expect(error?.code == .timeLimit)
            #expect(ContinuousClock.now - start < .seconds(20))
            #expect(try Self.hasLeftNothing(folder))
        }
    }

    @Test("A cancelled export stops its program, and leaves no file behind")
    func cancellation() throws {
        let publication = try Self.publication()
        try withTemporaryDirectory { folder in
            let slow = try Self.slow(in: folder)
            let tools = PaperTools(pandoc: slow, drawing: slow, typst: slow, python: nil)
            let exporter = try DOCXExporter(options: DOCXExporter.defaultOptions, tools: tools)
            let start = ContinuousClock.now
            let context = ExportContext(isCancelled: { ContinuousClock.now - start > .milliseconds(500) })
            #expect(throws: ExportCancelled.self) { try exporter.data(publication, context: context) }
            #expect(ContinuousClock.now - start < .seconds(20))
            #expect(try Self.hasLeftNothing(folder))
        }
    }

    @Test("Options that cannot be used are refused", arguments: [0, -1, 3_601])
    func options(_ seconds: Int) {
        #expect(throws: PaperExportError.self) { try DOCXExporter(options: DOCXExporter.Options(timeLimit: seconds)) }
        #expect(throws: PaperExportError.self) { try PDFExporter(options: PDFExporter.Options(timeLimit: seconds)) }
        #expect(throws: PaperExportError.self) { try PDFExporter(options: PDFExporter.Options(font: " ")) }
    }
}
