// Gauss and Jordan's elimination brings the sums into the form in which Dantzig's simplex method starts from a feasible
// corner: the true counts. In whole numbers throughout, since a bound that is off by the last binary digit would be a leak.

/// Finds how far a cell can move when only certain cells may, whatever the sums look like.
///
/// The sums are solved for some of the cells, so that the rest can move freely and take those with them; then the simplex
/// method moves them, in whole numbers and from the true counts on. Every table on the way is possible, so that what is found
/// is so; what is not found may be possible all the same, unless the search says that it came to the end.
struct KernelSearch {
    /// Numbers beyond this are given up, long before a product could overflow.
    private static let greatestEntry = 1 << 16

    /// What a search came to.
    struct Outcome {
        /// How far the cell moved.
        let distance: Int
        /// Whether it can move without limit.
        let isUnlimited: Bool
        /// Whether it can certainly move no further.
        let isFurthest: Bool
    }

    /// The cells, by their number here.
    private let cells: [Int]
    /// The cell that each row is solved for.
    private var solved: [Int] = []
    /// The cell of each column.
    private var free: [Int] = []
    /// Each row says that the cell it is solved for and these multiples of the free cells make 0.
    private var rows: [[Int]] = []

    /// Solves the sums around a cell.
    ///
    /// Gives up where that would take more than `mostWork` steps, or where whole numbers are not enough.
    init?(
        around cell: Int, system: RelationSystem, needed: [Bool], leeway: Leeway, mostWork: Int
    ) {
        var number: [Int: Int] = [cell: 0]
        var cells = [cell]
        var relations: [Int] = []
        var known: Set<Int> = []
        var next = 0
        while next < cells.count {
            for place in system.places[cells[next]] where needed[place.relation] {
                guard known.insert(place.relation).inserted else { continue }
                relations.append(place.relation)
                for other in system.cells(of: place.relation)
                where number[other] == nil && (leeway.isOpen[other] || leeway.hasPlay(other)) {
                    number[other] = cells.count
                    cells.append(other)
                }
            }
            next += 1
        }
        let work = relations.count.multipliedReportingOverflow(by: relations.count * cells.count)
        guard !work.overflow, work.partialValue <= mostWork else { return nil }
        self.cells = cells
        var matrix = relations.map { relation in
            var row = [Int](repeating: 0, count: cells.count)
            if let total = number[system.totals[relation]] { row[total] = -1 }
            for part in system.parts[relation] {
                if let part = number[part] { row[part] = 1 }
            }
            return row
        }
        guard let pivots = Self.solve(&matrix) else { return nil }
        let taken = Set(pivots.map(\.column))
        free = cells.indices.filter { !taken.contains($0) }
        for pivot in pivots {
            solved.append(pivot.column)
            rows.append(free.map { matrix[pivot.row][$0] })
        }
    }

    /// Brings a matrix into a form in which each row that is not empty has a 1 where all other rows have a 0.
    private static func solve(_ matrix: inout [[Int]]) -> [(row: Int, column: Int)]? {
        var pivots: [(row: Int, column: Int)] = []
        var pending = Array(matrix.indices)
        while !pending.isEmpty {
            var left: [Int] = []
            for row in pending {
                // The cell that was asked about stays free if it can: column 0 comes last.
                guard let column = matrix[row].lastIndex(where: { $0.magnitude == 1 }) else {
                    if matrix[row].contains(where: { $0 != 0 }) { left.append(row) }
                    continue
                }
                if matrix[row][column] < 0 { for index in matrix[row].indices { matrix[row][index].negate() } }
                let pivot = matrix[row]
                for other in matrix.indices where other != row && matrix[other][column] != 0 {
                    guard subtract(pivot, times: matrix[other][column], from: &matrix[other]) else { return nil }
                }
                pivots.append((row, column))
            }
            guard left.count < pending.count else { return nil }
            pending = left
        }
        return pivots
    }

