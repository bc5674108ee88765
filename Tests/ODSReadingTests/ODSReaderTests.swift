import FamilyServicesKit
import Foundation
import ODSReading
import TestSupport
import Testing
import XLSXReading
import ZipPackage

/// An OpenDocument file with one sheet, made by hand.
private struct OpenFile {
    var rows: String
    var type = "application/vnd.oasis.opendocument.spreadsheet"
    var manifest = "<manifest/>"
    var styles = ""
    var tableAttributes = ""

    var content: [UInt8] {
        Array(
            """
            <?xml version="1.0" encoding="UTF-8"?><office:document-content \
            xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
            xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
            xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
            xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">\
            \(styles)<office:body><office:spreadsheet><table:table table:name="One"\(tableAttributes)><table:table-column/>\(rows)</table:table>\
            </office:spreadsheet></office:body></office:document-content>
            """.utf8)
    }

    var parts: [(name: String, bytes: [UInt8])] {
        [
            ("mimetype", Array(type.utf8)), ("content.xml", content),
            ("META-INF/manifest.xml", Array(manifest.utf8)),
        ]
    }

    func file() throws -> [UInt8] { try ZipMaker.file(parts) }

    func read(_ reader: ODSReader = ODSReader()) throws -> ReadSheet { try #require(try reader.read(file()).first) }

    static func row(_ cells: String) -> OpenFile { OpenFile(rows: "<table:table-row>\(cells)</table:table-row>") }

    static func float(_ number: String, _ shown: String, _ type: String = "float") -> String {
        "<table:table-cell office:value-type=\"\(type)\" office:value=\"\(number)\"><text:p>\(shown)</text:p></table:table-cell>"
    }
}

@Suite("Spreadsheets of OpenDocument")
struct ODSReaderTests {
    @Test("A sheet that its style hides is hidden, and is read", arguments: [("false", true), ("true", false)])
    func hiddenSheets(display: String, isHidden: Bool) throws {
        var file = OpenFile.row(OpenFile.float("1", "1"))
        file.styles = """
            <office:automatic-styles><style:style style:name="co1" style:family="table-column"/>\
            <style:style style:name="ta1" style:family="table"><style:table-properties table:display="\(display)"/></style:style>\
            </office:automatic-styles>
            """
        #expect(try !file.read().isHidden)
        file.tableAttributes = " table:style-name=\"ta1\""
        let sheet = try file.read()
        #expect(sheet.isHidden == isHidden)
        #expect(sheet.rows == [[.number(1)]])
    }

    @Test("Cells have the values that they hold, and what they show beside")
    func values() throws {
        let sheet = try OpenFile.row(
            OpenFile.float("57.1", "57.1") + OpenFile.float("0.571", "57.1%", "percentage")
                + OpenFile.float("1200000", "£1,200,000", "currency") + OpenFile.float("123", "00123")
                    + """
                    <table:table-cell office:value-type="date" office:date-value="2025-09-25T00:00:00"><text:p>25 September 2025</text:p></table:table-cell>\
                    <table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></table:table-cell>\
                    <table:table-cell office:value-type="time" office:time-value="PT12H00M00S"><text:p>12:00</text:p></table:table-cell>\
                    <table:table-cell office:value-type="string"><text:p>a &amp; <text:span>b</text:span><text:s text:c="2"/>c</text:p><text:p>second<text:line-break/>third</text:p></table:table-cell>
                    """
        ).read()
        #expect(
            sheet.rows == [
                [
                    .number(57.1), .number(0.571), .number(1_200_000), .number(123),
                    .date(try CalendarDate(iso: "2025-09-25")), .boolean(true), .number(0.5),
                    .text("a & b  c\nsecond\nthird"),
                ]
            ])
        let shown = Dictionary(uniqueKeysWithValues: sheet.shown.map { ($0.key.column, $0.value) })
        #expect(shown == [1: "57.1%", 2: "£1,200,000", 3: "00123"])
    }

    @Test("Remarks on cells, pictures and covered cells are no values")
    func others() throws {
        let sheet = try OpenFile.row(
            """
            <table:table-cell office:value-type="string"><office:annotation><text:p>a remark</text:p></office:annotation><text:p>x</text:p></table:table-cell>\
            <table:covered-table-cell office:value-type="string"><text:p>hidden</text:p></table:covered-table-cell>\
            <table:table-cell office:value-type="string"><text:p>y</text:p></table:table-cell>
            """
        ).read()
        #expect(sheet.rows == [[.text("x"), .empty, .text("y")]])
    }

    @Test("A formula without a result is an error, and so is one that came to one")
    func formulas() throws {
        let sheet = try OpenFile.row(
            """
            <table:table-cell table:formula="of:=1+1"/>\
            <table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell>\
            <table:table-cell table:formula="of:=NA()" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>\
            <table:table-cell table:formula="of:=1/0" office:value-type="float" office:value="0"><text:p>#DIV/0!</text:p></table:table-cell>
            """
        ).read()
        #expect(sheet.rows == [[.error("#CALC!"), .number(2), .error("#N/A"), .error("#DIV/0!")]])
    }

