#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A new directory that only its owner can read, and the lock by which others see that it is in use.
///
/// Whoever holds the value empties the directory before it goes; the empty directory then goes with it, or with the next export of
/// the same user where the process was killed before.
package struct TemporaryFolder: ~Copyable {
    /// Where it is.
    package let path: String
    /// Holds the lock.
    private let descriptor: Int32

    /// Makes one, once those that killed processes left behind are removed.
    ///
    /// - Parameter parent: Where to make it, without a slash at the end unless it is the root.
    /// - Returns: `nil` where it cannot be made; the system's error number says why.
    package init?(in parent: String) {
        let folder = parent == "/" ? parent : parent + "/"
        AbandonedFiles.remove(in: folder)
        var made: (path: String, descriptor: Int32)?
        // A second try where another process took the new directory for one that was abandoned.
        for _ in 0..<8 where made == nil {
            let path = folder + TemporaryName.make(.directory)
            guard TemporaryFiles.making(path, { mkdir(path, mode_t(0o700)) == 0 ? path : nil }) != nil else { break }
            let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
            if descriptor >= 0, AbandonedFiles.claim(descriptor, at: path) {
                made = (path, descriptor)
            } else {
                if descriptor >= 0 { _ = close(descriptor) }
                TemporaryFiles.forget(path)
            }
        }
        guard let made else { return nil }
        (path, descriptor) = made
    }

    deinit {
        _ = rmdir(path)
        TemporaryFiles.forget(path)
        _ = close(descriptor)
    }
}
