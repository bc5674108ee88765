import ReportModel
import ReportVocabulary

/// What a report says in words agrees with who chairs which board, for whom the report is, and which way is better.
enum ReportWordRules {
    static func check(
        _ report: CommitteeReport, _ texts: [ReportText], in pack: ReportPack, into problems: inout ProblemList
    ) {
        checkImplications(of: report, into: &problems)
        for text in texts {
            for sentence in text.sentences {
                if let objection = otherBody(in: sentence, than: report) ?? halfOfBoth(in: sentence) {
                    problems.warning(
                        .inconsistent, about: text.subject, field: text.field, values: [text.text],
                        "\(text.place): \(objection)")
                }
            }
        }
    }

    // MARK: Chairs

    /// A board is chaired by whom the pack says that it is.
    static func checkChairs(_ texts: [ReportText], in pack: ReportPack, into problems: inout ProblemList) {
        let boards = pack.governance.compactMap { body -> (title: String, chair: Role.ID)? in
            guard let chair = body.chair else { return nil }
            return (String(body.title.prefix { $0 != "(" }).trimmed, chair)
        }
        guard !boards.isEmpty else { return }
        for text in texts {
            for sentence in text.sentences {
                guard let phrase = sentence.firstRange(of: "chaired by ") else { continue }
                // The longest name before the word is the one meant: “Improvement Board” is in many.
                let before = sentence[..<phrase.lowerBound].lowercased()
                let named = boards.filter { !$0.title.isEmpty && before.contains($0.title.lowercased()) }
                guard let board = named.max(by: { $0.title.count < $1.title.count }) else { continue }
                let after = sentence[phrase.upperBound...].lowercased().droppingArticle
                let said = pack.manifest.roles.filter { after.hasPrefix($0.title.lowercased()) }
                    .max { $0.title.count < $1.title.count }
                guard let said, said.id != board.chair,
                    let chair = pack.manifest.roles.first(where: { $0.id == board.chair }),
                    chair.title.lowercased() != said.title.lowercased()
                else { continue }
                problems.warning(
                    .inconsistent, about: text.subject, field: text.field, values: [text.text],
                    "\(text.place): the text says that \(MessageText.value(board.title)) is chaired by the \(said.title), and the pack "
                        + "has the \(chair.title) as its chair; check which is right.")
            }
        }
    }

    // MARK: Bodies

    /// The duty of one body, in a report that another receives.
    private static func otherBody(in sentence: String, than report: CommitteeReport) -> String? {
        guard let committee = report.committee, !committee.isEmpty else { return nil }
        let words = StatedWords(sentence).all
        for body in ["Cabinet", "Full Council", "Executive"] {
            let name = StatedWords(body).all
            guard sentence.contains(body), !committee.lowercased().contains(body.lowercased()),
                words.count > name.count,
                let start = words.indices.dropLast(name.count - 1).first(where: {
                    Array(words[$0..<($0 + name.count)]) == name
                }),
                let duty = words[(start + name.count)...].prefix(8).firstIndex(of: "regard")
            else { continue }
            // “The Cabinet Member”, “the Executive Director” are people.
            let between = words[(start + name.count)..<duty]
            guard !between.isEmpty, !["member", "members", "director", "office"].contains(between.first ?? ""),
                !Set(between).isDisjoint(with: ["have", "has", "having", "pay", "pays"])
            else { continue }
            return
                "the duty to have regard is that of the \(body) here, and the report is for the \(MessageText.value(committee)); "
                + "name the body that decides."
        }
        return nil
    }

    // MARK: Both

    private static let pluralsWithoutEnding: Set<String> = [
        "children", "people", "men", "women", "police", "staff", "data",
    ]

    /// “Both the number of children” with nothing beside it: words are missing.
    private static func halfOfBoth(in sentence: String) -> String? {
        let words = StatedWords(sentence).all
        guard let both = words.firstIndex(of: "both"), both + 2 < words.count, words[both + 1] == "the" else {
            return nil
        }
        let noun = words[both + 2]
        let rest = words[(both + 2)...]
        guard !noun.hasSuffix("s"), !pluralsWithoutEnding.contains(noun),
            !rest.contains("and"), !rest.contains("or"), !sentence.contains("&"), !rest.contains("well"),
            !rest.contains("plus"),
            // “Both the last reports” are two.
            rest.count > 1, !rest.dropFirst().prefix(1).contains(where: { $0.hasSuffix("s") })
        else { return nil }
        return "“both the \(noun)” names one thing, and “both” needs two; check whether words are missing."
    }

    // MARK: Implications

