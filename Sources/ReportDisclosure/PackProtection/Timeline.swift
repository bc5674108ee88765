// Figures are differences of a running total at two days, so that the differences that are known form a graph whose nodes are
// the days: a weighted union-find says which days are joined, and difference constraints
// (solved as Bellman and Ford do) order those that are not.

/// The figures of one measure as sums of the pieces between the days on which any of them begins or ends.
///
/// Whatever mixture of periods is published (months, quarters, half-years, terms, years of any kind, spans, years to date,
/// rolling figures), each figure is the difference of what had happened by its end and by its beginning. Figures whose ends are
/// joined by others follow from each other; what lies between two neighbouring ends of such figures is known to a reader, and
/// none of it is below 0. One sum for each figure that holds others says all of it: the others follow from these.
struct Timeline {
    /// A figure: from a day, up to the day before another.
    struct Interval {
        let from: Int
        let to: Int
        let value: Int
        /// Whether it counts up from the beginning of a year, so that a lower one later is a correction of what was before.
        var isRunning = false
    }

    /// A part of a sum: one of the figures, or one of the pieces that are printed nowhere.
    enum Part: Hashable {
        case figure(Int)
        case piece(Int)
    }

    /// What happened in a time for which there is no figure.
    struct Piece {
        let from: Int
        let to: Int
        let value: Int
        /// Whether it follows from the figures; otherwise other values are possible too.
        let isKnown: Bool
        /// What is counted in no piece at all, where a figure is more than all it is made up of.
        var isExcess = false
        /// Whether other figures begin or end within it.
        var isJoint = false
    }

    /// A figure or piece and what it is made up of.
    struct Sum {
        let total: Part
        let parts: [Part]
    }

    private(set) var pieces: [Piece] = []
    private(set) var sums: [Sum] = []
    private let intervals: [Interval]
    /// The greatest count that is small.
    private let greatestSmall: Int

    /// The most readings of figures that contradict each other.
    private static let mostReadings = 4

    /// Finds the sums.
    ///
    /// O(n²) for n figures that agree with each other, which is the rule; O(n³) otherwise.
    ///
    /// - Parameters:
    ///   - intervals: The figures.
    ///   - greatestSmall: The greatest count that is small. What follows from the figures for a time is a piece of its own
    ///     where it is small, also if others begin or end within it: January to August less January to March is April to
    ///     August, whatever is said of July.
    init(_ intervals: [Interval], greatestSmall: Int = 0) {
        self.intervals = intervals
        self.greatestSmall = greatestSmall
        let byStart = intervals.indices.sorted {
            (intervals[$0].from, intervals[$0].to, $0) < (intervals[$1].from, intervals[$1].to, $1)
        }
        // Months one after another, the usual case, tell nothing of each other.
        let overlaps = zip(byStart, byStart.dropFirst()).contains { intervals[$1].from < intervals[$0].to }
        guard overlaps else { return }
        let order = withoutTwins(intervals.indices.sorted { isBefore($0, $1) })
        if let solution = Solution(order.map { intervals[$0] }) {
            addSums(of: order, solution)
        } else {
            addReadings(of: order)
        }
    }

    /// Whether figures can all be true.
    static func agree(_ intervals: [Interval]) -> Bool { Solution(intervals) != nil }

    private func isBefore(_ left: Int, _ right: Int) -> Bool {
        let (first, second) = (intervals[left], intervals[right])
        return (first.to - first.from, first.from, left) < (second.to - second.from, second.from, right)
    }

    /// Ties figures of the same time to the first of them, whatever the figures, and leaves that one.
    private mutating func withoutTwins(_ order: [Int]) -> [Int] {
        var result: [Int] = []
        for index in order {
            if let last = result.last, intervals[last].from == intervals[index].from,
                intervals[last].to == intervals[index].to
            {
                sums.append(Sum(total: .figure(index), parts: [.figure(last)]))
            } else {
                result.append(index)
            }
        }
        return result
    }

    /// Figures that contradict each other: the shorter ones count, and a year to date that is lower than one before it makes a
    /// second reading with all that agrees with it.
    private mutating func addReadings(of order: [Int]) {
        var seeds: [Int] = []
        for reading in 0..<Self.mostReadings {
            guard reading == 0 || !seeds.isEmpty else { return }
            let (accepted, refused) = agreeing(order, with: Array(seeds.prefix(1)))
            guard let solution = Solution(accepted.map { intervals[$0] }) else { return }
            let available = addSums(of: accepted, solution)
            if reading == 0 {
                for index in refused { addExcess(of: index, solution, available) }
                seeds = refused.filter { intervals[$0].isRunning }
            } else {
                seeds.removeAll(where: accepted.contains)
            }
        }
    }

