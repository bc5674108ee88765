import Foundation
import Testing

/// Starts child processes of the test process.
enum ChildLauncher {
    /// Whether this platform has child processes of tests.
    static var isAvailable: Bool {
        #if os(macOS) || os(Linux) || os(FreeBSD) || os(OpenBSD) || os(Windows)
            true
        #else
            false
        #endif
    }

    /// Does a task in a child process.
    ///
    /// - Parameters:
    ///   - task: The task.
    ///   - sourceLocation: Where an early end is noted as a known issue.
    /// - Returns: What the child found, or `nil` where it came to an early end.
    static func run(_ task: ChildTask, sourceLocation: Testing.SourceLocation) async throws -> ChildReport? {
        let files = FileManager.default
        for path in [task.currentPath, task.reportPath] where files.fileExists(atPath: path) {
            try files.removeItem(atPath: path)
        }
        try files.createDirectory(atPath: task.temporaryDirectory, withIntermediateDirectories: true)
        #if os(macOS) || os(Linux) || os(FreeBSD) || os(OpenBSD) || os(Windows)
            // An early end is a finding of ours, not a failure of its own.
            await withKnownIssue(
                "A child process of the conformance run ended early.", isIntermittent: true,
                sourceLocation: sourceLocation
            ) {
                await #expect(processExitsWith: .success, sourceLocation: sourceLocation) { [task] in
                    try ChildWork.perform(task)
                }
            }
        #endif
        guard files.fileExists(atPath: task.reportPath) else { return nil }
        return try JSONDecoder().decode(ChildReport.self, from: Data(contentsOf: URL(fileURLWithPath: task.reportPath)))
    }

    /// The document that the last child was at.
    static func current(of task: ChildTask) -> String? {
        (try? Data(contentsOf: URL(fileURLWithPath: task.currentPath))).map { String(decoding: $0, as: UTF8.self) }
    }
}
