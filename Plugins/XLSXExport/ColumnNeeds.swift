import FamilyServicesKit

/// What the columns of a sheet hold, as far as their widths depend on it.
struct ColumnNeeds {
    struct Column {
        /// The least width in digits, which no word, number or date of usual length needs more of.
        var least = ColumnLayout.narrowest
        /// The width at which texts take one line, or the widest that they ask for.
        var wanted = ColumnLayout.narrowest
    }

    /// A text in a cell.
    struct Text {
        /// The widths of its lines together, in pixels.
        var pixels = 0.0
        /// How many line breaks it has.
        var breaks = 0.0
        var indent = 0.0

        /// About how many lines it takes in a column of so many digits.
        func lines(in width: Double) -> Double {
            let lines = fractionOfLines(in: width)
            return breaks + (lines <= 1 ? 1 : lines + 0.5)
        }

        /// The same with the last line counted as a whole one.
        func wholeLines(in width: Double) -> Double { breaks + max(1, fractionOfLines(in: width).rounded(.up)) }

        private func fractionOfLines(in width: Double) -> Double {
            pixels * 1.05 / max(TextMeasure.pixels(ofColumn: width) - indent, 1)
        }
    }

    /// A row that stands for several.
    struct Row {
        var weight: Double
        /// One for each column.
        var texts: [Text]
    }

    private(set) var columns: [Column]
    /// The headers and some of the rows, those with the longest texts among them.
    private(set) var rows: [Row] = []

    /// The widest word that is not broken, in digits, where there is room for it.
    static let longestWord = 30.0
    /// A longer word may end its line at a hyphen.
    static let longestWhole = 13.0
    private static let longestHeaderWord = 24.0
    private static let headerLines = 4.0
    /// Links as short as this, in digits, are kept on one line where all links of their column are.
    static let shortLink = 24.0
    /// The least width of texts that do not fit on one line, in digits.
    private static let leastForTexts = 9.0
    /// So many rows of a table are weighed, besides the highest.
    private static let sample = 100
    /// A text of more lines has a row to itself higher than is good to read.
    static let mostLines = 22.0
    /// Where only a few cells of a column have a text, it still is no ribbon of more lines, as far as this width goes.
    static let linesForReading = 6.0
    static let widestForReading = 22.0
    /// How much of the page the least widths may take for that.
    private static let shareForReading = 0.85

    /// Measures tables that are one below the other.
    ///
    /// - Parameters:
    ///   - surveys: What was learnt of the tables.
    ///   - known: The texts of the workbook.
    ///   - widestTogether: How wide the columns should be together at most, in digits.
    init(_ surveys: [TableSurvey], _ known: WorkbookTexts, widestTogether: Double) {
        let count = surveys.map(\.columns.count).max() ?? 1
        columns = Array(repeating: Column(), count: count)
        var needs = Array(repeating: Need(), count: count)
        for survey in surveys { measure(survey, &needs, known) }
        for (index, need) in needs.enumerated() {
            columns[index].wanted = max(columns[index].wanted, min(need.wanted, ColumnLayout.widest), need.least)
            columns[index].least = max(columns[index].least, need.least, min(need.wanted, Self.leastForTexts))
        }
        if total > widestTogether {
            // Words that are longer than most are broken rather than all made too small to read.
            for (index, need) in needs.enumerated() where need.word > 20 {
                columns[index].least = max(need.leastWithoutWords, 20)
            }
        }
        makeRoom(for: needs.map(\.forLongest), widestTogether: widestTogether)
        makeRoom(for: needs.map(\.forReading), widestTogether: widestTogether * Self.shareForReading)
        for index in columns.indices { columns[index].wanted = max(columns[index].wanted, columns[index].least) }
    }

    private var total: Double { columns.reduce(0) { $0 + $1.least } }

    /// Gives the longest texts the room that keeps their rows low, as far as there is room.
    private mutating func makeRoom(for wanted: [Double], widestTogether: Double) {
        var room = widestTogether - total
        for (index, width) in wanted.enumerated() where width > columns[index].least {
            let more = width - columns[index].least
            guard more <= room else { continue }
            columns[index].least = width
            room -= more
        }
    }

