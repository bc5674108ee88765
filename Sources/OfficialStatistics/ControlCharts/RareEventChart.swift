#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif
package import ReportVocabulary

/// Events so rare that at least half of the periods have none: how far they lie apart, in time (a t chart) or in cases (a g
/// chart).
///
/// A chart of ups and downs says nothing of such events; how long they stay away does. Where it is known how many cases each period
/// had, the cases between one event and the next are counted, else the time. Events of one period are taken as evenly spread over
/// it, because the day is not known.
///
/// With nothing but chance at work times are exponential and numbers of cases geometric (Chan, Xie and Goh, *International Journal of
/// Production Research* 38, 2000, 397–408; Benneyan, *Health Care Management Science* 4, 2001, 305–318). What is usual has to be
/// learnt from the same few events, so the limits are exact ones on condition of the sum of all intervals: of a time, that of a beta
/// distribution with 1 and n − 1; of a number of cases, that of a negative hypergeometric distribution. Each is passed by chance in
/// 135 of 100,000 intervals, as often as three standard deviations. The time before the first event counts as an interval, because
/// chance has no memory.
package struct RareEventChart: Sendable, Hashable {
    /// What lies between two events.
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// Time, in periods of the series.
        case time = "time-between"
        /// Cases without the event.
        case cases = "cases-between"
    }

    /// How many events a period had, among how many cases.
    package struct Count: Sendable, Hashable {
        package let period: ReportingPeriod
        package let events: Int
        /// How many cases there were, those with the event included; `nil` where it is not known.
        package let cases: Int?

        package init(_ period: ReportingPeriod, _ events: Int, of cases: Int? = nil) {
            self.period = period
            self.events = events
            self.cases = cases
        }
    }

    /// What lies before an event, back to the one before it or to the start of the chart.
    package struct Interval: Sendable, Hashable {
        /// The period of the event.
        package let period: ReportingPeriod
        /// How many periods, or how many cases without the event.
        package let size: Double
        /// On which side of the limits it lies; ``ControlChart/Side/on`` within them.
        package internal(set) var side: ControlChart.Side
    }

    /// What stands out at the end of the chart.
    package enum Signal: Sendable, Hashable {
        /// So many events in the last period are more than chance would bring.
        case many
        /// So long without an event since the last one.
        case long
        /// The last intervals were all shorter than the middle one of all.
        case shorter(run: Int)
        /// The last intervals were all longer than the middle one of all.
        case longer(run: Int)
    }

    /// From so many periods on, as for other charts.
    package static let fewestPeriods = ControlChart.Options.fewestPoints
    /// From so many events on the intervals have limits.
    package static let fewestEvents = 5
    /// How often chance alone passes a limit.
    static let tail = 0.00135
    /// So many intervals in a row on one side of the middle one are a signal.
    static let runLength = 7

    /// What lies between two events.
    package let kind: Kind
    /// Which way is better for the number of events.
    package let improvement: ControlChart.ImprovementDirection
    /// The periods.
    package let counts: [Count]
    /// The intervals, one for each event.
    package let intervals: [Interval]
    /// With chance alone half of all intervals are shorter; `nil` for too few events.
    package let median: Double?
    /// The lower limit, below which an interval is unusually short; `nil` for too few events.
    package let lower: Double?
    /// The upper limit, above which an interval is unusually long; `nil` for too few events.
    package let upper: Double?
    /// What lies between the last event and the end of the chart.
    package let since: Double
    /// What stands out at the end; `nil` where chance explains it.
    package let signal: Signal?

    /// How many events there were.
    package var events: Int { intervals.count }

    /// Charts rare events, in O(n) for n periods and events.
    ///
    /// - Parameters:
    ///   - counts: The periods in order of time, without holes.
    ///   - improvement: Which way is better for the number of events.
    /// - Returns: `nil` for fewer than ``fewestPeriods``, without any event, where more than half of the periods have one, and for
    ///   numbers that cannot be.
    package init?(_ counts: [Count], improvement: ControlChart.ImprovementDirection) {
        let events = counts.reduce(0) { $0 + $1.events }
        guard counts.count >= Self.fewestPeriods, events > 0, events <= 100_000,
            2 * counts.count(where: { $0.events == 0 }) >= counts.count,
            counts.allSatisfy({ $0.events >= 0 && $0.events <= $0.cases ?? .max })
        else { return nil }
        let hasCases = counts.allSatisfy { $0.cases != nil }
        self.counts = counts
        self.improvement = improvement
        kind = hasCases ? .cases : .time
        let (found, rest) = hasCases ? Self.casesBetween(counts) : Self.timeBetween(counts)
        let sum = found.reduce(0) { $0 + $1.size }
        since = rest
        let limits = events >= Self.fewestEvents ? Self.limits(kind, events, sum: sum) : nil
        median = limits?.median
        lower = limits?.lower
        upper = limits?.upper
        intervals = found.map { interval in
            var interval = interval
            if let limits {
                interval.side = interval.size > limits.upper ? .above : interval.size < limits.lower ? .below : .on
            }
            return interval
        }
        signal = Self.signal(kind, counts, intervals, sum: sum, since: rest)
    }

    // MARK: Intervals

    private static func timeBetween(_ counts: [Count]) -> ([Interval], Double) {
        var intervals: [Interval] = []
        var last = 0.0
        for (index, count) in counts.enumerated() {
            for event in 0..<count.events {
                let place = Double(index) + (Double(event) + 0.5) / Double(count.events)
                intervals.append(Interval(period: count.period, size: place - last, side: .on))
                last = place
            }
        }
        return (intervals, Double(counts.count) - last)
    }

    private static func casesBetween(_ counts: [Count]) -> ([Interval], Double) {
        var intervals: [Interval] = []
        var without = 0
        for count in counts {
            let others = (count.cases ?? 0) - count.events
            var passed = 0
            for event in 0..<count.events {
                // The cases without the event are spread as evenly as whole cases can be.
                let before = (2 * event + 1) * others / (2 * count.events)
                intervals.append(Interval(period: count.period, size: Double(without + before - passed), side: .on))
                (without, passed) = (0, before)
            }
            without += others - passed
        }
        return (intervals, Double(without))
    }

    // MARK: Limits

    /// Limits and median of one of n intervals with a known sum.
    static func limits(
        _ kind: Kind, _ count: Int, sum: Double
    ) -> (lower: Double, median: Double, upper: Double) {
        switch kind {
        case .time:
            let power = 1 / Double(count - 1)
            // 1 − q^power, which keeps its digits where q is close to 1.
            func quantile(leaving share: Double) -> Double { -sum * expm1(log(share) * power) }
            return (quantile(leaving: 1 - tail), quantile(leaving: 0.5), quantile(leaving: tail))
        case .cases:
            let total = Int(sum)
            // The smallest numbers that are exceeded no more often than the tail, and that half do not exceed.
            let upper = first(total) { atLeast($0 + 1, of: total, count) <= tail }
            let median = first(total) { atLeast($0 + 1, of: total, count) <= 0.5 }
            // The largest below which no more than the tail lies.
            let lower = first(total) { 1 - atLeast($0 + 1, of: total, count) > tail }
            return (Double(lower), Double(median), Double(upper))
        }
    }

    /// The probability that one of n intervals with a known sum has at least so many cases: the product of
    /// (n − 1 + total − j) / (n − 1 + total + …), that is C(total − k + n − 1, n − 1) / C(total + n − 1, n − 1).
    static func atLeast(_ cases: Int, of total: Int, _ count: Int) -> Double {
        guard cases > 0 else { return 1 }
        guard cases <= total else { return 0 }
        return TailProbability.exponential(
            TailProbability.logChoose(total - cases + count - 1, count - 1)
                - TailProbability.logChoose(total + count - 1, count - 1))
    }

    /// The first number from 0 that passes a test which all larger ones pass too.
    private static func first(_ most: Int, _ passes: (Int) -> Bool) -> Int {
        var (low, high) = (0, most)
        while low < high {
            let middle = low + (high - low) / 2
            if passes(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// How likely chance alone is to leave so much without an event after n intervals with a known sum.
    static func openProbability(_ kind: Kind, _ count: Int, sum: Double, since: Double) -> Double {
        switch kind {
        case .time: exp(-Double(count) * log1p(since / sum))
        case .cases: atLeast(Int(since), of: Int(sum + since), count + 1)
        }
    }

    // MARK: Signals

    private static func signal(
        _ kind: Kind, _ counts: [Count], _ intervals: [Interval], sum: Double, since: Double
    ) -> Signal? {
        guard let last = counts.last else { return nil }
        let share: Double =
            switch kind {
            case .time: 1 / Double(counts.count)
            case .cases:
                Double(last.cases ?? 0) / Double(max(1, counts.reduce(0) { $0 + ($1.cases ?? 0) }))
            }
        if last.events > 1, share > 0, share < 1,
            ExactComparison.atLeast(last.events, of: intervals.count, share: share) <= tail
        {
            return .many
        }
        guard intervals.count >= fewestEvents else { return nil }
        if sum > 0, openProbability(kind, intervals.count, sum: sum, since: since) <= tail { return .long }
        // Events that come like clockwork are all later than chance would have them: runs are judged by the middle one.
        let sorted = intervals.map(\.size).sorted()
        let middle = sorted[sorted.count / 2]
        let shorter = intervals.reversed().prefix { $0.size < middle }.count
        if shorter >= runLength, since <= middle { return .shorter(run: shorter) }
        let longer = intervals.reversed().prefix { $0.size > middle }.count
        return longer >= runLength ? .longer(run: longer) : nil
    }

    /// What the end of the chart says.
    package var judgement: ControlChart.PointType {
        let isUpwards: Bool? =
            switch signal {
            case .many, .shorter: true
            case .long, .longer: false
            case nil: nil
            }
        return ControlChart.PointType(
            isUpwards.map { ControlChart.Signal(rule: .outside, isUpwards: $0) }, improvement)
    }
}
