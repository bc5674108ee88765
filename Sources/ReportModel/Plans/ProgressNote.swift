public import ReportVocabulary

/// What a report says about progress on a part of a plan.
public struct ProgressNote: Sendable, Hashable, Codable, Identifiable {
    /// How far the matter has come.
    public enum State: String, Sendable, Hashable, Codable, CaseIterable {
        /// Done.
        case done
        /// Begun.
        case inProgress = "in-progress"
        /// Not begun.
        case planned
        /// Goes on without an end.
        case continuing
        /// Getting worse.
        case worsening

        /// The word for people.
        public var label: String {
            switch self {
            case .done: "Done"
            case .inProgress: "In progress"
            case .planned: "Planned"
            case .continuing: "Continuing"
            case .worsening: "Worsening"
            }
        }
    }

    /// The identifier.
    public var id: Identifier<ProgressNote>
    /// The reporting cycle.
    public var period: ReportingPeriod?
    /// The theme.
    public var theme: ImprovementPlan.Theme.ID?
    /// The actions, by reference.
    public var references: [PlanReference]
    /// What is said.
    public var text: String
    /// How far the matter has come.
    public var state: State?
    /// The status that was printed.
    public var status: BRAGStatus?
    /// The days that are mentioned.
    public var dates: [PartialDate]
    /// When the matter is to be done.
    public var due: PartialDate?
    /// The roles that are mentioned.
    public var roles: [Role.ID]
    /// The indicators that show it.
    public var indicators: [Indicator.ID]
    /// The inspections that it is about.
    public var inspections: [InspectionEvent.ID]
    /// The recommendations that it answers.
    public var recommendations: [Recommendation.ID]
    /// Where it is printed.
    public var source: SourceReference?
    /// Who may see it.
    public var access: Access

    /// Records a note.
    ///
    /// - Parameters:
    ///   - id: The identifier.
    ///   - period: The reporting cycle.
    ///   - theme: The theme.
    ///   - references: The actions, by reference.
    ///   - text: What is said.
    ///   - state: How far the matter has come.
    ///   - status: The status that was printed.
    ///   - dates: The days that are mentioned.
    ///   - due: When the matter is to be done.
    ///   - roles: The roles that are mentioned.
    ///   - indicators: The indicators that show it.
    ///   - inspections: The inspections that it is about.
    ///   - recommendations: The recommendations that it answers.
    ///   - source: Where it is printed.
    ///   - access: Who may see it.
    public init(
        id: ID, period: ReportingPeriod? = nil, theme: ImprovementPlan.Theme.ID? = nil,
        references: [PlanReference] = [], text: String, state: State? = nil, status: BRAGStatus? = nil,
        dates: [PartialDate] = [], due: PartialDate? = nil, roles: [Role.ID] = [], indicators: [Indicator.ID] = [],
        inspections: [InspectionEvent.ID] = [], recommendations: [Recommendation.ID] = [],
        source: SourceReference? = nil, access: Access = .unrestricted
    ) {
        self.id = id
        self.period = period
        self.theme = theme
        self.references = references
        self.text = text
        self.state = state
        self.status = status
        self.dates = dates
        self.due = due
        self.roles = roles
        self.indicators = indicators
        self.inspections = inspections
        self.recommendations = recommendations
        self.source = source
        self.access = access
    }
}
