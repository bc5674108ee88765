#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The gamma distribution of scale 1, whose quantiles are the exact limits of a Poisson count.
///
/// A count of x or more has the probability P(x, m) where m is expected, and a count of x or fewer Q(x + 1, m), with P and Q
/// the regularised incomplete gamma functions. The chi-square quantile with 2x degrees of freedom is twice the one here.
///
/// P comes from its power series and Q from its continued fraction (Abramowitz and Stegun 6.5.29 and 6.5.31, the latter by
/// the modified Lentz algorithm); their common factor from Stirling's series for large shapes (Loader, "Fast and accurate
/// computation of binomial probabilities", 2000). Newton steps on the logarithm of the tail find the quantile; the tails are
/// log-concave, so the steps converge from one side. Relative error about 10⁻¹³.
enum GammaDistribution {
    /// The value below which a probability lies.
    ///
    /// - Parameters:
    ///   - tail: The probability, 0 to 0.1.
    ///   - shape: The shape, 0 or more.
    /// - Returns: The value; 0 for a probability or shape of 0.
    static func quantile(lowerTail tail: Double, shape: Double) -> Double {
        guard tail > 0, shape > 0 else { return 0 }
        var x = wilsonHilferty(-NormalDistribution.quantile(upperTail: tail), shape)
        if shape < 10 {
            // P is close to x^a / Γ(a + 1) near 0, and never above it.
            x = max(x, exp((log(tail) + log(tgamma(shape + 1))) / shape))
        }
        guard x > 0 else { return 0 }
        for _ in 0..<60 {
            let lower = tails(shape, x).lower
            let slope = density(shape, x) * x / lower
            let change = (log(tail) - log(lower)) / slope
            x *= exp(max(-2, min(2, change)))
            if change.magnitude <= 1e-14 { break }
        }
        return x
    }

    /// The value above which a probability lies.
    ///
    /// - Parameters:
    ///   - tail: The probability, 0 to 0.1.
    ///   - shape: The shape, 1 or more.
    /// - Returns: The value; infinity for a probability of 0.
    static func quantile(upperTail tail: Double, shape: Double) -> Double {
        guard tail > 0 else { return .infinity }
        var x = max(wilsonHilferty(NormalDistribution.quantile(upperTail: tail), shape), shape)
        for _ in 0..<60 {
            let upper = tails(shape, x).upper
            let change = (log(upper) - log(tail)) * upper / density(shape, x)
            x = max(x + change, x / 2)
            if change.magnitude <= 1e-14 * x { break }
        }
        return x
    }

    /// Wilson and Hilferty's approximation, 0 where it would be negative.
    ///
    /// Source: *Proceedings of the National Academy of Sciences* 17, 1931, 684–688.
    private static func wilsonHilferty(_ z: Double, _ shape: Double) -> Double {
        let base = 1 - 1 / (9 * shape) + z / (3 * shape.squareRoot())
        return base > 0 ? shape * base * base * base : 0
    }

    /// The density times x: x^a e^−x / Γ(a).
    private static func weight(_ shape: Double, _ x: Double) -> Double {
        if shape < 15 { return exp(shape * log(x) - x) / tgamma(shape) }
        let offset = (x - shape) / shape
        let square = 1 / (shape * shape)
        let stirling =
            (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square * (1.0 / 1188)))))
            / shape
        return exp(-shape * (offset - log1p(offset)) - stirling) * (shape / (2 * Double.pi)).squareRoot()
    }

    private static func density(_ shape: Double, _ x: Double) -> Double { weight(shape, x) / x }

    /// P(a, x) and Q(a, x), one of them by subtraction.
    private static func tails(_ shape: Double, _ x: Double) -> (lower: Double, upper: Double) {
        let weight = weight(shape, x)
        if x < shape + 1 {
            let lower = weight * series(shape, x)
            return (lower, 1 - lower)
        }
        let upper = weight * continuedFraction(shape, x)
        return (1 - upper, upper)
    }

    /// The sum of x^k / (a (a + 1) … (a + k)); O(√a) terms near the middle of the distribution.
    private static func series(_ shape: Double, _ x: Double) -> Double {
        var term = 1 / shape
        var sum = term
        var divisor = shape
        while term > sum * 1e-17 {
            divisor += 1
            term *= x / divisor
            sum += term
        }
        return sum
    }

    private static func continuedFraction(_ shape: Double, _ x: Double) -> Double {
        var b = x + 1 - shape
        var c = 1e300
        var d = 1 / b
        var result = d
        var k = 0.0
        while k < 1e8 {
            k += 1
            let a = -k * (k - shape)
            b += 2
            d = 1 / (a * d + b)
            c = b + a / c
            let factor = c * d
            result *= factor
            if (factor - 1).magnitude < 1e-16 { break }
        }
        return result
    }
}
