import FamilyServicesKit
import Testing

@Suite("Timescales")
struct TimescaleTests {
    private func outcome(
        _ rule: TimescaleRule, _ start: String, _ end: String?, asOf day: String
    ) throws -> TimescaleCheck.Outcome {
        try rule.check(
            from: CalendarDate(iso: start), to: end.map { try CalendarDate(iso: $0) }, asOf: CalendarDate(iso: day)
        ).outcome
    }

    @Test(
        "Each unit has its due date",
        arguments: [
            (TimescaleRule(45, .workingDays), "2017-11-14", "2018-01-19"),
            (TimescaleRule(15, .workingDays), "2023-04-06", "2023-05-02"),
            (TimescaleRule(10, .days), "2017-12-22", "2018-01-01"),
            (TimescaleRule(6, .weeks), "2017-12-22", "2018-02-02"),
            (TimescaleRule(3, .months), "2023-11-30", "2024-02-29"),
            (TimescaleRule(6, .months), "2017-08-31", "2018-02-28"),
            (TimescaleRule(72, .hours), "2017-11-14", "2017-11-17"),
            (TimescaleRule(36, .hours), "2017-11-14", "2017-11-16"),
        ])
    func dueDates(rule: TimescaleRule, start: String, due: String) throws {
        #expect(try rule.dueDate(from: CalendarDate(iso: start)).description == due)
    }

    @Test("The due date itself is in time, the next working day is one late")
    func edgeOfTheLimit() throws {
        let rule = TimescaleRule(45, .workingDays, from: "referral")
        #expect(try outcome(rule, "2017-11-14", "2018-01-19", asOf: "2018-06-30") == .inTime)
        #expect(try outcome(rule, "2017-11-14", "2018-01-22", asOf: "2018-06-30") == .late(by: 1))
        #expect(try outcome(rule, "2017-11-14", "2017-11-14", asOf: "2018-06-30") == .inTime)
    }

    @Test("Open cases are in time up to the due date and overdue after it")
    func openCases() throws {
        let rule = TimescaleRule(45, .workingDays)
        #expect(try outcome(rule, "2017-11-14", nil, asOf: "2018-01-19") == .openInTime(remaining: 0))
        #expect(try outcome(rule, "2017-11-14", nil, asOf: "2018-01-17") == .openInTime(remaining: 2))
        #expect(try outcome(rule, "2017-11-14", nil, asOf: "2018-01-23") == .overdue(by: 2))
        // Done later than the day as of which is judged: open on that day.
        #expect(try outcome(rule, "2017-11-14", "2018-01-25", asOf: "2018-01-23") == .overdue(by: 2))
        #expect(try outcome(rule, "2017-11-14", nil, asOf: "2017-11-13") == .notBegun)
    }

    @Test("The weekend after the last working day still belongs to it")
    func weekendAfterTheLimit() throws {
        let rule = TimescaleRule(45, .workingDays)
        #expect(try outcome(rule, "2017-11-14", "2018-01-20", asOf: "2018-06-30") == .inTime)
        #expect(try outcome(rule, "2017-11-14", nil, asOf: "2018-01-21") == .openInTime(remaining: 0))
        #expect(try outcome(rule, "2017-11-14", nil, asOf: "2018-01-22") == .overdue(by: 1))
        // In calendar days there is no such grace.
        #expect(try outcome(TimescaleRule(6, .weeks), "2017-12-22", "2018-02-03", asOf: "2018-06-30") == .late(by: 1))
    }

