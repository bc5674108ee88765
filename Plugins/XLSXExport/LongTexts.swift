import FamilyServicesKit

/// Texts of a table that are longer than a cell can hold or a row can show.
///
/// They are given in full on a sheet of their own, in pieces. The cell has the text as well, or its beginning where it cannot hold
/// more.
enum LongTexts {
    /// The most UTF-16 units of a beginning, which stays below what a cell holds even where every underscore is escaped.
    static let pieceLength = 16_000
    private static let title = "Long texts"
    /// The most lines of a piece, and how wide they are in digits.
    private static let piece = (lines: 20, width: 80.0)
    /// A text of fewer bytes fits a row of any column that it can have.
    private static let short = 600

    /// The sections with texts that fit, and a section with those that did not or cannot be seen whole.
    static func moved(
        from sections: [PublicationSection], taken: inout Set<SectionID>
    ) -> (sections: [PublicationSection], texts: [PublicationSection]) {
        var rows: [[Cell]] = []
        var count = 0
        /// Lists a text, and gives what its cell holds.
        func listed(_ text: String, _ place: String) -> String {
            count += 1
            let pieces = pieces(
                of: text, within: TextMeasure.pixels(ofColumn: piece.width), lines: piece.lines)
            for (index, piece) in pieces.enumerated() {
                rows.append([
                    Cell(.number(Double(count), decimals: 0)), Cell(.text(place)),
                    Cell(.number(Double(index + 1), decimals: 0)), Cell(.text(piece)),
                ])
            }
            guard !fits(text) else { return text }
            let beginning = beginning(of: text)
            let space = beginning.last?.isWhitespace == true ? "" : " "
            return beginning + space + "… The full text is under “\(title)”, as text \(count)."
        }
        let result = sections.map { section in
            let content = SheetContent.content(of: section)
            let tables = content.compactMap { if case .table(let table) = $0 { table } else { nil } }
            guard tables.contains(where: hasLongTexts), tables.allSatisfy({ !$0.columns.isEmpty }) else {
                return section
            }
            var known = WorkbookTexts()
            var surveys: [TableSurvey] = []
            for table in tables { surveys.append(TableSurvey(table, texts: &known, check: {})) }
            guard surveys.allSatisfy({ $0.raggedRow == nil }) else { return section }
            let widths = ColumnLayout.widths(surveys, known, textCount: content.count - tables.count)
            guard tables.contains(where: { hasCutTexts($0, widths: widths) }) else { return section }
            func needsList(_ text: String, column: Int, isTrailing: Bool) -> Bool {
                isCut(text, CellPosition(column: column, isTrailing: isTrailing), width: widths[column])
            }
            return section.with(
                blocks: section.blocks.map { block in
                    switch block {
                    case .table(let table):
                        let rows = table.rows.enumerated().map { index, row in
                            row.enumerated().map { column, cell in
                                let definition = table.columns[column]
                                guard case .text(let text) = cell.value,
                                    needsList(text, column: column, isTrailing: definition.alignment == .trailing)
                                else { return cell }
                                let place = "“\(table.title)”, row \(index + 1), column “\(definition.title)”"
                                return Cell(.text(listed(text, place)), tone: cell.tone, link: cell.link)
                            }
                        }
                        return .table(
                            Table(
                                name: table.name, title: table.title, columns: table.columns, rows: rows,
                                anchors: table.anchors))
                    case .facts(let facts):
                        let place = "“\(section.title)”, facts"
                        func shown(_ text: String, column: Int) -> String {
                            needsList(text, column: column, isTrailing: false) ? listed(text, place) : text
                        }
                        return .facts(facts.map { Fact(shown($0.label, column: 0), shown($0.value, column: 1)) })
                    case .heading, .paragraph, .list, .chart:
                        return block
                    }
                })
        }
        guard !rows.isEmpty else { return (sections, []) }
        let table = Table(
            name: "Long_texts", title: title,
            columns: [
                TableColumn("Text", alignment: .trailing, width: 8), TableColumn("Place", width: 30),
                TableColumn("Piece", alignment: .trailing, width: 8), TableColumn("Words", width: 90),
            ], rows: rows)
        return (
            result,
            [
                PublicationSection(
                    id: PublicationSection.freshID("long-texts", taken: &taken), title: title, shortTitle: title,
                    isAnnex: true, summary: "Texts too long for a row of their table, given in full, in pieces.",
                    blocks: [.table(table)])
            ]
        )
    }

