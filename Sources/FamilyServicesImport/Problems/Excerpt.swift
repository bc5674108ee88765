import ReportVocabulary

/// Texts of a file as messages show them.
enum Excerpt {
    /// The most characters of somebody's text that a message repeats.
    static let longest = 60

    /// A text of a cell or a value of a YAML file in quotation marks, shortened, with line ends and control characters replaced.
    ///
    /// It is marked: a message for logs leaves it out.
    static func quoted(_ text: some StringProtocol) -> String { QuotedValue.marked(named(text)) }

    /// A text of a cell without quotation marks, and marked too.
    static func value(_ text: some StringProtocol) -> String { QuotedValue.marked(short(text)) }

    /// A name in quotation marks that everybody may know: a heading that tables can have, a file, a sheet, a known word.
    static func named(_ text: some StringProtocol) -> String { "“\(short(text))”" }

    /// A text, shortened, with line ends and control characters replaced.
    static func short(_ text: some StringProtocol) -> String {
        let head = text.prefix(longest + 1)
        let kept = head.count > longest ? String(head.prefix(longest - 1)) + "…" : String(head)
        // One character can carry any number of combining marks.
        var scalars = String.UnicodeScalarView()
        for scalar in kept.unicodeScalars.prefix(4 * longest) {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator:
                scalars.append(scalar.value == 0x0A || scalar.value == 0x0D || scalar.value == 0x09 ? " " : "\u{FFFD}")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    /// Names for people, such as `a, b and c`; long lists are cut.
    static func list(_ names: [String], most: Int = 24) -> String {
        let shown = names.prefix(most).map { short($0) }
        let rest = names.count - shown.count
        guard rest == 0 else { return shown.joined(separator: ", ") + " and \(rest) more" }
        guard shown.count > 1, let last = shown.last else { return shown.first ?? "" }
        return shown.dropLast().joined(separator: ", ") + " or " + last
    }
}