    @Test("The explanation of a case holds its dates")
    func explanations() throws {
        let (start, day) = (try CalendarDate(iso: "2017-11-14"), try CalendarDate(iso: "2018-01-24"))
        let rule = TimescaleRule(45, .workingDays)
        #expect(
            try rule.check(from: start, to: day, asOf: day).explanation
                == "3 working days late: due by 19 January 2018, done on 24 January 2018.")
        #expect(
            try rule.check(from: start, to: nil, asOf: CalendarDate(iso: "2018-01-19")).explanation
                == "Not done yet, with no working days left: due by 19 January 2018.")
        #expect(
            try rule.check(from: start, to: nil, asOf: day).explanation
                == "Overdue by 3 working days: due by 19 January 2018, not done by 24 January 2018.")
    }

    @Test(
        "Hours are judged by dates only where the times of day cannot matter",
        arguments: [
            (24, "2017-11-14", TimescaleCheck.Outcome.inTime), (24, "2017-11-15", .cannotTell(isOpen: false)),
            (24, "2017-11-16", .late(by: 1)), (72, "2017-11-16", .inTime),
            (72, "2017-11-17", .cannotTell(isOpen: false)),
            (72, "2017-11-18", .late(by: 1)), (36, "2017-11-15", .cannotTell(isOpen: false)),
            (36, "2017-11-16", .cannotTell(isOpen: false)), (36, "2017-11-17", .late(by: 1)),
            (4, "2017-11-14", .cannotTell(isOpen: false)), (4, "2017-11-16", .late(by: 1)),
        ])
    func hours(limit: Int, end: String, expected: TimescaleCheck.Outcome) throws {
        #expect(try outcome(TimescaleRule(limit, .hours), "2017-11-14", end, asOf: "2017-12-31") == expected)
    }

    @Test("Impossible dates are errors that name no date")
    func impossible() throws {
        let rule = TimescaleRule(45, .workingDays)
        #expect(throws: TimescaleError.endsBeforeItBegins(days: 2)) {
            try outcome(rule, "2017-11-14", "2017-11-12", asOf: "2018-01-01")
        }
        #expect(throws: TimescaleError.workingDays(.outsideYears(year: 2009, known: 2010...2040))) {
            try outcome(rule, "2009-11-14", nil, asOf: "2018-01-01")
        }
        #expect(throws: TimescaleError.outsideCalendar(TimescaleRule(.max, .weeks))) {
            try TimescaleRule(.max, .weeks).dueDate(from: CalendarDate(iso: "2017-11-14"))
        }
        #expect(
            TimescaleError.endsBeforeItBegins(days: 2).description
                == "The end is 2 days before the start; check whether the dates are swapped.")
    }

    @Test("A tally gives numerator and denominator, with and without cases that are overdue")
    func tally() throws {
        func timed(_ start: String, _ end: String?) throws -> TimedCase {
            TimedCase(from: try CalendarDate(iso: start), to: try end.map { try CalendarDate(iso: $0) })
        }
        let cases = [
            try timed("2017-11-14", "2018-01-19"), try timed("2017-11-14", "2018-01-22"), try timed("2017-11-14", nil),
            try timed("2018-01-10", nil), try timed("2017-11-14", "2017-11-01"), try timed("2018-02-01", nil),
            try timed("2017-12-01", "2017-12-02"),
        ]
        let rule = TimescaleRule(45, .workingDays, from: "referral")
        let tally = rule.tally(of: cases, asOf: try CalendarDate(iso: "2018-01-31"))
        #expect(tally.ofThoseDone == .fraction(numerator: 2, denominator: 3))
        #expect(tally.ofThoseDoneOrOverdue == .fraction(numerator: 2, denominator: 4))
        #expect(tally.openInTime == 1)
        #expect(tally.notBegun == 1)
        #expect(tally.rejected.map(\.position) == [4])
        #expect(tally.rejected.map(\.error) == [.endsBeforeItBegins(days: 13)])
        #expect(
            tally.explanation
                == "2 of 3 cases that were done kept to 45 working days from referral (66.7%). On 31 "
                + "January 2018, "
                + "2 cases were open, 1 of them overdue. 1 case left out because of impossible dates.")
    }

    @Test("No case done is no share")
    func nothingDone() throws {
        let tally = TimescaleRule(1, .days).tally(of: [], asOf: try CalendarDate(iso: "2018-01-31"))
        #expect(tally.ofThoseDone.number(in: .percent) == nil)
        #expect(tally.explanation == "No case was done (1 day).")
    }
}
