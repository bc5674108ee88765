import ReportVocabulary

/// Why an interval, a funnel or bands could not be worked out.
public enum IntervalError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A confidence level outside 0.9 to 1 and 90 to 100.
    case confidenceOutOfRange(Double)
    /// A count that is negative, not a number, or beyond 10^12.
    case impossibleCount(Double)
    /// A denominator that is zero, negative, not a number, or beyond 10^12.
    case impossibleDenominator(Double)
    /// More cases than there were to count.
    case numeratorAboveDenominator(Double, of: Double)
    /// A multiplier that is not a positive, finite number.
    case impossibleMultiplier(Double)
    /// There are no values.
    case noValues
    /// A value that is not a finite number, by its position from 0.
    case valueNotFinite(position: Int)
    /// Fewer than one band.
    case tooFewBands(Int)

    /// A sentence for people, which says what would be right.
    public var description: String {
        switch self {
        case .confidenceOutOfRange(let level):
            "\(level) is not a confidence level; it must lie between 90 and 100 per cent."
        case .impossibleCount(let count):
            "\(count) is not a number of cases; it must be 0 or more, and at most 10^12."
        case .impossibleDenominator(let denominator):
            "\(denominator) is not a number to count out of; it must be more than 0, and at most 10^12."
        case .numeratorAboveDenominator(let numerator, let denominator):
            "\(DecimalText.shortest(numerator)) of \(DecimalText.shortest(denominator)) is more than all; a proportion cannot "
                + "be."
        case .impossibleMultiplier(let multiplier):
            "\(multiplier) is not a multiplier; it must be a positive number, such as 100 for a percentage."
        case .noValues:
            "There are no values."
        case .valueNotFinite(let position):
            "Value \(position + 1) is not a number."
        case .tooFewBands(let count):
            "\(count) bands are none; at least one is needed."
        }
    }

    static func check(count: Double) throws(IntervalError) {
        guard count >= 0, count <= 1e12 else { throw .impossibleCount(count) }
    }

    static func check(denominator: Double) throws(IntervalError) {
        guard denominator > 0, denominator <= 1e12 else { throw .impossibleDenominator(denominator) }
    }

    static func check(multiplier: Double) throws(IntervalError) {
        guard multiplier > 0, multiplier.isFinite else { throw .impossibleMultiplier(multiplier) }
    }
}
