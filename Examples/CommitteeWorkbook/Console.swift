import ArgumentParser

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// What the program says to people: results on standard output, everything else on standard error.
enum Console {
    /// Whether somebody watches standard error on a terminal that can take a line back.
    static let isWatched: Bool = {
        guard isatty(STDERR_FILENO) == 1, let terminal = getenv("TERM") else { return false }
        let name = String(cString: terminal)
        return !name.isEmpty && name != "dumb" && name != "unknown"
    }()

    /// Writes a result.
    ///
    /// - Throws: `ExitCode.ioError` where standard output cannot be written, after saying so: a result that nobody got is no
    ///   success.
    static func result(_ text: String) throws {
        guard let failure = write(text + "\n", to: STDOUT_FILENO) else { return }
        say("standard output: error: It cannot be written to: \(String(cString: strerror(failure))).")
        throw ExitCode.ioError
    }

    // There is nowhere else to say that standard error cannot be written.
    static func say(_ text: String) { _ = write(text + "\n", to: STDERR_FILENO) }

    /// A line that the next one replaces; nothing in a pipe.
    static func progress(_ text: String) {
        guard isWatched else { return }
        _ = write("\r\u{1B}[K" + text, to: STDERR_FILENO)
    }

    static func endProgress() {
        guard isWatched else { return }
        _ = write("\r\u{1B}[K", to: STDERR_FILENO)
    }

    /// - Returns: The number of the system's error; `nil` where everything was written.
    private static func write(_ text: String, to descriptor: Int32) -> Int32? {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { sys_write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                bytes = bytes.dropFirst(count)
            } else if errno != EINTR {
                return errno
            }
        }
        return nil
    }
}

func sys_write(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
