public import ReportVocabulary

/// Whether something was done, or can still be done, within its timescale.
///
/// It is about one case, so its ``explanation`` holds that case's dates: for the worker and the manager, not for
/// publication. A report counts many cases.
public struct TimescaleCheck: Sendable, Hashable, Codable {
    /// Whether a case met its timescale.
    public enum Outcome: Sendable, Hashable, Codable {
        /// Done on or before the due date.
        case inTime
        /// Done after the due date, by so many working days for a rule in working days, else by so many calendar days;
        /// at least 1.
        case late(by: Int)
        /// Not done; there is time left, in the same days; 0 on the due date itself.
        case openInTime(remaining: Int)
        /// Not done, and the due date has passed by so many of the same days, at least 1.
        case overdue(by: Int)
        /// The clock starts after the day as of which is judged.
        case notBegun
        /// The limit is in hours, and dates without times of day do not settle it.
        case cannotTell(isOpen: Bool)
    }

    /// The rule.
    public let rule: TimescaleRule
    /// The day on which the clock starts: day 0.
    public let start: CalendarDate
    /// The day on which it was done, where that is no later than ``asOf``.
    public let end: CalendarDate?
    /// The day as of which is judged.
    public let asOf: CalendarDate
    /// The last day on which it is in time.
    public let due: CalendarDate
    /// Whether the case met its timescale.
    public let outcome: Outcome

    /// The outcome in a sentence with its dates.
    public var explanation: String {
        let unit = rule.unit == .workingDays ? "working day" : "day"
        let done = end.map { "done on \($0.label)" } ?? "not done by \(asOf.label)"
        switch outcome {
        case .inTime:
            return "In time: due by \(due.label), \(done)."
        case .late(let days):
            return "\(CountText.of(days, unit)) late: due by \(due.label), \(done)."
        case .openInTime(let days):
            return
                "Not done yet, with \(days == 0 ? "no \(unit)s" : CountText.of(days, unit)) left: due by \(due.label)."
        case .overdue(let days):
            return "Overdue by \(CountText.of(days, unit)): due by \(due.label), \(done)."
        case .notBegun:
            return "The time has not begun: it runs from \(start.label)."
        case .cannotTell:
            return
                "The limit of \(CountText.of(rule.limit, "hour")) cannot be judged from dates alone: the times of day "
                + "decide."
        }
    }
}

/// Why a timescale could not be checked.
///
/// The messages hold no dates, since the dates of a case are about a child.
public enum TimescaleError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was timed ended before it began.
    case endsBeforeItBegins(days: Int)
    /// Working days could not be counted.
    case workingDays(WorkingDayError)
    /// The due date lies after the year 9999.
    case outsideCalendar(TimescaleRule)

    /// A sentence for people, which says what would be right.
    public var description: String {
        switch self {
        case .endsBeforeItBegins(let days):
            "The end is \(CountText.of(days, "day")) before the start; check whether the dates are swapped."
        case .workingDays(let error): error.description
        case .outsideCalendar(let rule): "“\(rule.label)” leads beyond the year 9999; check the limit."
        }
    }
}
