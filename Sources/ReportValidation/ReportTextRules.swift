import ReportModel
import ReportVocabulary

/// What a report says in its own text does not contradict its numbering, its papers, its dates, or itself.
///
/// Only what the pack knows is compared: of a report of which a few paragraphs are in the pack nothing is said to be missing.
enum ReportTextRules {
    static func check(_ pack: ReportPack, into problems: inout ProblemList) {
        for report in pack.reports {
            let texts = ReportText.all(of: report, in: pack)
            checkNumbering(of: report, into: &problems)
            checkRepeats(texts, into: &problems)
            ReportReferenceRules.check(report, texts, in: pack, into: &problems)
            ReportDateRules.check(report, texts, in: pack, into: &problems)
            ReportWordRules.check(report, texts, in: pack, into: &problems)
            ReportWordRules.checkChairs(texts, in: pack, into: &problems)
            checkCommittee(of: report, texts, into: &problems)
            checkSpelling(texts + ReportText.titles(of: report), into: &problems)
        }
        let risks = ReportText.risks(of: pack)
        ReportDateRules.checkVisits(risks, in: pack, into: &problems)
        ReportWordRules.checkChairs(risks, in: pack, into: &problems)
        ReportWordRules.checkAims(pack.reports.flatMap { ReportText.all(of: $0, in: pack) }, in: pack, into: &problems)
    }

    // MARK: Numbering

    private static func checkNumbering(of report: CommitteeReport, into problems: inout ProblemList) {
        let subject = RecordReference(.report, report.id)
        func twice(_ numbers: [String], _ noun: String, _ field: FieldPath) {
            var seen: Set<String> = []
            var reported: Set<String> = []
            for number in numbers where !number.isEmpty && !seen.insert(number).inserted {
                guard reported.insert(number).inserted else { continue }
                problems.warning(
                    .duplicate, about: subject, field: field, values: [number],
                    "The report has the \(noun) \(number) twice, so that a reference to it can mean either; give each its own number."
                )
            }
        }
        twice(report.sections.map(\.number), "section", "sections")
        twice(report.sections.flatMap(\.paragraphs).compactMap(\.number), "paragraph", "sections")
        twice(report.tables.map(\.number), "table", "tables")
        checkStart(of: report, into: &problems)
        checkGaps(of: report, into: &problems)
    }

    /// Where numbering begins with 2 or more, something before it was taken out or lost its heading.
    private static func checkStart(of report: CommitteeReport, into problems: inout ProblemList) {
        var started: Set<[String]> = []
        for number in report.sections.map(\.number) {
            guard let parts = OutlineNumber(number) else { continue }
            guard started.insert(parts.parent).inserted, parts.last > 1 else { continue }
            problems.warning(
                .inconsistent, about: RecordReference(.report, report.id), field: "sections", values: [number],
                "The first section \(parts.parent.isEmpty ? "" : "under \(parts.parent.joined(separator: ".")) ")has the number "
                    + "\(number); check whether something before it is missing, or number from 1.")
        }
        for section in report.sections {
            let numbers = section.paragraphs.compactMap(\.number).compactMap(OutlineNumber.init)
            guard numbers.count > 1, let first = numbers.first, first.last > 1,
                let own = OutlineNumber(section.number), first.parent == own.all,
                zip(numbers, numbers.dropFirst()).allSatisfy({ $0.parent == $1.parent && $0.last + 1 == $1.last })
            else { continue }
            problems.warning(
                .inconsistent, about: RecordReference(.report, report.id), field: "sections", values: [first.text],
                "The paragraphs of section \(section.number) begin with \(first.text); check whether some are missing, or number "
                    + "from 1.")
        }
    }

    /// A paragraph without a number among sections whose paragraphs all have one.
    private static func checkGaps(of report: CommitteeReport, into problems: inout ProblemList) {
        for (position, section) in report.sections.enumerated() where section.level > 1 {
            guard let bare = section.paragraphs.first(where: { $0.number == nil }) else { continue }
            let before = report.sections[..<position].lastIndex { $0.level < section.level }
            let after = report.sections[(position + 1)...].firstIndex { $0.level < section.level }
            let siblings = report.sections[((before ?? -1) + 1)..<(after ?? report.sections.count)].filter {
                $0 != section && $0.level == section.level && !$0.paragraphs.isEmpty
            }
            guard siblings.count > 1, siblings.allSatisfy({ $0.paragraphs.allSatisfy { $0.number != nil } }) else {
                continue
            }
            problems.warning(
                .missingValue, about: RecordReference(.report, report.id), field: "sections", values: [bare.text],
                "A paragraph under \(MessageText.value(section.title)) has no number, and those beside it have; number it, so "
                    + "that members can refer to it.")
        }
    }

