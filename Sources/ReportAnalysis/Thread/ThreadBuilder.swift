import ReportModel
import ReportVocabulary

/// Makes the links of a golden thread from the records of a pack.
struct ThreadBuilder {
    private(set) var links = GoldenThread.Links()
    private let index: PackIndex

    init(_ pack: ReportPack, _ index: PackIndex) {
        self.index = index
        for event in pack.inspections { add(event) }
        for item in pack.audits.recommendations { add(item) }
        for risk in pack.risks {
            for plan in risk.plans { links.add(.risk(risk.id), .plan(plan)) }
            measure(.risk(risk.id), risk.indicators)
        }
        for plan in pack.plans { add(plan) }
        for indicator in pack.indicators {
            for node in nodes(for: indicator.planReferences) { links.add(node, .indicator(indicator.id)) }
        }
        for grades in pack.audits.grades {
            guard let reference = grades.planReference else { continue }
            for node in nodes(for: [reference]) { links.add(node, .auditDomain(grades.domain)) }
        }
    }

    private mutating func add(_ event: InspectionEvent) {
        let origin = GoldenThread.Node.inspection(event.id)
        for finding in event.findings {
            let node = GoldenThread.Node.finding(finding.id)
            links.add(origin, node)
            for answer in nodes(for: finding.planReferences) { links.add(node, answer) }
            for action in finding.actions where index.actions.contains(action) { links.add(node, .action(action)) }
            measure(node, finding.indicators, finding.auditDomains)
        }
        for item in event.recommendations {
            links.add(origin, .recommendation(item.id))
            add(item)
        }
        for item in event.requirements { links.add(origin, .requirement(item.id)) }
    }

    private mutating func add(_ item: Recommendation) {
        let node = GoldenThread.Node.recommendation(item.id)
        for finding in item.findings where index.findings.contains(finding) { links.add(.finding(finding), node) }
        if let parent = item.parent, index.recommendations.contains(parent) { links.add(.recommendation(parent), node) }
        for answer in nodes(for: item.planReferences) { links.add(node, answer) }
        for note in item.progress where index.progressNotes.contains(note) { links.add(node, .progressNote(note)) }
        measure(node, item.indicators)
    }

    private mutating func add(_ plan: ImprovementPlan) {
        let whole = GoldenThread.Node.plan(plan.id)
        for event in plan.respondsTo where index.inspections.contains(event) { links.add(.inspection(event), whole) }
        for objective in plan.objectives { links.add(.objective(objective.id, of: plan.id), whole) }
        for theme in plan.themes { links.add(whole, .theme(theme.id, of: plan.id)) }
        for action in plan.actions {
            let node = GoldenThread.Node.action(action.id)
            links.add(action.theme.map { .theme($0, of: plan.id) } ?? whole, node)
            for item in action.recommendations {
                if index.recommendations.contains(item) {
                    links.add(.recommendation(item), node)
                } else if let id = Identifier<DirectionRequirement>(item.text), index.requirements.contains(id) {
                    links.add(.requirement(id), node)
                }
            }
            measure(node, action.indicators, action.auditDomains)
        }
        for note in plan.progress { add(note, of: plan.id) }
    }

    private mutating func add(_ note: ProgressNote, of plan: ImprovementPlan.ID) {
        let node = GoldenThread.Node.progressNote(note.id)
        for answer in nodes(for: note.references, in: plan) { links.add(answer, node) }
        for item in note.recommendations where index.recommendations.contains(item) {
            links.add(.recommendation(item), node)
        }
        for event in note.inspections where index.inspections.contains(event) { links.add(.inspection(event), node) }
        measure(node, note.indicators)
    }

    private mutating func measure(
        _ node: GoldenThread.Node, _ indicators: [Indicator.ID], _ domains: [String] = []
    ) {
        for indicator in indicators where index.indicators.contains(indicator) {
            links.add(node, .indicator(indicator))
        }
        for domain in domains where !domain.allSatisfy(\.isWhitespace) { links.add(node, .auditDomain(domain)) }
    }

    /// The actions that references name, one by one or as a whole; a reference without any stands for itself.
    ///
    /// Plans number their actions alike: a reference made in a plan means what that plan has.
    private func nodes(for references: [PlanReference], in plan: ImprovementPlan.ID? = nil) -> [GoldenThread.Node] {
        references.flatMap { reference -> [GoldenThread.Node] in
            let actions = index.actions(under: reference, in: plan)
            return actions.isEmpty ? [.planReference(reference)] : actions.map { .action($0) }
        }
    }
}
