/// So many of so many: a proportion whose chance variation is that of drawing lots.
public struct Proportion: Sendable, Hashable {
    /// How many have the property.
    public let numerator: Double
    /// How many there are.
    public let denominator: Double
    /// What the proportion is shown out of, such as 100 for a percentage.
    public let multiplier: Double

    /// Records a proportion.
    ///
    /// - Parameters:
    ///   - numerator: How many have the property, from 0 to the denominator.
    ///   - denominator: How many there are, more than 0.
    ///   - multiplier: What the proportion is shown out of: 1, 100, 1,000…
    /// - Throws: ``IntervalError`` for counts or multipliers that cannot be.
    public init(_ numerator: Double, of denominator: Double, multiplier: Double = 100) throws(IntervalError) {
        try IntervalError.check(count: numerator)
        try IntervalError.check(denominator: denominator)
        try IntervalError.check(multiplier: multiplier)
        guard numerator <= denominator else { throw .numeratorAboveDenominator(numerator, of: denominator) }
        self.numerator = numerator
        self.denominator = denominator
        self.multiplier = multiplier
    }

    private init(unchecked numerator: Double, like other: Proportion) {
        self.numerator = numerator
        denominator = other.denominator
        multiplier = other.multiplier
    }

    /// None of as many, and all of them.
    var extremes: [Proportion] {
        [Proportion(unchecked: 0, like: self), Proportion(unchecked: denominator, like: self)]
    }

    /// The proportion, 0 to the multiplier.
    public var value: Double { multiplier * numerator / denominator }

    /// Wilson's score interval, within 0 and the multiplier.
    ///
    /// With z the normal quantile of the level, x of n have the limits
    /// (2x + z² ∓ z √(z² + 4x(1 − x/n))) / (2(n + z²)). The R package lets the upper limit of n of n exceed the whole by a
    /// rounding error; here 0 of n begins at exactly 0 and n of n ends at exactly the multiplier.
    ///
    /// - Parameter level: How sure the interval should be; at 100 per cent it is everything.
    /// - Returns: The interval, by ``ConfidenceInterval/Method/wilson``.
    public func interval(at level: ConfidenceLevel = .percent95) -> ConfidenceInterval {
        let shares = Self.wilson(numerator, denominator, z: level.normalQuantile)
        return ConfidenceInterval(
            value: value, lower: shares.lowerBound * multiplier, upper: shares.upperBound * multiplier, level: level,
            method: .wilson)
    }

    private static func wilson(_ x: Double, _ n: Double, z: Double) -> ClosedRange<Double> {
        guard z.isFinite else { return 0...1 }
        let root = z * (z * z + 4 * x * (1 - x / n)).squareRoot()
        let divisor = 2 * (n + z * z)
        let upper = x == n ? 1 : min(1, (2 * x + z * z + root) / divisor)
        // The limits are the roots of a quadratic; dividing their product by the larger loses nothing to cancellation.
        let lower = x / n * (x / (n + z * z)) / (x == n ? 1 : (2 * x + z * z + root) / divisor)
        return min(lower, upper)...upper
    }
}
