import FamilyServicesImport
import FamilyServicesKit
import SpreadsheetDates
import ZipPackage

/// Writes the sheets of a pack as a workbook that people fill in: headings with notes, lists to choose from, cells in the form that
/// their columns ask for.
///
/// The parts are written here, and not by the library that makes reports: packs are then kept as workbooks without it, and a
/// workbook of a pack needs little: cells, notes and lists.
struct PackWorkbookWriter {
    /// The rows of a sheet that is to be filled in, for which its lists hold.
    private static let preparedRows = 1_000

    private let sheets: [PlainSheet]
    private let title: String
    private let hidden: Set<String>
    private var lists = ListSheet()

    /// Writes a workbook.
    ///
    /// - Parameters:
    ///   - sheets: The sheets, in order.
    ///   - title: The title of the document.
    ///   - hidden: The names of sheets that are there and not seen until somebody asks for them.
    /// - Returns: The bytes of the file, the same for the same sheets.
    /// - Throws: ``PackWorkbook/ConversionError`` where a workbook cannot hold them.
    static func bytes(
        of sheets: [PlainSheet], title: String, hidden: Set<String> = []
    ) throws(PackWorkbook.ConversionError) -> [UInt8] {
        var writer = try PackWorkbookWriter(sheets: sheets, title: title, hidden: hidden)
        do throws(ZipFileError) {
            return try ZipMaker.file(writer.parts())
        } catch {
            throw PackWorkbook.ConversionError([
                Diagnostic(.error, .limit, "The workbook cannot be made: \(error.reason).")
            ])
        }
    }

    private init(sheets: [PlainSheet], title: String, hidden: Set<String>) throws(PackWorkbook.ConversionError) {
        self.sheets = sheets
        self.title = title
        self.hidden = hidden
        var problems: [Diagnostic] = []
        for sheet in sheets {
            func refuse(_ message: String, row: Int? = nil, column: Int? = nil) {
                problems.append(
                    Diagnostic(
                        .error, .limit, message,
                        at: SourceLocation(file: "the workbook", sheet: sheet.name, line: row, column: column)))
            }
            if sheet.name.utf16.count > 31 || sheet.name.contains(where: { "[]:*?/\\".contains($0) }) {
                refuse("A sheet cannot have this name; give the file a name of at most 31 letters, digits and hyphens.")
            }
            if sheet.rows.count >= 1_048_576 { refuse("A sheet has at most 1,048,576 rows.") }
            for (row, cells) in sheet.rows.enumerated() {
                for (column, text) in cells.enumerated() where text.utf16.count > 32_767 {
                    refuse(
                        "A cell holds at most 32,767 characters; divide the text.", row: row + 2, column: column + 1)
                }
            }
        }
        guard problems.isEmpty else { throw PackWorkbook.ConversionError(problems) }
    }

    // MARK: Parts

