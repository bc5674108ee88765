/// What readers see of each count, so that no small one can be worked out.
///
/// The pattern does not say which cells were hidden because they are small and which so that those are safe, and neither may a
/// report: the difference is itself disclosive. A release note needs the numbers of both, which are here.
public struct SuppressionPattern: Sendable, Hashable {
    /// How each count appears, by position.
    public let counts: [PublishedCount]
    /// How many cells are hidden or masked because they are small.
    public let smallCount: Int
    /// How many cells are hidden so that others are safe.
    public let complementaryCount: Int
    /// How many cells are hidden for a reason of their own.
    public let otherwiseHiddenCount: Int
    /// The cells that readers can narrow down further than the policy promises.
    ///
    /// Empty unless the policy hides no complements; otherwise no pattern is made where one is left.
    public let exposed: [Int]

    /// The positions of the cells that show no number, in order.
    public var withoutNumber: [Int] {
        counts.indices.filter {
            if case .shown = counts[$0] { false } else { true }
        }
    }
}
