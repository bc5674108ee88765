public import OfficialStatistics
public import ReportModel
import ReportVocabulary

extension ControlChart {
    /// Charts the figures of an indicator.
    ///
    /// Missing values are gaps, and so are periods for which there is no figure at all between the first and the last one.
    /// The target is the one that holds on the last day of the latest period; a measure that is not judged
    /// (``Polarity/neutral``) has none, and for ``Polarity/inRange`` only a range counts. At each break of the indicator the limits
    /// start afresh, from the first period that lies wholly after it, beside the rebases of the options. O(n) for n periods.
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
        var options = options
        options.rebases += Self.rebases(at: indicator.breaks, among: measurements, beside: options.rebases)
        try self.init(
            measurements, improvement: ImprovementDirection(indicator.polarity),
            requirement: measurements.last.flatMap { Self.requirement(of: indicator, on: $0.period.lastDay) },
            options: options, sharesData: indicator.accumulation.sharesData)
    }

    /// The breaks as rebases on days that periods begin on; those that no period follows say nothing.
    private static func rebases(
        at breaks: [SeriesBreak], among measurements: [Measurement], beside others: [Rebase]
    ) -> [Rebase] {
        var days: [CalendarDate] = []
        var reasons: [CalendarDate: [String]] = [:]
        for item in breaks.sorted(by: { $0.day < $1.day }) {
            let day = measurements.first { $0.period.firstDay >= item.day }?.period.firstDay
            guard let day, day != measurements.first?.period.firstDay, !others.contains(where: { $0.day == day }) else {
                continue
            }
            if reasons[day] == nil { days.append(day) }
            reasons[day, default: []].append(item.reason)
        }
        return days.map { Rebase(on: $0, reason: (reasons[$0] ?? []).joined(separator: "; ")) }
    }

    private static func requirement(of indicator: Indicator, on day: CalendarDate) -> Target.Requirement? {
        guard indicator.polarity != .neutral, let requirement = indicator.target(on: day)?.requirement else {
            return nil
        }
        if indicator.polarity == .inRange, case .within = requirement { return requirement }
        return indicator.polarity == .inRange ? nil : requirement
    }
}

extension Accumulation {
    /// Whether neighbouring figures share what they count.
    var sharesData: Bool {
        switch self {
        case .yearToDate: true
        case .rolling(let months): months > 1
        case .period, .snapshot: false
        }
    }
}
