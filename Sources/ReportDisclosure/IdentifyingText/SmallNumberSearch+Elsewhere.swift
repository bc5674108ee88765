import ReportVocabulary

// Numbers of people who are named elsewhere in the text, and names that are made of people.

extension SmallNumberSearch {
    /// “two of whom”, “of whom two”, “n=3”, and “two of them” where children were named just before.
    func ofWhom(_ number: StatedNumber) -> Range<Int>? {
        let range = number.range
        if let start = startOfSampleSize(before: range.lowerBound) { return start..<range.upperBound }
        if let before = text.wordBefore(range.lowerBound), before.text == "whom" {
            return before.range.lowerBound..<range.upperBound
        }
        guard let next = text.wordAfter(range.upperBound) else { return nil }
        if next.text == "of", let whom = text.wordAfter(next.range.upperBound) {
            switch whom.text {
            case "whom": return range.lowerBound..<whom.range.upperBound
            case "them", "these", "those":
                return arePeopleNamed(before: range.lowerBound) ? range.lowerBound..<whom.range.upperBound : nil
            default: return nil
            }
        }
        if let end = endOfSaidPeople(number, next) { return range.lowerBound..<end }
        guard
            ["was", "were", "had", "remain", "remained", "went", "waited", "moved", "returned", "live", "lived"]
                .contains(next.text),
            arePeopleNamed(before: range.lowerBound)
        else { return nil }
        return range
    }

    /// “one was a boy”, “two are girls”.
    private func endOfSaidPeople(_ number: StatedNumber, _ verb: ScannedText.Word) -> Int? {
        guard ["is", "was", "are", "were"].contains(verb.text) else { return nil }
        var position = verb.range.upperBound
        for _ in 0..<3 {
            guard let word = text.wordAfter(position) else { return nil }
            let isPerson = number.value == 1 && Self.persons.contains(word.text)
            if isPerson || Self.people.contains(word.text) {
                return isPartOfName(endingAt: word.range.upperBound) ? nil : word.range.upperBound
            }
            guard !Self.interruptions.contains(word.text) else { return nil }
            position = word.range.upperBound
        }
        return nil
    }

    /// “n=3”, “N = 3”.
    private func startOfSampleSize(before start: Int) -> Int? {
        var position = start - 1
        while start - position < 3, text[position].isBlank { position -= 1 }
        guard text[position] == UInt8(ascii: "=") else { return nil }
        position -= 1
        while start - position < 6, text[position].isBlank { position -= 1 }
        guard text[position].lower == UInt8(ascii: "n"), !text[position - 1].isLetterOrDigit else { return nil }
        return position
    }

    /// Whether children or families are named up to some twelve words before a position, in the same line.
    private func arePeopleNamed(before position: Int) -> Bool {
        var end = position
        for _ in 0..<12 {
            var start = end
            while position - start < 120, start > 0, !text[start - 1].isLetterOrDigit {
                guard text[start - 1] != 0x0A else { return false }
                start -= 1
            }
            let (first, word) = letters(endingAt: start)
            guard let first, position - first < 120 else { return false }
            let previous = text.wordBefore(first)?.text ?? ""
            // “one child waited and two were moved”.
            if isPeople(word, after: previous, 2) || isPeople(word, after: previous, 1), !isPartOfName(endingAt: start)
            {
                return true
            }
            end = first
        }
        return false
    }

    /// “4 out of 6”, “two of the three girls”.
    func share(_ number: StatedNumber, _ part: Double, of whole: Double) -> Range<Int>? {
        guard isSmall(part), whole <= 100, isFree(number) else { return nil }
        let words = innerWords(of: number.range)
        guard words.contains("of"), !words.contains("every") else { return nil }
        let range = number.range
        // “three out of five children” is said of any number of them.
        let isCustomary = number.isInWords && !words.contains("the") && [5, 10, 20, 100].contains(whole)
        if !isCustomary, let end = endOfPeople(whole, from: range.upperBound) { return range.lowerBound..<end }
        guard words.contains("out"), !isCustomary, isFollowedFreely(number) else { return nil }
        let before = text.wordBefore(range.lowerBound)?.text ?? ""
        return ["ranked", "rank", "rated", "scored", "score", "scores", "placed", "position"].contains(before)
            ? nil : range
    }

    private func innerWords(of range: Range<Int>) -> [String] {
        var words: [String] = []
        var position = range.lowerBound
        while position < range.upperBound, words.count < 8 {
            let end = min(text.endOfRun(from: position, limit: 15), range.upperBound)
            if end > position { words.append(text.word(position..<end)) }
            position = max(end, position + 1)
        }
        return words
    }

    // MARK: Names made of people

    /// What people lend their name to, and what makes a number of them a difference.
    private static let namesakes: Set<String> = [
        "abuse", "arrangements", "assessment", "assessments", "board", "boards", "care", "centre", "centres",
        "committee", "concern", "concerns", "conference", "conferences", "court", "criminal", "development",
        "exploitation", "fewer", "first", "focused", "friendly", "group", "groups", "health", "help", "home", "homes",
        "hub", "hubs", "justice", "less", "level", "mental", "more", "network", "plan", "plans", "poverty", "practice",
        "practitioner", "practitioners", "protection", "safeguarding", "service", "services", "sexual", "social",
        "support", "team", "teams", "time", "trust", "welfare", "worker", "workers", "workforce", "offending",
        "relationship",
        "relationships", "members", "member", "carers", "carer", "council", "event", "events", "forum", "participation",
        "survey", "surveys", "placement", "placements", "review", "reviews", "visits", "club", "clubs", "wellbeing",
        "learning",
        "therapist", "partnership", "therapy", "strategy", "programme", "programmes", "accommodation", "premium",
        "referral",
        "referrals", "units", "unit", "and", "setting", "settings", "room", "law", "days", "fostering", "engagement",
    ]

    /// Whether people are only part of a name: “children’s homes”, “family support”, “Children and Families teams”.
    func isPartOfName(endingAt end: Int) -> Bool {
        if isPossessive(endingAt: end) { return true }
        guard let next = text.wordAfter(end) else { return false }
        guard next.text == "and" else { return Self.namesakes.contains(next.text) }
        guard let second = text.wordAfter(next.range.upperBound) else { return false }
        switch second.text {
        case "family", "families": return true
        case "young":
            guard let third = text.wordAfter(second.range.upperBound) else { return false }
            return isPossessive(endingAt: third.range.upperBound)
        default: return false
        }
    }

    private func isPossessive(endingAt end: Int) -> Bool {
        guard text[end] == UInt8(ascii: "'") else { return false }
        return text[end + 1].lower == UInt8(ascii: "s") || text[end - 1].lower == UInt8(ascii: "s")
    }
}
