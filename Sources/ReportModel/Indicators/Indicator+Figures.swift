package import ReportVocabulary

extension Indicator {
    /// How its figures are shown.
    package var figureText: FigureText { FigureText(unit, decimals: decimals) }

    /// A value of the indicator as it is shown in reports, such as "57.2%", "18 weeks" or "1,204".
    ///
    /// - Parameter value: The value in the unit of the indicator, not rounded.
    /// - Returns: The value with its unit, rounded half-up to the decimals of the indicator.
    public func text(of value: Double) -> String { figureText.text(value) }
}
