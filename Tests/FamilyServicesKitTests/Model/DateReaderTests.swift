import TestSupport
import Testing

import FamilyServicesKit
@testable import ReportVocabulary

@Suite("Dates as people write them")
struct DateReaderTests {
    @Test(
        "are read in every usual form",
        arguments: [
            ("2026-06-30", "2026-06-30"), ("30/06/2026", "2026-06-30"), ("30.6.2026", "2026-06-30"),
            ("30 June 2026", "2026-06-30"), ("June 30, 2026", "2026-06-30"), ("30-Jun-2026", "2026-06-30"),
            ("Tuesday 30 June 2026", "2026-06-30"), ("3rd of May 2012", "2012-05-03"),
            ("third of May 2012", "2012-05-03"), ("twenty-first of May 2012", "2012-05-21"),
            ("2026-06-30 00:00:00", "2026-06-30"), ("20260630", "2026-06-30"), ("June 2026", "2026-06"),
            ("06/2026", "2026-06"), ("2026-06", "2026-06"), ("2026", "2026"),
        ])
    func read(text: String, date: String) {
        #expect(DateReader.read(text).date?.description == date)
    }

    @Test("With the month in words two digits are a year: to 69 of this century, from 70 of the last")
    func shortYears() throws {
        for (text, date) in [
            ("30 Jun 26", "2026-06-30"), ("30-Jun-26", "2026-06-30"), ("1 May 69", "2069-05-01"),
            ("1 May 70", "1970-05-01"), ("30 June '26", "2026-06-30"),
        ] {
            #expect(DateReader.read(text).date?.description == date, "\(text)")
        }
        #expect(DateReader.read("30/06/26") == .shortYear(try CalendarDate(year: 2026, month: 6, day: 30)))
        #expect(DateReader.read("Nov-17") == .shortMonth(year: 2017, month: 11))
    }

    @Test("What lacks its year, has its month first or is no day of the calendar is answered as such")
    func answers() throws {
        #expect(DateReader.read("31-Mar") == .missingYear(day: 31, month: 3))
        #expect(DateReader.read("01-Jun") == .missingYear(day: 1, month: 6))
        #expect(DateReader.read("31 march") == .missingYear(day: 31, month: 3))
        #expect(DateReader.read("11/14/2017") == .monthFirst(try CalendarDate(year: 2017, month: 11, day: 14)))
        #expect(DateReader.read("29/02/2017") == .impossible(.noSuchDay(year: 2017, month: 2, day: 29)))
        #expect(DateReader.read("99/99/9999") == .impossible(.noSuchMonth(99)))
        for text in [
            "", "soon", "March", "13/2026", "2026-13", "31 March 2026 or later", "1 March April 2026", "Mayday 2026",
        ] {
            #expect(DateReader.read(text) == .none, "\(text)")
        }
    }

    @Test("Every day is read back from every way to write it")
    func everyDay() throws {
        var random = SeededGenerator()
        for _ in 0..<2_000 {
            let day = try #require(CalendarDate(daysSince1970: Int.random(in: -20_000...40_000, using: &random)))
            let month = CalendarDate.monthNames[day.month - 1]
            for text in [
                day.description, day.label, "\(day.day)/\(day.month)/\(day.year)", "\(month) \(day.day), \(day.year)",
                "\(day.day)-\(month.prefix(3))-\(day.year)", "\(day.year) \(month) \(day.day)",
            ] {
                #expect(DateReader.read(text) == .day(day), "\(text)")
            }
        }
    }
}
