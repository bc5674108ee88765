package import FamilyServicesKit

/// Why a publication could not be written as JSON, or JSON could not be read.
///
/// Messages of what cannot be written, and of lines that cannot be read, name records, columns and places and never repeat
/// what is there.
public struct JSONExportError: Error, Sendable, Hashable, CustomStringConvertible {
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

        /// The text is not JSON as it should be.
        public static let syntax = Code(rawValue: "syntax")
        /// Something that has to be there is not.
        public static let missingValue = Code(rawValue: "missing-value")
        /// A value is not of the kind that it should be; in writing, a number is not finite.
        public static let badValue = Code(rawValue: "bad-value")
        /// The document is of a newer major version.
        public static let newerVersion = Code(rawValue: "newer-version")
        /// The compressed data is damaged or not complete.
        public static let damagedData = Code(rawValue: "damaged-data")
        /// The text is longer than the limit.
        public static let sizeLimitExceeded = Code(rawValue: "size-limit-exceeded")
        /// The text nests deeper than the limit.
        public static let depthLimitExceeded = Code(rawValue: "depth-limit-exceeded")
        /// A line is longer than the limit.
        public static let lineLengthLimitExceeded = Code(rawValue: "line-length-limit-exceeded")
        /// There are more lines than the limit.
        public static let lineCountLimitExceeded = Code(rawValue: "line-count-limit-exceeded")
    }

    /// What went wrong.
    public let code: Code
    /// What is wrong and what would be right, in a sentence.
    public let message: String
    /// Where the value is: in a document a path such as `pack.observations[2].period`, in a line the name of a column.
    public let path: String?
    /// The line, from 1, where it is known.
    public let line: Int?
    /// The column, from 1, where it is known: counted in characters in a document, in bytes in a file of lines.
    public let column: Int?

    package init(_ code: Code, _ message: String, path: String? = nil, line: Int? = nil, column: Int? = nil) {
        self.code = code
        self.message = message
        self.path = path
        self.line = line
        self.column = column
    }

    package init(_ error: ReportPackDocumentError) {
        self.init(
            Code(rawValue: error.code.rawValue), error.message, path: error.path, line: error.line,
            column: error.column)
    }

    /// The problem and its place in one line.
    public var description: String {
        let place = line.map { "line \($0)" + (column.map { ", column \($0)" } ?? "") + ": " } ?? ""
        return place + message + (path.map { " (\($0))" } ?? "")
    }
}
