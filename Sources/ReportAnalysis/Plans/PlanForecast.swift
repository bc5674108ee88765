package import ReportModel
package import ReportVocabulary

/// When a plan would be done if it went on as it has, as far as its history can say.
///
/// **Method.** The days on which statuses were reported are the reporting cycles. Between the first and the last of
/// them some actions were done; the forecast continues that average per day until none is left. The range continues the
/// best and the worst cycle instead. It is a straight line through the past, not a judgement of the work that is left:
/// the last actions are often the hardest.
package struct PlanForecast: Sendable, Hashable, Codable {
    /// What the history says.
    package enum Outcome: Sendable, Hashable, Codable {
        /// Every action is done.
        case done
        /// There are no actions.
        case noActions
        /// There were fewer reporting days than asked for.
        case notEnoughHistory(reportingDays: Int, needed: Int)
        /// No more actions were done on the last reporting day than on the first.
        case noProgress
        /// The plan would be done about that day.
        case expected(Estimate)
    }

    /// An estimate.
    package struct Estimate: Sendable, Hashable, Codable {
        /// The day on which the last action would be done; absent where it lies after the year 9999.
        package let date: CalendarDate?
        /// The same if every cycle were like the best one.
        package let earliest: CalendarDate?
        /// The same if every cycle were like the worst one; absent where the worst one brought nothing.
        package let latest: CalendarDate?
        /// How many actions a cycle brought on average.
        package let donePerCycle: Double
        /// The average length of a cycle in calendar days.
        package let daysPerCycle: Double
    }

    /// How many actions there are.
    package let actions: Int
    /// How many were done on the last reporting day, or on the day asked about where there is none.
    package let done: Int
    /// The reporting days that were used, the earliest first.
    package let reportingDays: [CalendarDate]
    /// How many actions were done on each of them.
    package let doneByDay: [Int]
    /// What the history says.
    package let outcome: Outcome
    /// The last day of the plan, where it has one.
    package let end: CalendarDate?

    /// Continues a plan's history.
    ///
    /// - Parameters:
    ///   - plan: The plan.
    ///   - day: The day as of which is judged; later reports are left out.
    ///   - reportingDays: The days to take as cycles, in any order; without them every dated status report makes one,
    ///     at the end of its month where it has no day.
    ///   - needed: How many reporting days it takes at least, 2 or more; 3 give two cycles.
    /// - Complexity: O(n × c) for n actions and c cycles.
    package init(
        of plan: ImprovementPlan, on day: CalendarDate, reportingDays: [CalendarDate]? = nil, needing needed: Int = 3
    ) {
        let reported =
            reportingDays
            ?? plan.actions.flatMap { action in
                action.statuses.compactMap { $0.date }.filter { $0.firstDay <= day }.map { min($0.lastDay, day) }
            }
        let days = Set(reported.filter { $0 <= day }).sorted()
        let counts = days.map { day in plan.actions.count { $0.isDone(on: day) } }
        let needed = max(needed, 2)
        actions = plan.actions.count
        done = counts.last ?? plan.actions.count { $0.isDone(on: day) }
        self.reportingDays = days
        doneByDay = counts
        end = plan.end?.lastDay
        outcome =
            if plan.actions.isEmpty {
                .noActions
            } else if plan.actions.allSatisfy({ $0.isDone(on: day) }) {
                .done
            } else if days.count < needed {
                .notEnoughHistory(reportingDays: days.count, needed: needed)
            } else if let estimate = Self.estimate(days, counts, remaining: plan.actions.count - done) {
                .expected(estimate)
            } else {
                .noProgress
            }
    }

    private static func estimate(_ days: [CalendarDate], _ counts: [Int], remaining: Int) -> Estimate? {
        guard let first = days.first, let last = days.last, let start = counts.first, let now = counts.last, now > start
        else { return nil }
        func date(gaining gained: Int, in length: Int) -> CalendarDate? {
            guard gained > 0 else { return nil }
            let (product, overflow) = remaining.multipliedReportingOverflow(by: length)
            return overflow ? nil : last.adding(days: (product + gained - 1) / gained)
        }
        let cycles = zip(zip(days, days.dropFirst()), zip(counts, counts.dropFirst())).map { days, counts in
            (gained: counts.1 - counts.0, length: days.0.days(until: days.1))
        }
        // Gains per day are compared by cross-multiplication, exactly.
        func isSlower(_ left: (gained: Int, length: Int), _ right: (gained: Int, length: Int)) -> Bool {
            left.gained * right.length < right.gained * left.length
        }
        let (best, worst) = (cycles.max(by: isSlower), cycles.min(by: isSlower))
        let (gained, length) = (now - start, first.days(until: last))
        return Estimate(
            date: date(gaining: gained, in: length),
            earliest: best.flatMap { date(gaining: $0.gained, in: $0.length) },
            latest: worst.flatMap { date(gaining: $0.gained, in: $0.length) },
            donePerCycle: Double(gained) / Double(cycles.count),
            daysPerCycle: Double(length) / Double(cycles.count))
    }

    /// Whether the plan would be done by its own end; absent where it has none, or there is no estimate.
    package var isWithinPlan: Bool? {
        guard let end, case .expected(let estimate) = outcome else { return nil }
        return estimate.date.map { $0 <= end } ?? false
    }

    /// The forecast in sentences, which say what it rests on.
    package var explanation: String {
        switch outcome {
        case .done: return "Every action is done."
        case .noActions: return "The plan has no actions."
        case .notEnoughHistory(let days, let needed):
            return
                "Not enough history for a forecast: statuses were reported on \(CountText.of(days, "day")), and it "
                + "takes at "
                + "least \(needed)."
        case .noProgress:
            return "No forecast: no more actions are done now than when reporting began."
        case .expected(let estimate):
            let pace =
                "On average \(DecimalText.shortest(DecimalText.rounded(estimate.donePerCycle, decimals: 1))) "
                + "actions were done "
                + "from one report to the next, and \(DecimalText.grouped(actions - done)) are left."
            guard let date = estimate.date else { return "\(pace) At that pace the plan is never done." }
            let range =
                switch (estimate.earliest, estimate.latest) {
                case (let earliest?, let latest?) where earliest < latest:
                    " (\(words(earliest)) at the best pace so far, \(words(latest)) at the worst)"
                case (let earliest?, nil):
                    " (\(words(earliest)) at the best pace so far; at the worst, never)"
                default: ""
                }
            let against =
                isWithinPlan.map { $0 ? " That is within the plan." : " That is after the plan ends." } ?? ""
            return
                "\(pace) At that pace the plan is done \(isFar(date) ? "" : "about ")\(words(date))\(range).\(against)"
        }
    }

    private func isFar(_ date: CalendarDate) -> Bool { (reportingDays.last?.days(until: date) ?? 0) > 3_653 }

    /// A date to the precision that a straight line through the past has: a day within two months of the last report, a month
    /// within two years, a year within ten.
    private func words(_ date: CalendarDate) -> String {
        guard let last = reportingDays.last else { return date.label }
        switch last.days(until: date) {
        case _ where isFar(date): return "more than ten years from now"
        case ...62: return date.label
        case ...731: return (try? ReportingPeriod.month(date.month, date.year))?.label ?? date.label
        default: return String(date.year)
        }
    }
}
