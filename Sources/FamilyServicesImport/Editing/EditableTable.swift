import FamilyServicesKit

/// A table of a pack in which single cells are changed while all other bytes stay as they are.
struct EditableTable: Sendable {
    let file: PackFile
    private let bytes: [UInt8]
    private let delimiter: UInt8
    private let heading: CSVRow
    /// All rows below the heading, blank ones too.
    private var rows: [CSVRow] = []
    /// The rows that hold something.
    private var isFilled: [Bool] = []
    private var rowAtLine: [Int: Int] = [:]
    /// The columns by name, those that are added too.
    private var columns: [String: Int] = [:]
    private var addedColumns: [String] = []
    private var addedRows: [[String: String]] = []
    /// The new texts by row and column.
    private var texts: [Int: [Int: String]] = [:]
    /// The rows that are taken out.
    private var removedRows: Set<Int> = []

    /// Reads a table.
    ///
    /// - Returns: `nil` where the bytes are not a table.
    init?(_ file: PackFile, _ bytes: [UInt8], limits: ImportLimits) {
        let problems = FileProblems(file: file.rawValue, most: 0)
        guard let text = FileText(bytes, kind: .table, problems: problems) else { return nil }
        self.init(file, text, limits: limits)
    }

    /// Reads a table that is a file, or a sheet.
    ///
    /// - Returns: `nil` where the text is not a table.
    init?(_ file: PackFile, _ text: FileText, limits: ImportLimits) {
        guard let opening = CSVOpening(text, mostFields: limits.tableColumns), opening.reader.problems.isEmpty else {
            return nil
        }
        self.file = file
        bytes = text.bytes
        (delimiter, heading) = (opening.delimiter, opening.heading)
        var reader = opening.reader
        for (index, field) in heading.fields.enumerated() where !reader.isBlank(field) {
            columns[CSVTable.name(of: Blanks.trimmed(reader.text(of: field)))] = index
        }
        var row = CSVRow()
        while reader.next(into: &row) {
            guard reader.problems.isEmpty else { return nil }
            rowAtLine[row.line] = rows.count
            rows.append(row)
            isFilled.append(!row.fields.allSatisfy(reader.isBlank))
        }
    }

    /// A table without rows, written in the manner of another, or with commas and line feeds.
    init?(_ file: PackFile, columns: [String], like other: EditableTable?, limits: ImportLimits) {
        guard let other else {
            self.init(file, Array((columns.joined(separator: ",") + "\n").utf8), limits: limits)
            return
        }
        let heading = other.row(columns.map { other.field($0, isQuoted: other.quotesAll) })
        self.init(file, FileText.mark(of: other.bytes) + heading + other.lineEnd, limits: limits)
    }

    /// Whether anything is to be changed.
    var isChanged: Bool { !texts.isEmpty || !addedRows.isEmpty || !removedRows.isEmpty }

    // MARK: Changes

    /// Puts a text under a heading, which is added where the table does not have it.
    ///
    /// - Parameters:
    ///   - text: The text; `nil` for none.
    ///   - name: The name of the column.
    ///   - line: The line on which the row begins.
    mutating func set(_ text: String?, _ name: String, atLine line: Int) {
        guard let row = rowAtLine[line] else { return }
        guard text != nil || columns[name] != nil else { return }
        texts[row, default: [:]][column(name)] = text ?? ""
    }

    /// Takes a row out.
    ///
    /// - Parameter line: The line on which it begins.
    mutating func remove(atLine line: Int) {
        guard let row = rowAtLine[line] else { return }
        removedRows.insert(row)
    }

    /// The first text under a heading; `nil` where there is none.
    func firstText(under name: String) -> String? {
        guard let column = columns[name] else { return nil }
        let reader = CSVReader(bytes, delimiter: delimiter)
        for row in rows where column < row.fields.count && !reader.isBlank(row.fields[column]) {
            return Blanks.trimmed(reader.text(of: row.fields[column]))
        }
        return nil
    }

    /// Adds a row behind the last that holds something.
    ///
    /// - Parameter fields: The texts by the names of their columns; headings are added where the table does not have them.
    mutating func append(_ fields: KeyValuePairs<String, String?>) {
        var row: [String: String] = [:]
        for (name, text) in fields {
            guard let text else { continue }
            _ = column(name)
            row[name] = text
        }
        addedRows.append(row)
    }

    private mutating func column(_ name: String) -> Int {
        if let column = columns[name] { return column }
        let column = heading.fields.count + addedColumns.count
        addedColumns.append(name)
        columns[name] = column
        return column
    }

    // MARK: Cells

    /// The cells with the changes, for a table that is a sheet: what is not there any more is empty.
    var changedCells: [ReadSheet.Place: String] {
        var cells: [ReadSheet.Place: String] = [:]
        func put(_ text: String, line: Int, _ column: Int) {
            cells[ReadSheet.Place(row: line - 1, column: column)] = text
        }
        for (index, name) in addedColumns.enumerated() {
            put(SheetColumns.heading(name), line: heading.line, heading.fields.count + index)
        }
        for (row, texts) in texts { for (column, text) in texts { put(text, line: rows[row].line, column) } }
        for row in removedRows { for column in rows[row].fields.indices { put("", line: rows[row].line, column) } }
        let last = isFilled.lastIndex(of: true).map { rows[$0].line } ?? heading.line
        for (index, texts) in addedRows.enumerated() {
            for (name, text) in texts {
                if let column = columns[name] { put(text, line: last + 1 + index, column) }
            }
        }
        return cells
    }

