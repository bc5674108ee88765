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
        let checker = ClaimChecker(lookup: FigureIndex(self, index), records: RecordFigures(self))
        return claims.map(checker.check)
    }

    /// Checks a claim against the figures of the pack, whether or not it is one of the pack's own.
    ///
    /// - Parameter claim: The claim.
    /// - Returns: What came of it.
    public func check(_ claim: Claim) -> ClaimResult {
        ClaimChecker(lookup: FigureIndex(self), records: RecordFigures(self)).check(claim)
    }
}

/// Checks claims against the figures that a lookup finds.
struct ClaimChecker {
    let lookup: FigureIndex
    let records: RecordFigures

    func check(_ claim: Claim) -> ClaimResult {
        let completed = claim.completed(by: lookup)
        let result = judge(completed).about(claim)
        guard result.verdict == .confirmed || result.verdict == .withinRounding, let note = unlikeness(in: completed)
        else {
            return result
        }
        return ClaimResult(
            claim: claim, verdict: result.verdict, computed: result.computed, computedRating: result.computedRating,
            explanations: result.explanations, sentence: "\(result.sentence) \(note)")
    }

    /// What a reader should know of two figures of different areas that are not alike: of other times, or numbers in areas of
    /// different size.
    private func unlikeness(in claim: Claim) -> String? {
        guard let own = claim.figures.first?.observed, let other = claim.comparedWith?.observed,
            own.indicator == other.indicator, own.area ?? lookup.index.ownArea != other.area ?? lookup.index.ownArea
        else { return nil }
        if own.period != other.period {
            return "The figures are of different times: \(own.period.labelWithinSentence) and "
                + "\(other.period.labelWithinSentence)."
        }
        guard lookup.indicator(claim.figures.first)?.unit == .count else { return nil }
        return "They are numbers, and the two areas may differ in size."
    }

    private func judge(_ claim: Claim) -> ClaimResult {
        if let gap = gap(in: claim) ?? incomparability(in: claim) { return notCheckable(claim, gap) }
        if let move = claim.move { return check(claim, move) }
        if let result = checkParts(claim) { return result }
        if StatedWords(claim.stated.text).has(inOrder: ["all", "but"]) { return checkAllBut(claim) }
        let timed = timed(claim)
        if timed != claim, let gap = gap(in: timed) { return notCheckable(claim, gap) }
        return judgeWhole(timed)
    }

    func judgeWhole(_ claim: Claim) -> ClaimResult {
        if claim.kind.isChange, claim.stated.direction == nil, claim.stated.number?.sign == nil,
            case .judgement(let isBetter, false)? = StatedComparison(claim.stated.text)
        {
            return checkImprovement(claim, isBetter: isBetter)
        }
        switch claim.kind {
        case .points where isLevel(claim), .difference where isLevel(claim), .percentChange where isLevel(claim):
            var comparison = claim
            comparison.kind = .comparison
            return checkComparison(comparison).about(claim)
        case .rating: return checkRating(claim)
        case .comparison: return checkComparison(claim)
        case .share where claim.figures.isEmpty: return checkPossibleShare(claim)
        case .value, .count:
            // Every figure has to be as stated; the worst result counts, and the first of two that are as bad.
            guard claim.figures.count > 1 else { return checkNumber(claim) }
            let results = claim.figures.map { figure in
                var one = claim
                one.figures = [figure]
                return checkNumber(one).about(claim)
            }
            return worst(of: results) ?? results[0]
        default: return checkNumber(claim)
        }
    }

    func worst(of results: [ClaimResult]) -> ClaimResult? {
        let order: [ClaimResult.Verdict] = [.contradicted, .notCheckable, .withinRounding]
        return order.lazy.compactMap { verdict in results.first { $0.verdict == verdict } }.first ?? results.first
    }

    /// “Improved by 3 points”: which way that is, the polarity says.
    private func checkImprovement(_ claim: Claim, isBetter: Bool) -> ClaimResult {
        let indicator = lookup.indicator(claim.figures.first)
        var sided = claim
        switch indicator?.polarity {
        case .higherIsBetter?: sided.stated.direction = isBetter ? .up : .down
        case .lowerIsBetter?: sided.stated.direction = isBetter ? .down : .up
        case .inRange?, .neutral?, nil:
            return notCheckable(claim, "neither more nor less of the figure is better in itself")
        }
        return judgeWhole(sided).about(claim)
    }

