public import ReportVocabulary

/// Something that a plan promises to do.
public struct PlanAction: Sendable, Hashable, Codable, Identifiable {
    /// The identifier, unique in the pack.
    ///
    /// Where a reference is unique it serves as one.
    public var id: Identifier<PlanAction>
    /// The reference in the plan, where the plan has such references.
    public var reference: PlanReference?
    /// The theme.
    public var theme: ImprovementPlan.Theme.ID?
    /// What it is about.
    public var title: String
    /// What is to be done.
    public var text: String?
    /// The role that answers for it; where several do, the one that leads.
    public var owner: Role.ID?
    /// The other roles that answer for it.
    public var otherOwners: [Role.ID]
    /// Who outside the council works on it, in words.
    public var partner: String?
    /// How urgent it is, in the council's own words, such as "High" or "P1".
    public var priority: String?
    /// When work begins.
    public var start: PartialDate?
    /// When it is to be done.
    public var due: PartialDate?
    /// When it was done.
    public var completed: PartialDate?
    /// The statuses that were reported, the earliest first.
    ///
    /// The last is the present one.
    public var statuses: [StatusReport]
    /// The steps on the way.
    public var milestones: [Milestone]
    /// The recommendations and requirements that it answers.
    public var recommendations: [Recommendation.ID]
    /// The indicators that show whether it works.
    public var indicators: [Indicator.ID]
    /// The parts of audit that show whether it works, by the domain they grade.
    public var auditDomains: [String]
    /// What shows that it was done.
    public var evidence: String?
    /// What will be different when it has worked, in words.
    public var measureOfSuccess: String?
    /// What the council keeps of it in columns of its own, in their order; blank ones are left out.
    public var ownColumns: [OwnColumn]
    /// Where it is printed.
    public var source: SourceReference?
    /// Who may see it.
    public var access: Access

    /// Describes an action.
    ///
    /// - Parameters:
    ///   - id: The identifier.
    ///   - reference: The reference in the plan.
    ///   - theme: The theme.
    ///   - title: What it is about.
    ///   - text: What is to be done.
    ///   - owner: The role that answers for it; where several do, the one that leads.
    ///   - otherOwners: The other roles that answer for it.
    ///   - partner: Who outside the council works on it.
    ///   - priority: How urgent it is, in the council's own words.
    ///   - start: When work begins.
    ///   - due: When it is to be done.
    ///   - completed: When it was done.
    ///   - statuses: The statuses that were reported, the earliest first.
    ///   - milestones: The steps on the way.
    ///   - recommendations: The recommendations that it answers.
    ///   - indicators: The indicators that show whether it works.
    ///   - auditDomains: The parts of audit that show whether it works.
    ///   - evidence: What shows that it was done.
    ///   - measureOfSuccess: What will be different when it has worked.
    ///   - ownColumns: What the council keeps of it in columns of its own.
    ///   - source: Where it is printed.
    ///   - access: Who may see it.
    public init(
        id: ID, reference: PlanReference? = nil, theme: ImprovementPlan.Theme.ID? = nil, title: String,
        text: String? = nil, owner: Role.ID? = nil, otherOwners: [Role.ID] = [], partner: String? = nil,
        priority: String? = nil, start: PartialDate? = nil, due: PartialDate? = nil,
        completed: PartialDate? = nil, statuses: [StatusReport] = [], milestones: [Milestone] = [],
        recommendations: [Recommendation.ID] = [], indicators: [Indicator.ID] = [], auditDomains: [String] = [],
        evidence: String? = nil, measureOfSuccess: String? = nil, ownColumns: [OwnColumn] = [],
        source: SourceReference? = nil, access: Access = .unrestricted
    ) {
        self.id = id
        self.reference = reference
        self.theme = theme
        self.title = title
        self.text = text
        self.owner = owner
        self.otherOwners = otherOwners
        self.partner = partner
        self.priority = priority
        self.start = start
        self.due = due
        self.completed = completed
        self.statuses = statuses
        self.milestones = milestones
        self.recommendations = recommendations
        self.indicators = indicators
        self.auditDomains = auditDomains
        self.evidence = evidence
        self.measureOfSuccess = measureOfSuccess
        self.ownColumns = ownColumns
        self.source = source
        self.access = access
    }

