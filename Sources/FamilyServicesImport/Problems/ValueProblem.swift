import FamilyServicesKit

/// Why a text is not what its place asks for.
///
/// Whoever asked knows where it is.
struct ValueProblem: Error, Hashable {
    let code: Diagnostic.Code
    /// What is wrong and what would be right, in a sentence or two.
    let message: String

    /// A text that cannot be read.
    static func bad(_ message: String) -> ValueProblem { ValueProblem(code: .badValue, message: message) }

    /// A text that cannot be read, in the words of somebody who does not mark what they quote.
    static func bad(_ message: String, about text: String) -> ValueProblem {
        .bad(QuotedValue.marking(Excerpt.short(text), in: message))
    }

    /// A text that can be read in more than one way.
    static func ambiguous(_ message: String) -> ValueProblem { ValueProblem(code: .ambiguous, message: message) }
}
