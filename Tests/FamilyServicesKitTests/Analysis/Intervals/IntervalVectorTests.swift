import FamilyServicesKit
import Testing

/// Results of PHEindicatormethods 2.1.0, computed by the package itself.
@Suite("Intervals against PHEindicatormethods")
struct IntervalVectorTests {
    struct File: Decodable {
        let case_count: Int
        let proportions: [CountCase]
        let rates: [CountCase]
        let means: [MeanCase]
        let quantiles: [QuantileCase]
        let funnels: [FunnelCase]
        let benchmark_comparisons: [BenchmarkCase]
    }

    struct CountCase: Decodable {
        struct Input: Decodable {
            let numerator: Double
            let denominator: Double
            let confidence: Double
            let multiplier: Double
        }
        struct Expected: Decodable {
            let value: Double
            let lower: Double
            let upper: Double
            let method: String
        }
        let input: Input
        let expected: Expected?
        let error: String?
    }

    struct MeanCase: Decodable {
        struct Input: Decodable {
            let values: [Double]
            let confidence: Double
        }
        struct Expected: Decodable {
            let sum: Double
            let count: Int
            let stdev: Double?
            let value: Double
            let lower: Double?
            let upper: Double?
        }
        let input: Input
        let expected: Expected
    }

    struct QuantileCase: Decodable {
        struct Input: Decodable {
            let values: [Double?]
            let nquantiles: Int
            let invert: Bool
        }
        struct Expected: Decodable { let quantile: [Int?] }
        let input: Input
        let expected: Expected
    }

    struct FunnelCase: Decodable {
        struct Input: Decodable {
            let statistic: String
            let multiplier: Double
            let numerators: [Double]
            let denominators: [Double]
        }
        struct Line: Decodable {
            let denominator: Double
            let lower_95: Double
            let upper_95: Double
            let lower_998: Double
            let upper_998: Double
        }
        struct Curve: Decodable {
            let denominator: [Double]?
            let events: [Double]?
            let lower_95: [Double]
            let upper_95: [Double]
            let lower_998: [Double]
            let upper_998: [Double]
        }
        struct Expected: Decodable {
            let baseline: Double
            let significance: [String]
            let limits_at_each_denominator: [Line]?
            let curve: Curve
        }
        let id: String
        let input: Input
        let expected: Expected
    }

    struct BenchmarkCase: Decodable {
        struct Input: Decodable {
            let kind: String
            let numerator: Double
            let denominator: Double
            let confidence: Double
            let multiplier: Double
            let benchmark: Double
        }
        struct Expected: Decodable {
            let value: Double
            let lower: Double
            let upper: Double
            let category: ConfidenceInterval.Position
        }
        let input: Input
        let expected: Expected
    }

    private let file: File
    private static let tolerance = 1e-9

    init() throws { file = try VectorFile.load("intervals.json") }

    @Test("The file holds 116 cases")
    func fileIsWhole() {
        #expect(file.proportions.count == 42)
        #expect(file.rates.count == 37)
        #expect(file.means.count == 12)
        #expect(file.quantiles.count == 10)
        #expect(file.funnels.count == 3)
        #expect(file.benchmark_comparisons.count == 12)
        #expect(file.case_count == 116)
        #expect((file.proportions + file.rates).filter { $0.error != nil }.count == 6)
    }

    @Test("Wilson limits of every proportion; what the package refuses is an error here too")
    func proportions() throws {
        for (index, test) in file.proportions.enumerated() {
            let input = test.input
            func interval() throws -> ConfidenceInterval {
                try Proportion(input.numerator, of: input.denominator, multiplier: input.multiplier)
                    .interval(at: ConfidenceLevel(input.confidence))
            }
            guard let expected = test.expected else {
                #expect(throws: IntervalError.self, "case \(index)") { try interval() }
                continue
            }
            let found = try interval()
            #expect(found.method == .wilson)
            #expect(agrees(found.value, expected.value, within: Self.tolerance), "case \(index)")
            #expect(agrees(found.lower, expected.lower, within: Self.tolerance), "case \(index)")
            #expect(agrees(found.upper, expected.upper, within: Self.tolerance), "case \(index)")
        }
    }

    @Test("Exact and Byar's limits of every rate; what the package refuses is an error here too")
    func rates() throws {
        for (index, test) in file.rates.enumerated() {
            let input = test.input
            func interval() throws -> ConfidenceInterval {
                try CrudeRate(input.numerator, in: input.denominator, multiplier: input.multiplier)
                    .interval(at: ConfidenceLevel(input.confidence))
            }
            guard let expected = test.expected else {
                #expect(throws: IntervalError.self, "case \(index)") { try interval() }
                continue
            }
            let found = try interval()
            #expect(found.method == (expected.method == "Exact" ? .exactPoisson : .byar))
            #expect(agrees(found.value, expected.value, within: Self.tolerance), "case \(index)")
            #expect(agrees(found.lower, expected.lower, within: Self.tolerance), "case \(index)")
            #expect(agrees(found.upper, expected.upper, within: Self.tolerance), "case \(index)")
        }
    }

