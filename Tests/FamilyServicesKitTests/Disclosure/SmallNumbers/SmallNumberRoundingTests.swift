import TestSupport
import Testing

import FamilyServicesKit
@testable import SmallNumbers

@Suite("Rounded tables")
struct SmallNumberRoundingTests {
    private let policy = SmallNumberPolicy.roundToFive

    @Test("keep a masked count in its band when the rounding leaves enough doubt")
    func enough() throws {
        var counts = LinkedCounts()
        let parts = try [4, 23, 36].map { try counts.add(.init($0)) }
        let total = try counts.addTotal(of: parts)
        let pattern = try counts.protected(by: policy)
        #expect(pattern.counts == [.masked, .shown(25), .shown(35), .shown(65)])
        #expect(total == 3)
        let range = try #require(counts.audit(hidden: [], under: policy).first)
        // 63 to 67, less 23 to 27 and 33 to 37, is -1 to 11; the band is 1 to 7.
        #expect(range == FeasibleRange(cell: 0, lowest: 1, highest: 7, isExact: true))
    }

    @Test("hide more where the rounded total narrows the band")
    func tooNarrow() throws {
        var counts = LinkedCounts()
        let parts = try [1, 10].map { try counts.add(.init($0)) }
        try counts.addTotal(of: parts)
        // Shown as 10 and 10: 8 to 12, less 8 to 12, is at most 4.
        let range = try #require(counts.audit(hidden: [], under: policy).first)
        #expect((range.lowest, range.highest) == (1, 4))
        #expect(counts.exposed(hiding: [], under: policy) == [0])
        let pattern = try counts.protected(by: policy)
        #expect(pattern.counts[0] == .masked)
        #expect(pattern.complementaryCount == 1)
        #expect(counts.exposed(hiding: [1], under: policy).isEmpty)
    }

    @Test("round totals by themselves")
    func totals() throws {
        var counts = LinkedCounts()
        let parts = try [12, 12, 12].map { try counts.add(.init($0)) }
        try counts.addTotal(of: parts)
        #expect(try counts.protected(by: policy).counts == [.shown(10), .shown(10), .shown(10), .shown(35)])
    }

    @Test("are safe at random, by the audit")
    func random() throws {
        var generator = SeededGenerator()
        var protected = 0
        for _ in 0..<40 {
            let counts = try RandomCounts.twoWay(5, 4, small: 0.3, &generator)
            guard let pattern = try? counts.protected(by: policy) else { continue }
            protected += 1
            let hidden = Set(pattern.counts.indices.filter { pattern.counts[$0] == .hidden })
            #expect(counts.exposed(hiding: hidden, under: policy).isEmpty, "seed \(generator.seed)")
        }
        #expect(protected > 30, "seed \(generator.seed)")
    }
}