    /// Whether a change is said to be none.
    private func isLevel(_ claim: Claim) -> Bool { claim.stated.number == nil && claim.stated.direction == .level }

    /// “Fell by 9.9 points from 86.2% to 76.3%”: both ends, the way between them, and what is said of the change.
    private func check(_ claim: Claim, _ move: StatedMove) -> ClaimResult {
        var results: [ClaimResult] = []
        func check(_ stated: StatedFigure, _ kind: Claim.Kind, _ change: (inout Claim) -> Void) {
            var part = claim
            (part.stated, part.kind) = (stated, kind)
            change(&part)
            results.append(judgeWhole(part).about(claim))
        }
        let valueKind = claim.kind.isChange || claim.kind == .comparison ? Claim.Kind.value : claim.kind
        if let later = move.later { check(later, valueKind) { $0.comparedWith = nil } }
        var rest = claim
        rest.stated = move.rest
        if let result = checkParts(rest) {
            results.append(result.about(claim))
        } else if move.rest.value != nil {
            let isEnd = move.later == nil && move.endsInRest
            check(move.rest, isEnd ? valueKind : claim.kind) { if isEnd { $0.comparedWith = nil } }
        }
        // A number that the words alone give is what they say.
        if let other = claim.comparedWith, other.observed != nil {
            check(move.earlier, .value) { ($0.figures, $0.comparedWith, $0.outOf) = ([other], nil, []) }
        }
        if claim.stated.direction != nil || claim.kind == .comparison, claim.figures.count == 1, claim.outOf.isEmpty {
            check(move.rest, .comparison) { part in
                part.stated.direction = claim.stated.direction
                part.comparedWith = claim.comparedWith ?? move.earlier.value.map { .number($0) }
            }
        }
        return worst(of: results)
            ?? notCheckable(claim, "\(MessageText.quoted(claim.stated.text)) does not say where the figure went")
    }

    // MARK: Gaps

    /// Why nothing can be worked out; `nil` where everything is there.
    private func gap(in claim: Claim) -> String? {
        if let missing = claim.missingOperand { return "\(missing) is not given" }
        for reference in claim.references {
            let isThere = operand(reference, beside: claim.figures.first) != nil
            switch reference {
            case .observation(let observed) where !isThere:
                let reason = lookup.observation(observed)?.value.missingReason.map { " (\($0.meaning))" } ?? ""
                return "there is no figure for \(lookup.label(observed))\(reason)"
            case .recorded(let recorded) where !isThere && operand(reference, asShare: true) == nil:
                return "the pack does not give the number of \(recorded.label)"
            case .target where !isThere:
                let day = claim.figures.first?.observed?.period.lastDay.label
                return "no target applies" + (day.map { " on \($0)" } ?? "")
            default: continue
            }
        }
        return nil
    }

    /// Why figures that the claim compares or adds up may not be set beside each other.
    private func incomparability(in claim: Claim) -> String? {
        let figures = claim.figures.compactMap(\.observed)
        if claim.kind == .sum {
            for (place, group) in Dictionary(grouping: figures, by: lookup.place(of:)) {
                guard let indicator = lookup.index.indicators[place.indicator] else { continue }
                if let obstacle = indicator.obstacleToSum(of: group.map(\.period)) { return obstacle }
            }
            for figure in figures
            where figure.category == nil || lookup.index.isTotal(figure.category, of: figure.indicator) {
                let hasPart = figures.contains { part in
                    part.indicator == figure.indicator && part.period == figure.period && part.area == figure.area
                        && part.category != nil && part.category != figure.category
                }
                if hasPart { return "a whole and its parts are added up, so that cases are counted twice" }
            }
        }
        guard let other = claim.comparedWith?.observed, let indicator = lookup.index.indicators[other.indicator] else {
            return nil
        }
        for figure in figures where figure.indicator == other.indicator && figure.period != other.period {
            let isLater = figure.period.lastDay >= other.period.lastDay
            let (first, last) = isLater ? (other.period, figure.period) : (figure.period, other.period)
            if let words = indicator.obstacleToChange(from: first, to: last)?.words { return words }
        }
        return nil
    }

