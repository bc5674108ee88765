import FamilyServicesImport
import FamilyServicesKit
import Foundation
import TestSupport
import Testing
@testable import WorkbookPacks
import XLSXReading

/// A workbook that is a pack, as sheets of texts; what is changed is changed in one cell.
struct SmallBook {
    var sheets: [String: [[SheetCell]]] = [
        "Pack": [
            ["Field", "Value"], ["Title", "A report"], ["Organisation", "Exampleton Council"], ["Area", "exampleton"],
            ["Period", "2026-06"], ["Date", "2026-07-14"],
        ].map { $0.map(SheetCell.text) },
        "Areas": [["ID", "Title", "Kind"], ["exampleton", "Exampleton", "local-authority"], ["england"]].map {
            $0.map(SheetCell.text)
        },
        "Indicators": [
            ["ID", "Title", "Unit", "Polarity"], ["seen", "Children seen", "percent", "higher-is-better"],
            ["spend", "Spend", "GBP million", "neutral"],
        ].map { $0.map(SheetCell.text) },
        "Observations": [
            [.text("Indicator"), .text("Period"), .text("Value"), .text("Numerator"), .text("Denominator")],
            [.text("seen"), .text("2026-06"), .empty, .number(168), .number(196)],
        ],
        "Plans": [["ID", "Title"], ["p", "Plan"]].map { $0.map(SheetCell.text) },
        "Themes": [["Plan", "ID", "Title"], ["", "t1", "Help"]].map { $0.map { $0.isEmpty ? .empty : .text($0) } },
        "Outcomes": [["Theme", "Reference", "Title"], ["t1", "1a", "Soon"]].map { $0.map(SheetCell.text) },
        "Actions": [["Reference", "Title", "Due", "Evidence"], ["1a(i)", "Do it", "2026-09-30", "Papers"]].map {
            $0.map(SheetCell.text)
        },
    ]
    var shown: [String: [ReadSheet.Place: String]] = [:]

    subscript(_ sheet: String, _ row: Int, _ column: Int) -> SheetCell {
        get { sheets[sheet]?[row][column] ?? .empty }
        set {
            while sheets[sheet, default: []].count <= row { sheets[sheet]?.append([]) }
            while (sheets[sheet]?[row].count ?? 0) <= column { sheets[sheet]?[row].append(.empty) }
            sheets[sheet]?[row][column] = newValue
        }
    }

    mutating func show(_ text: String, _ sheet: String, _ row: Int, _ column: Int) {
        shown[sheet, default: [:]][ReadSheet.Place(row: row, column: column)] = text
    }

    func load() -> LoadedReportPack {
        ReportPackLoader().load(
            sheets: sheets.sorted { $0.key < $1.key }.map {
                ReadSheet(name: $0.key, rows: $0.value, shown: shown[$0.key] ?? [:])
            }, named: "book.xlsx")
    }

    func messages() -> [String] { load().diagnostics.map(\.description) }
}

@Suite("Packs that are workbooks")
struct WorkbookPackTests {
    @Test("A workbook of plain tables is a pack, with no word of YAML")
    func small() throws {
        let result = SmallBook().load()
        #expect(result.diagnostics.isEmpty)
        let pack = try #require(result.pack)
        #expect(pack.manifest.areas.map(\.id.text) == ["exampleton", "england"])
        #expect(pack.plans.first?.themes.first?.outcomes.first?.reference.description == "1a")
        #expect(pack.observations.first?.value.number(in: .percent).map { Int($0 * 10) } == 857)
    }

    @Test("Each problem names its sheet and cell")
    func places() {
        var book = SmallBook()
        book["Observations", 1, 3] = .text("about 12ish")
        book["Actions", 1, 2] = .text("31/02/2026")
        book["Outcomes", 1, 0] = .text("t2")
        book["Pack", 1, 0] = .text("Titel")
        book["Themes", 0, 3] = .text("Aims")
        let messages = book.messages()
        for expected in [
            "book.xlsx: sheet Observations, cell D2: error: “about 12ish” is not a number",
            "book.xlsx: sheet Actions, cell C2: error: February 2026 has no day 31",
            "book.xlsx: sheet Outcomes, cell A2: error: The sheet Themes has no row “t2”. Did you mean “t1”?",
            "book.xlsx: sheet Pack, cell A2: warning: “Titel” is not a field of this sheet and is ignored. Did you mean “Title”?",
            "book.xlsx: sheet Pack, cell B3: error: “title” is missing; the sheet Pack has to have it.",
            "book.xlsx: sheet Themes, cell D1: warning: “Aims” is not a column of a theme and is ignored.",
        ] {
            #expect(messages.contains { $0.hasPrefix(expected) }, "\(expected)\n\(messages.joined(separator: "\n"))")
        }
    }

