import FamilyServicesKit
import Testing

@Suite("Working copies: what was changed")
struct ReviewTests {
    private let pack: ReportPack
    private var grid: WorkingGrid

    init() throws {
        pack = try WorkingPack.pack()
        grid = try WorkingGrid(of: pack)
    }

    private func place(_ header: String, _ row: String, _ sheet: String = "Plan tracker") throws -> CellPlace {
        try #require(grid.place(header, row: row, on: sheet), "\(header) of \(row)")
    }

    private func edited(_ header: String, _ row: String, _ cell: SheetCell) throws -> (WorkingGrid, CellPlace) {
        let place = try place(header, row)
        var grid = grid
        grid[place] = cell
        return (grid, place)
    }

    @Test("A copy that nobody touched has no changes and no problems")
    func untouched() throws {
        let review = try grid.review(against: pack)
        #expect(review.isEmpty, "\(review)")
    }

    @Test(
        "Looks do not count: blanks at the ends, case, dates as numbers or words, roles by identifier, moved columns and rows"
    )
    func looks() throws {
        var grid = grid
        grid[try place("Status", "1a(i)")] = .text("  on TRACK (green) ")
        grid[try place("Owner", "1a(i)")] = .text("head")
        grid[try place("Due", "1a(i)")] = .number(46_295)
        grid[try place("Status date", "1a(i)")] = .text("30/06/2026")
        grid[try place("Due", "1a(ii)")] = .text(" nov 2026")
        grid[try place("Completed", "house")] = .number(2_025)
        grid[try place("Evidence", "1a(i)")] = .text("Footfall\r\nby week  ")
        grid[try place("Printed rating", "1", "Dashboard")] = .text("AMBER")
        for index in grid.sheets.indices {
            var rows = grid.sheets[index].rows
            guard let header = rows.firstIndex(where: { $0.count > 2 }), grid.sheets[index].name != "Cover" else {
                continue
            }
            rows[(header + 1)...].reverse()
            rows[header...] = (rows[header...].map { Array($0.reversed()) })[...]
            grid.sheets[index].rows = [[], [.empty, .text("moved")]] + rows + [[], [.empty]]
        }
        grid.sheets.reverse()
        let review = try grid.review(against: pack)
        #expect(review.isEmpty, "\(review)")
    }

    @Test(
        "A changed cell is a change, with its place, record, field and the three values",
        arguments: [
            ("Status", SheetCell.text("at risk"), EditableField.status, EditableValue.status(.atRisk)),
            ("Owner", .text("practice lead"), .owner, .role("lead")),
            ("Owner", .text("Team Manager (south)"), .owner, .role("south")),
            ("Evidence", .number(12), .evidence, .text("12")),
            ("Why", .text(" Late.\r\nVery. "), .statusCommentary, .text("Late.\nVery.")),
        ])
    func changes(header: String, cell: SheetCell, field: EditableField, value: EditableValue) throws {
        let (grid, place) = try edited(header, "1a(i)", cell)
        let review = try grid.review(against: pack)
        #expect(review.conflicts.isEmpty && review.settled.isEmpty && review.problems.isEmpty)
        let change = try #require(review.changes.first)
        #expect(review.changes.count == 1)
        #expect((change.place, change.record, change.field, change.new) == (place, .action("1a(i)"), field, value))
        #expect(change.exported == change.present && change.present != nil)
    }

    @Test("An emptied cell is a change to nothing; a change names its cell, record and values in words")
    func emptied() throws {
        let (grid, place) = try edited("Owner", "1a(i)", .empty)
        let change = try #require(try grid.review(against: pack).changes.first)
        #expect(change.new == nil)
        #expect(change.description == "Plan tracker!\(place.cell): action 1a(i), owner: “head” becomes nothing")
        #expect(CellPlace(sheet: "S", row: 11, column: 5).cell == "F12")
        #expect(CellPlace(sheet: "S", row: 0, column: 27).cell == "AB1")
    }

