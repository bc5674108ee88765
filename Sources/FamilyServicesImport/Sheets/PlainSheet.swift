package import FamilyServicesKit

/// A sheet of a pack before it is written into a workbook.
package struct PlainSheet: Sendable, Hashable {
    /// A column.
    package struct Column: Sendable, Hashable {
        /// The name by which readers know it; the heading where they know none, as of a month in a wide table.
        package var name: String
        /// What is above it.
        package var heading: String

        /// Makes a column.
        package init(name: String, heading: String) {
            self.name = name
            self.heading = heading
        }
    }

    /// The name of the sheet.
    package var name: String
    package var columns: [Column]
    /// The cells as text, row by row.
    package var rows: [[String]]

    /// Makes a sheet.
    package init(name: String, columns: [Column], rows: [[String]]) {
        self.name = name
        self.columns = columns
        self.rows = rows
    }

    /// The sheets that a pack can have, in the order in which a workbook has them, each with all its columns and no rows.
    package static let all: [PlainSheet] = {
        var sheets: [String: PlainSheet] = [:]
        func add(_ name: String, _ names: [String]) {
            sheets[name] = PlainSheet(name: name, columns: columns(names), rows: [])
        }
        for document in DocumentSheets.all {
            if let name = document.fields { add(name, ["field", "value"]) }
            if let name = document.words { add(name, ["column", "word", "meaning"]) }
            func addList(_ list: RecordSheet, above: [String]) {
                add(list.name, above + list.columns)
                for child in list.children { addList(child, above: above + [list.reference].compactMap { $0 }) }
            }
            for list in document.lists { addList(list, above: []) }
        }
        for file in PackFile.allCases {
            guard let shape = PackTables.shape(of: file) else { continue }
            add(PackTables.sheetName(ofFile: file.rawValue), shape.names)
        }
        return order.compactMap { sheets[$0] }
    }()

    /// The columns of fields.
    fileprivate static func columns(_ names: [String]) -> [Column] {
        names.map { Column(name: CSVTable.name(of: $0), heading: SheetColumns.heading($0)) }
    }

    /// The names of sheets in the order of a workbook: what belongs together is side by side.
    private static let order: [String] = {
        var names: [String] = []
        for file in PackFile.allCases {
            if let document = DocumentSheets.all.first(where: { $0.file == file }) {
                names += document.sheetNames
            } else {
                names.append(PackTables.sheetName(ofFile: file.rawValue))
            }
        }
        return names
    }()

    /// The rows that a sheet of fields can have, by the name of the sheet: their names and headings.
    package static let fieldRows: [String: [Column]] = Dictionary(
        // Each file has a sheet of its own.
        DocumentSheets.all.compactMap { document in
            document.fields.map { name in
                (name, document.fieldNames.map { Column(name: $0, heading: SheetColumns.heading($0)) })
            }
        }
    ) { first, _ in first }

    /// The name by which readers know what a heading stands for.
    package static func name(ofHeading heading: String) -> String { CSVTable.name(of: heading) }

    /// Where a sheet is among those of a workbook.
    package static func position(of name: String) -> Int {
        order.firstIndex(of: name) ?? order.firstIndex(of: "Observations") ?? order.count
    }

    /// The sheet that others name by a column, such as Plans for `plan`.
    package static let sheetOfReference: [String: String] = {
        var sheets: [String: String] = [:]
        func add(_ list: RecordSheet) {
            // Two lists are called an inspection: the one that people write comes last and counts here; for the published one
            // the column guide names its sheet itself.
            if let reference = list.reference { sheets[reference] = list.name }
            for child in list.children { add(child) }
        }
        for document in DocumentSheets.all { for list in document.lists { add(list) } }
        return sheets
    }()
}

