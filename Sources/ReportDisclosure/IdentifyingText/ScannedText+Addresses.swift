import ReportVocabulary

extension ScannedText {
    /// The e-mail address around a sign, where there is one.
    ///
    /// A name of up to 64 characters, which is as many as RFC 5321 allows, and a domain of two labels or more, the last of
    /// letters.
    func emailAddress(around sign: Int) -> Range<Int>? {
        var start = sign
        while sign - start < 64, self[start - 1].isInMailName { start -= 1 }
        while start < sign, self[start] == UInt8(ascii: ".") || self[start] == UInt8(ascii: "-") { start += 1 }
        guard start < sign, let end = endOfDomain(from: sign + 1) else { return nil }
        return start..<end
    }

    private func endOfDomain(from start: Int) -> Int? {
        var end = start
        var lastGood: Int?
        var labels = 0
        while end - start < 253 {
            let label = end
            while end - start < 253, self[end].isLetterOrDigit || self[end] == UInt8(ascii: "-") { end += 1 }
            guard end > label else { break }
            labels += 1
            // A number at either end of the last label makes it a version or an amount.
            if labels > 1, end - label > 1, !self[label].isDigit, !self[end - 1].isDigit, self[end - 1].isLetterOrDigit
            {
                lastGood = end
            }
            guard self[end] == UInt8(ascii: ".") else { break }
            end += 1
        }
        return lastGood
    }

    /// Whether a web address begins here.
    func isWebAddress(at position: Int) -> Bool {
        begins(with: "http://", at: position) || begins(with: "https://", at: position)
            || begins(with: "www.", at: position)
    }

    private func begins(with words: StaticString, at position: Int) -> Bool {
        for offset in 0..<words.utf8CodeUnitCount where self[position + offset].lower != words.utf8Start[offset] {
            return false
        }
        return true
    }

    // MARK: Postcodes

    /// The end of a full postcode: the half for the district and the half for the street, with or without blanks between.
    func postcode(at start: Int) -> Int? {
        // The cheap look first: it begins with one or two letters and a digit.
        guard self[start].isLetter, self[start + 1].isDigit || self[start + 2].isDigit || isGiro(at: start) else {
            return nil
        }
        let end = endOfRun(from: start, limit: 8)
        if (5...7).contains(end - start) {
            let isPartOfMore = Self.joins.contains(self[start - 1]) || Self.joins.contains(self[end])
            return !isPartOfMore && isOutward(start..<(end - 3)) && isInward((end - 3)..<end) ? end : nil
        }
        guard (2...4).contains(end - start) else { return nil }
        let second = endOfBlanks(from: end)
        let last = endOfRun(from: second, limit: 4)
        guard second > end, last - second == 3, isOutward(start..<end), isInward(second..<last) else { return nil }
        // “T6 1st” and “S47 5yr” are not postcodes.
        return Self.endings.contains(word((second + 1)..<last)) && self[last - 1] != self[last - 1].upper ? nil : last
    }

    /// What joins a code to more of it.
    private static let joins: [UInt8] = Array("-_/#.=&(".utf8)
    /// Endings of numbers.
    private static let endings: Set<String> = ["st", "nd", "rd", "th", "yr", "hr", "pt", "ft", "bn"]

    private func isGiro(at start: Int) -> Bool {
        self[start].upper == UInt8(ascii: "G") && self[start + 1].upper == UInt8(ascii: "I")
            && self[start + 2].upper == UInt8(ascii: "R")
    }

    /// A9, A99, AA9, AA99, A9A or AA9A, with the letters that each place may have; or GIR.
    private func isOutward(_ range: Range<Int>) -> Bool {
        var position = range.lowerBound
        if range.count == 3, isGiro(at: position) { return true }
        guard Self.isLetter(self[position], notOf: "QVX") else { return false }
        position += 1
        let hasTwoLetters = self[position].isLetter
        if hasTwoLetters {
            guard Self.isLetter(self[position], notOf: "IJZ") else { return false }
            position += 1
        }
        guard self[position].isDigit else { return false }
        position += 1
        switch range.upperBound - position {
        case 0: return true
        case 1:
            return self[position].isDigit
                || Self.isLetter(self[position], notOf: hasTwoLetters ? "CDFGIJKLOQSTUZ" : "ILMNOQRVXYZ")
        default: return false
        }
    }

    private func isInward(_ range: Range<Int>) -> Bool {
        self[range.lowerBound].isDigit && Self.isLetter(self[range.lowerBound + 1], notOf: "CIKMOV")
            && Self.isLetter(self[range.lowerBound + 2], notOf: "CIKMOV")
    }

    /// Whether a byte is a letter of ASCII, and none of some.
    static func isLetter(_ byte: UInt8, notOf letters: StaticString) -> Bool {
        guard byte.isLetter else { return false }
        for offset in 0..<letters.utf8CodeUnitCount where letters.utf8Start[offset] == byte.upper { return false }
        return true
    }
}

extension UInt8 {
    /// Whether it can be in the name of an e-mail address.
    fileprivate var isInMailName: Bool {
        switch self {
        case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "-"),
            UInt8(ascii: "'"), UInt8(ascii: "&"):
            true
        default: isLetterOrDigit
        }
    }
}
