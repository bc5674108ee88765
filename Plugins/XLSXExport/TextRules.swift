/// What Excel and its file format ask of texts and names.
enum TextRules {
    /// The most UTF-16 units in a cell.
    static let cellLimit = 32_767
    /// The most UTF-16 units in the name of a sheet.
    static let sheetNameLimit = 31
    /// The most UTF-16 units in a header of a table and in a property of the document.
    static let headerLimit = 255

    /// The most bytes of UTF-8 that the library writes of an attribute.
    static let attributeLimit = 2_079

    /// Replaces what XML cannot hold with the visible U+FFFD, and every kind of line end with a line feed.
    static func clean(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A || $0 >= 0x7F }) else { return text }
        var result = String.UnicodeScalarView()
        var previousWasReturn = false
        for scalar in text.unicodeScalars {
            let isReturn = scalar == "\r"
            switch scalar.value {
            case 0x0A:
                if !previousWasReturn { result.append("\n") }
            case 0x0D, 0x85, 0x2028, 0x2029:
                result.append("\n")
            case 0x09:
                result.append(scalar)
            case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF:
                result.append("\u{FFFD}")
            default:
                result.append(scalar)
            }
            previousWasReturn = isReturn
        }
        return String(result)
    }

    /// Cleans a text and folds its line breaks and tabs into spaces.
    static func oneLine(_ text: String) -> String {
        let cleaned = clean(text)
        guard cleaned.utf8.contains(where: { $0 == 0x0A || $0 == 0x09 }) else { return cleaned }
        return cleaned.split(whereSeparator: { $0 == "\n" || $0 == "\t" }).joined(separator: " ")
    }

    /// Writes a clean text so that no part of it is taken for an escape.
    ///
    /// The file format reads `_x0041_` as the letter A; the underscore that begins such a run is itself written as an
    /// escape, so that the run is read as it stands.
    static func escaped(_ text: String) -> String {
        guard let first = text.utf8.firstIndex(of: UInt8(ascii: "_")), text.utf8[first...].contains(UInt8(ascii: "x"))
        else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            result.append(byte)
            if byte == UInt8(ascii: "_"), isEscape(bytes, index) { result += Array("x005F_".utf8) }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether an escape begins here: LibreOffice also takes one with fewer than four digits.
    private static func isEscape(_ bytes: [UInt8], _ index: Int) -> Bool {
        guard index + 3 < bytes.count, bytes[index + 1] == UInt8(ascii: "x") else { return false }
        let digits = bytes[(index + 2)...].prefix(5).prefix { UnicodeScalar($0).properties.isASCIIHexDigit }
        return (1...4).contains(digits.count) && digits.endIndex < bytes.count
            && bytes[digits.endIndex] == UInt8(ascii: "_")
    }

    /// The text of a cell as the library takes it.
    ///
    /// - Returns: `nil` where it is longer than a cell can hold.
    static func cellText(_ text: String) -> String? {
        // Bytes are never fewer than UTF-16 units, and counting them takes no time.
        let cleaned = clean(text)
        if cleaned.utf8.count > cellLimit, cleaned.utf16.count > cellLimit { return nil }
        let result = escaped(cleaned)
        return result.utf8.count > cellLimit && result.utf16.count > cellLimit ? nil : result
    }

    /// A clean text in one line, cut to so many UTF-16 units; a cut is marked by an ellipsis.
    static func cut(_ text: String, to limit: Int) -> String {
        let line = oneLine(text)
        return line.utf16.count > limit ? beginning(of: line, to: limit - 1, UTF16.width) : line
    }

    /// A clean text in one line, cut to so many bytes of UTF-8; a cut is marked by an ellipsis.
    static func cut(_ text: String, toBytes limit: Int) -> String {
        let line = oneLine(text)
        return line.utf8.count > limit ? beginning(of: line, to: limit - "…".utf8.count, UTF8.width) : line
    }

    private static func beginning(of line: String, to limit: Int, _ width: (Unicode.Scalar) -> Int) -> String {
        var result = String.UnicodeScalarView()
        var length = 0
        for scalar in line.unicodeScalars {
            length += width(scalar)
            if length > limit { break }
            result.append(scalar)
        }
        while let last = result.last, last == " " || last == "'" { result.removeLast() }
        return String(result) + "…"
    }

    /// A text cut to the length of a document property.
    static func property(_ text: String) -> String { cut(text, to: headerLimit) }

    /// A text on a chart.
    ///
    /// The library takes an equals sign at its beginning for that of a formula.
    static func chartText(_ text: String) -> String {
        let line = cut(text, to: headerLimit - 1)
        // By byte: an equals sign with an accent after it is another character to Swift, but not to the library.
        return line.utf8.first == UInt8(ascii: "=") ? " " + line : line
    }

    /// Makes the name of a sheet from a short title; empty where nothing is left.
    ///
    /// Brackets become parentheses. The other characters that Excel forbids, the number sign (which ends an internal link)
    /// and an underscore that could begin an escape become spaces; so does an apostrophe at either end.
    static func sheetName(_ title: String) -> String {
        // By scalar: with an accent after it each of them is another character to Swift, but not to Excel.
        var scalars: [Unicode.Scalar] = oneLine(title).unicodeScalars.map { scalar in
            switch scalar {
            case "[": "("
            case "]": ")"
            case ":", "*", "?", "/", "\\", "#": " "
            default: scalar
            }
        }
        func text<S: Sequence<Unicode.Scalar>>(_ scalars: S) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars)
            return String(view)
        }
        let name = text(scalars)
        if escaped(name) != name { scalars = scalars.map { $0 == "_" ? " " : $0 } }
        guard scalars.contains(where: { !$0.properties.isWhitespace }) else { return "" }
        let edges: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "'" }
        scalars = scalars.drop(while: edges).reversed().drop(while: edges).reversed()
        return cut(scalars.split(separator: " ").map(text).joined(separator: " "), to: sheetNameLimit)
    }

    /// Makes the name of a sheet different from the others, by more than case, with a number in parentheses.
    ///
    /// “History” counts as taken, because Excel keeps it for itself.
    static func uniqueSheetName(_ name: String, taken: inout Set<String>) -> String {
        var result = name
        var number = 2
        while key(result) == "history" || !taken.insert(key(result)).inserted {
            let suffix = " (\(number))"
            result = cut(name, to: sheetNameLimit - suffix.utf16.count) + suffix
            number += 1
        }
        return result
    }

    /// What names have in common that Excel may not tell apart: both cases, because some letters share a capital, as s and
    /// the long s.
    private static func key(_ name: String) -> String { name.uppercased().lowercased() }

    /// Makes a header legal and different from the others of its table.
    static func header(_ title: String, taken: inout Set<String>) -> String {
        let line = cut(title, to: headerLimit / 2)
        let base = line.contains { !$0.isWhitespace } ? line : "Column"
        var result = base
        var number = 2
        while !taken.insert(result.lowercased()).inserted {
            result = "\(base) (\(number))"
            number += 1
        }
        return result
    }

    /// Where a link to a sheet leads.
    static func link(toSheet name: String, row: Int = 1) -> String {
        quoted(sheet: name) + "!A\(row)"
    }

    /// The name of a sheet in quotation marks, for references.
    static func quoted(sheet name: String) -> String {
        let parts = name.unicodeScalars.split(separator: "'", omittingEmptySubsequences: false)
        return "'" + parts.map { String($0) }.joined(separator: "''") + "'"
    }

    /// Makes the name of a table legal: letters, digits and underscores, not like a cell, not used before.
    static func tableName(_ name: String, taken: inout Set<String>) -> String {
        var base = String(
            String.UnicodeScalarView(
                name.unicodeScalars.map { scalar in
                    isLetter(scalar) || (scalar.isASCII && scalar.properties.numericType != nil) ? scalar : "_"
                }))
        if base.unicodeScalars.first.map({ !isLetter($0) && $0 != "_" }) ?? true { base = "_" + base }
        if base.utf16.count > 200 { base = String(base.unicodeScalars.prefix(100)) }
        if looksLikeReference(base) || isReserved(base) { base += "_table" }
        var result = base
        var number = 2
        while !taken.insert(key(result)).inserted {
            result = "\(base)_\(number)"
            number += 1
        }
        return result
    }

    /// Whether a name of a table may begin with a scalar: a letter of the first 65,536 code points, because the file format
    /// allows no marks and Excel looks at UTF-16 units.
    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value <= 0xFFFF else { return false }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }

    /// Whether Excel gives a name a meaning of its own: the two logical values, and names that it defines itself.
    private static func isReserved(_ name: String) -> Bool {
        let lower = name.lowercased()
        return lower == "true" || lower == "false" || lower.hasPrefix("_xl")
    }

    /// Whether Excel would take a name for a cell, such as `Q1`, `FY2018` or `R1C1`, or for a row or column.
    private static func looksLikeReference(_ name: String) -> Bool {
        let upper = name.uppercased()
        let letters = upper.prefix { $0.isASCII && $0.isLetter }
        let rest = upper.dropFirst(letters.count)
        if letters.count <= 3, !rest.isEmpty, rest.allSatisfy({ $0.isASCII && $0.isNumber }) { return true }
        // R, C, R1, C1, RC, R1C1 and the like.
        var tail = upper[...]
        if tail.first == "R" { tail = tail.dropFirst().drop { $0.isASCII && $0.isNumber } }
        if tail.first == "C" { tail = tail.dropFirst().drop { $0.isASCII && $0.isNumber } }
        return tail.isEmpty
    }
}
