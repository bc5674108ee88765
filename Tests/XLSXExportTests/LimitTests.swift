import FamilyServicesKit
import Testing
@testable import XLSXExport

@Suite("Where Excel has a limit", .enabled(if: Python.isReady, Python.advice))
struct LimitTests {
    private func read(_ publication: Publication, _ limits: SheetLimits) throws -> ReadWorkbook {
        var exporter = try XLSXExporter()
        exporter.limits = limits
        return try readBack(publication, with: exporter)
    }

    private func table(_ count: Int) -> Table {
        Table(
            name: "data", title: "The data",
            columns: [TableColumn("Number", alignment: .trailing), TableColumn("Text")],
            rows: (1...count).map { [Cell(.number(Double($0), decimals: 0)), Cell(.text("Row \($0)"))] })
    }

    @Test("A table with too many rows goes on on further sheets, each with its header, and no row is lost")
    func tooManyRows() throws {
        let contents = PublicationSection(
            id: "contents", title: "Contents", shortTitle: "Contents", role: .contents, summary: "Parts.",
            blocks: [.list([ListItem("All data", link: SectionLink(section: "data"))])])
        let data = PublicationSection(
            id: "data", title: "All data", shortTitle: "Data", summary: "Everything.",
            blocks: [.paragraph("Before."), .table(table(120)), .paragraph("After.")])
        let book = try read(SampleChart.publication(contents, data), SheetLimits(rows: 50))
        #expect(book.sheets.map(\.name) == ["Contents", "Data", "Data (2)", "Data (3)"])
        var found: [Double] = []
        for sheet in book.sheets.dropFirst() {
            let table = try #require(sheet.tables.first)
            #expect(table.columns == ["Number", "Text"])
            let rows = table.ref.split(separator: ":").compactMap { Int($0.dropFirst()) }
            #expect(rows[1] - rows[0] < 50)
            found += ((rows[0] + 1)...rows[1]).compactMap { sheet.cells["A\($0)"]?.number }
        }
        #expect(found == (1...120).map(Double.init))
        #expect(book.sheets.dropFirst().map { $0.tables[0].name } == ["data", "data_2", "data_3"])
        let notices = book.sheets.dropFirst().map {
            $0.cells.values.compactMap(\.text).first { $0.hasPrefix("This is part") }
        }
        #expect(
            notices == [
                "This is part 1 of 3, because a sheet cannot hold more rows. It continues on the sheet “Data (2)”.",
                "This is part 2 of 3, because a sheet cannot hold more rows. It continues from the sheet “Data” and on the "
                    + "sheet “Data (3)”.",
                "This is part 3 of 3, because a sheet cannot hold more rows. It continues from the sheet “Data (2)”.",
            ])
        #expect(Set(book.sheets[0].cells.values.compactMap(\.link)) == ["'Data'!A1", "'Data (2)'!A1", "'Data (3)'!A1"])
        #expect(book.sheets[3].cells.values.contains { $0.text == "After." })
    }

    @Test("Lists, facts and texts are divided too", arguments: [7, 10, 33])
    func divided(_ limit: Int) throws {
        let facts = (1...40).map { Fact("Label \($0)", "Value \($0)") }
        let items = (1...40).map { ListItem("Item \($0)") }
        let section = PublicationSection(
            id: "s", title: "S", shortTitle: "S", summary: "S.",
            blocks: [.facts(facts), .list(items), .table(table(9))])
        let texts = try read(SampleChart.publication(section), SheetLimits(rows: limit)).sheets
            .flatMap { $0.cells.values.compactMap(\.text) }
        for number in 1...40 {
            #expect(texts.count { $0 == "Value \(number)" } == 1)
            #expect(texts.count { $0 == "Item \(number)" } == 1)
        }
        for number in 1...9 { #expect(texts.count { $0 == "Row \(number)" } == 1) }
    }

    @Test("More links than Excel allows become words, and the sheet says so")
    func tooManyLinks() throws {
        let rows = (1...9).map { [Cell(.text("Link \($0)"), link: SectionLink(section: "sample"))] }
        let publication = try Sample.publication(columns: [TableColumn("A")], rows: rows)
        let sheet = try read(publication, SheetLimits(links: 6)).sheets[0]
        #expect(sheet.cells.values.count { $0.link != nil } == 6)
        #expect((1...9).allSatisfy { number in sheet.cells.values.contains { $0.text == "Link \(number)" } })
        #expect(
            sheet.cells.values.contains {
                $0.text == "Excel allows 6 links on a sheet; the last 3 are plain text."
            })
    }

    @Test("A chart with more points than Excel draws is told in words, and its figures are all there")
    func tooManyPoints() throws {
        let charts = [SampleChart.lines("a"), SampleChart.lines("b", count: 70), SampleChart.lines("c")]
        let book = try read(
            SampleChart.publication(SampleChart.section(charts)), SheetLimits(rows: 50, chartPoints: 60))
        let data = book.sheets.filter { $0.name.hasPrefix("Chart data") }
        let rows = data.reduce(0) { sum, sheet in
            let ends = sheet.tables[0].ref.split(separator: ":").compactMap { Int($0.drop { $0.isLetter }) }
            return sum + ends[1] - ends[0]
        }
        #expect(rows == 130)
        let texts = book.sheets[0].cells.values.compactMap(\.text)
        #expect(texts.contains("This chart has more points than Excel can draw."))
        #expect(book.parts.count { $0.hasPrefix("xl/charts/chart") } == 2)
    }

    @Test("The limits are those of Excel")
    func limits() {
        let limits = SheetLimits()
        #expect(limits.rows < SheetPlanner.rowLimit && SheetPlanner.rowLimit < 1_048_576)
        #expect(limits.links == 65_530)
        #expect(SheetPlanner.columnLimit == 16_384)
    }
}
