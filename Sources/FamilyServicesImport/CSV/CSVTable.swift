import FamilyServicesKit

/// A table with headings, whose rows are read one after the other.
struct CSVTable {
    /// A column that has a heading.
    struct Column {
        /// The heading in small letters, with underscores for blanks and hyphens.
        let name: String
        /// The heading as it is written.
        let heading: String
        let index: Int
        let position: Position
    }

    /// The columns with a heading, those unknown to the format included.
    let columns: [Column]
    /// The line of the headings.
    let headingLine: Int
    private var reader: CSVReader
    /// The reader before the first row.
    private let firstReader: CSVReader
    private let bytes: [UInt8]
    private let delimiter: UInt8
    private let width: Int
    private let problems: FileProblems
    private let limits: ImportLimits
    private var rowCount = 0
    private var reportedColumns: Set<Int> = []
    /// The columns of the heading that have a name, by index.
    private let isNamed: [Bool]
    /// The number of the sheet that the table is, where it is one.
    private let sheet: Int?

    /// Reads the heading.
    ///
    /// - Returns: `nil` where there is none; that is reported.
    init?(_ text: FileText, problems: FileProblems, limits: ImportLimits) {
        guard let opening = CSVOpening(text, mostFields: limits.tableColumns) else {
            problems.error(
                .syntax, at: Position(line: 1, column: 1, sheet: text.sheet ?? 0),
                "The table is empty; its first row has to hold the headings of the columns.")
            return nil
        }
        let (opened, row) = (opening.reader, opening.heading)
        Self.report(opened.problems, in: row, of: opened, to: problems, limits)
        guard opened.problems.isEmpty else { return nil }
        bytes = text.bytes
        sheet = text.sheet
        headingLine = row.line
        self.problems = problems
        self.limits = limits
        width = row.fields.count
        delimiter = opening.delimiter
        let reader = opened
        self.reader = reader
        firstReader = reader
        let isNamed = row.fields.map { !reader.isBlank($0) }
        self.isNamed = isNamed
        let positions = reader.positions(in: row)
        var columns: [Column] = []
        var firstByName: [String: Column] = [:]
        for (index, field) in row.fields.enumerated() where isNamed[index] {
            // Names are compared, folded and guessed at, which takes many times their length.
            guard field.end - field.start <= limits.headingBytes else {
                problems.error(
                    .limit, at: positions[index],
                    "The heading has \(DecimalText.grouped(field.end - field.start)) bytes; at most "
                        + "\(DecimalText.grouped(limits.headingBytes)) are read. The headings have to be in the first row."
                )
                return nil
            }
            let heading = Blanks.trimmed(reader.text(of: field))
            let column = Column(
                name: Self.name(of: heading), heading: heading, index: index, position: positions[index])
            if let first = firstByName[column.name] {
                problems.error(
                    .duplicate, at: column.position,
                    "The heading \(Excerpt.quoted(heading)) is used twice, first in column "
                        + "\(text.sheet == nil ? String(first.index + 1) : SourceLocation.letters(of: first.index + 1)); "
                        + "rename or remove one.")
            } else {
                firstByName[column.name] = column
                columns.append(column)
            }
        }
        self.columns = columns
    }

    /// Headings are names; `Period basis` is taken for `period_basis`.
    static func name(of heading: String) -> String {
        let separators: Set<Character> = [" ", "-", "\u{A0}"]
        return String(heading.lowercased().map { separators.contains($0) ? "_" : $0 })
    }

    /// Reads the next row that is not blank, and reports what is wrong with its form.
    ///
    /// - Returns: Whether there was one.
    mutating func next(into row: inout CSVRow) -> Bool {
        while reader.next(into: &row) {
            guard reader.problems.isEmpty else {
                // Its cells may have moved, so that nothing more can be said of it.
                Self.report(reader.problems, in: row, of: reader, to: problems, limits)
                problems.hasLostRecords = true
                continue
            }
            if row.fields.count == 1 || row.fields[0].start == row.fields[0].end {
                if row.fields.allSatisfy(reader.isBlank) { continue }
            }
            rowCount += 1
            guard rowCount <= limits.tableRows else {
                problems.error(
                    .limit, at: start(of: row),
                    "The table has more than \(limits.tableRows) rows; no more are read.")
                return false
            }
            guard hasRightWidth(row) else {
                problems.hasLostRecords = true
                continue
            }
            return true
        }
        return false
    }

