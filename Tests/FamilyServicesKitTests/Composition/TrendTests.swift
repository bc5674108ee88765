import FamilyServicesKit
import Testing

@Suite("Charts of trends")
struct TrendTests {
    private func pack(_ values: [Double?], from code: String = "2025-01") throws -> ReportPack {
        var pack = try ReportPack.minimal()
        pack.indicators = [
            Indicator(
                id: "timely/1", title: "Assessments in time", group: "Assessment", unit: .percent,
                polarity: .higherIsBetter,
                targets: [
                    Target(.atLeast(85), until: PartialDate(try CalendarDate(iso: "2025-12-31"))),
                    Target(.atLeast(90), from: PartialDate(try CalendarDate(iso: "2026-01-01"))),
                ])
        ]
        var period = try ReportingPeriod(code)
        for value in values {
            pack.observations.append(
                Observation(
                    indicator: "timely/1", period: period, area: "exampleton",
                    value: value.map { .value($0) } ?? .missing(.notCollected)))
            period = try #require(period.successor)
        }
        return pack
    }

    private func charts(_ pack: ReportPack) throws -> [Chart] {
        try pack.publish(for: .everyone).sections.flatMap(\.blocks).compactMap { block in
            if case .chart(let chart) = block { chart } else { nil }
        }
    }

    private let steady: [Double?] = [80, 82, 79, 81, nil, 83, 78, 80, 82, 81, 79, 80, 81, 80, 95]

    @Test(
        "Comparators are lines by their own names: the value of a year is level over its months, and nothing goes on beyond it"
    )
    func comparators() throws {
        var pack = try pack([80, 82, 79, 81, 80, 79], from: "2025-01")
        pack.manifest.areas += [.england, Area(id: "region", title: "Region", kind: .region)]
        func add(_ area: Area.ID, _ period: String, _ value: Double) throws {
            pack.observations.append(
                Observation(
                    indicator: "timely/1", period: try ReportingPeriod(period), area: area, value: .value(value)))
        }
        try add("england", "FY2024-25", 75)
        for month in ["2025-02", "2025-05"] { try add("region", month, 77) }
        let chart = try #require(try charts(pack).first)
        let lines = chart.series.filter { $0.role == .comparator }
        #expect(lines.map(\.title) == ["Region", "England"])
        #expect(lines[0].points.map(\.value) == [nil, 77, nil, nil, 77, nil])
        #expect(lines[1].points.map(\.value) == [75, 75, 75, nil, nil, nil])
        #expect(chart.alternativeText.contains("England: 75.0% in March 2025."))
        // A year's number is no number of a month.
        pack.indicators[0].unit = .count
        #expect(try charts(pack).first?.series.filter { $0.role == .comparator }.map(\.title) == ["Region"])
    }

    @Test("Figures that changed in steps get no single range and no marks, and the text proposes where they break")
    func steps() throws {
        let values = (0..<30).map { Double($0 < 15 ? 80 : 60) + Double($0 % 3) }
        let pack = try pack(values, from: "2024-01")
        let chart = try #require(try charts(pack).first)
        #expect(!chart.series.contains { $0.title.contains("range") || $0.title == "Average" })
        #expect(chart.series.flatMap(\.points).allSatisfy { $0.mark == nil })
        let text = String(describing: try pack.publish(for: .everyone).sections.first { $0.id == "trends" })
        #expect(text.contains("The figures have changed in steps"))
        #expect(text.contains("A break may lie before April 2025"))
        #expect(!text.contains("keep being"))
    }

    @Test("Equal figures with a single blip are not called improving, and no promise is made of their target")
    func oneBlip() throws {
        var pack = try pack(Array(repeating: 0, count: 29) + [7], from: "2024-01")
        pack.indicators[0].unit = .count
        pack.indicators[0].polarity = .lowerIsBetter
        pack.indicators[0].targets = [Target(.atMost(5))]
        let publication = try pack.publish(for: .everyone, options: PublicationOptions(smallNumbers: .showAll))
        let text = String(describing: publication.sections.first { $0.id == "trends" })
        #expect(text.contains("so many in one month are unlikely to be chance"))
        #expect(!text.contains("Marked “") && !text.contains("keep being") && !text.contains("Improving"))
    }

