public import ReportModel
import ReportVocabulary

extension ReportPack {
    /// Checks every claim of the pack against its figures.
    ///
    /// A claim is confirmed where the figures give what it states, within half a unit of the last decimal stated. Where they
    /// do not, the unrounded figures behind rounded ones get the benefit of the doubt, unless a usual mistake explains the
    /// claim; else it is contradicted. A usual mistake explains a claim where it turns the figures into exactly what is
    /// stated. All that do are reported: numbers alone cannot tell which of two was made.
    ///
    /// A change without a sign or a word such as "lower" is taken for a rise. Of a figure that the pack holds twice the
    /// first one counts. A figure that is only a bound or a rough idea can confirm a claim and cannot contradict it.
    ///
    /// O(c · f) for c claims and f figures of one period or of one indicator.
    ///
    /// - Returns: A result for each claim, in the order of the pack.
    public func checkClaims() -> [ClaimResult] {
        checkClaims(with: nil)
    }

    func checkClaims(with index: PackIndex?) -> [ClaimResult] {
        guard !claims.isEmpty else { return [] }
        let checker = ClaimChecker(lookup: FigureIndex(self, index))
        return claims.map(checker.check)
    }

    /// Checks a claim against the figures of the pack, whether or not it is one of the pack's own.
    ///
    /// - Parameter claim: The claim.
    /// - Returns: What came of it.
    public func check(_ claim: Claim) -> ClaimResult {
        ClaimChecker(lookup: FigureIndex(self)).check(claim)
    }
}

/// Checks claims against the figures that a lookup finds.
struct ClaimChecker {
    let lookup: FigureIndex

    func check(_ claim: Claim) -> ClaimResult {
        if let gap = gap(in: claim) ?? seriesBreak(in: claim) { return notCheckable(claim, gap) }
        switch claim.kind {
        case .rating: return checkRating(claim)
        case .comparison: return checkComparison(claim)
        case .share where claim.figures.isEmpty: return checkPossibleShare(claim)
        default: return checkNumber(claim)
        }
    }

    // MARK: Figures

    /// The value of a reference.
    func operand(_ reference: FigureReference) -> Operand? {
        switch reference {
        case .number(let value): Operand(value)
        case .observation(let observed):
            lookup.observation(observed).flatMap { observation in
                lookup.index.indicators[observation.indicator].flatMap { Operand(observation, of: $0) }
            }
        }
    }

    /// The values of all references of a claim; `nil` where one has none.
    func operands(of claim: Claim) -> ClaimOperands? {
        // An amount with its pounds is compared in pounds, whatever its measure counts in.
        let inPounds = claim.stated.isMoney
        func operand(_ reference: FigureReference) -> Operand? {
            guard let operand = self.operand(reference) else { return nil }
            guard inPounds, case .money(let scale) = lookup.indicator(reference)?.unit else { return operand }
            return operand.times(Double(scale.rawValue))
        }
        let figures = claim.figures.compactMap(operand)
        let outOf = claim.outOf.compactMap(operand)
        let other = claim.comparedWith.flatMap(operand)
        guard figures.count == claim.figures.count, outOf.count == claim.outOf.count,
            (other == nil) == (claim.comparedWith == nil)
        else { return nil }
        return ClaimOperands(figures: figures, comparedWith: other, outOf: outOf)
    }

    /// What the references of a claim work out to.
    func result(of claim: Claim) -> Double? {
        operands(of: claim).flatMap { ClaimArithmetic.result(claim.kind, $0) }
    }

    /// Why nothing can be worked out; `nil` where everything is there.
    private func gap(in claim: Claim) -> String? {
        if let missing = claim.missingOperand { return "\(missing) is not given" }
        for reference in claim.references {
            guard let observed = reference.observed, operand(reference) == nil else { continue }
            let reason = lookup.observation(observed)?.value.missingReason.map { " (\($0.meaning))" } ?? ""
            return "there is no figure for \(lookup.label(observed))\(reason)"
        }
        return nil
    }

    /// Why two figures that the claim compares may not be: the indicator changed its meaning between them.
    private func seriesBreak(in claim: Claim) -> String? {
        guard let other = claim.comparedWith?.observed, let indicator = lookup.index.indicators[other.indicator] else {
            return nil
        }
        for figure in claim.figures.compactMap(\.observed) where figure.indicator == other.indicator {
            let isLater = figure.period.lastDay >= other.period.lastDay
            let (first, last) = isLater ? (other.period, figure.period) : (figure.period, other.period)
            if let item = indicator.obstacle(from: first, to: last) {
                return "the figures changed their meaning in between, on \(item.label)"
            }
        }
        return nil
    }

