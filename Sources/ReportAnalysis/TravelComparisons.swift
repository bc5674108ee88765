public import ReportModel
public import ReportVocabulary

/// A figure compared with the previous period, the same period of last year, and a baseline.
///
/// Like is compared with like: a series holds one kind of period, a year-to-date figure is compared with the same point of
/// another year only, spans of different length not at all, and nothing across a
/// ``SeriesBreak`` whose sides may not be compared. A missing or suppressed value on either side gives no
/// comparison, and the reason; it is never stepped over to an older value. Figures are compared as they are shown, and called
/// better or worse only by more than the measure's own ups and downs.
///
/// Sources: the short-term and long-term arrows of the London Borough of Havering and of Maidstone Borough Council.
public struct TravelComparisons: Sendable, Hashable {
    /// The comparison with the previous period.
    package let previous: TravelComparison
    /// The comparison with the same period of last year.
    package let lastYear: TravelComparison
    /// The comparison with the baseline; absent where none was given.
    package let baseline: TravelComparison?

    /// Compares the figure of a series for a period with earlier ones.
    ///
    /// O(n) for n figures in the series.
    ///
    /// - Parameters:
    ///   - series: The figures.
    ///   - period: The period, of the kind of the series.
    ///   - indicator: The indicator of the series.
    ///   - baseline: The point from which progress is measured.
    public init(
        of series: FigureSeries, at period: ReportingPeriod, for indicator: Indicator,
        baseline: ReportPack.Baseline? = nil
    ) {
        self.init(
            of: series, at: period, for: indicator, baseline: baseline,
            by: MovementRule(for: indicator, in: series, upTo: period))
    }

    package init(
        of series: FigureSeries, at period: ReportingPeriod, for indicator: Indicator, baseline: ReportPack.Baseline?,
        by rule: MovementRule
    ) {
        let figure = series.figure(for: period)
        func compared(
            with earlier: Observation?, _ earlierPeriod: ReportingPeriod?, _ reference: TravelComparison.Reference
        )
            -> TravelComparison
        {
            TravelComparison(
                of: figure, with: earlier, for: indicator, in: period, earlierPeriod: earlierPeriod, as: reference,
                by: rule)
        }
        let before = series.previous(to: period)
        previous = compared(with: before, before?.period ?? period.predecessor, .previousPeriod)
        let yearBefore = period.samePeriodLastYear
        lastYear = compared(with: yearBefore.flatMap(series.figure(for:)), yearBefore, .samePeriodLastYear)
        self.baseline = baseline.map { baseline in
            let figure = series.figure(at: baseline)
            return compared(with: figure, figure?.period ?? baseline.period, .baseline(baseline.title))
        }
    }

    /// The comparisons in order: previous period, same period last year, baseline.
    package var all: [TravelComparison] { [previous, lastYear] + (baseline.map { [$0] } ?? []) }

    /// The results in sentences, one for each comparison.
    package var explanations: [String] { all.map(\.explanation) }
}
