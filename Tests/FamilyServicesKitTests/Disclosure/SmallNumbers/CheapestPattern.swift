import FamilyServicesKit

/// The fewest cells that protect a small table, by trying them all.
///
/// A sum in which a single cell is hidden gives it away, so one more of its cells must be hidden: that is where the search
/// branches, and otherwise over all cells.
struct CheapestPattern {
    /// So many patterns are tried before a table counts as too large.
    static let mostTries = 20_000

    private let counts: LinkedCounts
    private let policy: SmallNumberPolicy
    private(set) var tries = 0

    init(_ counts: LinkedCounts, _ policy: SmallNumberPolicy) {
        self.counts = counts
        self.policy = policy
    }

    /// How many cells are hidden at the least; `nil` where the table is too large.
    mutating func size() -> Int? {
        let small = Set(counts.cells.indices.filter { policy.isSmall(counts.cells[$0].value) })
        for limit in small.count...counts.cells.count {
            if isEnough(limit, beginningWith: small, without: []) { return limit }
            if tries > Self.mostTries { return nil }
        }
        return nil
    }

    private mutating func isEnough(_ limit: Int, beginningWith hidden: Set<Int>, without barred: Set<Int>) -> Bool {
        tries += 1
        guard tries <= Self.mostTries else { return false }
        let lone = counts.relations.first { relation in
            ([relation.total] + relation.parts).count { hidden.contains($0) } == 1
        }
        if lone == nil, counts.exposed(hiding: hidden, under: policy).isEmpty { return true }
        guard hidden.count < limit else { return false }
        var barred = barred
        for cell in lone.map({ [$0.total] + $0.parts }) ?? Array(counts.cells.indices)
        where counts.cells[cell].value > 0 && !hidden.contains(cell) && !barred.contains(cell) {
            if isEnough(limit, beginningWith: hidden.union([cell]), without: barred) { return true }
            barred.insert(cell)
        }
        return false
    }
}