    private static func subtract(_ row: [Int], times factor: Int, from other: inout [Int]) -> Bool {
        for index in row.indices where row[index] != 0 {
            other[index] -= factor * row[index]
            if other[index].magnitude > greatestEntry { return false }
        }
        return true
    }

    /// Moves the cell as far as can be found, or as far as is asked; the moves are left in the leeway.
    mutating func move(rising: Bool, upTo target: Int?, leeway: inout Leeway) -> Outcome {
        let direction = rising ? 1 : -1
        var distance = 0
        var stuck: Set<Int> = []
        for _ in 0..<(50 * (cells.count + 1)) {
            if let target, distance >= target {
                return Outcome(distance: distance, isUnlimited: false, isFurthest: false)
            }
            guard let (column, gain) = improving(direction, leeway: leeway, except: stuck) else {
                return Outcome(distance: distance, isUnlimited: false, isFurthest: stuck.isEmpty)
            }
            let sign = gain > 0 ? 1 : -1
            var step = leeway.limit(cells[free[column]], rising: sign > 0)
            var blocking: Int?
            for row in rows.indices where rows[row][column] != 0 {
                let slope = -rows[row][column] * sign
                let room = leeway.limit(cells[solved[row]], rising: slope > 0) / Int(slope.magnitude)
                // Bland's rule: of equals the first cell, so that the search cannot go round in circles.
                if room < step || (room == step && blocking.map { solved[row] < solved[$0] } ?? false) {
                    (step, blocking) = (room, row)
                }
            }
            if let target {
                let needed = (target - distance + Int(gain.magnitude) - 1) / Int(gain.magnitude)
                if needed <= step { (step, blocking) = (needed, nil) }
            } else if step >= Leeway.unlimited / Self.greatestEntry {
                return Outcome(distance: distance, isUnlimited: true, isFurthest: true)
            }
            if step > 0 {
                stuck.removeAll()
                leeway.move(cells[free[column]], by: sign * step)
                for row in rows.indices where rows[row][column] != 0 {
                    leeway.move(cells[solved[row]], by: -rows[row][column] * sign * step)
                }
                distance += Int(gain.magnitude) * step
            }
            guard let blocking else { continue }
            if rows[blocking][column].magnitude != 1 || !exchange(blocking, column) { stuck.insert(column) }
        }
        return Outcome(distance: distance, isUnlimited: false, isFurthest: false)
    }

    /// The first free cell whose move takes the cell that was asked about where it should go.
    private func improving(_ direction: Int, leeway: Leeway, except stuck: Set<Int>) -> (column: Int, gain: Int)? {
        let row = solved.firstIndex(of: 0)
        var best: (column: Int, gain: Int)?
        for column in free.indices where !stuck.contains(column) {
            let slope = row.map { -rows[$0][column] } ?? (free[column] == 0 ? 1 : 0)
            let gain = slope * direction
            guard gain != 0, leeway.limit(cells[free[column]], rising: gain > 0) > 0 else { continue }
            if best.map({ free[column] < free[$0.column] }) ?? true { best = (column, gain) }
        }
        return best
    }

    /// Solves a row for the cell of a column instead.
    private mutating func exchange(_ row: Int, _ column: Int) -> Bool {
        let sign = rows[row][column]
        var new = rows[row]
        for index in new.indices { new[index] *= sign }
        new[column] = sign
        for other in rows.indices where other != row && rows[other][column] != 0 {
            let factor = rows[other][column]
            for index in new.indices where index != column {
                guard (rows[other][index] - factor * new[index]).magnitude <= Self.greatestEntry else { return false }
            }
        }
        for other in rows.indices where other != row && rows[other][column] != 0 {
            let factor = rows[other][column]
            for index in new.indices where index != column { rows[other][index] -= factor * new[index] }
            rows[other][column] = -factor * sign
        }
        rows[row] = new
        (solved[row], free[column]) = (free[column], solved[row])
        return true
    }
}
