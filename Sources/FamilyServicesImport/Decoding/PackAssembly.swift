import FamilyServicesKit

/// Reads the files of a pack in an order in which each finds what it refers to, and puts the pack together.
struct PackAssembly {
    private let contents: PackContents
    private let context: ImportContext
    private var manifest: ReportPack.Manifest?
    private var breakdowns: [Breakdown] = []
    private var indicators: [IndicatorDraft] = []
    private var observations: [Observation] = []
    private var dashboard: [DashboardLine] = []
    private(set) var plans: [PlanDraft] = []
    private var audits = AuditProgramme()
    private var inspections: [InspectionEvent] = []
    /// What a program wrote from published statistics, and the measures that the pack starts from.
    private var published = PublishedPart()
    private var base = BaseIndicators()
    private var unusedBase: Set<Indicator.ID> = []
    private var reports: [CommitteeReport] = []
    private var contextFile = (
        commitments: [CommitmentSet](), milestones: [Milestone](), governance: [GovernanceBody](),
        facts: [ContextFact]()
    )
    private var risks: [Risk] = []
    private var budget: [BudgetFigure] = []
    private var checks: [FigureCheck] = []
    private var claims: [Claim] = []

    init(_ contents: PackContents, context: ImportContext) {
        self.contents = contents
        self.context = context
    }

    /// Reads all files.
    ///
    /// - Returns: The pack, as far as it could be read; `nil` where it has no manifest.
    mutating func read() -> ReportPack? {
        contents.check(context)
        readManifest()
        readIndicators()
        readObservations()
        table(.dashboard, DashboardShapes.line) { $0.dashboardLine() }.forEach { dashboard.append($0) }
        readPlans()
        readAudits()
        inspections = document(.inspections, InspectionShapes.inspections)?.inspections() ?? []
        // An event that a person describes is that person's, whatever is published of it.
        let own = Set(inspections.map(\.id))
        inspections = published.inspections.filter { !own.contains($0.id) } + inspections
        reports = document(.report, ReportShapes.reports)?.reports() ?? []
        if let reader = document(.context, ContextShapes.context) {
            reader.rememberForPack()
            contextFile = (reader.commitments(), reader.milestones(), reader.governance(), reader.facts())
        }
        risks = table(.risks, RegisterShapes.risk) { $0.risk() }
        budget = table(.budget, RegisterShapes.budget) { $0.budgetFigure() }
        checks = table(.checks, RegisterShapes.check) { $0.figureCheck() }
        claims = table(.claims, ClaimShapes.claim) { $0.claim() }
        return manifest.map {
            ReportPack(
                manifest: $0, indicators: indicators.map(\.finished), breakdowns: breakdowns,
                observations: observations,
                dashboard: dashboard, plans: plans.map(\.finished), audits: audits, inspections: inspections,
                reports: reports, commitments: contextFile.commitments, risks: risks, budget: budget,
                milestones: contextFile.milestones, governance: contextFile.governance, context: contextFile.facts,
                checks: checks, claims: claims)
        }
    }

    // MARK: Parts

    private mutating func readManifest() {
        guard contents.reportMissingManifest(context) else { return }
        guard let reader = document(.pack, ManifestShapes.manifest) else { return }
        reader.readWords()
        base = reader.baseIndicators()
        reader.readActionColumns()
        manifest = reader.manifest()
        context.reportPeriod = manifest?.period
        if let reader = document(.published, PublishedShapes.published) {
            published = reader.published()
            let (areas, sources) = (Set(manifest?.areas.map(\.id) ?? []), Set(manifest?.sources.map(\.id) ?? []))
            manifest?.areas += published.areas.filter { !areas.contains($0.id) }
            manifest?.sources += published.sources.filter { !sources.contains($0.id) }
        }
        guard let manifest else { return }
        context.areaNames = Self.names(of: manifest)
        let roles = Dictionary(grouping: manifest.roles) { TradeWords.folded($0.title) }
        context.roleNames = roles.compactMapValues { $0.count == 1 ? $0.first?.id : nil }
        for role in manifest.roles { context.roleNames[role.id.text] = role.id }
    }

