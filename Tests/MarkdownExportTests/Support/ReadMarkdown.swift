import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// What cmark-gfm, with all its extensions, finds in a file.
struct ReadMarkdown {
    enum Block: Equatable {
        case heading(level: Int, String)
        case paragraph(String)
        case item(String)
        case table([[String]])
    }

    /// Headings, paragraphs, list items and tables in reading order.
    var blocks: [Block] = []
    /// Where links lead.
    var links: [String] = []
    /// Elements that only the words of the report could have brought about, and footnotes.
    var intruders: [String] = []
    /// How many texts are bold.
    var strong = 0
    /// The alignments of the header cells.
    var alignments: [String] = []

    var tables: [[[String]]] { blocks.compactMap { if case .table(let rows) = $0 { rows } else { nil } } }
    var headings: [(level: Int, text: String)] {
        blocks.compactMap { if case .heading(let level, let text) = $0 { (level, text) } else { nil } }
    }

    init(_ markdown: String) throws {
        let xml = try Tool.cmark.run(
            [
                "-e", "table", "-e", "strikethrough", "-e", "autolink", "-e", "tasklist", "-e", "footnotes", "--to",
                "xml",
            ],
            input: markdown
        )
        // Debian's version has no name in XML for footnotes and references to them.
        .replacingOccurrences(of: "<unknown>", with: "footnote")
        let reader = Reader()
        let parser = XMLParser(data: Data(xml.utf8))
        parser.delegate = reader
        try #require(parser.parse(), "the answer of cmark-gfm is no XML")
        self = reader.result
    }

    init() {}

    private final class Reader: NSObject, XMLParserDelegate {
        var result = ReadMarkdown()
        private var text = ""
        private var rows: [[String]] = []
        private var level = 0
        private var inItem = false
        private var html = ""
        private var inHTML = false
        private var inText = false

        /// In a cell, a line break is written as `<br>` and a space.
        private static func withBreaks(_ text: String) -> String {
            guard text.utf8.contains(1) else { return text }
            // By code points: a space and the accent that follows it are one character to Swift.
            var result = String.UnicodeScalarView()
            for scalar in text.unicodeScalars {
                if scalar == " ", result.last == "\u{1}" {
                    result.removeLast()
                    result.append("\n")
                } else {
                    result.append(scalar)
                }
            }
            return String(result)
        }

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            switch name {
            case "heading":
                level = attributes["level"].flatMap { Int($0) } ?? 0
                text = ""
            case "paragraph", "table_cell":
                text = ""
                if let alignment = attributes["align"] { result.alignments.append(alignment) }
            case "item": inItem = true
            case "table": rows = []
            case "table_header", "table_row": rows.append([])
            case "link": result.links.append(attributes["destination"] ?? "")
            case "linebreak": text += "\n"
            case "html_inline":
                html = ""
                inHTML = true
            case "text", "code": inText = true
            case "strong": result.strong += 1
            case "document", "list": break
            default: result.intruders.append(name)
            }
        }

        func parser(_ parser: XMLParser, foundCharacters characters: String) {
            // Between the elements of cmark's answer stand line breaks and indentation.
            if inHTML { html += characters } else if inText { text += characters }
        }

        func parser(
            _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
        ) {
            switch name {
            case "heading": result.blocks.append(.heading(level: level, text))
            case "paragraph":
                let text = Self.withBreaks(text)
                result.blocks.append(inItem ? .item(text) : .paragraph(text))
            case "text", "code": inText = false
            case "item": inItem = false
            case "table_cell":
                if !rows.isEmpty { rows[rows.count - 1].append(Self.withBreaks(text)) }
            case "table": result.blocks.append(.table(rows))
            case "html_inline":
                if html == "<br>" { text += "\u{1}" } else { result.intruders.append(html) }
                inHTML = false
            default: break
            }
        }
    }
}
