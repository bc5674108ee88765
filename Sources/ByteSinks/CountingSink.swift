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

    /// Hands bytes to the other sink and counts them.
    ///
    /// - Parameter bytes: The bytes.
    /// - Throws: The other sink's error; the bytes are then not counted.
    public mutating func write(_ bytes: RawSpan) throws {
        try base.write(bytes)
        count += bytes.byteCount
    }

    /// Finishes the other sink.
    ///
    /// - Throws: The other sink's error.
    public mutating func finish() throws {
        try base.finish()
    }
}

extension CountingSink: Copyable where Base: Copyable {}
