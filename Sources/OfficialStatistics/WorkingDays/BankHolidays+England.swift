import ReportVocabulary

extension BankHolidays {
    /// The bank holidays of England and Wales from 2010 to 2040.
    ///
    /// Computed by the rules of the Banking and Financial Dealings Act 1971 and the yearly proclamations: New Year's
    /// Day, Good Friday, Easter Monday, the first and last Monday of May, the last Monday of August, Christmas Day and
    /// Boxing Day, each on the next free weekday where it falls on a weekend. Holidays that were moved or proclaimed
    /// once are in the list: 2011 (royal wedding), 2012 (Diamond Jubilee), 2020 (75 years of VE Day), 2022 (Platinum
    /// Jubilee, state funeral) and 2023 (coronation). Compared with https://www.gov.uk/bank-holidays for the years up
    /// to 2027.
    public static let englandAndWales = BankHolidays(
        2010...2040, asOf: CalendarDate(unchecked: 2025, 12, 31), announcedThrough: 2027,
        unchecked: (2010...2040).flatMap { EnglishHolidayRules.holidays(in: $0) })
}

/// The rules by which the bank holidays of a year are found.
enum EnglishHolidayRules {
    /// The bank holidays of a year in order of date.
    ///
    /// - Parameter year: The year, 1978 or later: Early May was new in 1978.
    static func holidays(in year: Int) -> [BankHoliday] {
        let easter = easterSunday(in: year)
        var result: [BankHoliday] = []
        result.append(onWeekday(CalendarDate(unchecked: year, 1, 1), "New Year's Day"))
        result += [(-2, "Good Friday"), (1, "Easter Monday")].compactMap { offset, title in
            easter.adding(days: offset).map { BankHoliday($0, title) }
        }
        result.append(proclaimed(year, "Early May bank holiday") ?? firstMonday(year, 5, "Early May bank holiday"))
        result.append(proclaimed(year, "Spring bank holiday") ?? lastMonday(year, 5, "Spring bank holiday"))
        result.append(lastMonday(year, 8, "Summer bank holiday"))
        result += christmas(in: year)
        result += oneOff.filter { $0.date.year == year }
        return result.sorted { $0.date < $1.date }
    }

    /// Easter Sunday of the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher ("Ten Divisions", Nature
    /// 1876).
    static func easterSunday(in year: Int) -> CalendarDate {
        let golden = year % 19
        let (century, yearOfCentury) = (year / 100, year % 100)
        let (leapCenturies, centuryRest) = (century / 4, century % 4)
        let moonShift = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - leapCenturies - moonShift + 15) % 30
        let (leaps, yearRest) = (yearOfCentury / 4, yearOfCentury % 4)
        let weekday = (32 + 2 * centuryRest + 2 * leaps - epact - yearRest) % 7
        let correction = (golden + 11 * epact + 22 * weekday) / 451
        let position = epact + weekday - 7 * correction + 114
        return CalendarDate(unchecked: year, position / 31, position % 31 + 1)
    }

    /// Holidays moved by proclamation: they replace the usual day of the same name.
    private static let moved = [
        BankHoliday(CalendarDate(unchecked: 2012, 6, 4), "Spring bank holiday", kind: .moved),
        BankHoliday(CalendarDate(unchecked: 2020, 5, 8), "Early May bank holiday", kind: .moved),
        BankHoliday(CalendarDate(unchecked: 2022, 6, 2), "Spring bank holiday", kind: .moved),
    ]

    /// Holidays proclaimed for one year.
    private static let oneOff = [
        BankHoliday(CalendarDate(unchecked: 2011, 4, 29), "Royal wedding", kind: .oneOff),
        BankHoliday(CalendarDate(unchecked: 2012, 6, 5), "Diamond Jubilee", kind: .oneOff),
        BankHoliday(CalendarDate(unchecked: 2022, 6, 3), "Platinum Jubilee", kind: .oneOff),
        BankHoliday(CalendarDate(unchecked: 2022, 9, 19), "State funeral of Queen Elizabeth II", kind: .oneOff),
        BankHoliday(CalendarDate(unchecked: 2023, 5, 8), "Coronation of King Charles III", kind: .oneOff),
    ]

    private static func proclaimed(_ year: Int, _ title: String) -> BankHoliday? {
        moved.first { $0.date.year == year && $0.title == title }
    }

    private static func firstMonday(_ year: Int, _ month: Int, _ title: String) -> BankHoliday {
        let first = CalendarDate(unchecked: year, month, 1)
        return BankHoliday(CalendarDate(unchecked: year, month, 1 + (8 - first.isoWeekday) % 7), title)
    }

    private static func lastMonday(_ year: Int, _ month: Int, _ title: String) -> BankHoliday {
        let length = CalendarDate.length(ofMonth: month, year: year)
        let last = CalendarDate(unchecked: year, month, length)
        return BankHoliday(CalendarDate(unchecked: year, month, length - (last.isoWeekday - 1)), title)
    }

    /// A day of the first week of January, or the Monday after it.
    private static func onWeekday(_ date: CalendarDate, _ title: String) -> BankHoliday {
        guard date.isoWeekday > 5 else { return BankHoliday(date, title) }
        return BankHoliday(
            CalendarDate(unchecked: date.year, date.month, date.day + 8 - date.isoWeekday), title, kind: .substitute)
    }

    /// Christmas Day and Boxing Day.
    ///
    /// On a Saturday and Sunday both move, to Monday and Tuesday; a Sunday alone moves past Boxing
    /// Day to Tuesday; a Boxing Day on Saturday moves to Monday.
    private static func christmas(in year: Int) -> [BankHoliday] {
        func december(_ day: Int) -> CalendarDate { CalendarDate(unchecked: year, 12, day) }
        let (christmas, boxing) = ("Christmas Day", "Boxing Day")
        switch december(25).isoWeekday {
        case 5:
            return [BankHoliday(december(25), christmas), BankHoliday(december(28), boxing, kind: .substitute)]
        case 6:
            return [
                BankHoliday(december(27), christmas, kind: .substitute),
                BankHoliday(december(28), boxing, kind: .substitute),
            ]
        case 7:
            return [BankHoliday(december(26), boxing), BankHoliday(december(27), christmas, kind: .substitute)]
        default:
            return [BankHoliday(december(25), christmas), BankHoliday(december(26), boxing)]
        }
    }
}
