import CZlib

/// The compression of ZIP files.
enum Deflate {
    /// Unpacks an entry piece by piece and checks its checksum and size.
    ///
    /// - Parameters:
    ///   - archive: The file.
    ///   - entry: The entry.
    ///   - body: Takes each piece.
    /// - Throws: ``XLSXExportError`` where the entry is damaged.
    static func inflate(_ archive: ZipArchive, _ entry: ZipArchive.Entry, _ body: (RawSpan) throws -> Void) throws {
        let damaged = ZipArchive.incomplete("the part “\(entry.name)” is damaged")
        guard entry.method == 8 || entry.method == 0 else { throw damaged }
        var checksum = crc32(0, nil, 0)
        var size = 0
        func take(_ piece: UnsafeRawBufferPointer) throws {
            checksum = crc32(checksum, piece.assumingMemoryBound(to: UInt8.self).baseAddress, uInt(piece.count))
            size += piece.count
            try body(piece.bytes)
        }
        try archive.bytes.withUnsafeBytes { all in
            let input = UnsafeRawBufferPointer(rebasing: all[entry.range])
            guard entry.method == 8 else { return try take(input) }
            var stream = z_stream()
            // Negative window bits: the data has no zlib header.
            guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
                throw XLSXExportError(.outOfMemory, "Memory ran out while the workbook was checked.")
            }
            defer { inflateEnd(&stream) }
            stream.next_in = UnsafeMutablePointer(
                mutating: input.assumingMemoryBound(to: UInt8.self).baseAddress)
            stream.avail_in = uInt(input.count)
            try withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { output in
                var code = Z_OK
                while code != Z_STREAM_END {
                    stream.next_out = output.assumingMemoryBound(to: UInt8.self).baseAddress
                    stream.avail_out = uInt(output.count)
                    code = CZlib.inflate(&stream, Z_NO_FLUSH)
                    let count = output.count - Int(stream.avail_out)
                    guard code == Z_STREAM_END || code == Z_OK && count > 0 else { throw damaged }
                    try take(UnsafeRawBufferPointer(rebasing: output[..<count]))
                }
            }
        }
        guard UInt32(truncatingIfNeeded: checksum) == entry.checksum, size == entry.size else { throw damaged }
    }

    /// Packs bytes.
    static func deflate(_ bytes: [UInt8]) throws(XLSXExportError) -> [UInt8] {
        let noMemory = XLSXExportError(.outOfMemory, "Memory ran out while the workbook was packed.")
        var stream = z_stream()
        guard
            deflateInit2_(
                &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { throw noMemory }
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
        guard code == Z_STREAM_END else { throw noMemory }
        return result
    }

    /// The checksum that ZIP files use.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        UInt32(truncatingIfNeeded: crc32(0, bytes, uInt(bytes.count)))
    }
}