    private mutating func parts() -> [(name: String, bytes: [UInt8])] {
        var pages: [(name: String, xml: String, notes: [String])] = []
        for sheet in sheets { pages.append((sheet.name, page(sheet), notes(sheet))) }
        if !lists.columns.isEmpty { pages.append((ListSheet.name, lists.page, [])) }
        var parts: [(name: String, bytes: [UInt8])] = []
        func add(_ name: String, _ text: String) { parts.append((name, Array((XML.declaration + text).utf8))) }
        let numbers = pages.indices.map { $0 + 1 }
        let noted = numbers.filter { !pages[$0 - 1].notes.isEmpty }
        let type = "application/vnd.openxmlformats-officedocument.spreadsheetml."
        add(
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(type)sheet.main+xml\"/>"
                + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(type)styles+xml\"/>"
                + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
                + numbers.map {
                    "<Override PartName=\"/xl/worksheets/sheet\($0).xml\" ContentType=\"\(type)worksheet+xml\"/>"
                }
                .joined()
                + noted.map { "<Override PartName=\"/xl/comments\($0).xml\" ContentType=\"\(type)comments+xml\"/>" }
                .joined()
                + "</Types>")
        add(
            "_rels/.rels",
            XML.relationships([
                ("officeDocument", "xl/workbook.xml"),
                (
                    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                    "docProps/core.xml"
                ),
            ]))
        add(
            "docProps/core.xml",
            "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
                + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>\(XML.text(title))</dc:title>"
                + "<dc:language>en-GB</dc:language></cp:coreProperties>")
        add(
            "xl/workbook.xml",
            "<workbook \(XML.main) \(XML.references)><sheets>"
                + numbers.map {
                    "<sheet name=\"\(XML.attribute(pages[$0 - 1].name))\" sheetId=\"\($0)\"\(hidden.contains(pages[$0 - 1].name) ? " state=\"hidden\"" : "") r:id=\"rId\($0)\"/>"
                }
                .joined() + "</sheets></workbook>")
        add(
            "xl/_rels/workbook.xml.rels",
            XML.relationships(numbers.map { ("worksheet", "worksheets/sheet\($0).xml") } + [("styles", "styles.xml")]))
        add("xl/styles.xml", Self.styles)
        for number in numbers {
            let page = pages[number - 1]
            add("xl/worksheets/sheet\(number).xml", page.xml)
            guard !page.notes.isEmpty else { continue }
            add(
                "xl/worksheets/_rels/sheet\(number).xml.rels",
                XML.relationships([
                    ("vmlDrawing", "../drawings/vmlDrawing\(number).vml"), ("comments", "../comments\(number).xml"),
                ]))
            add("xl/comments\(number).xml", Notes.comments(page.notes))
            add("xl/drawings/vmlDrawing\(number).vml", Notes.drawing(page.notes))
        }
        return parts
    }

    /// The looks of cells, in the order of their numbers.
    private enum Look: Int {
        case plain, heading, text, number, date
    }

    private static let styles =
        "<styleSheet \(XML.main)><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts>"
        + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Arial\"/></font><font><b/><sz val=\"11\"/><name val=\"Arial\"/></font>"
        + "</fonts><fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>"
        + "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFDCE6F1\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>"
        + "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/>"
        + "<bottom style=\"thin\"><color rgb=\"FF505A5F\"/></bottom><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"5\">"
        + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
        + "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"2\" borderId=\"1\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" "
        + "applyBorder=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>"
        + [49, 0, 164].map {
            "<xf numFmtId=\"\($0)\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\">"
                + "<alignment vertical=\"top\" wrapText=\"1\"/></xf>"
        }.joined()
        + "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"

    // MARK: Sheets

    /// Whether the rows of a sheet are the fields of a file, one in each.
    private func hasFields(_ sheet: PlainSheet) -> Bool { PlainSheet.fieldRows[sheet.name] != nil }

    private func look(of column: PlainSheet.Column, _ sheet: PlainSheet) -> Look {
        if hasFields(sheet) { return .text }
        if ColumnGuide.isDate(column.name, sheet.name) { return .date }
        return ColumnGuide.isNumber(column.name, heading: column.heading, sheet.name) ? .number : .text
    }

    private mutating func page(_ sheet: PlainSheet) -> String {
        let looks = sheet.columns.map { look(of: $0, sheet) }
        let widths = sheet.columns.indices.map { width(of: $0, sheet) }
        var xml =
            "<worksheet \(XML.main) \(XML.references)><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews>"
            + "<sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
            + "<selection pane=\"bottomLeft\" activeCell=\"A2\" sqref=\"A2\"/></sheetView></sheetViews>"
            + "<sheetFormatPr defaultRowHeight=\"15\"/>"
        if !sheet.columns.isEmpty {
            xml += "<cols>"
            for (index, look) in looks.enumerated() {
                xml +=
                    "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(widths[index])\" style=\"\(look.rawValue)\" "
                    + "customWidth=\"1\"/>"
            }
            xml += "</cols>"
        }
        xml += "<sheetData><row r=\"1\">"
        for (index, column) in sheet.columns.enumerated() {
            xml += Self.cell(row: 1, column: index, text: column.heading, .heading)
        }
        xml += "</row>"
        for (index, row) in sheet.rows.enumerated() {
            // Not every program makes room for texts over several lines by itself.
            let lines = row.indices.reduce(1) { max($0, Self.lines(of: row[$1], in: widths[$1])) }
            xml += "<row r=\"\(index + 2)\"\(lines > 1 ? " ht=\"\(min(lines, 26) * 15)\"" : "")>"
            for (column, text) in row.enumerated() where !text.isEmpty {
                xml += Self.cell(row: index + 2, column: column, value: text, looks[column])
            }
            xml += "</row>"
        }
        xml += "</sheetData>" + validations(sheet)
        xml += "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.4\" bottom=\"0.4\" header=\"0.3\" footer=\"0.3\"/>"
        xml += "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>"
        let last = SourceLocation.letters(of: max(1, sheet.columns.count))
        // References and periods are words; Excel would mark each as a number that was written as text.
        xml +=
            "<ignoredErrors><ignoredError sqref=\"A1:\(last)\(sheet.rows.count + Self.preparedRows)\" numberStoredAsText=\"1\"/></ignoredErrors>"
        if !notes(sheet).isEmpty { xml += "<legacyDrawing r:id=\"rId1\"/>" }
        return xml + "</worksheet>"
    }

    /// How many lines a text takes in a column.
    private static func lines(of text: String, in width: Int) -> Int {
        text.utf8.count < width
            ? 1
            : text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
                $0 + 1 + $1.count / max(1, width - 2)
            }
    }

    private func width(of column: Int, _ sheet: PlainSheet) -> Int {
        let longest = sheet.rows.prefix(2_000).reduce(sheet.columns[column].heading.count + 2) {
            max($0, column < $1.count ? $1[column].prefix(60).count : 0)
        }
        return min(max(longest + 1, 11), 48)
    }

    /// A value as the look of its column has it, where it is read as the same again; else as a text.
    private static func cell(row: Int, column: Int, value: String, _ look: Look) -> String {
        let reference = SourceLocation.letters(of: column + 1) + String(row)
        switch look {
        case .number:
            if isPlainNumber(value) { return "<c r=\"\(reference)\" s=\"\(look.rawValue)\"><v>\(value)</v></c>" }
        case .date:
            // Before March 1900 Excel counts a day that never was.
            if value.utf8.count == 10, let date = try? CalendarDate(iso: value),
                let serial = SpreadsheetDate.serial(of: date), serial >= 61
            {
                return "<c r=\"\(reference)\" s=\"\(look.rawValue)\"><v>\(serial)</v></c>"
            }
        case .plain, .heading, .text: break
        }
        return cell(row: row, column: column, text: value, look == .date || look == .number ? .text : look)
    }

    private static func cell(row: Int, column: Int, text: String, _ look: Look) -> String {
        let reference = SourceLocation.letters(of: column + 1) + String(row)
        return
            "<c r=\"\(reference)\" s=\"\(look.rawValue)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(XML.text(text))</t></is></c>"
    }

    /// Whether a text is a number as it comes back from a workbook.
    private static func isPlainNumber(_ text: String) -> Bool {
        guard text.utf8.count <= 16, let number = Double(text), number.isFinite else { return false }
        return DecimalText.shortest(number).filter { $0 != "," } == text
    }

    // MARK: Lists and notes

    private mutating func validations(_ sheet: PlainSheet) -> String {
        var rules: [String] = []
        func rule(_ range: String, _ formula: String) {
            // Words of the trade and the council's own are read too, so that nothing is refused.
            rules.append(
                "<dataValidation type=\"list\" allowBlank=\"1\" showInputMessage=\"1\" showErrorMessage=\"0\" sqref=\"\(range)\">"
                    + "<formula1>\(XML.text(formula))</formula1></dataValidation>")
        }
        if hasFields(sheet) {
            for (index, row) in sheet.rows.enumerated() {
                guard let name = row.first.map(PlainSheet.name(ofHeading:)),
                    let formula = formula(ColumnGuide.choices(of: name, sheet.name))
                else { continue }
                rule("B\(index + 2)", formula)
            }
        } else {
            for (index, column) in sheet.columns.enumerated() {
                guard let formula = formula(ColumnGuide.choices(of: column.name, sheet.name)) else { continue }
                let letters = SourceLocation.letters(of: index + 1)
                rule("\(letters)2:\(letters)\(sheet.rows.count + Self.preparedRows)", formula)
            }
        }
        return rules.isEmpty
            ? "" : "<dataValidations count=\"\(rules.count)\">\(rules.joined())</dataValidations>"
    }

    /// Where the things to choose from are; `nil` where there are none.
    private mutating func formula(_ choices: ColumnGuide.Choices?) -> String? {
        switch choices {
        case nil: return nil
        case .words(let name, let words)?: return lists.range(of: words, named: name)
        case .rows(let sheets, let column)?:
            for name in sheets {
                guard let sheet = self.sheets.first(where: { $0.name == name }),
                    let index = sheet.columns.firstIndex(where: { $0.name == column })
                else { continue }
                let letters = SourceLocation.letters(of: index + 1)
                return "'\(name)'!$\(letters)$2:$\(letters)$\(sheet.rows.count + Self.preparedRows)"
            }
            return nil
        }
    }

    /// The note of each cell of the first row; empty where a column has none.
    private func notes(_ sheet: PlainSheet) -> [String] {
        sheet.columns.map { ColumnGuide.note(on: $0.name, sheet.name) ?? "" }
    }
}

