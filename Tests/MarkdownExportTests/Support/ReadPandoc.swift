import Foundation
import TestSupport
import Testing

/// What pandoc finds in a file.
struct ReadPandoc {
    /// The tables, header first, with every run of spaces as one.
    var tables: [[[String]]] = []
    /// Where links lead.
    var links: [String] = []
    /// The identifiers of headings.
    var identifiers: [String] = []
    /// Elements that only the words of the report could have brought about, and footnotes.
    var intruders: [String] = []

    init(_ markdown: String) throws {
        let json = try Tool.pandoc.run(["--from", "gfm", "--to", "json"], input: markdown)
        let document = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        // Metadata is read as Markdown on purpose; it is not looked at.
        visit(document["blocks"] ?? [])
    }

    /// A text with every run of spaces and line breaks as one space, and none at its ends.
    static func folded(_ text: String) -> String {
        // By code points: a space and the accent that follows it are one character to Swift.
        text.unicodeScalars.split { $0 == " " || $0 == "\n" }.map { String($0) }.joined(separator: " ")
    }

    private mutating func visit(_ node: Any) {
        if let list = node as? [Any] {
            for item in list { visit(item) }
            return
        }
        guard let element = node as? [String: Any], let type = element["t"] as? String else { return }
        let content = element["c"] as? [Any] ?? []
        switch type {
        case "Table":
            var rows: [[String]] = []
            collectRows(content.dropFirst(3).map { $0 }, into: &rows)
            tables.append(rows)
            visit(content)
        case "Header":
            if let attributes = content.dropFirst().first as? [Any], let id = attributes.first as? String {
                identifiers.append(id)
            }
            visit(content.last ?? [])
        case "Link":
            if let target = content.last as? [Any], let destination = target.first as? String {
                links.append(destination)
            }
            visit(content.dropFirst().first ?? [])
        case "RawInline":
            if content.last as? String != "<br>" { intruders.append(type) }
        case "Para", "Plain", "BulletList":
            visit(element["c"] ?? [])
        case "Str", "Space", "Code", "LineBreak", "SoftBreak", "Strong", "AlignLeft", "AlignRight", "AlignDefault",
            "ColWidthDefault", "ColWidth":
            break
        default:
            intruders.append(type)
        }
    }

    /// A row is a pair of attributes and cells; a cell has five parts, of which the last holds its blocks.
    private func collectRows(_ node: [Any], into rows: inout [[String]]) {
        if node.count == 2, let cells = node[1] as? [[Any]], !cells.isEmpty,
            cells.allSatisfy({ $0.count == 5 && ($0[1] as? [String: Any])?["t"] != nil })
        {
            rows.append(cells.map { Self.folded(Self.text($0[4])) })
            return
        }
        for child in node {
            if let child = child as? [Any] { collectRows(child, into: &rows) }
        }
    }

    private static func text(_ node: Any) -> String {
        if let list = node as? [Any] { return list.map { text($0) }.joined() }
        guard let element = node as? [String: Any], let type = element["t"] as? String else { return "" }
        switch type {
        case "Str": return element["c"] as? String ?? ""
        case "Space", "SoftBreak", "LineBreak": return " "
        case "Code": return (element["c"] as? [Any])?.last as? String ?? ""
        case "Link": return text((element["c"] as? [Any])?.dropFirst().first ?? [])
        case "RawInline": return ""
        default: return text(element["c"] ?? [])
        }
    }
}
