/// How much of a table and of a summary readers see at once: what columns are widened to, and what a summary is cut to.
///
/// It is a measure in characters and lines, not in centimetres: what it comes to on paper, a format knows that prints.
public struct PageExtent: Sendable, Hashable {
    /// How many characters fit across.
    ///
    /// Columns of words are widened up to here where other columns are left out.
    public let charactersAcross: Int
    /// How many lines the summary may have, without its title and the sentences below it.
    public let lines: Double

    /// Chooses how much readers see at once.
    ///
    /// - Parameters:
    ///   - charactersAcross: How many characters fit across: 1 to 10,000; the nearer end is taken for others.
    ///   - lines: How many lines the summary may have.
    public init(charactersAcross: Int, lines: Double) {
        self.charactersAcross = min(max(charactersAcross, 1), 10_000)
        self.lines = lines
    }

    /// What most printed reports and most screens show.
    public static let standard = PageExtent(charactersAcross: 165, lines: 39.65)
}

extension PageExtent {
    /// The same page with letters of 12 points in place of 8.
    var inLargeLetters: PageExtent { PageExtent(charactersAcross: charactersAcross * 112 / 165, lines: lines * 0.78) }

    /// Whether a summary of these blocks can be seen at once.
    ///
    /// It need not be exact: what is a little too long is printed a little smaller.
    func holds(_ blocks: [Block]) -> Bool { height(of: blocks) <= lines }

    /// About how many lines blocks take.
    func height(of blocks: [Block]) -> Double { blocks.reduce(0) { $0 + height(of: $1) } }

    private func height(of block: Block) -> Double {
        switch block {
        case .heading: 2.17
        case .paragraph(let text): Double(count(text, charactersAcross)) + Self.gap
        case .list(let items): items.reduce(0) { $0 + Double(count($1.text, charactersAcross)) + 0.14 }
        case .facts(let facts): facts.reduce(0) { $0 + Double(count($1.value, charactersAcross * 2 / 3)) + Self.gap }
        case .table(let table): height(of: table)
        case .chart: lines
        }
    }

    /// The space between paragraphs and between rows.
    private static let gap = 0.345

    private func height(of table: Table) -> Double {
        let widths = table.columns.indices.map { column in
            // A column is widened a little where that spares all its texts a second line.
            let wanted = table.columns[column].width
            let longest = table.rows.map { text(of: $0[column]).count }.max() ?? 0
            return count(longest, wanted * 13 / 10) == 1 ? wanted * 13 / 10 : wanted
        }
        // The title and the header.
        return table.rows.reduce(4.28) { sum, row in
            let most = zip(row, widths).map { count(text(of: $0), $1) }.max() ?? 1
            return sum + Double(most) + Self.gap
        }
    }

    private func text(of cell: Cell) -> String {
        if case .text(let text) = cell.value { text } else { "" }
    }

    /// How many lines a text takes; letters are a little narrower than the digits that widths are counted in.
    private func count(_ text: String, _ width: Int) -> Int {
        text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { sum, part in
            sum + count(part.count, width)
        }
    }

    private func count(_ characters: Int, _ width: Int) -> Int {
        let wanted = (Double(characters) / (Double(max(width, 1)) * 1.1)).rounded(.up)
        return max(1, Int(wanted))
    }
}
