/// How much more units differ from a common value than chance explains, and how wide a range is usual for them.
///
/// Councils are unlike in more than their luck, so that on published figures two thirds of them lie outside limits that allow
/// for chance alone. Two ways to allow for the rest, both of Spiegelhalter (*Quality and Safety in Health Care*, 2005,
/// 14:347, doi 10.1136/qshc.2005.013755):
///
/// - **multiplicative**: all limits widen by √φ, where φ is the mean of the squared z-scores, of which the largest and
///   smallest are first drawn in to given quantiles ("winsorised");
/// - **additive**: each unit's variance grows by τ², the variance between units, so that small units are not punished.
///   τ² is that of DerSimonian and Laird (*Controlled Clinical Trials*, 1986), or that of Paule and Mandel (*Journal of
///   Research of the National Bureau of Standards*, 1982), which gives large units no more weight than they deserve where
///   units differ much, and is the default.
public struct Overdispersion: Sendable, Hashable {
    /// How the variance between units is estimated.
    public enum Method: String, Sendable, Hashable, Codable, CaseIterable {
        /// From one weighting of the units by their precision.
        case derSimonianLaird = "dersimonian-laird"
        /// The same with weights that allow for the variance itself, until it no longer changes.
        case pauleMandel = "paule-mandel"
    }

    /// How many units there are.
    public let count: Int
    /// The value that they are compared with, on the scale of the estimates.
    public let target: Double
    /// φ: the mean squared z-score after winsorising; 1 where chance explains all.
    public let factor: Double
    /// Whether φ is more than chance: count × φ against the upper 5 per cent point of chi-square with as many degrees of
    /// freedom.
    public let isMoreThanChance: Bool
    /// τ²: the variance between units beyond chance; 0 where chance explains all.
    public let variance: Double

    /// Measures how much units differ.
    ///
    /// O(n log n) for n units.
    ///
    /// - Parameters:
    ///   - units: The units, at least two, with finite values and variances above 0.
    ///   - target: What they are compared with; by default their mean, weighted by precision.
    ///   - method: How the variance between units is estimated.
    ///   - share: The share of z-scores at each end that are drawn in, 0 to below 0.5; by default a tenth.
    /// - Returns: `nil` for fewer than two units, impossible values or an impossible share.
    public init?(
        of units: [SteadyEstimate], around target: Double? = nil, method: Method = .pauleMandel,
        winsorising share: Double = 0.1
    ) {
        guard units.count > 1, share >= 0, share < 0.5,
            units.allSatisfy({ $0.value.isFinite && $0.variance.isFinite && $0.variance > 0 })
        else { return nil }
        let middle = target ?? Self.mean(of: units, between: 0)
        guard middle.isFinite else { return nil }
        let scores = units.map { ($0.value - middle) / $0.variance.squareRoot() }
        let sorted = scores.sorted()
        let (low, high) = (Self.quantile(share, of: sorted), Self.quantile(1 - share, of: sorted))
        var squares = CarefulMean()
        for score in scores {
            let drawn = min(max(score, low), high)
            squares.add(drawn * drawn)
        }
        let factor = squares.value ?? 1
        count = units.count
        self.target = middle
        self.factor = factor
        let total = Double(units.count)
        let limit = 2 * GammaDistribution.quantile(upperTail: 0.05, shape: total / 2)
        isMoreThanChance = total * factor > limit
        variance =
            switch method {
            case .derSimonianLaird: Self.derSimonianLaird(units)
            case .pauleMandel: Self.pauleMandel(units)
            }
    }

    /// How far a unit lies from the target, in standard deviations that allow for the variance between units.
    ///
    /// - Parameter unit: The unit.
    /// - Returns: The z-score: positive above the target.
    public func score(of unit: SteadyEstimate) -> Double {
        (unit.value - target) / (unit.variance + variance).squareRoot()
    }

    /// The range in which a unit of a given precision usually lies.
    ///
    /// - Parameters:
    ///   - chance: The variance that chance gives its estimate.
    ///   - level: How sure the range should be.
    ///   - isMultiplicative: Whether limits widen by √φ, where that is more than chance, in place of the additive way.
    /// - Returns: The range on the scale of the estimates.
    public func limits(
        atVariance chance: Double, level: ConfidenceLevel = .percent95, multiplicative isMultiplicative: Bool = false
    ) -> ClosedRange<Double> {
        let spread = isMultiplicative ? chance * (isMoreThanChance ? max(1, factor) : 1) : chance + variance
        let reach = level.normalQuantile * spread.squareRoot()
        return (target - reach)...(target + reach)
    }

    // MARK: Estimators

    private static func mean(of units: [SteadyEstimate], between variance: Double) -> Double {
        var (weights, values) = (CarefulMean(), CarefulMean())
        for unit in units {
            let weight = 1 / (unit.variance + variance)
            weights.add(weight)
            values.add(weight * unit.value)
        }
        return values.sum / weights.sum
    }

    /// Cochran's Q: the sum of the weighted squared distances from the weighted mean.
    private static func heterogeneity(_ units: [SteadyEstimate], between variance: Double) -> Double {
        let middle = mean(of: units, between: variance)
        var sum = CarefulMean()
        for unit in units { sum.add((unit.value - middle) * (unit.value - middle) / (unit.variance + variance)) }
        return sum.sum
    }

    private static func derSimonianLaird(_ units: [SteadyEstimate]) -> Double {
        var (weights, squares) = (CarefulMean(), CarefulMean())
        for unit in units {
            weights.add(1 / unit.variance)
            squares.add(1 / (unit.variance * unit.variance))
        }
        let surplus = heterogeneity(units, between: 0) - Double(units.count - 1)
        return max(0, surplus / (weights.sum - squares.sum / weights.sum))
    }

    /// The variance at which Q is what chance would make it: n − 1.
    ///
    /// Q falls as the variance grows, so that halving finds it.
    private static func pauleMandel(_ units: [SteadyEstimate]) -> Double {
        let expected = Double(units.count - 1)
        guard heterogeneity(units, between: 0) > expected else { return 0 }
        var (low, high) = (0.0, 1.0)
        while heterogeneity(units, between: high) > expected, high < 1e12 { (low, high) = (high, 2 * high) }
        for _ in 0..<200 {
            let middle = low + (high - low) / 2
            guard middle > low, middle < high else { break }
            if heterogeneity(units, between: middle) > expected { low = middle } else { high = middle }
        }
        return low + (high - low) / 2
    }

    /// A quantile of sorted values, linear between neighbours (type 7 of Hyndman and Fan, *The American Statistician*,
    /// 1996).
    static func quantile(_ share: Double, of sorted: [Double]) -> Double {
        guard let last = sorted.indices.last else { return .nan }
        let place = share * Double(last)
        let lower = min(Int(place), last)
        let upper = min(lower + 1, last)
        return sorted[lower] + (place - Double(lower)) * (sorted[upper] - sorted[lower])
    }
}
