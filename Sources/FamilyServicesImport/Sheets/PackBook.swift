import FamilyServicesKit

/// A workbook that holds a pack, or some tables of one.
struct PackBook {
    /// The workbook as the user named it.
    let path: String
    /// The sheets with tables, by the file that each stands for.
    private(set) var tables: [String: ReadSheet] = [:]
    /// The sheets with records of YAML files, by their names as the kit writes them.
    private(set) var records: [String: ReadSheet] = [:]
    /// Sheets that are not part of a pack, though their names are not those of notes.
    private(set) var unknown: [ReadSheet] = []
    /// Sheets whose names mean the same as that of another before them.
    private(set) var repeated: [(sheet: String, first: String)] = []

    private static let recordSheets: [String: String] = {
        // No two lists of a pack are called the same.
        let names = DocumentSheets.all.flatMap(\.sheetNames)
        return Dictionary(names.map { (Suggestion.folded($0), $0) }) { first, _ in first }
    }()

    /// What sheets are called that people and the kit keep beside those of a pack.
    private static let notes: Set<String> = [
        "readme", "lists", "notes", "guidance", "help", "contents", "cover", "about",
    ]

    /// The names of the sheets that a pack can have.
    static let sheetNames =
        DocumentSheets.all.flatMap(\.sheetNames)
        + PackFile.allCases.filter { $0.format == .table }.map { PackTables.sheetName(ofFile: $0.rawValue) }

    init(path: String, sheets: [ReadSheet]) {
        self.path = path
        for sheet in sheets {
            // A sheet with nothing in it says nothing.
            guard sheet.rows.contains(where: { $0.contains { $0 != .empty } }) else { continue }
            if let name = Self.recordSheets[Suggestion.folded(sheet.name)] {
                if let first = records[name] {
                    repeated.append((sheet.name, first.name))
                } else {
                    records[name] = sheet
                }
            } else if let file = PackTables.fileName(ofSheet: sheet.name) {
                if let first = tables[file] { repeated.append((sheet.name, first.name)) } else { tables[file] = sheet }
            } else if !Self.notes.contains(Suggestion.folded(sheet.name)) {
                unknown.append(sheet)
            }
        }
    }

    /// Whether it holds anything of a pack.
    var isOfPack: Bool { !tables.isEmpty || !records.isEmpty }

    /// The headings of a sheet: the names in its first row that is not blank.
    private static func headings(_ sheet: ReadSheet) -> Set<String> {
        let row = sheet.rows.first { $0.contains { $0 != .empty } } ?? []
        return Set(
            row.compactMap { if case .text(let text) = $0 { CSVTable.name(of: Blanks.trimmed(text)) } else { nil } })
    }

    /// Whether a table of it has the headings that it has to have, as no sheet has that only bears the same name.
    var hasHeadings: Bool {
        for (file, sheet) in tables {
            let kind = PackFile(rawValue: file) ?? .observations
            guard let shape = PackTables.shape(of: kind), Self.headings(sheet).isSuperset(of: shape.required) else {
                continue
            }
            return true
        }
        for document in DocumentSheets.all {
            if let name = document.fields, let sheet = records[name],
                Self.headings(sheet).isSuperset(of: ["field", "value"])
            {
                return true
            }
            func holds(_ list: RecordSheet) -> Bool {
                if let sheet = records[list.name] {
                    let (found, required) = (Self.headings(sheet), list.required.map(CSVTable.name))
                    // Where no column has to be there, one of those that there can be has to.
                    let isOne =
                        required.isEmpty
                        ? !found.isDisjoint(with: list.columns.map(CSVTable.name)) : found.isSuperset(of: required)
                    if isOne { return true }
                }
                return list.children.contains(where: holds)
            }
            if document.lists.contains(where: holds) { return true }
        }
        return false
    }

    /// Whether it holds a YAML file as sheets.
    func holds(_ document: DocumentSheets) -> Bool { document.sheetNames.contains { records[$0] != nil } }

