import ReportVocabulary

extension ScannedText {
    // MARK: Telephones

    /// The end of a telephone number of the United Kingdom.
    ///
    /// A trunk 0 and nine or ten digits: ten digits in all only under 01, 0500, 0800 and 0845, otherwise eleven. They
    /// may be in groups. `0044` in place of the 0 is understood too.
    func telephoneNumber(at start: Int) -> Int? {
        guard self[start] == UInt8(ascii: "0"), !isJoined(before: start) else { return nil }
        if self[start + 1] == UInt8(ascii: "0") {
            guard self[start + 2] == UInt8(ascii: "4"), self[start + 3] == UInt8(ascii: "4") else { return nil }
            return endOfNumber(afterCountryCode: start + 4)
        }
        // In groups the first holds the code of an area: a date begins with two digits.
        guard endOfDigits(from: start, limit: 3) - start == 3 else { return nil }
        return endOfNationalNumber(from: start, digitsBefore: 0)
    }

    /// The end of a telephone number with a country's code.
    ///
    /// Ten to fifteen digits, of which E.164 allows no more; under 44 as many as a number there has.
    func internationalTelephoneNumber(at sign: Int) -> Int? {
        var start = sign + 1
        if self[start] == UInt8(ascii: "(") { start += 1 }
        guard !self[sign - 1].isLetterOrDigit, self[start].isDigit, self[start] != UInt8(ascii: "0") else { return nil }
        if self[start] == UInt8(ascii: "4"), self[start + 1] == UInt8(ascii: "4") {
            return endOfNumber(afterCountryCode: start + 2)
        }
        var end = start
        var digits = 0
        while true {
            let group = endOfDigits(from: end, limit: 16)
            digits += group - end
            end = group
            guard digits <= 15 else { return nil }
            // Changes such as “+12.5 -3.1” have stops and signs between their digits.
            guard self[end].isBlank || self[end] == UInt8(ascii: "-"), self[end + 1].isDigit else { break }
            end += 1
        }
        return digits >= 10 && isEnd(end, ofOneGroup: false) ? end : nil
    }

    /// The end of a number of the United Kingdom behind its code; a 0 in brackets, or without, may come before it.
    private func endOfNumber(afterCountryCode code: Int) -> Int? {
        let start = endOfSeparator(from: code)
        if self[start] == UInt8(ascii: "0") { return endOfNationalNumber(from: start, digitsBefore: 0) }
        return endOfNationalNumber(from: start, digitsBefore: 1)
    }

    private func endOfNationalNumber(from start: Int, digitsBefore: Int) -> Int? {
        var end = start
        var digits = digitsBefore
        var groups = 0
        var number: [UInt8] = digitsBefore == 1 ? [0] : []
        var best: Int?
        while true {
            let group = endOfDigits(from: end, limit: 12)
            number.append(contentsOf: (end..<group).map { self[$0].digit })
            digits += group - end
            groups += 1
            end = group
            if Self.isNationalNumber(number), isEnd(end, ofOneGroup: groups == 1) { best = end }
            guard digits < 11 else { break }
            let next = endOfSeparator(from: end)
            guard next > end, self[next].isDigit else { break }
            end = next
        }
        return best
    }

    private static func isNationalNumber(_ digits: [UInt8]) -> Bool {
        guard digits.count == 10 || digits.count == 11 else { return false }
        switch digits[1] {
        case 1: return true
        case 2, 3, 7, 9: return digits.count == 11
        case 5: return digits.count == 11 || digits[2] == 0 && digits[3] == 0
        case 8: return digits.count == 11 || digits[2] == 0 && digits[3] == 0 || digits[2] == 4 && digits[3] == 5
        default: return false
        }
    }

