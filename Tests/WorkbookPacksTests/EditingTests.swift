import FamilyServicesImport
import FamilyServicesKit
import Foundation
import TestSupport
import Testing
import WorkbookPacks
import ZipPackage

@Suite("A pack that is one workbook is changed cell by cell")
struct EditingTests {
    private static let loader = ReportPackLoader(sheetReader: WorkbookSheets())

    /// The forms in which a pack can be one workbook.
    enum Form: CaseIterable {
        case excel, openDocument

        var ending: String { self == .excel ? "xlsx" : "ods" }
    }

    /// A pack as a workbook in some form, with a sheet of somebody's own.
    private static func book(of pack: String, _ form: Form) throws -> [UInt8] {
        let excel = try PackWorkbook.workbook(ofFolder: ExamplePacks.path(pack))
        return form == .excel ? excel : try openDocument(WorkbookSheets().sheets(in: excel))
    }

    /// A spreadsheet as LibreOffice keeps one: with rows and columns that are repeated to the end of the sheet.
    private static func openDocument(_ sheets: [ReadSheet]) throws -> [UInt8] {
        func escaped(_ text: String) -> String {
            text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
        }
        func cell(_ cell: SheetCell) -> String {
            switch cell {
            case .text(let text):
                "<table:table-cell table:style-name=\"ce1\" office:value-type=\"string\">"
                    + text.split(separator: "\n", omittingEmptySubsequences: false)
                    .map { "<text:p>\(escaped(String($0)))</text:p>" }.joined() + "</table:table-cell>"
            case .number(let number):
                "<table:table-cell office:value-type=\"float\" office:value=\"\(number)\"><text:p>\(number)</text:p></table:table-cell>"
            case .date(let day):
                "<table:table-cell office:value-type=\"date\" office:date-value=\"\(day)\"><text:p>\(day)</text:p></table:table-cell>"
            case .empty, .boolean, .error: "<table:table-cell/>"
            }
        }
        let tables = sheets.map { sheet in
            "<table:table table:name=\"\(escaped(sheet.name))\"><table:table-column table:number-columns-repeated=\"1024\"/>"
                + sheet.rows.map { row in
                    "<table:table-row>" + row.map(cell).joined()
                        + "<table:table-cell table:number-columns-repeated=\"\(1_024 - row.count)\"/></table:table-row>"
                }.joined()
                + "<table:table-row table:number-rows-repeated=\"\(1_048_576 - sheet.rows.count)\"><table:table-cell "
                + "table:number-columns-repeated=\"1024\"/></table:table-row></table:table>"
        }
        let names = ["office", "table", "text"].map {
            "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
        }.joined(separator: " ")
        return try ZipMaker.file([
            ("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8)),
            (
                "content.xml",
                Array(
                    ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content \(names) office:version=\"1.3\">"
                        + "<office:body><office:spreadsheet>\(tables.joined())</office:spreadsheet></office:body>"
                        + "</office:document-content>").utf8)
            ), ("Pictures/own.bin", [1, 2, 3]),
        ])
    }

    private func with(_ pack: String, _ form: Form, _ body: (String, [UInt8]) throws -> Void) throws {
        let scratch = try ScratchFolder()
        let bytes = try Self.book(of: pack, form)
        let path = try scratch.write(bytes, to: "book.\(form.ending)")
        try withExtendedLifetime(scratch) { try body(path, bytes) }
    }

