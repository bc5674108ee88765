import ReportVocabulary
package import ReportModel

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
    let index: PackIndex
    let evidence: ThreadEvidence

    /// Follows the links of a pack.
    ///
    /// - Parameter pack: The pack, filtered for the audience where the answers will be published.
    package init(_ pack: ReportPack) {
        self.init(pack, PackIndex(pack), positions: pack.positions())
    }

    init(_ pack: ReportPack, _ index: PackIndex, positions: [IndicatorPosition]) {
        self.pack = pack
        self.index = index
        evidence = ThreadEvidence(pack, positions: positions)
        links = ThreadBuilder(pack, index).links
    }

    /// How many links there are.
    package var linkCount: Int { links.count }

    /// What answers something directly, in the order of the pack.
    ///
    /// - Parameter node: What is to be answered.
    /// - Returns: What it leads to, each once; `a` is an answer to `b` exactly where `b` is a reason for `a`.
    package func answers(to node: Node) -> [Node] { links.forward[node] ?? [] }

    /// Why something exists: what it directly answers, in the order of the pack.
    ///
    /// - Parameter node: What is to be explained.
    /// - Returns: What leads to it, each once.
    package func reasons(for node: Node) -> [Node] { links.backward[node] ?? [] }

    /// Everything that something leads to, directly or through others, the nearest first.
    ///
    /// - Parameter node: Where to begin.
    /// - Returns: What is reached, each once.
    package func allAnswers(to node: Node) -> [Node] {
        Links.reach(from: node, along: links.forward)
    }

    /// Everything that leads to something, directly or through others, the nearest first.
    ///
    /// That two actions share an indicator makes neither the reason for the other.
    ///
    /// - Parameter node: Where to begin.
    /// - Returns: What leads there, each once.
    package func allReasons(for node: Node) -> [Node] {
        Links.reach(from: node, along: links.backward)
    }

    /// The title of something as people know it, such as "5b(ii) Visits" for an action.
    ///
    /// - Parameter node: What to name.
    /// - Returns: Its title or text; the identifier where the pack holds no such record.
    package func title(of node: Node) -> String {
        switch node {
        case .inspection(let id): index.inspections[id]?.title ?? id.text
        case .finding(let id): index.findings[id]?.text ?? id.text
        case .recommendation(let id): index.recommendations[id]?.text ?? id.text
        case .requirement(let id): index.requirements[id]?.text ?? id.text
        case .risk(let id): index.risks[id]?.title ?? id.text
        case .objective(let id, let plan): index.objectives(of: plan)[id]?.title ?? id.text
        case .plan(let id): index.plans[id]?.title ?? id.text
        case .theme(let id, let plan): index.themes(of: plan)[id]?.title ?? id.text
        case .planReference(let reference): reference.text
        case .action(let id):
            index.actions[id].map { action in action.reference.map { "\($0.text) \(action.title)" } ?? action.title }
                ?? id.text
        case .progressNote(let id): index.progressNotes[id]?.text ?? id.text
        case .indicator(let id): index.indicators[id]?.fullTitle ?? id.text
        case .auditDomain(let domain): domain
        }
    }
}
