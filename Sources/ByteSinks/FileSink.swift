#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A sink that writes a file whole or not at all.
///
/// The bytes go into a temporary file beside the target, readable by its owner alone. ``finish()`` brings them to the disk
/// and then renames the file, so that a reader finds the old content or the new, never a part. If the sink goes away
/// without ``finish()``, the temporary file is removed and the old file stays as it was.
///
/// A process that is killed before that leaves the old file as it was, and beside it the temporary one, `.fsk-….tmp`. The
/// next sink of the same user for a file in that directory removes it; what another process still writes is left alone.
///
/// An existing file keeps its permissions, its group and, where the process may give files away, its owner. Where the group
/// cannot be kept, the new one gets no more than everybody has. A directory, a symbolic link or a device at the path is an
/// error.
public struct FileSink: ByteSink, ~Copyable {
    /// The file that is written.
    public let path: String

    private static let temporaryPrefix = ".fsk-"
    private static let temporarySuffix = ".tmp"

    private let temporaryPath: String
    private let existing: Existing?
    private var descriptor: Int32

    /// Opens a temporary file beside the target.
    ///
    /// - Parameter path: The file to make or replace.
    /// - Throws: ``FileSinkError`` where the path cannot be written.
    public init(path: String) throws(FileSinkError) {
        guard !path.isEmpty, !path.utf8.contains(0) else { throw FileSinkError(.invalidPath, path: path) }
        let existing = try Self.existing(at: path)
        let directory = Self.directory(of: path)
        AbandonedFiles.remove(.file, in: directory, prefix: Self.temporaryPrefix, suffix: Self.temporarySuffix)
        var made: (descriptor: Int32, path: String)?
        // A name that is taken is as good as impossible with 64 random bits; a few tries cost nothing.
        for _ in 0..<8 where made == nil {
            let candidate = Self.temporaryPath(in: directory)
            let descriptor = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode_t(0o600))
            if descriptor >= 0 {
                if AbandonedFiles.claim(descriptor, at: candidate) {
                    made = (descriptor, candidate)
                } else {
                    _ = close(descriptor)
                }
            } else if errno != EEXIST {
                throw Self.error(path, errno)
            }
        }
        guard let made else { throw Self.error(path, EEXIST) }
        self.path = path
        self.existing = existing
        temporaryPath = made.path
        descriptor = made.descriptor
    }

    deinit {
        if descriptor >= 0 {
            _ = close(descriptor)
            _ = unlink(temporaryPath)
        }
    }

    /// Takes bytes.
    ///
    /// - Parameter bytes: The bytes.
    /// - Throws: ``FileSinkError``. The temporary file is then removed, and the old file is as it was.
    public mutating func write(_ bytes: RawSpan) throws {
        guard descriptor >= 0 else { throw FileSinkError(.closed, path: path) }
        if let number = DescriptorOutput.write(bytes, to: descriptor) { throw abandon(number) }
    }

    /// Brings the file to the disk and puts it in its place.
    ///
    /// - Throws: ``FileSinkError``. The temporary file is then removed, and the old file is as it was.
    public mutating func finish() throws {
        guard descriptor >= 0 else { throw FileSinkError(.closed, path: path) }
        let mode = existing.map { keepOwner($0) } ?? Self.defaultPermissions(in: Self.directory(of: path))
        if fchmod(descriptor, mode) != 0 || fsync(descriptor) != 0 { throw abandon(errno) }
        // Something may have been put there since the sink was made.
        do {
            _ = try Self.existing(at: path)
        } catch {
            _ = abandon(0)
            throw error
        }
        if rename(temporaryPath, path) != 0 { throw abandon(errno) }
        _ = close(descriptor)
        descriptor = -1
        Self.synchronise(directory: Self.directory(of: path))
    }

    /// Gives up: removes the temporary file and makes the error that says why.
    private mutating func abandon(_ number: Int32) -> FileSinkError {
        _ = close(descriptor)
        _ = unlink(temporaryPath)
        descriptor = -1
        return Self.error(path, number)
    }

    /// What the new file keeps of the one that it replaces.
    private struct Existing {
        let mode: mode_t
        let owner: uid_t
        let group: gid_t
    }

    /// Gives the new file the owner and group of the old one, as far as the process may.
    ///
    /// - Returns: The permissions to set. What the old file allowed its group is not for another group.
    private func keepOwner(_ existing: Existing) -> mode_t {
        if fchown(descriptor, existing.owner, existing.group) == 0 { return existing.mode }
        // The number with all bits set leaves the owner as it is.
        if fchown(descriptor, uid_t.max, existing.group) == 0 { return existing.mode }
        return existing.mode & (0o707 | (existing.mode & 0o007) << 3)
    }

    /// What is known of the file that will be replaced.
    ///
    /// - Returns: `nil` where there is none.
    private static func existing(at path: String) throws(FileSinkError) -> Existing? {
        if path.utf8.last == UInt8(ascii: "/") { throw FileSinkError(.isDirectory, path: path) }
        var status = stat()
        guard lstat(path, &status) == 0 else {
            if errno == ENOENT { return nil }
            throw error(path, errno)
        }
        switch status.st_mode & mode_t(S_IFMT) {
        case mode_t(S_IFREG):
            return Existing(mode: status.st_mode & 0o777, owner: status.st_uid, group: status.st_gid)
        case mode_t(S_IFDIR): throw FileSinkError(.isDirectory, path: path)
        case mode_t(S_IFLNK): throw FileSinkError(.isSymbolicLink, path: path)
        default: throw FileSinkError(.notRegularFile, path: path)
        }
    }

    /// The permissions that a new file gets here.
    ///
    /// The mask of the process cannot be read without setting it, which another thread would notice; an empty file that is
    /// removed at once tells the same.
    private static func defaultPermissions(in directory: String) -> mode_t {
        let probe = temporaryPath(in: directory)
        let descriptor = open(probe, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode_t(0o666))
        guard descriptor >= 0 else { return 0o600 }
        defer {
            _ = close(descriptor)
            _ = unlink(probe)
        }
        var status = stat()
        return fstat(descriptor, &status) == 0 ? status.st_mode & 0o777 : 0o600
    }

    /// Brings the new name of the file to the disk.
    ///
    /// A file system that cannot do so keeps the file all the same.
    private static func synchronise(directory: String) {
        let descriptor = open(directory, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        _ = fsync(descriptor)
        _ = close(descriptor)
    }

    /// A path that nothing has yet.
    private static func temporaryPath(in directory: String) -> String {
        directory + temporaryPrefix + String(UInt64.random(in: .min ... .max), radix: 36) + temporarySuffix
    }

    /// The directory part of a path with its slash.
    private static func directory(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "./" }
        return String(path[...slash])
    }

    private static func error(_ path: String, _ number: Int32) -> FileSinkError {
        let code: FileSinkError.Code =
            switch number {
            case ENOENT, ENOTDIR: .noSuchDirectory
            case EACCES, EPERM, EROFS: .permissionDenied
            case ENOSPC, EDQUOT: .noSpace
            case EISDIR: .isDirectory
            case ELOOP: .isSymbolicLink
            default: .system
            }
        return FileSinkError(code, path: path, systemError: number)
    }
}
