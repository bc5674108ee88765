/// Turns a pack that an audience may see whole into the sections of a publication.
struct Composer {
    let pack: ReportPack
    let audience: Audience
    let options: PublicationOptions
    let withheld: [WithheldItem]
    let releaseNote: ReleaseNote
    let index: PackIndex
    let series: [Indicator.ID: [FigureSeries]]
    let positions: [Indicator.ID: IndicatorPosition]
    let thread: GoldenThread
    let messages: MainMessages
    let comparison: PackComparison?
    let claimResults: [ClaimResult]
    let plans: [PlanStanding]
    let grades: LatestGrades
    let analysed: AnalysedPack

    init(
        pack: ReportPack, audience: Audience, options: PublicationOptions, withheld: [WithheldItem],
        releaseNote: ReleaseNote, comparison: PackComparison? = nil
    ) {
        self.pack = pack
        self.audience = audience
        self.options = options
        self.withheld = withheld
        self.releaseNote = releaseNote
        self.comparison = comparison
        analysed = AnalysedPack(pack)
        index = analysed.index
        series = Dictionary(grouping: pack.series(), by: \.indicator)
        positions = analysed.positions.reduce(into: [:]) { $0[$1.indicator.id] = $1 }
        thread = analysed.thread
        messages = MainMessages(of: analysed.exceptions, plan: pack.plans.last, positions: positions)
        claimResults = analysed.claims
        plans = pack.plans.map { plan in
            PlanStanding(
                of: plan, on: pack.manifest.date, since: comparison?.earlier.plans.first { $0.id == plan.id })
        }
        grades = LatestGrades(of: pack.audits.grades, asOf: pack.manifest.period)
    }

    func publication() -> Publication {
        let parts = [
            summary(), changes(), exceptions(), enclosures(), committeeRecommendations(), reportText(),
            dashboard(), otherIndicators(), trends(), commentary(),
            planProgress(), planCharts(), actions(), actionMeasures(), progressNotes(),
            auditGrades(), auditCharts(), moderation(), auditActivity(), auditThemes(), standards(),
            inspections(), judgements(), findings(), threads(), inspectionRecommendations(), requirements(),
            fallingDue(), commitments(), surveyResults(), risks(), budget(), milestones(),
            definitions(), notes(), claimsChecked(), dashboardChecked(), checks(), releaseNoteSection(), inputs(),
            auditGradeDetails(), options.includesDataSection ? data() : nil,
        ].compactMap { $0 }
        return Publication(
            metadata: metadata, sections: RecordLinks.resolved([cover(), contents(of: parts)] + parts), pack: pack,
            assessment: Assessment(analysed), releaseNote: releaseNote)
    }

    var report: CommitteeReport? { pack.reports.first }

    var metadata: PublicationMetadata {
        let manifest = pack.manifest
        return PublicationMetadata(
            title: title, organisation: manifest.organisation, committee: report?.committee,
            author: report?.reportOf.flatMap { index.roles[$0]?.title }, date: manifest.date,
            period: manifest.period.label,
            audience: audience, language: options.language,
            keywords: ["children's services", "performance", manifest.organisation, manifest.period.label],
            isSynthetic: manifest.isSynthetic, generator: options.generator, purpose: options.purpose)
    }

    /// The title of the report; a working copy says in it what it is.
    var title: String {
        options.purpose == .workingCopy ? "Working copy: \(pack.manifest.title)" : pack.manifest.title
    }

    /// A section, or nothing where it has no blocks.
    func section(
        _ id: String, _ title: String, short: String? = nil, _ summary: String, exempt: [Access] = [], _ blocks: [Block]
    ) -> PublicationSection? {
        guard !blocks.isEmpty else { return nil }
        let paragraphs = exempt.reduce(Access.unrestricted) { $0.combined(with: $1) }.exemptParagraphs.sorted()
        let marking =
            paragraphs.isEmpty
            ? ""
            : " NOT FOR PUBLICATION: contains information that is exempt under Schedule 12A to the Local Government Act "
                + "1972, paragraph \(paragraphs.map { String($0.rawValue) }.joined(separator: " and "))."
                + publicInterest(exempt)
        return PublicationSection(
            id: id, title: title, shortTitle: short ?? title, summary: summary + marking, blocks: blocks)
    }
}

extension Composer {
    /// Why the exemptions are kept, as it was stated, each reason once; for those who see what is exempt.
    private func publicInterest(_ accesses: [Access]) -> String {
        var seen: Set<String> = []
        let reasons = accesses.filter { !$0.exemptParagraphs.isEmpty }.compactMap(\.publicInterestReason)
            .filter { seen.insert($0).inserted }
        return reasons.isEmpty ? "" : " Public interest: \(reasons.joined(separator: " "))"
    }
}

extension Composer {
    /// The series of an indicator for an area without a category, in the kind of the given period if there is one.
    func mainSeries(of indicator: Indicator.ID, area: Area.ID, like period: ReportingPeriod) -> FigureSeries? {
        FigureSeries.main(among: series[indicator] ?? [], area: area, like: period)
    }

    /// Where something stands, in words.
    func place(_ source: SourceReference?) -> String? {
        guard let source else { return nil }
        let title = index.sources[source.document]?.title ?? source.document.text
        // In the pack's first source the place alone says enough; the notes say which source that is.
        guard let place = source.place else { return title }
        return source.document == pack.manifest.sources.first?.id ? place : "\(title): \(place)"
    }
}
