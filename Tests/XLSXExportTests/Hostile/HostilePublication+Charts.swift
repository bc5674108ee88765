import FamilyServicesKit
@testable import XLSXExport

extension HostilePublication {
    private static func chart(
        _ name: String, _ form: Chart.Form = .lines, labels: [String], _ series: [(String, [Double?])],
        isPercentage: Bool = false,
        decimals: Int = 1, role: Chart.Role = .measure, alternativeText: String = "A chart."
    ) -> Chart {
        Chart(
            name: name, title: "Chart of \(name)", alternativeText: alternativeText, form: form, labelTitle: "Period",
            valueTitle: "Number",
            isPercentage: isPercentage, decimals: decimals, labels: labels,
            series: series.map { Chart.Series($0.0, role: role, points: $0.1.map { Chart.Point($0) }) })
    }

    private static func labels(_ count: Int) -> [String] { (0..<count).map { "Label \($0 + 1)" } }

    private static func charts(_ name: String, _ charts: [Chart]) throws -> HostilePublication {
        try one(name, charts.map { .chart($0) })
    }

    /// Figures of charts.
    static func charts() throws -> [HostilePublication] {
        let figures: [(String, [Double?])] = [
            ("one point", [61]), ("one gap", [nil]), ("gaps alone", [nil, nil, nil]),
            ("points between gaps", [1, nil, 2, nil, 3]),
            ("zero", [0, 0, 0]), ("equal", [5, 5, 5]), ("negative", [-5, -7, -6]), ("equal and negative", [-5, -5]),
            ("both", [-1e6, 1e6]),
            ("tiny", [1e-300, 2e-300]), ("small", [0.001, 0.002]), ("huge", [1e307, 9e307]),
            ("beyond Excel", [1e308, 5]),
            ("the ends", [-1.7e308, 1.7e308]), ("not finite", [.nan, .infinity, -.infinity, 4]),
            ("minus zero", [-0.0, 1]),
            ("close", [1e15, 1e15 + 1]), ("steep", [1, 1e300]), ("subnormal", [.leastNonzeroMagnitude, 0]),
        ]
        func all(_ form: Chart.Form, isPercentage: Bool, decimals: Int) -> [Chart] {
            figures.map { name, values in
                chart(
                    name, form, labels: labels(values.count), [("Figure", values), ("Figure 2", values.reversed())],
                    isPercentage: isPercentage, decimals: decimals, role: form == .lines ? .measure : .part)
            }
        }
        let many = (0..<33_000).map { Double($0 % 97) as Double? }
        let charts = [
            chart("nothing", labels: [], []), chart("no labels", labels: [], [("A", [1, 2])]),
            chart("no series", labels: labels(3), []),
            chart("too few points", labels: labels(4), [("A", [1])]),
            chart("too many points", labels: labels(1), [("A", [1, 2, 3])]),
            chart("no points", labels: labels(2), [("A", [])]),
        ]
        return [
            try self.charts("lines of every sort", all(.lines, isPercentage: false, decimals: 1)),
            try self.charts("lines of every sort in per cent", all(.lines, isPercentage: true, decimals: 0)),
            try self.charts("lines with more decimals than there are", all(.lines, isPercentage: false, decimals: 400)),
            try self.charts("bars of every sort", all(.stackedBars, isPercentage: false, decimals: 2)),
            try self.charts("bars of every sort in per cent", all(.stackedBars, isPercentage: true, decimals: -3)),
            try self.charts("charts that lack something", charts),
            try self.charts(
                "charts that lack something, in bars",
                charts.map {
                    chart(
                        $0.name, .stackedBars, labels: $0.labels, $0.series.map { ($0.title, $0.points.map(\.value)) })
                }),
            try self.charts(
                "33,000 points, and 3,000",
                [
                    chart("33000", labels: labels(33_000), [("A", many)]),
                    chart("3000", labels: labels(3_000), [("A", Array(many.prefix(3_000)))]),
                ]),
            try self.charts(
                "255 series, and 256",
                [255, 256].map { count in
                    chart("\(count)", labels: ["a", "b"], (1...count).map { ("Series \($0)", [Double($0), 2]) })
                }),
            try self.charts(
                "60 charts on a sheet", (1...60).map { SampleChart.lines("c\($0)", title: "Chart \($0)", count: 5) }),
            try self.charts(
                "bars for 200 teams",
                [chart("teams", .stackedBars, labels: labels(200), [("A", (0..<200).map { Double($0) })])]),
            HostilePublication(
                name: "charts among tables",
                publication: try publication([
                    section(
                        "mixed", "Mixed", short: String(repeating: "m", count: 31),
                        [
                            .table(table([text("x")])), .chart(SampleChart.lines()), .facts([Fact("a", "b")]),
                            .chart(SampleChart.bars()),
                            .list([ListItem("To the charts", link: SectionLink(section: "mixed-charts"))]),
                        ]),
                    section(
                        "mixed-charts", "Mixed: charts", short: String(repeating: "m", count: 24) + " charts",
                        [.paragraph("Text.")]),
                ])),
        ]
    }

