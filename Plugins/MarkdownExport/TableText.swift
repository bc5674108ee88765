import FamilyServicesKit

/// A table row by row, as Markdown.
struct TableText {
    /// The widest that a column is padded to.
    ///
    /// Longer cells stick out, so that one long remark does not make every line of a table long.
    private static let paddingLimit = 48
    /// The longest line that is padded.
    ///
    /// Where lines are longer, an editor wraps them and nothing lines up; padding would only make the file larger.
    private static let lineLimit = 160

    struct Column {
        /// The Markdown of the header.
        var title: String
        var isTrailing: Bool
    }

    /// The sum of the hyphens in the rule of a table that is not padded: as many characters as a page is wide.
    private static let ruleWidth = 90
    /// So many rows say what the columns of a table need.
    private static let measuredRows = 1_000

    let columns: [Column]
    let rowCount: Int
    /// What a cell says, as a reader sees it; the measure of the columns.
    let words: (_ row: Int, _ column: Int) -> String
    /// Makes the Markdown of a cell; called twice for each, so that no table is held in memory a second time.
    let cell: (_ row: Int, _ column: Int) -> String

    func write<Sink: ByteSink & ~Copyable>(
        to output: inout ChunkedOutput, sink: inout Sink, style: MarkdownExporter.Options.TableStyle,
        context: ExportContext
    ) throws {
        let headers = columns.map(\.title)
        let widths = try style == .padded ? paddedWidths(headers, context) : columns.map { _ in 0 }
        write(headers, widths, to: &output)
        // pandoc gives the columns of a wide table the shares that they have of the rule.
        let isUnpadded = style == .padded && !widths.contains { $0 > 0 }
        let rules = isUnpadded ? ruleWidths(headers) : widths.map { max($0 - 1, 3) }
        for (column, width) in zip(columns, rules) {
            let dashes = String(repeating: "-", count: width)
            output.append(column.isTrailing ? "| \(dashes): " : "| :\(dashes) ")
        }
        output.append("|\n")
        for row in 0..<rowCount {
            if row % 256 == 0 { try context.checkCancellation() }
            write(columns.indices.map { cell(row, $0) }, widths, to: &output)
            try output.drainIfFull(into: &sink)
        }
    }

    private func write(_ cells: [String], _ widths: [Int], to output: inout ChunkedOutput) {
        for (index, text) in cells.enumerated() {
            let padding = widths[index] > 0 ? max(widths[index] - TextWidth.columns(text), 0) : 0
            output.append("| ")
            if columns[index].isTrailing { output.append(spaces: padding) }
            output.append(text)
            if !columns[index].isTrailing { output.append(spaces: padding) }
            output.append(" ")
        }
        output.append("|\n")
    }

    /// How wide columns are in the rule: each has room for its longest word, so that none is cut, and of the rest the more, the more
    /// it says.
    private func ruleWidths(_ headers: [String]) -> [Int] {
        let needs = columns.indices.map { column -> (least: Int, more: Int) in
            var word = Self.longestWord(headers[column])
            var (longest, sum, count) = (0, 0, 0)
            for row in 0..<min(rowCount, Self.measuredRows) {
                let text = words(row, column)
                guard !text.isEmpty else { continue }
                let width = TextWidth.columns(text)
                // Figures of trailing columns are not cut between their words either.
                word = max(word, columns[column].isTrailing && width <= 13 ? width : Self.longestWord(text))
                (longest, sum, count) = (max(longest, width), sum + width, count + 1)
            }
            let least = max(min(word, 30) + 1, 3)
            return (least, max(min(longest, 2 * sum / max(count, 1), 160) - least, 0))
        }
        let rest = max(Self.ruleWidth - needs.reduce(0) { $0 + $1.least }, 0)
        let wanted = max(needs.reduce(0) { $0 + $1.more }, 1)
        return needs.map { $0.least + rest * $0.more / wanted }
    }

    private static func longestWord(_ text: String) -> Int {
        text.split { $0 == " " || $0 == "\n" }.reduce(0) { max($0, TextWidth.columns(String($1))) }
    }

    /// The widths of the columns, all zero where the lines would be too long.
    private func paddedWidths(_ headers: [String], _ context: ExportContext) throws -> [Int] {
        // A delimiter row needs three hyphens and a colon.
        var widths = headers.map { max(4, min(TextWidth.columns($0), Self.paddingLimit)) }
        for row in 0..<rowCount {
            if row % 256 == 0 { try context.checkCancellation() }
            for column in columns.indices where widths[column] < Self.paddingLimit {
                widths[column] = max(
                    widths[column], min(TextWidth.columns(cell(row, column)), Self.paddingLimit))
            }
        }
        // Each column has a bar and two spaces, and the last a bar more.
        let line = widths.reduce(1) { $0 + $1 + 3 }
        return line <= Self.lineLimit ? widths : columns.map { _ in 0 }
    }
}
