/// Reads the numbers that a text states, in digits and in words.
///
/// Every number is found with what it means: “fourteen”, “one hundred and five”, “two thirds”, “4 out of 6”, “at least 85%”,
/// “12 to 16”, “£5.7m”, “doubled”. Dates, times, references, telephone numbers and what is numbered, such as “Table 3”, are
/// found too and told apart, so that nobody takes them for counts.
///
/// It goes through the text once and looks at a bounded number of characters around each place.
package struct NumberReader {
    let text: ScannedText
    /// The text, for the reader of words.
    var scanned: ScannedText { text }
    var found: [StatedNumber] = []

    /// The numbers of a text from the first to the last, by bytes of UTF-8; no two overlap.
    ///
    /// - Complexity: O(*n*) for a text of *n* bytes.
    package static func numbers(in string: String) -> [StatedNumber] {
        let text = ScannedText(string)
        return numbers(in: text).map { number in
            var number = number
            number.range = text.origin(of: number.range)
            return number
        }
    }

    /// The numbers of a text that has been scanned, by its own positions.
    package static func numbers(in text: ScannedText) -> [StatedNumber] {
        var reader = NumberReader(text: text)
        reader.read()
        return reader.found
    }

    /// The number with which a text begins, behind blanks and its sign; `nil` where it begins with anything else.
    package static func leading(in string: String) -> StatedNumber? {
        let text = ScannedText(string)
        guard var first = numbers(in: text).first, first.isQuantity, !first.isInWords else { return nil }
        guard (0..<first.range.lowerBound).allSatisfy({ text[$0].isBlank || text[$0].isSign }),
            (0..<first.range.lowerBound).filter({ text[$0].isSign }).count <= 1
        else { return nil }
        first.range = text.origin(of: first.range)
        return first
    }

    /// The number that a text is as a whole, with its sign and unit: no range, no bound, no words.
    package static func whole(of string: String) -> StatedNumber? {
        guard let number = leading(in: string), number.upper == nil, number.bound == nil, number.per == nil else {
            return nil
        }
        let rest = string.utf8.suffix(
            from: string.utf8.index(string.utf8.startIndex, offsetBy: number.range.upperBound))
        return rest.allSatisfy { $0 == 0x20 } ? number : nil
    }

    /// The number that digits with at most one point before decimals are, by exact arithmetic: the form of nearly all numbers.
    ///
    /// - Returns: `nil` for anything else, also for other ways to write a number.
    package static func plain(_ bytes: String.UTF8View) -> Double? {
        guard bytes.count <= 15, var byte = bytes.first else { return nil }
        var index = bytes.startIndex
        let isNegative = byte == UInt8(ascii: "-")
        if isNegative { index = bytes.index(after: index) }
        var mantissa = 0
        var digits = 0
        var decimals: Int?
        while index < bytes.endIndex {
            byte = bytes[index]
            if byte == UInt8(ascii: "."), decimals == nil, digits > 0 {
                decimals = 0
            } else if byte.isDigit {
                mantissa = mantissa * 10 + Int(byte.digit)
                digits += 1
                if let known = decimals { decimals = known + 1 }
            } else {
                return nil
            }
            index = bytes.index(after: index)
        }
        guard digits > 0, decimals != 0 else { return nil }
        // A whole number below 2^53 over a power of ten up to 10^22: both exact, so that the quotient is rounded once.
        let value = decimals.map { Double(mantissa) / powersOfTen[$0] } ?? Double(mantissa)
        return isNegative && value != 0 ? -value : value
    }

    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]

    private init(text: ScannedText) { self.text = text }

    private mutating func read() {
        var position = 0
        while position < text.count {
            position = step(at: position) ?? position + 1
        }
    }

    /// Looks at one character.
    ///
    /// - Returns: Where to go on, unless at the next character.
    mutating func step(at position: Int) -> Int? {
        let byte = text[position]
        let isPoint = byte == UInt8(ascii: ".") && text[position + 1].isDigit && !text[position - 1].isLetterOrDigit
        if byte.isDigit || isPoint { return readDigits(at: position) }
        if byte == ScannedText.pound || byte == UInt8(ascii: "$") { return readMoney(at: position) }
        if byte.isLetterOrDigit { return readWord(at: position) }
        if let fraction = ScannedText.fractions[byte] {
            add(
                Primary(
                    range: position..<(position + 1), value: fraction.part / fraction.whole, isInWords: true,
                    kind: .fraction(part: fraction.part, of: fraction.whole)))
            return position + 1
        }
        return nil
    }

    // MARK: What stands around a number

    /// Adds a number with its sign, its bound, the other end of its range and what it is out of.
    ///
    /// - Returns: Where it ends.
    @discardableResult
    mutating func add(_ number: Primary) -> Int {
        var stated = StatedNumber(
            range: number.range, value: number.value, decimals: number.decimals, scale: number.scale, kind: number.kind,
            isInWords: number.isInWords, mayBeYear: number.mayBeYear, groups: number.groups)
        if isLabelled(number.range.lowerBound) {
            stated.kind = .name(.label)
            if let (_, end) = otherEnd(of: number, after: nil) { stated.range = number.range.lowerBound..<end }
            found.append(stated)
            return stated.range.upperBound
        }
        stated.sign = sign(before: number.range.lowerBound)
        let before = wordsBefore(number.range.lowerBound)
        stated.bound = bound(before: number.range.lowerBound, before)
        stated.isNear = Self.isNear(before)
        addHalf(&stated)
        addShare(&stated, number, before)
        if let (other, end) = otherEnd(of: number, after: before.first) {
            stated.upper = other.value
            stated.upperDecimals = other.decimals
            stated.range = number.range.lowerBound..<end
            // “3 to 5%”, “£2-3m”.
            if case .plain = stated.kind, other.kind != .plain { stated.kind = other.kind }
            if stated.scale == 1, other.scale > 1, stated.value < other.value / other.scale {
                stated.value = DecimalText.withoutNoise(stated.value * other.scale)
                stated.scale = other.scale
            }
        }
        addRate(&stated)
        stated.bound = stated.bound ?? bound(after: stated.range.upperBound)
        found.append(stated)
        return stated.range.upperBound
    }

    @discardableResult
    mutating func add(_ kind: StatedNumber.Kind, _ range: Range<Int>) -> Int {
        var number = StatedNumber(range: range, value: 0, kind: kind)
        if text[range.lowerBound].isDigit, let digits = digits(at: range.lowerBound) { number.value = digits.value }
        found.append(number)
        return range.upperBound
    }

    /// The sign before a number or before its sign of money.
    ///
    /// A hyphen is one only where nothing is joined to it.
    private func sign(before start: Int) -> StatedNumber.Sign? {
        var first = start
        if text[start] == ScannedText.pound || text[start] == UInt8(ascii: "$") {
            let inner = text.endOfBlanks(from: start + 1)
            if text[inner] == UInt8(ascii: "-") { return .minus }
            if text[inner] == UInt8(ascii: "+") { return .plus }
        }
        while start - first < 2, text[first - 1].isBlank { first -= 1 }
        switch text[first - 1] {
        case UInt8(ascii: "+"): return text[first - 2].isLetterOrDigit ? nil : .plus
        case UInt8(ascii: "-"):
            let before = text[first - 2]
            // “ - 3 children” is a point of a list or a dash.
            let isAlone = first < start && first > 1
            return before.isLetterOrDigit || before == UInt8(ascii: ")") || isAlone ? nil : .minus
        default: return nil
        }
    }

    /// Up to three words before a position, the nearest first.
    private func wordsBefore(_ position: Int) -> [String] {
        var words: [String] = []
        var start = position
        while text[start - 1] == UInt8(ascii: "(") { start -= 1 }
        while words.count < 3, let word = text.wordBefore(start) {
            words.append(word.text)
            start = word.range.lowerBound
        }
        return words
    }

    private func bound(before start: Int, _ words: [String]) -> StatedNumber.Bound? {
        let last = start - (text[start - 1].isBlank ? 1 : 0)
        switch text[last - 1] {
        case UInt8(ascii: "<"): return .below
        case UInt8(ascii: ">"): return .above
        case UInt8(ascii: "="):
            if text[last - 2] == UInt8(ascii: "<") { return .atMost }
            if text[last - 2] == UInt8(ascii: ">") { return .atLeast }
        case ScannedText.atMost: return .atMost
        case ScannedText.atLeast: return .atLeast
        case UInt8(ascii: "~"), ScannedText.roughly: return .about
        case UInt8(ascii: ".") where text[last - 2].lower == UInt8(ascii: "c") && !text[last - 3].isLetterOrDigit:
            return .about
        default: break
        }
        guard let first = words.first else { return nil }
        let second = words.dropFirst().first ?? ""
        let isNegated = words.dropFirst(2).first == "no" || words.dropFirst(2).first == "not"
        switch first {
        case "than":
            switch second {
            case "more", "greater", "higher", "larger", "better": return isNegated ? .atMost : .above
            case "fewer", "less", "lower", "smaller": return isNegated ? .atLeast : .below
            default: return nil
            }
        case "under", "below", "beneath": return .below
        case "over", "above", "exceeding", "exceeds", "exceeded": return .above
        case "least": return second == "at" ? .atLeast : nil
        case "most": return second == "at" ? .atMost : nil
        case "to": return second == "up" ? .atMost : nil
        case "of":
            switch second {
            case "maximum": return .atMost
            case "minimum", "upwards": return .atLeast
            case "excess": return .above
            default: return nil
            }
        case "maximum", "max": return .atMost
        case "minimum", "min": return .atLeast
        case "about", "around", "nearly", "almost", "approximately", "approx", "roughly", "circa", "c", "some":
            return .about
        default: return nil
        }
    }

    /// Whether words before a number say that it is only just missed or passed, the nearest word first.
    private static func isNear(_ words: [String]) -> Bool {
        guard let first = words.first else { return false }
        let close: Set<String> = ["just", "slightly", "marginally", "fractionally"]
        return switch first {
        case "nearly", "almost": true
        case "over", "under", "above", "below": words.dropFirst().first.map(close.contains) ?? false
        case "than": words.dropFirst(2).first.map(close.contains) ?? false
        default: false
        }
    }

    private func bound(after end: Int) -> StatedNumber.Bound? {
        if text[end] == UInt8(ascii: "+"), !text[end + 1].isDigit { return .atLeast }
        guard let first = text.wordAfter(end), let second = text.wordAfter(first.range.upperBound) else { return nil }
        switch (first.text, second.text) {
        case ("or", "more"), ("or", "over"), ("and", "over"), ("and", "above"), ("or", "above"): return .atLeast
        case ("or", "fewer"), ("or", "less"), ("or", "under"), ("and", "under"), ("or", "below"): return .atMost
        default: return nil
        }
    }

    /// “two and a half”.
    private func addHalf(_ stated: inout StatedNumber) {
        guard case .plain = stated.kind,
            let end = text.end(of: "and a half", from: text.endOfBlanks(from: stated.range.upperBound))
        else { return }
        stated.value += 0.5
        stated.decimals = 1
        stated.range = stated.range.lowerBound..<end
        if let times = text.wordAfter(end), times.text == "times" {
            stated.kind = .multiple
            stated.range = stated.range.lowerBound..<times.range.upperBound
        }
    }

    /// “4 out of 6”, “4 of the 6”, “1 in 5”, “4/6”.
    private func addShare(_ stated: inout StatedNumber, _ number: Primary, _ before: [String]) {
        if case .fraction(let part, let of) = stated.kind { return addWhole(&stated, part / of) }
        guard case .plain = stated.kind, number.decimals == 0, !number.mayBeYear else { return }
        var start: Int
        var isIn = false
        if text[number.end] == UInt8(ascii: "/"), text[number.end + 1].isDigit {
            start = number.end + 1
        } else if let word = text.wordAfter(number.end) {
            start = word.range.upperBound
            switch word.text {
            case "out":
                guard let of = text.wordAfter(start), of.text == "of" else { return }
                start = of.range.upperBound
            case "of": break
            case "in": isIn = true
            default: return
            }
            if let next = text.wordAfter(start), Self.determiners.contains(next.text) { start = next.range.upperBound }
            start = text.endOfBlanks(from: start)
        } else {
            return
        }
        guard name(at: start) == nil, let whole = primary(at: start), whole.kind == .plain, whole.decimals == 0,
            !whole.mayBeYear,
            whole.value >= number.value, whole.value > 0
        else { return }
        // “1 in 5” is a share; “3 in 14 wards” is not.
        if isIn {
            guard whole.value > number.value,
                number.value == 1 && whole.value <= 10_000 || [3, 4, 5, 10, 20, 100, 1_000].contains(whole.value)
            else { return }
        }
        stated.kind = .share(part: number.value, of: whole.value)
        stated.value = number.value / whole.value
        stated.range = number.range.lowerBound..<whole.end
    }

    /// “half of the six”.
    private func addWhole(_ stated: inout StatedNumber, _ share: Double) {
        guard let of = text.wordAfter(stated.range.upperBound), of.text == "of" else { return }
        var start = of.range.upperBound
        if let next = text.wordAfter(start), Self.determiners.contains(next.text) { start = next.range.upperBound }
        start = text.endOfBlanks(from: start)
        guard text[start].isLetterOrDigit, name(at: start) == nil, let whole = primary(at: start), whole.kind == .plain,
            whole.value > 1,
            !whole.mayBeYear
        else { return }
        stated.kind = .share(part: DecimalText.withoutNoise(share * whole.value), of: whole.value)
        stated.range = stated.range.lowerBound..<whole.end
    }

    private static let determiners: Set<String> = ["the", "these", "those", "our", "all", "every", "a", "total"]

    /// The other end of “3 to 5”, “3-5”, “between 3 and 5”, “two or three”.
    private func otherEnd(of number: Primary, after before: String?) -> (number: Primary, end: Int)? {
        switch number.kind {
        case .share, .fraction, .ordinal, .multiple, .nothing, .name: return nil
        case .plain, .percent, .points, .money: break
        }
        var start = number.end
        if text[start] == UInt8(ascii: "-"), text[start + 1].isDigit || text[start + 1] == ScannedText.pound {
            start += 1
        } else if text[start].isBlank, text[start + 1] == UInt8(ascii: "-"), text[start + 2].isBlank,
            text[start + 3].isDigit
        {
            start += 3
        } else if let word = text.wordAfter(start), before != "from" {
            switch word.text {
            case "to", "or": break
            case "and": guard before == "between" else { return nil }
            default: return nil
            }
            start = text.endOfBlanks(from: word.range.upperBound)
        } else {
            return nil
        }
        if text[start] == ScannedText.pound { start += 1 }
        guard text[start].isLetterOrDigit, name(at: start) == nil, let other = primary(at: start),
            other.value > number.value || other.value * other.scale > number.value
        else { return nil }
        // “Rose by 45 to 1,125” tells a change and where it led.
        if before == "by", other.value >= 10 * number.value { return nil }
        switch other.kind {
        case .share, .fraction, .ordinal, .multiple, .nothing, .name: return nil
        case .plain, .percent, .points, .money: return (other, other.end)
        }
    }

    /// “45 per 10,000”.
    private func addRate(_ stated: inout StatedNumber) {
        guard case .plain = stated.kind, let word = text.wordAfter(stated.range.upperBound), word.text == "per" else {
            return
        }
        let start = text.endOfBlanks(from: word.range.upperBound)
        guard text[start].isDigit, let whole = primary(at: start), whole.kind == .plain, whole.value > 1 else { return }
        stated.per = whole.value
        stated.range = stated.range.lowerBound..<whole.end
    }
}

extension UInt8 {
    /// Whether it is a sign before a number, or one of money.
    fileprivate var isSign: Bool {
        self == UInt8(ascii: "+") || self == UInt8(ascii: "-") || self == ScannedText.pound || self == UInt8(ascii: "$")
    }
}
