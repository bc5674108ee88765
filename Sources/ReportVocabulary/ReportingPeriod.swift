/// The time that a figure is about: a month, a quarter, a year of one kind, a single day, or any other span.
///
/// In text a period is unambiguous:
///
/// | kind | example | meaning |
/// |---|---|---|
/// | ``Kind/month`` | `2017-11` | November 2017 |
/// | ``Kind/quarter`` | `FY2018-19-Q3` | October to December 2018; quarter 1 starts in April |
/// | ``Kind/financialYear`` | `FY2014-15` | 1 April 2014 to 31 March 2015 |
/// | ``Kind/academicYear`` | `AY2023-24` | 1 September 2023 to 31 August 2024 |
/// | ``Kind/calendarYear`` | `2018` | 1 January to 31 December 2018 |
/// | ``Kind/snapshot`` | `2015-03-31` | the position on that day |
/// | ``Kind/span`` | `2021-07-01/2022-01-31` | from the first day to the last |
///
/// `2011-12` is December 2011; the financial year is always written `FY2011-12`.
public struct ReportingPeriod: Sendable, Hashable {
    /// The kinds of period.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// A calendar month.
        case month
        /// A quarter of a financial year, the first from April to June.
        case quarter
        /// 1 April to 31 March.
        case financialYear = "financial-year"
        /// 1 September to 31 August.
        case academicYear = "academic-year"
        /// 1 January to 31 December.
        case calendarYear = "calendar-year"
        /// One day, for figures that count what there is and not what happened.
        case snapshot
        /// Any other span of days.
        case span

        /// The name for people, with its article, such as "a month".
        public var label: String {
            switch self {
            case .month: "a month"
            case .quarter: "a quarter"
            case .financialYear: "a financial year"
            case .academicYear: "an academic year"
            case .calendarYear: "a calendar year"
            case .snapshot: "a single day"
            case .span: "a span of days"
            }
        }
    }

    // The dates first: the three then take 9 bytes and not 12.
    /// The first day.
    public let firstDay: CalendarDate
    /// The last day; for a snapshot the same as the first.
    public let lastDay: CalendarDate
    /// The kind.
    public let kind: Kind

    private init(_ kind: Kind, from firstDay: CalendarDate, through lastDay: CalendarDate) {
        self.kind = kind
        self.firstDay = firstDay
        self.lastDay = lastDay
    }

    /// A period of the kind of another, with other days that suit the kind.
    init(shifting period: ReportingPeriod, firstDay: CalendarDate, lastDay: CalendarDate) {
        self.init(period.kind, from: firstDay, through: lastDay)
    }

    /// Months from a first one, as one period of some kind.
    private init(_ kind: Kind, year: Int, month: Int, months: Int) throws(ReportingPeriodError) {
        guard let first = try? CalendarDate(year: year, month: month, day: 1),
            let last = first.adding(months: months)?.adding(days: -1)
        else { throw .outOfRange(year: year) }
        self.init(kind, from: first, through: last)
    }

    /// A calendar month.
    ///
    /// - Parameters:
    ///   - month: The month, 1 to 12.
    ///   - year: The year, 1 to 9998.
    /// - Returns: The period.
    /// - Throws: ``ReportingPeriodError`` where there is no such month.
    public static func month(_ month: Int, _ year: Int) throws(ReportingPeriodError) -> ReportingPeriod {
        guard (1...12).contains(month) else { throw .noSuchMonth(month) }
        return try ReportingPeriod(.month, year: year, month: month, months: 1)
    }

    /// A quarter of the financial year that begins on 1 April.
    ///
    /// - Parameters:
    ///   - quarter: The quarter, 1 (April to June) to 4 (January to March).
    ///   - year: The year in which the financial year begins.
    /// - Returns: The period.
    /// - Throws: ``ReportingPeriodError`` where there is no such quarter.
    public static func quarter(
        _ quarter: Int, financialYearFrom year: Int
    ) throws(ReportingPeriodError) -> ReportingPeriod {
        guard (1...4).contains(quarter) else { throw .noSuchQuarter(quarter) }
        return try ReportingPeriod(
            .quarter, year: quarter == 4 ? year + 1 : year, month: quarter == 4 ? 1 : 1 + 3 * quarter, months: 3)
    }

    /// The financial year that begins on 1 April.
    ///
    /// - Parameter year: The year in which it begins.
    /// - Returns: The period.
    /// - Throws: ``ReportingPeriodError`` where the year is out of range.
    public static func financialYear(from year: Int) throws(ReportingPeriodError) -> ReportingPeriod {
        try ReportingPeriod(.financialYear, year: year, month: 4, months: 12)
    }

    /// The academic year that begins on 1 September.
    ///
    /// - Parameter year: The year in which it begins.
    /// - Returns: The period.
    /// - Throws: ``ReportingPeriodError`` where the year is out of range.
    public static func academicYear(from year: Int) throws(ReportingPeriodError) -> ReportingPeriod {
        try ReportingPeriod(.academicYear, year: year, month: 9, months: 12)
    }

    /// A calendar year.
    ///
    /// - Parameter year: The year.
    /// - Returns: The period.
    /// - Throws: ``ReportingPeriodError`` where the year is out of range.
    public static func calendarYear(_ year: Int) throws(ReportingPeriodError) -> ReportingPeriod {
        try ReportingPeriod(.calendarYear, year: year, month: 1, months: 12)
    }

    /// The position on one day.
    ///
    /// - Parameter day: The day.
    /// - Returns: The period.
    public static func snapshot(_ day: CalendarDate) -> ReportingPeriod {
        ReportingPeriod(.snapshot, from: day, through: day)
    }

    /// A span of days.
    ///
    /// - Parameters:
    ///   - firstDay: The first day.
    ///   - lastDay: The last day, not before the first.
    /// - Returns: The period.
    /// - Throws: ``ReportingPeriodError`` where the last day is before the first.
    public static func span(
        from firstDay: CalendarDate, through lastDay: CalendarDate
    ) throws(ReportingPeriodError) -> ReportingPeriod {
        guard firstDay <= lastDay else { throw .endsBeforeItBegins(firstDay, lastDay) }
        return ReportingPeriod(.span, from: firstDay, through: lastDay)
    }
}

