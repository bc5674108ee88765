package import ReportModel
import ReportValidation
package import ReportVocabulary
package import SmallNumbers

/// What publication control has to know: under which policy a version is made, and what was published before it.
package struct DisclosureTerms: Sendable {
    /// How small numbers are treated.
    package var smallNumbers: SmallNumberPolicy
    /// The pack of the report before this one.
    package var previous: ReportPack?
    /// The packs of the reports before that one, the latest first.
    package var earlier: [ReportPack]
    /// The role that decides on the release.
    package var decidedBy: Role.ID?
    /// The files that the pack was read from.
    package var inputs: [InputFile]
    /// Whether figures in braces stay as they are, for people who edit the texts.
    package var keepsBraces: Bool
    /// Whether to work out what each choice of what is protected costs, for the review.
    package var countsChoices = false

    package init(
        smallNumbers: SmallNumberPolicy, previous: ReportPack?, earlier: [ReportPack] = [], decidedBy: Role.ID?,
        inputs: [InputFile], keepsBraces: Bool
    ) {
        self.smallNumbers = smallNumbers
        self.previous = previous
        self.earlier = earlier
        self.decidedBy = decidedBy
        self.inputs = inputs
        self.keepsBraces = keepsBraces
    }
}

extension ReportPack {
    /// What an audience may see of the pack: the only way to a ``DisclosedPack``.
    ///
    /// - Parameters:
    ///   - audience: Who will read it.
    ///   - terms: The policy for small numbers, and what was published before.
    /// - Returns: The pack without what the audience may not see, and what was decided.
    /// - Throws: ``DisclosureError`` where this pack or the one before it has errors, or a small number cannot be protected.
    package func disclosed(
        to audience: Audience, under terms: DisclosureTerms
    ) throws(DisclosureError) -> DisclosedPack {
        let errors = self.errors()
        guard errors.isEmpty else { throw DisclosureError(diagnostics: errors, isAboutPrevious: false) }
        for previous in (terms.previous.map { [$0] } ?? []) + terms.earlier {
            let errors = previous.errors()
            guard errors.isEmpty else { throw DisclosureError(diagnostics: errors, isAboutPrevious: true) }
        }
        return try DisclosedPack(of: self, for: audience, under: terms)
    }
}

