/// Takes a table apart, row by row, as RFC 4180 describes and spreadsheets write: quoted fields with line ends and doubled
/// quotes in them, lines ending in CRLF, LF or CR.
///
/// It works on bytes that are known to be UTF-8, copies none of them, and keeps nothing from row to row, so that a table of
/// any length takes the memory of one row. It is internal to the importer: it knows nothing that a general reader
/// would need (writing, dialects, streaming), and a public one would have to.
struct CSVReader {
    private let bytes: [UInt8]
    private let delimiter: UInt8
    private let mostFields: Int
    /// The number of the sheet that the bytes are the cells of, where they are.
    let sheet: Int?
    private var index: Int
    private var line: Int
    /// What was found wrong in the row that was read last.
    private(set) var problems: [CSVProblem] = []

    /// Reads from a byte on.
    ///
    /// - Parameters:
    ///   - bytes: The whole file, UTF-8.
    ///   - start: The first byte to read.
    ///   - line: The line on which it is.
    ///   - delimiter: What is between fields.
    ///   - mostFields: The most fields of a row that are kept, so that a file of nothing but delimiters takes no more memory
    ///     than any other. Blank fields beyond are dropped, others a problem.
    ///   - sheet: The number of the sheet that the bytes are the cells of (``SheetText``).
    init(
        _ bytes: [UInt8], from start: Int = 0, line: Int = 1, delimiter: UInt8 = UInt8(ascii: ","),
        mostFields: Int = .max, sheet: Int? = nil
    ) {
        self.sheet = sheet
        self.bytes = bytes
        self.delimiter = delimiter
        self.mostFields = mostFields
        index = start
        self.line = line
    }

    /// The byte and line at which the next row begins.
    var place: (offset: Int, line: Int) { (index, line) }

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// Reads the next row.
    ///
    /// - Parameter row: Where the row is put; what was in it is replaced.
    /// - Returns: Whether there was one.
    mutating func next(into row: inout CSVRow) -> Bool {
        row.fields.removeAll(keepingCapacity: true)
        if !problems.isEmpty { problems.removeAll() }
        // A sheet may have a million blank rows before one stray cell.
        if sheet != nil {
            bytes.withUnsafeBufferPointer { bytes in
                while index < bytes.count, bytes[index] == Self.lineFeed {
                    index &+= 1
                    line &+= 1
                }
            }
        }
        guard index < bytes.count else { return false }
        row.start = index
        row.line = line
        bytes.withUnsafeBufferPointer { bytes in
            while true {
                let hasMore =
                    index < bytes.count && bytes[index] == Self.quote
                    ? readQuoted(bytes, into: &row) : readPlain(bytes, into: &row)
                if !hasMore { return }
            }
        }
        return true
    }

    /// Reads a field without quotes.
    ///
    /// A quote inside such a field is a character like any other.
    ///
    /// - Returns: Whether another field follows in the row.
    private mutating func readPlain(_ bytes: UnsafeBufferPointer<UInt8>, into row: inout CSVRow) -> Bool {
        let start = index
        let end = self.end(ofPlain: bytes, from: start)
        keep(CSVRow.Field(start: start, end: end, isQuoted: false, hasDoubledQuotes: false), in: &row)
        return finishField(bytes, at: end)
    }

    private func end(ofPlain bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var current = start
        let count = bytes.count
        while current < count {
            let byte = bytes[current]
            if byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn { break }
            current &+= 1
        }
        return current
    }

    /// Reads a field in quotes, over line ends and doubled quotes, to the closing quote.
    private mutating func readQuoted(_ bytes: UnsafeBufferPointer<UInt8>, into row: inout CSVRow) -> Bool {
        let opening = index
        var current = opening + 1
        var doubled = false
        var newLines = 0
        let count = bytes.count
        while current < count {
            let byte = bytes[current]
            if byte == Self.quote {
                guard current + 1 < count, bytes[current + 1] == Self.quote else { break }
                doubled = true
                current &+= 1
            } else if byte == Self.lineFeed {
                newLines &+= 1
            } else if byte == Self.carriageReturn, current + 1 == count || bytes[current + 1] != Self.lineFeed {
                newLines &+= 1
            }
            current &+= 1
        }
        keep(
            CSVRow.Field(start: opening + 1, end: current, isQuoted: true, hasDoubledQuotes: doubled), in: &row)
        line += newLines
        guard current < count else {
            problems.append(CSVProblem(kind: .unterminatedQuote, offset: opening))
            index = count
            return false
        }
        let end = self.end(ofPlain: bytes, from: current + 1)
        if end > current + 1 { problems.append(CSVProblem(kind: .textAfterQuote, offset: current + 1)) }
        return finishField(bytes, at: end)
    }

