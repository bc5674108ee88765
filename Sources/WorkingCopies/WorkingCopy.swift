public import ReportModel
public import ReportVocabulary

/// A working copy that somebody has edited in a spreadsheet, to be compared with a pack.
///
/// The tables are found by their headers and their rows by their identifiers, so that sheets and columns may have been moved or
/// renamed, rows sorted, filtered or left out, and looks changed. The cover, the contents and the lists to choose from are not
/// read.
///
/// ```swift
/// let review = try WorkingCopy(sheets).review(against: pack)
/// for change in review.changes { print(change) }
/// let changed = try pack.accepting(review.changes)
/// ```
public struct WorkingCopy: Sendable, Hashable {
    let tables: [CopyTable]
    let originals: CopyOriginals?

    /// The role that the copy was made for; `nil` for a copy with all rows, and where the copy does not say it.
    public var owner: Role.ID? { originals?.owner }

    /// Finds the tables of a working copy.
    ///
    /// - Parameter sheets: The sheets of a workbook in their order.
    /// - Throws: ``WorkingCopyError`` with the code ``WorkingCopyError/Code/notAWorkingCopy`` where no sheet has one of them.
    public init(_ sheets: [ReadSheet]) throws(WorkingCopyError) {
        // A copy that somebody made of a sheet comes after the sheet itself.
        let own = Set(WorkingCopyTable.allCases.map(\.title))
        let ordered = sheets.filter { own.contains($0.name) } + sheets.filter { !own.contains($0.name) }
        tables = ordered.flatMap(CopyTable.tables)
        let lists =
            sheets.filter { $0.name == WorkingCopyNames.originals }
            + sheets.filter { $0.name != WorkingCopyNames.originals }
        originals = lists.lazy.compactMap { CopyOriginals($0) }.first
        guard !tables.isEmpty else {
            let names = WorkingCopyTable.allCases.map { "“\($0.identifierHeader)”" }
            throw WorkingCopyError(
                .notAWorkingCopy,
                "No sheet has a table with one of the headers \(MessageText.list(names)), so this is not a working copy; make one "
                    + "with the purpose “working copy” and leave its headers as they are.")
        }
    }

    /// Compares the copy with a pack.
    ///
    /// Each value is compared with what it was when the copy was made, and where it differs, with the pack as it is now.
    ///
    /// - Parameter pack: The pack that the copy was made from, or what has become of it since.
    /// - Returns: What was changed, and what cannot be taken over.
    public func review(against pack: ReportPack) -> WorkingCopyReview {
        var reviewer = CopyReviewer(pack, originals: originals)
        return reviewer.review(tables)
    }
}

/// A table of a working copy, as it was found on a sheet.
struct CopyTable: Sendable, Hashable {
    let table: WorkingCopyTable
    let sheet: ReadSheet
    /// The row of the headers.
    let headerRow: Int
    /// The rows below it, down to the next table or the end of the sheet.
    let rows: Range<Int>
    /// The column of the identifiers.
    let identifierColumn: Int
    /// The columns of the fields that can be changed.
    let fields: [EditableField: Int]
    /// The headers of the other columns.
    let others: [Int: String]
    /// The columns whose header another column has too.
    let repeated: [Int]

    /// The tables on a sheet, from top to bottom.
    static func tables(on sheet: ReadSheet) -> [CopyTable] {
        let starts = sheet.rows.indices.compactMap { row in start(of: sheet.rows[row]).map { (row, $0) } }
        return starts.enumerated().map { index, start in
            let end = index + 1 < starts.count ? starts[index + 1].0 : sheet.rows.count
            return CopyTable(start.1, sheet, headerRow: start.0, rows: start.0 + 1..<end)
        }
    }

    /// The table whose headers are in a row.
    private static func start(of cells: [SheetCell]) -> WorkingCopyTable? {
        // A table has two headers at least, and a sheet may have a million empty rows before one stray cell.
        guard cells.count > 1 else { return nil }
        let headers = cells.map(header)
        return WorkingCopyTable.allCases.first { table in
            headers.contains(CopiedText.header(table.identifierHeader))
                && table.fields.contains { headers.contains(CopiedText.header(table.header(of: $0))) }
        }
    }

    private static func header(_ cell: SheetCell) -> String {
        guard case .text(let text) = cell, text.utf8.count <= 200 else { return "" }
        return CopiedText.header(text)
    }

    private init(_ table: WorkingCopyTable, _ sheet: ReadSheet, headerRow: Int, rows: Range<Int>) {
        var seen: Set<String> = []
        var identifierColumn = 0
        var fields: [EditableField: Int] = [:]
        var others: [Int: String] = [:]
        var repeated: [Int] = []
        for (column, cell) in sheet.rows[headerRow].enumerated() {
            let header = Self.header(cell)
            if header.isEmpty { continue }
            if !seen.insert(header).inserted {
                repeated.append(column)
            } else if header == CopiedText.header(table.identifierHeader) {
                identifierColumn = column
            } else if let field = table.fields.first(where: { CopiedText.header(table.header(of: $0)) == header }) {
                fields[field] = column
            } else {
                others[column] = header
            }
        }
        (self.table, self.sheet, self.headerRow, self.rows) = (table, sheet, headerRow, rows)
        (self.identifierColumn, self.fields, self.others, self.repeated) = (identifierColumn, fields, others, repeated)
    }

    func place(_ row: Int, _ column: Int) -> CellPlace { CellPlace(sheet: sheet.name, row: row, column: column) }
}
