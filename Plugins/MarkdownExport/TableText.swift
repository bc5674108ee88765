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

    let columns: [Column]
    let rowCount: Int
    /// Makes the Markdown of a cell; called twice for each, so that no table is held in memory a second time.
    let cell: (_ row: Int, _ column: Int) -> String

    func write<Sink: ByteSink & ~Copyable>(
        to output: inout ChunkedOutput, sink: inout Sink, style: MarkdownExporter.Options.TableStyle,
        context: ExportContext
    ) throws {
        let headers = columns.map(\.title)
        let widths = try style == .padded ? paddedWidths(headers, context) : columns.map { _ in 0 }
        write(headers, widths, to: &output)
        for (column, width) in zip(columns, widths) {
            let dashes = String(repeating: "-", count: max(width - 1, 3))
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