    // MARK: Texts

    private static func checkRepeats(_ texts: [ReportText], into problems: inout ProblemList) {
        var first: [String: ReportText] = [:]
        for text in texts {
            if let page = pageNumber(in: text.text) {
                problems.warning(
                    .badValue, about: text.subject, field: text.field, values: [text.text],
                    "\(text.place): \(MessageText.value(page)) looks like the foot of a page that was copied with the text; take "
                        + "it out.")
            }
            var isReported = false
            for sentence in text.sentences {
                let key = sentence.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
                // What is shorter may well be said twice.
                guard key.utf8.count >= 60 else { continue }
                guard let other = first[key] else {
                    first[key] = text
                    continue
                }
                guard !isReported else { continue }
                isReported = true
                problems.warning(
                    .duplicate, about: text.subject, field: text.field, values: [text.text],
                    "\(text.place) says the same as \(other.place.lowercasedFirst); keep one of them.")
            }
        }
    }

    /// “Page 11 of 12”.
    private static func pageNumber(in text: String) -> String? {
        let words = text.split { $0 == " " || $0 == "\n" }.map(String.init)
        guard words.count >= 4 else { return nil }
        for start in 0...(words.count - 4) {
            let four = words[start..<(start + 4)].map { $0.filter { $0.isLetter || $0.isNumber } }
            if four[0].lowercased() == "page", four[2] == "of", let page = Int(four[1]), let last = Int(four[3]),
                page <= last
            {
                return words[start..<(start + 4)].joined(separator: " ")
            }
        }
        return nil
    }

    /// A sub-committee that the text calls a committee is another body.
    private static func checkCommittee(
        of report: CommitteeReport, _ texts: [ReportText], into problems: inout ProblemList
    ) {
        guard let name = report.committee, let range = name.firstRange(of: "Sub-Committee") else { return }
        let words = name[..<range.lowerBound].split(separator: " ")
        // “Overview & Scrutiny” is one word more.
        let before = words.suffix(words.dropLast().last == "&" || words.dropLast().last == "and" ? 3 : 2)
        guard before.count > 1 else { return }
        let wrong = before.joined(separator: " ") + " Committee"
        for text in texts where text.text.contains(wrong) {
            problems.warning(
                .inconsistent, about: text.subject, field: text.field, values: [text.text],
                "\(text.place) names the \(MessageText.value(wrong)), and the report is for the \(MessageText.value(name)); name "
                    + "the body that is asked.")
        }
    }

    /// An abbreviation that is written in two ways is read as two.
    private static func checkSpelling(_ texts: [ReportText], into problems: inout ProblemList) {
        var forms: [String: [(form: String, text: ReportText)]] = [:]
        var capitals: [(form: String, next: String, text: ReportText)] = []
        for text in texts {
            let words = text.text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
            for (index, word) in words.enumerated() where (3...8).contains(word.count) && word.allSatisfy(\.isLetter) {
                guard word.count(where: \.isUppercase) > 1 else { continue }
                let key = word.lowercased()
                if forms[key]?.contains(where: { $0.form == word }) != true {
                    forms[key, default: []].append((word, text))
                }
                if word.count > 3, word.allSatisfy(\.isUppercase), index + 1 < words.count {
                    capitals.append((word, words[index + 1].lowercased(), text))
                }
            }
        }
        for key in forms.keys.sorted() {
            guard let found = forms[key], found.count > 1, let last = found.last else { continue }
            problems.warning(
                .inconsistent, about: last.text.subject, field: last.text.field, values: found.map(\.form),
                "The report writes \(MessageText.list(found.map(\.form))) for what looks like one thing; choose one.")
        }
        // Two abbreviations of one thing: a letter apart, before the same word.
        var reported: Set<Set<String>> = []
        for (index, one) in capitals.enumerated() {
            for other in capitals[..<index] where other.next == one.next && other.form.count == one.form.count {
                guard zip(one.form, other.form).count(where: { $0 != $1 }) == 1,
                    reported.insert([one.form, other.form]).inserted
                else { continue }
                problems.warning(
                    .inconsistent, about: one.text.subject, field: one.text.field, values: [one.form, other.form],
                    "\(one.form) \(one.next) and \(other.form) \(other.next) differ by a letter; check whether one is a slip."
                )
            }
        }
    }
}

