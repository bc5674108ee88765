/// Words for messages.
package enum MessageText {
    /// How many characters of somebody else's text a message shows.
    private static let longestQuote = 60

    /// A text in quotation marks, shortened where it is long, without line breaks or control characters.
    package static func quoted(_ text: some CustomStringConvertible) -> String {
        // Cut before looking at every character: the text may be as long as its author liked.
        let full = text.description
        let start = full.prefix(longestQuote + 1)
        let kept = start.count > longestQuote ? start.prefix(longestQuote - 1) + "…" : start
        let clean = kept.unicodeScalars.map { scalar in
            scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar == "\u{2028}" || scalar == "\u{2029}"
                ? Unicode.Scalar(0xFFFD) ?? " " : scalar
        }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: clean)
        return "“\(String(result))”"
    }

    /// A value in quotation marks, marked, so that a message for logs leaves it out.
    package static func value(_ text: some CustomStringConvertible) -> String { QuotedValue.marked(quoted(text)) }

    /// A number for people, with as many decimals as it has.
    package static func number(_ value: Double) -> String {
        // What is too great or too small to be written out is written with its exponent.
        value == 0 || (1e-6..<1e15).contains(value.magnitude) ? DecimalText.shortest(value) : value.description
    }

    /// A list for people, such as "a, b and c".
    package static func list(_ items: [String]) -> String {
        guard items.count > 1, let last = items.last else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " and " + last
    }

    /// A computed value with two decimals more than the printed one, so that the difference can be seen.
    package static func shown(_ value: Double, beside halfUnit: Double) -> String {
        var decimals = 0
        var unit = halfUnit
        while unit < 0.25, decimals < 13 {
            unit *= 10
            decimals += 1
        }
        return number(DecimalText.rounded(value, decimals: decimals + 2))
    }
}
