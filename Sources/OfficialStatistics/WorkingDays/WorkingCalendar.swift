public import ReportVocabulary

/// Which days are working days, and how to count them.
///
/// A working day is a day from Monday to Friday that is no bank holiday.
///
/// **How days are counted.** The day of an event is day 0, whether or not it is a working day; day 1 is the first
/// working day after it. Something that has to happen within 45 working days of a referral is in time up to and
/// including day 45. A referral on a Friday, on the Saturday and on the Sunday after it thus have the same day 1, the
/// Monday. Statutory guidance (*Working Together to Safeguard Children*: 45 working days from the point of referral to
/// the end of an assessment, 15 working days from the strategy discussion to the initial child protection conference,
/// 10 working days from there to the first core group) sets the limits but not the arithmetic; counting from the day
/// after the event is the reading used here.
///
/// Making a calendar walks once through all its days; every question after that is answered in constant time.
public struct WorkingCalendar: Sendable {
    /// The bank holidays.
    public let holidays: BankHolidays

    /// 1 January of the first year, in days since 1970.
    private let origin: Int
    /// How many working days lie before the n-th day of the calendar; one more entry than days.
    private let before: [Int32]
    /// The working days in order, each as its place among the days of the calendar.
    private let places: [Int32]

    /// The calendar of England and Wales, 2010 to 2040.
    public static let englandAndWales = WorkingCalendar(holidays: .englandAndWales)

    /// Makes a calendar.
    ///
    /// - Parameter holidays: The bank holidays, and with them the years that the calendar covers. Years outside 1 to
    ///   9999 have no days.
    /// - Complexity: O(n) for n days, about 11,000 for 30 years.
    public init(holidays: BankHolidays) {
        self.holidays = holidays
        let years = holidays.years.clamped(to: 1...9_999)
        let first = CalendarDate(unchecked: years.lowerBound, 1, 1).daysSince1970
        let last = CalendarDate(unchecked: years.upperBound, 12, 31).daysSince1970
        origin = first
        let closed = Set(holidays.days.map(\.date.daysSince1970))
        let firstWeekday = CalendarDate(unchecked: years.lowerBound, 1, 1).isoWeekday
        var before: [Int32] = [0]
        var places: [Int32] = []
        before.reserveCapacity(last - first + 2)
        places.reserveCapacity((last - first) * 5 / 7 + 2)
        for place in 0...(last - first) {
            let isWeekday = (firstWeekday - 1 + place) % 7 < 5
            if isWeekday, !closed.contains(first + place) { places.append(Int32(place)) }
            before.append(Int32(places.count))
        }
        self.before = before
        self.places = places
    }

    /// Whether a day is a working day.
    ///
    /// - Parameter date: The day.
    /// - Returns: Whether it is Monday to Friday and no bank holiday.
    /// - Throws: ``WorkingDayError/outsideYears(year:known:)`` for a year whose holidays are not known.
    public func isWorkingDay(_ date: CalendarDate) throws(WorkingDayError) -> Bool {
        let place = try place(of: date)
        return before[place + 1] > before[place]
    }

    /// The working days from one day to another: the number of the second where the first is day 0.
    ///
    /// - Parameters:
    ///   - start: Day 0, which never counts.
    ///   - end: The day whose number is asked for, which counts where it is a working day.
    /// - Returns: How many working days lie after the start up to and including the end; 0 on the same day. Where the
    ///   end is before the start, minus the number from the end to the start.
    /// - Throws: ``WorkingDayError/outsideYears(year:known:)`` for a year whose holidays are not known.
    public func workingDays(from start: CalendarDate, to end: CalendarDate) throws(WorkingDayError) -> Int {
        let (first, last) = (try place(of: start), try place(of: end))
        return first <= last
            ? Int(before[last + 1] - before[first + 1]) : -Int(before[first + 1] - before[last + 1])
    }

    /// The day that is so many working days after another.
    ///
    /// - Parameters:
    ///   - count: How many working days; negative for earlier ones. 0 gives the day itself, working day or not.
    ///   - date: Day 0.
    /// - Returns: The n-th working day after the date, or before it where the number is negative.
    /// - Throws: ``WorkingDayError`` where the day, or the day found, is in a year whose holidays are not known.
    public func adding(workingDays count: Int, to date: CalendarDate) throws(WorkingDayError) -> CalendarDate {
        let place = try place(of: date)
        guard count != 0 else { return date }
        let (position, overflow) =
            count > 0
            ? Int(before[place + 1]).addingReportingOverflow(count - 1)
            : Int(before[place]).addingReportingOverflow(count)
        guard !overflow, places.indices.contains(position),
            let result = CalendarDate(daysSince1970: origin + Int(places[position]))
        else { throw .runsOutOfYears(workingDays: count, fromYear: date.year, known: holidays.years) }
        return result
    }

    /// The first working day on or after a day.
    ///
    /// - Parameter date: The day.
    /// - Returns: The day itself where it is a working day.
    /// - Throws: ``WorkingDayError`` where the day, or the day found, is in a year whose holidays are not known.
    public func workingDay(onOrAfter date: CalendarDate) throws(WorkingDayError) -> CalendarDate {
        try isWorkingDay(date) ? date : try adding(workingDays: 1, to: date)
    }

    private func place(of date: CalendarDate) throws(WorkingDayError) -> Int {
        guard holidays.years.contains(date.year) else {
            throw .outsideYears(year: date.year, known: holidays.years)
        }
        return date.daysSince1970 - origin
    }
}

extension WorkingCalendar: Hashable {
    /// Whether two calendars have the same bank holidays.
    public static func == (left: WorkingCalendar, right: WorkingCalendar) -> Bool { left.holidays == right.holidays }

    /// Hashes the bank holidays.
    public func hash(into hasher: inout Hasher) { hasher.combine(holidays) }
}

extension WorkingCalendar: Codable {
    /// Reads the bank holidays.
    public init(from decoder: any Decoder) throws { self.init(holidays: try BankHolidays(from: decoder)) }

    /// Writes the bank holidays.
    public func encode(to encoder: any Encoder) throws { try holidays.encode(to: encoder) }
}
