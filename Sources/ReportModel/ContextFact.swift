public import ReportVocabulary

/// A fact that helps to understand the rest and has no indicator of its own.
public struct ContextFact: Sendable, Hashable, Codable, Identifiable {
    /// The identifier.
    public var id: Identifier<ContextFact>
    /// The fact.
    public var text: String
    /// The number in it.
    public var value: Double?
    /// The area that it is about, in words.
    public var area: String?
    /// When it holds.
    public var date: PartialDate?
    /// Where it is printed.
    public var source: SourceReference?

    /// Records a fact.
    ///
    /// - Parameters:
    ///   - id: The identifier.
    ///   - text: The fact.
    ///   - value: The number in it.
    ///   - area: The area that it is about.
    ///   - date: When it holds.
    ///   - source: Where it is printed.
    public init(
        id: ID, text: String, value: Double? = nil, area: String? = nil, date: PartialDate? = nil,
        source: SourceReference? = nil
    ) {
        self.id = id
        self.text = text
        self.value = value
        self.area = area
        self.date = date
        self.source = source
    }
}

/// A board, panel or group that oversees children's services.
public struct GovernanceBody: Sendable, Hashable, Codable, Identifiable {
    /// The identifier.
    public var id: Identifier<GovernanceBody>
    /// The name.
    public var title: String
    /// The role that chairs it.
    public var chair: Role.ID?
    /// How often it meets.
    public var cadence: Cadence?
    /// Where it is described.
    public var source: SourceReference?

    /// Describes a body.
    ///
    /// - Parameters:
    ///   - id: The identifier.
    ///   - title: The name.
    ///   - chair: The role that chairs it.
    ///   - cadence: How often it meets.
    ///   - source: Where it is described.
    public init(id: ID, title: String, chair: Role.ID? = nil, cadence: Cadence? = nil, source: SourceReference? = nil) {
        self.id = id
        self.title = title
        self.chair = chair
        self.cadence = cadence
        self.source = source
    }
}