    @Test("One cause in many rows is one message that names rows")
    func rows() {
        var book = SmallBook()
        for row in 1...40 {
            for (column, cell) in [SheetCell.text("seen"), .text("Q1 2026"), .number(Double(row))].enumerated() {
                book["Observations", row, column] = cell
            }
            book["Observations", row, 3] = .empty
            book["Observations", row, 4] = .empty
        }
        let messages = book.messages().filter { $0.contains("Observations") }
        #expect(messages.count == 1)
        #expect(messages.first?.contains("The same in rows 3, 4, 5, 6 and 7, and in others: 40 places in all.") == true)
    }

    @Test("Texts are what cells show, numbers what they hold")
    func cells() throws {
        var book = SmallBook()
        book["Observations", 1, 3] = .empty
        book["Observations", 1, 4] = .empty
        book["Observations", 1, 2] = .number(0.5714285)
        book.show("57.1%", "Observations", 1, 2)
        book["Observations", 2, 0] = .text("spend")
        book["Observations", 2, 1] = .text("2026-06")
        book["Observations", 2, 2] = .number(1_234_567)
        book.show("£1.2m", "Observations", 2, 2)
        book["Actions", 1, 0] = .number(123)
        book.show("00123", "Actions", 1, 0)
        book["Actions", 1, 2] = .date(try CalendarDate(iso: "2026-09-01"))
        book.show("September 2026", "Actions", 1, 2)
        book["Actions", 1, 3] = .number(0.571)
        book.show("57.1%", "Actions", 1, 3)
        let result = book.load()
        let pack = try #require(result.pack, "\(result.diagnostics)")
        #expect(pack.observations.first?.value.number(in: .percent).map { abs($0 - 57.14285) < 0.000_01 } == true)
        #expect(pack.observations.last?.value.number(in: .money(.millions)) == 1.2)
        let action = try #require(pack.plans.first?.actions.first)
        #expect(action.reference?.description == "00123")
        #expect(action.due?.description == "2026-09")
        #expect(action.evidence == "57.1%")
    }

