/// Why a publication could not be written as an OpenDocument spreadsheet.
///
/// The whole publication is checked before the sink is given anything. Messages name tables, rows and columns, but never repeat what
/// a cell holds.
public struct ODSExportError: Error, Sendable, Hashable, CustomStringConvertible {
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

        /// A table has no column, or a row of it has more or fewer cells than the header.
        public static let raggedTable = Code(rawValue: "ragged-table")
        /// A number is not finite.
        public static let nonFiniteNumber = Code(rawValue: "non-finite-number")
        /// The file would be too large.
        public static let tooLarge = Code(rawValue: "too-large")
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
