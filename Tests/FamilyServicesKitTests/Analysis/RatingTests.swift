import FamilyServicesKit
import TestSupport
import Testing

@Suite("Rating against a target")
struct RatingTests {
    private func rating(_ value: Double, _ requirement: Target.Requirement, _ tolerance: Target.Tolerance? = nil)
        -> Rating
    {
        Rating(of: value, against: Target(requirement, tolerance: tolerance))
    }

    @Test("A range target is met at either end and between them")
    func rangeIsMetInside() {
        for value in [12.0, 14.5, 16] {
            #expect(rating(value, .within(12...16)).outcome == .green)
            #expect(rating(value, .within(12...16)).distance == 0)
        }
    }

    @Test("19.7 misses a range of 12 to 16 on the upper side, 11.5 on the lower")
    func rangeIsMissedOutside() {
        #expect(rating(19.7, .within(12...16)).outcome == .red)
        #expect(abs((rating(19.7, .within(12...16)).distance ?? 0) - 3.7) < 1e-12)
        #expect(rating(11.5, .within(12...16)).outcome == .red)
    }

    @Test(
        "A value within the tolerance is amber, at its edge too, and red beyond it",
        arguments: [(90.0, Rating.Outcome.green), (89.9, .amber), (85, .amber), (84.9, .red), (100, .green)])
    func toleranceIsAmber(value: Double, expected: Rating.Outcome) {
        #expect(rating(value, .atLeast(90), .absolute(5)).outcome == expected)
    }

    @Test(
        "For a ceiling the tolerance lies above it",
        arguments: [(18.0, Rating.Outcome.green), (18.5, .amber), (19.8, .amber), (19.9, .red)])
    func ceiling(value: Double, expected: Rating.Outcome) throws {
        #expect(rating(value, .atMost(18), .relative(try Percentage(10))).outcome == expected)
    }

    @Test("A floor is amber down to it and red below it")
    func floorStandard() {
        #expect(rating(80, .atLeast(90), .floor(80)).outcome == .amber)
        #expect(rating(79.9, .atLeast(90), .floor(80)).outcome == .red)
    }

    @Test("Without a tolerance there is no amber")
    func noTolerance() {
        #expect(rating(89.99, .atLeast(90)).outcome == .red)
    }

    @Test("A target of zero has no amber band of ten per cent")
    func zeroTarget() throws {
        #expect(rating(0.1, .atMost(0), .relative(try Percentage(10))).outcome == .red)
    }

    @Test("Without a value, a target or a better direction nothing is rated, and the reason is said")
    func notRated() throws {
        let judged = Indicator(id: "a", title: "A", unit: .percent, polarity: .higherIsBetter)
        let watched = Indicator(id: "b", title: "B", unit: .count, polarity: .neutral)
        let day = try CalendarDate(iso: "2026-06-30")
        #expect(Rating(of: .value(3), for: judged, on: day).basis == .noTarget)
        #expect(Rating(of: .value(3), for: watched, on: day).basis == .notJudged)
        #expect(Rating(of: .missing(.suppressed), for: judged, on: day).basis == .noValue(.suppressed))
        let zero = Rating(of: .fraction(numerator: 0, denominator: 0), for: judged, on: day)
        #expect(zero.basis == .noValue(.notApplicable))
        #expect(zero.outcome == .notRated)
    }

    @Test("The target of the day counts, and the council's own before a national one")
    func targetOfTheDay() throws {
        let indicator = Indicator(
            id: "a", title: "A", unit: .percent, polarity: .higherIsBetter,
            targets: [
                Target(.atLeast(85), until: try PartialDate(iso: "2026-03")),
                Target(.atLeast(90), from: try PartialDate(iso: "2026-04")),
                Target(.atLeast(95), level: .national),
            ])
        let march = try CalendarDate(iso: "2026-03-31")
        let april = try CalendarDate(iso: "2026-04-01")
        #expect(indicator.target(on: march)?.requirement == .atLeast(85))
        #expect(indicator.target(on: april)?.requirement == .atLeast(90))
        #expect(Rating(of: .value(86), for: indicator, on: march).outcome == .green)
        #expect(Rating(of: .value(86), for: indicator, on: april).outcome == .red)
    }

    @Test("A requirement reads as people say it")
    func labels() {
        #expect(Target.Requirement.within(12...16).label == "12 to 16")
        #expect(Target.Requirement.atLeast(92.5).label == "at least 92.5")
        #expect(Target(.atMost(18)).label(in: .percent) == "at most 18%")
    }
}