    @Test("A formula without a result is a problem of its own, and one only; so is an error")
    func formulas() {
        var book = SmallBook()
        book["Observations", 1, 3] = .error("#CALC!")
        book["Actions", 1, 3] = .error("#N/A")
        let messages = book.messages()
        #expect(messages.count == 2)
        #expect(
            messages.contains {
                $0.hasPrefix("book.xlsx: sheet Observations, cell D2: error: The cell has a formula whose result")
            })
        #expect(
            messages.contains {
                $0.hasPrefix("book.xlsx: sheet Actions, cell D2: error: The cell has the error “#N/A”")
            })
    }

    @Test("Months that Excel keeps as days are months where the cell shows a month")
    func months() throws {
        var book = SmallBook()
        book["Observations", 1, 1] = .date(try CalendarDate(iso: "2026-06-01"))
        book.show("June 2026", "Observations", 1, 1)
        let result = book.load()
        #expect(result.diagnostics.isEmpty)
        #expect(result.pack?.observations.first?.period == (try ReportingPeriod("2026-06")))
    }

    @Test("To which record a row belongs is asked where it is not clear, and never guessed")
    func parents() {
        var book = SmallBook()
        book["Plans", 2, 0] = .text("q")
        book["Plans", 2, 1] = .text("Another plan")
        book["Actions", 0, 4] = .text("Plan")
        book["Actions", 1, 4] = .text("p")
        #expect(
            book.messages().contains {
                $0.hasPrefix(
                    "book.xlsx: sheet Themes, cell A2: error: There are 2 rows in the sheet Plans; say in the column “Plan”"
                )
            })
        // The same theme in both plans.
        book["Themes", 1, 0] = .text("p")
        book["Themes", 2, 0] = .text("q")
        book["Themes", 2, 1] = .text("t1")
        book["Themes", 2, 2] = .text("Help")
        #expect(
            book.messages().contains {
                $0.contains("sheet Outcomes, cell A2: error: More than one row of the sheet Themes")
            })
        book["Outcomes", 0, 3] = .text("Plan")
        book["Outcomes", 1, 3] = .text("q")
        let pack = book.load().pack
        #expect(pack?.plans.map { $0.themes.flatMap(\.outcomes).count } == [0, 1])
    }

    @Test("Sheets that nobody knows are named, notes are not, and two of the same are an error")
    func sheetNames() {
        var book = SmallBook()
        book.sheets["Observation"] = [[.text("x")]]
        book.sheets["Read me"] = [[.text("x")]]
        book.sheets["Empty"] = []
        book.sheets["status-history"] = [[.text("Action"), .text("Status")]]
        book.sheets["Status History"] = [[.text("Action"), .text("Status")]]
        let messages = book.messages()
        #expect(messages.contains { $0.hasPrefix("book.xlsx: sheet Observation: warning:") })
        #expect(!messages.contains { $0.contains("Read me") || $0.contains("Empty") })
        #expect(messages.contains { $0.contains("hold the same") })
    }

    @Test("A sheet under another name is known by its headings, and a sheet that others need by what they need")
    func renamedSheets() {
        var book = SmallBook()
        book.sheets["Data 2026"] = book.sheets.removeValue(forKey: "Observations")
        book.sheets["Somebody's list"] = [[.text("Indicator"), .text("Title"), .text("Phone")]]
        let messages = book.messages()
        #expect(
            messages.contains {
                $0.hasPrefix("book.xlsx: sheet Data 2026: warning:") && $0.contains("those of the sheet Observations")
            }, "\(messages.joined(separator: "\n"))")
        #expect(
            messages.contains { $0.contains("sheet Somebody's list: warning:") && !$0.contains("Its headings") })

        var unplanned = SmallBook()
        unplanned.sheets["Plans"] = nil
        let missing = unplanned.messages()
        #expect(
            missing.contains { $0.contains("The workbook has no sheet Plans, and this sheet needs it") },
            "\(missing.joined(separator: "\n"))")
        #expect(!missing.contains { $0.contains(".yaml") })
    }

    @Test("A workbook that is something else says so, and what to do")
    func other() {
        var book = SmallBook()
        book.sheets = ["Sheet1": [[.text("x")]]]
        #expect(book.load().pack == nil)
        #expect(book.messages().contains { $0.contains("The workbook is not a report pack") && $0.contains("init") })
    }

    @Test("A folder may have workbooks in it: tables, and structures; a report that lies there is none")
    func folders() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "packs-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let pack = try ExamplePacks.load("improvement-plan-2019-03")
        let source = ExamplePacks.path("improvement-plan-2019-03")
        let book = try PackWorkbook.workbook(ofFolder: source)
        // Everything but pack.yaml comes from the workbook.
        let sheets = try XLSXReader().read(book).filter {
            !["Pack", "Areas", "Roles", "Sources", "Sharing agreements"].contains($0.name)
        }
        struct Fixed: SheetReading {
            let sheets: [ReadSheet]
            func sheets(in bytes: [UInt8]) throws(SheetReadingProblem) -> [ReadSheet] { sheets }
        }
        try FileManager.default.copyItem(
            atPath: source + "/pack.yaml", toPath: folder.appending(path: "pack.yaml").path)
        try Data([1]).write(to: folder.appending(path: "figures.xlsx"))
        let loaded = ReportPackLoader(sheetReader: Fixed(sheets: sheets)).load(folder: folder.path)
        #expect(loaded.pack == pack, "\(loaded.errors)")
        // The same table twice.
        try FileManager.default.copyItem(
            atPath: source + "/indicators.csv", toPath: folder.appending(path: "indicators.csv").path)
        let twice = ReportPackLoader(sheetReader: Fixed(sheets: sheets)).load(folder: folder.path)
        #expect(
            twice.errors.contains { $0.message.contains("keep one of the two") && $0.location?.sheet == "Indicators" })
        // A further table of figures twice.
        let extra = ReadSheet(
            name: "Observations extra", rows: [[.text("Indicator"), .text("Period"), .text("Value")]])
        try Data("indicator,period,value\n".utf8).write(to: folder.appending(path: "observations-extra.csv"))
        let figures = ReportPackLoader(sheetReader: Fixed(sheets: sheets + [extra])).load(folder: folder.path)
        #expect(
            figures.errors.contains { $0.message.contains("keep one of the two") && $0.location?.sheet == extra.name })
        // A workbook with sheets of the same names that hold something else.
        let report = sheets.map { ReadSheet(name: $0.name, rows: [[.text($0.name)], [.text("x")]]) }
        let beside = ReportPackLoader(sheetReader: Fixed(sheets: report)).load(folder: folder.path)
        #expect(beside.diagnostics.contains { $0.message.contains("is not a file of a pack") })
    }

    @Test("Every column of every sheet says what it means, every sheet what it holds, and lists are not empty")
    func guide() {
        for sheet in PlainSheet.all {
            #expect(SheetGuide.notes[sheet.name] != nil, "\(sheet.name)")
            for column in sheet.columns {
                #expect(ColumnGuide.note(on: column.name, sheet.name) != nil, "\(sheet.name), \(column.heading)")
                if case .words(_, let words)? = ColumnGuide.choices(of: column.name, sheet.name) {
                    #expect(!words.isEmpty)
                }
                if case .rows(let names, let other)? = ColumnGuide.choices(of: column.name, sheet.name) {
                    #expect(
                        names.contains { name in
                            PlainSheet.all.contains { $0.name == name && $0.columns.contains { $0.name == other } }
                        }, "\(sheet.name), \(column.heading)")
                }
            }
        }
        for (sheet, fields) in PlainSheet.fieldRows {
            for field in fields {
                #expect(
                    ColumnGuide.note(on: field.name, sheet) != nil, "\(sheet), \(field.heading)")
            }
        }
    }
}
