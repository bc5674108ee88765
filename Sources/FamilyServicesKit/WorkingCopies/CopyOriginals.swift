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

    /// The record of a name.
    subscript(name: String) -> Record? { index[name].map { records[$0] } }

    /// Reads the list from a sheet, where it is on it.
    init?(_ sheet: ReadSheet) {
        let wanted = [WorkingCopyNames.record, WorkingCopyNames.column, WorkingCopyNames.value, WorkingCopyNames.check]
            .map(CellText.header)
        var found: (row: Int, columns: [Int])?
        for (row, cells) in sheet.rows.enumerated() where found == nil {
            let headers = cells.map { cell in if case .text(let text) = cell { CellText.header(text) } else { "" } }
            let columns = wanted.compactMap { headers.firstIndex(of: $0) }
            if columns.count == wanted.count { found = (row, columns) }
        }
        guard let found else { return nil }
        for row in sheet.rows.indices.dropFirst(found.row + 1) {
            read(row, of: sheet, found.columns)
        }
    }

    private mutating func read(_ row: Int, of sheet: ReadSheet, _ columns: [Int]) {
        let cells = columns.map { sheet.cell(row: row, column: $0) }
        let texts = cells.map(CellReading.text)
        guard texts.contains(where: { !$0.isEmpty }) else { return }
        let (name, column, value, check) = (texts[0], texts[1], texts[2], texts[3])
        let table = WorkingCopyTable.allCases.first { name.hasPrefix($0.recordWord + " ") }
        let place = CellPlace(sheet: sheet.name, row: row, column: columns[2])
        guard let table, !column.isEmpty, !check.isEmpty else {
            return report("This row does not belong to the list of values as exported", place)
        }
        let isRead = table.field(of: column) != nil
        if isRead || !value.isEmpty {
            guard CellText.check(record: name, column: column, value: value) == check else {
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
