import CZlib

/// Reads gzip data (RFC 1952) from anywhere, trusted or not.
///
/// ```swift
/// let bytes = try GzipReader.decompress(compressed)
///
/// // In pieces, whatever their size:
/// var reader = GzipReader(limits: .init(decompressedSize: 50_000_000))
/// while let chunk = try source.next() {
///     try reader.read(chunk.span.bytes) { piece in try parser.parse(piece) }
/// }
/// try reader.finish()
/// ```
///
/// Checksums and sizes are checked. The data may have several members, one after the other, which are read as one; anything
/// else after a member is an error, zero bytes too. Names, comments and extra fields in headers are passed over. Memory
/// does not depend on the size of the data.
///
/// Pieces are handed on before the checksum at the end has been seen: what was made of them is only good once
/// ``finish()`` has returned.
public struct GzipReader: ~Copyable {
    /// What a reader refuses, so that little data cannot become too much.
    ///
    /// There is no limit on the ratio: deflate cannot make more than 1,032 bytes of one, which ordinary data with many
    /// repetitions comes close to, so that a ratio tells little.
    public struct Limits: Sendable, Hashable {
        /// How many bytes all members may have together once decompressed, one gibibyte unless another number is given.
        public var decompressedSize: Int

        /// Makes limits.
        ///
        /// - Parameter decompressedSize: How many bytes all members may have together once decompressed.
        public init(decompressedSize: Int = 1 << 30) {
            self.decompressedSize = decompressedSize
        }
    }

    private enum Part {
        case header, data, trailer
    }

    /// The limits.
    public let limits: Limits
    /// How many bytes have been read.
    public private(set) var compressedCount = 0
    /// How many bytes they have become.
    public private(set) var decompressedCount = 0

    private var part = Part.header
    private var header = HeaderReader(isFirst: true)
    private let inflater = Inflater()
    private var memberSize: UInt32 = 0
    private var memberChecksum = crc32(0, nil, 0)
    private var trailer: [UInt8] = []
    private var isOpen = true

    /// Makes a reader.
    ///
    /// - Parameter limits: What to refuse.
    public init(limits: Limits = Limits()) {
        self.limits = limits
    }

    /// Decompresses the whole of some data.
    ///
    /// - Parameters:
    ///   - bytes: The compressed data.
    ///   - limits: What to refuse. No more memory than the limit on the size is asked for at once.
    /// - Returns: The data.
    /// - Throws: ``GzipError`` where the data is damaged, not complete, no gzip, or too large.
    public static func decompress(_ bytes: [UInt8], limits: Limits = Limits()) throws(GzipError) -> [UInt8] {
        var reader = GzipReader(limits: limits)
        var result: [UInt8] = []
        try bytes.span.bytes.withUnsafeBytes { bytes throws(GzipError) in
            var rest = bytes
            while let piece = try reader.nextPiece(&rest) {
                let count = result.count + piece.count
                if count > result.capacity {
                    result.reserveCapacity(min(max(count, 2 * result.capacity), limits.decompressedSize))
                }
                result.append(contentsOf: piece)
            }
        }
        try reader.finish()
        return result
    }

    /// Reads the next bytes of the compressed data.
    ///
    /// - Parameters:
    ///   - bytes: Compressed bytes, valid during the call only.
    ///   - body: Takes what they become, in pieces of at most 64 KiB that are valid during its call only. It is never given
    ///     more in all than ``Limits/decompressedSize``.
    /// - Throws: The error of `body`, as it is; or ``GzipError`` where the data is damaged, no gzip, or too large, or with
    ///   the code ``GzipError/Code/closed`` after ``finish()`` or an error.
    public mutating func read(_ bytes: RawSpan, _ body: (RawSpan) throws -> Void) throws {
        try bytes.withUnsafeBytes { bytes in
            var rest = bytes
            while let piece = try nextPiece(&rest) {
                do {
                    try body(UnsafeRawBufferPointer(piece).bytes)
                } catch {
                    isOpen = false
                    throw error
                }
            }
        }
    }

