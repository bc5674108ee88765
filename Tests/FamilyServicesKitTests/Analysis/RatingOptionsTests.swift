import FamilyServicesKit
import TestSupport
import Testing

@Suite("Ratings by the rules of single councils")
struct RatingOptionsTests {
    private let day: CalendarDate

    init() throws { day = try CalendarDate(iso: "2026-06-30") }

    private func indicator(_ polarity: Polarity, _ targets: [Target] = []) -> Indicator {
        Indicator(id: "i", title: "I", unit: .percent, polarity: polarity, targets: targets)
    }

    @Test("Red unless improved: beyond tolerance, a value that held or improved is amber, one that worsened is red")
    func redUnlessImproved() {
        let subject = indicator(.higherIsBetter, [Target(.atLeast(90), tolerance: .absolute(5))])
        let options = Rating.Options(redUnlessImproved: true)
        func rating(_ value: Double, after earlier: Double?) -> Rating {
            Rating(of: .value(value), for: subject, on: day, comparedWith: earlier, options: options)
        }
        #expect(rating(80, after: 70).outcome == .amber)
        #expect(rating(80, after: 80).outcome == .amber)
        #expect(rating(80, after: 82).outcome == .red)
        #expect(rating(80, after: nil).outcome == .red)
        #expect(rating(87, after: 95).outcome == .amber)
        #expect(rating(91, after: 95).outcome == .green)
        #expect(rating(80, after: 70).distance == 10)
        #expect(
            rating(80, after: 70).explanation
                == "Misses the target of at least 90, but is not worse than the value it is compared with.")
        #expect(Rating(of: .value(80), for: subject, on: day, comparedWith: 70).outcome == .red)
    }

    @Test(
        "Better than tolerance: only beyond the tolerance on the better side",
        arguments: [(96.0, Rating.Outcome.betterThanTolerance), (95, .green), (90, .green), (85, .amber), (84.9, .red)])
    func betterThanTolerance(value: Double, expected: Rating.Outcome) {
        let target = Target(.atLeast(90), tolerance: .absolute(5))
        #expect(Rating(of: value, against: target, options: .init(marksBetterThanTolerance: true)).outcome == expected)
        #expect(Rating(of: value, against: target).outcome == (expected == .betterThanTolerance ? .green : expected))
    }

    @Test("Without a tolerance, with a floor, or in a range nothing is better than tolerance")
    func neverBetterThanTolerance() {
        let options = Rating.Options(marksBetterThanTolerance: true)
        #expect(Rating(of: 100, against: Target(.atLeast(50)), options: options).outcome == .green)
        #expect(
            Rating(of: 100, against: Target(.atLeast(50), tolerance: .floor(40)), options: options).outcome == .green)
        let range = Target(.within(10...90), tolerance: .absolute(1))
        #expect(Rating(of: 50, against: range, options: options).outcome == .green)
    }

    @Test("By direction: a judged measure without a target is green, amber or red as it improves, holds or worsens")
    func byDirection() {
        let options = Rating.Options(ratesByDirection: true)
        func outcome(_ polarity: Polarity, _ earlier: Double, _ later: Double) -> Rating.Outcome {
            Rating(of: .value(later), for: indicator(polarity), on: day, comparedWith: earlier, options: options)
                .outcome
        }
        #expect(outcome(.higherIsBetter, 23, 38) == .green)
        #expect(outcome(.higherIsBetter, 23, 15) == .red)
        #expect(outcome(.lowerIsBetter, 23, 23) == .amber)
        #expect(outcome(.neutral, 23, 15) == .notRated)
        #expect(outcome(.inRange, 23, 15) == .notRated)
        let plain = Rating(of: .value(38), for: indicator(.higherIsBetter), on: day, comparedWith: 23)
        #expect(plain.basis == .noTarget)
    }

    @Test("A person's rating carries who and why, and the distance to the target stays")
    func judged() throws {
        let judgement = try #require(
            Rating.Judgement(by: "head-of-service", because: "Two large families explain the fall."))
        let rating = Rating(judged: .amber, by: judgement, number: 80, target: Target(.atLeast(90)))
        #expect(rating.outcome == .amber)
        #expect(rating.distance == 10)
        #expect(rating.signedDistance == -10)
        #expect(rating.explanation == "Judged by head-of-service: Two large families explain the fall.")
        #expect(Rating.Judgement(by: "head-of-service", because: "  ") == nil)
    }

    @Test(
        "An activity with an expected range is placed in it, not rated",
        arguments: [(9.0, Rating.ExpectedPlace.below, -1.0), (10, .inside, 0), (20, .inside, 0), (23, .above, 3)])
    func expectedRange(value: Double, place: Rating.ExpectedPlace, distance: Double) {
        let target = Target(.within(10...20))
        let rating = Rating(of: .value(value), for: indicator(.neutral, [target]), on: day)
        #expect(rating.outcome == .notRated)
        #expect(rating.basis == .expectedRange(target, place))
        #expect(rating.signedDistance == distance)
    }

    @Test("The signed distance is the value less the target, also where the target is surpassed")
    func signedDistance() {
        #expect(Rating(of: 94, against: Target(.atLeast(90))).signedDistance == 4)
        #expect(Rating(of: 94, against: Target(.atLeast(90))).distance == 0)
        #expect(Rating(of: 15, against: Target(.atMost(18))).signedDistance == -3)
        #expect(Rating(of: 21, against: Target(.atMost(18))).signedDistance == 3)
        #expect(Rating(of: 14, against: Target(.within(12...16))).signedDistance == 0)
        #expect(Rating(of: 11, against: Target(.within(12...16))).signedDistance == -1)
    }

    @Test("Whatever the rules, a better value is never rated worse")
    func monotone() throws {
        var random = SeededGenerator()
        let order: [Rating.Outcome] = [.red, .amber, .green, .betterThanTolerance]
        for _ in 0..<2_000 {
            let target = Double(Int.random(in: 1...99, using: &random))
            let tolerance: Target.Tolerance? =
                [
                    nil, .absolute(Double(Int.random(in: 0...9, using: &random))), .relative(try Percentage(10)),
                    .floor(target / 2),
                ].randomElement(using: &random) ?? nil
            let options = Rating.Options(marksBetterThanTolerance: Bool.random(using: &random))
            let values = [Double.random(in: 0...100, using: &random), .random(in: 0...100, using: &random)].sorted()
            let ranks = values.map { value in
                order.firstIndex(
                    of: Rating(of: value, against: Target(.atLeast(target), tolerance: tolerance), options: options)
                        .outcome)
            }
            let (low, high) = (try #require(ranks[0]), try #require(ranks[1]))
            #expect(low <= high, "seed \(random.seed): \(values) against \(target), \(String(describing: tolerance))")
        }
    }
}
