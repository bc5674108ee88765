import ReportModel
import ReportVocabulary

/// What came of a comparison without a number: whether it holds, and why.
enum ComparisonFinding {
    case holds(String, difference: Double?)
    case fails(String, difference: Double?)
    case couldBeRounding(String, difference: Double?)
    case undecided(String)
}

extension ClaimChecker {
    /// Compares a figure with its target, with the figures of a stretch of time, or tells whether it is better or worse.
    func compare(_ claim: Claim, _ comparison: StatedComparison) -> ComparisonFinding {
        guard let observed = claim.figures.first?.observed, let indicator = lookup.indicator(claim.figures.first),
            let operand = operand(.observation(observed))
        else { return .undecided("only a figure of an indicator can be compared like this") }
        switch comparison {
        case .judgement(let isBetter, let isNegated):
            return judge(claim, operand, observed, indicator, isBetter: isBetter, isNegated: isNegated)
        case .target(let standing): return compareWithTarget(claim, operand, observed, indicator, standing)
        case .extreme(let extreme, let extent):
            return standsOut(claim, operand, observed, indicator, extreme, extent)
        case .run(let move, let steps):
            guard let steps = steps ?? self.steps(to: observed, since: claim) else {
                return .undecided("it is not said since when")
            }
            return moves(operand, observed, indicator, move, steps)
        case .targetRun(let standing, let periods):
            return holdsInARow(observed, indicator, periods) { operand, period in
                isSo(standing, operand, in: period, indicator)
            }
        case .limitRun(let bound, let limit, let periods):
            return holdsInARow(observed, indicator, periods) { operand, _ in
                switch bound {
                case .above: operand.value > limit
                case .atLeast: operand.value >= limit
                case .below: operand.value < limit
                case .atMost, .about: operand.value <= limit
                }
            }
        case .firstTime(let standing, let extent): return isFirst(claim, observed, indicator, standing, extent)
        case .rank(let rank): return ranks(operand, observed, indicator, rank)
        case .budget: return .undecided("only an amount of the budget can be over or within it")
        }
    }

    // MARK: Better and worse

    private func judge(
        _ claim: Claim, _ figure: Operand, _ observed: FigureReference.Observed, _ indicator: Indicator, isBetter: Bool,
        isNegated: Bool
    ) -> ComparisonFinding {
        guard let other = claim.comparedWith.flatMap({ self.operand($0, beside: claim.figures.first) }) else {
            return .undecided("there are no two figures to compare")
        }
        let difference = DecimalText.withoutNoise(figure.value - other.value)
        let target = indicator.target(on: observed.period.lastDay)
        let direction = DirectionOfTravel(
            from: other.value, to: figure.value, polarity: indicator.polarity, decimals: 15,
            requirement: target?.requirement)
        guard direction.meaning != .notJudged else {
            return .undecided("neither more nor less of \(MessageText.quoted(indicator.fullTitle)) is better")
        }
        let isSo = direction.meaning == (isBetter ? .improving : .worsening)
        let words =
            direction.meaning == .improving
            ? "better than" : direction.meaning == .worsening ? "worse than" : "as good as"
        let sentence =
            "\(shown(figure.value, beside: other.value, indicator)) is \(words) \(shown(other.value, beside: figure.value, indicator))"
        let holds = isSo != isNegated
        let couldBe =
            !holds && figure.halfUnit + other.halfUnit > 0 && difference.magnitude <= figure.halfUnit + other.halfUnit
        if couldBe { return .couldBeRounding(sentence, difference: difference) }
        return holds ? .holds(sentence, difference: difference) : .fails(sentence, difference: difference)
    }

    // MARK: Targets

    private func compareWithTarget(
        _ claim: Claim, _ figure: Operand, _ observed: FigureReference.Observed, _ indicator: Indicator,
        _ standing: StatedComparison.Standing
    ) -> ComparisonFinding {
        guard let requirement = indicator.target(on: observed.period.lastDay)?.requirement else {
            return .undecided("no target applies on \(observed.period.lastDay.label)")
        }
        let end = requirement.nearestEnd(to: figure.value)
        let sentence =
            "\(shown(figure.value, beside: end, indicator)) against a target of \(requirement.label(in: indicator.unit))"
        let difference = DecimalText.withoutNoise(requirement.signedDistance(of: figure.value))
        if figure.isRough { return .undecided("the figure is an estimate or only an upper or lower limit") }
        if let told = Self.numberOfTarget(claim.stated.text),
            !PrintedPrecision.agrees(
                end, with: told.value, halfUnit: PrintedPrecision.halfUnit(decimals: told.decimals))
        {
            return .fails(sentence, difference: difference)
        }
        if let told = Self.numberOfDistance(claim.stated.text),
            !PrintedPrecision.agrees(
                difference.magnitude, with: told.value, halfUnit: PrintedPrecision.halfUnit(decimals: told.decimals))
        {
            return .fails(sentence, difference: difference)
        }
        return Self.holds(standing, figure.value, requirement)
            ? .holds(sentence, difference: difference) : .fails(sentence, difference: difference)
    }