    private mutating func keep(_ field: CSVRow.Field, in row: inout CSVRow) {
        if row.fields.count < mostFields {
            row.fields.append(field)
        } else if field.start < field.end, problems.last?.kind != .tooManyFields {
            problems.append(CSVProblem(kind: .tooManyFields, offset: field.outerStart))
        }
    }

    /// Steps over what ends a field.
    private mutating func finishField(_ bytes: UnsafeBufferPointer<UInt8>, at end: Int) -> Bool {
        index = end
        guard end < bytes.count else { return false }
        let byte = bytes[end]
        index += 1
        if byte == delimiter { return true }
        if byte == Self.carriageReturn, index < bytes.count, bytes[index] == Self.lineFeed { index += 1 }
        line += 1
        return false
    }

    /// The text of a field.
    func text(of field: CSVRow.Field) -> String {
        let content = bytes[field.start..<field.end]
        if sheet != nil { return SheetText.text(of: content, hasDoubledQuotes: field.hasDoubledQuotes) }
        guard field.hasDoubledQuotes else { return String(decoding: content, as: UTF8.self) }
        var result: [UInt8] = []
        result.reserveCapacity(content.count)
        var isSecond = false
        for byte in content {
            isSecond = byte == Self.quote && !isSecond
            if !isSecond { result.append(byte) }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether a field holds nothing but blanks.
    func isBlank(_ field: CSVRow.Field) -> Bool {
        var index = field.start
        while index < field.end {
            let byte = bytes[index]
            if byte == 0xC2, index + 1 < field.end, bytes[index + 1] == 0xA0 {
                index += 2  // a no-break space
            } else if byte == 0x20 || (0x09...0x0D).contains(byte) || byte == SheetText.lineFeed {
                index += 1
            } else {
                return false
            }
        }
        return true
    }

    /// Where a byte of a row is, in lines and characters.
    func position(of offset: Int, in row: CSVRow) -> Position {
        if let sheet {
            // A field ends before the byte at which the next begins.
            let number = row.fields.lastIndex { $0.outerStart <= offset } ?? 0
            return Position(line: row.line, column: number + 1, sheet: sheet)
        }
        let inRow = FileText.position(of: offset, in: bytes, from: row.start)
        return Position(line: row.line + inRow.line - 1, column: inRow.column)
    }

    /// Where a field begins: at its opening quote, where it has one.
    func position(of field: CSVRow.Field, in row: CSVRow) -> Position { position(of: field.outerStart, in: row) }

    /// Where all fields of a row begin, in one go over its bytes.
    func positions(in row: CSVRow) -> [Position] {
        if let sheet {
            return row.fields.indices.map { Position(line: row.line, column: $0 + 1, sheet: sheet) }
        }
        var current = Position(line: row.line, column: 1)
        var offset = row.start
        return row.fields.map { field in
            let step = FileText.position(of: field.outerStart, in: bytes, from: offset)
            current =
                step.line == 1
                ? Position(line: current.line, column: current.column + step.column - 1)
                : Position(line: current.line + step.line - 1, column: step.column)
            offset = field.outerStart
            return current
        }
    }
}

extension CSVReader {
    /// What is between the fields of a row: a comma, a semicolon or a tab, whichever is found most in it outside quotes.
    ///
    /// Only the heading of a table is asked: headings are names, and names hold none of the three.
    static func delimiter(of bytes: [UInt8], from start: Int) -> UInt8 {
        var counts: [(delimiter: UInt8, count: Int)] = [(0x2C, 0), (0x3B, 0), (0x09, 0)]
        var isQuoted = false
        for byte in bytes[min(start, bytes.count)...] {
            if byte == quote { isQuoted.toggle() }
            guard !isQuoted else { continue }
            if byte == lineFeed || byte == carriageReturn { break }
            for index in counts.indices where counts[index].delimiter == byte { counts[index].count += 1 }
        }
        var best = counts[0]
        for other in counts.dropFirst() where other.count > best.count { best = other }
        return best.delimiter
    }
}
