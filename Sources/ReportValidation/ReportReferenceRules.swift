import ReportModel
import ReportVocabulary

/// What a report refers to by number is there, and is what the sentence says it is.
enum ReportReferenceRules {
    static func check(
        _ report: CommitteeReport, _ texts: [ReportText], in pack: ReportPack, into problems: inout ProblemList
    ) {
        let papers = Papers(of: report, in: pack)
        let outline = Outline(report, of: pack.manifest.organisation)
        var told: Set<String> = []
        for recommendation in report.recommendations {
            let named = Mention.all(in: recommendation.text).filter(\.isPaper).map(\.label)
            guard let enclosure = recommendation.enclosure, let other = named.first, !named.contains(enclosure) else {
                continue
            }
            told.insert(recommendation.text)
            problems.warning(
                .inconsistent, about: RecordReference(.report, report.id), field: "recommendations",
                values: [recommendation.text],
                "Recommendation \(recommendation.number) names \(other) and is about \(enclosure); check which is meant."
            )
        }
        for text in texts where !told.contains(text.text) {
            for sentence in text.sentences {
                for mention in Mention.all(in: sentence) {
                    let problem =
                        mention.isPaper
                        ? papers.objection(to: mention, in: sentence) : outline.objection(to: mention, in: sentence)
                    guard let problem else { continue }
                    problems.warning(
                        .unresolvedReference, about: text.subject, field: text.field, values: [text.text],
                        "\(text.place): \(problem)")
                }
            }
        }
    }
}

/// A place that a text refers to: “Appendix 2”, “paragraphs 4.17 to 4.25”, “section 6.3”.
private struct Mention {
    /// The word for what is numbered.
    let word: String
    let first: String
    /// The other end of a range.
    let last: String?

    var isPaper: Bool { ["appendix", "annex", "enclosure"].contains(word) }
    var label: String { word.prefix(1).uppercased() + word.dropFirst() + " " + first }
    /// The reference as it is written.
    var words: String { isPaper ? label : "\(word) \(first)" + (last.map { " to \($0)" } ?? "") }

    private static let places: [String: String] = [
        "appendix": "appendix", "annex": "annex", "enclosure": "enclosure", "section": "section", "sections": "section",
        "paragraph": "paragraph", "paragraphs": "paragraph", "para": "paragraph", "paras": "paragraph",
    ]

    static func all(in text: String) -> [Mention] {
        let words = text.split { " ()[],;".contains($0) || $0 == "\n" }.map { word in
            String(word.reversed().drop { ".:".contains($0) }.reversed())
        }
        var found: [Mention] = []
        for (index, word) in words.enumerated() {
            guard let place = places[word.lowercased()], index + 1 < words.count else { continue }
            var parts = words[index + 1].split { "-–".contains($0) }.map(String.init)
            guard let first = parts.first, isNumber(first, ofPaper: ["appendix", "annex", "enclosure"].contains(place))
            else { continue }
            parts.removeFirst()
            var last = parts.first.flatMap { isNumber($0, ofPaper: false) ? $0 : nil }
            if last == nil, index + 3 < words.count, ["to", "-", "–"].contains(words[index + 2]),
                isNumber(words[index + 3], ofPaper: false)
            {
                last = words[index + 3]
            }
            found.append(Mention(word: place, first: first, last: last))
        }
        return found
    }

    private static func isNumber(_ text: String, ofPaper: Bool) -> Bool {
        if ofPaper, text.count == 1, text.allSatisfy({ $0.isUppercase && $0.isLetter }) { return true }
        return text.first?.isNumber == true && text.allSatisfy { $0.isNumber || $0 == "." }
    }
}

/// The words of titles, which show which title a sentence is about.
private struct TitleWords {
    private struct Title {
        let name: String
        /// The words that no other title has.
        let stems: Set<String>
        /// All words, those that say nothing of what a paper is about too.
        let whole: Set<String>
    }

    private let titles: [Title]

    /// Words that say nothing of what a paper is about.
    private static let empty: Set<String> = [
        "report", "childr", "family", "famili", "servic", "counci", "annual", "with", "from",
    ]

    /// - Parameters:
    ///   - titles: The titles.
    ///   - council: The name of the council, which says nothing of what a paper is about either.
    init(_ titles: [(name: String, title: String)], council: String) {
        let council = Self.allStems(council)
        let all = titles.map { (name: $0.name, stems: Self.stems($0.title).subtracting(council)) }
        // What two titles share tells neither from the other.
        self.titles = zip(all, titles).map { one, title in
            let others = all.filter { $0.name != one.name }.reduce(into: Set<String>()) { $0.formUnion($1.stems) }
            return Title(
                name: one.name, stems: one.stems.subtracting(others),
                whole: Self.allStems(title.title).subtracting(council))
        }
    }

