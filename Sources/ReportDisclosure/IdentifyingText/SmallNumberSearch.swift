import ReportVocabulary

/// Finds small numbers of children and families in a text, and the ages of single children.
///
/// The numbers are those that ``NumberReader`` finds. Whether one counts people is told by the words around it: “three
/// children”, “2 unaccompanied asylum-seeking children”, “boys: 3”, “n=3”, “two of whom”. Fractions, bounds, rates, places in
/// an order and labels (“one in five children”, “fewer than five children”, “Year 2 pupils”) are not counts of people, and
/// “two children’s homes” are homes.
struct SmallNumberSearch {
    let text: ScannedText
    private let numbers: [StatedNumber]
    private let largest: Double

    init(_ text: ScannedText, upTo largest: Int) {
        self.text = text
        self.largest = Double(largest)
        numbers = NumberReader.numbers(in: text)
    }

    /// Where the text states a small number of people or an age, from the first to the last; some may overlap.
    func ranges() -> [Range<Int>] {
        numbers.indices.compactMap { index in age(numbers[index]) ?? people(at: index) }
    }

    func people(at index: Int) -> Range<Int>? {
        let number = numbers[index]
        switch number.kind {
        case .share(let part, let whole): return share(number, part, of: whole)
        case .plain: break
        default: return nil
        }
        guard isSmall(number.value), number.upper.map(isSmall) ?? true, number.per == nil, isFree(number) else {
            return nil
        }
        return counted(at: index) ?? namedBefore(number) ?? ofWhom(number)
    }

    func isSmall(_ value: Double) -> Bool { value >= 1 && value <= largest && value == value.rounded() }

    /// Whether a number is by itself, and is not the edge of a bound, a part of a name or another number.
    func isFree(_ number: StatedNumber) -> Bool {
        switch number.bound {
        case .below, .above, .atMost: return false
        case .atLeast, .about, nil: break
        }
        let start = number.range.lowerBound
        let byte = text[start - 1]
        let mayStand =
            byte == 0 || byte == ScannedText.other || byte.isBlank || Self.openings.contains(byte)
            || byte.lower == UInt8(ascii: "x")
        guard mayStand else { return false }
        guard let before = text.wordBefore(start) else { return true }
        return !Self.labels.contains(before.text)
    }

    private static let openings = Array("('\"[=:/,-;".utf8)

    /// Words before a number that make it a label, a limit or part of another number.
    private static let labels: Set<String> = [
        "year", "years", "key", "age", "ages", "number", "action", "week", "month", "day", "ward", "than", "under",
        "over",
        "every", "per", "point", "top", "any", "each", "least", "no",
    ]

    // MARK: A number before people

    /// “three children”, “one of the siblings”, “a pair of brothers”, “the twins”.
    private func counted(at index: Int) -> Range<Int>? {
        let number = numbers[index]
        let range = number.range
        let word = number.isInWords ? lastWord(of: range) : ""
        if word == "twins" || word == "triplets" { return isPartOfName(endingAt: range.upperBound) ? nil : range }
        var position = endOfRepetition(at: index) ?? range.upperBound
        if text[text.endOfBlanks(from: position)] == ScannedText.times {
            position = text.endOfBlanks(from: position) + 1
        }
        guard let end = endOfPeople(number.value, from: position, isSingular: word == "single") else { return nil }
        // “both children and adults” counts nobody.
        if word == "both", let next = text.wordAfter(end), next.text == "and" || next.text == "or" { return nil }
        return range.lowerBound..<end
    }

    private func lastWord(of range: Range<Int>) -> String {
        var start = range.upperBound
        while start > range.lowerBound, text[start - 1].isLetter { start -= 1 }
        return text.word(start..<range.upperBound)
    }

    /// Where “two (2)” ends.
    private func endOfRepetition(at index: Int) -> Int? {
        let bracket = text.endOfBlanks(from: numbers[index].range.upperBound)
        guard text[bracket] == UInt8(ascii: "("), index + 1 < numbers.count else { return nil }
        let repeated = numbers[index + 1]
        guard repeated.range.lowerBound == bracket + 1, repeated.value == numbers[index].value,
            text[repeated.range.upperBound] == UInt8(ascii: ")")
        else { return nil }
        return repeated.range.upperBound + 1
    }

