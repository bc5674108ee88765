import TestSupport
import Testing

import FamilyServicesKit

@Suite("Distance from a target")
struct TargetDistanceTests {
    @Test(
        "The words name the side of the target's own test and the unit",
        arguments: [
            (.atLeast(90), 85.7, .percent, 1, "4.3 percentage points short"),
            (.atLeast(90), 91.1, .percent, 1, "met by 1.1 percentage points"),
            (.atLeast(90), 89, .percent, 0, "1 percentage point short"),
            (.atLeast(90), 90, .percent, 1, "met exactly"),
            (.atMost(22), 24.3, .percent, 1, "2.3 percentage points over"),
            (.atMost(22), 19, .percent, 1, "met by 3.0 percentage points"),
            (.atMost(426), 445, .days, 0, "19 days over"), (.atMost(426), 425, .days, 0, "met by 1 day"),
            (.atMost(2), 3, .weeks, 0, "1 week over"), (.atMost(1_000), 2_500, .count, 0, "1,500 over"),
            (.atLeast(30), 28.5, .rate(per: 10_000), 1, "1.5 per 10,000 short"),
            (.within(12...16), 19.7, .ratio, 1, "3.7 above the range"),
            (.within(12...16), 9.8, .ratio, 1, "2.2 below the range"),
            (.within(12...16), 12, .ratio, 1, "in the range"),
            (.within(12...16), 16, .ratio, 1, "in the range"),
            (.within(28...38), 39.8, .percent, 1, "1.8 percentage points above the range"),
        ] as [(Target.Requirement, Double, MeasurementUnit, Int, String)])
    func words(
        requirement: Target.Requirement, number: Double, unit: MeasurementUnit, decimals: Int, expected: String
    ) throws {
        let distance = try #require(TargetDistance(from: requirement, to: number, in: unit, decimals: decimals))
        #expect(distance.label == expected)
        #expect(distance.isMet == (requirement.distance(of: number) == 0))
    }

    @Test(
        "A distance too small to show is not called none",
        arguments: [
            (.atLeast(90), 89.96, "just short"), (.atLeast(90), 90.04, "just met"), (.atMost(22), 22.04, "just over"),
            (.within(12...16), 11.97, "just below the range"), (.within(12...16), 16.04, "just above the range"),
        ] as [(Target.Requirement, Double, String)])
    func justMissed(requirement: Target.Requirement, number: Double, expected: String) throws {
        // The digits of “per 10,000” are no size.
        for unit in [MeasurementUnit.percent, .rate(per: 10_000), .ratio] {
            #expect(TargetDistance(from: requirement, to: number, in: unit, decimals: 1)?.label == expected)
        }
    }

    @Test("A number that is none has no distance", arguments: [Double.nan, .infinity])
    func notFinite(number: Double) {
        #expect(TargetDistance(from: .atLeast(1), to: number, in: .count, decimals: 0) == nil)
    }

    @Test("Distance and side agree with the rating for any value, target and number of decimals")
    func agreesWithRating() throws {
        var generator = SeededGenerator()
        let seed = generator.seed
        for _ in 0..<2_000 {
            let (first, second) = (
                Int.random(in: 0...1_000, using: &generator), Int.random(in: 0...1_000, using: &generator)
            )
            let number = Double(Int.random(in: 0...1_000, using: &generator)) / 10
            let ends = Double(min(first, second)) / 10...Double(max(first, second)) / 10
            let requirements: [Target.Requirement] = [
                .atLeast(ends.lowerBound), .atMost(ends.upperBound), .within(ends),
            ]
            for requirement in requirements {
                let distance = try #require(TargetDistance(from: requirement, to: number, in: .percent, decimals: 1))
                let rating = Rating(of: number, against: Target(requirement))
                #expect(distance.isMet == (rating.outcome == .green), "seed \(seed)")
                #expect(abs(distance.size.value - (rating.signedDistance ?? -1).magnitude) < 1e-9, "seed \(seed)")
                // With as many decimals as the figures have, a reader who subtracts them finds the words right.
                let shown = distance.terseLabel.split(separator: " ").lazy.compactMap { Double($0) }.first ?? 0
                let nearest = min(max(number, ends.lowerBound), ends.upperBound)
                let end: Double =
                    switch requirement {
                    case .atLeast: ends.lowerBound
                    case .atMost: ends.upperBound
                    case .within: nearest
                    }
                #expect(abs(shown - (number - end).magnitude) < 1e-9, "seed \(seed): \(number) against \(requirement)")
            }
        }
    }

    @Test("An indicator is measured from the target that holds on the last day of its latest figure")
    func indicator() throws {
        var pack = try ReportPack.minimal()
        pack.indicators = [
            Indicator(
                id: "timely", title: "In time", unit: .percent, polarity: .higherIsBetter,
                targets: [
                    Target(.atLeast(80), until: try PartialDate(iso: "2026-05")),
                    Target(.atLeast(90), from: try PartialDate(iso: "2026-06")),
                ])
        ]
        pack.observations = [
            Observation(
                indicator: "timely", period: try ReportingPeriod("2026-06"), area: "exampleton",
                value: .fraction(numerator: 85, denominator: 100))
        ]
        let position = try #require(pack.positions().first)
        #expect(TargetDistance(of: position)?.label == "5.0 percentage points short")
        pack.observations[0].value = .missing(.suppressed)
        let hidden = try #require(pack.positions().first)
        #expect(TargetDistance(of: hidden) == nil)
    }
}
