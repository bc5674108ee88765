import ReportVocabulary
import ReportModel
package import OfficialStatistics

extension IndicatorPosition {
    /// The control chart of the figures up to the latest one.
    ///
    /// Absent where there are fewer than ``ControlChart/Options/fewestPoints`` values, or where neighbouring figures share what
    /// they count (year-to-date and rolling figures, overlapping periods), which a chart would mistake for a pattern, and where the
    /// events are so rare that they have a chart of their own.
    package var controlChart: ControlChart? { rule.chart }

    /// The chart of events that are too rare for a control chart.
    package var rareEvents: RareEvents? { rule.rareEvents }

    /// What the chart of the measure says of the latest figure, as far as it allows a judgement; `nil` without a chart.
    package var judgement: ControlChart.PointType? { rareEvents?.chart.judgement ?? controlChart?.judgement }
}
