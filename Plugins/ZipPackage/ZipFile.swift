/// The directory of a ZIP file that is held in memory.
///
/// What it says is checked before anything is read by it, so that no bytes make it trap. Encrypted files and those in
/// several parts are refused; ZIP64 and descriptors behind the data are understood.
package struct ZipFile: Sendable {
    /// One part of the file.
    package struct Entry: Sendable {
        package var name: String
        /// 0 for stored, 8 for deflated.
        package var method: UInt16
        package var time: UInt16
        package var date: UInt16
        package var checksum: UInt32
        /// The number of bytes when unpacked.
        package var size: Int
        /// Where the compressed bytes are.
        package var range: Range<Int>
    }

    package let bytes: [UInt8]
    /// The parts in the order of the directory; no two have the same name.
    package let entries: [Entry]

    /// Reads the directory.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - most: The most entries that it may have.
    /// - Throws: ``ZipFileError`` where it is not complete or cannot be read.
    package init(bytes: [UInt8], most: Int = .max) throws(ZipFileError) {
        self.bytes = bytes
        let reader = ByteReader(bytes: bytes)
        let end = try ZipEnd(reader)
        guard end.count <= most else { throw ZipFileError(.tooManyEntries) }
        var position = end.start
        var entries: [Entry] = []
        var names: Set<String> = []
        for _ in 0..<end.count {
            let entry = try Self.entry(reader, at: &position, before: end.limit)
            guard names.insert(entry.name).inserted else { throw ZipFileError(.repeatedEntry, part: entry.name) }
            entries.append(entry)
        }
        guard position == end.limit else { throw ZipFileError(.directoryCutShort) }
        self.entries = entries
    }

    /// Reads one entry of the directory and goes on to the next.
    private static func entry(
        _ reader: ByteReader, at position: inout Int, before limit: Int
    ) throws(ZipFileError) -> Entry {
        let start = position
        guard start <= limit - 46, reader.number32(start) == 0x0201_4B50 else {
            throw ZipFileError(.directoryCutShort)
        }
        let nameEnd = start + 46 + Int(reader.number16(start + 28))
        let extraEnd = nameEnd + Int(reader.number16(start + 30))
        position = extraEnd + Int(reader.number16(start + 32))
        guard position <= limit else { throw ZipFileError(.directoryCutShort) }
        let name = String(decoding: reader.bytes[(start + 46)..<nameEnd], as: UTF8.self)
        // Bit 0: encrypted; bit 6: strongly; bit 13: the directory itself.
        guard reader.number16(start + 8) & 0x2041 == 0 else { throw ZipFileError(.encrypted, part: name) }
        var wide = ZIP64Field(reader, nameEnd..<extraEnd)
        let size = try wide.number(reader.number32(start + 24), name)
        let compressed = try wide.number(reader.number32(start + 20), name)
        let local = try wide.number(reader.number32(start + 42), name)
        guard local <= limit - 30, reader.number32(local) == 0x0403_4B50 else {
            throw ZipFileError(.entryMissing, part: name)
        }
        let data = local + 30 + Int(reader.number16(local + 26)) + Int(reader.number16(local + 28))
        guard data <= limit, compressed <= limit - data else { throw ZipFileError(.entryCutShort, part: name) }
        return Entry(
            name: name, method: reader.number16(start + 10), time: reader.number16(start + 12),
            date: reader.number16(start + 14), checksum: reader.number32(start + 16), size: size,
            range: data..<(data + compressed))
    }

    /// Unpacks an entry piece by piece and checks its checksum and size.
    ///
    /// Never more is unpacked than the directory says.
    ///
    /// - Parameters:
    ///   - entry: The entry.
    ///   - body: Takes each piece.
    /// - Throws: ``ZipFileError`` where the entry is damaged, and what the body throws.
    package func inflate(_ entry: Entry, _ body: (RawSpan) throws -> Void) throws {
        guard entry.method == 8 || entry.method == 0 else {
            throw ZipFileError(.unknownMethod, part: entry.name)
        }
        let damaged = ZipFileError(.entryDamaged, part: entry.name)
        var checksum: UInt32 = 0
        var size = 0
        func take(_ piece: UnsafeRawBufferPointer) throws {
            size += piece.count
            guard size <= entry.size else { throw damaged }
            checksum = RawDeflate.checksum(piece, continuing: checksum)
            try body(piece.bytes)
        }
        try bytes.withUnsafeBytes { all in
            let input = UnsafeRawBufferPointer(rebasing: all[entry.range])
            if entry.method == 0 {
                try take(input)
            } else {
                guard try RawDeflate.inflate(input, take) else { throw damaged }
            }
        }
        guard checksum == entry.checksum, size == entry.size else { throw damaged }
    }

    /// The bytes of an entry.
    ///
    /// - Parameter entry: The entry.
    /// - Throws: ``ZipFileError`` where the entry is damaged.
    package func contents(of entry: Entry) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try inflate(entry) { span in
            span.withUnsafeBytes { bytes.append(contentsOf: $0) }
        }
        return bytes
    }
}
