import Foundation

/// Texts as a reader must get them back, worked out with regular expressions and their own tables of characters.
enum CleanText {
    private static let steps: [(pattern: String, replacement: String)] = [
        ("\\r\\n|\\r|\\u0085|\\u2028|\\u2029", "\n"),
        ("\\t", " "),
        ("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n]]", "\u{FFFD}"),
        ("\\p{Noncharacter_Code_Point}", "\u{FFFD}"),
        // Visible format characters and the two joiners stay.
        ("[\\p{Cf}&&[^\\u200C\\u200D\\p{Script=Arabic}\\p{Prepended_Concatenation_Mark}\\u070F]]|\\u061C", ""),
        ("(?m)^ +| +$", ""),
        ("\\A\\n+|\\n+\\z", ""),
    ]

    static func plain(_ text: String) -> String {
        steps.reduce(text) { text, step in
            text.replacingOccurrences(of: step.pattern, with: step.replacement, options: .regularExpression)
        }
    }

    static func lines(_ text: String) -> [String] {
        let text = plain(text)
        return text.isEmpty ? [] : text.components(separatedBy: "\n")
    }

    static func oneLine(_ text: String) -> String { lines(text).filter { !$0.isEmpty }.joined(separator: " ") }

    static func heading(_ text: String) -> String {
        oneLine(text).replacingOccurrences(of: "\\p{White_Space}+", with: " ", options: .regularExpression)
            .trimmingCharacters(in: CharacterSet(charactersIn: " "))
    }
}
