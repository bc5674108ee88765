import ReportModel
import ReportVocabulary

/// The names under which counts are known, however their periods are written.
struct CountNames {
    private let index: PackIndex
    /// The months in which the years of years to date begin.
    private let yearStarts: [Indicator.ID: Int]

    init(_ index: PackIndex, figures: some Sequence<Observation>) {
        self.index = index
        var yearStarts: [Indicator.ID: Int] = [:]
        let running = Set(index.indicators.all.lazy.filter { $0.value.accumulation == .yearToDate }.map(\.key))
        if !running.isEmpty {
            for figure in figures where running.contains(figure.indicator) {
                switch figure.period.kind {
                case .academicYear: yearStarts[figure.indicator] = 9
                case .calendarYear: yearStarts[figure.indicator] = 1
                case .month, .quarter, .financialYear, .snapshot, .span: break
                }
            }
        }
        self.yearStarts = yearStarts
    }

    /// The name of a count: the days in which what it counts happened, or the day on which it was counted.
    ///
    /// The end of March, the month and the quarter are one day for what there is at the end of a period; March to March and the
    /// financial year are the same days for what happens.
    func count(_ key: Observation.Key) -> Observation.Key {
        key.with(period: days(of: key.period, for: key.indicator))
    }

    private func days(of period: ReportingPeriod, for indicator: Indicator.ID) -> ReportingPeriod {
        let (first, last) = (period.firstDay, period.lastDay)
        func span(from first: CalendarDate?) -> ReportingPeriod {
            first.flatMap { try? ReportingPeriod.span(from: $0, through: last) } ?? period
        }
        switch index.indicators[indicator]?.accumulation {
        case .snapshot: return .snapshot(last)
        case .period: return period.kind == .snapshot ? period : span(from: first)
        case .yearToDate:
            switch period.kind {
            case .span, .financialYear, .academicYear, .calendarYear: return span(from: first)
            case .month, .quarter, .snapshot:
                let month = yearStarts[indicator] ?? 4
                let year = last.month >= month ? last.year : last.year - 1
                return span(from: try? CalendarDate(year: year, month: month, day: 1))
            }
        case .rolling(let months):
            return span(from: last.adding(days: 1)?.adding(months: -months))
        case nil: return period
        }
    }

    /// The count of another indicator that a figure is declared to repeat.
    ///
    /// - Parameters:
    ///   - other: The other indicator.
    ///   - key: The figure, as its own indicator names it.
    ///   - isWhole: Whether it is what the figure is out of.
    ///   - days: The days that the figure is about, where these are to be taken whatever the other indicator calls them.
    func tied(
        to other: Indicator.ID, _ key: Observation.Key, isWhole: Bool, in days: ReportingPeriod? = nil
    ) -> Observation.Key {
        let tied = isWhole ? index.whole(by: other, of: key) : key.with(indicator: other)
        guard let days, index.indicators[other]?.accumulation != .snapshot,
            index.indicators[key.indicator]?.accumulation != .snapshot
        else { return count(tied) }
        return tied.with(period: days)
    }

    /// The count of an indicator that is declared a part of another's.
    func part(_ other: Indicator.ID, of key: Observation.Key) -> Observation.Key {
        let isDay = index.indicators[other]?.accumulation == .snapshot
        return isDay == (index.indicators[key.indicator]?.accumulation == .snapshot)
            ? key.with(indicator: other) : count(key.with(indicator: other))
    }
}
