import FamilyServicesKit
import Foundation
import TestSupport
import Testing

@Suite("Small numbers in whole packs: an attack on mixtures of periods", .slow)
struct PeriodAttackTests {
    /// Periods as sums of months from April 2024 on.
    private static let periods: [(text: String, from: Int, to: Int)] = {
        var result: [(text: String, from: Int, to: Int)] = []
        for month in 0..<24 {
            let (year, number) = (2024 + (month + 3) / 12, (month + 3) % 12 + 1)
            result.append(("\(year)-\(number < 10 ? "0" : "")\(number)", month, month + 1))
        }
        for quarter in 0..<8 {
            result.append(
                (quarter < 4 ? "FY2024-25-Q\(quarter + 1)" : "FY2025-26-Q\(quarter - 3)", quarter * 3, quarter * 3 + 3))
        }
        result += [
            ("FY2024-25", 0, 12), ("FY2025-26", 12, 24), ("2025", 9, 21), ("AY2024-25", 5, 17),
            ("2024-04-01/2024-09-30", 0, 6), ("2024-10-01/2025-03-31", 6, 12), ("2025-04-01/2025-12-31", 12, 21),
            ("2024-04-01/2026-03-31", 0, 24), ("2024-09-01/2024-12-31", 5, 9), ("2025-01-01/2025-08-31", 9, 17),
        ]
        return result
    }()

    @Test(
        "No reader can narrow a small period, or what two periods differ by, below 1 to 5",
        .enabled(if: Attacker.isReady, Attacker.condition))
    func mixtures() throws {
        var random = SeededGenerator()
        var questions: [RandomPack.Question] = []
        var descriptions: [String] = []
        var symbols: [[Int]] = []
        var refused = 0
        for round in 0..<TestSize.count(15) {
            let months = (0..<24).map { _ in Bool.random(using: &random) ? 0 : Int.random(in: 0...9, using: &random) }
            let isDense = Bool.random(using: &random)
            let chosen = Self.periods.filter { period in
                Int.random(in: 0..<10, using: &random) < (period.to - period.from == 1 && !isDense ? 3 : 6)
            }
            var counted = try CountedPack()
            counted.add("m")
            for period in chosen {
                try counted.add(.value(Double(months[period.from..<period.to].reduce(0, +))), to: "m", period.text)
            }
            let shown: [ObservedValue?]
            do {
                shown = try counted.published().values(of: "m")
            } catch let error as PublicationError {
                #expect(error.description.contains("confidential"), "seed \(random.seed), round \(round)")
                refused += 1
                continue
            }
            var question = RandomPack.Question()
            question.cells = 24
            for (period, value) in zip(chosen, shown) {
                let cells = Array(period.from..<period.to)
                if case .value(let count, _) = value {
                    #expect(!(1...5).contains(count), "seed \(random.seed), round \(round)")
                    question.rules.append(.init(cells: cells, least: Int(count), most: Int(count)))
                } else {
                    question.rules.append(.init(cells: cells, least: 1, most: nil))
                }
            }
            // Every figure, and whatever two figures that share an end differ by.
            var targets: Set<[Int]> = []
            for first in chosen {
                targets.insert([first.from, first.to])
                for second in chosen where second.from == first.from && second.to > first.to {
                    targets.insert([first.to, second.to])
                }
                for second in chosen where second.to == first.to && second.from < first.from {
                    targets.insert([second.from, first.from])
                }
            }
            // A month that is shown to be none cannot hold what a symbol stands for.
            var none: Set<Int> = []
            for (period, value) in zip(chosen, shown) {
                if case .value(0, _) = value { none.formUnion(period.from..<period.to) }
            }
            let hidden = zip(chosen, shown).compactMap { period, value -> (from: Int, to: Int)? in
                let possible = (period.from..<period.to).filter { !none.contains($0) }
                guard value == nil, let first = possible.first, let last = possible.last else { return nil }
                return (first, last + 1)
            }
            var allowed: [Int] = []
            for target in targets.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
                let truth = months[target[0]..<target[1]].reduce(0, +)
                guard (1...5).contains(truth) else { continue }
                question.targets.append(Array(target[0]..<target[1]))
                question.truths.append(truth)
                // A reader knows that there are at least as many as there are symbols for separate parts.
                var end = target[0]
                var count = 0
                for period in hidden.sorted(by: { $0.to < $1.to }) where period.from >= end && period.to <= target[1] {
                    count += 1
                    end = period.to
                }
                allowed.append(max(1, count))
            }
            questions.append(question)
            symbols.append(allowed)
            descriptions.append(
                "round \(round): "
                    + zip(chosen, zip(counted.pack.observations, shown)).map {
                        "\($0.text)=\($1.0.value)\($1.1 == nil ? " hidden" : "")"
                    }.joined(separator: ", "))
        }
        #expect(refused <= TestSize.count(5), "seed \(random.seed): \(refused) refused")
        let encoder = JSONEncoder()
        let lines = try questions.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
        let output = try Program.python.answer(["-c", PackAttackTests.program], to: lines.joined(separator: "\n"))
        let answers = try output.split(separator: "\n").map {
            try JSONDecoder().decode([[Int]].self, from: Data($0.utf8))
        }
        try #require(answers.count == questions.count)
        var spans = 0
        var knownToBeMore: [Comment] = []
        for (number, answer) in answers.enumerated() {
            for (index, range) in answer.enumerated() {
                let truth = questions[number].truths[index]
                let what: Comment =
                    "seed \(random.seed): months \(questions[number].targets[index]) are \(truth), known as \(range); \(descriptions[number])"
                // How many it is, or that it is fewer than five, is never known.
                #expect(range[0] <= truth && range[1] >= 5 && range[0] < range[1], what)
                spans += 1
                if range[0] > min(truth, symbols[number][index]) { knownToBeMore.append(what) }
            }
        }
        // A small span is seldom known to be more than the symbols within it say: about one in a hundred.
        #expect(knownToBeMore.count * 20 <= max(spans, 60), knownToBeMore.first)
    }
}
