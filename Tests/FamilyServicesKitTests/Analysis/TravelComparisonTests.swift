import FamilyServicesKit
import TestSupport
import Testing

@Suite("Figures compared with earlier ones")
struct TravelComparisonTests {
    private func indicator(
        _ accumulation: Accumulation = .period, unit: MeasurementUnit = .percent, decimals: Int? = nil,
        polarity: Polarity = .higherIsBetter
    ) -> Indicator {
        Indicator(id: "i", title: "I", unit: unit, decimals: decimals, accumulation: accumulation, polarity: polarity)
    }

    private func series(_ figures: [(String, ObservedValue)]) throws -> FigureSeries {
        var pack = try ReportPack.minimal()
        pack.observations = try figures.map {
            Observation(indicator: "i", period: try ReportingPeriod($0.0), area: "exampleton", value: $0.1)
        }
        return try #require(pack.series().first)
    }

    @Test("A month is compared with the month before, the same month of last year, and the baseline")
    func three() throws {
        let series = try series([
            ("2016-11", .value(50)), ("2017-07", .value(88)), ("2017-10", .value(37.3)), ("2017-11", .value(57.2)),
        ])
        let baseline = ReportPack.Baseline(title: "Judgement of July 2017", period: try ReportingPeriod("2017-07"))
        let result = TravelComparisons(
            of: series, at: try ReportingPeriod("2017-11"), for: indicator(), baseline: baseline)
        #expect(
            result.previous.explanation
                == "Rose by 19.9 percentage points since October 2017, from 37.3% to 57.2%.")
        #expect(result.lastYear.travel?.size.label(decimals: 1) == "+7.2 percentage points")
        #expect(result.lastYear.travel?.relative?.label() == "+14.4 per cent")
        #expect(result.baseline?.travel?.direction.meaning == .worsening)
        #expect(result.baseline?.reference.label == "the baseline (Judgement of July 2017)")
        #expect(result.explanations.count == 3)
    }

    @Test("A year-to-date figure is never compared with the month before, only with the same month of last year")
    func yearToDate() throws {
        let series = try series([
            ("2016-11", .value(300)), ("2017-10", .value(280)), ("2017-11", .value(320)),
        ])
        let subject = indicator(.yearToDate, unit: .count, polarity: .lowerIsBetter)
        let result = TravelComparisons(
            of: series, at: try ReportingPeriod("2017-11"), for: subject,
            baseline: .init(title: "July", period: try ReportingPeriod("2017-07")))
        #expect(result.previous.obstacle == .yearToDate)
        #expect(result.baseline?.obstacle == .yearToDate)
        #expect(result.previous.travel == nil)
        #expect(
            result.previous.explanation
                == "Not compared with the previous period: the figure counts since the year began, so it grows from period "
                + "to period; only the same point of another year is like it.")
        #expect(result.lastYear.travel?.size.value == 20)
        #expect(result.lastYear.travel?.direction.meaning == .worsening)
    }

    @Test("Rolling figures that overlap are compared, and what that means is said")
    func rolling() throws {
        let series = try series([("2016-11", .value(10)), ("2017-10", .value(11)), ("2017-11", .value(12))])
        let result = TravelComparisons(
            of: series, at: try ReportingPeriod("2017-11"), for: indicator(.rolling(months: 12)))
        #expect(result.previous.travel != nil)
        #expect(result.previous.caveats.count == 1)
        #expect(result.lastYear.caveats.isEmpty)
    }

    @Test("A suppressed or missing value on either side gives no comparison and is not stepped over")
    func missing() throws {
        let series = try series([
            ("2017-09", .value(5)), ("2017-10", .missing(.suppressed)), ("2017-11", .value(6)),
            ("2017-12", .missing(.notYetAvailable)),
        ])
        let november = TravelComparisons(of: series, at: try ReportingPeriod("2017-11"), for: indicator())
        #expect(november.previous.obstacle == .noEarlierValue(.suppressed))
        #expect(november.lastYear.obstacle == .noEarlierFigure)
        let december = TravelComparisons(of: series, at: try ReportingPeriod("2017-12"), for: indicator())
        #expect(december.all.allSatisfy { $0.obstacle == .noValue(.notYetAvailable) })
        let january = TravelComparisons(of: series, at: try ReportingPeriod("2018-01"), for: indicator())
        #expect(january.previous.obstacle == .noFigure)
    }

    @Test("A skipped month is said")
    func skipped() throws {
        let series = try series([("2017-09", .value(5)), ("2017-11", .value(6))])
        let result = TravelComparisons(of: series, at: try ReportingPeriod("2017-11"), for: indicator())
        #expect(
            result.previous.explanation
                == "Rose by 1.0 percentage points since September 2017, from 5.0% to 6.0%. "
                + "There is no figure for October 2017.")
    }

    @Test("Spans of different length are not compared; months and leap years make no difference")
    func spans() throws {
        let series = try series([
            ("2020-04-01/2020-09-30", .value(4)), ("2021-04-01/2021-06-30", .value(5)),
            ("2021-04-01/2021-09-30", .value(6)),
        ])
        let period = try ReportingPeriod("2021-04-01/2021-09-30")
        let result = TravelComparisons(of: series, at: period, for: indicator())
        #expect(result.lastYear.travel?.size.value == 2)
        let short = TravelComparisons(of: series, at: try ReportingPeriod("2021-04-01/2021-06-30"), for: indicator())
        #expect(short.previous.obstacle == .differentLengths)
    }

    @Test("The baseline's own period, or a later one, is not compared with it")
    func ownBaseline() throws {
        let series = try series([("2017-07", .value(5)), ("2017-08", .value(6))])
        let baseline = ReportPack.Baseline(title: "Judgement", period: try ReportingPeriod("2017-08"))
        for month in ["2017-07", "2017-08"] {
            let result = TravelComparisons(
                of: series, at: try ReportingPeriod(month), for: indicator(), baseline: baseline)
            #expect(result.baseline?.obstacle == .baselineNotEarlier)
        }
    }

    @Test("Two figures that print the same show no change, whatever lies behind them")
    func deadBand() throws {
        var random = SeededGenerator()
        for _ in 0..<2_000 {
            let decimals = Int.random(in: 0...3, using: &random)
            let earlier = Double.random(in: 0...100, using: &random)
            let later = earlier + Double.random(in: -1...1, using: &random)
            let series = try series([("2017-10", .value(earlier)), ("2017-11", .value(later))])
            let result = TravelComparisons(
                of: series, at: try ReportingPeriod("2017-11"), for: indicator(decimals: decimals))
            let printsTheSame =
                DecimalText.plain(earlier, decimals: decimals) == DecimalText.plain(later, decimals: decimals)
            if printsTheSame {
                #expect(
                    result.previous.travel?.direction.movement == .unchanged,
                    "seed \(random.seed): \(earlier), \(later), \(decimals)")
            }
        }
    }
}

