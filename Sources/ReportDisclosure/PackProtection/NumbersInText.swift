import ReportModel

/// A number that a text states, and what it is a number of.
struct NumberInText: Hashable {
    /// What a number is of, as far as the words around it say.
    enum Kind: Hashable {
        /// Of people, or of nothing that is named: a count that may be one of people.
        case count
        /// A share of a hundred.
        case percent
        /// A date, a year, an age, a length of time, money, a reference, or things that are no people: it tells no count.
        case other
    }

    let value: Double
    let kind: Kind
    /// How many decimals it is written with.
    let decimals: Int
    /// The number as it stands in the text.
    let text: String
    /// The sentence that it stands in, counted from 0.
    let sentence: Int
    /// Whether the words around it say that it counts people.
    var isOfPeople = false
}

/// The numbers that a text states, in digits or in words.
enum NumbersInText {
    private struct Word {
        let text: Substring
        let lower: String
        let sentence: Int
        /// What stands directly before and after, blanks apart.
        let before: Character?
        let after: Character?
    }

    /// The numbers in the order of the text.
    ///
    /// What stands in braces is a reference and is passed over.
    ///
    /// O(length of the text).
    static func numbers(in text: String) -> [NumberInText] {
        let plain =
            text.contains("{")
            ? InlineFigure.pieces(of: text).map { piece in
                if case .text(let words) = piece { words } else { " … " }
            }.joined() : text
        let words = words(of: plain)
        var result: [NumberInText] = []
        var index = 0
        while index < words.count {
            guard let (value, decimals, length) = number(at: index, words) else {
                index += 1
                continue
            }
            let end = index + length
            let (kind, isOfPeople) = kind(from: index, to: end, words)
            let shown = words[index..<end].map { String($0.text) }.joined(separator: " ")
            result.append(
                NumberInText(
                    value: value, kind: kind, decimals: decimals, text: shown, sentence: words[index].sentence,
                    isOfPeople: isOfPeople))
            index = end
        }
        return result
    }

    /// The numbers of a formula such as `100*5/466`, each taken for a count.
    static func terms(of formula: String) -> [NumberInText] {
        formula.split { !$0.isASCII || !($0.isNumber || $0 == ".") }.compactMap { digits in
            Double(digits).map { value in
                let decimals =
                    digits.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
                return NumberInText(value: value, kind: .count, decimals: decimals, text: String(digits), sentence: 0)
            }
        }
    }

    /// Whether a text names people, or what happens to single ones.
    static func namesPeople(_ text: String) -> Bool { words(of: text).contains { people.contains($0.lower) } }

    /// Whether a text names things, staff or times.
    static func namesThings(_ text: String) -> Bool { words(of: text).contains { things.contains($0.lower) } }

    // MARK: Words

    private static func words(of text: String) -> [Word] {
        var result: [Word] = []
        var sentence = 0
        var start: String.Index?
        func isInside(_ index: String.Index) -> Bool {
            let character = text[index]
            if character.isLetter || character.isNumber { return true }
            // Within a word: 45.5, 1,204, 2026-11, 12/03, don't.
            guard start != nil, ".,-/'’".contains(character), index > text.startIndex else { return false }
            let next = text.index(after: index)
            guard next < text.endIndex, text[text.index(before: index)].isNumber || character == "-" || character == "'"
            else { return false }
            return text[next].isNumber || (text[next].isLetter && !".,/".contains(character))
        }
        func finish(_ end: String.Index) {
            guard let first = start else { return }
            var before: Character?
            var left = first
            while left > text.startIndex, before == nil {
                left = text.index(before: left)
                if !text[left].isWhitespace { before = text[left] } else if left == text.startIndex { break }
            }
            let after = text[end...].first { !$0.isWhitespace }
            result.append(
                Word(
                    text: text[first..<end], lower: text[first..<end].lowercased(), sentence: sentence, before: before,
                    after: after))
            start = nil
        }
        var index = text.startIndex
        while index < text.endIndex {
            if isInside(index) {
                if start == nil { start = index }
            } else {
                finish(index)
                if ".!?;\n".contains(text[index]) { sentence += 1 }
            }
            index = text.index(after: index)
        }
        finish(text.endIndex)
        return result
    }

    private static let units = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    private static let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    private static let groups: [String: Double] = [
        "single": 1, "both": 2, "pair": 2, "twins": 2, "triplets": 3, "dozen": 12,
    ]
    private static let fractions: [String: Double] = ["half": 2, "third": 3, "quarter": 4]

    /// A number in words or digits that begins at a word, its decimals, and how many words it takes.
    private static func number(at index: Int, _ words: [Word]) -> (value: Double, decimals: Int, length: Int)? {
        let word = words[index]
        if let first = word.lower.first, first.isNumber {
            let plain = word.lower.filter { $0 != "," }
            guard let value = Double(plain), value.isFinite else { return nil }
            let decimals = plain.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
            return (value, decimals, 1)
        }
        func small(_ text: String) -> Double? { units.firstIndex(of: text).map(Double.init) }
        func ten(_ text: String) -> Double? { tens.firstIndex(of: text).map { Double(20 + 10 * $0) } }
        if let divisor = fractions[word.lower], index + 2 < words.count, words[index + 1].lower == "of",
            let of = number(at: index + 2, words)
        {
            return (of.value / divisor, 0, 2 + of.length)
        }
        var value: Double
        var length = 1
        let parts = word.lower.split(separator: "-").map(String.init)
        if parts.count == 2, let first = ten(parts[0]), let second = small(parts[1]), (1...9).contains(second) {
            value = first + second
        } else if let first = ten(word.lower) {
            value = first
            if index + 1 < words.count, let second = small(words[index + 1].lower), (1...9).contains(second) {
                value += second
                length = 2
            }
        } else if let first = small(word.lower) {
            value = first
        } else if let group = groups[word.lower] {
            value = group
        } else {
            return nil
        }
        guard index + length < words.count, words[index + length].lower == "hundred" else { return (value, 0, length) }
        value *= 100
        length += 1
        if index + length + 1 < words.count, words[index + length].lower == "and",
            let rest = number(at: index + length + 1, words), rest.value < 100
        {
            return (value + rest.value, 0, length + 1 + rest.length)
        }
        return (value, 0, length)
    }

