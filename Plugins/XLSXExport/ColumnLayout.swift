import FamilyServicesKit

/// How wide the columns of a sheet are.
enum ColumnLayout {
    /// The narrowest and the widest column, in digits.
    static let narrowest = 7.0
    static let widest = 60.0
    /// The column of a sheet that holds text only.
    static let textOnly = 100.0
    /// The column of a sheet with charts, which is a page wide at four fifths of its size.
    static let charts = 146.0
    /// What fits beside each other on a page of A4 in landscape at full size.
    static let page = 118.0
    /// What is printed at about two thirds of its size on such a page.
    private static let readable = 180.0
    /// The highest row of Excel is 409 points; a text that needs more gets a wider column, up to this.
    private static let widestForText = 108.0
    private static let comfortableLines = 6.0

    /// What a column of a table needs.
    private struct Need {
        /// The least width: the longest word, number or date, in pixels.
        var least = 0.0
        /// The width of the longest text on one line, in pixels.
        var line = 0.0
    }

    /// The widths of the columns of a sheet, from A on.
    static func widths(_ tables: [SheetTable]) -> [Double] {
        guard !tables.isEmpty else { return [textOnly] }
        let count = tables.map(\.columns.count).max() ?? 1
        var widths = [Double](repeating: narrowest, count: count)
        var least = widths
        for table in tables {
            for (index, column) in table.columns.enumerated() {
                let position = CellPosition(column: index, isTrailing: column.isTrailing)
                let wanted = width(
                    of: column, need: need(of: index, position, in: table), indent: position.indentPixels,
                    cap: tables.count > 1 ? 44 : widest)
                widths[index] = max(widths[index], wanted.width)
                least[index] = max(least[index], wanted.least)
            }
        }
        return fitted(widths, least: least)
    }

    /// Makes the columns of a wide sheet narrower, evenly and as far as their words allow: a page that is printed much
    /// smaller than it is written cannot be read, and texts can take more lines.
    private static func fitted(_ widths: [Double], least: [Double]) -> [Double] {
        var result = widths
        var share = 1.0
        while result.reduce(0, +) > readable, share > 0.65 {
            share -= 0.05
            result = zip(widths, least).map { max($1, min($0, ($0 * share * 4).rounded(.up) / 4)) }
        }
        return result
    }

    private static func width(
        of column: SheetTable.Column, need: Need, indent: Double, cap: Double
    ) -> (width: Double, least: Double) {
        let size = TypeScale.body
        let header = TextMeasure.widths(column.title, size: size, bold: true)
        let most = min(max(column.width, narrowest), max(cap, column.width > widest ? textOnly : 0))
        let natural = TextMeasure.columnWidth(ofPixels: need.line)
        // A little more than was asked for spares most texts a second line.
        var width = natural <= most * 1.3 ? min(natural, max(cap, most)) : most
        // Texts that would still run to many lines get more.
        let linesAtWidth = natural / max(width, 1)
        if linesAtWidth > comfortableLines { width = min(natural / comfortableLines, max(cap, most)) }
        let height = TextMeasure.lineHeight(size: size)
        if natural / width * height > 380 { width = min(natural * height / 360, widestForText) }
        // Words, numbers and dates are not broken; a header has at most three lines.
        let least = max(
            min(TextMeasure.columnWidth(ofPixels: need.least), 44),
            min(TextMeasure.columnWidth(ofPixels: header.word + indent), 24),
            min(TextMeasure.columnWidth(ofPixels: header.line / 2.6 + indent), 24))
        let rounded = (max(width, least, narrowest) * 4).rounded(.up) / 4
        // A very long text keeps its width, because no row can be higher than it already is.
        let isLong = natural / rounded * height > 200
        return (rounded, isLong ? rounded : max((least * 4).rounded(.up) / 4, min(rounded, 20)))
    }

    private static func need(of column: Int, _ position: CellPosition, in table: SheetTable) -> Need {
        var need = Need()
        let indent = position.indentPixels
        var widest: [SizeKey: Double] = [:]
        for row in 0..<table.rowCount {
            if let key = sizeKey(row: row, column: column, in: table, &widest) {
                let entry = table.entry(row: row, column: column)
                if entry.kind == .empty { continue }
                let widths = TextMeasure.widths(CellNumber.shown(entry), size: TypeScale.body)
                let isText = key == .text
                need.line = max(need.line, widths.line + indent + (isText ? 0 : TextMeasure.digit / 2))
                let word = isText ? min(widths.word, 20 * TextMeasure.digit) : widths.line + TextMeasure.digit / 2
                need.least = max(need.least, word + indent)
            }
        }
        return need
    }

    /// Cells of one key are the wider the larger their number is.
    private enum SizeKey: Hashable {
        case text
        case number(decimals: Int, isNegative: Bool)
        case percentage(decimals: Int, isNegative: Bool)
        case date
    }

    /// The key of a cell, where it can be wider than the cells above it.
    ///
    /// Most numbers of a long column cannot.
    private static func sizeKey(
        row: Int, column: Int, in table: SheetTable, _ widest: inout [SizeKey: Double]
    ) -> SizeKey? {
        guard table.facts.isEmpty else { return .text }
        let (key, size): (SizeKey, Double) =
            switch table.rows[row][column].value {
            case .text, .missing, .empty: (.text, .infinity)
            case .number(let value, let decimals): (.number(decimals: decimals, isNegative: value < 0), value.magnitude)
            case .percentage(let value, let decimals):
                (.percentage(decimals: decimals, isNegative: value < 0), value.magnitude)
            case .date(let date): (.date, date.year > 1900 ? 1 : .infinity)
            }
        if key == .text || size == .infinity { return key }
        if let known = widest[key], size <= known { return nil }
        widest[key] = size
        return key
    }
}
