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

    /// How many characters of 12 points fit across a page, upright and on its side.
    private static let (upright, sideways) = (66, 104)

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
        isWide = used.count > 5 || least > Self.upright
        // Each column has what its longest word needs, and of the rest the more, the more it has to say.
        let rest = max((isWide ? Self.sideways : Self.upright) - least, 0)
        let wanted = max(needs.reduce(0) { $0 + $1.more }, 1)
        let widths = needs.map { 100 * $0.least + 100 * rest * $0.more / wanted }
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
            word = max(word, column.alignment == .trailing && length <= 13 ? length : longest(cells[index]))
            cell = max(cell, length)
            (sum, count) = (sum + length, count + 1)
        }
        let least = min(word, 24) + 2
        return (least, max(min(cell, 2 * sum / max(count, 1), 160) - least, 0))
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
