/// The heading of a table and what is learnt on the way to it.
struct CSVOpening {
    /// What is between fields.
    let delimiter: UInt8
    /// The first row that is not blank.
    let heading: CSVRow
    /// Reads the rows below the heading; its problems are those of the heading.
    let reader: CSVReader

    /// Reads to the heading.
    ///
    /// - Returns: `nil` where there is none.
    init?(_ text: FileText, mostFields: Int) {
        var start = text.start
        var line = 1
        var declared: UInt8?
        // Excel writes and reads a first line that names the delimiter.
        let declaration = Array("sep=".utf8)
        if text.sheet != nil {
            declared = UInt8(ascii: ",")
        } else if text.bytes[start...].prefix(4).elementsEqual(declaration), text.bytes.count > start + 4,
            [0x2C, 0x3B, 0x09].contains(text.bytes[start + 4])
        {
            declared = text.bytes[start + 4]
            while start < text.bytes.count, text.bytes[start] != 0x0A { start += 1 }
            start = min(start + 1, text.bytes.count)
            line = 2
        }
        var row = CSVRow()
        while true {
            let delimiter = declared ?? CSVReader.delimiter(of: text.bytes, from: start)
            var reader = CSVReader(
                text.bytes, from: start, line: line, delimiter: delimiter, mostFields: mostFields,
                sheet: text.sheet)
            guard reader.next(into: &row) else { return nil }
            guard reader.problems.isEmpty, row.fields.allSatisfy(reader.isBlank) else {
                (self.delimiter, heading, self.reader) = (delimiter, row, reader)
                return
            }
            (start, line) = reader.place
        }
    }
}
