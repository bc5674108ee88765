/// The texts that cells share.
enum SharedTexts {
    static func read(_ part: String, in parts: inout PackageParts) throws(XLSXReadingError) -> [String] {
        let limit = parts.limits.sharedTexts
        var scanner = try XMLScanner(parts.contents(of: part), part: part)
        var texts: [String] = []
        try scanner.root("sst", .sheets)
        try scanner.children { scanner throws(XLSXReadingError) in
            guard scanner.isSheetElement("si") else { return }
            texts.append(try text(&scanner))
            guard texts.count <= limit else {
                throw XLSXReadingError(
                    .limit, "The workbook has more than \(limit) texts; no more are read. Ask for a higher limit.",
                    part: part)
            }
        }
        return texts
    }

    /// The text of the element that began last: its own, or that of its runs.
    ///
    /// Phonetic guides, which are beside them, are left out.
    static func text(_ scanner: inout XMLScanner) throws(XLSXReadingError) -> String {
        var result = ""
        try scanner.children { scanner throws(XLSXReadingError) in
            if scanner.isSheetElement("t") {
                result += try plainText(&scanner)
            } else if scanner.isSheetElement("r") {
                try scanner.children { scanner throws(XLSXReadingError) in
                    if scanner.isSheetElement("t") { result += try plainText(&scanner) }
                }
            }
        }
        return EscapedText.undone(result)
    }

    /// The text of a run; Excel drops blanks at its ends that are not said to be meant.
    private static func plainText(_ scanner: inout XMLScanner) throws(XLSXReadingError) -> String {
        let isKept = scanner.preservesSpace
        let text = try scanner.content()
        return isKept ? text : SheetText.trimmed(text)
    }
}

/// Texts in sheets.
enum SheetText {
    /// A text without what XML takes for blanks at its ends.
    static func trimmed(_ text: String) -> String {
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
        guard let first = text.utf8.first, let last = text.utf8.last, isBlank(first) || isBlank(last) else {
            return text
        }
        let bytes = Array(text.utf8)
        let start = bytes.firstIndex { !isBlank($0) } ?? bytes.endIndex
        let end = bytes.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }
}

/// Characters that XML cannot hold, which workbooks write as in `_x000D_`.
enum EscapedText {
    /// The text that is meant: each run of `_x`, four hexadecimal digits and `_` is the UTF-16 unit of that number.
    static func undone(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
        let units = Array(text.utf16)
        var result: [UInt16] = []
        var index = 0
        while index < units.count {
            if let unit = escape(units, index) {
                result.append(unit)
                index += 7
            } else {
                result.append(units[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF16.self)
    }

    private static func escape(_ units: [UInt16], _ start: Int) -> UInt16? {
        guard start + 6 < units.count, units[start] == 0x5F, units[start + 1] == 0x78, units[start + 6] == 0x5F else {
            return nil
        }
        var value: UInt16 = 0
        for unit in units[(start + 2)..<(start + 6)] {
            guard unit < 0x80, let digit = Character(Unicode.Scalar(UInt8(unit))).hexDigitValue else { return nil }
            value = value << 4 | UInt16(digit)
        }
        return value
    }
}
