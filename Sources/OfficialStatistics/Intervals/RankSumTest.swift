/// Whether the cases of one group rank higher on an ordered scale than those of another: the Wilcoxon–Mann–Whitney test
/// for few categories, small groups and ties everywhere, as audit grades are.
///
/// **Exact.** Under the hypothesis that grades have nothing to do with the group, every way to deal the graded cases
/// out to the two groups is equally likely. All tables with the observed totals are enumerated with their probabilities
/// (multivariate hypergeometric), so ties need no correction. The two-sided p-value is twice the smaller tail, at most
/// 1, each tail with the observed result in it: what SciPy's `permutation_test` gives when it enumerates everything.
/// ``midPValue`` counts the observed result half, which is less cautious with few cases.
///
/// **Approximate.** With more tables than ``mostTables`` the normal approximation with correction for ties and
/// continuity stands in: SciPy's `mannwhitneyu(method="asymptotic")`.
public struct RankSumTest: Sendable, Hashable, Codable {
    /// How the p-value was found.
    public enum Method: String, Sendable, Hashable, Codable, CaseIterable {
        /// By enumeration of every table.
        case exact
        /// By the normal approximation.
        case normalApproximation = "normal-approximation"
    }

    /// The most tables that are enumerated before the approximation is used; some hundredths of a second.
    public static let mostTables = 1_000_000

    /// The number of pairs, one case from each group, in which the later group's case ranks higher, ties counting half:
    /// the Mann–Whitney U of the later group.
    public let u: Double
    /// The probability of superiority, ``u`` as a share of all pairs (Vargha and Delaney's A): 0.5 where neither group
    /// ranks higher, 1 where every later case ranks above every earlier one.
    public let superiority: Double
    /// The two-sided p-value, 0 to 1.
    public let pValue: Double
    /// The two-sided p-value with the observed result counted half.
    ///
    /// For the approximation it is the p-value without correction for continuity.
    public let midPValue: Double
    /// The smallest p-value that any result with the same totals could have.
    ///
    /// Where it is above the level that is asked for,
    /// there are too few cases to tell, whatever the grades.
    public let smallestPossiblePValue: Double
    /// How the p-value was found.
    public let method: Method

    /// The most cases that can be tested, in both groups together.
    public static let mostCases = 1_000_000_000

    /// Tests whether the later group ranks higher or lower than the earlier.
    ///
    /// - Parameters:
    ///   - earlier: The number of cases by category, the lowest category first. Numbers of 0 or more, 10⁹ in all at
    ///     most.
    ///   - later: The same for the later group, with as many categories.
    ///   - demanded: How to find the p-value; without it exactly up to ``mostTables`` tables and approximately above.
    ///     Exactly is possible up to a hundred times as many, which can take seconds.
    /// - Returns: `nil` where a group has no cases, the groups differ in their categories, a number is out of range, or
    ///   exactness is demanded of too many tables.
    /// - Complexity: O(number of tables), which is at most the product of the totals by category plus 1 each without
    ///   the largest; O(k) for k categories where it is more than ``mostTables``.
    public init?(earlier: [Int], later: [Int], using demanded: Method? = nil) {
        let all = earlier + later
        guard earlier.count == later.count, all.allSatisfy({ (0...Self.mostCases).contains($0) }),
            all.reduce(0, +) <= Self.mostCases
        else { return nil }
        let columns = zip(earlier, later).map { (total: $0 + $1, later: $1, earlier: $0) }.filter { $0.total > 0 }
        let (first, second) = (earlier.reduce(0, +), later.reduce(0, +))
        guard first > 0, second > 0 else { return nil }

        // Twice the rank sum of the later group, in whole numbers: the mean rank of a category is half of an integer.
        var scores: [Int] = []
        var below = 0
        for column in columns {
            scores.append(2 * below + column.total + 1)
            below += column.total
        }
        let observed = zip(scores, columns).reduce(0) { $0 + $1.0 * $1.1.later }
        let pairs = Double(first) * Double(second)
        u = Double(observed - second * (second + 1)) / 2
        superiority = u / pairs

        let totals = columns.map(\.total)
        smallestPossiblePValue = Self.smallestPValue(totals, dealt: second)
        let tables = Self.numberOfTables(totals)
        method = demanded ?? (tables <= Self.mostTables ? .exact : .normalApproximation)
        switch method {
        case .exact:
            guard tables <= 100 * Self.mostTables else { return nil }
            let tails = Tails(totals, scores, dealt: second, observed: observed)
            pValue = min(1, 2 * min(tails.below + tails.at, tails.above + tails.at))
            midPValue = min(1, 2 * min(tails.below + tails.at / 2, tails.above + tails.at / 2))
        case .normalApproximation:
            let n = Double(first + second)
            let ties = totals.reduce(0.0) { $0 + (Double($1) * Double($1) * Double($1) - Double($1)) }
            let deviation = (pairs / 12 * ((n + 1) - ties / (n * (n - 1)))).squareRoot()
            let distance = (u - pairs / 2).magnitude
            guard deviation > 0 else {
                (pValue, midPValue) = (1, 1)
                return
            }
            pValue = min(1, 2 * TailProbability.normal(above: (distance - 0.5) / deviation))
            midPValue = min(1, 2 * TailProbability.normal(above: distance / deviation))
        }
    }