    /// Reports what is wrong with the sheets as such.
    func check(_ context: ImportContext) {
        for (sheet, first) in repeated {
            let problems = context.problems(of: path)
            problems.sheets = [sheet]
            problems.hasLostRecords = true
            problems.error(
                .duplicate, at: nil,
                "The sheets \(Excerpt.named(first)) and \(Excerpt.named(sheet)) hold the same; put their rows together in one."
            )
        }
        for sheet in unknown {
            let problems = context.problems(of: path)
            problems.sheets = [sheet.name]
            let free = Self.sheetNames.filter {
                records[$0] == nil && tables[PackTables.fileName(ofSheet: $0) ?? ""] == nil
            }
            problems.warning(
                .file, at: nil,
                "The sheet is not part of a pack and is not read."
                    + (table(withHeadingsOf: sheet).map {
                        " Its headings are those of the sheet \($0); if that is what it is, give it that name."
                    } ?? Suggestion.ending(for: sheet.name, among: free)))
        }
    }

    /// The table whose headings a sheet has, where the workbook has no sheet for it: it may have been given another name.
    private func table(withHeadingsOf sheet: ReadSheet) -> String? {
        let headings = Self.headings(sheet)
        return PackFile.allCases.filter { $0.format == .table && tables[$0.rawValue] == nil }
            .compactMap { file -> (name: String, shared: Int)? in
                guard let shape = PackTables.shape(of: file), headings.isSuperset(of: shape.required) else {
                    return nil
                }
                let shared = headings.intersection(shape.names).count
                // Two words such as “title” and “status” are in many tables of other kinds.
                return shared > 2 ? (PackTables.sheetName(ofFile: file.rawValue), shared) : nil
            }
            .max { $0.shared < $1.shared }?.name
    }
}

/// Puts the records of a YAML file together from sheets.
struct SheetRecords {
    private let book: PackBook
    private let document: DocumentSheets
    private let problems: FileProblems
    private let context: ImportContext

    /// The record of a file.
    ///
    /// - Returns: `nil` where the workbook has no sheet of it.
    static func record(
        of document: DocumentSheets, in book: PackBook, _ context: ImportContext
    ) -> (record: Record, problems: FileProblems)? {
        guard book.holds(document) else { return nil }
        let problems = context.problems(of: book.path)
        problems.sheets = document.sheetNames.compactMap { book.records[$0]?.name }
        let reader = SheetRecords(book: book, document: document, problems: problems, context: context)
        return (reader.record(), problems)
    }

    private func table(_ name: String) -> CSVTable? {
        guard let sheet = book.records[name], let number = problems.sheets.firstIndex(of: sheet.name) else {
            return nil
        }
        let text = SheetText.table(sheet, number: number, problems: problems)
        guard let table = CSVTable(text, problems: problems, limits: context.limits) else {
            problems.hasLostRecords = true
            return nil
        }
        return table
    }

    private func record() -> Record {
        var fields = document.fields.map(ownFields) ?? []
        if let words = document.words, let field = self.words(words) { fields.append(field) }
        var nodes: [String: [Node]] = [:]
        for list in document.lists { read(list, above: [], &nodes) }
        for list in document.lists {
            if let found = nodes[list.name], !found.isEmpty {
                fields.append(Self.field(list.field, found.map { Self.value($0) }))
            } else if book.records[list.name] != nil, document.shape.required.contains(list.field) {
                // A sheet of headings is a list without items.
                fields.append(Self.field(list.field, []))
            }
        }
        return Record(position: fields.first?.value.position ?? .start, origin: .document, fields: fields)
    }

    // MARK: Fields of the file itself

    private static let fieldShape = Shape("a field", required: ["field", "value"])

