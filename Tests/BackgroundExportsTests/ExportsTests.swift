import BackgroundExports
import FamilyServicesKit
import Foundation
import Testing

@Suite("Exports on threads of their own")
struct ExportsTests {
    /// Counts how many are at work, and works until it is told to go on.
    private struct Busy: Exporter {
        static let format = FormatDescriptor(id: "busy", displayName: "", fileExtensions: ["busy"], mediaType: "")
        static let defaultOptions: [String] = []
        let work: Work

        init(options: [String]) { work = Work() }
        init(_ work: Work) { self.work = work }

        func export<Sink: ByteSink & ~Copyable>(
            _ publication: Publication, to sink: inout Sink, context: ExportContext
        ) throws {
            work.begin()
            defer { work.end() }
            while !work.mayEnd {
                try context.checkCancellation()
                Thread.sleep(forTimeInterval: 0.001)
            }
            context.progress?(1)
            try sink.write("done")
        }
    }

    /// What is going on.
    private final class Work: @unchecked Sendable {
        private let lock = NSLock()
        private var counts = (now: 0, most: 0, begun: 0)
        private var isOpen = false

        func begin() {
            lock.withLock {
                counts.now += 1
                counts.begun += 1
                counts.most = max(counts.most, counts.now)
            }
        }
        func end() { lock.withLock { counts.now -= 1 } }
        func open() { lock.withLock { isOpen = true } }
        var mayEnd: Bool { lock.withLock { isOpen } }
        var most: Int { lock.withLock { counts.most } }
        var begun: Int { lock.withLock { counts.begun } }

        func waitForBeginning(of count: Int) async throws {
            while begun < count { try await Task.sleep(for: .milliseconds(2)) }
        }
    }

    private static func pack() throws -> ReportPack {
        ReportPack(
            manifest: .init(
                title: "Visits", organisation: "Exampleton Council", area: "exampleton",
                period: try ReportingPeriod("2026-06"), date: try CalendarDate(iso: "2026-07-14"),
                areas: [Area(id: "exampleton", title: "Exampleton", kind: .localAuthority)]))
    }

    private static let publication = Result { try pack().publish(for: .everyone) }

    @Test(
        "No more than the limit are at work, others wait, and the threads of tasks stay free", .timeLimit(.minutes(1)))
    func limit() async throws {
        let (exports, work) = (Exports(limit: 2), Work())
        let publication = try Self.publication.get()
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<6 { group.addTask { try await exports.data(publication, with: Busy(work)) } }
            // Were the exports on the threads of tasks, nothing would go on here where there are two of them.
            try await work.waitForBeginning(of: 2)
            try await Task.sleep(for: .milliseconds(30))
            #expect(work.begun == 2)
            work.open()
            for try await bytes in group { #expect(bytes == Array("done".utf8)) }
        }
        #expect(work.most == 2 && work.begun == 6)
    }

    @Test("Cancelling takes a job out of the line, and stops one that has begun", .timeLimit(.minutes(1)))
    func cancellation() async throws {
        let (exports, work) = (Exports(limit: 1), Work())
        let publication = try Self.publication.get()
        let first = Task { try await exports.data(publication, with: Busy(work)) }
        try await work.waitForBeginning(of: 1)
        let second = Task { try await exports.data(publication, with: Busy(work)) }
        try await Task.sleep(for: .milliseconds(20))
        second.cancel()
        await #expect(throws: ExportCancelled()) { try await second.value }
        #expect(work.begun == 1)
        first.cancel()
        await #expect(throws: ExportCancelled()) { try await first.value }
        // The thread is free again.
        work.open()
        #expect(try await exports.data(publication, with: Busy(work)) == Array("done".utf8))
        let early = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await exports.data(publication, with: Busy(work))
        }
        await #expect(throws: ExportCancelled()) { try await early.value }
    }

    @Test("Where too many wait, another is refused", .timeLimit(.minutes(1)))
    func busy() async throws {
        let (exports, work) = (Exports(limit: 1, waiting: 0), Work())
        let publication = try Self.publication.get()
        let first = Task { try await exports.data(publication, with: Busy(work)) }
        try await work.waitForBeginning(of: 1)
        await #expect(throws: ExportsBusy.self) { try await exports.data(publication, with: Busy(work)) }
        work.open()
        _ = try await first.value
    }

    @Test("Publishing says how far it is, and stops where it is told to", .timeLimit(.minutes(1)))
    func publishing() async throws {
        let exports = Exports(limit: 1)
        let shares = Shares()
        var options = PublicationOptions()
        options.progress = { shares.add($0) }
        let publication = try await exports.publication(of: Self.pack(), for: .members, options: options)
        #expect(publication == (try Self.pack().publish(for: .members)))
        #expect(shares.all.first == 0 && shares.all.last == 1 && shares.all == shares.all.sorted())
        options.isCancelled = { shares.all.count > 5 }
        await #expect(throws: ExportCancelled()) {
            try await exports.publication(of: Self.pack(), for: .members, options: options)
        }
        let error = #expect(throws: PublicationError.self) { try Self.pack().publish(for: .members, options: options) }
        #expect(error?.isCancelled == true && error?.description == "The publication was cancelled.")
    }

    private final class Shares: @unchecked Sendable {
        private let lock = NSLock()
        private var shares: [Double] = []
        func add(_ share: Double) { lock.withLock { shares.append(share) } }
        var all: [Double] { lock.withLock { shares } }
    }
}