    @Test("What people keep up to date is written into its cells, and all else stays", arguments: Form.allCases)
    func changes(_ form: Form) throws {
        try with("improvement-plan-2018-01", form) { path, old in
            let editor = try PackFolderEditor(folder: path, loader: Self.loader)
            var pack = editor.pack
            #expect(pack == (try ExamplePacks.load("improvement-plan-2018-01")))
            pack.plans[0].actions[0].evidence = "Two lines,\n\"quoted\" & <marked>  twice."
            pack.plans[0].actions[1].due = try PartialDate(iso: "2031-05-17")
            pack.plans[0].actions[2].statuses.append(
                .init(.complete, on: try PartialDate(iso: "2018-02-01"), commentary: "Done."))
            let changes = try editor.changes(to: pack)
            #expect(changes.cells.allSatisfy { $0.location.sheet != nil })
            #expect(changes.files == [path])
            try editor.write(changes)

            let result = Self.loader.load(folder: path)
            #expect(result.pack == pack, "\(result.errors)")
            // Sheets that nothing was written into are the same, byte by byte.
            let new = [UInt8](try Data(contentsOf: URL(filePath: path)))
            let (before, after) = (try ZipFile(bytes: old), try ZipFile(bytes: new))
            #expect(before.entries.map(\.name) == after.entries.prefix(before.entries.count).map(\.name))
            let changed = try zip(before.entries, after.entries).filter { one, other in
                try before.contents(of: one) != after.contents(of: other)
            }
            #expect((1...5).contains(changed.count))
            // Reading the same again changes nothing.
            #expect(try PackFolderEditor(folder: path, loader: Self.loader).changes(to: pack).files.isEmpty)
        }
    }

    @Test("Any cell becomes any text, and is read again as that text", arguments: Form.allCases)
    func anyCell(_ form: Form) throws {
        var generator = SeededGenerator()
        let bytes = try Self.book(of: "sample-borough", form)
        let sheets = try WorkbookSheets().sheets(in: bytes)
        let texts = ["a", "  two  blanks ", "A\nB", "<&>\"'", "_x0041_", "naïve – “quoted”", "🙂", "=1+1", "x\ty"]
        var wanted = sheets
        var changes: [SheetChange] = []
        for number in sheets.indices.shuffled(using: &generator).prefix(4) {
            var cells: [ReadSheet.Place: SheetCell] = [:]
            for _ in 0..<12 {
                let row = Int.random(in: 0..<(sheets[number].rows.count + 5), using: &generator)
                let column = Int.random(in: 0..<20, using: &generator)
                let text = texts.randomElement(using: &generator) ?? ""
                cells[ReadSheet.Place(row: row, column: column)] = .text(text)
            }
            for (place, cell) in cells {
                while wanted[number].rows.count <= place.row { wanted[number].rows.append([]) }
                while wanted[number].rows[place.row].count <= place.column {
                    wanted[number].rows[place.row].append(.empty)
                }
                wanted[number].rows[place.row][place.column] = cell
                wanted[number].shown[place] = nil
            }
            changes.append(SheetChange(sheet: sheets[number].name, cells: cells))
        }
        changes.append(
            SheetChange(
                sheet: "Mine & yours", isNew: true,
                cells: [.init(row: 0, column: 0): .text("Heading"), .init(row: 2, column: 1): .number(4.5)]))
        wanted.append(
            ReadSheet(name: "Mine & yours", rows: [[.text("Heading")], [], [.empty, .number(4.5)]]))
        let found = try WorkbookSheets().sheets(in: WorkbookSheets().changing(changes, in: bytes))
        #expect(found.map(\.name) == wanted.map(\.name), "seed \(generator.seed)")
        for (found, wanted) in zip(found, wanted) {
            #expect(found.rows == wanted.rows, "\(wanted.name), seed \(generator.seed)")
        }
    }

