/// Linked counts as a network, where they are one: sums are its nodes and counts its edges.
///
/// A count that is in two sums, once on either side of the balance, carries whatever it gains from one to the other; one
/// that is in a single sum carries it to the ground. Two-way tables, hierarchies in one direction, and chains such as the
/// year to date are networks, and in a network whatever is possible at all is possible in whole numbers.
struct FlowGraph: Sendable {
    /// The nodes that a cell that rises takes from, by cell; -1 where the cell is in no network.
    private(set) var tails: [Int]
    /// The nodes that a cell that rises gives to, by cell; -1 where the cell is in no network.
    private(set) var heads: [Int]
    /// The parts that have nothing to do with each other, by cell; -1 for cells that are fixed or are in no sum.
    private(set) var component: [Int]
    /// Whether each component is a network.
    private(set) var isNetwork: [Bool]
    /// How many cells each component has.
    private(set) var sizes: [Int]
    /// How many nodes there are.
    let nodeCount: Int

    init(_ system: RelationSystem, needed: [Bool], variable: [Bool]) {
        let cellCount = variable.count
        tails = [Int](repeating: -1, count: cellCount)
        heads = tails
        component = tails
        isNetwork = []
        sizes = []
        var members = [[Int]](repeating: [], count: system.count)
        var places = [[RelationSystem.Place]](repeating: [], count: cellCount)
        for cell in 0..<cellCount where variable[cell] {
            places[cell] = system.places[cell].filter { needed[$0.relation] }
            for place in places[cell] { members[place.relation].append(cell) }
        }

        // Every relation gets a side, so that each cell comes from one and goes to another.
        var side = [Int](repeating: 0, count: system.count)
        for start in 0..<system.count where side[start] == 0 && !members[start].isEmpty {
            let number = isNetwork.count
            var fits = true
            side[start] = 1
            var queue = [start]
            while let relation = queue.popLast() {
                for cell in members[relation] {
                    component[cell] = number
                    if places[cell].count > 2 { fits = false }
                    let own = places[cell].first { $0.relation == relation }?.sign ?? 1
                    for place in places[cell] where place.relation != relation {
                        let wanted = -side[relation] * own * place.sign
                        if side[place.relation] == 0 {
                            side[place.relation] = wanted
                            queue.append(place.relation)
                        } else if side[place.relation] != wanted {
                            fits = false
                        }
                    }
                }
            }
            isNetwork.append(fits)
        }
        nodeCount = system.count + isNetwork.count
        sizes = [Int](repeating: 0, count: isNetwork.count)
        for number in component where number >= 0 { sizes[number] += 1 }
        for cell in 0..<cellCount where component[cell] >= 0 && isNetwork[component[cell]] {
            let ground = system.count + component[cell]
            (tails[cell], heads[cell]) = (ground, ground)
            for place in places[cell] {
                if side[place.relation] * place.sign > 0 {
                    heads[cell] = place.relation
                } else {
                    tails[cell] = place.relation
                }
            }
        }
    }
}
