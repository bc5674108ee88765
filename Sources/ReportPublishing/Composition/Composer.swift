import OfficialStatistics
package import ReportAnalysis
package import ReportDisclosure
package import ReportModel
package import ReportVocabulary

/// Turns a pack that an audience may see whole into the sections of a publication.
package final class Composer: Sendable {
    package let pack: ReportPack
    package let audience: Audience
    package let options: CompositionOptions
    package let withheld: [WithheldItem]
    package let releaseNote: ReleaseNote
    /// What was found in the texts that may identify a person.
    package let textFindings: [ReleaseNote.TextFindings]
    package let index: PackIndex
    package let series: [Indicator.ID: [FigureSeries]]
    package let positions: [Indicator.ID: IndicatorPosition]
    /// How each indicator compares with others, in the order in which they are shown.
    package let indicatorComparisons: [Indicator.ID: [IndicatorComparison]]
    package let thread: GoldenThread
    package let messages: MainMessages
    package let comparison: PackComparison?
    package let claimResults: [ClaimResult]
    package let plans: [PlanStanding]
    package let grades: LatestGrades
    package let assessment: Assessment
    /// The numbers that the remarks of each indicator have in the whole pack.
    package let remarkNumbers: RemarkNumbers

    /// Prepares the composition of what an audience may see.
    ///
    /// Figures in braces are filled in from what is left, so that a sentence cannot say what the tables withhold.
    package init(_ disclosed: DisclosedPack, options: CompositionOptions) {
        var pack = disclosed.pack
        let figures = options.keepsBraces ? nil : InlineFigures(pack)
        if let figures { pack = figures.filled(pack) }
        textFindings = Self.textFindings(in: pack)
        if let period = options.period { pack.manifest.report(on: period) }
        let comparison = PackComparison(disclosed, in: pack.manifest.period, filling: figures)
        if let earlier = comparison?.earlier { pack.markChangedMeanings(since: earlier) }
        self.pack = pack
        self.audience = disclosed.audience
        self.options = options
        withheld = disclosed.withheld
        remarkNumbers = disclosed.remarkNumbers
        releaseNote = disclosed.releaseNote.adding(textFindings)
        self.comparison = comparison
        let analysed = AnalysedPack(pack)
        assessment = Assessment(analysed)
        index = analysed.index
        series = Dictionary(grouping: pack.series(), by: \.indicator)
        positions = analysed.positions.reduce(into: [:]) { $0[$1.indicator.id] = $1 }
        indicatorComparisons = analysed.comparisons
        thread = analysed.thread
        messages = MainMessages(of: analysed.exceptions, plan: pack.plans.last, positions: positions)
        claimResults = analysed.claims
        let (day, earlierPlans) = (pack.manifest.date, comparison?.earlier.plans ?? [])
        plans = pack.plans.map { plan in
            PlanStanding(of: plan, on: day, since: earlierPlans.first { $0.id == plan.id })
        }
        grades = LatestGrades(of: pack.audits.grades, asOf: pack.manifest.period)
    }

    /// How often each kind of thing that may identify a person was found in the texts.
    private static func textFindings(in pack: ReportPack) -> [ReleaseNote.TextFindings] {
        let counts = IdentifyingText.findings(in: pack).reduce(into: [IdentifyingText.Kind: Int]()) {
            $0[$1.kind, default: 0] += $1.count
        }
        return IdentifyingText.Kind.allCases.compactMap { kind in counts[kind].map { .init(kind: kind, count: $0) } }
    }

    /// The sections of the list that have content, behind a cover and a list of contents.
    ///
    /// - Throws: ``PublicationError`` where a section that somebody added is not as sections have to be.
    package func publication() throws(PublicationError) -> Publication {
        let context = SectionContext(composer: self)
        var composed: [(id: SectionID, section: PublicationSection)] = []
        for (index, composer) in options.sections.sections.enumerated() {
            try options.checkCancellation()
            if let section = composer.compose(context) { composed.append((composer.id, section)) }
            options.progress?(0.75 + 0.25 * Double(index + 1) / Double(options.sections.sections.count + 1))
        }
        let parts = composed.map(\.section)
        let front = [cover(), contents(of: parts)]
        let faults = SectionCheck.faults(in: composed, behind: front, of: options.sections)
        guard faults.isEmpty else { throw PublicationError(sectionFaults: faults) }
        options.progress?(1)
        return Publication(
            metadata: metadata, sections: RecordLinks.resolved(front + parts), pack: pack, assessment: assessment,
            releaseNote: releaseNote)
    }

    package var report: CommitteeReport? { pack.reports.first }

    package var metadata: PublicationMetadata {
        let manifest = pack.manifest
        return PublicationMetadata(
            title: title, organisation: manifest.organisation, committee: report?.committee,
            author: report?.reportOf.flatMap { index.roles[$0]?.title }, date: manifest.date,
            period: manifest.period.label,
            audience: audience,
            keywords: ["children's services", "performance", manifest.organisation, manifest.period.label],
            isSynthetic: manifest.isSynthetic, generator: options.generator, purpose: options.purpose)
    }

    /// The title of the report; a working copy says in it what it is.
    package var title: String {
        options.purpose == .workingCopy ? ReportWording.workingCopy(pack.manifest.title) : pack.manifest.title
    }

    /// A section, or nothing where it has no blocks.
    package func section(
        _ id: SectionID, _ title: String, short: String? = nil, role: SectionRole = .body, isAnnex: Bool = false,
        _ summary: String, exempt: [Access] = [], _ blocks: [Block]
    ) -> PublicationSection? {
        guard !blocks.isEmpty else { return nil }
        let paragraphs = exempt.reduce(Access.unrestricted) { $0.combined(with: $1) }.exemptParagraphs.sorted()
        let marking =
            paragraphs.isEmpty
            ? ""
            : ReportWording.notForPublication(paragraphs.map { String($0.rawValue) }, publicInterest(exempt))
        return PublicationSection(
            id: id, title: title, shortTitle: short ?? title, role: role, isAnnex: isAnnex, summary: summary + marking,
            blocks: blocks)
    }
}

extension Composer {
    /// Why the exemptions are kept, as it was stated, each reason once; for those who see what is exempt.
    private func publicInterest(_ accesses: [Access]) -> [String] {
        var seen: Set<String> = []
        return accesses.filter { !$0.exemptParagraphs.isEmpty }.compactMap(\.publicInterestReason)
            .filter { seen.insert($0).inserted }
    }
}

extension Composer {
    /// The series of an indicator for an area without a category, in the kind of the given period if there is one.
    package func mainSeries(of indicator: Indicator.ID, area: Area.ID, like period: ReportingPeriod) -> FigureSeries? {
        FigureSeries.main(among: series[indicator] ?? [], area: area, like: period)
    }

    /// Where something is, in words.
    package func place(_ source: SourceReference?) -> String? {
        guard let source else { return nil }
        let title = index.sources[source.document]?.title ?? source.document.text
        // In the pack's first source the place alone says enough; the notes say which source that is.
        guard let place = source.place else { return title }
        return source.document == pack.manifest.sources.first?.id ? place : "\(title): \(place)"
    }
}