    /// Why the number stated and the figure cannot be compared; `nil` where they can.
    private func difference(inSortOf claim: Claim) -> String? {
        switch claim.kind {
        case .value, .count, .sum, .average:
            guard claim.stated.isShare, let indicator = lookup.indicator(claim.figures.first) else { return nil }
            switch indicator.unit {
            case .percent, .ratio, .unspecified: return nil
            default:
                return
                    "\(MessageText.quoted(claim.stated.text)) is a share, and \(MessageText.quoted(indicator.fullTitle)) is not"
            }
        default: return nil
        }
    }

    // MARK: Verdicts

    private func checkNumber(_ claim: Claim) -> ClaimResult {
        if let pair = claim.stated.partOfWhole, let result = checkPart(claim, pair.part, pair.whole) { return result }
        if let difference = difference(inSortOf: claim) { return notCheckable(claim, difference) }
        if let result = checkCases(claim) ?? checkDistance(claim) { return result }
        let length = lengthOfTime(of: claim)
        if case .unlike(let reason) = length { return notCheckable(claim, reason) }
        guard let stated = length.applied(to: claim.statedAmount) else {
            return notCheckable(claim, "no number is stated")
        }
        guard let operands = operands(of: claim), let computed = ClaimArithmetic.result(claim, operands) else {
            return notCheckable(claim, "nothing can be divided by 0")
        }
        if claim.kind == .share, computed > 100 + 1e-9, !operands.outOf.isEmpty {
            return notCheckable(
                claim,
                "a part cannot be greater than its whole, and the figures give "
                    + "\(MessageText.number(DecimalText.rounded(computed, decimals: 1))) per cent"
            )
        }
        let words = ClaimWords(claim: claim, checker: self)
        func result(
            _ verdict: ClaimResult.Verdict, _ sentence: String, _ explanations: [ClaimExplanation] = []
        ) -> ClaimResult {
            ClaimResult(
                claim: claim, verdict: verdict, computed: computed, computedRating: nil, explanations: explanations,
                sentence: sentence)
        }
        let range = ClaimArithmetic.range(claim, operands) ?? computed...computed
        let fit = stated.fit(computed, in: range, isChange: claim.kind.isChange)
        if let readings = readingsOfTimesMore(claim, computed, stated, fit) { return result(.notCheckable, readings) }
        switch fit {
        case .holds: return result(.confirmed, words.confirmed(computed))
        case .undecided where !operands.areRough: return result(.notCheckable, words.undecided(computed))
        case .undecided, .fails, .couldBeRounding: break
        }
        if operands.areRough { return result(.notCheckable, words.rough(computed)) }
        // A limit or a rough figure was not worked out, so no usual mistake explains it.
        let isPlain = stated.bound == nil && stated.upper == nil && stated.slack == nil && length == .alike
        // What the unrounded figures can give is no sign of wrong rounding.
        let isInRange = fit == .couldBeRounding
        let mistakes = ClaimMistakes(checker: self, claim: claim, stated: stated.value, computed: computed)
        let explanations = (isPlain ? mistakes.explanations() : mistakes.directions())
            .filter { !isInRange || $0.mistake != .roundedWrongly }
        if !isInRange, let result = checkOthers(claim, stated, computed, operands) { return result }
        let couldBe = isInRange && explanations.isEmpty
        return couldBe
            ? result(.withinRounding, words.withinRounding(computed, range))
            : result(.contradicted, words.contradicted(computed, explanations), explanations)
    }

    /// “176 children were not visited”, where the figure counts those that were.
    ///
    /// - Returns: `nil` where the words say nothing of the others.
    private func checkOthers(
        _ claim: Claim, _ stated: StatedAmount, _ computed: Double, _ operands: ClaimOperands
    ) -> ClaimResult? {
        guard !claim.kind.isChange, stated.bound == nil, claim.figures.count == 1,
            StatedWords(claim.stated.text).has("not", "without", "never", "neither")
        else { return nil }
        let whole: Double?
        switch claim.kind {
        case .value, .share, .average:
            whole = claim.kind == .share || lookup.indicator(claim.figures[0])?.unit == .percent ? 100 : nil
        case .count: whole = operands.figures[0].fraction?.denominator
        default: whole = nil
        }
        if let whole, case .holds = stated.fit(whole - computed, isChange: false) {
            let others = ClaimWords(claim: claim, checker: self).confirmed(whole - computed)
            return ClaimResult(
                claim: claim, verdict: .confirmed, computed: whole - computed, computedRating: nil, explanations: [],
                sentence: others)
        }
        return notCheckable(
            claim, "\(MessageText.quoted(claim.stated.text)) says what was not, and the figure says what was")
    }

