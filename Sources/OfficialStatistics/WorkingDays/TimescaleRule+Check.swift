public import ReportVocabulary

extension TimescaleRule {
    /// The last day on which it is in time.
    ///
    /// | unit | due date |
    /// |---|---|
    /// | working days | the n-th working day after the start, which is day 0 (see ``WorkingCalendar``) |
    /// | days, weeks | n or 7 n calendar days after the start |
    /// | months | the same day n months later, or the last day of a shorter month |
    /// | hours | the last day on which it can be in time, whatever the times of day: n ÷ 24 days later, rounded up |
    ///
    /// A due date that is no working day stays where it is, except under a rule in working days: statutory timescales
    /// in weeks and months are not extended by weekends.
    ///
    /// - Parameters:
    ///   - start: The day on which the clock starts.
    ///   - calendar: The working days.
    /// - Returns: The due date.
    /// - Throws: ``TimescaleError`` where it lies outside the calendar.
    /// - Complexity: O(1).
    public func dueDate(
        from start: CalendarDate, in calendar: WorkingCalendar = .englandAndWales
    ) throws(TimescaleError) -> CalendarDate {
        let date: CalendarDate? =
            switch unit {
            case .workingDays:
                try Self.counting { () throws(WorkingDayError) in try calendar.adding(workingDays: limit, to: start) }
            case .days: start.adding(days: limit)
            case .weeks: start.adding(days: limit > 1_000_000 ? .max : 7 * limit)
            case .months: start.adding(months: limit)
            case .hours: start.adding(days: limit / 24 + (limit % 24 == 0 ? 0 : 1))
            }
        guard let date else { throw .outsideCalendar(self) }
        return date
    }

    /// Checks one case against the rule.
    ///
    /// **Working days.** A case is late when more working days than the limit have gone by. What is done on the
    /// Saturday after day 45 still took 45 working days, and is in time.
    ///
    /// **Hours.** Two dates that are d days apart stand for a time of more than 24 (d − 1) and less than 24 (d + 1)
    /// hours. If all of that is within the limit the case is in time, if none of it is the case is late, else the
    /// outcome is ``TimescaleCheck/Outcome/cannotTell(isOpen:)``: for 24 hours, the same day is in time, the next day
    /// cannot be told, the day after that is late.
    ///
    /// - Parameters:
    ///   - start: The day on which the clock starts.
    ///   - end: The day on which it was done. A day after `day` counts as not done.
    ///   - day: The day as of which is judged.
    ///   - calendar: The working days.
    /// - Returns: The check.
    /// - Throws: ``TimescaleError`` where the end is before the start, or a date lies outside the calendar.
    /// - Complexity: O(1).
    public func check(
        from start: CalendarDate, to end: CalendarDate?, asOf day: CalendarDate,
        in calendar: WorkingCalendar = .englandAndWales
    ) throws(TimescaleError) -> TimescaleCheck {
        if let end, end < start { throw .endsBeforeItBegins(days: end.days(until: start)) }
        let due = try dueDate(from: start, in: calendar)
        let done = end.flatMap { $0 <= day ? $0 : nil }
        func result(_ outcome: TimescaleCheck.Outcome) -> TimescaleCheck {
            TimescaleCheck(rule: self, start: start, end: done, asOf: day, due: due, outcome: outcome)
        }
        guard start <= day else { return result(.notBegun) }
        let last = done ?? day
        // Less than a whole number of days before the due date, the times of day decide.
        if unit == .hours, last <= due, start.days(until: last) >= limit / 24 {
            return result(.cannotTell(isOpen: done == nil))
        }
        let over: Int =
            switch unit {
            case .workingDays:
                try Self.counting { () throws(WorkingDayError) in
                    try calendar.workingDays(from: start, to: last) - limit
                }
            case .hours, .days, .weeks, .months: due.days(until: last)
            }
        if over <= 0 { return result(done == nil ? .openInTime(remaining: -over) : .inTime) }
        return result(done == nil ? .overdue(by: over) : .late(by: over))
    }

    private static func counting<Value>(
        _ body: () throws(WorkingDayError) -> Value
    ) throws(TimescaleError) -> Value {
        do {
            return try body()
        } catch {
            throw .workingDays(error)
        }
    }
}
