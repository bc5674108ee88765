package import ReportVocabulary

extension Indicator {
    /// How its figures are shown.
    package var figureText: FigureText { FigureText(unit, decimals: decimals) }

    /// A value of the indicator as it is shown in reports, such as "57.2%", "18 weeks" or "1,204".
    ///
    /// - Parameter value: The value in the unit of the indicator, not rounded.
    /// - Returns: The value with its unit, rounded half-up to the decimals of the indicator.
    public func text(of value: Double) -> String { figureText.text(value) }

    /// A value as it is shown, with the word for a limit or a rough figure: "above 90%", "about 50".
    ///
    /// - Parameters:
    ///   - value: The value.
    ///   - qualifier: How exactly it is known.
    package func text(of value: Double, _ qualifier: Observation.Qualifier) -> String {
        qualifier.isExact ? text(of: value) : "\(qualifier.rawValue) \(text(of: value))"
    }

    /// The title with the unit that a bare number in a table would not show: "Length of proceedings (weeks)".
    package var titleWithUnit: String {
        let (unit, name): (String, String) =
            switch unit {
            case .hours, .days, .workingDays, .weeks, .months: (unit.code, String(unit.code.dropLast()))
            case .rate(let per): ("per \(DecimalText.grouped(per))", DecimalText.grouped(per))
            case .count, .percent, .ratio, .money, .unspecified: ("", "")
            }
        // A title that speaks of the unit needs it no second time.
        let isNamed = name.isEmpty || fullTitle.lowercased().contains(name)
        return isNamed ? fullTitle : "\(fullTitle) (\(unit))"
    }
}
