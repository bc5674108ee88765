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
        for claim in pack.claims { check(claim, of: pack, lookup, with: checker) }
        ClaimTextRules.check(pack.claims, lookup, into: &checker.problems)
        for text in texts { check(text, lookup, with: checker) }
        problems = checker.problems
    }

    /// What keeps a claim from being checked is worth a warning; a claim that cannot be checked keeps no report from being
    /// published.
    private static func check(
        _ claim: Claim, of pack: ReportPack, _ lookup: FigureIndex, with checker: ReferenceChecker
    ) {
        let subject = RecordReference(.claim, claim.id)
        let completed = claim.completed(by: lookup)
        func warn(_ code: Diagnostic.Code, _ field: FieldPath, _ message: String, values: [String] = []) {
            checker.problems.warning(
                code, about: subject, field: field, values: values, message + " The claim cannot be checked.")
        }
        if let missing = completed.missingOperand {
            warn(
                .missingValue, "kind", "A claim about a \(claim.kind.label) needs more: \(missing) is not given.")
        }
        let quoted = MessageText.value(claim.stated.text)
        switch claim.kind {
        case .rating where claim.stated.rating == nil:
            warn(
                .badValue, "stated", "\(quoted) is not a rating; write red, amber or green.",
                values: [claim.stated.text])
        case .comparison where claim.stated.direction == nil && StatedComparison(claim.stated.text) == nil:
            warn(
                .badValue, "stated",
                "\(quoted) says neither higher nor lower; write higher, lower, same, not higher, not lower, better, worse, met "
                    + "its target, highest since or lowest in so many months.", values: [claim.stated.text])
        case .rating, .comparison: break
        default:
            if claim.statedAmount == nil, !(claim.kind.isOfTwo && claim.stated.direction == .level || claim.move != nil)
            {
                warn(.badValue, "stated", "\(quoted) has no number in it.", values: [claim.stated.text])
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
            case .number, .target: break
            case .recorded(let recorded):
                need(recorded, of: checker, about: subject, field: field)
                if let message = unknownName(in: recorded, pack) {
                    checker.problems.warning(
                        .unresolvedReference, about: subject, field: field, values: [recorded.description],
                        message + " The claim cannot be checked.")
                }
            case .observation(let observed):
                need(
                    observed, lookup, with: checker, about: subject, field: field, isClaim: true,
                    context: "In \(MessageText.value(observed)): ")
            }
        }
    }

    /// That audits have no such domain, or standards were not measured under such a name; `nil` where they are there.
    private static func unknownName(in recorded: FigureReference.Recorded, _ pack: ReportPack) -> String? {
        let (noun, known): (String, [String])
        switch recorded.collection {
        case .grades:
            noun = "audit grade has the domain or identifier"
            known = pack.audits.grades.flatMap { [$0.id.text, $0.domain] }
        case .compliance: (noun, known) = ("measurement has the standard", pack.audits.compliance.map(\.standard))
        case .actions, .themes, .budget, .findings, .recommendations, .requirements, .judgements: return nil
        }
        guard let name = recorded.name, !known.contains(name) else { return nil }
        let nearest =
            NearestName.nearest(to: name, among: known).map { " Did you mean \(MessageText.quoted($0))?" } ?? ""
        return "No \(noun) \(MessageText.value(name)).\(nearest)"
    }

    private static func need(
        _ recorded: FigureReference.Recorded, of checker: ReferenceChecker, about subject: RecordReference,
        field: FieldPath
    ) {
        let context = "In \(MessageText.value(recorded)): "
        switch recorded.collection {
        case .actions, .themes:
            checker.need(
                recorded.name.flatMap { ImprovementPlan.ID($0) }, in: checker.index.plans, about: subject, field: field,
                context)
        case .budget:
            checker.need(
                recorded.name.flatMap { BudgetFigure.ID($0) }, in: checker.index.budget, about: subject, field: field,
                context)
        case .findings, .recommendations, .requirements, .judgements:
            checker.need(
                recorded.name.flatMap { InspectionEvent.ID($0) }, in: checker.index.inspections, about: subject,
                field: field, context)
        // Domains and standards are named in words: whether there are any is said with the claim.
        case .grades, .compliance: break
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
                    "\(context)The indicator \(MessageText.value(indicator.id)) has no breakdown that "
                        + "\(MessageText.value(category)) could be a category of.")
            }
        }
        guard checker.problems.diagnostics.count == before, lookup.observation(observed) == nil else { return }
        let periods = lookup.otherPeriods(than: observed).map(\.period.code)
        let advice =
            periods.isEmpty
            ? "the pack has none for any period" : "there are figures for \(MessageText.list(Array(periods.prefix(5))))"
        let message = "\(context)There is no figure \(MessageText.value(observed)) in the pack; \(advice)."
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
