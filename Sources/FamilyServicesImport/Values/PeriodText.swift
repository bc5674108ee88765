import FamilyServicesKit

/// Reporting periods as their codes, as Excel shows months, or as people in England write them.
enum PeriodText {
    /// The period that a text is.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - firstsAreMonths: Whether the first of a month stands for the month, as ``PeriodDates`` finds out.
    static func period(_ text: String, firstsAreMonths: Bool = false) throws(ValueProblem) -> ReportingPeriod {
        if text.utf8.count <= 21, let period = try? ReportingPeriod(text) {
            guard firstsAreMonths, period.kind == .snapshot else { return period }
            return month(of: period.firstDay) ?? period
        }
        if let day = dayInWords(text) { return .snapshot(try DateText.date(day)) }
        do {
            if let period = try PeriodReading.period(text) { return period }
        } catch {
            let message = QuotedValue.marking(Excerpt.short(text), in: error.message)
            throw error.isAmbiguous ? .ambiguous(message) : .bad(message)
        }
        if let day = try day(text) {
            guard day.day == 1 else { return .snapshot(day) }
            // Excel makes the first of a month of a month that was typed.
            if firstsAreMonths, let month = month(of: day) { return month }
            let month = (try? PartialDate(year: day.year, month: day.month))?.description ?? ""
            throw .ambiguous(
                "\(Excerpt.quoted(text)) may be the month \(month) or the day \(day); write \(month) for the month, or "
                    + "\(day) for the day.")
        }
        if let problem = ExcelHabits.problem(in: text) { throw problem }
        throw problem(with: text)
    }

    /// The day that a text is; `nil` where it is none, or said to be one in so many words.
    static func day(_ text: String) throws(ValueProblem) -> CalendarDate? {
        if text.utf8.count == 10, let date = try? CalendarDate(iso: text) { return date }
        // “30 September 2025”, “30.09.2025”, “2025-09-30 00:00:00”.
        if case .day(let day) = DateReader.read(text) { return day }
        return try DateText.ukDate(text)
    }

    /// What follows “as at”, which says that a day is meant and not the month that it begins.
    private static func dayInWords(_ text: String) -> String? {
        let lower = text.prefix(6).lowercased()
        return lower == "as at " ? Blanks.trimmed(text.dropFirst(6)) : nil
    }

    private static func month(of day: CalendarDate) -> ReportingPeriod? {
        guard day.day == 1 else { return nil }
        return try? .month(day.month, day.year)
    }

    /// Whether a heading looks like a period, well or badly written.
    static func isLikely(_ heading: String) -> Bool {
        guard heading.utf8.count <= 60 else { return false }
        guard heading.contains(where: \.isNumber) else {
            // A month alone lacks its year, which is said.
            do { return try PeriodReading.period(heading) != nil } catch { return true }
        }
        if heading.first?.isNumber == true { return true }
        let upper = heading.uppercased()
        if upper.hasPrefix("FY") || upper.hasPrefix("AY") || dayInWords(heading) != nil { return true }
        do {
            return try PeriodReading.period(heading) != nil
        } catch {
            return true
        }
    }

    /// What a text is about that is no period of its own, but is found where periods are.
    private static func gathered(_ text: String) -> ValueProblem? {
        let words = Set(text.lowercased().split { !$0.isLetter && !$0.isNumber })
        let quote = Excerpt.quoted(text)
        func isAny(_ names: String...) -> Bool { names.contains { words.contains(Substring($0)) } }
        if isAny("ytd") || isAny("year") && isAny("date") {
            return .bad(
                "\(quote) is a year to date. Make it an indicator of its own with the accumulation “year to date”, and write the "
                    + "month up to which it counts, such as 2025-09.")
        }
        if isAny("rolling", "r12", "r12m", "12m") || isAny("12") && isAny("months", "mths") {
            return .bad(
                "\(quote) is a rolling figure. Make it an indicator of its own with the accumulation “rolling 12 months”, and write "
                    + "the month in which it ends, such as 2025-09.")
        }
        if isAny("term", "autumn", "spring", "summer", "winter") {
            return .bad(
                "\(quote) is not a reporting period; write its first and last day, as in 2025-09-01/2025-12-19.")
        }
        if isAny("week", "wk") || isAny("w") && isAny("e", "c") {
            return .bad("\(quote) is a week; write its first and last day, as in 2025-09-01/2025-09-07.")
        }
        return nil
    }