/// Turns the files of a folder into sheets, and sheets into files.
///
/// Both ways go by the same description (``DocumentSheets``), so that what one writes the other reads.
package enum PackConversion {
    /// The sheets of the files in a folder.
    ///
    /// - Parameters:
    ///   - path: The folder of a pack without errors.
    ///   - limits: How much is read.
    ///   - reader: What opens workbooks that are in the folder; `nil` where they are not part of the pack.
    /// - Returns: The sheets, in the order of a workbook.
    /// - Throws: ``ReportPackError`` where a file cannot be read, or holds what no sheet can say.
    package static func sheets(
        ofFolder path: String, limits: ImportLimits = .default, reader: (any SheetReading)? = nil
    ) throws(ReportPackError) -> [PlainSheet] {
        let context = ImportContext(limits: limits)
        guard let folder = try? PackFolder(path: path) else {
            throw ReportPackError(diagnostics: ReportPackLoader(limits: limits).load(folder: path).diagnostics)
        }
        return try sheets(of: folder, reader: reader, context)
    }

    /// The sheets of some files of a pack.
    ///
    /// - Parameters:
    ///   - files: The names and texts of the files.
    ///   - limits: How much is read.
    /// - Returns: The sheets, in the order of a workbook.
    /// - Throws: ``ReportPackError`` where a file cannot be read, or holds what no sheet can say.
    static func sheets(
        of files: [(name: String, text: String)], limits: ImportLimits
    ) throws(ReportPackError) -> [PlainSheet] {
        let bytes = Dictionary(files.map { ($0.name, Array($0.text.utf8)) }) { _, last in last }
        return try sheets(
            of: PackFolder(files: bytes, named: "the pack"), reader: nil, ImportContext(limits: limits))
    }

    private static func sheets(
        of folder: PackFolder, reader: (any SheetReading)?, _ context: ImportContext
    ) throws(ReportPackError) -> [PlainSheet] {
        let contents = PackContents(folder, reader: reader, context)
        var sheets: [PlainSheet] = []
        for document in DocumentSheets.all {
            guard let (record, _, problems) = contents.document(document.file, document.shape, context) else {
                continue
            }
            var writer = SheetWriter(document, problems)
            writer.write(record)
            sheets += writer.sheets
        }
        let tables = PackFile.allCases.filter { $0.format == .table && $0 != .observations }.map(\.rawValue)
        let present = Set(folder.names + contents.books.flatMap(\.tables.keys))
        let maps = MapFiles.names.filter(present.contains)
        for name in tables.filter(present.contains) + contents.observationTables + maps {
            let file = PackFile(rawValue: name) ?? .observations
            guard let (table, _) = contents.table(file, name: name, context) else { continue }
            sheets.append(sheet(of: table, PackTables.sheetName(ofFile: name), file))
        }
        let errors = context.files.flatMap(\.diagnostics).filter { $0.severity == .error }
        guard errors.isEmpty else { throw ReportPackError(diagnostics: errors) }
        return sheets.enumerated().sorted {
            (PlainSheet.position(of: $0.element.name), $0.offset) < (
                PlainSheet.position(of: $1.element.name), $1.offset
            )
        }.map(\.element)
    }

    private static func sheet(of table: CSVTable, _ name: String, _ file: PackFile) -> PlainSheet {
        var table = table
        let shape = PackTables.shape(of: file)
        let columns = table.columns.map { column in
            let isKnown = shape?.contains(column.name) == true
            return PlainSheet.Column(
                name: column.name, heading: isKnown ? SheetColumns.heading(column.name) : column.heading)
        }
        var rows: [[String]] = []
        var row = CSVRow()
        while table.next(into: &row) {
            rows.append(
                table.columns.map { $0.index < row.fields.count ? table.text(of: row.fields[$0.index]) : "" })
        }
        return PlainSheet(name: name, columns: columns, rows: rows)
    }

    /// The files that a folder needs to hold what some sheets hold.
    ///
    /// - Parameters:
    ///   - sheets: The sheets of a workbook that is a pack without errors.
    ///   - name: What messages call the workbook.
    ///   - limits: How much is read.
    /// - Returns: The names and texts of the files.
    /// - Throws: ``ReportPackError`` where a cell cannot be read.
    package static func files(
        of sheets: [ReadSheet], named name: String, limits: ImportLimits = .default
    ) throws(ReportPackError) -> [(name: String, text: String)] {
        let context = ImportContext(limits: limits)
        let book = PackBook(path: name, sheets: sheets)
        let contents = PackContents(book)
        var files: [(name: String, text: String)] = []
        for document in DocumentSheets.all {
            guard let (record, _) = SheetRecords.record(of: document, in: book, context) else { continue }
            files.append((document.file.rawValue, YAMLText.text(of: record)))
        }
        for name in book.tables.keys.sorted() {
            let file = PackFile(rawValue: name) ?? .observations
            guard let (opened, _) = contents.table(file, name: name, context) else { continue }
            let shape = PackTables.shape(of: file)
            let sheet = sheet(of: opened, "", file)
            let headings = sheet.columns.map { shape?.contains($0.name) == true ? $0.name : $0.heading }
            files.append((name, CSVText.text(of: [headings] + sheet.rows)))
        }
        let errors = context.files.flatMap(\.diagnostics).filter { $0.severity == .error }
        guard errors.isEmpty else { throw ReportPackError(diagnostics: errors) }
        return files
    }
}

