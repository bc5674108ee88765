import FamilyServicesKit
import Foundation
import ZipPackage

/// The document whose styles, page, headers and footers a paper takes, with what pandoc needs added.
struct ReferenceDocument {
    let bytes: [UInt8]

    /// Reads a council's document, or makes the kit's own.
    ///
    /// - Throws: ``PaperExportError`` where the file cannot be read or is not a Word document.
    init(path: String?) throws {
        guard let path else {
            bytes = try ZipMaker.file(Self.completed(Self.own, named: "the kit's own"))
            return
        }
        let parts: [Part]
        do {
            let data = try Data(contentsOf: URL(filePath: path))
            let file = try ZipFile(bytes: [UInt8](data), most: 10_000)
            parts = try file.entries.filter { !$0.name.hasSuffix("/") }.map { ($0.name, try file.contents(of: $0)) }
        } catch {
            throw PaperExportError(
                .reference,
                "The reference document “\(path)” cannot be read (\(error)); name a Word document (.docx) with the council's styles."
            )
        }
        bytes = try ZipMaker.file(Self.completed(parts, named: path))
    }

    private typealias Part = (name: String, bytes: [UInt8])

    /// Adds the styles and the page number that the document lacks.
    private static func completed(_ parts: [Part], named path: String) throws -> [Part] {
        func text(_ name: String) -> String? {
            parts.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) }
        }
        guard let document = text("word/document.xml"), let styles = text("word/styles.xml"),
            let types = text("[Content_Types].xml"), let end = styles.range(of: "</w:styles>", options: .backwards)
        else {
            throw PaperExportError(
                .reference,
                "The reference document “\(path)” is not a Word document with styles; save it in Word as .docx.")
        }
        var changed = [
            "word/styles.xml": styles.replacingCharacters(in: end, with: missing(in: styles) + "</w:styles>")
        ]
        let links = text("word/_rels/document.xml.rels")
        if !document.contains("w:footerReference"), let links, let linksEnd = links.range(of: "</Relationships>"),
            let typesEnd = types.range(of: "</Types>")
        {
            changed["word/document.xml"] = withFooter(document)
            changed["word/footer-page.xml"] = footer
            changed["word/_rels/document.xml.rels"] = links.replacingCharacters(
                in: linksEnd,
                with: "<Relationship Id=\"rIdFooterPage\" Type=\"\(relationships)/footer\" Target=\"footer-page.xml\"/>"
                    + "</Relationships>")
            changed["[Content_Types].xml"] = types.replacingCharacters(
                in: typesEnd,
                with: "<Override PartName=\"/word/footer-page.xml\" ContentType=\"\(word).footer+xml\"/></Types>")
        }
        var result = parts.map { part in
            (part.name, changed.removeValue(forKey: part.name).map { Array($0.utf8) } ?? part.bytes)
        }
        for name in changed.keys.sorted() { result.append((name, Array((changed[name] ?? "").utf8))) }
        return result
    }

    private static func withFooter(_ document: String) -> String {
        let reference = "<w:footerReference w:type=\"default\" r:id=\"rIdFooterPage\"/>"
        guard let start = document.range(of: "<w:sectPr", options: .backwards),
            let close = document.range(of: ">", range: start.upperBound..<document.endIndex)
        else {
            return document.replacingOccurrences(
                of: "</w:body>", with: "<w:sectPr>\(reference)\(page)</w:sectPr></w:body>")
        }
        let isEmpty = document[..<close.lowerBound].hasSuffix("/")
        guard isEmpty else { return document.replacingCharacters(in: close, with: ">" + reference) }
        let open = document.index(before: close.lowerBound)..<close.upperBound
        return document.replacingCharacters(in: open, with: ">\(reference)\(page)</w:sectPr>")
    }

    // MARK: Styles

    /// The styles that pandoc gives to paragraphs and tables, as far as a document does not have them.
    private static func missing(in styles: String) -> String {
        func id(_ name: String) -> String? { Self.id(of: name, in: styles) }
        let normal = id("Normal") ?? "Normal"
        let body = id("Body Text") ?? normal
        let caption = id("caption") ?? normal
        var text = ""
        func add(_ name: String, _ key: String, type: String = "paragraph", on base: String?, _ properties: String) {
            guard id(name) == nil else { return }
            text +=
                "<w:style w:type=\"\(type)\" w:customStyle=\"1\" w:styleId=\"\(key)\"><w:name w:val=\"\(name)\"/>"
                + (base.map { "<w:basedOn w:val=\"\($0)\"/>" } ?? "") + "<w:qFormat/>\(properties)</w:style>"
        }
        add("Body Text", "BodyText", on: normal, "")
        add("First Paragraph", "FirstParagraph", on: body == normal ? "BodyText" : body, "")
        add(
            "Lead Paragraph", "LeadParagraph", on: body == normal ? "BodyText" : body,
            "<w:pPr><w:keepNext/><w:keepLines/></w:pPr>")
        add(
            "Table Group", "TableGroup", on: id("Compact") ?? normal,
            "<w:pPr><w:keepNext/><w:spacing w:before=\"40\" w:after=\"40\"/></w:pPr><w:rPr><w:b/></w:rPr>")
        add("Compact", "Compact", on: normal, "<w:pPr><w:spacing w:before=\"40\" w:after=\"40\"/></w:pPr>")
        add("Table Caption", "TableCaption", on: caption, "<w:pPr><w:keepNext/></w:pPr>")
        add("Image Caption", "ImageCaption", on: caption, "")
        let grid = id("Table Grid")
        add("Table", "Table", type: "table", on: grid ?? id("Normal Table"), grid == nil ? borders : "")
        return text
    }

    /// What a document calls a style.
    private static func id(of name: String, in styles: String) -> String? {
        let wanted = "<w:name w:val=\"\(name.lowercased())\""
        for part in styles.components(separatedBy: "<w:style ").dropFirst() where part.lowercased().contains(wanted) {
            guard let start = part.range(of: "w:styleId=\""),
                let end = part.range(of: "\"", range: start.upperBound..<part.endIndex)
            else { continue }
            return String(part[start.upperBound..<end.lowerBound])
        }
        return nil
    }

    private static let borders = """
        <w:tblPr><w:tblBorders>\
        \(["top", "left", "bottom", "right", "insideH", "insideV"]
            .map { "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"777777\"/>" }.joined())\
        </w:tblBorders><w:tblCellMar><w:left w:w=\"85\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>\
        <w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="F2F4F6"/></w:tcPr>\
        </w:tblStylePr>
        """

    // MARK: The kit's own document

    private static let namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"\(relationships)\""
    private static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    /// A4 with margins of 2 cm.
    private static let page =
        "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" "
        + "w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>"

    private static let footer =
        head
        + "<w:ftr \(namespaces)><w:p><w:pPr><w:jc w:val=\"right\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Page </w:t></w:r>"
        + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>"
        + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        + "<w:r><w:t xml:space=\"preserve\"> of </w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
        + "<w:r><w:instrText xml:space=\"preserve\"> NUMPAGES </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
        + "<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:ftr>"

    private static var own: [Part] {
        func heading(_ level: Int, _ halfPoints: Int) -> String {
            "<w:style w:type=\"paragraph\" w:styleId=\"Heading\(level)\"><w:name w:val=\"heading \(level)\"/>"
                + "<w:basedOn w:val=\"Normal\"/><w:next w:val=\"BodyText\"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/>"
                + "<w:spacing w:before=\"\(360 - level * 40)\" w:after=\"120\"/><w:outlineLvl w:val=\"\(level - 1)\"/></w:pPr>"
                + "<w:rPr><w:b/><w:sz w:val=\"\(halfPoints)\"/></w:rPr></w:style>"
        }
        let font = "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"Arial\" w:cs=\"Arial\"/>"
        let styles =
            head
            + "<w:styles \(namespaces)><w:docDefaults><w:rPrDefault><w:rPr>\(font)<w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>"
            + "<w:lang w:val=\"en-GB\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"140\"/></w:pPr>"
            + "</w:pPrDefault></w:docDefaults>"
            + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>"
            + "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/><w:basedOn w:val=\"Normal\"/>"
            + "<w:next w:val=\"BodyText\"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:after=\"240\"/></w:pPr>"
            + "<w:rPr><w:b/><w:sz w:val=\"40\"/></w:rPr></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"BodyText\"><w:name w:val=\"Body Text\"/><w:basedOn w:val=\"Normal\"/></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"Caption\"><w:name w:val=\"caption\"/><w:basedOn w:val=\"Normal\"/>"
            + "<w:rPr><w:b/></w:rPr></w:style>"
            + "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"Compact\"><w:name w:val=\"Compact\"/>"
            + "<w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr><w:spacing w:before=\"40\" w:after=\"40\"/></w:pPr>"
            + "<w:rPr><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/></w:rPr></w:style>"
            + [(1, 32), (2, 28), (3, 26), (4, 24), (5, 24), (6, 24)].map(heading).joined() + "</w:styles>"
        let types =
            head + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType=\"\(word).document.main+xml\"/>"
            + "<Override PartName=\"/word/styles.xml\" ContentType=\"\(word).styles+xml\"/></Types>"
        let packageLinks = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        let parts = [
            ("[Content_Types].xml", types),
            (
                "_rels/.rels",
                head + packageLinks
                    + "<Relationship Id=\"rId1\" Type=\"\(relationships)/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            ),
            (
                "word/document.xml",
                head + "<w:document \(namespaces)><w:body><w:p/><w:sectPr>\(page)</w:sectPr></w:body></w:document>"
            ),
            (
                "word/_rels/document.xml.rels",
                head + packageLinks
                    + "<Relationship Id=\"rId1\" Type=\"\(relationships)/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
            ("word/styles.xml", styles),
        ]
        return parts.map { ($0.0, Array($0.1.utf8)) }
    }
}
