import OfficialStatistics
import ReportModel
import ReportVocabulary

/// Finds what is to be said of an indicator or an action.
struct ReasonFinder {
    let day: CalendarDate
    let thread: GoldenThread
    let weights: ExceptionWeights

    enum Listing {
        case worry, strength
    }

    func reasons(
        for position: IndicatorPosition, _ comparison: ComparatorStanding?
    ) -> (reasons: [ExceptionReason], listing: Listing?) {
        let chart = position.controlChart
        var reasons: [ExceptionReason] = []
        if let rating = rating(position) { reasons.append(rating) }
        reasons += [false, true].compactMap { move(position, isGood: $0) }
        if let chart { reasons += signals(of: chart, position) }
        if let rare = position.rareEvents { reasons += signals(of: rare) }
        if !reasons.contains(where: { $0.kind == .assurance }), let forecast = forecast(position) {
            reasons.append(forecast)
        }
        if let comparison {
            reasons.append(
                ExceptionReason(
                    kind: .comparator, isGood: comparison.isBetter, points: weights.comparator, text: comparison.text))
        }
        if let plan = plan(position.indicator.id) { reasons.append(plan) }

        let outcome = position.rating.outcome
        let verdict = position.mainMove()?.travel?.direction.verdict
        let listing: Listing? =
            if outcome == .red || outcome == .amber || position.judgement == .concern
                || (outcome == .notRated && verdict == .worsening)
            {
                .worry
            } else if outcome == .green || outcome == .betterThanTolerance || position.judgement == .improvement
                || verdict == .improving
            {
                .strength
            } else {
                nil
            }
        return (reasons, listing)
    }

    private func rating(_ position: IndicatorPosition) -> ExceptionReason? {
        guard case .target(let target) = position.rating.basis, let distance = position.rating.distance,
            let value = position.value
        else { return nil }
        let scale = target.requirement.nearestEnd(to: value).magnitude
        let share = scale > 0 ? min(1, distance / scale) : distance > 0 ? 1 : 0
        let words = "against \(target.label(in: position.indicator.unit)): \(position.valueText)"
        switch position.rating.outcome {
        case .red:
            return ExceptionReason(
                kind: .rating, isGood: false, points: weights.rating + weights.distance * share, text: "Red \(words)")
        case .amber:
            return ExceptionReason(
                kind: .rating, isGood: false, points: weights.amber + weights.distance * share,
                text: "Amber \(words), within the tolerance")
        case .green, .betterThanTolerance:
            return ExceptionReason(kind: .rating, isGood: true, points: weights.rating, text: "Green \(words)")
        case .notRated: return nil
        }
    }

    /// The most important clear move on one side.
    private func move(_ position: IndicatorPosition, isGood: Bool) -> ExceptionReason? {
        guard let move = position.mainMove(isGood: isGood), let travel = move.travel, let since = move.earlierPeriod
        else { return nil }
        let (indicator, decimals) = (position.indicator, position.indicator.decimals)
        let way = travel.direction.movement == .up ? "up" : "down"
        return ExceptionReason(
            kind: .direction, isGood: isGood,
            points: move.reference == .previousPeriod ? weights.direction : weights.longMove,
            text: "\(isGood ? "Better" : "Worse") than in \(since.label): \(indicator.text(of: travel.earlier)) then, "
                + "\(position.valueText) now (\(way) \(travel.size.amount(decimals: decimals)))",
            phrase: "\(way) \(travel.size.terseAmount(decimals: decimals)) \(move.sinceWords)")
    }

    private func signals(of chart: ControlChart, _ position: IndicatorPosition) -> [ExceptionReason] {
        var reasons: [ExceptionReason] = []
        if chart.judgement == .concern || chart.judgement == .improvement {
            reasons.append(
                ExceptionReason(
                    kind: .variation, isGood: chart.judgement == .improvement, points: weights.variation,
                    text: chart.variationExplanation(
                        unit: position.indicator.unit, decimals: position.indicator.decimals),
                    phrase: chart.variationPhrase(
                        unit: position.indicator.unit, decimals: position.indicator.decimals)))
        }
        switch chart.outlook {
        case .consistentlyFails:
            reasons.append(
                ExceptionReason(
                    kind: .assurance, isGood: false, points: weights.assurance,
                    text: "While nothing changes, ordinary ups and downs will not bring it to the target",
                    phrase: "the expected range misses the target"))
        case .consistentlyPasses:
            reasons.append(
                ExceptionReason(
                    kind: .assurance, isGood: true, points: weights.assurance,
                    text: "While nothing changes, ordinary ups and downs will not take it off the target",
                    phrase: "the expected range meets the target"))
        case .inconsistent, nil: break
        }
        return reasons
    }

    private func signals(of rare: RareEvents) -> [ExceptionReason] {
        let judgement = rare.chart.judgement
        guard judgement == .concern || judgement == .improvement else { return [] }
        return [
            ExceptionReason(
                kind: .variation, isGood: judgement == .improvement, points: weights.variation, text: rare.explanation,
                phrase: rare.chart.phrase)
        ]
    }

    /// What is expected at the end of the year, where that is on one side of the target.
    private func forecast(_ position: IndicatorPosition) -> ExceptionReason? {
        guard let forecast = position.yearEnd, forecast.prospect != .open else { return nil }
        return ExceptionReason(
            kind: .assurance, isGood: forecast.prospect == .likelyMet, points: weights.assurance,
            text: forecast.explanation, phrase: forecast.phrase)
    }

    /// The progress of the actions that should move an indicator.
    private func plan(_ indicator: Indicator.ID) -> ExceptionReason? {
        let actions = thread.reasons(for: .indicator(indicator)).compactMap { node -> PlanAction? in
            if case .action(let id) = node { thread.index.actions[id] } else { nil }
        }
        guard !actions.isEmpty else { return nil }
        let late = actions.filter { $0.isOverdue(on: day) || (!$0.isDone(on: day) && $0.status(on: day) == .offTrack) }
        if !late.isEmpty {
            return ExceptionReason(
                kind: .plan, isGood: false, points: weights.plan,
                text: "\(CountText.of(late.count, "action")) that should move it "
                    + "\(late.count == 1 ? "is" : "are") off track or overdue")
        }
        guard actions.allSatisfy({ $0.isDone(on: day) }) else { return nil }
        return ExceptionReason(
            kind: .plan, isGood: true, points: weights.plan,
            text: actions.count == 1
                ? "The action that should move it is done" : "All \(actions.count) actions that should move it are done"
        )
    }

    /// Why an action is a worry; empty where it is none.
    func reasons(for action: PlanAction) -> [ExceptionReason] {
        guard !action.isDone(on: day) else { return [] }
        var reasons: [ExceptionReason] = []
        func add(_ points: Double, _ text: String) {
            reasons.append(ExceptionReason(kind: .plan, isGood: false, points: points, text: text))
        }
        switch action.status(on: day) {
        case .offTrack: add(weights.offTrack, "Off track")
        case .atRisk: add(weights.atRisk, "At risk")
        default: break
        }
        if let due = action.due, let days = action.daysOverdue(on: day) {
            add(
                weights.overdue + weights.overdueMonth * Double(min(days / 30, 6)),
                "Overdue by \(CountText.of(days, "day")): due by \(due.lastDay.label)")
        }
        return reasons
    }
}

extension ReportingPeriod.Kind {
    /// The noun for one more of its kind in a row.
    var noun: String {
        switch self {
        case .month: "month"
        case .quarter: "quarter"
        case .financialYear, .academicYear, .calendarYear: "year"
        case .snapshot: "count"
        case .span: "period"
        }
    }
}