    private func ownFields(_ name: String) -> [Record.Field] {
        guard var table = table(name), ColumnCheck.reportMissing(in: table, Self.fieldShape, problems) else {
            // What is missing is said where the file is read, if anything is missing.
            return []
        }
        var fields: [Record.Field] = []
        var row = CSVRow()
        let columns = table.columns.filter { Self.fieldShape.contains($0.name) }
        while table.next(into: &row) {
            let record = table.record(row, columns)
            guard let heading = record["field"], case .text(let text) = heading.content, let value = record["value"]
            else { continue }
            let field = CSVTable.name(of: text)
            let known = document.fieldNames
            guard known.contains(field) else {
                problems.warning(
                    .unknownField, at: heading.position,
                    "\(Excerpt.quoted(text)) is not a field of this sheet and is ignored."
                        + Suggestion.ending(
                            for: text,
                            among: known.filter { name in !fields.contains { $0.name == name } }.map(
                                SheetColumns.heading)))
                continue
            }
            guard !fields.contains(where: { $0.name == field }) else {
                problems.error(
                    .duplicate, at: heading.position,
                    "The field \(Excerpt.quoted(text)) is there twice; put both in one row, each text on a line of its own "
                        + "(Alt and Enter), or remove one.")
                continue
            }
            fields.append(Record.Field(name: field, namePosition: heading.position, value: value))
        }
        if document.file == .pack, !fields.contains(where: { $0.name == "schema" }) {
            fields.append(Self.field("schema", FieldValue(content: .text("1"), position: .start)))
        }
        return grouped(fields, document.shape, document.groups, document.texts)
    }

    private func words(_ name: String) -> Record.Field? {
        let shape = Shape("a word", required: ["column", "word", "meaning"])
        guard var table = table(name) else { return nil }
        ColumnCheck.reportUnknown(table.columns, in: table, shape, problems)
        guard ColumnCheck.reportMissing(in: table, shape, problems) else { return nil }
        var row = CSVRow()
        var groups: [(name: String, position: Position, words: [Record.Field])] = []
        while table.next(into: &row) {
            let record = table.record(row, table.columns)
            let reader = RecordReader(record, shape, problems: problems, context: context)
            guard let column = reader.text("column"), let word = reader.text("word"), let value = record["meaning"]
            else { continue }
            let field = CSVTable.name(of: column)
            let number = groups.firstIndex { $0.name == field } ?? groups.count
            if number == groups.count { groups.append((field, reader.position(of: "column"), [])) }
            groups[number].words.append(
                Record.Field(name: word, namePosition: reader.position(of: "word"), value: value))
        }
        let fields = groups.map { group in
            Record.Field(
                name: group.name, namePosition: group.position,
                value: FieldValue(
                    content: .record(Record(position: group.position, origin: .document, fields: group.words)),
                    position: group.position))
        }
        guard let first = fields.first else { return nil }
        return Self.field(
            "words",
            FieldValue(
                content: .record(Record(position: first.namePosition, origin: .document, fields: fields)),
                position: first.namePosition))
    }

    // MARK: Lists

    /// A record while those that belong to it are still being gathered.
    private final class Node {
        let list: RecordSheet
        let position: Position
        let fields: [Record.Field]
        /// What the columns say to which it belongs, by their names.
        let above: [String: String]
        var children: [String: [Node]] = [:]

        init(_ list: RecordSheet, _ position: Position, _ fields: [Record.Field], above: [String: String]) {
            (self.list, self.position, self.fields, self.above) = (list, position, fields, above)
        }

        /// What it can be called.
        var names: [String] {
            list.keys.compactMap { key in
                let parts = key.compactMap { name -> String? in
                    guard case .text(let text)? = fields.first(where: { $0.name == name })?.value.content else {
                        return nil
                    }
                    return text
                }
                return parts.count == key.count ? parts.joined(separator: ", ") : nil
            }
        }
    }

