import FamilyServicesKit
import ChartSVG

/// A committee paper: what both formats are made from.
///
/// Texts are as they are in the report; each format makes its own words of them.
struct Paper {
    /// The title of the report.
    let title: String
    let metadata: PublicationMetadata
    /// The content in reading order.
    let blocks: [Block]
    /// The pictures, by the names of their files.
    let pictures: [Picture]

    /// A piece of the paper.
    indirect enum Block: Equatable {
        /// A heading; the title of the paper is above level 1.
        case heading(level: Int, String)
        /// Words; line breaks in them are kept.
        case paragraph(String)
        /// A paragraph that stays on the page of what follows it.
        case lead(String)
        /// A paragraph with the number that the council gave it.
        case numbered(String, String)
        /// What a reader must not miss.
        case notice(String)
        case list([String])
        case facts([Fact])
        case table(PaperTable)
        /// A picture, by its place among ``Paper/pictures``.
        case picture(Int)
        /// What needs a page on its side.
        case landscape([Block])
    }

    /// A chart as a picture, with the words for those who do not see it.
    struct Picture: Equatable {
        let file: String
        let drawing: ChartPicture
        /// Said beneath; `nil` where the heading above says it.
        let title: String?
        let alternativeText: String
        /// The picture as SVG.
        var markup: String { drawing.markup }
    }
}

/// A table of the paper, in words.
struct PaperTable: Equatable {
    struct Column: Equatable {
        let title: String
        let isTrailing: Bool
        /// Its share of the width, as a whole number of thousandths.
        let share: Int
    }

    enum Row: Equatable {
        case cells([String])
        /// A row that names those below it.
        case heading(String)
    }

    let title: String
    let columns: [Column]
    let rows: [Row]
    /// The sentences beneath.
    let key: [String]

    /// Whether it needs a page on its side.
    let isWide: Bool

    /// How many characters of 11 points fit across a page, upright and on its side, in fonts wider than Arial too.
    private static let (upright, sideways) = (74, 110)
    /// So many lines a row of a long table may have, on average, before the table needs a page on its side.
    private static let mostLines = 3

    init(_ table: Table) {
        title = table.title
        let used = table.columns.indices.filter { index in
            table.rows.isEmpty || table.rows.contains { $0[index].value != .empty } || index == 0
        }
        let rows = table.rows.map { row -> Row in
            let isHeading =
                row.first.map { $0.isHeading && $0.value != .empty } ?? false
                && row.dropFirst().allSatisfy { $0.value == .empty }
            return isHeading ? .heading(row[0].value.words) : .cells(used.map { row[$0].value.words })
        }
        self.rows = rows
        let needs = used.enumerated().map { Self.need(of: table.columns[$1], $0, in: rows) }
        let least = needs.reduce(0) { $0 + $1.least }
        let widthsUpright = Self.widths(needs, across: Self.upright)
        isWide =
            used.count > 5 || least > Self.upright
            || rows.count > 8 && Self.lines(of: rows, in: widthsUpright) > Self.mostLines * rows.count
        let widths = isWide ? Self.widths(needs, across: Self.sideways) : widthsUpright
        let whole = max(widths.reduce(0, +), 1)
        columns = zip(used, widths).map { index, width in
            Column(
                title: table.columns[index].title, isTrailing: table.columns[index].alignment == .trailing,
                share: max(width * 1_000 / whole, 1))
        }
        var key = TableKey()
        key.read(table)
        self.key = key.sentences
    }

    private init(title: String, of other: PaperTable) {
        self.title = title
        columns = other.columns
        rows = other.rows
        key = other.key
        isWide = other.isWide
    }

    /// The same table under another title.
    func titled(_ title: String) -> PaperTable { PaperTable(title: title, of: self) }

    /// What a column needs: its longest word, or figure, and the space beside it; and how much more its text would take on few
    /// lines, as most of its cells are.
    private static func need(of column: TableColumn, _ index: Int, in rows: [Row]) -> (least: Int, more: Int) {
        // Headers are bold.
        var word = (longest(column.title) * 7 + 5) / 6
        var (cell, sum, count) = (column.title.count / 2, 0, 0)
        for case .cells(let cells) in rows where !cells[index].isEmpty {
            let length = cells[index].count
            word = max(word, column.alignment == .trailing && length <= 14 ? length : longest(cells[index]))
            cell = max(cell, length)
            (sum, count) = (sum + length, count + 1)
        }
        let least = min(word, 24) + padding
        return (least, max(min(cell, 2 * sum / max(count, 1), 160) + padding - least, 0))
    }

    /// The space at the sides of a cell, in characters.
    private static let padding = 2

    /// How wide the columns are, in hundredths of a character.
    ///
    /// Each column has what its longest word needs. Then those come first that need little more to be on one line, and of what
    /// is left the others have the more, the more they have to say.
    private static func widths(_ needs: [(least: Int, more: Int)], across page: Int) -> [Int] {
        var widths = needs.map { 100 * $0.least }
        var rest = max(100 * page - widths.reduce(0, +), 0)
        var open = needs.indices.sorted { (needs[$0].more, $0) < (needs[$1].more, $1) }
        while let first = open.first, 100 * needs[first].more <= rest / open.count {
            widths[first] += 100 * needs[first].more
            rest -= 100 * needs[first].more
            open.removeFirst()
        }
        let wanted = max(open.reduce(0) { $0 + needs[$1].more }, 1)
        for index in open { widths[index] += rest * needs[index].more / wanted }
        return widths
    }

    /// About how many lines the rows take.
    private static func lines(of rows: [Row], in widths: [Int]) -> Int {
        rows.reduce(0) { sum, row in
            guard case .cells(let cells) = row else { return sum + 1 }
            return sum
                + zip(cells, widths).reduce(1) { most, pair in
                    let room = max(pair.1 / 100 - padding, 1)
                    return max(most, (pair.0.count + room - 1) / room)
                }
        }
    }

    private static func longest(_ text: String) -> Int {
        text.split(whereSeparator: \.isWhitespace).map(\.count).max() ?? 0
    }
}

extension Cell.Value {
    /// What the cell says.
    var words: String {
        switch self {
        case .text(let text): text
        case .number(let value, let decimals): DecimalText.formatted(value, decimals: decimals)
        case .percentage(let value, let decimals): DecimalText.formatted(value, decimals: decimals) + "%"
        case .date(let date): date.label
        case .missing(let reason): reason.shorthand
        case .empty: ""
        }
    }
}
