public import ReportModel
public import ReportVocabulary

extension GoldenThread {
    /// Something that the thread runs through, from why something is done to what shows that it works.
    public enum Node: Sendable, Hashable {
        /// An inspection, visit, review or direction.
        case inspection(InspectionEvent.ID)
        /// Something that inspectors or reviewers found.
        case finding(Finding.ID)
        /// What inspectors or auditors recommend.
        case recommendation(Recommendation.ID)
        /// What a direction requires.
        case requirement(DirectionRequirement.ID)
        /// A risk on the register.
        case risk(Risk.ID)
        /// What a plan wants to achieve as a whole; plans name their objectives alike.
        case objective(ImprovementPlan.Objective.ID, of: ImprovementPlan.ID)
        /// A plan.
        case plan(ImprovementPlan.ID)
        /// A theme of a plan; plans number their themes alike.
        case theme(ImprovementPlan.Theme.ID, of: ImprovementPlan.ID)
        /// A part of a plan that is named by reference and of which the pack lists no actions.
        case planReference(PlanReference)
        /// An action.
        case action(PlanAction.ID)
        /// A note on progress.
        case progressNote(ProgressNote.ID)
        /// An indicator.
        case indicator(Indicator.ID)
        /// A part of practice that audit grades.
        case auditDomain(String)

        /// The word for people, such as "Finding".
        public var kind: String {
            switch self {
            case .inspection: "Inspection"
            case .finding: "Finding"
            case .recommendation: "Recommendation"
            case .requirement: "Requirement"
            case .risk: "Risk"
            case .objective: "Objective"
            case .plan: "Plan"
            case .theme: "Theme"
            case .planReference: "Part of the plan"
            case .action: "Action"
            case .progressNote: "Note on progress"
            case .indicator: "Indicator"
            case .auditDomain: "Audit"
            }
        }

        /// Whether it is something that is done, promised or reported: an action, a named part of a plan, or a note.
        public var isAnswer: Bool {
            switch self {
            case .action, .planReference, .progressNote: true
            default: false
            }
        }

        /// Whether it shows how well something works: an indicator or a part of audit.
        public var isMeasure: Bool {
            switch self {
            case .indicator, .auditDomain: true
            default: false
            }
        }

        /// Whether it asks for something to be done: a finding, a recommendation or a requirement.
        public var isOrigin: Bool {
            switch self {
            case .finding, .recommendation, .requirement: true
            default: false
            }
        }
    }

    /// Links that are walked both ways; each link is held once, in the order in which it was made.
    struct Links: Sendable, Hashable {
        private(set) var forward: [Node: [Node]] = [:]
        private(set) var backward: [Node: [Node]] = [:]
        private(set) var count = 0
        private var seen: Set<Link> = []

        private struct Link: Sendable, Hashable {
            let reason: Node
            let answer: Node
        }

        mutating func add(_ reason: Node, _ answer: Node) {
            guard reason != answer, seen.insert(Link(reason: reason, answer: answer)).inserted else { return }
            forward[reason, default: []].append(answer)
            backward[answer, default: []].append(reason)
            count += 1
        }

        /// The nodes from which another one of a sort is reached.
        func nodes(leadingTo isSought: (Node) -> Bool) -> Set<Node> {
            Self.reach(from: backward.keys.filter(isSought), along: backward)
        }

        /// The nodes that are reached from another one of a sort.
        func nodes(reachedFrom isSought: (Node) -> Bool) -> Set<Node> {
            Self.reach(from: forward.keys.filter(isSought), along: forward)
        }

        private static func reach(from starts: [Node], along links: [Node: [Node]]) -> Set<Node> {
            var seen: Set<Node> = []
            var pending = starts
            while let node = pending.popLast() {
                for neighbour in links[node] ?? [] where seen.insert(neighbour).inserted { pending.append(neighbour) }
            }
            return seen
        }

        /// Everything that is reached from a node, nearest first, each once and the node itself never.
        static func reach(from start: Node, along links: [Node: [Node]]) -> [Node] {
            var result: [Node] = []
            var seen: Set<Node> = [start]
            var queue = [start]
            var next = 0
            while next < queue.count {
                let node = queue[next]
                next += 1
                for neighbour in links[node] ?? [] where seen.insert(neighbour).inserted {
                    result.append(neighbour)
                    queue.append(neighbour)
                }
            }
            return result
        }
    }
}
