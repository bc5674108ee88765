/// Why a policy for small counts is none, counts cannot be linked, or a table cannot be protected.
///
/// Messages name tables and categories, but never repeat a count of children.
public struct SmallNumberError: Error, Sendable, Hashable, CustomStringConvertible {
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

        /// A policy has an impossible threshold or base.
        public static let invalidPolicy = Code(rawValue: "invalid-policy")
        /// A count is negative or too great.
        public static let invalidCount = Code(rawValue: "invalid-count")
        /// A sum names a cell that does not exist, names one twice, or has no parts; or a table is not rectangular.
        public static let invalidRelation = Code(rawValue: "invalid-relation")
        /// A small count could be worked out whatever else was hidden.
        public static let cannotProtect = Code(rawValue: "cannot-protect")
    }

    /// What went wrong.
    public let code: Code
    /// A sentence for people, which says what was wrong and what would be right.
    public let message: String
    /// The positions of the cells that are concerned.
    public let cells: [Int]

    package init(_ code: Code, _ message: String, cells: [Int] = []) {
        self.code = code
        self.message = message
        self.cells = cells
    }

    /// The message.
    public var description: String { message }
}