    /// What the areas of a pack can be called: identifiers as they are, and in small letters titles and codes that only one
    /// of them has; the council by the name of the organisation too.
    private static func names(of manifest: ReportPack.Manifest) -> [String: Area.ID] {
        var names: [String: Set<Area.ID>] = [TradeWords.folded(manifest.organisation): [manifest.area]]
        for area in manifest.areas {
            let others = [area.title, area.onsCode?.text, area.dfeCode?.text].compactMap { $0 }
            for name in others { names[TradeWords.folded(name), default: []].insert(area.id) }
        }
        var result = names.compactMapValues { $0.count == 1 ? $0.first : nil }
        for area in manifest.areas { result[area.id.text] = area.id }
        return result
    }

    private mutating func readIndicators() {
        breakdowns = document(.breakdowns, IndicatorShapes.breakdowns)?.breakdowns() ?? []
        indicators = table(
            .indicators, base.isEmpty ? IndicatorShapes.indicator : IndicatorShapes.changedIndicator,
            read: IndicatorShapes.indicator, completing: base
        ) { $0.indicator() }
        let named = Set(indicators.map(\.id.text))
        for (record, problems) in base.others(than: named) {
            let reader = RecordReader(record, IndicatorShapes.indicator, problems: problems, context: context)
            if let indicator = reader.indicator() { indicators.append(indicator) }
        }
        context.indicatorNames = Self.names(of: indicators)
        let baseIDs = Set(indicators.map(\.id)).filter { !named.contains($0.text) }
        var touched: Set<Indicator.ID> = []
        defer { unusedBase = baseIDs.subtracting(touched) }
        // Two indicators with one identifier are an error; the first has the rows of both.
        let position = Dictionary(indicators.enumerated().map { ($1.id, $0) }) { first, _ in first }
        var drafts = indicators
        _ = table(.targets, IndicatorShapes.target) { reader in
            guard let index: Int = self.index(of: "indicator", in: position, "indicator", reader) else { return }
            guard let target = reader.target(for: drafts[index]) else { return }
            drafts[index].targets.append(target)
            touched.insert(drafts[index].id)
            reader.remember(
                partOf: RecordReference(.indicator, drafts[index].id.text), field: "targets",
                item: drafts[index].targets.count)
        }
        _ = table(.breaks, IndicatorShapes.seriesBreak) { reader in
            let found = reader.seriesBreak()
            guard let index: Int = self.index(of: "indicator", in: position, "indicator", reader) else { return }
            guard let found else { return }
            drafts[index].breaks.append(found)
            touched.insert(drafts[index].id)
            reader.remember(
                partOf: RecordReference(.indicator, drafts[index].id.text), field: "breaks",
                item: drafts[index].breaks.count)
        }
        for reader in published.breaks {
            guard let found = reader.seriesBreak(),
                let index: Int = self.index(of: "indicator", in: position, "indicator", reader)
            else { continue }
            drafts[index].breaks.append(found)
        }
        _ = table(.commentary, IndicatorShapes.commentary) { reader in
            let comment = reader.commentary()
            guard let index: Int = self.index(of: "indicator", in: position, "indicator", reader) else { return }
            drafts[index].commentary.append(comment)
            touched.insert(drafts[index].id)
            reader.remember(
                partOf: RecordReference(.indicator, drafts[index].id.text), field: "commentary",
                item: drafts[index].commentary.count)
        }
        indicators = drafts
    }

    /// What indicators can be called: their identifiers as they are, and their titles in small letters where only one has it.
    private static func names(of indicators: [IndicatorDraft]) -> [String: Indicator.ID] {
        var names: [String: Set<Indicator.ID>] = [:]
        for draft in indicators { names[TradeWords.folded(draft.finished.title), default: []].insert(draft.id) }
        // An identifier of one that is like the title of another is the name of neither.
        for draft in indicators { names[TradeWords.folded(draft.id.text)]?.insert(draft.id) }
        var result = names.compactMapValues { $0.count == 1 ? $0.first : nil }
        for draft in indicators { result[draft.id.text] = draft.id }
        return result
    }