/// Why a reporting period could not be made, read or compared.
public enum ReportingPeriodError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The text is no period.
    case notAPeriod(String)
    /// The text is like `2014-15`, which no month is; the suggestion is the financial year.
    case ambiguousYear(String, suggestion: String)
    /// There are twelve months.
    case noSuchMonth(Int)
    /// There are four quarters.
    case noSuchQuarter(Int)
    /// A year that the calendar does not reach.
    case outOfRange(year: Int)
    /// The two years of a financial or academic year do not follow each other.
    case yearsNotConsecutive(String, suggestion: String)
    /// A span ends before it begins.
    case endsBeforeItBegins(CalendarDate, CalendarDate)
    /// A day in the text does not exist.
    case badDate(DateError)
    /// The two periods are of different kinds.
    case differentKinds(ReportingPeriod, ReportingPeriod)

    /// A sentence for people, which says what would be right.
    public var description: String {
        switch self {
        case .notAPeriod(let text):
            "“\(text)” is not a reporting period; write a month as 2017-11, a quarter as FY2018-19-Q3, a financial year "
                + "as FY2014-15, an academic year as AY2023-24, a calendar year as 2018, a day as 2015-03-31, or a span as "
                + "2021-07-01/2022-01-31."
        case .ambiguousYear(let text, let suggestion):
            "“\(text)” could be a month or a year; there is no month \(text), so write the financial year as \(suggestion)."
        case .noSuchMonth(let month):
            "There is no month \(month); months run from 1 to 12."
        case .noSuchQuarter(let quarter):
            "There is no quarter \(quarter); quarters run from 1 (April to June) to 4 (January to March)."
        case .outOfRange(let year):
            "The year \(year) is out of range; years run from 1 to 9998."
        case .yearsNotConsecutive(let text, let suggestion):
            "The years in “\(text)” do not follow each other; write \(suggestion)."
        case .endsBeforeItBegins(let first, let last):
            "The period ends on \(last), before it begins on \(first)."
        case .badDate(let error):
            error.description
        case .differentKinds(let left, let right):
            "\(left) is \(left.kind.label) and \(right) is \(right.kind.label); only periods of one kind can be compared."
        }
    }
}
