/// A place in a file that is known from the context.
struct Position: Hashable, Comparable {
    /// The line, from 1.
    var line: Int
    /// The column, from 1.
    var column: Int
    /// The sheet, where the file is a workbook, by its number among those of ``FileProblems/sheets``; then the line is its row, and
    /// the column counts cells.
    var sheet = 0

    /// The first character of a file.
    static let start = Position(line: 1, column: 1)

    static func < (left: Position, right: Position) -> Bool {
        (left.sheet, left.line, left.column) < (right.sheet, right.line, right.column)
    }
}
