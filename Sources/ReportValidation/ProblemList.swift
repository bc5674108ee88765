import ReportModel

/// The problems found so far, in the order in which they were found.
struct ProblemList {
    private(set) var diagnostics: [Diagnostic] = []
    /// Whether warnings are kept: what finds nothing else need not look where they are not.
    let wantsWarnings: Bool

    init(onlyErrors: Bool = false) {
        wantsWarnings = !onlyErrors
    }

    /// Reports what cannot be right.
    ///
    /// - Parameters:
    ///   - code: What kind of problem it is.
    ///   - subject: The record that it is about.
    ///   - field: The field that it is about, as the files of a pack name it.
    ///   - values: What of the field it is about, as the files have it.
    ///   - message: What is wrong and what would be right.
    mutating func error(
        _ code: Diagnostic.Code, about subject: RecordReference?, field: FieldPath? = nil, values: [String] = [],
        _ message: String
    ) {
        diagnostics.append(Diagnostic(.error, code, message, about: subject, field: field, values: values))
    }

    /// Reports what is probably not right.
    mutating func warning(
        _ code: Diagnostic.Code, about subject: RecordReference?, field: FieldPath? = nil, values: [String] = [],
        _ message: String
    ) {
        guard wantsWarnings else { return }
        diagnostics.append(Diagnostic(.warning, code, message, about: subject, field: field, values: values))
    }

    /// Reports something about two records.
    ///
    /// - Parameters:
    ///   - other: The other record, which the message names between two pieces of text.
    ///   - before: The message up to the name.
    ///   - after: The message from there.
    mutating func add(
        _ severity: Diagnostic.Severity, _ code: Diagnostic.Code, about subject: RecordReference?,
        field: FieldPath? = nil, values: [String] = [], _ before: String, naming other: RecordReference, _ after: String
    ) {
        guard wantsWarnings || severity == .error else { return }
        diagnostics.append(
            Diagnostic(
                severity, code, about: subject, field: field, values: values, naming: other, before, after))
    }
}