@Suite("Sizes of changes")
struct ChangeSizeTests {
    @Test("Percentage points and per cent are two things with two suffixes")
    func suffixes() throws {
        #expect(PercentagePoints(from: 8, to: 12).label() == "+4.0 percentage points")
        #expect(PercentagePoints(from: 12, to: 11).label(decimals: 0) == "-1 percentage point")
        #expect(try #require(RelativeChange(from: 8, to: 12)).label(decimals: 0) == "+50 per cent")
        #expect(try #require(RelativeChange(from: 12, to: 8)).label() == "-33.3 per cent")
    }

    @Test("There is no relative change from nothing, from a debt, or to no number")
    func noRelativeChange() {
        #expect(RelativeChange(from: 0, to: 5) == nil)
        #expect(RelativeChange(from: -2, to: 5) == nil)
        #expect(RelativeChange(from: 2, to: .infinity) == nil)
        #expect(RelativeChange(from: .leastNonzeroMagnitude, to: .greatestFiniteMagnitude) == nil)
    }

    @Test("A change that shows as zero has no sign, and a half is rounded away from zero")
    func rounding() {
        #expect(PercentagePoints(0.04).label() == "0.0 percentage points")
        #expect(PercentagePoints(-0.04).label() == "0.0 percentage points")
        #expect(PercentagePoints(-0.05).label() == "-0.1 percentage points")
        #expect(ChangeSize(from: 23, to: 18, in: .weeks).label(decimals: 0) == "-5 weeks")
        #expect(ChangeSize(from: 30, to: 31, in: .weeks).label(decimals: 0) == "+1 week")
        #expect(ChangeSize(from: 1, to: 2_001, in: .count).label(decimals: 0) == "+2,000")
    }
}
