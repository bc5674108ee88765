public import ReportVocabulary

/// An inspection, visit, review or direction.
public struct InspectionEvent: Sendable, Hashable, Codable, Identifiable {
    /// The sorts of event.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// A graded inspection under a framework such as SIF or ILACS.
        case inspection
        /// Ofsted's visits to a council judged inadequate.
        case monitoringVisit = "monitoring-visit"
        /// Ofsted's visit to one part of the service, between inspections.
        case focusedVisit = "focused-visit"
        /// Ofsted's visit to look at the improvement plan.
        case actionPlanningVisit = "action-planning-visit"
        /// The yearly meeting of council and Ofsted.
        case annualEngagementMeeting = "annual-engagement-meeting"
        /// A review by another council.
        case diagnostic
        /// A review by peers.
        case peerReview = "peer-review"
        /// A review of the safeguarding board.
        case boardReview = "board-review"
        /// A review by a commissioner appointed by the Secretary of State.
        case commissionersReview = "commissioners-review"
        /// A direction of the Secretary of State.
        case statutoryDirection = "statutory-direction"

        /// The name for people.
        public var label: String {
            switch self {
            case .inspection: "Inspection"
            case .monitoringVisit: "Monitoring visit"
            case .focusedVisit: "Focused visit"
            case .actionPlanningVisit: "Action planning visit"
            case .annualEngagementMeeting: "Annual engagement meeting"
            case .diagnostic: "Diagnostic"
            case .peerReview: "Peer review"
            case .boardReview: "Review of the safeguarding board"
            case .commissionersReview: "Commissioner's review"
            case .statutoryDirection: "Statutory direction"
            }
        }
    }

    /// The frameworks of inspection.
    ///
    /// The set is open: new ones come, and reports keep naming old ones.
    public struct Framework: RawRepresentable, Sendable, Hashable, Codable {
        /// The abbreviation.
        public let rawValue: String

        /// Names a framework.
        ///
        /// - Parameter rawValue: The abbreviation.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The single inspection framework, 2013 to 2017.
        public static let sif = Framework(rawValue: "SIF")
        /// Inspection of local authority children's services, from 2018.
        public static let ilacs = Framework(rawValue: "ILACS")
    }

    /// Whether an event has taken place.
    public enum Status: String, Sendable, Hashable, Codable, CaseIterable {
        /// It took place.
        case held
        /// It has a date.
        case planned
        /// It is expected, without a date.
        case expected
        /// A direction that is in force.
        case issued
        /// A direction that was withdrawn.
        case revoked

        /// The word for people.
        public var label: String {
            switch self {
            case .held: "Held"
            case .planned: "Planned"
            case .expected: "Expected"
            case .issued: "In force"
            case .revoked: "Revoked"
            }
        }
    }

    /// The identifier.
    public var id: Identifier<InspectionEvent>
    /// The sort of event.
    public var kind: Kind
    /// The framework, for Ofsted's events.
    public var framework: Framework?
    /// Who inspects, reviews or directs.
    public var body: String
    /// The title.
    public var title: String
    /// The number in a series of such events.
    public var ordinal: Int?
    /// Whether it has taken place.
    public var status: Status
    /// When it begins.
    public var start: PartialDate?
    /// When it ends.
    public var end: PartialDate?
    /// When its report was published.
    public var published: PartialDate?
    /// Other dates, with what they are.
    public var dates: [DatedEvent]
    /// The judgements.
    public var judgements: [Judgement]
    /// What it looked at.
    public var focus: [String]
    /// The services it visited.
    public var services: [String]
    /// What it found.
    public var findings: [Finding]
    /// What it recommends or asks for.
    public var recommendations: [Recommendation]
    /// What a direction requires.
    public var requirements: [DirectionRequirement]
    /// What a review was asked to do.
    public var termsOfReference: [TermOfReference]
    /// Its stages.
    public var phases: [Phase]
    /// The letters about it.
    public var letters: [Letter]
    /// The legal power under which it was made.
    public var legalBasis: String?
    /// The direction that it revokes.
    public var revokes: ID?
    /// What the council did about it.
    public var response: String?
    /// What to know before using it.
    public var note: String?
    /// Where it is printed.
    public var source: SourceReference?
    /// Who may see it.
    public var access: Access

    /// Describes an event.
    ///
    /// - Parameters:
    ///   - id: The identifier.
    ///   - kind: The sort of event.
    ///   - framework: The framework.
    ///   - body: Who inspects, reviews or directs.
    ///   - title: The title.
    ///   - ordinal: The number in a series of such events.
    ///   - status: Whether it has taken place.
    ///   - start: When it begins.
    ///   - end: When it ends.
    ///   - published: When its report was published.
    ///   - dates: Other dates, with what they are.
    ///   - judgements: The judgements.
    ///   - focus: What it looked at.
    ///   - services: The services it visited.
    ///   - findings: What it found.
    ///   - recommendations: What it recommends or asks for.
    ///   - requirements: What a direction requires.
    ///   - termsOfReference: What a review was asked to do.
    ///   - phases: Its stages.
    ///   - letters: The letters about it.
    ///   - legalBasis: The legal power under which it was made.
    ///   - revokes: The direction that it revokes.
    ///   - response: What the council did about it.
    ///   - note: What to know before using it.
    ///   - source: Where it is printed.
    ///   - access: Who may see it.
    public init(
        id: ID, kind: Kind, framework: Framework? = nil, body: String, title: String, ordinal: Int? = nil,
        status: Status, start: PartialDate? = nil, end: PartialDate? = nil, published: PartialDate? = nil,
        dates: [DatedEvent] = [], judgements: [Judgement] = [], focus: [String] = [], services: [String] = [],
        findings: [Finding] = [], recommendations: [Recommendation] = [], requirements: [DirectionRequirement] = [],
        termsOfReference: [TermOfReference] = [], phases: [Phase] = [], letters: [Letter] = [],
        legalBasis: String? = nil, revokes: ID? = nil, response: String? = nil, note: String? = nil,
        source: SourceReference? = nil, access: Access = .unrestricted
    ) {
        self.id = id
        self.kind = kind
        self.framework = framework
        self.body = body
        self.title = title
        self.ordinal = ordinal
        self.status = status
        self.start = start
        self.end = end
        self.published = published
        self.dates = dates
        self.judgements = judgements
        self.focus = focus
        self.services = services
        self.findings = findings
        self.recommendations = recommendations
        self.requirements = requirements
        self.termsOfReference = termsOfReference
        self.phases = phases
        self.letters = letters
        self.legalBasis = legalBasis
        self.revokes = revokes
        self.response = response
        self.note = note
        self.source = source
        self.access = access
    }

    /// The date by which events are listed: publication, else the end, else the beginning.
    public var listingDate: PartialDate? { published ?? end ?? start ?? dates.first?.date }
}

