/// What links and lists call a section of a publication.
///
/// It is made of lower-case letters, digits and hyphens, such as `plan-chart`.
public struct SectionID: Sendable, Hashable {
    /// The identifier as text.
    public let text: String

    /// Makes an identifier.
    ///
    /// - Parameter text: Lower-case letters, digits and hyphens; ``ReportPack/publish(for:options:)`` refuses others.
    public init(_ text: String) {
        self.text = text
    }
}

extension SectionID: ExpressibleByStringInterpolation, CustomStringConvertible {
    /// Makes an identifier from a literal in source code.
    ///
    /// - Parameter value: The literal.
    public init(stringLiteral value: String) {
        self.init(value)
    }

    /// The identifier as text.
    public var description: String { text }
}

/// What a section is to a report, so that a format need not know sections by name.
public enum SectionRole: String, Sendable, Hashable, CaseIterable {
    /// Title, dates and audience, on the first page.
    case cover
    /// The list of the sections with links to them.
    case contents
    /// The main messages on one page.
    case summary
    /// A part of the report like others.
    case body
    /// How to read the report. The numbered notes that tables refer to are explained here.
    case notes
    /// Figures one to a row, for those who work on with them.
    case data
    /// For whom the version is, and what it withholds and why.
    case releaseNote = "release-note"
}
