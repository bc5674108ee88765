package import ReportAnalysis
package import ReportDisclosure
package import ReportModel
package import ReportVocabulary

/// Turns a pack that an audience may see whole into the sections of a publication.
package struct Composer {
    package let pack: ReportPack
    package let audience: Audience
    package let options: PublicationOptions
    package let withheld: [WithheldItem]
    package let releaseNote: ReleaseNote
    /// What was found in the texts that may lead to a person.
    package let textFindings: [ReleaseNote.TextFindings]
    package let index: CompositionIndex
    package let positions: [Indicator.ID: IndicatorPosition]
    package let thread: GoldenThread
    package let messages: MainMessages
    package let comparison: PackComparison?
    package let claimResults: [ClaimResult]
    package let plans: [PlanStanding]
    package let grades: LatestGrades
    package let analysed: AnalysedPack
    /// The numbers that the remarks of each indicator have in the whole pack.
    package let remarkNumbers: RemarkNumbers

    /// Prepares the composition of what an audience may see.
    ///
    /// Figures in braces are filled in from what is left, so that a sentence cannot say what the tables withhold.
    package init(_ disclosed: DisclosedPack, options: PublicationOptions) {
        var pack = disclosed.pack
        let figures = options.terms(for: disclosed.audience).keepsBraces ? nil : InlineFigures(pack)
        if let figures { pack = figures.filled(pack) }
        textFindings = Self.textFindings(in: pack)
        if let period = options.period { pack.manifest.period = period }
        self.pack = pack
        self.audience = disclosed.audience
        self.options = options
        withheld = disclosed.withheld
        remarkNumbers = disclosed.remarkNumbers
        releaseNote = disclosed.releaseNote.adding(textFindings)
        comparison = PackComparison(disclosed, in: pack.manifest.period, filling: figures)
        index = CompositionIndex(pack)
        analysed = AnalysedPack(pack)
        positions = Dictionary(analysed.positions.map { ($0.indicator.id, $0) }) { first, _ in first }
        thread = analysed.thread
        messages = MainMessages(of: analysed.exceptions, plan: pack.plans.last, positions: positions)
        claimResults = analysed.claims
        let (day, earlierPlans) = (pack.manifest.date, comparison?.earlier.plans ?? [])
        plans = pack.plans.map { plan in
            PlanStanding(of: plan, on: day, since: earlierPlans.first { $0.id == plan.id })
        }
        grades = LatestGrades(of: pack.audits.grades, asOf: pack.manifest.period)
    }

    /// How often each sort of thing that may lead to a person was found in the texts.
    private static func textFindings(in pack: ReportPack) -> [ReleaseNote.TextFindings] {
        let counts = IdentifyingText.findings(in: pack).reduce(into: [IdentifyingText.Kind: Int]()) {
            $0[$1.kind, default: 0] += $1.count
        }
        return IdentifyingText.Kind.allCases.compactMap { kind in counts[kind].map { .init(kind: kind, count: $0) } }
    }

    package func publication() -> Publication {
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

    package var report: CommitteeReport? { pack.reports.first }

    package var metadata: PublicationMetadata {
        let manifest = pack.manifest
        return PublicationMetadata(
            title: title, organisation: manifest.organisation, committee: report?.committee,
            author: report?.reportOf.flatMap { index.roles[$0] }, date: manifest.date, period: manifest.period.label,
            audience: audience, language: options.language,
            keywords: ["children's services", "performance", manifest.organisation, manifest.period.label],
            isSynthetic: manifest.isSynthetic, generator: options.generator, purpose: options.purpose)
    }

    /// The title of the report; a working copy says in it what it is.
    package var title: String {
        options.purpose == .workingCopy ? "Working copy: \(pack.manifest.title)" : pack.manifest.title
    }

    /// A section, or nothing where it has no blocks.
    package func section(
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

/// Names and figures of a pack by identifier.
package struct CompositionIndex {
    package let roles: [Role.ID: String]
    package let areas: [Area.ID: String]
    package let sources: [SourceDocument.ID: String]
    package let mainSource: SourceDocument.ID?
    package let indicators: [Indicator.ID: Indicator]
    /// The number that each indicator goes by in the report, from 1 in the order of the pack.
    package let numbers: [Indicator.ID: Int]
    package let categories: [Indicator.ID: [Breakdown.Category.ID: String]]
    package let themes: [ImprovementPlan.Theme.ID: String]
    package let actions: [PlanReference: PlanAction]
    package let actionsByID: [PlanAction.ID: PlanAction]
    package let methods: [AuditMethod.ID: String]
    package let series: [Indicator.ID: [FigureSeries]]

    package init(_ pack: ReportPack) {
        roles = Self.table(pack.manifest.roles) { ($0.id, $0.title) }
        areas = Self.table(pack.manifest.areas) { ($0.id, $0.title) }
        sources = Self.table(pack.manifest.sources) { ($0.id, $0.title) }
        mainSource = pack.manifest.sources.first?.id
        indicators = Self.table(pack.indicators) { ($0.id, $0) }
        numbers = Self.table(Array(pack.indicators.enumerated())) { ($0.element.id, $0.offset + 1) }
        let breakdowns = Self.table(pack.breakdowns) { ($0.id, Self.table($0.categories) { ($0.id, $0.title) }) }
        categories = Self.table(pack.indicators.filter { $0.breakdown != nil }) { indicator in
            (indicator.id, indicator.breakdown.flatMap { breakdowns[$0] } ?? [:])
        }
        themes = Self.table(pack.plans.flatMap(\.themes)) { ($0.id, $0.title) }
        let all = pack.plans.flatMap(\.actions)
        actions = Self.table(all.filter { $0.reference != nil }) { ($0.reference, $0) }.compactKeys()
        actionsByID = Self.table(all) { ($0.id, $0) }
        methods = Self.table(pack.audits.methods) { ($0.id, $0.title) }
        series = Dictionary(grouping: pack.series(), by: \.indicator)
    }

    private static func table<Item, Key: Hashable, Value>(
        _ items: [Item], _ pair: (Item) -> (Key, Value)
    ) -> [Key: Value] {
        Dictionary(items.map(pair)) { first, _ in first }
    }

    package func role(_ id: Role.ID?) -> String? { id.map { roles[$0] ?? $0.text } }

    package func indicatorTitles(_ ids: [Indicator.ID]) -> [String] { ids.compactMap { indicators[$0]?.fullTitle } }

    /// The series of an indicator for an area without a category, in the kind of the given period if there is one.
    package func mainSeries(of indicator: Indicator.ID, area: Area.ID, like period: ReportingPeriod) -> FigureSeries? {
        FigureSeries.main(among: series[indicator] ?? [], area: area, like: period)
    }

    /// Where something stands, in words.
    package func place(_ source: SourceReference?) -> String? {
        guard let source else { return nil }
        let title = sources[source.document] ?? source.document.text
        // In the pack's first source the place alone says enough; the notes say which source that is.
        guard let place = source.place else { return title }
        return source.document == mainSource ? place : "\(title): \(place)"
    }
}

extension Dictionary {
    fileprivate func compactKeys<Wrapped>() -> [Wrapped: Value] where Key == Wrapped? {
        Dictionary<Wrapped, Value>(
            compactMap { pair in pair.key.map { ($0, pair.value) } }, uniquingKeysWith: { first, _ in first })
    }
}
