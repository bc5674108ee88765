package import ReportVocabulary

/// The numbers by which spreadsheets keep days: 1 is 1 January 1900, and 61 is 1 March 1900.
package enum SpreadsheetDate {
    /// The number of 31 December 9999, the last day of a spreadsheet's calendar.
    private static let last = 2_958_465

    /// The day that a number stands for.
    ///
    /// - Parameters:
    ///   - serial: The number.
    ///   - countsFrom1904: Whether the workbook counts from 1 January 1904, as those of old Macintosh computers do.
    /// - Returns: `nil` for numbers that no day has: 0, which is a time without a day, 60, a 29 February 1900 that never was,
    ///   and those beyond the calendar.
    package static func day(_ serial: Int, countsFrom1904: Bool = false) -> CalendarDate? {
        guard (0...last).contains(serial) else { return nil }
        if countsFrom1904 { return CalendarDate(daysSince1970: serial - 24_107) }
        switch serial {
        case 0, 60: return nil
        case 1..<60: return CalendarDate(daysSince1970: serial - 25_568)
        default: return CalendarDate(daysSince1970: serial - 25_569)
        }
    }

    /// The number of a day.
    ///
    /// - Parameter day: The day.
    /// - Returns: `nil` for days before 1 March 1900, on which programs do not agree.
    package static func serial(of day: CalendarDate) -> Int? {
        let serial = day.daysSince1970 + 25_569
        return serial > 60 ? serial : nil
    }
}
