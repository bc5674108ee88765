import FamilyServicesKit
import TestSupport
import Testing

@Suite("Working copies: random packs and random edits", .slow)
struct RoundTripPropertyTests {
    @Test(
        "Without edits nothing has changed, however rows, columns and sheets were moved",
        arguments: 0..<TestSize.count(20))
    func noEdits(round: Int) throws {
        var random = SeededGenerator()
        let pack = try RandomWorkingPack(random).pack
        var grid = try WorkingGrid(of: pack)
        grid.shuffle(using: &random)
        let review = try grid.review(against: pack)
        #expect(review.isEmpty, "\(review), seed \(random.seed)")
    }

    @Test(
        "Exactly the edits are found, and accepting them gives what editing the pack gives",
        arguments: 0..<TestSize.count(40))
    func edits(round: Int) throws {
        var random = SeededGenerator()
        var sample = try RandomWorkingPack(random)
        try sample.edit()
        var grid = try WorkingGrid(of: sample.pack)
        for item in sample.cells {
            let place = try #require(
                grid.place(item.header, row: item.identifier, on: item.sheet), "\(item), seed \(random.seed)")
            grid[place] = item.cell
        }
        grid.shuffle(using: &random)
        let review = try grid.review(against: sample.pack)
        #expect(review.problems.isEmpty, "\(review.problems), seed \(random.seed)")
        #expect(review.conflicts.isEmpty && review.settled.isEmpty, "seed \(random.seed)")
        let found = Dictionary(
            review.changes.map { (RandomWorkingPack.Key(record: $0.record, field: $0.field), $0.new) }
        ) { first, _ in first }
        #expect(found == sample.expected && review.changes.count == found.count, "seed \(random.seed)")
        let accepted = try sample.pack.accepting(review.changes.shuffled(using: &random))
        #expect(accepted == sample.wanted, "seed \(random.seed)")
        // Read again, the copy has nothing that the pack does not have.
        let again = try grid.review(against: accepted)
        #expect(again.changes.isEmpty && again.conflicts.isEmpty, "seed \(random.seed)")
    }

    @Test(
        "An edit of any cell at all is a change, a conflict, settled or a problem; none is lost",
        arguments: 0..<TestSize.count(20))
    func nothingIsLost(round: Int) throws {
        var random = SeededGenerator()
        let pack = try RandomWorkingPack(random).pack
        var grid = try WorkingGrid(of: pack)
        let sheets = ["Plan tracker", "Progress", "Commentary", "Dashboard"].filter { !grid[$0].rows.isEmpty }
        let sheet = try #require(sheets.randomElement(using: &random))
        let header = try #require(grid[sheet].rows.firstIndex { $0.count > 2 })
        let row = Int.random(in: header + 1..<grid[sheet].rows.count, using: &random)
        let place = CellPlace(
            sheet: sheet, row: row, column: Int.random(in: 0..<grid[sheet].rows[header].count, using: &random))
        let cells: [SheetCell] = [
            .empty, .text("something else"), .number(4_711), .boolean(false), .error("#REF!"),
            .date(try CalendarDate(iso: "2030-02-03")), .text("On track"), .text("Red"), .text("1999"),
        ]
        // “Not recorded” and an empty cell say the same, and so do “Off track” and the red of those who count in colours.
        let same: SheetCell? =
            grid[place] == .text("Not recorded") ? .empty : grid[place] == .text("Off track") ? .text("Red") : nil
        let new = try #require(cells.filter { $0 != grid[place] && $0 != same }.randomElement(using: &random))
        grid[place] = new
        let review = try grid.review(against: pack)
        let places = (review.changes + review.conflicts + review.settled).map(\.place)
        let isReported =
            places.contains(place) || review.problems.contains { $0.place == place || $0.place?.row == row }
        #expect(isReported, "\(place): \(new), seed \(random.seed)")
    }
}

extension WorkingGrid {
    /// Sorts the rows of tables, moves columns and sheets, and adds empty rows, at random.
    mutating func shuffle(using random: inout SeededGenerator) {
        for index in sheets.indices where !["Cover", "Contents"].contains(sheets[index].name) {
            guard let header = sheets[index].rows.firstIndex(where: { $0.count > 2 }) else { continue }
            var rows = sheets[index].rows
            let width = rows[header].count
            let order = Array(0..<width).shuffled(using: &random)
            let table = rows[header...].map { row in order.map { row.indices.contains($0) ? row[$0] : .empty } }
            rows[header...] = ([table[0]] + table.dropFirst().shuffled(using: &random))[...]
            if Bool.random(using: &random) { rows.insert([.empty], at: header) }
            if Bool.random(using: &random) { rows.append([]) }
            sheets[index].rows = rows
        }
        sheets.shuffle(using: &random)
    }
}
