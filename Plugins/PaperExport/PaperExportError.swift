/// Why a committee paper could not be made.
///
/// The sink is given nothing before the paper is whole. Messages name programs and files, but never repeat what the report says.
public struct PaperExportError: Error, Sendable, Hashable, CustomStringConvertible {
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

        /// A program that makes the paper is not on this machine, or is too old.
        public static let toolMissing = Code(rawValue: "tool-missing")
        /// A program that makes the paper failed.
        public static let toolFailed = Code(rawValue: "tool-failed")
        /// A program had not ended when its time was over.
        public static let timeLimit = Code(rawValue: "time-limit")
        /// The reference document cannot be read, or is not a Word document.
        public static let reference = Code(rawValue: "reference")
        /// An option has a value that cannot be used.
        public static let invalidOption = Code(rawValue: "invalid-option")
        /// The temporary directory cannot be made, written or read.
        public static let temporaryFile = Code(rawValue: "temporary-file")
        /// A table has no column, or a row of it has more or fewer cells than the header.
        public static let raggedTable = Code(rawValue: "ragged-table")
        /// A number is not finite.
        public static let nonFiniteNumber = Code(rawValue: "non-finite-number")
    }

    /// What went wrong.
    public let code: Code
    /// A sentence for people, which says what would be right.
    public let message: String

    /// Makes an error.
    ///
    /// - Parameters:
    ///   - code: What went wrong.
    ///   - message: A sentence that says what would be right.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The message.
    public var description: String { message }
}
