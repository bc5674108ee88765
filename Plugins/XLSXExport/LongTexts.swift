import FamilyServicesKit

/// Texts that are longer than a cell of a table can hold: the cell has their beginning and says where the rest is.
enum LongTexts {
    /// The most UTF-16 units of a piece, which stays below what a cell holds even where every underscore is escaped.
    static let pieceLength = 16_000
    private static let title = "Long texts"

    /// The sections with texts that fit, and a section with the rest of those that did not.
    static func moved(
        from sections: [PublicationSection], taken: inout Set<String>
    ) -> (sections: [PublicationSection], texts: [PublicationSection]) {
        guard sections.contains(where: isTooLong) else { return (sections, []) }
        var rows: [[Cell]] = []
        var count = 0
        let id = PublicationSection.freshID("long-texts", taken: &taken)
        /// The beginning of a text, after its rest went to the list.
        func beginning(_ text: String, _ place: String) -> String {
            let pieces = pieces(of: text)
            count += 1
            for (index, piece) in pieces.enumerated().dropFirst() {
                rows.append([
                    Cell(.number(Double(count), decimals: 0)), Cell(.text(place)),
                    Cell(.number(Double(index + 1), decimals: 0)), Cell(.text(piece)),
                ])
            }
            let space = pieces[0].last?.isWhitespace == true ? "" : " "
            return pieces[0] + space + "… The rest is under “\(title)”, as text \(count)."
        }
        let result = sections.map { section in
            guard isTooLong(section) else { return section }
            return section.with(
                blocks: section.blocks.map { block in
                    switch block {
                    case .table(let table):
                        return .table(shortened(table, beginning))
                    case .facts(let facts):
                        return .facts(
                            facts.map { fact in
                                let place = "“\(section.title)”, facts"
                                return Fact(
                                    fits(fact.label) ? fact.label : beginning(fact.label, place),
                                    fits(fact.value) ? fact.value : beginning(fact.value, place))
                            })
                    case .heading, .paragraph, .list, .chart:
                        return block
                    }
                })
        }
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
                    id: id, title: title, shortTitle: title,
                    summary:
                        "The rest of texts that are longer than a cell can hold, in pieces. The first piece of each is "
                        + "in its own place.", blocks: [.table(table)])
            ]
        )
    }

    /// A text in pieces that a cell can hold, cut between words where there are any.
    static func pieces(of text: String) -> [String] {
        let scalars = Array(TextRules.clean(text).unicodeScalars)
        var pieces: [String] = []
        var start = 0
        while start < scalars.count {
            var (end, length) = (start, 0)
            var afterSpace: Int?
            while end < scalars.count {
                length += UTF16.width(scalars[end])
                if length > pieceLength { break }
                end += 1
                if scalars[end - 1].properties.isWhitespace { afterSpace = end }
            }
            if end < scalars.count, let afterSpace, afterSpace > start { end = afterSpace }
            pieces.append(String(String.UnicodeScalarView(scalars[start..<end])))
            start = end
        }
        return pieces
    }

    /// Whether a cell can hold a text.
    static func fits(_ text: String) -> Bool {
        text.utf8.count <= pieceLength || TextRules.cellText(text) != nil
    }

    private static func isTooLong(_ section: PublicationSection) -> Bool {
        section.blocks.contains { block in
            switch block {
            case .table(let table):
                table.rows.contains { row in
                    row.contains { cell in if case .text(let text) = cell.value { !fits(text) } else { false } }
                }
            case .facts(let facts): facts.contains { !fits($0.label) || !fits($0.value) }
            case .heading, .paragraph, .list, .chart: false
            }
        }
    }

    private static func shortened(_ table: Table, _ beginning: (String, String) -> String) -> Table {
        Table(
            name: table.name, title: table.title, columns: table.columns,
            rows: table.rows.enumerated().map { index, row in
                row.enumerated().map { column, cell in
                    guard case .text(let text) = cell.value, !fits(text) else { return cell }
                    let header = table.columns.indices.contains(column) ? table.columns[column].title : ""
                    let place = "“\(table.title)”, row \(index + 1), column “\(header)”"
                    return Cell(.text(beginning(text, place)), tone: cell.tone, link: cell.link)
                }
            }, anchors: table.anchors)
    }
}
