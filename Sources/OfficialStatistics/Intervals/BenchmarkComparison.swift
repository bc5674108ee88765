public import ReportVocabulary

/// How an estimate compares with a benchmark, such as England or the council's statistical neighbours.
///
/// Lower or higher is only what lies beyond the estimate's confidence interval (``ConfidenceInterval/position(against:)``),
/// the practice of public health profiles. The benchmark is taken as known exactly. "Similar" does not mean "the same": where
/// the numbers are so small that no difference could have shown, the result is ``Outcome/tooFewToTell`` instead.
public struct BenchmarkComparison: Sendable, Hashable, Codable {
    /// Where the estimate lies.
    public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
        /// Below the benchmark, beyond chance.
        case lower
        /// Not different beyond chance.
        case similar
        /// Above the benchmark, beyond chance.
        case higher
        /// Not different beyond chance, but so few cases could hardly have shown a difference.
        case tooFewToTell = "too-few-to-tell"
    }

    /// What that means under the polarity of the measure.
    public enum Meaning: String, Sendable, Hashable, Codable, CaseIterable {
        /// Different from the benchmark, in the direction that is wanted.
        case better
        /// Different from the benchmark, against the direction that is wanted.
        case worse
        /// Not different beyond chance.
        case similar
        /// Different, but neither way is better, or a range is wanted.
        case notJudged = "not-judged"
        /// Too few cases to tell.
        case tooFewToTell = "too-few-to-tell"
    }

    /// The estimate and its interval.
    public let interval: ConfidenceInterval
    /// What it is compared with.
    public let benchmark: Double
    /// Where the estimate lies.
    public let outcome: Outcome
    /// What that means.
    public let meaning: Meaning

    /// Compares a proportion with a benchmark.
    ///
    /// There are too few cases to tell where neither none of n nor n of n would have differed from the benchmark: with three
    /// cases and a benchmark of 50 per cent, say.
    ///
    /// - Parameters:
    ///   - proportion: The proportion.
    ///   - benchmark: What it is compared with, on the same scale (0 to 100 for a percentage).
    ///   - polarity: Which way is better.
    ///   - level: How sure the interval should be.
    public init(
        of proportion: Proportion, with benchmark: Double, polarity: Polarity, at level: ConfidenceLevel = .percent95
    ) {
        self.init(proportion.interval(at: level), benchmark, polarity) {
            proportion.extremes.allSatisfy { $0.interval(at: level).position(against: benchmark) == .similar }
        }
    }

    /// Compares a rate with a benchmark.
    ///
    /// There are too few cases to tell where there are fewer than three events, from which the Office for National Statistics
    /// publishes no rate, and a population of this size without any event would not have differed from the benchmark either.
    ///
    /// - Parameters:
    ///   - rate: The rate.
    ///   - benchmark: What it is compared with, per the same number of the population.
    ///   - polarity: Which way is better.
    ///   - level: How sure the interval should be.
    public init(
        of rate: CrudeRate, with benchmark: Double, polarity: Polarity, at level: ConfidenceLevel = .percent95
    ) {
        self.init(rate.interval(at: level), benchmark, polarity) {
            rate.events < 3 && rate.withoutEvents.interval(at: level).position(against: benchmark) == .similar
        }
    }

    /// Compares a mean with a benchmark.
    ///
    /// There are too few cases to tell where there are fewer than two values, which give no interval.
    ///
    /// - Parameters:
    ///   - mean: The mean.
    ///   - benchmark: What it is compared with, in the same unit.
    ///   - polarity: Which way is better.
    ///   - level: How sure the interval should be.
    public init(
        of mean: SampleMean, with benchmark: Double, polarity: Polarity, at level: ConfidenceLevel = .percent95
    ) {
        self.init(mean.interval(at: level), benchmark, polarity) { mean.count < 2 }
    }

    private init(
        _ interval: ConfidenceInterval, _ benchmark: Double, _ polarity: Polarity, isTooFew: () -> Bool
    ) {
        self.interval = interval
        self.benchmark = benchmark
        switch interval.position(against: benchmark) {
        case .lower: outcome = .lower
        case .higher: outcome = .higher
        case .similar: outcome = isTooFew() ? .tooFewToTell : .similar
        }
        switch (outcome, polarity) {
        case (.similar, _): meaning = .similar
        case (.tooFewToTell, _): meaning = .tooFewToTell
        case (.higher, .higherIsBetter), (.lower, .lowerIsBetter): meaning = .better
        case (.lower, .higherIsBetter), (.higher, .lowerIsBetter): meaning = .worse
        case (_, .inRange), (_, .neutral): meaning = .notJudged
        }
    }

    /// The result in a sentence for people.
    ///
    /// - Parameter name: What the benchmark is, such as "England".
    /// - Returns: Such as "Lower than England, by more than chance would explain, which is worse."
    public func explanation(benchmark name: String) -> String {
        let difference =
            switch outcome {
            case .similar: "Similar to \(name): chance could explain the difference."
            case .tooFewToTell: "Too few cases to tell whether this differs from \(name)."
            case .lower: "Lower than \(name), by more than chance would explain"
            case .higher: "Higher than \(name), by more than chance would explain"
            }
        switch meaning {
        case .similar, .tooFewToTell: return difference
        case .better: return difference + ", which is better."
        case .worse: return difference + ", which is worse."
        case .notJudged: return difference + "."
        }
    }
}
