public import ReportVocabulary

/// The records of a pack by the names that they go by: the one place where a name is looked up.
///
/// Most identifiers are unique in a pack: ``ReportPack/validate()`` reports those used twice as errors. Three kinds of name are
/// unique only within their parent, and can be looked up only together with it: themes and objectives in their plan, categories
/// in their breakdown. References to a plan (`1.1`, `T6`) are unique in their plan too, but the records that name them often
/// name no plan; then they stand for the actions of every plan that has them, which validation warns of.
///
/// Building it is O(records); figures, of which there are many, are looked up in a ``FigureIndex``. A class, because it is held in
/// many places and never changes.
package final class PackIndex: Sendable {
    package let areas: RecordTable<Area>
    package let roles: RecordTable<Role>
    package let sources: RecordTable<SourceDocument>
    package let agreements: RecordTable<SharingAgreement>
    package let breakdowns: RecordTable<Breakdown>
    package let indicators: RecordTable<Indicator>
    package let plans: RecordTable<ImprovementPlan>
    package let actions: RecordTable<PlanAction>
    package let progressNotes: RecordTable<ProgressNote>
    package let auditMethods: RecordTable<AuditMethod>
    package let inspections: RecordTable<InspectionEvent>
    package let findings: RecordTable<Finding>
    package let recommendations: RecordTable<Recommendation>
    package let requirements: RecordTable<DirectionRequirement>
    package let risks: RecordTable<Risk>
    package let reports: RecordTable<CommitteeReport>
    package let budget: RecordTable<BudgetFigure>
    package let governance: RecordTable<GovernanceBody>
    /// The lines of the dashboard by number.
    package let dashboardLines: [Int: DashboardLine]
    /// The area that the pack is about.
    package let ownArea: Area.ID

    private let themesByPlan: [ImprovementPlan.ID: RecordTable<ImprovementPlan.Theme>]
    private let objectivesByPlan: [ImprovementPlan.ID: RecordTable<ImprovementPlan.Objective>]
    private let categoriesByBreakdown: [Breakdown.ID: RecordTable<Breakdown.Category>]
    private let planOfAction: [PlanAction.ID: ImprovementPlan.ID]
    private let inspectionOfFinding: [Finding.ID: InspectionEvent.ID]
    private let inspectionOfRequirement: [DirectionRequirement.ID: InspectionEvent.ID]
    private let positionOfIndicator: [Indicator.ID: Int]
    /// The actions that a reference names, one by one or as a whole, in the order of the pack.
    private let actionsByReference: [PlanReference: [ActionPlace]]
    /// The plans that have something by a reference: an action, an outcome or a theme.
    private let plansByReference: [PlanReference: [ImprovementPlan.ID]]

    fileprivate struct ActionPlace: Sendable {
        let plan: ImprovementPlan.ID
        let action: PlanAction.ID
        let isNamedAlone: Bool
    }

    /// Indexes a pack.
    ///
    /// - Parameter pack: The pack.
    package init(_ pack: ReportPack) {
        let collected = Collected(pack)
        ownArea = pack.manifest.area
        areas = collected.areas
        roles = collected.roles
        sources = collected.sources
        agreements = collected.agreements
        breakdowns = collected.breakdowns
        indicators = collected.indicators
        plans = collected.plans
        actions = collected.actions
        progressNotes = collected.progressNotes
        auditMethods = collected.auditMethods
        inspections = collected.inspections
        findings = collected.findings
        recommendations = collected.recommendations
        requirements = collected.requirements
        risks = collected.risks
        reports = collected.reports
        budget = collected.budget
        governance = collected.governance
        dashboardLines = collected.dashboardLines
        themesByPlan = collected.themesByPlan
        objectivesByPlan = collected.objectivesByPlan
        categoriesByBreakdown = collected.categoriesByBreakdown
        planOfAction = collected.planOfAction
        inspectionOfFinding = collected.inspectionOfFinding
        inspectionOfRequirement = collected.inspectionOfRequirement
        positionOfIndicator = collected.positionOfIndicator
        actionsByReference = collected.actionsByReference
        plansByReference = collected.plansByReference
    }
}

/// What an index is made of, while it is made.
private struct Collected {
    var areas = RecordTable<Area>("area")
    var roles = RecordTable<Role>("role")
    var sources = RecordTable<SourceDocument>("source")
    var agreements = RecordTable<SharingAgreement>("sharing agreement")
    var breakdowns = RecordTable<Breakdown>("breakdown")
    var indicators = RecordTable<Indicator>("indicator")
    var plans = RecordTable<ImprovementPlan>("plan")
    var actions = RecordTable<PlanAction>("action")
    var progressNotes = RecordTable<ProgressNote>("progress note")
    var auditMethods = RecordTable<AuditMethod>("audit method")
    var inspections = RecordTable<InspectionEvent>("inspection, visit, review or direction")
    var findings = RecordTable<Finding>("finding")
    var recommendations = RecordTable<Recommendation>("recommendation")
    var requirements = RecordTable<DirectionRequirement>("requirement")
    var risks = RecordTable<Risk>("risk")
    var reports = RecordTable<CommitteeReport>("report")
    var budget = RecordTable<BudgetFigure>("budget figure")
    var governance = RecordTable<GovernanceBody>("governance body")
    var dashboardLines: [Int: DashboardLine] = [:]

