import FamilyServicesKit
import Testing
@testable import XLSXExport

@Suite("Charts in a workbook", .enabled(if: Python.isReady, Python.advice))
struct ChartTests {
    private func read(_ publication: Publication) throws -> [ReadChart] {
        try ReadChart.read(publication, exporter: XLSXExporter())
    }

    @Test("A chart draws the figures of the data sheet, its own copy is equal, and gaps are gaps in both")
    func figures() throws {
        let chart = SampleChart.lines()
        let charts = try read(SampleChart.publication(SampleChart.section([chart, SampleChart.bars()])))
        #expect(charts.map(\.title) == ["Children visited in time", "Audit grades by domain"])
        for found in charts {
            for series in found.series {
                #expect(series.cache == series.cells)
                #expect(series.kinds.allSatisfy { ["float", "int", "NoneType"].contains($0) }, "no words in a range")
            }
            #expect(found.blanks == "gap")
            #expect(found.legend == "b")
            #expect(found.smallestFont >= 1_000)
        }
        let figure = charts[0].series[0]
        #expect(figure.labels == chart.labels)
        #expect(figure.cells == chart.series[0].points.map { $0.value.map { ($0 * 10).rounded() / 1_000 } })
        #expect(figure.cells[4] == nil && figure.cells[5] == nil)
        #expect(charts[1].series[1].cells == [0.4, 0.35, 0.45])
        #expect(charts[1].axisTitles.sorted() == ["Domain", "Per cent of cases"])
    }

    @Test("Series are told apart by dash or mark, and marked figures by a shape whose word is in the legend")
    func looks() throws {
        let series = try read(SampleChart.publication(SampleChart.section([SampleChart.lines()])))[0].series
        #expect(
            series.map(\.name) == [
                "Figure", "Target", "Average", "Expected range: from", "Expected range: to", "Of concern", "Improving",
            ])
        #expect(Set(series.map { "\($0.marker ?? "-") \($0.dash ?? "-")" }).count == series.count)
        #expect(series[5].marker == "triangle")
        #expect(series[6].marker == "diamond")
        #expect(series[5].cells.indices.filter { series[5].cells[$0] != nil } == [2])
        #expect(series[6].cells.indices.filter { series[6].cells[$0] != nil } == [26, 27, 28, 29])
        #expect(series[6].cells[29] == series[0].cells[29])
    }

    @Test("The scale and the alternative text agree")
    func scale() throws {
        let chart = try read(SampleChart.publication(SampleChart.section([SampleChart.lines()])))[0]
        #expect(chart.minimum == 0.75)
        #expect(chart.maximum == 1)
        #expect(
            chart.description
                == "Line chart of Children visited in time, with a target of 95%. The scale begins at 75%, not at zero."
        )
    }

    @Test(
        "A scale begins at zero unless the figures lie close together, and holds every figure",
        arguments: [
            ([0, 40, 80], true, 0, 0.0, 80...100), ([80, 95], true, 0, 75, 95...100), ([0, 0], false, 0, 0, 1...5),
            ([1_200, 1_250], false, 0, 1_190, 1_250...1_270), ([-5, 20], false, 0, -5, 20...30),
            ([3.25, 3.5], false, 2, 3.2, 3.5...3.6), ([700, 700], false, 0, 650, 700...800),
            ([99.9, 100], true, 1, 99.8, 100...100),
        ] as [([Double], Bool, Int, Double, ClosedRange<Double>)])
    func scales(
        _ values: [Double], _ isPercentage: Bool, _ decimals: Int, _ minimum: Double, _ maximum: ClosedRange<Double>
    ) throws {
        let scale = try #require(ChartScale(lines: values, isPercentage: isPercentage, decimals: decimals))
        #expect(abs(scale.minimum - minimum) <= scale.step * 1.001, "\(scale)")
        #expect(maximum.contains((scale.maximum * 1e9).rounded() / 1e9), "\(scale)")
        #expect(values.allSatisfy { $0 >= scale.minimum - 1e-9 && $0 <= scale.maximum + 1e-9 }, "\(scale)")
        #expect((1...12).contains(((scale.maximum - scale.minimum) / scale.step).rounded()), "\(scale)")
    }

    @Test("No figures, or figures too far apart, leave the scale to Excel", arguments: [[], [-1e308, 1.7e308]])
    func noScale(_ values: [Double]) {
        #expect(ChartScale(lines: values, isPercentage: false, decimals: 0) == nil)
    }

    @Test("Missing figures are explained in the data, and charts stand on a sheet without tables")
    func apart() throws {
        let table = Table(name: "t", title: "T", columns: [TableColumn("A")], rows: [[Cell(.text("x"))]])
        let book = try readBack(
            SampleChart.publication(SampleChart.section([SampleChart.lines()], extra: [.table(table)])))
        #expect(book.sheets.map(\.name) == ["Trends", "Trends charts", "Chart data"])
        #expect(book.sheets.map(\.tables.count) == [1, 0, 1])
        let data = book.sheets[2]
        #expect(data.tables[0].name == "Chart_data")
        let texts = data.cells.values.compactMap(\.text)
        #expect(texts.contains("[c]") && texts.contains("[x]") && texts.contains { $0.hasPrefix("[c] means") })
        #expect(book.sheets[0].cells.values.contains { $0.link == "'Trends charts'!A1" })
        let links = book.sheets[1].cells.values.compactMap(\.link)
        let header = try #require(Int(data.tables[0].ref.prefix { $0 != ":" }.dropFirst()))
        #expect(links == ["'Chart data'!A\(header + 1)"])
    }

    @Test("Hostile words in a chart leave the workbook whole and draw no formula")
    func hostile() throws {
        let source = SampleChart.lines()
        let nasty = "=1+1 \u{1}<&\"'> _x0041_ \u{FFFE}\nend"
        let chart = Chart(
            name: "1 bad name", title: nasty, alternativeText: nasty + " alternative text", form: .lines,
            labelTitle: nasty, valueTitle: nasty, isPercentage: false, decimals: 0,
            labels: ["", "=A1"] + source.labels.dropFirst(2),
            series: source.series.map { Chart.Series("=" + $0.title, role: $0.role, points: $0.points) }
                + [Chart.Series("chart", role: .measure, points: [Chart.Point(.nan)])])
        let found = try #require(try read(SampleChart.publication(SampleChart.section([chart]))).first)
        #expect(found.title.hasPrefix(" =1+1"))
        #expect(found.series.contains { $0.name == "=Figure" })
        #expect(found.series[0].labels[0] == "No label" && found.series[0].labels[1] == "=A1")
        #expect(found.series.first { $0.name == "chart (2)" }?.cells.allSatisfy { $0 == nil } == true)
    }

    @Test("The same chart gives the same bytes")
    func deterministic() throws {
        let publication = try SampleChart.publication(SampleChart.section([SampleChart.lines(), SampleChart.bars()]))
        #expect(try XLSXExporter().data(publication) == XLSXExporter().data(publication))
    }

    @Test("A colour of a chart that is too pale for its lines is refused")
    func paleLines() throws {
        var theme = WorkbookTheme()
        theme.charts.target = WorkbookColour(red: 0xCC, green: 0xCC, blue: 0xCC)
        let error = try #require(throws: XLSXExportError.self) { try XLSXExporter(options: .init(theme: theme)) }
        #expect(error.message.contains("charts.target #CCCCCC"))
        #expect(error.message.contains("at least 3 to 1"))
    }
}