    /// What reports treat under the implications of a decision.
    private static let implications: [[String]] = [
        ["risk"], ["equalities"], ["equality"], ["corporate", "parenting"], ["consultation"], ["insight"],
        ["social", "value"],
        ["environmental"], ["climate"], ["sustainability"], ["legal"], ["financial"], ["resources"],
    ]

    /// Implications that follow their own section as main ones: 5 Risk after 4 Implications, which ends with 4.4.
    private static func checkImplications(of report: CommitteeReport, into problems: inout ProblemList) {
        let sections = report.sections
        func isImplication(_ section: ReportSection) -> Bool {
            let words = StatedWords(section.title)
            return implications.contains { words.has(inOrder: $0) }
        }
        guard
            let start = sections.firstIndex(where: {
                $0.level == 1 && StatedWords($0.title).has("implications") && !isImplication($0)
            })
        else { return }
        let parts = sections[(start + 1)...].prefix { $0.level > 1 }
        let after = sections[(start + 1 + parts.count)...].prefix {
            $0.level == 1 && !$0.number.isEmpty && isImplication($0)
        }
        guard parts.count(where: isImplication) > 1, after.count > 1, let first = after.first else { return }
        let more = after.count - 1
        problems.warning(
            .inconsistent, about: RecordReference(.report, report.id), field: "sections", values: [first.number],
            "\(MessageText.value(first.title)) and \(more) more \(more == 1 ? "section" : "sections") after it are numbered as main "
                + "sections, and the other implications are parts of section \(sections[start].number); number them alike."
        )
    }

    // MARK: Which way is better

    private static let aims: Set<String> = [
        "focus", "aim", "aims", "aiming", "priority", "priorities", "objective", "objectives", "goal", "goals",
        "ambition",
    ]
    private static let increases: Set<String> = ["increase", "increasing", "raise", "raising", "grow", "growing"]

    /// An aim to have more of what the pack says less is better of.
    static func checkAims(_ reportTexts: [ReportText], in pack: ReportPack, into problems: inout ProblemList) {
        let unwanted = pack.indicators.filter { $0.polarity == .lowerIsBetter }.map { ($0, Self.stems($0.title)) }
            .filter { $0.1.count > 1 }
        guard !unwanted.isEmpty else { return }
        for text in reportTexts {
            for sentence in text.sentences {
                let words = StatedWords(sentence).all
                guard words.contains(where: aims.contains), let object = object(in: words),
                    let indicator = unwanted.first(where: { $0.1.isSubset(of: object) })?.0
                else { continue }
                report(indicator, text.subject, text.field, text.text, "\(text.place): ", into: &problems)
            }
        }
        for item in pack.commitments.flatMap(\.items) {
            for (field, text) in [("title", item.title), ("text", item.text ?? "")] {
                // What is tied to the measure need name no more than half of it.
                guard let object = object(in: StatedWords(text).all),
                    let indicator = unwanted.first(where: { indicator, stems in
                        item.indicators.contains(indicator.id) && 2 * stems.intersection(object).count > stems.count
                    })?.0
                else { continue }
                report(
                    indicator, RecordReference(.commitment, item.id), FieldPath([.init(field)]), text, "",
                    into: &problems)
                break
            }
        }
    }

    private static func report(
        _ indicator: Indicator, _ subject: RecordReference, _ field: FieldPath, _ text: String, _ place: String,
        into problems: inout ProblemList
    ) {
        let verb = place.isEmpty ? "The text" : "the text"
        problems.warning(
            .inconsistent, about: subject, field: field, values: [text],
            "\(place)\(verb) wants to increase what lies behind \(MessageText.value(indicator.title)), of which less is better; check "
                + "whether the opposite is meant.")
    }

    /// The stems of what is to be increased: up to fifteen words behind the verb.
    private static func object(in words: [String]) -> Set<String>? {
        guard let verb = words.firstIndex(where: increases.contains) else { return nil }
        let object = words[(verb + 1)...].prefix(15)
        // “Increase the share of assessments that are not late” wants the opposite of what is late.
        guard !object.prefix(8).contains(where: { ["not", "without", "fewer", "less"].contains($0) }) else {
            return nil
        }
        return stems(object.joined(separator: " "))
    }

    private static func stems(_ text: String) -> Set<String> {
        Set(
            StatedWords(text).all.filter { $0.count > 3 && !["many", "with", "that", "number"].contains($0) }.map {
                String($0.prefix(5))
            })
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    /// Without “the”, “our” or “an” at its beginning.
    fileprivate var droppingArticle: String {
        for article in ["the ", "our ", "an ", "a "] where hasPrefix(article) {
            return String(dropFirst(article.count))
        }
        return self
    }
}