    private static func problem(with text: String) -> ValueProblem {
        if let problem = gathered(text) { return problem }
        let dated = DateText.explanation(of: text, expecting: "a reporting period")
        // What has a stroke and no two days is no span that is badly written.
        let isCode = text.allSatisfy { $0.isNumber || "-/FAYQ".contains($0) }
        do {
            _ = try ReportingPeriod(isCode ? Excerpt.short(text) : "")
            return dated ?? DateText.problem(with: text, expecting: "a reporting period")
        } catch .notAPeriod {
            // A number that is a day of Excel's, or a date in other words, is said better in those words.
            return dated ?? .bad(ReportingPeriodError.notAPeriod(Excerpt.short(text)).description, about: text)
        } catch {
            return .bad(error.description, about: text)
        }
    }
}

/// Dates that may be known to the month only, and that people and Excel write as months.
enum MonthText {
    /// The day, month or year that a text is.
    static func partialDate(_ text: String) throws(ValueProblem) -> PartialDate {
        if text.utf8.count <= 10, let date = try? PartialDate(iso: text) { return date }
        if let month = PeriodReading.month(text) { return month }
        try refuseMissingYear(text)
        if let date = within(text) { return date }
        if let period = try? PeriodReading.period(text), period.firstDay != period.lastDay {
            let day = period.lastDay
            let month = (try? PartialDate(year: day.year, month: day.month))?.description ?? ""
            throw .bad(
                "\(Excerpt.quoted(text)) is a period and not a date; write \(month) for the month in which it ends, or \(day) "
                    + "for its last day.")
        }
        return try DateText.partialDate(text)
    }

    /// The month or year in which a day is that is said roughly: `end of March 2026`, `mid July 2026`, `by end of 2026`.
    private static func within(_ text: String) -> PartialDate? {
        guard text.utf8.count <= 60 else { return nil }
        let words = text.split { $0.isWhitespace || $0 == "-" || $0 == "," }.map(String.init)
        let rest = words.drop { rough.contains($0.lowercased()) }
        guard rest.count < words.count, !rest.isEmpty else { return nil }
        let date = rest.joined(separator: " ")
        if let month = PeriodReading.month(date) { return month }
        // “End of 31 March” says nothing of a month.
        guard let found = DateReader.read(date).date, found.day == nil else { return nil }
        return found
    }

    private static let rough: Set<String> = [
        "by", "the", "of", "in", "during", "end", "early", "mid", "middle", "late", "beginning", "start",
    ]

    /// The day that a text is.
    static func date(_ text: String) throws(ValueProblem) -> CalendarDate {
        try refuseMissingYear(text)
        return try DateText.date(text)
    }

    private static func refuseMissingYear(_ text: String) throws(ValueProblem) {
        if let problem = PeriodReading.missingYear(text) {
            throw .ambiguous(QuotedValue.marking(Excerpt.short(text), in: problem.message))
        }
    }
}

/// Whether the days under a heading are months as Excel keeps them: the first day of each.
///
/// Excel turns “April 2024” into 1 April 2024, whatever the cell shows, and some formats of cells then save the day. One
/// day alone does not tell; a whole column in which every day is the first of a month does, where there are several, or a
/// month is among them, or the pack reports on a month.
struct PeriodDates {
    private let reportsOnMonth: Bool
    private var firsts: Set<CalendarDate> = []
    private var hasMonths = false
    private(set) var hasOtherDays = false

    /// Begins without a text.
    ///
    /// - Parameter reportPeriod: What the pack reports on.
    init(reportPeriod: ReportingPeriod?) {
        reportsOnMonth = reportPeriod?.kind == .month
    }

    /// Takes note of a text.
    mutating func add(_ text: String) {
        if let day = (try? PeriodText.day(text)) ?? nil {
            if day.day == 1 { firsts.insert(day) } else { hasOtherDays = true }
        } else if !hasMonths {
            hasMonths = (try? PeriodText.period(text))?.kind == .month
        }
    }

    /// Whether firsts of months are months.
    var areMonths: Bool {
        !firsts.isEmpty && !hasOtherDays && (firsts.count > 1 || hasMonths || reportsOnMonth)
    }

    /// How that is said, by the example of one text.
    static func message(_ text: String, _ period: ReportingPeriod) -> String {
        "Every date in this column is the first of a month, which is how Excel keeps months, so \(Excerpt.quoted(text)) is "
            + "read as \(period.label). If the days are meant, write as at \(Excerpt.value(text))."
    }
}
