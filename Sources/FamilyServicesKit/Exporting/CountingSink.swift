/// A sink that counts the bytes on their way into another sink.
public struct CountingSink<Base: ByteSink & ~Copyable>: ByteSink, ~Copyable {
    /// The sink that takes the bytes.
    public var base: Base
    /// How many bytes the other sink has taken.
    public private(set) var count = 0

    /// Counts what goes into a sink.
    ///
    /// - Parameter base: The sink that takes the bytes.
    public init(_ base: consuming Base) {
        self.base = base
    }

    /// Takes bytes.
    ///
    /// - Parameter bytes: The bytes, valid during the call only.
    /// - Throws: The error of the sink.
    public mutating func write(_ bytes: RawSpan) throws {
        try base.write(bytes)
        count += bytes.byteCount
    }

    /// Completes the output.
    ///
    /// - Throws: The error of the sink; the output is then not complete.
    public mutating func finish() throws {
        try base.finish()
    }
}

extension CountingSink: Copyable where Base: Copyable {}
