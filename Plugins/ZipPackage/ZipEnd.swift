/// What is at the end of a ZIP file and says where its directory is.
struct ZipEnd {
    /// Where the directory begins.
    let start: Int
    /// Where it ends: nothing of an entry is behind it.
    let limit: Int
    /// How many entries there are.
    let count: Int

    init(_ reader: ByteReader) throws(ZipFileError) {
        let bytes = reader.bytes
        // zlib counts in 32 bits.
        guard bytes.count < 0xFFFF_FFFF else { throw ZipFileError(.tooLarge) }
        guard let end = Self.position(reader) else { throw ZipFileError(.directoryMissing) }
        var (disk, count) = (Int(reader.number32(end + 4)), Int(reader.number16(end + 10)))
        var (size, start) = (Int(reader.number32(end + 12)), Int(reader.number32(end + 16)))
        var limit = end
        if reader.number32(end - 20) == 0x0706_4B50 {
            // The end record of ZIP64 has the same numbers in 64 bits.
            guard let record = reader.number64(end - 12), record <= end - 76, reader.number32(record) == 0x0606_4B50,
                let wideCount = reader.number64(record + 32), let wideSize = reader.number64(record + 40),
                let wideStart = reader.number64(record + 48)
            else { throw ZipFileError(.directoryMissing) }
            (disk, count, size, start, limit) =
                (
                    Int(reader.number32(record + 16) | reader.number32(record + 20)), wideCount, wideSize, wideStart,
                    record
                )
        }
        guard disk == 0 else { throw ZipFileError(.severalFiles) }
        // Some programs leave the end record behind something else than the directory; nobody reads those alike.
        guard start <= limit, size == limit - start, count <= size / 46 else {
            throw ZipFileError(.directoryCutShort)
        }
        (self.start, self.limit, self.count) = (start, limit, count)
    }

    /// Where the end record begins: 22 bytes and a comment, whose length it says, before the end.
    private static func position(_ reader: ByteReader) -> Int? {
        let last = reader.bytes.count - 22
        guard last >= 0 else { return nil }
        for position in stride(from: last, through: max(0, last - 0xFFFF), by: -1)
        where reader.number32(position) == 0x0605_4B50 && Int(reader.number16(position + 20)) == last - position {
            return position
        }
        return nil
    }
}

/// The numbers of an entry that need 64 bits, in the order in which they are stored.
struct ZIP64Field {
    private let reader: ByteReader
    private var rest: Range<Int>

    /// Finds the field among the extra fields of an entry.
    init(_ reader: ByteReader, _ extra: Range<Int>) {
        self.reader = reader
        rest = extra.upperBound..<extra.upperBound
        var position = extra.lowerBound
        while position <= extra.upperBound - 4 {
            let end = position + 4 + Int(reader.number16(position + 2))
            guard end <= extra.upperBound else { return }
            if reader.number16(position) == 1 {
                rest = (position + 4)..<end
                return
            }
            position = end
        }
    }

    /// A number: as it is written, or the next of the field where 32 bits are not enough.
    mutating func number(_ short: UInt32, _ part: String) throws(ZipFileError) -> Int {
        guard short == 0xFFFF_FFFF else { return Int(short) }
        guard rest.count >= 8, let number = reader.number64(rest.lowerBound) else {
            throw ZipFileError(.entryCutShort, part: part)
        }
        rest = (rest.lowerBound + 8)..<rest.upperBound
        return number
    }
}

/// Little-endian numbers in bytes.
///
/// Reading outside them gives zero, which no signature is.
struct ByteReader {
    let bytes: [UInt8]

    func number16(_ position: Int) -> UInt16 {
        guard position >= 0, position <= bytes.count - 2 else { return 0 }
        return UInt16(bytes[position]) | UInt16(bytes[position + 1]) << 8
    }

    func number32(_ position: Int) -> UInt32 {
        UInt32(number16(position)) | UInt32(number16(position + 2)) << 16
    }

    /// - Returns: `nil` for a number that is larger than any file.
    func number64(_ position: Int) -> Int? {
        let high = number32(position + 4)
        return high < 0x7FFF ? Int(high) << 32 | Int(number32(position)) : nil
    }
}
