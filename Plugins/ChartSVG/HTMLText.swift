/// Words from a report as HTML that means those words and nothing else.
package enum HTMLText {
    /// Words as content of an element; line ends become `<br>`, and words written from right to left are isolated.
    package static func content(_ text: String) -> String {
        escaped(text, isOneLine: false)
    }

    /// Words on one line, as content of an element or value of an attribute in double quotes.
    package static func oneLine(_ text: String) -> String {
        escaped(trimmed(text), isOneLine: true)
    }

    /// The paragraphs of a text, which empty lines separate.
    package static func paragraphs(_ text: String) -> [String] {
        let lines = clean(text).split(separator: "\n", omittingEmptySubsequences: false)
        return lines.split { line in line.allSatisfy(\.isWhitespace) }.map { content($0.joined(separator: "\n")) }
    }

    /// Whether there is anything to see.
    package static func isBlank(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
    }

    private static func trimmed(_ text: String) -> String {
        guard text.first?.isWhitespace ?? false || text.last?.isWhitespace ?? false else { return text }
        return String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// Makes every line end a line feed, and what a page may not hold or what would reorder it U+FFFD.
    package static func clean(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A || $0 >= 0x7F }) else { return text }
        var result = String.UnicodeScalarView()
        var previous: UnicodeScalar = " "
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A:
                if previous != "\r" { result.append("\n") }
            case 0x0D, 0x85, 0x2028, 0x2029:
                result.append("\n")
            case 0x09:
                result.append(scalar)
            // Controls, and the embeddings, overrides and isolates of the bidirectional algorithm.
            case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069:
                result.append("\u{FFFD}")
            default:
                result.append(scalar.properties.isNoncharacterCodePoint ? "\u{FFFD}" : scalar)
            }
            previous = scalar
        }
        return String(result)
    }

    private static func escaped(_ text: String, isOneLine: Bool) -> String {
        guard text.utf8.contains(where: isSpecial) else { return text }
        var result = ""
        var isRightToLeft = false
        for scalar in clean(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\n": result += isOneLine ? " " : "<br>"
            default:
                isRightToLeft = isRightToLeft || Self.isRightToLeft(scalar)
                result.unicodeScalars.append(scalar)
            }
        }
        // An attribute takes no element; the browser sets its text apart anyhow.
        return isRightToLeft && !isOneLine ? "<bdi>\(result)</bdi>" : result
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F...0xFF: true
        default: false
        }
    }

    /// Whether a character belongs to a script that is written from right to left.
    private static func isRightToLeft(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.value {
        case 0x590...0x8FF, 0x200F, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }
}
