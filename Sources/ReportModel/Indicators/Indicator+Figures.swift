package import ReportVocabulary

extension Indicator {
    /// How its figures are shown.
    package var figureText: FigureText { FigureText(unit, decimals: decimals) }

    /// A value of the indicator as it is shown, such as "57.2%", "18 weeks" or "1,204".
    package func text(of value: Double) -> String { figureText.text(value) }
}
