import ReportModel
import ReportVocabulary

/// Claims and figures in the text have all that they need, and it is in the pack.
enum ClaimRules {
    static func check(_ pack: ReportPack, _ index: PackIndex, into problems: inout ProblemList) {
        let texts = InlineText.all(in: pack)
        // Most packs have neither, and need not be searched.
        guard !pack.claims.isEmpty || !texts.isEmpty else { return }
        let checker = ReferenceChecker(index, problems)
        let lookup = FigureIndex(pack, index)
        for claim in pack.claims { check(claim, lookup, with: checker) }
        for text in texts { check(text, lookup, with: checker) }
        problems = checker.problems
    }

    private static func check(_ claim: Claim, _ lookup: FigureIndex, with checker: ReferenceChecker) {
        let subject = RecordReference(.claim, claim.id)
        if let missing = claim.missingOperand {
            checker.problems.error(
                .missingValue, about: subject, field: "kind",
                "A claim about a \(claim.kind.label) needs more: \(missing) is not given.")
        }
        let allowed: ClosedRange<Int> = claim.kind == .sum || claim.kind == .average ? 0...1_000 : 0...1
        if !allowed.contains(claim.figures.count) {
            checker.problems.error(
                .badValue, about: subject, field: "figure",
                "A claim about a \(claim.kind.label) is about one figure, not \(claim.figures.count); only a sum and an "
                    + "average have several.")
        }
        switch claim.kind {
        case .rating where claim.stated.rating == nil:
            checker.problems.error(
                .badValue, about: subject, field: "stated", values: [claim.stated.text],
                "\(MessageText.quoted(claim.stated.text)) is not a rating; write red, amber or green.")
        case .comparison where claim.stated.direction == nil:
            checker.problems.error(
                .badValue, about: subject, field: "stated", values: [claim.stated.text],
                "\(MessageText.quoted(claim.stated.text)) says neither higher nor lower; write higher, lower, same, not "
                    + "higher or not lower.")
        case .rating, .comparison: break
        default:
            if claim.statedNumber?.isFinite != true {
                checker.problems.error(
                    .badValue, about: subject, field: "stated", values: [claim.stated.text],
                    "\(MessageText.quoted(claim.stated.text)) has no number in it.")
            }
        }
        var references: [(field: FieldPath, reference: FigureReference)] = []
        for figure in claim.figures { references.append(("figure", figure)) }
        if let other = claim.comparedWith { references.append(("compared_with", other)) }
        for figure in claim.outOf { references.append(("out_of", figure)) }
        for (field, reference) in references {
            switch reference {
            case .number(let value) where !value.isFinite:
                checker.problems.error(
                    .badValue, about: subject, field: field, "A number is infinite or not a number.")
            case .number: break
            case .observation(let observed):
                need(
                    observed, lookup, with: checker, about: subject, field: field, isClaim: true,
                    context: "In \(MessageText.quoted(observed)): ")
            }
        }
    }

    private static func check(_ text: InlineText, _ lookup: FigureIndex, with checker: ReferenceChecker) {
        for piece in InlineFigure.pieces(of: text.text) {
            switch piece {
            case .text: break
            case .broken(let words, let problem):
                // A name of an indicator in braces was meant as a figure; other words in braces are words.
                let isMeant =
                    problem != .noReference
                    || Indicator.ID(words).map { checker.index.indicators.contains($0) } == true
                guard isMeant else { continue }
                checker.problems.error(
                    .badValue, about: text.subject, field: text.field, values: [text.text],
                    text.context + problem.sentence(about: words))
            case .figure(let figure):
                need(
                    figure.reference, lookup, with: checker, about: text.subject, field: text.field, isClaim: false,
                    context: text.context)
                guard let earlier = figure.earlier else { continue }
                need(
                    earlier, lookup, with: checker, about: text.subject, field: text.field, isClaim: false,
                    context: text.context)
            }
        }
    }

    /// Reports what a reference names and nothing has.
    ///
    /// For a claim a figure that is not there is a warning: the claim then cannot be checked. A text cannot be finished
    /// without it.
    private static func need(
        _ observed: FigureReference.Observed, _ lookup: FigureIndex, with checker: ReferenceChecker,
        about subject: RecordReference?, field: FieldPath, isClaim: Bool, context: String = ""
    ) {
        let before = checker.problems.diagnostics.count
        checker.need(observed.indicator, in: checker.index.indicators, about: subject, field: field, context)
        checker.need(observed.area, in: checker.index.areas, about: subject, field: field, context)
        if let category = observed.category, let indicator = checker.index.indicators[observed.indicator] {
            if let breakdown = indicator.breakdown {
                checker.need(
                    category, in: checker.index.categories(of: breakdown), about: subject, field: field, context)
            } else {
                checker.problems.error(
                    .unresolvedReference, about: subject, field: field, values: [observed.description],
                    "\(context)The indicator \(MessageText.quoted(indicator.id)) has no breakdown that "
                        + "\(MessageText.quoted(category)) could be a category of.")
            }
        }
        guard checker.problems.diagnostics.count == before, lookup.observation(observed) == nil else { return }
        let periods = lookup.otherPeriods(than: observed).map(\.period.code)
        let advice =
            periods.isEmpty
            ? "the pack has none for any period" : "there are figures for \(MessageText.list(Array(periods.prefix(5))))"
        let message = "\(context)There is no figure \(MessageText.quoted(observed)) in the pack; \(advice)."
        if isClaim {
            checker.problems.warning(
                .inconsistent, about: subject, field: field, values: [observed.description],
                message + " The claim cannot be checked.")
        } else {
            checker.problems.error(
                .unresolvedReference, about: subject, field: field, values: [observed.description], message)
        }
    }
}
