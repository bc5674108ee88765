import FamilyServicesKit

/// Every table of whole numbers that agrees with what is shown, the slow way.
struct PlainEnumeration {
    private let relations: [LinkedCounts.Relation]
    private let floor: Int
    private var values: [Int?]
    private let unknown: [Int]
    /// The least and the greatest value of each hidden cell in any table.
    private(set) var ranges: [Int: ClosedRange<Int>] = [:]

    /// Every hidden cell must stand in a sum with a total that is shown.
    init(_ counts: LinkedCounts, hidden: Set<Int>, floor: Int) {
        relations = counts.relations
        self.floor = floor
        values = counts.cells.enumerated().map { hidden.contains($0.offset) ? nil : $0.element.value }
        unknown = hidden.sorted()
        search(unknown[...])
    }

    private mutating func search(_ left: ArraySlice<Int>) {
        guard let cell = left.first else {
            for cell in unknown {
                guard let value = values[cell] else { continue }
                let old = ranges[cell] ?? value...value
                ranges[cell] = min(old.lowerBound, value)...max(old.upperBound, value)
            }
            return
        }
        for value in floor...max(highest(cell), floor) {
            values[cell] = value
            if relations.allSatisfy({ mayHold($0) }) { search(left.dropFirst()) }
        }
        values[cell] = nil
    }

    private func highest(_ cell: Int) -> Int {
        // The totals that are shown limit their parts; a total that is hidden is limited by those that limit it.
        relations.filter { $0.parts.contains(cell) }.map { values[$0.total] ?? highest($0.total) }.min()
            ?? relations.filter { $0.total == cell }.map { $0.parts.reduce(0) { $0 + (values[$1] ?? highest($1)) } }
            .min()
            ?? 0
    }

    private func mayHold(_ relation: LinkedCounts.Relation) -> Bool {
        let known = relation.parts.reduce(0) { $0 + (values[$1] ?? floor) }
        let isComplete = relation.parts.allSatisfy { values[$0] != nil }
        guard let total = values[relation.total] else { return true }
        return isComplete ? known == total : known <= total
    }
}
