import FamilyServicesKit
import Foundation
import GzipCompression
import TestSupport
import Testing

@Suite("What the sink writes, every reader reads", .slow)
struct GzipSinkTests {
    static let sizes = [0, 1, 131_071, 131_072, 131_073, 700_001]

    @Test("gzip, pigz, Python's gzip and zlib return the input", arguments: SampleData.allCases, sizes)
    func readers(_ sample: SampleData, _ size: Int) throws {
        let bytes = sample.bytes(size)
        let compressed = try compress(bytes, threads: 3)
        #expect(try Program.run(["gzip", "-t"], input: compressed) == [])
        #expect(try Program.run(["gzip", "-dc"], input: compressed) == bytes)
        #expect(try Program.run(["pigz", "-dc"], input: compressed) == bytes)
        for expression in ["gzip.decompress(data)", "zlib.decompress(data, 31)"] {
            let program = """
                import gzip, sys, zlib
                data = sys.stdin.buffer.read()
                sys.stdout.buffer.write(\(expression))
                """
            #expect(
                try Program.run([Program.python.executable.path, "-c", program], input: compressed) == bytes,
                "\(expression)")
        }
        #expect(try GzipReader.decompress(compressed) == bytes)
    }

    @Test("There is one member, without a name or time")
    func oneMember() throws {
        let compressed = try compress(SampleData.text.bytes(300_000))
        #expect(compressed.prefix(10) == [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])
        let program = """
            import sys, zlib
            reader = zlib.decompressobj(31)
            reader.decompress(sys.stdin.buffer.read())
            print(reader.eof, len(reader.unused_data))
            """
        #expect(
            try Program.run([Program.python.executable.path, "-c", program], input: compressed)
                == Array("True 0\n".utf8))
    }

    @Test("The output does not depend on the number of threads", arguments: SampleData.allCases, [1, 5, 9])
    func threads(_ sample: SampleData, _ level: Int) throws {
        let bytes = sample.bytes(700_000)
        let expected = try compress(bytes, level: level, threads: 1)
        for threads in [2, 3, 8, 64] {
            #expect(try compress(bytes, level: level, threads: threads) == expected, "\(threads) threads")
        }
    }

    @Test("The output does not depend on how the writes are cut")
    func slicing() throws {
        let bytes = SampleData.text.bytes(600_000)
        let expected = try compress(bytes)
        for _ in 0..<TestSize.count(8) {
            let seed = UInt64.random(in: 0...UInt64.max)
            var generator = SeededGenerator(seed: seed)
            let sizes = randomSizes(bytes.count, using: &generator)
            let threads = Int.random(in: 1...4, using: &generator)
            #expect(try compress(bytes, threads: threads, sizes: sizes) == expected, "seed \(seed)")
        }
    }

    @Test("Blocks refer to the ones before, so that the output is as small as pigz makes it")
    func size() throws {
        let bytes = SampleData.text.bytes(3_000_000)
        let reference = try Program.run(["pigz", "-6", "-n", "-b", "128"], input: bytes)
        let compressed = try compress(bytes, level: 6)
        #expect(abs(compressed.count - reference.count) < reference.count / 500)
    }

    @Test("Higher levels make less")
    func levels() throws {
        let bytes = SampleData.text.bytes(500_000)
        let counts = try [1, 5, 9].map { try compress(bytes, level: $0).count }
        #expect(counts == counts.sorted(by: >))
        #expect(Set(counts).count == 3)
    }

    @Test("Without writes the output is the gzip of nothing")
    func empty() throws {
        var sink = GzipSink(MemorySink())
        try sink.finish()
        #expect(try GzipReader.decompress(sink.base.bytes) == [])
        #expect(sink.base.bytes.count == 20)
    }

    @Test("Finishing finishes the file behind")
    func file() throws {
        let path = FileManager.default.temporaryDirectory.path + "/gzip-sink-\(UUID().uuidString).gz"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let bytes = SampleData.text.bytes(300_000)
        var sink = try GzipSink(FileSink(path: path), options: GzipOptions(level: 9))
        try sink.write(bytes)
        #expect(!FileManager.default.fileExists(atPath: path))
        try sink.finish()
        #expect(try GzipReader.decompress([UInt8](Data(contentsOf: URL(fileURLWithPath: path)))) == bytes)
    }

    @Test("Sinks wrap one another")
    func nested() throws {
        let bytes = SampleData.text.bytes(400_000)
        var sink = GzipSink(GzipSink(CountingSink(MemorySink())))
        try sink.write(bytes)
        try sink.finish()
        let compressed = sink.base.base.base.bytes
        #expect(sink.base.base.count == compressed.count)
        #expect(try GzipReader.decompress(GzipReader.decompress(compressed)) == bytes)
    }

    @Test("64 sinks at once do not disturb one another")
    func concurrent() async throws {
        let samples = (0..<4).map { SampleData.text.bytes(300_000, seed: UInt64($0)) }
        let expected = try samples.map { try compress($0, threads: 1) }
        try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
            for index in 0..<64 {
                group.addTask { (index, try compress(samples[index % 4], threads: 1 + index % 5)) }
            }
            for try await (index, compressed) in group { #expect(compressed == expected[index % 4], "sink \(index)") }
        }
    }
}