    @Test("A map and its figures are kept as sheets, and go with the pack into a folder", arguments: Form.allCases)
    func map(_ form: Form) throws {
        try with("quarterly-update-2022-01", form) { path, _ in
            let pack = try ExamplePacks.load("quarterly-update-2022-01")
            let measure = try #require(pack.indicators.first { $0.unit == .count || $0.unit == .percent })
            func mapping(_ figure: Double) throws -> DashboardMapping {
                let sheet = ReadSheet(
                    name: "Data",
                    rows: [[.text("Measure"), .text("Apr-31")], [.text(measure.title), .number(figure)]])
                return try DashboardMapping([sheet], named: "dash.xlsx", into: path, loader: Self.loader)
            }
            let first = try mapping(12)
            #expect(!first.hasMap)
            try first.write(first.proposal().files)
            for (figure, counts) in [(12.0, (1, 0)), (13, (0, 1)), (13, (0, 0))] {
                let again = try mapping(figure)
                #expect(again.hasMap)
                let outcome = try again.figures()
                #expect((outcome.newCount, outcome.changes.count) == counts)
                try again.write([outcome.file])
                let loaded = Self.loader.load(folder: path)
                #expect(
                    loaded.pack?.observations.contains { $0.indicator == measure.id && $0.period.code == "2031-04" }
                        == true,
                    "\(loaded.errors)")
            }
            let files = try PackWorkbook.files(ofWorkbook: path, loader: Self.loader).map(\.name)
            #expect(Set(files).isSuperset(of: ["map-sheets.csv", "map-measures.csv", "observations-dashboard.csv"]))
        }
    }

    @Test("A cell with a formula is not written over")
    func formula() throws {
        let page =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">"
            + "<c r=\"A1\"><f>1+1</f><v>2</v></c></row></sheetData></worksheet>"
        let bytes = try Self.book(of: "quarterly-update-2022-01", .excel)
        let zip = try ZipFile(bytes: bytes)
        let name = "xl/worksheets/sheet1.xml"
        let parts = try zip.entries.map { ($0.name, $0.name == name ? Array(page.utf8) : try zip.contents(of: $0)) }
        let book = try ZipMaker.file(parts)
        let sheet = try #require(WorkbookSheets().sheets(in: book).first).name
        let change = SheetChange(sheet: sheet, cells: [.init(row: 0, column: 0): .text("x")])
        do throws(SheetReadingProblem) {
            _ = try WorkbookSheets().changing([change], in: book)
            Issue.record("It was written over.")
        } catch {
            #expect(error.cell == "A1" && error.sheet == sheet && error.message.contains("formula"))
        }
    }

    @Test(
        "Whole files are written into the sheets that take their place, and nothing else changes",
        arguments: Form.allCases)
    func wholeFiles(form: Form) throws {
        let document = """
            council: barnet
            statistic: median
            areas:
              - england
              - {id: barnet, title: "Barnet", kind: local-authority, dfe: "302"}
            sources:
              - {id: "c1", title: "Referrals"}
            breaks:
              - {indicator: referrals, date: 2021-04-01, comparable: yes, reason: "Recounted"}

            """
        let table = "indicator,period,area,value\nreferrals,FY2023-24,barnet,1200\nreferrals,FY2023-24,england,45.10\n"
        let files = [
            "pack.yaml":
                "schema: 1\ntitle: T\norganisation: Barnet\narea: barnet\nperiod: FY2023-24\ndate: 2024-06-01\n",
            "indicators.csv": "id,title,unit,polarity\nreferrals,Referrals,count,neutral\n",
            "published.yaml": document, "observations-published.csv": table,
        ]
        let folder = FileManager.default.temporaryDirectory.appending(path: "whole-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        let excel = try PackWorkbook.workbook(ofFolder: folder.path)
        let bytes = form == .excel ? excel : try Self.openDocument(WorkbookSheets().sheets(in: excel))
        let path = folder.appending(path: "pack.\(form.ending)").path
        try Data(bytes).write(to: URL(filePath: path))

        let book = try #require(WorkbookFiles(path, loader: Self.loader))
        let texts = try book.texts()
        #expect(texts["published.yaml"]?.hasPrefix("council: \"barnet\"") == true)
        #expect(texts["observations-published.csv"]?.contains("referrals,FY2023-24,england,45.1") == true)
        let breaks = try #require(document.firstRange(of: "breaks:"))
        try book.replace([
            ("published.yaml", String(document[..<breaks.lowerBound]).replacing("\"c1\"", with: "\"c2\"")),
            ("observations-published.csv", table.replacing("1200", with: "1210") + "referrals,FY2024-25,barnet,1300\n"),
        ])
        let read = try #require(Self.loader.load(folder: path).pack)
        #expect(read.observations.map { $0.value.number(in: .count) } == [1210, 45.1, 1300])
        #expect(read.manifest.sources.map(\.id) == ["c2"])
        #expect(read.indicators.first?.breaks == [])
        let error = #expect(throws: PackFolderError.self) {
            try book.replace([("observations-published.csv", "indicator,period,value\nunknown,FY2023-24,1\n")])
        }
        #expect(error?.code == .invalidResult)
    }
}
