public import FamilyServicesKit

/// Why a changed pack could not be written into its folder.
///
/// Nothing has been written, except with the code ``Code/unfinished``.
/// Messages never repeat free text.
public struct PackFolderError: Error, Sendable, Hashable, CustomStringConvertible {
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

        /// Something was changed that is not written back, or is in a YAML file, which has to be changed by hand.
        public static let notWritable = Code(rawValue: "not-writable")
        /// The pack with the changes has errors, or would be read as another one.
        public static let invalidResult = Code(rawValue: "invalid-result")
        /// A file has changed since the folder was read.
        public static let changedMeanwhile = Code(rawValue: "changed-meanwhile")
        /// A file could not be written.
        public static let writing = Code(rawValue: "writing")
        /// Some files hold their new content, and others not; ``PackFolderEditor/finishInterruptedChange(in:)`` deals with it.
        public static let unfinished = Code(rawValue: "unfinished")
    }

    /// What went wrong.
    public let code: Code
    /// Each thing that is wrong, with the file and line where it is and what would be right.
    public let diagnostics: [Diagnostic]

    init(_ code: Code, _ diagnostics: [Diagnostic]) {
        self.code = code
        self.diagnostics = diagnostics
    }

    /// The problems as compilers write them, one on each line.
    public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
