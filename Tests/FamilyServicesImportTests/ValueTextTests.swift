@testable import FamilyServicesImport
import FamilyServicesKit
import ReportVocabulary
import TestSupport
import Testing

@Suite("Reading words and numbers")
struct ValueTextTests {
    @Test(
        "Numbers are read as people in England write them",
        arguments: [
            ("1234.5", MeasurementUnit.count, 1234.5), ("1,234.5", .count, 1234.5), ("1,234", .count, 1234),
            ("12,345,678", .count, 12_345_678), ("-3", .count, -3), ("\u{2212}3.25", .count, -3.25),
            ("+5.7", .count, 5.7),
            ("-0", .count, 0), ("0.1", .count, 0.1), ("999999999999.99", .count, 999_999_999_999.99),
            ("57.2%", .percent, 57.2), ("57.2 %", .percent, 57.2), ("57.2", .percent, 57.2),
            ("£1.2m", .money(.pounds), 1_200_000), ("£1.2m", .money(.millions), 1.2),
            ("£1.2m", .money(.thousands), 1_200),
            ("£250k", .money(.pounds), 250_000), ("£5,700,000", .money(.pounds), 5_700_000),
            ("-£1.5m", .money(.pounds), -1_500_000), ("£-2k", .money(.pounds), -2_000), ("5.7", .money(.millions), 5.7),
            ("£1.1 billion", .money(.millions), 1_100), ("1.15m", .money(.pounds), 1_150_000),
            ("1 234", .count, 1_234), ("12\u{A0}345\u{A0}678.5", .count, 12_345_678.5), ("1\u{2009}234", .count, 1_234),
            ("£1 234 567", .money(.pounds), 1_234_567), ("12.5 per cent", .percent, 12.5),
        ])
    func numbers(text: String, unit: MeasurementUnit, expected: Double) throws {
        let value = try NumberText.number(text, in: unit)
        #expect(value == expected)
        #expect(value.sign == .plus || value != 0, "Nobody means a negative zero.")
    }

    @Test(
        "What is no number, or could be two, is refused with the reason",
        arguments: [
            ("1.234,5", MeasurementUnit.count, "not written as numbers are in England"),
            ("1,23", .count, "1234.5 or 1,234.5"),
            ("1.234.567", .count, "not written as numbers are in England"), ("1,2345", .count, "could be a number"),
            ("12.3%", .count, "has a per cent sign, but the unit is count"), ("£5", .count, "is an amount of money"),
            ("£5.7", .money(.millions), "may be pounds or million pounds"), ("1.2E+05", .count, "has an exponent"),
            ("two", .count, "is not a number"), ("", .count, "is not a number"), ("1 23", .count, "is not a number"),
            ("12 34 567", .count, "is not a number"), ("0 123", .count, "is not a number"),
            ("(12)", .count, "minus 12; write -12"),
            ("nan", .count, "is not a number"), ("inf", .count, "is not a number"), ("0x1F", .count, "is not a number"),
            ("#REF!", .count, "formula that failed"), ("#DIV/0!", .percent, "formula that failed"),
            ("#N/A", .money(.pounds), "formula that failed"), ("######", .count, "column is too narrow"),
            ("c", .count, "means confidential"), ("1,,234", .count, "is not a number"),
            ("5.", .count, "is not a number"),
            ("٣", .count, "is not a number"), ("--5", .count, "is not a number"), ("%", .percent, "is not a number"),
        ])
    func badNumbers(text: String, unit: MeasurementUnit, reason: String) {
        let problem = #expect(throws: ValueProblem.self) { try NumberText.number(text, in: unit) }
        #expect(problem?.message.contains(reason) == true, "\(problem?.message ?? "no problem")")
    }

    @Test("Numbers that could be two are ambiguous, others bad")
    func codes() {
        for text in ["1,23", "1.234,5"] {
            let problem = #expect(throws: ValueProblem.self) { try NumberText.number(text) }
            #expect(problem?.code == .ambiguous)
        }
        let problem = #expect(throws: ValueProblem.self) { try NumberText.number("two") }
        #expect(problem?.code == .badValue)
    }

