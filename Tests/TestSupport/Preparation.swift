package import Testing

/// Makes what all tests of a suite look at before the first of them begins.
///
/// Tests that wait for one another take the places of others that could run.
package struct Preparation: SuiteTrait, TestScoping {
    fileprivate let prepare: @Sendable () -> Void

    package func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        prepare()
        try await function()
    }
}

extension Trait where Self == Preparation {
    /// Makes something before the first test of the suite begins.
    package static func after(_ prepare: @escaping @Sendable () -> Void) -> Self { Preparation(prepare: prepare) }
}