    /// Reads a sheet and those below it, and gives each record to the one that it belongs to.
    private func read(_ list: RecordSheet, above: [RecordSheet], _ nodes: inout [String: [Node]]) {
        let parents = above.compactMap(\.reference)
        var found: [Node] = []
        if var table = table(list.name) {
            // Columns above bear the names of fields only where the records have none of that name.
            let shape = Shape(
                list.shape.noun, required: list.required.map(CSVTable.name),
                optional: list.columns.map(CSVTable.name) + parents)
            ColumnCheck.reportUnknown(table.columns, in: table, shape, problems)
            if ColumnCheck.reportMissing(in: table, shape, problems) {
                let columns = table.columns.filter { shape.contains($0.name) }
                let search = Search(nodes[above.last?.name ?? ""] ?? [])
                var row = CSVRow()
                while table.next(into: &row) {
                    let record = table.record(row, columns)
                    var names: [String: String] = [:]
                    for parent in parents {
                        if case .text(let text)? = record[parent]?.content { names[parent] = text }
                    }
                    let own = record.fields.filter { field in
                        !parents.contains(field.name) || list.columns.contains { CSVTable.name(of: $0) == field.name }
                    }
                    let fields = grouped(own, list.shape, list.groups, list.texts)
                    let node = Node(list, record.position, fields, above: names)
                    guard let last = above.last else {
                        found.append(node)
                        continue
                    }
                    guard let parent = search.parent(for: record, names, parents, last, problems) else {
                        problems.hasLostRecords = true
                        continue
                    }
                    parent.children[list.field, default: []].append(node)
                    found.append(node)
                }
            }
        }
        nodes[list.name] = found
        for child in list.children { read(child, above: above + [list], &nodes) }
    }

    /// Finds the record to which another belongs.
    private struct Search {
        private let nodes: [Node]
        private var byName: [String: [Node]] = [:]

        init(_ nodes: [Node]) {
            self.nodes = nodes
            for node in nodes {
                for name in Set(node.names.map(TradeWords.folded)) { byName[name, default: []].append(node) }
            }
        }

        /// The record that the columns of a row name, or the only one there is.
        func parent(
            for record: Record, _ names: [String: String], _ columns: [String], _ list: RecordSheet,
            _ problems: FileProblems
        ) -> Node? {
            guard let column = list.reference else { return nil }
            let position = record[column]?.position ?? record.position
            var found = nodes
            if let name = names[column] {
                found = byName[TradeWords.folded(name)] ?? []
                // Of two that differ in capitals or blanks alone, the one that is named.
                let exact = found.filter { $0.names.contains(name) }
                if !exact.isEmpty { found = exact }
                guard !found.isEmpty else {
                    // What was lost may be what is meant.
                    guard !problems.hasLostRecords else { return nil }
                    problems.error(
                        .unresolvedReference, at: position,
                        "The sheet \(list.name) has no row \(Excerpt.quoted(name))."
                            + Suggestion.ending(for: name, among: nodes.flatMap(\.names)))
                    return nil
                }
            }
            for other in columns where other != column {
                guard let name = names[other], found.count > 1 else { continue }
                let folded = TradeWords.folded(name)
                let narrower = found.filter { $0.above[other].map(TradeWords.folded) == folded }
                if !narrower.isEmpty { found = narrower }
            }
            if found.count == 1 { return found[0] }
            guard !nodes.isEmpty else {
                problems.error(
                    .missingValue, at: position,
                    "The sheet \(list.name) has no row to which this could belong; write one there.")
                return nil
            }
            // A sheet may have a million rows, and a message names a few of them.
            let known = Excerpt.list(nodes.prefix(12).compactMap(\.names.first) + (nodes.count > 12 ? ["…"] : []))
            problems.error(
                names[column] == nil ? .missingValue : .ambiguous, at: position,
                names[column] == nil
                    ? "There are \(nodes.count) rows in the sheet \(list.name); say in the column "
                        + "\(Excerpt.named(SheetColumns.heading(column))) to which of them this belongs (\(known))."
                    : "More than one row of the sheet \(list.name) is called \(Excerpt.quoted(names[column] ?? "")); "
                        + "fill in the columns before this one too.")
            return nil
        }
    }

