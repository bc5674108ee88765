import FamilyServicesKit
@testable import SmallNumbers
import TestSupport

/// Tables as councils have them: mostly moderate counts, with zeros, ones, twos and other small ones among them.
enum RandomCounts {
    static func value(small: Double, _ generator: inout SeededGenerator) -> Int {
        let chance = Double.random(in: 0..<1, using: &generator)
        if chance < 0.1 { return 0 }
        if chance < 0.1 + small / 2 { return Int.random(in: 1...2, using: &generator) }
        if chance < 0.1 + small { return Int.random(in: 3...5, using: &generator) }
        return Int.random(in: 6...60, using: &generator)
    }

    static func rows(_ rows: Int, _ columns: Int, small: Double, _ generator: inout SeededGenerator) -> [[Int]] {
        (0..<rows).map { _ in (0..<columns).map { _ in value(small: small, &generator) } }
    }

    static func twoWay(
        _ rows: Int, _ columns: Int, small: Double, _ generator: inout SeededGenerator
    ) throws -> LinkedCounts {
        var counts = LinkedCounts()
        try counts.addTwoWayTable(Self.rows(rows, columns, small: small, &generator))
        return counts
    }

    /// Wards in areas in an authority by category; with `groups`, the categories are added up by two as well.
    static func hierarchy(
        areas: Int, wards: Int, columns: Int, groups: Bool = false, small: Double, _ generator: inout SeededGenerator
    ) throws -> LinkedCounts {
        var counts = LinkedCounts()
        var areaLines: [[Int]] = []
        for _ in 0..<areas {
            var lines: [[Int]] = []
            for values in rows(wards, columns, small: small, &generator) {
                var line = try values.map { try counts.add(.init($0)) }
                for group in pairs(columns, groups) { line.append(try counts.addTotal(of: group.map { line[$0] })) }
                line.append(try counts.addTotal(of: tops(line, columns, groups)))
                lines.append(line)
            }
            areaLines.append(try sum(of: lines, columns, groups, in: &counts))
        }
        _ = try sum(of: areaLines, columns, groups, in: &counts)
        return counts
    }

    /// The line of a larger area: the sum of its parts in each column, and across.
    private static func sum(
        of lines: [[Int]], _ columns: Int, _ groups: Bool, in counts: inout LinkedCounts
    ) throws -> [Int] {
        let line = try lines[0].indices.map { column in try counts.addTotal(of: lines.map { $0[column] }) }
        for (index, group) in pairs(columns, groups).enumerated() {
            try counts.addRelation(total: line[columns + index], parts: group.map { line[$0] })
        }
        try counts.addRelation(total: line[line.count - 1], parts: tops(line, columns, groups))
        return line
    }

    private static func pairs(_ columns: Int, _ groups: Bool) -> [[Int]] {
        groups ? stride(from: 0, to: columns, by: 2).map { Array($0..<min($0 + 2, columns)) } : []
    }

    private static func tops(_ line: [Int], _ columns: Int, _ groups: Bool) -> [Int] {
        groups ? Array(line[columns..<(columns + (columns + 1) / 2)]) : Array(line[0..<columns])
    }

    /// A cube with all its sums, over each of its three headings.
    static func cube(
        _ sides: (Int, Int, Int), small: Double, _ generator: inout SeededGenerator
    ) throws -> LinkedCounts {
        var counts = LinkedCounts()
        // The last index along each heading is the sum over it.
        var cells: [[Int]: Int] = [:]
        for x in 0..<sides.0 {
            for y in 0..<sides.1 {
                for z in 0..<sides.2 { cells[[x, y, z]] = try counts.add(.init(value(small: small, &generator))) }
            }
        }
        let lengths = [sides.0, sides.1, sides.2]
        for axis in 0..<3 {
            var bases: [[Int]] = [[]]
            for other in 0..<3 {
                // Headings that have been summed over before have one line more.
                let range = other == axis ? 0..<1 : 0..<(lengths[other] + (other < axis ? 1 : 0))
                bases = bases.flatMap { base in range.map { base + [$0] } }
            }
            for base in bases {
                let parts = (0..<lengths[axis]).compactMap { index in
                    var place = base
                    place[axis] = index
                    return cells[place]
                }
                var place = base
                place[axis] = lengths[axis]
                cells[place] = try counts.addTotal(of: parts)
            }
        }
        // Sums of sums can be formed in more than one way; readers know them all.
        for (place, total) in cells.sorted(by: { $0.value < $1.value }) {
            for axis in 0..<3 where place[axis] == lengths[axis] {
                let parts = (0..<lengths[axis]).compactMap { index in
                    var part = place
                    part[axis] = index
                    return cells[part]
                }
                try counts.addRelation(total: total, parts: parts)
            }
        }
        return counts
    }
}

extension LinkedCounts {
    /// The same counts with the sums in another order.
    func shuffled(_ generator: inout SeededGenerator) throws -> LinkedCounts {
        var result = LinkedCounts()
        for cell in cells { try result.add(cell) }
        for relation in relations.shuffled(using: &generator) {
            try result.addRelation(total: relation.total, parts: relation.parts.shuffled(using: &generator))
        }
        return result
    }

    /// All that may be hidden where zeros are shown.
    var everythingButZeros: Set<Int> { Set(cells.indices.filter { cells[$0].value > 0 }) }
}
