import CompressedJSONExport
import FamilyServicesKit
import Foundation
import HTMLExport
import MarkdownExport
import ODSExport
import ODSReading
import TestSupport
import Testing
import XLSXExport
import XLSXReading
import ZipPackage

@testable import PaperExport

/// The figures of a row of a table, each with what it is worth and whether it is a per cent: how it is printed is the format's.
private typealias Figures = [String]

@Suite("One report in every format")
struct EqualFiguresTests {
    /// A report with per cents, counts, dates and withheld figures, which is quickly published.
    private static func publication() throws -> Publication {
        try ExamplePacks.publication("quarterly-update-2022-01", for: .members)
    }

    @Test("The table of all figures has those of the JSON document, in its order")
    func base() throws {
        let publication = try Self.publication()
        let document = try CompressedJSONReader().document(from: CompressedJSONExporter().data(publication))
        #expect(document.pack == publication.pack)
        let data = try #require(publication.sections.first { $0.role == .data })
        let rows = Self.tables(of: data).flatMap(\.rows)
        #expect(rows.count == document.pack.observations.count)
        let units = Dictionary(uniqueKeysWithValues: document.pack.indicators.map { ($0.id, $0.unit) })
        func number(_ observation: Observation) -> Double? {
            units[observation.indicator].flatMap { observation.value.number(in: $0) }
        }
        let exact = document.pack.observations.compactMap(number)
        #expect(!exact.isEmpty)
        // Of each figure the row has the number, rounded as it is shown.
        for (row, observation) in zip(rows, document.pack.observations) {
            guard let number = number(observation) else { continue }
            let shown = row.compactMap { cell -> Double? in
                switch cell.value {
                case .number(let value, let decimals), .percentage(let value, let decimals):
                    abs(value - number) <= 0.5000001 * pow(10, -Double(decimals)) ? value : nil
                default: nil
                }
            }
            #expect(!shown.isEmpty, "\(observation.indicator) \(observation.period)")
        }
    }

    @Test(
        "Every row of figures of the report is in the web page, Markdown and both workbooks, and no other in the web page"
    )
    func figures() throws {
        let publication = try Self.publication()
        let expected = Self.counts(publication.sections.flatMap { Self.tables(of: $0) }.flatMap(Self.rows))
        try #require(expected.count > 20)
        let page = String(decoding: try HTMLExporter(options: .init()).data(publication), as: UTF8.self)
        let markdown = String(
            decoding: try MarkdownExporter(options: .init(data: true)).data(publication), as: UTF8.self)
        let found = [
            "html": Self.rows(ofPage: page), "markdown": Self.rows(ofMarkdown: markdown),
            "ods": try Self.rows(of: ODSReader().read(ODSExporter(options: .init()).data(publication))),
            "xlsx": try Self.rows(of: XLSXReader().read(XLSXExporter().data(publication))),
        ]
        for (format, rows) in found {
            let counts = Self.counts(rows)
            for (row, count) in expected {
                #expect(counts[row, default: 0] >= count, "\(format) lacks \(row.joined(separator: " "))")
            }
        }
        #expect(Self.counts(found["html"] ?? []) == expected)
    }

    @Test(
        "Every row of figures of the members' edition is in the committee paper",
        .enabled(if: Tool.pandoc.isReady, "needs pandoc (Debian package pandoc)"))
    func paper() throws {
        let publication = try Self.publication()
        let composed = try PaperComposer.paper(of: publication, context: ExportContext())
        guard composed.pictures.isEmpty || Tool(Program(named: "rsvg-convert"), check: ["--version"]).isReady else {
            return
        }
        let tables = publication.sections.filter { !$0.isAnnex }.flatMap { Self.tables(of: $0, withCharts: false) }
        let expected = Self.counts(tables.flatMap(Self.rows))
        let file = try ZipFile(bytes: DOCXExporter(options: DOCXExporter.defaultOptions).data(publication))
        let part = try #require(file.entries.first { $0.name == "word/document.xml" })
        let text = String(decoding: try file.contents(of: part), as: UTF8.self)
        let rows = text.components(separatedBy: "<w:tr>").dropFirst().map { row in
            Self.figures(
                row.components(separatedBy: "</w:tr>")[0].components(separatedBy: "</w:tc>").map { cell in
                    cell.matches(of: /<w:t[^>]*>([^<]*)<\/w:t>/).map { String($0.1) }.joined()
                })
        }
        let counts = Self.counts(rows)
        try #require(!expected.isEmpty)
        for (row, count) in expected {
            #expect(counts[row, default: 0] >= count, "docx lacks \(row.joined(separator: " "))")
        }
    }

    // MARK: Rows

    private static func tables(of section: PublicationSection, withCharts: Bool = true) -> [Table] {
        section.blocks.compactMap { block in
            switch block {
            case .table(let table): table
            case .chart(let chart): withCharts && !chart.labels.isEmpty ? chart.table : nil
            case .heading, .paragraph, .list, .facts: nil
            }
        }
    }

    private static func rows(_ table: Table) -> [Figures] {
        table.rows.map { row in
            figures(
                row.map { cell in
                    switch cell.value {
                    case .text(let text): text
                    case .number(let value, let decimals): DecimalText.formatted(value, decimals: decimals)
                    case .percentage(let value, let decimals): DecimalText.formatted(value, decimals: decimals) + "%"
                    case .date, .missing, .empty: ""
                    }
                })
        }
    }

    private static func rows(ofPage page: String) -> [Figures] {
        page.matches(of: /<tr[^>]*>(.*)<\/tr>/).map { row in
            figures(
                row.1.matches(of: /<t[hd][^>]*>(.*?)<\/t[hd]>/).map { cell in
                    String(cell.1).replacing(/<svg.*?<\/svg>/, with: "").replacing(/<[^>]*>/, with: "")
                })
        }
    }

    private static func rows(ofMarkdown text: String) -> [Figures] {
        text.split(separator: "\n").filter { $0.hasPrefix("|") }.map { line in
            figures(
                line.split(separator: "|").map { cell in
                    String(cell).replacing(/\[(.*)\]\(#[^)]*\)/) { String($0.1) }.replacing("\\", with: "")
                })
        }
    }

    private static func rows(of sheets: [ReadSheet]) -> [Figures] {
        sheets.flatMap { sheet in
            sheet.rows.enumerated().map { number, row in
                figures(
                    row.enumerated().map { column, cell in
                        if let shown = sheet.shown[ReadSheet.Place(row: number, column: column)] { return shown }
                        return switch cell {
                        case .text(let text): text
                        case .number(let value): DecimalText.plain(value, decimals: 6)
                        default: ""
                        }
                    })
            }
        }
    }

    /// The figures among the cells of a row.
    private static func figures(_ cells: [String]) -> Figures {
        cells.compactMap { cell in
            let words = cell.filter { !$0.isWhitespace }
            guard words.wholeMatch(of: /-?[0-9,]+(\.[0-9]+)?%?/) != nil,
                let number = Double(words.filter { $0 != "," && $0 != "%" })
            else { return nil }
            return "\(number)" + (words.hasSuffix("%") ? "%" : "")
        }
    }

    private static func counts(_ rows: [Figures]) -> [Figures: Int] {
        rows.reduce(into: [:]) { if !$1.isEmpty { $0[$1, default: 0] += 1 } }
    }
}