    @Test("A field that the pack has changed meanwhile is a conflict; the same change in both is settled")
    func threeWays() throws {
        let (grid, _) = try edited("Status", "1a(i)", .text("At risk"))
        var later = pack
        later.plans[0].actions[0].statuses.append(.init(.offTrack, on: try PartialDate(iso: "2026-07-01")))
        let review = try grid.review(against: later)
        #expect(review.changes.isEmpty)
        let conflict = try #require(review.conflicts.first)
        #expect(conflict.exported == .status(.onTrack) && conflict.present == .status(.offTrack))
        #expect(conflict.description.contains("when the copy was made it was “On track”"))
        later.plans[0].actions[0].statuses[2] = .init(.atRisk, on: try PartialDate(iso: "2026-07-01"))
        let again = try grid.review(against: later)
        #expect(again.settled.map(\.new) == [.status(.atRisk)] && again.conflicts.isEmpty && again.changes.isEmpty)
    }

    @Test("What the pack has changed and the copy has not is left alone, a role's new title too")
    func changedInThePack() throws {
        var later = pack
        later.plans[0].actions[0].evidence = "Other evidence"
        later.manifest.roles[0] = Role(id: "head", title: "Director")
        let review = try grid.review(against: later)
        #expect(review.isEmpty, "\(review)")
    }

    // MARK: Problems

    @Test(
        "A value that its column cannot have is a problem that says what would be right",
        arguments: [
            ("Status", SheetCell.text("fine"), "“Not started”"),
            ("Status", .empty, "cannot be taken back"), ("Status", .error("#N/A"), "the error “#N/A”"),
            ("Owner", .text("J. Smith"), "none of the pack's roles"),
            ("Owner", .text("team manager"), "north and south"),
            ("Due", .text("soon"), "write 31 March 2026"), ("Due", .text("03/31/2026"), "31 March 2026"),
            ("Due", .text("30 February 2026"), "February 2026 has no day 30"),
            ("Due", CalendarDate(daysSince1970: 2_026 - 25_569).map(SheetCell.date), "the year 2026"),
            ("Due", .number(-3), "not a date"),
            ("Due", .boolean(true), "not a date"), ("Status date", .text("2026-01-01"), "earlier than the one before"),
        ] as [(String, SheetCell?, String)])
    func badValues(header: String, cell: SheetCell?, words: String) throws {
        let (grid, place) = try edited(header, "1a(i)", try #require(cell))
        let review = try grid.review(against: pack)
        #expect(review.changes.isEmpty && review.conflicts.isEmpty && review.settled.isEmpty)
        let problem = try #require(review.problems.first)
        #expect(review.problems.count == 1 && problem.place == place)
        #expect([.badValue, .inconsistent].contains(problem.code))
        #expect(problem.message.contains(words), "\(problem.message)")
    }

    @Test("A reason or a date without a status, and a new remark without words, are problems")
    func incomplete() throws {
        var grid = grid
        grid[try place("Why", "house")] = .text("Nobody began.")
        grid[try place("By", "contacts / 2026-06 / new", "Commentary")] = .text("head")
        let review = try grid.review(against: pack)
        #expect(review.problems.map(\.code) == [.inconsistent, .inconsistent])
        #expect(review.changes.isEmpty)
    }

    @Test("A changed cell of a column that is not read back is a problem at its cell")
    func notEditable() throws {
        for (sheet, header, row, cell) in [
            ("Plan tracker", "Action", "1a(i)", SheetCell.text("Close hubs")),
            ("Commentary", "Figure", "visits / 2026-06 / 1", .number(0.95)),
            ("Dashboard", "Target", "1", .empty), ("Progress", "Progress", "N1", .text("Three hubs are open.")),
        ] {
            let place = try place(header, row, sheet)
            var grid = grid
            grid[place] = cell
            let problems = try grid.review(against: pack).problems
            #expect(problems.map(\.code) == [.notEditable] && problems.map(\.place) == [place], "\(sheet)")
        }
    }

    @Test("Rows that are missing, repeated, added or unknown are problems, and delete nothing")
    func rows() throws {
        var grid = grid
        let rows = grid["Plan tracker"].rows
        let house = try place("Owner", "house").row
        var copy = rows[house]
        copy[0] = .text("9z")
        grid["Plan tracker"].rows = Array(rows[..<house]) + [rows[house - 1], copy, [.empty, .text("A new action")]]
        let review = try grid.review(against: pack)
        #expect(Set(review.problems.map(\.code)) == [.duplicateRow, .addedRow, .missingRow])
        #expect(review.problems.count == 4 && review.changes.isEmpty)
        #expect(review.problems.contains { $0.record == .action("house") && $0.code == .missingRow })
        var smaller = pack
        smaller.plans[0].actions.removeLast()
        #expect(try self.grid.review(against: smaller).problems.map(\.code) == [.unknownRecord])
    }

    @Test("Columns and sheets that are missing, added or repeated are problems")
    func columns() throws {
        var grid = grid
        let owner = try place("Owner", "house")
        let why = try place("Why", "house")
        let header = try #require(grid["Plan tracker"].rows.firstIndex { $0.contains(.text("Owner")) })
        grid[CellPlace(sheet: "Plan tracker", row: header, column: owner.column)] = .text("Colour")
        grid[CellPlace(sheet: "Plan tracker", row: header, column: why.column)] = .text("Status")
        grid[CellPlace(sheet: "Plan tracker", row: header + 1, column: 40)] = .text("my own notes")
        grid.sheets.removeAll { $0.name == "Progress" }
        let codes = try grid.review(against: pack).problems.map(\.code)
        #expect(codes.count { $0 == .missingColumn } == 2)
        #expect(codes.count { $0 == .addedColumn } == 3)
        #expect(codes.count { $0 == .missingTable } == 1 && codes.count == 6)
    }

    @Test("A sheet kept beside the first is read once, and said so once")
    func copiedSheet() throws {
        var grid = grid
        grid.sheets.insert(ReadSheet(name: "Plan tracker_2", rows: grid["Plan tracker"].rows), at: 0)
        grid[try place("Owner", "house")] = .text("lead")
        let review = try grid.review(against: pack)
        #expect(review.changes.map(\.place.sheet) == ["Plan tracker"])
        #expect(review.problems.map(\.code) == [.duplicateRow])
    }

    @Test("A value as exported that was changed is a problem, and the pack's own is used in its place")
    func originals() throws {
        var grid = grid
        let sheet = "As exported"
        let row = try #require(
            grid[sheet].rows.firstIndex { $0.contains(.text("action 1a(i)")) && $0.contains(.text("Status")) })
        grid[CellPlace(sheet: sheet, row: row, column: 2)] = .text("embedded")
        let review = try grid.review(against: pack)
        #expect(review.problems.map(\.code) == [.changedOriginal])
        #expect(review.problems.first?.place?.cell == "C\(row + 1)")
        #expect(review.changes.isEmpty && review.conflicts.isEmpty)
        grid.sheets.removeAll { $0.name == sheet }
        grid[try place("Owner", "house")] = .text("lead")
        let without = try grid.review(against: pack)
        #expect(without.problems.map(\.code) == [.missingTable] && without.changes.count == 1)
    }

