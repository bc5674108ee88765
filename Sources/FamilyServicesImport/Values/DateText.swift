import FamilyServicesKit
import SpreadsheetDates

/// Dates as ISO 8601 or as people in England write them.
enum DateText {
    /// The day that a text is: `2017-11-14`, `14/11/2017` or `14 November 2017`.
    static func date(_ text: String) throws(ValueProblem) -> CalendarDate {
        // The form of nearly all dates.
        if text.utf8.count == 10, let date = try? CalendarDate(iso: text) { return date }
        if case .day(let day) = DateReader.read(text) { return day }
        throw problem(with: text, expecting: "a date; write 2017-11-14 or 14/11/2017")
    }

    /// The day, month or year that a text is: also `2017-11`, `November 2017` and `2017`.
    static func partialDate(_ text: String) throws(ValueProblem) -> PartialDate {
        if text.utf8.count <= 10, let date = try? PartialDate(iso: text) { return date }
        if let date = DateReader.read(text).date { return date }
        throw problem(
            with: text, expecting: "a date; write 2017-11-14 or 14/11/2017, or 2017-11 or 2017 where no more is known")
    }

    /// The day of a text in numbers alone whose year has two digits: days come first, and the year is one of 1970 to 2069.
    static func shortYear(_ text: String) -> CalendarDate? {
        guard case .shortYear(let day) = DateReader.read(text),
            DigitParser.number(Array(text.utf8.prefix { (0x30...0x39).contains($0) })) == day.day
        else { return nil }
        return day
    }

    /// The day of a text with two slashes, day first.
    ///
    /// - Returns: `nil` where the text has another form.
    static func ukDate(_ text: String) throws(ValueProblem) -> CalendarDate? {
        guard text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).count == 3,
            text.utf8.count <= 10
        else { return nil }
        if let day = shortYear(text) { return day }
        switch DateReader.read(text) {
        case .day(let day): return day
        case .none: return nil
        case let answer:
            throw problem(answer, with: text, expecting: "a date") ?? problem(with: text, expecting: "a date")
        }
    }

    /// Says what a text is that is no date, as far as it can be told.
    static func problem(with text: String, expecting expected: String) -> ValueProblem {
        explanation(of: text, expecting: expected) ?? .bad("\(Excerpt.quoted(text)) is not \(expected).")
    }

    /// Says what a text is that is no date; `nil` where nothing can be told but that it is none.
    static func explanation(of text: String, expecting expected: String) -> ValueProblem? {
        if let problem = ExcelHabits.problem(in: text) { return problem }
        if let serial = Double(text), serial >= 20_000, serial < 80_000, text.utf8.count <= 20,
            let date = SpreadsheetDate.day(Int(serial))
        {
            return .bad(
                "\(Excerpt.quoted(text)) is the number by which Excel keeps the date \(date); format the cells as dates and "
                    + "save again, or write \(date).")
        }
        return problem(DateReader.read(text), with: text, expecting: expected)
    }

    /// Says why a date cannot be taken; `nil` for what is no date.
    private static func problem(
        _ answer: DateReader.Answer, with text: String, expecting expected: String
    ) -> ValueProblem? {
        let quoted = Excerpt.quoted(text)
        switch answer {
        case .shortYear(let meant):
            return .ambiguous(
                "\(quoted) has a year of two digits; write all four, such as \(meant.day)/\(meant.month)/\(meant.year)."
            )
        case .monthFirst(let meant):
            return .bad(
                "\(quoted) looks like an American date, month first; write \(meant) or "
                    + "\(meant.day)/\(meant.month)/\(meant.year).")
        case .impossible(let error): return .bad(error.description, about: text)
        case .missingYear(let day, let month):
            return .bad(
                "\(quoted) has no year, as Excel shows days by default; write it too, such as "
                    + "\(day) \(CalendarDate.monthNames[(month - 1) % 12]) 2026.")
        case .month, .shortMonth, .day, .year:
            return reading(of: text).map { .bad("\(quoted) is not \(expected). It may mean \($0).") }
        case .none: return nil
        }
    }

    /// What a text with the name of a month or other separators probably means.
    ///
    /// Only ever shown, never taken.
    static func reading(of text: String) -> String? {
        switch DateReader.read(text) {
        case .day(let day), .shortYear(let day), .monthFirst(let day): day.description
        case .month(let year, let month), .shortMonth(let year, let month):
            (try? PartialDate(year: year, month: month))?.description
        case .year, .missingYear, .impossible, .none: nil
        }
    }
}