    /// A number of children, where the figure is a share of them: the cases that it counts.
    private func checkCases(_ claim: Claim) -> ClaimResult? {
        guard claim.kind == .count, claim.figures.count == 1, !claim.stated.isShare,
            let figure = claim.figures.first, lookup.indicator(figure)?.unit == .percent, let operand = operand(figure)
        else { return nil }
        guard let cases = operand.fraction?.numerator else {
            return notCheckable(claim, "the pack has the share and not the number")
        }
        var plain = claim
        plain.figures = [.number(cases)]
        let result = checkNumber(plain)
        guard result.verdict != .confirmed, let stated = claim.statedAmount,
            let whole = operand.fraction?.denominator
        else { return result }
        var counted = Operand(cases)
        counted.fraction = (cases, whole)
        return checkOthers(claim, stated, cases, ClaimOperands(figures: [counted], outOf: [])) ?? result
    }

    /// “3 points short of the target”: which side that is, the target says.
    private func checkDistance(_ claim: Claim) -> ClaimResult? {
        guard claim.kind.isChange, claim.comparedWith == .target, claim.stated.number?.sign == nil,
            case .target(let standing)? = StatedComparison(claim.stated.text),
            [.short, .missed, .beyond].contains(standing)
        else { return nil }
        switch compare(claim, .target(standing)) {
        case .undecided(let reason): return notCheckable(claim, reason)
        case .fails(let reason, let difference), .couldBeRounding(let reason, let difference):
            return ClaimResult(
                claim: claim, verdict: .contradicted, computed: difference, computedRating: nil, explanations: [],
                sentence: ClaimWords(claim: claim, checker: self).doesNotHold(reason))
        case .holds(_, let difference):
            var sized = claim
            sized.stated = StatedFigure(withoutTarget(claim.stated.text))
            sized.stated.direction = (difference ?? 0) < 0 ? .down : .up
            return checkNumber(sized).about(claim)
        }
    }

    /// The words before those about the target.
    private func withoutTarget(_ text: String) -> String {
        text.split(separator: " ").filter { word in
            !["target", "target,", "target."].contains(word.lowercased())
        }.joined(separator: " ")
    }

    /// “Three times more” is three times as many to some and four times as many to others.
    private func readingsOfTimesMore(
        _ claim: Claim, _ computed: Double, _ stated: StatedAmount, _ fit: ClaimFit
    ) -> String? {
        guard let times = claim.stated.times, claim.stated.isTimesMore,
            claim.kind == .ratio || claim.kind == .percentChange
        else { return nil }
        var other = stated
        other.value = claim.kind == .ratio ? times + 1 : 100 * times
        func isWrong(_ fit: ClaimFit) -> Bool { if case .fails = fit { true } else { false } }
        guard !isWrong(fit) || !isWrong(other.fit(computed, isChange: claim.kind.isChange)) else { return nil }
        let (first, second) = (MessageText.number(times), MessageText.number(times + 1))
        return
            "This cannot be checked: \(MessageText.quoted(claim.stated.text)) can mean \(first) or \(second) times as many."
    }