    /// The figures that agree with those named and with all that were taken before them, and the others.
    ///
    /// O(r n log n) for r figures that do not agree: of those in between as many as agree are taken at once.
    private func agreeing(_ order: [Int], with seeds: [Int]) -> (accepted: [Int], refused: [Int]) {
        var accepted = seeds
        var refused: [Int] = []
        var left = order.filter { !seeds.contains($0) }[...]
        while !left.isEmpty {
            var (low, high) = (0, left.count)
            while low < high {
                let middle = (low + high + 1) / 2
                if Solution((accepted + left.prefix(middle)).map { intervals[$0] }) != nil {
                    low = middle
                } else {
                    high = middle - 1
                }
            }
            accepted += left.prefix(low)
            left = left.dropFirst(low)
            if let next = left.popFirst() { refused.append(next) }
        }
        return (accepted.sorted { isBefore($0, $1) }, refused)
    }

    /// Intervals from which longer ones can be put together, by the node at which they end.
    private struct Available {
        var byEnd: [[(start: Int, part: Part?)]]
        /// The positions of pieces, by first node.
        var atoms: [Int: Int] = [:]
    }

    @discardableResult
    private mutating func addSums(of order: [Int], _ solution: Solution) -> Available {
        let last = solution.nodes.count - 1
        var available = Available(byEnd: [[(start: Int, part: Part?)]](repeating: [], count: solution.nodes.count))
        var spans: [(from: Int, to: Int, part: Part)] = order.map {
            (
                from: solution.index(of: intervals[$0].from), to: solution.index(of: intervals[$0].to),
                part: Part.figure($0)
            )
        }
        func name(_ from: Int, _ to: Int) -> Int { from * solution.nodes.count + to }
        let printed = Set(spans.map { name($0.from, $0.to) })
        // What lies between two ends of figures that are joined is known although other ends lie between.
        for (start, end) in solution.knownDifferences where end > start + 1 && !printed.contains(name(start, end)) {
            pieces.append(piece(from: start, to: end, solution))
            spans.append((from: start, to: end, part: Part.piece(pieces.count - 1)))
        }
        let named = Set(spans.map { name($0.from, $0.to) })
        for (start, end) in smallDifferences(solution)
        where !named.contains(name(start, end)) {
            // Where all within is printed, it is protected as what is printed.
            guard (start..<end).contains(where: { !printed.contains(name($0, $0 + 1)) }) else { continue }
            var joint = piece(from: start, to: end, solution)
            joint.isJoint = true
            pieces.append(joint)
            spans.append((from: start, to: end, part: Part.piece(pieces.count - 1)))
        }
        spans.sort {
            (solution.nodes[$0.to] - solution.nodes[$0.from], $0.from)
                < (solution.nodes[$1.to] - solution.nodes[$1.from], $1.from)
        }
        for start in 0..<last where !printed.contains(name(start, start + 1)) {
            available.byEnd[start + 1].append((start, nil))
        }
        for span in spans {
            if span.to > span.from + 1, let parts = parts(from: span.from, to: span.to, &available, solution) {
                sums.append(Sum(total: span.part, parts: parts))
            }
            available.byEnd[span.to].append((span.from, span.part))
        }
        return available
    }

    /// What follows from the figures between two of their ends, where that is small and more than one piece.
    private func smallDifferences(_ solution: Solution) -> [(Int, Int)] {
        guard greatestSmall > 0 else { return [] }
        var result: [(Int, Int)] = []
        for start in solution.nodes.indices {
            for end in solution.nodes.indices.dropFirst(start + 1) {
                let value = solution.total[end] - solution.total[start]
                // Nothing is below 0 between two days, so that it only becomes more.
                guard value <= greatestSmall else { break }
                if end > start + 1, value > 0, solution.component[start] == solution.component[end] {
                    result.append((start, end))
                }
            }
        }
        return result
    }

    /// The fewest intervals that make up a longer one, figures before pieces.
    private mutating func parts(
        from start: Int, to end: Int, _ available: inout Available, _ solution: Solution
    ) -> [Part]? {
        var best = [(cost: Int, from: Int, part: Part?)?](repeating: nil, count: end - start + 1)
        best[0] = (0, start, nil)
        for node in (start + 1)...end {
            for (from, part) in available.byEnd[node] where from >= start {
                guard let before = best[from - start] else { continue }
                // An interval that ends the sum is better longer: a year to date is the one before it and what came since.
                let cost = before.cost + (part == nil ? 11 : 10)
                if best[node - start].map({ cost < $0.cost }) ?? true { best[node - start] = (cost, from, part) }
            }
        }
        var result: [Part] = []
        var node = end
        while node > start {
            guard let step = best[node - start] else { return nil }
            if let part = step.part {
                result.append(part)
            } else {
                result.append(.piece(atom(from: step.from, &available, solution)))
            }
            node = step.from
        }
        return result.reversed()
    }

