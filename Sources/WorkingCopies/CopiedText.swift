/// Texts of cells in the one form in which they are compared, whichever program has saved them.
enum CopiedText {
    /// The text without blanks at its ends, with one kind of line end, and with U+FFFD for what workbooks cannot hold.
    static func canonical(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return text }
        var result = String.UnicodeScalarView()
        var previousWasReturn = false
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A:
                if !previousWasReturn { result.append("\n") }
            case 0x0D, 0x85, 0x2028, 0x2029: result.append("\n")
            case 0x09: result.append(scalar)
            case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: result.append("\u{FFFD}")
            default: result.append(scalar)
            }
            previousWasReturn = scalar == "\r"
        }
        let blank: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
        while let last = result.last, blank(last) { result.removeLast() }
        return String(String.UnicodeScalarView(result.drop(while: blank)))
    }

    /// Letters and digits alone, in small letters, for words of closed lists.
    static func folded(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.lowercased().unicodeScalars.filter {
                    $0.properties.isAlphabetic || $0.properties.numericType != nil
                }))
    }

    /// Words with single blanks, in small letters, for headers.
    static func header(_ text: String) -> String {
        text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// A check over a record, a column and the value in it (FNV-1a, 32 bits), which tells whether one of them was changed.
    ///
    /// It guards against accidents, not against forgery.
    static func check(record: String, column: String, value: String) -> String {
        var hash: UInt32 = 2_166_136_261
        func add(_ text: String) {
            // How many blanks there are, and what workbooks cannot hold, makes no difference.
            for word in canonical(text).split(whereSeparator: { $0.isWhitespace || $0 == "\u{FFFD}" }) {
                for byte in word.utf8 + [0x20] { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
            }
            hash = (hash ^ 0x1F) &* 16_777_619
        }
        add(record)
        add(column)
        add(value)
        let digits = String(hash, radix: 16)
        return "x" + String(repeating: "0", count: 8 - digits.count) + digits
    }
}
