/// Reads figures as sources print them.
package enum PrintedNumber {
    /// The number in a text such as `57.2%`, `23 weeks` or `+.2`; `nil` where it begins with none.
    package static func value(_ text: String) -> Double? {
        let trimmed = text.drop { $0 == " " || $0 == "+" }
        let digits = trimmed.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-" || $0 == ",") }
        let plain = digits.filter { $0 != "," }
        return Double(plain.hasPrefix(".") ? "0" + plain : String(plain))
    }

    /// Half of the last printed digit of a number in a text: 0.05 for `57.2%`.
    package static func halfUnit(of text: String) -> Double {
        let start = text.firstIndex { $0.isASCII && $0.isNumber || $0 == "." } ?? text.endIndex
        let digits = text[start...].prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
        let decimals = digits.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
        return PrintedPrecision.halfUnit(decimals: decimals)
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
