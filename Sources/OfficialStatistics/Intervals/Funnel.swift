/// Where an area lies in a funnel, at both of its pairs of lines.
public enum FunnelSignificance: String, Sendable, Hashable, Codable, CaseIterable {
    /// Above the upper line of 99.8 per cent: by chance once in a thousand.
    case high998 = "high-99.8"
    /// Above the upper line of 95 per cent only: by chance once in forty.
    case high95 = "high-95"
    /// Between the lines, or on one.
    case notSignificant = "not-significant"
    /// Below the lower line of 95 per cent only.
    case low95 = "low-95"
    /// Below the lower line of 99.8 per cent.
    case low998 = "low-99.8"

    /// The result in words for people.
    public var label: String {
        switch self {
        case .high998: "Higher than chance would explain (99.8%)"
        case .high95: "Higher than chance would usually explain (95%)"
        case .notSignificant: "Within what chance would explain"
        case .low95: "Lower than chance would usually explain (95%)"
        case .low998: "Lower than chance would explain (99.8%)"
        }
    }
}

/// The lines of a funnel at one size of area.
public struct FunnelLimits: Sendable, Hashable, Codable {
    /// The lower line.
    public let lower: Double
    /// The upper line; `nil` where there is none.
    public let upper: Double?
}

/// Areas of different size around one average: which of them differ by more than chance, and by more than areas usually do.
///
/// Source of the chance lines: PHEindicatormethods 2.1.0, `R/Funnels.R`. For proportions its expression is the normal limit
/// P ∓ z √(P (1 − P) / n); the package cuts the upper line off at 100 whatever the multiplier, here it ends at the multiplier.
/// For rates an area is significant where its own interval (exact or Byar's, see ``CrudeRate/interval(at:)``) excludes the
/// average; the lines use exact limits throughout, so the two may differ for an area very near a line.
///
/// Where a variance between areas is given (``Overdispersion``), the lines are those of the steady scale with that variance added
/// to chance, as in Spiegelhalter 2005:
///
/// ```swift
/// import OfficialStatistics
///
/// let councils = try [(168, 196), (231, 290), (88, 97), (402, 511), (150, 201)].map { try Proportion($0, of: $1) }
/// let chance = try Funnel(councils)
/// if let usual = Overdispersion(of: councils.map { SteadyEstimate($0) }) {
///     let funnel = try Funnel(.proportion, around: chance.average, multiplier: 100, variance: usual.variance)
///     let lines = try funnel.limits(at: 196)
///     print("A council with 196 cases usually has \(lines.lower) to \(lines.upper ?? 100) per cent.")
/// }
/// ```
public struct Funnel: Sendable, Hashable {
    /// What the sizes of areas are.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// A share of cases: the size is their number.
        case proportion
        /// Events in a population: the size is the population.
        case rate
    }

    /// What the sizes of areas are.
    public let kind: Kind
    /// The average of all areas as a share or per head: the middle line.
    public let average: Double
    /// What values and lines are shown out of or per, such as 100 for percentages.
    public let multiplier: Double
    /// The variance between areas beyond chance on the steady scale; 0 for lines that allow for chance alone.
    public let variance: Double
    /// Where each area lies by chance alone, in the order given; empty for a funnel around a known average.
    public let significances: [FunnelSignificance]

    /// The average of all areas, times the multiplier: the middle line.
    public var baseline: Double { multiplier * average }

    /// Compares proportions with the average of them all, in O(n).
    ///
    /// - Parameters:
    ///   - areas: The areas, at least one. Their own multipliers do not matter.
    ///   - multiplier: What values and lines are shown out of.
    /// - Throws: ``IntervalError`` without areas or for an impossible multiplier.
    public init(_ areas: [Proportion], multiplier: Double = 100) throws(IntervalError) {
        try self.init(
            .proportion, areas, multiplier, sizes: { ($0.numerator, $0.denominator) },
            significance: Self.significance(of:around:))
    }

    /// Compares rates with the average of them all, in O(n).
    ///
    /// - Parameters:
    ///   - areas: The areas, at least one. Their own multipliers do not matter.
    ///   - multiplier: What values and lines are shown per.
    /// - Throws: ``IntervalError`` without areas or for an impossible multiplier.
    public init(_ areas: [CrudeRate], multiplier: Double = 10_000) throws(IntervalError) {
        try self.init(
            .rate, areas, multiplier, sizes: { ($0.events, $0.population) }, significance: Self.significance(of:around:)
        )
    }

    private init<Area>(
        _ kind: Kind, _ areas: [Area], _ multiplier: Double, sizes: (Area) -> (part: Double, size: Double),
        significance: (Area, Double) -> FunnelSignificance
    ) throws(IntervalError) {
        guard !areas.isEmpty else { throw .noValues }
        var (parts, wholes) = (CarefulMean(), CarefulMean())
        for area in areas {
            let (part, size) = sizes(area)
            parts.add(part)
            wholes.add(size)
        }
        let average = parts.sum / wholes.sum
        try self.init(
            kind, around: average, multiplier: multiplier, variance: 0,
            significances: areas.map { significance($0, average) })
    }

    /// Draws a funnel around a known average.
    ///
    /// - Parameters:
    ///   - kind: What the sizes of areas are.
    ///   - average: The average as a share or per head.
    ///   - multiplier: What values and lines are shown out of or per.
    ///   - variance: The variance between areas beyond chance on the steady scale.
    /// - Throws: ``IntervalError`` for an impossible average or multiplier.
    public init(
        _ kind: Kind, around average: Double, multiplier: Double, variance: Double = 0
    ) throws(IntervalError) {
        try self.init(kind, around: average, multiplier: multiplier, variance: variance, significances: [])
    }

    private init(
        _ kind: Kind, around average: Double, multiplier: Double, variance: Double, significances: [FunnelSignificance]
    ) throws(IntervalError) {
        try IntervalError.check(multiplier: multiplier)
        try IntervalError.check(count: average)
        if kind == .proportion, average > 1 { throw .numeratorAboveDenominator(average, of: 1) }
        self.kind = kind
        self.average = average
        self.multiplier = multiplier
        self.variance = max(0, variance)
        self.significances = significances
    }

    /// The lines at a size of area: so many cases, or a population.
    ///
    /// - Parameters:
    ///   - size: The size, more than 0.
    ///   - level: How sure the lines should be, 95 or 99.8 per cent as a rule.
    /// - Returns: The lines, at least 0, and for proportions at most the multiplier.
    /// - Throws: ``IntervalError/impossibleDenominator(_:)``.
    public func limits(at size: Double, level: ConfidenceLevel = .percent95) throws(IntervalError) -> FunnelLimits {
        try IntervalError.check(denominator: size)
        if variance > 0, let middle = steadyAverage {
            let expected = average * size
            let chance = kind == .proportion ? 1 / expected + 1 / (size - expected) : 1 / expected
            let reach = level.normalQuantile * (chance + variance).squareRoot()
            return FunnelLimits(lower: shown(middle - reach), upper: shown(middle + reach))
        }
        switch kind {
        case .proportion:
            let reach = Self.reach(average, size, level)
            return FunnelLimits(
                lower: max(0, average - reach) * multiplier, upper: min(1, average + reach) * multiplier)
        case .rate:
            let events = Self.eventLimits(expecting: average * size, level)
            return FunnelLimits(
                lower: events.lower / size * multiplier,
                upper: events.upper.isFinite ? events.upper / size * multiplier : nil)
        }
    }

    /// The lines for areas with so many events: those of a funnel of rates that is drawn by events.
    ///
    /// A rate below the lower line is one whose E events are too few: the population that would make E events the upper exact
    /// limit of what the average predicts. So with U and L the exact Poisson limits of E, the lines are E × average / U and
    /// E × average / L. The package finds U and L by a coarse bisection, here they are exact. O(√E).
    ///
    /// - Parameters:
    ///   - events: How many events, 0 or more.
    ///   - level: How sure the lines should be, 95 or 99.8 per cent as a rule.
    /// - Returns: The lines; no upper one without events.
    /// - Throws: ``IntervalError/impossibleCount(_:)``.
    public func limits(
        atEvents events: Double, level: ConfidenceLevel = .percent95
    ) throws(IntervalError) -> FunnelLimits {
        try IntervalError.check(count: events)
        let limits = CrudeRate.exactLimits(events, level)
        let scale = multiplier * average * events
        return FunnelLimits(
            lower: limits.upper.isFinite ? scale / limits.upper : 0,
            upper: limits.lower > 0 ? scale / limits.lower : nil)
    }

    // MARK: The steady scale

    private var steadyAverage: Double? {
        kind == .proportion ? SteadyEstimate.logit(average) : SteadyEstimate.logarithm(average)
    }

    private func shown(_ steady: Double) -> Double {
        multiplier * (kind == .proportion ? SteadyEstimate.share(ofLogit: steady) : TailProbability.exponential(steady))
    }

    // MARK: Chance alone

    private static func reach(_ average: Double, _ size: Double, _ level: ConfidenceLevel) -> Double {
        let deviation = (average * (1 - average) / size).squareRoot()
        return deviation == 0 ? 0 : level.normalQuantile * deviation
    }

    /// The numbers of events whose exact limits are what is expected: fewer, or more, would differ by more than chance.
    ///
    /// They are the same curve as the lines by events, read along the other axis. Both limits grow with the number of events, so
    /// that halving finds them.
    private static func eventLimits(
        expecting expected: Double, _ level: ConfidenceLevel
    ) -> (lower: Double, upper: Double) {
        guard expected > 0 else { return (0, 0) }
        guard level.tail > 0 else { return (0, .infinity) }
        func solve(_ low: Double, _ high: Double, _ limit: (Double) -> Double) -> Double {
            var (low, high) = (low, high)
            for _ in 0..<200 {
                let middle = low + (high - low) / 2
                guard middle > low, middle < high else { break }
                if limit(middle) < expected { low = middle } else { high = middle }
            }
            return low + (high - low) / 2
        }
        let lower: Double =
            CrudeRate.exactLimits(0, level).upper >= expected
            ? 0 : solve(0, expected + 1) { CrudeRate.exactLimits($0, level).upper }
        let reach = level.normalQuantile
        let far = expected + 2 * reach * (expected + reach * reach).squareRoot() + 2 * reach * reach + 10
        return (lower, solve(0, far) { CrudeRate.exactLimits($0, level).lower })
    }

    private static func significance(of area: Proportion, around average: Double) -> FunnelSignificance {
        let distance = area.numerator / area.denominator - average
        if distance.magnitude > reach(average, area.denominator, .percent99Point8) {
            return distance > 0 ? .high998 : .low998
        }
        if distance.magnitude > reach(average, area.denominator, .percent95) { return distance > 0 ? .high95 : .low95 }
        return .notSignificant
    }

    private static func significance(of area: CrudeRate, around average: Double) -> FunnelSignificance {
        let expected = average * area.population
        let outer = CrudeRate.countLimits(area.events, .percent99Point8)
        if expected > outer.upper { return .low998 }
        if expected < outer.lower { return .high998 }
        let inner = CrudeRate.countLimits(area.events, .percent95)
        if expected > inner.upper { return .low95 }
        if expected < inner.lower { return .high95 }
        return .notSignificant
    }
}
