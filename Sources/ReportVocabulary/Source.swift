/// A document or data set that figures come from.
public struct SourceDocument: Sendable, Hashable, Codable, Identifiable {
    /// The identifier.
    public let id: Identifier<SourceDocument>
    /// The title.
    public var title: String
    /// The body that published it.
    public var publisher: String?
    /// When it was published.
    public let date: PartialDate?
    /// Where it can be found, as printed.
    public var address: String?
    /// Who may see what comes from it.
    public var access: Access

    /// Describes a document.
    ///
    /// - Parameters:
    ///   - id: The identifier.
    ///   - title: The title.
    ///   - publisher: The body that published it.
    ///   - date: When it was published.
    ///   - address: Where it can be found.
    ///   - access: Who may see what comes from it.
    public init(
        id: ID, title: String, publisher: String? = nil, date: PartialDate? = nil, address: String? = nil,
        access: Access = .unrestricted
    ) {
        self.id = id
        self.title = title
        self.publisher = publisher
        self.date = date
        self.address = address
        self.access = access
    }
}

/// Where in a document something is.
public struct SourceReference: Sendable, Hashable, Codable {
    /// The document.
    public let document: SourceDocument.ID
    /// The paragraph, section, page or table, in words.
    public let place: String?

    /// Points to a place in a document.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - place: The paragraph, section, page or table, in words.
    public init(_ document: SourceDocument.ID, place: String? = nil) {
        self.document = document
        self.place = place
    }
}