    var themesByPlan: [ImprovementPlan.ID: RecordTable<ImprovementPlan.Theme>] = [:]
    var objectivesByPlan: [ImprovementPlan.ID: RecordTable<ImprovementPlan.Objective>] = [:]
    var categoriesByBreakdown: [Breakdown.ID: RecordTable<Breakdown.Category>] = [:]
    var planOfAction: [PlanAction.ID: ImprovementPlan.ID] = [:]
    var inspectionOfFinding: [Finding.ID: InspectionEvent.ID] = [:]
    var inspectionOfRequirement: [DirectionRequirement.ID: InspectionEvent.ID] = [:]
    var positionOfIndicator: [Indicator.ID: Int] = [:]
    var actionsByReference: [PlanReference: [PackIndex.ActionPlace]] = [:]
    var plansByReference: [PlanReference: [ImprovementPlan.ID]] = [:]

    init(_ pack: ReportPack) {
        areas.add(pack.manifest.areas)
        roles.add(pack.manifest.roles)
        sources.add(pack.manifest.sources)
        agreements.add(pack.manifest.agreements)
        breakdowns.add(pack.breakdowns)
        for breakdown in pack.breakdowns where categoriesByBreakdown[breakdown.id] == nil {
            categoriesByBreakdown[breakdown.id] = RecordTable("category", of: breakdown.categories)
        }
        indicators.add(pack.indicators)
        for (position, indicator) in pack.indicators.enumerated() where positionOfIndicator[indicator.id] == nil {
            positionOfIndicator[indicator.id] = position
        }
        for line in pack.dashboard where dashboardLines[line.number] == nil { dashboardLines[line.number] = line }
        for plan in pack.plans { add(plan) }
        auditMethods.add(pack.audits.methods)
        for inspection in pack.inspections {
            inspections.add([inspection])
            findings.add(inspection.findings)
            for finding in inspection.findings where inspectionOfFinding[finding.id] == nil {
                inspectionOfFinding[finding.id] = inspection.id
            }
            recommendations.add(inspection.recommendations)
            requirements.add(inspection.requirements)
            for item in inspection.requirements where inspectionOfRequirement[item.id] == nil {
                inspectionOfRequirement[item.id] = inspection.id
            }
        }
        recommendations.add(pack.audits.recommendations)
        risks.add(pack.risks)
        reports.add(pack.reports)
        budget.add(pack.budget)
        governance.add(pack.governance)
    }

    private mutating func add(_ plan: ImprovementPlan) {
        plans.add([plan])
        actions.add(plan.actions)
        progressNotes.add(plan.progress)
        if themesByPlan[plan.id] == nil {
            themesByPlan[plan.id] = RecordTable("theme", of: plan.themes)
            objectivesByPlan[plan.id] = RecordTable("objective", of: plan.objectives)
        }
        for action in plan.actions where planOfAction[action.id] == nil { planOfAction[action.id] = plan.id }
        addReferences(of: plan)
    }

    /// An action answers for its outcome and theme too: `5b` and `5` exist where there is a `5b(ii)`.
    private mutating func addReferences(of plan: ImprovementPlan) {
        var names: Set<PlanReference> = []
        for theme in plan.themes {
            if let prefix = theme.prefix, let reference = try? PlanReference(prefix) { names.insert(reference) }
            for outcome in theme.outcomes { names.formUnion(outcome.reference.wholes) }
        }
        for action in plan.actions {
            guard let reference = action.planReference else { continue }
            for name in reference.wholes {
                names.insert(name)
                actionsByReference[name, default: []].append(
                    PackIndex.ActionPlace(plan: plan.id, action: action.id, isNamedAlone: name == reference))
            }
        }
        for name in names where plansByReference[name]?.last != plan.id {
            plansByReference[name, default: []].append(plan.id)
        }
    }
}

// MARK: - Names that are unique within their parent

extension PackIndex {
    /// The themes of a plan.
    package func themes(of plan: ImprovementPlan.ID) -> RecordTable<ImprovementPlan.Theme> {
        themesByPlan[plan] ?? RecordTable("theme")
    }

    /// The objectives of a plan.
    package func objectives(of plan: ImprovementPlan.ID) -> RecordTable<ImprovementPlan.Objective> {
        objectivesByPlan[plan] ?? RecordTable("objective")
    }

    /// Whether a category is the one that is the sum of all others of an indicator's breakdown.
    package func isTotal(_ category: Breakdown.Category.ID?, of indicator: Indicator.ID) -> Bool {
        guard let category, let breakdown = indicators[indicator]?.breakdown else { return false }
        return breakdowns[breakdown]?.total == category
    }