    static func stems(_ text: String) -> Set<String> { allStems(text).subtracting(empty) }

    private static func allStems(_ text: String) -> Set<String> {
        Set(text.lowercased().split { !$0.isLetter }.filter { $0.count > 3 }.map { String($0.prefix(6)) })
    }

    /// Another that a sentence is about, where it has none of the words of the named one, and two or more of the other's or its
    /// whole title.
    func other(than name: String, in sentence: String) -> String? {
        let stems = Self.allStems(sentence)
        // Two papers can have the same label, which validation warns of.
        let own = titles.filter { $0.name == name }
        guard !own.isEmpty, own.allSatisfy({ $0.stems.isDisjoint(with: stems) }) else { return nil }
        let fitting = titles.filter { title in
            guard title.name != name else { return false }
            let isNamedWhole = !title.stems.isEmpty && title.whole.count > 2 && title.whole.isSubset(of: stems)
            return isNamedWhole || title.stems.intersection(stems).count > 1
        }
        return fitting.count == 1 ? fitting.first?.name : nil
    }
}

/// The papers that go with a report.
private struct Papers {
    private let known: Set<String>
    private let titles: TitleWords
    private let ownLabels: [String]

    init(of report: CommitteeReport, in pack: ReportPack) {
        let around = pack.reports.filter {
            $0.id == report.id || $0.id == report.within || $0.within == report.id
        }
        var known: Set<String> = []
        for label in around.flatMap(\.enclosures).map(\.label) { known.insert(label) }
        // A report may be an appendix itself, and have its appendices among its sections.
        for title in around.map(\.title) + around.flatMap(\.sections).map(\.title) {
            if let colon = title.firstIndex(of: ":") { known.insert(String(title[..<colon])) }
        }
        self.known = known
        ownLabels = report.enclosures.map(\.label)
        var all = report.enclosures.map { (name: $0.label, title: $0.title) }
        if let colon = report.title.firstIndex(of: ":") {
            all.append((String(report.title[..<colon]), String(report.title[colon...])))
        }
        titles = TitleWords(all, council: pack.manifest.organisation)
    }

    func objection(to mention: Mention, in sentence: String) -> String? {
        let word = mention.label.prefix { $0 != " " }
        // “Annex A” is the list that Ofsted asks for, where the papers are Annex 1 and 2.
        let isDigit = mention.first.first?.isNumber
        let sameSort = known.filter {
            $0.hasPrefix(word + " ") && $0.dropFirst(word.count + 1).first?.isNumber == isDigit
        }
        guard !sameSort.isEmpty else { return nil }
        guard sameSort.contains(mention.label) else {
            return
                "there is no \(mention.label); the papers with the report are \(MessageText.list(sameSort.sorted()))."
        }
        let also = Mention.all(in: sentence).map(\.label)
        guard let other = titles.other(than: mention.label, in: sentence), !also.contains(other) else { return nil }
        return "\(mention.label) is about something else; the sentence seems to be about \(other)."
    }
}

/// The numbered parts of a report.
private struct Outline {
    private struct Part {
        let number: String
        let key: [Int]
        let text: String
    }

    private let parts: [Part]
    private let sections: [(number: String, title: String, numbers: [[Int]])]
    private let titles: TitleWords

    init(_ report: CommitteeReport, of council: String) {
        func part(_ number: String, _ text: String) -> Part? {
            OutlineNumber(number)?.key.map { Part(number: number, key: $0, text: text) }
        }
        parts =
            report.sections.compactMap { part($0.number, $0.title) }
            + report.sections.flatMap(\.paragraphs).compactMap { item in item.number.flatMap { part($0, item.text) } }
            + report.backgroundPapers.compactMap { item in item.number.flatMap { part($0, item.title) } }
        sections = report.sections.map { section in
            (
                section.number, section.title,
                section.paragraphs.compactMap(\.number).compactMap { OutlineNumber($0)?.key }
            )
        }
        titles = TitleWords(
            report.sections.filter { $0.level == 1 && !$0.number.isEmpty }.map { ($0.number, $0.title) },
            council: council)
    }

