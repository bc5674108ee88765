public import ReportModel
public import ReportVocabulary

/// A figure of one measure, area and year as it was published, with what it was worked out from.
public struct PublishedObservation: Sendable, Hashable {
    /// The measure.
    public let indicator: Indicator.ID
    /// The area.
    public let area: Area.ID
    /// The year as the file writes it.
    public let time: TimePeriod
    /// The period in the kit's terms.
    public let period: ReportingPeriod
    /// The figure as printed; `nil` where it follows from the other two.
    public let value: PublishedFigure?
    /// The numerator.
    public let numerator: PublishedFigure?
    /// The denominator.
    public let denominator: PublishedFigure?
    /// The confidence limits that are printed beside it, where they are.
    public var limits: Limits?
    /// What it is measured in.
    public let unit: MeasurementUnit
    /// How many decimals are shown.
    public let decimals: Int
    /// The councils that made one return together; empty for a figure of one area.
    public var joint: [Area.ID] = []
    /// The file that it is in.
    public let file: String
    /// The line there.
    public let line: Int

    /// Confidence limits as a file prints them.
    public struct Limits: Sendable, Hashable {
        /// The lower and the upper limit.
        public let lower, upper: PublishedFigure
    }

    /// What is known of it.
    ///
    /// A symbol is kept, whatever the counts beside it are: `z` for a share of nothing, `u` where counts are printed but
    /// the share is not to be relied on. A number is kept as the exact fraction where the counts beside it give the number that was
    /// printed; where they do not, because they are rounded or withheld, the printed number is kept.
    public var observedValue: ObservedValue {
        switch value {
        case .symbol(let symbol): return .missing(symbol.meaning)
        case .number(let printed, let places):
            guard let whole = denominator?.number, whole > 0 else { return .value(printed) }
            if let part = numerator?.number, unit.factor != 1 || unit == .ratio,
                DecimalText.rounded(unit.factor * part / whole, decimals: max(places, decimals))
                    == DecimalText.rounded(printed, decimals: max(places, decimals))
                    || DecimalText.rounded(unit.factor * part / whole, decimals: decimals) == printed
            {
                return .fraction(numerator: part, denominator: whole)
            }
            // A base is kept where the share can be one of it: not where posts are counted in parts, or counts are rounded.
            let part = (printed * whole / unit.factor).rounded()
            let isShare = DecimalText.rounded(unit.factor * part / whole, decimals: max(places, decimals)) == printed
            return .value(printed, outOf: isShare && whole == whole.rounded() ? whole : nil)
        case nil:
            if let symbol = numerator?.symbol ?? denominator?.symbol { return .missing(symbol.meaning) }
            guard let part = numerator?.number, let whole = denominator?.number else { return .missing(.notCollected) }
            return .fraction(numerator: part, denominator: whole)
        }
    }

    /// The number, where there is one.
    public var number: Double? { value.map(\.number) ?? observedValue.number(in: unit) }

    /// The figure as a table of the Department for Education shows it: rounded half up, with a per cent sign for shares, or the symbol.
    public var displayed: String {
        if let symbol = value?.symbol { return symbol.rawValue }
        if let number { return Self.display(number, unit: unit, decimals: decimals) }
        return (numerator?.symbol ?? denominator?.symbol ?? .notAvailable).rawValue
    }

    /// A number as such a table shows it.
    ///
    /// - Parameters:
    ///   - number: The number.
    ///   - unit: What it is measured in.
    ///   - decimals: How many decimals are shown.
    /// - Returns: The text.
    public static func display(_ number: Double, unit: MeasurementUnit, decimals: Int) -> String {
        DecimalText.plain(number, decimals: decimals) + (unit == .percent ? "%" : "")
    }
}