    /// Words between a number and people that make it a number of something else.
    static let interruptions: Set<String> = [
        "in", "out", "per", "percent", "third", "thirds", "quarter", "quarters", "half", "halves", "fifth", "fifths",
        "tenth", "tenths", "times", "time", "or", "to", "more", "fewer", "hundred", "thousand", "million",
        "pounds", "year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "point",
        "points", "for", "with", "by", "as", "is", "are", "was", "were", "on", "at", "from", "than", "that", "who",
        "where", "when", "about", "safeguarding", "protecting", "supporting", "helping", "involving", "concerning",
        "affecting", "which", "have", "had", "has", "will", "between", "if", "their", "how", "what", "can", "into",
        "key",
        "priorities", "areas", "workers", "staff", "visits", "teams", "services", "schools", "homes", "meetings",
        "plans",
    ]

    static let people: Set<String> = [
        "children", "babies", "infants", "siblings", "twins", "triplets", "girls", "boys", "families", "teenagers",
        "toddlers", "pupils", "youngsters", "minors", "brothers", "sisters", "daughters", "sons", "newborns", "youths",
        "adolescents", "teens", "kids", "uasc", "uascs", "lac", "cla", "cyp", "cic", "yp", "yps", "neets", "households",
        "mothers", "fathers", "adoptees", "fives", "mums", "dads", "males", "females", "individuals", "victims",
        "parents",
        "students", "adopters",
    ]
    static let persons: Set<String> = [
        "child", "baby", "infant", "sibling", "twin", "girl", "boy", "family", "teenager", "toddler", "pupil",
        "youngster", "minor", "brother", "sister", "daughter", "son", "newborn", "youth", "adolescent", "teen", "kid",
        "mother", "father", "household", "mum", "dad", "male", "female",
    ]
    /// Short names of groups of children, which also come before what is theirs: “LAC reviews”.
    private static let shortNames: Set<String> = ["uasc", "uascs", "lac", "cla", "cyp", "cic", "yp", "yps", "neets"]

    func endOfPeople(_ value: Double, from start: Int, isSingular: Bool = false) -> Int? {
        var (previous, beforeThat) = ("", "")
        var position = start
        for _ in 0..<6 {
            guard let next = text.wordAfter(position) else { return nil }
            let end = next.range.upperBound
            if let group = endOfSiblingGroup(next) { return group }
            if isPeople(next.text, after: previous, value, isSingular: isSingular) {
                if Self.shortNames.contains(next.text), let behind = text.wordAfter(end),
                    !Self.behindPeople.contains(behind.text),
                    !Self.people.contains(behind.text)
                {
                    return nil
                }
                // “two LAC children”.
                if Self.shortNames.contains(next.text), let behind = text.wordAfter(end),
                    Self.people.contains(behind.text)
                {
                    return isPartOfName(endingAt: behind.range.upperBound) ? nil : behind.range.upperBound
                }
                return isPartOfName(endingAt: end) ? nil : end
            }
            // “2 under-5s”.
            if previous == "under", next.text.hasSuffix("s"), next.text.utf8.first?.isDigit == true { return end }
            guard !Self.interruptions.contains(next.text), !(next.text == "and" && beforeThat.isEmpty) else {
                return nil
            }
            (previous, beforeThat, position) = (next.text, previous, end)
        }
        return nil
    }

    /// Where “sibling group”, “sibling pairs” or “family group” ends.
    private func endOfSiblingGroup(_ word: ScannedText.Word) -> Int? {
        guard word.text == "sibling" || word.text == "siblings" || word.text == "family",
            let next = text.wordAfter(word.range.upperBound),
            ["group", "groups", "pair", "pairs", "set", "sets"].contains(next.text),
            word.text != "family" || text.wordAfter(next.range.upperBound)?.text == "of"
        else { return nil }
        return next.range.upperBound
    }

    func isPeople(_ word: String, after previous: String, _ value: Double, isSingular: Bool = false) -> Bool {
        switch word {
        case "people", "persons", "adults": return previous == "young" && !isSingular
        case "leavers": return previous == "care" && !isSingular
        case "person", "adult": return previous == "young" && value == 1
        case "leaver": return previous == "care" && value == 1
        default: return Self.people.contains(word) && !isSingular || value == 1 && Self.persons.contains(word)
        }
    }

