/// The records of a CSV file, one after the other, as bytes.
///
/// The file is read in blocks, so that the memory needed does not grow with it. Nothing is copied: a field is a range of the block
/// until the next record is read. Quoted fields, doubled quotes, line ends in quotes, a byte-order mark and both kinds of line end
/// are read as RFC 4180 says; blank lines are passed over.
struct CSVRecords: ~Copyable {
    /// Fills the space that it is given, and says how many bytes it wrote: none at the end.
    typealias Fill = (UnsafeMutableRawBufferPointer) throws(PublishedFileError) -> Int

    /// The longest record that is read, in bytes.
    static let longestRecord = 16 << 20

    private let fill: Fill
    private let file: String
    private var buffer: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// Where the next record begins, and where what was read ends.
    private var next = 0
    private var filled = 0
    private var isAtEnd = false
    private var isFirst = true
    /// Where the fields of the present record begin and end: plain memory, because each field of each row passes through it.
    private var starts: UnsafeMutablePointer<Int>
    private var ends: UnsafeMutablePointer<Int>
    private var fieldCapacity = 256
    private var quoted: [Int] = []
    private var nextLine = 1

    /// The line on which the present record begins, from 1.
    private(set) var line = 0
    /// Whether any record held bytes that are not UTF-8.
    private(set) var hasOtherText = false
    /// Blank lines that were passed over before a record: how many, and the first.
    private(set) var blankLines: (count: Int, line: Int)?

    /// Prepares to read.
    ///
    /// - Parameters:
    ///   - file: The name of the file, for messages.
    ///   - blockSize: How much is asked for at a time.
    ///   - fill: Where the bytes come from.
    init(of file: String, blockSize: Int = 1 << 20, fill: @escaping Fill) {
        self.file = file
        self.fill = fill
        capacity = max(blockSize, 16)
        buffer = .allocate(capacity: capacity)
        starts = .allocate(capacity: fieldCapacity)
        ends = .allocate(capacity: fieldCapacity)
    }

    deinit {
        buffer.deallocate()
        starts.deallocate()
        ends.deallocate()
    }

    /// How many fields the present record has.
    private(set) var count = 0