    /// The number that words give as the target: “the target of 95%”, “its 95% target”.
    private static func numberOfTarget(_ text: String) -> StatedNumber? {
        let bytes = Array(text.utf8)
        return NumberReader.numbers(in: text).first { number in
            guard number.isQuantity, number.bound == nil, number.upper == nil, number.kind != .points else {
                return false
            }
            let before = StatedWords(String(decoding: bytes[..<number.range.lowerBound], as: UTF8.self)).all
            let after = StatedWords(String(decoding: bytes[number.range.upperBound...], as: UTF8.self)).all
            return after.first == "target" || before.last == "target" || before.suffix(2) == ["target", "of"]
        }
    }

    /// The number that words give as the distance: “by 5 points”.
    private static func numberOfDistance(_ text: String) -> StatedNumber? {
        let bytes = Array(text.utf8)
        return NumberReader.numbers(in: text).first { number in
            guard number.isQuantity, number.bound == nil, number.upper == nil,
                number.kind == .points || number.kind == .plain
            else { return false }
            return StatedWords(String(decoding: bytes[..<number.range.lowerBound], as: UTF8.self)).all.last == "by"
        }
    }

    /// Whether a figure lies to its target as is said.
    static func holds(_ standing: StatedComparison.Standing, _ value: Double, _ requirement: Target.Requirement) -> Bool
    {
        let above = DecimalText.withoutNoise(requirement.signedDistance(of: value))
        let isMet = DecimalText.withoutNoise(requirement.distance(of: value)) == 0
        return switch standing {
        case .met: isMet
        case .missed, .short: !isMet
        case .above: above > 0
        case .below: above < 0
        case .notAbove: above <= 0
        case .notBelow: above >= 0
        case .beyond: DecimalText.withoutNoise(requirement.surplus(of: value)) > 0
        }
    }

    // MARK: Stretches of time

    private func standsOut(
        _ claim: Claim, _ figure: Operand, _ observed: FigureReference.Observed, _ indicator: Indicator,
        _ extreme: StatedComparison.Extreme, _ extent: StatedComparison.Extent
    ) -> ComparisonFinding {
        let isHighest: Bool
        switch (extreme, indicator.polarity) {
        case (.highest, _), (.best, .higherIsBetter), (.worst, .lowerIsBetter): isHighest = true
        case (.lowest, _), (.best, .lowerIsBetter), (.worst, .higherIsBetter): isHighest = false
        case (.best, .inRange), (.best, .neutral), (.worst, .inRange), (.worst, .neutral):
            return .undecided("neither more nor less of \(MessageText.quoted(indicator.fullTitle)) is better")
        }
        if indicator.accumulation == .yearToDate {
            return .undecided(
                "the figure counts since the year began, so that the last one of a year is always its highest")
        }
        let stretch: [FigureReference.Observed]
        let start: FigureReference.Observed?
        var gap: ReportingPeriod?
        switch self.stretch(extent, before: observed, claim) {
        case .undecided(let reason): return .undecided(reason)
        case .found(let found): (stretch, start, gap) = (found.figures, found.start, found.gap)
        }
        if let earliest = start ?? stretch.first,
            let item = indicator.obstacle(from: earliest.period, to: observed.period)
        {
            return .undecided("the figures changed their meaning in between, on \(item.label)")
        }
        // One that is passed in between decides, whatever is missing.
        for other in stretch {
            guard let value = operand(.observation(other)) else {
                gap = gap ?? other.period
                continue
            }
            let lead = DecimalText.withoutNoise(isHighest ? figure.value - value.value : value.value - figure.value)
            guard lead <= 0 else { continue }
            let relation = lead == 0 ? "as \(isHighest ? "high" : "low")" : isHighest ? "higher" : "lower"
            let sentence =
                "the figure for \(other.period.labelWithinSentence) was \(relation), at "
                + shown(value.value, beside: figure.value, indicator)
            if value.isRough || figure.isRough {
                return .undecided("one of the figures is an estimate or only an upper or lower limit")
            }
            let couldBe = lead.magnitude <= figure.halfUnit + value.halfUnit && figure.halfUnit + value.halfUnit > 0
            return couldBe
                ? .couldBeRounding(sentence, difference: -lead.magnitude)
                : .fails(sentence, difference: isHighest ? lead : -lead)
        }
        if let start, let value = operand(.observation(start)) {
            let lead = DecimalText.withoutNoise(isHighest ? figure.value - value.value : value.value - figure.value)
            if lead > 0 {
                // To some it means that nothing since was higher, to others that it was as high then.
                return .undecided(
                    "none of the figures since then is \(isHighest ? "higher" : "lower"), but the one for "
                        + "\(start.period.labelWithinSentence) was \(isHighest ? "lower" : "higher") too, at "
                        + "\(shown(value.value, beside: figure.value, indicator)), so that it is "
                        + "\(isHighest ? "a high" : "a low") since some earlier time")
            }
        } else if start != nil {
            gap = gap ?? start?.period
        }
        if let gap { return .undecided("the pack has no figure for \(gap.labelWithinSentence)") }
        let count = stretch.count + (start == nil ? 0 : 1)
        return .holds(
            "none of the \(CountText.of(count, "earlier figure")) of that time is \(isHighest ? "higher" : "lower")",
            difference: nil)
    }

