import FamilyServicesImport
import FamilyServicesKit
import Foundation
import Testing

/// A pack in a folder into which a dashboard is read.
private struct MappedPack: ~Copyable {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "map-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try write(
            "pack.yaml",
            """
            schema: 1
            title: A report
            organisation: Exampleton Council
            area: exampleton
            period: 2017-11
            date: 2017-12-14
            areas: [{id: exampleton, title: Exampleton, kind: local-authority}, england]
            """)
        try write(
            "indicators.csv",
            """
            id,title,unit,polarity
            seen,Children seen in time,percent,higher-is-better
            open,Open cases,count,neutral
            audits-a,Audits completed Routine,count,neutral
            audits-b,Audits completed Themed,count,neutral
            """)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    func mapping(_ sheets: [ReadSheet]) throws -> DashboardMapping {
        try DashboardMapping(sheets, named: "dash.xlsx", into: folder.path, loader: ReportPackLoader())
    }

    func mapping(_ rows: [[SheetCell]], shown: [ReadSheet.Place: String] = [:]) throws -> DashboardMapping {
        try DashboardMapping(
            [ReadSheet(name: "Data", rows: rows, shown: shown)], named: "dash.xlsx", into: folder.path,
            loader: ReportPackLoader())
    }

    /// Writes the map that is proposed, with some indicators filled in.
    func begin(_ rows: [[SheetCell]], filling: [(String, String)] = []) throws -> [String] {
        let files = try mapping(rows).proposal().files
        for file in files {
            var text = file.text
            for (old, new) in filling { text = text.replacing(old, with: new) }
            try write(file.name, text)
        }
        return files.map(\.text)
    }

    /// Reads the figures in and gives the pack with them.
    func read(_ rows: [[SheetCell]], shown: [ReadSheet.Place: String] = [:]) throws -> (
        DashboardMapping.Outcome, ReportPack
    ) {
        let outcome = try mapping(rows, shown: shown).figures()
        try write(outcome.file.name, outcome.file.text)
        let result = ReportPackLoader().load(folder: folder.path)
        return (outcome, try #require(result.pack, "\(result.errors)"))
    }
}

extension ReportPack {
    /// The figures of an indicator by their periods, as texts.
    fileprivate func figures(_ indicator: String, in unit: MeasurementUnit = .count) -> [String: String] {
        Dictionary(
            observations.filter { $0.indicator.text == indicator }.map {
                (
                    $0.period.code,
                    $0.value.number(in: unit).map { DecimalText.shortest(DecimalText.rounded($0, decimals: 3)) } ?? "–"
                )
            }
        ) { first, _ in first }
    }
}

private func text(_ texts: String...) -> [SheetCell] { texts.map { $0.isEmpty ? .empty : .text($0) } }

@Suite("Dashboards of one's own, read by a map")
struct DashboardMappingTests {
    /// References, measures with parts, two months, changes, targets, ratings; headings of sections between.
    private func printed() -> [[SheetCell]] {
        [
            text("Improvement dashboard"), [],
            text("Ref", "Measure", "Part", "Oct-17", "Nov.17", "Change", "Target", "RAG"),
            text("Practice"),
            [
                .text("T1"), .text("Audits completed"), .text("Routine"), .number(23), .number(15), .number(-8), .empty,
                .text("R"),
            ],
            [.empty, .empty, .text("Themed"), .number(23), .number(38), .number(15), .empty, .text("G")],
            text("Timeliness"),
            [
                .text("3a"), .text("Children seen in time"), .empty, .number(0.372), .text("57.2%"), .number(0.2),
                .text("90%"), .text("R"),
            ],
            [.text("3b"), .text("Not ours"), .empty, .number(1), .number(2)],
        ]
    }

