import Testing

import FamilyServicesKit
@testable import SmallNumbers

@Suite("Small numbers that could be worked out")
struct SmallNumberTrapTests {
    private let base = [[3, 20, 31], [18, 25, 14], [22, 17, 40]]

    /// A line of counts with its total.
    private func line(_ values: [Int]) throws -> LinkedCounts {
        var counts = LinkedCounts()
        let parts = try values.map { try counts.add(.init($0)) }
        try counts.addTotal(of: parts)
        return counts
    }

    private func range(
        of cell: Int, in counts: LinkedCounts, hiding hidden: [Int], policy: SmallNumberPolicy = .suppressOneToFive
    ) throws -> ClosedRange<Int> {
        let range = try #require(counts.audit(hidden: Set(hidden), under: policy).first { $0.cell == cell })
        #expect(range.isExact)
        return range.lowest...(try #require(range.highest))
    }

    @Test("are safe upwards where what they are made up of cannot become less")
    func oneWayOnly() throws {
        // Five groups of one, which are nobody's secret, make 5 of 25: only what is shown says how many.
        var counts = LinkedCounts()
        let parts = try (0..<5).map { _ in try counts.add(.init(1)) }
        for part in parts { counts.change(part) { $0.isSensitive = false } }
        let few = try counts.addTotal(of: parts)
        let others = try counts.add(.init(20))
        try counts.addTotal(of: [few, others])
        let pattern = try counts.protected(by: .suppressOneToFive, smallTotals: .boundedByParts)
        let ranges = counts.audit(hidden: Set(pattern.withoutNumber), under: .suppressOneToFive)
        let known = try #require(ranges.first { $0.cell == few })
        #expect(known.highest.map { $0 > known.lowest } ?? true)
    }

    @Test("are exact when hidden alone, and safe in a rectangle")
    func rectangle() throws {
        var counts = LinkedCounts()
        let table = try counts.addTwoWayTable(base)
        let cell = table.cells[0][0]
        #expect(try range(of: cell, in: counts, hiding: [cell]) == 3...3)
        let corners = [cell, table.cells[0][1], table.cells[1][0], table.cells[1][1]]
        #expect(try range(of: cell, in: counts, hiding: corners) == 1...20)
        let pattern = try counts.protected(by: .suppressOneToFive)
        #expect(pattern.counts[cell] == .hidden)
        #expect(pattern.withoutNumber.count == 4)
        #expect((pattern.smallCount, pattern.complementaryCount) == (1, 3))
        #expect(pattern.exposed.isEmpty)
        #expect(counts.exposed(hiding: Set(pattern.withoutNumber), under: .suppressOneToFive).isEmpty)
    }

    @Test("are exact where they only join two rectangles, although every line hides two")
    func bridge() throws {
        var counts = LinkedCounts()
        let table = try counts.addTwoWayTable([
            [9, 12, 2, 30], [11, 14, 25, 33], [21, 24, 8, 10], [26, 29, 13, 7],
        ])
        let hidden = [(0, 0), (0, 1), (1, 0), (1, 1), (2, 2), (2, 3), (3, 2), (3, 3), (0, 2)].map {
            table.cells[$0.0][$0.1]
        }
        #expect(try range(of: table.cells[0][2], in: counts, hiding: hidden) == 2...2)
        #expect(counts.exposed(hiding: Set(hidden), under: .suppressOneToFive) == [table.cells[0][2]])
        let pattern = try counts.protected(by: .suppressOneToFive)
        #expect(counts.exposed(hiding: Set(pattern.withoutNumber), under: .suppressOneToFive).isEmpty)
    }

    @Test("that add up to two are both one, so a third is hidden", arguments: [[1, 1, 13], [3, 10, 1, 1]])
    func twoOnes(values: [Int]) throws {
        let counts = try line(values)
        let ones = values.indices.filter { values[$0] == 1 }
        #expect(try range(of: ones[0], in: counts, hiding: ones) == 1...1)
        let pattern = try counts.protected(by: .suppressOneToFive)
        let hidden = Set(pattern.withoutNumber)
        #expect(hidden.isStrictSuperset(of: ones))
        #expect(!hidden.contains(values.count), "the total is the last thing to hide")
        #expect(counts.exposed(hiding: hidden, under: .suppressOneToFive).isEmpty)
    }

    @Test("that are hidden as 5 and 3 still cover 1 to 5, but not 1 to 10")
    func fiveAndThree() throws {
        let counts = try line([5, 3, 40, 50])
        #expect(try range(of: 0, in: counts, hiding: [0, 1]) == 1...7)
        #expect(try counts.protected(by: .suppressOneToFive).withoutNumber == [0, 1])
        let toTen = try SmallNumberPolicy(.suppress(upTo: 10))
        #expect(try counts.protected(by: toTen).withoutNumber.count == 3)
    }

    @Test("come back from the same children counted to 15 and to 17")
    func linkedAges() throws {
        var counts = LinkedCounts()
        let boys15 = try counts.add(.init(41)), girls15 = try counts.add(.init(38))
        let boys16 = try counts.add(.init(19)), girls16 = try counts.add(.init(3))
        try counts.addTotal(of: [boys16, girls16])
        #expect(try range(of: girls16, in: counts, hiding: [boys16, girls16]) == 1...21)
        try counts.addTotal(of: [boys15, boys16])
        try counts.addTotal(of: [girls15, girls16])
        #expect(try range(of: girls16, in: counts, hiding: [boys16, girls16]) == 3...3)
        let pattern = try counts.protected(by: .suppressOneToFive)
        #expect(counts.exposed(hiding: Set(pattern.withoutNumber), under: .suppressOneToFive).isEmpty)
        #expect(pattern.withoutNumber.count == 3, "the girls, one of the sums across and one of those along")
    }

    @Test("are safe below a hidden subtotal that is exact itself")
    func hiddenSubtotal() throws {
        var counts = LinkedCounts()
        let districts = try [2, 4, 12, 15].map { try counts.add(.init($0)) }
        let first = try counts.addTotal(of: Array(districts[0...1]))
        let second = try counts.addTotal(of: Array(districts[2...3]))
        try counts.addTotal(of: [first, second])
        #expect(try range(of: first, in: counts, hiding: [0, 1, first]) == 6...6)
        #expect(try range(of: districts[0], in: counts, hiding: [0, 1, first]) == 1...5)
        #expect(try counts.protected(by: .suppressOneToFive).withoutNumber == [0, 1])
    }

    @Test("come back from this month's year to date less last month's")
    func yearToDate() throws {
        var counts = LinkedCounts()
        let months = try [12, 9, 3, 14, 11].map { try counts.add(.init($0)) }
        var toDate = [months[0]]
        for month in months.dropFirst() { toDate.append(try counts.addTotal(of: [toDate[toDate.count - 1], month])) }
        #expect(try range(of: months[2], in: counts, hiding: [months[2]]) == 3...3)
        let pattern = try counts.protected(by: .suppressOneToFive)
        let hidden = Set(pattern.withoutNumber)
        #expect(counts.exposed(hiding: hidden, under: .suppressOneToFive).isEmpty)
        #expect(hidden.count == 3, "the month, a neighbour and the year to date between them")
        // In April the year to date is the month itself: the same count, hidden in both places or in none.
        var april = LinkedCounts()
        try april.add(.init(2))
        #expect(try april.protected(by: .suppressOneToFive).withoutNumber == [0])
    }

    @Test("include zeros where zeros are not shown, which anybody hidden may then be")
    func hiddenZeros() throws {
        let policy = try SmallNumberPolicy(.suppress(upTo: 5), showsZeros: false)
        let counts = try line([1, 1, 13])
        #expect(try range(of: 0, in: counts, hiding: [0, 1], policy: policy) == 0...2)
        var table = LinkedCounts()
        let cells = try table.addTwoWayTable([[0, 20, 31], [18, 25, 14], [22, 17, 40]]).cells
        let pattern = try table.protected(by: policy)
        #expect(pattern.counts[cells[0][0]] == .hidden)
        #expect(pattern.withoutNumber.count == 4)
        #expect(table.exposed(hiding: Set(pattern.withoutNumber), under: policy).isEmpty)
        #expect(try table.protected(by: .suppressOneToFive).withoutNumber.isEmpty)
    }

    @Test("are never protected by hiding a zero that readers expect to see")
    func shownZeros() throws {
        let counts = try line([3, 0, 0, 40])
        let pattern = try counts.protected(by: .suppressOneToFive)
        #expect(pattern.counts[1] == .shown(0))
        #expect(pattern.withoutNumber == [0, 3])
    }

    @Test("are protected around what must be published")
    func mustPublish() throws {
        var counts = LinkedCounts()
        let parts = [
            try counts.add(.init(3)), try counts.add(.init(8, display: .always)), try counts.add(.init(30)),
            try counts.add(.init(2, display: .always)),
        ]
        try counts.addTotal(of: parts)
        let pattern = try counts.protected(by: .suppressOneToFive)
        #expect(pattern.withoutNumber == [0, 2])
        #expect(pattern.counts[3] == .shown(2))
        #expect(pattern.smallCount == 1)
    }

    @Test("and what is hidden for another reason cannot be worked out exactly")
    func hiddenOtherwise() throws {
        var counts = LinkedCounts()
        let parts = try [(50, LinkedCounts.Display.never), (60, .byPolicy), (70, .byPolicy)].map {
            try counts.add(.init($0.0, display: $0.1))
        }
        try counts.addTotal(of: parts)
        let pattern = try counts.protected(by: .suppressOneToFive)
        #expect(pattern.withoutNumber.count == 2)
        #expect((pattern.otherwiseHiddenCount, pattern.smallCount, pattern.complementaryCount) == (1, 0, 1))
    }

    @Test("that nothing can protect are refused with advice, and without the numbers")
    func refusal() throws {
        var counts = LinkedCounts()
        let parts = [
            try counts.add(.init(3, label: "aged under 1")), try counts.add(.init(41, label: "aged 1 to 4")),
        ]
        let total = try counts.add(.init(44, label: "all", display: .always))
        try counts.addRelation(total: total, parts: parts, label: "By age")
        // Hiding both is enough: their sum says nothing of either.
        #expect(try counts.protected(by: .suppressOneToFive).withoutNumber == parts)

        var fixed = LinkedCounts()
        let lone = try fixed.add(.init(3, label: "aged under 1"))
        let other = try fixed.add(.init(41, label: "aged 1 to 4", display: .always))
        let zero = try fixed.add(.init(0, label: "aged 5"))
        let sum = try fixed.add(.init(44, display: .always))
        try fixed.addRelation(total: sum, parts: [lone, zero, other], label: "By age")
        let error = try #require(throws: SmallNumberError.self) { try fixed.protected(by: .suppressOneToFive) }
        #expect(error.code == .cannotProtect)
        #expect(error.cells == [lone])
        #expect(
            error.message
                == "“aged under 1” is confidential and could be worked out from “By age”, whatever else was hidden. Merge its "
                + "category with another that is not empty, or leave the line out.")
        #expect(!error.message.contains("3"))
    }