    @Test("Plain digits give the nearest double, whatever their number")
    func nearestDouble() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<5_000 {
            let whole = String(Int.random(in: 0...99_999_999, using: &random))
            let decimals = Int.random(in: 0...6, using: &random)
            let fraction = (0..<decimals).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
            let text = whole + (fraction.isEmpty ? "" : "." + fraction)
            #expect(try NumberText.number(text) == Double(text))
        }
    }

    @Test(
        "Dates are read as ISO 8601 or day first",
        arguments: [
            ("2017-11-14", "2017-11-14"), ("14/11/2017", "2017-11-14"), ("3/4/2018", "2018-04-03"),
            ("03/04/2018", "2018-04-03"), ("29/02/2016", "2016-02-29"), ("14 November 2017", "2017-11-14"),
            ("14.11.2017", "2017-11-14"), ("2017/11/14", "2017-11-14"), ("2017-11-14 00:00:00", "2017-11-14"),
            ("14-Nov-17", "2017-11-14"),
        ])
    func dates(text: String, expected: String) throws {
        #expect(try DateText.date(text).description == expected)
    }

    @Test(
        "What is no date is refused with what it looks like",
        arguments: [
            ("11/14/2017", "looks like an American date, month first; write 2017-11-14"),
            ("14/11/17", "has a year of two digits"), ("43053", "by which Excel keeps the date 2017-11-14"),
            ("43053.5", "2017-11-14"), ("29/02/2017", "February 2017 has no day 29"),
            ("2017-02-29", "February 2017 has no day 29"), ("31-Mar", "has no year"), ("01-Jun", "such as 1 June"),
            ("Nov-17", "It may mean 2017-11"),
            ("soon", "write 2017-11-14 or 14/11/2017"), ("#REF!", "formula that failed"), ("31/13/2017", "no month 13"),
            ("99/99/9999", "no month 99"), ("2017-11", "write 2017-11-14 or 14/11/2017"), ("", "is not a date"),
        ])
    func badDates(text: String, reason: String) {
        let problem = #expect(throws: ValueProblem.self) { try DateText.date(text) }
        #expect(problem?.message.contains(reason) == true, "\(problem?.message ?? "no problem")")
    }

    @Test("A date may be known to the month or year", arguments: ["2017", "2017-11", "2017-11-14"])
    func partialDates(text: String) throws {
        #expect(try DateText.partialDate(text).description == text)
    }

    @Test(
        "A date that is said roughly is its month or year, and a period is asked for its end",
        arguments: [
            ("end of March 2026", "2026-03"), ("End Mar-26", "2026-03"), ("by end of 2026", "2026"),
            ("mid July 2026", "2026-07"), ("Q2 2026/27", nil), ("Spring term 2026", nil), ("end of term", nil),
        ])
    func roughDates(text: String, expected: String?) {
        let date = try? MonthText.partialDate(text)
        #expect(date?.description == expected)
        let problem = #expect(throws: ValueProblem.self) { try MonthText.partialDate("Q2 2026/27") }
        #expect(problem?.message.contains("write 2026-09 for the month in which it ends, or 2026-09-30") == true)
    }

    @Test(
        "Periods are read from their codes",
        arguments: [
            ("2017-11", "2017-11"), ("FY2018-19-Q3", "FY2018-19-Q3"), ("2018", "2018"), ("31/03/2015", "2015-03-31"),
            ("2021-07-01/2022-01-31", "2021-07-01/2022-01-31"), ("AY2023-24", "AY2023-24"),
            ("30 September 2025", "2025-09-30"), ("31.03.2025", "2025-03-31"), ("31-Mar-25", "2025-03-31"),
            ("2025-09-30 00:00:00", "2025-09-30"),
        ])
    func periods(text: String, expected: String) throws {
        #expect(try PeriodText.period(text).code == expected)
    }

    @Test(
        "What is no period is refused with what to write",
        arguments: [
            ("2014-15", "FY2014-15 or AY2014-15"), ("2014/15", "FY2014-15 or AY2014-15"),
            ("2014/2015", "FY2014-15 or AY2014-15"), ("01/11/2017", "may be the month 2017-11 or the day 2017-11-01"),
            ("43053", "by which Excel keeps the date 2017-11-14"),
            ("2017-13", "no month 13"), ("FY2014-16", "write FY2014-15"), ("Q3", "is not a reporting period"),
            ("2017-02-30", "February 2017 has no day 30"), ("", "is not a reporting period"),
            ("#N/A", "formula that failed"), ("2022-01-31/2021-07-01", "before it begins"),
            ("YTD Sep", "is a year to date"), ("12 months to Sep 2025", "is a rolling figure"),
            ("Autumn term 2025", "write its first and last day"), ("w/e 05/09/2025", "is a week"),
        ])
    func badPeriods(text: String, reason: String) {
        let problem = #expect(throws: ValueProblem.self) { try PeriodText.period(text) }
        #expect(problem?.message.contains(reason) == true, "\(problem?.message ?? "no problem")")
    }

    @Test("Targets are read with their direction, or follow the polarity")
    func targets() throws {
        #expect(try TargetText.requirement("at least 90%", in: .percent, .neutral) == .atLeast(90))
        #expect(try TargetText.requirement("At most 1,800", in: .count, .higherIsBetter) == .atMost(1_800))
        for text in ["12 to 16", "12-16", "12 – 16"] {
            #expect(try TargetText.requirement(text, in: .ratio, .inRange) == .within(12...16))
        }
        #expect(try TargetText.requirement("90", in: .percent, .higherIsBetter) == .atLeast(90))
        #expect(try TargetText.requirement("90", in: .percent, .lowerIsBetter) == .atMost(90))
        #expect(try TargetText.requirement("≥ 90", in: .percent, .neutral) == .atLeast(90))
        #expect(try TargetText.requirement("<=5", in: .count, .neutral) == .atMost(5))
        for (text, polarity, reason) in [
            ("90", Polarity.inRange, "whether more or less is better"),
            ("16 to 12", .inRange, "ends below its beginning"),
            ("at least", .neutral, "is not a target"), ("green", .neutral, "is not a target"),
            ("#REF!", .neutral, "formula that failed"),
        ] {
            let problem = #expect(throws: ValueProblem.self) {
                try TargetText.requirement(text, in: .percent, polarity)
            }
            #expect(problem?.message.contains(reason) == true, "\(text): \(problem?.message ?? "no problem")")
        }
    }

    @Test("Tolerances are in the unit, a share of the target, or a floor")
    func tolerances() throws {
        #expect(try TargetText.tolerance("5", in: .percent) == .absolute(5))
        #expect(try TargetText.tolerance("10%", in: .count) == .relative(Percentage(10)))
        #expect(try TargetText.tolerance("10% of target", in: .percent) == .relative(Percentage(10)))
        #expect(try TargetText.tolerance("floor 80%", in: .percent) == .floor(80))
        for text in ["-5", "110%", "some", "floor"] {
            #expect(throws: ValueProblem.self) { try TargetText.tolerance(text, in: .percent) }
        }
    }

    @Test("Timescales and units are read in words")
    func timescalesAndUnits() throws {
        #expect(try TargetText.timescale("45 working days") == (45, .workingDays))
        #expect(try TargetText.timescale("1 Month") == (1, .months))
        for text in ["45", "0 days", "many days", "3 fortnights", "-1 days", ""] {
            #expect(throws: ValueProblem.self) { try TargetText.timescale(text) }
        }
        #expect(try TargetText.unit("rate per 10,000") == .rate(per: 10_000))
        #expect(try TargetText.unit("Percent") == .percent)
        #expect(try TargetText.unit("gbp Million") == .money(.millions))
        let problem = #expect(throws: ValueProblem.self) { try TargetText.unit("percnt") }
        #expect(problem?.message.contains("Did you mean “percent”?") == true)
    }

    @Test("Access is put together from its parts")
    func access() throws {
        #expect(try AccessText.access([]) == .unrestricted)
        #expect(try AccessText.access(["public"]) == .unrestricted)
        #expect(try AccessText.access(["exempt 1", "Exempt 3"]) == .exempt([.individual, .businessAffairs]))
        #expect(try AccessText.access(["exempt 1, 2 and 3"]) == .exempt([.individual, .identity, .businessAffairs]))
        #expect(
            try AccessText.access(["exempt 7", "restricted liia"])
                == Access(exemptParagraphs: [.crime], agreements: ["liia"]))
        for parts in [
            ["exempt"], ["exempt 8"], ["exempt 0"], ["secret"], ["public", "exempt 1"], ["restricted"], ["exempt x"],
        ] {
            #expect(throws: ValueProblem.self) { try AccessText.access(parts) }
        }
    }

    @Test("Words may have capitals, blanks and underscores, and nothing else may differ")
    func words() throws {
        #expect(try Words.word("Requires improvement") as Grade == .requiresImprovement)
        #expect(try Words.word("on_track") as BRAGStatus == .onTrack)
        let problem = #expect(throws: ValueProblem.self) { try Words.word("inadequat") as Grade }
        #expect(problem?.message.contains("Did you mean “inadequate”?") == true)
    }

    @Test("Messages show no more of a text than a reader needs, and no control characters")
    func excerpts() {
        let long = String(repeating: "x", count: 5_000)
        let problem = #expect(throws: ValueProblem.self) { try NumberText.number(long) }
        #expect((problem?.message.count ?? 0) < 200)
        #expect(Excerpt.named("a\nb\u{1B}[31m\u{2028}") == "“a b\u{FFFD}[31m\u{FFFD}”")
        // What a cell holds is marked, so that logs can leave it out.
        #expect(QuotedValue.split(Excerpt.quoted("a\nb")).shown == "“a b”")
        #expect(QuotedValue.split(Excerpt.quoted("a\nb")).hidden == "“(text, 3 characters)”")
        // Advice says what to type without it.
        let advice = QuotedValue.split(
            PackWords.message("%", "percent", in: "unit", isWorkbook: false)
                + PackWords.advice(on: "pc", in: "unit", among: ["percent"], ofWorkbook: true))
        #expect(advice.shown.contains("words: {unit: {\"%\": percent}}") && advice.shown.contains("Word pc, "))
        #expect(advice.hidden?.contains("words: {unit: {\"THE WORD\": percent}}") == true)
        #expect(advice.hidden?.contains("Word as it is in this cell, Meaning the one that is meant") == true)
        let zalgo = "e" + String(repeating: "\u{301}", count: 100_000)
        #expect(Excerpt.quoted(zalgo).unicodeScalars.count < 300)
    }
}