    // MARK: A number behind people

    /// “boys: 3”, “Children (2)”, “girls = 2”, “UASC - 2”; “a sibling group of 4”.
    private func namedBefore(_ number: StatedNumber) -> Range<Int>? {
        let start = number.range.lowerBound
        if let of = text.wordBefore(start), of.text == "of", let group = text.wordBefore(of.range.lowerBound) {
            switch group.text {
            case "group", "set":
                guard let sibling = text.wordBefore(group.range.lowerBound),
                    ["sibling", "siblings", "family"].contains(sibling.text)
                else { return nil }
                return sibling.range.lowerBound..<number.range.upperBound
            case "family": return isFollowedFreely(number) ? group.range.lowerBound..<number.range.upperBound : nil
            default: break
            }
        }
        var position = start - 1
        while start - position < 4, text[position].isBlank { position -= 1 }
        let sign = text[position]
        guard
            sign == UInt8(ascii: "(") || sign == UInt8(ascii: ":") || sign == UInt8(ascii: "=")
                || sign == UInt8(ascii: "-") && text[position - 1].isBlank
                || sign == UInt8(ascii: "x") && text[position - 1].isBlank || sign == ScannedText.times
        else { return nil }
        while start - position < 8, text[position - 1].isBlank { position -= 1 }
        let (first, word) = letters(endingAt: position)
        guard let first else { return nil }
        let previous = text.wordBefore(first)?.text ?? ""
        guard isPeople(word, after: previous, 2) else {
            // “Children in custody: 2”.
            guard sign == UInt8(ascii: ":") || sign == UInt8(ascii: "="), isFollowedFreely(number),
                let start = startOfPeople(upTo: first)
            else { return nil }
            return start..<number.range.upperBound
        }
        if sign == UInt8(ascii: "(") {
            guard text[number.range.upperBound] == UInt8(ascii: ")") else { return nil }
        } else {
            guard isFollowedFreely(number) else { return nil }
        }
        return first..<number.range.upperBound
    }

    /// Where people are named up to four words before a position, with nothing but blanks between.
    private func startOfPeople(upTo position: Int) -> Int? {
        var end = position
        for _ in 0..<4 {
            guard let word = text.wordBefore(end) else { return nil }
            let previous = text.wordBefore(word.range.lowerBound)?.text ?? ""
            if isPeople(word.text, after: previous, 2) {
                return isPartOfName(endingAt: word.range.upperBound) ? nil : word.range.lowerBound
            }
            end = word.range.lowerBound
        }
        return nil
    }

    /// The word of letters that ends exactly at a position.
    func letters(endingAt end: Int) -> (start: Int?, text: String) {
        var start = end
        while end - start < 15, text[start - 1].isLetterOrDigit { start -= 1 }
        return start < end ? (start, text.word(start..<end)) : (nil, "")
    }

    /// Whether nothing comes after a number that it could count: “boys: 3 in June” and not “children: 3 priorities”.
    func isFollowedFreely(_ number: StatedNumber) -> Bool {
        guard text[number.range.upperBound] != UInt8(ascii: "."), !text[number.range.upperBound].isLetterOrDigit else {
            return !text[number.range.upperBound + 1].isLetterOrDigit
        }
        guard let next = text.wordAfter(number.range.upperBound) else { return true }
        return Self.behindPeople.contains(next.text)
    }

    /// What may come after people or their number, other than what they lend their name to.
    static let behindPeople: Set<String> = [
        "was", "were", "is", "are", "had", "has", "have", "who", "whose", "went", "goes", "came", "ran", "run", "got",
        "with",
        "from", "in", "at", "and", "but", "for", "on", "after", "before", "by", "remains", "remain", "remained",
        "lived",
        "lives", "left", "moves", "moved", "placed", "missing", "died", "told", "said", "attends", "attended", "did",
        "does",
        "will", "would", "could", "can", "may", "must", "should", "not", "then", "since", "while", "during", "because",
        "so",
        "as", "to", "waited", "returned", "absconded", "entered", "into", "became", "turned", "arrived", "needed",
        "started",
        "living", "currently", "still", "now", "out", "under", "aged", "this", "last", "only", "all", "both", "or",
    ]
}
