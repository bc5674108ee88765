/// Values of somebody's pack inside messages.
///
/// A message quotes the cell that it is about, and the cell may hold a name or a number that no log may keep. So whoever quotes one
/// marks it, with two control characters that are for private use, and that no quoted text has; whoever keeps the message makes two of
/// it, one with the value and one without.
package enum QuotedValue {
    private static let begin = Unicode.Scalar(UInt8(0x91))
    private static let end = Unicode.Scalar(UInt8(0x92))
    /// Between a value and what is said without it.
    private static let otherwise = Unicode.Scalar(UInt8(0x93))

    /// A quoted value with its marks.
    ///
    /// - Parameter quoted: The value in its quotation marks.
    package static func marked(_ quoted: String) -> String { "\(begin)\(quoted)\(end)" }

    /// A value with its marks, and what is said in its place where values are hidden: advice has to be readable without them.
    ///
    /// - Parameters:
    ///   - text: The value, as the message shows it.
    ///   - words: What takes its place.
    package static func marked(_ text: String, hiddenAs words: String) -> String {
        "\(begin)\(text)\(otherwise)\(words)\(end)"
    }

    /// A message in which a value is marked wherever it is quoted.
    ///
    /// - Parameters:
    ///   - value: The value, as the message shows it.
    ///   - message: A message of somebody who does not mark values.
    package static func marking(_ value: String, in message: String) -> String {
        let quoted = "“\(value)”"
        guard !value.isEmpty, message.contains(quoted), !message.contains(marked(quoted)) else { return message }
        return message.replacing(quoted, with: marked(quoted))
    }

    /// A message without marks: with the values, and, where it has any, without them.
    package static func split(_ message: String) -> (shown: String, hidden: String?) {
        // Most messages have none, and one of its bytes is rare.
        guard message.utf8.contains(0x91), message.unicodeScalars.contains(begin) else { return (message, nil) }
        var (shown, hidden, value) = (
            String.UnicodeScalarView(), String.UnicodeScalarView(), String.UnicodeScalarView()
        )
        var replacement: String.UnicodeScalarView?
        // A value may be quoted inside another.
        var depth = 0
        for scalar in message.unicodeScalars {
            switch scalar {
            case begin: depth += 1
            case end:
                depth -= 1
                guard depth == 0 else { continue }
                hidden.append(contentsOf: replacement ?? kind(of: String(value)).unicodeScalars)
                value.removeAll()
                replacement = nil
            case otherwise where depth == 1: replacement = String.UnicodeScalarView()
            case _ where replacement != nil: replacement?.append(scalar)
            default:
                shown.append(scalar)
                if depth > 0 { value.append(scalar) } else { hidden.append(scalar) }
            }
        }
        return (String(shown), String(hidden))
    }

    /// What is said in place of a value: what kind it is, and how long.
    private static func kind(of quoted: String) -> String {
        let value = quoted.hasPrefix("“") && quoted.hasSuffix("”") ? String(quoted.dropFirst().dropLast()) : quoted
        let kind =
            value.contains { $0.isLetter } ? "text" : value.contains { $0.isNumber } ? "number" : "signs"
        let count = value.count
        return "“(\(kind), \(count) \(count == 1 ? "character" : "characters"))”"
    }
}

/// A message as logs may have it.
///
/// It does not count when messages are compared.
package struct MessageForLogs: Sendable, Hashable {
    /// The message without values; `nil` where it has none.
    package let text: String?

    /// Keeps a message.
    package init(_ text: String?) { self.text = text }

    /// Always equal.
    package static func == (left: MessageForLogs, right: MessageForLogs) -> Bool { true }

    /// Adds nothing.
    package func hash(into hasher: inout Hasher) {}
}
