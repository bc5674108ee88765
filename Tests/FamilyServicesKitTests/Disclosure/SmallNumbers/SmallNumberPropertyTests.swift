import TestSupport
import Testing

import FamilyServicesKit
@testable import SmallNumbers

@Suite("Patterns for random tables", .slow)
struct SmallNumberPropertyTests {
    private enum Shape: CaseIterable {
        case twoWay, hierarchy, cube, crossedHierarchies

        func table(_ generator: inout SeededGenerator) throws -> LinkedCounts {
            switch self {
            case .twoWay: try RandomCounts.twoWay(3, 3, small: 0.4, &generator)
            case .hierarchy: try RandomCounts.hierarchy(areas: 2, wards: 2, columns: 2, small: 0.4, &generator)
            case .cube: try RandomCounts.cube((2, 2, 3), small: 0.3, &generator)
            case .crossedHierarchies:
                try RandomCounts.hierarchy(areas: 2, wards: 2, columns: 4, groups: true, small: 0.3, &generator)
            }
        }
    }

    @Test("are attacked by the audit as by plain enumeration", arguments: [true, false])
    func auditAgainstEnumeration(showsZeros: Bool) throws {
        var generator = SeededGenerator()
        let policy = try SmallNumberPolicy(.suppress(upTo: 5), showsZeros: showsZeros)
        var inexact = 0
        for shape in Shape.allCases {
            for _ in 0..<TestSize.count(6) {
                let counts = try shape.table(&generator)
                let tops = counts.cells.indices.filter { cell in !counts.relations.contains { $0.parts.contains(cell) }
                }
                // Greater counts only make the enumeration long.
                let candidates = counts.cells.indices.filter {
                    (policy.floor...25).contains(counts.cells[$0].value) && !tops.contains($0)
                }
                let hidden = Set(candidates.shuffled(using: &generator).prefix(7))
                let found = counts.audit(hidden: hidden, under: policy)
                let expected = PlainEnumeration(counts, hidden: hidden, floor: policy.floor).ranges
                #expect(found.map(\.cell) == hidden.sorted())
                for range in found {
                    let all = try #require(expected[range.cell], "seed \(generator.seed)")
                    let highest = try #require(range.highest, "seed \(generator.seed)")
                    if range.isExact {
                        #expect(range.lowest...highest == all, "\(shape), seed \(generator.seed)")
                    } else {
                        inexact += 1
                        #expect(all.contains(range.lowest) && all.contains(highest), "\(shape), seed \(generator.seed)")
                    }
                }
            }
        }
        #expect(inexact <= 8, "nearly always the audit knows that there is no more, seed \(generator.seed)")
    }

