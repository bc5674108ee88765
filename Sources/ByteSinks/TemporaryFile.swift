#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file in the making, beside the one whose place it is to take.
///
/// It is readable by its owner alone until it is sealed, and is removed with the value unless it has been put in its place
/// or handed over.
final class TemporaryFile {
    /// The file whose place it is to take.
    let target: String
    /// Where it is.
    let path: String
    private let existing: Existing?
    private var descriptor: Int32
    private var isOurs = true

    /// Makes one.
    ///
    /// - Parameters:
    ///   - target: The file whose place it is to take.
    ///   - kind: What its name says that it is.
    ///   - folder: Where it is until then, with its slash; by default beside the file.
    ///   - replacingReadOnly: Whether it may take the place of a file that may not be written.
    init(
        for target: String, _ kind: TemporaryName.Kind, in folder: String? = nil, replacingReadOnly: Bool
    ) throws(FileSinkError) {
        guard !target.isEmpty, !target.utf8.contains(0) else { throw FileSinkError(.invalidPath, path: target) }
        let existing = try Self.existing(at: target)
        if existing != nil, !replacingReadOnly, Self.isReadOnly(target) {
            throw FileSinkError(.readOnly, path: target)
        }
        let directory = folder ?? Self.directory(of: target)
        AbandonedFiles.remove(in: directory)
        var made: (descriptor: Int32, path: String)?
        // A name that is taken is as good as impossible with 64 random bits; a few tries cost nothing.
        for _ in 0..<8 where made == nil {
            let candidate = directory + TemporaryName.make(kind)
            var number: Int32 = 0
            let descriptor = TemporaryFiles.making(candidate) { () -> Int32? in
                let descriptor = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode_t(0o600))
                number = errno
                return descriptor >= 0 ? descriptor : nil
            }
            if let descriptor {
                if AbandonedFiles.claim(descriptor, at: candidate) {
                    made = (descriptor, candidate)
                } else {
                    _ = close(descriptor)
                    TemporaryFiles.forget(candidate)
                }
            } else if number != EEXIST {
                throw FileSinkError(target, number)
            }
        }
        guard let made else { throw FileSinkError(target, EEXIST) }
        self.target = target
        self.existing = existing
        path = made.path
        descriptor = made.descriptor
    }

    deinit { remove() }

    /// Whether it can still be written.
    var isOpen: Bool { descriptor >= 0 }

    /// Takes bytes.
    ///
    /// - Throws: ``FileSinkError``. The file is then removed.
    func write(_ bytes: RawSpan) throws(FileSinkError) {
        guard isOpen else { throw FileSinkError(.closed, path: target) }
        if let number = DescriptorOutput.write(bytes, to: descriptor) { throw abandon(number) }
    }

    /// Gives it what it keeps of the file whose place it is to take, and brings it to the disk.
    ///
    /// - Throws: ``FileSinkError``. The file is then removed.
    func seal() throws(FileSinkError) {
        guard isOpen else { throw FileSinkError(.closed, path: target) }
        if existing != nil { ExtendedAttributes.copy(from: target, to: descriptor) }
        let mode = existing.map { keepOwner($0) } ?? Self.defaultPermissions(in: Self.directory(of: target))
        if fchmod(descriptor, mode) != 0 || fsync(descriptor) != 0 { throw abandon(errno) }
    }

    /// Puts it in its place.
    ///
    /// It has to be sealed.
    ///
    /// - Throws: ``FileSinkError``. The file is then removed.
    func takePlace() throws(FileSinkError) {
        // Something may have been put there since the file was made.
        do throws(FileSinkError) {
            _ = try Self.existing(at: target)
        } catch {
            _ = abandon(0)
            throw error
        }
        if rename(path, target) != 0 { throw abandon(errno) }
        handOver()
        Self.synchronise(directory: Self.directory(of: target))
    }

    /// Leaves the file where it is, to somebody who knows what becomes of it.
    func handOver() {
        isOurs = false
        TemporaryFiles.forget(path)
        _ = close(descriptor)
        descriptor = -1
    }

    /// Gives up: removes the file and makes the error that says why.
    private func abandon(_ number: Int32) -> FileSinkError {
        remove()
        return FileSinkError(target, number)
    }

    private func remove() {
        guard isOurs else { return }
        isOurs = false
        if descriptor >= 0 { _ = close(descriptor) }
        descriptor = -1
        _ = unlink(path)
        TemporaryFiles.forget(path)
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
            throw FileSinkError(path, errno)
        }
        switch status.st_mode & mode_t(S_IFMT) {
        case mode_t(S_IFREG):
            return Existing(mode: status.st_mode & 0o777, owner: status.st_uid, group: status.st_gid)
        case mode_t(S_IFDIR): throw FileSinkError(.isDirectory, path: path)
        case mode_t(S_IFLNK): throw FileSinkError(.isSymbolicLink, path: path)
        default: throw FileSinkError(.notRegularFile, path: path)
        }
    }

    /// Whether a file is there to be read alone: by nobody's leave, or not by that of this user.
    static func isReadOnly(_ path: String) -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0 else { return false }
        // Root may write everything, and would not know what its owner meant.
        // That of a whole disk is found when the new file is made.
        return status.st_mode & 0o222 == 0 || faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) != 0 && errno == EACCES
    }

    /// The permissions that a new file gets here.
    ///
    /// The mask of the process cannot be read without setting it, which another thread would notice; an empty file that is
    /// removed at once tells the same.
    private static func defaultPermissions(in directory: String) -> mode_t {
        let probe = directory + TemporaryName.make(.file)
        let descriptor = TemporaryFiles.making(probe) { () -> Int32? in
            let descriptor = open(probe, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode_t(0o666))
            return descriptor >= 0 ? descriptor : nil
        }
        guard let descriptor else { return 0o600 }
        defer {
            _ = close(descriptor)
            _ = unlink(probe)
            TemporaryFiles.forget(probe)
        }
        var status = stat()
        return fstat(descriptor, &status) == 0 ? status.st_mode & 0o777 : 0o600
    }

    /// Brings the names of files to the disk.
    ///
    /// A file system that cannot do so keeps the files all the same.
    static func synchronise(directory: String) {
        let descriptor = open(directory, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        _ = fsync(descriptor)
        _ = close(descriptor)
    }

    /// The directory part of a path with its slash.
    static func directory(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "./" }
        return String(path[...slash])
    }
}

extension FileSinkError {
    /// The error that the operating system's number means.
    init(_ path: String, _ number: Int32) {
        let code: FileSinkError.Code =
            switch number {
            case ENOENT, ENOTDIR: .noSuchDirectory
            case EACCES, EPERM, EROFS: .permissionDenied
            case ENOSPC, EDQUOT: .noSpace
            case EISDIR: .isDirectory
            case ELOOP: .isSymbolicLink
            default: .system
            }
        self.init(code, path: path, systemError: number)
    }
}