    /// So many of so many, against the numbers of cases behind the figure.
    ///
    /// - Returns: `nil` where only the share is known, which is then compared as any other.
    private func checkPart(_ claim: Claim, _ part: Double, _ whole: Double) -> ClaimResult? {
        switch claim.kind {
        case .value, .count, .share: break
        default: return nil
        }
        guard let figure = claim.figures.first, claim.figures.count == 1, let operand = self.operand(figure) else {
            return nil
        }
        let isOfCases = claim.outOf.isEmpty
        let wholes = claim.outOf.compactMap { self.operand($0)?.value }
        let known: (part: Double, whole: Double)? =
            isOfCases ? operand.fraction.map { ($0.numerator, $0.denominator) } : (operand.value, wholes.reduce(0, +))
        func result(_ verdict: ClaimResult.Verdict, _ computed: Double?, _ sentence: String) -> ClaimResult {
            ClaimResult(
                claim: claim, verdict: verdict, computed: computed, computedRating: nil, explanations: [],
                sentence: sentence)
        }
        guard let known else {
            let stated = MessageText.quoted(claim.stated.text)
            if lookup.indicator(figure)?.unit == .percent, whole > 0 {
                let share = DecimalText.withoutNoise(100 * part / whole)
                let shown = MessageText.number(DecimalText.rounded(share, decimals: 2))
                let text = shownPlain(operand.value, figure)
                return PrintedPrecision.agrees(share, with: operand.value, halfUnit: max(operand.halfUnit, 1e-9))
                    ? result(.confirmed, operand.value, "\(stated) is \(shown)%, as the figure is: \(text).")
                    : operand.isRough
                        ? notCheckable(claim, "the figure is an estimate or only an upper or lower limit")
                        : result(.contradicted, operand.value, "\(stated) is \(shown)%; the figure is \(text).")
            }
            guard lookup.indicator(figure).map({ $0.unit == .count }) ?? true else { return nil }
            guard operand.value == part else {
                return operand.isRough
                    ? notCheckable(claim, "the figure is an estimate or only an upper or lower limit")
                    : result(
                        .contradicted, operand.value,
                        "The report says \(stated); the figure is \(shownPlain(operand.value, figure)).")
            }
            return notCheckable(claim, "the pack does not say of how many")
        }
        var amount = claim.statedAmount
        amount?.value = part
        amount?.halfUnit = 0
        if amount?.slack != nil, part > 0 { amount?.slack = (0.05 * part, 0.1 * part) }
        let fit = (amount?.bound == nil && amount?.slack == nil ? nil : amount)?.fit(known.part, isChange: false)
        let partHolds = fit.map { if case .holds = $0 { true } else { false } } ?? (known.part == part)
        let holds = partHolds && known.whole == whole
        let numbers = "\(MessageText.number(known.part)) of \(MessageText.number(known.whole))"
        // “Nine out of ten” is a share where there are not ten.
        if known.whole != whole, known.whole > 0, let share = claim.stated.roundShare {
            let computed = DecimalText.withoutNoise(100 * known.part / known.whole)
            let shown = "\(numbers), \(MessageText.number(DecimalText.rounded(computed, decimals: 1)))%"
            switch (computed - share).magnitude {
            case ...2: return result(.confirmed, known.part, "The figures give \(shown), as stated.")
            case ...5:
                return notCheckable(
                    claim,
                    "the figures give \(shown), and whether \(MessageText.quoted(claim.stated.text)) reaches so far is for the "
                        + "writer to say")
            default: break
            }
        }
        if holds { return result(.confirmed, known.part, "The figures give \(numbers), as stated.") }
        if operand.isRough {
            return notCheckable(claim, "one of the figures is an estimate or only an upper or lower limit")
        }
        return result(
            .contradicted, known.part,
            "The report says \(MessageText.quoted(claim.stated.text)); the figures give \(numbers).")
    }

    private func shownPlain(_ value: Double, _ reference: FigureReference) -> String {
        lookup.indicator(reference)?.text(of: value) ?? MessageText.number(value)
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

    func notCheckable(_ claim: Claim, _ reason: String) -> ClaimResult {
        ClaimResult(
            claim: claim, verdict: .notCheckable, computed: nil, computedRating: nil, explanations: [],
            sentence: "This cannot be checked: \(reason).")
    }
}

extension StatedFigure {
    /// How far the exact value may lie from the stated one if the stated one was rounded from it.
    var halfUnit: Double { PrintedPrecision.halfUnit(decimals: decimals) * scale }
}

extension ClaimResult {
    /// The same result for the claim as it was written.
    func about(_ claim: Claim) -> ClaimResult {
        ClaimResult(
            claim: claim, verdict: verdict, computed: computed, computedRating: computedRating,
            explanations: explanations, sentence: sentence)
    }
}