    @Test("are the same with counts among them that no sum ties to a small one", arguments: Shape.allCases)
    private func unconcerned(shape: Shape) throws {
        var generator = SeededGenerator()
        let policy = try SmallNumberPolicy(.suppress(upTo: 5))
        for _ in 0..<TestSize.count(20) {
            let counts = try shape.table(&generator)
            var mixed = LinkedCounts()
            var places: [Int] = []
            for cell in counts.cells {
                let pair = try [mixed.add(.init(120)), mixed.add(.init(80))]
                places.append(try mixed.add(cell))
                try mixed.addTotal(of: pair)
            }
            for relation in counts.relations {
                try mixed.addRelation(
                    total: places[relation.total], parts: relation.parts.map { places[$0] }, label: relation.label)
            }
            switch (Self.pattern(counts, policy), Self.pattern(mixed, policy)) {
            case (.success(let alone), .success(let among)):
                #expect(places.map { among.counts[$0] } == alone.counts, "seed \(generator.seed)")
                let others = Set(mixed.cells.indices).subtracting(places)
                #expect(
                    others.allSatisfy { among.counts[$0] == .shown(mixed.cells[$0].value) }, "seed \(generator.seed)")
                #expect(among.smallCount == alone.smallCount && among.complementaryCount == alone.complementaryCount)
            case (.failure(let alone), .failure(let among)):
                #expect(alone.cells.map { places[$0] } == among.cells, "seed \(generator.seed)")
            case (let alone, let among):
                Issue.record("one alone could be protected: \(alone), \(among), seed \(generator.seed)")
            }
        }
    }

    private static func pattern(
        _ counts: LinkedCounts, _ policy: SmallNumberPolicy
    ) -> Result<SuppressionPattern, SmallNumberError> {
        do throws(SmallNumberError) {
            return .success(try counts.protected(by: policy))
        } catch {
            return .failure(error)
        }
    }

    @Test("leave every small count as wide as the policy says, by plain enumeration")
    func protectionAgainstEnumeration() throws {
        var generator = SeededGenerator()
        let policy = try SmallNumberPolicy(.suppress(upTo: 3))
        var protected = 0
        for shape in [Shape.twoWay, .hierarchy] {
            for _ in 0..<TestSize.count(40) {
                let counts = try shape.table(&generator)
                guard let pattern = try? counts.protected(by: policy) else { continue }
                let hidden = Set(pattern.withoutNumber)
                let tops = counts.cells.indices.filter { cell in !counts.relations.contains { $0.parts.contains(cell) }
                }
                guard hidden.isDisjoint(with: tops), hidden.allSatisfy({ counts.cells[$0].value <= 25 }),
                    hidden.count < 9
                else { continue }
                protected += 1
                let ranges = PlainEnumeration(counts, hidden: hidden, floor: 1).ranges
                for cell in hidden where policy.isSmall(counts.cells[cell].value) {
                    let range = try #require(ranges[cell])
                    #expect(range.lowerBound == 1 && range.upperBound >= 3, "\(shape), seed \(generator.seed)")
                }
            }
        }
        #expect(protected > 0, "seed \(generator.seed)")
    }

    @Test("hide every small count and never a zero, and count what they hide")
    func contents() throws {
        var generator = SeededGenerator()
        for shape in Shape.allCases {
            let counts = try shape.table(&generator)
            guard let pattern = try? counts.protected(by: .suppressOneToFive) else { continue }
            let small = counts.cells.indices.filter { (1...5).contains(counts.cells[$0].value) }
            for (cell, shown) in zip(counts.cells, pattern.counts) {
                #expect(shown == .hidden || shown == .shown(cell.value))
                #expect(cell.value > 0 || shown == .shown(0))
            }
            #expect(Set(pattern.withoutNumber).isSuperset(of: small))
            #expect(pattern.smallCount == small.count)
            #expect(pattern.smallCount + pattern.complementaryCount == pattern.withoutNumber.count)
        }
    }

    @Test("are the same whatever the order of the sums and of their parts")
    func determinism() throws {
        var generator = SeededGenerator()
        for shape in Shape.allCases {
            for _ in 0..<TestSize.count(4) {
                let counts = try shape.table(&generator)
                let pattern = Result { try counts.protected(by: .suppressOneToFive) }
                for _ in 0..<3 {
                    let other = try counts.shuffled(&generator)
                    switch (pattern, Result { try other.protected(by: .suppressOneToFive) }) {
                    case (.success(let first), .success(let second)): #expect(first == second, "seed \(generator.seed)")
                    case (.failure, .failure): break
                    default: Issue.record("one was protected and one was not, seed \(generator.seed)")
                    }
                }
            }
        }
    }

    @Test("are refused only where hiding everything would not do")
    func refusal() throws {
        var generator = SeededGenerator()
        var refused = 0
        for _ in 0..<150 {
            let counts = try RandomCounts.twoWay(2, 3, small: 0.6, &generator)
            guard (try? counts.protected(by: .suppressOneToFive)) == nil else { continue }
            refused += 1
            let exposed = counts.exposed(hiding: counts.everythingButZeros, under: .suppressOneToFive)
            #expect(!exposed.isEmpty, "seed \(generator.seed)")
        }
        #expect(refused > 0, "seed \(generator.seed)")
    }

    @Test("hide at most a quarter more cells than the fewest that protect")
    func nearTheFewest() throws {
        var generator = SeededGenerator()
        var (ours, fewest, tables) = (0, 0, 0)
        for _ in 0..<TestSize.count(10) {
            for counts in [
                try RandomCounts.twoWay(4, 4, small: 0.2, &generator),
                try RandomCounts.twoWay(5, 4, small: 0.2, &generator),
                try RandomCounts.hierarchy(areas: 2, wards: 2, columns: 3, small: 0.2, &generator),
            ] {
                var search = CheapestPattern(counts, .suppressOneToFive)
                guard let pattern = try? counts.protected(by: .suppressOneToFive), let size = search.size() else {
                    continue
                }
                tables += 1
                ours += pattern.withoutNumber.count
                fewest += size
                #expect(pattern.withoutNumber.count >= size, "fewer than the fewest, seed \(generator.seed)")
            }
        }
        #expect(tables > TestSize.count(12), "seed \(generator.seed)")
        #expect(Double(ours) <= 1.25 * Double(fewest), "\(ours) cells for \(fewest), seed \(generator.seed)")
    }

    @Test("do without lines that others imply, so that areas in areas are a network")
    func redundancy() throws {
        var generator = SeededGenerator()
        let counts = try RandomCounts.hierarchy(areas: 3, wards: 2, columns: 3, small: 0.2, &generator)
        let system = RelationSystem(counts.relations, cellCount: counts.cells.count)
        let needed = system.needed()
        #expect(needed.count { !$0 } == 3, "the lines of the three areas")
        let all = [Bool](repeating: true, count: counts.cells.count)
        #expect(FlowGraph(system, needed: needed, variable: all).isNetwork == [true])
        #expect(FlowGraph(system, needed: needed.map { _ in true }, variable: all).isNetwork == [false])
        let cube = try RandomCounts.cube((2, 3, 2), small: 0.2, &generator)
        let cubeSystem = RelationSystem(cube.relations, cellCount: cube.cells.count)
        #expect(!cubeSystem.needed().contains(false), "nothing of a cube is left out on a guess")
    }
}
