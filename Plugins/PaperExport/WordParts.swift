import FamilyServicesKit
import Foundation
import ChartSVG
import ZipPackage

/// What is put right in the document that pandoc makes.
///
/// Pages on their side, rows that no page end cuts, names of pictures, and what the document says about itself.
enum WordParts {
    /// Finishes a document.
    ///
    /// - Throws: ``PaperExportError`` where it is not as pandoc makes documents.
    static func finished(_ bytes: [UInt8], paper: Paper, day: CalendarDate) throws -> [UInt8] {
        do {
            let file = try ZipFile(bytes: bytes)
            return try ZipMaker.file(
                file.entries.map { entry in
                    let part = try file.contents(of: entry)
                    switch entry.name {
                    case "word/document.xml":
                        return (entry.name, Array(document(String(decoding: part, as: UTF8.self)).utf8))
                    case "docProps/core.xml": return (entry.name, Array(properties(of: paper, day: day).utf8))
                    default: return (entry.name, part)
                    }
                })
        } catch let error as ZipFileError {
            throw PaperExportError(.toolFailed, "pandoc made a damaged document (\(error)); install it anew.")
        }
    }

    private static func document(_ text: String) -> String {
        var text = text
        let last = lastSection(of: text)
        text = turningLastPages(of: text, to: last.later)
        text = replacingParagraph(with: WordMarkup.landscapeStart, in: text, by: section(last.first, isUpright: true))
        text = replacingParagraph(with: WordMarkup.landscapeEnd, in: text, by: section(last.later, isUpright: false))
        // A row of a few lines is not cut by the end of a page.
        text = text.replacingOccurrences(of: "<w:tr><w:tc>", with: "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc>")
        var number = 0
        var pieces = text.components(separatedBy: " name=\"Picture\"")
        for index in pieces.indices.dropLast() where pieces[index].contains("<wp:docPr ") {
            number += 1
            pieces[index] += " name=\"Chart \(number)\""
        }
        for index in pieces.indices.dropLast() where !pieces[index].contains("name=\"Chart") {
            pieces[index] += " name=\"Picture\""
        }
        return pieces.joined()
    }

    /// The properties of the last section, which are those of the reference document: as they are for the first section, and for
    /// the others, which have no first page of their own and go on counting pages.
    private static func lastSection(of text: String) -> (first: String, later: String) {
        guard let start = text.range(of: "<w:sectPr", options: .backwards),
            let open = text.range(of: ">", range: start.upperBound..<text.endIndex),
            let end = text.range(of: "</w:sectPr>", range: open.upperBound..<text.endIndex)
        else { return ("", "") }
        let content = String(text[open.upperBound..<end.lowerBound])
        let later = removing("w:pgNumType", from: removing("w:titlePg", from: content))
        return (content, later)
    }

    /// Where the document ends on its side, its last section is such a one, and no empty page follows.
    private static func turningLastPages(of text: String, to content: String) -> String {
        guard let found = text.range(of: WordMarkup.landscapeEnd, options: .backwards),
            let start = text.range(of: "<w:p>", options: .backwards, range: text.startIndex..<found.lowerBound),
            let end = text.range(of: "</w:p>", range: found.upperBound..<text.endIndex),
            let last = text.range(of: "<w:sectPr", range: end.upperBound..<text.endIndex),
            // Ends of bookmarks may be between them.
            !["<w:p>", "<w:p ", "<w:tbl>"].contains(where: text[end.upperBound..<last.lowerBound].contains),
            let close = text.range(of: "</w:sectPr>", range: last.upperBound..<text.endIndex)
        else { return text }
        let between = text[end.upperBound..<last.lowerBound]
        return text.replacingCharacters(
            in: start.lowerBound..<close.upperBound, with: between + properties(content, isUpright: false))
    }

    private static func section(_ content: String, isUpright: Bool) -> String {
        "<w:p><w:pPr>\(properties(content, isUpright: isUpright))</w:pPr></w:p>"
    }

    private static func properties(_ content: String, isUpright: Bool) -> String {
        var content = content
        if !isUpright, let size = element("w:pgSz", in: content) {
            let (width, height) = (attribute("w:w", in: content[size]), attribute("w:h", in: content[size]))
            if let width, let height {
                content.replaceSubrange(
                    size, with: "<w:pgSz w:w=\"\(height)\" w:h=\"\(width)\" w:orient=\"landscape\"/>")
            }
        }
        return "<w:sectPr>\(content)</w:sectPr>"
    }

    private static func element(_ name: String, in text: String) -> Range<String.Index>? {
        guard let start = text.range(of: "<\(name)"),
            let end = text.range(of: ">", range: start.upperBound..<text.endIndex)
        else { return nil }
        return start.lowerBound..<end.upperBound
    }

    private static func attribute(_ name: String, in text: Substring) -> String? {
        guard let start = text.range(of: " \(name)=\""),
            let end = text.range(of: "\"", range: start.upperBound..<text.endIndex)
        else { return nil }
        return String(text[start.upperBound..<end.lowerBound])
    }

    private static func removing(_ name: String, from text: String) -> String {
        guard let range = element(name, in: text) else { return text }
        return text.replacingCharacters(in: range, with: "")
    }

    /// Puts something in the place of each paragraph that says these words alone.
    private static func replacingParagraph(with words: String, in text: String, by other: String) -> String {
        var text = text
        while let found = text.range(of: words),
            let start = text.range(of: "<w:p>", options: .backwards, range: text.startIndex..<found.lowerBound),
            let end = text.range(of: "</w:p>", range: found.upperBound..<text.endIndex)
        {
            text.replaceSubrange(start.lowerBound..<end.upperBound, with: other)
        }
        return text
    }

    /// Title, author, language and day.
    private static func properties(of paper: Paper, day: CalendarDate) -> String {
        let metadata = paper.metadata
        func element(_ name: String, _ words: String) -> String { "<\(name)>\(HTMLText.oneLine(words))</\(name)>" }
        let time = "\(day)T00:00:00Z"
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
            + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
            + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
            + element("dc:title", paper.title) + element("dc:creator", metadata.author ?? metadata.organisation)
            + element("dc:subject", PaperWording.subject(metadata))
            + element("cp:keywords", metadata.keywords.joined(separator: ", "))
            + element("dc:language", metadata.language)
            + "<dcterms:created xsi:type=\"dcterms:W3CDTF\">\(time)</dcterms:created>"
            + "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">\(time)</dcterms:modified></cp:coreProperties>"
    }
}