    @Test("Two months beside changes and ratings, with parts below a measure")
    func printedDashboard() throws {
        let pack = try MappedPack()
        let files = try pack.begin(printed(), filling: [("Not ours,,,,,,", "Not ours,,,-,,,")])
        #expect(files.first?.contains("Data,3,B,C,,,D:E") == true, "\(files)")
        let (outcome, read) = try pack.read(
            printed(), shown: [ReadSheet.Place(row: 7, column: 3): "37.2%"])
        #expect(outcome.newCount == 6)
        #expect(outcome.unknown.isEmpty)
        #expect(read.figures("audits-a") == ["2017-10": "23", "2017-11": "15"])
        #expect(read.figures("audits-b") == ["2017-10": "23", "2017-11": "38"])
        #expect(read.figures("seen", in: .percent) == ["2017-10": "37.2", "2017-11": "57.2"])
    }

    @Test("The next month is one command: what is new is added, what changed is said, what has gone stays")
    func nextMonth() throws {
        let pack = try MappedPack()
        _ = try pack.begin(printed(), filling: [("Not ours,,,,,,", "Not ours,,,-,,,")])
        let shown = [ReadSheet.Place(row: 7, column: 3): "37.2%"]
        _ = try pack.read(printed(), shown: shown)
        var next = printed()
        next[2] = text("Ref", "Measure", "Part", "Nov-17", "Dec-17", "Change")
        next[4][3] = .number(16)
        next[4][4] = .number(20)
        next[5][3] = .number(38)
        next[5][4] = .number(40)
        next[7][3] = .text("57.2%")
        next[7][4] = .text("61%")
        next.append([.empty, .text("New line"), .empty, .number(1)])
        let (outcome, read) = try pack.read(next)
        #expect(outcome.newCount == 3)
        #expect(outcome.sameCount == 2)
        #expect(outcome.changes.map(\.description) == ["audits-a, 2017-11: 15 → 16"])
        #expect(outcome.unknown == ["New line"])
        #expect(read.figures("audits-a") == ["2017-10": "23", "2017-11": "16", "2017-12": "20"])
        // What somebody wrote beside the figures stays.
        try pack.write(
            outcome.file.name,
            outcome.file.text.split(separator: "\n").map { $0 + ($0.hasPrefix("indicator") ? ",note" : ",checked") }
                .joined(separator: "\n"))
        let (again, noted) = try pack.read(next)
        #expect(again.newCount == 0 && again.changes.isEmpty && again.sameCount == 6)
        #expect(noted.observations.allSatisfy { $0.note == "checked" })
    }

    @Test("Numerators and denominators in columns below joined months, which Excel keeps as days")
    func columns() throws {
        let pack = try MappedPack()
        let april = try CalendarDate(iso: "2017-09-01")
        let rows: [[SheetCell]] = [
            [.empty, .date(april), .empty, .empty, .text("Oct 2017"), .empty, .empty],
            text("Indicator", "Num", "Denom", "%", "Num", "Denom", "%"),
            [
                .text("Children seen in time"), .number(10), .number(40), .number(0.25), .number(30), .number(40),
                .number(0.75),
            ],
        ]
        let files = try pack.begin(rows)
        #expect(files.first?.contains("Data,1-2,A,,,,B:G") == true, "\(files)")
        let (_, read) = try pack.read(
            rows, shown: [ReadSheet.Place(row: 2, column: 3): "25%", ReadSheet.Place(row: 2, column: 6): "75%"])
        #expect(read.figures("seen", in: .percent) == ["2017-09": "25", "2017-10": "75"])
    }

    @Test("Numerators and denominators in rows of their own, and months below their financial year")
    func rows() throws {
        let pack = try MappedPack()
        let rows: [[SheetCell]] = [
            text("", "", "FY2017-18", "", ""), text("Measure", "Line", "April", "December", "January"),
            [.text("Children seen in time"), .text("Numerator"), .number(5), .number(6), .number(7)],
            [.empty, .text("Denominator"), .number(10), .number(10), .number(10)],
            [.text("Open cases"), .text("Value"), .number(100), .number(110), .number(120)],
        ]
        _ = try pack.begin(rows)
        let (_, read) = try pack.read(rows)
        #expect(read.figures("seen", in: .percent) == ["2017-04": "50", "2017-12": "60", "2018-01": "70"])
        #expect(read.figures("open") == ["2017-04": "100", "2017-12": "110", "2018-01": "120"])
    }