    /// Goes through the texts of a column from the first row, each text once, without reporting anything.
    ///
    /// - Parameters:
    ///   - index: The column.
    ///   - body: Is given each text that is not blank, and returns whether to go on.
    func scan(_ index: Int, _ body: (String) -> Bool) {
        var reader = firstReader
        var row = CSVRow()
        var seen: Set<String> = []
        while reader.next(into: &row) {
            guard reader.problems.isEmpty, index < row.fields.count else { continue }
            let text = text(of: row.fields[index])
            guard !text.isEmpty, seen.insert(text).inserted else { continue }
            guard body(text) else { return }
            // So many different texts are no months.
            guard seen.count < 20_000 else { return }
        }
    }

    /// The text of a field without blanks at its ends.
    func text(of field: CSVRow.Field) -> String { Blanks.trimmed(reader.text(of: field)) }

    /// Where a field is.
    func position(of field: CSVRow.Field, in row: CSVRow) -> Position { reader.position(of: field, in: row) }

    /// Reads a row once more, for a message about it.
    func row(at start: Int, line: Int) -> CSVRow {
        var row = CSVRow()
        var again = CSVReader(
            bytes, from: start, line: line, delimiter: delimiter, mostFields: limits.tableColumns,
            sheet: sheet)
        _ = again.next(into: &row)
        return row
    }

    /// Where the heading begins.
    var headingStart: Position { Position(line: headingLine, column: 1, sheet: sheet ?? 0) }

    /// Where a row begins.
    func start(of row: CSVRow) -> Position { Position(line: row.line, column: 1, sheet: sheet ?? 0) }

    /// What messages call a column.
    func name(ofColumn index: Int) -> String {
        sheet == nil ? String(index + 1) : SourceLocation.letters(of: index + 1)
    }

    /// What is in a row under each of some columns.
    func record(_ row: CSVRow, _ columns: [Column]) -> Record {
        let start = start(of: row)
        let positions = reader.positions(in: row)
        let fields = columns.map { column in
            guard column.index < row.fields.count else {
                return Record.Field(
                    name: column.name, namePosition: column.position,
                    value: FieldValue(
                        content: .absent,
                        position: sheet == nil
                            ? start : Position(line: row.line, column: column.index + 1, sheet: start.sheet)))
            }
            let field = row.fields[column.index]
            let text = text(of: field)
            return Record.Field(
                name: column.name, namePosition: column.position,
                value: FieldValue(content: text.isEmpty ? .absent : .text(text), position: positions[column.index]))
        }
        return Record(position: start, origin: .table, fields: fields)
    }

    /// A row may stop short of the last column, but hold nothing beyond it, and nothing under a blank heading.
    private mutating func hasRightWidth(_ row: CSVRow) -> Bool {
        if row.fields.count > width,
            let index = row.fields.indices.dropFirst(width).first(where: { !reader.isBlank(row.fields[$0]) })
        {
            let field = row.fields[index]
            problems.error(
                .syntax, at: position(of: field, in: row),
                "The row has more cells than the table has headings: \(Excerpt.quoted(text(of: field))) is in column "
                    + "\(index + 1) of \(width). A text with \(Self.noun(of: delimiter)) in it must be in quotes.")
            return false
        }
        for index in row.fields.indices.prefix(width) where !isNamed[index] {
            guard !reader.isBlank(row.fields[index]), reportedColumns.insert(index).inserted else { continue }
            let field = row.fields[index]
            problems.error(
                .syntax, at: position(of: field, in: row),
                "Column \(name(ofColumn: index)) has no heading, but it holds \(Excerpt.quoted(text(of: field))).")
        }
        return true
    }

    private static func noun(of delimiter: UInt8) -> String {
        switch delimiter {
        case UInt8(ascii: ";"): "a semicolon"
        case UInt8(ascii: "\t"): "a tab"
        default: "a comma"
        }
    }

    private static func report(
        _ found: [CSVProblem], in row: CSVRow, of reader: CSVReader, to problems: FileProblems, _ limits: ImportLimits
    ) {
        for problem in found {
            let position = reader.position(of: problem.offset, in: row)
            switch problem.kind {
            case .unterminatedQuote:
                problems.error(
                    .syntax, at: position,
                    "The quote that begins here has no end. A quote inside a quoted text is written twice: \"\".")
            case .tooManyFields:
                problems.error(
                    .limit, at: position, "The row has more than \(limits.tableColumns) cells; no more are read.")
            case .textAfterQuote:
                problems.error(
                    .syntax, at: position,
                    "Text follows a closing quote. A quote inside a quoted text is written twice: \"\".")
            }
        }
    }
}
