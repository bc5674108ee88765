#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The few functions of probability that the tests of audit figures need.
package enum TailProbability {
    /// The probability that a standard normal variable exceeds a value.
    ///
    /// - Parameter z: The value.
    /// - Returns: 0 to 1, exact to the last digits in the upper tail.
    static func normal(above z: Double) -> Double {
        0.5 * erfc(z / 2.0.squareRoot())
    }

    /// The natural logarithm of n!.
    ///
    /// Up to 20! it is exact to the last digit; above that Stirling's series with five terms, whose error is below
    /// 1e-15.
    ///
    /// - Parameter n: A number from 0; smaller ones are taken as 0.
    static func logFactorial(_ n: Int) -> Double {
        guard n > 20 else { return log(smallFactorials[max(n, 0)]) }
        let x = Double(n)
        let square = x * x
        let series =
            (1.0 / 12 - (1.0 / 360 - (1.0 / 1_260 - (1.0 / 1_680 - 1.0 / 1_188 / square) / square) / square) / square)
            / x
        return x * log(x) - x + 0.5 * log(2 * Double.pi * x) + series
    }

    /// The natural logarithm of the number of ways to choose k of n.
    ///
    /// - Returns: Minus infinity where there is none.
    static func logChoose(_ n: Int, _ k: Int) -> Double {
        guard k >= 0, k <= n else { return -.infinity }
        return k == 0 || k == n ? 0 : logFactorial(n) - logFactorial(k) - logFactorial(n - k)
    }

    /// e to a power.
    static func exponential(_ x: Double) -> Double { exp(x) }

    /// The two-sided probability of a split at least as uneven as this one if both sides were equally likely: the exact
    /// sign test, min(1, 2 P(X ≤ the smaller)).
    ///
    /// - Parameters:
    ///   - left: How many fell on one side.
    ///   - right: How many fell on the other.
    /// - Returns: 0 to 1; 1 where both are 0. O(√n) for n in all.
    package static func evenSplit(_ left: Int, _ right: Int) -> Double {
        let (fewer, all) = (min(left, right), left + right)
        guard fewer < all - fewer else { return 1 }
        // From the largest term downwards; each is the one above it times k / (n − k + 1).
        var term = exp(logChoose(all, fewer) - Double(all) * log(2))
        var sum = 0.0
        var count = fewer
        while count >= 0 {
            let next = sum + term
            if next == sum { break }
            sum = next
            term *= Double(count) / Double(all - count + 1)
            count -= 1
        }
        return min(1, 2 * sum)
    }

    private static let smallFactorials: [Double] = {
        var result = [1.0]
        for n in 1...20 { result.append(result[n - 1] * Double(n)) }
        return result
    }()
}
