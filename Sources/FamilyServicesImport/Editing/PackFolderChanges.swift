public import FamilyServicesKit

/// What has to be written into the folder of a pack so that it holds a changed pack.
///
/// It has been tried: the files that would come about were read and gave that pack.
public struct PackFolderChanges: Sendable {
    /// A cell of a table that is written.
    public struct Cell: Sendable, Hashable {
        /// The file and the line of the row; no line for a row that is added.
        public let location: SourceLocation
        /// The name of the column.
        public let column: String
        /// The record that it is about.
        public let record: RecordReference
        /// The text that is there; `nil` where there is none.
        public let old: String?
        /// The text that comes there; `nil` where none does.
        public let new: String?
    }

    /// The cells, in the order of the pack.
    public let cells: [Cell]
    /// The names of the files that are written.
    public var files: [String] { contents.keys.sorted() }
    /// The warnings that reading the changed folder gives and reading it now does not.
    public let warnings: [Diagnostic]
    /// The bytes of those files.
    let contents: [String: [UInt8]]
}
