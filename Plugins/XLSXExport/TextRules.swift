/// What Excel and its file format ask of texts and names.
enum TextRules {
    /// The most UTF-16 units in a cell.
    static let cellLimit = 32_767
    /// The most UTF-16 units in the name of a sheet.
    static let sheetNameLimit = 31
    /// The most UTF-16 units in a header of a table and in a property of the document.
    static let headerLimit = 255

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

    private static func isEscape(_ bytes: [UInt8], _ index: Int) -> Bool {
        guard index + 6 < bytes.count, bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_")
        else { return false }
        return bytes[(index + 2)...(index + 5)].allSatisfy { byte in
            UnicodeScalar(byte).properties.isASCIIHexDigit
        }
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

    /// A text cut to the length of a document property.
    static func property(_ text: String) -> String {
        let line = oneLine(text)
        guard line.utf16.count > headerLimit else { return line }
        var result = ""
        var length = 1
        for character in line {
            length += character.utf16.count
            if length > headerLimit { break }
            result.append(character)
        }
        return result + "…"
    }

    /// Makes the name of a sheet from a short title.
    ///
    /// Brackets become parentheses. The other characters that Excel forbids, the number sign (which ends an internal link)
    /// and an underscore that could begin an escape become spaces; so does an apostrophe at either end.
    static func sheetName(_ title: String) throws(XLSXExportError) -> String {
        var name = ""
        for character in oneLine(title) {
            switch character {
            case "[": name.append("(")
            case "]": name.append(")")
            case ":", "*", "?", "/", "\\", "#": name.append(" ")
            default: name.append(character)
            }
        }
        if escaped(name) != name { name = String(name.map { $0 == "_" ? " " : $0 }) }
        let edges: (Character) -> Bool = { $0 == " " || $0 == "'" }
        name = String(name.drop(while: edges).reversed().drop(while: edges).reversed())
        name = name.split(separator: " ").joined(separator: " ")
        guard !name.isEmpty else {
            throw XLSXExportError(
                .invalidSheetName,
                "A section's short title has nothing that the name of a sheet can hold; give it a word.")
        }
        guard name.utf16.count <= sheetNameLimit else {
            throw XLSXExportError(
                .invalidSheetName,
                "The name has \(name.utf16.count) UTF-16 units and Excel allows \(sheetNameLimit); "
                    + "shorten the section's short title.", sheet: name)
        }
        guard name.lowercased() != "history" else {
            throw XLSXExportError(
                .invalidSheetName, "Excel keeps this name for itself; give the section another short title.",
                sheet: name)
        }
        return name
    }

    /// Where a link to a sheet leads.
    static func link(toSheet name: String) -> String {
        "internal:" + quoted(sheet: name) + "!A1"
    }

    /// The name of a sheet in quotation marks, for references.
    static func quoted(sheet name: String) -> String {
        "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }

    /// Makes the name of a table legal: letters, digits and underscores, not like a cell, not used before.
    static func tableName(_ name: String, taken: inout Set<String>) -> String {
        var base = String(
            String.UnicodeScalarView(
                name.unicodeScalars.map { scalar in
                    scalar.properties.isAlphabetic || (scalar.isASCII && scalar.properties.numericType != nil)
                        ? scalar : "_"
                }))
        if base.unicodeScalars.first.map({ !$0.properties.isAlphabetic && $0 != "_" }) ?? true { base = "_" + base }
        if base.utf16.count > 200 { base = String(base.unicodeScalars.prefix(100)) }
        if looksLikeReference(base) { base += "_table" }
        var result = base
        var number = 2
        while !taken.insert(result.lowercased()).inserted {
            result = "\(base)_\(number)"
            number += 1
        }
        return result
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
