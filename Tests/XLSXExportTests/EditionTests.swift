import FamilyServicesKit
import Testing
@testable import XLSXExport

@Suite("The members' edition of a workbook")
struct EditionTests {
    private func plan(
        _ sections: [PublicationSection], _ options: XLSXExporter.Options = .init()
    ) throws -> WorkbookPlan {
        try WorkbookPlanner(options: options, context: ExportContext()).plan(
            Publication(metadata: Sample.metadata(isSynthetic: false), sections: sections))
    }

    private func table(_ id: SectionID, isAnnex: Bool, cells: [[Cell]]) -> PublicationSection {
        PublicationSection(
            id: id, title: "Section \(id)", shortTitle: id.text, isAnnex: isAnnex,
            summary: "The table has a line for each thing. Blank cells have nothing to report.",
            blocks: [
                .table(
                    Table(
                        name: "Table_\(id.text)", title: "Section \(id)",
                        columns: cells[0].indices.map { TableColumn("Column \($0)") }, rows: cells))
            ])
    }

    private func charts(_ count: Int, figures: Int = 13) -> PublicationSection {
        let points = (1...figures).map { Chart.Point(Double($0)) }
        return PublicationSection(
            id: "trends", title: "Trends", shortTitle: "Trends", summary: "Charts.",
            blocks: (1...count).flatMap { number -> [Block] in
                [
                    .paragraph("What chart \(number) shows."),
                    .chart(
                        Chart(
                            name: "Chart_\(number)", title: "Chart \(number)", alternativeText: "A line.", form: .lines,
                            labelTitle: "Period", valueTitle: "Number", isPercentage: false, decimals: 0,
                            labels: (1...figures).map(String.init),
                            series: [.init("Figure", role: .measure, points: points)]
                        )),
                ]
            })
    }

    private static let row = [[Cell(.text("a")), Cell(.text("b"))]]

    @Test("The annex is left out in print and says how to print it; the full edition prints everything")
    func annex() throws {
        let sections = [
            table("front", isAnnex: false, cells: Self.row), table("one", isAnnex: false, cells: Self.row),
            table("two", isAnnex: true, cells: Self.row),
        ]
        let members = try plan(sections)
        #expect(members.sheets.map(\.isLeftOutOfPrint) == [false, false, true])
        let words = members.sheets.map { sheet in
            sheet.rows.contains { row in
                if case .text(let text)? = row.cells.first?.content { text.contains("hidden column") } else { false }
            }
        }
        #expect(words == [false, false, true])
        let full = try plan(sections, .init(edition: .full))
        #expect(full.sheets.allSatisfy { !$0.isLeftOutOfPrint })
    }

    @Test("The cover and the summary are one sheet, on one page at 12 points, and the contents lead to the rest")
    func front() throws {
        let cover = PublicationSection(
            id: "cover", title: "The report", shortTitle: "Cover", role: .cover, isAnnex: true, summary: "A cover.",
            blocks: [.facts([Fact("Contact", "Somebody")])])
        let contents = PublicationSection(
            id: "contents", title: "Contents", shortTitle: "Contents", role: .contents, isAnnex: true,
            summary: "A list.",
            blocks: [.list([ListItem("Summary", link: SectionLink(section: "summary"))])])
        let summary = PublicationSection(
            id: "summary", title: "Summary", shortTitle: "Summary", role: .summary, summary: "What matters.",
            blocks: [.paragraph("Words.")])
        let plan = try plan([cover, contents, summary])
        #expect(plan.sheets.map(\.name) == ["Cover and summary", "Contents", "About this report"])
        #expect(plan.sheets[0].pagesHigh == 1)
        let links = plan.sheets[1].rows.compactMap { row -> String? in
            if case .place(let place)? = row.cells.first?.link { place } else { nil }
        }
        #expect(links.count == 2 && links[0].contains("About this report") && links[1].contains("Cover and summary"))
    }

