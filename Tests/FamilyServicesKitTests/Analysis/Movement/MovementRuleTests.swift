import FamilyServicesKit
import TestSupport
import Testing

@Suite("Improving and worsening are said only beyond a measure's own ups and downs")
struct MovementRuleTests {
    private func indicator(
        _ unit: MeasurementUnit = .percent, polarity: Polarity = .higherIsBetter, decimals: Int? = nil,
        accumulation: Accumulation = .period, breaks: [SeriesBreak] = [], targets: [Target] = []
    ) -> Indicator {
        Indicator(
            id: "i", title: "I", unit: unit, decimals: decimals, accumulation: accumulation, polarity: polarity,
            targets: targets, breaks: breaks)
    }

    /// A pack whose last figure is for June 2026, its reporting period.
    private func pack(
        _ values: [ObservedValue], _ subject: Indicator, others: [(Area.ID, [ObservedValue])] = []
    ) throws -> ReportPack {
        var pack = try ReportPack.minimal()
        pack.indicators = [subject]
        for (area, values) in [("exampleton", values)] + others {
            for (age, value) in values.reversed().enumerated() {
                let month = try #require(pack.manifest.period.advanced(by: -age))
                pack.observations.append(Observation(indicator: "i", period: month, area: area, value: value))
            }
            if area != "exampleton" {
                pack.manifest.areas.append(Area(id: area, title: area.text, kind: .localAuthority))
            }
        }
        return pack
    }

    private func position(_ values: [ObservedValue], _ subject: Indicator? = nil) throws -> IndicatorPosition {
        try #require(try pack(values, subject ?? indicator()).positions().first)
    }

    private func shares(_ parts: [Double], of whole: Double) -> [ObservedValue] {
        parts.map { .fraction(numerator: $0, denominator: whole) }
    }

    // MARK: Neither counts nor a long series

    @Test("Two values without counts give the size alone, and no verdict")
    func sizeAlone() throws {
        let direction = try #require(try position([.value(40), .value(57.2)]).direction)
        #expect(direction.verdict == .sizeOnly)
        #expect(direction.label == "▲ Up")
        #expect(direction.label(by: "+17.2 points") == "▲ Up 17.2 points")
        #expect(direction.meaning == .improving, "what it would mean is known all the same")
    }

    // MARK: Few cases in a long series

    @Test(
        "What the chart finds clear between two figures of few cases must be more than chance too",
        arguments: [1.0, 25])
    func fewCasesInChart(times: Double) throws {
        // About eight in ten of ten cases each month, and one month of four with one.
        let usual: [(Double, Double)] = (0..<18).map { ($0.isMultiple(of: 2) ? 8 : 9, 10) }
        let values = (usual + [(1, 4), (4, 5)]).map { part, whole in
            ObservedValue.fraction(numerator: part * times, denominator: whole * times)
        }
        let direction = try #require(try position(values).direction)
        #expect(direction.clarity == (times == 1 ? .notClear(.counts) : .clear(.controlChart)))
    }

    // MARK: Counts

    @Test("What chance alone explains is no clear change, with its size")
    func withinChance() throws {
        let position = try position(shares([35, 33], of: 42))
        let direction = try #require(position.direction)
        #expect(direction.clarity == .notClear(.counts))
        #expect(direction.verdict == .noClearChange)
        #expect(direction.label(by: "-4.7 points") == "No clear change (-4.7 points)")
        #expect(position.comparisons.previous.explanation.contains("no clear change"))
    }