    /// The headings of a table that is not there yet, as cells.
    var headingCells: [ReadSheet.Place: String] {
        // Each name has a column of its own.
        Dictionary(
            columns.map { (ReadSheet.Place(row: heading.line - 1, column: $1), SheetColumns.heading($0)) }
        ) { first, _ in first }
    }

    // MARK: Bytes

    /// The bytes with the changes.
    var changedBytes: [UInt8] {
        var splices: [(range: Range<Int>, bytes: [UInt8])] = []
        let width = heading.fields.count
        if !addedColumns.isEmpty {
            let end = Self.end(of: heading)
            splices.append((end..<end, addedColumns.flatMap { [delimiter] + field($0, isQuoted: quotesAll) }))
        }
        for (index, row) in rows.enumerated() {
            guard !removedRows.contains(index) else {
                splices.append((row.start..<(index + 1 < rows.count ? rows[index + 1].start : bytes.count), []))
                continue
            }
            var texts = texts[index] ?? [:]
            for column in row.fields.indices {
                guard let text = texts.removeValue(forKey: column) else { continue }
                let old = row.fields[column]
                splices.append((old.outerStart..<Self.end(of: old), field(text, isQuoted: old.isQuoted)))
            }
            // A row that filled the table goes on filling it.
            let isFull = row.fields.count == width && (isFilled[index] || width > 1)
            let last = isFull ? width + addedColumns.count - 1 : texts.keys.max() ?? 0
            guard last >= row.fields.count else { continue }
            let more = (row.fields.count...last).flatMap { column in
                [delimiter] + field(texts[column] ?? "", isQuoted: quotesAll)
            }
            let end = Self.end(of: row)
            splices.append((end..<end, more))
        }
        if !addedRows.isEmpty { splices.append(addition) }
        return Self.bytes(bytes, with: splices)
    }

    /// The rows that are added, and where.
    private var addition: (range: Range<Int>, bytes: [UInt8]) {
        let names = Dictionary(uniqueKeysWithValues: columns.map { ($1, $0) })
        let width = heading.fields.count + addedColumns.count
        let lines = addedRows.map { texts in
            row((0..<width).map { column in field(names[column].flatMap { texts[$0] } ?? "", isQuoted: quotesAll) })
        }
        let last = isFilled.lastIndex(of: true)
        let end = Self.end(of: last.map { rows[$0] } ?? heading)
        let lineEnd = Self.lineEnd(bytes, at: end)
        let position = end + lineEnd.count
        return lineEnd.isEmpty
            ? (position..<position, lines.flatMap { self.lineEnd + $0 })
            : (position..<position, lines.flatMap { $0 + self.lineEnd })
    }

    private static func bytes(_ bytes: [UInt8], with splices: [(range: Range<Int>, bytes: [UInt8])]) -> [UInt8] {
        var result: [UInt8] = []
        var position = 0
        // Rows that are added come last, also where a cell is added at the same place.
        let ordered = splices.enumerated().sorted {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }
        for (_, splice) in ordered {
            result += bytes[position..<splice.range.lowerBound]
            result += splice.bytes
            position = splice.range.upperBound
        }
        return result + bytes[position...]
    }

    // MARK: Style

    /// Whether every heading is in quotes, as some programs write tables.
    private var quotesAll: Bool { heading.fields.allSatisfy(\.isQuoted) }

    /// What ends the heading, or a line feed where nothing does.
    private var lineEnd: [UInt8] {
        let found = Self.lineEnd(bytes, at: Self.end(of: heading))
        return found.isEmpty ? [0x0A] : found
    }

    private static func lineEnd(_ bytes: [UInt8], at position: Int) -> [UInt8] {
        guard position < bytes.count else { return [] }
        guard bytes[position] == 0x0D else { return [bytes[position]] }
        return position + 1 < bytes.count && bytes[position + 1] == 0x0A ? [0x0D, 0x0A] : [0x0D]
    }

    /// The byte behind a field.
    private static func end(of field: CSVRow.Field) -> Int { field.isQuoted ? field.end + 1 : field.end }

    /// The byte behind the last field of a row.
    private static func end(of row: CSVRow) -> Int { row.fields.last.map(end) ?? row.start }

    private func row(_ fields: [[UInt8]]) -> [UInt8] { Array(fields.joined(separator: [delimiter])) }

    /// A text as a field, in quotes where it needs them.
    private func field(_ text: String, isQuoted: Bool) -> [UInt8] {
        let quote = UInt8(ascii: "\"")
        let needsQuotes = text.utf8.contains { $0 == delimiter || $0 == quote || $0 == 0x0A || $0 == 0x0D }
        guard isQuoted || needsQuotes else { return Array(text.utf8) }
        return [quote] + text.utf8.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
    }
}