    /// The categories of a breakdown.
    package func categories(of breakdown: Breakdown.ID) -> RecordTable<Breakdown.Category> {
        categoriesByBreakdown[breakdown] ?? RecordTable("category")
    }

    /// A category of the breakdown that an indicator has.
    package func category(_ id: Breakdown.Category.ID?, of indicator: Indicator.ID) -> Breakdown.Category? {
        guard let id, let breakdown = indicators[indicator]?.breakdown else { return nil }
        return categoriesByBreakdown[breakdown]?[id]
    }

    /// The plan that an action is part of.
    package func plan(of action: PlanAction.ID) -> ImprovementPlan? { plans[planOfAction[action]] }

    /// The inspection that made a finding.
    package func inspection(of finding: Finding.ID) -> InspectionEvent? { inspections[inspectionOfFinding[finding]] }

    /// The direction that makes a requirement.
    package func inspection(of requirement: DirectionRequirement.ID) -> InspectionEvent? {
        inspections[inspectionOfRequirement[requirement]]
    }

    /// The number that an indicator goes by in the report, from 1 in the order of the pack.
    package func number(of indicator: Indicator.ID) -> Int? { positionOfIndicator[indicator].map { $0 + 1 } }

    /// What a role is called; its identifier where the pack does not list it.
    package func role(_ id: Role.ID?) -> String? { id.map { roles[$0]?.title ?? $0.text } }

    /// What the roles that answer for an action are called, the one that leads first.
    package func owners(of action: PlanAction) -> [String] { action.owners.compactMap(role) }
}

// MARK: - References to plans

extension PackIndex {
    /// What references to plans can mean; empty where no plan of the pack has references.
    package var planReferences: Set<PlanReference> { Set(plansByReference.keys) }

    /// Whether any plan of the pack has references.
    package var hasPlanReferences: Bool { !plansByReference.isEmpty }

    /// The plans that have an action, an outcome or a theme by a reference, in the order of the pack.
    package func plans(with reference: PlanReference) -> [ImprovementPlan.ID] { plansByReference[reference] ?? [] }

    /// The actions that a reference names, one by one or as a whole outcome or theme.
    ///
    /// - Parameters:
    ///   - reference: The reference.
    ///   - plan: The plan in which it is made. What that plan has by the reference is meant, and what others have is not; a
    ///     reference of which it has nothing is looked up in all of them, as is one that is made in no plan.
    /// - Returns: The actions in the order of the pack.
    package func actions(under reference: PlanReference, in plan: ImprovementPlan.ID? = nil) -> [PlanAction.ID] {
        places(of: reference, in: plan).map(\.action)
    }

    /// The actions that have a reference as their own.
    package func actions(at reference: PlanReference, in plan: ImprovementPlan.ID? = nil) -> [PlanAction.ID] {
        places(of: reference, in: plan).filter(\.isNamedAlone).map(\.action)
    }

    private func places(of reference: PlanReference, in plan: ImprovementPlan.ID?) -> [ActionPlace] {
        let places = actionsByReference[reference] ?? []
        guard let plan, plansByReference[reference]?.contains(plan) == true else { return places }
        return places.filter { $0.plan == plan }
    }
}

// MARK: - Records of one sort

/// The records of one sort by identifier.
@usableFromInline package struct RecordTable<Record: Identifiable & Sendable>: Sendable
where Record.ID == Identifier<Record> {
    /// The kind of record in words.
    package let noun: String
    @usableFromInline package private(set) var records: [Record.ID: Record] = [:]
    /// The further records with an identifier that another has already.
    private var further: [Record.ID: [Record]] = [:]

    /// A table of records of which there are none yet.
    package init(_ noun: String) { self.noun = noun }

    package init(_ noun: String, of records: [Record]) {
        self.noun = noun
        add(records)
    }

    package mutating func add(_ list: [Record]) {
        for record in list {
            if records[record.id] == nil {
                records[record.id] = record
            } else {
                further[record.id, default: []].append(record)
            }
        }
    }

    package var count: Int { records.count }
    package var isEmpty: Bool { records.isEmpty }
    /// The identifiers, in no order.
    package var names: Dictionary<Record.ID, Record>.Keys { records.keys }
    /// The records with their identifiers, in no order.
    package var all: [Record.ID: Record] { records }

    @inlinable package func contains(_ name: Record.ID) -> Bool { records.index(forKey: name) != nil }

    /// The record with an identifier.
    ///
    /// Where a pack has several, which is an error that validation reports, it is the first. What must not depend on which
    /// of them is meant asks for ``every(_:)``.
    ///
    /// Asked of every figure, so other modules may have it specialised.
    @inlinable package subscript(name: Record.ID?) -> Record? {
        guard let name else { return nil }
        return records[name]
    }

    /// All records with an identifier: one in every pack without errors.
    package func every(_ name: Record.ID) -> [Record] {
        records[name].map { [$0] + (further[name] ?? []) } ?? []
    }

    /// The name that was probably meant.
    package func nearest(to name: Record.ID) -> String? {
        NearestName.nearest(to: name.text, among: records.keys.lazy.map(\.text))
    }
}
