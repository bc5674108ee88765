import FamilyServicesKit
import Foundation
import Testing

@testable import report_server

@Suite("Work that many ask for at the same time")
struct SharedWorkTests {
    private func pass(_ gate: GatedExporter.Gate, for value: Int) -> SharedWork<Int, Int>.Work {
        { isStopped in
            try gate.pass(isStopped)
            return value
        }
    }

    @Test("No more is done at once than the limit says, and what has no room to wait is refused")
    func bounded() async throws {
        let gate = GatedExporter.Gate()
        let work = SharedWork<Int, Int>("test", limits: .init(running: 1, waiting: 1))
        async let first = work.value(for: 1, pass(gate, for: 1))
        try await wait { gate.begun == 1 }
        async let second = work.value(for: 2, pass(gate, for: 2))
        // The same once more takes no further room.
        async let third = work.value(for: 1, pass(gate, for: 3))
        try await wait { await work.waiterCount == 3 }
        #expect(await work.waitingCount == 1)
        await #expect {
            try await work.value(for: 3, pass(gate, for: 3))
        } throws: { ($0 as? ReportServiceError)?.code == .tooBusy }
        #expect(gate.begun == 1)
        gate.open()
        #expect(try await [first, second, third] == [1, 2, 1])
        #expect(await work.begunCount == 2)
    }

    @Test("Who leaves stops the work, unless somebody else waits for it")
    func cancellation() async throws {
        let gate = GatedExporter.Gate()
        let work = SharedWork<Int, Int>("test", limits: .init(running: 2))
        let alone = Task { try await work.value(for: 1, pass(gate, for: 1)) }
        let shared = (0..<2).map { _ in Task { try await work.value(for: 2, pass(gate, for: 2)) } }
        try await wait { await work.waiterCount == 3 && gate.begun == 2 }
        alone.cancel()
        shared[0].cancel()
        await #expect(throws: CancellationError.self) { try await alone.value }
        await #expect(throws: CancellationError.self) { try await shared[0].value }
        try await wait { gate.cancelled == 1 }
        gate.open()
        #expect(try await shared[1].value == 2)
        #expect(gate.cancelled == 1)
        // What was stopped can be asked for again.
        #expect(try await work.value(for: 1, pass(gate, for: 1)) == 1)
    }

    @Test("Shutting down lets running work end, and refuses waiting and new work")
    func shutdown() async throws {
        let gate = GatedExporter.Gate()
        let work = SharedWork<Int, Int>("test", limits: .init(running: 1))
        let running = Task { try await work.value(for: 1, pass(gate, for: 1)) }
        try await wait { gate.begun == 1 }
        let waiting = Task { try await work.value(for: 2, pass(gate, for: 2)) }
        try await wait { await work.waitingCount == 1 }
        await work.shutDown()
        await #expect { try await waiting.value } throws: { ($0 as? ReportServiceError)?.status == 503 }
        await #expect {
            try await work.value(for: 3, pass(gate, for: 3))
        } throws: { ($0 as? ReportServiceError)?.code == .shuttingDown }
        gate.open()
        #expect(try await running.value == 1)
    }

    @Test("Work that takes too long is stopped, and makes room for other work")
    func time() async throws {
        let gate = GatedExporter.Gate()
        let work = SharedWork<Int, Int>("test", limits: .init(running: 1, time: .milliseconds(20)))
        await #expect(throws: ExportCancelled.self) { try await work.value(for: 1, pass(gate, for: 1)) }
        #expect(try await work.value(for: 2) { _ in 2 } == 2)
    }
}
