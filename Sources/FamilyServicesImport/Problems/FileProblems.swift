import FamilyServicesKit

/// Collects the problems of one file.
///
/// A class, so that everything that reads a part of the file can report to it. Messages are made only while there is room
/// for them: a table with a million wrong cells costs no more than one with a few hundred.
final class FileProblems {
    /// The file as the user named it.
    let file: String
    private let most: Int
    private var errors: [Diagnostic] = []
    private var warnings: [Diagnostic] = []
    private var errorCount = 0
    private var warningCount = 0
    /// Whether records are missing from what was read, so that names may seem unknown that are not.
    var hasLostRecords = false
    /// Turns columns as a parser counts them into columns counted in characters.
    var charactersColumn: ((Position) -> Int)?

    init(file: String, most: Int) {
        self.file = file
        self.most = most
    }

    /// Whether anything was found from which nothing should be published.
    var hasErrors: Bool { errorCount > 0 }

    /// Reports something that cannot be right.
    func error(_ code: Diagnostic.Code, at position: Position?, _ message: @autoclosure () -> String) {
        errorCount += 1
        guard errors.count < most else { return }
        errors.append(Diagnostic(.error, code, message(), at: location(position)))
    }

    /// Reports something that is probably not right.
    func warning(_ code: Diagnostic.Code, at position: Position?, _ message: @autoclosure () -> String) {
        warningCount += 1
        guard warnings.count < most else { return }
        warnings.append(Diagnostic(.warning, code, message(), at: location(position)))
    }

    /// Reports a text that is not what its place asks for.
    func report(_ problem: ValueProblem, at position: Position?) {
        error(problem.code, at: position, problem.message)
    }

    /// Reports a problem that somebody else found in this file.
    func add(_ diagnostic: Diagnostic, at position: @autoclosure () -> Position?) {
        switch diagnostic.severity {
        case .error:
            errorCount += 1
            if errors.count < most { errors.append(diagnostic.located(at: location(position()))) }
        case .warning:
            warningCount += 1
            if warnings.count < most { warnings.append(diagnostic.located(at: location(position()))) }
        }
    }

    /// A place in this file.
    func location(_ position: Position?) -> SourceLocation {
        SourceLocation(
            file: file, line: position?.line,
            column: position.map { charactersColumn?($0) ?? $0.column })
    }

    /// The problems in the order of the file, with a last one that counts those left out.
    var diagnostics: [Diagnostic] {
        let found = (errors + warnings).enumerated().sorted { left, right in
            let (first, second) = (left.element.location, right.element.location)
            return (first?.line ?? 0, first?.column ?? 0, left.offset)
                < (second?.line ?? 0, second?.column ?? 0, right.offset)
        }
        return found.map(\.element)
            + [
                more(.error, errorCount - errors.count), more(.warning, warningCount - warnings.count),
            ].compactMap { $0 }
    }

    private func more(_ severity: Diagnostic.Severity, _ count: Int) -> Diagnostic? {
        guard count > 0 else { return nil }
        let noun = severity.rawValue + (count == 1 ? "" : "s")
        return Diagnostic(
            severity, .limit, "There \(count == 1 ? "is" : "are") \(count) more \(noun) in this file.",
            at: SourceLocation(file: file))
    }
}
