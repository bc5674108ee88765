package import ReportVocabulary

/// A case to be timed: when the clock started, and when it stopped.
package struct TimedCase: Sendable, Hashable, Codable {
    /// The day on which the clock started.
    package var start: CalendarDate
    /// The day on which it stopped; absent while the case is open.
    package var end: CalendarDate?

    /// Records a case.
    ///
    /// - Parameters:
    ///   - start: The day on which the clock started.
    ///   - end: The day on which it stopped.
    package init(from start: CalendarDate, to end: CalendarDate? = nil) {
        self.start = start
        self.end = end
    }
}

/// How many cases kept a timescale.
package struct TimescaleTally: Sendable, Hashable {
    /// A case that could not be timed.
    package struct Rejected: Sendable, Hashable {
        /// Its place among the cases, from 0.
        package let position: Int
        /// Why.
        package let error: TimescaleError
    }

    /// The rule.
    package let rule: TimescaleRule
    /// The day as of which is judged.
    package let asOf: CalendarDate
    /// Cases done in time.
    package internal(set) var inTime = 0
    /// Cases done late.
    package internal(set) var late = 0
    /// Open cases that have time left.
    package internal(set) var openInTime = 0
    /// Open cases whose due date has passed.
    package internal(set) var overdue = 0
    /// Cases that begin after the day as of which is judged.
    package internal(set) var notBegun = 0
    /// Cases that were done, in time or not: the limit is in hours and the dates do not settle it.
    package internal(set) var cannotTell = 0
    /// Open cases of which the same is true.
    package internal(set) var openCannotTell = 0
    /// Cases that could not be timed, which are in no other number.
    package internal(set) var rejected: [Rejected] = []

    /// Of the cases that were done, those done in time: numerator and denominator.
    ///
    /// This is how the Department for Education counts assessments within 45 working days: open cases are left out,
    /// however long they have been open. A denominator of 0 means that no case was done. Cases that cannot be told are
    /// in neither number.
    package var ofThoseDone: ObservedValue {
        .fraction(numerator: Double(inTime), denominator: Double(inTime + late))
    }

    /// Of the cases that were done or are overdue, those done in time: numerator and denominator.
    ///
    /// Unlike ``ofThoseDone`` it does not look better while late cases stay open.
    package var ofThoseDoneOrOverdue: ObservedValue {
        .fraction(numerator: Double(inTime), denominator: Double(inTime + late + overdue))
    }

    /// The counts in a sentence or two.
    package var explanation: String {
        let done = inTime + late
        var parts =
            done == 0
            ? ["No case was done (\(rule.label))."]
            : [
                "\(DecimalText.grouped(inTime)) of \(CountText.of(done, "case")) that \(done == 1 ? "was" : "were") "
                    + "done "
                    + "kept to \(rule.label) "
                    + "(\(FigureText(.percent).text(100 * Double(inTime) / Double(done))))."
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
    package func tally(
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
