import FamilyServicesKit
import Foundation
import Testing

@Suite("Confidence intervals")
struct IntervalTests {
    @Test(
        "A level is a share from 0.9 to 1 or a percentage from 90 to 100",
        arguments: [0.9, 0.95, 0.998, 1, 90, 99.8, 100])
    func goodLevels(level: Double) throws {
        let found = try ConfidenceLevel(level)
        #expect(found.share == (level > 1 ? level / 100 : level))
    }

    @Test("Anything else is an error", arguments: [0, 0.5, 0.89, 1.01, 89.9, 100.1, -0.95, .nan, .infinity])
    func badLevels(level: Double) {
        #expect(throws: IntervalError.self) { try ConfidenceLevel(level) }
    }

    @Test("Levels have words, an order, and one form as JSON")
    func levelForms() throws {
        #expect(ConfidenceLevel.percent95.label == "95%")
        #expect(ConfidenceLevel.percent99Point8.label == "99.8%")
        #expect(ConfidenceLevel.percent95 < .percent99Point8)
        #expect(try ConfidenceLevel(99.8) == .percent99Point8)
        let text = String(decoding: try JSONEncoder().encode([ConfidenceLevel.percent95]), as: UTF8.self)
        #expect(text == "[0.95]")
        #expect(try JSONDecoder().decode([ConfidenceLevel].self, from: Data("[95]".utf8)) == [.percent95])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([ConfidenceLevel].self, from: Data("[50]".utf8))
        }
    }

    @Test("Counts and multipliers that cannot be are errors that say which")
    func badInput() {
        #expect(throws: IntervalError.numeratorAboveDenominator(5, of: 4)) { try Proportion(5, of: 4) }
        #expect(throws: IntervalError.impossibleDenominator(0)) { try Proportion(0, of: 0) }
        #expect(throws: IntervalError.impossibleDenominator(-3)) { try CrudeRate(1, in: -3) }
        #expect(throws: IntervalError.impossibleCount(-1)) { try CrudeRate(-1, in: 3) }
        #expect(throws: IntervalError.self) { try CrudeRate(.nan, in: 3) }
        #expect(throws: IntervalError.self) { try Proportion(1, of: .infinity) }
        #expect(throws: IntervalError.impossibleMultiplier(0)) { try Proportion(1, of: 3, multiplier: 0) }
        #expect(throws: IntervalError.noValues) { try SampleMean(of: []) }
        #expect(throws: IntervalError.valueNotFinite(position: 1)) { try SampleMean(of: [1, .nan]) }
        #expect(IntervalError.numeratorAboveDenominator(5, of: 4).description.hasPrefix("5 of 4 is more than all"))
    }

    @Test("None begins at exactly 0 and all ends at exactly the multiplier", arguments: [1.0, 3, 7, 10, 41, 150, 1e6])
    func ends(count: Double) throws {
        for multiplier in [1.0, 100, 1_000, 100_000] {
            for level in [ConfidenceLevel.percent95, .percent99Point8] {
                let none = try Proportion(0, of: count, multiplier: multiplier).interval(at: level)
                let all = try Proportion(count, of: count, multiplier: multiplier).interval(at: level)
                #expect(none.lower == 0 && none.value == 0)
                #expect(all.upper == multiplier && all.value == multiplier)
            }
        }
    }

    @Test("At 100 per cent a proportion may be anything, a rate and a mean have no upper limit")
    func certainty() throws {
        let level = try ConfidenceLevel(1)
        let share = try Proportion(3, of: 7).interval(at: level)
        #expect(share.lower == 0 && share.upper == 100)
        for events in [0.0, 3, 30] {
            let rate = try CrudeRate(events, in: 1_000).interval(at: level)
            #expect(rate.lower == 0 && rate.upper == nil)
        }
        let mean = try SampleMean(of: [1, 2, 3]).interval(at: level)
        #expect(mean.lower == nil && mean.upper == nil)
    }

    @Test("The exact limits of a count are those that make it, and more or fewer, as rare as one tail")
    func exactness() throws {
        // One event: 1 − e^−L = 0.025, and (1 + U) e^−U = 0.025.
        let one = try CrudeRate(1, in: 1, multiplier: 1).interval()
        let lower = try #require(one.lower)
        let upper = try #require(one.upper)
        #expect(agrees(1 - exp(-lower), 0.025, within: 1e-13))
        #expect(agrees((1 + upper) * exp(-upper), 0.025, within: 1e-13))
    }

    @Test("A figure of an indicator has the interval that goes with its unit and counts, or none")
    func observed() throws {
        let percent = try ConfidenceInterval.of(.fraction(numerator: 45, denominator: 100), in: .percent)
        #expect(percent?.method == .wilson)
        #expect(percent?.label(in: .percent) == "45.0% (95% confidence interval 35.6% to 54.8%)")
        #expect(try ConfidenceInterval.of(.value(45, outOf: 100), in: .percent) == percent)
        let rate = try ConfidenceInterval.of(.fraction(numerator: 64, denominator: 9_100), in: .rate(per: 10_000))
        #expect(rate?.method == .byar)
        #expect(try ConfidenceInterval.of(.value(45), in: .percent) == nil)
        #expect(try ConfidenceInterval.of(.missing(.suppressed), in: .percent) == nil)
        #expect(try ConfidenceInterval.of(.fraction(numerator: 0, denominator: 0), in: .percent) == nil)
        #expect(try ConfidenceInterval.of(.fraction(numerator: 1, denominator: 2), in: .ratio) == nil)
        #expect(throws: IntervalError.self) {
            try ConfidenceInterval.of(.fraction(numerator: 5, denominator: 4), in: .percent)
        }
    }

    // MARK: Benchmarks

    @Test(
        "Too few cases to tell a proportion from a half: up to three; four could have told",
        arguments: [(1.0, true), (2, true), (3, true), (4, false), (40, false)])
    func tooFewOfAProportion(count: Double, isTooFew: Bool) throws {
        let comparison = BenchmarkComparison(
            of: try Proportion((count / 2).rounded(.down), of: count), with: 50, polarity: .higherIsBetter)
        #expect((comparison.outcome == .tooFewToTell) == isTooFew)
        #expect((comparison.meaning == .tooFewToTell) == isTooFew)
    }

    @Test("Too few events to tell: fewer than three where even none would not be unusual")
    func tooFewEvents() throws {
        func outcome(_ events: Double, _ population: Double) throws -> BenchmarkComparison.Outcome {
            BenchmarkComparison(
                of: try CrudeRate(events, in: population), with: 70, polarity: .lowerIsBetter
            ).outcome
        }
        #expect(try outcome(2, 300) == .tooFewToTell)
        #expect(try outcome(0, 300) == .tooFewToTell)
        #expect(try outcome(3, 300) == .similar)
        #expect(try outcome(2, 900) == .similar)
        #expect(try outcome(0, 900) == .lower)
        #expect(try outcome(2, 20) == .higher)
    }

    @Test("One value cannot be compared")
    func tooFewValues() throws {
        let comparison = BenchmarkComparison(of: try SampleMean(of: [5]), with: 50, polarity: .lowerIsBetter)
        #expect(comparison.outcome == .tooFewToTell)
        #expect(
            comparison.explanation(benchmark: "England") == "Too few cases to tell whether this differs from England.")
    }

    @Test(
        "Better or worse follows polarity",
        arguments: [
            (Polarity.higherIsBetter, BenchmarkComparison.Meaning.worse), (.lowerIsBetter, .better),
            (.inRange, .notJudged), (.neutral, .notJudged),
        ])
    func meaning(polarity: Polarity, expected: BenchmarkComparison.Meaning) throws {
        let comparison = BenchmarkComparison(of: try Proportion(30, of: 100), with: 50, polarity: polarity)
        #expect(comparison.outcome == .lower)
        #expect(comparison.meaning == expected)
        #expect(comparison.explanation(benchmark: "England").hasPrefix("Lower than England"))
    }

    @Test("A limit on the benchmark is similar")
    func equality() throws {
        let interval = try Proportion(12, of: 12).interval()
        #expect(interval.position(against: 100) == .similar)
        #expect(interval.position(against: try #require(interval.lower)) == .similar)
    }

    // MARK: Funnels

    @Test("The upper line ends at the multiplier, whatever it is", arguments: [1.0, 100, 1_000, 100_000])
    func funnelEndsAtMultiplier(multiplier: Double) throws {
        let areas = [try Proportion(90, of: 100), try Proportion(8, of: 10), try Proportion(45, of: 50)]
        let funnel = try Funnel(areas, multiplier: multiplier)
        for size in [1.0, 2, 10, 1_000_000] {
            let limits = try funnel.limits(at: size, level: .percent99Point8)
            #expect(limits.lower >= 0 && limits.lower <= funnel.baseline)
            #expect(try #require(limits.upper) <= multiplier)
            #expect(try #require(limits.upper) >= funnel.baseline)
        }
        #expect(try funnel.limits(at: 1).upper == multiplier)
    }

    @Test("All or none everywhere: the funnel has no width, and nobody stands out")
    func degenerateFunnel() throws {
        let full = try Funnel([try Proportion(3, of: 3), try Proportion(700, of: 700)])
        #expect(full.significances == [.notSignificant, .notSignificant])
        #expect(try full.limits(at: 5, level: ConfidenceLevel(1)) == full.limits(at: 50))
        let none = try Funnel([try CrudeRate(0, in: 300), try CrudeRate(0, in: 9)])
        #expect(none.significances == [.notSignificant, .notSignificant])
        #expect(try none.limits(atEvents: 0).upper == nil)
    }

    @Test("A funnel needs areas, and sizes that can be")
    func funnelErrors() throws {
        #expect(throws: IntervalError.noValues) { try Funnel([Proportion]()) }
        #expect(throws: IntervalError.noValues) { try Funnel([CrudeRate]()) }
        #expect(throws: IntervalError.numeratorAboveDenominator(2, of: 1)) {
            try Funnel(.proportion, around: 2, multiplier: 100)
        }
        let funnel = try Funnel([try Proportion(1, of: 2)])
        #expect(throws: IntervalError.impossibleDenominator(0)) { try funnel.limits(at: 0) }
    }

    // MARK: Bands

    @Test("Bands need as many values as bands, and at least one band")
    func bandErrors() throws {
        #expect(try QuantileBands([1, nil, 2], count: 3).bands == [nil, nil, nil])
        #expect(try QuantileBands([1, nil, 2], count: 2).bands == [2, nil, 1])
        #expect(try QuantileBands([], count: 1).bands.isEmpty)
        #expect(throws: IntervalError.tooFewBands(0)) { try QuantileBands([1], count: 0) }
        #expect(throws: IntervalError.valueNotFinite(position: 1)) { try QuantileBands([1, .nan], count: 1) }
    }

    @Test("Band 1 is the best where polarity says which end is")
    func bestFirst() throws {
        #expect(QuantileBands.Order(bestFirst: .higherIsBetter) == .highestFirst)
        #expect(QuantileBands.Order(bestFirst: .lowerIsBetter) == .lowestFirst)
        #expect(QuantileBands.Order(bestFirst: .neutral) == .highestFirst)
    }

    @Test("Twenty bands of 28 areas: whole numbers do not round an area into the wrong band")
    func bandsInWholeNumbers() throws {
        let bands = try QuantileBands((1...28).map(Double.init), count: 20, order: .lowestFirst).bands
        #expect(bands[7] == 6)
    }
}
