import ReportModel
import ReportVocabulary

// Claims whose words hold more than one number, or a number of another sort than the figure.
extension ClaimChecker {
    /// “366, 15 fewer than in May”: every number that the figures can be asked for.
    ///
    /// - Returns: `nil` where only one can be.
    func checkParts(_ claim: Claim) -> ClaimResult? {
        guard claim.kind != .comparison, claim.kind != .rating, claim.figures.count == 1 else { return nil }
        let figure = claim.figures[0].observed
        let other = claim.comparedWith
        let found = StatedParts(claim.stated.text) { words in
            guard let period = other?.observed?.period, let figure, period != figure.period else { return false }
            return FigureIndex.period(words, before: figure.period) == period
        }
        guard let found else { return nil }
        let end = operand(.target, beside: claim.figures[0])?.value
        let indicator = lookup.indicator(claim.figures[0])
        let results = found.parts.compactMap { item -> ClaimResult? in
            var part = claim
            part.stated = item.stated
            switch item.role {
            case .level:
                if claim.kind.isChange { part.kind = .value }
                part.comparedWith = nil
            case .change:
                part.comparedWith = other ?? (end != nil && found.parts.contains { $0.role == .target } ? .target : nil)
                guard part.comparedWith != nil else { return nil }
                if !claim.kind.isChange {
                    switch item.stated.number?.kind {
                    case .points: part.kind = .points
                    case .percent where indicator?.unit != .percent: part.kind = .percentChange
                    case .plain, .money: part.kind = .difference
                    default: return nil
                    }
                }
                part.outOf = []
            case .other:
                guard let other else { return nil }
                (part.figures, part.comparedWith, part.outOf) = ([other], nil, [])
                if claim.kind.isChange { part.kind = .value }
                if other == .target { part.figures = end.map { [.number($0)] } ?? [] }
            case .target:
                guard let end else { return nil }
                (part.kind, part.figures, part.comparedWith, part.outOf) = (.value, [.number(end)], nil, [])
            }
            if part.figures.isEmpty { return nil }
            return judgeWhole(part).about(claim)
        }
        return results.count > 1 ? worst(of: results) : nil
    }

    /// “All but 19”, “all but two of the 190”: how many are left out.
    func checkAllBut(_ claim: Claim) -> ClaimResult {
        let quoted = MessageText.quoted(claim.stated.text)
        let left: Double?
        var whole: Double?
        switch claim.stated.number?.kind {
        // “All but one in ten” leaves out a share.
        case .share where claim.stated.isOneInSome: left = nil
        case .share(let part, let of): (left, whole) = (part, of)
        case .plain: left = claim.stated.number?.bound == nil ? claim.stated.number?.value : nil
        default: left = nil
        }
        guard let left, left == left.rounded(), claim.figures.count == 1, !claim.kind.isChange,
            claim.kind != .comparison, let operand = operand(claim.figures[0])
        else { return notCheckable(claim, "\(quoted) says how many are left out") }
        let wholes = claim.outOf.compactMap { self.operand($0)?.value }
        let known: (part: Double, whole: Double)? =
            wholes.isEmpty || wholes.count < claim.outOf.count
            ? operand.fraction.map { ($0.numerator, $0.denominator) } : (operand.value, wholes.reduce(0, +))
        guard let known else {
            return notCheckable(claim, "\(quoted) says how many are left out, and the pack does not say of how many")
        }
        guard !operand.isRough else {
            return notCheckable(claim, "one of the figures is an estimate or only an upper or lower limit")
        }
        whole = whole ?? known.whole
        let isSo = known.whole - known.part == left && whole == known.whole
        let numbers = "\(MessageText.number(known.part)) of \(MessageText.number(known.whole))"
        return ClaimResult(
            claim: claim, verdict: isSo ? .confirmed : .contradicted, computed: known.part, computedRating: nil,
            explanations: [],
            sentence: isSo
                ? "The figures give \(numbers), as stated." : "The report says \(quoted); the figures give \(numbers).")
    }

