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
            if step >= Leeway.unlimited { return (nil, true) }
            for part in route.steps { leeway.move(part.cell, by: part.rising ? step : -step) }
            distance += step
        }
        return (distance, true)
    }
}
