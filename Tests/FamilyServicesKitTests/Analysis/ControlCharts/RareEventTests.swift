import FamilyServicesKit
import TestSupport
import Testing

@testable import OfficialStatistics

@Suite("Rare events are judged by how far they lie apart")
struct RareEventTests {
    private func pack(
        _ values: [ObservedValue], _ unit: MeasurementUnit = .count, polarity: Polarity = .lowerIsBetter,
        accumulation: Accumulation = .period, breaks: [SeriesBreak] = []
    ) throws -> ReportPack {
        var pack = try ReportPack.minimal()
        pack.indicators = [
            Indicator(
                id: "i", title: "Serious incidents", unit: unit, accumulation: accumulation, polarity: polarity,
                breaks: breaks)
        ]
        for (age, value) in values.reversed().enumerated() {
            let month = try #require(pack.manifest.period.advanced(by: -age))
            pack.observations.append(Observation(indicator: "i", period: month, area: "exampleton", value: value))
        }
        return pack
    }

    private func position(_ pack: ReportPack) throws -> IndicatorPosition { try #require(pack.positions().first) }

    private func counts(_ numbers: [Double]) -> [ObservedValue] { numbers.map { .value($0) } }

    /// One event in every third month.
    private let steady: [Double] = Array(repeating: [0, 1, 0], count: 10).flatMap(\.self)

    @Test("Where at least half of thirteen figures or more are none there is a chart of intervals and no control chart")
    func choice() throws {
        let position = try position(pack(counts(steady)))
        #expect(position.controlChart == nil)
        let chart = try #require(position.rareEvents?.chart)
        #expect(chart.kind == .time)
        #expect(chart.events == 10)
        #expect(chart.intervals.dropFirst().allSatisfy { $0.size == 3 })
        #expect(chart.judgement == .commonCause)
        let often = try self.position(pack(counts([1, 0, 1, 1, 0, 2, 1, 0, 1, 2, 0, 1, 1, 0])))
        #expect(often.rareEvents == nil && often.controlChart != nil)
        #expect(try self.position(pack(counts(Array(steady.prefix(12))))).rareEvents == nil)
        #expect(try self.position(pack(counts(Array(repeating: 0, count: 30)))).rareEvents == nil)
        #expect(try self.position(pack(counts(steady), accumulation: .snapshot)).rareEvents == nil)
        #expect(try self.position(pack(counts(steady), accumulation: .rolling(months: 12))).rareEvents == nil)
    }

    @Test("Shares count the cases between; of a share of which higher is better, those that are missed")
    func cases() throws {
        let few = try position(pack(steady.map { .fraction(numerator: $0, denominator: 40) }, .percent))
        #expect(few.rareEvents?.chart.kind == .cases)
        #expect(few.rareEvents?.chart.events == 10)
        #expect(few.rareEvents?.chart.intervals.dropFirst().allSatisfy { $0.size == 119 } ?? false)
        let missed = try position(
            pack(steady.map { .fraction(numerator: 40 - $0, denominator: 40) }, .percent, polarity: .higherIsBetter))
        #expect(missed.rareEvents?.chart.intervals == few.rareEvents?.chart.intervals)
        #expect(missed.rareEvents?.explanation.contains("In most months every case is in it") ?? false)
    }

    @Test("Many in one month, after months with none, are a concern though no range is drawn")
    func many() throws {
        let position = try position(pack(counts(Array(repeating: 0, count: 29) + [7])))
        #expect(position.judgement == .concern)
        #expect(position.rareEvents?.explanation.contains("There were seven in") ?? false)
        #expect(position.comparisons.previous.travel?.direction.verdict == .worsening)
    }

    @Test("A long time without one is an improvement where fewer are better, a concern where more are")
    func long() throws {
        let numbers = steady + Array(repeating: 0, count: 60)
        #expect(try position(pack(counts(numbers))).judgement == .commonCause, "half as long again happens")
        let frequent: [Double] = Array(repeating: [1, 0], count: 30).flatMap(\.self) + Array(repeating: 0, count: 14)
        #expect(try position(pack(counts(frequent))).judgement == .improvement)
        #expect(try position(pack(counts(frequent), polarity: .higherIsBetter)).judgement == .concern)
        #expect(try position(pack(counts(frequent), polarity: .neutral)).judgement == .neutralLow)
    }

    @Test("A break, a gap and a rounded or inexact figure begin the stretch afresh")
    func stretch() throws {
        var pack = try pack(counts(steady))
        pack.observations[14].value = .missing(.suppressed)
        #expect(try position(pack).rareEvents?.chart.counts.count == 14)
        pack.observations[12].value = .missing(.notCollected)
        #expect(try position(pack).rareEvents == nil, "twelve are left")
        pack = try self.pack(counts(steady))
        pack.observations[3].roundedTo = 5
        #expect(try position(pack).rareEvents == nil)
        let day = try CalendarDate(iso: "2025-01-01")
        pack = try self.pack(counts(steady), breaks: [SeriesBreak(on: day, reason: "New system")])
        let start = try #require(position(pack).rareEvents?.chart.counts.first?.period)
        #expect(start.firstDay == day)
    }

    @Test("The report has the sentences, a second chart with limits, and the same in the assessment")
    func report() throws {
        let pack = try pack(counts(steady + [0, 0, 0, 4]))
        let publication = try pack.publish(for: .everyone, options: PublicationOptions(smallNumbers: .showAll))
        let charts = publication.sections.flatMap(\.blocks).compactMap { block in
            if case .chart(let chart) = block { chart } else { nil }
        }
        #expect(charts.map(\.name) == ["Trend_i", "Between_i"])
        let intervals = try #require(charts.last)
        #expect(intervals.labels.count == 14 && Set(intervals.labels).count == 14)
        #expect(intervals.valueTitle == "Months between")
        #expect(intervals.series.map(\.role) == [.measure, .average, .lowerLimit, .upperLimit])
        let result = try #require(publication.assessment.indicators.first)
        #expect(result.controlChart == nil)
        #expect(result.rareEvents?.events == 14)
        #expect(result.rareEvents?.kind == "time-between")
        #expect(result.rareEvents?.variation == .concern)
        #expect(publication.assessment.worries.first?.reasons.contains { $0.contains("so many in one month") } ?? false)
    }

    @Test("With small numbers hidden there is no chart that could tell them")
    func hidden() throws {
        let publication = try pack(counts(steady + [0, 0, 0, 4])).publish(for: .everyone)
        #expect(publication.assessment.indicators.first?.rareEvents == nil)
        #expect(!String(describing: publication.sections).contains("so many in one month"))
    }

    @Test("Chance alone seldom raises an alarm: at most 2 in 100 series of each kind")
    func falseAlarms() throws {
        var random = SeededGenerator(seed: 7)
        var (alarms, charts) = (0, 0)
        let start = try ReportingPeriod.month(1, 2022)
        let periods = (0..<48).compactMap { start.advanced(by: $0) }
        for _ in 0..<2_000 {
            let counts = periods.map { period in
                // A third of an event a month.
                var events = 0
                for _ in 0..<20 where Double.random(in: 0..<1, using: &random) < 1.0 / 60 { events += 1 }
                return RareEventChart.Count(period, events)
            }
            guard let chart = RareEventChart(counts, improvement: .decrease) else { continue }
            charts += 1
            if chart.signal != nil { alarms += 1 }
        }
        #expect(charts > 1_900)
        #expect(Double(alarms) < 0.02 * Double(charts), "\(alarms) of \(charts)")
        #expect(alarms > 0)
    }
}
