/// A judgement on one area, on the four-point scale. The areas differ between frameworks and over time, so they are words.
public struct Judgement: Sendable, Hashable, Codable {
    /// What was judged, such as "overall effectiveness".
    public let area: String
    /// The grade.
    public let grade: Grade
    /// Whether it is a part of another judgement.
    public let isSubJudgement: Bool
    /// What to know before using it.
    public let note: String?

    /// Records a judgement.
    ///
    /// - Parameters:
    ///   - area: What was judged.
    ///   - grade: The grade.
    ///   - isSubJudgement: Whether it is a part of another judgement.
    ///   - note: What to know before using it.
    public init(area: String, grade: Grade, isSubJudgement: Bool = false, note: String? = nil) {
        self.area = area
        self.grade = grade
        self.isSubJudgement = isSubJudgement
        self.note = note
    }
}

/// Something that an inspection found, with the thread to what answers it.
public struct Finding: Sendable, Hashable, Codable, Identifiable {
    /// The type of the finding's identifier.
    public typealias ID = Identifier<Finding>

    /// What a finding asks for.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// Something done well.
        case strength
        /// Something to be done better.
        case areaForImprovement = "area-for-improvement"
        /// Something that must be put right at once.
        case priorityAction = "priority-action"

        /// The name for people.
        public var label: String {
            switch self {
            case .strength: "Strength"
            case .areaForImprovement: "Area for improvement"
            case .priorityAction: "Priority action"
            }
        }
    }

    /// The identifier.
    public let id: ID
    /// What it asks for.
    public let kind: Kind
    /// The subject, such as "supervision".
    public let theme: String?
    /// What was found.
    public let text: String
    /// The actions that answer it, by reference in the plan.
    public let planReferences: [PlanReference]
    /// The actions that answer it, by identifier.
    public let actions: [PlanAction.ID]
    /// The indicators that show whether it was put right.
    public let indicators: [Indicator.ID]
    /// The domains of audit that show whether it was put right.
    public let auditDomains: [String]
    /// Where it is printed.
    public let source: SourceReference?
    /// Who may see it.
    public let access: Access

    /// Records a finding.
    ///
    /// - Parameters:
    ///   - id: The identifier.
    ///   - kind: What it asks for.
    ///   - theme: The subject.
    ///   - text: What was found.
    ///   - planReferences: The actions that answer it, by reference.
    ///   - actions: The actions that answer it, by identifier.
    ///   - indicators: The indicators that show whether it was put right.
    ///   - auditDomains: The domains of audit that show whether it was put right.
    ///   - source: Where it is printed.
    ///   - access: Who may see it.
    public init(
        id: ID, kind: Kind, theme: String? = nil, text: String, planReferences: [PlanReference] = [],
        actions: [PlanAction.ID] = [], indicators: [Indicator.ID] = [], auditDomains: [String] = [],
        source: SourceReference? = nil, access: Access = .unrestricted
    ) {
        self.id = id
        self.kind = kind
        self.theme = theme
        self.text = text
        self.planReferences = planReferences
        self.actions = actions
        self.indicators = indicators
        self.auditDomains = auditDomains
        self.source = source
        self.access = access
    }
}

/// Something that an inspector, commissioner or auditor recommends.
public struct Recommendation: Sendable, Hashable, Codable, Identifiable {
    /// The type of the recommendation's identifier.
    public typealias ID = Identifier<Recommendation>

    /// How binding it is meant.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// A recommendation of the report.
        case recommendation
        /// An action that a reviewer lists as key.
        case keyAction = "key-action"
    }

    /// The identifier.
    public let id: ID
    /// How binding it is meant.
    public let kind: Kind
    /// The paragraph or number in its source.
    public let reference: String?
    /// The subject.
    public let theme: String?
    /// What is recommended.
    public let text: String
    /// When it is to be done.
    public let due: PartialDate?
    /// The recommendation of which it is a part.
    public let parent: ID?
    /// The recommendation that must come first.
    public let dependsOn: ID?
    /// The findings that it answers.
    public let findings: [Finding.ID]
    /// The actions that answer it, by reference in the plan.
    public let planReferences: [PlanReference]
    /// The notes on progress that answer it.
    public let progress: [ProgressNote.ID]
    /// The indicators that show whether it was done.
    public let indicators: [Indicator.ID]
    /// Where it is printed.
    public let source: SourceReference?
    /// Who may see it.
    public let access: Access

    /// Records a recommendation.
    ///
    /// - Parameters:
    ///   - id: The identifier.
    ///   - kind: How binding it is meant.
    ///   - reference: The paragraph or number in its source.
    ///   - theme: The subject.
    ///   - text: What is recommended.
    ///   - due: When it is to be done.
    ///   - parent: The recommendation of which it is a part.
    ///   - dependsOn: The recommendation that must come first.
    ///   - findings: The findings that it answers.
    ///   - planReferences: The actions that answer it, by reference.
    ///   - progress: The notes on progress that answer it.
    ///   - indicators: The indicators that show whether it was done.
    ///   - source: Where it is printed.
    ///   - access: Who may see it.
    public init(
        id: ID, kind: Kind = .recommendation, reference: String? = nil, theme: String? = nil, text: String,
        due: PartialDate? = nil, parent: ID? = nil, dependsOn: ID? = nil, findings: [Finding.ID] = [],
        planReferences: [PlanReference] = [], progress: [ProgressNote.ID] = [], indicators: [Indicator.ID] = [],
        source: SourceReference? = nil, access: Access = .unrestricted
    ) {
        self.id = id
        self.kind = kind
        self.reference = reference
        self.theme = theme
        self.text = text
        self.due = due
        self.parent = parent
        self.dependsOn = dependsOn
        self.findings = findings
        self.planReferences = planReferences
        self.progress = progress
        self.indicators = indicators
        self.source = source
        self.access = access
    }
}