/// A text of a report, and where it is.
struct ReportText {
    let text: String
    let subject: RecordReference
    let field: FieldPath
    /// Where it is, in words that begin a sentence.
    let place: String
    /// The number of the paragraph.
    var number: String?

    /// The sentences, as far as a point, a blank and a capital tell them apart.
    var sentences: [String] {
        var found: [String] = []
        var start = text.startIndex
        var index = text.startIndex
        while index < text.endIndex {
            let next = text.index(after: index)
            if text[index] == ".", next < text.endIndex, text[next] == " " {
                let after = text.index(after: next)
                if after < text.endIndex, text[after].isUppercase {
                    found.append(String(text[start...index]))
                    start = after
                }
            }
            index = next
        }
        if start < text.endIndex { found.append(String(text[start...])) }
        return found
    }

    /// The recommendations and paragraphs of a report.
    static func all(of report: CommitteeReport, in pack: ReportPack) -> [ReportText] {
        let subject = RecordReference(.report, report.id)
        let recommendations = report.recommendations.enumerated().map { position, item in
            ReportText(
                text: item.text, subject: subject,
                field: FieldPath([.init("recommendations", item: position + 1), .init("text")]),
                place: "Recommendation \(item.number)")
        }
        let paragraphs = report.sections.enumerated().flatMap { position, section in
            section.paragraphs.enumerated().map { index, paragraph in
                ReportText(
                    text: paragraph.text, subject: subject,
                    field: FieldPath([
                        .init("sections", item: position + 1), .init("paragraphs", item: index + 1), .init("text"),
                    ]),
                    place: paragraph.number.map { "Paragraph \($0)" } ?? "A paragraph under “\(section.title)”",
                    number: paragraph.number)
            }
        }
        return recommendations + paragraphs
    }

    /// The titles of the papers and sections.
    static func titles(of report: CommitteeReport) -> [ReportText] {
        let subject = RecordReference(.report, report.id)
        return report.enclosures.enumerated().map { position, item in
            ReportText(
                text: item.title, subject: subject,
                field: FieldPath([.init("enclosures", item: position + 1), .init("title")]), place: item.label)
        }
            + report.sections.enumerated().map { position, item in
                ReportText(
                    text: item.title, subject: subject,
                    field: FieldPath([.init("sections", item: position + 1), .init("title")]),
                    place: "The title of section \(item.number)")
            }
    }

    /// What is said of the risks.
    static func risks(of pack: ReportPack) -> [ReportText] {
        pack.risks.flatMap { risk in
            [("title", Optional(risk.title)), ("response", risk.response)].compactMap { field, text in
                text.map {
                    ReportText(
                        text: $0, subject: RecordReference(.risk, risk.id), field: FieldPath([.init(field)]),
                        place: "Risk \(risk.id)")
                }
            }
        }
    }
}

/// A number such as `5.2.2`, by its parts; letters before the last part are kept as they are.
struct OutlineNumber {
    let text: String
    let parent: [String]
    let last: Int

    init?(_ text: String) {
        var parts = text.split(separator: ".", omittingEmptySubsequences: true).map(String.init)
        // “5.0” is section 5.
        if parts.count > 1, parts.last == "0" { parts.removeLast() }
        guard let final = parts.last, let number = Int(final), number >= 0 else { return nil }
        (self.text, parent, last) = (text, Array(parts.dropLast()), number)
    }

    /// All parts.
    var all: [String] { parent + [String(last)] }

    /// The parts as numbers, to be put in order.
    var key: [Int]? {
        let numbers = all.compactMap { Int($0) }
        return numbers.count == all.count ? numbers : nil
    }
}

extension [Int] {
    /// Whether one number of an outline comes before another.
    func precedesInOutline(_ other: [Int]) -> Bool { lexicographicallyPrecedes(other) }
}

extension String {
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
