public import ReportVocabulary

/// A case to be timed: when the clock started, and when it stopped.
public struct TimedCase: Sendable, Hashable, Codable {
    /// The day on which the clock started.
    public var start: CalendarDate
    /// The day on which it stopped; absent while the case is open.
    public var end: CalendarDate?

    /// Records a case.
    ///
    /// - Parameters:
    ///   - start: The day on which the clock started.
    ///   - end: The day on which it stopped.
    public init(from start: CalendarDate, to end: CalendarDate? = nil) {
        self.start = start
        self.end = end
    }
}

/// How many cases kept a timescale.
public struct TimescaleTally: Sendable, Hashable {
    /// A case that could not be timed.
    public struct Rejected: Sendable, Hashable {
        /// Its place among the cases, from 0.
        public let position: Int
        /// Why.
        public let error: TimescaleError
    }

    /// The rule.
    public let rule: TimescaleRule
    /// The day as of which is judged.
    public let asOf: CalendarDate
    /// Cases done in time.
    public internal(set) var inTime = 0
    /// Cases done late.
    public internal(set) var late = 0
    /// Open cases that have time left.
    public internal(set) var openInTime = 0
    /// Open cases whose due date has passed.
    public internal(set) var overdue = 0
    /// Cases that begin after the day as of which is judged.
    public internal(set) var notBegun = 0
    /// Cases that were done, in time or not: the limit is in hours and the dates do not settle it.
    public internal(set) var cannotTell = 0
    /// Open cases of which the same is true.
    public internal(set) var openCannotTell = 0
    /// Cases that could not be timed, which are in no other number.
    public internal(set) var rejected: [Rejected] = []

    /// Of the cases that were done, those done in time: numerator and denominator.
    ///
    /// This is how the Department for Education counts assessments within 45 working days: open cases are left out,
    /// however long they have been open. A denominator of 0 means that no case was done. Cases that cannot be told are
    /// in neither number.
    public var ofThoseDone: ObservedValue {
        .fraction(numerator: Double(inTime), denominator: Double(inTime + late))
    }

    /// Of the cases that were done or are overdue, those done in time: numerator and denominator.
    ///
    /// Unlike ``ofThoseDone`` it does not look better while late cases stay open.
    public var ofThoseDoneOrOverdue: ObservedValue {
        .fraction(numerator: Double(inTime), denominator: Double(inTime + late + overdue))
    }

    /// The counts in a sentence or two.
    public var explanation: String {
        let done = inTime + late
        var parts =
            done == 0
            ? ["No case was done (\(rule.label))."]
            : [
                "\(DecimalText.grouped(inTime)) of \(CountText.of(done, "case")) that \(done == 1 ? "was" : "were") "
                    + "done "
                    + "kept to \(rule.label) "
                    + "(\(DecimalText.plain(100 * Double(inTime) / Double(done), decimals: 1)) per cent)."
            ]
        if overdue + openInTime > 0 {
            parts.append(
                "On \(asOf.label), \(CountText.of(overdue + openInTime, "case")) "
                    + "\(overdue + openInTime == 1 ? "was" : "were") "
                    + "open, \(DecimalText.grouped(overdue)) of them overdue.")
        }
        if cannotTell + openCannotTell > 0 {
            parts.append(
                "\(CountText.of(cannotTell + openCannotTell, "case")) cannot be judged without the times of day and "
                    + "\(cannotTell + openCannotTell == 1 ? "is" : "are") left out.")
        }
        if !rejected.isEmpty {
            parts.append("\(CountText.of(rejected.count, "case")) left out because of impossible dates.")
        }
        return parts.joined(separator: " ")
    }
}

extension TimescaleRule {
    /// Counts how many cases kept the timescale.
    ///
    /// A case with impossible dates does not stop the count: it is in ``TimescaleTally/rejected``, by its place.
    ///
    /// - Parameters:
    ///   - cases: The cases.
    ///   - day: The day as of which is judged.
    ///   - calendar: The working days.
    /// - Returns: The counts.
    /// - Complexity: O(n) for n cases.
    public func tally(
        of cases: some Sequence<TimedCase>, asOf day: CalendarDate, in calendar: WorkingCalendar = .englandAndWales
    ) -> TimescaleTally {
        var result = TimescaleTally(rule: self, asOf: day)
        for (position, timed) in cases.enumerated() {
            do throws(TimescaleError) {
                switch try check(from: timed.start, to: timed.end, asOf: day, in: calendar).outcome {
                case .inTime: result.inTime += 1
                case .late: result.late += 1
                case .openInTime: result.openInTime += 1
                case .overdue: result.overdue += 1
                case .notBegun: result.notBegun += 1
                case .cannotTell(let isOpen): if isOpen { result.openCannotTell += 1 } else { result.cannotTell += 1 }
                }
            } catch {
                result.rejected.append(TimescaleTally.Rejected(position: position, error: error))
            }
        }
        return result
    }
}
