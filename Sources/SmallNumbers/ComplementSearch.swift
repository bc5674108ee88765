// Complementary cell suppression, met cell by cell as in Cox's network method: each small cell gets the cheapest path on which it
// can move, and what a later path makes superfluous is shown again. The optimal pattern is an integer program (Fischetti and
// Salazar-González, Models and algorithms for optimizing cell suppression in tabular data with linear constraints, Journal of the
// American Statistical Association, September 2000), which a library without a solver cannot ask for; on random tables the cheapest
// path hides little more, and the witnesses prove that what it hides is enough.
//
// Whoever knows that no more is hidden than needed can work backwards from what was chosen (the attack that the paper “Minimality
// attack in privacy preserving data publishing” names): see ``Leeway/hold(except:)``.

/// Finds what else to hide, so that every small count can still be anything that its symbol stands for.
///
/// For each demand it holds a witness: a table of whole numbers that agrees with everything published, in which the cell has
/// moved as far as it must be able to. Hiding more never spoils a witness; showing a cell again spoils only those that move it.
struct ComplementSearch {
    /// The most cells of a part that is worked through in several orders, of which the best result counts.
    static let mostCellsForSeveralOrders = 600
    /// How much work solving the sums around a cell may be, when something has to be found and when it only might be.
    private static let mostWork = (needed: 300_000_000, optional: 5_000_000)

    private let system: RelationSystem
    private let needed: [Bool]
    private let reading: Reading
    private let graph: FlowGraph
    private let circuits: CircuitSearch
    private var flow: FlowSearch
    private var leeway: Leeway
    /// The demands that are met although other small counts may not become great; see ``Leeway/hold(except:)``.
    private var holds: [Bool]
    /// The witness of each demand; `nil` where none was found.
    private(set) var witnesses: [[Move]?]
    /// The cells that are hidden for the sake of others.
    private(set) var complements: Set<Int> = []
    /// What was hidden since the search for a witness began.
    private var journal: [Int] = []
    /// Those of the part that is being worked on.
    private var current: Set<Int> = []

    init(_ system: RelationSystem, _ reading: Reading) {
        self.system = system
        self.reading = reading
        needed = system.needed()
        leeway = Leeway(reading)
        let variable = reading.cells.map(\.isVariable)
        graph = FlowGraph(system, needed: needed, variable: variable)
        flow = FlowSearch(graph, leeway: leeway)
        circuits = CircuitSearch(system, needed: needed, variable: variable, leeway: leeway)
        witnesses = [[Move]?](repeating: nil, count: reading.demands.count)
        holds = [Bool](repeating: true, count: reading.demands.count)
    }

    /// Finds witnesses with what is hidden already, and hides nothing.
    mutating func checkOnly() {
        leeway.release()
        for index in reading.demands.indices {
            witnesses[index] = found(for: reading.demands[index], opening: false)
        }
    }

    /// Hides what is needed.
    ///
    /// - Returns: The demands that cannot be met; empty if all is well.
    mutating func hideComplements() -> [Int] {
        var failed: [Int] = []
        for part in parts() { failed += hideComplements(of: part) }
        return failed
    }

    /// Demands that have to do with each other, and how many cells they have to do with.
    private struct Part {
        var demands: [Int] = []
        var size: Int
    }

    private func parts() -> [Part] {
        var byComponent: [Int: Part] = [:]
        var alone: [Part] = []
        for (index, demand) in reading.demands.enumerated() {
            let component = graph.component[demand.cell]
            if component < 0 {
                alone.append(Part(demands: [index], size: 1))
            } else {
                byComponent[component, default: Part(size: graph.sizes[component])].demands.append(index)
            }
        }
        return alone + byComponent.sorted { $0.key < $1.key }.map(\.value)
    }

    private mutating func hideComplements(of part: Part) -> [Int] {
        let orders = part.size <= Self.mostCellsForSeveralOrders ? DemandOrder.allCases : [.largestFirst]
        var best: (price: Int, hidden: Set<Int>, witnesses: [[Move]?])?
        var tried: Set<[Int]> = []
        for order in orders {
            let sorted = order.sorted(part.demands, by: reading.demands)
            // The same order gives the same pattern, and none is better than one that hides nothing more.
            guard tried.insert(sorted).inserted, best?.price != 0 else { continue }
            for cell in current { show(cell) }
            for index in sorted { witnesses[index] = witness(for: index, opening: true) }
            let failed = sorted.filter { witnesses[$0] == nil }
            guard failed.isEmpty else { return failed }
            showWhatIsNotNeeded(for: part.demands)
            let price = current.reduce(0) { $0 + (leeway.price[$1] ?? 0) }
            if best.map({ price < $0.price }) ?? true {
                best = (price, current, part.demands.map { witnesses[$0] })
            }
        }
        guard let best else { return [] }
        for cell in current.subtracting(best.hidden) { show(cell) }
        for cell in best.hidden.subtracting(current) { hide(cell) }
        for (index, witness) in zip(part.demands, best.witnesses) { witnesses[index] = witness }
        complements.formUnion(current)
        current = []
        return []
    }

