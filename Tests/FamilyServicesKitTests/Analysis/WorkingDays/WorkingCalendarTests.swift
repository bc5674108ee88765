import FamilyServicesKit
import TestSupport
import Testing

@Suite("Counting working days")
struct WorkingCalendarTests {
    private let calendar = WorkingCalendar.englandAndWales

    /// Computed with NumPy 2 `busday_offset` and the holidays of `BankHolidayTests`.
    @Test(
        "The n-th working day after an event, the day of which is day 0",
        arguments: [
            ("2017-11-14", 45, "2018-01-19"), ("2017-12-22", 10, "2018-01-10"), ("2022-08-26", 15, "2022-09-20"),
            ("2021-12-24", 1, "2021-12-29"), ("2020-02-28", 45, "2020-05-05"), ("2023-04-06", 15, "2023-05-02"),
            ("2024-02-28", 1, "2024-02-29"), ("2012-05-31", 3, "2012-06-07"), ("2019-06-03", -10, "2019-05-17"),
            ("2012-10-30", 45, "2013-01-04"), ("2035-07-14", 45, "2035-09-17"),
        ])
    func adding(start: String, count: Int, expected: String) throws {
        let day = try calendar.adding(workingDays: count, to: CalendarDate(iso: start))
        #expect(day.description == expected)
    }

    @Test("Friday, Saturday and Sunday have the same day 1")
    func weekendIsDayZero() throws {
        for start in ["2017-11-17", "2017-11-18", "2017-11-19"] {
            #expect(try calendar.adding(workingDays: 45, to: CalendarDate(iso: start)).description == "2018-01-24")
        }
    }

    /// Computed with NumPy 2 `busday_count` from the day after the start.
    @Test(
        "Working days between two days leave out the first and count the last",
        arguments: [
            ("2010-01-01", "2040-12-31", 7_834), ("2022-01-01", "2022-12-31", 250), ("2020-02-20", "2020-06-01", 68),
            ("2017-11-14", "2017-11-14", 0), ("2017-11-17", "2017-11-19", 0), ("2017-11-17", "2017-11-20", 1),
            ("2017-11-20", "2017-11-17", -1),
        ])
    func between(start: String, end: String, expected: Int) throws {
        #expect(try calendar.workingDays(from: CalendarDate(iso: start), to: CalendarDate(iso: end)) == expected)
    }

    @Test("No working days from a day is the day itself; the first working day on or after a holiday is the next one")
    func edges() throws {
        let christmas = try CalendarDate(iso: "2021-12-27")
        #expect(try calendar.adding(workingDays: 0, to: christmas) == christmas)
        #expect(try calendar.workingDay(onOrAfter: christmas).description == "2021-12-29")
        #expect(try !calendar.isWorkingDay(christmas))
        #expect(try calendar.isWorkingDay(CalendarDate(iso: "2024-02-29")))
    }

    @Test("Counting out of the known years is an error")
    func outOfYears() throws {
        let last = try CalendarDate(iso: "2040-12-31")
        #expect(throws: WorkingDayError.runsOutOfYears(workingDays: 1, fromYear: 2040, known: 2010...2040)) {
            try calendar.adding(workingDays: 1, to: last)
        }
        #expect(throws: WorkingDayError.runsOutOfYears(workingDays: .min, fromYear: 2040, known: 2010...2040)) {
            try calendar.adding(workingDays: .min, to: last)
        }
        #expect(throws: WorkingDayError.runsOutOfYears(workingDays: .max, fromYear: 2040, known: 2010...2040)) {
            try calendar.adding(workingDays: .max, to: last)
        }
        #expect(throws: WorkingDayError.outsideYears(year: 2041, known: 2010...2040)) {
            try calendar.isWorkingDay(CalendarDate(iso: "2041-01-02"))
        }
    }

    @Test("Adding and counting undo each other, and agree with counting day by day")
    func properties() throws {
        var random = SeededGenerator()
        let first = try CalendarDate(iso: "2010-01-01").daysSince1970
        for _ in 0..<500 {
            let start = try #require(CalendarDate(daysSince1970: first + .random(in: 0..<10_900, using: &random)))
            let count = Int.random(in: 1...60, using: &random)
            let end = try calendar.adding(workingDays: count, to: start)
            #expect(try calendar.workingDays(from: start, to: end) == count)
            #expect(try calendar.workingDays(from: end, to: start) == -count)
            var byHand = 0
            for offset in 1...start.days(until: end) {
                let day = try #require(start.adding(days: offset))
                if day.isoWeekday <= 5, try calendar.holidays.holiday(on: day) == nil { byHand += 1 }
            }
            #expect(byHand == count)
            #expect(try calendar.isWorkingDay(end))
        }
    }

    @Test("A council's own closing days count as no working days")
    func closingDays() throws {
        let closed = try CalendarDate(iso: "2023-12-27")
        let own = WorkingCalendar(holidays: try BankHolidays.englandAndWales.adding(closed, title: "Offices closed"))
        let start = try CalendarDate(iso: "2023-12-22")
        #expect(try calendar.adding(workingDays: 1, to: start) == closed)
        #expect(try own.adding(workingDays: 1, to: start).description == "2023-12-28")
        #expect(own != calendar)
    }
}
