import ReportModel
import ReportVocabulary

/// The earlier figures that words such as “since March” and “in ten years” reach back to.
struct ClaimStretch {
    /// The figures before the one that is meant, from the earliest; without the one at the start where a time is named.
    var figures: [FigureReference.Observed]
    /// The figure of the time that is named.
    var start: FigureReference.Observed?
    /// A period of the stretch that the pack has no figure for.
    var gap: ReportingPeriod?

    /// What came of looking for one.
    enum Search {
        case found(ClaimStretch)
        case undecided(String)
    }
}

// Claims about how often and since when a figure has been what it is.
extension ClaimChecker {
    /// The figures before one that an extent of time covers.
    func stretch(
        _ extent: StatedComparison.Extent, before observed: FigureReference.Observed, _ claim: Claim
    ) -> ClaimStretch.Search {
        let series = lookup.otherPeriods(than: observed).filter {
            $0.period.kind == observed.period.kind && $0.period.lastDay < observed.period.lastDay
        }.sorted { ReportingPeriod.listingOrder($0.period, $1.period) }
        var found = ClaimStretch(figures: series)
        switch extent {
        case .unstated:
            guard let other = claim.comparedWith?.observed else { return .undecided("it is not said since when") }
            found.start = other
            found.figures = series.filter { $0.period.lastDay > other.period.lastDay }
            found.gap = firstGap(from: other.period, to: observed.period, in: found.figures)
        case .since(let words):
            guard let since = claim.comparedWith?.observed?.period ?? FigureIndex.period(words, before: observed.period)
            else { return .undecided("\(MessageText.quoted(words)) names no period") }
            let start =
                series.last { $0.period == since }
                ?? series.first { $0.period.contains(since.lastDay) || since.contains($0.period.lastDay) }
            found.start = start
            found.figures = series.filter { $0.period.lastDay > (start?.period.lastDay ?? since.lastDay) }
            found.gap = firstGap(from: start?.period ?? since, to: observed.period, in: found.figures)
            if start == nil { found.gap = found.gap ?? since }
        case .last(let number, let unit):
            guard let periods = periods(number, unit, upTo: observed.period) else {
                return .undecided(
                    "figures for \(observed.period.kind.label) do not say how it was in other lengths of time")
            }
            found.figures = series.filter { periods.contains($0.period) }
            found.gap = periods.first { period in !found.figures.contains { $0.period == period } }
        case .thisYear:
            return .undecided("“this year” may begin in January or in April")
        case .ever:
            guard !series.isEmpty else { return .undecided("the pack has no earlier figure") }
        }
        return .found(found)
    }

    /// “Missed its target for the third month running”, “below 90% for three months in a row”.
    func holdsInARow(
        _ observed: FigureReference.Observed, _ indicator: Indicator, _ periods: Int,
        _ isSo: (Operand, ReportingPeriod) -> Bool?
    ) -> ComparisonFinding {
        var figure = observed
        for step in 0..<periods {
            if step > 0 {
                guard let period = figure.period.predecessor else {
                    return .undecided("\(observed.period.kind.label) has none before it")
                }
                if let item = indicator.obstacle(from: period, to: observed.period) {
                    return .undecided("the figures changed their meaning in between, on \(item.label)")
                }
                figure.period = period
            }
            let time = figure.period.labelWithinSentence
            guard let operand = operand(.observation(figure)) else {
                return .undecided("the pack has no figure for \(time)")
            }
            guard let isSo = isSo(operand, figure.period) else { return .undecided("no target applies in \(time)") }
            if operand.isRough {
                return .undecided("the figure for \(time) is an estimate or only an upper or lower limit")
            }
            if !isSo {
                return .fails("the figure for \(time) was \(indicator.text(of: operand.value))", difference: nil)
            }
        }
        return .holds(
            periods == 1
                ? "it is so in \(observed.period.labelWithinSentence)"
                : "it is so from \(figure.period.labelWithinSentence) on, each time", difference: nil)
    }

    /// Whether a figure lies to the target of its period as is said; `nil` where there is none.
    func isSo(
        _ standing: StatedComparison.Standing, _ operand: Operand, in period: ReportingPeriod, _ indicator: Indicator
    ) -> Bool? {
        indicator.target(on: period.lastDay).map { Self.holds(standing, operand.value, $0.requirement) }
    }

    /// “Met its target for the first time since March”.
    func isFirst(
        _ claim: Claim, _ observed: FigureReference.Observed, _ indicator: Indicator,
        _ standing: StatedComparison.Standing, _ extent: StatedComparison.Extent
    ) -> ComparisonFinding {
        if extent == .thisYear {
            let years = [1, 4].compactMap { month -> ComparisonFinding? in
                let last = observed.period.lastDay
                let year = last.month >= month ? last.year : last.year - 1
                return (try? CalendarDate(year: year, month: month, day: 1)).map {
                    isFirst(observed, indicator, standing, figures(of: observed, from: $0), gap: nil)
                }
            }
            guard let first = years.first, let second = years.last else {
                return .undecided("it is not said since when")
            }
            switch (first, second) {
            case (.holds, .holds), (.fails, .fails): return first
            case (.undecided, _): return first
            case (_, .undecided): return second
            default: return .undecided("“this year” may begin in January or in April")
            }
        }
        switch stretch(extent, before: observed, claim) {
        case .undecided(let reason): return .undecided(reason)
        case .found(let found): return isFirst(observed, indicator, standing, found.figures, gap: found.gap)
        }
    }

    private func isFirst(
        _ observed: FigureReference.Observed, _ indicator: Indicator, _ standing: StatedComparison.Standing,
        _ earlier: [FigureReference.Observed], gap: ReportingPeriod?
    ) -> ComparisonFinding {
        let now = holdsInARow(observed, indicator, 1) { isSo(standing, $0, in: $1, indicator) }
        guard case .holds = now else { return now }
        for figure in earlier {
            guard let operand = operand(.observation(figure)) else { continue }
            if isSo(standing, operand, in: figure.period, indicator) == true {
                return .fails("it was so in \(figure.period.labelWithinSentence) as well", difference: nil)
            }
        }
        if let gap { return .undecided("the pack has no figure for \(gap.labelWithinSentence)") }
        return .holds("none of the \(CountText.of(earlier.count, "earlier figure")) of that time did", difference: nil)
    }

    /// The figures before one that are of a day or later.
    private func figures(of observed: FigureReference.Observed, from day: CalendarDate) -> [FigureReference.Observed] {
        lookup.otherPeriods(than: observed).filter {
            $0.period.kind == observed.period.kind && $0.period.firstDay >= day
                && $0.period.lastDay < observed.period.lastDay
        }
    }
}
