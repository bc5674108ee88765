import FamilyServicesKit
import TestSupport
import Testing

@Suite("Small numbers in whole packs: two worlds that readers cannot tell apart")
struct TwoWorldsTests {
    /// Counts by age and month of which those that a version hides differ, and everything that states them.
    private struct World {
        var cells: [[Int]]
        let hasQuarter: Bool
        let months = ["2026-04", "2026-05", "2026-06"]
        let ages = ["under-5", "5-to-9", "10-plus"]
        let exempt: Double

        /// The pack of the world: the cells are stated in a remark, a check and a risk each, and what is exempt in a figure, in
        /// the title of a budget line and by what is left of the budget.
        ///
        /// - Parameter hidden: The cells to state, by month and age: what tells a figure that is shown may be anybody's.
        func pack(stating hidden: Set<[Int]> = []) throws -> CountedPack {
            var counted = try CountedPack()
            counted.add("m", breakdown: "age")
            for (month, row) in zip(months, cells) {
                try counted.add(.value(Double(row.reduce(0, +))), to: "m", month)
                for (age, count) in zip(ages, row) {
                    try counted.add(.value(Double(count)), to: "m", month, category: .init(age))
                }
            }
            if hasQuarter {
                for (position, age) in ages.enumerated() {
                    let sum = cells.reduce(0) { $0 + $1[position] }
                    try counted.add(.value(Double(sum)), to: "m", "FY2026-27-Q1", category: .init(age))
                }
                try counted.add(.value(Double(cells.joined().reduce(0, +))), to: "m", "FY2026-27-Q1")
            }
            state(hidden, in: &counted)
            counted.add("secret", unit: .money(.pounds), counts: .other, access: .exempt([.businessAffairs]))
            try counted.add(.value(exempt), to: "secret", access: .exempt([.businessAffairs]))
            counted.pack.budget = [
                BudgetFigure(id: "all", kind: .budget, title: "All", pounds: 1_000),
                BudgetFigure(id: "part", kind: .budget, title: "Part", pounds: 1_000 - exempt, partOf: "all"),
                BudgetFigure(
                    id: "exempt", kind: .budget, title: "Placement at £\(exempt)", pounds: exempt, partOf: "all",
                    access: .exempt([.businessAffairs])),
            ]
            return counted
        }

        private func state(_ hidden: Set<[Int]>, in counted: inout CountedPack) {
            var number = 0
            for (month, row) in cells.enumerated() {
                for (age, count) in row.enumerated() where hidden.contains([month, age]) {
                    number += 1
                    let name = ["under 5", "5 to 9", "10 and over"][age]
                    let words = "\(count) children of the age \(name) in \(months[month])"
                    counted.pack.indicators[0].commentary.append(Commentary("There were \(words)."))
                    counted.pack.checks.append(
                        FigureCheck(
                            id: .init(stringLiteral: "c\(number)"), outcome: .agrees, statement: words,
                            indicators: ["m"]))
                    counted.pack.risks.append(
                        Risk(id: .init(stringLiteral: "r\(number)"), title: words, indicators: ["m"]))
                }
            }
        }

        /// The cells that a version hides.
        func hidden(in version: Publication) -> Set<[Int]> {
            let isHidden = version.hides("m")
            var result: Set<[Int]> = []
            for month in 0..<3 {
                for age in 0..<3 where isHidden[month * 4 + 1 + age] { result.insert([month, age]) }
            }
            return result
        }
    }

    @Test("Versions of packs that differ in hidden figures alone are the same, for the public and for members")
    func randomWorlds() throws {
        var random = SeededGenerator()
        var pairs = 0
        for round in 0..<TestSize.count(20) {
            let world = World(
                cells: (0..<3).map { _ in (0..<3).map { _ in Int.random(in: 0...12, using: &random) } },
                hasQuarter: Bool.random(using: &random), exempt: 370)
            for audience in [Audience.everyone, .members] {
                // Members are shown small numbers unless the council says otherwise.
                guard let one = try? world.pack().published(for: audience, .suppressOneToFive) else { continue }
                for _ in 0..<4 {
                    var other = world
                    other.cells = changed(world, using: &random)
                    guard other.cells != world.cells,
                        let two = try? other.pack().published(for: audience, .suppressOneToFive),
                        one.values(of: "m") == two.values(of: "m")
                    else { continue }
                    pairs += 1
                    let stated = world.hidden(in: one)
                    let (first, second) = (
                        try world.pack(stating: stated).published(for: audience, .suppressOneToFive).wholeText,
                        try other.pack(stating: stated).published(for: audience, .suppressOneToFive).wholeText
                    )
                    #expect(
                        first == second,
                        """
                        seed \(random.seed), round \(round), \(audience): \(world.cells) and \(other.cells) show \
                        \(difference(first, second))
                        """)
                }
            }
        }
        #expect(pairs > 0, "seed \(random.seed): only \(pairs) pairs")
    }

    @Test("What is exempt changes nothing of the version without it")
    func exemptWorlds() throws {
        let cells = [[8, 9, 10], [8, 9, 10], [8, 9, 10]]
        let versions = try [370.0, 412, 5].map { exempt in
            try World(cells: cells, hasQuarter: false, exempt: exempt).pack().published().wholeText
        }
        #expect(Set(versions).count == 1)
    }

    /// The same sums with some children elsewhere.
    private func changed(_ world: World, using random: inout SeededGenerator) -> [[Int]] {
        var cells = world.cells
        let step = Int.random(in: 1...3, using: &random)
        let months = world.months.indices.shuffled(using: &random)
        let ages = world.ages.indices.shuffled(using: &random)
        func move(_ month: Int, _ sign: Int) {
            cells[month][ages[0]] += sign * step
            cells[month][ages[1]] -= sign * step
        }
        move(months[0], 1)
        if world.hasQuarter { move(months[1], -1) }
        return cells.joined().contains { $0 < 0 } ? world.cells : cells
    }

    /// Where two texts begin to differ.
    private func difference(_ first: String, _ second: String) -> String {
        let (one, two) = (Array(first.utf8), Array(second.utf8))
        let start = zip(one, two).enumerated().first { $1.0 != $1.1 }?.offset ?? min(one.count, two.count)
        func part(_ bytes: [UInt8]) -> String {
            String(decoding: bytes[max(0, start - 120)..<min(bytes.count, start + 60)], as: UTF8.self)
        }
        return "“\(part(one))” or “\(part(two))”"
    }
}
