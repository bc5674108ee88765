/// Why a file could not be written.
///
/// The file that was there before, if any, is untouched.
public struct FileSinkError: Error, Sendable, Hashable, CustomStringConvertible {
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

        /// The path is empty or holds a zero byte.
        public static let invalidPath = Code(rawValue: "invalid-path")
        /// There is a directory where the file should be.
        public static let isDirectory = Code(rawValue: "is-directory")
        /// There is a symbolic link where the file should be.
        public static let isSymbolicLink = Code(rawValue: "is-symbolic-link")
        /// Something that is not a regular file, such as a device, is where the file should be.
        public static let notRegularFile = Code(rawValue: "not-regular-file")
        /// The directory does not exist.
        public static let noSuchDirectory = Code(rawValue: "no-such-directory")
        /// The directory or file may not be written.
        public static let permissionDenied = Code(rawValue: "permission-denied")
        /// The file that is there may not be written.
        public static let readOnly = Code(rawValue: "read-only")
        /// The disk or the allowance on it is full.
        public static let noSpace = Code(rawValue: "no-space")
        /// The sink was used after it was finished or had failed.
        public static let closed = Code(rawValue: "closed")
        /// Any other refusal of the operating system.
        public static let system = Code(rawValue: "system")
    }

    /// What went wrong.
    public let code: Code
    /// The file that should have been written.
    public let path: String
    /// The operating system's error number, where there was one.
    public let systemError: Int32?

    init(_ code: Code, path: String, systemError: Int32? = nil) {
        self.code = code
        self.path = path
        self.systemError = systemError
    }

    /// A sentence for people, which says what would be right.
    public var description: String {
        switch code {
        case .invalidPath:
            "“\(path)” is not a path of a file; use a name that is not empty and holds no zero byte."
        case .isDirectory:
            "“\(path)” is a directory; give the path of a file in it."
        case .isSymbolicLink:
            "“\(path)” is a symbolic link and is not followed; give the path of the file itself."
        case .notRegularFile:
            "“\(path)” is not a regular file; choose another name, or write to standard output."
        case .noSuchDirectory:
            "“\(path)” cannot be made because its directory does not exist; make the directory first."
        case .permissionDenied:
            "“\(path)” may not be written; choose another directory or ask for the right to write there."
        case .readOnly:
            "“\(path)” may be read and not be written, so it is not replaced; allow writing, or choose another name."
        case .noSpace:
            "“\(path)” could not be written because the disk or the allowance on it is full; free some space and try again."
        case .closed:
            "“\(path)” is already finished or has failed; make a new sink to write it again."
        default:
            "“\(path)” could not be written; the operating system reports error \(systemError ?? 0)."
        }
    }
}
