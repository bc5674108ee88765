import FamilyServicesKit

/// The small parts of a workbook that the C interface cannot write as they should be.
enum PackageParts {
    /// The new texts of parts by their names.
    static func replacements(in archive: ZipArchive, plan: WorkbookPlan) throws -> [String: [UInt8]] {
        var parts = ["docProps/core.xml": Array(core(plan.properties).utf8)]
        parts["xl/styles.xml"] = try styles(archive.contents(of: "xl/styles.xml"), plan: plan)
        if plan.sheets.contains(where: { $0.hasNames && needsQuotes($0.name) }) {
            parts["xl/workbook.xml"] = quoted(try archive.contents(of: "xl/workbook.xml"), plan: plan)
        }
        for (index, chart) in plan.sheets.flatMap(\.charts).enumerated() {
            let name = "xl/charts/chart\(index + 1).xml"
            parts[name] = try ChartLayout.part(archive.contents(of: name), chart)
        }
        for (index, sheet) in plan.sheets.filter(\.hasDrawing).enumerated() {
            let name = "xl/drawings/drawing\(index + 1).xml"
            parts[name] = try DrawingPart.sized(archive.contents(of: name), sheet)
        }
        return parts
    }

    // MARK: Document properties

    /// The properties of the document, with the language, which the library does not know.
    ///
    /// The dates are written here too, because the library turns them into text with a function that two threads must not
    /// call at a time.
    static func core(_ properties: DocumentProperties) -> String {
        func element(_ name: String, _ text: String, _ attributes: String = "") -> String {
            text.isEmpty ? "" : "<\(name)\(attributes)>\(escaped(text))</\(name)>"
        }
        let date = "\(properties.created)T00:00:00Z"
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
            + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
            + "xmlns:dcmitype=\"http://purl.org/dc/dcmitype/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
            + element("dc:title", properties.title) + element("dc:subject", properties.subject)
            + element("dc:creator", properties.author) + element("cp:keywords", properties.keywords)
            + element("dc:description", properties.comments) + element("cp:lastModifiedBy", properties.author)
            + element("dcterms:created", date, " xsi:type=\"dcterms:W3CDTF\"")
            + element("dcterms:modified", date, " xsi:type=\"dcterms:W3CDTF\"")
            + element("cp:category", properties.category) + element("dc:language", properties.language)
            + "</cp:coreProperties>"
    }

    static func escaped(_ text: String) -> String {
        var buffer = ByteBuffer(capacity: text.utf8.count)
        buffer.append(escaped: text)
        return String(decoding: buffer.bytes, as: UTF8.self)
    }

    // MARK: Cell styles

    /// Adds the heading styles, by which screen readers find titles, and sets the font of the Normal style, on which the
    /// widths of columns are based.
    static func styles(_ bytes: [UInt8], plan: WorkbookPlan) throws(XLSXExportError) -> [UInt8] {
        var result = PartText(bytes)
        var styles: [(name: String, builtIn: CellStyle.BuiltIn, builtInID: Int, font: String)] = []
        for (name, builtIn, id) in [("Heading 1", CellStyle.BuiltIn.heading1, 16), ("Heading 2", .heading2, 17)] {
            if let font = font(ofStyle: builtIn, in: result) { styles.append((name, builtIn, id, font)) }
        }
        guard styles.first?.builtIn == .heading1 else { throw unexpected() }
        let formats = styles.map {
            "<xf numFmtId=\"0\" fontId=\"\($0.font)\" fillId=\"0\" borderId=\"0\" applyNumberFormat=\"0\" "
                + "applyFill=\"0\" applyBorder=\"0\" applyAlignment=\"0\" applyProtection=\"0\"/>"
        }
        let names = styles.map {
            "<cellStyle name=\"\($0.name)\" xfId=\"\($0.builtIn.rawValue)\" builtinId=\"\($0.builtInID)\"/>"
        }
        let count = styles.count + 1
        try replace("<cellStyleXfs count=\"1\">", with: "<cellStyleXfs count=\"\(count)\">", in: &result)
        try replace("</cellStyleXfs>", with: formats.joined() + "</cellStyleXfs>", in: &result)
        try replace("<cellStyles count=\"1\">", with: "<cellStyles count=\"\(count)\">" + names.joined(), in: &result)
        guard let start = result.firstRange(of: "<font>"),
            let end = result.firstRange(of: "</font>", from: start.upperBound)
        else { throw unexpected() }
        let normal = plan.normalFont
        result.replace(
            start.upperBound..<end.lowerBound,
            with: "<sz val=\"\(DecimalText.plain(normal.size, decimals: 0))\"/><color theme=\"1\"/>"
                + "<name val=\"\(normal.name)\"/><family val=\"2\"/>")
        return result.bytes
    }

    /// The number of the font of the first cell format that belongs to a style.
    private static func font(ofStyle style: CellStyle.BuiltIn, in text: PartText) -> String? {
        guard let formats = text.firstRange(of: "<cellXfs "),
            let mark = text.firstRange(of: " xfId=\"\(style.rawValue)\"", from: formats.upperBound),
            let font = text.lastRange(of: "fontId=\"", in: formats.upperBound..<mark.lowerBound)
        else { return nil }
        return String(decoding: text.bytes[font.upperBound...].prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
    }

    private static func replace(_ old: String, with new: String, in text: inout PartText) throws(XLSXExportError) {
        guard let range = text.firstRange(of: old) else { throw unexpected() }
        text.replace(range, with: new)
    }

    private static func unexpected() -> XLSXExportError {
        XLSXExportError(
            .library,
            "libxlsxwriter wrote a list of styles that this exporter does not understand; use version 1.1.4 or a "
                + "later one of series 1.")
    }

    // MARK: References to sheets

    /// Whether a name needs quotation marks that the library does not give it: it has no space or mark, but Excel would take
    /// it for a number or a cell.
    static func needsQuotes(_ name: String) -> Bool {
        guard name.utf8.allSatisfy({ $0 < 0x80 }),
            name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." })
        else { return false }
        if name.first.map({ $0.isNumber || $0 == "." }) ?? false { return true }
        var names: Set<String> = []
        return TextRules.tableName(name, taken: &names).hasSuffix("_table")
    }

    private static func quoted(_ bytes: [UInt8], plan: WorkbookPlan) -> [UInt8] {
        var result = PartText(bytes)
        for sheet in plan.sheets where sheet.hasNames && needsQuotes(sheet.name) {
            result.replaceAll(">\(sheet.name)!$", with: ">\(TextRules.quoted(sheet: sheet.name))!$")
        }
        return result.bytes
    }
}