    /// The first period of a stretch that the series has no figure for.
    func firstGap(
        from start: ReportingPeriod, to end: ReportingPeriod, in stretch: [FigureReference.Observed]
    ) -> ReportingPeriod? {
        guard start.kind == end.kind, end.kind != .snapshot, end.kind != .span else { return nil }
        let known = Set(stretch.map(\.period))
        var period = end.predecessor
        // No report looks back on more periods than this.
        for _ in 0..<1_200 {
            guard let present = period, present.lastDay > start.lastDay else { return nil }
            if !known.contains(present) { return present }
            period = present.predecessor
        }
        return period
    }

    /// The periods before one that a length of time up to it holds.
    func periods(
        _ number: Int, _ unit: StatedComparison.Unit, upTo last: ReportingPeriod
    ) -> [ReportingPeriod]? {
        let months =
            switch unit {
            case .months: number
            case .quarters: 3 * number
            case .years: 12 * number
            }
        let length: Int? =
            switch last.kind {
            case .month: 1
            case .quarter: 3
            case .financialYear, .academicYear, .calendarYear: 12
            case .snapshot, .span: nil
            }
        guard let length, months % length == 0 else { return nil }
        var found: [ReportingPeriod] = []
        var period = last
        for _ in 0..<max(0, months / length - 1) {
            guard let before = period.predecessor else { return nil }
            found.append(before)
            period = before
        }
        return found
    }

    /// How many periods there are from the one that a claim names to that of its figure.
    private func steps(to observed: FigureReference.Observed, since claim: Claim) -> Int? {
        let start =
            claim.comparedWith?.observed?.period
            ?? StatedComparison.timeSince(in: claim.stated.text).flatMap {
                FigureIndex.period($0, before: observed.period)
            }
        guard let start, start.kind == observed.period.kind else { return nil }
        var period = observed.period
        // No report looks back on more periods than this.
        for steps in 0..<1_200 {
            if period == start { return steps > 0 ? steps : nil }
            guard let before = period.predecessor else { return nil }
            period = before
        }
        return nil
    }

    private func moves(
        _ figure: Operand, _ observed: FigureReference.Observed, _ indicator: Indicator, _ move: StatedComparison.Move,
        _ steps: Int
    ) -> ComparisonFinding {
        let rises: Bool
        switch (move, indicator.polarity) {
        case (.up, _), (.better, .higherIsBetter), (.worse, .lowerIsBetter): rises = true
        case (.down, _), (.better, .lowerIsBetter), (.worse, .higherIsBetter): rises = false
        case (.better, _), (.worse, _):
            return .undecided("neither more nor less of \(MessageText.quoted(indicator.fullTitle)) is better")
        }
        var later = (observed, figure)
        for _ in 0..<steps {
            guard let period = later.0.period.predecessor else {
                return .undecided("\(observed.period.kind.label) has none before it")
            }
            var before = later.0
            before.period = period
            if let obstacle = indicator.obstacleToChange(from: period, to: later.0.period)?.words {
                return .undecided(obstacle)
            }
            guard let value = operand(.observation(before)) else {
                return .undecided("the pack has no figure for \(period.labelWithinSentence)")
            }
            let change = DecimalText.withoutNoise(later.1.value - value.value)
            guard rises ? change > 0 : change < 0 else {
                let word = change == 0 ? "did not move" : change > 0 ? "rose" : "fell"
                return .fails("the figure \(word) in \(later.0.period.labelWithinSentence)", difference: change)
            }
            later = (before, value)
        }
        return .holds(
            "the figure \(rises ? "rose" : "fell") from \(later.0.period.labelWithinSentence) on, each time",
            difference: nil)
    }

    // MARK: Words

    /// A figure with as many digits as are needed to tell it from another.
    func shown(_ value: Double, beside other: Double, _ indicator: Indicator?) -> String {
        let unit = indicator?.unit ?? .unspecified
        let decimals = indicator?.decimals ?? 0
        guard value != other else { return FigureText(unit, decimals: decimals).text(value) }
        for places in decimals...max(decimals, 10) {
            let figures = FigureText(unit, decimals: places)
            let text = figures.text(value)
            if text != figures.text(other) { return text }
        }
        return FigureText(unit).exact(value)
    }
}