    @Test("What chance alone does not explain is no verdict while it is not known what is usual")
    func beyondChance() throws {
        let position = try position(shares([350, 200], of: 420))
        let direction = try #require(position.direction)
        #expect(direction.clarity == .moreThanCounts)
        #expect(direction.verdict == .sizeOnly)
        #expect(
            position.comparisons.previous.explanation.contains(
                "more than the counts explain, but what is usual for this measure is not known"))
    }

    @Test(
        "What is usual is learnt from the earlier moves of the series: the same move is clear in a calm one, not in a lively one"
    )
    func learntFromOwnSeries() throws {
        let calm = try #require(
            try position(shares([300, 302, 299, 301, 300, 303, 299, 301, 200], of: 400)).direction)
        #expect(calm.verdict == .worsening)
        #expect(calm.clarity == .clear(.counts))
        let lively = try #require(
            try position(shares([300, 190, 310, 180, 320, 200, 310, 301, 200], of: 400)).direction)
        #expect(lively.verdict == .noClearChange)
    }

    @Test("What is usual is learnt from other councils where the own series is short")
    func learntFromOthers() throws {
        let subject = indicator()
        let own = shares([300, 240], of: 400)
        let calm: [(Area.ID, [ObservedValue])] = [
            ("a", shares([310, 305, 308, 301], of: 400)), ("b", shares([250, 255, 251, 256], of: 400)),
        ]
        let lively: [(Area.ID, [ObservedValue])] = [
            ("a", shares([310, 200, 330, 220], of: 400)), ("b", shares([250, 340, 200, 320], of: 400)),
        ]
        func verdict(_ others: [(Area.ID, [ObservedValue])]) throws -> DirectionOfTravel.Verdict? {
            try pack(own, subject, others: others).positions().first?.direction?.verdict
        }
        #expect(try verdict(calm) == .worsening)
        #expect(try verdict(lively) == .noClearChange)
        #expect(try verdict([]) == .sizeOnly)
    }

    @Test(
        "Counts of every kind are tested: a rate per 10,000, a number of cases, a percentage with the number it is out of",
        arguments: [
            (
                MeasurementUnit.rate(per: 10_000), ObservedValue.fraction(numerator: 300, denominator: 60_000),
                ObservedValue.fraction(numerator: 310, denominator: 60_000)
            ),
            (.count, .value(100), .value(104)), (.percent, .value(75, outOf: 40), .value(70, outOf: 40)),
        ])
    func units(unit: MeasurementUnit, earlier: ObservedValue, later: ObservedValue) throws {
        let direction = try #require(try position([earlier, later], indicator(unit)).direction)
        #expect(direction.verdict == .noClearChange)
    }

    @Test("Times, ratios, money and estimates do not say how much chance is in them")
    func noCounts() throws {
        for unit in [MeasurementUnit.weeks, .ratio, .money(.pounds)] {
            let direction = try #require(try position([.value(10), .value(12)], indicator(unit)).direction)
            #expect(direction.verdict == .sizeOnly)
        }
    }

    @Test("Rolling figures that overlap are not tested by counts that they share")
    func overlapping() throws {
        let direction = try #require(
            try position(shares([300, 302], of: 400), indicator(accumulation: .rolling(months: 12))).direction)
        #expect(direction.clarity == .untested)
    }

    // MARK: A long series

    private let steady: [Double] = [80, 82, 81, 83, 80, 82, 81, 83, 80, 82, 81, 83, 80, 82, 81, 83]

    @Test("From thirteen figures on the control chart decides: a twitch is no clear change, a leap is one")
    func chart() throws {
        let twitch = try #require(try position((steady + [81]).map { .value($0) }).direction)
        #expect(twitch.clarity == .notClear(.controlChart))
        #expect(twitch.label == "No clear change")
        let leap = try #require(try position((steady + [60]).map { .value($0) }).direction)
        #expect(leap.verdict == .worsening)
        let up = try #require(
            try position((steady + [99]).map { .value($0) }, indicator(polarity: .lowerIsBetter)).direction)
        #expect(up.verdict == .worsening)
    }

    @Test("A level that has shifted is a clear change on the year, though not since the month before")
    func shiftedLevel() throws {
        let long = steady + steady + [85, 85.5, 85, 85.5, 85, 85.5, 85, 85.5]
        let position = try position(long.map { .value($0) })
        #expect(position.direction?.verdict == .noClearChange)
        #expect(position.comparisons.lastYear.travel?.direction.verdict == .improving)
        let main = try #require(position.mainMove())
        #expect(main.reference == .samePeriodLastYear)
    }

    @Test("The weightiest move is the largest clear one, not the latest twitch")
    func weightiest() throws {
        var values = steady + steady
        values += [83, 80, 78, 76, 74, 72, 70.5, 71, 70, 71.5, 70, 71.5, 71.6]
        let pack = try pack(values.map { .value($0) }, indicator(targets: [Target(.atLeast(90))]))
        let worry = try #require(Exceptions(in: pack).worries.first)
        let reason = try #require(worry.reasons.first { $0.kind == .direction })
        #expect(!reason.isGood)
        #expect(reason.phrase == "down 11.4 points on the year")
        #expect(reason.text == "Worse than in June 2025: 83.0% then, 71.6% now (down 11.4 percentage points)")
    }

    @Test("Nothing is said of single moves by figures that hardly ever change")
    func rare() throws {
        let position = try position(
            (Array(repeating: 0.0, count: 29) + [7]).map { .value($0) },
            indicator(.ratio, polarity: .lowerIsBetter, targets: [Target(.atMost(5))]))
        #expect(position.direction?.verdict == .sizeOnly)
        let chart = try #require(position.controlChart)
        #expect(!chart.isStable)
        #expect(chart.judgement == .commonCause)
        #expect(chart.points.allSatisfy { chart.judgement(of: $0) == .commonCause })
        #expect(chart.outlook == nil)
        #expect(chart.variationExplanation().hasPrefix("Most figures are the same as the one before"))
        #expect(!chart.assuranceExplanation().contains("keep being"))
    }

    @Test("A few cases where there were none are compared exactly")
    func fewCases() throws {
        let zeros = Array(repeating: ObservedValue.value(0), count: 29)
        let subject = indicator(.count, polarity: .lowerIsBetter)
        #expect(try position(zeros + [.value(7)], subject).direction?.verdict == .worsening)
        #expect(try position(zeros + [.value(2)], subject).direction?.verdict == .noClearChange)
    }

    // MARK: Breaks

    private func breakDay(_ text: String, comparable: Bool = false) throws -> SeriesBreak {
        SeriesBreak(on: try CalendarDate(iso: text), reason: "New definition", isComparable: comparable)
    }

    @Test("Figures on two sides of a break are not compared, and the reason is told")
    func breakStops() throws {
        let item = try breakDay("2026-06-01")
        let position = try position(shares([300, 200], of: 400), indicator(breaks: [item]))
        #expect(position.direction == nil)
        #expect(position.comparisons.previous.obstacle == .seriesBreak(item))
        #expect(position.comparisons.previous.explanation.contains("1 June 2026 (New definition)"))
    }

    @Test("Where they may be set beside each other the size is given, and still no verdict")
    func comparableBreak() throws {
        let values = shares([300, 302, 299, 301, 300, 303, 299, 301, 200], of: 400)
        let position = try position(values, indicator(breaks: [try breakDay("2026-06-01", comparable: true)]))
        let travel = try #require(position.comparisons.previous.travel)
        #expect(travel.direction.clarity == .acrossBreak)
        #expect(travel.direction.verdict == .sizeOnly)
        #expect(position.comparisons.previous.caveats.count == 1)
    }

    @Test("A break in the middle of a month sets that month apart from both neighbours")
    func middleOfMonth() throws {
        let subject = indicator(breaks: [try breakDay("2026-05-15")])
        let position = try position([.value(1), .value(2), .value(3)], subject)
        #expect(position.comparisons.previous.obstacle != nil, "May and June")
        let series = position.series
        let may = TravelComparisons(of: series, at: try ReportingPeriod("2026-05"), for: subject)
        #expect(may.previous.obstacle != nil, "April and May")
    }

    @Test("Limits start afresh at a break, and too few figures since then judge nothing")
    func chartStops() throws {
        let values = steady + steady.map { $0 - 30 }
        let old = try #require(
            try position(values.map { .value($0) }, indicator(breaks: [try breakDay("2025-03-01")])).controlChart)
        #expect(old.segments.count == 2)
        #expect(old.isStable)
        #expect(old.points.allSatisfy { $0.signal == nil })
        let recent = try position(values.map { .value($0) }, indicator(breaks: [try breakDay("2026-04-01")]))
        let chart = try #require(recent.controlChart)
        #expect(!chart.isStable)
        #expect(
            chart.variationExplanation().hasPrefix(
                "There are only three figures since the break on 1 April 2026: too few"))
        #expect(recent.direction?.clarity == .untested)
    }

    @Test("A claim that compares across a break cannot be checked")
    func claim() throws {
        var pack = try pack([.value(50), .value(60)], indicator(breaks: [try breakDay("2026-06-01")]))
        pack.claims = [
            Claim(
                id: "c", statement: "It rose by 10 percentage points.", kind: .points, stated: StatedFigure("10"),
                figures: [.observation(.init(indicator: "i", period: try ReportingPeriod("2026-06")))],
                comparedWith: .observation(.init(indicator: "i", period: try ReportingPeriod("2026-05"))))
        ]
        #expect(pack.checkClaims().map(\.verdict) == [.notCheckable])
        pack.indicators[0].breaks = []
        #expect(pack.checkClaims().map(\.verdict) == [.confirmed])
    }

    // MARK: What is printed

    @Test("A printed change is the difference of the printed figures, and noise of binary arithmetic makes no change")
    func printedDifference() throws {
        var random = SeededGenerator()
        for _ in 0..<2_000 {
            let decimals = Int.random(in: 0...3, using: &random)
            let (a, b) = (Double.random(in: 0...100, using: &random), Double.random(in: 0...100, using: &random))
            let direction = DirectionOfTravel(from: a, to: b, of: indicator(decimals: decimals))
            let printed = [a, b].map { Double(DecimalText.plain($0, decimals: decimals)) ?? .nan }
            let size = ChangeSize(from: a, to: b, in: .percent, decimals: decimals)
            let expected = DecimalText.plain(printed[1] - printed[0], decimals: decimals)
            #expect(DecimalText.plain(size.value, decimals: decimals) == expected, "seed \(random.seed): \(a), \(b)")
            #expect(DecimalText.plain(direction.change, decimals: decimals) == expected, "seed \(random.seed)")
            #expect((direction.movement == .unchanged) == (printed[0] == printed[1]), "seed \(random.seed)")
        }
        // 1.1 × 1.15 is a hair below 1.265 in binary.
        #expect(DirectionOfTravel(from: 1.265, to: 1.1 * 1.15, of: indicator(decimals: 2)).movement == .unchanged)
        #expect(PercentagePoints(from: 0.1, to: 0.3).value == 0.2)
        #expect(
            ChangeSize(from: 83.333, to: 78.571, in: .percent, decimals: 1).label(decimals: 1)
                == "-4.7 percentage points")
    }

    @Test("Steps: more than three signals in ten draw no single range and propose where the series breaks")
    func steps() throws {
        let values = steady + steady.map { $0 - 30 }
        let chart = try #require(
            try position(values.map { .value($0) }, indicator(targets: [Target(.atLeast(95))])).controlChart)
        #expect(!chart.isStable)
        let proposal = try #require(chart.proposedBreak)
        #expect(proposal.period.code == "2025-03")
        #expect(proposal.before == 81.5)
        #expect(proposal.after == 51.5)
        #expect(chart.outlook == nil)
        #expect(
            chart.variationExplanation(unit: .percent)
                == "The figures have changed in steps, so no single expected range fits them. A break may lie before March "
                + "2025: the average was 81.5% until then and has been 51.5% since.")
    }

    @Test("No promise about the target where the last figures contradict it")
    func contradictedPromise() throws {
        let long = steady + steady
        let met = try #require(
            try position(long.map { .value($0) }, indicator(targets: [Target(.atLeast(70))])).controlChart)
        #expect(met.outlook == .consistentlyPasses)
        let missed = try #require(
            try position((long + [69]).map { .value($0) }, indicator(targets: [Target(.atLeast(70))])).controlChart)
        #expect(missed.outlook == nil)
        #expect(!missed.assuranceExplanation(unit: .percent).contains("keep being"))
    }

    @Test("Figures that share their data get no run rules")
    func noRunRules() throws {
        let rising = (0..<20).map { 50 + Double($0) }
        var pack = try pack(rising.map { .value($0) }, indicator(accumulation: .rolling(months: 12)))
        let series = try #require(pack.series().first)
        let rolling = try ControlChart(series, of: pack.indicators[0])
        #expect(rolling.points.allSatisfy { $0.signal == nil || $0.signal?.rule == .outside })
        pack.indicators[0].accumulation = .period
        let plain = try ControlChart(series, of: pack.indicators[0])
        #expect(plain.points.contains { $0.signal?.rule == .trend })
    }
}