    @Test("are named with a category to merge them with")
    func mergeAdvice() throws {
        var counts = LinkedCounts()
        let parts = try [(1, "under 1"), (1, "1 to 4"), (0, "5 to 9")].map { try counts.add(.init($0.0, label: $0.1)) }
        let total = try counts.add(.init(2, label: "all", display: .always))
        try counts.addRelation(total: total, parts: parts, label: "By age")
        let error = try #require(throws: SmallNumberError.self) { try counts.protected(by: .suppressOneToFive) }
        #expect(error.cells == [0, 1])
        #expect(error.message.contains("Merge it with “1 to 4”"))
    }

    @Test("that are totals of several are known not to be 1, unless zeros are hidden too")
    func smallTotals() throws {
        var counts = LinkedCounts()
        let parts = try [1, 3, 0, 0].map { try counts.add(.init($0)) }
        let ward = try counts.addTotal(of: parts, label: "the ward")
        let rest = try counts.add(.init(60))
        try counts.addTotal(of: [ward, rest])
        #expect(counts.audit(hidden: [0, 1, ward, rest], under: .suppressOneToFive)[2].lowest == 2)
        let error = try #require(throws: SmallNumberError.self) { try counts.protected(by: .suppressOneToFive) }
        #expect(error.cells == [ward])
        #expect(error.message.contains("a policy that does not show zeros"))
        let policy = try SmallNumberPolicy(.suppress(upTo: 5), showsZeros: false)
        let hidden = Set(try counts.protected(by: policy).withoutNumber)
        #expect(counts.exposed(hiding: hidden, under: policy).isEmpty)
    }

