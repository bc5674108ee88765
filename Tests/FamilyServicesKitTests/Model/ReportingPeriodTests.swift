import FamilyServicesKit
import Testing

@Suite("A reporting period")
struct ReportingPeriodTests {
    @Test(
        "is read from each of its forms, with its first and last day",
        arguments: [
            ("2017-11", ReportingPeriod.Kind.month, "2017-11-01", "2017-11-30", "November 2017"),
            ("2011-12", .month, "2011-12-01", "2011-12-31", "December 2011"),
            ("2016-02", .month, "2016-02-01", "2016-02-29", "February 2016"),
            ("FY2018-19-Q1", .quarter, "2018-04-01", "2018-06-30", "April to June 2018"),
            ("FY2018-19-Q3", .quarter, "2018-10-01", "2018-12-31", "October to December 2018"),
            ("FY2018-19-Q4", .quarter, "2019-01-01", "2019-03-31", "January to March 2019"),
            ("FY2014-15", .financialYear, "2014-04-01", "2015-03-31", "Financial year 2014 to 2015"),
            ("FY2011-12", .financialYear, "2011-04-01", "2012-03-31", "Financial year 2011 to 2012"),
            ("FY1999-00", .financialYear, "1999-04-01", "2000-03-31", "Financial year 1999 to 2000"),
            ("AY2023-24", .academicYear, "2023-09-01", "2024-08-31", "Academic year 2023 to 2024"),
            ("2018", .calendarYear, "2018-01-01", "2018-12-31", "2018"),
            ("2015-03-31", .snapshot, "2015-03-31", "2015-03-31", "31 March 2015"),
            ("2021-07-01/2022-01-31", .span, "2021-07-01", "2022-01-31", "July 2021 to January 2022"),
            ("2021-07-01/2021-09-30", .span, "2021-07-01", "2021-09-30", "July to September 2021"),
            ("2021-07-01/2021-07-31", .span, "2021-07-01", "2021-07-31", "July 2021"),
            ("2019-01-01/2021-12-31", .span, "2019-01-01", "2021-12-31", "2019 to 2021"),
            ("2021-07-02/2022-01-31", .span, "2021-07-02", "2022-01-31", "2 July 2021 to 31 January 2022"),
        ])
    func forms(code: String, kind: ReportingPeriod.Kind, first: String, last: String, label: String) throws {
        let period = try ReportingPeriod(code)
        #expect(period.kind == kind)
        #expect(period.firstDay.description == first)
        #expect(period.lastDay.description == last)
        #expect(period.label == label)
        #expect(period.code == code)
        #expect(period.description == code)
        #expect(try json(period) == "\"\(code)\"")
        #expect(try roundTrip(period) == period)
    }

    @Test(
        "A period has a short label for the axis of a chart",
        arguments: [
            ("2017-11", "Nov 2017"), ("FY2018-19-Q3", "Oct to Dec 2018"), ("FY2014-15", "2014 to 2015"),
            ("AY2023-24", "2023 to 2024"), ("2018", "2018"), ("2015-03-31", "31 Mar 2015"),
            ("2021-07-01/2022-01-31", "July 2021 to January 2022"),
        ])
    func shortLabels(code: String, label: String) throws {
        #expect(try ReportingPeriod(code).shortLabel == label)
    }

    @Test(
        "is not read from anything else, and says what would be right",
        arguments: [
            ("2014-15", "FY2014-15"), ("1999-00", "FY1999-00"), ("2017-13", "no month 13"), ("2017-00", "no month 0"),
            ("FY2014-16", "FY2014-15"), ("AY2023-25", "AY2023-24"), ("FY2018-20-Q3", "FY2018-19-Q3"),
            ("FY2018-19-Q5", "no quarter 5"), ("FY2018-19-Q0", "no quarter 0"),
            ("AY2018-19-Q1", "not a reporting period"),
            ("2017-02-30", "no day 30"), ("2022-01-31/2021-07-01", "before it begins"),
            ("2021-07-01/soon", "not a date"),
            ("", "not a reporting period"), ("17-11", "not a reporting period"), ("Nov 2017", "not a reporting period"),
            ("2017-1", "not a reporting period"), ("FY2014", "not a reporting period"),
            ("fy2014-15", "not a reporting period"),
            ("FY2014-2015", "not a reporting period"), ("2017-11-", "not a date"),
            (" 2017-11", "not a reporting period"),
            ("２０１７", "not a reporting period"), ("+017", "not a reporting period"), ("0000", "out of range"),
            ("2017-11-01-02", "not a reporting period"), ("a/b/c", "not a reporting period"),
        ])
    func refused(text: String, words: String) throws {
        let error = try #require(throws: ReportingPeriodError.self) { try ReportingPeriod(text) }
        #expect(error.description.contains(words), "\(error)")
        #expect(throws: DecodingError.self) { try fromJSON(ReportingPeriod.self, "\"\(text)\"") }
    }

