/// How wide the columns of a sheet are.
///
/// A sheet is printed one page wide, so a wide table is printed small. Columns begin as wide as their texts ask for. Then
/// those become narrower which make the rows the least higher, until the table fits on a page at its full size or, where its
/// rows would become tall, at a smaller size that can still be read.
enum ColumnLayout {
    /// The narrowest column, in digits.
    static let narrowest = 7.0
    /// The widest column that a long text asks for.
    static let widest = 80.0
    /// The column of a sheet that holds text only.
    static let textOnly = 100.0
    /// The column of a sheet with charts, which is a page wide at the scale that it is printed at.
    static let charts = 138.0
    /// What fits beside each other on a page at full size.
    static let page = 112.0
    /// The lines of the highest row, and of the usual one, for which a larger size is given up no further.
    private static let comfort = (highest: 10.0, mean: 3.2)

    /// The widths of the columns of a sheet, from A on, in digits.
    static func widths(_ tables: [SheetTable]) -> [Double] {
        guard !tables.isEmpty else { return [textOnly] }
        let needs = ColumnNeeds(tables, widestTogether: width(atSize: PrintedPage.smallestSize, tables))
        var fitting = ColumnFitting(needs)
        var widths = fitting.widths
        var size = PrintedPage.smallestSize
        while size <= TypeScale.body {
            let fits = fitting.narrow(to: width(atSize: size, tables))
            if size > PrintedPage.smallestSize, !fits || !fitting.isWithin(comfort.highest, mean: comfort.mean) { break }
            widths = fitting.widths
            size += 1
        }
        return widths.map { ($0 * 4).rounded(.up) / 4 }
    }

    /// The widths of the columns together, in digits, for which a table is printed with letters of so many points.
    private static func width(atSize size: Double, _ tables: [SheetTable]) -> Double {
        let count = tables.map(\.columns.count).max() ?? 1
        let pixels = PrintedPage.width * TypeScale.body / size
        let sides = PrintedPage.pixels(ofColumns: [Double](repeating: 0, count: count))
        // Widths are rounded up to quarters of a digit.
        return (pixels - sides) / TextMeasure.digit - 0.125 * Double(count)
    }
}

/// Narrows columns until they fit.
private struct ColumnFitting {
    private let needs: ColumnNeeds
    private(set) var widths: [Double]
    /// The lines of each row.
    private var heights: [Double]

    init(_ needs: ColumnNeeds) {
        self.needs = needs
        let widths = needs.columns.map(\.wanted)
        self.widths = widths
        heights = needs.rows.map { row in
            widths.indices.reduce(1) { max($0, row.texts[$1].lines(in: widths[$1])) }
        }
    }

    /// Narrows columns until they are so wide together, those first that make the rows the least higher.
    ///
    /// - Returns: Whether that was possible.
    mutating func narrow(to total: Double) -> Bool {
        guard needs.columns.reduce(0, { $0 + $1.least }) < total else {
            widths = needs.columns.map(\.least)
            return false
        }
        var excess = widths.reduce(0, +) - total
        let step = max(excess / 24, 0.5)
        while excess > 0.01 {
            var best: (column: Int, width: Double, cost: Double)?
            for column in widths.indices {
                let slack = widths[column] - needs.columns[column].least
                guard slack > 0.01 else { continue }
                let change = min(step, slack, excess)
                let width = widths[column] - change
                // Of columns that cost nothing, the one that is widest beyond its least gives first.
                let cost = cost(of: column, width) / change - slack * 1e-6
                if cost < best?.cost ?? .infinity { best = (column, width, cost) }
            }
            guard let best else { return false }
            excess -= widths[best.column] - best.width
            widths[best.column] = best.width
            for (index, row) in needs.rows.enumerated() {
                heights[index] = max(heights[index], row.texts[best.column].lines(in: best.width))
            }
        }
        return true
    }

    /// How many lines all rows together become higher where a column has this width.
    private func cost(of column: Int, _ width: Double) -> Double {
        var cost = 0.0
        for (index, row) in needs.rows.enumerated() {
            cost += row.weight * max(0, row.texts[column].lines(in: width) - heights[index])
        }
        return cost
    }

    /// Whether no row has more lines, nor all rows on average.
    func isWithin(_ highest: Double, mean: Double) -> Bool {
        guard let tallest = heights.max(), tallest <= highest else { return false }
        let weight = needs.rows.reduce(0) { $0 + $1.weight }
        let lines = zip(needs.rows, heights).reduce(0) { $0 + $1.0.weight * $1.1 }
        return lines <= mean * weight
    }
}