    // MARK: Kinds

    private static func kind(from start: Int, to end: Int, _ words: [Word]) -> (NumberInText.Kind, isOfPeople: Bool) {
        let (first, last) = (words[start], words[end - 1])
        let next = end < words.count && words[end].sentence == last.sentence ? words[end].lower : ""
        let previous = start > 0 && words[start - 1].sentence == first.sentence ? words[start - 1].lower : ""
        if last.after == "%" || next == "percent"
            || (next == "per" && end + 1 < words.count && words[end + 1].lower == "cent")
        {
            return (.percent, false)
        }
        if first.before == "£" || first.before == "#" || first.before == "@" { return (.other, false) }
        if last.lower.count == 4, let year = Int(last.lower), (1900...2100).contains(year), !isNoun(next, people) {
            return (.other, false)
        }
        if months.contains(next) || months.contains(previous) || references.contains(previous) {
            return (.other, false)
        }
        // Of what: the first noun that is known behind the number, within its part of the sentence.
        var position = end
        var isOfSeveral = false
        while position < min(end + 5, words.count), words[position].sentence == last.sentence {
            let word = words[position].lower
            if isNoun(word, people) { return (.count, true) }
            if isNoun(word, things) { return (.other, false) }
            if verbs.contains(word) { break }
            if word == "and" || word == "or" || word == "for" { break }
            isOfSeveral = isOfSeveral || word == "of"
            position += 1
        }
        // “One” is a pronoun more often than a number, and “single” an adjective.
        let isBare = !["one", "single", "both", "pair"].contains(first.lower) || verbs.contains(next) || next.isEmpty
        return (
            isBare || (isOfSeveral && words[min(end + 1, words.count - 1)].lower == "them") ? .count : .other, false
        )
    }

    private static func isNoun(_ word: String, _ nouns: Set<String>) -> Bool { nouns.contains(word) }

    private static let verbs: Set<String> = [
        "was", "were", "is", "are", "had", "has", "have", "went", "came", "did", "do", "became", "remained", "remain",
        "left",
    ]
    private static let months: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    ]
    private static let references: Set<String> = [
        "section", "sections", "paragraph", "paragraphs", "appendix", "annex", "table", "figure", "chart", "chapter",
        "regulation", "article", "schedule", "item", "page", "pages", "priority", "phase", "stage", "version", "level",
        "tier",
        "recommendation", "action", "quarter", "standard", "part", "line", "step", "theme", "aged", "age", "ages",
        "grade", "band",
        "week", "day", "year", "under", "over", "no", "number",
    ]
    private static let people: Set<String> = [
        "child", "children", "baby", "babies", "infant", "infants", "sibling", "siblings", "girl", "girls", "boy",
        "boys",
        "family", "families", "teenager", "teenagers", "young", "people", "person", "persons", "carer", "carers",
        "parent",
        "parents", "adopter", "adopters", "mother", "mothers", "father", "fathers", "leaver", "leavers", "pupil",
        "pupils",
        "student", "students", "youths", "household", "households", "adult", "adults", "victims", "victim", "residents",
        "cases",
        "case", "referrals", "referral", "contacts", "assessments", "assessment", "plans", "placements", "placement",
        "episodes",
        "adoptions", "adoption", "deaths", "death", "admissions", "offences", "enquiries", "investigations",
        "exclusions",
        "respondents", "answers", "them", "whom",
    ]
    private static let things: Set<String> = [
        "post", "posts", "vacancy", "vacancies", "team", "teams", "worker", "workers", "staff", "manager", "managers",
        "officer",
        "officers", "adviser", "advisers", "assessor", "assessors", "practitioner", "practitioners", "nurse", "nurses",
        "councillor", "councillors", "member", "members", "panel", "panels", "board", "boards", "school", "schools",
        "home",
        "homes", "agency", "agencies", "council", "councils", "borough", "boroughs", "authority", "authorities", "area",
        "areas",
        "locality", "localities", "district", "districts", "ward", "wards", "minute", "minutes", "hour", "hours", "day",
        "days",
        "week", "weeks", "month", "months", "year", "years", "quarter", "quarters", "term", "terms", "time", "times",
        "point",
        "points", "action", "actions", "recommendation", "recommendations", "priority", "priorities", "standard",
        "standards",
        "policy", "policies", "session", "sessions", "course", "courses", "workshop", "workshops", "event", "events",
        "reason",
        "reasons", "stage", "stages", "meeting", "meetings", "audit", "audits", "inspection", "inspections", "visit",
        "visits",
        "letter", "letters", "report", "reports", "measure", "measures", "indicator", "indicators", "target", "targets",
        "category", "categories", "group", "groups", "bed", "beds", "place", "places", "contract", "contracts", "risk",
        "risks",
        "million", "thousand", "hundredths", "pence", "pounds", "fte", "roles", "role", "strands", "strand", "projects",
        "project",
        "questions", "question", "themes", "theme", "objectives", "objective", "programme", "programmes", "pilot",
        "pilots",
        "partner", "partners", "organisation", "organisations", "service", "services", "system", "systems", "site",
        "sites",
        "centre", "centres", "hub", "hubs", "units", "unit", "percentage",
    ]
}
