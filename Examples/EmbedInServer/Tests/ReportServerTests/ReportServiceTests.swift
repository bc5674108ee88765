import FamilyServicesImport
import FamilyServicesKit
import Foundation
import MarkdownExport
import Testing
import XLSXExport

@testable import report_server

@Suite("The report service", .serialized)
struct ReportServiceTests {
    static let packs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Packs")

    static func exporters() throws -> ExporterRegistry {
        var exporters = ExporterRegistry()
        try exporters.register(MarkdownExporter.self)
        try exporters.register(XLSXExporter.self)
        try exporters.register(GatedExporter.self)
        return exporters
    }

    static func service(_ limits: ReportService.Limits = .init()) throws -> ReportService {
        ReportService(library: PackLibrary(folder: packs), exporters: try exporters(), limits: limits)
    }

    /// Waits until something is so; gives up after a time in which it surely would have been.
    private func wait(until condition: () async -> Bool) async throws {
        for _ in 0..<10_000 {
            if await condition() { return }
            try await Task.sleep(for: .milliseconds(2))
        }
        Issue.record("It did not come to that.")
    }

    @Test("64 requests at once are answered with the same bytes as exports one after the other, each made once")
    func concurrent() async throws {
        let names = ["improvement-plan-2018-01", "quarterly-update-2022-01", "corporate-parenting-2024-06"]
        var expected: [ReportService.Key: [UInt8]] = [:]
        for name in names {
            let pack = try ReportPack(contentsOfFolder: Self.packs.appending(path: name).path)
            for audience in Audience.allCases {
                let publication = try pack.publish(for: audience)
                for format in ["markdown", "xlsx"] {
                    let exporter = try Self.exporters().exporter(id: format)
                    let key = ReportService.Key(pack: name, edition: 0, audience: audience, format: format)
                    expected[key] = try exporter.init().data(publication)
                }
            }
        }
        let wanted = (0..<64).map { Array(expected.keys)[$0 % expected.count] }
        let service = try Self.service()
        let answers = try await withThrowingTaskGroup { group in
            for key in wanted {
                group.addTask { (key, try await service.report(of: key.pack, as: key.format, for: key.audience)) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count == 64)
        for (key, report) in answers {
            #expect(report.bytes == expected[key], "\(key)")
        }
        #expect(await service.exportCount == expected.count)
    }

    @Test("No more exports run at once than the limit says, and what has no room to wait is refused")
    func bounded() async throws {
        let gate = GatedExporter.newGate()
        let service = try Self.service(.init(running: 1, waiting: 1))
        let first = Task { try await service.report(of: "sample-borough", as: "gated", for: .everyone) }
        try await wait { gate.begun == 1 }
        let second = Task { try await service.report(of: "sample-borough", as: "gated", for: .members) }
        // The same report once more takes no further room.
        let third = Task { try await service.report(of: "sample-borough", as: "gated", for: .everyone) }
        try await wait { await service.waitingCount == 1 }
        await #expect {
            try await service.report(of: "sample-borough", as: "gated", for: .officers)
        } throws: { ($0 as? ReportServiceError)?.code == .tooBusy }
        #expect(gate.begun == 1)
        gate.open()
        #expect(try await first.value.bytes == Array("public".utf8))
        #expect(try await second.value.bytes == Array("members".utf8))
        #expect(try await third.value.bytes == Array("public".utf8))
        #expect(gate.begun == 2)
    }

    @Test("A request that is cancelled stops its export, unless somebody else waits for it")
    func cancellation() async throws {
        let gate = GatedExporter.newGate()
        let service = try Self.service(.init(running: 2))
        let alone = Task { try await service.report(of: "sample-borough", as: "gated", for: .members) }
        let shared = (0..<2).map { _ in
            Task { try await service.report(of: "sample-borough", as: "gated", for: .everyone) }
        }
        try await wait { await service.waiterCount == 3 && gate.begun == 2 }
        alone.cancel()
        shared[0].cancel()
        await #expect(throws: CancellationError.self) { try await alone.value }
        await #expect(throws: CancellationError.self) { try await shared[0].value }
        try await wait { gate.cancelled == 1 }
        gate.open()
        #expect(try await shared[1].value.bytes == Array("public".utf8))
        #expect(gate.cancelled == 1)
        // What was stopped can be asked for again.
        #expect(
            try await service.report(of: "sample-borough", as: "gated", for: .members).bytes
                == Array("members".utf8))
    }

    @Test("Shutting down lets running exports end, and refuses waiting and new ones")
    func shutdown() async throws {
        let gate = GatedExporter.newGate()
        let service = try Self.service(.init(running: 1))
        let running = Task { try await service.report(of: "sample-borough", as: "gated", for: .everyone) }
        try await wait { gate.begun == 1 }
        let waiting = Task { try await service.report(of: "sample-borough", as: "gated", for: .members) }
        try await wait { await service.waitingCount == 1 }
        let shutdown = Task { await service.shutDown() }
        await #expect {
            try await waiting.value
        } throws: { ($0 as? ReportServiceError)?.status == 503 }
        await #expect {
            try await service.report(of: "sample-borough", as: "markdown", for: .everyone)
        } throws: { ($0 as? ReportServiceError)?.code == .shuttingDown }
        gate.open()
        await shutdown.value
        #expect(try await running.value.bytes == Array("public".utf8))
    }

    @Test(
        "A name that is no name of a pack is not found and never reaches the file system",
        arguments: ["", ".", "..", "../Packs/sample-borough", "sample-borough/", "/etc", ".git", "a\u{0}b", "nothing"])
    func unknownPack(_ name: String) async throws {
        let service = try Self.service()
        await #expect {
            try await service.report(of: name, as: "markdown", for: .everyone)
        } throws: { ($0 as? ReportServiceError)?.code == .unknownPack }
    }

    @Test("A pack that changes on the disk is read again")
    func changedPack() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "fsk-server-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let pack = folder.appending(path: "pack")
        try FileManager.default.copyItem(at: Self.packs.appending(path: "quarterly-update-2022-01"), to: pack)
        let service = ReportService(library: PackLibrary(folder: folder), exporters: try Self.exporters())
        let before = try await service.report(of: "pack", as: "markdown", for: .everyone)
        let manifest = pack.appending(path: "pack.yaml")
        let text = try String(contentsOf: manifest, encoding: .utf8)
        let title = try #require(text.split(separator: "\n").first { $0.hasPrefix("title:") })
        try text.replacingOccurrences(of: title, with: "title: A title of another day")
            .write(to: manifest, atomically: true, encoding: .utf8)
        let after = try await service.report(of: "pack", as: "markdown", for: .everyone)
        #expect(before.bytes != after.bytes)
        #expect(String(decoding: after.bytes, as: UTF8.self).contains("A title of another day"))
    }
}
