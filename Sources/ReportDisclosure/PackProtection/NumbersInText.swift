import ReportModel
import ReportVocabulary

/// A number that a text states, and what it is a number of.
struct NumberInText: Hashable {
    /// What a number is of, as far as the words around it say.
    enum Kind: Hashable {
        /// Of people, or of nothing that is named: a count that may be one of people.
        case count
        /// A share of a hundred.
        case percent
        /// A date, a year, an age, a length of time, money, a reference, or things that are not people: it tells no count.
        case other
    }

    let value: Double
    let kind: Kind
    /// How many decimals it is written with.
    let decimals: Int
    /// The number as the text writes it.
    let text: String
    /// The sentence that it is in, counted from 0.
    let sentence: Int
    /// Whether the words around it say that it counts people.
    var isOfPeople = false
    /// Where what states it begins, in bytes of UTF-8: the same for the numbers of one share or range.
    var start = 0
}

/// The numbers that a text states, in digits or in words, with what the words around them say that they count.
enum NumbersInText {
    private struct Word {
        let text: Substring
        let lower: String
        let sentence: Int
        /// Where it is, in bytes of UTF-8.
        let range: Range<Int>
    }

    /// The numbers in the order of the text.
    ///
    /// What is in braces is a reference and is passed over.
    ///
    /// O(length of the text).
    static func numbers(in text: String) -> [NumberInText] {
        let plain =
            text.contains("{")
            ? InlineFigure.pieces(of: text).map { piece in
                if case .text(let words) = piece { words } else { " … " }
            }.joined() : text
        let stated = NumberReader.numbers(in: plain).filter(\.isQuantity)
        guard !stated.isEmpty else { return [] }
        let words = words(of: plain)
        var result: [NumberInText] = []
        var next = 0
        for number in stated {
            while next < words.count, words[next].range.lowerBound < number.range.upperBound { next += 1 }
            // The last word that ends before the number begins.
            var previous = next - 1
            while previous >= 0, words[previous].range.upperBound > number.range.lowerBound { previous -= 1 }
            result += numbers(of: number, between: previous, and: next, words, in: plain)
        }
        return result
    }

