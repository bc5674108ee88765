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
    static let charts = 141.0
    /// The column of a sheet with charts side by side, where words run across the page: narrower, because fonts in place of Arial
    /// are wider.
    static let chartGrid = 124.0
    /// The least width of a column of figures with small pictures beside them.
    static let trend = 16.0
    /// What fits beside each other on a page at full size.
    static let page = 112.0
    /// Rows of so many lines are printed at a larger size if they fit, and so are those that become little higher by it.
    private static let comfort = (highest: 8.0, mean: 2.4, list: 1.2, growth: 1.12)

    /// About how high the title and the sentences below it are, and each text above or below a table, in points.
    private static let texts = (beginning: 110.0, each: 18.0)

    /// The widths of the columns of a sheet, from A on, in digits.
    ///
    /// - Parameters:
    ///   - surveys: What was learnt of its tables.
    ///   - known: The texts of the workbook.
    ///   - textCount: How many texts there are above and below the tables.
    static func widths(_ surveys: [TableSurvey], _ known: WorkbookTexts, textCount: Int) -> [Double] {
        guard !surveys.isEmpty else { return [textOnly] }
        let tables = surveys.map(\.table)
        let textHeight = texts.beginning + texts.each * Double(textCount)
        let needs = ColumnNeeds(surveys, known, widestTogether: width(atSize: PrintedPage.smallestSize, tables))
        var fitting = ColumnFitting(needs)
        _ = fitting.narrow(to: width(atSize: PrintedPage.smallestSize, tables))
        var best = fitting
        var size = PrintedPage.smallestSize + 1
        // A list of measures is looked down, a line for each, and not read across.
        let isList = surveys.count == 1 && surveys[0].hasHeadings && surveys[0].hasTrends
        let highest = max(isList ? comfort.list : comfort.highest, fitting.highest * comfort.growth)
        let mean = max(isList ? comfort.list : comfort.mean, fitting.mean * comfort.growth)
        func isOnePage(_ size: Double) -> Bool {
            (fitting.points + textHeight) * size / TypeScale.body <= PrintedPage.height
        }
        var wasOnePage = isOnePage(PrintedPage.smallestSize)
        while size <= TypeScale.body, fitting.narrow(to: width(atSize: size, tables)) {
            let staysOnPage = isOnePage(size)
            // What can be read on one page is not made two pages by larger letters.
            guard staysOnPage || !wasOnePage && fitting.highest <= highest && fitting.mean <= mean else { break }
            best = fitting
            wasOnePage = staysOnPage
            size += 1
        }
        best.balance()
        return best.widths.map { ($0 * 4).rounded(.up) / 4 }
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
            let lines = row.texts[column].lines(in: width)
            if lines > heights[index] { cost += row.weight * (Self.burden(lines) - Self.burden(heights[index])) }
        }
        return cost
    }

    /// How bad a row of so many lines is: one that nearly is a page of its own counts for several.
    private static func burden(_ lines: Double) -> Double { lines + max(0, lines - 14) * 4 }

    // MARK: Heights

    /// The lines of the highest row.
    var highest: Double { heights.max() ?? 1 }

    /// The lines of a row on average.
    var mean: Double {
        let weight = needs.rows.reduce(0) { $0 + $1.weight }
        return zip(needs.rows, heights).reduce(0) { $0 + $1.0.weight * $1.1 } / max(weight, 1)
    }

    /// The height of all rows together, in points.
    var points: Double {
        zip(needs.rows, heights).reduce(0) { sum, pair in
            sum + pair.0.weight * (pair.1 * TextMeasure.lineHeight(size: TypeScale.body) + 5)
        }
    }

    // MARK: Balance

    /// Takes width from one column and gives it to another as long as the rows become lower by it.
    private mutating func exchange() {
        let step = 1.0
        for _ in 0..<40 {
            let (gains, losses) = changes(by: step)
            let givers = widths.indices.filter { widths[$0] - step >= needs.columns[$0].least }
            guard let giver = givers.min(by: { losses[$0] < losses[$1] }),
                let taker = widths.indices.filter({ $0 != giver }).max(by: { gains[$0] < gains[$1] }),
                gains[taker] > losses[giver] + 0.01
            else { return }
            widths[giver] -= step
            widths[taker] += step
        }
    }

    /// How much better all rows become where a column is wider by a step, and how much worse where it is narrower.
    private func changes(by step: Double) -> (gains: [Double], losses: [Double]) {
        var gains = [Double](repeating: 0, count: widths.count)
        var losses = gains
        for row in needs.rows {
            let lines = widths.indices.map { row.texts[$0].lines(in: widths[$0]) }
            let highest = lines.indices.max { lines[$0] < lines[$1] } ?? 0
            let next = lines.indices.reduce(1) { $1 == highest ? $0 : max($0, lines[$1]) }
            let burden = Self.burden(max(lines[highest], 1))
            // Only the column with the most lines makes a row lower.
            let wider = max(next, row.texts[highest].lines(in: widths[highest] + step))
            gains[highest] += row.weight * (burden - Self.burden(wider))
            for column in widths.indices {
                let narrower = row.texts[column].lines(in: widths[column] - step)
                losses[column] += row.weight * max(0, Self.burden(narrower) - burden)
            }
        }
        return (gains, losses)
    }

    /// Gives what columns do not need for the lines that their texts take to those that take fewer lines with it.
    mutating func balance() {
        exchange()
        for _ in 0..<8 {
            let before = wholeHeights(widths)
            var trial = widths
            var spare = 0.0
            for column in trial.indices {
                while trial[column] - 1 >= needs.columns[column].least, keeps(before, column, trial[column] - 1) {
                    trial[column] -= 1
                    spare += 1
                }
            }
            guard spare >= 1 else { return }
            var best: (widths: [Double], burden: Double)?
            for column in trial.indices {
                var wider = trial
                wider[column] += spare
                let after = burden(wholeHeights(wider))
                if after < best?.burden ?? (burden(before) - 0.5) { best = (wider, after) }
            }
            guard let best else { return }
            widths = best.widths
        }
    }

    /// The lines of each row, a line that is begun counted as a whole one.
    private func wholeHeights(_ widths: [Double]) -> [Double] {
        needs.rows.map { row in
            widths.indices.reduce(1) { max($0, row.texts[$1].wholeLines(in: widths[$1])) }
        }
    }

    /// Whether no row becomes higher where a column has this width.
    private func keeps(_ heights: [Double], _ column: Int, _ width: Double) -> Bool {
        zip(needs.rows, heights).allSatisfy { $0.texts[column].wholeLines(in: width) <= $1 }
    }

    private func burden(_ heights: [Double]) -> Double {
        zip(needs.rows, heights).reduce(0) { $0 + $1.0.weight * Self.burden($1.1) }
    }
}
