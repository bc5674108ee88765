import FamilyServicesKit
import Foundation
import GzipCompression
import TestSupport
import Testing

@Suite("Gzip data is read within limits")
struct GzipReaderTests {
    /// What reading in pieces comes to.
    private func read(
        _ compressed: [UInt8], sizes: [Int] = [], limits: GzipReader.Limits = .init()
    ) throws -> [UInt8] {
        var reader = GzipReader(limits: limits)
        var result: [UInt8] = []
        var rest = compressed[...]
        for size in sizes + [rest.count] {
            let piece = Array(rest.prefix(size))
            try reader.read(piece.span.bytes) { $0.withUnsafeBytes { result.append(contentsOf: $0) } }
            rest = rest.dropFirst(size)
        }
        try reader.finish()
        return result
    }

    private func failure(_ compressed: [UInt8], limits: GzipReader.Limits = .init()) -> GzipError? {
        do {
            _ = try GzipReader.decompress(compressed, limits: limits)
            return nil
        } catch {
            return error
        }
    }

    /// A member with every field of the header that there is, made by Python.
    static func fullHeader(_ bytes: [UInt8], extra: Int = 300) throws -> [UInt8] {
        let program = """
            import struct, sys, zlib
            data = sys.stdin.buffer.read()
            header = b"\\x1f\\x8b\\x08" + bytes([1 + 2 + 4 + 8 + 16]) + b"\\x01\\x02\\x03\\x04\\x00\\x03"
            header += struct.pack("<H", \(extra)) + b"x" * \(extra) + b"report.json\\x00" + b"a comment\\x00"
            header += struct.pack("<H", zlib.crc32(header) & 0xffff)
            body = zlib.compressobj(6, zlib.DEFLATED, -15)
            body = body.compress(data) + body.flush()
            trailer = struct.pack("<LL", zlib.crc32(data), len(data) & 0xffffffff)
            sys.stdout.buffer.write(header + body + trailer)
            """
        return try Program.run([Program.python.executable.path, "-c", program], input: bytes)
    }

    @Test(
        "What gzip and pigz write is read",
        arguments: [["gzip", "-1"], ["gzip", "-9"], ["pigz", "-p2"], ["pigz", "-i"]])
    func others(_ command: [String]) throws {
        for sample in SampleData.allCases {
            let bytes = sample.bytes(600_000)
            let compressed = try Program.run(command + ["-c"], input: bytes)
            #expect(try GzipReader.decompress(compressed) == bytes)
            #expect(try read(compressed, sizes: [1, 2, 3, 1_000, 70_000]) == bytes)
        }
    }

    @Test("Fields of the header are passed over, byte by byte too", arguments: [0, 1, 300, 65_535])
    func headers(_ extra: Int) throws {
        let bytes = Array("figures".utf8)
        let compressed = try Self.fullHeader(bytes, extra: extra)
        #expect(try GzipReader.decompress(compressed) == bytes)
        #expect(try read(compressed, sizes: Array(repeating: 1, count: compressed.count)) == bytes)
    }

    @Test("Members one after the other are read as one")
    func members() throws {
        let parts = [SampleData.text.bytes(100), [], SampleData.noise.bytes(200_000), SampleData.text.bytes(1)]
        let compressed = try parts.flatMap { try compress($0) }
        #expect(try GzipReader.decompress(compressed) == Array(parts.joined()))
        #expect(try read(compressed, sizes: Array(repeating: 7, count: 1_000)) == Array(parts.joined()))
    }

    @Test(
        "Anything after the last member is refused with its place",
        arguments: [[0], [0x1f, 0], [65, 66, 67]] as [[UInt8]])
    func trailing(_ rest: [UInt8]) throws {
        let compressed = try compress(Array("figures".utf8))
        let error = failure(compressed + rest)
        #expect(error?.code == .trailingData)
        #expect(error?.offset == compressed.count)
        // This may yet become a member.
        #expect(failure(compressed + [0x1f])?.code == .truncated)
    }

    @Test("Something else than gzip is refused")
    func notGzip() {
        #expect(failure(Array("plain text".utf8))?.code == .notGzip)
        #expect(failure([])?.code == .truncated)
        #expect(failure([0x1f, 0x8b, 7])?.code == .unsupported)
        #expect(failure([0x1f, 0x8b, 8, 0x20])?.code == .unsupported)
    }

