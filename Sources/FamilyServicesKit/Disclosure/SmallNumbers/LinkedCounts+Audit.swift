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
            guard hidden.contains(position) || (isMasked(position, by: policy)) else { return nil }
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
        let ranges = Dictionary(audit(hidden: hidden, under: policy).map { ($0.cell, $0) }) { first, _ in first }
        return cells.indices.filter { position in
            let cell = cells[position]
            guard policy.isSmall(cell.value), cell.display != .always, !policy.exempts(isNational: cell.isNational)
            else { return false }
            return !(ranges[position]?.covers(promise) ?? false)
        }
    }

    private func isMasked(_ position: Int, by policy: SmallNumberPolicy) -> Bool {
        let cell = cells[position]
        return cell.display != .always
            && policy.presentation(of: cell.value, isNational: cell.isNational) == .masked
    }
}

/// Works out how far counts can move with what is hidden.
struct RangeSearch {
    private static let mostWork = 300_000_000

    private let system: RelationSystem
    private let needed: [Bool]
    private let reading: Reading
    private let graph: FlowGraph
    private var flow: FlowSearch
    private var leeway: Leeway

    init(_ system: RelationSystem, _ reading: Reading) {
        self.system = system
        self.reading = reading
        needed = system.needed()
        leeway = Leeway(reading)
        // Only what is hidden counts: cells of a cube may be a network although the cube is none.
        graph = FlowGraph(system, needed: needed, variable: reading.cells.map { $0.isHidden || $0.rise + $0.fall > 0 })
        flow = FlowSearch(graph, leeway: leeway)
    }

    /// How far a count can move, `nil` for without limit, and whether that is certainly the furthest.
    mutating func furthest(_ cell: Int, rising: Bool) -> (distance: Int?, isFurthest: Bool) {
        let own = leeway.limit(cell, rising: rising)
        guard own > 0 else { return (0, true) }
        let component = graph.component[cell]
        guard component >= 0 else { return (own >= Leeway.unlimited ? nil : own, true) }
        defer { _ = leeway.takeMoves() }
        guard graph.isNetwork[component] else {
            guard
                var kernel = KernelSearch(
                    around: cell, system: system, needed: needed, leeway: leeway, mostWork: Self.mostWork)
            else { return (0, false) }
            let outcome = kernel.move(rising: rising, upTo: nil, leeway: &leeway)
            return (outcome.isUnlimited ? nil : outcome.distance, outcome.isFurthest)
        }
        var distance = 0
        while distance < own,
            let route = flow.route(for: cell, rising: rising, amount: 1, opening: false, leeway: leeway)
        {
            let room = route.steps.map { leeway.limit($0.cell, rising: $0.rising) }.min() ?? Leeway.unlimited
            let step = min(room, own - distance)
            // A cell that was moved down may rise without limit and by that much more.
            if step >= Leeway.unlimited { return (nil, true) }
            for part in route.steps { leeway.move(part.cell, by: part.rising ? step : -step) }
            distance += step
        }
        return (distance, true)
    }
}
