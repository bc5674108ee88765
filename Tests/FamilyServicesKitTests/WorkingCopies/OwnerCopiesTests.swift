import FamilyServicesKit
import TestSupport
import Testing

@Suite("Working copies: one for each owner")
struct OwnerCopiesTests {
    private static let count = 20

    /// Twenty roles with three actions each, two actions that the first two own together, and a measure each.
    private static func pack() throws -> ReportPack {
        var pack = try ReportPack.minimal()
        let roles = try (0..<count).map { try #require(Role.ID("role-\($0)")) }
        pack.manifest.roles = roles.enumerated().map { Role(id: $1, title: "Post \($0)") }
        var actions: [PlanAction] = []
        for (number, role) in roles.enumerated() {
            for part in 0..<3 {
                let id = try #require(PlanAction.ID("a\(number)-\(part)"))
                actions.append(
                    PlanAction(
                        id: id, title: "Action \(id)", owner: role, start: try PartialDate(iso: "2026-01"),
                        due: try PartialDate(iso: "2026-09-30"),
                        statuses: [.init(.onTrack, on: try PartialDate(iso: "2026-06-30"), commentary: "So far.")],
                        evidence: "As before."))
            }
        }
        for id in ["shared-1", "shared-2"] {
            actions.append(
                PlanAction(
                    id: try #require(PlanAction.ID(id)), title: id, owner: "role-0", otherOwners: ["role-1"],
                    statuses: [.init(.onTrack, on: try PartialDate(iso: "2026-06-30"))], evidence: "As before."))
        }
        actions.append(PlanAction(id: "nobody", title: "Nobody's"))
        pack.plans = [
            ImprovementPlan(
                id: "plan", title: "Plan", actions: actions,
                progress: [ProgressNote(id: "note", references: [try PlanReference("shared-2")], text: "Begun.")])
        ]
        let june = try ReportingPeriod("2026-06")
        for (number, role) in roles.enumerated() {
            let id = try #require(Indicator.ID("measure-\(number)"))
            pack.indicators.append(
                Indicator(id: id, title: "Measure \(number)", unit: .count, polarity: .neutral, owner: role))
            pack.observations.append(
                Observation(indicator: id, period: june, area: pack.manifest.area, value: .value(Double(number) + 100)))
        }
        // Two remarks on one measure, by its owner and by another role.
        pack.indicators[3].commentary = [
            Commentary("The first.", period: june, author: "role-4"),
            Commentary("The second.", period: june, author: "role-3"),
        ]
        return pack
    }

    private static func grids(_ pack: ReportPack) throws -> [(owner: Role.ID, grid: WorkingGrid)] {
        try pack.ownerCopies(
            returnedBy: try CalendarDate(iso: "2026-07-23"), options: PublicationOptions(smallNumbers: .showAll)
        ).map { ($0.owner, WorkingGrid($0.publication)) }
    }

    private static func collection(
        _ grids: [(owner: Role.ID, grid: WorkingGrid)], _ pack: ReportPack
    ) throws -> CopyCollection {
        CopyCollection(
            try grids.map { (name: "\($0.owner).xlsx", copy: try WorkingCopy($0.grid.sheets)) }, against: pack)
    }

    private static func write(
        _ cell: SheetCell, _ header: String, _ row: String, into grid: inout WorkingGrid,
        on sheet: String = "Plan tracker"
    ) throws {
        let place = try #require(grid.place(header, row: row, on: sheet), "\(header), \(row)")
        grid[place] = cell
    }

    @Test("Each copy has the rows of its role and no others, says whose it is and when it is due")
    func rows() throws {
        let pack = try Self.pack()
        let copies = try pack.ownerCopies(returnedBy: try CalendarDate(iso: "2026-07-23"))
        #expect(copies.map(\.owner) == pack.manifest.roles.map(\.id))
        for (number, copy) in copies.enumerated() {
            let grid = WorkingGrid(copy.publication)
            let tracker = grid["Plan tracker"].rows.flatMap { $0 }
            let wanted = (0..<3).map { "a\(number)-\($0)" } + (number < 2 ? ["shared-1", "shared-2"] : [])
            for action in pack.plans[0].actions {
                #expect(tracker.contains(.text(action.id.text)) == wanted.contains(action.id.text), "\(action.id)")
            }
            #expect((grid.place("Status", row: "note", on: "Progress") != nil) == (number < 2))
            #expect(grid.place("Remark", row: "Measure \(number)", on: "Commentary") != nil)
            #expect(
                (grid.place("Remark", row: "measure-3 / 2026-06 / 1", on: "Commentary") != nil)
                    == [3, 4].contains(number))
            let cover = copy.publication.sections[0]
            #expect(cover.summary.contains("“Post \(number)”") && cover.summary.contains("23 July 2026"))
            #expect(try WorkingCopy(grid.sheets).owner == copy.owner)
            #expect(try grid.review(against: pack).isEmpty)
        }
        #expect(pack.rowsWithoutOwner == 1)
        #expect(try WorkingCopy(WorkingGrid(of: pack).sheets).owner == nil)
    }

