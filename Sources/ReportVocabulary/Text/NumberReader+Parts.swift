// What a number is made of: digits or words, and a unit or a sign of money.

extension NumberReader {
    /// A number without what is around it.
    struct Primary {
        var range: Range<Int>
        var value: Double
        var decimals = 0
        var scale = 1.0
        var isInWords = false
        var mayBeYear = false
        var kind = StatedNumber.Kind.plain
        /// The numbers between the blanks that part its thousands.
        var groups: [Double] = []

        var end: Int { range.upperBound }
    }

    mutating func readMoney(at position: Int) -> Int? {
        var start = text.endOfBlanks(from: position + 1)
        if text[start] == UInt8(ascii: "-") || text[start] == UInt8(ascii: "+") { start += 1 }
        guard text[start].isDigit, var number = primary(at: start) else { return nil }
        number.range = position..<number.end
        if case .plain = number.kind { number.kind = .money }
        return add(number)
    }

    mutating func readDigits(at position: Int) -> Int? {
        if let name = name(at: position) { return add(name.kind, position..<name.end) }
        guard let number = primary(at: position) else { return nil }
        return add(number)
    }

    mutating func readWord(at position: Int) -> Int {
        let end = text.endOfRun(from: position, limit: 64)
        // “x3 boys”.
        if text[position].lower == UInt8(ascii: "x"), text.endOfDigits(from: position + 1, limit: 64) == end,
            end > position + 1
        {
            return readDigits(at: position + 1) ?? end
        }
        if let name = nameInWords(at: position, end) { return add(name.kind, position..<name.end) }
        if let number = primary(at: position) { return add(number) }
        return end
    }

    /// A number in digits or words, and its unit.
    func primary(at start: Int) -> Primary? {
        guard var number = text[start].isLetter ? wordNumber(at: start) : digits(at: start) else { return nil }
        if case .plain = number.kind { addUnit(&number) }
        return number
    }

    /// Digits with commas, single blanks or apostrophes between thousands and decimals behind a point.
    func digits(at start: Int) -> Primary? {
        var end = start
        var digits = ""
        func take(to limit: Int) {
            while end < limit {
                digits.unicodeScalars.append(Unicode.Scalar(text[end]))
                end += 1
            }
        }
        take(to: text.endOfDigits(from: start, limit: 40))
        let firstGroup = end - start
        let separator = text[end]
        let isParted = text[start] == UInt8(ascii: "0") ? separator == UInt8(ascii: ",") : separator.isSeparator
        var groups: [Double] = []
        while isParted, (1...3).contains(firstGroup), text[end] == separator,
            text.endOfDigits(from: end + 1, limit: 4) - end == 4, separator == UInt8(ascii: ",") || isFree(at: end + 4)
        {
            if separator == UInt8(ascii: " ") {
                if groups.isEmpty { groups = [Double(text.number(start..<end))] }
                groups.append(Double(text.number((end + 1)..<(end + 4))))
            }
            end += 1
            take(to: end + 3)
        }
        let hasCommas = end - start > firstGroup
        var decimals = 0
        if text[end] == UInt8(ascii: "."), text[end + 1].isDigit {
            if digits.isEmpty { digits = "0" }
            digits.append(".")
            end += 1
            let last = text.endOfDigits(from: end, limit: 20)
            decimals = last - end
            take(to: last)
        }
        guard let value = Double(digits), value.isFinite else { return nil }
        let mayBeYear = firstGroup == 4 && !hasCommas && decimals == 0 && (1_900..<2_100).contains(value)
        var number = Primary(range: start..<end, value: value, decimals: decimals, mayBeYear: mayBeYear)
        number.groups = groups
        if let fraction = ScannedText.fractions[text[end]] {
            number.value += fraction.part / fraction.whole
            number.decimals = 2
            number.range = start..<(end + 1)
        }
        return number
    }

    /// Whether what stands behind three digits goes on neither as a word nor as a date or time, as in “12 125th” and “5 120/80”.
    private func isFree(at end: Int) -> Bool {
        !text[end].isLetterOrDigit && text[end] != UInt8(ascii: "/") && text[end] != UInt8(ascii: ":")
    }

    /// Takes in “%”, “m”, “million”, “percentage points”, “th”, “times”.
    private func addUnit(_ number: inout Primary) {
        var end = number.end
        func take(_ scale: Double, to newEnd: Int) {
            number.value = DecimalText.withoutNoise(number.value * scale)
            number.scale = scale
            number.mayBeYear = false
            end = newEnd
        }
        // What is joined to the digits.
        if !number.isInWords, text[end].isLetter {
            let last = text.endOfRun(from: end, limit: 12)
            switch text.word(end..<last) {
            case "k": take(1_000, to: last)
            case "m", "mn": take(1_000_000, to: last)
            case "bn": take(1_000_000_000, to: last)
            case "pp", "ppt", "ppts", "pts": (number.kind, end) = (.points, last)
            case "percent": (number.kind, end) = (.percent, last)
            case "st", "nd", "rd", "th": (number.kind, end) = (.ordinal, last)
            case "x": end = last
            default: break
            }
        } else if let next = text.wordAfter(end), text[end] != UInt8(ascii: "-") || number.isInWords {
            switch next.text {
            case "thousand": take(1_000, to: next.range.upperBound)
            case "million", "m", "mn":
                if next.text == "million" || isMoney(before: number.range.lowerBound) {
                    take(1_000_000, to: next.range.upperBound)
                }
            case "billion", "bn": take(1_000_000_000, to: next.range.upperBound)
            case "hundred": take(100, to: next.range.upperBound)
            default: break
            }
            if number.scale == 100 { number.scale = 1 }
        }
        number.range = number.range.lowerBound..<end
        guard case .plain = number.kind else { return }
        addPercent(&number)
        addTimes(&number)
    }

    private func isMoney(before start: Int) -> Bool {
        let end = start - (text[start - 1].isBlank ? 1 : 0)
        return text[end - 1] == ScannedText.pound || text[end - 1] == UInt8(ascii: "$")
    }

    private func addPercent(_ number: inout Primary) {
        let start = text.endOfBlanks(from: number.end)
        var end: Int?
        if text[start] == UInt8(ascii: "%") {
            end = start + 1
        } else if start > number.end || text[start] == UInt8(ascii: "-") {
            let first = text[start] == UInt8(ascii: "-") ? start + 1 : start
            for words: StaticString in ["per cent", "percent", "per-cent", "pc"] where end == nil {
                end = text.end(of: words, from: first)
            }
            for words: StaticString in [
                "percentage points", "percentage point", "pp", "ppt", "ppts", "points", "point",
            ] {
                guard end == nil, let last = text.end(of: words, from: first) else { continue }
                number.kind = .points
                number.range = number.range.lowerBound..<last
                return
            }
        }
        guard let end else { return }
        number.kind = .percent
        number.range = number.range.lowerBound..<end
        if let next = text.wordAfter(end), ["points", "point", "pts"].contains(next.text) {
            number.kind = .points
            number.range = number.range.lowerBound..<next.range.upperBound
        }
    }

    private func addTimes(_ number: inout Primary) {
        guard case .plain = number.kind, let next = text.wordAfter(number.end),
            next.text == "times" || next.text == "fold"
        else { return }
        number.kind = .multiple
        number.range = number.range.lowerBound..<next.range.upperBound
    }
}

extension UInt8 {
    /// Whether it may stand between the thousands of a number.
    fileprivate var isSeparator: Bool {
        self == UInt8(ascii: ",") || self == UInt8(ascii: " ") || self == UInt8(ascii: "'")
    }
}