    @Test("that other sums bound from below are protected as far as that goes, where the caller agrees")
    func boundedByOtherSums() throws {
        var counts = LinkedCounts()
        // Three children of three teams, all in one of two places; the year to date there has grown by nobody since.
        let (place, empty) = (try counts.add(.init(3)), try counts.add(.init(0)))
        let all = try counts.addTotal(of: [place, empty])
        let teams = try [1, 1, 1].map { try counts.add(.init($0)) }
        try counts.addRelation(total: all, parts: teams)
        let increment = try counts.add(.init(0, display: .implied))
        let later = try counts.addTotal(of: [place, increment])
        #expect(throws: SmallNumberError.self) { try counts.protected(by: .suppressOneToFive) }
        let pattern = try counts.protected(by: .suppressOneToFive, smallTotals: .boundedByParts)
        #expect(pattern.counts[later] == .hidden)
        let ranges = counts.audit(hidden: Set(pattern.withoutNumber), under: .suppressOneToFive)
        let range = try #require(ranges.first { $0.cell == later })
        #expect(range.lowest == 3)
        #expect((range.highest ?? .max) >= 5)
    }

    @Test("that readers would know exactly whatever is hidden are refused even so")
    func knownExactly() throws {
        var counts = LinkedCounts()
        let known = try counts.add(.init(9, display: .always))
        let small = try counts.add(.init(2))
        let total = try counts.add(.init(11, display: .always))
        try counts.addRelation(total: total, parts: [known, small])
        let error = #expect(throws: SmallNumberError.self) {
            try counts.protected(by: .suppressOneToFive, smallTotals: .boundedByParts)
        }
        #expect(error?.code == .cannotProtect)
    }

    @Test("are hidden alone where the policy asks for no more, and then named")
    func withoutComplements() throws {
        var counts = LinkedCounts()
        let table = try counts.addTwoWayTable(base)
        let policy = try SmallNumberPolicy(.suppress(upTo: 5), hidesComplements: false)
        let pattern = try counts.protected(by: policy)
        #expect(pattern.withoutNumber == [table.cells[0][0]])
        #expect(pattern.exposed == [table.cells[0][0]])
        #expect(pattern.complementaryCount == 0)
    }

    @Test("of the whole country are shown where the policy leaves them alone")
    func national() throws {
        var counts = LinkedCounts()
        let regions = try [3, 30, 1].map { try counts.add(.init($0)) }
        try counts.addTotal(of: regions, isNational: true)
        let rare = try counts.add(.init(2, isNational: true))
        let policy = try SmallNumberPolicy(.suppress(upTo: 20), level: .belowNational)
        let pattern = try counts.protected(by: policy)
        #expect(pattern.counts[rare] == .shown(2))
        #expect(pattern.withoutNumber == regions)
        let everywhere = try counts.protected(by: SmallNumberPolicy(.suppress(upTo: 20)))
        #expect(everywhere.counts[rare] == .hidden)
    }

    @Test("in sums that do not add up are protected as if readers knew by how much")
    func printedSums() throws {
        var counts = LinkedCounts()
        let parts = try [3, 20, 30].map { try counts.add(.init($0)) }
        let total = try counts.add(.init(54))
        try counts.addRelation(total: total, parts: parts)
        #expect(counts.relationsThatDoNotAddUp == [0])
        #expect(try counts.protected(by: .suppressOneToFive).withoutNumber == [0, 1])
    }

    @Test("are all shown to those who may see them")
    func showAll() throws {
        var counts = LinkedCounts()
        try counts.addTwoWayTable(base)
        #expect(try counts.protected(by: .showAll).withoutNumber.isEmpty)
        #expect(try LinkedCounts().protected(by: .suppressOneToFive).counts.isEmpty)
    }

    @Test("must be counts, and sums of cells that exist")
    func invalidInput() throws {
        var counts = LinkedCounts()
        let codes = [
            try #require(throws: SmallNumberError.self) { try counts.add(.init(-1)) },
            try #require(throws: SmallNumberError.self) { try counts.add(.init(.max)) },
            try #require(throws: SmallNumberError.self) { try counts.addRelation(total: 0, parts: [1]) },
            try #require(throws: SmallNumberError.self) { try counts.addTotal(of: [7]) },
            try #require(throws: SmallNumberError.self) { try counts.addTwoWayTable([]) },
            try #require(throws: SmallNumberError.self) { try counts.addTwoWayTable([[1, 2], [3]]) },
            try #require(throws: SmallNumberError.self) { try counts.addTwoWayTable([[1, 2], [3, -4]]) },
        ].map(\.code)
        #expect(
            codes == [
                .invalidCount, .invalidCount, .invalidRelation, .invalidRelation, .invalidRelation, .invalidRelation,
                .invalidCount,
            ])
        #expect(counts == LinkedCounts(), "what is refused leaves nothing behind")
        let cell = try counts.add(.init(1))
        for parts in [[], [cell], [cell + 1]] {
            #expect(throws: SmallNumberError.self) { try counts.addRelation(total: cell, parts: parts) }
        }
        #expect(counts.audit(hidden: [99, -1], under: .suppressOneToFive).isEmpty)
    }
}