    @Test(
        "Of twenty copies everything is taken but what two say differently, and nothing a second time", arguments: 0..<5
    )
    func twenty(round: Int) throws {
        var random = SeededGenerator()
        let pack = try Self.pack()
        var wanted = pack
        var grids = try Self.grids(pack)
        for index in grids.indices {
            for part in 0..<3 where Bool.random(using: &random) {
                let (row, text) = ("a\(index)-\(part)", "Seen by \(index), \(Int.random(in: 0...999, using: &random))")
                try Self.write(.text(text), "Evidence", row, into: &grids[index].grid)
                wanted.plans[0].actions[index * 3 + part].evidence = text
                guard Bool.random(using: &random) else { continue }
                try Self.write(.text("Dec-26"), "Due", row, into: &grids[index].grid)
                wanted.plans[0].actions[index * 3 + part].due = try PartialDate(iso: "2026-12")
            }
        }
        // The same cells in two copies: one alike, one not.
        let shared = wanted.plans[0].actions.count - 3
        for index in 0..<2 {
            try Self.write(.text("31/10/26"), "Due", "shared-1", into: &grids[index].grid)
            try Self.write(.text("By \(index)"), "Evidence", "shared-1", into: &grids[index].grid)
        }
        wanted.plans[0].actions[shared].due = try PartialDate(iso: "2026-10-31")
        grids.shuffle(using: &random)

        let found = try Self.collection(grids, pack)
        #expect(found.conflicts.isEmpty && found.missing.isEmpty)
        #expect(found.clashes.map { $0.changes.map(\.change.new).count } == [2])
        let clash = try #require(found.clashes.first)
        #expect(Set(clash.changes.map(\.change.new)) == [.text("By 0"), .text("By 1")])
        #expect(clash.changes.allSatisfy { $0.change.record == .action("shared-1") && $0.change.field == .evidence })
        let (accepted, refused) = found.accepted(into: pack)
        #expect(refused.isEmpty)
        #expect(accepted == wanted, "seed \(random.seed)")

        let again = try Self.collection(grids, accepted)
        #expect(again.changes.isEmpty && again.conflicts.isEmpty && again.clashes == found.clashes)
        #expect(again.accepted(into: accepted).pack == accepted)
    }

    @Test(
        "Cells that belong together are taken from one copy; another that says less of the same does not stand against it"
    )
    func statuses() throws {
        let pack = try Self.pack()
        var grids = Array(try Self.grids(pack).prefix(2))
        try Self.write(.text("At risk"), "Status", "shared-1", into: &grids[0].grid)
        try Self.write(.text("Late."), "Why", "shared-1", into: &grids[1].grid)
        try Self.write(.text("At risk"), "Status", "shared-2", into: &grids[0].grid)
        try Self.write(.text("At risk"), "Status", "shared-2", into: &grids[1].grid)
        try Self.write(.text("Late."), "Why", "shared-2", into: &grids[1].grid)
        let found = try Self.collection(grids, pack)
        #expect(found.clashes.count == 1 && found.clashes[0].changes.count == 2)
        #expect(found.changes.map(\.change.field) == [.status, .statusCommentary])
        #expect(Set(found.changes.map(\.copy)) == ["role-1.xlsx"])
        #expect(found.missing.count == Self.count - 2)
    }