/// Writes the records of a YAML file into sheets.
private struct SheetWriter {
    private let document: DocumentSheets
    private let problems: FileProblems
    private(set) var sheets: [PlainSheet] = []
    /// The cells of each sheet by their columns, row by row.
    private var rows: [String: [[String: String]]] = [:]

    init(_ document: DocumentSheets, _ problems: FileProblems) {
        (self.document, self.problems) = (document, problems)
    }

    mutating func write(_ record: Record) {
        if let name = document.fields {
            let cells = cells(
                record, document.shape, document.groups, document.texts,
                without: document.lists.map(\.field) + (document.words == nil ? [] : ["words"]))
            let names = document.fieldNames.filter { cells[$0] != nil }
            sheets.append(
                PlainSheet(
                    name: name, columns: PlainSheet.columns(["field", "value"]),
                    rows: names.map { [SheetColumns.heading($0), cells[$0] ?? ""] }))
        }
        if let name = document.words { writeWords(record, name) }
        for list in document.lists { write(record[list.field], list, above: []) }
        for list in document.lists { finish(list, above: []) }
    }

    private mutating func writeWords(_ record: Record, _ name: String) {
        guard case .record(let groups)? = record["words"]?.content else { return }
        var found: [[String]] = []
        for group in groups.fields {
            guard case .record(let words) = group.value.content else { continue }
            for word in words.fields {
                guard case .text(let meaning) = word.value.content else { continue }
                found.append([SheetColumns.heading(group.name), word.name, meaning])
            }
        }
        if !found.isEmpty {
            sheets.append(
                PlainSheet(name: name, columns: PlainSheet.columns(["column", "word", "meaning"]), rows: found))
        }
    }

    /// Gathers the rows of a list and those below it.
    private mutating func write(_ value: FieldValue?, _ list: RecordSheet, above: [(column: String, name: String)]) {
        guard case .list(let items)? = value?.content else { return }
        if rows[list.name] == nil { rows[list.name] = [] }
        var records: [Record] = []
        for item in items {
            switch item.content {
            case .record(let record): records.append(record)
            case .text where list.mayBeName:
                let field = Record.Field(
                    name: list.shape.required.first ?? "id", namePosition: item.position, value: item)
                records.append(Record(position: item.position, origin: .document, fields: [field]))
            case .text, .list, .absent: continue
            }
        }
        let cells = records.map {
            self.cells($0, list.shape, list.groups, list.texts, without: list.children.map(\.field))
        }
        for (index, record) in records.enumerated() {
            var row = cells[index]
            for parent in above { row[parent.column] = parent.name }
            rows[list.name]?.append(row)
            guard let reference = list.reference else { continue }
            let hasChildren = list.children.contains { child in
                if case .list(let items)? = record[child.field]?.content { !items.isEmpty } else { false }
            }
            guard hasChildren else { continue }
            guard let name = name(of: index, in: cells, list) else {
                problems.error(
                    .ambiguous, at: record.position,
                    "In a workbook the records below \(list.shape.noun) say to which they belong, and nothing tells this one "
                        + "from the others; give it \(Excerpt.list(list.keys.map { $0.joined(separator: " and ") })) of its own."
                )
                continue
            }
            for child in list.children { write(record[child.field], child, above: above + [(reference, name)]) }
        }
    }

