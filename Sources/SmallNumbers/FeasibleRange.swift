/// What a reader can work out of a count that shows no number.
public struct FeasibleRange: Sendable, Hashable {
    /// The position of the count.
    public let cell: Int
    /// The least that it can be.
    public let lowest: Int
    /// The most that it can be; `nil` where there is no limit.
    public let highest: Int?
    /// Whether the count can certainly not lie outside.
    ///
    /// Always so where the sums are a network. Elsewhere both ends are possible, and it is not always known whether more is.
    public let isExact: Bool

    /// Whether a count could be each end of a range of values, as far as a reader can tell.
    ///
    /// - Parameter values: The range, such as 1 to 5.
    /// - Returns: Whether both ends are possible.
    public func covers(_ values: ClosedRange<Int>) -> Bool {
        lowest <= values.lowerBound && highest ?? .max >= values.upperBound
    }
}
