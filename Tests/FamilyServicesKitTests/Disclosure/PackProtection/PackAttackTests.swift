import FamilyServicesKit
import Foundation
import Testing

@Suite("Small numbers in whole packs: an attack")
struct PackAttackTests {
    /// Finds the least and the greatest that each sum can be, by integer programs.
    private static let program = """
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
        var random = SeededGenerator()
        var questions: [RandomPack.Question] = []
        var packs: [(pack: RandomPack, shown: [ObservedValue?])] = []
        var refused = 0
        for round in 0..<15 {
            let pack = try RandomPack(using: &random)
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
            packs.append((pack, shown))
        }
        #expect(refused <= 4, "seed \(random.seed)")
        let encoder = JSONEncoder()
        let lines = try questions.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
        let output = try runPython(
            Self.program, input: lines.joined(separator: "\n"), interpreter: Attacker.interpreter)
        let answers = try output.split(separator: "\n").map {
            try JSONDecoder().decode([[Int]].self, from: Data($0.utf8))
        }
        try #require(answers.count == questions.count)
        var asked = 0
        for (round, answer) in answers.enumerated() {
            let question = questions[round]
            for (index, range) in answer.enumerated() {
                let most = max(1, packs[round].pack.partsWithSymbols(question.targets[index], packs[round].shown))
                asked += 1
                let message: Comment = """
                    seed \(random.seed), round \(round): \(question.names[index]) is \(question.truths[index]), and a \
                    reader knows that it is \(range[0]) to \(range[1]); \(packs[round].pack.described(packs[round].shown))
                    """
                #expect(range[1] >= 5, message)
                let isSafe = range[0] <= min(most, question.truths[index])
                // The growth of a year to date between months that were left out may be bounded from below: a limit that
                // the article on publication control names.
                withKnownIssue(isIntermittent: true) {
                    #expect(isSafe, message)
                } when: {
                    !isSafe && question.names[index].hasPrefix("increment")
                }
            }
        }
        #expect(asked > 20, "seed \(random.seed)")
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