    @Test(
        "Rows and cells are repeated as often as the file says, in groups and header rows too, and empty ones at the end cost nothing"
    )
    func repetition() throws {
        let one = "<table:table-cell office:value-type=\"string\"><text:p>x</text:p></table:table-cell>"
        let two =
            "<table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"string\"><text:p>y</text:p></table:table-cell>"
        let sheet = try OpenFile(
            rows: """
                <table:table-header-rows><table:table-row>\(one)</table:table-row></table:table-header-rows>\
                <table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>\
                <table:table-row-group><table:table-row table:number-rows-repeated="2"><table:table-cell/>\(two)<table:table-cell table:number-columns-repeated="16380"/></table:table-row></table:table-row-group>\
                <table:table-row table:number-rows-repeated="1048571"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
                """
        ).read()
        let repeated: [SheetCell] = [.empty, .text("y"), .text("y")]
        #expect(sheet.rows == [[.text("x")], [], [], repeated, repeated])
    }

    @Test("What would fill memory is refused before any of it is kept")
    func limits() throws {
        let cell =
            "<table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"string\"><text:p>x</text:p></table:table-cell>"
        let file = OpenFile(
            rows: "<table:table-row table:number-rows-repeated=\"1048576\">\(cell)</table:table-row>")
        #expect { try file.read() } throws: { ($0 as? XLSXReadingError)?.code == .limit }
        let bomb = OpenFile(rows: String(repeating: " ", count: 3_000_000))
        #expect { try bomb.read() } throws: { ($0 as? XLSXReadingError)?.code == .limit }
        var limits = XLSXReader.Limits.default
        limits.cells = 3
        _ = try OpenFile.row(OpenFile.float("1", "1") + OpenFile.float("2", "2")).read(ODSReader(limits: limits))
        #expect {
            try OpenFile.row(OpenFile.float("1", "1") + OpenFile.float("2", "2") + OpenFile.float("3", "3"))
                .read(ODSReader(limits: limits))
        } throws: { ($0 as? XLSXReadingError)?.code == .limit }
    }

    @Test("Files with a password, texts and Excel's are refused, and each kind is told by what is in it")
    func sorts() throws {
        let text = OpenFile(rows: "", type: "application/vnd.oasis.opendocument.text")
        #expect { try text.read() } throws: { ($0 as? XLSXReadingError)?.code == .notAWorkbook }
        let secret = OpenFile(rows: "", manifest: "<m:manifest><m:encryption-data/></m:manifest>")
        #expect { try secret.read() } throws: { ($0 as? XLSXReadingError)?.code == .encrypted }
        let file = try OpenFile.row(OpenFile.float("1", "1")).file()
        #expect(try SpreadsheetReader().read(file).first?.rows == [[.number(1)]])
        #expect { try XLSXReader().read(file) } throws: { ($0 as? XLSXReadingError)?.code == .notAWorkbook }
        #expect { try SpreadsheetReader().read([1, 2, 3]) } throws: { ($0 as? XLSXReadingError)?.code == .notAWorkbook }
    }

    @Test("Changed bytes are read or refused, never more", .slow)
    func changed() throws {
        var generator = SeededGenerator()
        let parts = OpenFile(
            rows: String(
                repeating: "<table:table-row table:number-rows-repeated=\"3\">"
                    + OpenFile.float("0.571", "57.1%", "percentage")
                    + "<table:table-cell table:formula=\"of:=1\"/></table:table-row>", count: 20)
        ).parts
        var refused = 0
        for round in 0..<TestSize.count(200) {
            var changed = parts
            let part = round.isMultiple(of: 5) ? 2 : 1
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let index = Int.random(in: changed[part].bytes.indices, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: changed[part].bytes[index] = .random(in: 0...255, using: &generator)
                case 1: changed[part].bytes.remove(at: index)
                default: changed[part].bytes.insert(changed[part].bytes[index], at: index)
                }
            }
            let bytes = try ZipMaker.file(changed)
            do throws(XLSXReadingError) {
                _ = try ODSReader().read(bytes)
            } catch {
                refused += 1
                #expect(!error.message.isEmpty, "seed \(generator.seed)")
            }
        }
        #expect(refused > 0, "seed \(generator.seed)")
    }

    @Test(
        "Ofsted's own workbook is read whole",
        .enabled(
            if: ProcessInfo.processInfo.environment["FSK_PUBLISHED_DATA"] != nil,
            "needs the published files; FSK_PUBLISHED_DATA names their folder"))
    func published() throws {
        let folder = try #require(ProcessInfo.processInfo.environment["FSK_PUBLISHED_DATA"])
        let sheets = try ODSReader().read(
            contentsOf: folder + "/LA_Inspection_Outcomes_as_at_31_March_2025.ods")
        #expect(sheets.map(\.name).prefix(4) == ["Cover", "Contents", "Notes", "Inspections_as_at_31_March"])
        let outcomes = try #require(sheets.first { $0.name == "Inspections_as_at_31_March" })
        #expect(outcomes.rows.count > 150)
        let dates = outcomes.rows.joined().filter { if case .date = $0 { true } else { false } }
        #expect(dates.count > 100)
        let longest = sheets.map(\.rows.count).max() ?? 0
        #expect(longest < 2_000, "the million empty rows at the end are no rows")
    }
}
