public import FamilyServicesKit

/// Why a publication could not be written as a web page.
///
/// The whole publication is checked before the sink is given anything. Messages name sections, tables, rows and columns, but
/// never repeat what a cell holds.
public struct HTMLExportError: Error, Sendable, Hashable, CustomStringConvertible {
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
        /// A link leads to a section that is not there.
        public static let brokenLink = Code(rawValue: "broken-link")
    }

    /// What went wrong.
    public let code: Code
    /// A sentence for people, which says where and what would be right.
    public let message: String
    /// The identifier of the section.
    public let section: SectionID

    init(_ code: Code, _ message: String, section: SectionID) {
        self.code = code
        self.message = message
        self.section = section
    }

    /// The place and the message.
    public var description: String { "Section “\(section)”: \(message)" }
}
