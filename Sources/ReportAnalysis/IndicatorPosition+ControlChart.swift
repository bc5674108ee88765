import ReportVocabulary
import ReportModel
public import OfficialStatistics

extension IndicatorPosition {
    /// The control chart of the figures up to the latest one.
    ///
    /// Absent where there are fewer than ``ControlChart/Options/fewestPoints`` values, or where neighbouring figures share what
    /// they count (year-to-date and rolling figures, overlapping periods), which a chart would mistake for a pattern.
    public var controlChart: ControlChart? {
        switch indicator.accumulation {
        case .yearToDate, .rolling: return nil
        case .period, .snapshot: break
        }
        let figures = series.observations.filter { $0.period.lastDay <= latest.period.lastDay }
        let values = figures.count { $0.value.number(in: indicator.unit)?.isFinite ?? false }
        guard values >= ControlChart.Options.fewestPoints else { return nil }
        let charted = FigureSeries(
            of: series.indicator, in: series.area, category: series.category, by: series.kind, from: figures)
        guard let chart = try? ControlChart(charted, of: indicator), !chart.warnings.contains(.overlappingPeriods)
        else { return nil }
        return chart
    }
}
