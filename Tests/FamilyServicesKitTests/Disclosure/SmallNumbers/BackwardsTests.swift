import FamilyServicesKit
import TestSupport
import Testing

@testable import SmallNumbers

@Suite("Readers who run the rules backwards", .slow)
struct BackwardsTests {
    /// What a reader sees of a table with one total, or nothing where it is refused.
    private static func shown(_ values: [Int]) throws -> [PublishedCount]? {
        var counts = LinkedCounts()
        let parts = try values.map { try counts.add(.init($0)) }
        let total = try counts.add(.init(values.reduce(0, +)))
        try counts.addRelation(total: total, parts: parts)
        return try? counts.protected(by: .suppressOneToFive, smallTotals: .boundedByParts).counts
    }

    @Test("find no small count of one table, of all tables that would look the same")
    func oneLine() throws {
        let greatest = 11
        var worlds: [[PublishedCount]: [[Int]]] = [:]
        for number in 0..<(12 * 12 * 12 * 12) {
            let values = [number % 12, number / 12 % 12, number / 144 % 12, number / 1_728]
            guard let shown = try Self.shown(values) else { continue }
            worlds[shown, default: []].append(values)
        }
        var asked = 0
        for (shown, tables) in worlds {
            for cell in 0..<4 where shown[cell] == .hidden {
                let possible = Set(tables.map { $0[cell] })
                for table in tables where (1...5).contains(table[cell]) {
                    // Where more is hidden than the greatest count tried, tables are missing that would look the same.
                    let hidden = (0..<4).filter { shown[$0] == .hidden }.reduce(0) { $0 + table[$1] }
                    guard hidden <= greatest + 1 else { continue }
                    asked += 1
                    #expect(possible.count > 1, "\(table), cell \(cell)")
                }
            }
        }
        #expect(asked > 1_000)
    }

    @Test(
        "Two fives that are not neighbours are not left alone",
        arguments: [[5, 9, 5, 9], [9, 5, 9, 5], [5, 4, 9, 5]])
    func twoFives(values: [Int]) throws {
        let shown = try #require(try Self.shown(values))
        #expect(shown.count { $0 == .hidden } >= 3)
    }
}
