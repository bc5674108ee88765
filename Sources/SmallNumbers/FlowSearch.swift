/// Finds the cheapest way for a cell of a network to move: a path from one of its ends back to the other.
///
/// Dijkstra's method. The neighbours of a node that cost something are looked at one by one, cheapest first, so that a search
/// costs little more than the cells it uses, however long the lines of the table are.
struct FlowSearch {
    private struct Event {
        let node: Int
        let index: Int
        let base: Int
    }

    /// A node with so many cells that may move at no cost is looked through at once.
    private static let fewCells = 32

    private let graph: FlowGraph
    /// The cells at each node that may move at no cost.
    private var free: [[Int]]
    /// The cells at each node that may be hidden, cheapest first.
    private let priced: [[Int]]
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
                if opening { pushEvent(node, 0, distance, cell, amount, leeway) }
            }
            guard let (price, event) = events.removeFirst() else { return nil }
            let edge = priced[event.node][event.index]
            pushEvent(event.node, event.index + 1, event.base, cell, amount, leeway)
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
        _ node: Int, _ first: Int, _ base: Int, _ cell: Int, _ amount: Int, _ leeway: Leeway
    ) {
        var index = first
        while index < priced[node].count {
            let edge = priced[node][index]
            let (end, rises) = step(edge, from: node)
            if edge != cell, settled[end] != stamp, leeway.canOpen(edge), let price = leeway.price[edge],
                leeway.hiddenLimit(edge, rising: rises) >= amount
            {
                events.insert(Event(node: node, index: index, base: base), price: base + price, rank: edge)
                return
            }
            index += 1
        }
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
