/// What the parts of a workbook besides its sheets say.
struct Workbook {
    /// A sheet with cells.
    struct Sheet {
        let name: String
        let part: String
        let isHidden: Bool
    }

    let sheets: [Sheet]
    /// Whether days are counted from 1904, as old Macs did.
    let countsFrom1904: Bool
    let sharedTexts: [String]
    let formats: CellFormats

    init(_ parts: inout PackageParts) throws(XLSXReadingError) {
        guard let part = try Relationships(of: "", in: &parts).part("officeDocument") else {
            throw FileSignature.notAWorkbook("a ZIP file, but not a workbook")
        }
        try Self.checkType(of: part, in: &parts)
        let relationships = try Relationships(of: part, in: &parts)
        var sheets: [Sheet] = []
        var names: Set<String> = []
        var countsFrom1904 = false
        var scanner = try XMLScanner(parts.contents(of: part), part: part)
        let limit = parts.limits.sheets
        try scanner.root("workbook", .sheets)
        try scanner.children { scanner throws(XLSXReadingError) in
            if scanner.isSheetElement("workbookPr") {
                let value = try scanner.attribute("date1904")
                countsFrom1904 = value == "1" || value == "true"
            }
            guard scanner.isSheetElement("sheets") else { return }
            try scanner.children { scanner throws(XLSXReadingError) in
                guard scanner.isSheetElement("sheet") else { return }
                guard let name = try scanner.attribute("name").map(EscapedText.undone),
                    let id = try scanner.relationshipIdentifier(), let target = relationships[id]
                else { throw scanner.malformed("a sheet without a name or a part") }
                guard names.insert(name).inserted else { throw scanner.malformed("two sheets of the same name") }
                // Charts, dialogues and macros have sheets of their own, without cells.
                guard target.kind == "worksheet", let part = target.part else { return }
                let state = try scanner.attribute("state")
                sheets.append(Sheet(name: name, part: part, isHidden: state == "hidden" || state == "veryHidden"))
                guard sheets.count <= limit else {
                    throw XLSXReadingError(
                        .limit, "The workbook has more than \(limit) sheets; no more are read. Ask for a higher limit.")
                }
            }
        }
        guard try scanner.next() == .finish else { throw scanner.malformed("something behind its end") }
        self.sheets = sheets
        self.countsFrom1904 = countsFrom1904
        sharedTexts =
            try relationships.part("sharedStrings").map { name throws(XLSXReadingError) in
                try SharedTexts.read(name, in: &parts)
            } ?? []
        formats =
            try relationships.part("styles").map { name throws(XLSXReadingError) in
                try CellFormats(name, in: &parts)
            } ?? CellFormats()
    }

    /// Refuses what is no workbook, or one in another form.
    private static func checkType(of part: String, in parts: inout PackageParts) throws(XLSXReadingError) {
        let list = "[Content_Types].xml"
        var scanner = try XMLScanner(parts.contents(of: list), part: list)
        var type: String?
        var byDefault: String?
        try scanner.root("Types", .contentTypes)
        try scanner.children { scanner throws(XLSXReadingError) in
            let contentType = try scanner.attribute("ContentType")
            if scanner.name == "Override", let name = try scanner.attribute("PartName"),
                Relationships.resolved(name, in: "").lowercased() == part.lowercased()
            {
                type = contentType
            } else if scanner.name == "Default", let ending = try scanner.attribute("Extension"),
                part.lowercased().hasSuffix("." + ending.lowercased())
            {
                byDefault = contentType
            }
        }
        guard let type = (type ?? byDefault)?.lowercased() else {
            throw scanner.malformed("the workbook says nothing of its kind")
        }
        if type.contains("sheet.binary") { throw FileSignature.notAWorkbook("a binary workbook (.xlsb)") }
        if type.contains("wordprocessingml") { throw FileSignature.notAWorkbook("a Word document") }
        if type.contains("presentationml") { throw FileSignature.notAWorkbook("a PowerPoint presentation") }
        guard type.contains("spreadsheetml") || type.contains("ms-excel") else {
            throw FileSignature.notAWorkbook("a ZIP file, but not a workbook")
        }
    }
}