/// The sheet of words that cells can be filled with.
private struct ListSheet {
    static let name = "Lists"

    private(set) var columns: [(name: String, words: [String])] = []

    /// Where some words are.
    mutating func range(of words: [String], named name: String) -> String {
        var number = columns.firstIndex { $0.words == words } ?? columns.count
        if number == columns.count {
            columns.append((name, words))
            number = columns.count - 1
        }
        let letters = SourceLocation.letters(of: number + 1)
        return "\(Self.name)!$\(letters)$2:$\(letters)$\(words.count + 1)"
    }

    var page: String {
        func cell(_ row: Int, _ column: Int, _ text: String, _ look: Int) -> String {
            "<c r=\"\(SourceLocation.letters(of: column + 1))\(row)\" s=\"\(look)\" t=\"inlineStr\"><is><t>\(XML.text(text))</t></is></c>"
        }
        var xml =
            "<worksheet \(XML.main)><cols><col min=\"1\" max=\"\(columns.count)\" width=\"24\" customWidth=\"1\"/></cols><sheetData>"
        for row in 0...(columns.map(\.words.count).max() ?? 0) {
            xml += "<row r=\"\(row + 1)\">"
            for (index, column) in columns.enumerated() {
                if row == 0 {
                    xml += cell(1, index, column.name, 1)
                } else if row <= column.words.count {
                    xml += cell(row + 1, index, column.words[row - 1], 2)
                }
            }
            xml += "</row>"
        }
        return xml + "</sheetData></worksheet>"
    }
}

