import ReportModel
import ReportVocabulary

// Claims that say how two figures compare, without a number.
extension ClaimChecker {
    func checkComparison(_ claim: Claim) -> ClaimResult {
        if case .budget(let isWithin)? = StatedComparison(claim.stated.text),
            case .recorded(let recorded)? = claim.figures.first, recorded.collection == .budget
        {
            return checkBudget(claim, recorded, isWithin: isWithin)
        }
        // A direction that is given as such compares two figures; “highest since” looks at all of them.
        if let comparison = StatedComparison(claim.stated.text) { return check(claim, comparison) }
        guard let direction = claim.stated.direction else {
            return notCheckable(claim, "\(MessageText.quoted(claim.stated.text)) says neither higher nor lower")
        }
        guard let operands = operands(of: claim), let figure = operands.figures.first, let other = operands.comparedWith
        else { return notCheckable(claim, "there are no two figures to compare") }
        let words = ClaimWords(claim: claim, checker: self)
        let difference = DecimalText.withoutNoise(figure.value - other.value)
        let isLevel = isLevel(figure.value, other.value, difference, claim)
        if claim.stated.isNearlyLevel, !isLevel, other.value != 0,
            let result = checkNearlyLevel(claim, figure.value, other.value, difference)
        {
            return result
        }
        func holds(_ difference: Double, isLevel: Bool) -> Bool {
            switch direction {
            case .up: difference > 0 && !isLevel
            case .down: difference < 0 && !isLevel
            case .level: isLevel
            case .notUp: difference < 0 || isLevel
            case .notDown: difference > 0 || isLevel
            }
        }
        let isSo = holds(difference, isLevel: isLevel)
        let relation = words.relation(figure.value, other.value, isLevel: isLevel)
        if !isSo, operands.areRough {
            return notCheckable(claim, "one of the figures is an estimate or only an upper or lower limit")
        }
        if isSo, other.value != 0, let result = checkExtent(claim, relation, difference, from: other.value) {
            return result
        }
        // Two percentages that are printed alike may have been rounded from different ones.
        let room = figure.halfUnit + other.halfUnit
        if !isSo, room > 0, difference.magnitude < room,
            holds(difference + room, isLevel: false) || holds(difference - room, isLevel: false) || direction == .level
        {
            return result(of: claim, .withinRounding, words.couldBeRounding(relation), difference)
        }
        let isReversed = !isLevel && direction != .level
        let sentence = words.comparison(figure.value, other.value, isLevel: isLevel, holds: isSo)
        return result(
            of: claim, isSo ? .confirmed : .contradicted,
            isSo && isReversed && isWithinUpsAndDowns(claim) ? sentence + words.caveat : sentence, difference,
            // Against a number that is printed elsewhere, as in “the majority”, no direction was mixed up.
            isSo || !isReversed || isAgainstNumber(claim)
                ? [] : [ClaimExplanation(mistake: .wrongDirection, figure: difference, detail: nil)])
    }

    private func isAgainstNumber(_ claim: Claim) -> Bool {
        if case .number? = claim.comparedWith { true } else { false }
    }

    private func result(
        of claim: Claim, _ verdict: ClaimResult.Verdict, _ sentence: String, _ difference: Double?,
        _ explanations: [ClaimExplanation] = []
    ) -> ClaimResult {
        ClaimResult(
            claim: claim, verdict: verdict, computed: difference, computedRating: nil, explanations: explanations,
            sentence: sentence)
    }

    private func check(_ claim: Claim, _ comparison: StatedComparison) -> ClaimResult {
        let words = ClaimWords(claim: claim, checker: self)
        switch compare(claim, comparison) {
        case .holds(let reason, let difference):
            var sentence = words.holds(reason)
            if case .judgement = comparison, isWithinUpsAndDowns(claim) { sentence += words.caveat }
            return result(of: claim, .confirmed, sentence, difference)
        case .couldBeRounding(let reason, let difference):
            return result(of: claim, .withinRounding, words.couldBeRounding(reason), difference)
        case .undecided(let reason): return notCheckable(claim, reason)
        case .fails(let reason, let difference):
            var explanations: [ClaimExplanation] = []
            if case .judgement = comparison, let difference, difference != 0 {
                explanations = [ClaimExplanation(mistake: .wrongDirection, figure: difference, detail: nil)]
            }
            return result(of: claim, .contradicted, words.doesNotHold(reason), difference, explanations)
        }
    }

