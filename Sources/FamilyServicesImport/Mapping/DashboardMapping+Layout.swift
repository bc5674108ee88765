import FamilyServicesKit

/// How the sheets of somebody's own workbook are laid out, and the rows in them.
extension DashboardMapping {
    /// How a sheet seems to be laid out.
    static func guess(
        _ sheet: ReadSheet
    ) -> (headings: ClosedRange<Int>, measure: Int, part: Int?, figure: Int?, columns: [Int])? {
        var best: (rows: ClosedRange<Int>, columns: [Int])?
        for row in sheet.rows.indices.prefix(40) {
            // Two rows only where one alone says less.
            for rows in [row...row, row...(row + 1)] {
                let columns = MapHeadings(sheet, rows: rows, within: nil).columns.map(\.index)
                let last = rows.upperBound...rows.upperBound
                guard rows.count == 1 || MapHeadings(sheet, rows: last, within: nil).columns.count < columns.count
                else {
                    continue
                }
                if columns.count > (best?.columns.count ?? 0) { best = (rows, columns) }
            }
        }
        guard let best, let first = best.columns.first, first > 0 else { return nil }
        /// The texts below the headings of a column.
        func texts(_ column: Int) -> [String] {
            sheet.rows.indices.dropFirst(best.rows.upperBound + 1).compactMap { row in
                if case .text(let text) = sheet.cell(row: row, column: column) { Blanks.trimmed(text) } else { nil }
            }
        }
        let before = (0..<first).map { (column: $0, texts: texts($0)) }
        let figure = before.first { !$0.texts.isEmpty && $0.texts.allSatisfy { FigurePart(word: $0) != nil } }?.column
        /// Names are longer than references, and differ from one another.
        func weight(_ texts: [String]) -> Int { Set(texts).reduce(0) { $0 + min($1.count, 30) } }
        let named = before.filter { $0.column != figure }
        guard let measure = named.max(by: { weight($0.texts) < weight($1.texts) }), !measure.texts.isEmpty else {
            return nil
        }
        let part = named.first {
            $0.column > measure.column && $0.column < first && $0.texts.contains { $0.count > 1 }
        }
        return (best.rows, measure.column, part?.column, figure, best.columns)
    }

    /// The rows of a sheet below its headings, each with the measure that it is about.
    struct Rows: Sequence, IteratorProtocol {
        struct Row {
            let number: Int
            let measure: String
            let part: String
            let figure: String

            var key: MapFiles.Key { MapFiles.Key(measure, part, figure) }
            /// What messages call it.
            var label: String { [measure, part, figure].filter { !$0.isEmpty }.joined(separator: ", ") }
        }

        private let sheet: ReadSheet
        private let columns: (measure: Int, part: Int?, figure: Int?)
        private let last: Int
        private var row: Int
        private var measure = ""

        init(_ sheet: ReadSheet, measure: Int, part: Int?, figure: Int?, below headings: Int, to last: Int? = nil) {
            self.sheet = sheet
            columns = (measure, part, figure)
            row = headings + 1
            self.last = Swift.min(last ?? .max, sheet.rows.count - 1)
        }

        private func text(_ column: Int?) -> String {
            guard let column else { return "" }
            switch sheet.cell(row: row, column: column) {
            case .text(let text): return Blanks.trimmed(text.replacing("\n", with: " "))
            case .number(let number):
                return SheetText.text(
                    of: number, shown: sheet.shown[ReadSheet.Place(row: row, column: column)], isNumber: false)
            case .empty, .date, .boolean, .error: return ""
            }
        }

        mutating func next() -> Row? {
            while row <= last {
                defer { row += 1 }
                let own = text(columns.measure)
                let (part, figure) = (text(columns.part), text(columns.figure))
                // Joined cells have their text in the first row.
                if !own.isEmpty { measure = own }
                guard !own.isEmpty || !part.isEmpty || !figure.isEmpty, !measure.isEmpty else { continue }
                return Row(number: row, measure: measure, part: part, figure: figure)
            }
            return nil
        }
    }
}
