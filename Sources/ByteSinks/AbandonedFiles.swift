#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Temporary files and directories of processes that were killed before they could remove them.
///
/// Whoever makes one gives it a ``TemporaryName`` and locks it for as long as it is in use. The operating system gives the lock
/// back when a process ends, however that happens, so that what can be locked is of no use to anybody. On a file system
/// without locks nothing is ever taken for abandoned.
package enum AbandonedFiles {
    /// Locks what was just made, until the descriptor is closed.
    ///
    /// - Parameters:
    ///   - descriptor: The open file or directory.
    ///   - path: Its path.
    ///   - isShared: Whether others may lock it too in order to read, as those who read a pack do with its folder.
    /// - Returns: `false` where another process was quicker and removes it; make another one then.
    package static func claim(_ descriptor: Int32, at path: String, isShared: Bool = false) -> Bool {
        guard flock(descriptor, (isShared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0 else { return errno != EWOULDBLOCK }
        return isOpen(descriptor, at: path)
    }

    /// Removes what was abandoned by processes of the same user.
    ///
    /// Files that change together are left alone: ``FileTransaction`` knows whether they are still wanted.
    ///
    /// - Parameter directory: Where to look, with its slash.
    package static func remove(in directory: String) {
        for name in names(in: directory) {
            switch TemporaryName.kind(of: name) {
            case .file: remove(directory + name, isDirectory: false)
            case .directory: remove(directory + name, isDirectory: true)
            case .staged, .kept, nil: break
            }
        }
    }

    private static func remove(_ path: String, isDirectory: Bool) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        // A file may already have been given to the owner of the one that it was to replace, which only root may do.
        guard status.st_uid == geteuid() || geteuid() == 0 && !isDirectory else { return }
        let (type, access) = isDirectory ? (S_IFDIR, O_RDONLY) : (S_IFREG, O_RDWR)
        guard status.st_mode & mode_t(S_IFMT) == mode_t(type) else { return }
        var descriptor = open(path, access | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        // It may have got the permissions of a file that is to be read alone.
        if descriptor < 0, errno == EACCES, !isDirectory {
            descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        }
        guard descriptor >= 0 else { return }
        defer { _ = close(descriptor) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, isOpen(descriptor, at: path) else { return }
        if isDirectory {
            for name in names(in: path) { _ = unlinkat(descriptor, name, 0) }
            _ = rmdir(path)
        } else {
            _ = unlink(path)
        }
    }

    /// Whether a path still leads to what a descriptor was opened for.
    private static func isOpen(_ descriptor: Int32, at path: String) -> Bool {
        var (held, found) = (stat(), stat())
        return fstat(descriptor, &held) == 0 && lstat(path, &found) == 0 && held.st_dev == found.st_dev
            && held.st_ino == found.st_ino
    }

    /// The names in a directory; none where it cannot be read.
    package static func names(in directory: String) -> [String] {
        guard let stream = opendir(directory) else { return [] }
        defer { _ = closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}
