extension TableColumn {
    /// What belongs into the cells of a column that readers are asked to fill in or change.
    ///
    /// Exporters of formats that can be edited may offer the words of a choice, or a format for dates; others may pass over it.
    public enum Editing: Sendable, Hashable {
        /// Words.
        case text
        /// A day; or a month or year in words, where no more is known.
        case date
        /// One of the words of a column of another table of the publication, or nothing.
        case choice(Choices)
    }

    /// Where the words for a choice are: a column of another table, as far down as it has words.
    public struct Choices: Sendable, Hashable {
        /// The ``Table/name`` of the table.
        public let table: String
        /// The ``TableColumn/title`` of the column.
        public let column: String

        /// Names the column that has the words.
        ///
        /// - Parameters:
        ///   - table: The name of its table.
        ///   - column: Its title.
        public init(table: String, column: String) {
            self.table = table
            self.column = column
        }
    }

    /// Whether readers are asked to fill in or change the cells.
    public var isEditable: Bool { editing != nil }
}

extension TableSketch.Column {
    /// A column to be filled in, which is there even where no record has anything yet.
    package init(
        editing: TableColumn.Editing, _ title: String, width: Int, cell: @escaping (Record) -> Cell
    ) {
        self.init(
            TableColumn(title, alignment: editing == .date ? .trailing : .leading, width: width, editing: editing),
            cell: cell)
    }
}
