import FamilyServicesImport
import FamilyServicesKit
import Foundation
import Logging
import NIOCore
import Testing

@testable import report_server

@Suite("The report service")
struct ReportServiceTests {
    @Test("64 requests at once get the same bytes as exports one after the other, each made once")
    func concurrent() async throws {
        let packs = try TestPacks()
        let item = try packs.pack()
        let exporters = try TestServer.exporters()
        let pack = try ReportPack(contentsOfFolder: item.folder)
        var expected: [ReportService.Key: [UInt8]] = [:]
        for audience in Audience.allCases {
            let publication = try pack.publish(for: audience)
            for format in ["html", "markdown", "xlsx"] {
                let key = ReportService.Key(report: item.name, edition: 1, audience: audience, format: format)
                expected[key] = try exporters.exporter(id: format).init().data(publication)
            }
        }
        let library = PackLibrary(try ReportList([item]), logger: Logger(label: "test"))
        let service = ReportService(library: library, exporters: exporters, logger: Logger(label: "test"))
        let wanted = (0..<64).map { Array(expected.keys)[$0 % expected.count] }
        let answers = try await withThrowingTaskGroup { group in
            for key in wanted {
                let format = try exporters.exporter(id: key.format).format
                group.addTask { (key, try await service.report(of: item, as: format, for: key.audience)) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count == 64)
        for (key, report) in answers {
            #expect(Array(report.bytes.readableBytesView) == expected[key], "\(key)")
        }
        #expect(await service.exports.begunCount == expected.count)
        #expect(library.readingCount == 1)
    }

    @Test("What was used longest ago makes room, and a report without room is made each time")
    func kept() async throws {
        let packs = try TestPacks()
        let item = try packs.pack()
        let library = PackLibrary(try ReportList([item]), logger: Logger(label: "test"))
        let exporters = try TestServer.exporters()
        let large = try exporters.exporter(id: "large").format
        let service = ReportService(
            library: library, exporters: exporters, kept: 20 << 20, logger: Logger(label: "test"))
        for audience in [Audience.everyone, .members, .everyone, .officers] {
            _ = try await service.report(of: item, as: large, for: audience)
        }
        #expect(await service.exports.begunCount == 3)
        #expect(service.reportAtHand(of: item, as: large, for: .everyone) != nil)
        #expect(service.reportAtHand(of: item, as: large, for: .members) == nil)
        let none = ReportService(library: library, exporters: exporters, kept: 0, logger: Logger(label: "test"))
        for _ in 0..<2 { _ = try await none.report(of: item, as: large, for: .everyone) }
        #expect(await none.exports.begunCount == 2)
    }

    @Test("A pack that changes on the disk is read again, and one that goes is served no more")
    func changedPack() async throws {
        let packs = try TestPacks()
        let item = try packs.pack(title: "A title of one day")
        try await TestServer.run([item]) { server in
            let before = try await server.ask("/reports/small.md")
            _ = try packs.pack(title: "A title of another day")
            try await wait { server.library.readingCount == 2 }
            let after = try await server.ask("/reports/small.md")
            #expect(before.text.contains("A title of one day"))
            #expect(after.text.contains("A title of another day"))
            #expect(before["ETag"] != after["ETag"])
            try FileManager.default.removeItem(at: packs.folder.appending(path: "small"))
            try await wait { server.library.readingCount == 3 }
            #expect(try await server.ask("/reports/small.md").status == 500)
        }
    }
}
