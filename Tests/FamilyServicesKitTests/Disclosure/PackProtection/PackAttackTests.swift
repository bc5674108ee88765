import FamilyServicesKit
import Foundation
import TestSupport
import Testing

@Suite("Small numbers in whole packs: an attack", .slow)
struct PackAttackTests {
    /// Finds the least and the greatest that each sum can be, by integer programs.
    static let program = """
        import json, sys
        import numpy as np
        from scipy.optimize import Bounds, LinearConstraint, milp

        for line in sys.stdin:
            question = json.loads(line)
            count = question["cells"]
            matrix = np.zeros((len(question["rules"]), count))
            least, most = [], []
            for row, rule in enumerate(question["rules"]):
                matrix[row, rule["cells"]] = 1
                least.append(rule["least"])
                most.append(rule.get("most", np.inf))
            def bound(target, sign):
                aim = np.zeros(count)
                aim[target] = sign
                answer = milp(aim, integrality=np.ones(count), bounds=Bounds(0, 10000),
                              constraints=LinearConstraint(matrix, least, most))
                if answer.status != 0:
                    raise SystemExit("no table fits what is shown")
                return round(sign * answer.fun)
            print(json.dumps([[bound(t, 1), bound(t, -1)] for t in question["targets"]]))
        """

    @Test(
        "No reader can narrow a small count below 1 to 5, also where rows were left out",
        .enabled(if: Attacker.isReady, Attacker.condition))
    func randomPacks() throws {
        try attack(SeededGenerator(), rounds: 0..<TestSize.count(3))
    }

    @Test(
        "That all of a month's growth is in one sort says nothing of the sorts before it",
        .enabled(if: Attacker.isReady, Attacker.condition))
    func growthOfOneSort() throws {
        try attack(SeededGenerator(seed: 2_803_515_391_772_701_096), rounds: 13..<14)
    }

    /// Publishes random packs and asks what a reader of each can find out.
    private func attack(_ generator: SeededGenerator, rounds: Range<Int>) throws {
        var random = generator
        var questions: [RandomPack.Question] = []
        var packs: [(round: Int, pack: RandomPack, shown: [ObservedValue?])] = []
        var refused = 0
        for round in 0..<rounds.upperBound {
            let pack = try RandomPack(using: &random)
            guard rounds.contains(round) else { continue }
            let publication: Publication
            do {
                publication = try pack.counted.published()
            } catch let error as PublicationError {
                // Never published is safe; but it has to be seldom, and to say what to do.
                #expect(error.description.contains("Merge"), "seed \(random.seed), round \(round)")
                refused += 1
                continue
            }
            let shown = publication.values(of: "m")
            try #require(shown.count == pack.figures.count)
            for (figure, value) in zip(pack.figures, shown) {
                guard let value else { continue }
                #expect(!Self.isSmall(value), "seed \(random.seed), round \(round): \(figure)")
            }
            questions.append(pack.question(shown))
            packs.append((round, pack, shown))
        }
        #expect(refused <= 4, "seed \(random.seed)")
        let encoder = JSONEncoder()
        let lines = try questions.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
        let output = try Program.python.answer(["-c", Self.program], to: lines.joined(separator: "\n"))
        let answers = try output.split(separator: "\n").map {
            try JSONDecoder().decode([[Int]].self, from: Data($0.utf8))
        }
        try #require(answers.count == questions.count)
        var asked = 0
        for (number, answer) in answers.enumerated() {
            let (question, (round, pack, shown)) = (questions[number], packs[number])
            for (index, range) in answer.enumerated() {
                let most = max(1, pack.partsWithSymbols(question.targets[index], shown))
                asked += 1
                #expect(
                    range[0] <= min(most, question.truths[index]) && range[1] >= 5,
                    """
                    seed \(random.seed), round \(round): \(question.names[index]) is \(question.truths[index]), and a \
                    reader knows that it is \(range[0]) to \(range[1]); \(pack.described(shown))
                    """)
            }
        }
        #expect(asked > rounds.count, "seed \(random.seed)")
    }

    private static func isSmall(_ value: ObservedValue) -> Bool {
        switch value {
        case .value(let count, _): (1...5).contains(count)
        case .fraction(let part, let whole):
            [part, whole, whole - part].contains { (1...5).contains($0) }
        case .missing: false
        }
    }
}
