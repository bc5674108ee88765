import FamilyServicesKit
import Testing

@Suite("Bank holidays of England and Wales")
struct BankHolidayTests {
    /// Up to 2027 as listed at https://www.gov.uk/bank-holidays; all years also by the Python package `holidays` 0.109
    /// (England, without weekend days).
    private static let published: [Int: String] = [
        2010: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
        2011: "01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27",
        2012: "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26",
        2013: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
        2014: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
        2015: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
        2016: "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27",
        2017: "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
        2018: "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26",
        2019: "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
        2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
        2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
        2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
        2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
        2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
        2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
        2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
        2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
        2028: "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
        2029: "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26",
        2030: "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
        2031: "01-01 04-11 04-14 05-05 05-26 08-25 12-25 12-26",
        2032: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
        2033: "01-03 04-15 04-18 05-02 05-30 08-29 12-26 12-27",
        2034: "01-02 04-07 04-10 05-01 05-29 08-28 12-25 12-26",
        2035: "01-01 03-23 03-26 05-07 05-28 08-27 12-25 12-26",
        2036: "01-01 04-11 04-14 05-05 05-26 08-25 12-25 12-26",
        2037: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
        2038: "01-01 04-23 04-26 05-03 05-31 08-30 12-27 12-28",
        2039: "01-03 04-08 04-11 05-02 05-30 08-29 12-26 12-27",
        2040: "01-02 03-30 04-02 05-07 05-28 08-27 12-25 12-26",
    ]

    @Test("Every year from 2010 to 2040 is as published", arguments: 2010...2040)
    func asPublished(year: Int) throws {
        let days = try BankHolidays.englandAndWales.holidays(in: year).map { $0.date.description.dropFirst(5) }
        #expect(days.joined(separator: " ") == Self.published[year])
    }

    @Test("No holiday is on a weekend: its substitute day is listed instead")
    func neverOnAWeekend() {
        #expect(BankHolidays.englandAndWales.days.allSatisfy { $0.date.isoWeekday <= 5 })
    }

    @Test("With Christmas on a Saturday, Monday stands for Christmas Day and Tuesday for Boxing Day")
    func christmasOnSaturday() throws {
        let december = try BankHolidays.englandAndWales.holidays(in: 2021).suffix(2)
        #expect(
            december.map(\.label) == [
                "Christmas Day (substitute day), 27 December 2021", "Boxing Day (substitute day), 28 December 2021",
            ])
    }

    @Test("With Christmas on a Sunday, Boxing Day keeps its Monday and Tuesday stands for Christmas Day")
    func christmasOnSunday() throws {
        let december = try BankHolidays.englandAndWales.holidays(in: 2022).suffix(2)
        #expect(december.map(\.title) == ["Boxing Day", "Christmas Day"])
        #expect(december.map(\.kind) == [.usual, .substitute])
    }

    @Test("A moved holiday takes the place of its usual day and says so")
    func moved() throws {
        let holidays = BankHolidays.englandAndWales
        #expect(try holidays.holiday(on: CalendarDate(iso: "2020-05-08"))?.kind == .moved)
        #expect(try holidays.holiday(on: CalendarDate(iso: "2020-05-04")) == nil)
        #expect(try holidays.holiday(on: CalendarDate(iso: "2022-09-19"))?.kind == .oneOff)
    }

    @Test("Days can be added and taken away, and the list stays in order")
    func overridden() throws {
        let (closed, coronation) = (try CalendarDate(iso: "2023-12-27"), try CalendarDate(iso: "2023-05-08"))
        let changed = try BankHolidays.englandAndWales.adding(closed, title: "Offices closed").removing(coronation)
        #expect(try changed.holiday(on: closed)?.kind == .added)
        #expect(try changed.holiday(on: coronation) == nil)
        #expect(changed.days == changed.days.sorted { $0.date < $1.date })
        #expect(try changed.adding(coronation, title: "Coronation").removing(closed).days.count == 253)
        #expect(BankHolidays.englandAndWales.days.count == 253)
    }

    @Test("Outside the years there is an error, not a silent answer")
    func outsideTheYears() throws {
        let day = try CalendarDate(iso: "2009-12-25")
        #expect(throws: WorkingDayError.outsideYears(year: 2009, known: 2010...2040)) {
            try BankHolidays.englandAndWales.holiday(on: day)
        }
        #expect(throws: WorkingDayError.outsideYears(year: 2041, known: 2010...2040)) {
            try BankHolidays.englandAndWales.holidays(in: 2041)
        }
        #expect(throws: WorkingDayError.outsideYears(year: 2009, known: 2010...2040)) {
            try BankHolidays.englandAndWales.adding(day, title: "Christmas Day")
        }
    }

    @Test("The list is dated")
    func dated() {
        #expect(
            BankHolidays.englandAndWales.explanation
                == "Bank holidays 2010 to 2040: as announced by 31 December 2025 up to 2027, by the usual rules "
                + "after that."
        )
    }
}
