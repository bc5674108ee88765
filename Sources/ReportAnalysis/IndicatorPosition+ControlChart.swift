import ReportVocabulary
import ReportModel
package import OfficialStatistics

extension IndicatorPosition {
    /// The control chart of the figures up to the latest one.
    ///
    /// Absent where there are fewer than ``ControlChart/Options/fewestPoints`` values, or where neighbouring figures share what
    /// they count (year-to-date and rolling figures, overlapping periods), which a chart would mistake for a pattern.
    package var controlChart: ControlChart? { rule.chart }
}
