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
    ///   - task: The task; nothing is done where there is none.
    ///   - sourceLocation: Where an early end is noted as a known issue.
    /// - Returns: What the child found, or `nil` where it came to an early end.
    static func run(_ task: ChildTask?, sourceLocation: Testing.SourceLocation) async throws -> ChildReport? {
        guard let task else { return nil }
        await gate.enter()
        do {
            let report = try await start(task, sourceLocation)
            await gate.leave()
            return report
        } catch {
            await gate.leave()
            throw error
        }
    }

    private static func start(_ task: ChildTask, _ sourceLocation: Testing.SourceLocation) async throws -> ChildReport?
    {
        let files = FileManager.default
        for path in [task.currentPath, task.reportPath, task.messagesPath, task.signalPath, task.stuckPath]
        where files.fileExists(atPath: path) {
            try files.removeItem(atPath: path)
        }
        for path in [task.temporaryDirectory, task.home] {
            try files.createDirectory(atPath: path, withIntermediateDirectories: true)
        }
        #if os(macOS) || os(Linux) || os(FreeBSD) || os(OpenBSD) || os(Windows)
            // An early end is a finding of ours, not a failure of its own.
            await withKnownIssue(
                "A child process of the conformance run ended early.", isIntermittent: true,
                sourceLocation: sourceLocation
            ) {
                await #expect(processExitsWith: .success, sourceLocation: sourceLocation) { [task] in
                    try await ChildWork.perform(task)
                }
            }
        #endif
        guard files.fileExists(atPath: task.reportPath) else { return nil }
        return try JSONDecoder().decode(ChildReport.self, from: Data(contentsOf: URL(fileURLWithPath: task.reportPath)))
    }

    /// Lets as many children run at once as there are processors, however many tests of exporters do.
    private static let gate = Gate(ProcessInfo.processInfo.activeProcessorCount + 1)

    private actor Gate {
        private var free: Int
        private var waiting: [CheckedContinuation<Void, Never>] = []

        init(_ count: Int) { free = count }

        func enter() async {
            if free > 0 {
                free -= 1
            } else {
                await withCheckedContinuation { waiting.append($0) }
            }
        }

        func leave() {
            if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
        }
    }

    /// The document that the last child was at.
    static func current(of task: ChildTask) -> String? { text(task.currentPath) }

    /// Why the last child came to an early end.
    static func end(of task: ChildTask) -> ChildEnd {
        ChildEnd(stuck: text(task.stuckPath), signal: text(task.signalPath), messages: text(task.messagesPath))
    }

    private static func text(_ path: String) -> String? {
        (try? Data(contentsOf: URL(fileURLWithPath: path))).map { String(decoding: $0, as: UTF8.self) }
    }
}