    /// Shows cells again, the dearest first, for as long as every demand keeps a witness.
    private mutating func showWhatIsNotNeeded(for demands: [Int]) {
        let added = current
        var users: [Int: Set<Int>] = [:]
        for index in demands {
            for move in witnesses[index] ?? [] where added.contains(move.cell) {
                users[move.cell, default: []].insert(index)
            }
        }
        let order = added.sorted {
            let (first, second) = (leeway.price[$0] ?? 0, leeway.price[$1] ?? 0)
            return first != second ? first > second : $0 > $1
        }
        for cell in order {
            show(cell)
            var found: [(index: Int, witness: [Move])] = []
            for index in (users[cell] ?? []).sorted() {
                guard let other = witness(for: index, opening: false) else { break }
                found.append((index, other))
            }
            guard found.count == users[cell]?.count ?? 0 else {
                hide(cell)
                continue
            }
            for (index, witness) in found {
                for move in witnesses[index] ?? [] { users[move.cell]?.remove(index) }
                for move in witness where added.contains(move.cell) { users[move.cell, default: []].insert(index) }
                witnesses[index] = witness
            }
        }
    }

    private mutating func hide(_ cell: Int) {
        journal.append(cell)
        leeway.setOpen(cell, true)
        flow.setOpen(cell, true, leeway: leeway)
        current.insert(cell)
    }

    private mutating func show(_ cell: Int) {
        leeway.setOpen(cell, false)
        flow.setOpen(cell, false, leeway: leeway)
        current.remove(cell)
    }
}

extension ComplementSearch {
    /// A possible table for a demand in which small counts stay small that readers may know to be, if there is one, and any
    /// otherwise.
    private mutating func witness(for index: Int, opening: Bool) -> [Move]? {
        let demand = reading.demands[index]
        let component = graph.component[demand.cell]
        leeway.release()
        journal.removeAll(keepingCapacity: true)
        guard let first = found(for: demand, opening: opening) else { return nil }
        // Where sums are not a network, a search that finds nothing takes long.
        guard holds[index], component >= 0, graph.isNetwork[component] else { return first }
        // Most witnesses make no small count great.
        let great = first.filter { $0.cell != demand.cell && leeway.becomesGreat($0) }
        guard !great.isEmpty else { return first }
        guard let free = neighbours(of: demand.cell), !great.allSatisfy({ free.contains($0.cell) }) else {
            return first
        }
        undo()
        leeway.hold(except: free)
        defer { leeway.release() }
        if let other = found(for: demand, opening: opening) { return other }
        guard opening else { return nil }
        undo()
        leeway.release()
        holds[index] = false
        return found(for: demand, opening: opening)
    }

    /// Shows again what was hidden since the search for a witness began.
    private mutating func undo() {
        for cell in journal { show(cell) }
        journal.removeAll(keepingCapacity: true)
    }

    /// The counts next to one in its sum: either may be hidden for the other's sake.
    ///
    /// `nil` for a count in several sums: what is hidden with it has many reasons.
    private func neighbours(of cell: Int) -> Set<Int>? {
        var result: Set<Int>?
        for place in system.places[cell] where place.sign > 0 {
            let line = system.parts[place.relation].filter { isPrinted($0) }
            guard line.count > 1, let position = line.firstIndex(of: cell) else { continue }
            guard result == nil else { return nil }
            result = [cell, line[(position + 1) % line.count], line[(position + line.count - 1) % line.count]]
        }
        return result
    }

    private func isPrinted(_ cell: Int) -> Bool {
        let own = reading.cells[cell]
        return !own.isImplied && (own.isHidden || own.price != nil)
    }

    /// A possible table in which a cell has moved as far as is demanded, if one can be found; with `opening`, cells are hidden
    /// for it.
    private mutating func found(for demand: Reading.Demand, opening: Bool) -> [Move]? {
        let component = graph.component[demand.cell]
        guard component >= 0 else { return [own(demand)] }
        let found =
            graph.isNetwork[component]
            ? moveThroughNetwork(demand, opening: opening) : moveThroughCircuits(demand, opening: opening)
        let moves = leeway.takeMoves()
        return found ? moves + [own(demand)] : nil
    }

    private func own(_ demand: Reading.Demand) -> Move {
        Move(cell: demand.cell, amount: demand.rising ? demand.amount : -demand.amount)
    }

