import ChartSVG
import FamilyServicesKit

/// Writes one table, in a frame that scrolls sideways where it is wider than the window.
struct TableWriter {
    let table: Table
    let identifier: String
    let section: SectionID
    let page: Page
    let context: ExportContext

    /// The reasons for missing values that have to be explained beneath.
    var reasons: Set<MissingReason> {
        var reasons: Set<MissingReason> = []
        for row in table.rows {
            for case .missing(let reason) in row.lazy.map(\.value) { reasons.insert(reason) }
        }
        return reasons
    }

    /// The column whose cells say what their rows are about: the first of the early ones in which every cell has words of its
    /// own, else the first of all if every cell has words.
    private var headerColumn: Int? {
        guard table.columns.count > 1 else { return nil }
        let worded = table.columns.indices.prefix(4).filter { column in
            table.columns[column].alignment == .leading && rows.allSatisfy { words(of: $0[column]) != nil }
        }
        let telling = worded.first { column in
            var seen: Set<String> = []
            return rows.allSatisfy { row in words(of: row[column]).map { seen.insert($0).inserted } ?? false }
        }
        return telling ?? worded.first { $0 == 0 }
    }

    /// The rows but those that name others.
    private var rows: [[Cell]] { table.rows.filter { !Self.isHeading($0) } }

    /// Whether a row names those below it and says nothing else.
    static func isHeading(_ row: [Cell]) -> Bool {
        row.first.map { $0.isHeading && $0.value != .empty } ?? false
            && row.dropFirst().allSatisfy { $0.value == .empty }
    }

    private func words(of cell: Cell) -> String? {
        guard case .text(let text) = cell.value, !HTMLText.isBlank(text) else { return nil }
        return text
    }

    private var title: String { HTMLText.isBlank(table.title) ? "Table" : HTMLText.oneLine(table.title) }

    func write<Sink: ByteSink & ~Copyable>(
        isAnnounced: Bool, to output: inout HTMLOutput, sink: inout Sink
    ) throws {
        guard !table.rows.isEmpty else {
            output.element("p", PublicationWording.nothing(under: title))
            return
        }
        // The frame can be reached from the keyboard, so that those who use no mouse can scroll it.
        output.append(
            "<div class=\"frame\" role=\"group\" tabindex=\"0\" aria-labelledby=\"\(identifier)\">\n<table>\n")
        output.element("caption id=\"\(identifier)\"" + (isAnnounced ? " class=\"unseen\"" : ""), title)
        output.append("<thead>\n<tr>")
        for column in table.columns {
            output.append("<th scope=\"col\"\(numberClass(column))>\(HTMLText.content(column.title))</th>")
        }
        output.append("</tr>\n</thead>\n<tbody>\n")
        let headerColumn = headerColumn
        for (index, row) in table.rows.enumerated() {
            if index % 128 == 127 { try context.checkCancellation() }
            let anchor = page.anchors.row(of: section, anchor: table.anchor(ofRow: index))
            let isHeading = Self.isHeading(row)
            // A group of rows is a body of its own, which its heading is about.
            if isHeading, index > 0 { output.append("</tbody>\n<tbody>\n") }
            output.append(anchor.map { "<tr id=\"\($0)\">" } ?? "<tr>")
            if isHeading {
                let width = table.columns.count
                output.append(
                    "<th class=\"group\" scope=\"rowgroup\"\(width > 1 ? " colspan=\"\(width)\"" : "")>"
                        + "\(content(row[0].value))</th></tr>\n")
                continue
            }
            for (place, cell) in row.enumerated() { write(cell, place, isHeader: place == headerColumn, to: &output) }
            output.append("</tr>\n")
            try output.drainIfFull(into: &sink)
        }
        output.append("</tbody>\n</table>\n</div>\n")
    }

    private func write(_ cell: Cell, _ place: Int, isHeader: Bool, to output: inout HTMLOutput) {
        let column = table.columns[place]
        var classes = column.alignment == .trailing ? ["n"] : []
        // A cell without words says nothing good or bad.
        if let tone = cell.tone, page.options.stylesheet == .tinted, cell.value != .empty {
            classes.append(tone.rawValue)
        }
        let attribute = classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
        let tag = isHeader ? "th scope=\"row\"" : "td"
        var words = content(cell.value)
        if !words.isEmpty, let anchor = page.anchors.name(of: cell.link) {
            words = "<a href=\"#\(anchor)\">\(words)</a>"
        }
        if let trend = cell.trend, !words.isEmpty { words = TrendDrawing(trend).markup + words }
        output.append("<\(tag)\(attribute)>\(words)</\(tag.prefix(2))>")
    }

    private func numberClass(_ column: TableColumn) -> String {
        column.alignment == .trailing ? " class=\"n\"" : ""
    }

    private func content(_ value: Cell.Value) -> String {
        switch value {
        case .text(let text): HTMLText.content(text)
        case .number(let number, let decimals): data(number, decimals, suffix: "")
        case .percentage(let number, let decimals): data(number, decimals, suffix: "%")
        case .date(let date): Page.time(date)
        case .missing(let reason): "<abbr title=\"\(HTMLText.oneLine(reason.meaning))\">\(reason.shorthand)</abbr>"
        case .empty: ""
        }
    }

    private func data(_ number: Double, _ decimals: Int, suffix: String) -> String {
        let exact = DecimalText.plain(number, decimals: decimals)
        return "<data value=\"\(exact)\">\(DecimalText.formatted(number, decimals: decimals))\(suffix)</data>"
    }
}