@Suite("Direction of travel")
struct DirectionOfTravelTests {
    private func indicator(_ polarity: Polarity, decimals: Int = 1) -> Indicator {
        Indicator(id: "i", title: "I", unit: .percent, decimals: decimals, polarity: polarity)
    }

    @Test("Movement and meaning are two things: a fall can be an improvement")
    func meaningFollowsPolarity() {
        let fall = DirectionOfTravel(from: 40, to: 30, of: indicator(.lowerIsBetter))
        #expect(fall.movement == .down)
        #expect(fall.meaning == .improving)
        #expect(fall.verdict == .sizeOnly, "two numbers alone do not say whether it is more than ups and downs")
        #expect(fall.label == "▼ Down")
        let clear = DirectionOfTravel(from: 40, to: 30, of: indicator(.lowerIsBetter), clarity: .clear(.counts))
        #expect(clear.label == "▼ Down, improving")
        #expect(DirectionOfTravel(from: 40, to: 30, of: indicator(.higherIsBetter)).meaning == .worsening)
        #expect(DirectionOfTravel(from: 40, to: 30, of: indicator(.neutral)).meaning == .notJudged)
    }

    @Test("Two figures that print the same never show an arrow")
    func printTheSame() {
        #expect(DirectionOfTravel(from: 64.56, to: 64.64, of: indicator(.higherIsBetter)).movement == .unchanged)
        #expect(DirectionOfTravel(from: 64.5, to: 64.6, of: indicator(.higherIsBetter)).movement == .up)
        let whole = indicator(.higherIsBetter, decimals: 0)
        #expect(DirectionOfTravel(from: 12.6, to: 13.4, of: whole).movement == .unchanged, "both print as 13")
        #expect(DirectionOfTravel(from: 12.4, to: 12.6, of: whole).movement == .up, "they print as 12 and 13")
    }

    @Test("The movement is that of the printed figures wherever they differ, and none where they do not")
    func printedFigures() {
        var random = SeededGenerator()
        for _ in 0..<5_000 {
            let decimals = Int.random(in: 0...3, using: &random)
            let earlier = Double.random(in: -50...50, using: &random)
            let later = earlier + Double.random(in: -1...1, using: &random)
            let printed = [earlier, later].map { DecimalText.plain($0, decimals: decimals) }
            let found = DirectionOfTravel(from: earlier, to: later, of: indicator(.neutral, decimals: decimals))
                .movement
            let note = "seed \(random.seed): \(earlier), \(later), \(decimals)"
            if printed[0] == printed[1] {
                #expect(found == .unchanged, "\(note)")
            } else {
                #expect(found == (later > earlier ? .up : .down), "\(note)")
            }
        }
        #expect(DirectionOfTravel(from: .nan, to: .nan, of: indicator(.neutral)).movement == .unchanged)
    }

    @Test("Towards a range is an improvement from either side, and inside it nothing is")
    func range() {
        let target = Target(.within(12...16))
        let subject = indicator(.inRange)
        #expect(DirectionOfTravel(from: 19, to: 17, of: subject, target: target).meaning == .improving)
        #expect(DirectionOfTravel(from: 9, to: 11, of: subject, target: target).meaning == .improving)
        #expect(DirectionOfTravel(from: 14, to: 11, of: subject, target: target).meaning == .worsening)
        #expect(DirectionOfTravel(from: 13, to: 15, of: subject, target: target).meaning == .steady)
        #expect(DirectionOfTravel(from: 19, to: 17, of: subject).meaning == .notJudged)
    }
}

@Suite("Series of figures")
struct FigureSeriesTests {
    private func figure(_ period: String, _ value: Double) throws -> Observation {
        Observation(indicator: "i", period: try ReportingPeriod(period), area: "a", value: .value(value))
    }

    @Test("Months and years make different series; the first of two figures for a period counts")
    func kindsDoNotMix() throws {
        var pack = try ReportPack.minimal()
        pack.observations = try [
            figure("2017-11", 3), figure("FY2016-17", 9), figure("2017-10", 2), figure("2017-11", 4),
        ]
        let series = pack.series()
        #expect(series.map(\.kind) == [.month, .financialYear])
        #expect(series[0].observations.map(\.value) == [.value(2), .value(3)])
        #expect(series[0].latest(asOf: try CalendarDate(iso: "2017-11-29"))?.value == .value(2))
        #expect(series[0].latest(asOf: try CalendarDate(iso: "2017-11-30"))?.value == .value(3))
        #expect(series[0].previous(to: try ReportingPeriod("2017-11"))?.value == .value(2))
        #expect(series[0].previous(to: try ReportingPeriod("2017-10")) == nil)
    }
}
