import FamilyServicesKit
@testable import ReportVocabulary
import Testing

@Suite("Periods as people and Excel write them")
struct PeriodReadingTests {
    @Test(
        "are read where they can mean only one thing",
        arguments: [
            ("Apr-24", "2024-04"), ("Apr 24", "2024-04"), ("apr24", "2024-04"), ("Apr '24", "2024-04"),
            ("April 2024", "2024-04"), ("APRIL, 2024", "2024-04"), ("Sept-24", "2024-09"), ("2024 April", "2024-04"),
            ("Mar\u{2011}31", "2031-03"), ("Jan-69", "2069-01"), ("Jan-70", "1970-01"),
            ("06/2026", "2026-06"), ("6/2026", "2026-06"), ("2026/06", "2026-06"), ("2024-4", "2024-04"),
            ("202406", "2024-06"), ("FY2025/26", "FY2025-26"), ("FY 2025-26", "FY2025-26"), ("FY25/26", "FY2025-26"),
            ("fy2025-26", "FY2025-26"), ("Financial year 2025 to 2026", "FY2025-26"), ("AY2023/24", "AY2023-24"),
            ("Academic year 2023/24", "AY2023-24"), ("Q1 2026/27", "FY2026-27-Q1"), ("2026-27 Q4", "FY2026-27-Q4"),
            ("Quarter 2 FY2026/27", "FY2026-27-Q2"), ("2026/27 Quarter 3", "FY2026-27-Q3"),
            ("Qtr 1 26/27", "FY2026-27-Q1"), ("April to June 2026", "FY2026-27-Q1"),
            ("October to December 2018", "FY2018-19-Q3"), ("July 2021 to January 2022", "2021-07-01/2022-01-31"),
            ("H1 2025/26", "2025-04-01/2025-09-30"), ("P06 2025/26", "2025-09"), ("2025/26 Month 10", "2026-01"),
            ("Q3 (Oct-Dec) 2025/26", "FY2025-26-Q3"), ("Month ending 30/09/2025", "2025-09"),
            ("Year ending 31 March 2025", "FY2024-25"), ("Year to March 2025", "FY2024-25"),
            ("Y/E Mar 25", "FY2024-25"),
            ("Year ending December 2024", "2024"), ("Year ending August 2024", "AY2023-24"),
            ("1 April 2025 to 31 March 2026", "FY2025-26"), ("01/04/2025-30/06/2025", "FY2025-26-Q1"),
            ("1 May 2025 - 12 May 2025", "2025-05-01/2025-05-12"),
        ])
    func read(text: String, code: String) throws {
        #expect(try PeriodReading.period(text)?.code == code)
    }

    @Test("Every label that the kit prints for months, quarters and years is read again")
    func labels() throws {
        for code in ["2024-04", "FY2018-19-Q3", "FY2018-19-Q4", "FY2014-15", "AY2023-24"] {
            let period = try ReportingPeriod(code)
            #expect(try PeriodReading.period(period.label) == period)
        }
    }

    @Test(
        "are asked for where the year is missing or there are two of them",
        arguments: [
            ("31-Mar", "31-Mar” has no year"), ("01-Jun", "has no year"), ("1 June", "as in 2026-06"),
            ("Jun 1", "has no year"), ("2014/15", "write FY2014-15 or AY2014-15"), ("202324", "FY2023-24 or AY2023-24"),
            ("201112", "or 2011-12 for the month"), ("Q1 2026", "write FY2026-27-Q1"), ("Q3", "it has no year"),
            ("FY2025", "FY2025-26 for the year that begins in 2025"), ("04/24", "write 2024-04"),
            ("FY2014/16", "do not follow each other; write FY2014-15"), ("Q5 2026/27", "quarters run from 1"),
            ("Apr", "has no year; write it too, as in 2026-04"), ("P06", "September and its year, as in 2026-09"),
            ("2025M09", "write 2025-12 or 2025-09"), ("2025/6", "or 2025-06 for the month"),
            ("End of Sep 25", "write 2025-09 for the month, or 2025-09-30 for the day"),
        ])
    func asked(text: String, words: String) throws {
        let problem = try #require(throws: PeriodReading.Problem.self) { try PeriodReading.period(text) }
        #expect(problem.message.contains(words), "\(problem.message)")
        #expect(!problem.message.contains("2031"), "No year is made of a day.")
    }

    @Test(
        "are nothing where the text is about something else",
        arguments: [
            "", "soon", "45-Apr", "1,165", "57.2%", "Total", "Q3 (Apr-Jun) 2025/26", "Year to September 2025",
            "Month ending 12/09/2025", "P13 2025/26",
        ])
    func nothing(text: String) throws {
        #expect(try PeriodReading.period(text) == nil)
    }

    @Test("Months are told from everything else")
    func months() throws {
        #expect(PeriodReading.month("Sep-26") == (try PartialDate(iso: "2026-09")))
        #expect(PeriodReading.month("Q1 2026/27") == nil)
        #expect(PeriodReading.month("31-Mar") == nil)
    }
}
