/// What an audience may see of a pack, and what was done so that it sees nothing else.
struct DisclosureControl {
    /// The pack as the audience may see it.
    let visible: ReportPack
    /// What it may not see, in words that it may.
    let withheld: [WithheldItem]
    /// What was decided, as far as readers of the version may know.
    let releaseNote: ReleaseNote
    /// The same for those who release it.
    let review: ReleaseReview

    private let whole: ReportPack
    private let earlier: (whole: ReportPack, visible: ReportPack)?

    init(of pack: ReportPack, for audience: Audience, options: PublicationOptions) throws(PublicationError) {
        whole = pack
        var filter = AccessFilter(pack: pack, audience: audience)
        var visible = filter.filtered(pack)

        let policy = options.smallNumberPolicy(for: audience)
        let previous = options.previous.map { $0.limited(as: pack.manifest, pack.indicators) }
        var seenBefore = previous.map { previous in
            var filter = AccessFilter(pack: previous, audience: audience)
            return filter.filtered(previous)
        }
        var protection: PackProtection?
        var texts: [ReleaseReview.WithheldText] = []
        if policy.threshold > 0 || filter.withholdsFigures {
            do {
                var releases: [PackProtection.Release] = []
                for earlier in Array(options.earlier.reversed()) + (options.previous.map { [$0] } ?? []) {
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
            } catch {
                throw PublicationError(
                    diagnostics: [Diagnostic(.error, .smallNumbers, error.message)], isAboutPrevious: false)
            }
        }
        do {
            visible = try filter.withoutTellingBudget(visible, of: pack)
        } catch {
            throw PublicationError(
                diagnostics: [Diagnostic(.error, .smallNumbers, error.message)], isAboutPrevious: false)
        }
        if !filter.withheld.isEmpty {
            visible = ReferencePruner(visible: visible, of: pack).pruned(visible)
            visible = filter.withoutUnusedNames(visible, of: pack)
        }
        // From what the audience may see, so that a sentence cannot say what the tables withhold. Officers change the words
        // themselves in a working copy, with the figures still in braces.
        let keepsBraces = options.purpose == .workingCopy && audience == .officers
        if !keepsBraces, !InlineText.all(in: visible).isEmpty {
            var inline = InlineFigures(visible: visible, of: pack)
            visible = inline.filled(visible)
            filter.noteFiguresInText(inline.withheld)
        }
        self.visible = visible
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
        earlier = previous.flatMap { previous in seenBefore.map { (previous, $0) } }
        let roles = Dictionary(pack.manifest.roles.map { ($0.id, $0.title) }) { first, _ in first }
        let shown = Set(visible.indicators.map(\.id))
        let hiddenFigures = (protection?.places ?? []).filter { shown.contains($0.indicator) }
            .map { ReleaseNote.HiddenFigures(indicator: $0.indicator, count: $0.count) }
        let full = ReleaseNote(
            audience: audience, policy: policy, withheld: counted.map { ReleaseNote.Withheld($0, countsItems: true) },
            hiddenFigures: hiddenFigures, roundedFigures: protection?.roundedCount ?? 0,
            textFindings: Self.textFindings(in: visible),
            decidedBy: options.decidedBy.map { roles[$0] ?? $0.text }, inputs: options.inputs)
        // How much of what was taken out, how long the files were and what they held says something of what was taken out.
        releaseNote = audience == .officers ? full : full.forReaders
        review = ReleaseReview(
            note: full, texts: texts,
            mayRestOnEarlierReleases: audience != .officers && options.previous == nil
                && (protection?.hiddenCount ?? 0) > 0
                && pack.observations.contains { $0.period.lastDay < pack.manifest.period.firstDay })
    }

    private static func textFindings(in pack: ReportPack) -> [ReleaseNote.TextFindings] {
        let counts = IdentifyingText.findings(in: pack).reduce(into: [IdentifyingText.Kind: Int]()) {
            $0[$1.kind, default: 0] += $1.count
        }
        return IdentifyingText.Kind.allCases.compactMap { kind in counts[kind].map { .init(kind: kind, count: $0) } }
    }

    /// What changed since the earlier pack, as far as the audience may know.
    ///
    /// - Parameter visible: The pack as it is reported on.
    func comparison(seenAs visible: ReportPack) -> PackComparison? {
        earlier.map { PackComparison(of: whole, seenAs: visible, with: $0.whole, seenAs: $0.visible) }
    }
}
