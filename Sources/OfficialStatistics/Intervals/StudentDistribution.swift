#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Student's t distribution.
///
/// The tail is half a regularised incomplete beta function, I(ν/2, ½) at ν / (ν + t²), by its continued fraction (Abramowitz
/// and Stegun 26.5.8, modified Lentz algorithm). Newton steps on its logarithm against that of t find the quantile; that curve
/// is concave, so the steps converge from one side. From 10,000 degrees of freedom an expansion around the normal quantile is
/// as good. Relative error about 10⁻¹³.
package enum StudentDistribution {
    /// The value that is exceeded with a probability.
    ///
    /// - Parameters:
    ///   - tail: The probability, above 0 and at most 0.1.
    ///   - freedom: The degrees of freedom, 1 or more.
    /// - Returns: The value.
    package static func quantile(upperTail tail: Double, degreesOfFreedom freedom: Double) -> Double {
        guard tail > 0 else { return .infinity }
        if freedom == 1 { return 1 / tan(Double.pi * tail) }
        if freedom == 2 {
            let both = 2 * tail
            return (2 / (both * (2 - both)) - 2).squareRoot()
        }
        let z = NormalDistribution.quantile(upperTail: tail)
        if freedom >= 10_000 { return nearNormal(z, freedom) }
        var t = z
        for _ in 0..<60 {
            let (probability, slope) = tailAndSlope(t, freedom)
            let change = (log(probability) - log(tail)) * probability / slope
            t *= exp(max(-2, min(2, change)))
            if change.magnitude <= 1e-14 { break }
        }
        return t
    }

    /// The quantile for many degrees of freedom, from that of the normal distribution (Abramowitz and Stegun 26.7.5).
    private static func nearNormal(_ z: Double, _ freedom: Double) -> Double {
        let square = z * z
        let first = z * (square + 1) / 4
        let second = z * ((5 * square + 16) * square + 3) / 96
        let third = z * (((3 * square + 19) * square + 17) * square - 15) / 384
        return z + (first + (second + third / freedom) / freedom) / freedom
    }

    /// The probability above t, and the density there times t.
    private static func tailAndSlope(_ t: Double, _ freedom: Double) -> (probability: Double, slope: Double) {
        let half = freedom / 2
        let ratio = t * t / freedom
        // x^a (1 − x)^½ / B(a, ½) with a = ν/2 and x = ν / (ν + t²).
        let front =
            exp(-half * log1p(ratio)) * (ratio / (1 + ratio)).squareRoot() * gammaRatio(half) / Double.pi.squareRoot()
        let x = 1 / (1 + ratio)
        let probability: Double =
            if x < (half + 1) / (half + 2.5) {
                front * betaFraction(half, 0.5, x) / half / 2
            } else {
                (1 - front * betaFraction(0.5, half, ratio / (1 + ratio)) / 0.5) / 2
            }
        return (probability, front)
    }

    /// Γ(a + ½) / Γ(a).
    private static func gammaRatio(_ a: Double) -> Double {
        if a < 60 { return tgamma(a + 0.5) / tgamma(a) }
        // Tricomi and Erdélyi, "The asymptotic expansion of a ratio of gamma functions", 1951.
        let r = 1 / a
        let series =
            1 - r * (1.0 / 8 - r * (1.0 / 128 + r * (5.0 / 1024 - r * (21.0 / 32768 + r * (399.0 / 262144)))))
        return a.squareRoot() * series
    }

    private static func betaFraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
        var c = 1.0
        var d = 1 / (1 - (a + b) * x / (a + 1))
        var result = d
        var m = 0.0
        while m < 1e6 {
            m += 1
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / (1 + even * d)
            c = 1 + even / c
            result *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / (1 + odd * d)
            c = 1 + odd / c
            let factor = d * c
            result *= factor
            if (factor - 1).magnitude < 1e-16 { break }
        }
        return result
    }
}
