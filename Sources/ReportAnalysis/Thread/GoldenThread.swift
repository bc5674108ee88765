import ReportVocabulary
public import ReportModel

/// The thread from what was found to what shows that it was put right, to be followed both ways: finding →
/// recommendation → action → indicator and audit.
///
/// Each link goes from a reason to what answers it. Links come from every record that names another, on whichever side it
/// is named: a recommendation names its findings, an action its recommendations, an indicator its actions. A reference to a
/// whole outcome or theme of a plan (`5b`, `5`) stands for all actions under it; where the pack lists none, the reference
/// itself is a ``Node/planReference(_:)``, for something was promised that cannot be followed here.
///
/// A thread holds what its pack holds. One that is published is built from a pack from which ``ReportPack/publish(for:options:)``
/// has taken what the audience may not see.
///
/// Building is O(records + links); a question is answered in O(nodes and links reached).
public struct GoldenThread: Sendable {
    let pack: ReportPack
    let links: Links
    let records: ThreadRecords
    let evidence: ThreadEvidence

    /// Follows the links of a pack.
    ///
    /// - Parameter pack: The pack, filtered for the audience where the answers will be published.
    public init(_ pack: ReportPack) {
        self.init(pack, positions: pack.positions())
    }

    init(_ pack: ReportPack, positions: [IndicatorPosition]) {
        self.pack = pack
        records = ThreadRecords(pack)
        evidence = ThreadEvidence(pack, positions: positions)
        links = ThreadBuilder(pack, records).links
    }

    /// How many links there are.
    public var linkCount: Int { links.count }

    /// What answers something directly, in the order of the pack.
    ///
    /// - Parameter node: What is to be answered.
    /// - Returns: What it leads to, each once; `a` is an answer to `b` exactly where `b` is a reason for `a`.
    public func answers(to node: Node) -> [Node] { links.forward[node] ?? [] }

    /// Why something exists: what it directly answers, in the order of the pack.
    ///
    /// - Parameter node: What is to be explained.
    /// - Returns: What leads to it, each once.
    public func reasons(for node: Node) -> [Node] { links.backward[node] ?? [] }

    /// Everything that something leads to, directly or through others, the nearest first.
    ///
    /// - Parameter node: Where to begin.
    /// - Returns: What is reached, each once.
    public func allAnswers(to node: Node) -> [Node] {
        Links.reach(from: node, along: links.forward)
    }

    /// Everything that leads to something, directly or through others, the nearest first.
    ///
    /// That two actions share an indicator makes neither the reason for the other.
    ///
    /// - Parameter node: Where to begin.
    /// - Returns: What leads there, each once.
    public func allReasons(for node: Node) -> [Node] {
        Links.reach(from: node, along: links.backward)
    }

    /// The title of something as people know it, such as "5b(ii) Visits" for an action.
    ///
    /// - Parameter node: What to name.
    /// - Returns: Its title or text; the identifier where the pack holds no such record.
    public func title(of node: Node) -> String { records.title(of: node) }
}

/// The records that a thread runs through, by identifier.
struct ThreadRecords: Sendable {
    private(set) var inspections: [InspectionEvent.ID: InspectionEvent] = [:]
    private(set) var findings: [Finding.ID: (finding: Finding, event: InspectionEvent.ID)] = [:]
    private(set) var recommendations: [Recommendation.ID: Recommendation] = [:]
    private(set) var requirements: [DirectionRequirement.ID: (item: DirectionRequirement, event: InspectionEvent.ID)] =
        [:]
    private(set) var actions: [PlanAction.ID: PlanAction] = [:]
    private(set) var notes: [ProgressNote.ID: ProgressNote] = [:]
    private(set) var indicators: [Indicator.ID: Indicator] = [:]
    private var titles: [GoldenThread.Node: String] = [:]

    init(_ pack: ReportPack) {
        for event in pack.inspections where inspections[event.id] == nil {
            inspections[event.id] = event
            for finding in event.findings where findings[finding.id] == nil {
                findings[finding.id] = (finding, event.id)
            }
            for item in event.requirements where requirements[item.id] == nil {
                requirements[item.id] = (item, event.id)
            }
        }
        for item in pack.inspections.flatMap(\.recommendations) + pack.audits.recommendations
        where recommendations[item.id] == nil {
            recommendations[item.id] = item
        }
        for plan in pack.plans {
            titles[.plan(plan.id)] = plan.title
            for objective in plan.objectives { titles[.objective(objective.id)] = objective.title }
            for theme in plan.themes { titles[.theme(theme.id)] = theme.title }
            for action in plan.actions where actions[action.id] == nil { actions[action.id] = action }
            for note in plan.progress where notes[note.id] == nil { notes[note.id] = note }
        }
        for risk in pack.risks { titles[.risk(risk.id)] = risk.title }
        for indicator in pack.indicators where indicators[indicator.id] == nil { indicators[indicator.id] = indicator }
    }

    func title(of node: GoldenThread.Node) -> String {
        switch node {
        case .inspection(let id): inspections[id]?.title ?? id.text
        case .finding(let id): findings[id]?.finding.text ?? id.text
        case .recommendation(let id): recommendations[id]?.text ?? id.text
        case .requirement(let id): requirements[id]?.item.text ?? id.text
        case .risk(let id): titles[node] ?? id.text
        case .objective(let id): titles[node] ?? id.text
        case .plan(let id): titles[node] ?? id.text
        case .theme(let id): titles[node] ?? id.text
        case .planReference(let reference): reference.text
        case .action(let id):
            actions[id].map { action in action.reference.map { "\($0.text) \(action.title)" } ?? action.title }
                ?? id.text
        case .progressNote(let id): notes[id]?.text ?? id.text
        case .indicator(let id): indicators[id]?.fullTitle ?? id.text
        case .auditDomain(let domain): domain
        }
    }
}