    /// Up to three blanks, hyphens, stops and brackets, such as come between the groups of a number.
    private func endOfSeparator(from start: Int) -> Int {
        var end = start
        while end - start < 3 {
            switch self[end] {
            case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: ")"): break
            default: guard self[end].isBlank else { return end }
            }
            end += 1
        }
        return end
    }

    // MARK: NHS numbers

    /// The end of an NHS number: ten digits, or three, three and four, with the right check digit.
    func nhsNumber(at start: Int) -> Int? {
        guard !isJoined(before: start) else { return nil }
        var digits: [UInt8] = []
        var end = endOfDigits(from: start, limit: 11)
        let isOneGroup = end - start == 10
        if isOneGroup {
            digits = (start..<end).map { self[$0].digit }
        } else {
            end = start
            for length in [3, 3, 4] {
                if end > start {
                    guard self[end].isBlank || self[end] == UInt8(ascii: "-") else { return nil }
                    end += 1
                }
                guard endOfDigits(from: end, limit: length + 1) - end == length else { return nil }
                digits.append(contentsOf: (end..<(end + length)).map { self[$0].digit })
                end += length
            }
        }
        return isEnd(end, ofOneGroup: isOneGroup) && Self.isNHSNumber(digits) ? end : nil
    }

    private static func isNHSNumber(_ digits: [UInt8]) -> Bool {
        // Ten times the same digit passes, and nobody has such a number.
        guard digits.count == 10, digits.contains(where: { $0 != digits[0] }) else { return false }
        var sum = 0
        for (position, digit) in digits.dropLast().enumerated() { sum += (10 - position) * Int(digit) }
        // A remainder of 1 would ask for a check digit of 10, which no digit equals.
        return (11 - sum % 11) % 11 == Int(digits[9])
    }

    // MARK: Letters and digits

    /// The end of a unique pupil number: a check letter, eleven digits, and a digit or, where it is temporary, a letter.
    func uniquePupilNumber(at start: Int) -> Int? {
        guard endOfDigits(from: start + 1, limit: 12) - start >= 12, endOfRun(from: start, limit: 14) - start == 13,
            let check = Self.pupilLetter(self[start])
        else { return nil }
        var sum = 0
        for offset in 1...12 {
            let byte = self[start + offset]
            guard let value = byte.isDigit ? Int(byte.digit) : Self.pupilLetter(byte) else { return nil }
            sum += (offset + 1) * value
        }
        return sum % 23 == check ? start + 13 : nil
    }

    /// The value of a letter from 0 to 22; I, O and S have none.
    private static func pupilLetter(_ byte: UInt8) -> Int? {
        let letters: StaticString = "ABCDEFGHJKLMNPQRTUVWXYZ"
        for value in 0..<letters.utf8CodeUnitCount where letters.utf8Start[value] == byte.upper { return value }
        return nil
    }

    /// The end of a National Insurance number: two letters, six digits, alone or in pairs, and A, B, C or D.
    func nationalInsuranceNumber(at start: Int) -> Int? {
        guard self[start + 2].isDigit || self[start + 3].isDigit, isPrefix(at: start) else { return nil }
        var end = start + 2
        for pair in 0...3 {
            if self[end].isBlank || self[end] == UInt8(ascii: "-") { end += 1 }
            guard pair < 3 else { break }
            guard self[end].isDigit, self[end + 1].isDigit else { return nil }
            end += 2
        }
        guard (UInt8(ascii: "A")...UInt8(ascii: "D")).contains(self[end].upper), !self[end + 1].isLetterOrDigit else {
            return nil
        }
        return end + 1
    }

    private func isPrefix(at start: Int) -> Bool {
        guard Self.isLetter(self[start], notOf: "DFIQUV"), Self.isLetter(self[start + 1], notOf: "DFIOQUV") else {
            return false
        }
        return !["bg", "gb", "kn", "nk", "nt", "tn", "zz"].contains(word(start..<(start + 2)))
    }

    // MARK: Where numbers begin and end

    /// Whether a number goes on from money, a decimal point or a reference such as “2017-”.
    private func isJoined(before start: Int) -> Bool {
        switch self[start - 1] {
        case UInt8(ascii: "$"), ScannedText.pound: true
        case UInt8(ascii: "."), UInt8(ascii: ","): self[start - 2].isDigit
        case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "_"): self[start - 2].isLetterOrDigit
        default: false
        }
    }

    /// Whether a number ends here, and is not a percentage, decimal, part of a reference or of an e-mail address.
    private func isEnd(_ end: Int, ofOneGroup isOneGroup: Bool) -> Bool {
        switch self[end] {
        case UInt8(ascii: "%"), UInt8(ascii: "@"): false
        case UInt8(ascii: "."), UInt8(ascii: ","): !self[end + 1].isDigit
        case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "_"): !(isOneGroup && self[end + 1].isLetterOrDigit)
        default: !self[end].isLetterOrDigit
        }
    }
}
