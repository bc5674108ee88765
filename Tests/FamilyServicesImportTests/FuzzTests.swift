@testable import FamilyServicesImport
import FamilyServicesKit
import Foundation
import TestSupport
import Testing

/// Nothing that a file can hold makes the reader trap.
///
/// That a test ends is what it shows.
@Suite("Random input", .slow)
struct FuzzTests {
    private func mutated(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        let tokens = [
            "\"", "'", ",", ";", "\n", "\r", "\t", "  ", "- ", ": ", "{", "}", "[", "]", "&a ", "*a", "!!", "|\n",
            ">\n",
            "? ", "#", "---\n", "...\n", "%YAML 1.2\n", "<<: ", "\\x00", "\u{FEFF}", "\u{85}", "\u{2028}", "é", "0",
            "~", "@",
        ]
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let place = Int.random(in: 0...bytes.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0:
                bytes.insert(contentsOf: Array((tokens.randomElement(using: &random) ?? "").utf8), at: place)
            case 1:
                bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 0...8, using: &random)))
            case 2:
                if place < bytes.count { bytes[place] = UInt8.random(in: 0 ... .max, using: &random) }
            default:
                let end = min(bytes.count, place + Int.random(in: 0...40, using: &random))
                bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
            }
        }
        return bytes
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures/KitchenSink")

    private func fixture(_ file: PackFile) throws -> [UInt8] {
        Array(try Data(contentsOf: Self.folder.appendingPathComponent(file.rawValue)))
    }

    @Test("Tables changed at random are read or refused", arguments: 1...2)
    func tables(run: Int) throws {
        var random = SeededGenerator()
        for file in PackFile.allCases where file.format == .table {
            let bytes = try fixture(file)
            for _ in 0..<TestSize.count(40) {
                let problems = FileProblems(file: file.rawValue, most: 200)
                guard let text = FileText(mutated(bytes, &random), kind: .table, problems: problems),
                    var table = CSVTable(text, problems: problems, limits: .default)
                else {
                    #expect(problems.hasErrors, "seed \(random.seed)")
                    continue
                }
                var row = CSVRow()
                while table.next(into: &row) { _ = table.record(row, table.columns) }
                _ = problems.diagnostics
            }
        }
    }

    @Test("YAML changed at random is read or refused", arguments: 1...2)
    func documents(run: Int) throws {
        var random = SeededGenerator()
        for file in PackFile.allCases where file.format == .document {
            let bytes = try fixture(file)
            for _ in 0..<TestSize.count(60) {
                let problems = FileProblems(file: file.rawValue, most: 200)
                guard let text = FileText(mutated(bytes, &random), kind: .document, problems: problems) else {
                    continue
                }
                if YAMLDocument.record(text, problems: problems, limits: .default) == nil {
                    #expect(problems.hasErrors, "seed \(random.seed)")
                }
                for diagnostic in problems.diagnostics { #expect(diagnostic.location?.line ?? 0 >= 1) }
            }
        }
    }

    @Test("Random bytes are no table and no YAML, or they are", arguments: [1])
    func bytes(run: Int) {
        var random = SeededGenerator()
        for _ in 0..<TestSize.count(1_000) {
            let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ -> UInt8 in
                Bool.random(using: &random)
                    ? UInt8.random(in: 0 ... .max, using: &random)
                    : Array("\",;\n\r:-{}[]&*!|>?# '%@`".utf8).randomElement(using: &random) ?? 0
            }
            let problems = FileProblems(file: "random", most: 10)
            guard let text = FileText(bytes, kind: .document, problems: problems) else { continue }
            _ = YAMLDocument.record(text, problems: problems, limits: .default)
            if var table = CSVTable(text, problems: problems, limits: .default) {
                var row = CSVRow()
                while table.next(into: &row) { _ = table.record(row, table.columns) }
            }
            _ = problems.diagnostics
        }
    }

    @Test("Whole packs changed at random are read or refused", arguments: 1...2)
    func packs(run: Int) throws {
        var random = SeededGenerator()
        var original: [String: [UInt8]] = [:]
        for file in PackFile.allCases { original[file.rawValue] = try fixture(file) }
        let pack = try PackOnDisk(bytes: original)
        for _ in 0..<TestSize.count(25) {
            guard let file = PackFile.allCases.randomElement(using: &random)?.rawValue, let bytes = original[file]
            else {
                continue
            }
            try pack.write(file, mutated(bytes, &random))
            let result = pack.load()
            #expect((result.pack == nil) == !result.errors.isEmpty, "seed \(random.seed)")
            try pack.write(file, bytes)
        }
    }

    @Test("Random words are numbers, dates and periods, or they are not", arguments: 1...2)
    func words(run: Int) {
        var random = SeededGenerator()
        let pieces = [
            "0", "1", "9", "12", "31", "2017", "99999999999999999999", "-", "/", ".", ",", "£", "%", "m", "k", "bn",
            "FY", "AY",
            "Q1", "Nov", "(", ")", "ii", "5b", " ", " to ", " TO ", "at least ", "floor ", "é", "İ", "\u{301}", "\u{0}",
            "days", "e", "E+05",
            "exempt ", "restricted ", "of target", "\u{2212}", "T", ":", "#", "+",
        ]
        for _ in 0..<TestSize.count(1_500) {
            let text = (0..<Int.random(in: 0...6, using: &random))
                .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            for unit in [MeasurementUnit.count, .percent, .money(.millions)] {
                _ = try? NumberText.number(text, in: unit)
                _ = try? TargetText.requirement(text, in: unit, .neutral)
                _ = try? TargetText.tolerance(text, in: unit)
            }
            _ = try? NumberText.integer(text)
            _ = NumberText.printed(text)
            _ = try? DateText.date(text)
            _ = try? DateText.partialDate(text)
            _ = try? PeriodText.period(text)
            _ = PeriodText.isLikely(text)
            _ = try? TargetText.timescale(text)
            _ = try? TargetText.unit(text)
            _ = try? AccessText.access(Separated.parts(of: text))
            _ = try? Words.planReference(text)
            _ = Excerpt.quoted(text)
        }
    }
}