/// What an audience may see of a pack, and what was done so that it sees nothing else.
///
/// Only this module can make one, and reports are composed from nothing else: what is not in it cannot be published.
package struct DisclosedPack: Sendable {
    /// Who may see it.
    package let audience: Audience
    /// The pack as the audience may see it.
    package let pack: ReportPack
    /// What it may not see, in words that it may.
    package let withheld: [WithheldItem]
    /// What was decided.
    package let releaseNote: ReleaseNote
    /// The same for those who release it.
    package let review: ReleaseReview
    /// The two packs to compare, where there was a report before: without what either of them withholds.
    package let comparison: (earlier: ReportPack, later: ReportPack)?
    /// The numbers that the remarks of each indicator have in the whole pack.
    package let remarkNumbers: RemarkNumbers

    fileprivate init(of pack: ReportPack, for audience: Audience, under terms: DisclosureTerms) throws(DisclosureError)
    {
        var filter = AccessFilter(pack: pack, audience: audience)
        var visible = filter.filtered(pack)

        let policy = terms.smallNumbers
        let previous = terms.previous.map { $0.limited(as: pack.manifest, pack.indicators) }
        var seenBefore = previous.map { previous in
            var filter = AccessFilter(pack: previous, audience: audience)
            return filter.filtered(previous)
        }
        var protection: PackProtection?
        var texts: [ReleaseReview.WithheldText] = []
        var choices: [ReleaseReview.ChoiceCost] = []
        if policy.threshold > 0 || filter.withholdsFigures {
            do {
                var releases: [PackProtection.Release] = []
                for earlier in Array(terms.earlier.reversed()) + (terms.previous.map { [$0] } ?? []) {
                    releases.insert(try .init(of: earlier, after: releases, for: audience, under: policy), at: 0)
                }
                let worked = try PackProtection(of: pack, after: releases, for: audience, under: policy)
                visible.observations = worked.figures(visible.observations, of: pack)
                if let previous, var earlier = seenBefore {
                    earlier.observations = worked.earlierFigures(earlier.observations, of: previous)
                    var echoes = PackEchoes(worked, in: previous)
                    seenBefore = echoes.removedEchoes(from: earlier)
                }
                var echoes = PackEchoes(worked, in: pack)
                visible = echoes.removedEchoes(from: visible)
                filter.noteSmallNumbers(
                    figures: worked.hiddenCount, echoes: echoes.removed, isForSmallNumbers: policy.threshold > 0)
                texts = echoes.texts
                protection = worked
                if terms.countsChoices {
                    choices =
                        ChoiceCosts(beside: worked, of: pack, after: releases, for: audience, under: policy).costs
                }
            } catch {
                throw DisclosureError(
                    diagnostics: [Diagnostic(.error, .smallNumbers, error.message)], isAboutPrevious: false)
            }
        }
        do {
            visible = try filter.withoutTellingBudget(visible, of: pack)
        } catch {
            throw DisclosureError(
                diagnostics: [Diagnostic(.error, .smallNumbers, error.message)], isAboutPrevious: false)
        }
        if !filter.withheld.isEmpty {
            visible = ReferencePruner(visible: visible, of: pack).pruned(visible)
            visible = filter.withoutUnusedNames(visible, of: pack)
        }
        if !terms.keepsBraces { filter.noteFiguresInText(Self.figuresMissingInText(of: visible, whole: pack)) }
        self.audience = audience
        self.pack = visible
        // How many there are of what was taken out is for officers.
        let counted = filter.withheld
        withheld =
            audience == .officers
            ? counted
            : counted.map { item in
                var item = item
                item.count = 1
                return item
            }
        comparison = previous.flatMap { previous in
            seenBefore.map { HiddenRecords.comparable(pack, seenAs: visible, with: previous, seenAs: $0) }
        }
        remarkNumbers = RemarkNumbers(of: pack, seenAs: visible)
        let roles = RecordTable("role", of: pack.manifest.roles)
        let shown = Set(visible.indicators.map(\.id))
        let full = ReleaseNote(
            audience: audience, policy: policy, withheld: counted.map { ReleaseNote.Withheld($0, countsItems: true) },
            hiddenFigures: (protection?.places ?? []).filter { shown.contains($0.indicator) }
                .map { .init(indicator: $0.indicator, count: $0.count) },
            roundedFigures: protection?.roundedCount ?? 0,
            decidedBy: terms.decidedBy.map { roles[$0]?.title ?? $0.text },
            inputs: terms.inputs)
        // How much of what was taken out, how long the files were and what they held says something of what was taken out.
        releaseNote = audience == .officers ? full : full.forReaders
        review = ReleaseReview(
            note: full, texts: texts,
            mayRestOnEarlierReleases: audience != .officers && terms.earlier.isEmpty
                && (protection?.hiddenCount ?? 0) > 0 && (terms.previous ?? pack).hasFiguresOfEarlierPeriods,
            choices: choices)
    }

    /// The figures that the texts ask for and the audience may not see, each as often as a text asks for it.
    private static func figuresMissingInText(of visible: ReportPack, whole: ReportPack) -> [Observation] {
        let texts = InlineText.all(in: visible)
        guard !texts.isEmpty else { return [] }
        let (shown, all) = (FigureIndex(visible), FigureIndex(whole))
        return texts.flatMap { InlineFigure.pieces(of: $0.text) }.compactMap { piece in
            guard case .figure(let figure) = piece else { return nil }
            let references = [figure.reference] + (figure.earlier.map { [$0] } ?? [])
            let missing = references.first {
                shown.index.indicators[$0.indicator] == nil || shown.observation($0) == nil
            }
            return missing.flatMap { all.observation($0) }
        }
    }
}

extension ReportPack {
    /// Whether some of its figures may have been in a report before it.
    fileprivate var hasFiguresOfEarlierPeriods: Bool {
        observations.contains { $0.period.lastDay < manifest.period.firstDay }
    }
}