/// Notes on the cells of the first row.
private enum Notes {
    static func comments(_ notes: [String]) -> String {
        var xml = "<comments \(XML.main)><authors><author></author></authors><commentList>"
        for (column, note) in notes.enumerated() where !note.isEmpty {
            xml +=
                "<comment ref=\"\(SourceLocation.letters(of: column + 1))1\" authorId=\"0\"><text><t xml:space=\"preserve\">\(XML.text(note))</t></text></comment>"
        }
        return xml + "</commentList></comments>"
    }

    /// The boxes in which Excel shows the notes; their place follows the cell.
    static func drawing(_ notes: [String]) -> String {
        var xml =
            "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
            + "xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/>"
            + "</o:shapelayout><v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">"
            + "<v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>"
        for (column, note) in notes.enumerated() where !note.isEmpty {
            // About forty letters fit in a line of such a box.
            let rows = min(14, max(3, note.count / 38 + note.count { $0 == "\n" } + 2))
            xml +=
                "<v:shape id=\"_x0000_s\(1_025 + column)\" type=\"#_x0000_t202\" style=\"position:absolute;margin-left:60pt;margin-top:2pt;"
                + "width:220pt;height:\(rows * 15)pt;z-index:\(column + 1);visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\">"
                + "<v:fill color2=\"#ffffe1\"/><v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\">"
                + "<div style=\"text-align:left\"></div></v:textbox><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/>"
                + "<x:SizeWithCells/><x:Anchor>\(column + 1), 12, 1, 4, \(column + 4), 12, \(rows + 1), 4</x:Anchor>"
                + "<x:AutoFill>False</x:AutoFill><x:Row>0</x:Row><x:Column>\(column)</x:Column></x:ClientData></v:shape>"
        }
        return xml + "</xml>"
    }
}

/// Texts as XML has them.
enum XML {
    static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    static let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    static let references = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""

    static func relationships(_ targets: [(type: String, target: String)]) -> String {
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + targets.enumerated().map { index, item in
                let type =
                    item.type.hasPrefix("http")
                    ? item.type : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/\(item.type)"
                return "<Relationship Id=\"rId\(index + 1)\" Type=\"\(type)\" Target=\"\(item.target)\"/>"
            }.joined() + "</Relationships>"
    }

    static func attribute(_ text: String) -> String { self.text(text).replacing("\"", with: "&quot;") }

    /// A text with what has a meaning in XML, and what XML cannot hold, in the words of workbooks.
    static func text(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\n", "\t": result.append(scalar)
            case "_" where isEscape(scalars, index): result.append(contentsOf: "_x005F_".unicodeScalars)
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                let escape = "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
                result.append(contentsOf: escape.unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// Whether what begins at a place reads as one of a workbook's own words for a character.
    private static func isEscape(_ scalars: [Unicode.Scalar], _ start: Int) -> Bool {
        guard start + 6 < scalars.count, scalars[start + 1] == "x", scalars[start + 6] == "_" else { return false }
        return scalars[(start + 2)..<(start + 6)].allSatisfy { $0.isASCII && Character($0).isHexDigit }
    }
}
