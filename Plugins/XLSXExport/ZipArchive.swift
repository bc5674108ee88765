/// The directory of a ZIP file that is held in memory.
///
/// Reads what libxlsxwriter writes: no encryption, no ZIP64.
struct ZipArchive: Sendable {
    /// One part of the file.
    struct Entry: Sendable {
        var name: String
        /// 0 for stored, 8 for deflated.
        var method: UInt16
        var time: UInt16
        var date: UInt16
        var checksum: UInt32
        var size: Int
        /// Where the compressed bytes stand.
        var range: Range<Int>
    }

    let bytes: [UInt8]
    let entries: [Entry]

    /// Reads the directory.
    ///
    /// - Throws: ``XLSXExportError`` where it is not complete.
    init(bytes: [UInt8]) throws(XLSXExportError) {
        self.bytes = bytes
        let reader = ByteReader(bytes: bytes)
        // Without a comment the end record is the last 22 bytes.
        let end = bytes.count - 22
        guard end >= 0, reader.number32(end) == 0x0605_4B50 else { throw Self.incomplete("its directory is missing") }
        let count = Int(reader.number16(end + 10))
        var position = Int(reader.number32(end + 16))
        guard position != 0xFFFF_FFFF, count != 0xFFFF else {
            throw XLSXExportError(.workbookTooLarge, "The workbook is over 4 GiB; split the publication.")
        }
        var entries: [Entry] = []
        for _ in 0..<count {
            guard position >= 0, position + 46 <= end, reader.number32(position) == 0x0201_4B50 else {
                throw Self.incomplete("its directory is cut short")
            }
            let nameLength = Int(reader.number16(position + 28))
            let next =
                position + 46 + nameLength + Int(reader.number16(position + 30)) + Int(reader.number16(position + 32))
            guard next <= end else { throw Self.incomplete("its directory is cut short") }
            let name = String(decoding: bytes[(position + 46)..<(position + 46 + nameLength)], as: UTF8.self)
            let local = Int(reader.number32(position + 42))
            guard local + 30 <= end, reader.number32(local) == 0x0403_4B50 else {
                throw Self.incomplete("the part “\(name)” is missing")
            }
            let start = local + 30 + Int(reader.number16(local + 26)) + Int(reader.number16(local + 28))
            let compressed = Int(reader.number32(position + 20))
            guard start + compressed <= end else { throw Self.incomplete("the part “\(name)” is cut short") }
            entries.append(
                Entry(
                    name: name, method: reader.number16(position + 10), time: reader.number16(position + 12),
                    date: reader.number16(position + 14), checksum: reader.number32(position + 16),
                    size: Int(reader.number32(position + 24)), range: start..<(start + compressed)))
            position = next
        }
        guard position == end else { throw Self.incomplete("its directory is cut short") }
        self.entries = entries
    }

    /// The entry with a name.
    func entry(_ name: String) throws(XLSXExportError) -> Entry {
        guard let entry = entries.first(where: { $0.name == name }) else {
            throw Self.incomplete("the part “\(name)” is missing")
        }
        return entry
    }

    /// The text of an entry.
    func text(_ name: String) throws -> String {
        String(decoding: try contents(of: name), as: UTF8.self)
    }

    /// The bytes of an entry.
    func contents(of name: String) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try Deflate.inflate(self, entry(name)) { span in
            span.withUnsafeBytes { bytes.append(contentsOf: $0) }
        }
        return bytes
    }

    static func incomplete(_ what: String) -> XLSXExportError {
        XLSXExportError(
            .incompleteWorkbook,
            "The workbook that was written is not complete: \(what). Most often the disk that TMPDIR is on is full; free some "
                + "space and try again.")
    }
}

/// Little-endian numbers in bytes.
///
/// Reading outside them gives zero, which no signature is.
private struct ByteReader {
    let bytes: [UInt8]

    func number16(_ position: Int) -> UInt16 {
        guard position >= 0, position + 2 <= bytes.count else { return 0 }
        return UInt16(bytes[position]) | UInt16(bytes[position + 1]) << 8
    }

    func number32(_ position: Int) -> UInt32 {
        UInt32(number16(position)) | UInt32(number16(position + 2)) << 16
    }
}
