import ReportModel
import ReportVocabulary

// Claims that a figure is red, amber or green.
extension ClaimChecker {
    func checkRating(_ claim: Claim) -> ClaimResult {
        guard let stated = claim.stated.rating?.outcome else {
            return notCheckable(claim, "\(MessageText.quoted(claim.stated.text)) is none of red, amber and green")
        }
        guard let observed = claim.figures.first?.observed, let indicator = lookup.index.indicators[observed.indicator],
            let observation = lookup.observation(observed), let value = observation.value.number(in: indicator.unit)
        else { return notCheckable(claim, "a rating is about a figure of the pack") }
        let target = indicator.target(on: observed.period.lastDay)
        let words = ClaimWords(claim: claim, checker: self)
        if let earlier = claim.comparedWith.flatMap({ operand($0) }) {
            let direction = DirectionOfTravel(from: earlier.value, to: value, of: indicator, target: target)
            let outcome: Rating.Outcome
            switch direction.meaning {
            case .improving: outcome = .green
            case .worsening: outcome = .red
            case .steady, .notJudged: return notCheckable(claim, "the movement is neither better nor worse")
            }
            return rated(
                claim, stated, outcome,
                words.ratingByDirection(
                    stated, outcome,
                    "the figure moved \(direction.meaning == .improving ? "the way that is" : "against the way that is") wanted"
                ) + (isWithinUpsAndDowns(claim) ? words.caveat : ""), []
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
}
