import FamilyServicesKit
import Foundation
import Testing

@Suite("Control charts")
struct ControlChartTests {
    /// Monthly figures from April 2022.
    private func months(_ values: [Double?]) throws -> [ControlChart.Measurement] {
        let first = try ReportingPeriod.month(4, 2022)
        return try values.enumerated().map { index, value in
            ControlChart.Measurement(try #require(first.advanced(by: index)), value)
        }
    }

    private func chart(
        _ values: [Double?], _ improvement: ControlChart.ImprovementDirection = .increase, target: Double? = nil,
        options: ControlChart.Options = .init()
    ) throws -> ControlChart {
        try ControlChart(months(values), improvement: improvement, target: target, options: options)
    }

    private let noisy: [Double] = [10, 12, 11, 13, 10, 12, 11, 13, 10, 12, 11, 13, 10, 12, 11, 13]

    // MARK: Input

    @Test("No points, a value that is no number, two values for a period, periods of two kinds: each is an error")
    func badMeasurements() throws {
        #expect(throws: ControlChartError.noPoints) { try chart([]) }
        let april = try ReportingPeriod.month(4, 2022)
        for value in [Double.nan, .infinity, -.infinity, 1e301] {
            #expect(throws: ControlChartError.valueOutOfRange(april)) { try chart([value, 1]) }
        }
        let twice = try months([1, 2]) + months([3])
        #expect(throws: ControlChartError.duplicatePeriod(april)) {
            try ControlChart(twice, improvement: .increase)
        }
        let year = try ReportingPeriod.calendarYear(2022)
        #expect(throws: ControlChartError.mixedKinds(april, year)) {
            try ControlChart([.init(april, 1), .init(year, 1)], improvement: .increase)
        }
    }

    @Test("Options that make no chart are errors")
    func badOptions() {
        #expect(throws: ControlChartError.runTooShort(2)) { try chart(noisy, options: .init(runLength: 2)) }
        #expect(throws: ControlChartError.baselineTooShort(11)) { try chart(noisy, options: .init(baselineLength: 11)) }
        #expect(throws: ControlChartError.targetNotFinite) { try chart(noisy, target: .nan) }
        #expect(throws: Never.self) { try chart(noisy, options: .init(runLength: 3, baselineLength: 100)) }
    }

    @Test("A rebase on a day that no period begins on is an error that names the next one that does")
    func unobservedRebase() throws {
        let inspection = try CalendarDate(iso: "2022-11-14")
        let december = try CalendarDate(iso: "2022-12-01")
        #expect(throws: ControlChartError.rebaseNotObserved(inspection, next: december)) {
            try chart(noisy, options: .init(rebases: [.init(on: inspection, reason: "Inspection")]))
        }
        let late = try CalendarDate(iso: "2030-01-01")
        #expect(throws: ControlChartError.rebaseNotObserved(late, next: nil)) {
            try chart(noisy, options: .init(rebases: [.init(on: late, reason: "Never")]))
        }
        #expect(throws: ControlChartError.rebasedTwice(december)) {
            try chart(
                noisy,
                options: .init(rebases: [.init(on: december, reason: "One"), .init(on: december, reason: "Two")]))
        }
    }

    @Test("Errors say what is wrong in a sentence")
    func errorTexts() throws {
        let day = try CalendarDate(iso: "2022-11-14")
        let error = ControlChartError.rebaseNotObserved(day, next: try CalendarDate(iso: "2022-12-01"))
        #expect(
            error.description
                == "No period of the chart begins on 14 November 2022, so its limits cannot be worked out afresh from there; "
                + "the next that does begins on 1 December 2022.")
    }

    @Test("Points in any order make the same chart")
    func order() throws {
        let measurements = try months(noisy)
        let forwards = try ControlChart(measurements, improvement: .increase)
        let backwards = try ControlChart(measurements.reversed(), improvement: .increase)
        #expect(forwards == backwards)
    }

    // MARK: Gaps and flat series

    @Test("Gaps alone have neither average nor limits, and say nothing")
    func onlyGaps() throws {
        let chart = try chart([nil, nil, nil], target: 5)
        #expect(chart.segments[0].mean == nil)
        #expect(chart.segments[0].limits == nil)
        #expect(chart.segments[0].warnings == [.noValues, .fewPoints(3)])
        #expect(chart.warnings == [.latestValueMissing])
        #expect(chart.variation == .commonCause)
        #expect(chart.assurance == nil)
    }

    @Test("One value, or values without neighbours, have an average but no limits")
    func noNeighbours() throws {
        let single = try chart([5], target: 4)
        #expect(single.segments[0].mean == 5)
        #expect(single.segments[0].limits == nil)
        #expect(single.segments[0].warnings.contains(.noNeighbours))
        #expect(single.assurance == nil)
        let sparse = try chart([5, nil, 7, nil, 9])
        #expect(sparse.segments[0].mean == 7)
        #expect(sparse.segments[0].limits == nil)
    }

    @Test("A moving range does not bridge a gap")
    func gapIsNotBridged() throws {
        let chart = try chart([10, 12, nil, 30, 31])
        #expect(chart.points.map(\.movingRange) == [nil, 2, nil, nil, 1])
    }

    @Test(
        "Equal values lie on their average to the last digit, and none is a signal",
        arguments: [(33.3, 15), (5.7, 13), (0.1, 30), (1e15 + 0.3, 24), (-7.1, 17)])
    func flat(value: Double, count: Int) throws {
        let chart = try chart(Array(repeating: value, count: count), target: value)
        #expect(chart.segments[0].mean == value)
        #expect(chart.points.allSatisfy { $0.side == .on && $0.type == .commonCause })
        #expect(chart.segments[0].limits == nil)
        #expect(chart.segments[0].warnings == [.flat])
        #expect(chart.assurance == nil)
    }

    @Test("A gap ends a run on one side of the average")
    func gapEndsShift() throws {
        let base: [Double?] = [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2]
        let whole = try chart(base + [3, 3.1, 3, 3.1, 3, 3.1, 3])
        #expect(whole.points.suffix(7).allSatisfy { $0.signal?.rule == .shift })
        let broken = try chart(base + [3, 3.1, 3, nil, 3.1, 3, 3.1, 3])
        #expect(broken.points.suffix(8).allSatisfy { $0.signal?.rule != .shift })
    }

    // MARK: Options

    @Test("Without screening the limits are those of NHS England's spreadsheet: wider where there is a jump")
    func screening() throws {
        let jump = noisy + [60] + noisy
        let screened = try chart(jump)
        let unscreened = try chart(jump, options: .init(screensMovingRanges: false))
        let narrow = try #require(screened.segments[0].limits)
        let wide = try #require(unscreened.segments[0].limits)
        #expect(narrow.upper < wide.upper)
        #expect(screened.segments[0].screening == .applied)
        #expect(unscreened.segments[0].screening == .off)
        #expect(screened.points.filter { $0.movingRange != nil && !$0.rangeCounts }.count == 2)
        #expect(unscreened.points.filter { $0.movingRange != nil && !$0.rangeCounts }.isEmpty)
    }

    @Test("A range of exactly 3.267 times the average is left out")
    func screeningBound() throws {
        // Ten ranges of 800, one of 733 and one of 3,267: 1,000 on average.
        let values: [Double?] = [0, 800, 0, 800, 0, 800, 0, 800, 0, 800, 0, 733, 4_000]
        let chart = try chart(values)
        #expect(chart.points.last?.movingRange == 3_267)
        #expect(chart.points.last?.rangeCounts == false)
        #expect(agrees(chart.segments[0].averageMovingRange, 8_733.0 / 11, within: 1e-14))
    }

    @Test("A point exactly two thirds of the way to a limit is not near it, and one exactly on a limit is not outside")
    func exactlyOnLines() throws {
        let base: [Double?] = [175, 225, 175, 225, 175, 225, 175, 225, 175, 225, 175, 225]
        let options = ControlChart.Options(baselineLength: 12)
        let limits = try #require(try chart(base, options: options).segments[0].limits)
        let found = try chart(
            base + [limits.nearUpper, limits.nearLower, limits.upper, limits.lower], options: options)
        #expect(found.segments[0].limits == limits)
        #expect(found.points.suffix(4).map(\.isNear) == [false, false, true, true])
        #expect(found.points.allSatisfy { !$0.isOutside })
    }

    @Test("The run length is a parameter: six or seven")
    func runLength() throws {
        let values: [Double?] = [5, 6, 5, 6, 5, 6, 5, 1, 2, 3, 4, 5, 6, 2, 7, 2, 7]
        let seven = try chart(values)
        let six = try chart(values, options: .init(runLength: 6))
        #expect(seven.points.allSatisfy { $0.signal?.rule != .trend })
        #expect(six.points.indices.filter { six.points[$0].signal?.rule == .trend } == [7, 8, 9, 10, 11, 12])
    }

    @Test("Two in three can be left out")
    func twoInThree() throws {
        let values: [Double?] = noisy + [16, 13, 16]
        let with = try chart(values)
        let without = try chart(values, options: .init(flagsTwoInThree: false))
        #expect(with.variation == .improvement)
        #expect(with.points.last?.signal?.rule == .twoInThree)
        #expect(with.points[17].signal == nil)
        #expect(without.variation == .commonCause)
    }

    @Test("A fixed baseline takes its limits from the first points of each segment alone")
    func baseline() throws {
        let values = noisy.prefix(12) + [20, 21, 22, 23, 20, 21, 22]
        let fixed = try chart(Array(values), options: .init(baselineLength: 12))
        #expect(fixed.segments[0].mean == 11.5)
        #expect(fixed.segments[0].baselineLength == 12)
        #expect(fixed.points.suffix(7).allSatisfy { $0.isOutside && !$0.rangeCounts })
        #expect(fixed.points.last?.movingRange == 1)
    }

    @Test("A rebase starts a segment, keeps its reason, and no range or run reaches across it")
    func rebase() throws {
        let values: [Double?] = noisy.map { $0 } + noisy.map { $0 + 10 }
        let period = try #require(ReportingPeriod.month(4, 2022).advanced(by: 16))
        let chart = try chart(values, options: .init(rebases: [.init(from: period, reason: "New front door")]))
        #expect(chart.segments.map(\.points) == [0..<16, 16..<32])
        #expect(chart.segments[0].rebase == nil)
        #expect(chart.segments[1].rebase?.reason == "New front door")
        #expect(chart.points[16].movingRange == nil)
        #expect(chart.points.allSatisfy { $0.signal == nil })
    }

    @Test("A rebase on the first day makes no empty segment")
    func rebaseOnFirstDay() throws {
        let day = try CalendarDate(iso: "2022-04-01")
        let chart = try chart(noisy, options: .init(rebases: [.init(on: day, reason: "Start")]))
        #expect(chart.segments.count == 1)
        #expect(chart.segments[0].rebase?.reason == "Start")
    }

    // MARK: Assurance

    @Test(
        "A range is met consistently where the limits lie inside it, missed where they lie beyond an end",
        arguments: [
            (0.0...30.0, ControlChart.Assurance.consistentlyPasses), (10...30, .inconsistent),
            (20...30, .consistentlyFails),
            (0...3, .consistentlyFails),
        ])
    func rangeTarget(range: ClosedRange<Double>, expected: ControlChart.Assurance) throws {
        let chart = try ControlChart(months(noisy), improvement: .neutral, requirement: .within(range))
        #expect(chart.assurance == expected)
    }

    @Test("Limits are not cut off for the rules, only for drawing")
    func reachable() throws {
        let limits = try #require(try chart(noisy.map { $0 + 87 }).segments[0].limits)
        #expect(limits.upper > 100)
        #expect(limits.reachable(in: .percent).upperBound == 100)
        #expect(limits.reachable(in: .money(.pounds)).upperBound == limits.upper)
        let low = try #require(try chart(noisy.map { $0 - 10 }).segments[0].limits)
        #expect(low.lower < 0)
        #expect(low.reachable(in: .count).lowerBound == 0)
    }

    // MARK: Warnings

    @Test("Fewer than thirteen points, or values, are said")
    func short() throws {
        #expect(try chart(Array(noisy.prefix(12))).segments[0].warnings == [.fewPoints(12)])
        #expect(try chart(Array(noisy.prefix(13))).segments[0].warnings.isEmpty)
        #expect(try chart(noisy.prefix(12).map(Optional.some) + [nil, nil]).segments[0].warnings == [.fewValues(12)])
    }

    @Test("A measure that drifts is said to, since nearly all of it is signals")
    func drifting() throws {
        let values = (0..<36).map { 60 + Double($0) * 0.5 + ($0.isMultiple(of: 2) ? 0.3 : -0.3) }
        let warnings = try chart(values).segments[0].warnings
        #expect(warnings.contains { if case .drifting = $0 { true } else { false } })
    }

    @Test("Periods that overlap are said to")
    func overlapping() throws {
        let april = try CalendarDate(iso: "2022-04-01")
        let measurements = try (1...6).map { month in
            let end = try #require(april.adding(months: month)?.adding(days: -1))
            return ControlChart.Measurement(try .span(from: april, through: end), Double(month))
        }
        #expect(try ControlChart(measurements, improvement: .increase).warnings == [.overlappingPeriods])
        #expect(try chart(noisy).warnings.isEmpty)
    }

    // MARK: From a pack

    private func pack(_ values: [(String, ObservedValue)], polarity: Polarity, targets: [Target]) throws -> (
        FigureSeries, Indicator
    ) {
        let indicator = Indicator(
            id: "in-time", title: "Assessments in time", unit: .percent, polarity: polarity, targets: targets)
        var pack = try ReportPack.minimal()
        pack.indicators = [indicator]
        pack.observations = try values.map { code, value in
            Observation(indicator: "in-time", period: try ReportingPeriod(code), area: "exampleton", value: value)
        }
        return (try #require(pack.series().first), indicator)
    }

    @Test("A series becomes a chart in the unit of the indicator; missing values and periods without a figure are gaps")
    func fromSeries() throws {
        let (series, indicator) = try pack(
            [
                ("2022-04", .fraction(numerator: 45, denominator: 50)), ("2022-05", .value(88)),
                ("2022-06", .missing(.suppressed)), ("2022-09", .value(91)), ("2022-10", .value(92)),
            ], polarity: .higherIsBetter, targets: [Target(.atLeast(80))])
        let chart = try ControlChart(series, of: indicator)
        #expect(chart.points.map(\.value) == [90, 88, nil, nil, nil, 91, 92])
        #expect(chart.points.map(\.period.code).last == "2022-10")
        #expect(chart.improvement == .increase)
        #expect(chart.requirement == .atLeast(80))
        #expect(chart.assurance == .consistentlyPasses)
    }

    @Test("A measure that is not judged has no assurance; within a range only a range counts")
    func targetsByPolarity() throws {
        let values: [(String, ObservedValue)] = [("2022-04", .value(14)), ("2022-05", .value(15))]
        for (polarity, requirement, expected): (Polarity, Target.Requirement, Target.Requirement?) in [
            (.neutral, .atLeast(80), nil), (.inRange, .atLeast(80), nil),
            (.inRange, .within(12...16), .within(12...16)),
            (.lowerIsBetter, .atMost(18), .atMost(18)),
        ] {
            let (series, indicator) = try pack(values, polarity: polarity, targets: [Target(requirement)])
            #expect(try ControlChart(series, of: indicator).requirement == expected)
        }
    }

    @Test("A series of another indicator is an error")
    func otherIndicator() throws {
        let (series, _) = try pack([("2022-04", .value(14))], polarity: .neutral, targets: [])
        let other = Indicator(id: "other", title: "Other", unit: .count, polarity: .neutral)
        #expect(throws: ControlChartError.otherIndicator("in-time", expected: "other")) {
            try ControlChart(series, of: other)
        }
    }

    @Test("A chart is encoded with the names of its types")
    func encoding() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = String(decoding: try encoder.encode(try chart(noisy, target: 5)), as: UTF8.self)
        #expect(text.contains(#""variation":"common-cause""#))
        #expect(text.contains(#""assurance":"consistently-passes""#))
    }
}
