public import ReportVocabulary

/// An estimate and the values that are compatible with it.
public struct ConfidenceInterval: Sendable, Hashable, Codable {
    /// How an interval was worked out.
    public enum Method: String, Sendable, Hashable, Codable, CaseIterable {
        /// Wilson's score interval for a proportion (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927, 209–212).
        case wilson
        /// The exact limits of a Poisson count, for fewer than ten events.
        case exactPoisson = "exact-poisson"
        /// Byar's approximation for a Poisson count, from ten events (Breslow and Day, *Statistical Methods in Cancer
        /// Research* II, 1987, 69).
        case byar
        /// Student's t for a mean.
        case student

        /// The name for people.
        public var label: String {
            switch self {
            case .wilson: "Wilson score"
            case .exactPoisson: "exact Poisson"
            case .byar: "Byar's"
            case .student: "Student's t"
            }
        }
    }

    /// The estimate.
    public let value: Double
    /// The lower limit; `nil` where there is none, as for the mean of one value.
    public let lower: Double?
    /// The upper limit; `nil` where there is none.
    public let upper: Double?
    /// How sure the interval is.
    public let level: ConfidenceLevel
    /// How it was worked out.
    public let method: Method

    /// Where an estimate lies against a benchmark, beyond doubt.
    public enum Position: String, Sendable, Hashable, Codable, CaseIterable {
        /// The whole interval lies below the benchmark.
        case lower
        /// The interval includes the benchmark, or ends on it.
        case similar
        /// The whole interval lies above the benchmark.
        case higher
    }

    /// Where the estimate lies against a benchmark.
    ///
    /// Practice of public health profiles: only an interval that excludes the benchmark differs from it.
    ///
    /// - Parameter benchmark: The value to compare with, in the unit of the estimate, taken as known exactly.
    /// - Returns: ``Position/similar`` where the interval includes the benchmark, ends on it, or has no limit on that side.
    public func position(against benchmark: Double) -> Position {
        if let lower, lower > benchmark { return .higher }
        if let upper, upper < benchmark { return .lower }
        return .similar
    }

    /// The interval in words, such as "45.0% (95% confidence interval 35.6% to 54.8%)".
    ///
    /// - Parameters:
    ///   - unit: The unit of the estimate.
    ///   - decimals: How many decimals are shown; by default as usual for the unit.
    /// - Returns: The words.
    public func label(in unit: MeasurementUnit, decimals: Int? = nil) -> String {
        let numbers = NumberWords(unit: unit, decimals: decimals ?? unit.usualDecimals)
        guard let lower, let upper else { return numbers.text(value) + " (no confidence interval)" }
        return "\(numbers.text(value)) (\(level.label) confidence interval "
            + "\(numbers.text(lower)) to \(numbers.text(upper)))"
    }
}

extension ConfidenceInterval {
    /// The interval of a figure of an indicator.
    ///
    /// A percentage has Wilson's interval, a rate the exact or Byar's. Needed are the counts: numerator and denominator, or a
    /// percentage and what it is out of. Other units have none here.
    ///
    /// - Parameters:
    ///   - observed: What is known.
    ///   - unit: The unit of the indicator.
    ///   - level: How sure the interval should be.
    /// - Returns: `nil` where there is no value, no count, a zero denominator, or a unit without intervals.
    /// - Throws: ``IntervalError`` for counts that cannot be, such as 5 of 4.
    public static func of(
        _ observed: ObservedValue, in unit: MeasurementUnit, at level: ConfidenceLevel = .percent95
    ) throws(IntervalError) -> ConfidenceInterval? {
        switch (unit, observed) {
        case (.percent, .fraction(let numerator, let denominator)) where denominator != 0:
            return try Proportion(numerator, of: denominator).interval(at: level)
        case (.percent, .value(let value, outOf: let base?)) where base != 0:
            return try Proportion(value * base / 100, of: base).interval(at: level)
        case (.rate(let per), .fraction(let numerator, let denominator)) where denominator != 0:
            return try CrudeRate(numerator, in: denominator, multiplier: Double(per)).interval(at: level)
        default:
            return nil
        }
    }
}
