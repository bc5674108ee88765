/// A sink that writes a file whole or not at all.
///
/// The bytes go into a temporary file beside the target, readable by its owner alone. ``finish()`` brings them to the disk
/// and then renames the file, so that a reader finds the old content or the new, never a part. If the sink goes away
/// without ``finish()``, the temporary file is removed and the old file stays as it was.
///
/// A process that is killed before that leaves the old file as it was, and beside it the temporary one, `.fsk-….tmp`. The
/// next sink of the same user for a file in that directory removes it; what another process still writes is left alone, and so
/// is whatever the kit did not make. A program can have them removed when a signal stops it:
/// ``TemporaryFiles/removeWhenStopped(_:)``.
///
/// An existing file keeps its permissions, its extended attributes, its group and, where the process may give files away, its
/// owner. Where the group cannot be kept, the new one gets no more than everybody has. A directory, a symbolic link or a
/// device at the path is an error, and so is a file that may not be written, unless it is asked for.
public struct FileSink: ByteSink, ~Copyable {
    /// The file that is written.
    public let path: String

    private let file: TemporaryFile

    /// Opens a temporary file beside the target.
    ///
    /// - Parameters:
    ///   - path: The file to make or replace.
    ///   - replacingReadOnly: Whether to replace a file that may not be written, which the directory would allow.
    /// - Throws: ``FileSinkError`` where the path cannot be written.
    public init(path: String, replacingReadOnly: Bool = false) throws(FileSinkError) {
        self.path = path
        file = try TemporaryFile(for: path, .file, replacingReadOnly: replacingReadOnly)
    }

    /// Whether a file may not be written, so that it is replaced only where that is asked for.
    ///
    /// - Parameter path: The file.
    public static func isReadOnly(_ path: String) -> Bool { TemporaryFile.isReadOnly(path) }

    /// Takes bytes.
    ///
    /// - Parameter bytes: The bytes.
    /// - Throws: ``FileSinkError``. The temporary file is then removed, and the old file is as it was.
    public mutating func write(_ bytes: RawSpan) throws { try file.write(bytes) }

    /// Brings the file to the disk and puts it in its place.
    ///
    /// - Throws: ``FileSinkError``. The temporary file is then removed, and the old file is as it was.
    public mutating func finish() throws {
        try file.seal()
        try file.takePlace()
    }
}
