/// The problems found so far, in the order in which they were found.
struct ProblemList {
    private(set) var diagnostics: [Diagnostic] = []

    /// Reports what cannot be right.
    mutating func error(_ code: Diagnostic.Code, about subject: RecordReference?, _ message: String) {
        diagnostics.append(Diagnostic(.error, code, message, about: subject))
    }

    /// Reports what is probably not right.
    mutating func warning(_ code: Diagnostic.Code, about subject: RecordReference?, _ message: String) {
        diagnostics.append(Diagnostic(.warning, code, message, about: subject))
    }
}
