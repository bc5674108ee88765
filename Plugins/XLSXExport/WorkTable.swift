import FamilyServicesKit

/// A table of a working copy: it has filter buttons, its headers stay in sight, and some of its cells are to be changed.
struct WorkTable: Sendable {
    /// The name that the table has in the publication.
    var name: String
    /// The row of the headers, counted from 0.
    var headerRow: Int
    var lastRow: Int
    var columns: [Column]
    /// How many columns from the left stay in sight.
    var frozenColumns: Int

    struct Column: Sendable {
        var title: String
        var editing: TableColumn.Editing?
        /// How many cells below the header have something, without a gap.
        var filled: Int
    }

    /// The widest columns that stay in sight, in digits; more would leave a small screen no room for the others.
    private static let widestFrozen = 62.0

    init(_ table: SheetTable, headerRow: Int, widths: [Double]) {
        name = table.name
        self.headerRow = headerRow
        lastRow = headerRow + table.rowCount
        columns = table.columns.enumerated().map { index, column in
            let empty = (0..<table.rowCount).first { table.entry(row: $0, column: index).kind == .empty }
            return Column(title: column.title, editing: column.editing, filled: empty ?? table.rowCount)
        }
        // The columns that say what a row is about, before the first that is to be changed.
        var (count, width) = (0, 0.0)
        for (column, size) in zip(table.columns, widths) {
            guard column.editing == nil, width + size <= Self.widestFrozen else { break }
            count += 1
            width += size
        }
        frozenColumns = table.columns.contains { $0.editing != nil } ? count : 0
    }
}

/// What Excel offers and asks for in the cells of a column.
struct ValidationPlan: Sendable {
    var column: Int
    var firstRow: Int
    var lastRow: Int
    /// The cells with the words to choose from, as in `='Choices'!$A$5:$A$10`; `nil` where there is only a message.
    var list: String?
    /// What is shown when a cell is selected.
    var title: String
    var message: String
}

extension WorkbookPlan {
    /// The sheets of a working copy with the lists that their cells offer, now that their places are known.
    ///
    /// A list is always a range of cells: version 1.1.4 of the library writes past its memory for some lists that are written
    /// out.
    static func withLists(_ sheets: [SheetPlan]) -> [SheetPlan] {
        var ranges: [TableColumn.Choices: (range: String, sheet: String)] = [:]
        for sheet in sheets {
            guard let table = sheet.work else { continue }
            for (index, column) in table.columns.enumerated() where column.filled > 0 {
                let choices = TableColumn.Choices(table: table.name, column: column.title)
                let letters = reference(row: 0, column: index).dropLast()
                let (first, last) = (table.headerRow + 2, table.headerRow + 1 + column.filled)
                let range = "=\(TextRules.quoted(sheet: sheet.name))!$\(letters)$\(first):$\(letters)$\(last)"
                if ranges[choices] == nil { ranges[choices] = (range, sheet.name) }
            }
        }
        return sheets.map { sheet in
            guard let table = sheet.work else { return sheet }
            var sheet = sheet
            sheet.validations = table.columns.enumerated().compactMap { index, column in
                var plan = ValidationPlan(
                    column: index, firstRow: table.headerRow + 1, lastRow: table.lastRow, title: "", message: "")
                switch column.editing {
                case .choice(let choices):
                    guard let list = ranges[choices] else { return nil }
                    plan.list = list.range
                    (plan.title, plan.message) = SheetWording.choice(of: column.title, onSheet: list.sheet)
                case .date:
                    (plan.title, plan.message) = SheetWording.dateEntry(column.title)
                case .text, nil:
                    return nil
                }
                return plan
            }
            return sheet
        }
    }
}