    @Test("Student limits of every mean")
    func means() throws {
        for (index, test) in file.means.enumerated() {
            let mean = try SampleMean(of: test.input.values)
            let found = try mean.interval(at: ConfidenceLevel(test.input.confidence))
            #expect(mean.count == test.expected.count)
            #expect(agrees(mean.sum, test.expected.sum, within: Self.tolerance), "case \(index)")
            #expect(agrees(mean.standardDeviation, test.expected.stdev, within: Self.tolerance), "case \(index)")
            #expect(agrees(found.value, test.expected.value, within: Self.tolerance), "case \(index)")
            #expect(agrees(found.lower, test.expected.lower, within: Self.tolerance), "case \(index)")
            #expect(agrees(found.upper, test.expected.upper, within: Self.tolerance), "case \(index)")
        }
    }

    @Test("Bands of every set of values")
    func quantiles() throws {
        for (index, test) in file.quantiles.enumerated() {
            let found = try QuantileBands(
                test.input.values, count: test.input.nquantiles,
                order: test.input.invert ? .highestFirst : .lowestFirst)
            #expect(found.bands == test.expected.quantile, "case \(index)")
        }
    }

    @Test("Positions against every benchmark")
    func benchmarks() throws {
        for (index, test) in file.benchmark_comparisons.enumerated() {
            let input = test.input
            let level = try ConfidenceLevel(input.confidence)
            let comparison: BenchmarkComparison =
                if input.kind == "proportion" {
                    try BenchmarkComparison(
                        of: Proportion(input.numerator, of: input.denominator, multiplier: input.multiplier),
                        with: input.benchmark, polarity: .neutral, at: level)
                } else {
                    try BenchmarkComparison(
                        of: CrudeRate(input.numerator, in: input.denominator, multiplier: input.multiplier),
                        with: input.benchmark, polarity: .neutral, at: level)
                }
            let interval = comparison.interval
            #expect(agrees(interval.value, test.expected.value, within: Self.tolerance), "case \(index)")
            #expect(agrees(interval.lower, test.expected.lower, within: Self.tolerance), "case \(index)")
            #expect(agrees(interval.upper, test.expected.upper, within: Self.tolerance), "case \(index)")
            #expect(interval.position(against: input.benchmark) == test.expected.category, "case \(index)")
            #expect(comparison.outcome.rawValue == test.expected.category.rawValue, "case \(index)")
        }
    }

    private func name(of significance: FunnelSignificance) -> String {
        switch significance {
        case .high998: "High (0.001)"
        case .high95: "High (0.025)"
        case .notSignificant: "Not significant"
        case .low95: "Low (0.025)"
        case .low998: "Low (0.001)"
        }
    }

    @Test("Lines and significance of every funnel of proportions")
    func proportionFunnels() throws {
        let cases = file.funnels.filter { $0.input.statistic == "proportion" }
        #expect(cases.count == 2)
        for test in cases {
            let expected = test.expected
            let areas = try zip(test.input.numerators, test.input.denominators).map { try Proportion($0, of: $1) }
            let funnel = try Funnel(areas, multiplier: test.input.multiplier)
            #expect(agrees(funnel.baseline, expected.baseline, within: Self.tolerance))
            #expect(funnel.significances.map(name(of:)) == expected.significance)
            for line in expected.limits_at_each_denominator ?? [] {
                let inner = try funnel.limits(at: line.denominator)
                let outer = try funnel.limits(at: line.denominator, level: .percent99Point8)
                #expect(agrees(inner.lower, line.lower_95, within: Self.tolerance))
                #expect(agrees(inner.upper, line.upper_95, within: Self.tolerance))
                #expect(agrees(outer.lower, line.lower_998, within: Self.tolerance))
                #expect(agrees(outer.upper, line.upper_998, within: Self.tolerance))
            }
            let sizes = try #require(expected.curve.denominator)
            #expect(sizes.count == 100)
            for (index, size) in sizes.enumerated() {
                let inner = try funnel.limits(at: size)
                let outer = try funnel.limits(at: size, level: .percent99Point8)
                #expect(agrees(inner.lower, expected.curve.lower_95[index], within: Self.tolerance))
                #expect(agrees(inner.upper, expected.curve.upper_95[index], within: Self.tolerance))
                #expect(agrees(outer.lower, expected.curve.lower_998[index], within: Self.tolerance))
                #expect(agrees(outer.upper, expected.curve.upper_998[index], within: Self.tolerance))
            }
        }
    }

    @Test("Lines and significance of every funnel of rates; the package's own lines are good to one in ten thousand")
    func rateFunnels() throws {
        let cases = file.funnels.filter { $0.input.statistic == "crude rate" }
        #expect(cases.count == 1)
        for test in cases {
            let expected = test.expected
            let areas = try zip(test.input.numerators, test.input.denominators).map { try CrudeRate($0, in: $1) }
            let funnel = try Funnel(areas, multiplier: test.input.multiplier)
            #expect(agrees(funnel.baseline, expected.baseline, within: Self.tolerance))
            #expect(funnel.significances.map(name(of:)) == expected.significance)
            let sizes = try #require(expected.curve.events)
            #expect(sizes.count == 100)
            for (index, size) in sizes.enumerated() {
                let inner = try funnel.limits(atEvents: size)
                let outer = try funnel.limits(atEvents: size, level: .percent99Point8)
                #expect(agrees(inner.lower, expected.curve.lower_95[index], within: 1e-4))
                #expect(agrees(inner.upper, expected.curve.upper_95[index], within: 1e-4))
                #expect(agrees(outer.lower, expected.curve.lower_998[index], within: 1e-4))
                #expect(agrees(outer.upper, expected.curve.upper_998[index], within: 1e-4))
            }
        }
    }
}
