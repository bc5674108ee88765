/// How many lines the rows of a table have.
struct RowLines {
    private let survey: TableSurvey
    private let known: WorkbookTexts
    private let columns: [Column]
    /// The lines of texts that were counted last, each in the place that its number and column give.
    private var counted = [(key: UInt64, lines: UInt8)](repeating: (.max, 0), count: 1 << 14)

    private struct Column {
        var index: Int
        var width: Double
        var indent: Double
        /// A text of so many bytes has one line, whatever it is.
        var bytesOfOneLine: Int
    }

    init(_ survey: TableSurvey, widths: [Double], _ known: WorkbookTexts) {
        self.survey = survey
        self.known = known
        columns = survey.table.columns.indices.map { index in
            let position = CellPosition(column: index, isTrailing: survey.table.columns[index].isTrailing)
            return Column(
                index: index, width: widths[index], indent: position.indentPixels,
                bytesOfOneLine: TextMeasure.bytesOfOneLine(within: widths[index], indent: position.indentPixels))
        }
    }

    /// The lines of every row.
    mutating func lines(check: () throws -> Void) rethrows -> [UInt8] {
        var lines = [UInt8](repeating: 1, count: survey.table.rowCount)
        let isWords = survey.looks.map { $0.kind == .text }
        for row in lines.indices {
            if row % 4_096 == 0 { try check() }
            let start = row * columns.count
            var most: UInt8 = 1
            for column in columns {
                let look = Int(survey.lookNumbers[start + column.index])
                guard isWords[look] else { continue }
                let number = survey.texts[start + column.index]
                if number != WorkbookTexts.none, !survey.looks[look].isHeading,
                    Int(known.sources[Int(number)].extent) <= column.bytesOfOneLine
                {
                    continue
                }
                most = max(most, count(number, column, row: row, isBold: survey.looks[look].isHeading))
            }
            lines[row] = most
        }
        return lines
    }

    private mutating func count(_ number: UInt32, _ column: Column, row: Int, isBold: Bool) -> UInt8 {
        guard number != WorkbookTexts.none, !isBold else {
            return count(survey.table.entry(row: row, column: column.index).text, column, isBold: isBold)
        }
        let key = UInt64(number) << 16 | UInt64(column.index)
        let place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 50)
        if counted[place].key == key { return counted[place].lines }
        let lines = count(known.text(number), column, isBold: false)
        counted[place] = (key, lines)
        return lines
    }

    private func count(_ text: String, _ column: Column, isBold: Bool) -> UInt8 {
        let lines = TextMeasure.linesInTable(
            text, size: TypeScale.body, bold: isBold, column: column.width, indent: column.indent)
        guard isBold else { return UInt8(min(lines, TableRows.mostLines)) }
        let least = TextMeasure.leastLines(text, size: TypeScale.body, bold: true, within: column.width)
        return UInt8(min(max(lines, least), TableRows.mostLines))
    }
}
