// Dijkstra's shortest paths. Paths for parts of an amount, one after another, are Ford and Fulkerson's.

/// Finds the cheapest way for a cell of a network to move: a path from one of its ends back to the other.
///
/// Of cells that cost the same, the one that comes next after the cell that is asked about is taken, in a circle: a choice that
/// says nothing of what the cells count, and for which any neighbour may be the reason.
///
/// Dijkstra's method. The neighbours of a node that cost something are looked at one by one, cheapest first, so that a search
/// costs little more than the cells it uses, however long the lines of the table are.
struct FlowSearch {
    private struct Event {
        let node: Int
        let place: Place
        let base: Int
    }

    /// A place in the list of cells at a node: a run of cells that cost the same, and how many steps into it.
    private struct Place {
        var run = 0
        var step = 0
    }

    /// A node with so many cells that may move at no cost is looked through at once.
    private static let fewCells = 32

    private let graph: FlowGraph
    /// The cells at each node that may move at no cost.
    private var free: [[Int]]
    /// The cells at each node that may be hidden, cheapest first.
    private let priced: [[Int]]
    /// Where each run of cells that cost the same begins, by node, and the end.
    private let runs: [[Int]]
    private var settled: [Int]
    private var cameBy: [Int]
    private var stamp = 0
    private var events = EventQueue<Event>()

    init(_ graph: FlowGraph, leeway: Leeway) {
        self.graph = graph
        var free = [[Int]](repeating: [], count: graph.nodeCount)
        var priced = free
        for cell in graph.tails.indices where graph.tails[cell] >= 0 {
            for node in [graph.tails[cell], graph.heads[cell]] {
                if leeway.isOpen[cell] || leeway.hasPlay(cell) { free[node].append(cell) }
                if leeway.price[cell] != nil { priced[node].append(cell) }
            }
        }
        for node in priced.indices {
            priced[node].sort { (leeway.price[$0] ?? 0, $0) < (leeway.price[$1] ?? 0, $1) }
        }
        self.free = free
        self.priced = priced
        runs = priced.map { cells in
            guard !cells.isEmpty else { return [0] }
            let starts = cells.indices.filter { $0 == 0 || leeway.price[cells[$0 - 1]] != leeway.price[cells[$0]] }
            return starts + [cells.count]
        }
        settled = [Int](repeating: 0, count: graph.nodeCount)
        cameBy = [Int](repeating: -1, count: graph.nodeCount)
    }

    /// Takes note that a cell has been hidden, or is shown again.
    mutating func setOpen(_ cell: Int, _ open: Bool, leeway: Leeway) {
        guard graph.tails[cell] >= 0, !leeway.hasPlay(cell) else { return }
        for node in [graph.tails[cell], graph.heads[cell]] {
            if open {
                free[node].append(cell)
            } else if let index = free[node].firstIndex(of: cell) {
                free[node].remove(at: index)
            }
        }
    }

    /// The cheapest path on which every cell can move by an amount so that one cell can.
    mutating func route(
        for cell: Int, rising: Bool, amount: Int, opening: Bool, leeway: Leeway
    ) -> Route? {
        let start = rising ? graph.heads[cell] : graph.tails[cell]
        let goal = rising ? graph.tails[cell] : graph.heads[cell]
        guard start != goal else { return Route(steps: [], price: 0) }
        stamp += 1
        events.removeAll()
        var queue = [start]
        var next = 0
        settled[start] = stamp
        cameBy[start] = -1
        var distance = 0
        while true {
            while next < queue.count {
                let node = queue[next]
                next += 1
                for edge in free[node] where edge != cell {
                    let (end, rises) = step(edge, from: node)
                    guard settled[end] != stamp, leeway.limit(edge, rising: rises) >= amount else { continue }
                    settled[end] = stamp
                    cameBy[end] = edge
                    if end == goal || reaches(goal, from: end, without: cell, amount, leeway) {
                        return path(from: start, to: goal, price: distance)
                    }
                    queue.append(end)
                }
                if opening { pushEvent(node, Place(), distance, cell, amount, leeway) }
            }
            guard let (price, event) = events.removeFirst() else { return nil }
            let edge = edge(at: event.node, event.place, after: cell)
            pushEvent(
                event.node, Place(run: event.place.run, step: event.place.step + 1), event.base, cell, amount, leeway)
            let end = step(edge, from: event.node).end
            guard settled[end] != stamp else { continue }
            settled[end] = stamp
            cameBy[end] = edge
            distance = price
            if end == goal { return path(from: start, to: goal, price: distance) }
            queue.append(end)
        }
    }

    /// Looks one step ahead from a node with few cells, so that a long line need not be gone through to its end.
    private mutating func reaches(
        _ goal: Int, from node: Int, without cell: Int, _ amount: Int, _ leeway: Leeway
    ) -> Bool {
        guard free[node].count <= Self.fewCells else { return false }
        for edge in free[node] where edge != cell {
            let (end, rises) = step(edge, from: node)
            guard end == goal, leeway.limit(edge, rising: rises) >= amount else { continue }
            cameBy[goal] = edge
            return true
        }
        return false
    }

    /// Puts the next cell at a node in the queue that could be hidden and leads on.
    private mutating func pushEvent(
        _ node: Int, _ first: Place, _ base: Int, _ cell: Int, _ amount: Int, _ leeway: Leeway
    ) {
        var place = first
        while place.run + 1 < runs[node].count {
            guard place.step < runs[node][place.run + 1] - runs[node][place.run] else {
                place = Place(run: place.run + 1)
                continue
            }
            let edge = edge(at: node, place, after: cell)
            let (end, rises) = step(edge, from: node)
            if edge != cell, settled[end] != stamp, leeway.canOpen(edge), let price = leeway.price[edge],
                leeway.hiddenLimit(edge, rising: rises) >= amount
            {
                let rank = edge > cell ? edge - cell : edge - cell + graph.tails.count
                events.insert(Event(node: node, place: place, base: base), price: base + price, rank: rank)
                return
            }
            place.step += 1
        }
    }

    /// The cell at a place of a node's list, where each run begins behind a cell and ends with those before it.
    private func edge(at node: Int, _ place: Place, after cell: Int) -> Int {
        let (start, end) = (runs[node][place.run], runs[node][place.run + 1])
        var (low, high) = (start, end)
        while low < high {
            let middle = (low + high) / 2
            if priced[node][middle] > cell { high = middle } else { low = middle + 1 }
        }
        let position = low + place.step
        return priced[node][position < end ? position : position - (end - start)]
    }

    private func step(_ edge: Int, from node: Int) -> (end: Int, rises: Bool) {
        graph.tails[edge] == node ? (graph.heads[edge], true) : (graph.tails[edge], false)
    }

    private func path(from start: Int, to goal: Int, price: Int) -> Route {
        var steps: [(cell: Int, rising: Bool)] = []
        var node = goal
        while node != start {
            let edge = cameBy[node]
            let rises = graph.heads[edge] == node
            steps.append((edge, rises))
            node = rises ? graph.tails[edge] : graph.heads[edge]
        }
        return Route(steps: steps.reversed(), price: price)
    }
}
