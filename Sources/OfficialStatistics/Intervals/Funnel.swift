/// Where an area lies in a funnel, at both of its pairs of lines.
package enum FunnelSignificance: String, Sendable, Hashable, Codable, CaseIterable {
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
    package var label: String {
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
package struct FunnelLimits: Sendable, Hashable, Codable {
    /// The lower line.
    package let lower: Double
    /// The upper line; `nil` where there is none.
    package let upper: Double?
}

/// Proportions of areas of different size around their common average: which of them differ by more than chance.
///
/// Source: PHEindicatormethods 2.1.0, `R/Funnels.R`, whose expression is the normal limit P ∓ z √(P (1 − P) / n). The package
/// cuts the upper line off at 100 whatever the multiplier; here it ends at the multiplier.
package struct ProportionFunnel: Sendable, Hashable {
    /// The average of all areas as a share, 0 to 1: all numerators over all denominators.
    package let average: Double
    /// What values and lines are shown out of, such as 100 for percentages.
    package let multiplier: Double
    /// Where each area lies, in the order given.
    package let significances: [FunnelSignificance]

    /// The average of all areas, times the multiplier: the middle line.
    package var baseline: Double { multiplier * average }

    /// Compares areas with their average, in O(n).
    ///
    /// - Parameters:
    ///   - areas: The areas, at least one. Their own multipliers do not matter.
    ///   - multiplier: What values and lines are shown out of.
    /// - Throws: ``IntervalError`` without areas or for an impossible multiplier.
    package init(_ areas: [Proportion], multiplier: Double = 100) throws(IntervalError) {
        try IntervalError.check(multiplier: multiplier)
        guard !areas.isEmpty else { throw .noValues }
        var numerators = CarefulMean()
        var denominators = CarefulMean()
        for area in areas {
            numerators.add(area.numerator)
            denominators.add(area.denominator)
        }
        let average = numerators.sum / denominators.sum
        self.average = average
        self.multiplier = multiplier
        significances = areas.map { Self.significance(of: $0, around: average) }
    }

    /// The lines at a size of area.
    ///
    /// - Parameters:
    ///   - denominator: The size, more than 0.
    ///   - level: How sure the lines should be, 95 or 99.8 per cent as a rule.
    /// - Returns: The lines, between 0 and the multiplier.
    /// - Throws: ``IntervalError/impossibleDenominator(_:)``.
    package func limits(
        at denominator: Double, level: ConfidenceLevel = .percent95
    ) throws(IntervalError) -> FunnelLimits {
        try IntervalError.check(denominator: denominator)
        let reach = Self.reach(average, denominator, level)
        return FunnelLimits(
            lower: max(0, average - reach) * multiplier, upper: min(1, average + reach) * multiplier)
    }

    private static func reach(_ average: Double, _ denominator: Double, _ level: ConfidenceLevel) -> Double {
        let deviation = (average * (1 - average) / denominator).squareRoot()
        return deviation == 0 ? 0 : level.normalQuantile * deviation
    }

    private static func significance(of area: Proportion, around average: Double) -> FunnelSignificance {
        let distance = area.numerator / area.denominator - average
        if distance.magnitude > reach(average, area.denominator, .percent99Point8) {
            return distance > 0 ? .high998 : .low998
        }
        if distance.magnitude > reach(average, area.denominator, .percent95) { return distance > 0 ? .high95 : .low95 }
        return .notSignificant
    }
}

/// Rates of areas of different size around their common average: which of them differ by more than chance.
///
/// Source: PHEindicatormethods 2.1.0, `R/Funnels.R`. An area is significant where its own interval (exact or Byar's, see
/// ``CrudeRate/interval(at:)``) excludes the average; the lines use exact limits throughout, so the two may differ for an area
/// very near a line.
package struct RateFunnel: Sendable, Hashable {
    /// The average of all areas, per head: all events over all populations.
    package let average: Double
    /// What values and lines are shown per, such as 10,000.
    package let multiplier: Double
    /// Where each area lies, in the order given.
    package let significances: [FunnelSignificance]

    /// The average of all areas, times the multiplier: the middle line.
    package var baseline: Double { multiplier * average }

    /// Compares areas with their average, in O(n).
    ///
    /// - Parameters:
    ///   - areas: The areas, at least one. Their own multipliers do not matter.
    ///   - multiplier: What values and lines are shown per.
    /// - Throws: ``IntervalError`` without areas or for an impossible multiplier.
    package init(_ areas: [CrudeRate], multiplier: Double = 10_000) throws(IntervalError) {
        try IntervalError.check(multiplier: multiplier)
        guard !areas.isEmpty else { throw .noValues }
        var events = CarefulMean()
        var populations = CarefulMean()
        for area in areas {
            events.add(area.events)
            populations.add(area.population)
        }
        let average = events.sum / populations.sum
        self.average = average
        self.multiplier = multiplier
        significances = areas.map { Self.significance(of: $0, around: average) }
    }

    /// The lines for areas with so many events.
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
    package func limits(
        atEvents events: Double, level: ConfidenceLevel = .percent95
    ) throws(IntervalError) -> FunnelLimits {
        try IntervalError.check(count: events)
        let limits = CrudeRate.exactLimits(events, level)
        let scale = multiplier * average * events
        return FunnelLimits(
            lower: limits.upper.isFinite ? scale / limits.upper : 0,
            upper: limits.lower > 0 ? scale / limits.lower : nil)
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
