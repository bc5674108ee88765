#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A sink that writes to standard output, for programs in a pipeline.
///
/// Bytes that were written stay written when a later step fails. A reader that has gone away is the error
/// ``StandardOutputError`` only in a process that ignores the signal `SIGPIPE`; otherwise the signal ends the process.
public struct StandardOutputSink: ByteSink {
    /// Makes the sink.
    public init() {}

    /// Takes bytes.
    ///
    /// - Parameter bytes: The bytes.
    /// - Throws: ``StandardOutputError``.
    public mutating func write(_ bytes: RawSpan) throws {
        if let number = DescriptorOutput.write(bytes, to: STDOUT_FILENO) {
            throw StandardOutputError(systemError: number)
        }
    }

    /// Does nothing: what was taken is already written.
    public mutating func finish() throws {}
}

/// Standard output could not be written.
public struct StandardOutputError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The operating system's error number.
    public let systemError: Int32

    init(systemError: Int32) {
        self.systemError = systemError
    }

    /// A sentence for people, which says what would be right.
    public var description: String {
        switch systemError {
        case EPIPE: "Standard output was closed by its reader before everything was written."
        case ENOSPC: "Standard output could not be written because the disk is full; free some space and try again."
        case EBADF: "Standard output is closed; open it, or write to a file."
        default: "Standard output could not be written; the operating system reports error \(systemError)."
        }
    }
}