    @Test("Areas in a column, totals that are not wanted below, and quarters in place of months")
    func areas() throws {
        let pack = try MappedPack()
        let rows: [[SheetCell]] = [
            text("Where", "What", "Q1 2017/18", "Q2 2017/18"),
            [.text("Exampleton"), .text("Open cases"), .number(10), .number(12)],
            [.text("England"), .text("Open cases"), .number(1_000), .number(1_200)],
            [.text("Total"), .text("Open cases"), .number(1), .number(1)],
        ]
        try pack.write("map-measures.csv", "measure,indicator\nOpen cases,open\n")
        try pack.write("map-sheets.csv", "sheet,headings,measure,area,last_row\nData,1,What,Where,3\n")
        let (_, read) = try pack.read(rows)
        #expect(read.observations.map(\.area.text) == ["exampleton", "exampleton", "england", "england"])
        #expect(
            read.observations.map(\.period.code) == ["FY2017-18-Q1", "FY2017-18-Q2", "FY2017-18-Q1", "FY2017-18-Q2"])
    }

    @Test("A figure that the dashboard has twice with two values is an error, and with one value is read once")
    func repeated() throws {
        let pack = try MappedPack()
        var rows: [[SheetCell]] = [
            text("Measure", "Oct-17", "Nov-17"), [.text("Open cases"), .number(10), .number(12)],
            [.text("Open cases"), .number(10), .number(12)],
        ]
        _ = try pack.begin(rows)
        let (outcome, _) = try pack.read(rows)
        #expect(outcome.newCount == 2)
        rows[2][2] = .number(13)
        let error = #expect(throws: ReportPackError.self) { try pack.mapping(rows).figures() }
        #expect(
            error?.diagnostics.map(\.description).contains {
                $0.hasPrefix("dash.xlsx: sheet Data, cell A3: error: The workbook has another figure for the same in ")
                    && $0.contains("row 2: 12.")
            } == true, "\(error?.diagnostics ?? [])")
    }

    @Test("Two columns of one heading are told apart by their letters, and two indicators of one title by a person")
    func ambiguous() throws {
        let pack = try MappedPack()
        let rows: [[SheetCell]] = [
            text("Measure", "Measure", "Oct-17"), [.text("Open cases"), .text("Open cases"), .number(10)],
        ]
        try pack.write("map-measures.csv", "measure,indicator\nOpen cases,open\n")
        try pack.write("map-sheets.csv", "sheet,headings,measure\nData,1,Measure\n")
        let error = #expect(throws: ReportPackError.self) { try pack.mapping(rows).figures() }
        #expect(error?.diagnostics.first?.message.hasPrefix("More than one column has the heading “Measure”") == true)
        try pack.write("map-sheets.csv", "sheet,headings,measure\nData,1,B\n")
        #expect(try pack.read(rows).0.newCount == 1)
        try pack.write(
            "indicators.csv",
            "id,title,unit,polarity\nopen,Open cases,count,neutral\nopen-b,Open cases,count,neutral\n")
        let proposal = try pack.mapping([text("Measure", "Oct-17"), [.text("Open cases"), .number(10)]]).proposal()
            .files
        #expect(proposal.last?.text.contains("Open cases,,,,,,") == true, "\(proposal)")
    }

    @Test("What is wrong is said at the cell of the dashboard, and nothing is read")
    func problems() throws {
        let pack = try MappedPack()
        _ = try pack.begin(printed(), filling: [("Not ours,,,,,,", "Not ours,,,-,,,")])
        var rows = printed()
        rows[4][4] = .text("fifteen")
        rows[5][3] = .error("#CALC!")
        let error = #expect(throws: ReportPackError.self) { try pack.mapping(rows).figures() }
        let messages = error?.diagnostics.map(\.description) ?? []
        #expect(
            messages.contains { $0.hasPrefix("dash.xlsx: sheet Data, cell E5: error: “fifteen” is not a number") },
            "\(messages)")
        #expect(
            messages.contains { $0.hasPrefix("dash.xlsx: sheet Data, cell D6: error: The cell has a formula") },
            "\(messages)")
        try pack.write("map-measures.csv", "measure,part,indicator\nAudits completed,Routine,audit-a\n")
        let other = #expect(throws: ReportPackError.self) { try pack.mapping(printed()).figures() }
        #expect(other?.diagnostics.first?.description.contains("Did you mean “audits-a”?") == true)
        try pack.write("map-sheets.csv", "sheet,headings,measure\nData,400-401,B\n")
        let rows400 = #expect(throws: ReportPackError.self) { try pack.mapping(printed()).figures() }
        #expect(
            rows400?.diagnostics.first?.description.hasPrefix("dash.xlsx: sheet Data, cell A401: error: No heading")
                == true)
        try pack.write("map-sheets.csv", "sheet,headings,measure\nDate,3,Measure\n")
        let sheet = #expect(throws: ReportPackError.self) { try pack.mapping(printed()).figures() }
        #expect(sheet?.diagnostics.first?.message.contains("Did you mean “Data”?") == true)
    }

    // MARK: Habits of councils

    /// A dashboard, what of the map a person fills in, and the figures that come of it.
    struct Habit: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let rows: [[SheetCell]]
        var filling: (String, String)?
        var indicator = "open"
        let figures: [String: String]
        /// What is said of it.
        var note: String?
    }

    private static func measure(_ headings: [String], _ figures: Double...) -> [[SheetCell]] {
        [[.text("Measure")] + headings.map { .text($0) }, [.text("Open cases")] + figures.map { .number($0) }]
    }

    @Test(
        "Headings are read as a person reads them, and what is doubtful is for a person to say",
        arguments: [
            Habit(
                testDescription: "a financial year above its months, with a total",
                rows: [
                    [.empty, .text("2025/26"), .empty, .empty, .empty],
                    [.text("Measure"), .text("Apr"), .text("Mar"), .text("YTD"), .text("RAG")],
                    [.text("Open cases"), .number(1), .number(2), .number(3), .text("G")],
                ], figures: ["2025-04": "1", "2026-03": "2"], note: "“2025/26 YTD”, “2025/26 RAG”"),
            Habit(
                testDescription: "an academic year above its months",
                rows: [
                    [.empty, .text("2025/26"), .empty, .empty],
                    [.text("Measure"), .text("Sep"), .text("Mar"), .text("Jul")],
                    [.text("Open cases"), .number(1), .number(2), .number(3)],
                ], figures: ["2025-09": "1", "2026-03": "2", "2026-07": "3"]),
            Habit(
                testDescription: "a financial year above its quarters",
                rows: [
                    [.empty, .text("2024/25"), .empty, .text("2025/26")],
                    [.text("Measure"), .text("Q1"), .text("Q4"), .text("Q1")],
                    [.text("Open cases"), .number(1), .number(2), .number(3)],
                ], figures: ["FY2024-25-Q1": "1", "FY2024-25-Q4": "2", "FY2025-26-Q1": "3"]),
            Habit(
                testDescription: "ends of months", rows: measure(["30/04/2026", "31/05/2026"], 1, 2),
                figures: ["2026-04": "1", "2026-05": "2"], note: "Days in headings are taken for their months"),
            Habit(
                testDescription: "ends of months as in America", rows: measure(["04/30/2026", "05/31/2026"], 1, 2),
                figures: ["2026-04": "1", "2026-05": "2"], note: "write days under “meaning”"),
            Habit(
                testDescription: "ends of months that are days", rows: measure(["30/04/2026", "31/05/2026"], 1, 2),
                filling: ("months", "days"), figures: ["2026-04-30": "1", "2026-05-31": "2"]),
            Habit(
                testDescription: "ends of years", rows: measure(["31 March 2024", "31-Mar-25"], 1, 2),
                figures: ["2024-03-31": "1", "2025-03-31": "2"], note: "days on which something was counted"),
            Habit(
                testDescription: "days that are not formatted as days",
                rows: [
                    [.text("Measure"), .number(45_748), .number(45_778)],
                    [.text("Open cases"), .number(1), .number(2)],
                ], figures: ["2025-04": "1", "2025-05": "2"]),
            Habit(
                testDescription: "years", rows: measure(["23/24", "2024/25", "Q1 25-26"], 1, 2, 3),
                figures: ["FY2023-24": "1", "FY2024-25": "2", "FY2025-26-Q1": "3"], note: "taken for financial years"),
            Habit(
                testDescription: "academic years", rows: measure(["23/24", "2024/25"], 1, 2),
                filling: ("financial years", "academic years"), figures: ["AY2023-24": "1", "AY2024-25": "2"]),
            Habit(
                testDescription: "months without a year", rows: measure(["Dec", "Jan"], 1, 2),
                filling: (",B:C,", ",B:C,FY2025-26"), figures: ["2025-12": "1", "2026-01": "2"],
                note: "The headings name no year"),
            Habit(
                testDescription: "periods of the year", rows: measure(["P01", "P10"], 1, 2),
                filling: (",B:C,", ",B:C,FY2025-26"), figures: ["2025-04": "1", "2026-01": "2"]),
            Habit(
                testDescription: "marks of notes",
                rows: measure(["Apr-26*", "May-26 (p)", "Latest (Jun 26)"], 1, 2, 3),
                figures: ["2026-04": "1", "2026-05": "2", "2026-06": "3"]),
            Habit(
                testDescription: "months below one another",
                rows: [
                    [.text("Month"), .text("Children seen in time"), .text("Open cases")],
                    [.text("Apr-26"), .text("50%"), .number(1)], [.text("May-26"), .text("60%"), .number(2)],
                ], figures: ["2026-04": "1", "2026-05": "2"]),
            Habit(
                testDescription: "a row for each figure, as programs export them",
                rows: [
                    [.text("LA"), .text("Measure"), .text("Month"), .text("Result")],
                    [.text("Exampleton"), .text("Open cases"), .text("01/04/2026"), .number(1)],
                    [.text("Exampleton"), .text("Open cases"), .text("01/05/2026"), .number(2)],
                ], figures: ["2026-04": "1", "2026-05": "2"]),
            Habit(
                testDescription: "errors of formulas, where there is no figure",
                rows: [
                    [.text("Measure"), .text("Apr-26"), .text("May-26"), .text("Jun-26")],
                    [.text("Open cases"), .number(1), .error("#N/A"), .error("#DIV/0!")],
                ], figures: ["2026-04": "1"]),
        ])
    func habits(habit: Habit) throws {
        let pack = try MappedPack()
        let proposal = try pack.mapping(habit.rows).proposal()
        if let note = habit.note {
            #expect(proposal.notes.contains { $0.message.contains(note) }, "\(proposal.notes)")
        }
        for file in proposal.files {
            var text = file.text
            if let (old, new) = habit.filling { text = text.replacing(old, with: new) }
            try pack.write(file.name, text)
        }
        let (_, read) = try pack.read(habit.rows)
        #expect(read.figures(habit.indicator) == habit.figures, "\(proposal.files.map(\.text))")
    }

    @Test("In a sheet with months below one another problems are at their cells")
    func turned() throws {
        let pack = try MappedPack()
        var rows: [[SheetCell]] = [
            text("Month", "Open cases"), [.text("Apr-26"), .number(1)], [.text("May-26"), .number(2)],
        ]
        #expect(try pack.begin(rows)[0] == "sheet,headings,measure,part,figure,area,periods\nData,A,1,,,,2:3\n")
        rows[2][1] = .text("many")
        let error = #expect(throws: ReportPackError.self) { try pack.mapping(rows).figures() }
        #expect(
            error?.diagnostics.first?.description.hasPrefix("dash.xlsx: sheet Data, cell B3: error: “many”") == true,
            "\(error?.diagnostics ?? [])")
        rows[2][0] = .text("Apr 2026")
        rows[2][1] = .number(2)
        let twice = #expect(throws: ReportPackError.self) { try pack.mapping(rows).figures() }
        #expect(
            twice?.diagnostics.first?.description.hasPrefix(
                "dash.xlsx: sheet Data, cell A3: error: The headings have the value of April 2026 twice, first in row 2"
            ) == true,
            "\(twice?.diagnostics ?? [])")
    }

    @Test("Hidden sheets are left out and named, and the dashboard may be kept in the folder of the pack")
    func kept() throws {
        let pack = try MappedPack()
        let rows: [[SheetCell]] = [text("Measure", "Apr-26", "May-26"), [.text("Open cases"), .number(1), .number(2)]]
        let sheets = [ReadSheet(name: "Old", rows: rows, isHidden: true), ReadSheet(name: "Data", rows: rows)]
        let proposal = try pack.mapping(sheets).proposal()
        #expect(proposal.files[0].text.contains("\nData,") && !proposal.files[0].text.contains("\nOld,"))
        #expect(proposal.notes.map(\.message).contains { $0.hasPrefix("The sheet is hidden") })
        try pack.write("Dashboard.xlsx", "a workbook")
        let path = pack.folder.appending(path: "Dashboard.xlsx").path
        func mapping() throws -> DashboardMapping {
            try DashboardMapping(sheets, named: path, into: pack.folder.path, loader: ReportPackLoader())
        }
        let other = #expect(throws: ReportPackError.self) { try pack.mapping(sheets).proposal() }
        #expect(other?.diagnostics.first?.message.contains("read it with the subcommand map") == true)
        for file in try mapping().proposal().files { try pack.write(file.name, file.text) }
        #expect(try mapping().figures().newCount == 2)
        #expect(ReportPackLoader().load(folder: pack.folder.path).diagnostics == [])
    }

    /// A measure in all and by team, and another whose team only answers for it.
    private func byTeam(_ heading: String = "Team") -> [[SheetCell]] {
        [
            text("Measure", heading, "Apr-26", "May-26"),
            [.text("Open cases"), .text("All teams"), .number(5), .number(7)],
            [.empty, .text("North"), .number(2), .number(3)], [.empty, .text("South 1"), .number(3), .number(4)],
            [.text("Children seen in time"), .text("North"), .text("50%"), .text("60%")],
        ]
    }

    @Test(
        "A column of teams becomes a breakdown, which is begun; what has none yet is told and not taken for the whole")
    func teams() throws {
        let pack = try MappedPack()
        let proposal = try pack.mapping(byTeam()).proposal()
        for file in proposal.files { try pack.write(file.name, file.text) }
        #expect(proposal.files.map(\.name) == ["map-sheets.csv", "map-measures.csv", "breakdowns.yaml"])
        #expect(proposal.files[1].text.contains("\nOpen cases,,,open,"))
        #expect(!proposal.files[1].text.contains("North"))
        #expect(
            proposal.files[2].text == """
                breakdowns:
                  - id: team
                    title: "Team"
                    categories:
                      - {id: north, title: "North"}
                      - {id: south-1, title: "South 1"}

                """)
        #expect(proposal.notes.map(\.message).contains { $0.contains("“Team” is taken for a breakdown") })
        #expect(ReportPackLoader().load(folder: pack.folder.path).diagnostics == [])
        let (outcome, whole) = try pack.read(byTeam())
        #expect(whole.observations.map(\.category) == [nil, nil])
        #expect(whole.figures("open") == ["2026-04": "5", "2026-05": "7"])
        #expect(
            outcome.warnings.map(\.description).first?.hasPrefix(
                "dash.xlsx: sheet Data, cell B3: warning: The row is not read: it is a part of “open”, which has no breakdown."
            ) == true, "\(outcome.warnings)")
        try pack.write(
            "indicators.csv",
            "id,title,unit,polarity,breakdown\nseen,Children seen in time,percent,higher-is-better,team\n"
                + "open,Open cases,count,neutral,team\n")
        let (split, read) = try pack.read(byTeam())
        #expect(split.warnings == [])
        #expect((split.newCount, split.sameCount) == (6, 2))
        #expect(
            read.observations.map { "\($0.indicator) \($0.period) \($0.category?.text ?? "-")" } == [
                "open 2026-04 -", "open 2026-05 -", "open 2026-04 north", "open 2026-05 north", "open 2026-04 south-1",
                "open 2026-05 south-1", "seen 2026-04 north", "seen 2026-05 north",
            ])
        var wrong = byTeam()
        wrong[3][1] = .text("Suoth 1")
        let error = #expect(throws: ReportPackError.self) { try pack.mapping(wrong).figures() }
        #expect(
            error?.diagnostics.map(\.description).first?.hasPrefix(
                "dash.xlsx: sheet Data, cell B4: error: “Suoth 1” is not a category of the breakdown “team”; add it there, or write one "
                    + "of its own: North or South 1.") == true, "\(error?.diagnostics ?? [])")
    }

    @Test(
        "A column is a breakdown by its heading or by the categories that the pack has, and no other is",
        arguments: [
            ("Age group", true), ("Gender", true), ("Locality", true), ("Looked at", true), ("Owner", false),
        ])
    func headingsOfBreakdowns(heading: String, isSplit: Bool) throws {
        let pack = try MappedPack()
        if heading == "Looked at" {
            try pack.write(
                "breakdowns.yaml",
                "breakdowns: [{id: where, title: Where, categories: [{id: n, title: North}, {id: s, title: South 1}]}]\n"
            )
        }
        let files = try pack.mapping(byTeam(heading)).proposal().files
        let map = try #require(files.first).text.split(separator: "\n").map {
            $0.split(separator: ",").map(String.init)
        }
        #expect(map[0].contains("category") == isSplit, "\(map)")
        #expect(files.contains { $0.name == "breakdowns.yaml" } == (isSplit && heading != "Looked at"))
        #expect(files[1].text.contains("North") != isSplit)
    }

    @Test(
        "A column of areas stays one, with a name that is wrong too; one that names no area is a breakdown",
        arguments: [
            (["England", "Exampleton"], false), (["England", "Exmapleton"], false), (["North", "South"], true),
        ])
    func areasOfExports(areas: [String], isSplit: Bool) throws {
        let rows: [[SheetCell]] = [
            text("Indicator", "Area", "Period", "Value"),
            [.text("Open cases"), .text(areas[0]), .text("Apr-26"), .number(1)],
            [.text("Open cases"), .text(areas[1]), .text("Apr-26"), .number(2)],
        ]
        let pack = try MappedPack()
        let files = try pack.mapping(rows).proposal().files
        #expect(files[0].text.contains("\nData,1,A,,,B,") != isSplit, "\(files[0].text)")
        #expect(files.contains { $0.name == "breakdowns.yaml" } == isSplit)
    }

    @Test(
        "The measures are where the pack knows their names or a heading says so, not where texts are longest",
        arguments: [("Performance indicator", "Purpose", "Open"), ("A", "B", "Open cases")])
    func measureColumn(first: String, second: String, name: String) throws {
        let pack = try MappedPack()
        let rows: [[SheetCell]] = [
            text(first, second, "Apr-26", "May-26"),
            [.text(name), .text("What we do so that no case waits longer than it has to"), .number(1), .number(2)],
            [.text("Closed"), .text("How soon we are done with what is asked of us"), .number(3), .number(4)],
        ]
        let files = try pack.mapping(rows).proposal().files
        #expect(files[0].text.contains("\nData,1,A,"), "\(files[0].text)")
        #expect(files[1].text.contains("\nClosed,"))
    }

    @Test("Parts of a measure that have indicators of their own stay parts")
    func parts() throws {
        let pack = try MappedPack()
        let rows: [[SheetCell]] = [
            text("Measure", "Team", "Oct-17"), [.text("Audits completed"), .text("Routine"), .number(3)],
            [.empty, .text("Themed"), .number(1)],
        ]
        let files = try pack.begin(rows)
        #expect(files[0].contains("\nData,1,A,B,"), "\(files)")
        let (_, read) = try pack.read(rows)
        #expect(read.figures("audits-a") == ["2017-10": "3"])
        #expect(read.figures("audits-b") == ["2017-10": "1"])
    }
}
