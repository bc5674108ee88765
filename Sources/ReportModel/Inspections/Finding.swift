public import ReportVocabulary

/// A judgement on one area, on the four-point scale.
///
/// The areas differ between frameworks and over time, so they are words.
public struct Judgement: Sendable, Hashable, Codable {
    /// What was judged, such as "overall effectiveness".
    public var area: String
    /// The grade.
    public var grade: Grade
    /// Whether it is a part of another judgement.
    public var isSubJudgement: Bool
    /// What to know before using it.
    public var note: String?

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
    public var id: Identifier<Finding>
    /// What it asks for.
    public var kind: Kind
    /// The subject, such as "supervision".
    public var theme: String?
    /// What was found.
    public var text: String
    /// The actions that answer it, by reference in the plan.
    public var planReferences: [PlanReference]
    /// The actions that answer it, by identifier.
    public var actions: [PlanAction.ID]
    /// The indicators that show whether it was put right.
    public var indicators: [Indicator.ID]
    /// The domains of audit that show whether it was put right.
    public var auditDomains: [String]
    /// Where it is printed.
    public var source: SourceReference?
    /// Who may see it.
    public var access: Access

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
    /// How binding it is meant.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// A recommendation of the report.
        case recommendation
        /// An action that a reviewer lists as key.
        case keyAction = "key-action"
    }

    /// The identifier.
    public var id: Identifier<Recommendation>
    /// How binding it is meant.
    public var kind: Kind
    /// The paragraph or number in its source.
    public var reference: String?
    /// The subject.
    public var theme: String?
    /// What is recommended.
    public var text: String
    /// When it is to be done.
    public var due: PartialDate?
    /// The recommendation of which it is a part.
    public var parent: ID?
    /// The recommendation that must come first.
    public var dependsOn: ID?
    /// The findings that it answers.
    public var findings: [Finding.ID]
    /// The actions that answer it, by reference in the plan.
    public var planReferences: [PlanReference]
    /// The notes on progress that answer it.
    public var progress: [ProgressNote.ID]
    /// The indicators that show whether it was done.
    public var indicators: [Indicator.ID]
    /// Where it is printed.
    public var source: SourceReference?
    /// Who may see it.
    public var access: Access

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
