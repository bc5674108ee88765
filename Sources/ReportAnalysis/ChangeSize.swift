public import ReportVocabulary

/// A difference of two percentages, which is counted in percentage points and never in per cent.
public struct PercentagePoints: Sendable, Hashable, Comparable {
    /// The later percentage less the earlier.
    public let value: Double

    /// Takes a number of percentage points.
    ///
    /// - Parameter value: The later percentage less the earlier.
    public init(_ value: Double) { self.value = value }

    /// The difference between two percentages.
    ///
    /// - Parameters:
    ///   - earlier: The earlier percentage, on the scale 0 to 100.
    ///   - later: The later one.
    public init(from earlier: Double, to later: Double) { value = DecimalText.withoutNoise(later - earlier) }

    /// The points in words, such as "+5.7 percentage points".
    ///
    /// - Parameter decimals: How many decimals to show.
    /// - Returns: The words.
    public func label(decimals: Int = 1) -> String {
        let number = SignedText.of(value, decimals: decimals)
        return number + (number == "+1" || number == "-1" ? " percentage point" : " percentage points")
    }

    /// Whether one comes before another.
    ///
    /// - Parameters:
    ///   - left: One.
    ///   - right: The other.
    /// - Returns: Whether the first is the smaller.
    public static func < (left: PercentagePoints, right: PercentagePoints) -> Bool { left.value < right.value }
}

/// A change as a share of the earlier value, in per cent.
public struct RelativeChange: Sendable, Hashable, Comparable {
    /// The change in per cent of the earlier value: 50 for a rise from 8 to 12.
    public let value: Double

    /// Works out a relative change.
    ///
    /// - Parameters:
    ///   - earlier: The earlier value, by which it is divided.
    ///   - later: The later value.
    /// - Returns: `nil` where the earlier value is not above zero, since a share of nothing or of a debt says nothing.
    public init?(from earlier: Double, to later: Double) {
        guard earlier > 0, earlier.isFinite, later.isFinite else { return nil }
        let value = DecimalText.withoutNoise(100 * DecimalText.withoutNoise(later - earlier) / earlier)
        guard value.isFinite else { return nil }
        self.value = value
    }

    /// The change in words, such as "+12.3 per cent".
    ///
    /// - Parameter decimals: How many decimals to show.
    /// - Returns: The words.
    public func label(decimals: Int = 1) -> String { SignedText.of(value, decimals: decimals) + " per cent" }

    /// Whether one comes before another.
    ///
    /// - Parameters:
    ///   - left: One.
    ///   - right: The other.
    /// - Returns: Whether the first is the smaller.
    public static func < (left: RelativeChange, right: RelativeChange) -> Bool { left.value < right.value }
}

/// How much a figure changed, in what its unit is counted in.
public enum ChangeSize: Sendable, Hashable {
    /// Between two percentages.
    case percentagePoints(PercentagePoints)
    /// Between two values of any other unit.
    case units(Double, MeasurementUnit)

    /// The change between two values of one unit.
    ///
    /// - Parameters:
    ///   - earlier: The earlier value.
    ///   - later: The later value.
    ///   - unit: Their unit.
    public init(from earlier: Double, to later: Double, in unit: MeasurementUnit) {
        self =
            unit == .percent
            ? .percentagePoints(PercentagePoints(from: earlier, to: later))
            : .units(DecimalText.withoutNoise(later - earlier), unit)
    }

    /// The change between two values as they are shown, so that a reader who subtracts finds the same.
    ///
    /// - Parameters:
    ///   - earlier: The earlier value.
    ///   - later: The later value.
    ///   - unit: Their unit.
    ///   - decimals: How many decimals are shown.
    public init(from earlier: Double, to later: Double, in unit: MeasurementUnit, decimals: Int) {
        self.init(
            from: DecimalText.shown(earlier, decimals: decimals), to: DecimalText.shown(later, decimals: decimals),
            in: unit
        )
    }

    /// The later value less the earlier.
    public var value: Double {
        switch self {
        case .percentagePoints(let points): points.value
        case .units(let value, _): value
        }
    }

    /// The change in words with its sign, such as "+5.7 percentage points", "-3" or "-1.4 weeks".
    ///
    /// - Parameter decimals: How many decimals to show.
    /// - Returns: The words.
    public func label(decimals: Int) -> String {
        switch self {
        case .percentagePoints(let points): return points.label(decimals: decimals)
        case .units(let value, let unit):
            let number = SignedText.of(value, decimals: decimals)
            switch unit {
            case .hours, .days, .workingDays, .weeks, .months:
                let isOne = number == "+1" || number == "-1"
                return "\(number) \(isOne ? String(unit.label.dropLast()) : unit.label)"
            case .money, .rate: return "\(number) \(unit.label)"
            case .count, .percent, .ratio, .unspecified: return number
            }
        }
    }
}

/// Numbers with their sign, for changes.
enum SignedText {
    /// A number with its sign, such as `+1,234.5`, and none where it shows as zero.
    static func of(_ value: Double, decimals: Int) -> String {
        let text = DecimalText.formatted(value, decimals: decimals)
        let isZero = !text.contains { $0 >= "1" && $0 <= "9" }
        return value > 0 && !isZero ? "+" + text : text
    }
}
