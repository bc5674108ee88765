#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Compares numbers of cases exactly, for figures that are made of so few that an approximation would mislead.
///
/// Every test is two-sided, twice the smaller tail and at most 1, and never calls more than the stated share of equal figures
/// different: of one share against a known one by the binomial distribution, of one count against what is expected by Poisson's,
/// of two shares on condition of all cases with the property (Fisher, *Journal of the Royal Statistical Society* 98, 1935, 39–82), of
/// two counts on condition of their sum (Przyborowski and Wilenski, *Biometrika* 31, 1940, 313–323).
///
/// Where figures usually move, or councils usually differ, by more than chance, the logarithm of the odds or of the rate does so with
/// a spread: the tails are then averaged over it, by the trapezoidal rule after the substitution sinh u.
package enum ExactComparison {
    /// How much the logarithm of odds or rates varies beyond chance.
    package struct Spread: Sendable, Hashable {
        /// The variance; 0 where chance explains all.
        package let variance: Double
        /// From how many figures it was learnt, less one: few leave it uncertain, so that the spread is Student's.
        package let degreesOfFreedom: Double

        package init(variance: Double, degreesOfFreedom: Double = .infinity) {
            self.variance = max(0, variance)
            self.degreesOfFreedom = max(1, degreesOfFreedom)
        }

        /// Chance alone.
        package static let none = Spread(variance: 0)

        /// Points of the spread with their weights, which add up to 1.
        var points: [(shift: Double, weight: Double)] {
            guard variance > 0 else { return [(0, 1)] }
            let deviation = variance.squareRoot()
            let steps = (-90...90).map { Double($0) * 0.05 }
            let raw = steps.map { step -> (shift: Double, weight: Double) in
                let z = sinh(step)
                let density =
                    degreesOfFreedom.isFinite
                    ? exp(-(degreesOfFreedom + 1) / 2 * log1p(z * z / degreesOfFreedom)) : exp(-z * z / 2)
                return (deviation * z, density * cosh(step))
            }
            let total = raw.reduce(0) { $0 + $1.weight }
            return raw.map { ($0.shift, $0.weight / total) }
        }
    }

    /// Below so many cases on either side the exact tests are used.
    package static let fewCases = 10

    /// So many supported outcomes are worked out one by one; beyond that there are not few cases.
    static let mostOutcomes = 100_000

    private typealias Tails = (lower: Double, upper: Double)

    private static func pValue(_ spread: Spread, _ tails: (Double) -> Tails) -> Double {
        var (lower, upper) = (CarefulMean(), CarefulMean())
        for point in spread.points {
            let found = tails(point.shift)
            lower.add(point.weight * found.lower)
            upper.add(point.weight * found.upper)
        }
        return min(1, 2 * min(lower.sum, upper.sum))
    }

    /// How likely a share is to lie as far from a known one, or farther.
    ///
    /// - Parameters:
    ///   - part: How many have the property, 0 to `whole`.
    ///   - whole: How many there are.
    ///   - share: The known share, above 0 and below 1.
    ///   - spread: How much shares vary beyond chance.
    /// - Returns: The p-value; 1 for what cannot be.
    package static func share(_ part: Int, of whole: Int, against share: Double, spread: Spread = .none) -> Double {
        guard part >= 0, part <= whole, share > 0, share < 1 else { return 1 }
        let logit = log(share / (1 - share))
        return pValue(spread) { binomialTails(part, whole, logit: logit + $0) }
    }

    /// How likely a number of events is to lie as far from what is expected, or farther.
    ///
    /// - Parameters:
    ///   - events: How many events there were.
    ///   - expected: How many were expected, above 0.
    ///   - spread: How much rates vary beyond chance.
    /// - Returns: The p-value; 1 for what cannot be.
    package static func events(_ events: Int, against expected: Double, spread: Spread = .none) -> Double {
        guard events >= 0, expected > 0, expected.isFinite else { return 1 }
        return pValue(spread) { poissonTails(events, expected * exp($0)) }
    }

    /// How likely two shares are to differ so much, or more, if they were the same.
    ///
    /// - Parameters:
    ///   - first: How many of how many had the property.
    ///   - second: The same for the other.
    ///   - spread: How much the odds of the second usually move beyond chance.
    /// - Returns: The p-value; `nil` for what cannot be and for more outcomes than can be worked out.
    package static func shares(
        _ first: (part: Int, whole: Int), _ second: (part: Int, whole: Int), spread: Spread = .none
    ) -> Double? {
        guard first.part >= 0, first.part <= first.whole, second.part >= 0, second.part <= second.whole else {
            return nil
        }
        let all = first.part + second.part
        let support = max(0, all - first.whole)...min(all, second.whole)
        guard support.count <= mostOutcomes else { return nil }
        let logs = support.map {
            TailProbability.logChoose(second.whole, $0) + TailProbability.logChoose(first.whole, all - $0)
        }
        let place = second.part - support.lowerBound
        return pValue(spread) { shift in
            let weights = logs.enumerated().map { $1 + shift * Double($0) }
            let highest = weights.max() ?? 0
            var (below, above, at) = (0.0, 0.0, 0.0)
            for (index, weight) in weights.enumerated() {
                let term = exp(weight - highest)
                if index < place { below += term } else if index > place { above += term } else { at = term }
            }
            let total = below + at + above
            return ((below + at) / total, (above + at) / total)
        }
    }

    /// How likely two numbers of events are to differ so much, or more, if their rates were the same.
    ///
    /// - Parameters:
    ///   - first: How many events there were.
    ///   - second: The same for the other.
    ///   - ratio: How many times as many people, or as much time, the second is about.
    ///   - spread: How much the rate of the second usually moves beyond chance.
    /// - Returns: The p-value; 1 for what cannot be.
    package static func counts(_ first: Int, _ second: Int, ratio: Double = 1, spread: Spread = .none) -> Double {
        guard first >= 0, second >= 0, ratio > 0, ratio.isFinite else { return 1 }
        return pValue(spread) { binomialTails(second, first + second, logit: log(ratio) + $0) }
    }

    /// How likely at least so many of all events are to fall into a part of the time, or of the cases.
    ///
    /// - Parameters:
    ///   - events: How many fell into it.
    ///   - all: How many there were.
    ///   - share: How large the part is, above 0 and below 1.
    static func atLeast(_ events: Int, of all: Int, share: Double) -> Double {
        binomialTails(events, all, logit: log(share / (1 - share))).upper
    }

    // MARK: Tails, each with the outcome itself

    private static func binomialTails(_ part: Int, _ whole: Int, logit: Double) -> Tails {
        let odds = exp(logit)
        // ln (1 + odds), which neither overflows nor loses small odds.
        let normaliser = logit > 0 ? logit + log1p(exp(-logit)) : log1p(odds)
        let start = exp(TailProbability.logChoose(whole, part) + Double(part) * logit - Double(whole) * normaliser)
        guard Double(part) <= Double(whole) * exp(logit - normaliser) else {
            let upper = sum(from: start, part..<whole) { Double(whole - $0) * odds / Double($0 + 1) }
            return (complement(of: upper, start), upper)
        }
        let lower = sum(from: start, (1..<(part + 1)).reversed()) { Double($0) / (Double(whole - $0 + 1) * odds) }
        return (lower, complement(of: lower, start))
    }

    private static func poissonTails(_ events: Int, _ mean: Double) -> Tails {
        let start = exp(Double(events) * log(mean) - mean - TailProbability.logFactorial(events))
        guard Double(events) <= mean else {
            let upper = sum(from: start, events..<Int.max) { mean / Double($0 + 1) }
            return (complement(of: upper, start), upper)
        }
        let lower = sum(from: start, (1..<(events + 1)).reversed()) { Double($0) / mean }
        return (lower, complement(of: lower, start))
    }

    /// The other tail: both hold the outcome itself.
    private static func complement(of tail: Double, _ start: Double) -> Double { min(1, max(0, 1 - tail + start)) }

    /// The sum of terms away from the middle, each the one before times its ratio, until no more is added.
    private static func sum(
        from start: Double, _ places: some Sequence<Int>, ratio: (Int) -> Double
    ) -> Double {
        var (term, total) = (start, start)
        for place in places {
            term *= ratio(place)
            let next = total + term
            if next == total { break }
            total = next
        }
        return min(1, total)
    }
}
