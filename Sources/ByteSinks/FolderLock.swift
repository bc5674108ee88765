#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A lock on a folder, which leaves nothing in it.
///
/// Those who change several files of a folder together hold it alone, those who read them hold it together. The operating system
/// gives it back when a process ends, however that happens.
package struct FolderLock: ~Copyable {
    /// Who may have it at the same time.
    package enum Mode: Sendable {
        case reading, writing
    }

    private let descriptor: Int32
    /// Whether there is a lock; there are file systems that have none.
    package let isHeld: Bool

    /// Waits for the lock.
    ///
    /// - Parameters:
    ///   - folder: The folder.
    ///   - mode: Who may have it at the same time.
    ///   - seconds: How long to wait.
    /// - Returns: `nil` where others have held it for that long.
    package init?(_ folder: String, for mode: Mode, waiting seconds: Int = 20) {
        let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
        self.descriptor = descriptor
        var isHeld = false
        // What cannot be opened is reported by those who want to read or write in it.
        if descriptor >= 0 {
            var tries = seconds * 50
            while !isHeld {
                if flock(descriptor, (mode == .reading ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0 {
                    isHeld = true
                } else if errno == EWOULDBLOCK {
                    guard tries > 0 else {
                        _ = close(descriptor)
                        return nil
                    }
                    tries -= 1
                    _ = usleep(20_000)
                } else if errno != EINTR {
                    break
                }
            }
        }
        self.isHeld = isHeld
    }

    deinit { if descriptor >= 0 { _ = close(descriptor) } }
}
