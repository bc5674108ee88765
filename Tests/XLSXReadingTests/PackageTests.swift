import FamilyServicesKit
import Foundation
import TestSupport
import Testing
import XLSXReading
import ZipPackage

@Suite("The package of a workbook")
struct PackageTests {
    private let rows = "<row><c t=\"s\"><v>0</v></c><c s=\"1\"><v>45000</v></c></row>"
    private var plain: HandMade {
        HandMade(rows: rows, texts: "<si><t>a text</t></si>", formats: ["dd/mm/yyyy"])
    }
    private let expected = [["“a text”", "2023-03-15"]]

    private func read(_ bytes: [UInt8]) throws -> [[String]] {
        try XLSXReader().read(bytes)[0].rows.map { $0.map(\.short) }
    }

    @Test("Every way to write a ZIP file is read")
    func zip() throws {
        #expect(try read(plain.file()) == expected)
        #expect(try read(plain.file(.init(isStored: true))) == expected)
        #expect(try read(plain.file(.init(hasDescriptors: true))) == expected)
        #expect(try read(plain.file(.init(isWide: true))) == expected)
        #expect(try read(plain.file(.init(isStored: true, hasDescriptors: true, isWide: true))) == expected)
        #expect(try read(plain.file(.init(comment: "a comment PK\u{5}\u{6} with a mark"))) == expected)
        #expect(try read(plain.file(.init(rename: { $0.replacing("/", with: "\\") }))) == expected)
        #expect(try read(plain.file(.init(rename: { $0.uppercased() }))) == expected)
    }

    @Test(
        "The parts are found by what refers to them",
        arguments: [
            "sheet.xml", "/odd/place/of%20it.xml", "../elsewhere/./x.xml", "worksheets/../a/b/c.xml",
        ])
    func references(_ target: String) throws {
        var workbook = plain
        workbook.sheetTarget = target
        let path = [
            "sheet.xml": "xl/sheet.xml", "/odd/place/of%20it.xml": "odd/place/of it.xml",
            "../elsewhere/./x.xml": "elsewhere/x.xml", "worksheets/../a/b/c.xml": "xl/a/b/c.xml",
        ][target]
        let parts = workbook.parts.map {
            $0.name.hasSuffix(".xml") && $0.name == workbook.parts.last?.name ? (path ?? "", $0.bytes) : $0
        }
        #expect(try read(TestZip.file(parts)) == expected)
    }

    @Test("The strict form is read like the transitional one")
    func strict() throws {
        var workbook = plain
        workbook.namespace = HandMade.strictMain
        #expect(try read(workbook.file()) == expected)
    }

    @Test("Elements may have a prefix, and those of other languages are left alone")
    func prefixes() throws {
        var workbook = plain
        workbook.sheetPart = Array(
            """
            <x:worksheet xmlns:x="\(HandMade.main)" xmlns:y="urn:y" xmlns="urn:z"><y:sheetData><y:row><y:c><y:v>9</y:v></y:c>
            </y:row></y:sheetData><sheetData/><x:sheetData><x:row y:r="5"><x:c t="s" y:t="n"><x:v>0</x:v><y:v>7</y:v></x:c>
            <c><v>1</v></c><a:c xmlns:a="\(HandMade.main)" s="1"><a:v>45000</a:v></a:c></x:row></x:sheetData>
            <mc:AlternateContent xmlns:mc="urn:mc"/></x:worksheet>
            """.utf8)
        #expect(try read(workbook.file()) == expected)
    }