    @Test("A file that was cut off anywhere is refused with the place")
    func truncation() throws {
        for compressed in [try compress(SampleData.text.bytes(500)), try Self.fullHeader(SampleData.text.bytes(500))] {
            for count in compressed.indices {
                let error = failure(Array(compressed.prefix(count)))
                #expect(error?.code == .truncated, "\(count) bytes")
                #expect(error?.offset == count)
            }
        }
    }

    @Test("Any byte that was changed is noticed or does not matter")
    func corruption() throws {
        let bytes = SampleData.text.bytes(150)
        let singleBits = (0..<8).map { UInt8(1) << $0 }
        // Any single bit of any byte, and by night every other value of it.
        let changes = TestSize.isNightly ? Array(1...255) : singleBits + [0x0F, 0x81, 0xFF]
        let cases = [(try compress(bytes), changes), (try Self.fullHeader(bytes, extra: 3), singleBits)]
        for (compressed, changes) in cases {
            var accepted: Set<Int> = []
            for index in compressed.indices {
                for change in changes {
                    var changed = compressed
                    changed[index] ^= change
                    guard let result = try? GzipReader.decompress(changed) else { continue }
                    #expect(result == bytes, "byte \(index), change \(change)")
                    accepted.insert(index)
                }
            }
            // Free to be anything: the bits that fill up the last byte of the data, and, where the header has no checksum,
            // a flag, the time and the system.
            let hasHeaderChecksum = compressed[3] != 0
            let free = Set([compressed.count - 9]).union(hasHeaderChecksum ? [] : Set(3..<10))
            #expect(accepted.isSubset(of: free))
        }
    }

    @Test("Each kind of damage has its code")
    func codes() throws {
        let compressed = try Self.fullHeader(SampleData.text.bytes(500), extra: 3)
        func changed(_ index: Int) -> GzipError? {
            var bytes = compressed
            bytes[index] ^= 1
            return failure(bytes)
        }
        #expect(changed(5)?.code == .headerChecksumMismatch)
        #expect(changed(compressed.count - 8)?.code == .checksumMismatch)
        #expect(changed(compressed.count - 8)?.offset == compressed.count - 8)
        #expect(changed(compressed.count - 4)?.code == .sizeMismatch)
        #expect(changed(compressed.count - 4)?.offset == compressed.count - 4)
        // A block of the kind that does not exist.
        #expect(failure([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255, 7])?.code == .damagedData)
    }

    @Test("A bomb is refused before it goes off")
    func bomb() throws {
        let compressed = try compress([UInt8](repeating: 0, count: 10_000_000))
        let limits = GzipReader.Limits(decompressedSize: 1_000_000)
        #expect(failure(compressed, limits: limits)?.code == .sizeLimitExceeded)
        var reader = GzipReader(limits: limits)
        var given = 0
        var code: GzipError.Code?
        do { try reader.read(compressed.span.bytes) { given += $0.byteCount } } catch {
            code = (error as? GzipError)?.code
        }
        #expect(code == .sizeLimitExceeded)
        #expect(given <= 1_000_000)
        #expect(reader.compressedCount < compressed.count / 5)
        #expect(throws: GzipError.self) { try reader.read([0].span.bytes) { _ in } }
    }

    @Test("The limit counts all members and is exact")
    func limit() throws {
        let bytes = SampleData.text.bytes(70_000)
        let compressed = try compress(bytes) + compress(bytes)
        #expect(failure(compressed, limits: .init(decompressedSize: 140_000)) == nil)
        #expect(failure(compressed, limits: .init(decompressedSize: 139_999))?.code == .sizeLimitExceeded)
        #expect(failure(compressed, limits: .init(decompressedSize: -1))?.code == .sizeLimitExceeded)
        #expect(failure(try compress([]), limits: .init(decompressedSize: 0)) == nil)
        #expect(failure(compressed, limits: .init(decompressedSize: .max)) == nil)
    }

    @Test("The error of whoever takes the data comes through, and the reader is closed")
    func bodyFails() throws {
        struct Refusal: Error {}
        let compressed = try compress(SampleData.text.bytes(200_000))
        var reader = GzipReader()
        var calls = 0
        do {
            try reader.read(compressed.span.bytes) { _ in
                calls += 1
                throw Refusal()
            }
            Issue.record("The error was lost.")
        } catch {
            #expect(error is Refusal)
        }
        #expect(calls == 1)
        #expect(throws: GzipError.self) { try reader.finish() }
    }
}