    func objection(to mention: Mention, in sentence: String) -> String? {
        guard let first = OutlineNumber(mention.first)?.key else { return nil }
        let last = mention.last.flatMap { OutlineNumber($0)?.key }
        return missing(mention, first, last, in: sentence) ?? extent(mention, first, last, in: sentence)
            ?? subject(mention, first, last, in: sentence)
    }

    /// Sections of the Children Acts 1989 and 2004 that reports name without their Act.
    private static let sectionsOfActs: Set<Int> = [10, 11, 17, 20, 22, 23, 25, 31, 34, 38, 46, 47, 85]

    /// Numbers that the report does not reach.
    private func missing(_ mention: Mention, _ first: [Int], _ last: [Int]?, in sentence: String) -> String? {
        if mention.word == "section", first.count == 1 {
            let numbers = sections.compactMap { OutlineNumber($0.number)?.key }.filter { $0.count == 1 }
            // Section 17 and section 47 are of the Children Act.
            guard let highest = numbers.map({ $0[0] }).max(), numbers.count > 2, first[0] > highest,
                !Self.sectionsOfActs.contains(first[0]), !StatedWords(sentence).has("act", "regulations", "schedule")
            else { return nil }
            return "there is no section \(mention.first); the last is \(highest)."
        }
        // Where the paragraphs of a section run on from 1, all of them are there.
        for end in [first, last].compactMap({ $0 }) where end.count == 2 {
            let numbers = sections.flatMap(\.numbers).filter { $0.count == 2 && $0[0] == end[0] }.map { $0[1] }.sorted()
            guard numbers.count > 1, numbers == Array(1...numbers.count), end[1] > numbers.count else { continue }
            return
                "there is no paragraph \(end.map(String.init).joined(separator: ".")); section \(end[0]) ends with "
                + "\(end[0]).\(numbers.count)."
        }
        return nil
    }

    /// A range that is said to be a section, and is not.
    private func extent(_ mention: Mention, _ first: [Int], _ last: [Int]?, in sentence: String) -> String? {
        guard let last, first.precedesInOutline(last) else { return nil }
        let stems = TitleWords.stems(sentence)
        for section in sections where section.numbers.count > 1 {
            let title = TitleWords.stems(section.title)
            guard !title.isEmpty, title.isSubset(of: stems),
                let low = section.numbers.min(by: { $0.precedesInOutline($1) }),
                let high = section.numbers.max(by: { $0.precedesInOutline($1) }),
                !high.precedesInOutline(first), !last.precedesInOutline(low), low != first || high != last
            else { continue }
            func text(_ key: [Int]) -> String { key.map(String.init).joined(separator: ".") }
            return
                "\(mention.words) is not the section \(MessageText.value(section.title)), which is \(text(low)) to \(text(high))."
        }
        return nil
    }

    /// A name in the sentence that the report has elsewhere, and not where the sentence says.
    private func subject(_ mention: Mention, _ first: [Int], _ last: [Int]?, in sentence: String) -> String? {
        // That the sentence itself lies in the section says nothing of what else does.
        let meant = parts.filter { part in
            guard !part.text.contains(sentence) else { return false }
            return part.key == first || part.key.starts(with: first)
                || last.map { !part.key.precedesInOutline(first) && !$0.precedesInOutline(part.key) } ?? false
        }
        guard !meant.isEmpty else { return nil }
        for name in Self.names(in: sentence) where !meant.contains(where: { $0.text.contains(name) }) {
            let elsewhere = parts.filter { part in
                part.text.contains(name) && !sentence.contains(part.text) && !part.text.contains(sentence)
            }
            guard let found = elsewhere.first else { continue }
            return "\(mention.words) does not mention \(MessageText.value(name)); \(found.number) does."
        }
        if mention.word == "section" || last == nil, first.count == 1,
            let other = titles.other(than: mention.first, in: sentence)
        {
            return "\(mention.words) is about something else; the sentence seems to be about section \(other)."
        }
        return nil
    }

    /// Names of two or more words with capitals.
    private static func names(in sentence: String) -> [String] {
        var found: [String] = []
        var run: [Substring] = []
        func flush() {
            if run.count > 1 { found.append(run.joined(separator: " ")) }
            run = []
        }
        for (index, word) in sentence.split(separator: " ").enumerated() {
            let clean = word.prefix { $0.isLetter || $0 == "'" || $0 == "’" }
            let isName = clean.first?.isUppercase == true && clean.count > 2
            if isName, !(index == 0 && ["The", "This", "These", "Details", "That"].contains(clean)) {
                run.append(clean)
                if clean.count < word.count { flush() }
            } else {
                flush()
            }
        }
        flush()
        return found
    }
}
