import FamilyServicesKit
import Foundation
import TestSupport
import Testing

@Suite("A day of the calendar")
struct CalendarDateTests {
    @Test("agrees with Python's calendar on numbers, weekdays and days later")
    func againstPython() throws {
        var generator = SeededGenerator()
        let pairs = (0..<2_000).map { _ in
            (Int.random(in: 1...3_652_059, using: &generator), Int.random(in: -40_000...40_000, using: &generator))
        }
        let output = try Program.python.answer(
            [
                "-c",
                """
                import sys, datetime
                for line in sys.stdin:
                    ordinal, days = map(int, line.split())
                    date = datetime.date.fromordinal(ordinal)
                    try: later = (date + datetime.timedelta(days=days)).isoformat()
                    except OverflowError: later = "none"
                    print(date.isoformat(), ordinal - 719163, date.isoweekday(), later)
                """,
            ], to: pairs.map { "\($0) \($1)" }.joined(separator: "\n"))
        let lines = output.split(separator: "\n")
        try #require(lines.count == pairs.count)
        for (line, pair) in zip(lines, pairs) {
            let fields = line.split(separator: " ").map(String.init)
            let date = try CalendarDate(iso: fields[0])
            #expect(date.daysSince1970 == Int(fields[1]), "\(line), seed \(generator.seed)")
            #expect(CalendarDate(daysSince1970: pair.0 - 719_163) == date, "\(line), seed \(generator.seed)")
            #expect(date.isoWeekday == Int(fields[2]), "\(line), seed \(generator.seed)")
            #expect(date.adding(days: pair.1)?.description ?? "none" == fields[3], "\(line), seed \(generator.seed)")
        }
    }

    @Test("is counted without a gap from the first to the last")
    func everyDay() throws {
        var date = try CalendarDate(year: 1, month: 1, day: 1)
        #expect(date.daysSince1970 == -719_162)
        #expect(date.adding(days: -1) == nil)
        var count = 1
        while let next = date.adding(days: 1) {
            guard date < next, next.daysSince1970 == date.daysSince1970 + 1 else {
                Issue.record("after \(date) comes \(next)")
                break
            }
            date = next
            count += 1
        }
        #expect(date.description == "9999-12-31")
        #expect(count == 3_652_059)
        #expect(date.daysSince1970 == 2_932_896)
        #expect(date.adding(days: .max) == nil)
        #expect(date.adding(days: .min) == nil)
        #expect(CalendarDate(daysSince1970: .max) == nil)
    }

    @Test(
        "moves by months to the end of a shorter month",
        arguments: [
            ("2018-01-31", 1, "2018-02-28"), ("2016-01-31", 1, "2016-02-29"), ("2018-03-31", -1, "2018-02-28"),
            ("2017-12-15", 1, "2018-01-15"), ("2018-01-15", -1, "2017-12-15"), ("2016-02-29", -12, "2015-02-28"),
            ("2016-02-29", 48, "2020-02-29"), ("2018-05-31", 0, "2018-05-31"),
        ])
    func months(from: String, months: Int, to: String) throws {
        #expect(try CalendarDate(iso: from).adding(months: months)?.description == to)
    }

    @Test("has no month beyond the calendar")
    func monthsBeyond() throws {
        #expect(try CalendarDate(iso: "9999-12-01").adding(months: 1) == nil)
        #expect(try CalendarDate(iso: "0001-01-01").adding(months: -1) == nil)
        #expect(try CalendarDate(iso: "2018-01-01").adding(months: .max) == nil)
        #expect(try CalendarDate(iso: "2018-01-01").adding(months: .min) == nil)
    }

    @Test(
        "exists only as far as the calendar goes",
        arguments: [
            ("2017-02-29", "February 2017 has no day 29; its last day is 28"), ("1900-02-29", "no day 29"),
            ("2017-04-31", "April 2017 has no day 31"), ("2017-13-01", "no month 13"), ("2017-00-01", "no month 0"),
            ("2017-01-00", "no day 0"), ("0000-01-01", "year 0"), ("2017-1-1", "not a date"),
            ("17-01-01", "not a date"),
            ("14/11/2017", "not a date"), ("", "not a date"), ("2017-11-14T00:00", "not a date"),
            ("2017--1-1", "not a date"),
            ("2017-+1-01", "not a date"),
        ])
    func refused(text: String, words: String) throws {
        let error = try #require(throws: DateError.self) { try CalendarDate(iso: text) }
        #expect(error.description.contains(words), "\(error)")
        #expect(throws: DecodingError.self) { try fromJSON(CalendarDate.self, "\"\(text)\"") }
    }

    @Test("describes its errors whatever they hold")
    func errors() {
        #expect(DateError.noSuchDay(year: 2017, month: 13, day: 1).description.contains("month 13"))
    }

    @Test("is written as ISO 8601 and reads back")
    func text() throws {
        #expect(try json(CalendarDate(year: 7, month: 2, day: 3)) == "\"0007-02-03\"")
        let date = try CalendarDate(year: 2017, month: 11, day: 14)
        #expect(try roundTrip(date) == date)
        #expect(date.label == "14 November 2017")
        #expect(date.days(until: try CalendarDate(iso: "2018-11-14")) == 365)
        #expect(try CalendarDate(iso: "2016-02-29") != date)
        #expect(CalendarDate.isLeap(2000) && !CalendarDate.isLeap(1900) && CalendarDate.isLeap(2016))
        #expect(CalendarDate.length(ofMonth: 13, year: 2017) == 0)
    }
}

@Suite("A date that may be known to the year or month only")
struct PartialDateTests {
    @Test(
        "is read and written to the precision that it is known",
        arguments: [
            ("2017", "2017-01-01", "2017-12-31", "2017"), ("2017-11", "2017-11-01", "2017-11-30", "November 2017"),
            ("2016-02", "2016-02-01", "2016-02-29", "February 2016"),
            ("2017-11-14", "2017-11-14", "2017-11-14", "14 November 2017"), ("0033", "0033-01-01", "0033-12-31", "33"),
        ])
    func forms(text: String, first: String, last: String, label: String) throws {
        let date = try PartialDate(iso: text)
        #expect(date.description == text)
        #expect(date.firstDay.description == first)
        #expect(date.lastDay.description == last)
        #expect(date.label == label)
        #expect(try json(date) == "\"\(text)\"")
        #expect(try roundTrip(date) == date)
    }

    @Test(
        "is not read from anything else",
        arguments: [
            "", "17", "2017-13", "2017-1", "2017-02-30", "0000", "Nov 2017", "2017-11-14-01", "2017-",
        ])
    func refused(text: String) {
        #expect(throws: DateError.self) { try PartialDate(iso: text) }
        #expect(throws: DecodingError.self) { try fromJSON(PartialDate.self, "\"\(text)\"") }
    }

    @Test("is equal only to one that says the same")
    func equality() throws {
        #expect(try PartialDate(iso: "2017") != PartialDate(iso: "2017-01"))
        #expect(try PartialDate(iso: "2017-11-14") == PartialDate(CalendarDate(year: 2017, month: 11, day: 14)))
        #expect(throws: DateError.self) { try PartialDate(year: 10_000) }
        #expect(throws: DateError.noSuchMonth(0)) { try PartialDate(year: 2017, month: 0) }
    }
}
