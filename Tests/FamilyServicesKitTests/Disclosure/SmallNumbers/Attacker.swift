import Foundation
import TestSupport
import Testing

import FamilyServicesKit
@testable import SmallNumbers

/// The attacker in Python: integer programs over what a reader of a publication knows.
enum Attacker {
    private static let script = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Support").appendingPathComponent("sdc_attack.py")

    /// Whether Python is there with numpy and scipy.
    static let isReady = Tool.python(with: "numpy, scipy").isReady
    static let condition: Comment =
        "needs python3, or the one that FSK_PYTHON names, with numpy and scipy; run “make test”"

    struct Question: Encodable {
        struct Cell: Encodable {
            let id: String
            var value: Int?
            var rounding: Int?
            var lo: Int?
            var hi: Int?
        }

        struct Sum: Encodable {
            let total: String
            let parts: [String]
        }

        struct Ratio: Encodable {
            let numerator: String
            let denominator: String
            let percent: Int
        }

        var cells: [Cell]
        let relations: [Sum]
        let truth: [String: Int]
        let ratios: [Ratio]
        let threshold: Int
        let min_suppressed: Int
        let protect_zero: Bool
    }

    struct Answer: Decodable {
        struct Summary: Decodable {
            let suppressed: Int
            let sensitive: Int
            let unprotected: [String]
            let all_protected: Bool
        }

        let feasible: Bool
        let warnings: [String]
        let summary: Summary
    }

    static func attack(_ questions: [Question]) throws -> [Answer] {
        let encoder = JSONEncoder()
        let lines = try questions.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
        let output = try run(["--lines"], input: lines.joined(separator: "\n"))
        return try output.split(separator: "\n").map { try JSONDecoder().decode(Answer.self, from: Data($0.utf8)) }
    }

    static func run(_ arguments: [String], input: String) throws -> String {
        try Program.python.answer([script.path] + arguments, to: input)
    }
}

extension Attacker.Question {
    /// What a reader is given: the pattern, and whole percentages beside the parts of each sum where both counts are shown.
    init(_ counts: LinkedCounts, _ pattern: SuppressionPattern, _ policy: SmallNumberPolicy) {
        func name(_ position: Int) -> String { "c\(position)" }
        func isShown(_ position: Int) -> Bool {
            if case .shown = pattern.counts[position] { true } else { false }
        }
        cells = counts.cells.indices.map { position in
            switch (pattern.counts[position], policy.method) {
            case (.shown(let value), .round(let base, _)):
                Cell(id: name(position), value: value, rounding: base)
            case (.shown(let value), _): Cell(id: name(position), value: value)
            case (.masked, _): Cell(id: name(position), lo: policy.floor, hi: policy.threshold)
            case (.hidden, _): Cell(id: name(position))
            }
        }
        relations = counts.relations.map { Sum(total: name($0.total), parts: $0.parts.map(name)) }
        truth = Dictionary(uniqueKeysWithValues: counts.cells.enumerated().map { (name($0.offset), $0.element.value) })
        // Percentages of rounded tables are worked out from the rounded counts, and say nothing more.
        let isRounded = if case .round = policy.method { true } else { false }
        ratios = (isRounded ? [] : counts.relations).flatMap { relation in
            let total = counts.cells[relation.total].value
            return relation.parts.filter { isShown($0) && isShown(relation.total) && total > 0 }.map { part in
                Ratio(
                    numerator: name(part), denominator: name(relation.total),
                    percent: (200 * counts.cells[part].value + total) / (2 * total))
            }
        }
        threshold = policy.threshold
        min_suppressed = policy.floor
        protect_zero = !policy.showsZeros
    }
}
