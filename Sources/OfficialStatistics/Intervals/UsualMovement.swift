/// How much a measure usually moves from one period to another, beyond what its counts explain.
///
/// A council's figures change from year to year by more than chance: services, families and recording change. On published
/// counts a range that allows for chance alone holds 30 to 75 per cent of the next year's figures where it promises 95. So the
/// movement itself is learnt, from earlier changes of the same length, as one more variance τ² on the steady scale: the
/// smallest with which four in five of those changes lie inside their own 80 per cent range. Taking the range of four in
/// five and not the mean square keeps single leaps from widening everything.
public struct UsualMovement: Sendable, Hashable, Codable {
    /// The fewest changes from which anything is learnt.
    public static let fewestChanges = 6
    /// The share of changes that the learnt range holds.
    static let share = 0.8

    /// τ²: the variance of a change on the steady scale, beyond chance.
    public let variance: Double
    /// How many changes it was learnt from.
    public let changes: Int

    /// Learns from earlier changes.
    ///
    /// O(n log n) for n changes.
    ///
    /// - Parameter changes: Earlier changes, each of the same length of time, as the later estimate less the earlier one with
    ///   the variance that chance gives the difference.
    /// - Returns: `nil` for fewer than ``fewestChanges`` usable changes.
    public init?(learntFrom changes: [SteadyEstimate]) {
        let usable = changes.filter { $0.value.isFinite && $0.variance.isFinite && $0.variance > 0 }
        guard usable.count >= Self.fewestChanges else { return nil }
        self.changes = usable.count
        let level = NormalDistribution.quantile(upperTail: (1 - Self.share) / 2)
        func reach(_ variance: Double) -> Double {
            let scores = usable.map { $0.value.magnitude / ($0.variance + variance).squareRoot() }.sorted()
            return Overdispersion.quantile(Self.share, of: scores)
        }
        guard reach(0) > level else {
            variance = 0
            return
        }
        var (low, high) = (0.0, 1.0)
        while reach(high) > level, high < 1e12 { (low, high) = (high, 2 * high) }
        for _ in 0..<100 {
            let middle = low + (high - low) / 2
            if reach(middle) > level { low = middle } else { high = middle }
        }
        variance = high
    }

    /// How far a change may usually go, either way, on the steady scale.
    ///
    /// Few changes leave the movement itself uncertain, so the range is Student's with as many degrees of freedom.
    ///
    /// - Parameters:
    ///   - chance: The variance that chance gives the change.
    ///   - share: How much of what usually happens the range holds, such as 0.95.
    /// - Returns: The reach, above 0.
    public func reach(atVariance chance: Double, holding share: Double = 0.95) -> Double {
        let quantile = StudentDistribution.quantile(
            upperTail: (1 - min(max(share, 0), 1)) / 2, degreesOfFreedom: Double(changes))
        return quantile * (chance + variance).squareRoot()
    }
}
