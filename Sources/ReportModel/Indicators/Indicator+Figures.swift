package import ReportVocabulary

extension Indicator {
    /// How its figures are shown.
    package var figureText: FigureText { FigureText(unit, decimals: decimals) }

    /// A value of the indicator as it is shown, such as "57.2%", "18 weeks" or "1,204".
    package func text(of value: Double) -> String { figureText.text(value) }

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
        let word: String? =
            switch unit {
            case .hours, .days, .workingDays, .weeks, .months: unit.code
            case .rate(let per): "per \(DecimalText.grouped(per))"
            case .count, .percent, .ratio, .money, .unspecified: nil
            }
        guard let word else { return fullTitle }
        let shown = word.split(separator: "-").joined(separator: " ")
        let title = fullTitle.lowercased()
        // “Decided within ten days” names the days of a limit; a title that speaks of the unit is left alone.
        let isNamed = title.contains(shown.lowercased()) || shown.hasSuffix("s") && title.contains(shown.dropLast())
        return isNamed ? fullTitle : "\(fullTitle) (\(shown))"
    }
}