    /// What a record can be called so that no other is meant.
    private func name(of index: Int, in rows: [[String: String]], _ list: RecordSheet) -> String? {
        func names(_ row: [String: String]) -> [String] {
            list.keys.compactMap { key in
                let parts = key.compactMap { row[CSVTable.name(of: $0)] }.filter { !$0.isEmpty }
                return parts.count == key.count ? parts.joined(separator: ", ") : nil
            }
        }
        let others = Set(
            rows.enumerated().filter { $0.offset != index }.flatMap { names($0.element) }.map(TradeWords.folded))
        return names(rows[index]).first { !others.contains(TradeWords.folded($0)) }
    }

    /// Makes the sheets of a list and those below it.
    private mutating func finish(_ list: RecordSheet, above: [String]) {
        if let found = rows[list.name] {
            let own = list.columns.map(CSVTable.name)
            let required = Set(list.required.map(CSVTable.name))
            let used = own.filter { name in required.contains(name) || found.contains { $0[name]?.isEmpty == false } }
            let names = above + used.filter { !above.contains($0) }
            let headings = names.map { name in
                PlainSheet.Column(
                    name: name,
                    heading: SheetColumns.heading(list.columns.first { CSVTable.name(of: $0) == name } ?? name))
            }
            sheets.append(
                PlainSheet(name: list.name, columns: headings, rows: found.map { row in names.map { row[$0] ?? "" } }))
        }
        for child in list.children { finish(child, above: above + [list.reference].compactMap { $0 }) }
    }

    // MARK: Cells

    /// The cells of a record by their columns.
    private func cells(
        _ record: Record, _ shape: Shape, _ groups: [(field: String, shape: Shape)], _ texts: Set<String>,
        without lists: [String]
    ) -> [String: String] {
        var cells: [String: String] = [:]
        for field in record.fields where shape.contains(field.name) && !lists.contains(field.name) {
            let column = CSVTable.name(of: field.name)
            if let group = groups.first(where: { $0.field == field.name }) {
                guard case .record(let inner) = field.value.content else { continue }
                for field in inner.fields where group.shape.contains(field.name) {
                    if case .text(let text) = field.value.content {
                        cells[SheetColumns.column(group.field, field.name)] = text
                    }
                }
                continue
            }
            switch field.value.content {
            case .absent: continue
            case .text(let text): cells[column] = texts.contains(field.name) ? cell([text], field) : text
            case .list(let items):
                let parts = items.compactMap { if case .text(let text) = $0.content { text } else { nil } }
                guard parts.count == items.count else {
                    problems.error(.badValue, at: field.value.position, Self.cannotSay)
                    continue
                }
                if texts.contains(field.name) {
                    cells[column] = cell(parts, field)
                } else if parts.contains(where: { $0.contains(";") || $0.contains("\n") }) {
                    problems.error(
                        .badValue, at: field.value.position,
                        "In a workbook semicolons divide the names in a cell, so that no name can have one.")
                } else {
                    cells[column] = parts.joined(separator: "; ")
                }
            case .record(let inner):
                switch field.name {
                case "source":
                    if case .text(let text)? = inner["document"]?.content { cells["source"] = text }
                    if case .text(let text)? = inner["place"]?.content { cells["place"] = text }
                case "access": writeAccess(inner, field, into: &cells)
                default: problems.error(.badValue, at: field.value.position, Self.cannotSay)
                }
            }
        }
        return cells
    }

    private static let cannotSay = "This is nested deeper than a sheet can say; write it as a text."

