import ReportModel
import ReportVocabulary

/// What the measures of a thread show: how each stands now, and how it moved since a day.
struct ThreadEvidence: Sendable {
    private let positions: [Indicator.ID: IndicatorPosition]
    private let pools: [String: [GradePool]]
    private let lastDay: CalendarDate
    private let baseline: ReportPack.Baseline?

    init(_ pack: ReportPack, positions list: [IndicatorPosition]) {
        // An indicator has one position.
        positions = list.reduce(into: [:]) { $0[$1.indicator.id] = $1 }
        lastDay = pack.manifest.period.lastDay
        baseline = pack.manifest.baseline
        let last = lastDay
        let graded = pack.audits.grades.filter { $0.period.lastDay <= last }
        pools = Dictionary(grouping: GradePool.pools(of: graded, by: [.domain, .period])) { $0.domain ?? "" }
            .mapValues { pools in
                pools.sorted { left, right in
                    guard let first = left.period, let second = right.period else { return left.period == nil }
                    return ReportingPeriod.listingOrder(first, second)
                }
            }
    }

    func position(of indicator: Indicator.ID) -> IndicatorPosition? { positions[indicator] }

    /// The latest grades of a domain for which the number of cases is known.
    func latestGrades(of domain: String) -> GradePool? { pools[domain]?.last { $0.counts.total > 0 } }

    /// What a measure shows since a day; `nil` where it can show nothing, such as a measure that is not judged.
    func sign(of measure: GoldenThread.Node, titled title: String, since day: CalendarDate?) -> GoldenThread.Sign? {
        switch measure {
        case .indicator(let id):
            guard let position = positions[id], position.indicator.polarity != .neutral else { return nil }
            return sign(of: position, measure, title, since: day)
        case .auditDomain(let domain): return sign(ofAudit: domain, measure, title, since: day)
        default: return nil
        }
    }

    private func sign(
        of position: IndicatorPosition, _ measure: GoldenThread.Node, _ title: String, since day: CalendarDate?
    ) -> GoldenThread.Sign? {
        let indicator = position.indicator
        func sign(
            _ result: GoldenThread.Sign.Result, _ text: String, _ span: GoldenThread.Sign.Span? = nil
        ) -> GoldenThread.Sign {
            GoldenThread.Sign(measure: measure, result: result, title: title, detail: text, span: span)
        }
        // A figure that is late or was not collected is stepped over; one that is withheld must not be.
        let last = position.series.observations.last { figure in
            guard figure.period.lastDay <= lastDay else { return false }
            let reason = figure.value.missingReason
            return reason == nil || reason == .suppressed || reason == .low
        }
        let latest = last ?? position.latest
        guard latest.value.number(in: indicator.unit)?.isFinite ?? false else {
            return sign(.cannotTell, "there is no figure for \(latest.period.label)\(reason(latest)).")
        }
        guard let start = start(of: position.series, since: day) else {
            let point = baseline.map { " for \($0.period.label)" } ?? ""
            return sign(.cannotTell, "there is no figure\(point) to measure progress from.")
        }
        guard start.value.number(in: indicator.unit)?.isFinite ?? false else {
            return sign(
                .cannotTell, "there is no figure for \(start.period.label) to measure progress from\(reason(start)).")
        }
        guard ReportingPeriod.listingOrder(start.period, latest.period) else {
            return sign(.tooEarly, "no figure after that for \(start.period.label) yet to compare with.")
        }
        let comparison = TravelComparison(
            of: latest, with: start, for: indicator, in: latest.period, earlierPeriod: start.period,
            as: .previousPeriod, by: position.rule)
        guard let travel = comparison.travel else {
            return sign(
                .cannotTell, "the figures for \(start.period.label) and \(latest.period.label) cannot be compared.")
        }
        let change =
            "\(indicator.text(of: travel.earlier)) in \(start.period.label), \(indicator.text(of: travel.later)) in \(latest.period.label)"
        let span = GoldenThread.Sign.Span(from: start.period, to: latest.period)
        switch travel.direction.verdict {
        case .improving: return sign(.better, "better: \(change).", span)
        case .worsening: return sign(.worse, "worse: \(change).", span)
        case .steady: return sign(.unchanged, "no change: \(change).", span)
        case .noClearChange:
            return sign(
                .unchanged, "no clear change (\(travel.size.label(decimals: indicator.decimals))): \(change).",
                span)
        case .sizeOnly:
            let why =
                travel.direction.clarity == .acrossBreak
                ? "the figures changed their meaning in between"
                : "too few figures to say whether that is more than ordinary ups and downs"
            return sign(.cannotTell, "\(change); \(why).", span)
        case .notJudged: return nil
        }
    }

    /// The figure from which progress is measured, whether or not it has a value.
    ///
    /// It is the one at the baseline of the report, so that every part of it and every version of it measures from the same
    /// point. Without a baseline it is the last one before the
    /// finding, else the first of the series.
    private func start(of series: FigureSeries, since day: CalendarDate?) -> Observation? {
        if let baseline { return series.figure(at: baseline) }
        return day.flatMap { series.latest(asOf: $0) } ?? series.observations.first
    }

    private func reason(_ figure: Observation) -> String {
        figure.value.missingReason.map { " (\($0.meaning))" } ?? ""
    }

    private func sign(
        ofAudit domain: String, _ measure: GoldenThread.Node, _ title: String, since day: CalendarDate?
    ) -> GoldenThread.Sign? {
        let known = (pools[domain] ?? []).filter { $0.counts.total > 0 }
        guard let latest = known.last, let lastPeriod = latest.period else { return nil }
        func sign(
            _ result: GoldenThread.Sign.Result, _ text: String, _ span: GoldenThread.Sign.Span? = nil
        ) -> GoldenThread.Sign {
            GoldenThread.Sign(measure: measure, result: result, title: "Audit of \(title)", detail: text, span: span)
        }
        let origin = baseline?.period.lastDay ?? day
        let before = origin.flatMap { day in known.last { pool in pool.period.map { $0.lastDay <= day } ?? false } }
        if before == nil, let baseline {
            return sign(
                .cannotTell,
                "there are no grades from before the end of \(baseline.period.label) to measure progress from.")
        }
        guard let start = before ?? known.first, let firstPeriod = start.period, firstPeriod != lastPeriod else {
            return sign(.tooEarly, "no grades after those for \(lastPeriod.label) yet to compare with.")
        }
        let shift = GradeShift(from: start.counts, to: latest.counts)
        let span = GoldenThread.Sign.Span(from: firstPeriod, to: lastPeriod)
        let text = "\(firstPeriod.label) to \(lastPeriod.label): \(shift.explanation)"
        switch shift.verdict {
        case .better: return sign(.better, text, span)
        case .worse: return sign(.worse, text, span)
        case .allAlike, .noClearChange: return sign(.unchanged, text, span)
        case .tooFewToTell, .noCases: return sign(.cannotTell, text, span)
        }
    }
}
