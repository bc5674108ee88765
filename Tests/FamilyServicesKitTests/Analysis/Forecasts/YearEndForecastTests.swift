import FamilyServicesKit
import TestSupport
import Testing

@testable import OfficialStatistics

@Suite("The year's end is foretold where the target is annual and the history carries it")
struct YearEndForecastTests {
    /// A pack whose figures end in June 2026.
    private func pack(
        _ values: [ObservedValue], _ unit: MeasurementUnit = .count, _ accumulation: Accumulation = .yearToDate,
        polarity: Polarity = .lowerIsBetter, target: Target? = Target(.atMost(120)), breaks: [SeriesBreak] = []
    ) throws -> ReportPack {
        var pack = try ReportPack.minimal()
        pack.indicators = [
            Indicator(
                id: "i", title: "Measure", unit: unit, accumulation: accumulation, polarity: polarity,
                targets: target.map { [$0] } ?? [], breaks: breaks)
        ]
        for (age, value) in values.reversed().enumerated() {
            let month = try #require(pack.manifest.period.advanced(by: -age))
            pack.observations.append(Observation(indicator: "i", period: month, area: "exampleton", value: value))
        }
        return pack
    }

    private func forecast(_ pack: ReportPack) throws -> YearEndForecast? {
        try #require(pack.positions().first).yearEnd
    }

    /// Ten a month, give or take one, counted from each April on: 27 months from April 2024 to June 2026.
    private var counted: [ObservedValue] {
        var (sum, result) = (0.0, [ObservedValue]())
        for month in 0..<27 {
            if month % 12 == 0 { sum = 0 }
            sum += 10 + Double(month * 7 % 3 - 1)
            result.append(.value(sum))
        }
        return result
    }

    private let annual = Target(.atLeast(80), from: try? PartialDate(year: 2026, month: 4))

    @Test("What has happened is kept, and nine more usual months are added")
    func yearToDate() throws {
        let pack = try pack(counted)
        #expect(pack.manifest.period.code == "2026-06")
        let forecast = try #require(try forecast(pack))
        #expect(forecast.day.label == "31 March 2027")
        #expect(forecast.subject == .yearToDate)
        #expect(forecast.expected == 120)
        #expect(forecast.range.contains(120) && forecast.range.lowerBound > 110 && forecast.range.upperBound < 130)
        #expect(forecast.prospect == .open)
        #expect(
            forecast.explanation
                == "By 31 March 2027, 120 is expected (\(forecast.rangeText) in 80 of 100 cases), so the target of at most 120 "
                + "may be met or missed.")
        #expect(try self.forecast(self.pack(counted, target: Target(.atMost(60))))?.prospect == .likelyMissed)
        #expect(try self.forecast(self.pack(counted, target: Target(.atMost(200))))?.prospect == .likelyMet)
    }

    @Test(
        "A share is foretold for the year as a whole, and a snapshot for its last day, where the target is set by the year"
    )
    func others() throws {
        let shares = (0..<27).map { ObservedValue.fraction(numerator: Double(42 + $0 % 3), denominator: 50) }
        let share = try #require(
            try forecast(pack(shares, .percent, .period, polarity: .higherIsBetter, target: annual)))
        #expect(share.subject == .wholeYear)
        #expect(abs(share.expected - 86) < 0.5)
        #expect(share.prospect == .likelyMet)
        #expect(share.explanation.hasPrefix("For the financial year to 31 March 2027 as a whole, 86"))
        let stock = (0..<27).map { ObservedValue.value(Double(300 + $0 % 4)) }
        let day = try #require(try forecast(pack(stock, .count, .snapshot, target: annual)))
        #expect(day.subject == .lastDay)
        #expect(day.prospect == .likelyMet)
    }

    @Test("Nothing is foretold where the target is not annual, or the history does not carry it")
    func nothing() throws {
        let stock = (0..<27).map { ObservedValue.value(Double(300 + $0 % 4)) }
        #expect(
            try forecast(pack(stock, .count, .snapshot, target: Target(.atLeast(80)))) == nil,
            "holds until further notice")
        #expect(try forecast(pack(stock, .count, .period, target: annual)) == nil, "a target for each month")
        #expect(try forecast(pack(counted, target: nil)) == nil)
        #expect(try forecast(pack(counted, polarity: .neutral)) == nil)
        #expect(try forecast(pack(Array(counted.suffix(23)))) == nil, "23 months")
        let day = try CalendarDate(iso: "2026-01-01")
        #expect(try forecast(pack(counted, breaks: [SeriesBreak(on: day, reason: "New system")])) == nil)
        var rising = counted
        rising[24] = .value(500)
        #expect(try forecast(pack(rising)) == nil, "it does not begin afresh in April")
        var over = try pack(counted)
        over.manifest.period = try ReportingPeriod("2026-03")
        #expect(try forecast(over) == nil, "the year is over")
    }

    @Test(
        "A figure that is withheld, missing or rounded leaves no forecast that could tell it",
        arguments: [3, 12, 25, 26])
    func withheld(place: Int) throws {
        var pack = try pack(counted)
        pack.observations[26 - place].value = .missing(.suppressed)
        #expect(try forecast(pack) == nil)
        pack = try self.pack(counted)
        pack.observations[26 - place].roundedTo = 5
        #expect(try forecast(pack) == nil)
    }

    @Test("Dashboard, exceptions and assessment say the same")
    func report() throws {
        let pack = try pack(counted, target: Target(.atMost(60)))
        let publication = try pack.publish(for: .everyone, options: PublicationOptions(smallNumbers: .showAll))
        let forecast = try #require(try forecast(pack))
        let text = String(describing: publication.sections)
        #expect(text.contains(forecast.label))
        #expect(forecast.label.hasSuffix("likely to be missed"))
        let result = try #require(publication.assessment.indicators.first?.yearEnd)
        #expect(result.expected == 120)
        #expect(result.prospect == "likely-missed")
        #expect(result.explanation == forecast.explanation)
        let reasons =
            publication.assessment.worries.first?.reasons ?? publication.assessment.strengths.first?.reasons ?? []
        #expect(reasons.contains(forecast.explanation))
    }

    @Test("Of simulated series the range of 80 per cent holds about so many, whether the level stays or wanders")
    func calibration() throws {
        var random = SeededGenerator(seed: 11)
        func normal() -> Double {
            // The sum of twelve uniform numbers is near enough to normal.
            (0..<12).reduce(-6) { sum, _ in sum + Double.random(in: 0..<1, using: &random) }
        }
        var (held, tried) = (0, 0)
        for wander in [0.0, 1.5, 3] {
            for _ in 0..<150 {
                var level = 100.0
                let values = (0..<39).map { _ -> Double in
                    level += wander * normal()
                    return level + 8 * normal()
                }
                let forecast = try #require(LevelForecast(Array(values.prefix(30))))
                let ahead = forecast.sum(of: 9)
                let truth = values.suffix(9).reduce(0, +)
                tried += 1
                if abs(truth - ahead.mean) <= forecast.reach80(atVariance: ahead.variance) { held += 1 }
            }
        }
        let share = Double(held) / Double(tried)
        #expect(0.74 < share && share < 0.92, "\(share)")
    }
}