    /// What a stated number tells: a share both as a share and as the two counts that it is made of.
    private static func numbers(
        of stated: StatedNumber, between previous: Int, and next: Int, _ words: [Word], in text: String
    ) -> [NumberInText] {
        let start = text.utf8.index(text.startIndex, offsetBy: stated.range.lowerBound)
        let shown = String(text[start..<text.utf8.index(text.startIndex, offsetBy: stated.range.upperBound)])
        let sentence = previous + 1 < words.count ? words[max(previous + 1, 0)].sentence : words.last?.sentence ?? 0
        func number(
            _ value: Double, _ kind: NumberInText.Kind, decimals: Int = stated.decimals, isOfPeople: Bool = false
        ) -> NumberInText {
            NumberInText(
                value: value, kind: kind, decimals: decimals, text: shown, sentence: sentence, isOfPeople: isOfPeople,
                start: stated.range.lowerBound)
        }
        switch stated.kind {
        case .percent:
            let upper = stated.upper.map { [number($0, .percent, decimals: stated.upperDecimals)] } ?? []
            return [number(stated.value, .percent)] + upper
        case .fraction(let part, let whole): return whole > 0 ? [number(100 * part / whole, .percent)] : []
        case .share(let part, let whole):
            let (kind, isOfPeople) = kind(of: stated, between: previous, and: next, words, in: text)
            let counts = [part, whole, whole - part].map { number($0, kind, decimals: 0, isOfPeople: isOfPeople) }
            // As exact as the two counts make it.
            return counts + (whole > 0 ? [number(100 * part / whole, .percent, decimals: 6)] : [])
        case .points, .money, .multiple: return [number(stated.value / stated.scale, .other)]
        case .plain, .nothing:
            let (kind, isOfPeople) = kind(of: stated, between: previous, and: next, words, in: text)
            let upper =
                stated.upper.map { [number($0, kind, decimals: stated.upperDecimals, isOfPeople: isOfPeople)] } ?? []
            // “5 120” may be two numbers, each of which may be a hidden one.
            let groups = stated.groups.map { number($0, kind, decimals: 0, isOfPeople: isOfPeople) }
            return [number(stated.value, kind, isOfPeople: isOfPeople)] + upper + groups
        case .ordinal, .name: return []
        }
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
        func bytes(_ index: String.Index) -> Int { text.utf8.distance(from: text.startIndex, to: index) }
        func finish(_ end: String.Index) {
            guard let first = start else { return }
            result.append(
                Word(
                    text: text[first..<end], lower: text[first..<end].lowercased(), sentence: sentence,
                    range: bytes(first)..<bytes(end)))
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

    // MARK: Kinds

    private static func kind(
        of stated: StatedNumber, between before: Int, and after: Int, _ words: [Word], in text: String
    ) -> (NumberInText.Kind, isOfPeople: Bool) {
        let number = before + 1 < min(after, words.count) ? words[before + 1] : nil
        let sentence = number?.sentence ?? (before >= 0 ? words[before].sentence : 0)
        let next = after < words.count && words[after].sentence == sentence ? words[after].lower : ""
        let previous = before >= 0 && words[before].sentence == sentence ? words[before].lower : ""
        let utf8 = text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: stated.range.lowerBound)
        if let sign = utf8[..<start].last, sign == UInt8(ascii: "#") || sign == UInt8(ascii: "@") {
            return (.other, false)
        }
        if stated.mayBeYear, !isNoun(next, people) { return (.other, false) }
        // “3 may have gone”, “this year 3 children went”.
        let isMonth = months.contains(next) && words[after].text != "may"
        let isTime = times.contains(previous) && isNoun(next, people)
        if isMonth || months.contains(previous) || references.contains(previous) && !isTime {
            return (.other, false)
        }
        // Of what: the first noun that is known behind the number, within its part of the sentence.
        var position = after
        var isOfSeveral = false
        while position < min(after + 5, words.count), words[position].sentence == sentence {
            let word = words[position].lower
            // “Six posts, four of them”: what they are was said before.
            if pronouns.contains(word), let noun = lastNoun(in: words[...max(before, 0)], of: sentence) {
                return things.contains(noun) ? (.other, false) : (.count, true)
            }
            if isNoun(word, people) { return (.count, true) }
            if isNoun(word, things) { return (.other, false) }
            if verbs.contains(word) { break }
            if word == "and" || word == "or" || word == "for" { break }
            isOfSeveral = isOfSeveral || word == "of"
            position += 1
        }
        // “One” is a pronoun more often than a number, and “single” an adjective.
        let isBare =
            !["one", "single", "both", "pair"].contains(number?.lower ?? "") || verbs.contains(next) || next.isEmpty
        let isOfThem = isOfSeveral && after + 1 < words.count && words[after + 1].lower == "them"
        return (isBare || isOfThem ? .count : .other, false)
    }

    /// The last noun that is known in the words of a sentence.
    private static func lastNoun(in words: ArraySlice<Word>, of sentence: Int) -> String? {
        words.reversed().prefix { $0.sentence == sentence }.map(\.lower)
            .first { people.contains($0) && !pronouns.contains($0) || things.contains($0) }
    }

    private static let pronouns: Set<String> = ["them", "whom"]

    private static func isNoun(_ word: String, _ nouns: Set<String>) -> Bool { nouns.contains(word) }

    private static let verbs: Set<String> = [
        "was", "were", "is", "are", "had", "has", "have", "went", "came", "did", "do", "became", "remained", "remain",
        "left",
    ]
    private static let months: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    ]
    private static let times: Set<String> = ["week", "day", "year"]
    private static let references: Set<String> = [
        "section", "sections", "paragraph", "paragraphs", "appendix", "annex", "table", "figure", "chart", "chapter",
        "regulation", "article", "schedule", "item", "page", "pages", "priority", "phase", "stage", "version", "level",
        "tier",
        "recommendation", "action", "quarter", "standard", "part", "line", "step", "theme", "aged", "age", "ages",
        "grade", "band",
        "week", "day", "year", "under", "over", "no", "number",
    ]

    /// Words for people, and for what happens to single ones.
    ///
    /// Those that more often come before something else (“two minor changes”, “three female staff”) are left to the search for
    /// small numbers, which looks at what is around them.
    private static let people = SmallNumberSearch.people.union(SmallNumberSearch.persons)
        .subtracting(["fives", "male", "males", "female", "females", "minor", "minors", "youth"])
        .union([
            "young", "people", "person", "persons", "carer", "carers", "parent", "adopter", "leaver", "leavers",
            "student", "adult", "adults", "victim", "residents", "cases", "case", "referrals", "referral",
            "contacts", "assessments", "assessment", "plans", "placements", "placement", "episodes", "adoptions",
            "adoption", "deaths", "death", "admissions", "offences", "enquiries", "investigations", "exclusions",
            "respondents", "answers", "them", "whom",
        ])
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