    /// The bytes of a field of the present record, without the quotes around it; valid until the next record is read.
    ///
    /// A field that the record does not have is empty.
    func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        guard index >= 0, index < count else { return UnsafeBufferPointer(start: buffer, count: 0) }
        return bytesOfField(index)
    }

    private func bytesOfField(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: buffer + starts[index], count: ends[index] - starts[index])
    }

    /// The bytes from the beginning of one field to the end of a later one, with what is between them.
    func bytes(from first: Int, through last: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: buffer + starts[first], count: ends[last] - starts[first])
    }

    /// The text of a field of the present record.
    ///
    /// Bytes that are not UTF-8 are read as Windows writes them in western Europe, which is what older files hold.
    mutating func text(_ index: Int) -> String {
        let bytes = bytes(index)
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        hasOtherText = true
        return WesternText.decode(bytes)
    }

    /// The texts of all fields of the present record, without blanks around them.
    mutating func texts() -> [String] {
        var texts: [String] = []
        for index in 0..<count { texts.append(Trimmed.text(text(index))) }
        return texts
    }

    /// Goes to the next record that is not blank.
    ///
    /// - Returns: Whether there is one.
    /// - Throws: ``PublishedFileError`` where a quote has no end, a record is too long or the file cannot be read.
    mutating func advance() throws(PublishedFileError) -> Bool {
        var passed = 0
        var first = 0
        while try readRecord() {
            if count > 1 || starts[0] != ends[0] {
                if passed > 0 { blankLines = ((blankLines?.count ?? 0) + passed, blankLines?.line ?? first) }
                return true
            }
            if passed == 0 { first = line }
            passed += 1
        }
        return false
    }

    private mutating func readRecord() throws(PublishedFileError) -> Bool {
        if isFirst { try skipMark() }
        var index = next
        var fieldStart = next
        var isQuoted = false
        var fieldHasQuotes = false
        var lineEnds = 0
        startRecord()
        // Held here, so that they are not fetched anew for each byte.
        var (bytes, end) = (buffer, filled)
        while true {
            if index == end {
                if !isAtEnd {
                    // What is there of the record moves to the front, and is looked at again with what follows.
                    try readMore()
                    (index, fieldStart, isQuoted, fieldHasQuotes, lineEnds) = (next, next, false, false, 0)
                    startRecord()
                    (bytes, end) = (buffer, filled)
                    continue
                }
                guard !isQuoted else { throw .unterminatedQuote(file: file, line: nextLine) }
                guard index > next else { return false }
                finishField(fieldStart, index, fieldHasQuotes)
                break
            }
            let byte = bytes[index]
            if byte > 0x2C {
                index &+= 1
            } else if byte == 0x2C {
                if !isQuoted {
                    finishField(fieldStart, index, fieldHasQuotes)
                    (fieldStart, fieldHasQuotes) = (index &+ 1, false)
                }
                index &+= 1
            } else if byte == 0x22 {
                isQuoted.toggle()
                fieldHasQuotes = true
                index &+= 1
            } else if byte == 0x0A {
                lineEnds &+= 1
                index &+= 1
                if !isQuoted {
                    var last = index &- 1
                    if last > fieldStart, bytes[last &- 1] == 0x0D { last &-= 1 }
                    finishField(fieldStart, last, fieldHasQuotes)
                    break
                }
            } else {
                index &+= 1
            }
        }
        line = nextLine
        nextLine += lineEnds
        next = index
        for field in quoted { unquote(field) }
        return true
    }

    private mutating func startRecord() {
        count = 0
        quoted.removeAll(keepingCapacity: true)
    }

    @inline(__always)
    private mutating func finishField(_ start: Int, _ end: Int, _ hasQuotes: Bool) {
        if hasQuotes { quoted.append(count) }
        if count == fieldCapacity { makeRoomForFields() }
        starts[count] = start
        ends[count] = end
        count &+= 1
    }

    private mutating func makeRoomForFields() {
        func larger(_ old: UnsafeMutablePointer<Int>) -> UnsafeMutablePointer<Int> {
            let new = UnsafeMutablePointer<Int>.allocate(capacity: fieldCapacity * 2)
            new.initialize(from: old, count: count)
            old.deallocate()
            return new
        }
        starts = larger(starts)
        ends = larger(ends)
        fieldCapacity *= 2
    }

    /// Takes the quotes around a field away, and one of each pair within.
    private mutating func unquote(_ field: Int) {
        var target = starts[field]
        var isQuoted = false
        var source = starts[field]
        while source < ends[field] {
            let byte = buffer[source]
            if byte == 0x22 {
                // Two quotes within quotes mean one quote.
                if isQuoted, source + 1 < ends[field], buffer[source + 1] == 0x22 {
                    buffer[target] = byte
                    target += 1
                    source += 2
                    continue
                }
                isQuoted.toggle()
            } else {
                buffer[target] = byte
                target += 1
            }
            source += 1
        }
        ends[field] = target
    }

    private mutating func readMore() throws(PublishedFileError) {
        let rest = filled - next
        if rest == capacity {
            guard capacity < Self.longestRecord else { throw .recordTooLong(file: file, line: nextLine) }
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
            larger.update(from: buffer, count: filled)
            buffer.deallocate()
            buffer = larger
            capacity *= 2
        } else if next > 0 {
            buffer.update(from: buffer + next, count: rest)
            (next, filled) = (0, rest)
        }
        let got = try fill(UnsafeMutableRawBufferPointer(start: buffer + filled, count: capacity - filled))
        filled += got
        isAtEnd = got == 0
    }

    private mutating func skipMark() throws(PublishedFileError) {
        isFirst = false
        while filled < 3, !isAtEnd { try readMore() }
        if filled >= 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF { next = 3 }
    }
}

extension CSVRecords {
    /// Reads a file.
    init(path: String, name: String, blockSize: Int = 1 << 20) throws(PublishedFileError) {
        let open = try OpenFile(path, name: name)
        self.init(of: name, blockSize: blockSize) { space throws(PublishedFileError) in try open.fill(space) }
    }

    /// Reads bytes that are in memory.
    init(_ bytes: [UInt8], of file: String, blockSize: Int = 1 << 20) {
        var rest = bytes[...]
        self.init(of: file, blockSize: blockSize) { space in
            let part = rest.prefix(space.count)
            space.copyBytes(from: part)
            rest = rest.dropFirst(part.count)
            return part.count
        }
    }
}

/// Texts of western Europe as Windows writes them, code page 1252.
enum WesternText {
    private static let special: [UInt8: Unicode.Scalar] = [
        0x80: "€", 0x82: "‚", 0x84: "„", 0x85: "…", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–",
        0x97: "—", 0x99: "™",
    ]

    static func decode(_ bytes: some Sequence<UInt8>) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(special[byte] ?? Unicode.Scalar(byte)) }
        return String(text)
    }
}
