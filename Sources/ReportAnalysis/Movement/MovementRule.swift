package import OfficialStatistics
package import ReportModel
package import ReportVocabulary

/// Decides whether a figure moved by more than the measure's own ups and downs: the one rule behind "improving",
/// "worsening", "no clear change" and "did it work".
///
/// 1. Where at least ``ControlChart/Options/fewestPoints`` figures are known since the last break, the control chart decides: a
///    move is clear where it is larger than the upper limit of the moving range (3.267 times its average), or where the later
///    figure is a signal that points the same way and the earlier figure was none. Of fewer than ten cases on either side a move
///    must be more than chance too, by the exact test on their counts.
/// 2. Else, where the counts behind both figures are known, chance and the usual movement decide together: see
///    ``UsualMovement``. What is usual is learnt from earlier changes of the same length, of the council itself and of the
///    other councils in the pack. Where there are too few, chance alone is asked, and only its "no" is believed.
/// 3. Else there is the size of the move alone.
/// 4. Nothing is decided across a break.
///
/// Where events are rare (``RareEvents``) a chart of ups and downs decides nothing, and the counts do.
///
/// Figures that overlap, such as two rolling years a month apart, share most of what they count, so that neither the rules of
/// the chart nor the counts can tell.
package struct MovementRule: Sendable, Hashable {
    private let indicator: Indicator
    private let series: FigureSeries
    private let others: [FigureSeries]
    /// The control chart of the figures; absent where there are too few, they overlap, or the events are rare.
    package let chart: ControlChart?
    /// The chart of rare events, where a control chart says nothing.
    package let rareEvents: RareEvents?

    /// The upper limit of a moving range, in average moving ranges: D₄ for two figures (Shewhart; 3.267 in every table).
    private static let rangeLimit = ControlChart.Options.screeningFactor
    /// For so many years before a figure changes of other councils count: what was usual long ago is not what is now.
    private static let yearsOfOthers = 5

    /// Prepares to judge the moves of a series.
    ///
    /// O(n) for n figures.
    ///
    /// - Parameters:
    ///   - indicator: The indicator, with its breaks.
    ///   - series: Its figures.
    ///   - period: The period of the last figure that counts; by default all do.
    ///   - others: The figures of other councils.
    package init(
        for indicator: Indicator, in series: FigureSeries, upTo period: ReportingPeriod? = nil,
        others: [FigureSeries] = []
    ) {
        self.indicator = indicator
        self.series = series
        self.others = others.filter { $0.kind == series.kind && $0.area != series.area }
        rareEvents = RareEvents(series, of: indicator, upTo: period?.lastDay)
        chart = rareEvents == nil ? Self.chart(of: indicator, in: series, upTo: period?.lastDay) : nil
    }

    private static func chart(
        of indicator: Indicator, in series: FigureSeries, upTo day: CalendarDate?
    ) -> ControlChart? {
        switch indicator.accumulation {
        case .yearToDate, .rolling: return nil
        case .period, .snapshot: break
        }
        let figures = day.map { day in series.observations.filter { $0.period.lastDay <= day } } ?? series.observations
        let values = figures.count { $0.value.number(in: indicator.unit)?.isFinite ?? false }
        guard values >= ControlChart.Options.fewestPoints else { return nil }
        let charted = FigureSeries(
            of: series.indicator, in: series.area, category: series.category, by: series.kind, from: figures)
        guard let chart = try? ControlChart(charted, of: indicator), !chart.warnings.contains(.overlappingPeriods)
        else { return nil }
        return chart
    }

    /// Whether a move is more than ups and downs.
    ///
    /// - Parameters:
    ///   - earlier: The earlier figure of the series.
    ///   - later: The later one.
    /// - Returns: What can be said.
    package func clarity(from earlier: Observation, to later: Observation) -> DirectionOfTravel.Clarity {
        guard indicator.breaks(from: earlier.period, to: later.period).isEmpty else { return .acrossBreak }
        return byChart(earlier, later) ?? byCounts(earlier, later)
    }

    // MARK: The chart

    private func byChart(_ earlier: Observation, _ later: Observation) -> DirectionOfTravel.Clarity? {
        guard let chart, let end = chart.points.lastIndex(where: { $0.period == later.period }),
            let start = chart.points.lastIndex(where: { $0.period == earlier.period })
        else { return nil }
        let (first, last) = (chart.points[start], chart.points[end])
        let segment = chart.segments[last.segment]
        guard first.segment == last.segment, chart.judgesMoves(in: segment), let average = segment.averageMovingRange,
            let before = first.value, let after = last.value
        else { return nil }
        let move = after - before
        let limit = Self.rangeLimit * average
        let isLarge = move.magnitude > limit + 1e-9 * max(1, limit)
        let pointsThere = last.signal.map { signal in
            // Where the level changed in steps only a run of rises or falls needs no average.
            signal.isUpwards == (move > 0) && (segment.isStable || signal.rule == .trend)
                && first.signal?.isUpwards != signal.isUpwards
        }
        guard isLarge || pointsThere ?? false else { return .notClear(.controlChart) }
        // A month of four cases may lie outside the limits of months of ten, by chance alone: 1 of 4, and then 4 of 5.
        return isMoreThanUsual(from: earlier.value, to: later.value, nil) == false
            ? .notClear(.counts) : .clear(.controlChart)
    }

    // MARK: The counts

    private func byCounts(_ earlier: Observation, _ later: Observation) -> DirectionOfTravel.Clarity {
        guard earlier.qualifier.isExact, later.qualifier.isExact, !overlap(earlier.period, later.period),
            let before = earlier.value.steadyEstimate(in: indicator.unit),
            let after = later.value.steadyEstimate(in: indicator.unit)
        else { return .untested }
        let change = after.change(from: before)
        let usual = usualMovement(from: earlier, to: later)
        if let isMore = isMoreThanUsual(from: earlier.value, to: later.value, usual) {
            return !isMore ? .notClear(.counts) : usual == nil ? .moreThanCounts : .clear(.counts)
        }
        if let usual {
            return change.value.magnitude > usual.reach(atVariance: change.variance)
                ? .clear(.counts) : .notClear(.counts)
        }
        let chance = ConfidenceLevel.percent95.normalQuantile * change.variance.squareRoot()
        return change.value.magnitude > chance ? .moreThanCounts : .notClear(.counts)
    }

    /// Whether two figures made of few cases differ by more than chance and what is usual, by an exact test; `nil` where neither is.
    ///
    /// The steady scale says little of very few cases.
    private func isMoreThanUsual(
        from before: ObservedValue, to after: ObservedValue, _ usual: UsualMovement?
    ) -> Bool? {
        guard let first = CountedFigure(before, in: indicator.unit),
            let second = CountedFigure(after, in: indicator.unit),
            first.hasFew || second.hasFew
        else { return nil }
        let spread = usual.map { ExactComparison.Spread(variance: $0.variance, degreesOfFreedom: Double($0.changes)) }
        return CountedFigure.pValue(from: first, to: second, spread: spread ?? .none).map { $0 <= 0.05 }
    }

    private func overlap(_ earlier: ReportingPeriod, _ later: ReportingPeriod) -> Bool {
        if later.firstDay <= earlier.lastDay { return later.kind != .snapshot }
        guard case .rolling(let months) = indicator.accumulation,
            let start = later.lastDay.adding(days: 1)?.adding(months: -months)
        else { return false }
        return start <= earlier.lastDay
    }

    /// What a move over the same length of time usually is: learnt from the earlier ones of the series, one after the other,
    /// and from those of other councils.
    private func usualMovement(from earlier: Observation, to later: Observation) -> UsualMovement? {
        let length = earlier.period.lastDay.days(until: later.period.lastDay)
        guard length > 0 else { return nil }
        var changes = steps(of: length, in: series, endingBy: earlier.period.lastDay, since: nil)
        if let since = later.period.lastDay.adding(months: -12 * Self.yearsOfOthers) {
            for other in others {
                changes += steps(of: length, in: other, endingBy: later.period.lastDay, since: since)
            }
        }
        return UsualMovement(learntFrom: changes)
    }

    /// The changes over a length of time that follow each other without overlapping, the last one ending by a day.
    private func steps(
        of length: Int, in series: FigureSeries, endingBy day: CalendarDate, since: CalendarDate?
    ) -> [SteadyEstimate] {
        // Months and years differ by a few days.
        let slack = max(3, length / 50)
        var result: [SteadyEstimate] = []
        var end: (period: ReportingPeriod, estimate: SteadyEstimate?)?
        for figure in series.observations.reversed() where figure.period.lastDay <= day {
            if let since, figure.period.lastDay < since { break }
            let estimate = figure.qualifier.isExact ? figure.value.steadyEstimate(in: indicator.unit) : nil
            guard let later = end else {
                end = (figure.period, estimate)
                continue
            }
            let distance = figure.period.lastDay.days(until: later.period.lastDay)
            if distance < length - slack { continue }
            if distance <= length + slack, let estimate, let after = later.estimate,
                indicator.breaks(from: figure.period, to: later.period).isEmpty
            {
                result.append(after.change(from: estimate))
            }
            end = (figure.period, estimate)
        }
        return result
    }
}
