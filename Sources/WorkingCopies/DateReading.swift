import ReportVocabulary
import SpreadsheetDates

/// Reads dates as people in England write them into a spreadsheet.
enum DateReading {
    /// The day, month or year that a text is: `31 March 2026`, `31/03/2026`, `2026-03-31`, `March 2026`, `2026`.
    static func date(_ text: String) throws(CellProblem) -> PartialDate {
        let answer = DateReader.read(text)
        if let date = answer.date { return date }
        let quoted = MessageText.value(text)
        switch answer {
        // A year of two digits is one of 1970 to 2069, and days come first.
        case .shortYear(let meant): return PartialDate(meant)
        case .shortMonth(let year, let month):
            if let date = try? PartialDate(year: year, month: month) { return date }
            throw problem(text)
        case .missingYear(let day, let month):
            throw CellProblem(
                "\(quoted) has no year; write it too, such as \(day) \(CalendarDate.monthNames[(month - 1) % 12]) 2026."
            )
        case .monthFirst(let meant):
            throw CellProblem("\(quoted) looks like an American date, month first; write \(meant.label).")
        case .impossible(let error): throw CellProblem(QuotedValue.marking(text, in: error.description))
        case .day, .month, .year, .none: throw problem(text)
        }
    }

    /// A day that a workbook keeps as a number; a number such as 2026 is a year.
    static func date(_ serial: Double) throws(CellProblem) -> PartialDate {
        if (1_900...2_200).contains(serial), serial == serial.rounded(), let year = try? PartialDate(year: Int(serial))
        {
            return year
        }
        // From 1 March 1900, before which Excel counts a day that never was.
        guard serial >= 61, serial < 2_958_466, let date = SpreadsheetDate.day(Int(serial)) else {
            throw CellProblem("The number is not a date; write one as 31 March 2026.")
        }
        return try self.date(date)
    }

    /// A day, unless it is what a spreadsheet makes of a year that was typed into a cell for dates.
    ///
    /// - Parameters:
    ///   - date: The day.
    ///   - shown: What the cell shows, where it shows no day: Excel keeps a month that was typed as its first day.
    static func date(_ date: CalendarDate, shownAs shown: String? = nil) throws(CellProblem) -> PartialDate {
        if date.day == 1, let shown, case .month(date.year, date.month) = DateReader.read(shown),
            let month = try? PartialDate(year: date.year, month: date.month)
        {
            return month
        }
        if let serial = SpreadsheetDate.serial(of: date), (1_900...2_200).contains(serial) {
            throw CellProblem(
                "The cell has \(date.label). If the year \(serial) was meant, write it as text, with an apostrophe before it."
            )
        }
        return PartialDate(date)
    }

    private static func problem(_ text: String) -> CellProblem {
        CellProblem(
            "\(MessageText.value(text)) is not a date; write 31 March 2026 or 31/03/2026, or March 2026 or 2026 where no more "
                + "is known.")
    }
}

/// Why the value of a cell cannot be read, in a sentence that says what would be right.
struct CellProblem: Error {
    let message: String

    init(_ message: String) {
        self.message = message
    }
}
