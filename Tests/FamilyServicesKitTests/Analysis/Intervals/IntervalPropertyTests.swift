import FamilyServicesKit
import TestSupport
import Testing

/// What must hold for any counts.
///
/// Each failure names the seed that makes it again.
@Suite("Properties of intervals")
struct IntervalPropertyTests {
    private static let seeds: [UInt64] = (1...100).map { $0 &* 104_729 }
    private let levels = [0.9, 0.95, 0.99, 0.998, 0.999999]

    @Test(
        "Intervals contain their estimate, widen with the level and shrink with the number of cases", arguments: seeds)
    func nesting(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let count = Double(Int.random(in: 1...2_000, using: &generator))
        let cases = Double(Int.random(in: 0...Int(count), using: &generator))
        let values = (0..<Int.random(in: 2...40, using: &generator)).map { _ in
            Double.random(in: 0...100, using: &generator)
        }
        let larger = Double(Int.random(in: 2...50, using: &generator))
        var widths = [0.0, 0, 0]
        for share in levels {
            let level = try ConfidenceLevel(share)
            let intervals = [
                try Proportion(cases, of: count).interval(at: level),
                try CrudeRate(cases, in: count).interval(at: level),
                try SampleMean(of: values).interval(at: level),
            ]
            for (index, interval) in intervals.enumerated() {
                let what = Comment("seed \(seed), level \(share), kind \(index)")
                let lower = try #require(interval.lower, what)
                let upper = try #require(interval.upper, what)
                #expect(lower <= interval.value && interval.value <= upper, what)
                #expect(upper - lower > widths[index], what)
                widths[index] = upper - lower
            }
            let wider = [
                try Proportion(cases * larger, of: count * larger).interval(at: level),
                try CrudeRate(cases * larger, in: count * larger).interval(at: level),
            ]
            for (index, interval) in wider.enumerated() {
                let width = (interval.upper ?? .infinity) - (interval.lower ?? 0)
                #expect(width < widths[index], "seed \(seed), level \(share), kind \(index)")
            }
        }
    }

    @Test("The interval of the others is that of the cases, turned round", arguments: seeds)
    func complement(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let count = Double(Int.random(in: 1...500, using: &generator))
        let cases = Double(Int.random(in: 0...Int(count), using: &generator))
        let interval = try Proportion(cases, of: count, multiplier: 1).interval()
        let others = try Proportion(count - cases, of: count, multiplier: 1).interval()
        #expect(abs((interval.lower ?? -1) + (others.upper ?? -1) - 1) < 1e-14, "seed \(seed)")
    }

    @Test("Exact limits of counts that are no whole numbers lie between those that are", arguments: seeds)
    func betweenWholeNumbers(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let events = Double.random(in: 0.01...8.99, using: &generator)
        let found = try [events.rounded(.down), events, events.rounded(.up)].map {
            try CrudeRate($0, in: 1, multiplier: 1).interval()
        }
        for (left, right) in zip(found, found.dropFirst()) {
            #expect(try #require(left.lower) <= #require(right.lower), "seed \(seed)")
            #expect(try #require(left.upper) <= #require(right.upper), "seed \(seed)")
        }
    }

    @Test(
        "The order of values does not change their bands, equal values share one, and bands follow values",
        arguments: seeds)
    func bands(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let values: [Double?] = (0..<Int.random(in: 1...60, using: &generator)).map { _ in
            let value = Int.random(in: 0...20, using: &generator)
            return value == 0 ? nil : Double(value)
        }
        let count = Int.random(in: 1...12, using: &generator)
        for order in QuantileBands.Order.allCases {
            let bands = try QuantileBands(values, count: count, order: order).bands
            let shuffled = Array(values.indices).shuffled(using: &generator)
            let again = try QuantileBands(shuffled.map { values[$0] }, count: count, order: order).bands
            #expect(again == shuffled.map { bands[$0] }, "seed \(seed)")
            for left in values.indices {
                guard let band = bands[left], let value = values[left] else { continue }
                #expect((1...count).contains(band), "seed \(seed)")
                for right in values.indices {
                    guard let otherBand = bands[right], let other = values[right] else { continue }
                    if value == other { #expect(band == otherBand, "seed \(seed)") }
                    if order == .lowestFirst ? value < other : value > other {
                        #expect(band <= otherBand, "seed \(seed)")
                    }
                }
            }
        }
    }

    @Test("Means and their limits shift and scale with the values", arguments: seeds)
    func means(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let values = (0..<Int.random(in: 2...40, using: &generator)).map { _ in
            Double(Int.random(in: 0...800, using: &generator)) / 8
        }
        let plain = try SampleMean(of: values).interval()
        let moved = try SampleMean(of: values.map { $0 * 4 + 64 }).interval()
        #expect(agrees(plain.lower.map { $0 * 4 + 64 }, moved.lower, within: 1e-12), "seed \(seed)")
        #expect(agrees(plain.upper.map { $0 * 4 + 64 }, moved.upper, within: 1e-12), "seed \(seed)")
        #expect(try SampleMean(of: values.reversed()).value == plain.value, "seed \(seed)")
    }
}
