import FamilyServicesKit

/// The rows of a sheet from the first, without gaps.
///
/// Those of tables are not kept: they are made from what the table holds whenever somebody asks for them.
struct SheetRows: Sendable {
    enum Piece: Sendable {
        case rows([RowPlan])
        case table(TableRows)

        var count: Int {
            switch self {
            case .rows(let rows): rows.count
            case .table(let rows): rows.count
            }
        }
    }

    private(set) var pieces: [Piece] = []
    private(set) var count = 0

    mutating func append(_ row: RowPlan) {
        count += 1
        if case .rows(var rows) = pieces.last {
            pieces.removeLast()
            rows.append(row)
            pieces.append(.rows(rows))
        } else {
            pieces.append(.rows([row]))
        }
    }

    mutating func append(_ table: TableRows) {
        count += table.count
        pieces.append(.table(table))
    }

    /// Makes the last row higher.
    mutating func growLast(by points: Double, limit: Double) {
        guard case .rows(var rows) = pieces.last, let last = rows.indices.last else { return }
        rows[last].height = Swift.min(rows[last].height + points, limit)
        pieces[pieces.count - 1] = .rows(rows)
    }

    /// Changes every row that is kept.
    mutating func forEachKept(_ change: (inout RowPlan) -> Void) {
        for (index, piece) in pieces.enumerated() {
            guard case .rows(var rows) = piece else { continue }
            for row in rows.indices { change(&rows[row]) }
            pieces[index] = .rows(rows)
        }
    }

    /// Changes the rows of every table.
    mutating func forEachTable(_ change: (inout TableRows) -> Void) {
        for (index, piece) in pieces.enumerated() {
            guard case .table(var rows) = piece else { continue }
            change(&rows)
            pieces[index] = .table(rows)
        }
    }

    /// How high rows are together, in points.
    func height(_ range: Range<Int>) -> Double {
        var (sum, start) = (0.0, 0)
        for piece in pieces {
            let rows = range.clamped(to: start..<(start + piece.count))
            for row in rows { sum += height(of: row - start, in: piece) }
            start += piece.count
        }
        return sum
    }

    /// How many rows, from the first, are no higher together than so many points.
    func countOfRows(within points: Double) -> Int {
        var (sum, count) = (0.0, 0)
        for piece in pieces {
            for row in 0..<piece.count {
                sum += height(of: row, in: piece)
                if sum > points { return count }
                count += 1
            }
        }
        return count
    }

    var cellCount: Int {
        pieces.reduce(0) { sum, piece in
            switch piece {
            case .rows(let rows): rows.reduce(sum) { $0 + $1.cells.count }
            case .table(let rows): sum + rows.survey.texts.count
            }
        }
    }

    var linkCount: Int {
        pieces.reduce(0) { sum, piece in
            switch piece {
            case .rows(let rows): rows.reduce(sum) { $0 + $1.cells.count { $0.link != nil } }
            case .table(let rows): sum + rows.links.count { $0.target != nil }
            }
        }
    }

    private func height(of row: Int, in piece: Piece) -> Double {
        switch piece {
        case .rows(let rows): rows[row].height
        case .table(let rows): rows.height(of: row)
        }
    }
}

extension SheetRows: RandomAccessCollection {
    var startIndex: Int { 0 }
    var endIndex: Int { count }

    subscript(position: Int) -> RowPlan {
        var rest = position
        for piece in pieces {
            if rest < piece.count {
                switch piece {
                case .rows(let rows): return rows[rest]
                case .table(let rows): return rows.row(rest)
                }
            }
            rest -= piece.count
        }
        preconditionFailure("A sheet has no row \(position).")
    }
}

/// The rows of a table below its header.
struct TableRows: Sendable {
    /// A cell that leads somewhere.
    struct Link: Sendable {
        var row: Int
        var column: Int
        var target: CellPlan.Link?
    }

    let survey: TableSurvey
    /// How many lines each row has room for.
    let lines: [UInt8]
    /// The style of each look in a row of few lines, and in a tall one.
    let styles: [(low: Int, tall: Int)]
    /// From the first row on, and in a row from the left.
    var links: [Link]

    /// Cells of a row of more lines begin at its top.
    static let mostLowLines = 3
    /// More lines than the highest row has room for.
    static let mostLines = 64

    var count: Int { lines.count }

    func height(of row: Int) -> Double { Self.heights[Int(lines[row])] }

    private static let heights = (0...mostLines).map {
        SheetPlanner.height(lines: $0, size: TypeScale.body, extra: 5)
    }

    /// The style of a cell.
    @inline(__always)
    func style(_ look: Int, isTall: Bool) -> Int { isTall ? styles[look].tall : styles[look].low }

    /// What a cell holds.
    func content(row: Int, column: Int) -> CellPlan.Content {
        let entry = survey.table.entry(row: row, column: column)
        return switch survey.look(row: row, column: column).content {
        case .blank: .blank
        case .number: .number(entry.number)
        case .text: .text(TextRules.cellText(entry.text) ?? "")
        }
    }

    /// A row, for those who do not care how long that takes.
    func row(_ row: Int) -> RowPlan {
        let isTall = lines[row] > Self.mostLowLines
        let cells = survey.table.columns.indices.map { column in
            let look = Int(survey.lookNumbers[row * survey.table.columns.count + column])
            return CellPlan(
                content: content(row: row, column: column), style: style(look, isTall: isTall),
                link: links.first { $0.row == row && $0.column == column }?.target)
        }
        return RowPlan(height: height(of: row), cells: cells)
    }
}
