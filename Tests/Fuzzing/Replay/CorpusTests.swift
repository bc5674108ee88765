import Foundation
import FuzzTargets
import TestSupport
import Testing

/// What fuzzing found once, and inputs from which it starts.
@Suite("Inputs of fuzzing")
struct CorpusTests {
    private static let corpora = Repository.file("Tests/Fuzzing/Corpora")

    private func files(of target: FuzzTarget) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(
            at: Self.corpora.appending(path: target.rawValue), includingPropertiesForKeys: nil)
    }

    @Test("Every input that is kept is read or refused, and every promise holds", arguments: FuzzTarget.allCases)
    func kept(target: FuzzTarget) throws {
        let files = try files(of: target)
        #expect(!files.isEmpty)
        for file in files {
            do { try target(Array(try Data(contentsOf: file))) } catch {
                Issue.record("\(target.rawValue)/\(file.lastPathComponent): \(error)")
            }
        }
    }

    @Test("Every folder of inputs belongs to a target")
    func folders() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.corpora.path)
        #expect(Set(names) == Set(FuzzTarget.allCases.map(\.rawValue)))
    }

    @Test("Inputs changed at random are read or refused too", arguments: FuzzTarget.allCases)
    func changed(target: FuzzTarget) throws {
        var random = SeededGenerator()
        let inputs = try files(of: target).map { Array(try Data(contentsOf: $0)) }
        for _ in 0..<TestSize.count(20) {
            var bytes = inputs.randomElement(using: &random) ?? []
            for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: bytes.indices, using: &random)
                let end = min(bytes.count, place + Int.random(in: 0...30, using: &random))
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = .random(in: 0...255, using: &random)
                case 1: bytes.removeSubrange(place..<end)
                case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
                default: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
                }
            }
            do { try target(bytes) } catch {
                Issue.record(
                    "seed \(random.seed): \(target.rawValue): \(error): \(String(decoding: bytes, as: UTF8.self))")
            }
        }
    }
}