    /// Words on charts.
    static func chartWords() throws -> [HostilePublication] {
        let two: [Double?] = [1, 2]
        let long = String(repeating: "Long words on a chart. ", count: 20)
        func titled(_ title: String, alternativeText: String = "A chart.") -> Chart {
            Chart(
                name: title, title: title, alternativeText: alternativeText, form: .lines, labelTitle: title,
                valueTitle: title,
                isPercentage: true, decimals: 0, labels: ["a", "b"],
                series: [Chart.Series(title, role: .measure, points: [Chart.Point(50), Chart.Point(51)])])
        }
        let marks = ["Of concern", "OF CONCERN", "", "=1", long, "Chart", "A"].map { Chart.Mark($0, tone: .negative) }
        let marked = [0, 1].map { series in
            Chart.Series(
                "Series \(series)", role: .measure,
                points: marks.indices.map {
                    Chart.Point(Double($0 + series * 10), missing: .low, mark: marks[($0 + series) % marks.count])
                })
        }
        return [
            try charts(
                "series of one name",
                [
                    chart(
                        "same", labels: ["a", "b"],
                        [("Figure", two), ("FIGURE", [3, 4]), ("figure", [5, 6]), ("Figure", [7, 8])]),
                    chart(
                        "other", labels: ["a", "b"],
                        [("é", two), ("e\u{301}", [3, 4]), ("", [5, 6]), (" ", [7, 8]), ("Chart", [9, 10])]),
                    chart("bars", .stackedBars, labels: ["a", "b"], [("A", two), ("a", [3, 4])]),
                ]),
            try charts(
                "labels of every sort",
                [
                    chart("same labels", labels: ["a", "a", "A"], [("A", [1, 2, 3])]),
                    chart(
                        "odd labels", labels: ["", " ", "=A1", "2017", "_x0041_", "a\u{1}b", long, "x\ny"],
                        [("A", (0..<8).map { Double($0) })]),
                ]),
            try one(
                "a label that no cell can hold",
                [.chart(chart("long", labels: [String(repeating: "🙂", count: 17_000), "b"], [("A", two)]))],
                outcome: .refusal(.textTooLong, namesCell: true)),
            try charts(
                "marks of one name",
                [
                    Chart(
                        name: "marks", title: "Marks", alternativeText: "Marks.", form: .lines, labelTitle: "",
                        valueTitle: "", isPercentage: false,
                        decimals: 0, labels: labels(marks.count), series: marked)
                ]),
            try charts(
                "titles of charts",
                ["", " ", "=", "=\u{338}", "=Sheet1!$A$1", "+1", long, String(repeating: "🙂", count: 200), "a\nb"].map {
                    titled($0)
                }),
            try charts(
                "alternative texts of every length",
                [1, 2_078, 2_079, 2_080, 3_000, 40_000].flatMap { count in
                    ["x", "é", "🙂", "&"].map {
                        titled("Chart \(count) \($0)", alternativeText: String(repeating: $0, count: count))
                    }
                }),
            try charts(
                "charts without alternative text",
                [titled("None", alternativeText: ""), titled("Spaces", alternativeText: " \n ")]),
        ]
    }
}
