import ReportVocabulary

/// What a working copy keeps of the values that it was made with.
struct CopyOriginals: Sendable, Hashable {
    /// The values of one record by the headers of its columns.
    struct Record: Sendable, Hashable {
        let name: String
        /// The values of columns that are read back, as the files of a pack write them.
        var values: [String: String] = [:]
        /// The checks of the other columns.
        var checks: [String: String] = [:]
    }

    private(set) var records: [Record] = []
    private(set) var problems: [WorkingCopyProblem] = []
    private var index: [String: Int] = [:]

    /// What the copy says of itself, by the names of ``WorkingCopyNames``.
    private(set) var facts: [String: String] = [:]

    /// The remarks that the copy of one role does not have, by the names of their records.
    private(set) var otherRemarks: [String: String] = [:]

    /// The role that the copy was made for; `nil` for a copy with all rows.
    var owner: Role.ID? {
        facts[WorkingCopyNames.owner].flatMap { Role.ID(String($0.prefix { $0 != "\n" })) }
    }

    /// The headers of the columns of a table that could be changed.
    func columns(of table: WorkingCopyTable) -> Set<String> {
        Set(records.lazy.filter { $0.name.hasPrefix(table.recordWord + " ") }.flatMap(\.values.keys))
    }

    /// The record of a name.
    subscript(name: String) -> Record? { index[name].map { records[$0] } }

    /// Reads the list from a sheet, where it is on it.
    init?(_ sheet: ReadSheet) {
        let rows = sheet.rows.indices
        guard
            let start = rows.lazy.compactMap({ row in
                sheet.rows[row].isEmpty ? nil : Columns(sheet.rows[row]).map { (row, $0) }
            }).first
        else {
            return nil
        }
        for row in rows.dropFirst(start.0 + 1) where !sheet.rows[row].isEmpty { read(row, of: sheet, start.1) }
    }

    /// Where the columns of the list are.
    private struct Columns {
        var record = 0
        var column = 0
        var check = 0
        /// Absent where nothing had a value.
        var value: Int?

        init?(_ cells: [SheetCell]) {
            let headers = cells.map { cell in if case .text(let text) = cell { CopiedText.header(text) } else { "" } }
            func index(_ name: String) -> Int? { headers.firstIndex(of: CopiedText.header(name)) }
            guard let record = index(WorkingCopyNames.record), let column = index(WorkingCopyNames.column),
                let check = index(WorkingCopyNames.check)
            else { return nil }
            (self.record, self.column, self.check) = (record, column, check)
            value = index(WorkingCopyNames.value)
        }
    }

    private mutating func read(_ row: Int, of sheet: ReadSheet, _ columns: Columns) {
        func text(_ column: Int?) -> String {
            column.map { CellReading.text(of: sheet.cell(row: row, column: $0)) } ?? ""
        }
        let (name, column) = (text(columns.record), text(columns.column))
        let (value, check) = (text(columns.value), text(columns.check))
        guard ![name, column, value, check].allSatisfy(\.isEmpty) else { return }
        if name == WorkingCopyNames.copy {
            if CopiedText.check(record: name, column: column, value: value) == check { facts[column] = value }
            return
        }
        if name.hasPrefix(WorkingCopyNames.otherRemark) {
            if CopiedText.check(record: name, column: column, value: value) == check {
                otherRemarks[String(name.dropFirst(WorkingCopyNames.otherRemark.count))] = value
            }
            return
        }
        let table = WorkingCopyTable.allCases.first { name.hasPrefix($0.recordWord + " ") }
        let place = CellPlace(sheet: sheet.name, row: row, column: columns.value ?? columns.check)
        guard let table, !column.isEmpty, !check.isEmpty else {
            return report("This row does not belong to the list of values as exported", place)
        }
        let isRead = table.field(of: column) != nil
        if isRead || !value.isEmpty {
            guard CopiedText.check(record: name, column: column, value: value) == check else {
                return report("The value as exported was changed", place)
            }
        }
        let position = index[name] ?? records.count
        if position == records.count {
            records.append(Record(name: name))
            index[name] = position
        }
        if isRead {
            records[position].values[column] = value
        } else {
            records[position].checks[column] = check
        }
    }

    private mutating func report(_ words: String, _ place: CellPlace) {
        problems.append(
            WorkingCopyProblem(
                .changedOriginal,
                words + "; the pack's present value is used in its place. Leave this sheet as it is.", at: place))
    }
}
