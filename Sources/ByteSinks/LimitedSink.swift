/// A sink that lets no more than a number of bytes into another sink.
///
/// The bytes up to the limit reach the other sink; the first one past it is refused with ``SinkLimitError``. The output is
/// then not complete: the other sink is never finished, so that a ``FileSink`` leaves the old file as it was.
public struct LimitedSink<Base: ByteSink & ~Copyable>: ByteSink, ~Copyable {
    /// The sink that takes the bytes.
    public var base: Base
    /// The greatest number of bytes that the other sink gets.
    public let limit: Int
    /// How many bytes the other sink has taken.
    public private(set) var count = 0

    private var isExceeded = false

    /// Limits what goes into a sink.
    ///
    /// - Parameters:
    ///   - base: The sink that takes the bytes.
    ///   - limit: The greatest number of bytes that it gets; a number below 0 is the same as 0.
    public init(_ base: consuming Base, limit: Int) {
        self.base = base
        self.limit = max(limit, 0)
    }

    /// Hands bytes to the other sink, as far as the limit allows.
    ///
    /// - Parameter bytes: The bytes.
    /// - Throws: ``SinkLimitError`` where there are more than the limit allows, or the other sink's error.
    public mutating func write(_ bytes: RawSpan) throws {
        guard !isExceeded else { throw SinkLimitError(limit: limit) }
        let room = limit - count
        let part = bytes.byteCount > room ? bytes.extracting(first: room) : bytes
        isExceeded = bytes.byteCount > room
        if !part.isEmpty {
            try base.write(part)
            count += part.byteCount
        }
        if isExceeded { throw SinkLimitError(limit: limit) }
    }

    /// Finishes the other sink.
    ///
    /// - Throws: ``SinkLimitError`` where bytes were refused; the other sink is then not finished. Otherwise the other
    ///   sink's error.
    public mutating func finish() throws {
        guard !isExceeded else { throw SinkLimitError(limit: limit) }
        try base.finish()
    }
}

extension LimitedSink: Copyable where Base: Copyable {}

/// More was written than a ``LimitedSink`` lets through.
public struct SinkLimitError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The greatest number of bytes that was allowed.
    public let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    /// A sentence for people, which says what would be right.
    public var description: String {
        "The output is larger than the limit of \(limit) \(limit == 1 ? "byte" : "bytes"); "
            + "raise the limit or export less."
    }
}
