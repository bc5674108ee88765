/// The sums of linked counts, each once and in an order of their own, so that the order they were given in changes nothing.
struct RelationSystem: Sendable {
    /// A relation that a cell is in, and its sign there: a total counts -1, a part +1, and together they make 0.
    struct Place: Sendable {
        let relation: Int
        let sign: Int
    }

    /// The position of each relation's total.
    let totals: [Int]
    /// The positions of each relation's parts, ascending.
    let parts: [[Int]]
    /// The relations of each cell.
    let places: [[Place]]

    init(_ relations: [LinkedCounts.Relation], cellCount: Int) {
        let sorted = relations.map { (total: $0.total, parts: $0.parts.sorted()) }.sorted {
            $0.total != $1.total ? $0.total < $1.total : $0.parts.lexicographicallyPrecedes($1.parts)
        }
        var totals: [Int] = []
        var parts: [[Int]] = []
        for relation in sorted where totals.last != relation.total || parts.last != relation.parts {
            totals.append(relation.total)
            parts.append(relation.parts)
        }
        var places = [[Place]](repeating: [], count: cellCount)
        for relation in totals.indices {
            places[totals[relation]].append(Place(relation: relation, sign: -1))
            for part in parts[relation] { places[part].append(Place(relation: relation, sign: 1)) }
        }
        self.totals = totals
        self.parts = parts
        self.places = places
    }

    var count: Int { totals.count }

    func cells(of relation: Int) -> [Int] { [totals[relation]] + parts[relation] }
}
