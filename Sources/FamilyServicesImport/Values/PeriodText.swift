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
        guard heading.utf8.count <= 60, heading.contains(where: \.isNumber) else { return false }
        if heading.first?.isNumber == true { return true }
        let upper = heading.uppercased()
        if upper.hasPrefix("FY") || upper.hasPrefix("AY") || dayInWords(heading) != nil { return true }
        do {
            return try PeriodReading.period(heading) != nil
        } catch {
            return true
        }
    }

    private static func problem(with text: String) -> ValueProblem {
        let dated = DateText.explanation(of: text, expecting: "a reporting period")
        do {
            _ = try ReportingPeriod(Excerpt.short(text))
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
        return try DateText.partialDate(text)
    }

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
