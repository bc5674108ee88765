import FamilyServicesKit
import Testing

@testable import OfficialStatistics

/// Results of NumPy and SciPy; `comparison.py` beside them says how they come about.
@Suite("Exact comparisons, funnels by population and limits of rare events, against SciPy")
struct ComparisonVectorTests {
    struct File: Decodable {
        let share: [Share]
        let events: [Events]
        let shares: [Shares]
        let counts: [Counts]
        let funnels: [FunnelLines]
        let times: [Times]
        let cases: [Cases]
    }

    struct Share: Decodable {
        let part: Int
        let whole: Int
        let share: Double
        let variance: Double
        let freedom: Double?
        let p: Double
    }

    struct Events: Decodable {
        let events: Int
        let expected: Double
        let variance: Double
        let freedom: Double?
        let p: Double
    }

    struct Shares: Decodable {
        let parts: [Int]
        let wholes: [Int]
        let variance: Double
        let freedom: Double?
        let p: Double
    }

    struct Counts: Decodable {
        let counts: [Int]
        let ratio: Double
        let variance: Double
        let freedom: Double?
        let p: Double
    }

    struct FunnelLines: Decodable {
        let average: Double
        let population: Double
        let lines: [[Double]]
    }

    struct Times: Decodable {
        let gaps: Int
        let total: Double
        let lower: Double
        let upper: Double
        let median: Double
        let open: Double
        let open_p: Double
    }

    struct Cases: Decodable {
        let gaps: Int
        let total: Int
        let first_beyond: Int
        let median: Int
        let at_least: [[Double]]
    }

    private let file: File

    init() throws { file = try VectorFile.load("comparison.json") }

    private func spread(_ variance: Double, _ freedom: Double?) -> ExactComparison.Spread {
        ExactComparison.Spread(variance: variance, degreesOfFreedom: freedom ?? .infinity)
    }

    @Test("Shares and events against a known value, with and without more spread than chance")
    func known() {
        for item in file.share {
            let found = ExactComparison.share(
                item.part, of: item.whole, against: item.share, spread: spread(item.variance, item.freedom))
            #expect(agrees(found, item.p, within: 1e-9), "\(item)")
        }
        for item in file.events {
            let found = ExactComparison.events(
                item.events, against: item.expected, spread: spread(item.variance, item.freedom))
            #expect(agrees(found, item.p, within: 1e-9), "\(item)")
        }
    }

    @Test("Two shares and two counts, with and without usual movement")
    func pairs() throws {
        for item in file.shares {
            let found = ExactComparison.shares(
                (item.parts[0], item.wholes[0]), (item.parts[1], item.wholes[1]),
                spread: spread(item.variance, item.freedom))
            #expect(agrees(found, item.p, within: 1e-9), "\(item)")
        }
        for item in file.counts {
            let found = ExactComparison.counts(
                item.counts[0], item.counts[1], ratio: item.ratio, spread: spread(item.variance, item.freedom))
            #expect(agrees(found, item.p, within: 1e-9), "\(item)")
        }
    }

    @Test("What cannot be is never called different")
    func impossible() {
        #expect(ExactComparison.share(3, of: 2, against: 0.5) == 1)
        #expect(ExactComparison.share(1, of: 2, against: 0) == 1)
        #expect(ExactComparison.events(-1, against: 2) == 1)
        #expect(ExactComparison.shares((1, 0), (1, 2)) == nil)
        #expect(ExactComparison.counts(1, 2, ratio: 0) == 1)
        #expect(ExactComparison.counts(0, 0) == 1)
    }

    @Test("Funnel lines by population, the same curve as by events read along the other axis")
    func funnels() throws {
        for item in file.funnels {
            let funnel = try Funnel(.rate, around: item.average, multiplier: 1)
            for (level, line) in zip([ConfidenceLevel.percent95, .percent99Point8], item.lines) {
                let found = try funnel.limits(at: item.population, level: level)
                #expect(agrees(found.lower, line[0], within: 1e-9), "\(item)")
                #expect(agrees(found.upper, line[1], within: 1e-9), "\(item)")
                guard line[0] > 0 else { continue }
                // An area on the lower line by population lies on the lower line by events.
                let byEvents = try funnel.limits(atEvents: line[0] * item.population, level: level)
                #expect(agrees(byEvents.lower, line[0], within: 1e-9))
            }
        }
    }

    @Test("A funnel that allows for variance between areas is the additive range of the steady scale")
    func wideFunnel() throws {
        let chance = try Funnel(.proportion, around: 0.2, multiplier: 100)
        let wide = try Funnel(.proportion, around: 0.2, multiplier: 100, variance: 0.04)
        for size in [10.0, 300, 90_000] {
            let (inner, outer) = (try chance.limits(at: size), try wide.limits(at: size))
            #expect(outer.lower < 20)
            #expect(try #require(outer.upper) > 20)
            #expect(size < 100 || outer.lower < inner.lower)
        }
        // Of very large areas only the variance is left: logit(0.2) ± 1.96 × 0.2.
        let limits = try wide.limits(at: 1e12)
        #expect(abs(limits.lower - 14.4496) < 1e-3)
        #expect(abs(try #require(limits.upper) - 27.0064) < 1e-3)
    }

    @Test("Limits of rare events, on condition of the sum of all intervals")
    func rareEvents() {
        for item in file.times {
            let found = RareEventChart.limits(.time, item.gaps, sum: item.total)
            #expect(agrees(found.lower, item.lower, within: 1e-9))
            #expect(agrees(found.upper, item.upper, within: 1e-9))
            #expect(agrees(found.median, item.median, within: 1e-9))
            let open = RareEventChart.openProbability(.time, item.gaps, sum: item.total, since: item.open)
            #expect(agrees(open, item.open_p, within: 1e-9))
        }
        for item in file.cases {
            let found = RareEventChart.limits(.cases, item.gaps, sum: Double(item.total))
            #expect(found.upper == Double(item.first_beyond - 1))
            #expect(found.median == Double(item.median))
            for pair in item.at_least {
                let chance = RareEventChart.atLeast(Int(pair[0]), of: item.total, item.gaps)
                #expect(agrees(chance, pair[1], within: 1e-9), "\(item) \(pair)")
            }
        }
    }
}
