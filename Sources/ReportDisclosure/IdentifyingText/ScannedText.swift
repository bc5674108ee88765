/// A text as a scanner of identifiers reads it: one byte for each character, with look-alikes made alike.
///
/// ASCII stands for itself, full-width letters and digits of all scripts for their ASCII ones, all blanks for a space, all
/// dashes for a hyphen, all signs of money for a dollar, every other letter for ``otherLetter`` and everything else for ``other``. What nobody sees is left out.
struct ScannedText {
    /// Any letter outside ASCII.
    static let otherLetter: UInt8 = 0x80
    /// Any other character outside ASCII.
    static let other: UInt8 = 0x81

    private(set) var bytes: [UInt8] = []
    /// Where each byte comes from in UTF-8; empty where the text is all ASCII and every byte is its own.
    private var origins: [Range<Int>] = []

    /// Takes a text in place of the last one.
    mutating func read(_ text: String) {
        bytes.removeAll(keepingCapacity: true)
        origins.removeAll(keepingCapacity: true)
        if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) || (0x09...0x0D).contains($0) }) {
            bytes.append(contentsOf: text.utf8)
            return
        }
        var offset = 0
        for scalar in text.unicodeScalars {
            let end = offset + UTF8.width(scalar)
            if let byte = Self.byte(for: scalar) {
                bytes.append(byte)
                origins.append(offset..<end)
            }
            offset = end
        }
    }

    /// Where some of the bytes come from in UTF-8.
    func origin(of range: Range<Int>) -> Range<Int> {
        guard !origins.isEmpty, !range.isEmpty else { return range }
        return origins[range.lowerBound].lowerBound..<origins[range.upperBound - 1].upperBound
    }

    private static func byte(for scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x09...0x0D, 0x20...0x7E: return UInt8(truncatingIfNeeded: scalar.value)
        case 0..<0x20, 0x7F...0x84, 0x86...0x9F: return nil
        case 0x2018, 0x2019, 0x02BC: return UInt8(ascii: "'")
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: return UInt8(ascii: "-")
        case 0xFF01...0xFF5E: return UInt8(truncatingIfNeeded: scalar.value - 0xFEE0)
        default: break
        }
        let properties = scalar.properties
        if properties.generalCategory == .currencySymbol { return UInt8(ascii: "$") }
        if properties.isWhitespace { return UInt8(ascii: " ") }
        if properties.isDefaultIgnorableCodePoint || properties.generalCategory == .format { return nil }
        // Marks belong to the letter before them, which stands already.
        if properties.generalCategory == .nonspacingMark { return nil }
        if properties.numericType == .decimal, let value = properties.numericValue {
            return UInt8(ascii: "0") + UInt8(value)
        }
        return properties.isAlphabetic ? otherLetter : other
    }
}

extension ScannedText {
    /// How many bytes there are.
    var count: Int { bytes.count }

    /// The byte at a position; 0, which no text holds, before the first and after the last.
    subscript(position: Int) -> UInt8 {
        position >= 0 && position < bytes.count ? bytes[position] : 0
    }

    /// Where a run of letters and digits ends.
    ///
    /// Looks no further than a limit, so that a long run costs no more than a short one.
    func endOfRun(from start: Int, limit: Int) -> Int {
        var end = start
        while end - start < limit, self[end].isLetterOrDigit { end += 1 }
        return end
    }

    /// Where a run of digits ends.
    func endOfDigits(from start: Int, limit: Int) -> Int {
        var end = start
        while end - start < limit, self[end].isDigit { end += 1 }
        return end
    }

    /// Where the blanks from a position end, of which there may be as many as a limit.
    func endOfBlanks(from start: Int, limit: Int = 2) -> Int {
        var end = start
        while end - start < limit, self[end].isBlank { end += 1 }
        return end
    }

    /// The number that a few digits stand for.
    func number(_ range: Range<Int>) -> Int {
        range.reduce(0) { $0 * 10 + Int(self[$1].digit) }
    }

    /// A word in lower case.
    ///
    /// Up to fifteen bytes need no memory of their own.
    func word(_ range: Range<Int>) -> String {
        String(unsafeUninitializedCapacity: range.count) { buffer in
            for (offset, position) in range.enumerated() { buffer[offset] = self[position].lower }
            return range.count
        }
    }

    /// Whether words in lower case stand at a position, and nothing goes on behind them.
    ///
    /// - Returns: Where they end.
    func end(of words: StaticString, from start: Int) -> Int? {
        guard start + words.utf8CodeUnitCount <= count else { return nil }
        for offset in 0..<words.utf8CodeUnitCount where self[start + offset].lower != words.utf8Start[offset] {
            return nil
        }
        let end = start + words.utf8CodeUnitCount
        return self[end].isLetterOrDigit ? nil : end
    }
}

extension UInt8 {
    var isDigit: Bool { self &- 0x30 < 10 }
    /// The number that a digit stands for.
    var digit: UInt8 { self &- 0x30 }
    /// A letter of ASCII in lower case; anything else as it is.
    var lower: UInt8 { isLetter ? self | 0x20 : self }
    /// A letter of ASCII in upper case; anything else as it is.
    var upper: UInt8 { isLetter ? self & 0xDF : self }
    /// Whether it is a letter of ASCII.
    var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    /// Whether it is a letter of any script or a digit.
    var isLetterOrDigit: Bool { isLetter || isDigit || self == ScannedText.otherLetter }
    var isBlank: Bool { self == 0x20 || self &- 0x09 < 5 }
}