    @Test("A workbook without a table of a working copy is refused")
    func otherWorkbook() throws {
        let sheets = [
            ReadSheet(name: "Sheet1", rows: [[.text("Action"), .number(1)], []]), ReadSheet(name: "Empty", rows: []),
        ]
        let error = try #require(throws: WorkingCopyError.self) { try WorkingCopy(sheets) }
        #expect(error.code == .notAWorkingCopy && error.message.contains("“Action identifier”"))
    }

    @Test("A text that is too long for a cell is not lost, and not taken for a change")
    func longText() throws {
        var pack = pack
        pack.plans[0].actions[0].evidence = String(repeating: "evidence ", count: 5_000)
        var grid = try WorkingGrid(of: pack)
        let place = try #require(grid.place("Evidence", row: "1a(i)", on: "Plan tracker"))
        #expect(try grid.review(against: pack).changes.isEmpty)
        grid[place] = .text("Short")
        #expect(try grid.review(against: pack).changes.map(\.new) == [.text("Short")])
    }

    @Test("Control characters and line ends, which workbooks change, make no difference")
    func characters() throws {
        var pack = pack
        pack.plans[0].actions[0].evidence = " one\r\ntwo\u{1}\u{85}three\u{2028}four\u{FFFE} "
        var grid = try WorkingGrid(of: pack)
        for sheet in grid.sheets.indices {
            grid.sheets[sheet].rows = grid.sheets[sheet].rows.map { row in
                row.map { cell in
                    guard case .text(let text) = cell else { return cell }
                    return .text(
                        text.replacing("\r\n", with: "\n").replacing("\u{1}", with: "\u{FFFD}")
                            .replacing("\u{85}", with: "\n").replacing("\u{2028}", with: "\n")
                            .replacing("\u{FFFE}", with: "\u{FFFD}"))
                }
            }
        }
        let review = try grid.review(against: pack)
        #expect(review.isEmpty, "\(review)")
    }
}

