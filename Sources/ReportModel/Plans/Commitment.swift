public import ReportVocabulary

/// A list of things that a council has promised or set out to do: pledges to children in care, priorities, principles.
public struct CommitmentSet: Sendable, Hashable, Codable, Identifiable {
    /// What sort of commitments they are.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// Promises to children in care and care leavers.
        case pledge
        /// What comes first for a time.
        case priority
        /// What the law or a strategy asks for always.
        case principle
        /// The parts of a framework.
        case framework
    }

    /// The identifier.
    public var id: Identifier<CommitmentSet>
    /// What sort of commitments they are.
    public var kind: Kind
    /// The title.
    public var title: String
    /// When they were approved.
    public var approved: PartialDate?
    /// The body that approved them.
    public var approvedBy: String?
    /// The commitments in order.
    public var items: [Commitment]
    /// What to know before using them.
    public var note: String?
    /// Where they are printed.
    public var source: SourceReference?

    /// Describes a set.
    ///
    /// - Parameters:
    ///   - id: The identifier.
    ///   - kind: What sort of commitments they are.
    ///   - title: The title.
    ///   - approved: When they were approved.
    ///   - approvedBy: The body that approved them.
    ///   - items: The commitments in order.
    ///   - note: What to know before using them.
    ///   - source: Where they are printed.
    public init(
        id: ID, kind: Kind, title: String, approved: PartialDate? = nil, approvedBy: String? = nil,
        items: [Commitment], note: String? = nil, source: SourceReference? = nil
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.approved = approved
        self.approvedBy = approvedBy
        self.items = items
        self.note = note
        self.source = source
    }
}

/// One promise, priority or principle.
public struct Commitment: Sendable, Hashable, Codable, Identifiable {
    /// The identifier.
    public var id: Identifier<Commitment>
    /// The short name.
    public var title: String
    /// What it says.
    public var text: String?
    /// The indicators that show whether it is kept.
    public var indicators: [Indicator.ID]
    /// Whether the source names it or we inferred it.
    public var basis: Basis
    /// The steps on the way.
    public var milestones: [Milestone]

    /// Describes a commitment.
    ///
    /// - Parameters:
    ///   - id: The identifier.
    ///   - title: The short name.
    ///   - text: What it says.
    ///   - indicators: The indicators that show whether it is kept.
    ///   - basis: Whether the source names it.
    ///   - milestones: The steps on the way.
    public init(
        id: ID, title: String, text: String? = nil, indicators: [Indicator.ID] = [], basis: Basis = .stated,
        milestones: [Milestone] = []
    ) {
        self.id = id
        self.title = title
        self.text = text
        self.indicators = indicators
        self.basis = basis
        self.milestones = milestones
    }
}
