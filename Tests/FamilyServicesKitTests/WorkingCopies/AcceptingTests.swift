import Testing

import FamilyServicesKit
@testable import WorkingCopies

@Suite("Working copies: what is accepted")
struct AcceptingTests {
    private let pack: ReportPack
    private let grid: WorkingGrid

    init() throws {
        pack = try WorkingPack.pack()
        grid = try WorkingGrid(of: pack)
    }

    /// The changes of a copy with some cells written over.
    private func changes(
        _ cells: [(sheet: String, header: String, row: String, cell: SheetCell)]
    ) throws -> [WorkingCopyChange] {
        var grid = grid
        for (sheet, header, row, cell) in cells {
            grid[try #require(grid.place(header, row: row, on: sheet), "\(header) of \(row)")] = cell
        }
        let review = try grid.review(against: pack)
        #expect(review.problems.isEmpty)
        return review.changes
    }

    @Test("A new status is the present one, on the pack's day, and the older ones are kept")
    func newStatus() throws {
        let accepted = try pack.accepting(changes([("Plan tracker", "Status", "1a(i)", .text("At risk"))]))
        var wanted = pack
        wanted.plans[0].actions[0].statuses.append(
            .init(.atRisk, on: PartialDate(pack.manifest.date), commentary: "Two are open."))
        #expect(accepted == wanted)
    }

    @Test("A new status takes the date and the reason that were written beside it")
    func newStatusWithDate() throws {
        let accepted = try pack.accepting(
            changes([
                ("Plan tracker", "Status", "1a(i)", .text("Off track")),
                ("Plan tracker", "Status date", "1a(i)", .text("July 2026")),
                ("Plan tracker", "Why", "1a(i)", .empty),
            ]))
        #expect(
            accepted.plans[0].actions[0].statuses.dropFirst(2)
                == [.init(.offTrack, on: try PartialDate(iso: "2026-07"))])
    }

    @Test("The same status on a later day is a new report; another reason or an earlier day corrects the present one")
    func confirmedOrCorrected() throws {
        let later = try changes([("Plan tracker", "Status date", "1a(i)", .text("10/07/2026"))])
        #expect(try pack.accepting(later).plans[0].actions[0].statuses.count == 3)
        let corrected = try changes([
            ("Plan tracker", "Status date", "1a(i)", .text("29 June 2026")),
            ("Plan tracker", "Why", "1a(i)", .text("Two.")),
        ])
        let statuses = try pack.accepting(corrected).plans[0].actions[0].statuses
        #expect(statuses.count == 2)
        #expect(statuses[1] == .init(.onTrack, on: try PartialDate(iso: "2026-06-29"), commentary: "Two."))
        guard case .correctStatus("1a(i)", _)? = try pack.edits(for: corrected).first else {
            Issue.record("not a correction")
            return
        }
    }

    @Test("A new remark is added behind the others, with its period and author")
    func newRemark() throws {
        let accepted = try pack.accepting(
            changes([
                ("Commentary", "Remark", "contacts / 2026-06 / new", .text("A quiet month.")),
                ("Commentary", "By", "contacts / 2026-06 / new", .text("Practice Lead")),
            ]))
        var wanted = pack
        wanted.indicators[1].commentary = [
            Commentary(
                "A quiet month.", period: try ReportingPeriod("2026-06"), author: "lead",
                date: PartialDate(pack.manifest.date))
        ]
        #expect(accepted == wanted)
    }

    @Test("Every other field is set where it stands, and emptied where its cell was")
    func otherFields() throws {
        let accepted = try pack.accepting(
            changes([
                ("Plan tracker", "Owner", "1a(i)", .empty),
                ("Plan tracker", "Due", "1a(ii)", .date(try CalendarDate(iso: "2026-12-24"))),
                ("Plan tracker", "Completed", "house", .empty),
                ("Plan tracker", "Evidence", "house", .text("Photos")),
                ("Progress", "Status", "N2", .text("not started")), ("Progress", "Due", "N2", .text("2027")),
                ("Commentary", "Remark", "visits / 2026-06 / 2", .text("Another remark.")),
                ("Commentary", "By", "visits / 2026-05 / 1", .empty),
                ("Dashboard", "Printed rating", "1", .text("green")),
                ("Dashboard", "Printed rating", "2", .text("Red")),
            ]))
        var wanted = pack
        wanted.plans[0].actions[0].owner = nil
        wanted.plans[0].actions[1].due = try PartialDate(iso: "2026-12-24")
        wanted.plans[0].actions[2].completed = nil
        wanted.plans[0].actions[2].evidence = "Photos"
        wanted.plans[0].progress[1].status = .notStarted
        wanted.plans[0].progress[1].due = try PartialDate(iso: "2027")
        let remarks = pack.indicators[0].commentary
        wanted.indicators[0].commentary = [
            Commentary(remarks[0].text, period: remarks[0].period), remarks[1],
            Commentary("Another remark.", period: remarks[2].period, date: PartialDate(pack.manifest.date)),
        ]
        wanted.dashboard[0].rating = .green
        wanted.dashboard[1].rating = .red
        #expect(accepted == wanted)
    }

    @Test("A conflict that a person decides for replaces the value of the pack")
    func conflict() throws {
        var later = pack
        later.plans[0].actions[0].evidence = "Other"
        var grid = grid
        grid[try #require(grid.place("Evidence", row: "1a(i)", on: "Plan tracker"))] = .text("Mine")
        let conflicts = try grid.review(against: later).conflicts
        #expect(try later.accepting(conflicts).plans[0].actions[0].evidence == "Mine")
    }

    @Test("Changes are refused that the pack has outgrown, that fit no record, or that come twice")
    func refused() throws {
        let changes = try changes([("Plan tracker", "Evidence", "1a(i)", .text("Mine"))])
        func code(_ pack: ReportPack, _ changes: [WorkingCopyChange]) throws -> WorkingCopyError.Code {
            try #require(throws: WorkingCopyError.self) { try pack.accepting(changes) }.code
        }
        var later = pack
        later.plans[0].actions[0].evidence = "Other"
        #expect(try code(later, changes) == .outdated)
        later.plans[0].actions.removeFirst()
        #expect(try code(later, changes) == .unknownRecord)
        #expect(try code(pack, changes + changes) == .invalidEdit)
    }

    @Test("Edits that fit no field are refused, and so are those that leave a pack with errors")
    func edits() throws {
        func code(_ edit: PackEdit) throws -> WorkingCopyError.Code {
            try #require(throws: WorkingCopyError.self) { try pack.applying([edit]) }.code
        }
        #expect(try code(.set(.action("1a(i)"), .due, .text("soon"))) == .invalidEdit)
        #expect(try code(.set(.action("1a(i)"), .status, .status(.atRisk))) == .invalidEdit)
        #expect(try code(.set(.action("none"), .due, nil)) == .unknownRecord)
        #expect(try code(.correctStatus("house", .init(.atRisk))) == .invalidEdit)
        #expect(try code(.addRemark("none", Commentary("x"))) == .unknownRecord)
        #expect(try code(.set(.action("1a(i)"), .owner, .role("nobody"))) == .invalidPack)
    }
}