    private func cell(_ texts: [String], _ field: Record.Field) -> String? {
        let cell = CellList.cell(of: texts)
        if cell == nil { problems.error(.badValue, at: field.value.position, Self.cannotSay) }
        return cell
    }

    private func writeAccess(_ record: Record, _ field: Record.Field, into cells: inout [String: String]) {
        func parts(_ name: String) -> [String] {
            switch record[name]?.content {
            case .text(let text)?: Separated.parts(of: text)
            case .list(let items)?: items.compactMap { if case .text(let text) = $0.content { text } else { nil } }
            case .absent?, .record?, nil: []
            }
        }
        cells["access"] =
            (parts("exempt").map { "exempt \($0)" } + parts("restricted").map { "restricted \($0)" }).joined(
                separator: "; ")
        if case .text(let text)? = record["reason"]?.content { cells[SheetColumns.reason] = text }
    }
}

/// Writes records as YAML.
enum YAMLText {
    /// The text of a file.
    static func text(of record: Record) -> String {
        var lines: [String] = []
        append(record, indent: 0, first: "", to: &lines)
        return lines.joined(separator: "\n") + "\n"
    }

    /// - Parameter first: What is before the first key, as wide as the indent.
    private static func append(_ record: Record, indent: Int, first: String, to lines: inout [String]) {
        let blanks = String(repeating: " ", count: indent)
        var lead = first.isEmpty ? blanks : first
        for field in record.fields {
            let key = lead + Self.key(field.name) + ":"
            switch field.value.content {
            case .absent: continue
            case .text(let text): lines += scalar(text, after: key + " ", indent: indent + 2)
            case .list(let items):
                if items.isEmpty {
                    lines.append(key + " []")
                } else {
                    lines.append(key)
                    for item in items { append(item, indent: indent + 2, to: &lines) }
                }
            case .record(let inner):
                lines.append(key)
                append(inner, indent: indent + 2, first: "", to: &lines)
            }
            lead = blanks
        }
    }

    private static func append(_ item: FieldValue, indent: Int, to lines: inout [String]) {
        let dash = String(repeating: " ", count: indent) + "- "
        switch item.content {
        case .absent: return
        case .text(let text): lines += scalar(text, after: dash, indent: indent + 4)
        case .record(let record): append(record, indent: indent + 2, first: dash, to: &lines)
        case .list(let items):
            let texts = items.compactMap { if case .text(let text) = $0.content { quoted(text) } else { nil } }
            lines.append(dash + "[" + texts.joined(separator: ", ") + "]")
        }
    }

    private static func key(_ name: String) -> String {
        let isPlain = name.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F || $0 == 0x2D }
        // Words that some readers take for truth and falsehood.
        return isPlain && !["yes", "no", "on", "off", "true", "false", "null", "y", "n"].contains(name)
            ? name : quoted(name)
    }

    /// A text in quotes, or over several lines where it has some.
    private static func scalar(_ text: String, after lead: String, indent: Int) -> [String] {
        guard text.contains("\n"), !text.contains("\t"), text.first?.isWhitespace == false else {
            return [lead + quoted(text)]
        }
        let blanks = String(repeating: " ", count: indent)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return [lead + "|-"] + lines.map { $0.isEmpty ? "" : blanks + $0 }
    }

    private static func quoted(_ text: String) -> String {
        if !text.contains("\\"), !text.contains("\""), !text.contains("\n") { return "\"\(text)\"" }
        if !text.contains("\n") { return "'" + text.replacing("'", with: "''") + "'" }
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
        return "\"\(escaped)\""
    }
}

/// Writes rows as a CSV table.
enum CSVText {
    static func text(of rows: [[String]]) -> String {
        var text = ""
        for row in rows {
            // A row of one blank cell would be a blank line.
            text += row.count == 1 && row[0].isEmpty ? "\"\"" : row.map(field).joined(separator: ",")
            text += "\n"
        }
        return text
    }

    private static func field(_ text: String) -> String {
        let needsQuotes = text.utf8.contains {
            $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D || $0 == 0x3B || $0 == 0x09
        }
        return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}
