package import OfficialStatistics
import ReportModel
import ReportVocabulary

/// The chart of an indicator whose events are so rare that a chart of ups and downs says nothing of them.
///
/// Which measures: numbers, rates and shares of what happened in each period, with whole numbers behind them, where at least half of
/// the last stretch of at least thirteen figures is none. A share of which higher is better counts what is missing from
/// the whole, so that a measure that is nearly always met is judged by the cases that are not. The stretch begins after the last break
/// and after the last period without a figure.
package struct RareEvents: Sendable, Hashable {
    /// The chart.
    package let chart: RareEventChart
    /// What the events are.
    package let subject: RareEventChart.Subject

    /// Charts a series.
    ///
    /// - Parameters:
    ///   - series: The figures.
    ///   - indicator: The indicator, with its breaks.
    ///   - day: The last day that counts.
    /// - Returns: `nil` where the events are not rare, or not enough is known of them.
    init?(_ series: FigureSeries, of indicator: Indicator, upTo day: CalendarDate?) {
        guard indicator.accumulation == .period, series.kind != .snapshot, series.kind != .span else { return nil }
        let figures = day.map { day in series.observations.filter { $0.period.lastDay <= day } } ?? series.observations
        let stretch = Self.stretch(figures, indicator)
        let isMissed = indicator.unit == .percent && indicator.polarity == .higherIsBetter
        let counts = stretch.map { Self.count($0.0, $0.1, isMissed: isMissed) }
        guard let chart = RareEventChart(counts, improvement: Self.improvement(indicator, isMissed: isMissed)) else {
            return nil
        }
        self.chart = chart
        subject = isMissed ? .missed : .counted
    }

    /// The whole numbers of the last stretch without a gap or a break.
    private static func stretch(
        _ figures: [Observation], _ indicator: Indicator
    ) -> [(ReportingPeriod, CountedFigure)] {
        var result: [(ReportingPeriod, CountedFigure)] = []
        for figure in figures.reversed() {
            guard figure.qualifier.isExact, figure.roundedTo == nil,
                let counted = CountedFigure(figure.value, in: indicator.unit)
            else { break }
            if let next = result.last?.0 {
                guard figure.period.successor == next, indicator.breaks(from: figure.period, to: next).isEmpty else {
                    break
                }
            }
            result.append((figure.period, counted))
        }
        return result.reversed()
    }

    private static func count(
        _ period: ReportingPeriod, _ figure: CountedFigure, isMissed: Bool
    ) -> RareEventChart.Count {
        switch figure {
        case .share(let part, let whole): RareEventChart.Count(period, isMissed ? whole - part : part, of: whole)
        case .events(let events, _): RareEventChart.Count(period, events)
        }
    }

    private static func improvement(
        _ indicator: Indicator, isMissed: Bool
    ) -> ControlChart.ImprovementDirection {
        isMissed ? .decrease : ControlChart.ImprovementDirection(indicator.polarity)
    }

    /// What the chart says, in sentences.
    package var explanation: String { chart.explanation(of: subject) }
}
