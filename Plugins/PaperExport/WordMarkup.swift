import FamilyServicesKit
import ChartSVG

/// The paper as pandoc reads it to make a Word document.
///
/// HTML and not pandoc's own tree, whose shape differs from version to version. Words from the report never act as markup.
enum WordMarkup {
    /// Stands for a change of the page's direction until the document is made; no text of a report has such a character.
    static let landscapeStart = "\u{E000}upright"
    static let landscapeEnd = "\u{E000}sideways"

    static func text(of paper: Paper) -> String {
        let metadata = paper.metadata
        var text = "<!DOCTYPE html>\n<html lang=\"\(oneLine(metadata.language))\">\n<head>\n<meta charset=\"utf-8\">\n"
        text += "<title>\(oneLine(paper.title))</title>\n</head>\n<body>\n"
        for block in paper.blocks { append(block, of: paper, to: &text) }
        return text + "</body>\n</html>\n"
    }

    private static func append(_ block: Paper.Block, of paper: Paper, to text: inout String) {
        switch block {
        case .heading(let level, let words):
            text += "<h\(level)>\(oneLine(words))</h\(level)>\n"
        case .paragraph(let words):
            for paragraph in paragraphs(words) { text += "<p>\(paragraph)</p>\n" }
        case .lead(let words):
            for paragraph in paragraphs(words) { text += styled("Lead Paragraph", paragraph) }
        case .numbered(let number, let words):
            for (index, paragraph) in paragraphs(words).enumerated() {
                text += "<p>\(index == 0 ? oneLine(number) + "&#8194;" : "")\(paragraph)</p>\n"
            }
        case .notice(let words):
            text += "<p><strong>\(oneLine(words))</strong></p>\n"
        case .list(let items):
            text += "<ul>\n" + items.map { "<li>\(content($0))</li>\n" }.joined() + "</ul>\n"
        case .facts(let facts):
            text += "<table>\n<colgroup><col style=\"width:32%\"><col style=\"width:68%\"></colgroup>\n<tbody>\n"
            for fact in facts {
                text += "<tr><td><strong>\(content(fact.label))</strong></td><td>\(content(fact.value))</td></tr>\n"
            }
            text += "</tbody>\n</table>\n"
        case .table(let table):
            append(table, to: &text)
        case .picture(let index):
            let picture = paper.pictures[index]
            text +=
                "<p><img src=\"\(picture.file)\" width=\"16.5cm\" alt=\"\(oneLine(picture.alternativeText))\"></p>\n"
            if let title = picture.title { text += styled("Image Caption", oneLine(title)) }
        case .landscape(let blocks):
            text += "<p>\(landscapeStart)</p>\n"
            for block in blocks { append(block, of: paper, to: &text) }
            text += "<p>\(landscapeEnd)</p>\n"
        }
    }

    private static func append(_ table: PaperTable, to text: inout String) {
        text += "<table>\n<caption>\(oneLine(table.title))</caption>\n<colgroup>"
        for column in table.columns { text += "<col style=\"width:\(column.share / 10).\(column.share % 10)%\">" }
        text += "</colgroup>\n<thead>\n<tr>"
        for column in table.columns { text += "<th\(style(column))>\(content(column.title))</th>" }
        text += "</tr>\n</thead>\n<tbody>\n"
        for row in table.rows {
            switch row {
            case .heading(let words):
                text +=
                    "<tr><td colspan=\"\(table.columns.count)\">\(styled("Table Group", content(words)))</td></tr>\n"
            case .cells(let cells):
                text += "<tr>"
                for (cell, column) in zip(cells, table.columns) { text += "<td\(style(column))>\(content(cell))</td>" }
                text += "</tr>\n"
            }
        }
        text += "</tbody>\n</table>\n"
    }

    /// A paragraph in a style that the reference document has, or is given.
    private static func styled(_ style: String, _ words: String) -> String {
        "<div data-custom-style=\"\(style)\"><p>\(words)</p></div>\n"
    }

    private static func style(_ column: PaperTable.Column) -> String {
        " style=\"text-align:\(column.isTrailing ? "right" : "left")\""
    }

    // MARK: Words

    private static func content(_ text: String) -> String { HTMLText.content(clean(text)) }

    private static func oneLine(_ text: String) -> String { HTMLText.oneLine(clean(text)) }

    private static func paragraphs(_ text: String) -> [String] { HTMLText.paragraphs(clean(text)) }

    /// Takes out the character that ours begin with.
    private static func clean(_ text: String) -> String {
        guard text.unicodeScalars.contains("\u{E000}") else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\u{E000}" ? "\u{FFFD}" : $0 }))
    }
}
