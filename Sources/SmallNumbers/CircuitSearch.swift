// Moves that keep every sum and use no cell in vain are the elementary vectors of the sums (as Rockafellar calls them); in a
// cube they are the corners that the hypercube method of cell suppression hides. They are found best first,
// as Dijkstra's method finds paths, over the sums that are out of balance instead of over nodes.

/// Finds a cheap way for a cell to move where sums are not a network: in cubes, and in hierarchies in both directions.
///
/// Cells are added one by one, each by the same amount up or down, until every sum holds again; the cheapest beginning is taken
/// up first, and of beginnings that leave the same sums unbalanced only the cheapest. The work is limited: where the search gives
/// up, something else has to find a way.
struct CircuitSearch {
    /// How many beginnings are looked at before the search gives up.
    private static let mostBeginnings = 4_000
    /// How many cells that are shown yet are tried in each line, the cheapest first.
    private static let mostPriced = 16
    /// How many sums may be unbalanced at once.
    private static let mostUnbalanced = 12

    private struct Beginning {
        let parent: Int
        let cell: Int
        let rising: Bool
        let price: Int
        /// The sums that do not hold, ascending, and by how many times the amount; empty until it is taken up, as most never are.
        var gaps: [Gap] = []
    }

    /// A cell of a relation, and its sign there.
    private struct Member {
        let cell: Int
        let sign: Int
    }

    private struct Gap: Hashable {
        let relation: Int
        var size: Int
    }

    /// The relations of each cell, where it can ever move.
    private let places: [[RelationSystem.Place]]
    /// The cells of each relation that can ever move, cheapest first.
    private let members: [[Member]]

    init(_ system: RelationSystem, needed: [Bool], variable: [Bool], leeway: Leeway) {
        var members = [[Member]](repeating: [], count: system.count)
        let places = variable.indices.map { cell in
            variable[cell] ? system.places[cell].filter { needed[$0.relation] } : []
        }
        for (cell, places) in places.enumerated() {
            for place in places { members[place.relation].append(Member(cell: cell, sign: place.sign)) }
        }
        for relation in members.indices {
            members[relation].sort { (leeway.price[$0.cell] ?? 0, $0.cell) < (leeway.price[$1.cell] ?? 0, $1.cell) }
        }
        self.places = places
        self.members = members
    }

    /// The cells that can move by an amount so that one cell can.
    func route(for cell: Int, rising: Bool, amount: Int, opening: Bool, leeway: Leeway) -> Route? {
        var beginnings = [Beginning(parent: -1, cell: cell, rising: rising, price: 0)]
        var seen: Set<[Gap]> = []
        var queue = EventQueue<Int>()
        queue.insert(0, price: 0, rank: 0)
        var looked = 0
        while let (_, index) = queue.removeFirst(), looked < Self.mostBeginnings {
            let beginning = beginnings[index]
            let unbalanced = gaps(
                beginning.parent < 0 ? [] : beginnings[beginning.parent].gaps, moving: beginning.cell, beginning.rising)
            guard let relation = narrowest(of: unbalanced) else { return route(beginnings, endingAt: index) }
            guard seen.insert(unbalanced).inserted else { continue }
            beginnings[index].gaps = unbalanced
            looked += 1
            var tried = 0
            for member in members[relation.relation] {
                let next = member.cell
                guard !uses(next, beginnings, endingAt: index) else { continue }
                let rises = (relation.size < 0) == (member.sign > 0)
                var price = beginning.price
                if leeway.limit(next, rising: rises) < amount {
                    guard opening, tried < Self.mostPriced, leeway.canOpen(next), let own = leeway.price[next],
                        leeway.hiddenLimit(next, rising: rises) >= amount
                    else { continue }
                    tried += 1
                    price += own
                }
                let left = gapCount(unbalanced, moving: next, rises)
                guard left <= Self.mostUnbalanced else { continue }
                beginnings.append(Beginning(parent: index, cell: next, rising: rises, price: price))
                // Among equals the one that is nearest to an end.
                queue.insert(beginnings.count - 1, price: price, rank: left << 32 | beginnings.count)
            }
        }
        return nil
    }

    /// The sum that does not hold and has the fewest cells which could mend it.
    private func narrowest(of gaps: [Gap]) -> Gap? {
        // They are ascending, so that of equals the first is taken.
        var best = gaps.first
        var fewest = best.map { members[$0.relation].count } ?? 0
        for gap in gaps.dropFirst() where members[gap.relation].count < fewest {
            (best, fewest) = (gap, members[gap.relation].count)
        }
        return best
    }

    private func gaps(_ gaps: [Gap], moving cell: Int, _ rising: Bool) -> [Gap] {
        var result = gaps
        for place in places[cell] {
            let change = rising ? place.sign : -place.sign
            let index = result.firstIndex { $0.relation >= place.relation } ?? result.count
            if index < result.count, result[index].relation == place.relation {
                result[index].size += change
                if result[index].size == 0 { result.remove(at: index) }
            } else {
                result.insert(Gap(relation: place.relation, size: change), at: index)
            }
        }
        return result
    }

    /// How many sums do not hold once a cell has moved.
    private func gapCount(_ gaps: [Gap], moving cell: Int, _ rising: Bool) -> Int {
        var count = gaps.count
        for place in places[cell] {
            let change = rising ? place.sign : -place.sign
            guard let gap = gaps.first(where: { $0.relation == place.relation }) else {
                count += 1
                continue
            }
            if gap.size + change == 0 { count -= 1 }
        }
        return count
    }

    private func uses(_ cell: Int, _ beginnings: [Beginning], endingAt last: Int) -> Bool {
        var index = last
        while index >= 0 {
            if beginnings[index].cell == cell { return true }
            index = beginnings[index].parent
        }
        return false
    }

    private func route(_ beginnings: [Beginning], endingAt last: Int) -> Route {
        var steps: [(cell: Int, rising: Bool)] = []
        var index = last
        while beginnings[index].parent >= 0 {
            steps.append((beginnings[index].cell, beginnings[index].rising))
            index = beginnings[index].parent
        }
        return Route(steps: steps.reversed(), price: beginnings[last].price)
    }
}