    private mutating func readObservations() {
        var measures = ObservationTable.Measures()
        // Two breakdowns with one identifier are an error; the first counts.
        let names = Dictionary(breakdowns.map { ($0.id, Self.names(of: $0)) }) { first, _ in first }
        for draft in indicators {
            measures.units[draft.id] = draft.unit
            measures.categories[draft.id] = draft.finished.breakdown.flatMap { names[$0] }
        }
        for name in contents.observationTables {
            guard let (table, problems) = contents.table(.observations, name: name, context),
                var reader = ObservationTable(
                    table, measures: measures, ownArea: manifest?.area, problems: problems, context: context)
            else { continue }
            reader.read()
            observations += reader.observations
            context.remember(reader.observationPlaces)
        }
        takeTotalsForWholes()
        // Of a base a pack has what it has figures for, and what it says something of.
        let measured = Set(observations.map(\.indicator))
        indicators.removeAll { unusedBase.contains($0.id) && !measured.contains($0.id) }
    }

    /// Makes the figure of a total category that of the whole where no row without a category gives it.
    ///
    /// The files of the Department for Education have a Total in every filter and no row without one.
    private mutating func takeTotalsForWholes() {
        // Two breakdowns with one identifier are an error; the first counts.
        let totals = Dictionary(
            breakdowns.compactMap { breakdown in breakdown.total.map { (breakdown.id, $0) } }
        ) { first, _ in first }
        guard !totals.isEmpty else { return }
        var totalByIndicator: [Indicator.ID: Breakdown.Category.ID] = [:]
        for draft in indicators {
            totalByIndicator[draft.id] = draft.finished.breakdown.flatMap { totals[$0] }
        }
        guard !totalByIndicator.isEmpty else { return }
        struct Whole: Hashable {
            let indicator: Indicator.ID
            let period: ReportingPeriod
            let area: Area.ID
        }
        var wholes: Set<Whole> = []
        for observation in observations where observation.category == nil {
            guard totalByIndicator[observation.indicator] != nil else { continue }
            wholes.insert(
                Whole(indicator: observation.indicator, period: observation.period, area: observation.area))
        }
        for index in observations.indices {
            let observation = observations[index]
            guard let category = observation.category, totalByIndicator[observation.indicator] == category else {
                continue
            }
            let whole = Whole(indicator: observation.indicator, period: observation.period, area: observation.area)
            if !wholes.contains(whole) { observations[index].category = nil }
        }
    }

    /// What the categories of a breakdown can be called.
    ///
    /// A title that two have is the name of neither.
    static func names(of breakdown: Breakdown) -> ObservationTable.CategoryNames {
        var titles: [String: [Breakdown.Category.ID]] = [:]
        for category in breakdown.categories { titles[category.title.lowercased(), default: []].append(category.id) }
        var names = ObservationTable.CategoryNames()
        names.categories = titles.compactMapValues { $0.count == 1 ? $0.first : nil }
        names.shared = titles.filter { $0.value.count > 1 }
        for category in breakdown.categories { names.categories[category.id.text] = category.id }
        return names
    }

    private mutating func readPlans() {
        plans = document(.plans, PlanShapes.plans)?.plans() ?? []
        var drafts = plans
        _ = table(.actions, PlanShapes.actionRow.adding(context.actionColumns)) { reader in
            let action = reader.action()
            if let index = self.plan(of: reader), let action { drafts[index].actions.append(action) }
        }
        var position: [PlanAction.ID: (plan: Int, action: Int)] = [:]
        for (plan, draft) in drafts.enumerated() {
            for (action, item) in draft.actions.enumerated() where position[item.id] == nil {
                position[item.id] = (plan, action)
            }
        }
        _ = table(.statusHistory, PlanShapes.statusRow) { reader in
            let status = reader.statusReport()
            guard let place = self.index(of: "action", in: position, "action", reader) else { return }
            drafts[place.plan].actions[place.action].history.append(status)
            let action = drafts[place.plan].actions[place.action]
            reader.remember(
                partOf: RecordReference(.action, action.id.text), field: "statuses", item: action.history.count)
        }
        _ = table(.progress, PlanShapes.progressRow) { reader in
            let note = reader.progressNote()
            if let index = self.plan(of: reader), let note { drafts[index].progress.append(note) }
        }
        plans = drafts
    }

