public import OfficialStatistics
public import ReportModel
import ReportVocabulary

extension ControlChart {
    /// Charts the figures of an indicator.
    ///
    /// Missing values are gaps, and so are periods for which there is no figure at all between the first and the last one.
    /// The target is the one that holds on the last day of the latest period; a measure that is not judged
    /// (``Polarity/neutral``) has none, and for ``Polarity/inRange`` only a range counts. O(n) for n periods.
    ///
    /// - Parameters:
    ///   - series: The figures.
    ///   - indicator: The indicator, with its unit, polarity and targets.
    ///   - options: How the chart is worked out.
    /// - Throws: ``ControlChartError`` for a series of another indicator or without figures, and for options that make no
    ///   chart.
    public init(
        _ series: FigureSeries, of indicator: Indicator, options: Options = Options()
    ) throws(ControlChartError) {
        guard series.indicator == indicator.id else {
            throw .otherIndicator(series.indicator.text, expected: indicator.id.text)
        }
        var measurements: [Measurement] = []
        measurements.reserveCapacity(series.observations.count)
        for observation in series.observations {
            while let last = measurements.last, let next = last.period.successor,
                next.firstDay < observation.period.firstDay
            {
                measurements.append(Measurement(next, nil))
            }
            measurements.append(Measurement(observation.period, observation.value.number(in: indicator.unit)))
        }
        try self.init(
            measurements, improvement: ImprovementDirection(indicator.polarity),
            requirement: measurements.last.flatMap { Self.requirement(of: indicator, on: $0.period.lastDay) },
            options: options)
    }

    private static func requirement(of indicator: Indicator, on day: CalendarDate) -> Target.Requirement? {
        guard indicator.polarity != .neutral, let requirement = indicator.target(on: day)?.requirement else {
            return nil
        }
        if indicator.polarity == .inRange, case .within = requirement { return requirement }
        return indicator.polarity == .inRange ? nil : requirement
    }
}