    /// Checks that the data is complete.
    ///
    /// Nothing can be read afterwards.
    ///
    /// - Throws: ``GzipError`` with the code ``GzipError/Code/truncated`` where the data ends inside a member or has none, or
    ///   with the code ``GzipError/Code/closed`` after ``finish()`` or an error.
    public mutating func finish() throws(GzipError) {
        try checkIsOpen()
        isOpen = false
        guard compressedCount > 0, part == .header, header.count == 0 else {
            throw GzipError(
                .truncated, "the data ends before it is complete; get the whole file.", offset: compressedCount)
        }
    }

    private func checkIsOpen() throws(GzipError) {
        guard isOpen else {
            throw GzipError(.closed, "The reader is already finished or has failed; make a new one to read more.")
        }
    }

    /// Decompresses until there is something to hand on.
    ///
    /// - Parameter input: Compressed bytes; those that were used are cut off.
    /// - Returns: Decompressed bytes, until the next call; `nil` once all input is used.
    private mutating func nextPiece(
        _ input: inout UnsafeRawBufferPointer
    ) throws(GzipError) -> UnsafeBufferPointer<UInt8>? {
        try checkIsOpen()
        do {
            while true {
                switch part {
                case .header:
                    guard let byte = input.first else { return nil }
                    let isEnd = try header.take(byte, at: compressedCount)
                    use(1, of: &input)
                    if isEnd { try beginData() }
                case .data:
                    if let piece = try inflate(&input) { return piece }
                    if part == .data, input.isEmpty { return nil }
                case .trailer:
                    guard let byte = input.first else { return nil }
                    trailer.append(byte)
                    use(1, of: &input)
                    if trailer.count == GzipFormat.trailerCount { try endMember() }
                }
            }
        } catch {
            isOpen = false
            throw error
        }
    }

    private mutating func beginData() throws(GzipError) {
        try inflater.begin()
        memberSize = 0
        memberChecksum = crc32(0, nil, 0)
        part = .data
    }

    /// Decompresses some data of a member, and goes on to the trailer where it ends.
    ///
    /// - Returns: `nil` where the input was too little to make anything.
    private mutating func inflate(
        _ input: inout UnsafeRawBufferPointer
    ) throws(GzipError) -> UnsafeBufferPointer<UInt8>? {
        let room = max(limits.decompressedSize, 0) - decompressedCount
        // One byte more than there is room for shows whether there is more.
        let most = room < inflater.output.count ? room + 1 : inflater.output.count
        let step = try inflater.step(input, most: most, at: compressedCount)
        use(step.used, of: &input)
        guard step.made <= room else {
            throw GzipError(
                .sizeLimitExceeded,
                "the decompressed data has more than \(limits.decompressedSize) bytes; raise the limit if that is right.",
                offset: compressedCount)
        }
        if step.isEnd {
            trailer = []
            part = .trailer
        }
        guard step.made > 0 else { return nil }
        let piece = UnsafeBufferPointer(inflater.output.extracting(..<step.made))
        memberChecksum = crc32(memberChecksum, piece.baseAddress, uInt(piece.count))
        memberSize &+= UInt32(piece.count)
        decompressedCount += piece.count
        return piece
    }

    private mutating func endMember() throws(GzipError) {
        let offset = compressedCount - GzipFormat.trailerCount
        let expected = GzipFormat.trailer(checksum: UInt32(truncatingIfNeeded: memberChecksum), size: memberSize)
        guard trailer.prefix(4) == expected.prefix(4) else {
            throw GzipError(
                .checksumMismatch, "the data does not agree with its checksum; it is damaged.", offset: offset)
        }
        guard trailer == expected else {
            throw GzipError(
                .sizeMismatch, "the data does not have the size given for it; it is damaged.", offset: offset + 4)
        }
        header = HeaderReader(isFirst: false)
        part = .header
    }

    private mutating func use(_ count: Int, of input: inout UnsafeRawBufferPointer) {
        input = UnsafeRawBufferPointer(rebasing: input[count...])
        compressedCount += count
    }
}
