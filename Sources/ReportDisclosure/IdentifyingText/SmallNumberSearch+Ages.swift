import ReportVocabulary

// The ages of single children.

extension SmallNumberSearch {
    /// The age of one child: “a girl aged 7”, “a 7-year-old boy”, “the 14 year old”, “JS, 14”.
    func age(_ number: StatedNumber) -> Range<Int>? {
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
    func aged(_ number: StatedNumber) -> Range<Int>? {
        guard let aged = text.wordBefore(number.range.lowerBound), aged.text == "aged" || aged.text == "age",
            !isRange(from: number.range.upperBound)
        else { return nil }
        // Who it is may come before a comma or a bracket.
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

    static let families: Set<String> = [
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

    /// Whether two or three capitals, with or without points, or “Child A” are in a range.
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
