/// About how much of a printed page blocks take, so that a summary can be cut to one.
///
/// The measure is a page of A4 in landscape on which a table of ``width`` characters is printed across, with text of 12 points made
/// smaller to fit. It need not be exact: what is a little too long is printed a little smaller.
enum PageBudget {
    /// How many characters fit across.
    static let width = 165
    /// The height in points of what follows the title and the sentences below it.
    static let height = 575.0

    private static let line = 14.5

    static func height(of blocks: [Block]) -> Double { blocks.reduce(0) { $0 + height(of: $1) } }

    private static func height(of block: Block) -> Double {
        switch block {
        case .heading: 31.5
        case .paragraph(let text): line * Double(lines(text, width)) + 5
        case .list(let items): items.reduce(0) { $0 + line * Double(lines($1.text, width)) + 2 }
        case .facts(let facts): facts.reduce(0) { $0 + line * Double(lines($1.value, width * 2 / 3)) + 5 }
        case .table(let table): height(of: table)
        case .chart: height
        }
    }

    private static func height(of table: Table) -> Double {
        let widths = table.columns.indices.map { column in
            // A column is widened a little where that spares all its texts a second line.
            let wanted = table.columns[column].width
            let longest = table.rows.map { text(of: $0[column]).count }.max() ?? 0
            return lines(longest, wanted * 13 / 10) == 1 ? wanted * 13 / 10 : wanted
        }
        return table.rows.reduce(62) { sum, row in
            let most = zip(row, widths).map { lines(text(of: $0), $1) }.max() ?? 1
            return sum + line * Double(most) + 5
        }
    }

    private static func text(of cell: Cell) -> String {
        if case .text(let text) = cell.value { text } else { "" }
    }

    /// How many lines a text takes; letters are a little narrower than the digits that widths are counted in.
    private static func lines(_ text: String, _ width: Int) -> Int {
        text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { sum, part in
            sum + lines(part.count, width)
        }
    }

    private static func lines(_ count: Int, _ width: Int) -> Int {
        max(1, Int((Double(count) / (Double(width) * 1.1)).rounded(.up)))
    }
}