    /// Reads an action; one from before there could be several owners and columns of the council's own has none.
    ///
    /// - Parameter decoder: The decoder.
    /// - Throws: `DecodingError` where something is missing or wrong.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(ID.self, forKey: .id)
        reference = try container.decodeIfPresent(PlanReference.self, forKey: .reference)
        theme = try container.decodeIfPresent(ImprovementPlan.Theme.ID.self, forKey: .theme)
        title = try container.decode(String.self, forKey: .title)
        text = try container.decodeIfPresent(String.self, forKey: .text)
        owner = try container.decodeIfPresent(Role.ID.self, forKey: .owner)
        otherOwners = try container.decodeIfPresent([Role.ID].self, forKey: .otherOwners) ?? []
        partner = try container.decodeIfPresent(String.self, forKey: .partner)
        priority = try container.decodeIfPresent(String.self, forKey: .priority)
        start = try container.decodeIfPresent(PartialDate.self, forKey: .start)
        due = try container.decodeIfPresent(PartialDate.self, forKey: .due)
        completed = try container.decodeIfPresent(PartialDate.self, forKey: .completed)
        statuses = try container.decode([StatusReport].self, forKey: .statuses)
        milestones = try container.decode([Milestone].self, forKey: .milestones)
        recommendations = try container.decode([Recommendation.ID].self, forKey: .recommendations)
        indicators = try container.decode([Indicator.ID].self, forKey: .indicators)
        auditDomains = try container.decode([String].self, forKey: .auditDomains)
        evidence = try container.decodeIfPresent(String.self, forKey: .evidence)
        measureOfSuccess = try container.decodeIfPresent(String.self, forKey: .measureOfSuccess)
        ownColumns = try container.decodeIfPresent([OwnColumn].self, forKey: .ownColumns) ?? []
        source = try container.decodeIfPresent(SourceReference.self, forKey: .source)
        access = try container.decode(Access.self, forKey: .access)
    }

    /// All roles that answer for it, the one that leads first.
    public var owners: [Role.ID] { (owner.map { [$0] } ?? []) + otherOwners }

    /// The status on a day: the last one in the list that is not known to have been reported later.
    ///
    /// A report known to the month counts from the first day of it; one without a date counts where it is in the
    /// list. The present status is that on the day of the report: what is dated later is known, and not yet so.
    ///
    /// - Parameter day: The day.
    /// - Returns: `nil` where none had been reported.
    /// - Complexity: O(n) for n reports.
    public func status(on day: CalendarDate) -> BRAGStatus? { report(on: day)?.status }

    /// The last report that is not known to have been made after a day.
    package func report(on day: CalendarDate) -> StatusReport? { reports(by: day).last }

    /// The reports up to the first that is known to have been made after a day.
    package func reports(by day: CalendarDate) -> ArraySlice<StatusReport> { statuses.reported(by: day) }

    /// What an action has in a column that only its council has.
    public struct OwnColumn: Sendable, Hashable, Codable {
        /// The heading of the column.
        public var title: String
        /// What is in it.
        public var text: String

        /// Keeps what is in a column.
        ///
        /// - Parameters:
        ///   - title: The heading of the column.
        ///   - text: What is in it.
        public init(_ title: String, _ text: String) {
            self.title = title
            self.text = text
        }
    }

    /// A status reported on a day.
    public struct StatusReport: Sendable, Hashable, Codable {
        /// When it was reported.
        public var date: PartialDate?
        /// The status.
        public var status: BRAGStatus
        /// Why.
        public var commentary: String?

        /// Records a status.
        ///
        /// - Parameters:
        ///   - status: The status.
        ///   - date: When it was reported.
        ///   - commentary: Why.
        public init(_ status: BRAGStatus, on date: PartialDate? = nil, commentary: String? = nil) {
            self.date = date
            self.status = status
            self.commentary = commentary
        }
    }
}

extension PlanAction {
    /// The headings of the columns that only the council has, in their order.
    ///
    /// Each action has those in which it has something; one that only later actions have comes after the one before it there.
    package static func ownHeadings(of actions: [PlanAction]) -> [String] {
        var headings: [String] = []
        for action in actions {
            var next = 0
            for column in action.ownColumns {
                if let known = headings.firstIndex(of: column.title) {
                    next = known + 1
                } else {
                    headings.insert(column.title, at: next)
                    next += 1
                }
            }
        }
        return headings
    }

    /// What the action goes by where others refer to the plan: its reference, or else its identifier.
    package var planReference: PlanReference? { reference ?? (try? PlanReference(id.text)) }
}

/// The state of an action.
///
/// Colours differ between councils, so the words are what counts; ``customaryColour`` is the usual one in action plans.
public enum BRAGStatus: String, Sendable, Hashable, Codable, CaseIterable {
    /// Work has not begun and need not have.
    case notStarted = "not-started"
    /// Will be done by its due date.
    case onTrack = "on-track"
    /// May miss its due date.
    case atRisk = "at-risk"
    /// Has missed or will miss its due date.
    case offTrack = "off-track"
    /// Done.
    case complete
    /// Done, and shown to have taken hold.
    case embedded

    /// The words for people.
    public var label: String {
        switch self {
        case .notStarted: "Not started"
        case .onTrack: "On track"
        case .atRisk: "At risk"
        case .offTrack: "Off track"
        case .complete: "Complete"
        case .embedded: "Complete and embedded"
        }
    }

    /// The colour that action plans usually give the status.
    public var customaryColour: String? {
        switch self {
        case .notStarted: nil
        case .onTrack: "Green"
        case .atRisk: "Amber"
        case .offTrack: "Red"
        case .complete, .embedded: "Blue"
        }
    }
}

/// A step on the way, with a date.
public struct Milestone: Sendable, Hashable, Codable {
    /// When it is due or was reached.
    public var date: PartialDate
    /// What it is.
    public var text: String
    /// Whether it was reached; absent where nothing says so.
    public var isReached: Bool?
    /// The indicators that it is about.
    public var indicators: [Indicator.ID]
    /// Where it is printed.
    public var source: SourceReference?

    /// Records a milestone.
    ///
    /// - Parameters:
    ///   - date: When it is due or was reached.
    ///   - text: What it is.
    ///   - isReached: Whether it was reached.
    ///   - indicators: The indicators that it is about.
    ///   - source: Where it is printed.
    public init(
        date: PartialDate, text: String, isReached: Bool? = nil, indicators: [Indicator.ID] = [],
        source: SourceReference? = nil
    ) {
        self.date = date
        self.text = text
        self.isReached = isReached
        self.indicators = indicators
        self.source = source
    }
}

extension [PlanAction.StatusReport] {
    /// The reports up to the first that is known to have been made after a day.
    package func reported(by day: CalendarDate) -> ArraySlice<PlanAction.StatusReport> {
        prefix { ($0.date?.firstDay ?? day) <= day }
    }
}
