#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// An estimate on a scale on which what chance adds depends on the number of cases and hardly on the estimate itself: the
/// logit of a share, the logarithm of a rate.
///
/// Half a case is added to each count, so that none and all have a place on the scale (Haldane, *Annals of Human Genetics*,
/// 1956).
public struct SteadyEstimate: Sendable, Hashable {
    /// The estimate: ln of the odds, or ln of the rate.
    public let value: Double
    /// What chance alone adds: the variance of the estimate.
    public let variance: Double

    /// Takes an estimate whose scale is already steady.
    ///
    /// - Parameters:
    ///   - value: The estimate.
    ///   - variance: The variance that chance gives it, above 0.
    public init(value: Double, variance: Double) {
        self.value = value
        self.variance = variance
    }

    /// The logit of a share.
    ///
    /// - Parameter proportion: How many of how many.
    public init(_ proportion: Proportion) {
        let (part, rest) = (proportion.numerator + 0.5, proportion.denominator - proportion.numerator + 0.5)
        self.init(value: log(part / rest), variance: 1 / part + 1 / rest)
    }

    /// The logarithm of a rate per head.
    ///
    /// - Parameter rate: How many events in what population.
    public init(_ rate: CrudeRate) {
        let events = rate.events + 0.5
        self.init(value: log(events / rate.population), variance: 1 / events)
    }

    /// The logit of a known share without any chance in it, such as England's.
    ///
    /// - Parameter share: The share, 0 to 1; the ends are `nil`.
    package static func logit(_ share: Double) -> Double? {
        share > 0 && share < 1 ? log(share / (1 - share)) : nil
    }

    /// The share whose logit is given.
    package static func share(ofLogit logit: Double) -> Double { 1 / (1 + exp(-logit)) }

    /// The logarithm of a known rate per head.
    package static func logarithm(_ rate: Double) -> Double? { rate > 0 && rate.isFinite ? log(rate) : nil }
}
