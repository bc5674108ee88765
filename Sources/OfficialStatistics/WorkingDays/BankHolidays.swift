public import ReportVocabulary

/// The bank holidays of some years: those of England and Wales, or a list made from them.
///
/// The list is dated. Up to ``announcedThrough`` it holds what had been announced by ``asOf``; later years follow the
/// rules, and a holiday proclaimed since then has to be added:
///
///     let holidays = try BankHolidays.englandAndWales
///         .adding(try CalendarDate(year: 2030, month: 6, day: 7), title: "Jubilee")
///         .removing(try CalendarDate(year: 2030, month: 5, day: 6))
public struct BankHolidays: Sendable, Hashable {
    /// The years for which the list is complete.
    public let years: ClosedRange<Int>
    /// The day on which the list was last compared with what had been announced.
    public let asOf: CalendarDate
    /// The last year whose holidays had been announced by that day; those of later years are computed by rule.
    public let announcedThrough: Int
    /// The holidays in order of date, at most one a day.
    public let days: [BankHoliday]

    /// Makes a list.
    ///
    /// - Parameters:
    ///   - years: The years for which it is complete.
    ///   - asOf: The day on which it was last compared with what had been announced.
    ///   - announcedThrough: The last year whose holidays had been announced by that day.
    ///   - days: The holidays in any order. Where two are on one day, the later in the list counts.
    /// - Throws: ``WorkingDayError/outsideYears(year:known:)`` where a holiday is in none of the years.
    /// - Complexity: O(n log n) for n holidays.
    public init(
        years: ClosedRange<Int>, asOf: CalendarDate, announcedThrough: Int, days: some Sequence<BankHoliday>
    ) throws(WorkingDayError) {
        var byDate: [CalendarDate: BankHoliday] = [:]
        for day in days {
            guard years.contains(day.date.year) else {
                throw .outsideYears(year: day.date.year, known: years)
            }
            byDate[day.date] = day
        }
        self.init(
            years, asOf: asOf, announcedThrough: announcedThrough,
            unchecked: byDate.values.sorted { $0.date < $1.date })
    }

    /// For holidays that are known to be in order and in the years.
    init(_ years: ClosedRange<Int>, asOf: CalendarDate, announcedThrough: Int, unchecked days: [BankHoliday]) {
        self.years = years
        self.asOf = asOf
        self.announcedThrough = announcedThrough
        self.days = days
    }

    /// The holidays of a year.
    ///
    /// - Parameter year: The year.
    /// - Returns: The holidays in order of date.
    /// - Throws: ``WorkingDayError/outsideYears(year:known:)`` for a year that the list does not cover.
    /// - Complexity: O(n) for n holidays.
    public func holidays(in year: Int) throws(WorkingDayError) -> [BankHoliday] {
        try check(year)
        return days.filter { $0.date.year == year }
    }

    /// The holiday on a day.
    ///
    /// - Parameter date: The day.
    /// - Returns: `nil` where the day is none.
    /// - Throws: ``WorkingDayError/outsideYears(year:known:)`` for a year that the list does not cover.
    /// - Complexity: O(log n) for n holidays.
    public func holiday(on date: CalendarDate) throws(WorkingDayError) -> BankHoliday? {
        try check(date.year)
        var (low, high) = (0, days.count)
        while low < high {
            let middle = (low + high) / 2
            if days[middle].date < date { low = middle + 1 } else { high = middle }
        }
        return low < days.count && days[low].date == date ? days[low] : nil
    }

    /// The list with one more holiday: one proclaimed since, or a day on which the council's own offices are closed.
    ///
    /// - Parameters:
    ///   - date: The day. A holiday that is on it already gives way.
    ///   - title: The name.
    ///   - kind: Why it is on this day.
    /// - Returns: The new list.
    /// - Throws: ``WorkingDayError/outsideYears(year:known:)`` for a year that the list does not cover.
    /// - Complexity: O(n log n) for n holidays.
    public func adding(
        _ date: CalendarDate, title: String, kind: BankHoliday.Kind = .added
    ) throws(WorkingDayError) -> BankHolidays {
        try BankHolidays(
            years: years, asOf: asOf, announcedThrough: announcedThrough,
            days: days + [BankHoliday(date, title, kind: kind)])
    }

    /// The list without the holiday on a day, where there is one.
    ///
    /// - Parameter date: The day.
    /// - Returns: The new list.
    /// - Throws: ``WorkingDayError/outsideYears(year:known:)`` for a year that the list does not cover.
    /// - Complexity: O(n) for n holidays.
    public func removing(_ date: CalendarDate) throws(WorkingDayError) -> BankHolidays {
        try check(date.year)
        return BankHolidays(
            years, asOf: asOf, announcedThrough: announcedThrough, unchecked: days.filter { $0.date != date })
    }

    private func check(_ year: Int) throws(WorkingDayError) {
        guard years.contains(year) else { throw .outsideYears(year: year, known: years) }
    }

    /// What the list is, in a sentence for a note under a table.
    public var explanation: String {
        "Bank holidays \(years.lowerBound) to \(years.upperBound): as announced by \(asOf.label) up to "
            + "\(announcedThrough), by the usual rules after that."
    }
}

extension BankHolidays: Codable {
    private enum CodingKeys: String, CodingKey {
        case firstYear, lastYear, asOf, announcedThrough, days
    }

    /// Reads a list, and throws where a holiday is in none of its years.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let first = try container.decode(Int.self, forKey: .firstYear)
        let last = try container.decode(Int.self, forKey: .lastYear)
        guard first <= last else {
            throw DecodingError.dataCorruptedError(
                forKey: .lastYear, in: container, debugDescription: "The last year is before the first.")
        }
        let asOf = try container.decode(CalendarDate.self, forKey: .asOf)
        let announced = try container.decode(Int.self, forKey: .announcedThrough)
        let days = try container.decode([BankHoliday].self, forKey: .days)
        do {
            try self.init(years: first...last, asOf: asOf, announcedThrough: announced, days: days)
        } catch {
            throw DecodingError.dataCorruptedError(forKey: .days, in: container, debugDescription: "\(error)")
        }
    }

    /// Writes the list in order of date.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(years.lowerBound, forKey: .firstYear)
        try container.encode(years.upperBound, forKey: .lastYear)
        try container.encode(asOf, forKey: .asOf)
        try container.encode(announcedThrough, forKey: .announcedThrough)
        try container.encode(days, forKey: .days)
    }
}
