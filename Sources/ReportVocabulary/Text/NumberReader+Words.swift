extension NumberReader {
    /// What a word says about a number.
    private enum NumberWord {
        /// One to nine.
        case unit(Double)
        /// Ten to nineteen.
        case teen(Double)
        /// Twenty, thirty and so on.
        case tens(Double)
        case hundred
        /// Thousand, million and billion.
        case scale(Double)
        /// “dozen”, “pair”, “both”: a number of its own, with or without “a” before it.
        case group(Double)
        /// “a couple of”; a couple by itself is a household.
        case couple
        /// A part: “third”, “quarters”; how many make a whole, and whether it is the plural.
        case part(Double, isPlural: Bool)
        case half
        case nothing
        case multiple(Double)
        /// The place in an order.
        case ordinal(Double)
    }

    private static let words: [String: NumberWord] = {
        var words: [String: NumberWord] = [
            "hundred": .hundred, "thousand": .scale(1_000), "million": .scale(1_000_000),
            "billion": .scale(1_000_000_000),
            "dozen": .group(12), "pair": .group(2), "both": .group(2), "couple": .couple, "twins": .group(2),
            "triplets": .group(3), "trio": .group(3), "duo": .group(2), "quartet": .group(4), "single": .group(1),
            "zero": .unit(0),
            "half": .half, "halves": .part(2, isPlural: true), "quarter": .part(4, isPlural: false),
            "quarters": .part(4, isPlural: true), "none": .group(0), "nobody": .nothing, "nil": .group(0),
            "neither": .nothing,
            "no": .nothing, "once": .multiple(1), "twice": .multiple(2), "thrice": .multiple(3), "double": .multiple(2),
            "doubled": .multiple(2), "doubling": .multiple(2), "doubles": .multiple(2), "twofold": .multiple(2),
            "threefold": .multiple(3), "fourfold": .multiple(4), "fivefold": .multiple(5), "tenfold": .multiple(10),
            "trebled": .multiple(3), "tripled": .multiple(3), "tripling": .multiple(3), "quadrupled": .multiple(4),
            "quintupled": .multiple(5), "halved": .multiple(0.5), "halving": .multiple(0.5),
        ]
        let units = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
        for (index, word) in units.enumerated() { words[word] = .unit(Double(index + 1)) }
        let teens = [
            "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
            "nineteen",
        ]
        for (index, word) in teens.enumerated() { words[word] = .teen(Double(index + 10)) }
        let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
        for (index, word) in tens.enumerated() { words[word] = .tens(Double(index * 10 + 20)) }
        words["fourty"] = .tens(40)
        let parts = [
            "third": 3.0, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "fourth": 4,
        ]
        for (word, number) in parts {
            words[word] = .part(number, isPlural: false)
            words[word + "s"] = .part(number, isPlural: true)
        }
        let places = [
            "first": 1.0, "second": 2, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
            "fifteenth": 15,
            "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
        ]
        for (word, number) in places { words[word] = .ordinal(number) }
        return words
    }()

    /// Which letters begin a word about numbers.
    private static let firstLetters: [Bool] = {
        var letters = [Bool](repeating: false, count: 26)
        for word in words.keys { letters[Int((word.utf8.first ?? 0) - UInt8(ascii: "a"))] = true }
        return letters
    }()

    private func numberWord(at start: Int) -> (word: NumberWord, end: Int)? {
        let first = scanned[start].lower
        guard first.isLetter, Self.firstLetters[Int(first - UInt8(ascii: "a"))] else { return nil }
        let end = scanned.endOfRun(from: start, limit: 12)
        guard (2...11).contains(end - start), let word = Self.words[scanned.word(start..<end)] else { return nil }
        return (word, end)
    }

    /// The number in words that begins at a position.
    func wordNumber(at start: Int) -> Primary? {
        // “a third”, “a hundred”, “a single”, “an eighth”.
        if let article = scanned.end(of: "a", from: start) ?? scanned.end(of: "an", from: start) {
            let next = scanned.endOfBlanks(from: article)
            guard next > article, let (word, end) = numberWord(at: next) else { return nil }
            switch word {
            case .hundred, .scale: return cardinal(from: start, first: 1, at: article)
            case .group(let value): return primary(start, end, value)
            case .couple: return scanned.wordAfter(end)?.text == "of" ? primary(start, end, 2) : nil
            case .part(let whole, false) where isPart(at: start, end): return fraction(start, end, 1, of: whole)
            case .half: return isHalf(at: start, end) ? fraction(start, end, 1, of: 2) : nil
            default: return nil
            }
        }
        guard let (word, end) = numberWord(at: start) else { return nil }
        switch word {
        case .unit(let number):
            if let fraction = fraction(from: start, number, end) { return fraction }
            return cardinal(from: start, first: nil, at: start)
        case .teen, .tens:
            // “twenty-first” is a place.
            if let ordinal = scanned.ordinalWord(at: start) {
                return primary(start, ordinal.end, Double(ordinal.number), .ordinal)
            }
            return cardinal(from: start, first: nil, at: start)
        case .group(let value): return primary(start, end, value)
        case .half:
            guard isHalf(at: start, end) else { return nil }
            // “half a dozen”.
            if let a = scanned.end(of: "a dozen", from: scanned.endOfBlanks(from: end)) { return primary(start, a, 6) }
            return fraction(start, end, 1, of: 2)
        case .part(_, let isPlural):
            // A quarter is no place in an order.
            guard !isPlural, let ordinal = scanned.ordinalWord(at: start) else { return nil }
            return primary(start, ordinal.end, Double(ordinal.number), .ordinal)
        case .ordinal(let number): return primary(start, end, number, .ordinal)
        case .nothing:
            // “no more than 3” and “no change” are no number of things.
            if let next = scanned.wordAfter(end), Self.behindNo.contains(next.text) { return nil }
            return primary(start, end, 0, .nothing)
        case .multiple(let times): return primary(start, end, times, .multiple)
        case .hundred, .scale, .couple: return nil
        }
    }

    private func primary(
        _ start: Int, _ end: Int, _ value: Double, _ kind: StatedNumber.Kind = .plain
    ) -> Primary {
        Primary(range: start..<end, value: value, isInWords: true, kind: kind)
    }

    private func fraction(_ start: Int, _ end: Int, _ part: Double, of whole: Double) -> Primary {
        Primary(range: start..<end, value: part / whole, isInWords: true, kind: .fraction(part: part, of: whole))
    }

    /// “two thirds”, “three-quarters”, “one half”; “one third” only where it is a part and no place.
    private func fraction(from start: Int, _ number: Double, _ end: Int) -> Primary? {
        guard number > 0, let next = scanned.wordAfter(end), let (word, last) = numberWord(at: next.range.lowerBound)
        else { return nil }
        switch word {
        case .part(let whole, let isPlural) where number <= whole && isPlural == (number > 1):
            return isPlural || isPart(at: start, last) ? fraction(start, last, number, of: whole) : nil
        case .half where number == 1: return fraction(start, last, 1, of: 2)
        default: return nil
        }
    }

    /// Whether “a third” or “a quarter” is a part, as in “a third of”, and no place or span of time, as in “a third visit”.
    private func isPart(at start: Int, _ end: Int) -> Bool {
        if let before = scanned.wordBefore(start),
            ["once", "twice", "times", "per", "every", "each", "for", "in"].contains(before.text)
        {
            return false
        }
        guard let next = scanned.wordAfter(end) else { return true }
        return Self.behindParts.contains(next.text)
    }

    private static let behindParts: Set<String> = [
        "of", "were", "are", "was", "is", "had", "have", "has", "higher", "lower", "more", "less", "fewer", "in", "to",
        "on",
        "from", "who", "did", "do", "said", "received", "and", "the", "since", "between", "compared", "below", "above",
    ]

    private static let behindNo: Set<String> = [
        "more", "fewer", "less", "later", "longer", "change", "difference", "doubt", "further", "clear", "earlier",
    ]

    /// Whether “half” is a part, and no span of time or kinship.
    private func isHalf(at start: Int, _ end: Int) -> Bool {
        if let before = scanned.wordBefore(start),
            ["first", "second", "other", "latter", "last", "next", "this", "each", "every", "per"].contains(before.text)
        {
            return false
        }
        guard let next = scanned.wordAfter(end) else { return true }
        return ![
            "term", "terms", "year", "years", "yearly", "day", "days", "hour", "hourly", "way", "time", "brother",
            "brothers",
            "sister", "sisters", "sibling", "siblings", "marathon", "hearted",
        ].contains(next.text)
    }

    /// “one hundred and five”, “twenty-one”, “two thousand”.
    private func cardinal(from start: Int, first: Double?, at position: Int) -> Primary? {
        var (total, current, end) = (0.0, first ?? 0, position)
        var next = position
        var isOpen = false
        // No number in words has more.
        for _ in 0..<16 {
            guard let (word, last) = numberWord(at: next) else {
                // “a hundred”, “one hundred and five”.
                if end == position, first != nil, next == position {
                    next = scanned.endOfBlanks(from: position)
                    guard next > position else { break }
                    continue
                }
                guard isOpen, let and = scanned.end(of: "and", from: next) else { break }
                let behind = scanned.endOfBlanks(from: and)
                guard behind > and, let (word, _) = numberWord(at: behind) else { break }
                switch word {
                case .unit, .teen, .tens: break
                default: return Primary(range: start..<end, value: total + current, isInWords: true)
                }
                next = behind
                continue
            }
            let rest = current.truncatingRemainder(dividingBy: 100)
            var isTaken = true
            switch word {
            case .unit(let value):
                let isFree = rest == 0 || rest >= 20 && rest.truncatingRemainder(dividingBy: 10) == 0
                if isFree, end == position || isOpen || rest >= 20, value > 0 || end == position {
                    current += value
                } else {
                    isTaken = false
                }
            case .teen(let value), .tens(let value):
                if rest == 0, end == position || isOpen { current += value } else { isTaken = false }
            // “eleven hundred”, “twenty-five hundred”; ten hundred is a thousand.
            case .hundred:
                let isWhole = current.truncatingRemainder(dividingBy: 10) == 0
                if (1...9).contains(current) || (10...99).contains(current) && total == 0 && !isWhole {
                    current *= 100
                } else {
                    isTaken = false
                }
            case .scale(let scale):
                if current > 0 { (total, current) = (total + current * scale, 0) } else { isTaken = false }
            default: isTaken = false
            }
            guard isTaken else { break }
            end = last
            switch word {
            case .hundred, .scale: isOpen = true
            default: isOpen = false
            }
            // One blank or hyphen, as in “twenty one” and “twenty-one”.
            let isJoined = scanned[end].isBlank || scanned[end] == UInt8(ascii: "-")
            guard isJoined else { break }
            next = end + 1
        }
        guard end > position else { return nil }
        return Primary(range: start..<end, value: total + current, isInWords: true)
    }
}
