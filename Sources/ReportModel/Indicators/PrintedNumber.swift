import ReportVocabulary

/// Reads figures as sources print them.
package enum PrintedNumber {
    /// The number in a text such as `57.2%`, `23 weeks` or `+.2`; `nil` where it begins with none, or with money.
    package static func value(_ text: String) -> Double? {
        guard let number = NumberReader.leading(in: text), number.kind != .money else { return nil }
        let value = if case .share(let part, _) = number.kind { part } else { number.value / number.scale }
        return number.sign == .minus ? -value : value
    }

    /// Half of the last printed digit of the first number in a text: 0.05 for `57.2%`.
    package static func halfUnit(of text: String) -> Double {
        let number = NumberReader.numbers(in: text).first { $0.isQuantity && !$0.isInWords }
        return PrintedPrecision.halfUnit(decimals: number?.decimals ?? 0)
    }
}

extension PrintedFigure {
    /// The number of the figure: as recorded, else the one that its text begins with; `nil` where it is words.
    package var number: Double? { value ?? PrintedNumber.value(text) }
}

extension DashboardLine {
    /// The measure with the team or group that the line is limited to.
    package var fullMeasure: String { part.map { "\(measure): \($0)" } ?? measure }
}
