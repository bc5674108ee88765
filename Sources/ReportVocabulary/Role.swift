/// A post or office, never the person in it.
public struct Role: Sendable, Hashable, Codable, Identifiable {
    /// The identifier, such as `head-of-service`.
    public let id: Identifier<Role>
    /// The title of the post, such as "Head of Service".
    public var title: String

    /// Describes a role.
    ///
    /// - Parameters:
    ///   - id: The identifier.
    ///   - title: The title of the post.
    public init(id: ID, title: String) {
        self.id = id
        self.title = title
    }
}
