import FamilyServicesKit
import Testing

@Suite("Targets that do not fit")
struct IndicatorRulesTests {
    @Test("are reported", arguments: breakages)
    func targets(_ breakage: Breakage) throws { try breakage.check() }

    @Test("that parts alone cannot meet are pointed out, and no others", arguments: [true, false])
    func parts(isOfParts: Bool) throws {
        var pack = try ReportPack.minimal()
        pack.breakdowns = [
            Breakdown(
                id: "sex", title: "Sex",
                categories: [
                    Breakdown.Category(id: "girls", title: "Girls"), Breakdown.Category(id: "boys", title: "Boys"),
                ])
        ]
        pack.indicators = [
            Indicator(
                id: "plans", title: "Plans", unit: .count, polarity: .lowerIsBetter, breakdown: "sex",
                targets: [Target(.atMost(80))])
        ]
        let categories: [Breakdown.Category.ID?] = ["girls", "boys"] + (isOfParts ? [] : [nil])
        pack.observations = try categories.map { category in
            Observation(
                indicator: "plans", period: try ReportingPeriod("2026-06"), area: "exampleton", category: category,
                value: .value(category == nil ? 60 : 30))
        }
        let found = pack.validate().map(\.message)
        #expect(found.count == (isOfParts ? 1 : 0), "\(found)")
        #expect(found.allSatisfy { $0.contains("is on no dashboard and not rated") })
    }

    private static func target(
        _ name: String, _ severity: Diagnostic.Severity, code: Diagnostic.Code = .inconsistent,
        _ words: [String], polarity: Polarity = .higherIsBetter, unit: MeasurementUnit = .percent,
        _ targets: Target...
    ) -> Breakage {
        Breakage(name, severity, code, .indicator, "new", words[0], words.last ?? "") {
            $0.indicators.append(Indicator(id: "new", title: "N", unit: unit, polarity: polarity, targets: targets))
        }
    }

    private static func year(_ year: Int) -> PartialDate? { try? PartialDate(year: year) }

    static let breakages: [Breakage] = [
        target(
            "overlap", .warning, ["local", "at the same time"], Target(.atLeast(80), until: year(2017)),
            Target(.atLeast(90), from: year(2017))),
        target(
            "open-ended overlap", .warning, ["national"], Target(.atLeast(80), level: .national),
            Target(.atLeast(90), level: .national, from: year(2017))),
        target(
            "overlap with one before the last", .warning, ["at least 80", "at least 95"],
            Target(.atLeast(80), until: year(2018)), Target(.atLeast(90), level: .regional),
            Target(.atLeast(95), from: year(2018))),
        target(
            "at least, where lower is better", .warning, ["at least 90", "lower is better"],
            polarity: .lowerIsBetter, Target(.atLeast(90))),
        target("at most, where higher is better", .warning, ["at most 10", "higher is better"], Target(.atMost(10))),
        target("of what is not judged", .warning, ["not judged"], polarity: .neutral, Target(.atLeast(90))),
        target("a range, where higher is better", .warning, ["12 to 16", "in-range"], Target(.within(12...16))),
        target(
            "until before from", .error, code: .dateOrder, ["until 2016", "from 2017"],
            Target(.atLeast(90), from: year(2017), until: year(2016))),
        target("infinite", .error, code: .badValue, ["finite"], Target(.atLeast(.infinity))),
        target(
            "infinite tolerance", .error, code: .badValue, ["finite"],
            Target(.atLeast(9), tolerance: .floor(-.infinity))),
        target("negative tolerance", .error, code: .badValue, ["-5"], Target(.atLeast(90), tolerance: .absolute(-5))),
        target(
            "floor above a target", .warning, ["floor 95", "stricter"], Target(.atLeast(90), tolerance: .floor(95))),
        target(
            "floor below a ceiling", .warning, ["floor 5", "stricter"], polarity: .lowerIsBetter,
            Target(.atMost(10), tolerance: .floor(5))),
        target("over a hundred per cent", .warning, ["at least 110", "0 to 100"], Target(.atLeast(110))),
    ]

    /// Breaks of a measure that has figures for the reporting period and the one before it.
    private static func breaks(
        _ name: String, _ severity: Diagnostic.Severity, code: Diagnostic.Code, _ words: String,
        _ breaks: @escaping @Sendable (CalendarDate) -> [SeriesBreak]
    ) -> Breakage {
        Breakage(name, severity, code, .indicator, "new", words) { pack in
            let day = pack.manifest.period.firstDay
            pack.indicators.append(
                Indicator(id: "new", title: "N", unit: .percent, polarity: .higherIsBetter, breaks: breaks(day)))
            for (month, value) in [(pack.manifest.period.predecessor, 5.0), (pack.manifest.period, 6)] {
                guard let month else { continue }
                pack.observations.append(
                    Observation(indicator: "new", period: month, area: pack.manifest.area, value: .value(value)))
            }
        }
    }

    private static let breakBreakages: [Breakage] = [
        breaks("no reason", .error, code: .missingValue, "has no reason") { [SeriesBreak(on: $0, reason: " ")] },
        breaks("twice", .error, code: .duplicate, "is given twice") { day in
            ["New system", "New form"].map { SeriesBreak(on: day, reason: $0) }
        },
        breaks("too early", .warning, code: .inconsistent, "no figure before it") { day in
            [SeriesBreak(on: day.adding(months: -24) ?? day, reason: "New system")]
        },
        breaks("too late", .warning, code: .inconsistent, "no figure after it") { day in
            [SeriesBreak(on: day.adding(months: 24) ?? day, reason: "New system")]
        },
    ]

    @Test(
        "Breaks without a reason, given twice or beside all figures are reported", arguments: breakBreakages)
    func breaks(_ breakage: Breakage) throws { try breakage.check() }

    @Test("are not found where targets follow one another or come from different bodies")
    func fine() throws {
        var pack = try Fixtures.fullPack()
        pack.indicators.append(
            Indicator(
                id: "new", title: "N", unit: .count, polarity: .lowerIsBetter,
                targets: [
                    Target(.atMost(110), tolerance: .floor(120), from: Self.year(2018)),
                    Target(.atMost(120), until: Self.year(2016)),
                    Target(.atMost(115), from: Self.year(2017), until: Self.year(2017)),
                    Target(.atMost(90), level: .statutory),
                ]))
        #expect(pack.validate() == [])
    }

    @Test("overlap with any earlier target, not only with the one before")
    func overlapWithAnEarlierOne() throws {
        var pack = try Fixtures.fullPack()
        pack.indicators[1].targets = [
            Target(.within(1...2), until: Self.year(2018)),
            Target(.within(3...4), from: Self.year(2015), until: Self.year(2015)),
            Target(.within(5...6), from: Self.year(2017)),
        ]
        let messages = pack.validate().map(\.message)
        try #require(messages.count == 2)
        #expect(messages[0].contains("1 to 2 and 3 to 4"))
        #expect(messages[1].contains("1 to 2 and 5 to 6"))
    }
}