    /// The plan that a row belongs to: the one it names, or the only one.
    private func plan(of reader: RecordReader) -> Int? {
        guard reader.has("plan") else {
            if plans.count == 1 { return 0 }
            reader.problems.hasLostRecords = true
            reader.problems.error(
                .missingValue, at: reader.position(of: "plan"),
                plans.isEmpty
                    ? "There is no plan to which this could belong; describe one in "
                        + (reader.problems.isWorkbook ? "the sheet Plans." : "plans.yaml.")
                    : "There are \(plans.count) plans; say in the column “plan” which one this belongs to "
                        + "(\(Excerpt.list(plans.map(\.id.text)))).")
            return nil
        }
        // Two plans with one identifier are an error; the first has the rows of both.
        let position = Dictionary(plans.enumerated().map { ($1.id, $0) }) { first, _ in first }
        return index(of: "plan", in: position, "plan", reader)
    }

    private mutating func readAudits() {
        var tables = AuditTables()
        tables.activity = table(.auditActivity, AuditTableShapes.activity, counting: .auditActivity) {
            $0.auditActivity()
        }
        tables.grades = table(.auditGrades, AuditTableShapes.grades) { $0.gradeDistribution() }
        tables.moderation = table(.moderation, AuditTableShapes.moderation, counting: .moderationPair) {
            $0.moderationPair()
        }
        if let reader = document(.audits, AuditShapes.programme) {
            reader.rememberForPack()
            audits = reader.auditProgramme(tables)
        } else {
            audits = AuditProgramme(activity: tables.activity, grades: tables.grades, moderation: tables.moderation)
        }
    }

    /// What a row refers to, where the row can only be kept together with it.
    private func index<Subject, Place>(
        of name: String, in known: [Identifier<Subject>: Place], _ noun: String, _ reader: RecordReader
    ) -> Place? {
        guard let id: Identifier<Subject> = reader.identifier(name) else { return nil }
        if let place = known[id] { return place }
        // What was lost may be what is meant.
        guard !context.hasLostRecords else { return nil }
        reader.problems.error(
            .unresolvedReference, at: reader.position(of: name),
            "There is no \(noun) \(Excerpt.quoted(id.text)) in the pack."
                + Suggestion.ending(for: id.text, among: known.keys.map(\.text).sorted()))
        return nil
    }

    // MARK: Files

    private func document(_ file: PackFile, _ shape: Shape) -> RecordReader? {
        guard let (record, shape, problems) = contents.document(file, shape, context) else { return nil }
        return RecordReader(record, shape, problems: problems, context: context)
    }

    /// Reads a table row by row.
    private func table<Value>(
        _ file: PackFile, _ shape: Shape, read rowShape: Shape? = nil,
        completing base: BaseIndicators = BaseIndicators(),
        counting kind: RecordReference.Kind? = nil, _ read: (RecordReader) -> Value?
    ) -> [Value] {
        guard let (opened, problems) = contents.table(file, name: file.rawValue, context) else { return [] }
        var table = opened
        ColumnCheck.reportUnknown(table.columns, in: table, shape, problems)
        guard ColumnCheck.reportMissing(in: table, shape, problems) else { return [] }
        let columns = table.columns.filter { shape.contains($0.name) }
        let dates = ColumnDates(table, reportPeriod: context.reportPeriod, problems: problems)
        var values: [Value] = []
        var row = CSVRow()
        while table.next(into: &row) {
            let record = base.completed(table.record(row, columns), required: (rowShape ?? shape).required)
            var reader = RecordReader(record, rowShape ?? shape, problems: problems, context: context)
            reader.dates = dates
            guard let value = read(reader) else { continue }
            values.append(value)
            if let kind { reader.remember(kind, String(values.count)) }
        }
        return values
    }
}
