import FamilyServicesKit

extension Corpus {
    /// Documents whose figures are hard to write, and all the ways in which there is none.
    static func figures() throws -> [CorpusDocument] {
        let numbers: [(Double, Int)] = [
            (0, 0), (-0.0, 0), (0, 2), (1, 0), (-1, 0), (0.1 + 0.2, 1), (0.1 + 0.2, 15), (2.675, 2), (1.005, 2),
            (-2.5, 0), (0.5, 0), (0.05, 1), (-0.04, 1), (999_999.5, 0), (1e15, 0), (-1e15, 0), (1e-7, 7), (1e-7, 2),
            (9_007_199_254_740_991, 0), (123_456_789.123, 3), (1e21, 0), (.leastNonzeroMagnitude, 1), (1_234.5, 1),
        ]
        let percentages: [(Double, Int)] = [
            (0, 0), (100, 0), (57.25, 1), (57.25, 2), (0.04, 1), (99.95, 1), (-3.5, 1), (212.5, 1), (66.666_666_7, 1),
            (7, 2),
        ]
        let days = [
            (1, 1, 1), (1582, 10, 15), (1899, 12, 31), (1900, 1, 1), (1900, 2, 28), (1900, 3, 1), (1904, 1, 1),
            (1970, 1, 1),
            (2000, 2, 29), (2038, 1, 19), (9999, 12, 31),
        ]
        let reasons: [Cell.Value] = MissingReason.allCases.map { .missing($0) }
        return [
            try document("numbers", [.table(table(numbers.map { .number($0.0, decimals: $0.1) }))]),
            try document(
                "very large numbers", as: .writeOrRefuse,
                [
                    .table(table([.number(1e300, decimals: 0), .number(-.greatestFiniteMagnitude, decimals: 2)]))
                ]),
            try document("percentages", [.table(table(percentages.map { .percentage($0.0, decimals: $0.1) }))]),
            try document(
                "dates",
                [
                    .table(table(try days.map { .date(try CalendarDate(year: $0.0, month: $0.1, day: $0.2)) }))
                ]),
            try document(
                "missing, zero and empty",
                [
                    .table(
                        table(
                            reasons + [
                                .number(0, decimals: 0), .percentage(0, decimals: 1), .empty, .text(""), .text("0"),
                            ])),
                    .table(
                        Table(
                            name: "nothing", title: "Nothing", columns: [TableColumn("A"), TableColumn("B")],
                            rows: [
                                [Cell(.empty), Cell(.empty)], [Cell(.text("x")), Cell(.empty)],
                            ])),
                ]),
            try document(
                "every kind of value in one column",
                [
                    .table(
                        table([
                            .text("words"), .number(1.5, decimals: 1), .percentage(50, decimals: 0),
                            .date(try CalendarDate(year: 2026, month: 2, day: 28)), .missing(.suppressed), .empty,
                        ]))
                ]),
        ]
    }

    /// Documents that differ from each other in one cell, and so have to give different files.
    static func lookalikes() throws -> [CorpusDocument] {
        let values: [(String, Cell.Value)] = [
            ("zero", .number(0, decimals: 0)), ("suppressed", .missing(.suppressed)),
            ("not applicable", .missing(.notApplicable)), ("not collected", .missing(.notCollected)),
            ("low", .missing(.low)), ("empty", .empty), ("one", .number(1, decimals: 0)),
            ("minus one", .number(-1, decimals: 0)), ("a text", .text("words")), ("another text", .text("Words")),
            ("a date", .date(try CalendarDate(year: 2026, month: 7, day: 14))),
            ("the day after", .date(try CalendarDate(year: 2026, month: 7, day: 15))),
        ]
        let first = try values.map { name, value in
            try document("\(name) in the first row", [.table(table([value, .text("end")]))])
        }
        return try first
            + values.map { name, value in
                try document("\(name) in the last row", [.table(table([.text("start"), value]))])
            }
    }

    // MARK: Charts

    static func charts() throws -> [CorpusDocument] {
        let mark = Chart.Mark("Of concern", tone: .negative)
        let long = (1...120).map { Double($0 % 17) * 3.25 }
        return [
            try document(
                "charts of lines",
                [
                    .chart(lineChart("gaps", values: [61, nil, 64.5, nil, nil, 70])),
                    .chart(lineChart("one_point", values: [61])),
                    .chart(lineChart("all_gaps", values: [nil, nil])),
                    .chart(lineChart("flat", values: [5, 5, 5])),
                    .chart(lineChart("long_run", values: long)),
                    .chart(
                        Chart(
                            name: "marks", title: "Marks | and `words`", alternativeText: "One point is\nof concern.",
                            form: .lines, labelTitle: "Period", valueTitle: "Number", isPercentage: false, decimals: 0,
                            labels: ["January", "=February", "March|April"],
                            series: [
                                Chart.Series(
                                    "Measure", role: .measure,
                                    points: [
                                        Chart.Point(-5), Chart.Point(1e9, mark: mark),
                                        Chart.Point(nil, missing: .suppressed),
                                    ]),
                                Chart.Series("Target", role: .target, points: [0, 0, 0].map { Chart.Point($0) }),
                                Chart.Series("Average", role: .average, points: [1, 1, 1].map { Chart.Point($0) }),
                                Chart.Series(
                                    "Lower limit", role: .lowerLimit, points: [-9, -9, -9].map { Chart.Point($0) }),
                                Chart.Series(
                                    "Upper limit", role: .upperLimit, points: [9, 9, nil].map { Chart.Point($0) }),
                            ])),
                ]),
            try document(
                "charts of bars",
                [
                    .chart(barChart("grades", labels: ["All", "Duty \"team\"", "<Care>"])),
                    .chart(barChart("one_bar", labels: ["Only"])),
                ]),
        ]
    }

    static func lineChart(_ name: String, values: [Double?]) -> Chart {
        Chart(
            name: name, title: "Chart \(name)", alternativeText: "The measure over \(values.count) periods.",
            form: .lines, labelTitle: "Period", valueTitle: "Per cent", isPercentage: true, decimals: 1,
            labels: values.indices.map { "Period \($0 + 1)" },
            series: [Chart.Series("Measure", role: .measure, points: values.map { Chart.Point($0) })])
    }

    private static func barChart(_ name: String, labels: [String]) -> Chart {
        let parts: [(String, Tone)] = [
            ("Good", .positive), ("Requires improvement", .caution), ("Inadequate", .negative),
        ]
        return Chart(
            name: name, title: "Chart \(name)", alternativeText: "The shares of \(parts.count) grades.",
            form: .stackedBars, labelTitle: "Team", valueTitle: "Per cent", isPercentage: true, decimals: 0,
            labels: labels,
            series: parts.enumerated().map { index, part in
                Chart.Series(
                    part.0, role: .part, tone: part.1,
                    points: labels.map { _ in index == 2 ? Chart.Point(0) : Chart.Point(50) })
            })
    }
}