    /// The record of a node, with those that belong to it.
    private static func value(_ node: Node) -> FieldValue {
        var fields = node.fields
        for child in node.list.children {
            guard let nodes = node.children[child.field], !nodes.isEmpty else { continue }
            fields.append(field(child.field, nodes.map { value($0) }))
        }
        if node.list.mayBeName, let first = node.list.shape.required.first {
            let filled = fields.filter { if case .absent = $0.value.content { false } else { true } }
            if filled.count == 1, filled[0].name == first { return filled[0].value }
        }
        return FieldValue(
            content: .record(Record(position: node.position, origin: .document, fields: fields)),
            position: node.position)
    }

    private static func field(_ name: String, _ items: [FieldValue]) -> Record.Field {
        let position = items.first?.position ?? .start
        return field(name, FieldValue(content: .list(items), position: position))
    }

    private static func field(_ name: String, _ value: FieldValue) -> Record.Field {
        Record.Field(name: name, namePosition: value.position, value: value)
    }

    // MARK: Columns that are parts of one field

    /// The fields of a record from its columns.
    private func grouped(
        _ fields: [Record.Field], _ shape: Shape, _ groups: [(field: String, shape: Shape)], _ texts: Set<String>
    ) -> [Record.Field] {
        var result: [Record.Field] = []
        var members: [String: [Record.Field]] = [:]
        let reason = fields.first { $0.name == SheetColumns.reason }?.value
        for field in fields where field.name != SheetColumns.reason {
            let group = groups.first { group in
                group.shape.names.contains { SheetColumns.column(group.field, $0) == field.name }
            }
            if let group {
                let name = group.shape.names.first { SheetColumns.column(group.field, $0) == field.name } ?? ""
                if case .absent = field.value.content { continue }
                members[group.field, default: []].append(
                    Record.Field(name: name, namePosition: field.namePosition, value: field.value))
                continue
            }
            // The shape has the name as the file writes it.
            let name = shape.names.first { $0 == field.name || CSVTable.name(of: $0) == field.name } ?? field.name
            var value = field.value
            if texts.contains(name), case .text(let text) = value.content {
                let position = value.position
                value = FieldValue(
                    content: .list(
                        CellList.texts(of: text).map { FieldValue(content: .text($0), position: position) }),
                    position: position)
            }
            if name == "access", let reason, case .text = reason.content {
                value = Self.access(value, reason: reason)
            }
            result.append(Record.Field(name: name, namePosition: field.namePosition, value: value))
        }
        for group in groups {
            guard let fields = members[group.field], let first = fields.first else { continue }
            result.append(
                Self.field(
                    group.field,
                    FieldValue(
                        content: .record(Record(position: first.value.position, origin: .document, fields: fields)),
                        position: first.value.position)))
        }
        return result
    }

    /// An access with the reason why its exemption is kept.
    private static func access(_ value: FieldValue, reason: FieldValue) -> FieldValue {
        var (exempt, restricted): ([FieldValue], [FieldValue]) = ([], [])
        if case .text(let text) = value.content {
            for part in Separated.parts(of: text) {
                let words = part.split { $0 == " " || $0 == "," || $0 == "\u{A0}" }.map(String.init)
                func item(_ text: String) -> FieldValue { FieldValue(content: .text(text), position: value.position) }
                switch words.first?.lowercased() {
                case "restricted" where words.count > 1:
                    restricted.append(item(Blanks.trimmed(part.dropFirst("restricted".count))))
                case "exempt" where words.count > 1:
                    exempt += words.dropFirst().filter { $0.lowercased() != "and" }.map(item)
                // What this is not, is said where it is read.
                default: exempt.append(item(part))
                }
            }
        }
        var fields = [field("reason", reason)]
        if !exempt.isEmpty {
            fields.append(field("exempt", FieldValue(content: .list(exempt), position: value.position)))
        }
        if !restricted.isEmpty {
            fields.append(field("restricted", FieldValue(content: .list(restricted), position: value.position)))
        }
        return FieldValue(
            content: .record(Record(position: value.position, origin: .document, fields: fields)),
            position: value.position)
    }
}
