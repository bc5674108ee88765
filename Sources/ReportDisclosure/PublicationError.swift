public import ReportModel

/// Why nothing could be published.
public struct PublicationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The errors in the pack, in the order of ``ReportPack/validate()``.
    public let diagnostics: [Diagnostic]
    /// Whether they are in the pack of the report before, ``PublicationOptions/previous``.
    public let isAboutPrevious: Bool

    /// The errors, one to a line.
    public var description: String {
        let count = diagnostics.count == 1 ? "an error" : "\(diagnostics.count) errors"
        return "The \(isAboutPrevious ? "earlier " : "")pack has \(count), so nothing can be published:\n"
            + diagnostics.map(\.description).joined(separator: "\n")
    }
}
