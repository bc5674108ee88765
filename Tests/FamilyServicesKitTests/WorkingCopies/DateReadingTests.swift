import Testing

import FamilyServicesKit
@testable import WorkingCopies

@Suite("Working copies: dates as people write them")
struct DateReadingTests {
    @Test(
        "Every usual way to write a date is read",
        arguments: [
            ("2026-03-31", "2026-03-31"), ("31/03/2026", "2026-03-31"), ("31.3.2026", "2026-03-31"),
            ("31-03-2026", "2026-03-31"), ("31 March 2026", "2026-03-31"), ("31 Mar 2026", "2026-03-31"),
            ("31st March, 2026", "2026-03-31"), ("March 31, 2026", "2026-03-31"),
            ("Tuesday 31 March 2026", "2026-03-31"),
            ("2026/03/31", "2026-03-31"), ("1 sept 2026", "2026-09-01"), ("march 2026", "2026-03"),
            ("2026-03", "2026-03"),
            ("Mar-2026", "2026-03"), ("2026", "2026"), ("29 February 2024", "2024-02-29"),
        ])
    func read(text: String, date: String) throws {
        #expect(try DateReading.date(text).description == date)
    }

    @Test(
        "A text that is not a date, or can be several, is not guessed",
        arguments: [
            "", "soon", "March", "31 March", "13/2026", "31/02/26", "end of March 2026", "29/02/2026",
            "04/15/2026", "2026-13", "0000-01-01", "31 March 2026 or later",
            String(repeating: "1 March 2026 ", count: 9),
            "Mayday 2026", "1 March April 2026",
        ])
    func refused(text: String) {
        #expect(throws: CellProblem.self) { try DateReading.date(text) }
    }

    @Test("The numbers by which workbooks keep days are days, from March 1900 on; a year is a year")
    func serials() throws {
        #expect(try DateReading.date(46_112).description == "2026-03-31")
        #expect(try DateReading.date(46_112.75).description == "2026-03-31")
        #expect(try DateReading.date(61).description == "1900-03-01")
        #expect(try DateReading.date(2_958_465).description == "9999-12-31")
        #expect(try DateReading.date(2_026).description == "2026")
        for serial in [-1.0, 0, 60, 2_958_466, 1e300] {
            #expect(throws: CellProblem.self) { try DateReading.date(serial) }
        }
    }
}
