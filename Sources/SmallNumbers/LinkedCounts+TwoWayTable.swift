import ReportVocabulary

extension LinkedCounts {
    /// Where the counts of a table with two headings and its totals are.
    public struct TwoWayTable: Sendable, Hashable {
        /// The positions of the inner cells, by row and column.
        public let cells: [[Int]]
        /// The positions of the totals of the rows.
        public let rowTotals: [Int]
        /// The positions of the totals of the columns.
        public let columnTotals: [Int]
        /// The position of the total of all.
        public let total: Int
    }

    /// Adds a table with the totals of its rows and columns.
    ///
    /// - Parameters:
    ///   - rows: The inner counts, row by row.
    ///   - title: The title of the table, for messages.
    ///   - rowLabels: The headings of the rows, for messages.
    ///   - columnLabels: The headings of the columns, for messages.
    /// - Returns: The positions of all counts.
    /// - Throws: ``SmallNumberError`` with the code `invalid-relation` for a table that is empty or not rectangular, and with
    ///   `invalid-count` for a number that is not a count. Nothing has been added then.
    @discardableResult
    public mutating func addTwoWayTable(
        _ rows: [[Int]], title: String? = nil, rowLabels: [String] = [], columnLabels: [String] = []
    ) throws(SmallNumberError) -> TwoWayTable {
        let table = title.map { MessageText.quoted($0) } ?? "The table"
        guard let width = rows.first?.count, width > 0, rows.allSatisfy({ $0.count == width }) else {
            throw SmallNumberError(
                .invalidRelation, "\(table) needs at least one count, and as many in each row as in the first.")
        }
        func label(_ row: Int?, _ column: Int?) -> String {
            let names = [
                title, row.map { $0 < rowLabels.count ? rowLabels[$0] : "row \($0 + 1)" },
                column.map { $0 < columnLabels.count ? columnLabels[$0] : "column \($0 + 1)" },
            ]
            return names.compactMap(\.self).joined(separator: ", ")
        }
        var draft = self
        var cells: [[Int]] = []
        for (row, values) in rows.enumerated() {
            var positions: [Int] = []
            for (column, value) in values.enumerated() {
                positions.append(try draft.add(Cell(value, label: label(row, column))))
            }
            cells.append(positions)
        }
        var rowTotals: [Int] = []
        for (row, positions) in cells.enumerated() {
            rowTotals.append(try draft.addTotal(of: positions, label: label(row, nil)))
        }
        var columnTotals: [Int] = []
        for column in 0..<width {
            columnTotals.append(try draft.addTotal(of: cells.map { $0[column] }, label: label(nil, column)))
        }
        let all = [title, "total"].compactMap(\.self).joined(separator: ", ")
        let total = try draft.addTotal(of: rowTotals, label: all)
        try draft.addRelation(total: total, parts: columnTotals, label: all)
        self = draft
        return TwoWayTable(cells: cells, rowTotals: rowTotals, columnTotals: columnTotals, total: total)
    }
}
