import FamilyServicesKit
import Foundation
import GzipCompression
import TestSupport
import Testing

@Suite("The error of the sink behind comes through as it is", .slow)
struct GzipSinkFailureTests {
    struct Full: Error, Equatable {
        let offset: Int
    }

    /// What happened to a sink.
    final class Record {
        var bytes: [UInt8] = []
        var failures = 0
        var callsAfterFailure = 0
        var isFinished = false
    }

    /// A sink that takes so many bytes and no more.
    struct LimitedSink: ByteSink {
        let limit: Int
        let record: Record
        var failsToFinish = false

        func write(_ bytes: RawSpan) throws {
            if record.failures > 0 { record.callsAfterFailure += 1 }
            guard record.bytes.count + bytes.byteCount <= limit else { throw fail() }
            bytes.withUnsafeBytes { record.bytes.append(contentsOf: $0) }
        }

        func finish() throws {
            if record.failures > 0 { record.callsAfterFailure += 1 }
            if failsToFinish { throw fail() }
            record.isFinished = true
        }

        private func fail() -> Full {
            record.failures += 1
            return Full(offset: limit)
        }
    }

    /// Writes in pieces to a sink that fails, and goes on after the failure.
    private func checkFailure(_ bytes: [UInt8], threads: Int, limit: Int, expected: [UInt8]) throws {
        let record = Record()
        var sink = GzipSink(LimitedSink(limit: limit, record: record), options: try GzipOptions(threads: threads))
        var failure: (any Error)?
        do {
            for start in stride(from: 0, to: bytes.count, by: 50_000) {
                try sink.write(Array(bytes[start...].prefix(50_000)))
            }
            try sink.finish()
        } catch {
            failure = error
        }
        #expect(
            failure as? Full == Full(offset: limit),
            "limit \(limit), \(threads) threads: \(String(describing: failure))")
        #expect(throws: GzipError.self) { try sink.write("more") }
        #expect(throws: GzipError.self) { try sink.finish() }
        #expect(record.failures == 1)
        #expect(record.callsAfterFailure == 0)
        #expect(!record.isFinished)
        #expect(Data(expected.prefix(record.bytes.count)) == Data(record.bytes))
    }

    @Test("Failure at any byte of a small output", arguments: [1, 4])
    func everyByte(_ threads: Int) throws {
        let bytes = SampleData.text.bytes(2_000)
        let expected = try compress(bytes)
        for limit in expected.indices { try checkFailure(bytes, threads: threads, limit: limit, expected: expected) }
    }

    @Test("Failure at many bytes of a large output, while blocks are at work", arguments: [1, 2, 8])
    func manyBytes(_ threads: Int) throws {
        let bytes = SampleData.noise.bytes(700_000)
        let expected = try compress(bytes)
        let limits = Array(stride(from: 0, to: expected.count, by: 40_009)) + [expected.count - 8, expected.count - 1]
        for limit in limits { try checkFailure(bytes, threads: threads, limit: limit, expected: expected) }
    }

    @Test("Failure when the sink behind is finished")
    func finishing() throws {
        let record = Record()
        var sink = GzipSink(LimitedSink(limit: 1_000, record: record, failsToFinish: true))
        try sink.write("text")
        #expect(throws: Full(offset: 1_000)) { try sink.finish() }
        #expect(throws: GzipError.self) { try sink.finish() }
        #expect(record.callsAfterFailure == 0)
    }

    @Test("A finished sink takes nothing more and says so")
    func closed() throws {
        var sink = GzipSink(MemorySink())
        try sink.write("text")
        try sink.finish()
        let bytes = sink.base.bytes
        for use in [{ try $0.write("more") }, { try $0.finish() }] as [(inout GzipSink<MemorySink>) throws -> Void] {
            var code: GzipError.Code?
            do { try use(&sink) } catch { code = (error as? GzipError)?.code }
            #expect(code == .closed)
        }
        #expect(sink.base.bytes == bytes)
    }

    @Test("A sink that goes away unfinished, with blocks at work, leaves no file")
    func abandoned() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/gzip-sink-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let bytes = SampleData.noise.bytes(700_000)
        for _ in 0..<10 {
            var sink = try GzipSink(FileSink(path: folder + "/report.gz"), options: GzipOptions(threads: 8))
            try sink.write(bytes)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
    }
}