    /// What one column needs, in digits.
    struct Need: Sendable {
        var wanted = 0.0
        var least: Double { max(leastWithoutWords, word) }
        /// Numbers, dates and headers.
        var leastWithoutWords = 0.0
        /// The longest word.
        var word = 0.0
        /// The width in which the longest text takes ``ColumnNeeds/mostLines``, and that in which it takes as many as is good
        /// to read.
        var forLongest = 0.0
        var forReading = 0.0

        /// Takes in what another table needs of the same column.
        mutating func merge(_ other: Need) {
            wanted = max(wanted, other.wanted)
            leastWithoutWords = max(leastWithoutWords, other.leastWithoutWords)
            word = max(word, other.word)
            forLongest = max(forLongest, other.forLongest)
            forReading = max(forReading, other.forReading)
        }
    }

    private mutating func measure(_ survey: TableSurvey, _ needs: inout [Need], _ known: WorkbookTexts) {
        let table = survey.table
        let stride = max(1, table.rowCount / Self.sample)
        let headers = table.columns.indices.map { column in
            let position = CellPosition(column: column, isTrailing: table.columns[column].isTrailing)
            let widths = TextMeasure.widths(table.columns[column].title, size: TypeScale.body, bold: true)
            let indent = position.indentPixels
            var need = survey.columns[column]
            need.leastWithoutWords = max(
                need.leastWithoutWords,
                min(TextMeasure.columnWidth(ofPixels: widths.word + indent), Self.longestHeaderWord),
                min(TextMeasure.columnWidth(ofPixels: widths.line / Self.headerLines + indent), Self.longestHeaderWord))
            need.wanted = max(
                need.wanted, min(TextMeasure.columnWidth(ofPixels: widths.line / 2 + indent), Self.longestHeaderWord))
            needs[column].merge(need)
            return Text(pixels: widths.total, breaks: 0, indent: indent)
        }
        let empty = [Text](repeating: Text(), count: columns.count - table.columns.count)
        // Headers are on every page.
        rows.append(Row(weight: max(1, Double(table.rowCount) / 30), texts: headers + empty))
        let sampled = survey.longestRows.union(Swift.stride(from: 0, to: table.rowCount, by: stride))
        for row in sampled.sorted() {
            let texts = table.columns.indices.map { column -> Text in
                let look = survey.look(row: row, column: column)
                guard look.kind == .text else { return Text() }
                let number = survey.text(row: row, column: column)
                let widths =
                    number == WorkbookTexts.none
                    ? TextMeasure.widths(table.entry(row: row, column: column).text, size: TypeScale.body)
                    : known.sources[Int(number)].widths
                return Text(
                    pixels: widths.total, breaks: Double(widths.breaks), indent: look.position.indentPixels)
            }
            rows.append(Row(weight: row % stride == 0 ? Double(stride) : 1, texts: texts + empty))
        }
    }
}

extension ColumnNeeds.Need {
    /// Takes in the longest word of a text.
    mutating func takeWord(_ widths: TextMeasure.Widths, indent: Double) {
        let word = TextMeasure.columnWidth(ofPixels: widths.word + indent)
        let part = TextMeasure.columnWidth(ofPixels: widths.part + indent)
        self.word = max(self.word, min(word, max(part, ColumnNeeds.longestWhole), ColumnNeeds.longestWord))
    }

    /// Takes in the longest text, by what it takes of each of ``ColumnNeeds/mostLines``.
    mutating func takeLongest(_ pixels: Double, indent: Double) {
        let width = TextMeasure.columnWidth(ofPixels: pixels * 1.08 + indent)
        if width <= ColumnLayout.page { forLongest = width }
        let reading = pixels * ColumnNeeds.mostLines / ColumnNeeds.linesForReading
        forReading = min(
            TextMeasure.columnWidth(ofPixels: reading * 1.08 + indent), ColumnNeeds.widestForReading)
    }
}