    @Test("Parts in UTF-16 are read in either order of bytes, with and without a mark")
    func utf16() throws {
        let text =
            "<worksheet xmlns=\"\(HandMade.main)\"><sheetData><row><c t=\"inlineStr\"><is><t>é 😀</t></is></c></row></sheetData></worksheet>"
        for isBigEndian in [true, false] {
            for hasMark in [true, false] {
                let units = (hasMark ? [0xFEFF] : []) + Array(text.utf16)
                let sheet = units.flatMap { unit in
                    [
                        UInt8(truncatingIfNeeded: isBigEndian ? unit >> 8 : unit),
                        UInt8(truncatingIfNeeded: isBigEndian ? unit : unit >> 8),
                    ]
                }
                #expect(try read(HandMade(sheetPart: sheet).file()) == [["“é 😀”"]])
                let error = try #require(throws: XLSXReadingError.self) {
                    try read(HandMade(sheetPart: Array(sheet.dropLast())).file())
                }
                #expect(error.code == .malformedPart)
            }
        }
    }

    @Test("A mark of UTF-8 is skipped")
    func byteOrderMark() throws {
        var workbook = plain
        workbook.prologue = "\u{FEFF}" + workbook.prologue
        #expect(try read(workbook.file()) == expected)
    }

    @Test("Sheets of charts have no cells and are left out; hidden ones are read")
    func otherSheets() throws {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let workbook = """
            <workbook xmlns="\(HandMade.main)" xmlns:r="\(office)"><sheets><sheet name="Chart" sheetId="1" r:id="c"/>
            <sheet name="_x0041_ &amp; B" sheetId="2" state="veryHidden" r:id="rId1"/></sheets></workbook>
            """
        let parts = plain.parts.map { part in
            switch part.name {
            case "xl/workbook.xml": return (part.name, Array(workbook.utf8))
            case "xl/_rels/workbook.xml.rels":
                let text = String(decoding: part.bytes, as: UTF8.self).replacing(
                    "</Relationships>",
                    with: "<Relationship Id=\"c\" Type=\"\(office)/chartsheet\" Target=\"c.xml\"/></Relationships>")
                return (part.name, Array(text.utf8))
            default: return part
            }
        }
        #expect(try XLSXReader().read(TestZip.file(parts)).map(\.name) == ["A & B"])
    }

    @Test("A file that is something else is refused by its name")
    func otherFiles() throws {
        let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        let openDocument: (String, [UInt8]) = ("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8))
        var binary = plain
        binary.workbookType = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
        var word = plain
        word.workbookType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
        let files: [(bytes: [UInt8], code: XLSXReadingError.Code, words: String)] = [
            (old + [UInt8](repeating: 0, count: 600), .notAWorkbook, ".xls"),
            (
                old + [UInt8](repeating: 0, count: 600) + "EncryptedPackage".utf8.flatMap { [UInt8]([$0, 0]) },
                .encrypted, "password"
            ),
            (try TestZip.file([openDocument]), .notAWorkbook, ".ods"),
            (try TestZip.file([("readme.txt", Array("hello".utf8))]), .notAWorkbook, "not a workbook"),
            (try TestZip.file([]), .notAWorkbook, "without content"),
            (try binary.file(), .notAWorkbook, ".xlsb"),
            (try word.file(), .notAWorkbook, "Word"),
            (Array("indicator,period,value\r\na,2026-01,5\r\n".utf8), .notAWorkbook, "CSV"),
            (Array("%PDF-1.7".utf8), .notAWorkbook, "PDF"),
            ([0x1F, 0x8B, 8], .notAWorkbook, "gzip"),
            (Array("<!DOCTYPE html><html></html>".utf8), .notAWorkbook, "web page"),
            (Array("<?xml version=\"1.0\"?><office:document/>".utf8), .notAWorkbook, ".ods"),
            ([], .notAWorkbook, "empty"),
            ([0xFF, 0x00, 0x17], .notAWorkbook, "no workbook"),
            (try plain.file(.init(flags: 1)), .encrypted, "password"),
        ]
        for file in files {
            let error = try #require(throws: XLSXReadingError.self) { try XLSXReader().read(file.bytes) }
            #expect(error.code == file.code && error.message.contains(file.words), "\(error)")
        }
    }

    @Test(
        "Files with macros and templates are workbooks",
        arguments: [
            "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
        ])
    func otherWorkbooks(_ type: String) throws {
        var workbook = plain
        workbook.workbookType = type
        #expect(try read(workbook.file()) == expected)
    }

    @Test("A file is read from its path, and what is no file is an error")
    func paths() throws {
        try withTemporaryDirectory { directory in
            let path = directory + "/book.xlsx"
            try Data(plain.file()).write(to: URL(filePath: path))
            #expect(try XLSXReader().read(contentsOf: path)[0].rows.map { $0.map(\.short) } == expected)
            for wrong in ["", directory, directory + "/none.xlsx", "/dev/null", "a\0b"] {
                let error = try #require(throws: XLSXReadingError.self) { try XLSXReader().read(contentsOf: wrong) }
                #expect(error.code == .file)
            }
            let error = try #require(throws: XLSXReadingError.self) {
                try XLSXReader(limits: .init(fileBytes: 100)).read(contentsOf: path)
            }
            #expect(error.code == .limit)
        }
    }

    @Test("A part that is missing, damaged or there twice is an error that names it")
    func damaged() throws {
        let parts = plain.parts
        for name in ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml"] {
            let missing = try #require(throws: XLSXReadingError.self) {
                try read(TestZip.file(parts.filter { $0.name != name }))
            }
            #expect(missing.code == .missingPart && missing.part == name)
            let twice = try #require(throws: XLSXReadingError.self) {
                try read(TestZip.file(parts + [(name.uppercased(), [])]))
            }
            #expect(twice.code == .damagedFile && twice.part == name.uppercased())
            let file = try TestZip.file(parts, .init(isStored: true))
            let part = try #require(parts.first { $0.name == name })
            let start = try #require(file.firstRange(of: part.bytes)?.lowerBound)
            var damaged = file
            damaged[start + part.bytes.count - 2] ^= 1
            let error = try #require(throws: XLSXReadingError.self) { try read(damaged) }
            #expect(error.code == .damagedFile && error.part == name)
        }
        let cut = try plain.file()
        for count in [30, 100, cut.count / 2, cut.count - 1] {
            let error = try #require(throws: XLSXReadingError.self) { try read(Array(cut.prefix(count))) }
            #expect(error.code == .damagedFile)
        }
    }

    @Test(
        "XML that workbooks do not use is refused",
        arguments: [
            "<!DOCTYPE a [<!ENTITY b \"c\">]>", "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">", "text",
            "<?xml encoding=\"latin1\"?>",
            "<a/>",
        ])
    func prologues(_ prologue: String) throws {
        var workbook = plain
        workbook.prologue = prologue
        let error = try #require(throws: XLSXReadingError.self) { try read(workbook.file()) }
        #expect(error.code == .malformedPart)
    }

    @Test(
        "XML that is not well-formed is refused",
        arguments: [
            "<row>", "</row>", "<row></Row>", "<row a=1/>", "<row a/>", "<row a=\"<\"/>", "<row a=\"1\" a=\"2\"/>",
            "<row a=\"1\"b=\"2\"/>",
            "<q:row/>", "< row/>", "<row", "<row a=\"", "<!-- ", "<![CDATA[", "<row/ >", "<:row/>", "<a:b:c/>", "<?pi",
            "<row><c t=\"inlineStr\"><is><t>&none;</t></is></c></row>",
            "<row><c t=\"inlineStr\"><is><t>&#0;</t></is></c></row>",
            "<row><c t=\"inlineStr\"><is><t>&#xD800;</t></is></c></row>",
            "<row><c t=\"inlineStr\"><is><t>&#x110000;</t></is></c></row>",
            "<row><c t=\"inlineStr\"><is><t>&#+9;</t></is></c></row>",
            "<row><c t=\"inlineStr\"><is><t>& b</t></is></c></row>",
            "<row><c t=\"inlineStr\"><is><t>\u{1}</t></is></c></row>",
        ])
    func malformed(_ rows: String) throws {
        let error = try #require(throws: XLSXReadingError.self) { try HandMade(rows: rows).read() }
        #expect(error.code == .malformedPart && error.sheet == "Sheet")
    }

    @Test("Bytes that are no UTF-8 are refused")
    func encoding() throws {
        var workbook = plain
        let text = "<worksheet xmlns=\"\(HandMade.main)\"><sheetData><row><c t=\"inlineStr\"><is><t>"
        workbook.sheetPart =
            Array(text.utf8) + [0xC3, 0x28] + Array("</t></is></c></row></sheetData></worksheet>".utf8)
        let error = try #require(throws: XLSXReadingError.self) { try read(workbook.file()) }
        #expect(error.code == .malformedPart)
    }
}
