/// Random numbers that are the same on every machine.
///
/// The generator is SplitMix64. Every sample below is made with whole numbers alone: no logarithm, no sine and no
/// division of floating-point numbers, because those may differ in the last bit between platforms. Each series has a
/// stream of its own, named after what it is for, so that adding a series changes no other.
struct RandomSource {
    private var state: UInt64

    /// Opens the stream with a name.
    ///
    /// - Parameters:
    ///   - seed: The seed of the whole pack.
    ///   - stream: What the numbers are for.
    init(seed: UInt64, stream: String) {
        // FNV-1a, because the hash values of the standard library differ from run to run.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in stream.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        state = hash ^ (seed &* 0x9E37_79B9_7F4A_7C15)
        _ = next()
    }

    /// The next 64 bits.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    /// A number from 0 up to but not including a bound; 0 where the bound is not positive.
    mutating func below(_ bound: Int) -> Int {
        guard bound > 0 else { return 0 }
        // The high word of the product; its bias is smaller than 1 in 2⁵⁰ for the bounds in use here.
        return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// A number from −width to width, all equally likely.
    mutating func wobble(_ width: Int) -> Int { below(2 * width + 1) - width }

    /// How many of so many trials succeed.
    ///
    /// - Parameters:
    ///   - trials: The number of trials.
    ///   - millionths: The chance of one trial, in millionths.
    mutating func binomial(_ trials: Int, millionths: Int) -> Int {
        guard trials > 0, millionths > 0 else { return 0 }
        guard millionths < 1_000_000 else { return trials }
        let variance = trials / 1_000 * millionths / 1_000 * (1_000_000 - millionths) / 1_000
        // Above a few thousand trials the sum of uniform numbers is as good, and its cost does not grow.
        if trials >= 4_000, variance >= 60 {
            let mean = (trials * (millionths / 1_000) + trials * (millionths % 1_000) / 1_000) / 1_000
            return min(max(mean + deviation(variance: variance), 0), trials)
        }
        var successes = 0
        for _ in 0..<trials where below(1_000_000) < millionths { successes += 1 }
        return successes
    }

    /// How many of so many trials succeed.
    ///
    /// - Parameters:
    ///   - trials: The number of trials.
    ///   - perMille: The chance of one trial, in thousandths.
    mutating func binomial(_ trials: Int, perMille: Int) -> Int { binomial(trials, millionths: perMille * 1_000) }

    /// A number of events as a Poisson process gives it.
    ///
    /// - Parameter mean: The expected number, in thousandths of an event.
    mutating func poisson(thousandths mean: Int) -> Int {
        guard mean > 0 else { return 0 }
        if mean >= 60_000 { return max(mean / 1_000 + deviation(variance: mean / 1_000), 0) }
        // Many trials with a chance of about one in twenty each.
        let trials = (mean + 49) / 50
        return binomial(trials, millionths: mean * 1_000 / trials)
    }

    /// A draw from a bell curve around 0: the sum of twelve uniform numbers, which has a variance of one, scaled.
    private mutating func deviation(variance: Int) -> Int {
        var sum = 0
        for _ in 0..<12 { sum += below(65_536) }
        return (sum - 6 * 65_536) * Self.squareRoot(variance * 256) / (16 * 65_536)
    }

    /// The whole part of a square root.
    static func squareRoot(_ number: Int) -> Int {
        guard number > 1 else { return max(number, 0) }
        var guess = number
        var better = (guess + 1) / 2
        while better < guess {
            guess = better
            better = (guess + number / guess) / 2
        }
        return guess
    }
}
