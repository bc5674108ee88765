import ReportModel
import ReportVocabulary

/// What the measures of a thread show: how each stands now, and how it moved since a day.
struct ThreadEvidence: Sendable {
    private let positions: [Indicator.ID: IndicatorPosition]
    private let pools: [String: [GradePool]]
    private let lastDay: CalendarDate

    init(_ pack: ReportPack, positions list: [IndicatorPosition]) {
        positions = Dictionary(list.map { ($0.indicator.id, $0) }) { first, _ in first }
        lastDay = pack.manifest.period.lastDay
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
        func sign(_ result: GoldenThread.Sign.Result, _ text: String) -> GoldenThread.Sign {
            GoldenThread.Sign(measure: measure, result: result, title: title, detail: text)
        }
        let known = position.series.observations.filter {
            $0.period.lastDay <= lastDay && $0.value.number(in: indicator.unit) != nil
        }
        guard let latest = known.last else { return nil }
        let before = day.flatMap { day in known.last { $0.period.lastDay <= day } }
        // Where nothing was measured before, the first figure afterwards is all there is to compare with.
        guard let start = before ?? known.first, start.period != latest.period else {
            return sign(.tooEarly, "no figure after that for \(latest.period.label) yet to compare with.")
        }
        guard let move = IndicatorPosition.direction(from: start, to: latest, of: indicator) else {
            return sign(
                .tooEarly, "the figures for \(start.period.label) and \(latest.period.label) cannot be compared.")
        }
        let numbers = [start, latest].map { figure in
            figure.value.number(in: indicator.unit).map { indicator.text(of: $0) } ?? "no figure"
        }
        let change = "\(numbers[0]) in \(start.period.label), \(numbers[1]) in \(latest.period.label)"
        switch move.meaning {
        case .improving: return sign(.better, "better: \(change).")
        case .worsening: return sign(.worse, "worse: \(change).")
        case .steady: return sign(.unchanged, "unchanged: \(change).")
        case .notJudged: return nil
        }
    }

    private func sign(
        ofAudit domain: String, _ measure: GoldenThread.Node, _ title: String, since day: CalendarDate?
    ) -> GoldenThread.Sign? {
        let known = (pools[domain] ?? []).filter { $0.counts.total > 0 }
        guard let latest = known.last, let lastPeriod = latest.period else { return nil }
        func sign(_ result: GoldenThread.Sign.Result, _ text: String) -> GoldenThread.Sign {
            GoldenThread.Sign(measure: measure, result: result, title: "Audit of \(title)", detail: text)
        }
        let before = day.flatMap { day in known.last { pool in pool.period.map { $0.lastDay <= day } ?? false } }
        guard let start = before ?? known.first, let firstPeriod = start.period, firstPeriod != lastPeriod else {
            return sign(.tooEarly, "no grades after those for \(lastPeriod.label) yet to compare with.")
        }
        let shift = GradeShift(from: start.counts, to: latest.counts)
        let text = "\(firstPeriod.label) to \(lastPeriod.label): \(shift.explanation)"
        switch shift.verdict {
        case .better: return sign(.better, text)
        case .worse: return sign(.worse, text)
        case .allAlike, .noClearChange: return sign(.unchanged, text)
        case .tooFewToTell, .noCases: return sign(.tooEarly, text)
        }
    }
}
