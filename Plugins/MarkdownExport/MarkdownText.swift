/// Words from a report as Markdown that means those words and nothing else.
enum MarkdownText {
    // MARK: Cleaning

    /// Makes a text safe to look at: every line end a line feed, tabs spaces, control characters visible as U+FFFD.
    ///
    /// Characters that reorder what follows become U+FFFD too. Other invisible format characters go, except the two joiners.
    static func clean(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A || $0 >= 0x7F }) else { return text }
        var result = String.UnicodeScalarView()
        var previousWasReturn = false
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A:
                if !previousWasReturn { result.append("\n") }
            case 0x0D, 0x85, 0x2028, 0x2029:
                result.append("\n")
            case 0x09:
                result.append(" ")
            case 0x20..<0x7F:
                result.append(scalar)
            case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069:
                result.append("\u{FFFD}")
            default:
                if scalar.properties.isNoncharacterCodePoint {
                    result.append("\u{FFFD}")
                } else if !isInvisible(scalar) {
                    result.append(scalar)
                }
            }
            previousWasReturn = scalar == "\r"
        }
        return String(result)
    }

    private static func isInvisible(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.value {
        case 0x200C, 0x200D: false
        // Signs of Arabic, Syriac and Kaithi that enclose digits or letters are format characters, but seen.
        case 0x600..<0x61C, 0x61D..<0x900, 0x110BD, 0x110CD: false
        default: scalar.properties.generalCategory == .format
        }
    }

    /// The lines of a text, cleaned, without spaces at their ends, and without empty lines before and after.
    static func lines(_ text: String) -> [String] {
        let cleaned = clean(text)
        var lines = cleaned.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
            .map { line in
                let start = line.drop { $0 == 0x20 }
                let end = start.lastIndex { $0 != 0x20 }
                return end.map { String(Substring(start[...$0])) } ?? ""
            }
        while lines.last?.isEmpty ?? false { lines.removeLast() }
        return Array(lines.drop(while: \.isEmpty))
    }

    /// A text on one line.
    static func oneLine(_ text: String) -> String {
        lines(text).filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// A text on one line with single spaces, so that every reader makes the same identifier of it.
    static func headingWords(_ text: String) -> String {
        oneLine(text).unicodeScalars.split(whereSeparator: \.properties.isWhitespace).map { String($0) }
            .joined(separator: " ")
    }

    // MARK: Places

    /// A text for a cell: line breaks become `<br>` and a space.
    static func cell(_ text: String, notes: Footnotes = .none) -> String {
        lines(text).map { escaped($0, in: .inline, notes: notes) }.joined(separator: "<br> ")
    }

    /// A text on one line inside a sentence or above a column.
    static func inline(_ text: String, notes: Footnotes = .none) -> String {
        escaped(oneLine(text), in: .inline, notes: notes)
    }

    /// A text on one line, for a value that is read as Markdown by itself.
    static func metadata(_ text: String) -> String { escaped(oneLine(text), in: .lineStart) }

    /// A text for a heading.
    ///
    /// References to notes stay words: a footnote's number would become part of the heading's identifier.
    static func heading(_ text: String) -> String { escaped(headingWords(text), in: .heading) }

    /// A link with a text, or the text alone where it leads nowhere.
    ///
    /// Footnotes, being links themselves, follow the link.
    static func link(_ text: String, to identifier: String?, notes: Footnotes = .none) -> String {
        guard let identifier, !identifier.isEmpty else { return cell(text, notes: notes) }
        var markers: [NoteMarker] = []
        let words = lines(text).map { line in
            let (pieces, found) = pieces(of: line, notes: notes)
            markers += found
            return escaped(lines(pieces.joined()).first ?? "", in: .link)
        }
        let references = markers.map { NoteMarker.label($0.number) }.joined()
        let linked = words.joined(separator: "<br> ")
        return (linked.isEmpty ? "" : "[\(linked)](#\(identifier))") + references
    }

    /// A text as paragraphs; empty lines separate them, other line breaks are kept.
    static func paragraphs(_ text: String, notes: Footnotes = .none) -> [String] {
        lines(text).split(whereSeparator: \.isEmpty).map { lines in
            lines.map { escaped($0, in: .lineStart, notes: notes) }.joined(separator: "\\\n")
        }
    }

    /// A text as the content of a list item or a footnote, whose further lines are indented.
    static func item(_ text: String, indentation: Int = 2, notes: Footnotes = .none) -> String {
        lines(text).filter { !$0.isEmpty }.map { escaped($0, in: .lineStart, notes: notes) }
            .joined(separator: "\\\n" + String(repeating: " ", count: indentation))
    }

    // MARK: Escaping

    /// Where a line of text is, which decides what could act as markup.
    enum Place {
        /// Inside a cell or a sentence.
        case inline
        /// Inside the text of a link.
        case link
        /// In a heading, after its number signs.
        case heading
        /// Where a block could begin.
        case lineStart
    }

    /// Escapes what could act as markup in a cleaned line without spaces at its ends.
    static func escaped(_ line: String, in place: Place) -> String {
        // Most lines have nothing to escape, and that is quickly seen.
        guard place == .lineStart || line.utf8.contains(where: isSuspect) else { return line }
        let scalars = Array(line.unicodeScalars)
        let marker = place == .lineStart ? blockMarker(scalars) : nil
        var result = String.UnicodeScalarView()
        var index = 0
        // The end of the last run of characters that was looked at for an e-mail address.
        var runEnd = 0
        // Where the last code ended; two codes side by side would be one with backticks in it.
        var codeEnd = -1
        while index < scalars.count {
            if index >= runEnd, Address.isPart(scalars[index]) {
                let run = Address.run(scalars, from: index)
                runEnd = run.end
                if let end = run.addressEnd {
                    appendCode(scalars[index..<end], after: codeEnd == index, to: &result)
                    (index, codeEnd) = (end, end)
                    continue
                }
            }
            if scalars[index] == ":", let end = emojiEnd(scalars, index) {
                appendCode(scalars[index..<end], after: codeEnd == index, to: &result)
                (index, codeEnd) = (end, end)
                continue
            }
            if index == marker || isMarkup(scalars, index, place) { result.append("\\") }
            result.append(scalars[index])
            index += 1
        }
        return String(result)
    }

    /// Sets characters, of which none is a backtick, as code, or adds them to the code that they follow.
    private static func appendCode(
        _ scalars: ArraySlice<UnicodeScalar>, after isAfterCode: Bool, to result: inout String.UnicodeScalarView
    ) {
        if isAfterCode { result.removeLast() } else { result.append("`") }
        result.append(contentsOf: scalars)
        result.append("`")
    }

    private static func isSuspect(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "{"),
            UInt8(ascii: "<"), UInt8(ascii: "_"), UInt8(ascii: "&"), UInt8(ascii: "@"), UInt8(ascii: ":"),
            UInt8(ascii: "#"), UInt8(ascii: "w"), UInt8(ascii: "W"):
            true
        default:
            false
        }
    }

    /// Whether a character needs a backslash.
    private static func isMarkup(_ scalars: [UnicodeScalar], _ index: Int, _ place: Place) -> Bool {
        func at(_ offset: Int) -> UnicodeScalar? {
            scalars.indices.contains(index + offset) ? scalars[index + offset] : nil
        }
        switch scalars[index] {
        case "\\", "`", "*", "[", "|", "~", "^", "$", "{":
            return true
        case "]":
            return place == .link
        case "<":
            // "< 5" and "<5" are no tags.
            return !(at(1).map { $0 == " " || isDigit($0) } ?? false)
        case "_":
            return !(at(-1).map(isASCIIAlphanumeric) ?? false) || !(at(1).map(isASCIIAlphanumeric) ?? false)
        case "&":
            return isEntity(scalars, index)
        case "@":
            return at(1).map { $0 != " " } ?? false
        case ":":
            return at(1) == "/" && at(2) == "/"
        case ".":
            return (-3 ... -1).allSatisfy { at($0) == "w" || at($0) == "W" }
        case "#":
            return place == .heading && (at(-1).map { $0 == " " || $0 == "#" } ?? true)
        default:
            return false
        }
    }

    /// Whether an ampersand begins something that could be a character reference, such as `&amp;` or `&#38;`.
    private static func isEntity(_ scalars: [UnicodeScalar], _ index: Int) -> Bool {
        for scalar in scalars[(index + 1)...].prefix(40) {
            if scalar == ";" { return true }
            guard isASCIIAlphanumeric(scalar) || scalar == "#" else { return false }
        }
        return false
    }

    /// Where a name such as `:smile:` ends, of which GitHub makes a picture whether or not its colons are escaped.
    private static func emojiEnd(_ scalars: [UnicodeScalar], _ start: Int) -> Int? {
        let rest = scalars[(start + 1)...].prefix(64)
        let name = rest.prefix { isASCIIAlphanumeric($0) || $0 == "_" || $0 == "+" || $0 == "-" }
        guard !name.isEmpty, name.endIndex < rest.endIndex, scalars[name.endIndex] == ":" else { return nil }
        // Times such as 12:30:45 are not meant; these two numbers are names of pictures.
        let isName =
            name.contains { !isDigit($0) } || ["100", "1234"].contains { name.elementsEqual($0.unicodeScalars) }
        return isName ? name.endIndex + 1 : nil
    }

    /// The character that would begin a heading, quotation, list item, rule or table where a block may begin.
    private static func blockMarker(_ scalars: [UnicodeScalar]) -> Int? {
        guard let first = scalars.first else { return nil }
        switch first {
        case "#", ">", "-", "+", "=", ":": return 0
        default: break
        }
        guard let end = scalars.firstIndex(where: { !isDigit($0) }), end > 0, scalars[end] == "." || scalars[end] == ")"
        else { return nil }
        return end + 1 == scalars.count || scalars[end + 1] == " " ? end : nil
    }

    static func isDigit(_ scalar: UnicodeScalar) -> Bool { ("0"..."9").contains(scalar) }

    static func isASCIIAlphanumeric(_ scalar: UnicodeScalar) -> Bool {
        isDigit(scalar) || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }
}

/// E-mail addresses, which readers of Markdown make into links whether or not their characters are escaped.
private enum Address {
    /// Whether a character can belong to what readers take for an address.
    static func isPart(_ scalar: UnicodeScalar) -> Bool {
        switch scalar {
        case "@", ".", "+", "-", "_": true
        default:
            scalar.isASCII
                ? MarkdownText.isASCIIAlphanumeric(scalar)
                : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
    }

    /// The run of such characters from an index on, and where an address in it ends.
    static func run(_ scalars: [UnicodeScalar], from start: Int) -> (end: Int, addressEnd: Int?) {
        let end = scalars[start...].firstIndex { !isPart($0) } ?? scalars.count
        guard let at = scalars[start..<end].firstIndex(of: "@") else { return (end, nil) }
        // A full stop that ends the sentence is not part of the address.
        var last = end
        while last > at, "@.+-_".unicodeScalars.contains(scalars[last - 1]) { last -= 1 }
        guard at > start || scalars[(at + 1)..<end].contains("@"), last > at, scalars[at..<last].contains(".") else {
            return (end, nil)
        }
        return (end, last)
    }
}
