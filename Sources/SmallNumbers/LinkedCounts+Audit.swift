extension LinkedCounts {
    /// Attacks a pattern as a reader could: works out how low and how high each count can be that shows no number.
    ///
    /// A reader knows every number that is shown, every sum, that counts are whole numbers, and the policy. The cells that are
    /// hidden are those named here and no others, so that a pattern made elsewhere can be tried; what a rounding policy masks or
    /// rounds is masked or rounded besides.
    ///
    /// - Parameters:
    ///   - hidden: The positions of the cells that are hidden. Positions that do not exist are passed over.
    ///   - policy: The policy that readers know.
    /// - Returns: The ranges of all counts that show no number, by position.
    public func audit(hidden: Set<Int>, under policy: SmallNumberPolicy) -> [FeasibleRange] {
        let system = RelationSystem(relations, cellCount: cells.count)
        var reading = Reading(self, relations: system, policy: policy)
        reading.hide(exactly: hidden)
        var search = RangeSearch(system, reading)
        return cells.indices.compactMap { position in
            guard hidden.contains(position) || isMasked(position, by: policy) else { return nil }
            let (up, isTop) = search.furthest(position, rising: true)
            let (down, isBottom) = search.furthest(position, rising: false)
            return FeasibleRange(
                cell: position, lowest: cells[position].value - (down ?? cells[position].value),
                highest: up.map { cells[position].value + $0 }, isExact: isTop && isBottom)
        }
    }

    /// The small counts that a pattern leaves on show or lets readers narrow down further than the policy promises.
    ///
    /// - Parameters:
    ///   - hidden: The positions of the cells that are hidden.
    ///   - policy: The policy that readers know.
    /// - Returns: Their positions; empty where the pattern is safe.
    public func exposed(hiding hidden: Set<Int>, under policy: SmallNumberPolicy) -> [Int] {
        guard policy.threshold > 0 else { return [] }
        let promise = policy.floor...policy.threshold
        // The audit has one range for each cell.
        let ranges = Dictionary(audit(hidden: hidden, under: policy).map { ($0.cell, $0) }) { first, _ in first }
        return cells.indices.filter { position in
            let cell = cells[position]
            guard policy.isSmall(cell.value), cell.isSensitive, cell.display != .always,
                !policy.exempts(isNational: cell.isNational)
            else { return false }
            return !(ranges[position]?.covers(promise) ?? false)
        }
    }

    private func isMasked(_ position: Int, by policy: SmallNumberPolicy) -> Bool {
        let cell = cells[position]
        return cell.display != .always && cell.isSensitive
            && policy.presentation(of: cell.value, isNational: cell.isNational) == .masked
    }
}