    /// “Within budget”, “overspent”.
    func checkBudget(_ claim: Claim, _ recorded: FigureReference.Recorded, isWithin: Bool) -> ClaimResult {
        guard let spent = operand(.recorded(recorded))?.value else {
            return notCheckable(claim, "the pack does not give the number of \(recorded.label)")
        }
        let over: Double
        if let other = claim.comparedWith.flatMap({ operand($0)?.value }) {
            over = spent - other
        } else if records.isOverspend(recorded) {
            over = spent
        } else {
            return notCheckable(claim, "the budget that it is compared with is not given")
        }
        let isSo = isWithin == (over <= 0)
        let amount = FigureText(.money(.pounds)).text(over.magnitude)
        let words = ClaimWords(claim: claim, checker: self)
        let reason =
            over == 0 ? "spending is as the budget says" : "spending is \(amount) \(over > 0 ? "over" : "under") it"
        return ClaimResult(
            claim: claim, verdict: isSo ? .confirmed : .contradicted, computed: over, computedRating: nil,
            explanations: [], sentence: isSo ? words.holds(reason) : words.doesNotHold(reason))
    }

    /// “Two were completed in June”: the time that the words name, for the actions of a plan.
    func timed(_ claim: Claim) -> Claim {
        guard claim.figures.count == 1, case .recorded(var recorded) = claim.figures[0],
            recorded.collection == .actions, recorded.period == nil,
            recorded.part == "complete" || recorded.part == "done",
            let time = StatedComparison.time(in: claim.stated.text), let period = records.period(time)
        else { return claim }
        recorded.period = period
        var copy = claim
        copy.figures = [.recorded(recorded)]
        return copy
    }
}

/// How a length of time in the words lies to the unit of the figure: “four weeks” of a figure in days.
enum StatedLength: Equatable {
    case alike
    /// One of the unit stated is so many of the unit of the figure.
    case times(Double)
    case unlike(String)

    func applied(to amount: StatedAmount?) -> StatedAmount? {
        guard case .times(let factor) = self, var amount else { return amount }
        amount.value *= factor
        amount.upper = amount.upper.map { $0 * factor }
        amount.halfUnit *= factor
        amount.slack = amount.slack.map { ($0.sure * factor, $0.most * factor) }
        return amount
    }
}

extension ClaimChecker {
    /// How the unit of time that follows the number lies to the unit of the figure.
    func lengthOfTime(of claim: Claim) -> StatedLength {
        switch claim.kind {
        case .value, .average, .difference: break
        default: return .alike
        }
        guard let indicator = lookup.indicator(claim.figures.first), let number = claim.stated.number else {
            return .alike
        }
        let behind = Array(claim.stated.text.utf8)[number.range.upperBound...]
        let words = StatedWords(String(decoding: behind, as: UTF8.self)).all
        guard let noun = words.first == "working" ? words.dropFirst().first : words.first else { return .alike }
        let isWorking = words.first == "working" || StatedWords(indicator.fullTitle).has("working")
        let apart = StatedLength.unlike(
            "\(MessageText.quoted(claim.stated.text)) and the figure are in different units of time")
        switch (indicator.unit, noun) {
        case (.days, "week"), (.days, "weeks"): return isWorking ? apart : .times(7)
        case (.weeks, "day"), (.weeks, "days"): return isWorking ? apart : .times(1.0 / 7)
        case (.workingDays, "week"), (.workingDays, "weeks"): return .times(5)
        case (.months, "year"), (.months, "years"): return .times(12)
        case (.days, "month"), (.days, "months"), (.days, "year"), (.days, "years"), (.days, "hour"), (.days, "hours"),
            (.weeks, "month"), (.weeks, "months"), (.weeks, "year"), (.weeks, "years"):
            return apart
        default: return .alike
        }
    }
}
