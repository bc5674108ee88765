public import ReportModel
public import ReportVocabulary

extension PlanAction {
    /// Whether the action was done by a day.
    ///
    /// It was if its date of completion had come, or if it was reported complete or embedded by then. A report without
    /// a date does not make an action done before its own date of completion.
    ///
    /// - Parameter day: The day.
    /// - Returns: Whether it was done.
    /// - Complexity: O(n) for n reports.
    public func isDone(on day: CalendarDate) -> Bool {
        if let completed, completed.firstDay <= day { return true }
        guard let report = report(on: day), report.status.isDone else { return false }
        return completed == nil || report.date != nil
    }

    /// Whether the action was due before a day and was not done by then.
    ///
    /// An action due in a month is overdue once the month is over. Only what had been reported by the day counts, so
    /// that the same pack gives the same answer for an earlier day as a pack of that day did.
    ///
    /// - Parameter day: The day.
    /// - Returns: Whether it is overdue; an action without a due date never is.
    /// - Complexity: O(n) for n reports.
    public func isOverdue(on day: CalendarDate) -> Bool {
        guard let due, due.lastDay < day else { return false }
        return !isDone(on: day)
    }

    /// How many days an action is overdue.
    ///
    /// - Parameter day: The day.
    /// - Returns: Calendar days since the last day of the due date; `nil` where it is not overdue.
    public func daysOverdue(on day: CalendarDate) -> Int? {
        guard let due, isOverdue(on: day) else { return nil }
        return due.lastDay.days(until: day)
    }

    /// How long the action has had its status.
    ///
    /// - Parameter day: The day.
    /// - Returns: `nil` where no status had been reported, or the first report of the present one has no date.
    /// - Complexity: O(n) for n reports.
    package func timeInStatus(on day: CalendarDate) -> TimeInStatus? {
        let known = reports(by: day)
        guard let present = known.last?.status else { return nil }
        let run = known.reversed().prefix { $0.status == present }
        guard let since = run.last?.date else { return nil }
        return TimeInStatus(
            status: present, since: since, reports: run.count,
            days: max(0, since.lastDay.days(until: day))...since.firstDay.days(until: day))
    }
}

extension BRAGStatus {
    /// Whether the action is done: complete or embedded.
    public var isDone: Bool { self == .complete || self == .embedded }
}

/// How long an action has had its status, counted from the first of the latest reports that gave it.
package struct TimeInStatus: Sendable, Hashable, Codable {
    /// The status.
    package let status: BRAGStatus
    /// The date of the first of the latest reports that gave it.
    package let since: PartialDate
    /// How many reports in a row gave it.
    package let reports: Int
    /// How many calendar days: a range, whose ends differ where the date is known to the month or year alone.
    package let days: ClosedRange<Int>

    /// The time in words, such as "At risk since 14 November 2017, for 30 days (3 reports in a row)".
    package var label: String {
        let length =
            days.lowerBound == days.upperBound
            ? CountText.of(days.lowerBound, "day") : "\(days.lowerBound) to \(CountText.of(days.upperBound, "day"))"
        return "\(status.label) since \(since.label), for \(length)"
            + (reports > 1 ? " (\(CountText.of(reports, "report")) in a row)" : "")
    }
}