    @Test("Charts stand in threes, twelve of them are printed with one key, and everything said about them is below")
    func grid() throws {
        let sheet = try #require(
            try plan([table("front", isAnnex: false, cells: Self.row), charts(20)]).sheets.dropFirst().first)
        #expect(sheet.charts.count == 20 && sheet.charts.allSatisfy(\.isInGrid))
        #expect(Set(sheet.charts.map(\.row)).count == 7)
        let printed = try #require(sheet.printed)
        #expect(sheet.charts.count { $0.row < printed.rows } == 12)
        let texts = sheet.rows.compactMap { row -> String? in
            if case .text(let text)? = row.cells.first?.content { text } else { nil }
        }
        #expect(texts.count { $0.hasPrefix("Key: ") } == 1)
        for number in 1...20 { #expect(texts.contains("What chart \(number) shows.")) }
        // Charts beside each other do not overlap, and all are within the column.
        for (left, right) in zip(sheet.charts, sheet.charts.dropFirst()) where left.row == right.row {
            #expect(left.left + left.width <= right.left)
        }
        let room = TextMeasure.pixels(ofColumn: sheet.columnWidths[0])
        #expect(sheet.charts.allSatisfy { $0.left + $0.width <= room })
        #expect(
            try plan([table("front", isAnnex: false, cells: Self.row), charts(20)], .init(edition: .full)).sheets[1]
                .charts.allSatisfy { !$0.isInGrid })
    }

    @Test("Charts side by side say where their figures are, on each of the sheets that these fill")
    func figuresOnSeveralSheets() throws {
        // Two charts of 50 figures fill a sheet, and three are side by side.
        let sections = [table("front", isAnnex: false, cells: Self.row), charts(5, figures: 50)]
        let plan = try WorkbookPlanner(
            options: .init(), limits: SheetLimits(rows: 100), context: ExportContext()
        ).plan(Publication(metadata: Sample.metadata(isSynthetic: false), sections: sections))
        let texts = plan.sheets[1].rows.compactMap { row -> String? in
            if case .text(let text)? = row.cells.first?.content, text.hasPrefix("Figures of ") { text } else { nil }
        }
        #expect(
            texts.map { $0.prefix { $0 != ":" } } == [
                "Figures of these 2 charts", "Figures of this chart", "Figures of this chart", "Figures of this chart",
            ])
    }

    @Test("A figure with a course has a small line beside it, drawn from cells that hold the course")
    func sparklines() throws {
        let trend = Trend("Visits", points: [1, nil, 3])
        let cells = [[Cell(.text("Visits")), Cell(.number(3, decimals: 0), trend: trend)]]
        let publication = Publication(
            metadata: try Sample.metadata(isSynthetic: false), sections: [table("one", isAnnex: false, cells: cells)])
        let plan = try WorkbookPlanner(options: .init(), context: ExportContext()).plan(publication)
        let line = try #require(plan.sheets[0].sparklines.first)
        #expect(line.column == 1 && line.row == plan.sheets[0].tables[0].headerRow + 1)
        let data = try #require(plan.sheets.first { $0.name == "Small pictures data" })
        #expect(line.figures.hasPrefix("'Small pictures data'!$B$\(data.tables[0].headerRow + 2):"))
        let held = data.rows[data.tables[0].headerRow + 1].cells.dropFirst().map { cell -> Double? in
            if case .number(let number) = cell.content { number } else { nil }
        }
        #expect(held == [1, nil, 3])
        let archive = try ZipArchive(bytes: XLSXExporter().data(publication))
        let sheet = String(decoding: try archive.contents(of: "xl/worksheets/sheet1.xml"), as: UTF8.self)
        #expect(sheet.contains("<xm:f>\(line.figures)</xm:f><xm:sqref>B\(line.row + 1)</xm:sqref>"))
        #expect(sheet.hasSuffix("</extLst></worksheet>"))
    }
}
