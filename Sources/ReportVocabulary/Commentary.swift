/// A dated remark by a role.
public struct Commentary: Sendable, Hashable, Codable {
    /// The period that the remark is about.
    public let period: ReportingPeriod?
    /// The remark.
    public var text: String
    /// The role that made it.
    public var author: Role.ID?
    /// When it was made.
    public var date: PartialDate?
    /// Who may see it.
    public var access: Access

    /// Makes a remark.
    ///
    /// - Parameters:
    ///   - text: The remark.
    ///   - period: The period that it is about.
    ///   - author: The role that made it.
    ///   - date: When it was made.
    ///   - access: Who may see it.
    public init(
        _ text: String, period: ReportingPeriod? = nil, author: Role.ID? = nil, date: PartialDate? = nil,
        access: Access = .unrestricted
    ) {
        self.text = text
        self.period = period
        self.author = author
        self.date = date
        self.access = access
    }
}
