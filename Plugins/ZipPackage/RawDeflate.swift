import CZlib

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The compression of ZIP files.
package enum RawDeflate {
    /// Unpacks bytes piece by piece.
    ///
    /// - Parameters:
    ///   - input: The compressed bytes, fewer than 4 GiB.
    ///   - body: Takes each piece.
    /// - Returns: Whether the bytes were whole.
    /// - Throws: ``ZipFileError`` where memory ran out, and what the body throws.
    static func inflate(_ input: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> Void) throws -> Bool
    {
        var stream = z_stream()
        // Negative window bits: the data has no zlib header.
        guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw ZipFileError(.outOfMemory)
        }
        defer { inflateEnd(&stream) }
        stream.next_in = UnsafeMutablePointer(mutating: input.assumingMemoryBound(to: UInt8.self).baseAddress)
        stream.avail_in = uInt(input.count)
        return try withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { output in
            var code = Z_OK
            while code != Z_STREAM_END {
                stream.next_out = output.assumingMemoryBound(to: UInt8.self).baseAddress
                stream.avail_out = uInt(output.count)
                code = CZlib.inflate(&stream, Z_NO_FLUSH)
                let count = output.count - Int(stream.avail_out)
                guard code == Z_STREAM_END || code == Z_OK && count > 0 else { return false }
                try body(UnsafeRawBufferPointer(rebasing: output[..<count]))
            }
            return true
        }
    }

    /// Packs bytes.
    ///
    /// - Parameter bytes: The bytes, fewer than 4 GiB.
    /// - Returns: The packed bytes, always the same for the same ones.
    /// - Throws: ``ZipFileError`` where memory ran out.
    package static func deflate(_ bytes: [UInt8]) throws(ZipFileError) -> [UInt8] {
        var stream = z_stream()
        guard
            deflateInit2_(
                &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { throw ZipFileError(.outOfMemory) }
        defer { deflateEnd(&stream) }
        let capacity = Int(deflateBound(&stream, uLong(bytes.count)))
        var code = Z_OK
        let result = bytes.withUnsafeBufferPointer { input in
            [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
                stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                stream.avail_in = uInt(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = uInt(capacity)
                code = CZlib.deflate(&stream, Z_FINISH)
                count = capacity - Int(stream.avail_out)
            }
        }
        guard code == Z_STREAM_END else { throw ZipFileError(.outOfMemory) }
        return result
    }

    /// Whether a packed block unpacks to the bytes that it was made of.
    ///
    /// - Parameters:
    ///   - packed: The packed bytes, which end at a whole byte.
    ///   - bytes: What they were made of.
    ///   - dictionary: What went before in the same stream, at most 32 KiB of it.
    ///   - isLast: Whether the block ends its stream.
    /// - Returns: Whether it does; `false` too where memory ran out.
    package static func unpacks(
        _ packed: UnsafeRawBufferPointer, to bytes: UnsafeRawBufferPointer, after dictionary: UnsafeRawBufferPointer,
        isLast: Bool
    ) -> Bool {
        var stream = z_stream()
        guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return false
        }
        defer { inflateEnd(&stream) }
        let known = dictionary.assumingMemoryBound(to: UInt8.self).baseAddress
        if !dictionary.isEmpty, inflateSetDictionary(&stream, known, uInt(dictionary.count)) != Z_OK { return false }
        stream.next_in = UnsafeMutablePointer(mutating: packed.assumingMemoryBound(to: UInt8.self).baseAddress)
        stream.avail_in = uInt(packed.count)
        return withUnsafeTemporaryAllocation(byteCount: 1 << 15, alignment: 16) { piece in
            var done = 0
            while true {
                stream.next_out = piece.assumingMemoryBound(to: UInt8.self).baseAddress
                stream.avail_out = uInt(piece.count)
                let code = CZlib.inflate(&stream, Z_NO_FLUSH)
                let count = piece.count - Int(stream.avail_out)
                guard done + count <= bytes.count, let made = piece.baseAddress, let all = bytes.baseAddress,
                    memcmp(made, all + done, count) == 0
                else { return false }
                done += count
                if code == Z_STREAM_END { return isLast && done == bytes.count && stream.avail_in == 0 }
                guard code == Z_OK || code == Z_BUF_ERROR else { return false }
                // What is not the end of the stream is over when there is nothing left to read and nothing more came of it.
                if count < piece.count, stream.avail_in == 0 { return !isLast && done == bytes.count }
                if count == 0 { return false }
            }
        }
    }

    /// The checksum of some bytes and others behind them, from the checksum of each.
    package static func checksum(_ first: UInt32, and second: UInt32, of count: Int) -> UInt32 {
        UInt32(truncatingIfNeeded: crc32_combine(uLong(first), uLong(second), .init(count)))
    }

    /// The checksum that ZIP files use.
    package static func checksum(_ bytes: [UInt8]) -> UInt32 {
        bytes.withUnsafeBytes { checksum($0, continuing: 0) }
    }

    /// The checksum of what went before and some more bytes.
    static func checksum(_ bytes: UnsafeRawBufferPointer, continuing checksum: UInt32) -> UInt32 {
        let start = bytes.assumingMemoryBound(to: UInt8.self).baseAddress
        // Without bytes zlib starts anew.
        return start == nil
            ? checksum : UInt32(truncatingIfNeeded: crc32(uLong(checksum), start, uInt(bytes.count)))
    }
}
