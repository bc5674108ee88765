import FamilyServicesKit
import XLSXReading
import ZipPackage

/// A workbook made by hand, part by part.
struct HandMade {
    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let strictMain = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let strictOffice = "http://purl.oclc.org/ooxml/officeDocument/relationships"

    var namespace = main
    /// What is inside `sheetData`.
    var rows = ""
    /// What is inside `sst`.
    var texts = ""
    /// The number formats of the looks of cells, after the first, which is General.
    var formats: [String] = []
    var workbookProperties = ""
    /// What is before the root of the sheet.
    var prologue = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"
    /// The sheet in place of the one that is made of the rows.
    var sheetPart: [UInt8]?
    var sheetTarget = "worksheets/sheet1.xml"
    var sheetName = "Sheet"
    var workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

    private var relationships: String { namespace == Self.strictMain ? Self.strictOffice : Self.office }

    /// The parts by name.
    var parts: [(name: String, bytes: [UInt8])] {
        let codes = formats.enumerated().map { index, code in
            let code = code.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
            return "<numFmt numFmtId=\"\(200 + index)\" formatCode=\"\(code)\"/>"
        }
        let looks = formats.indices.map { "<xf numFmtId=\"\(200 + $0)\"/>" }
        let path = sheetTarget.hasPrefix("/") ? String(sheetTarget.dropFirst()) : "xl/" + sheetTarget
        let packageNamespace = "http://schemas.openxmlformats.org/package/2006"
        let texts: [(String, String)] = [
            (
                "[Content_Types].xml",
                "<Types xmlns=\"\(packageNamespace)/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(workbookType)\"/></Types>"
            ),
            (
                "_rels/.rels",
                "<Relationships xmlns=\"\(packageNamespace)/relationships\"><Relationship Id=\"rId1\" "
                    + "Type=\"\(relationships)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"\(namespace)\" xmlns:r=\"\(relationships)\">\(workbookProperties)<sheets>"
                    + "<sheet name=\"\(sheetName)\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"\(packageNamespace)/relationships\">"
                    + "<Relationship Id=\"rId1\" Type=\"\(relationships)/worksheet\" Target=\"\(sheetTarget)\"/>"
                    + "<Relationship Id=\"rId2\" Type=\"\(relationships)/styles\" Target=\"styles.xml\"/>"
                    + "<Relationship Id=\"rId3\" Type=\"\(relationships)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                    + "</Relationships>"
            ),
            (
                "xl/styles.xml",
                "<styleSheet xmlns=\"\(namespace)\"><numFmts>\(codes.joined())</numFmts><cellStyleXfs><xf numFmtId=\"14\"/>"
                    + "</cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>\(looks.joined())</cellXfs></styleSheet>"
            ),
            ("xl/sharedStrings.xml", "<sst xmlns=\"\(namespace)\">\(self.texts)</sst>"),
        ]
        let sheet =
            sheetPart
            ?? Array((prologue + "<worksheet xmlns=\"\(namespace)\"><sheetData>\(rows)</sheetData></worksheet>").utf8)
        return texts.map { ($0, Array($1.utf8)) } + [(path, sheet)]
    }

    /// The file.
    func file(_ settings: TestZip.Settings = .init()) throws -> [UInt8] { try TestZip.file(parts, settings) }

    /// The rows of the sheet as they are read.
    func read(_ reader: XLSXReader = XLSXReader()) throws -> [[String]] {
        try reader.read(file())[0].rows.map { $0.map(\.short) }
    }

    /// The values of the first row of a sheet with these cells.
    static func cells(_ cells: String, texts: String = "") throws -> [String] {
        try HandMade(rows: "<row r=\"1\">\(cells)</row>", texts: texts).read().first ?? []
    }
}

extension SheetCell {
    /// The value in a few letters.
    var short: String {
        switch self {
        case .empty: "-"
        case .text(let text): "“\(text)”"
        case .number(let number): "\(number)"
        case .date(let date): "\(date)"
        case .boolean(let value): "\(value)"
        case .error(let code): "error \(code)"
        }
    }
}

/// Writes ZIP files in the ways that programs do.
enum TestZip {
    struct Settings {
        var isStored = false
        /// Whether sizes and checksum are behind the data, and zeros before it.
        var hasDescriptors = false
        /// Whether sizes and places are in the fields of ZIP64.
        var isWide = false
        var comment = ""
        var flags: UInt16 = 0
        /// What the names of the parts become.
        var rename: (String) -> String = { $0 }
    }

    static func file(_ parts: [(name: String, bytes: [UInt8])], _ settings: Settings = .init()) throws -> [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for part in parts {
            let name = Array(settings.rename(part.name).utf8)
            let packed = settings.isStored ? part.bytes : try RawDeflate.deflate(part.bytes)
            let checksum = RawDeflate.checksum(part.bytes)
            let (start, wide) = (file.count, settings.isWide)
            let flags = settings.flags | (settings.hasDescriptors ? 8 : 0)
            let head =
                number(wide ? 45 : 20, 2) + number(Int(flags), 2) + number(settings.isStored ? 0 : 8, 2) + number(0, 4)
            let sizes = number(Int(checksum), 4) + number(packed.count, 4) + number(part.bytes.count, 4)
            file += number(0x0403_4B50, 4) + head + (settings.hasDescriptors ? number(0, 12) : sizes)
            file += number(name.count, 2) + number(0, 2) + name + packed
            if settings.hasDescriptors { file += number(0x0807_4B50, 4) + sizes }
            let extra =
                wide
                ? number(1, 2) + number(24, 2) + number(part.bytes.count, 8) + number(packed.count, 8)
                    + number(start, 8)
                : []
            let shownSizes = wide ? number(Int(checksum), 4) + number(0xFFFF_FFFF, 4) + number(0xFFFF_FFFF, 4) : sizes
            directory += number(0x0201_4B50, 4) + number(20, 2) + head + shownSizes
            directory += number(name.count, 2) + number(extra.count, 2) + number(0, 10)
            directory += number(wide ? 0xFFFF_FFFF : start, 4) + name + extra
        }
        let start = file.count
        file += directory
        if settings.isWide {
            let end = file.count
            file += number(0x0606_4B50, 4) + number(44, 8) + number(45, 2) + number(45, 2) + number(0, 8)
            file += number(parts.count, 8) + number(parts.count, 8) + number(directory.count, 8) + number(start, 8)
            file += number(0x0706_4B50, 4) + number(0, 4) + number(end, 8) + number(1, 4)
        }
        let (count, size) = settings.isWide ? (0xFFFF, 0xFFFF_FFFF) : (parts.count, directory.count)
        file += number(0x0605_4B50, 4) + number(0, 4) + number(count, 2) + number(count, 2) + number(size, 4)
        file += number(settings.isWide ? 0xFFFF_FFFF : start, 4) + number(settings.comment.utf8.count, 2)
        return file + Array(settings.comment.utf8)
    }

    static func number(_ value: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: $0 < 8 ? value >> (8 * $0) : 0) }
    }
}
