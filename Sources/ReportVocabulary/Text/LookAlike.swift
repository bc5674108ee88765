/// Texts without what a reader does not see the difference of.
package enum LookAlike {
    /// A text in small letters with one kind of quotation mark, hyphen and blank.
    package static func folded(_ text: String) -> String {
        var result = ""
        var isAfterBlank = true
        for scalar in text.lowercased().unicodeScalars {
            switch scalar {
            case "\u{2018}", "\u{2019}", "\u{201B}", "\u{2032}", "\u{0060}", "\u{00B4}", "\u{02BC}", "'":
                result.append("'")
            case "\u{201C}", "\u{201D}", "\u{201F}", "\u{2033}", "\"": result.append("\"")
            case "\u{2010}"..."\u{2015}", "\u{2212}", "\u{00AD}", "-": result.append("-")
            // “Health & care” is “Health and care” to everybody.
            case "&": result.append("and")
            case "\u{200B}"..."\u{200F}", "\u{FEFF}", "\u{2060}": continue
            case _ where scalar.properties.isWhitespace:
                if !isAfterBlank { result.append(" ") }
                isAfterBlank = true
                continue
            default: result.unicodeScalars.append(scalar)
            }
            isAfterBlank = false
        }
        if result.hasSuffix(" ") { result.removeLast() }
        return result
    }
}
