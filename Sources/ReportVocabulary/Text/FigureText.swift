/// How a figure is shown: one printer for cells, sentences, claims, targets, distances and braces, so that the same figure reads
/// the same wherever it is shown in a report.
///
/// | unit | figure | change |
/// |---|---|---|
/// | count, ratio | `1,204` | `+3` |
/// | percentage | `57.2%` | `+5.7 percentage points` |
/// | rate | `45.3 per 10,000` | `-1.4 per 10,000` |
/// | time | `18 weeks` | `-1.4 weeks` |
/// | money | `£1.2m` | `-£0.2m` |
///
/// A relative change is a percentage with its sign, `+12.3%`, and so is never taken for percentage points.
package struct FigureText: Sendable, Hashable {
    /// The unit of the figure.
    package let unit: MeasurementUnit
    /// How many decimals are shown.
    package let decimals: Int

    /// Chooses how figures are shown.
    ///
    /// - Parameters:
    ///   - unit: The unit of the figures.
    ///   - decimals: How many decimals are shown; by default as usual for the unit.
    package init(_ unit: MeasurementUnit, decimals: Int? = nil) {
        self.unit = unit
        self.decimals = decimals ?? unit.usualDecimals
    }

    /// Shares of a hundred without decimals.
    package static let wholePercent = FigureText(.percent, decimals: 0)

    // MARK: Figures

    /// A figure with its unit, such as “57.2%”, “£1.2m”, “45.3 per 10,000” or “18 weeks”.
    package func text(_ value: Double) -> String { spelled(DecimalText.formatted(value, decimals: decimals)) }

    /// A figure with its unit and as many decimals as it has, for targets and what is typed by hand.
    package func exact(_ value: Double) -> String { spelled(MessageText.number(value)) }

    /// Two figures with their unit once, such as “8 to 16 weeks”, but “50.1% to 60.2%” and “£1.2m to £1.4m”.
    package func range(_ lower: Double, _ upper: Double) -> String {
        hasWords
            ? "\(DecimalText.formatted(lower, decimals: decimals)) to \(text(upper))"
            : "\(text(lower)) to \(text(upper))"
    }

    /// The same with as many decimals as the two have.
    package func exactRange(_ lower: Double, _ upper: Double) -> String {
        hasWords ? "\(MessageText.number(lower)) to \(exact(upper))" : "\(exact(lower)) to \(exact(upper))"
    }

    /// A figure in a cell whose row or column names the unit: a percentage keeps its sign and money its pounds.
    package func cell(_ value: Double) -> String {
        hasWords ? DecimalText.formatted(value, decimals: decimals) : text(value)
    }

    // MARK: Changes

    /// A change with its sign, such as “+5.7 percentage points”, “-£0.2m” or “+1.4 weeks”; none where it shows as zero.
    package func change(_ value: Double) -> String {
        change(spelling: DecimalText.formatted(value, decimals: decimals), value)
    }

    /// The size of a change without its sign.
    package func size(_ value: Double) -> String {
        size(spelling: DecimalText.formatted(value.magnitude, decimals: decimals))
    }

    /// The size of a change with as many decimals as it has.
    package func exactSize(_ value: Double) -> String { size(spelling: MessageText.number(value.magnitude)) }

    /// The size of a change where the text around says that points are percentage points, such as “5.7 points”.
    package func terseSize(_ value: Double) -> String {
        guard unit == .percent else { return size(value) }
        let number = DecimalText.formatted(value.magnitude, decimals: decimals)
        return number + (number == "1" ? " point" : " points")
    }

    /// A relative change in per cent, such as “+12.3%”.
    package static func relative(_ value: Double, decimals: Int = 1) -> String {
        let number = DecimalText.formatted(value, decimals: decimals)
        return (value > 0 && Self.isShown(number) ? "+" : "") + number + "%"
    }

    private func change(spelling number: String, _ value: Double) -> String {
        let sign = !Self.isShown(number) ? "" : value > 0 ? "+" : "-"
        return sign + size(spelling: String(number.drop { $0 == "-" }))
    }

    private func size(spelling number: String) -> String {
        unit == .percent ? number + (number == "1" ? " percentage point" : " percentage points") : spelled(number)
    }

    // MARK: Units

    /// Whether the unit is said in words behind the number.
    private var hasWords: Bool {
        switch unit {
        case .rate, .hours, .days, .workingDays, .weeks, .months: true
        case .count, .percent, .ratio, .money, .unspecified: false
        }
    }

    private func spelled(_ number: String) -> String {
        switch unit {
        case .percent: return number + "%"
        case .money(let scale):
            let digits = number.drop { $0 == "-" }
            return (digits.count < number.count ? "-£" : "£") + digits + scale.suffix
        case .rate: return "\(number) \(unit.label)"
        case .hours, .days, .workingDays, .weeks, .months:
            return "\(number) " + (number == "1" || number == "-1" ? String(unit.label.dropLast()) : unit.label)
        case .count, .ratio, .unspecified: return number
        }
    }

    private static func isShown(_ number: String) -> Bool { number.contains { $0 >= "1" && $0 <= "9" } }
}

extension MeasurementUnit.MoneyScale {
    /// What is written after an amount in these multiples.
    fileprivate var suffix: String {
        switch self {
        case .pounds: ""
        case .thousands: "k"
        case .millions: "m"
        }
    }
}