    @Test("is printed so that it reads back, in every kind and many years")
    func roundTripProperty() throws {
        for year in Array(1...130) + Array(1890...2110) + Array(9890...9998) {
            var periods = [try ReportingPeriod.calendarYear(year)]
            for month in 1...12 { periods.append(try ReportingPeriod.month(month, year)) }
            if year < 9998 {
                for quarter in 1...4 { periods.append(try ReportingPeriod.quarter(quarter, financialYearFrom: year)) }
                periods.append(try ReportingPeriod.financialYear(from: year))
                periods.append(try ReportingPeriod.academicYear(from: year))
            }
            periods.append(.snapshot(try CalendarDate(year: year, month: 2, day: 28)))
            periods.append(
                try .span(
                    from: CalendarDate(year: year, month: 1, day: 2),
                    through: CalendarDate(year: year, month: 7, day: 31)))
            for period in periods { #expect(try ReportingPeriod(period.code) == period, "\(period)") }
        }
    }

    @Test("comes after its predecessor, day by day")
    func neighbours() throws {
        for code in ["2017-01", "2016-02", "FY2018-19-Q1", "FY2018-19-Q4", "FY2014-15", "AY2023-24", "2018", "0001-06"]
        {
            let period = try ReportingPeriod(code)
            let next = try #require(period.successor)
            #expect(next.kind == period.kind)
            #expect(next.firstDay == period.lastDay.adding(days: 1))
            #expect(next.predecessor == period)
            #expect(try period.precedes(next))
            #expect(try !next.precedes(period))
            #expect(try !period.precedes(period))
            #expect(try ReportingPeriod(next.code) == next)
            if let before = period.predecessor { #expect(before.successor == period) }
            #expect(period.advanced(by: 0) == period)
            #expect(period.advanced(by: 30)?.advanced(by: -30) == period)
        }
        #expect(try ReportingPeriod("FY2018-19-Q4").successor?.code == "FY2019-20-Q1")
        #expect(try ReportingPeriod("2017-12").successor?.code == "2018-01")
        #expect(try ReportingPeriod("2015-03-31").successor == nil)
        #expect(try ReportingPeriod("2021-07-01/2022-01-31").predecessor == nil)
        #expect(try ReportingPeriod("0001-01").predecessor == nil)
        #expect(try ReportingPeriod("9998").successor == nil)
        #expect(try ReportingPeriod("2017-11").advanced(by: .max) == nil)
        #expect(try ReportingPeriod("2018").advanced(by: .min) == nil)
    }

    @Test(
        "has the same period a year earlier, also over leap days and ends of months",
        arguments: [
            ("2017-11", "2016-11"), ("FY2018-19-Q3", "FY2017-18-Q3"), ("FY2014-15", "FY2013-14"),
            ("AY2023-24", "AY2022-23"),
            ("2018", "2017"), ("2015-03-31", "2014-03-31"), ("2016-02-29", "2015-02-28"),
            ("2021-07-01/2022-01-31", "2020-07-01/2021-01-31"), ("2015-12-01/2016-02-29", "2014-12-01/2015-02-28"),
            ("2016-12-01/2017-02-28", "2015-12-01/2016-02-29"), ("2021-04-06/2021-06-15", "2020-04-06/2020-06-15"),
            ("2016-02-29/2016-03-05", "2015-02-28/2015-03-05"),
        ])
    func samePeriodLastYear(code: String, expected: String) throws {
        #expect(try ReportingPeriod(code).samePeriodLastYear?.code == expected)
    }

    @Test("has no period a year before the calendar begins")
    func firstYear() throws {
        for code in ["0001-06", "0001", "0001-05-05", "0001-01-01/0001-02-01"] {
            #expect(try ReportingPeriod(code).samePeriodLastYear == nil)
        }
    }

    @Test("is compared with its own kind only")
    func kinds() throws {
        let month = try ReportingPeriod("2017-11")
        let year = try ReportingPeriod("2018")
        let error = #expect(throws: ReportingPeriodError.self) { try month.precedes(year) }
        #expect(error == .differentKinds(month, year))
        #expect(error?.description.contains("2017-11 is a month and 2018 is a calendar year") == true)
        let short = try ReportingPeriod("2021-07-01/2021-07-15")
        let long = try ReportingPeriod("2021-07-01/2021-07-31")
        #expect(try short.precedes(long))
        #expect(ReportingPeriod.listingOrder(month, year))
        #expect(!ReportingPeriod.listingOrder(month, month))
    }

    @Test("knows its days")
    func days() throws {
        #expect(try ReportingPeriod("2016").numberOfDays == 366)
        #expect(try ReportingPeriod("FY2015-16").numberOfDays == 366)
        #expect(try ReportingPeriod("2015-03-31").numberOfDays == 1)
        let quarter = try ReportingPeriod("FY2018-19-Q3")
        #expect(quarter.contains(quarter.firstDay) && quarter.contains(quarter.lastDay))
        #expect(!quarter.contains(try CalendarDate(year: 2019, month: 1, day: 1)))
        #expect(!quarter.contains(try CalendarDate(year: 2018, month: 9, day: 30)))
    }

    @Test("is not made from parts that do not exist")
    func makers() {
        #expect(throws: ReportingPeriodError.noSuchMonth(13)) { try ReportingPeriod.month(13, 2017) }
        #expect(throws: ReportingPeriodError.noSuchQuarter(0)) {
            try ReportingPeriod.quarter(0, financialYearFrom: 2017)
        }
        #expect(throws: ReportingPeriodError.outOfRange(year: 0)) { try ReportingPeriod.calendarYear(0) }
        #expect(throws: ReportingPeriodError.self) { try ReportingPeriod.financialYear(from: .max) }
        #expect(throws: ReportingPeriodError.self) { try ReportingPeriod.quarter(4, financialYearFrom: 9_999) }
    }
}
