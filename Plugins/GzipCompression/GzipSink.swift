import CZlib
public import ByteSinks

/// A sink that compresses the bytes on their way into another sink.
///
/// It works for every exporter, since each writes into a sink:
///
/// ```swift
/// var sink = try GzipSink(FileSink(path: "report.md.gz"), options: GzipOptions(level: 9))
/// try MarkdownExporter().export(publication, to: &sink, context: ExportContext())
/// try sink.finish()
/// ```
///
/// The output is one gzip member (RFC 1952) that any reader takes, without a name or time. It depends on the input, the
/// level and the version of zlib, and neither on the number of cores nor on how the input was cut into writes: blocks of
/// 128 KiB are compressed each by itself, with the last 32 KiB of the block before as its dictionary, and joined.
///
/// ``finish()`` finishes the other sink too. Without it the output is not complete, and the other sink is left as one that
/// was not finished, so that a `FileSink` leaves no file.
///
/// The other sink is only called from the thread that calls this one. What it is given lags behind: up to four blocks for
/// each core are in memory, and each core needs 256 KiB beside them. After an error, and when the sink goes away, no
/// thread is at work for it any more.
public struct GzipSink<Base: ByteSink & ~Copyable>: ByteSink, ~Copyable {
    /// The sink that takes the compressed bytes.
    public private(set) var base: Base

    private let level: Int
    private let pipeline: DeflatePipeline
    private var block = DeflateBlock()
    private var checksum = crc32(0, nil, 0)
    /// The size of the input so far, modulo 2³² as in the trailer.
    private var size: UInt32 = 0
    private var hasHeader = false
    private var isOpen = true

    /// Compresses what goes into a sink.
    ///
    /// - Parameters:
    ///   - base: The sink that takes the compressed bytes. It is given nothing before the first write.
    ///   - options: The level, and how many cores may be used.
    public init(_ base: consuming Base, options: GzipOptions = GzipOptions()) {
        self.base = base
        level = options.level
        pipeline = DeflatePipeline(options: options)
    }

    /// Takes bytes to be compressed.
    ///
    /// - Parameter bytes: The bytes, valid during the call only.
    /// - Throws: The other sink's error, as it is; or ``GzipError`` with the code ``GzipError/Code/closed`` after
    ///   ``finish()`` or an error, with another where zlib fails. An error may be due to bytes of earlier writes.
    public mutating func write(_ bytes: RawSpan) throws {
        try whileOpen { sink in
            try bytes.withUnsafeBytes { bytes in
                var rest = bytes[...]
                while !rest.isEmpty {
                    let piece = rest.prefix(sink.block.room)
                    sink.block.append(UnsafeRawBufferPointer(rebasing: piece))
                    rest = rest.dropFirst(piece.count)
                    guard sink.block.room == 0 else { continue }
                    sink.block = sink.pipeline.compress(sink.block)
                    try sink.drain(waiting: false)
                }
            }
        }
    }

    /// Compresses what is left, ends the gzip member and finishes the other sink.
    ///
    /// - Throws: The other sink's error, as it is, or ``GzipError``. The output is then not complete.
    public mutating func finish() throws {
        try whileOpen { sink in
            sink.pipeline.compressLast(sink.block)
            try sink.drain(waiting: true)
            let checksum = UInt32(truncatingIfNeeded: sink.checksum)
            try sink.base.write(GzipFormat.trailer(checksum: checksum, size: sink.size))
            try sink.base.finish()
            sink.isOpen = false
        }
    }

    /// Does something that may be done neither after ``finish()`` nor after an error.
    private mutating func whileOpen(_ body: (inout Self) throws -> Void) throws {
        guard isOpen else {
            throw GzipError(.closed, "The sink is already finished or has failed; make a new one to write more.")
        }
        do {
            try body(&self)
        } catch {
            isOpen = false
            pipeline.waitForLanes()
            throw error
        }
    }

    /// Hands blocks that are compressed to the other sink.
    private mutating func drain(waiting isWaiting: Bool) throws {
        while let block = pipeline.removeFirst(waiting: isWaiting) {
            if let failure = block.failure { throw failure }
            if !hasHeader {
                try base.write(GzipFormat.header(level: level))
                hasHeader = true
            }
            checksum = crc32_combine(checksum, block.checksum, .init(block.count))
            size &+= UInt32(block.count)
            try base.write(block.output)
            pipeline.recycle(block)
        }
    }
}
