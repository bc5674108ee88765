import ReportModel
import ReportVocabulary

/// Why options could not be read from text.
///
/// Options hold no personal data, so messages repeat what was given.
public struct ExportOptionsError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What went wrong.
    ///
    /// The set is open: later versions may add codes.
    public struct Code: RawRepresentable, Sendable, Hashable {
        /// The name of the code.
        public let rawValue: String

        /// Names a code.
        ///
        /// - Parameter rawValue: The name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The text is no JSON.
        public static let syntax = Code(rawValue: "syntax")
        /// An option has no equals sign.
        public static let missingEqualsSign = Code(rawValue: "missing-equals-sign")
        /// The name of an option, or a part of it between dots, is empty.
        public static let emptyName = Code(rawValue: "empty-name")
        /// An option is given twice.
        public static let duplicateOption = Code(rawValue: "duplicate-option")
        /// An option is given both a value and options of its own.
        public static let conflictingOptions = Code(rawValue: "conflicting-options")
        /// Options nest deeper than ``ExportOptionsInput/deepest`` levels.
        public static let tooDeep = Code(rawValue: "too-deep")
        /// The format has no such option.
        public static let unknownOption = Code(rawValue: "unknown-option")
        /// The value is not one that the option can have.
        public static let invalidValue = Code(rawValue: "invalid-value")
        /// An option that has no default is not given.
        public static let missingOption = Code(rawValue: "missing-option")
    }

    /// What went wrong.
    public let code: Code
    /// The whole name of the option, such as `theme.heading`, where one is concerned.
    public let option: String?
    /// A sentence for people, which says what was given and what would be right.
    public let message: String
    /// The line in the JSON text, from 1, where it is known.
    public let line: Int?
    /// The column in the JSON text, from 1, counted in characters, where it is known.
    public let column: Int?

    init(_ code: Code, option: String? = nil, _ message: String, at place: TextPlace? = nil) {
        self.code = code
        self.option = option
        self.message = message
        line = place?.line
        column = place?.column
    }

    /// The place, where it is known, and the message.
    public var description: String {
        guard let line, let column else { return message }
        return "Line \(line), column \(column): \(message)"
    }
}

extension ExportOptionsError {
    /// Says where a text stops being JSON.
    init(_ problem: JSONSyntax.Problem, in bytes: [UInt8]) {
        self.init(
            .syntax, "The options are not JSON as they should be: \(problem.reason).",
            at: TextPlace(of: problem.position, in: bytes))
    }

    static func duplicate(_ path: [String]) -> ExportOptionsError {
        let name = OptionPath.text(path)
        return ExportOptionsError(
            .duplicateOption, option: name, "The option \(MessageText.quoted(name)) is given twice; give it once.")
    }

    static func tooDeep(_ path: [String]) -> ExportOptionsError {
        ExportOptionsError(
            .tooDeep, option: OptionPath.text(path),
            "The option \(MessageText.quoted(path.first ?? "")) nests deeper than \(ExportOptionsInput.deepest) levels; "
                + "no format has options so deep.")
    }

    /// Puts what a decoder says into plain words.
    init(_ error: DecodingError) {
        switch error {
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
            .dataCorrupted(let context):
            if let own = context.underlyingError as? ExportOptionsError {
                self = own
            } else {
                let name = OptionPath.text(context.codingPath)
                let words = context.debugDescription
                self.init(
                    .invalidValue, option: name.isEmpty ? nil : name,
                    name.isEmpty ? words : "The option \(MessageText.quoted(name)) has a wrong value: \(words)")
            }
        @unknown default:
            self.init(.invalidValue, "The options cannot be read: \(error)")
        }
    }
}
