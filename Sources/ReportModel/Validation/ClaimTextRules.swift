import ReportVocabulary

/// Claims say of their figures what the figures are: for whom they are, what they count, of what time, and not two things at once.
enum ClaimTextRules {
    static func check(_ claims: [Claim], _ lookup: FigureIndex, into problems: inout ProblemList) {
        for claim in claims {
            checkAccess(of: claim, lookup, into: &problems)
            checkRate(in: claim, lookup, into: &problems)
            checkTimes(of: claim, lookup, into: &problems)
        }
        checkOpposites(claims, into: &problems)
    }

    /// A sentence that anyone may read, on a figure that few may see.
    private static func checkAccess(of claim: Claim, _ lookup: FigureIndex, into problems: inout ProblemList) {
        guard claim.access.isUnrestricted else { return }
        for observed in claim.references.compactMap(\.observed) {
            let access = lookup.observation(observed)?.access ?? .unrestricted
            guard !access.isUnrestricted || lookup.index.indicators[observed.indicator]?.access.isUnrestricted == false
            else { continue }
            problems.warning(
                .inconsistent, about: RecordReference(.claim, claim.id), field: "access", values: [observed.description],
                "The sentence is public, and \(lookup.label(observed)) is not; take the figure out of what is published, or give the "
                    + "claim the same access.")
            return
        }
    }

    /// “An above average rate” of two numbers of children.
    private static func checkRate(in claim: Claim, _ lookup: FigureIndex, into problems: inout ProblemList) {
        let words = StatedWords(claim.statement)
        guard words.has("rate", "rates"), claim.kind == .value || claim.kind == .count || claim.kind == .comparison,
            claim.outOf.isEmpty, !claim.figures.isEmpty
        else { return }
        let units = claim.references.compactMap { lookup.indicator($0)?.unit }
        guard !units.isEmpty, units.allSatisfy({ $0 == .count }) else { return }
        problems.warning(
            .inconsistent, about: RecordReference(.claim, claim.id), field: "statement", values: [claim.statement],
            "The sentence speaks of a rate, and its figures are numbers of cases; give the rate, or call it a number.")
    }

    /// Figures of different times that are set beside each other as if they were of one.
    private static func checkTimes(of claim: Claim, _ lookup: FigureIndex, into problems: inout ProblemList) {
        guard let figure = claim.figures.first?.observed, let other = claim.comparedWith?.observed,
            figure.indicator == other.indicator, let indicator = lookup.index.indicators[figure.indicator],
            claim.kind != .ratio, claim.kind != .share
        else { return }
        let subject = RecordReference(.claim, claim.id)
        let (own, theirs) = (lookup.place(of: figure).area, lookup.place(of: other).area)
        if own != theirs, figure.period.lastDay < other.period.firstDay || other.period.lastDay < figure.period.firstDay {
            problems.warning(
                .inconsistent, about: subject, field: "compared_with", values: [other.description],
                "The figure for \(figure.period.labelWithinSentence) is compared with another area's for "
                    + "\(other.period.labelWithinSentence); compare the same time, or say so in the sentence.")
        }
        let (longer, shorter) = (
            max(figure.period.numberOfDays, other.period.numberOfDays),
            min(figure.period.numberOfDays, other.period.numberOfDays)
        )
        // A figure of a day, and one that covers its own number of months, is as long as any other.
        guard shorter > 1, Double(longer) > 1.2 * Double(shorter), indicator.accumulation == .period,
            indicator.unit == .count || indicator.unit.isMoney
        else { return }
        problems.warning(
            .inconsistent, about: subject, field: "compared_with", values: [other.description],
            "The figure for \(figure.period.labelWithinSentence) is compared with one for \(other.period.labelWithinSentence), which is "
                + "\(longer == figure.period.numberOfDays ? "shorter" : "longer"); check that both count over as long a time.")
    }

    /// Two sentences that say the opposite of the same two figures.
    private static func checkOpposites(_ claims: [Claim], into problems: inout ProblemList) {
        struct Subject: Hashable {
            let figures: [FigureReference]
            let other: FigureReference?
        }
        var first: [Subject: (claim: Claim, isUp: Bool)] = [:]
        for claim in claims where claim.kind == .comparison || claim.kind == .points || claim.kind == .difference {
            guard !claim.figures.isEmpty, claim.comparedWith != nil else { continue }
            let isUp: Bool
            switch claim.stated.direction {
            case .up: isUp = true
            case .down: isUp = false
            default: continue
            }
            let subject = Subject(figures: claim.figures, other: claim.comparedWith)
            guard let earlier = first[subject] else {
                first[subject] = (claim, isUp)
                continue
            }
            guard earlier.isUp != isUp else { continue }
            problems.add(
                .warning, .inconsistent, about: RecordReference(.claim, claim.id), field: "stated",
                values: [claim.stated.text],
                "This claim says the opposite of ", naming: RecordReference(.claim, earlier.claim.id),
                "; only one of the two can be right.")
        }
    }
}

extension MeasurementUnit {
    fileprivate var isMoney: Bool { if case .money = self { true } else { false } }
}
