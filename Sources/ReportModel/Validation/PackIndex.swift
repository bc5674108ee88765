package import ReportVocabulary

/// The names that the records of a pack can be found by.
package struct PackIndex {
    var areas = KnownNames<Area>("area")
    var roles = KnownNames<Role>("role")
    var sources = KnownNames<SourceDocument>("source")
    var agreements = KnownNames<SharingAgreement>("sharing agreement")
    var breakdowns = KnownNames<Breakdown>("breakdown")
    package var indicators = KnownNames<Indicator>("indicator")
    package var plans = KnownNames<ImprovementPlan>("plan")
    package var actions = KnownNames<PlanAction>("action")
    package var progressNotes = KnownNames<ProgressNote>("progress note")
    var auditMethods = KnownNames<AuditMethod>("audit method")
    package var inspections = KnownNames<InspectionEvent>("inspection, visit, review or direction")
    package var findings = KnownNames<Finding>("finding")
    package var recommendations = KnownNames<Recommendation>("recommendation")
    package var reports = KnownNames<CommitteeReport>("report")
    package var budget = KnownNames<BudgetFigure>("budget figure")
    package var dashboardNumbers: Set<Int> = []
    /// What references to plans can mean; empty where no plan of the pack has references.
    package var planReferences: Set<PlanReference> = []
    /// The first indicator with each identifier.
    var indicatorByID: [Indicator.ID: Indicator] = [:]
    /// The first breakdown with each identifier.
    var breakdownByID: [Breakdown.ID: Breakdown] = [:]
    private var categoriesByBreakdown: [Breakdown.ID: KnownNames<Breakdown.Category>] = [:]

    package init(_ pack: ReportPack) {
        areas.add(pack.manifest.areas)
        roles.add(pack.manifest.roles)
        sources.add(pack.manifest.sources)
        agreements.add(pack.manifest.agreements)
        breakdowns.add(pack.breakdowns)
        indicators.add(pack.indicators)
        plans.add(pack.plans)
        for plan in pack.plans {
            actions.add(plan.actions)
            progressNotes.add(plan.progress)
            addReferences(of: plan)
        }
        auditMethods.add(pack.audits.methods)
        recommendations.add(pack.audits.recommendations)
        inspections.add(pack.inspections)
        for inspection in pack.inspections {
            findings.add(inspection.findings)
            recommendations.add(inspection.recommendations)
        }
        reports.add(pack.reports)
        budget.add(pack.budget)
        dashboardNumbers = Set(pack.dashboard.map(\.number))
        indicatorByID = Dictionary(pack.indicators.map { ($0.id, $0) }) { first, _ in first }
        breakdownByID = Dictionary(pack.breakdowns.map { ($0.id, $0) }) { first, _ in first }
        categoriesByBreakdown = breakdownByID.mapValues { breakdown in
            var names = KnownNames<Breakdown.Category>("category")
            names.add(breakdown.categories)
            return names
        }
    }

    /// The categories of a breakdown.
    func categories(of name: Breakdown.ID) -> KnownNames<Breakdown.Category> {
        categoriesByBreakdown[name] ?? KnownNames("category")
    }

    /// An action answers for its outcome and theme too: `5b` and `5` exist where there is a `5b(ii)`.
    private mutating func addReferences(of plan: ImprovementPlan) {
        for theme in plan.themes {
            guard let prefix = theme.prefix, let reference = try? PlanReference(prefix) else { continue }
            planReferences.insert(reference)
        }
        for reference in plan.themes.flatMap(\.outcomes).map(\.reference) + plan.actions.compactMap(\.reference) {
            planReferences.insert(reference)
            if let outcome = reference.outcome, let whole = try? PlanReference(reference.theme + outcome) {
                planReferences.insert(whole)
            }
            if let whole = try? PlanReference(reference.theme) { planReferences.insert(whole) }
        }
    }
}

/// The identifiers of one sort of record.
package struct KnownNames<Subject> {
    /// The sort of record in words.
    let noun: String
    private var names: Set<Identifier<Subject>> = []

    init(_ noun: String) {
        self.noun = noun
    }

    mutating func add(_ records: [Subject]) where Subject: Identifiable, Subject.ID == Identifier<Subject> {
        for record in records { names.insert(record.id) }
    }

    mutating func add(_ identifiers: some Sequence<Identifier<Subject>>) {
        names.formUnion(identifiers)
    }

    var count: Int { names.count }

    package func contains(_ name: Identifier<Subject>) -> Bool { names.contains(name) }

    /// The name that was probably meant.
    func nearest(to name: Identifier<Subject>) -> String? {
        NearestName.nearest(to: name.text, among: names.lazy.map(\.text))
    }
}