    // MARK: Verdicts

    private func checkNumber(_ claim: Claim) -> ClaimResult {
        guard let stated = claim.statedNumber else { return notCheckable(claim, "no number is stated") }
        guard let operands = operands(of: claim), let computed = ClaimArithmetic.result(claim.kind, operands) else {
            return notCheckable(claim, "nothing can be divided by 0")
        }
        let words = ClaimWords(claim: claim, lookup: lookup)
        if PrintedPrecision.agrees(computed, with: stated, halfUnit: claim.stated.halfUnit)
            || claim.stated.bounds(computed, from: stated)
        {
            return ClaimResult(
                claim: claim, verdict: .confirmed, computed: computed, computedRating: nil, explanations: [],
                sentence: words.confirmed(computed))
        }
        if operands.areRough {
            return ClaimResult(
                claim: claim, verdict: .notCheckable, computed: computed, computedRating: nil, explanations: [],
                sentence: words.rough(computed))
        }
        let range = ClaimArithmetic.range(claim.kind, operands) ?? computed...computed
        let half = claim.stated.halfUnit
        let isInRange = range.lowerBound <= stated + half && stated - half <= range.upperBound
        // What the unrounded figures can give is no sign of wrong rounding.
        let explanations = ClaimMistakes(checker: self, claim: claim, stated: stated, computed: computed)
            .explanations().filter { !isInRange || $0.mistake != .roundedWrongly }
        let couldBe = isInRange && explanations.isEmpty
        return ClaimResult(
            claim: claim, verdict: couldBe ? .withinRounding : .contradicted, computed: computed, computedRating: nil,
            explanations: explanations,
            sentence: couldBe ? words.withinRounding(computed, range) : words.contradicted(computed, explanations))
    }

    /// A share of a known number of cases, of which the part is not known.
    private func checkPossibleShare(_ claim: Claim) -> ClaimResult {
        guard let stated = claim.statedNumber, let operands = operands(of: claim) else {
            return notCheckable(claim, "no number is stated")
        }
        let whole = operands.outOf.reduce(0) { $0 + $1.value }
        guard let objection = ShareOfWhole.objection(to: stated, of: whole, halfUnit: claim.stated.halfUnit) else {
            return notCheckable(
                claim,
                "a number of cases out of \(MessageText.number(whole)) can give it, but which one it was is not given")
        }
        return ClaimResult(
            claim: claim, verdict: .contradicted, computed: nil, computedRating: nil, explanations: [],
            sentence: objection)
    }

    private func checkComparison(_ claim: Claim) -> ClaimResult {
        guard let direction = claim.stated.direction else {
            return notCheckable(claim, "\(MessageText.quoted(claim.stated.text)) says neither higher nor lower")
        }
        guard let operands = operands(of: claim), let figure = operands.figures.first, let other = operands.comparedWith
        else { return notCheckable(claim, "there are no two figures to compare") }
        let difference = figure.value - other.value
        let isLevel = difference.magnitude <= 1e-9 * max(1, figure.value.magnitude)
        let holds =
            switch direction {
            case .up: difference > 0 && !isLevel
            case .down: difference < 0 && !isLevel
            case .level: isLevel
            case .notUp: difference < 0 || isLevel
            case .notDown: difference > 0 || isLevel
            }
        let words = ClaimWords(claim: claim, lookup: lookup)
        let sentence = words.comparison(figure.value, other.value, isLevel: isLevel, holds: holds)
        if !holds, operands.areRough {
            return notCheckable(claim, "one of the figures is an estimate or only an upper or lower limit")
        }
        let isReversed = !isLevel && direction != .level
        return ClaimResult(
            claim: claim, verdict: holds ? .confirmed : .contradicted, computed: difference, computedRating: nil,
            explanations: holds || !isReversed
                ? [] : [ClaimExplanation(mistake: .wrongDirection, figure: difference, detail: nil)],
            sentence: sentence)
    }