    private mutating func atom(from start: Int, _ available: inout Available, _ solution: Solution) -> Int {
        if let known = available.atoms[start] { return known }
        pieces.append(piece(from: start, to: start + 1, solution))
        available.atoms[start] = pieces.count - 1
        return pieces.count - 1
    }

    private func piece(from start: Int, to end: Int, _ solution: Solution) -> Piece {
        Piece(
            from: solution.nodes[start], to: solution.nodes[end], value: solution.total[end] - solution.total[start],
            isKnown: solution.component[start] == solution.component[end])
    }

    /// A figure that is more than all its parts: the rest belongs to no time, and is there all the same.
    private mutating func addExcess(of index: Int, _ solution: Solution, _ available: Available) {
        let interval = intervals[index]
        var available = available
        guard let start = solution.position(of: interval.from), let end = solution.position(of: interval.to),
            solution.component[start] == solution.component[end]
        else { return }
        let excess = interval.value - (solution.total[end] - solution.total[start])
        guard excess > 0, let parts = parts(from: start, to: end, &available, solution) else { return }
        pieces.append(
            Piece(from: interval.from, to: interval.to, value: excess, isKnown: true, isExcess: true))
        sums.append(Sum(total: .figure(index), parts: parts + [.piece(pieces.count - 1)]))
    }
}

/// What had happened by each day on which a figure begins or ends, from some beginning.
private struct Solution {
    /// The days, ascending.
    let nodes: [Int]
    /// What had happened by each of them.
    private(set) var total: [Int]
    /// Which of them are joined by figures, so that the difference is known.
    private(set) var component: [Int]
    /// Neighbours among those that are joined.
    private(set) var knownDifferences: [(Int, Int)] = []

    /// Works the totals out; `nil` where the figures contradict each other or something would be below 0.
    init?(_ intervals: [Timeline.Interval]) {
        nodes = Set(intervals.flatMap { [$0.from, $0.to] }).sorted()
        total = [Int](repeating: 0, count: nodes.count)
        component = Array(nodes.indices)
        // Union of ends with the difference to the first end of each union (a weighted union-find).
        var parent = Array(nodes.indices)
        var offset = [Int](repeating: 0, count: nodes.count)
        func root(_ node: Int) -> (root: Int, offset: Int) {
            var (current, sum) = (node, 0)
            while parent[current] != current {
                sum += offset[current]
                current = parent[current]
            }
            return (current, sum)
        }
        for interval in intervals {
            let (first, second) = (root(index(of: interval.from)), root(index(of: interval.to)))
            if first.root == second.root {
                guard second.offset - first.offset == interval.value else { return nil }
            } else {
                parent[second.root] = first.root
                offset[second.root] = first.offset + interval.value - second.offset
            }
        }
        for node in nodes.indices { (component[node], total[node]) = root(node) }
        guard arrange() else { return nil }
        var before: [Int: Int] = [:]
        for node in nodes.indices {
            if let earlier = before.updateValue(node, forKey: component[node]) {
                knownDifferences.append((earlier, node))
            }
        }
    }

    /// Moves the unions against each other so that nothing is below 0 between one day and the next (Bellman and Ford's method on
    /// the differences); `false` where that is impossible.
    private mutating func arrange() -> Bool {
        var shift: [Int: Int] = [:]
        let steps = nodes.indices.dropFirst().map { ($0 - 1, $0) }
        for round in 0...nodes.count {
            var isDone = true
            for (start, end) in steps {
                let lack =
                    total[start] + (shift[component[start]] ?? 0) - total[end] - (shift[component[end]] ?? 0)
                guard lack > 0 else { continue }
                guard component[start] != component[end], round < nodes.count else { return false }
                shift[component[end], default: 0] += lack
                isDone = false
            }
            if isDone { break }
        }
        for node in nodes.indices { total[node] += shift[component[node]] ?? 0 }
        return true
    }

    func index(of day: Int) -> Int { position(of: day) ?? 0 }

    /// The position of a day, where it is an end of a figure.
    func position(of day: Int) -> Int? {
        var (low, high) = (0, nodes.count - 1)
        while low <= high {
            let middle = (low + high) / 2
            if nodes[middle] == day { return middle }
            if nodes[middle] < day { low = middle + 1 } else { high = middle - 1 }
        }
        return nil
    }
}
