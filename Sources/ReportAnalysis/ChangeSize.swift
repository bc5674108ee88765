package import ReportVocabulary

/// A difference of two percentages, which is counted in percentage points and never in per cent.
package struct PercentagePoints: Sendable, Hashable, Comparable {
    /// The later percentage less the earlier.
    package let value: Double

    /// Takes a number of percentage points.
    ///
    /// - Parameter value: The later percentage less the earlier.
    package init(_ value: Double) { self.value = value }

    /// The difference between two percentages.
    ///
    /// - Parameters:
    ///   - earlier: The earlier percentage, on the scale 0 to 100.
    ///   - later: The later one.
    package init(from earlier: Double, to later: Double) { value = DecimalText.withoutNoise(later - earlier) }

    /// The points in words, such as "+5.7 percentage points".
    ///
    /// - Parameter decimals: How many decimals to show.
    /// - Returns: The words.
    package func label(decimals: Int = 1) -> String {
        FigureText(.percent, decimals: decimals).change(value)
    }

    package static func < (left: PercentagePoints, right: PercentagePoints) -> Bool { left.value < right.value }
}

/// A change as a share of the earlier value, in per cent.
package struct RelativeChange: Sendable, Hashable, Comparable {
    /// The change in per cent of the earlier value: 50 for a rise from 8 to 12.
    package let value: Double

    /// Works out a relative change.
    ///
    /// - Parameters:
    ///   - earlier: The earlier value, by which it is divided.
    ///   - later: The later value.
    /// - Returns: `nil` where the earlier value is not above zero, since a share of nothing or of a debt says nothing.
    package init?(from earlier: Double, to later: Double) {
        guard earlier > 0, earlier.isFinite, later.isFinite else { return nil }
        let value = DecimalText.withoutNoise(100 * DecimalText.withoutNoise(later - earlier) / earlier)
        guard value.isFinite else { return nil }
        self.value = value
    }

    /// The change in words, such as "+12.3%".
    ///
    /// - Parameter decimals: How many decimals to show.
    /// - Returns: The words.
    package func label(decimals: Int = 1) -> String { FigureText.relative(value, decimals: decimals) }

    package static func < (left: RelativeChange, right: RelativeChange) -> Bool { left.value < right.value }
}

/// How much a figure changed, in what its unit is counted in.
package enum ChangeSize: Sendable, Hashable {
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
    package init(from earlier: Double, to later: Double, in unit: MeasurementUnit) {
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
    package init(from earlier: Double, to later: Double, in unit: MeasurementUnit, decimals: Int) {
        self.init(
            from: DecimalText.shown(earlier, decimals: decimals), to: DecimalText.shown(later, decimals: decimals),
            in: unit
        )
    }

    /// The unit of the figures between which the change lies.
    var unit: MeasurementUnit {
        switch self {
        case .percentagePoints: .percent
        case .units(_, let unit): unit
        }
    }

    /// The later value less the earlier.
    package var value: Double {
        switch self {
        case .percentagePoints(let points): points.value
        case .units(let value, _): value
        }
    }

    /// The change in words with its sign, such as "+5.7 percentage points", "-3", "-£0.2m" or "-1.4 weeks".
    ///
    /// - Parameter decimals: How many decimals to show.
    /// - Returns: The words.
    package func label(decimals: Int) -> String {
        switch self {
        case .percentagePoints(let points): points.label(decimals: decimals)
        case .units(let value, let unit): FigureText(unit, decimals: decimals).change(value)
        }
    }

    /// The size without its sign, such as "5.7 percentage points" or "3".
    func amount(decimals: Int) -> String { FigureText(unit, decimals: decimals).size(value) }

    /// The same with its sign for tables whose text says that points are percentage points, such as "+5.7 points".
    package func terseLabel(decimals: Int) -> String {
        let amount = terseAmount(decimals: decimals)
        let isZero = !amount.contains { $0 >= "1" && $0 <= "9" }
        return isZero ? amount : (value < 0 ? "-" : "+") + amount
    }

    /// The same for tables whose text says that points are percentage points, such as "5.7 points".
    package func terseAmount(decimals: Int) -> String { FigureText(unit, decimals: decimals).terseSize(value) }
}