/// A date with what happened on it.
public struct DatedEvent: Sendable, Hashable, Codable {
    /// What happened, such as "commissioned".
    public var label: String
    /// When.
    public var date: PartialDate?
    /// The date as printed, where it is no date or a mistaken one.
    public var printed: String?

    /// Records a date.
    ///
    /// - Parameters:
    ///   - label: What happened.
    ///   - date: When.
    ///   - printed: The date as printed.
    public init(_ label: String, date: PartialDate?, printed: String? = nil) {
        self.label = label
        self.date = date
        self.printed = printed
    }
}

/// What a review was asked to do.
public struct TermOfReference: Sendable, Hashable, Codable {
    /// The paragraph, letter or number.
    public var reference: String
    /// The heading or annex under which it stands.
    public var heading: String?
    /// What is to be done.
    public var text: String
    /// When it is due.
    public var due: PartialDate?

    /// Describes a term.
    ///
    /// - Parameters:
    ///   - reference: The paragraph, letter or number.
    ///   - heading: The heading or annex under which it stands.
    ///   - text: What is to be done.
    ///   - due: When it is due.
    public init(reference: String, heading: String? = nil, text: String, due: PartialDate? = nil) {
        self.reference = reference
        self.heading = heading
        self.text = text
        self.due = due
    }
}

/// A letter about an inspection, between roles.
public struct Letter: Sendable, Hashable, Codable {
    /// When it was sent.
    public var date: PartialDate?
    /// Who wrote it.
    public var from: String?
    /// Who it was sent to.
    public var to: String?
    /// Who got a copy.
    public var copiedTo: String?
    /// Where it is printed.
    public var source: SourceReference?

    /// Records a letter.
    ///
    /// - Parameters:
    ///   - date: When it was sent.
    ///   - from: Who wrote it.
    ///   - to: Who it was sent to.
    ///   - copiedTo: Who got a copy.
    ///   - source: Where it is printed.
    public init(
        date: PartialDate? = nil, from: String? = nil, to: String? = nil, copiedTo: String? = nil,
        source: SourceReference? = nil
    ) {
        self.date = date
        self.from = from
        self.to = to
        self.copiedTo = copiedTo
        self.source = source
    }
}
