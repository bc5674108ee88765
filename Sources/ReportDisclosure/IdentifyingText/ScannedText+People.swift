import ReportVocabulary

/// Finds small numbers of children and families in a text, and the ages of single children.
///
/// The numbers are those that ``NumberReader`` finds. Whether one counts people is told by the words around it: “three
/// children”, “2 unaccompanied asylum-seeking children”, “boys: 3”, “n=3”, “two of whom”. Fractions, bounds, rates, places in
/// an order and labels (“one in five children”, “fewer than five children”, “Year 2 pupils”) are no counts of people, and
/// “two children’s homes” are homes.
struct SmallNumberSearch {
    private let text: ScannedText
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

    private func people(at index: Int) -> Range<Int>? {
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

    private func isSmall(_ value: Double) -> Bool { value >= 1 && value <= largest && value == value.rounded() }

    /// Whether a number stands by itself, and is not the edge of a bound, a part of a name or another number.
    private func isFree(_ number: StatedNumber) -> Bool {
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
    private static let interruptions: Set<String> = [
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

    private static let people: Set<String> = [
        "children", "babies", "infants", "siblings", "twins", "triplets", "girls", "boys", "families", "teenagers",
        "toddlers", "pupils", "youngsters", "minors", "brothers", "sisters", "daughters", "sons", "newborns", "youths",
        "adolescents", "teens", "kids", "uasc", "uascs", "lac", "cla", "cyp", "cic", "yp", "yps", "neets", "households",
        "mothers", "fathers", "adoptees", "fives", "mums", "dads", "males", "females", "individuals", "victims",
        "parents",
        "students", "adopters",
    ]
    private static let persons: Set<String> = [
        "child", "baby", "infant", "sibling", "twin", "girl", "boy", "family", "teenager", "toddler", "pupil",
        "youngster", "minor", "brother", "sister", "daughter", "son", "newborn", "youth", "adolescent", "teen", "kid",
        "mother", "father", "household", "mum", "dad", "male", "female",
    ]
    /// Short names of groups of children, which also stand before what is theirs: “LAC reviews”.
    private static let shortNames: Set<String> = ["uasc", "uascs", "lac", "cla", "cyp", "cic", "yp", "yps", "neets"]

    private func endOfPeople(_ value: Double, from start: Int, isSingular: Bool = false) -> Int? {
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

    private func isPeople(_ word: String, after previous: String, _ value: Double, isSingular: Bool = false) -> Bool {
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
    private func letters(endingAt end: Int) -> (start: Int?, text: String) {
        var start = end
        while end - start < 15, text[start - 1].isLetterOrDigit { start -= 1 }
        return start < end ? (start, text.word(start..<end)) : (nil, "")
    }

    /// Whether nothing stands behind a number that it could count: “boys: 3 in June” and not “children: 3 priorities”.
    private func isFollowedFreely(_ number: StatedNumber) -> Bool {
        guard text[number.range.upperBound] != UInt8(ascii: "."), !text[number.range.upperBound].isLetterOrDigit else {
            return !text[number.range.upperBound + 1].isLetterOrDigit
        }
        guard let next = text.wordAfter(number.range.upperBound) else { return true }
        return Self.behindPeople.contains(next.text)
    }

    /// What may stand behind people or their number, other than what they lend their name to.
    private static let behindPeople: Set<String> = [
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

    // MARK: People named elsewhere

    /// “two of whom”, “of whom two”, “n=3”, and “two of them” where children were named just before.
    private func ofWhom(_ number: StatedNumber) -> Range<Int>? {
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
    private func share(_ number: StatedNumber, _ part: Double, of whole: Double) -> Range<Int>? {
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
    private func isPartOfName(endingAt end: Int) -> Bool {
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

    // MARK: Ages

    /// The age of one child: “a girl aged 7”, “a 7-year-old boy”, “the 14 year old”, “JS, 14”.
    private func age(_ number: StatedNumber) -> Range<Int>? {
        guard case .plain = number.kind, number.upper == nil, number.bound == nil || number.bound == .about,
            number.value <= 25,
            number.value == number.value.rounded(), !number.mayBeYear
        else { return nil }
        return yearsOld(number) ?? aged(number) ?? initials(number)
    }

    private static let spans: Set<String> = [
        "year", "years", "yr", "yrs", "month", "months", "week", "weeks", "day", "days",
    ]

    /// “a 7-year-old boy”, “the 14 year old went”, “she is 9 years old”, “a 14yo”.
    private func yearsOld(_ number: StatedNumber) -> Range<Int>? {
        let start = number.range.lowerBound
        var end: Int?
        if text[number.range.upperBound].isLetter {
            let last = text.endOfRun(from: number.range.upperBound, limit: 8)
            switch text.word(number.range.upperBound..<last) {
            case "yo": end = last
            case "yr", "yrs", "y", "year", "years":
                end = text.wordAfter(last).flatMap { $0.text == "old" ? $0.range.upperBound : nil }
            default: break
            }
        } else if let span = text.wordAfter(number.range.upperBound), Self.spans.contains(span.text) {
            end = text.wordAfter(span.range.upperBound).flatMap { $0.text == "old" ? $0.range.upperBound : nil }
        } else if let yo = text.wordAfter(number.range.upperBound), yo.text == "yo" {
            end = yo.range.upperBound
        }
        guard let end else { return nil }
        var position = end
        for _ in 0..<3 {
            guard let next = text.wordAfter(position) else { break }
            if Self.persons.contains(next.text) || next.text == "person" {
                return isPartOfName(endingAt: next.range.upperBound) ? nil : start..<next.range.upperBound
            }
            if Self.people.contains(next.text) { return nil }
            position = next.range.upperBound
        }
        let next = text.wordAfter(end)
        guard next.map({ Self.behindPeople.contains($0.text) || $0.text.hasSuffix("ed") }) ?? true else { return nil }
        guard hasArticle(before: start, Self.pointers) else { return nil }
        return start..<end
    }

    private static let articles: Set<String> = ["a", "an", "the", "one"]
    private static let pointers: Set<String> = [
        "a", "an", "the", "one", "this", "that", "her", "his", "our", "their", "is", "was", "he", "she", "another",
        "youngest",
        "oldest",
    ]

    private func hasArticle(before position: Int, _ articles: Set<String>) -> Bool {
        var start = position
        for _ in 0..<3 {
            guard let word = text.wordBefore(start) else { return false }
            if articles.contains(word.text) { return true }
            start = word.range.lowerBound
        }
        return false
    }

    /// “a girl aged 7”, “he is aged 9”, “JS (aged 14)”; “twins aged 4”.
    private func aged(_ number: StatedNumber) -> Range<Int>? {
        guard let aged = text.wordBefore(number.range.lowerBound), aged.text == "aged" || aged.text == "age",
            !isRange(from: number.range.upperBound)
        else { return nil }
        // Who it is may stand before a comma or a bracket.
        var end = aged.range.lowerBound
        var isJoined = true
        while aged.range.lowerBound - end < 4,
            text[end - 1].isBlank || text[end - 1] == UInt8(ascii: ",") || text[end - 1] == UInt8(ascii: "(")
                || text[end - 1] == UInt8(ascii: "-")
        {
            isJoined = isJoined && text[end - 1].isBlank
            end -= 1
        }
        let (start, word) = letters(endingAt: end)
        guard let start else {
            // “Aged 9, he was moved.”
            return aged.text == "aged" && text[aged.range.lowerBound].isCapital
                && text[number.range.upperBound] == UInt8(ascii: ",") ? number.range : nil
        }
        if Self.persons.contains(word) || word == "person" {
            return hasArticle(before: start, Self.articles) ? number.range : nil
        }
        if Self.families.contains(word) { return number.range }
        if isInitials(start..<end) { return start..<number.range.upperBound }
        guard aged.text == "aged" else { return nil }
        return [
            "he", "she", "is", "was", "one", "who", "him", "her", "them", "another", "only", "just", "now", "youngest",
            "oldest", "eldest", "first", "second", "third", "other",
        ].contains(word)
            && !(word == "is" || word == "was" || word == "who" ? arePlural(before: start) : false) ? number.range : nil
    }

    /// Whether “who is aged 9” is said of anyone: “anyone who is aged 18”.
    private func arePlural(before position: Int) -> Bool {
        guard let word = text.wordBefore(position) else { return false }
        return ["anyone", "everyone", "someone", "those", "who", "person", "people"].contains(word.text)
            || Self.people.contains(word.text)
    }

    private static let families: Set<String> = [
        "twins", "triplets", "siblings", "brothers", "sisters", "twin", "brother", "sister",
    ]

    /// Initials or a letter before an age, as in “JS, 14” and “Child A, 9”.
    private func initials(_ number: StatedNumber) -> Range<Int>? {
        let start = number.range.lowerBound
        guard !number.isInWords, number.value >= 1 else { return nil }
        var end = start
        var sign: UInt8 = 0
        while start - end < 4 {
            let byte = text[end - 1]
            if byte == UInt8(ascii: "(") || byte == UInt8(ascii: ",")
                || byte == UInt8(ascii: "-") && text[end - 2].isBlank || byte == UInt8(ascii: ":")
                || byte == UInt8(ascii: "/")
            {
                guard sign == 0 else { return nil }
                sign = byte
            } else if !byte.isBlank {
                break
            }
            end -= 1
        }
        guard sign != 0 else { return nil }
        // Behind the age comes nothing that it could count.
        let behind = number.range.upperBound
        if sign == UInt8(ascii: "(") {
            guard text[behind] == UInt8(ascii: ")") || isSpan(behind) || text[behind] == UInt8(ascii: ",") else {
                return nil
            }
        } else {
            guard isFollowedFreely(number) || isSpan(behind),
                !(text[behind] == UInt8(ascii: ",") && text[text.endOfBlanks(from: behind + 1)].isDigit)
            else { return nil }
        }
        var first = end
        while end - first < 8,
            text[first - 1].isCapital || text[first - 1] == UInt8(ascii: ".")
                || text[first - 1].isBlank && text[first - 2] == UInt8(ascii: ".")
        { first -= 1 }
        while first < end, text[first].isBlank || text[first] == UInt8(ascii: ".") { first += 1 }
        if isInitials(first..<end) { return first..<behind }
        // “The boy (14)”.
        let (person, word) = letters(endingAt: end)
        guard let person, Self.persons.contains(word), word != "family", word != "household",
            hasArticle(before: person, Self.articles), sign != UInt8(ascii: "-"), sign != UInt8(ascii: "/")
        else { return nil }
        return person..<behind
    }

    private func isSpan(_ position: Int) -> Bool {
        if text[position].isLetter {
            return ["y", "yr", "yrs", "yo", "years"].contains(
                text.word(position..<text.endOfRun(from: position, limit: 8)))
        }
        return text.wordAfter(position).map { ["year", "years", "yr", "yrs", "yo", "months"].contains($0.text) }
            ?? false
    }

    /// Short names in capitals that are nobody’s.
    private static let abbreviations: Set<String> = [
        "cp", "cpp", "cin", "cla", "lac", "cic", "cyp", "yp", "sw", "la", "uk", "eu", "nhs", "dfe", "sen", "qa", "kpi",
        "ks", "rag",
        "ap", "it", "hr", "pe", "re", "fte", "ne", "se", "nw", "ay", "fy", "id", "to", "no", "eh", "ehc", "ehe", "fgm",
        "cse", "cce",
        "cme", "lcs", "mps", "mp", "iro", "irs", "isa", "pru", "yot", "yos", "yjs", "asd", "adhd", "gcse", "pep", "sdq",
        "sgo", "pi",
        "oh", "ed", "am", "pm", "vs", "nb", "gp", "ft", "na", "bme", "ph", "sg", "ce", "ad", "dv", "da", "dcs", "edt",
        "cafcass", "uasc",
        "ict", "osc", "hmi", "ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "spc", "nee", "nef", "pdf", "csv",
        "aa", "bb", "ltd", "plc",
    ]
    /// Words before a single letter that make it a label.
    private static let lettered: Set<String> = [
        "appendix", "table", "group", "option", "category", "section", "part", "ward", "team", "cohort", "grade",
        "block", "type",
        "figure", "annex", "school", "plan", "phase", "schedule", "band", "vitamin", "hepatitis", "item", "class",
        "strand", "tier",
        "area", "zone", "annexe", "appendices", "level", "set", "column", "row", "form", "theme", "domain", "paragraph",
    ]

    /// Whether two or three capitals, with or without points, or “Child A” stand in a range.
    private func isInitials(_ range: Range<Int>) -> Bool {
        let letters = range.filter { text[$0].isCapital }
        guard (1...3).contains(letters.count), !text[range.lowerBound - 1].isLetterOrDigit,
            range.allSatisfy({ text[$0].isCapital || text[$0] == UInt8(ascii: ".") || text[$0].isBlank })
        else { return false }
        let name = letters.map { String(Unicode.Scalar(text[$0].lower)) }.joined()
        let before = text.wordBefore(range.lowerBound)?.text ?? ""
        if letters.count == 1 {
            if before == "person" || Self.persons.contains(before) { return true }
            // “M, 9” at the beginning of a line or sentence; “I” and “A” are words.
            return before.isEmpty && name != "a" && name != "i" && text[range.lowerBound - 1] != UInt8(ascii: "(")
        }
        return !Self.abbreviations.contains(name) && !Self.lettered.contains(before)
    }

    /// Whether a number goes on as “to 17”, “or 17”, “-17” or “+”.
    private func isRange(from end: Int) -> Bool {
        if text[end] == UInt8(ascii: "-") || text[end] == UInt8(ascii: "+") || text[end] == UInt8(ascii: "/") {
            return true
        }
        guard let next = text.wordAfter(end) else { return false }
        return ["to", "or", "and", "plus"].contains(next.text)
    }
}
