/// Somewhere that bytes go.
public protocol ByteSink: ~Copyable {
    /// Takes bytes.
    ///
    /// - Parameter bytes: The bytes, valid during the call only.
    /// - Throws: The sink's own error. Nothing more may then be written.
    mutating func write(_ bytes: RawSpan) throws

    /// Completes the output. Called once, by whoever made the sink.
    ///
    /// - Throws: The sink's own error; the output is then not complete.
    mutating func finish() throws
}

extension ByteSink where Self: ~Copyable {
    /// Takes bytes from an array.
    ///
    /// - Parameter bytes: The bytes.
    /// - Throws: The sink's own error.
    public mutating func write(_ bytes: [UInt8]) throws {
        try write(bytes.span.bytes)
    }

    /// Takes text as UTF-8.
    ///
    /// - Parameter text: The text.
    /// - Throws: The sink's own error.
    public mutating func write(_ text: String) throws {
        try write(Array(text.utf8))
    }
}

/// A sink that keeps everything in memory.
public struct MemorySink: ByteSink {
    /// What has been written.
    public private(set) var bytes: [UInt8] = []

    /// Makes an empty sink.
    public init() {}

    /// Takes bytes.
    ///
    /// - Parameter span: The bytes, valid during the call only.
    /// - Throws: The error of the sink.
    public mutating func write(_ span: RawSpan) throws {
        span.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }

    /// Completes the output.
    ///
    /// - Throws: The error of the sink; the output is then not complete.
    public mutating func finish() throws {}
}
