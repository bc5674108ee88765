import Foundation
package import Testing

/// How much a run of the tests does.
///
/// `make test` runs every test at the size that finds faults in minutes; `FSK_TEST_SCALE=10 make test` tries ten times as many
/// random inputs, for a night. `make check` leaves out what is marked ``Testing/Trait/slow``.
package enum TestSize {
    /// How many times as much as usual: the environment variable `FSK_TEST_SCALE`, never less than 1.
    package static let scale = max(1, setting("FSK_TEST_SCALE").flatMap { Double($0) } ?? 1)

    /// Whether only what is quick is wanted: the environment variable `FSK_QUICK_TESTS`.
    package static let isQuick = setting("FSK_QUICK_TESTS") == "1"

    /// Whether even what repeats the checks of other tests on more files is wanted, as in a run by night.
    package static let isNightly = scale >= 10

    /// How many random inputs to try.
    ///
    /// - Parameter usual: How many `make test` tries.
    package static func count(_ usual: Int) -> Int { Int((Double(usual) * scale).rounded()) }

    /// How many rows or observations the long document of a conformance run has: enough for several buffers.
    package static let conformanceRows = count(2_500)

    private static func setting(_ name: String) -> String? { ProcessInfo.processInfo.environment[name] }
}

extension Trait where Self == ConditionTrait {
    /// Leaves a test or suite out of `make check`.
    package static var slow: Self {
        .enabled(if: !TestSize.isQuick, "slow: make check leaves it out, make test runs it")
    }
}