    @Test("A break is told beside the chart, and the expected range starts afresh there")
    func breaks() throws {
        let values = (0..<30).map { Double($0 < 15 ? 80 : 60) + Double($0 % 3) }
        var pack = try pack(values, from: "2024-01")
        pack.indicators[0].breaks = [
            SeriesBreak(on: try CalendarDate(iso: "2025-04-01"), reason: "A new case management system.")
        ]
        let chart = try #require(try charts(pack).first)
        let average = try #require(chart.series.first { $0.title == "Average" }).points.map(\.value)
        #expect(average.first == 81)
        #expect(average.last == 61)
        let text = String(describing: try pack.publish(for: .everyone).sections.first { $0.id == "trends" })
        #expect(
            text.contains(
                "The figures changed their meaning on 1 April 2025 (A new case management system): changes across "
                    + "that day are not judged."))
    }

    @Test("A long series has its target as it held, average, expected range and marked points")
    func longSeries() throws {
        let chart = try #require(try charts(try pack(steady)).first)
        #expect(chart.name == "Trend_timely_1")
        #expect(
            chart.series.map(\.title) == [
                "Figure", "Target", "Average", "Expected range: from", "Expected range: to",
            ])
        #expect(chart.series.allSatisfy { $0.points.count == chart.labels.count })
        let target = chart.series[1].points.map(\.value)
        #expect(target.prefix(12).allSatisfy { $0 == 85 } && target.dropFirst(12).allSatisfy { $0 == 90 })
        let figures = chart.series[0].points
        #expect(figures[4].value == nil && figures[4].missing == .notCollected)
        #expect(figures.last?.mark == nil || figures.last?.mark?.label == "Improving")
        #expect(figures.compactMap(\.mark).map(\.label) == ["Improving"])
        let upper = try #require(chart.series[4].points[0].value)
        #expect(upper < 95 && upper > 80)
    }

    @Test("The words of a chart name its span, extremes, target and marks")
    func alternativeText() throws {
        let text = try #require(try charts(try pack(steady)).first).alternativeText
        for part in [
            "14 figures from January 2025 to March 2026", "begins at 80.0% and ends at 95.0%", "lowest figure is 78.0%",
            "The target is at least 90%", "Marked “Improving”: 1 figure",
        ] {
            #expect(text.contains(part), "\(part) is missing in: \(text)")
        }
    }

    @Test("A short series has no average and no expected range, a very short one no chart")
    func shortSeries() throws {
        let chart = try #require(try charts(try pack([80, 82, 79, 81], from: "2026-01")).first)
        #expect(chart.series.map(\.role) == [.measure, .target])
        #expect(try charts(try pack([80, 82, 79], from: "2026-01")).isEmpty)
    }

    @Test("Figures after the reporting period are not drawn")
    func laterFigures() throws {
        let chart = try #require(try charts(try pack([80, 82, 79, 81, 99], from: "2026-03")).first)
        #expect(chart.labels.last == "Jun 2026")
    }

    @Test("The table of a chart has a row for each label, and words for gaps and marks")
    func table() throws {
        let table = try #require(try charts(try pack(steady)).first).table
        #expect(table.columns.map(\.title).first == "Period")
        #expect(table.columns.map(\.title).last == "Signal")
        #expect(table.rows.count == steady.count)
        #expect(table.rows[4][1].value == .missing(.notCollected))
        #expect(table.rows[14][1].value == .percentage(95, decimals: 1))
        #expect(table.rows[14].last?.value == .text("Improving"))
        #expect(table.rows[0].last?.value == .empty)
    }

    @Test("The latest audit grades of several domains make stacked bars")
    func gradeChart() throws {
        var pack = try ReportPack.minimal()
        let (before, now) = (try ReportingPeriod("2026-05"), try ReportingPeriod("2026-06"))
        pack.audits.grades = [
            GradeDistribution(id: "a", domain: "assessment", period: before, results: .counts([.good: 9])),
            GradeDistribution(
                id: "b", domain: "assessment", period: now, results: .counts([.good: 3, .inadequate: 1])),
            GradeDistribution(id: "c", domain: "planning", period: now, results: .counts([.outstanding: 2])),
            GradeDistribution(id: "d", domain: "planning", team: "North", period: now, results: .counts([.good: 1])),
        ]
        let chart = try #require(try charts(pack).first)
        #expect(chart.form == .stackedBars)
        #expect(chart.labels == ["Assessment", "Planning"])
        #expect(chart.series.map(\.title) == ["Outstanding", "Good", "Inadequate"])
        #expect(chart.series[1].points.map(\.value) == [75, 0])
        #expect(chart.alternativeText.contains("Assessment: 0% outstanding, 75% good"))
    }

    @Test(
        "Measures that the summary names come first, those without a group are headings like groups, and charts of like identifiers differ in name"
    )
    func groups() throws {
        var pack = try pack(steady)
        // What is neither rated nor better or worse is not in the summary.
        for (id, group) in [("timely-1", "Assessment"), ("second", "Assessment"), ("TIMELY.1", ""), ("last", "")] {
            let twin = try #require(Indicator.ID(id))
            pack.indicators.append(
                Indicator(id: twin, title: "Measure \(id)", group: group, unit: .percent, polarity: .neutral))
            pack.observations += pack.observations.filter { $0.indicator == "timely/1" }.map { figure in
                Observation(indicator: twin, period: figure.period, area: figure.area, value: figure.value)
            }
        }
        let trends = try #require(
            try pack.publish(for: .everyone).sections.first { $0.id == "trends" })
        let headings = trends.blocks.compactMap { block -> String? in
            if case .heading(let level, let text) = block { "\(level) \(text)" } else { nil }
        }
        #expect(
            headings == [
                "2 Measures that the summary is about", "3 Assessments in time", "2 Assessment", "3 Measure timely-1",
                "3 Measure second", "2 Measure TIMELY.1", "2 Measure last",
            ])
        #expect(
            try charts(pack).map(\.name) == [
                "Trend_timely_1", "Trend_timely_1_2", "Trend_second", "Trend_TIMELY_1_3", "Trend_last",
            ])
    }

    @Test("Every heading of charts of audits is the title of the chart below it")
    func auditHeadings() throws {
        var pack = try ReportPack.minimal()
        pack.audits.grades = [(1, "Cedar", 6.0), (2, "Elm", 5)].map { number, team, good in
            GradeDistribution(
                id: number == 1 ? "g1" : "g2", domain: "Overall", team: team, period: pack.manifest.period,
                results: .counts([.good: Int(good), .inadequate: 4]))
        }
        let section = try #require(
            try pack.publish(for: .officers).sections.first { $0.id == "audit-charts" })
        #expect(section.blocks.count == 2)
        for index in stride(from: 0, to: section.blocks.count - 1, by: 2) {
            guard case .heading(_, let text) = section.blocks[index], case .chart(let chart) = section.blocks[index + 1]
            else {
                Issue.record("no heading with a chart")
                return
            }
            #expect(text == chart.title)
        }
    }
}
