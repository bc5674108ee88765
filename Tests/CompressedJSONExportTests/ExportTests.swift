import CompressedJSONExport
import FamilyServicesKit
import Foundation
import GzipCompression
import Synchronization
import TestSupport
import Testing

@Suite("Writing into a sink", .slow)
struct ExportTests {
    private struct Full: Error, Equatable {
        let offset: Int
    }

    /// A sink that takes so many bytes and no more.
    private struct LimitedSink: ByteSink {
        let limit: Int
        var bytes: [UInt8] = []
        var largest = 0
        var isFinished = false

        init(limit: Int = .max) {
            self.limit = limit
        }

        mutating func write(_ span: RawSpan) throws {
            guard bytes.count + span.byteCount <= limit else { throw Full(offset: limit) }
            largest = max(largest, span.byteCount)
            span.withUnsafeBytes { bytes.append(contentsOf: $0) }
        }

        mutating func finish() throws { isFinished = true }
    }

    private static let exporters: [any Exporter.Type] = [
        CompressedJSONExporter.self, CompressedJSONLinesExporter.self, JSONExporter.self, JSONLinesExporter.self,
    ]

    private func checkFailures<E: Exporter>(_ type: E.Type, _ publication: Publication, step: Int) throws {
        let exporter = try E()
        let expected = try exporter.data(publication)
        for limit in Array(stride(from: 0, to: expected.count, by: step)) + [expected.count - 1] {
            var sink = LimitedSink(limit: limit)
            #expect(throws: Full(offset: limit), "\(E.format.id) with room for \(limit) bytes") {
                try exporter.export(publication, to: &sink, context: ExportContext())
            }
            #expect(expected.starts(with: sink.bytes))
            #expect(!sink.isFinished)
        }
        var sink = LimitedSink(limit: expected.count)
        try exporter.export(publication, to: &sink, context: ExportContext())
        #expect(sink.bytes == expected && !sink.isFinished)
    }

    @Test("passes on the error of the sink as it is, wherever it comes")
    func failures() throws {
        let small = Samples.publication(of: try Samples.pack(observations: 3))
        let large = Samples.publication(of: try Samples.pack(observations: 3_000))
        for type in Self.exporters {
            try checkFailures(type, small, step: 13)
            try checkFailures(type, large, step: 150_001)
        }
    }

    @Test("hands text on in chunks")
    func chunks() throws {
        let publication = Samples.publication(of: try Samples.pack(observations: 5_000))
        for exporter in [try JSONExporter(), try JSONLinesExporter()] as [any Exporter] {
            var sink = LimitedSink()
            try exporter.export(publication, to: &sink, context: ExportContext())
            #expect(sink.bytes.count > 500_000)
            #expect((60_000...70_000).contains(sink.largest))
        }
    }

    @Test("stops when asked, and throws that it did")
    func cancellation() throws {
        let publication = Samples.publication(of: try Samples.pack(observations: 5_000))
        for type in Self.exporters {
            let exporter = try type.init()
            #expect(throws: ExportCancelled()) {
                try exporter.data(publication, context: ExportContext(isCancelled: { true }))
            }
            let asked = Mutex(0)
            #expect(throws: ExportCancelled()) {
                try exporter.data(
                    publication,
                    context: ExportContext(isCancelled: {
                        asked.withLock {
                            $0 += 1
                            return $0 > 3
                        }
                    }))
            }
        }
    }

    @Test("says how far it has come, never backwards, and that it is done at the end")
    func progress() throws {
        let publication = Samples.publication(of: try Samples.pack(observations: 6_000))
        for type in Self.exporters {
            let shares = Mutex<[Double]>([])
            _ = try type.init().data(
                publication, context: ExportContext(progress: { share in shares.withLock { $0.append(share) } }))
            let seen = shares.withLock { $0 }
            #expect(seen.count > 5)
            #expect(seen == seen.sorted())
            #expect(seen.last == 1)
            #expect(seen.dropLast().allSatisfy { (0..<1).contains($0) })
        }
    }

    @Test("offers four formats that a registry takes together, chosen by the longest extension")
    func registry() throws {
        var registry = ExporterRegistry()
        for type in Self.exporters { try register(type, in: &registry) }
        for (path, id) in [
            ("a.json.gz", "json.gz"), ("a.jsonl.gz", "jsonl.gz"), ("a.NDJSON.gz", "jsonl.gz"), ("a.json", "json"),
            ("a.b.ndjson", "jsonl"),
        ] {
            #expect(try registry.exporter(forPath: path).format.id == id)
        }
        #expect(throws: ExporterRegistryError.self) { try registry.exporter(forPath: "a.gz") }
    }

    private func register<E: Exporter>(_ type: E.Type, in registry: inout ExporterRegistry) throws {
        try registry.register(type)
    }

    @Test("takes a level, which changes the size and not the text")
    func levels() throws {
        let publication = Samples.publication(of: try Samples.pack(observations: 5_000))
        let sizes = try [1, 5, 9].map { level in
            let bytes = try CompressedJSONExporter(options: GzipOptions(level: level)).data(publication)
            #expect(try GzipReader.decompress(bytes) == JSONExporter().data(publication))
            return bytes.count
        }
        #expect(sizes[0] > sizes[1] && sizes[1] > sizes[2])
        #expect(CompressedJSONExporter.defaultOptions.level == 5)
        #expect(throws: GzipError.self) { try GzipOptions(level: 10) }
    }

    @Test("leaves out the section of all figures where that is asked for, and keeps the figures")
    func withoutDataSection() throws {
        let pack = try Samples.pack("sample-borough")
        let full = try pack.publish(for: .officers)
        let lean = try pack.publish(for: .officers, options: PublicationOptions(includesDataSection: false))
        #expect(full.sections.contains { $0.id == "data" })
        #expect(!lean.sections.contains { $0.id == "data" })
        #expect(try JSONExporter().data(lean) == JSONExporter().data(full))
    }
}
