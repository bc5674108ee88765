import ReportModel
import ReportVocabulary

/// What a report says of the past is past on its day, and what it says of the future is still to come.
enum ReportDateRules {
    static func check(
        _ report: CommitteeReport, _ texts: [ReportText], in pack: ReportPack, into problems: inout ProblemList
    ) {
        let day = day(of: report, in: pack)
        if let note = report.dateNote, let period = report.period,
            let printed = dates(in: note).first(where: { $0.date.lastDay < period.firstDay })
        {
            problems.warning(
                .dateOrder, about: RecordReference(.report, report.id), field: "date_note", values: [note],
                "\(printed.date.label) is before the time that the report is about, \(period.labelWithinSentence); correct the date "
                    + "that is printed.")
        }
        for text in texts {
            for sentence in text.sentences {
                if let objection = objection(to: sentence, on: day) {
                    problems.warning(
                        .dateOrder, about: text.subject, field: text.field, values: [text.text],
                        "\(text.place): \(objection)")
                }
                let numbers = updateNumbers(in: sentence)
                guard let number = report.updateNumber, let said = numbers.first, !numbers.contains(number) else {
                    continue
                }
                problems.warning(
                    .inconsistent, about: text.subject, field: text.field, values: [text.text],
                    "\(text.place) calls this number \(said) of a series, and “update_number” says \(number); check which is right."
                )
            }
        }
        checkVisits(texts, in: pack, into: &problems)
    }

    /// The number of a visit, against the inspection of its month.
    static func checkVisits(_ texts: [ReportText], in pack: ReportPack, into problems: inout ProblemList) {
        for text in texts {
            for sentence in text.sentences {
                guard let said = ordinals(before: ["visit"], in: sentence).first else { continue }
                let months = dates(in: sentence).map(\.date)
                for visit in pack.inspections {
                    guard let number = visit.ordinal, number != said, let start = visit.start,
                        visit.kind == .monitoringVisit || visit.kind == .focusedVisit,
                        months.contains(where: { $0.firstDay <= start.lastDay && start.firstDay <= $0.lastDay })
                    else { continue }
                    problems.warning(
                        .inconsistent, about: text.subject, field: text.field, values: [text.text],
                        "\(text.place) calls the visit of \(start.label) number \(said), and it is number \(number); check which is "
                            + "right.")
                }
            }
        }
    }

    /// The day of a report: its own, or that of the pack where only its month or year is known.
    private static func day(of report: CommitteeReport, in pack: ReportPack) -> CalendarDate {
        guard let date = report.date else { return pack.manifest.date }
        let isWithin = date.firstDay <= pack.manifest.date && pack.manifest.date <= date.lastDay
        return isWithin ? pack.manifest.date : date.lastDay
    }

    // MARK: Tenses

    /// Words behind which a date is past.
    private static let past: [[String]] = [
        ["was", "held"], ["were", "held"], ["took", "place"], ["was", "launched"], ["was", "published"],
        ["letter", "of"],
        ["letter", "dated"], ["has", "run", "since"], ["have", "run", "since"], ["running", "since"],
        ["was", "completed"],
        ["was", "agreed"], ["was", "opened"], ["met", "on"], ["began"], ["started"],
    ]
    /// Words behind which a date is still to come.
    private static let future: [[String]] = [
        ["will", "be"], ["is", "to", "be"], ["are", "to", "be"], ["will", "take", "place"], ["will", "start"],
        ["will", "begin"], ["is", "due"], ["are", "due"], ["is", "open", "until"], ["is", "open", "to"],
        ["runs", "until"],
        ["remains", "open", "until"], ["closes", "on"], ["is", "planned", "for"], ["is", "expected"],
    ]

    /// Why what a sentence says of a date cannot be on a day.
    private static func objection(to sentence: String, on day: CalendarDate) -> String? {
        for (date, before) in dates(in: sentence) {
            // The words nearest to the date are about it.
            let words = before.suffix(10)
            let latest = [(past, true), (future, false)].compactMap { phrases, isPast in
                phrases.compactMap { lastPlace(of: $0, in: words) }.max().map { (place: $0, isPast: isPast) }
            }.max { $0.place < $1.place }
            guard let latest else { continue }
            if latest.isPast {
                let isSince = before.last == "since"
                guard isSince ? date.firstDay >= day : date.firstDay > day else { continue }
                return "the report is dated \(day.label), but the text treats \(date.label) as past; check the date."
            }
            guard date.lastDay < day else { continue }
            return
                "the report is dated \(day.label), but the text treats \(date.label) as still to come; check the date, or say "
                + "what came of it."
        }
        return nil
    }

    private static func lastPlace(of phrase: [String], in words: ArraySlice<String>) -> Int? {
        guard words.count >= phrase.count else { return nil }
        return (words.startIndex...(words.endIndex - phrase.count)).last { start in
            Array(words[start..<(start + phrase.count)]) == phrase
        }
    }

    /// The dates of a sentence that have at least their month and year, each with the words before it.
    private static func dates(in sentence: String) -> [(date: PartialDate, before: [String])] {
        let tokens = sentence.split { " ,;()".contains($0) }.map { word in
            String(word.reversed().drop { ".:".contains($0) }.reversed())
        }
        var found: [(date: PartialDate, before: [String])] = []
        var index = 0
        while index < tokens.count {
            let taken = [3, 2].first { length in
                guard index + length <= tokens.count else { return false }
                return PrintedDate.date(in: tokens[index..<(index + length)].joined(separator: " "))?.isMonthOrDay
                    ?? false
            }
            if let taken, let date = PrintedDate.date(in: tokens[index..<(index + taken)].joined(separator: " ")) {
                found.append((date, tokens[..<index].map { $0.lowercased() }))
                index += taken
            } else {
                index += 1
            }
        }
        return found
    }

    // MARK: Places in a series

    /// “This is the eighth update”.
    private static func updateNumbers(in sentence: String) -> [Int] {
        let words = StatedWords(sentence)
        guard words.has(inOrder: ["this", "is", "the"]) else { return [] }
        return ordinals(before: ["update", "report"], in: sentence)
    }

    /// The places in an order, such as “eighth”, at most two words before one of some words.
    private static func ordinals(before nouns: Set<String>, in sentence: String) -> [Int] {
        let bytes = Array(sentence.utf8)
        return NumberReader.numbers(in: sentence).compactMap { number in
            guard number.kind == .ordinal else { return nil }
            let words = StatedWords(String(decoding: bytes[number.range.upperBound...], as: UTF8.self)).all
            // The third “this year” is counted from the year's beginning.
            guard let noun = words.prefix(3).firstIndex(where: { nouns.contains($0) }),
                words.dropFirst(noun + 1).first != "this", number.value == number.value.rounded(),
                (1...1_000).contains(number.value)
            else { return nil }
            return Int(number.value)
        }
    }
}

extension PartialDate {
    /// Whether at least the month is known.
    fileprivate var isMonthOrDay: Bool { firstDay.days(until: lastDay) < 31 }
}