    /// One path for the whole amount, or several for parts of it, whichever hides less.
    private mutating func moveThroughNetwork(_ demand: Reading.Demand, opening: Bool) -> Bool {
        let whole = flow.route(
            for: demand.cell, rising: demand.rising, amount: demand.amount, opening: opening, leeway: leeway)
        if let whole, whole.price == 0 || demand.amount == 1 {
            follow(whole, by: demand.amount)
            return true
        }
        var price = 0
        var left = demand.amount
        var opened: [Int] = []
        while left > 0 {
            guard
                let route = flow.route(
                    for: demand.cell, rising: demand.rising, amount: 1, opening: opening, leeway: leeway),
                whole.map({ price + route.price < $0.price }) ?? true
            else { break }
            price += route.price
            opened += open(route, amount: 1)
            let step = min(left, room(on: route))
            follow(route, by: step)
            left -= step
        }
        if left == 0 { return true }
        for cell in opened { show(cell) }
        _ = leeway.takeMoves()
        guard let whole else { return false }
        follow(whole, by: demand.amount)
        return true
    }

    /// Circuits for as much of the amount as possible at a time; then whatever the sums allow; then with more and more cells
    /// hidden around.
    private mutating func moveThroughCircuits(_ demand: Reading.Demand, opening: Bool) -> Bool {
        var left = demand.amount
        var amount = left
        while left > 0, amount > 0 {
            let route = circuits.route(
                for: demand.cell, rising: demand.rising, amount: amount, opening: opening, leeway: leeway)
            if let route {
                follow(route, by: amount)
                left -= amount
                amount = min(amount, left)
            } else {
                amount /= 2
            }
        }
        if left == 0 { return true }
        _ = leeway.takeMoves()
        if solveAround(demand, mostWork: opening ? Self.mostWork.needed : Self.mostWork.optional) { return true }
        guard opening else { return false }
        var batch = 1
        var candidates = nearest(to: demand.cell)[...]
        while !candidates.isEmpty {
            for cell in candidates.prefix(batch) { hide(cell) }
            candidates = candidates.dropFirst(batch)
            if solveAround(demand, mostWork: Self.mostWork.needed) { return true }
            batch *= 2
        }
        return false
    }

    /// Moves the cell with what is hidden, by solving the sums.
    private mutating func solveAround(_ demand: Reading.Demand, mostWork: Int) -> Bool {
        guard
            var kernel = KernelSearch(
                around: demand.cell, system: system, needed: needed, leeway: leeway, mostWork: mostWork)
        else { return false }
        let outcome = kernel.move(rising: demand.rising, upTo: demand.amount, leeway: &leeway)
        guard outcome.distance >= demand.amount else {
            _ = leeway.takeMoves()
            return false
        }
        // The caller adds the cell's own move.
        leeway.move(demand.cell, by: demand.rising ? -demand.amount : demand.amount)
        return true
    }

    /// The cells that could be hidden, those that share a sum with the cell first, then those that share one with these.
    private func nearest(to cell: Int) -> [Int] {
        var seen: Set<Int> = [cell]
        var ring = [cell]
        var result: [Int] = []
        while !ring.isEmpty {
            var next: Set<Int> = []
            for member in ring {
                for place in system.places[member] {
                    for other in system.cells(of: place.relation)
                    where reading.cells[other].isVariable && seen.insert(other).inserted {
                        next.insert(other)
                    }
                }
            }
            ring = next.sorted { (leeway.price[$0] ?? 0, $0) < (leeway.price[$1] ?? 0, $1) }
            result += ring.filter { leeway.canOpen($0) }
        }
        return result
    }

    private func room(on route: Route) -> Int {
        route.steps.map { leeway.limit($0.cell, rising: $0.rising) }.min() ?? Leeway.unlimited
    }

    /// Hides the cells of a route that could not move by an amount otherwise.
    private mutating func open(_ route: Route, amount: Int) -> [Int] {
        var opened: [Int] = []
        for step in route.steps where leeway.limit(step.cell, rising: step.rising) < amount {
            hide(step.cell)
            opened.append(step.cell)
        }
        return opened
    }

    private mutating func follow(_ route: Route, by amount: Int) {
        _ = open(route, amount: amount)
        for step in route.steps { leeway.move(step.cell, by: step.rising ? amount : -amount) }
    }
}

/// The orders in which the demands of a part are met.
enum DemandOrder: CaseIterable {
    // What depends on no count comes first: of equally good patterns the first is taken.
    case byPosition, fromTheEnd, largestFirst, smallestFirst

    func sorted(_ part: [Int], by demands: [Reading.Demand]) -> [Int] {
        switch self {
        case .largestFirst: part.sorted { (demands[$1].amount, $0) < (demands[$0].amount, $1) }
        case .smallestFirst: part.sorted { (demands[$0].amount, $0) < (demands[$1].amount, $1) }
        case .byPosition: part
        case .fromTheEnd: part.reversed()
        }
    }
}
