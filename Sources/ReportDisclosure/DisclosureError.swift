package import ReportModel

/// Why nothing may be published.
package struct DisclosureError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The errors in the pack, in the order of ``ReportPack/validate()``.
    package let diagnostics: [Diagnostic]
    /// Whether they are in the pack of the report before.
    package let isAboutPrevious: Bool

    package init(diagnostics: [Diagnostic], isAboutPrevious: Bool) {
        self.diagnostics = diagnostics
        self.isAboutPrevious = isAboutPrevious
    }

    /// The errors, one to a line.
    package var description: String {
        let count = diagnostics.count == 1 ? "an error" : "\(diagnostics.count) errors"
        return "The \(isAboutPrevious ? "earlier " : "")pack has \(count), so nothing can be published:\n"
            + diagnostics.map(\.description).joined(separator: "\n")
    }
}
