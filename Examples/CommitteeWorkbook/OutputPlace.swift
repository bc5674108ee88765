import FamilyServicesKit

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Where an output goes.
enum OutputPlace {
    /// Standard output, under `-` or one of the names that the system has for it.
    case standardOutput
    /// A pipe or device, such as `/dev/fd/63` where a shell hands over `>(command)`.
    case stream(String)
    /// A file, which is written whole or not at all.
    case file(String)

    /// Looks what a name leads to.
    init(_ path: String) {
        var status = stat()
        if ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"].contains(path) {
            self = .standardOutput
        } else if stat(path, &status) == 0,
            ![mode_t(S_IFREG), mode_t(S_IFDIR)].contains(status.st_mode & mode_t(S_IFMT))
        {
            self = .stream(path)
        } else {
            self = .file(path)
        }
    }

    /// Whether it is standard output.
    var isStandardOutput: Bool { if case .standardOutput = self { true } else { false } }

    /// Whether something may be written there: anything but a file that this program did not write.
    var mayReplace: Bool { if case .file(let path) = self { OutputLedger(path: path).mayReplace() } else { true } }

    /// Writes a publication there.
    ///
    /// - Parameters:
    ///   - publication: What to write.
    ///   - exporter: What writes it.
    ///   - context: Whom it tells how far it is.
    ///   - force: Whether a file may be replaced that may not be written.
    func write(
        _ publication: Publication, with exporter: any Exporter, context: ExportContext, force: Bool
    ) throws {
        switch self {
        case .standardOutput:
            var sink = StandardOutputSink()
            try exporter.export(publication, to: &sink, context: context)
            try sink.finish()
        case .stream(let path):
            var sink = try StreamSink(path: path)
            try exporter.export(publication, to: &sink, context: context)
            try sink.finish()
        case .file(let path):
            if force, FileSink.isReadOnly(path) {
                Console.say(
                    "\(path): warning: The file is read-only. It is replaced because of --force, and read-only again.")
            }
            var sink = try LedgerSink(path: path, replacingReadOnly: force)
            try exporter.export(publication, to: &sink, context: context)
            try sink.finish()
        }
    }
}

/// A sink that writes into what is there already and keeps no file: a pipe or a device.
struct StreamSink: ByteSink, ~Copyable {
    private let path: String
    private let descriptor: Int32

    /// Opens the pipe or device.
    init(path: String) throws(StreamError) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StreamError(path: path, number: errno) }
    }

    deinit { _ = close(descriptor) }

    mutating func write(_ bytes: RawSpan) throws {
        var failure: Int32 = 0
        bytes.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty, failure == 0 {
                let part = UnsafeRawBufferPointer(rebasing: rest)
                let count = sys_write(descriptor, part.baseAddress, part.count)
                if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { failure = errno }
            }
        }
        guard failure == 0 else { throw StreamError(path: path, number: failure) }
    }

    mutating func finish() throws {}
}

/// Why a pipe or device cannot be written to.
struct StreamError: Error, CustomStringConvertible {
    let path: String
    let number: Int32

    var description: String { "“\(path)” cannot be written to: \(String(cString: strerror(number)))." }
}
