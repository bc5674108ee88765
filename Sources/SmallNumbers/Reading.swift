/// What a reader is told of each cell under a policy before anything is hidden for the sake of others, and what must stay
/// possible.
struct Reading: Sendable {
    struct Cell: Sendable {
        /// Whether the cell shows a symbol that says nothing but that the count is confidential.
        var isHidden = false
        /// How far above the truth a count may lie that is shown.
        var rise = 0
        /// How far below the truth a count may lie that is shown.
        var fall = 0
        /// How far below the truth it may lie where it is hidden.
        var hiddenFall = 0
        /// What it costs to hide the cell; `nil` where it may not be.
        var price: Int?
        /// Whether it is hidden or masked because it is small.
        var isSmall = false
        /// Whether it is printed nowhere.
        var isImplied = false
        /// How far it may rise and stay small, where it is hidden because it is small; `nil` for others.
        var smallRise: Int?
        /// Whether it could have been hidden, had an earlier release not shown it.
        var wasShown = false

        /// Whether the cell can ever be anything but its true count.
        var isVariable: Bool { isHidden || rise + fall > 0 || price != nil }
    }

    /// A cell must be able to rise or fall by an amount.
    struct Demand: Sendable {
        let cell: Int
        let rising: Bool
        let amount: Int
    }

    private(set) var cells: [Cell]
    private(set) var demands: [Demand] = []

    init(_ counts: LinkedCounts, relations: RelationSystem, policy: SmallNumberPolicy) {
        cells = []
        cells.reserveCapacity(counts.cells.count)
        for (position, cell) in counts.cells.enumerated() {
            let sums = relations.places[position].count { $0.sign < 0 }
            cells.append(Self.reading(of: cell, sums: sums, policy: policy))
            demands += Self.demands(of: cell, at: position, policy: policy)
        }
    }

    /// Hides these cells and no others, as in a pattern that was made elsewhere.
    mutating func hide(exactly hidden: Set<Int>) {
        for position in cells.indices {
            cells[position].isHidden = hidden.contains(position) || cells[position].isImplied
            cells[position].price = nil
        }
    }

    /// Hides every cell that may be hidden.
    mutating func hideAll() {
        for position in cells.indices {
            cells[position].isHidden =
                cells[position].isHidden || cells[position].price != nil || cells[position].wasShown
            cells[position].price = nil
        }
    }

    /// Asks for less, where no more is possible.
    ///
    /// - Parameter amounts: How far the cell of a demand can move, by the position of the demand.
    mutating func lowerDemands(to amounts: [Int: Int]) {
        demands = demands.indices.compactMap { index in
            guard let amount = amounts[index] else { return demands[index] }
            return amount > 0
                ? Demand(cell: demands[index].cell, rising: demands[index].rising, amount: amount) : nil
        }
    }

    /// Asks for more.
    mutating func demand(_ more: [Demand]) { demands += more }

    /// What a reader is told of one cell.
    ///
    /// - Parameters:
    ///   - cell: The cell.
    ///   - sums: How many sums it is the total of, which matters for its price alone.
    ///   - policy: The policy.
    static func reading(of cell: LinkedCounts.Cell, sums: Int = 0, policy: SmallNumberPolicy) -> Cell {
        var result = Cell()
        // A count of 0 may be hidden for a reason of its own where readers take hidden counts to be 1 or more.
        result.hiddenFall = max(cell.value - policy.floor, 0)
        let isExempt = policy.exempts(isNational: cell.isNational) || cell.display == .always
        result.isSmall = policy.isSmall(cell.value) && !isExempt && cell.isSensitive
        if cell.earlier == .shown { return shownEarlier(cell, result, isExempt: isExempt, policy: policy) }
        switch cell.display {
        case .never:
            result.isHidden = true
            return result
        case .implied:
            // No symbol says that it is 1 or more.
            result.isHidden = true
            result.isImplied = true
            result.hiddenFall = cell.value
            return result
        case .byPolicy, .always: break
        }
        let wasHidden = cell.earlier == .hidden
        guard !isExempt, policy.threshold > 0, cell.value >= policy.floor else {
            result.isHidden = wasHidden
            return result
        }
        result.price = price(of: cell, sums: sums)
        if wasHidden {
            result.isHidden = true
            result.price = nil
        }
        switch policy.method {
        case .showAll: break
        case .suppress:
            result.isHidden = result.isHidden || result.isSmall
            if result.isSmall {
                result.price = nil
                result.smallRise = policy.threshold - cell.value
            }
        case .round(_, let limit):
            guard cell.isSensitive else { break }
            let interval =
                result.isSmall ? policy.floor...limit : policy.roundingInterval(of: cell.value)
            result.rise = interval.upperBound - cell.value
            result.fall = cell.value - interval.lowerBound
        }
        return result
    }

    /// A count that an earlier release shows: it is known as far as that release says, and cannot be hidden any more.
    private static func shownEarlier(
        _ cell: LinkedCounts.Cell, _ start: Cell, isExempt: Bool, policy: SmallNumberPolicy
    ) -> Cell {
        var result = start
        result.isSmall = false
        result.wasShown = !isExempt && cell.display != .always && cell.value >= policy.floor
        if cell.isSensitive, !isExempt {
            let interval = policy.roundingInterval(of: cell.value)
            result.rise = interval.upperBound - cell.value
            result.fall = cell.value - interval.lowerBound
        }
        return result
    }

    static func demands(
        of cell: LinkedCounts.Cell, at position: Int, policy: SmallNumberPolicy
    ) -> [Demand] {
        guard policy.threshold > 0, cell.earlier != .shown else { return [] }
        guard cell.display != .always, !policy.exempts(isNational: cell.isNational), policy.isSmall(cell.value),
            cell.isSensitive
        else {
            return cell.display == .never ? [Demand(cell: position, rising: true, amount: 1)] : []
        }
        let up = policy.threshold - cell.value
        let down = cell.value - policy.floor
        return [(true, up), (false, down)].filter { $0.1 > 0 }
            .map { Demand(cell: position, rising: $0.0, amount: $0.1) }
    }

    /// What it costs to hide a cell: mostly that it is one cell, more for a total, which readers look at first, and times what it
    /// means to readers.
    ///
    /// Not how many people it counts: a reader who knows the rules could tell from which cells were chosen how great they are.
    private static func price(of cell: LinkedCounts.Cell, sums: Int) -> Int {
        if let weight = cell.weight { return min(max(weight, 1), 1_000_000) }
        return (100 + (sums > 0 ? 40 : 0)) * min(max(cell.importance, 1), 1_000)
    }
}