    @Test("A remark keeps who wrote it and when, whoever of two roles changes it or takes it out")
    func remarks() throws {
        let pack = try Self.pack()
        let day = PartialDate(pack.manifest.date)
        var grids = Array(try Self.grids(pack)[3...4])
        try Self.write(
            .text("Another first."), "Remark", "measure-3 / 2026-06 / 1", into: &grids[0].grid, on: "Commentary")
        try Self.write(
            .text("A new one."), "Remark", "measure-4 / 2026-06 / new", into: &grids[1].grid, on: "Commentary")
        let changed = try Self.collection(grids, pack).accepted(into: pack).pack
        #expect(changed.indicators[3].commentary[0].author == "role-3")
        #expect(changed.indicators[3].commentary.map(\.date) == [day, nil])
        #expect(changed.indicators[4].commentary.map(\.author) == ["role-4"])
        #expect(changed.indicators[4].commentary.map(\.date) == [day])

        // The other role sees the first of the two alone, whose number the second has once it is out.
        grids = Array(try Self.grids(pack)[3...4])
        try Self.write(.empty, "Remark", "measure-3 / 2026-06 / 1", into: &grids[1].grid, on: "Commentary")
        let without = try Self.collection(grids, pack).accepted(into: pack).pack
        #expect(without.indicators[3].commentary.map(\.text) == ["The second."])
        let again = try Self.collection(grids, without)
        #expect(again.changes.isEmpty && again.conflicts.isEmpty && again.clashes.isEmpty)
        #expect(again.copies.allSatisfy { $0.review.problems.isEmpty }, "\(again.copies.map(\.review.problems))")
    }

    @Test("Who has not answered is known: those who sent no copy, and those in whose copy nothing was written")
    func unanswered() throws {
        let pack = try Self.pack()
        var grids = Array(try Self.grids(pack).dropFirst())
        try Self.write(.text("Seen."), "Evidence", "a1-0", into: &grids[0].grid)
        try Self.write(.text("soon"), "Due", "a2-0", into: &grids[1].grid)
        let found = try Self.collection(grids, pack)
        #expect(found.missing == ["role-0"])
        #expect(found.copies.filter { !$0.isUnanswered }.map(\.owner) == ["role-1", "role-2"])
    }

    @Test("A copy that would bring an error is left out by itself")
    func refused() throws {
        let pack = try Self.pack()
        var grids = try Self.grids(pack)
        for index in grids.indices {
            try Self.write(.text("Seen."), "Evidence", "a\(index)-0", into: &grids[index].grid)
        }
        try Self.write(.text("31/12/2025"), "Due", "a7-1", into: &grids[7].grid)
        let found = try Self.collection(grids, pack)
        let (accepted, refused) = found.accepted(into: pack)
        #expect(refused.map(\.copy) == ["role-7.xlsx"] && refused[0].error.code == .invalidPack)
        #expect(accepted.plans[0].actions.count { $0.evidence == "Seen." } == Self.count - 1)
        #expect(!accepted.validate().contains { $0.severity == .error })
    }

    @Test("Several owners of an action are chosen apart, and one of them leads")
    func owners() throws {
        let pack = try Self.pack()
        func review(_ cells: [(String, SheetCell)]) throws -> WorkingCopyReview {
            var grid = try WorkingGrid(of: pack)
            for (header, cell) in cells { try Self.write(cell, header, "shared-1", into: &grid) }
            return try grid.review(against: pack)
        }
        let both = try review([("Owner", .text("Post 5")), ("Other owners", .text("role-6 & Post 7"))])
        let changed = try pack.accepting(both.changes)
        #expect(changed.plans[0].actions.first { $0.id == "shared-1" }?.owners == ["role-5", "role-6", "role-7"])
        #expect(try review([("Other owners", .empty)]).changes.map(\.new) == [nil])
        for cells: [(String, SheetCell)] in [
            [("Owner", .empty)], [("Owner", .text("Post 1"))], [("Other owners", .text("Post 5 & nobody"))],
        ] {
            let found = try review(cells)
            #expect(found.changes.isEmpty && found.problems.count == 1, "\(cells)")
        }
    }
}
