import FamilyServicesKit
import Foundation
import Testing

/// Writes the day of creation and the thread that it ran on.
private struct ThreadExporter: Exporter {
    static let format = FormatDescriptor(id: "thread", displayName: "", fileExtensions: ["thread"], mediaType: "")
    static let defaultOptions: [String] = []
    init(options: [String]) {}

    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        try sink.write("\(context.dayOfCreation(of: publication)) \(pthread_self())")
    }
}

/// Works until it is told to stop.
private struct EndlessExporter: Exporter {
    static let format = FormatDescriptor(id: "endless", displayName: "", fileExtensions: ["endless"], mediaType: "")
    static let defaultOptions: [String] = []
    init(options: [String]) {}

    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        try sink.write("begun")
        while true {
            context.progress?(0)
            try context.checkCancellation()
        }
    }
}

@Suite("Exporting in the background")
struct BackgroundExportTests {
    private static let publication: Result<Publication, any Error> = Result {
        Publication(
            metadata: PublicationMetadata(
                title: "", organisation: "", committee: nil, author: nil,
                date: try CalendarDate(year: 2026, month: 1, day: 1), period: nil, audience: .everyone,
                language: "en", keywords: [], isSynthetic: true, generator: ""), sections: [])
    }

    @Test("The work is done off the caller's actor")
    @MainActor
    func offActor() async throws {
        let publication = try Self.publication.get()
        let exporter = try ThreadExporter()
        let here = String(decoding: try exporter.data(publication), as: UTF8.self)
        #expect(here == "2026-01-01 \(pthread_self())")
        let day = try CalendarDate(year: 2026, month: 3, day: 9)
        let bytes = try await exporter.dataInBackground(publication, context: ExportContext(created: day))
        #expect(bytes.starts(with: "2026-03-09 ".utf8))
        #expect(!String(decoding: bytes, as: UTF8.self).hasSuffix(here.dropFirst(11)))
        let path = FileManager.default.temporaryDirectory.path + "/background-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await exporter.writeInBackground(publication, toFile: path)
        let written = try String(contentsOfFile: path, encoding: .utf8)
        #expect(written.hasPrefix("2026-01-01 ") && written != here)
    }

    @Test("Cancelling the task stops an export that asks nobody else, and leaves no file")
    func cancellation() async throws {
        let publication = try Self.publication.get()
        let folder = FileManager.default.temporaryDirectory.path + "/cancelled-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        // The task is cancelled from within the work: that needs no second thread, of which a small machine has none.
        let context = ExportContext(
            progress: { _ in withUnsafeCurrentTask { $0?.cancel() } }, isCancelled: { false })
        let exporter = try EndlessExporter()
        let inMemory = Task { _ = try await exporter.dataInBackground(publication, context: context) }
        await #expect(throws: ExportCancelled()) { try await inMemory.value }
        let inFile = Task {
            try await exporter.writeInBackground(publication, toFile: folder + "/report", context: context)
        }
        await #expect(throws: ExportCancelled()) { try await inFile.value }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }

    @Test("A task that is cancelled already begins nothing")
    func cancelledBefore() async throws {
        let publication = try Self.publication.get()
        let exporter = try ThreadExporter()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await exporter.dataInBackground(publication)
        }
        await #expect(throws: ExportCancelled()) { try await task.value }
    }

    @Test("The context's own wish to stop counts too")
    func contextStops() async throws {
        let publication = try Self.publication.get()
        let exporter = try EndlessExporter()
        await #expect(throws: ExportCancelled()) {
            try await exporter.dataInBackground(publication, context: ExportContext(isCancelled: { true }))
        }
    }
}