    // MARK: Pieces

    /// The beginning of a text that a cell can hold, cut between words where there are any.
    private static func beginning(of text: String) -> String {
        pieces(of: text, within: .infinity, lines: 1).first ?? ""
    }

    /// A text in pieces of so many lines at most, cut between words where there are any.
    static func pieces(
        of text: String, size: Double = TypeScale.body, bold: Bool = false, within pixels: Double, lines: Int
    ) -> [String] {
        let scalars = Array(TextRules.clean(text).unicodeScalars)
        // A word that begins a line leaves the end of the line before it empty.
        let line = TextMeasure.thousandths(ofPixels: min(pixels, 1e9) * 0.9, size: size, bold: bold)
        var pieces: [String] = []
        var start = 0
        while start < scalars.count {
            var (end, length, extent) = (start, 0, 0)
            var afterSpace: Int?
            while end < scalars.count {
                length += UTF16.width(scalars[end])
                extent += scalars[end] == "\n" ? line : TextMeasure.width(of: scalars[end])
                if length > pieceLength || extent > line * lines, end > start { break }
                end += 1
                if scalars[end - 1].properties.isWhitespace { afterSpace = end }
            }
            if end < scalars.count, let afterSpace, afterSpace > start { end = afterSpace }
            pieces.append(String(String.UnicodeScalarView(scalars[start..<end])))
            start = end
        }
        return pieces
    }

    // MARK: Which texts

    /// Whether a cell can hold a text.
    static func fits(_ text: String) -> Bool {
        text.utf8.count <= pieceLength || TextRules.cellText(text) != nil
    }

    /// Whether a row could perhaps not show a text.
    static func isLong(_ text: String) -> Bool { text.utf8.count > short }

    /// Whether a table has texts that a row could perhaps not show.
    private static func hasLongTexts(_ table: SheetTable) -> Bool {
        table.facts.contains { $0.label.utf8.count > short || $0.value.utf8.count > short }
            || table.rows.contains { row in
                row.contains { cell in if case .text(let text) = cell.value { text.utf8.count > short } else { false } }
            }
    }

    /// Whether a table has texts that its rows cannot show.
    static func hasCutTexts(_ table: SheetTable, widths: [Double]) -> Bool {
        guard hasLongTexts(table) else { return false }
        return (0..<table.rowCount).contains { row in
            table.columns.indices.contains { column in
                guard table.facts.isEmpty else {
                    let text = column == 0 ? table.facts[row].label : table.facts[row].value
                    return isCut(text, CellPosition(column: column, isTrailing: false), width: widths[column])
                }
                guard table.rows[row].indices.contains(column), case .text(let text) = table.rows[row][column].value
                else { return false }
                let position = CellPosition(column: column, isTrailing: table.columns[column].isTrailing)
                return isCut(text, position, width: widths[column])
            }
        }
    }

    /// Whether a text needs more lines than the highest row can show, or is longer than a cell can hold.
    private static func isCut(_ text: String, _ position: CellPosition, width: Double) -> Bool {
        guard text.utf8.count > short else { return false }
        // Of spaces and marks a great many stand on a line.
        guard fits(text) else { return true }
        let pixels = TextMeasure.pixels(ofColumn: width) - position.indentPixels
        let lines = TextMeasure.lines(text, size: TypeScale.body, within: pixels)
        return Double(lines) * TextMeasure.lineHeight(size: TypeScale.body) + 5 > SheetPlanner.highestRow
    }
}