    private func checkRating(_ claim: Claim) -> ClaimResult {
        guard let stated = claim.stated.rating?.outcome else {
            return notCheckable(claim, "\(MessageText.quoted(claim.stated.text)) is none of red, amber and green")
        }
        guard let observed = claim.figures.first?.observed, let indicator = lookup.index.indicators[observed.indicator],
            let observation = lookup.observation(observed), let value = observation.value.number(in: indicator.unit)
        else { return notCheckable(claim, "a rating is about a figure of the pack") }
        let target = indicator.target(on: observed.period.lastDay)
        let words = ClaimWords(claim: claim, lookup: lookup)
        if let earlier = claim.comparedWith.flatMap(operand) {
            let direction = DirectionOfTravel(from: earlier.value, to: value, of: indicator, target: target)
            let outcome: Rating.Outcome
            switch direction.meaning {
            case .improving: outcome = .green
            case .worsening: outcome = .red
            case .steady, .notJudged: return notCheckable(claim, "the movement is neither better nor worse")
            }
            return rated(
                claim, stated, outcome,
                words.rating(
                    stated, outcome,
                    "the figure moved \(direction.meaning == .improving ? "the way that is" : "against the way that is") wanted"
                ), []
            )
        }
        let rating = Rating(of: observation, for: indicator, on: observed.period.lastDay)
        guard rating.outcome != .notRated else {
            return notCheckable(claim, "no target applies on \(observed.period.lastDay.label)")
        }
        var explanations: [ClaimExplanation] = []
        if let outcome = outcomeOnMovement(observed, value, indicator, target), outcome == stated {
            explanations.append(
                ClaimExplanation(
                    mistake: .ratedOnMovement, figure: nil,
                    detail: outcome == .green
                        ? "the figure moved the way that is wanted" : "the figure moved against the way that is wanted")
            )
        }
        return rated(
            claim, stated, rating.outcome, words.rating(stated, rating.outcome, rating.explanation(in: indicator.unit)),
            explanations)
    }

    /// What a figure would be rated by its movement since the figure before it, or since the earliest there is.
    private func outcomeOnMovement(
        _ observed: FigureReference.Observed, _ value: Double, _ indicator: Indicator, _ target: Target?
    ) -> Rating.Outcome? {
        let earlier = lookup.otherPeriods(than: observed).filter { $0.period.lastDay < observed.period.lastDay }
            .max { $0.period.lastDay < $1.period.lastDay }
        guard let earlier, let old = operand(.observation(earlier)) else { return nil }
        switch DirectionOfTravel(from: old.value, to: value, of: indicator, target: target).movement {
        case .unchanged: return nil
        case .up: return indicator.polarity == .higherIsBetter ? .green : .red
        case .down: return indicator.polarity == .higherIsBetter ? .red : .green
        }
    }

    private func rated(
        _ claim: Claim, _ stated: Rating.Outcome, _ computed: Rating.Outcome, _ sentence: String,
        _ explanations: [ClaimExplanation]
    ) -> ClaimResult {
        ClaimResult(
            claim: claim, verdict: stated == computed ? .confirmed : .contradicted, computed: nil,
            computedRating: computed, explanations: stated == computed ? [] : explanations,
            sentence: ClaimWords.adding(stated == computed ? [] : explanations, to: sentence))
    }

    private func notCheckable(_ claim: Claim, _ reason: String) -> ClaimResult {
        ClaimResult(
            claim: claim, verdict: .notCheckable, computed: nil, computedRating: nil, explanations: [],
            sentence: "This cannot be checked: \(reason).")
    }
}

extension StatedFigure {
    /// How far the exact value may lie from the stated one if the stated one was rounded from it.
    var halfUnit: Double { PrintedPrecision.halfUnit(decimals: decimals) * scale }

    /// Whether words such as "more than 85%" or "up to 12" hold for a figure.
    ///
    /// - Parameters:
    ///   - computed: The figure; of a change, with its sign.
    ///   - stated: The number stated, with the same sign.
    func bounds(_ computed: Double, from stated: Double) -> Bool {
        guard let bound = number?.bound, computed.sign == stated.sign || computed == 0 || stated == 0 else {
            return false
        }
        let (size, limit) = (computed.magnitude, stated.magnitude)
        return switch bound {
        case .above: size > limit
        case .atLeast: size >= limit
        case .below: size < limit
        case .atMost: size <= limit
        case .about: false
        }
    }
}
