extension ReportingPeriod {
    /// How many months the kind spans, where it is made of whole months in a fixed rhythm.
    private var stride: Int? {
        switch kind {
        case .month: 1
        case .quarter: 3
        case .financialYear, .academicYear, .calendarYear: 12
        case .snapshot, .span: nil
        }
    }

    /// The period some steps later, or earlier where the number is negative.
    ///
    /// - Parameter steps: How many periods of the same kind.
    /// - Returns: `nil` for snapshots and spans, which have no rhythm, and where the calendar ends.
    public func advanced(by steps: Int) -> ReportingPeriod? {
        guard let stride, case let (months, overflow) = stride.multipliedReportingOverflow(by: steps), !overflow,
            let first = firstDay.adding(months: months), let last = first.adding(months: stride)?.adding(days: -1)
        else { return nil }
        return ReportingPeriod(shifting: self, firstDay: first, lastDay: last)
    }

    /// The next period of the same kind; `nil` for snapshots and spans.
    public var successor: ReportingPeriod? { advanced(by: 1) }

    /// The period before this one; `nil` for snapshots and spans.
    public var predecessor: ReportingPeriod? { advanced(by: -1) }

    /// The same period one year earlier: the same month or quarter of last year, the year before, the same day (28 February
    /// for 29 February), or the same span of months or days.
    public var samePeriodLastYear: ReportingPeriod? {
        if let stride { return advanced(by: -12 / stride) }
        guard let first = firstDay.adding(months: -12), let last = lastDay.adding(months: -12) else { return nil }
        let endsMonth = lastDay.day == CalendarDate.length(ofMonth: lastDay.month, year: lastDay.year)
        let lastOfMonth = CalendarDate(
            unchecked: last.year, last.month,
            endsMonth && kind == .span ? CalendarDate.length(ofMonth: last.month, year: last.year) : last.day)
        return ReportingPeriod(shifting: self, firstDay: first, lastDay: lastOfMonth)
    }

    /// Whether this period comes before another of the same kind.
    ///
    /// - Parameter other: The other period.
    /// - Returns: Whether it begins earlier, or begins on the same day and ends earlier.
    /// - Throws: ``ReportingPeriodError/differentKinds(_:_:)`` where a month is compared with a year.
    public func precedes(_ other: ReportingPeriod) throws(ReportingPeriodError) -> Bool {
        guard kind == other.kind else { throw .differentKinds(self, other) }
        return (firstDay, lastDay) < (other.firstDay, other.lastDay)
    }

    /// Whether a day lies in the period.
    ///
    /// - Parameter day: The day.
    /// - Returns: Whether it is neither before the first day nor after the last.
    public func contains(_ day: CalendarDate) -> Bool { firstDay <= day && day <= lastDay }

    /// How many days the period has, at least 1.
    public var numberOfDays: Int { firstDay.days(until: lastDay) + 1 }

    /// An order for lists that mix kinds: by last day, then first day, then kind.
    ///
    /// It says nothing about which of two figures is comparable with which; use ``precedes(_:)`` for that.
    ///
    /// - Parameters:
    ///   - left: A period.
    ///   - right: Another.
    /// - Returns: Whether the first is listed earlier.
    public static func listingOrder(_ left: ReportingPeriod, _ right: ReportingPeriod) -> Bool {
        if left.lastDay != right.lastDay { return left.lastDay < right.lastDay }
        if left.firstDay != right.firstDay { return left.firstDay < right.firstDay }
        return left.kind.rawValue < right.kind.rawValue
    }
}