    /// An upper bound of the number of tables, or `Int.max` where it is past counting.
    private static func numberOfTables(_ totals: [Int]) -> Int {
        var result = 1
        for total in totals.sorted().dropLast() {
            let (product, overflow) = result.multipliedReportingOverflow(by: total + 1)
            if overflow { return .max }
            result = product
        }
        return result
    }

    /// Twice the smaller probability of the two extreme tables: all the highest, or all the lowest cases in one group.
    private static func smallestPValue(_ totals: [Int], dealt: Int) -> Double {
        func extreme(_ totals: some Sequence<Int>) -> Double {
            var (rest, ways) = (dealt, 0.0)
            for total in totals {
                let taken = min(rest, total)
                ways += TailProbability.logChoose(total, taken)
                rest -= taken
            }
            return TailProbability.exponential(ways - TailProbability.logChoose(totals.reduce(0, +), dealt))
        }
        return min(1, 2 * min(extreme(totals), extreme(totals.reversed())))
    }

    /// The probabilities of a smaller, the same and a larger rank sum than the observed one.
    private struct Tails {
        private(set) var below = 0.0
        private(set) var at = 0.0
        private(set) var above = 0.0

        init(_ totals: [Int], _ scores: [Int], dealt: Int, observed: Int) {
            // The largest category last: its number follows from the others.
            let order = totals.indices.sorted { totals[$0] < totals[$1] }
            let ways = order.map { index in
                (0...totals[index]).map { TailProbability.logChoose(totals[index], $0) }
            }
            let ordered = order.map { (total: totals[$0], score: scores[$0]) }
            var remaining: [Int] = [0]
            for column in ordered.reversed() { remaining.append((remaining.last ?? 0) + column.total) }
            remaining.reverse()
            let all = TailProbability.logChoose(totals.reduce(0, +), dealt)
            deal(0, dealt, observed, -all, ordered, remaining, ways)
            // The probabilities add to 1 but for rounding; dividing takes the error they share out of them.
            let sum = below + at + above
            (below, at, above) = (below / sum, at / sum, above / sum)
        }

        private mutating func deal(
            _ column: Int, _ rest: Int, _ missing: Int, _ weight: Double,
            _ columns: [(total: Int, score: Int)], _ remaining: [Int], _ ways: [[Double]]
        ) {
            if column == columns.count - 1 {
                let probability = TailProbability.exponential(weight + ways[column][rest])
                let gap = missing - columns[column].score * rest
                // A gap left to the observed sum means that this table has less than it.
                if gap > 0 { below += probability } else if gap < 0 { above += probability } else { at += probability }
                return
            }
            let lowest = max(0, rest - remaining[column + 1])
            let highest = min(rest, columns[column].total)
            guard lowest <= highest else { return }
            for count in lowest...highest {
                deal(
                    column + 1, rest - count, missing - columns[column].score * count, weight + ways[column][count],
                    columns, remaining, ways)
            }
        }
    }
}
