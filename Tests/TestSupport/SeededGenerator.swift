import Foundation

/// Random numbers that come again with the same seed (SplitMix64), so that a failure can be repeated.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    /// The seed, to be named in the message of every expectation.
    package let seed: UInt64
    private var state: UInt64

    /// Begins with a seed.
    package init(seed: UInt64) {
        self.seed = seed
        state = seed
    }

    /// Begins with another seed each time, or with the one that the environment variable `FSK_TEST_SEED` names.
    package init() {
        let given = ProcessInfo.processInfo.environment["FSK_TEST_SEED"].flatMap { UInt64($0) }
        self.init(seed: given ?? .random(in: 0...UInt64.max))
        print("random test with seed \(seed)")
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