    /// Checks “broadly unchanged” and the like of two figures that differ; `nil` where they differ too much for it.
    private func checkNearlyLevel(
        _ claim: Claim, _ figure: Double, _ other: Double, _ difference: Double
    ) -> ClaimResult? {
        let words = ClaimWords(claim: claim, checker: self)
        let relation = words.relation(figure, other, isLevel: false)
        switch slightness(of: difference, from: other, claim) {
        case .holds: return result(of: claim, .confirmed, words.holds(relation), difference)
        case .undecided, .couldBeRounding: return notCheckable(claim, reach(of: claim, relation))
        case .fails: return nil
        }
    }

    /// Checks words such as “slightly” and “sharply”, where the direction is right; `nil` where nothing is said against them.
    private func checkExtent(
        _ claim: Claim, _ relation: String, _ difference: Double, from other: Double
    ) -> ClaimResult? {
        let said = StatedWords(claim.stated.text)
        let slight = slightness(of: difference, from: other, claim)
        if said.has("slightly", "marginally", "fractionally") {
            switch slight {
            case .holds: break
            case .fails:
                let words = ClaimWords(claim: claim, checker: self)
                return result(of: claim, .contradicted, words.doesNotHold(relation + ", and not slightly"), difference)
            case .undecided, .couldBeRounding:
                return notCheckable(claim, "where “slightly” ends is for the writer to say")
            }
        }
        guard
            said.has("significantly", "substantially", "markedly", "sharply", "considerably", "dramatically", "much")
        else { return nil }
        if isWithinUpsAndDowns(claim) {
            return notCheckable(claim, "\(relation), and ordinary ups and downs explain the difference")
        }
        return slight == .holds ? notCheckable(claim, reach(of: claim, relation)) : nil
    }

    private func reach(of claim: Claim, _ relation: String) -> String {
        "\(relation), and whether \(MessageText.quoted(claim.stated.text)) reaches so far is for the writer to say"
    }

    /// Whether two figures are the same as they are printed.
    private func isLevel(_ figure: Double, _ other: Double, _ difference: Double, _ claim: Claim) -> Bool {
        if difference.magnitude <= 1e-9 * max(1, figure.magnitude) { return true }
        guard claim.stated.direction == .level, let indicator = lookup.indicator(claim.figures.first) else {
            return false
        }
        return DecimalText.rounded(figure, decimals: indicator.decimals)
            == DecimalText.rounded(other, decimals: indicator.decimals)
    }

    /// Whether the two figures that a claim compares are those of two periods, and differ by no more than the measure's own ups and
    /// downs: what is said is then true of the figures, and says nothing about the work.
    func isWithinUpsAndDowns(_ claim: Claim) -> Bool {
        guard claim.figures.count == 1, let first = claim.figures[0].observed, let other = claim.comparedWith?.observed,
            first.indicator == other.indicator, first.area == other.area, first.category == other.category,
            first.period != other.period, let indicator = lookup.index.indicators[first.indicator],
            let later = lookup.observation(first), let earlier = lookup.observation(other)
        else { return false }
        let figures = ([first] + lookup.otherPeriods(than: first)).compactMap { lookup.observation($0) }
        let series = FigureSeries(
            of: indicator.id, in: later.area, category: later.category, by: later.period.kind, from: figures)
        let rule = MovementRule(for: indicator, in: series)
        let isLater = later.period.lastDay >= earlier.period.lastDay
        switch isLater ? rule.clarity(from: earlier, to: later) : rule.clarity(from: later, to: earlier) {
        case .notClear: return true
        case .clear, .moreThanCounts, .acrossBreak, .untested: return false
        }
    }

    /// Whether a difference is slight.
    ///
    /// By no more than a twentieth, or two points of a percentage, it is. By more than a quarter, and of a percentage five points,
    /// or by more than ten points, it is not. Between them nobody but the writer can say.
    private func slightness(of difference: Double, from other: Double, _ claim: Claim) -> ClaimFit {
        let part = (difference / other).magnitude
        let isShare = lookup.indicator(claim.figures.first)?.unit == .percent
        if part <= 0.05 || isShare && difference.magnitude <= 2 { return .holds }
        return part > 0.25 && (!isShare || difference.magnitude > 5) || isShare && difference.magnitude > 10
            ? .fails : .undecided
    }
}
