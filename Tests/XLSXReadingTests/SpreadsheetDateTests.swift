import FamilyServicesKit
import SpreadsheetDates
import Testing

@Suite("Days as spreadsheets number them")
struct SpreadsheetDateTests {
    @Test(
        "Each number is its day",
        arguments: [
            (1, "1900-01-01"), (59, "1900-02-28"), (61, "1900-03-01"), (25_569, "1970-01-01"), (46_113, "2026-04-01"),
            (2_958_465, "9999-12-31"),
        ])
    func days(serial: Int, day: String) throws {
        let date = try CalendarDate(iso: day)
        #expect(SpreadsheetDate.day(serial) == date)
        #expect(SpreadsheetDate.serial(of: date) == (serial > 60 ? serial : nil))
    }

    @Test("What no day has is no day", arguments: [-1, 0, 60, 2_958_466, .max, .min])
    func none(serial: Int) {
        #expect(SpreadsheetDate.day(serial) == nil)
    }

    @Test("Some workbooks count from 1904")
    func since1904() throws {
        #expect(SpreadsheetDate.day(0, countsFrom1904: true) == (try CalendarDate(iso: "1904-01-01")))
        #expect(SpreadsheetDate.day(44_651, countsFrom1904: true) == (try CalendarDate(iso: "2026-04-01")))
    }
}
