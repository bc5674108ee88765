import TestSupport
import Testing

import FamilyServicesKit
@testable import SmallNumbers

@Suite("An attack on published tables", .slow, .enabled(if: Attacker.isReady, Attacker.condition))
struct SmallNumberAttackTests {
    @Test("works itself on the known examples")
    func selfTest() throws {
        #expect(try Attacker.run(["--self-test"], input: "").contains("passed"))
    }

    @Test("narrows no small count of random tables further than the policy promises")
    func suppression() throws {
        var generator = SeededGenerator()
        try attack(TestSize.count(200), under: .suppressOneToFive, seed: generator.seed) { number in
            if number.isMultiple(of: 2) {
                return try RandomCounts.twoWay(
                    Int.random(in: 4...8, using: &generator), Int.random(in: 3...6, using: &generator), small: 0.3,
                    &generator)
            }
            return try RandomCounts.hierarchy(
                areas: Int.random(in: 2...3, using: &generator), wards: Int.random(in: 2...3, using: &generator),
                columns: Int.random(in: 2...4, using: &generator), small: 0.3, &generator)
        }
    }

    @Test("fares no better where the sums are no network")
    func noNetwork() throws {
        var generator = SeededGenerator()
        try attack(TestSize.count(20), under: .suppressOneToFive, seed: generator.seed) { number in
            number.isMultiple(of: 2)
                ? try RandomCounts.cube((3, 3, 3), small: 0.2, &generator)
                : try RandomCounts.hierarchy(areas: 2, wards: 3, columns: 4, groups: true, small: 0.2, &generator)
        }
    }

    @Test("fares no better where zeros are not shown")
    func hiddenZeros() throws {
        var generator = SeededGenerator()
        let policy = try SmallNumberPolicy(.suppress(upTo: 5), showsZeros: false)
        try attack(TestSize.count(30), under: policy, seed: generator.seed) { _ in
            try RandomCounts.twoWay(5, 4, small: 0.2, &generator)
        }
    }

    @Test("fares no better against rounded tables")
    func rounding() throws {
        var generator = SeededGenerator()
        try attack(TestSize.count(30), under: .roundToFive, seed: generator.seed) { _ in
            try RandomCounts.twoWay(5, 4, small: 0.2, &generator)
        }
    }

    @Test("succeeds where no complements are hidden")
    func withoutComplements() throws {
        var counts = LinkedCounts()
        try counts.addTwoWayTable([[3, 20, 31], [18, 25, 14], [22, 17, 40]])
        let policy = try SmallNumberPolicy(.suppress(upTo: 5), hidesComplements: false)
        let pattern = try counts.protected(by: policy)
        let answer = try #require(try Attacker.attack([.init(counts, pattern, policy)]).first)
        #expect(answer.summary.unprotected == ["c0"])
    }

    /// Attacks so many tables that could be protected; the rest must be beyond help.
    private func attack(
        _ number: Int, under policy: SmallNumberPolicy, seed: UInt64, _ table: (Int) throws -> LinkedCounts
    ) throws {
        var questions: [Attacker.Question] = []
        var refused = 0
        while questions.count < number, refused < number {
            let counts = try table(questions.count + refused)
            if let pattern = try? counts.protected(by: policy) {
                questions.append(.init(counts, pattern, policy))
            } else {
                refused += 1
                let exposed = counts.exposed(hiding: counts.everythingButZeros, under: policy)
                #expect(!exposed.isEmpty, "seed \(seed)")
            }
        }
        let answers = try Attacker.attack(questions)
        #expect(answers.count == number)
        for (index, answer) in answers.enumerated() {
            #expect(answer.feasible, "table \(index), seed \(seed)")
            #expect(answer.warnings.isEmpty, "table \(index), seed \(seed)")
            #expect(answer.summary.all_protected, "table \(index): \(answer.summary.unprotected), seed \(seed)")
        }
        #expect(answers.reduce(0) { $0 + $1.summary.sensitive } > number, "seed \(seed)")
    }
}
