extension RelationSystem {
    /// Which relations are needed, as others imply the rest.
    ///
    /// A table by area and category whose areas add up to larger areas has a line for each larger area that says nothing new:
    /// the lines of its parts and the sums of the columns imply it. Without those lines the sums form a network, in which
    /// protection is exact and cheap. Only lines that are in the way of that are looked at.
    func needed() -> [Bool] {
        var needed = [Bool](repeating: true, count: count)
        var degree = places.map(\.count)
        guard degree.contains(where: { $0 > 2 }) else { return needed }
        let splits = relationsByTotal()
        func isCandidate(_ relation: Int) -> Bool {
            needed[relation] && cells(of: relation).allSatisfy { degree[$0] > 2 }
                && isImplied(relation, splits: splits, needed: needed)
        }
        // From the top down: a line is implied by those one level below it, as long as they are still there.
        let level = levels()
        let order = (0..<count).sorted {
            let (first, second) = (level[totals[$0]], level[totals[$1]])
            return first != second ? first > second : $0 < $1
        }
        for relation in order where isCandidate(relation) {
            // Either way of adding up a corner may go; the one that some cell has no other way to be rid of must.
            let isOnlyWay = cells(of: relation).contains { cell in
                !places[cell].contains { $0.relation != relation && isCandidate($0.relation) }
            }
            guard isOnlyWay else { continue }
            needed[relation] = false
            for cell in cells(of: relation) { degree[cell] -= 1 }
        }
        return needed
    }

    private func relationsByTotal() -> [Int: [Int]] {
        Dictionary(grouping: 0..<count) { totals[$0] }
    }

    /// How many sums deep each cell is at the most; cells in a circle of sums stay at 0.
    private func levels() -> [Int] {
        var level = [Int](repeating: 0, count: places.count)
        var open = parts.map(\.count)
        var unfinished = [Int](repeating: 0, count: places.count)
        for total in totals { unfinished[total] += 1 }
        var ready = places.indices.filter { unfinished[$0] == 0 }
        while let cell = ready.popLast() {
            for place in places[cell] where place.sign > 0 {
                let total = totals[place.relation]
                level[total] = max(level[total], level[cell] + 1)
                open[place.relation] -= 1
                guard open[place.relation] == 0 else { continue }
                unfinished[total] -= 1
                if unfinished[total] == 0 { ready.append(total) }
            }
        }
        return level
    }

    /// Whether a relation follows from others that are still needed: when its total is split in another way, and each part
    /// too, the pieces are the same.
    private func isImplied(_ relation: Int, splits: [Int: [Int]], needed: [Bool]) -> Bool {
        func ways(of cell: Int) -> [Int] { (splits[cell] ?? []).filter { $0 != relation && needed[$0] } }
        var pieces: [Int: Int] = [:]
        for part in parts[relation] {
            let ways = ways(of: part)
            guard ways.count == 1, let way = ways.first else { return false }
            for piece in parts[way] { pieces[piece, default: 0] += 1 }
        }
        return ways(of: totals[relation]).contains { split in
            var left = pieces
            for member in parts[split] {
                let way = ways(of: member).first { way in
                    way != split && parts[way].allSatisfy { (left[$0] ?? 0) > 0 }
                }
                guard let way else { return false }
                for piece in parts[way] { left[piece, default: 0] -= 1 }
            }
            return left.values.allSatisfy { $0 == 0 }
        }
    }
}
