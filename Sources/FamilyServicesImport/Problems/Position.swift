/// A place in a file that is known from the context.
struct Position: Hashable, Comparable {
    /// The line, from 1.
    var line: Int
    /// The column, from 1.
    var column: Int

    /// The first character of a file.
    static let start = Position(line: 1, column: 1)

    static func < (left: Position, right: Position) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
