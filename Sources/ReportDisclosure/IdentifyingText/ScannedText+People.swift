extension ScannedText {
    /// The end of a small number of children or families, or of the age of one child.
    ///
    /// A number from one to `largest` in digits or words, and within two words of it a word for people: “three children”,
    /// “2 looked after children”, “one of the siblings”. Fractions, ranges, rates, ordinals and labels (“one in five
    /// children”, “4 to 9 children”, “Year 2 pupils”) are no counts of people, and “two children’s homes” are homes.
    func smallNumber(at start: Int, upTo largest: Int) -> Int? {
        let (value, end) = self[start].isDigit ? numberInDigits(at: start) : numberInWords(at: start)
        guard value > 0, Self.mayStandBefore(self[start - 1]) else { return nil }
        if let end = ageOfOneChild(value, start..<end) { return end }
        guard value <= largest, self[end].isBlank, !isLabel(before: start) else { return nil }
        return endOfPeople(value, from: end)
    }

    private func numberInDigits(at start: Int) -> (Int, Int) {
        let end = endOfDigits(from: start, limit: 3)
        return end - start > 2 || self[end].isLetterOrDigit ? (0, end) : (number(start..<end), end)
    }

    private static let numberWords = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    private static let firstLettersOfNumbers = Array("otfsen".utf8)

    private func numberInWords(at start: Int) -> (Int, Int) {
        guard Self.firstLettersOfNumbers.contains(self[start].lower) else { return (0, start) }
        let end = endOfRun(from: start, limit: 6)
        guard (3...5).contains(end - start) else { return (0, end) }
        let word = word(start..<end)
        return ((Self.numberWords.firstIndex(of: word) ?? -1) + 1, end)
    }

    /// Whether a count may begin behind a byte: not one that joins it to a number or a name.
    private static func mayStandBefore(_ byte: UInt8) -> Bool {
        byte == 0 || byte == other || byte.isBlank || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "'")
            || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "[")
    }

    // MARK: The words around

    /// The word that ends before a position, with nothing but blanks and a hyphen between.
    private func wordBefore(_ position: Int) -> (text: String, start: Int)? {
        var end = position
        while position - end < 3, self[end - 1].isBlank || self[end - 1] == UInt8(ascii: "-") { end -= 1 }
        var start = end
        while end - start < 15, self[start - 1].isLetterOrDigit { start -= 1 }
        guard start < end, end < position, end - start < 15 else { return nil }
        return (word(start..<end), start)
    }

    /// The word that begins behind a position, with nothing but blanks, a hyphen and quotes between.
    private func wordAfter(_ position: Int) -> (text: String, end: Int)? {
        var start = position
        while start - position < 3, self[start].isBlank || self[start] == UInt8(ascii: "-") { start += 1 }
        let end = endOfRun(from: start, limit: 15)
        guard start > position, end > start, end - start < 15 else { return nil }
        return (word(start..<end), end)
    }

    /// Words before a number that make it a label, a limit or part of another number.
    private static let labels: Set<String> = [
        "year", "years", "stage", "tier", "level", "band", "phase", "section", "sections", "page", "paragraph", "para",
        "appendix", "annex", "table", "figure", "priority", "theme", "outcome", "standard", "step", "part", "key",
        "age", "aged", "ages", "group", "chapter", "item", "no", "number", "strand", "objective", "pledge",
        "recommendation", "action", "goal", "grade", "line", "column", "row", "quarter", "week", "month", "day",
        "category", "domain", "article", "schedule", "question", "version", "class", "ward", "principle", "than",
        "under", "over", "every", "per", "point", "top",
    ]

    private func isLabel(before start: Int) -> Bool {
        guard let before = wordBefore(start) else { return false }
        switch before.text {
        // “in three children” and “of two siblings” are counts; “one in five” and “three out of five” are shares.
        case "in", "of", "to", "or", "and":
            guard let first = wordBefore(before.start) else { return false }
            return Self.numberWords.contains(first.text) || first.text == "out" || first.text.utf8.allSatisfy(\.isDigit)
        default: return Self.labels.contains(before.text)
        }
    }

    /// Words between a number and people that make it a number of something else.
    private static let interruptions: Set<String> = [
        "in", "out", "per", "percent", "third", "thirds", "quarter", "quarters", "half", "halves", "fifth", "fifths",
        "tenth", "tenths", "times", "time", "or", "to", "and", "more", "fewer", "hundred", "thousand", "million",
        "pounds", "year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "point",
        "points", "for", "with", "by", "as", "is", "are", "was", "were", "on", "at", "from", "than", "that", "who",
        "where", "when", "about", "safeguarding", "protecting", "supporting", "helping", "involving", "concerning",
        "affecting",
    ]

    private static let people: Set<String> = [
        "children", "babies", "infants", "siblings", "twins", "triplets", "girls", "boys", "families", "teenagers",
        "toddlers", "pupils", "youngsters", "minors",
    ]
    private static let persons: Set<String> = [
        "child", "baby", "infant", "sibling", "twin", "girl", "boy", "family", "teenager", "toddler", "pupil",
        "youngster", "minor",
    ]

    private func endOfPeople(_ value: Int, from start: Int) -> Int? {
        var previous = ""
        var position = start
        for _ in 0..<3 {
            guard let next = wordAfter(position) else { return nil }
            if isPeople(next.text, after: previous, value) {
                return isPartOfName(endingAt: next.end) ? nil : next.end
            }
            guard !Self.interruptions.contains(next.text) else { return nil }
            (previous, position) = (next.text, next.end)
        }
        return nil
    }

    private func isPeople(_ word: String, after previous: String, _ value: Int) -> Bool {
        switch word {
        case "people": previous == "young"
        case "leavers": previous == "care"
        case "person": previous == "young" && value == 1
        case "leaver": previous == "care" && value == 1
        default: Self.people.contains(word) || value == 1 && Self.persons.contains(word)
        }
    }

    /// What people lend their name to, and what makes a number of them a difference.
    private static let namesakes: Set<String> = [
        "abuse", "arrangements", "assessment", "assessments", "board", "boards", "care", "centre", "centres",
        "committee", "concern", "concerns", "conference", "conferences", "court", "criminal", "development",
        "exploitation", "fewer", "first", "focused", "friendly", "group", "groups", "health", "help", "home", "homes",
        "hub", "hubs", "justice", "less", "level", "mental", "more", "network", "plan", "plans", "poverty", "practice",
        "practitioner", "practitioners", "protection", "safeguarding", "service", "services", "sexual", "social",
        "support", "team", "teams", "time", "trust", "welfare", "worker", "workers", "workforce",
    ]

    /// Whether people are only part of a name: “children’s homes”, “family support”, “Children and Families teams”.
    private func isPartOfName(endingAt end: Int) -> Bool {
        if isPossessive(endingAt: end) { return true }
        guard let next = wordAfter(end) else { return false }
        if Self.namesakes.contains(next.text) { return true }
        guard next.text == "and", let second = wordAfter(next.end) else { return false }
        switch second.text {
        case "family", "families": return true
        case "young":
            guard let third = wordAfter(second.end) else { return false }
            return isPossessive(endingAt: third.end)
        default: return false
        }
    }

    private func isPossessive(endingAt end: Int) -> Bool {
        guard self[end] == UInt8(ascii: "'") else { return false }
        return self[end + 1].lower == UInt8(ascii: "s") || self[end - 1].lower == UInt8(ascii: "s")
    }

    // MARK: Ages

    /// The end of the age of one child: “a girl aged 7”, “a 7-year-old boy”.
    private func ageOfOneChild(_ age: Int, _ range: Range<Int>) -> Int? {
        guard age <= 25 else { return nil }
        if let year = wordAfter(range.upperBound), year.text == "year", let old = wordAfter(year.end), old.text == "old"
        {
            var position = old.end
            for _ in 0..<3 {
                guard let next = wordAfter(position) else { return nil }
                if Self.persons.contains(next.text) { return isPartOfName(endingAt: next.end) ? nil : next.end }
                position = next.end
            }
            return nil
        }
        guard let aged = wordBefore(range.lowerBound), aged.text == "aged",
            let child = wordBefore(aged.start), Self.persons.contains(child.text),
            hasArticle(before: child.start), !isRange(from: range.upperBound)
        else { return nil }
        return range.upperBound
    }

    private func hasArticle(before position: Int) -> Bool {
        var start = position
        for _ in 0..<3 {
            guard let word = wordBefore(start) else { return false }
            if ["a", "an", "the", "one"].contains(word.text) { return true }
            start = word.start
        }
        return false
    }

    /// Whether a number goes on as “to 17”, “or 17”, “-17” or “+”.
    private func isRange(from end: Int) -> Bool {
        if self[end] == UInt8(ascii: "-") || self[end] == UInt8(ascii: "+") { return true }
        guard let next = wordAfter(end) else { return false }
        return ["to", "or", "and", "plus"].contains(next.text)
    }
}
