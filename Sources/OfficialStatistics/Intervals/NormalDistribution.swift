#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The standard normal distribution.
enum NormalDistribution {
    /// The value that is exceeded with a probability.
    ///
    /// The relative error is about 10⁻¹⁵. Starts from Hastings' rational approximation (Abramowitz and Stegun, *Handbook of Mathematical Functions*, 26.2.23,
    /// error below 4.5 × 10⁻⁴) and takes Halley steps on the complementary error function, which is accurate in the tail.
    ///
    /// - Parameter tail: The probability, 0 to 0.1.
    /// - Returns: The value; infinity for 0 and less.
    static func quantile(upperTail tail: Double) -> Double {
        guard tail > 0 else { return .infinity }
        let t = (-2 * log(tail)).squareRoot()
        var z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
        for _ in 0..<4 {
            let density = exp(-z * z / 2) / (2 * Double.pi).squareRoot()
            let step = (0.5 * erfc(z / 2.0.squareRoot()) - tail) / density
            let change = step / (1 - z * step / 2)
            z += change
            if change.magnitude <= 1e-9 * z { break }
        }
        return z
    }
}
