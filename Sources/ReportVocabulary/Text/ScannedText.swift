/// A text as the readers of numbers, dates and identifiers see it: one byte for each character, with look-alikes made alike.
///
/// ASCII stands for itself, full-width letters and digits of all scripts for their ASCII ones, all blanks for a space, all
/// dashes for a hyphen, all signs of money but the pound for a dollar, every other letter for ``otherLetter`` and everything
/// else for ``other``. What nobody sees is left out.
package struct ScannedText {
    /// Any letter outside ASCII.
    package static let otherLetter: UInt8 = 0x80
    /// Any other character outside ASCII.
    package static let other: UInt8 = 0x81
    /// The sign of the pound.
    package static let pound: UInt8 = 0x82
    /// “≤” and “≥”.
    package static let atMost: UInt8 = 0x83
    package static let atLeast: UInt8 = 0x84
    /// “≈”.
    package static let roughly: UInt8 = 0x85
    /// Fractions that are one character: ¼, ½, ¾, ⅓ and ⅔.
    package static let fractions: [UInt8: (part: Double, whole: Double)] = [
        0x86: (1, 4), 0x87: (1, 2), 0x88: (3, 4), 0x89: (1, 3), 0x8A: (2, 3),
    ]
    /// “×”.
    package static let times: UInt8 = 0x8B

    package private(set) var bytes: [UInt8] = []
    /// Where each byte comes from in UTF-8; empty where the text is all ASCII and every byte is its own.
    private var origins: [Range<Int>] = []

    package init() {}

    package init(_ text: String) { read(text) }

    /// Takes a text in place of the last one.
    package mutating func read(_ text: String) {
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
    package func origin(of range: Range<Int>) -> Range<Int> {
        guard !origins.isEmpty, !range.isEmpty else { return range }
        return origins[range.lowerBound].lowerBound..<origins[range.upperBound - 1].upperBound
    }

    private static func byte(for scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x09...0x0D, 0x20...0x7E: return UInt8(truncatingIfNeeded: scalar.value)
        case 0..<0x20, 0x7F...0x84, 0x86...0x9F: return nil
        case 0xA3, 0xFFE1: return pound
        case 0xBC: return 0x86
        case 0xBD: return 0x87
        case 0xBE: return 0x88
        case 0x2153: return 0x89
        case 0x2154: return 0x8A
        case 0xD7: return times
        case 0x2264, 0x2A7D: return atMost
        case 0x2265, 0x2A7E: return atLeast
        case 0x2248, 0x223C: return roughly
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
    package var count: Int { bytes.count }

    /// The byte at a position; 0, which no text holds, before the first and after the last.
    package subscript(position: Int) -> UInt8 {
        position >= 0 && position < bytes.count ? bytes[position] : 0
    }

    /// Where a run of letters and digits ends.
    ///
    /// Looks no further than a limit, so that a long run costs no more than a short one.
    package func endOfRun(from start: Int, limit: Int) -> Int {
        var end = start
        while end - start < limit, self[end].isLetterOrDigit { end += 1 }
        return end
    }

    /// Where a run of digits ends.
    package func endOfDigits(from start: Int, limit: Int) -> Int {
        var end = start
        while end - start < limit, self[end].isDigit { end += 1 }
        return end
    }

    /// Where a run of letters ends.
    package func endOfLetters(from start: Int, limit: Int) -> Int {
        var end = start
        while end - start < limit, self[end].isLetter || self[end] == Self.otherLetter { end += 1 }
        return end
    }

    /// Where the blanks from a position end, of which there may be as many as a limit.
    package func endOfBlanks(from start: Int, limit: Int = 2) -> Int {
        var end = start
        while end - start < limit, self[end].isBlank { end += 1 }
        return end
    }

    /// The number that a few digits stand for.
    package func number(_ range: Range<Int>) -> Int {
        range.reduce(0) { $0 * 10 + Int(self[$1].digit) }
    }

    /// A word in lower case.
    ///
    /// Up to fifteen bytes need no memory of their own.
    package func word(_ range: Range<Int>) -> String {
        String(unsafeUninitializedCapacity: range.count) { buffer in
            var position = range.lowerBound
            while position < range.upperBound {
                let byte = self[position].lower
                // Letters of other scripts are no part of any word that is known.
                buffer[position - range.lowerBound] = byte < 0x80 ? byte : 0x3F
                position += 1
            }
            return range.count
        }
    }

    /// A word and where it is.
    package struct Word {
        package let text: String
        package let range: Range<Int>
    }

    /// The word that ends before a position, with nothing but up to three blanks and hyphens between.
    package func wordBefore(_ position: Int) -> Word? {
        var end = position
        while position - end < 3, self[end - 1].isBlank || self[end - 1] == UInt8(ascii: "-") { end -= 1 }
        var start = end
        while end - start < 15, self[start - 1].isLetterOrDigit { start -= 1 }
        guard start < end, end < position, end - start < 15 else { return nil }
        return Word(text: word(start..<end), range: start..<end)
    }

    /// The word that begins behind a position, with nothing but up to three blanks and hyphens between.
    package func wordAfter(_ position: Int) -> Word? {
        var start = position
        while start - position < 3, self[start].isBlank || self[start] == UInt8(ascii: "-") { start += 1 }
        let end = endOfRun(from: start, limit: 15)
        guard start > position, end > start, end - start < 15 else { return nil }
        return Word(text: word(start..<end), range: start..<end)
    }

    /// Whether words in lower case stand at a position, and nothing goes on behind them.
    ///
    /// - Returns: Where they end.
    package func end(of words: StaticString, from start: Int) -> Int? {
        guard start + words.utf8CodeUnitCount <= count else { return nil }
        for offset in 0..<words.utf8CodeUnitCount where self[start + offset].lower != words.utf8Start[offset] {
            return nil
        }
        let end = start + words.utf8CodeUnitCount
        return self[end].isLetterOrDigit ? nil : end
    }
}

extension UInt8 {
    package var isDigit: Bool { self &- 0x30 < 10 }
    /// The number that a digit stands for.
    package var digit: UInt8 { self &- 0x30 }
    /// A letter of ASCII in lower case; anything else as it is.
    package var lower: UInt8 { isLetter ? self | 0x20 : self }
    /// A letter of ASCII in upper case; anything else as it is.
    package var upper: UInt8 { isLetter ? self & 0xDF : self }
    /// Whether it is a letter of ASCII.
    package var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    /// Whether it is a capital letter of ASCII.
    package var isCapital: Bool { self &- 0x41 < 26 }
    /// Whether it is a letter of any script or a digit.
    package var isLetterOrDigit: Bool { isLetter || isDigit || self == ScannedText.otherLetter }
    package var isBlank: Bool { self == 0x20 || self &- 0x09 < 5 }
}
