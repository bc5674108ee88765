import ReportVocabulary

/// How sure an interval should be, from 90 to 100 per cent, two-sided.
///
/// Public health profiles use 95 and 99.8 per cent; the R package PHEindicatormethods accepts 90 to 100, and so does this.
public struct ConfidenceLevel: Sendable, Hashable, Comparable {
    /// The level as a share, 0.9 to 1.
    public let share: Double

    /// 95 per cent: one interval in twenty misses the true value.
    public static let percent95 = ConfidenceLevel(known: 0.95)
    /// 99.8 per cent: one interval in five hundred misses the true value.
    public static let percent99Point8 = ConfidenceLevel(known: 0.998)

    /// Makes a level.
    ///
    /// - Parameter level: As a share from 0.9 to 1 or as a percentage from 90 to 100.
    /// - Throws: ``IntervalError/confidenceOutOfRange(_:)`` for anything else.
    public init(_ level: Double) throws(IntervalError) {
        switch level {
        case 0.9...1: self.init(known: level)
        case 90...100: self.init(known: level / 100)
        default: throw .confidenceOutOfRange(level)
        }
    }

    private init(known share: Double) { self.share = share }

    /// The probability that the true value lies above the interval; as much again lies below.
    public var tail: Double { (1 - share) / 2 }

    /// How many standard deviations a normal interval reaches to either side; infinite at 100 per cent.
    package var normalQuantile: Double { NormalDistribution.quantile(upperTail: tail) }

    /// The level in words, such as "95%".
    public var label: String { DecimalText.shortest(DecimalText.rounded(share * 100, decimals: 10)) + "%" }

    /// Whether the left level is the less sure.
    public static func < (left: ConfidenceLevel, right: ConfidenceLevel) -> Bool { left.share < right.share }
}

extension ConfidenceLevel: Codable {
    /// Reads a level as a number, a share or a percentage.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let value = try container.decode(Double.self)
        do {
            try self.init(value)
        } catch {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: error.description)
        }
    }

    /// Writes the share.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(share)
    }
}