@Suite("Working copies: taken once, and as they are seen")
struct ReadAgainTests {
    private let pack: ReportPack
    private var grid: WorkingGrid

    init() throws {
        pack = try WorkingPack.pack()
        grid = try WorkingGrid(of: pack)
    }

    private func place(_ header: String, _ row: String, _ sheet: String = "Plan tracker") throws -> CellPlace {
        try #require(grid.place(header, row: row, on: sheet), "\(header) of \(row)")
    }

    @Test("A copy that was taken into the pack has nothing left when it is read again")
    func again() throws {
        var grid = grid
        grid[try place("Status", "1a(i)")] = .text("At risk")
        grid[try place("Status date", "1a(i)")] = .empty
        grid[try place("Remark", "visits / 2026-06 / 1", "Commentary")] = .empty
        grid[try place("Remark", "visits / 2026-06 / 2", "Commentary")] = .text("A better remark.")
        grid[try place("Remark", "contacts / 2026-06 / new", "Commentary")] = .text("Fewer than usual.")
        let review = try grid.review(against: pack)
        #expect(review.problems.isEmpty && review.conflicts.isEmpty, "\(review)")
        let accepted = try pack.accepting(review.changes)
        #expect(accepted.indicators[0].commentary.map(\.text) == ["Better in May.", "A better remark."])
        #expect(accepted.plans[0].actions[0].statuses.last?.date == PartialDate(pack.manifest.date))
        let second = try grid.review(against: accepted)
        #expect(second.changes.isEmpty && second.conflicts.isEmpty && second.problems.isEmpty, "\(second)")
    }

    @Test("A status that somebody else reported with another word stays a conflict")
    func otherStatus() throws {
        var grid = grid
        grid[try place("Status", "1a(i)")] = .text("At risk")
        grid[try place("Status date", "1a(i)")] = .empty
        var other = pack
        other.plans[0].actions[0].statuses.append(.init(.complete, on: try PartialDate(iso: "2026-07-01")))
        #expect(try grid.review(against: other).conflicts.count == 2)
    }

    @Test("A text is taken as the cell shows it, and a formula without a result is a problem at its cell")
    func shown() throws {
        var grid = grid
        let why = try place("Why", "1a(i)")
        let sheet = try #require(grid.sheets.firstIndex { $0.name == why.sheet })
        for (number, text) in [(0.571, "57.1%"), (1_200_000, "£1,200,000"), (123, "00123")] {
            grid[why] = .number(number)
            grid.sheets[sheet].shown = [ReadSheet.Place(row: why.row, column: why.column): text]
            #expect(try grid.review(against: pack).changes.map(\.new) == [.text(text)])
        }
        grid[why] = .error("#CALC!")
        let review = try grid.review(against: pack)
        #expect(review.changes.isEmpty && review.problems.map(\.place) == [why])
        #expect(review.problems.first?.message.contains("let it calculate, and save it again") == true)
    }

    @Test(
        "A status is read in the words of the trade too",
        arguments: [("Amber", BRAGStatus.atRisk), ("Overdue", .offTrack)])
    func tradeWords(word: String, status: BRAGStatus) throws {
        var grid = grid
        grid[try place("Status", "1a(i)")] = .text(word)
        #expect(try grid.review(against: pack).changes.map(\.new) == [.status(status)])
    }

    @Test("A text that Excel will take for a formula is warned of and taken", arguments: ["=1+1", "+44", "-", "@home"])
    func formula(text: String) throws {
        var grid = grid
        let why = try place("Why", "1a(i)")
        grid[why] = .text(text)
        let review = try grid.review(against: pack)
        #expect(review.changes.count == 1 && review.problems.isEmpty)
        #expect(review.warnings.map(\.place) == [why] && review.warnings.map(\.code) == [.formula])
    }
}
