import OfficialStatistics
import ReportModel
package import ReportVocabulary

/// What the figure of a measure with an annual target is expected to be at the end of the financial year, with a range that holds
/// it in 80 of 100 cases.
///
/// Which targets are annual: every target of a year-to-date figure, and of a rolling figure of twelve months or more; for other measures
/// one that began on 1 April or ends on the 31 March to come. A figure for the end of a month is foretold for 31 March, a share for the year
/// as a whole. Numbers and rates of single months have no forecast, because a target for each month is not one for the year.
///
/// From what: at least 24 months of figures without a gap, a break or a rounded count, the last 36 of them (``LevelForecast``). What is
/// known of the year is kept, and only the rest is foretold. Where the history is too short or has a gap, as a withheld figure
/// makes one, there is no forecast.
package struct YearEndForecast: Sendable, Hashable {
    /// What the forecast is of.
    package enum Subject: Sendable, Hashable {
        /// What will have happened in the year.
        case yearToDate
        /// The share of the year as a whole.
        case wholeYear
        /// The figure at the end of the year.
        case lastDay
    }

    /// What may be said of the target.
    package enum Prospect: String, Sendable, Hashable, Codable, CaseIterable {
        /// The whole range meets it.
        case likelyMet = "likely-met"
        /// The whole range misses it.
        case likelyMissed = "likely-missed"
        /// Part of the range meets it.
        case open

        /// The words for people.
        package var label: String {
            switch self {
            case .likelyMet: "likely to be met"
            case .likelyMissed: "likely to be missed"
            case .open: "may be met or missed"
            }
        }
    }

    /// What the forecast is of.
    package let subject: Subject
    /// The last day of the year.
    package let day: CalendarDate
    /// What is expected, in the unit of the indicator.
    package let expected: Double
    /// Where the figure will lie in 80 of 100 cases.
    package let range: ClosedRange<Double>
    /// The target that holds on that day.
    package let target: Target
    /// What may be said of it.
    package let prospect: Prospect

    private let figures: FigureText

    /// The fewest months of history, and the most that count.
    private static let months = 24...36

    /// Foretells the end of the year of the latest figure.
    ///
    /// - Parameter position: The latest position of the indicator.
    /// - Returns: `nil` where the target is not annual, the year is over, or the history does not carry it.
    package init?(of position: IndicatorPosition) {
        let (indicator, latest) = (position.indicator, position.latest.period)
        guard latest.kind == .month || latest.kind == .quarter, indicator.polarity != .neutral,
            let end = Self.yearEnd(on: latest.lastDay), latest.lastDay < end,
            let target = indicator.target(on: end), Self.isAnnual(target, of: indicator, endingOn: end)
        else { return nil }
        let length = latest.kind == .month ? 1 : 3
        let history = Self.history(position, atMost: Self.months.upperBound / length)
        guard history.count >= Self.months.lowerBound / length,
            let start = end.adding(days: 1)?.adding(months: -12),
            let outlook = Self.outlook(
                history, of: indicator, since: start, steps: Self.steps(from: latest, to: end))
        else { return nil }
        let possible: ClosedRange<Double> =
            switch indicator.unit {
            case .percent: 0...100
            case .money, .unspecified: -.infinity ... .infinity
            default: 0 ... .infinity
            }
        func shown(_ value: Double) -> Double {
            DecimalText.shown(
                min(max(value, possible.lowerBound, outlook.floor), possible.upperBound), decimals: indicator.decimals)
        }
        let (low, high) = (shown(outlook.mean - outlook.reach), shown(outlook.mean + outlook.reach))
        guard low.isFinite, high.isFinite, low <= high else { return nil }
        subject = outlook.subject
        day = end
        expected = shown(outlook.mean)
        range = low...high
        self.target = target
        figures = indicator.figureText
        prospect = Self.prospect(of: low...high, against: target.requirement)
    }

    // MARK: The year and its target

    /// The 31 March that ends the financial year of a day.
    private static func yearEnd(on day: CalendarDate) -> CalendarDate? {
        try? CalendarDate(year: day.month > 3 ? day.year + 1 : day.year, month: 3, day: 31)
    }

    private static func isAnnual(_ target: Target, of indicator: Indicator, endingOn end: CalendarDate) -> Bool {
        switch indicator.accumulation {
        case .yearToDate: return true
        case .rolling(let months): return months >= 12
        case .period where indicator.unit != .percent: return false
        case .period, .snapshot:
            if let until = target.until?.lastDay, until == end { return true }
            return target.from.map { $0.firstDay.month == 4 && $0.firstDay.day == 1 } ?? false
        }
    }

    private static func steps(from period: ReportingPeriod, to end: CalendarDate) -> Int {
        var (count, next) = (0, period.successor)
        while let current = next, current.lastDay <= end, count < 12 {
            count += 1
            next = current.successor
        }
        return count
    }

    private static func prospect(of range: ClosedRange<Double>, against requirement: Target.Requirement) -> Prospect {
        switch requirement {
        case .atLeast(let value):
            return range.lowerBound >= value ? .likelyMet : range.upperBound < value ? .likelyMissed : .open
        case .atMost(let value):
            return range.upperBound <= value ? .likelyMet : range.lowerBound > value ? .likelyMissed : .open
        case .within(let wanted):
            if wanted.contains(range.lowerBound), wanted.contains(range.upperBound) { return .likelyMet }
            return range.overlaps(wanted) ? .open : .likelyMissed
        }
    }

    // MARK: The figures

    /// The last figures without a gap or a break between, none of them missing, rounded or inexact.
    private static func history(_ position: IndicatorPosition, atMost count: Int) -> [Observation] {
        let (indicator, latest) = (position.indicator, position.latest.period)
        var result: [Observation] = []
        for figure in position.series.observations.reversed() where figure.period.lastDay <= latest.lastDay {
            guard result.count < count, figure.qualifier.isExact, figure.roundedTo == nil,
                let number = figure.value.number(in: indicator.unit), number.isFinite
            else { break }
            if let next = result.last?.period {
                guard figure.period.successor == next, indicator.breaks(from: figure.period, to: next).isEmpty else {
                    break
                }
            } else if figure.period != latest {
                return []
            }
            result.append(figure)
        }
        return result.reversed()
    }

    /// What is expected, how far it may be off, and what it cannot fall below.
    private struct Outlook {
        let subject: Subject
        let mean: Double
        let reach: Double
        var floor = -Double.infinity
    }

    private static func outlook(
        _ history: [Observation], of indicator: Indicator, since start: CalendarDate, steps: Int
    ) -> Outlook? {
        guard steps > 0 else { return nil }
        let current = history.filter { $0.period.firstDay >= start }
        switch indicator.accumulation {
        case .snapshot, .rolling:
            let values = history.compactMap { $0.value.number(in: indicator.unit) }
            guard let forecast = LevelForecast(values) else { return nil }
            let next = forecast.value(after: steps)
            return Outlook(subject: .lastDay, mean: next.mean, reach: forecast.reach80(atVariance: next.variance))
        case .period:
            return share(of: history.compactMap(counts), inYear: current.compactMap(counts), history, steps, .wholeYear)
        case .yearToDate:
            // The year so far is what the latest figure says, where the year began with its first period.
            guard current.first?.period.firstDay == start, let last = history.last else { return nil }
            switch indicator.unit {
            case .percent:
                guard let year = counts(last) else { return nil }
                let increments = increments(history) { counts($0)?.part }
                let wholes = Self.increments(history) { counts($0)?.whole }
                guard let increments, let wholes else { return nil }
                return share(of: Array(zip(increments, wholes)), inYear: [year], history, steps, .yearToDate)
            case .rate(let base):
                guard case .fraction(let events, let population) = last.value, population > 0 else { return nil }
                let scale = Double(base) / population
                return total(increments(history) { counts($0)?.part }, after: events, steps, scale: scale)
            case .count, .money:
                let number = last.value.number(in: indicator.unit) ?? 0
                return total(
                    increments(history) { $0.value.number(in: indicator.unit) }, after: number, steps, scale: 1)
            default: return nil
            }
        }
    }

    private static func counts(_ figure: Observation) -> (part: Double, whole: Double)? {
        switch figure.value {
        case .fraction(let part, let whole) where whole > 0: (part, whole)
        case .value(let share, .some(let whole)) where whole > 0: (share / 100 * whole, whole)
        default: nil
        }
    }

    /// What each period added to the year so far; the first one where it does not begin a year is left out.
    ///
    /// A figure that does not fall in April does not count from April, and nothing is said of it.
    private static func increments(_ history: [Observation], _ number: (Observation) -> Double?) -> [Double]? {
        var result: [Double] = []
        var earlier: Double?
        for figure in history {
            guard let value = number(figure) else { return nil }
            let isFirst = figure.period.firstDay.month == 4
            if isFirst, let earlier, value > earlier { return nil }
            if isFirst { result.append(value) } else if let earlier { result.append(value - earlier) }
            earlier = value
        }
        return result
    }

    private static func total(_ increments: [Double]?, after known: Double, _ steps: Int, scale: Double) -> Outlook? {
        guard let increments, let forecast = LevelForecast(increments) else { return nil }
        let rest = forecast.sum(of: steps)
        return Outlook(
            subject: .yearToDate, mean: scale * (known + rest.mean),
            reach: scale * forecast.reach80(atVariance: rest.variance),
            floor: increments.allSatisfy { $0 >= 0 } ? scale * known : -.infinity)
    }

    /// The share of a year of which the first part is known: its cases so far, and as many more as are usual.
    private static func share(
        of periods: [(Double, Double)], inYear known: [(part: Double, whole: Double)], _ history: [Observation],
        _ steps: Int, _ subject: Subject
    ) -> Outlook? {
        guard periods.count + 1 >= history.count, !known.isEmpty, periods.allSatisfy({ $0.1 > 0 && $0.0 >= 0 }),
            let forecast = LevelForecast(periods.map { 100 * $0.0 / $0.1 })
        else { return nil }
        let year = periods.suffix(history.first?.period.kind == .quarter ? 4 : 12)
        let rest = Double(steps) * year.reduce(0) { $0 + $1.1 } / Double(year.count)
        let part = known.reduce(0) { $0 + $1.part }
        let whole = known.reduce(0) { $0 + $1.whole }
        let ahead = forecast.sum(of: steps)
        let weight = rest / (whole + rest)
        let mean = (100 * part + rest * ahead.mean / Double(steps)) / (whole + rest)
        let deviation = weight * forecast.reach80(atVariance: ahead.variance) / Double(steps)
        return Outlook(subject: subject, mean: mean, reach: deviation)
    }

    // MARK: Words

    /// The forecast in a sentence.
    ///
    /// Such as: "By 31 March 2027, 112 is expected (98 to 127 in 80 of 100 cases), so the target of at most 100 is likely to be
    /// missed."
    package var explanation: String {
        let place =
            switch subject {
            case .yearToDate: "By \(day.label)"
            case .wholeYear: "For the financial year to \(day.label) as a whole"
            case .lastDay: "On \(day.label)"
            }
        let words = target.label(in: figures.unit)
        let verdict =
            prospect == .open
            ? "so the target of \(words) may be met or missed" : "so the target of \(words) is \(prospect.label)"
        return "\(place), \(figures.text(expected)) is expected (\(rangeText) in 80 of 100 cases), \(verdict)."
    }

    /// The range as it is shown, such as "98 to 127".
    package var rangeText: String { figures.range(range.lowerBound, range.upperBound) }

    /// The forecast for a cell, such as "112 (98 to 127): likely to be missed".
    package var label: String {
        "\(figures.cell(expected)) (\(figures.cell(range.lowerBound)) to \(figures.cell(range.upperBound))): \(prospect.label)"
    }

    /// The same in a few words for the reasons of an exception, such as "112 expected at year end (98 to 127)".
    package var phrase: String { "\(figures.cell(expected)) expected at year end (\(rangeText))" }
}

extension IndicatorPosition {
    /// What the figure is expected to be at the end of the financial year; absent where the target is not annual or the history does
    /// not carry a forecast.
    package var yearEnd: YearEndForecast? { YearEndForecast(of: self) }
}
