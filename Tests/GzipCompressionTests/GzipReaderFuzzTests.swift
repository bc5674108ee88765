import FamilyServicesKit
import Foundation
import GzipCompression
import TestSupport
import Testing

@Suite("No input makes the reader trap or differ from zlib", .slow)
struct GzipReaderFuzzTests {
    /// What reading comes to, in words that another reader can be compared by.
    private func outcome(_ input: [UInt8], sizes: [Int]? = nil) -> Result<[UInt8], GzipError> {
        do throws(GzipError) {
            guard let sizes else { return .success(try GzipReader.decompress(input)) }
            return .success(try inPieces(input, sizes))
        } catch {
            return .failure(error)
        }
    }

    private func inPieces(_ input: [UInt8], _ sizes: [Int]) throws(GzipError) -> [UInt8] {
        var reader = GzipReader()
        var result: [UInt8] = []
        var rest = input[...]
        for size in sizes {
            do {
                try reader.read(Array(rest.prefix(size)).span.bytes) { piece in
                    piece.withUnsafeBytes { result.append(contentsOf: $0) }
                }
            } catch let error as GzipError {
                throw error
            } catch {
                Issue.record(error)
            }
            rest = rest.dropFirst(size)
        }
        try reader.finish()
        return result
    }

    /// Valid data with a few random changes, or none.
    private func mutant(of seeds: [[UInt8]], using generator: inout SeededGenerator) -> [UInt8] {
        var bytes = seeds.randomElement(using: &generator) ?? []
        for _ in 0..<Int.random(in: 0...3, using: &generator) where !bytes.isEmpty {
            let index = Int.random(in: bytes.indices, using: &generator)
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: bytes[index] = .random(in: 0...255, using: &generator)
            case 1: bytes[index] ^= 1 << UInt8.random(in: 0...7, using: &generator)
            case 2: bytes.remove(at: index)
            case 3: bytes.insert(.random(in: 0...255, using: &generator), at: index)
            default: bytes += seeds.randomElement(using: &generator) ?? []
            }
        }
        return bytes
    }

    @Test("Mutants of valid data are read or refused as zlib does, however they are cut")
    func mutants() throws {
        let seeds = try [
            compress([]), compress(SampleData.text.bytes(200)), compress(SampleData.noise.bytes(60)),
            GzipReaderTests.fullHeader(SampleData.text.bytes(200), extra: 5),
            compress(SampleData.repetition.bytes(150_000)),
        ]
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        let inputs = (0..<TestSize.count(800)).map { _ in mutant(of: seeds, using: &generator) }
        // A size and the bytes of each; the answer has the same form, with the size FFFFFFFF for what is refused.
        let program = """
            import struct, sys, zlib
            source, answer = sys.stdin.buffer, sys.stdout.buffer
            while size := source.read(4):
                data = source.read(struct.unpack("<L", size)[0])
                result = b""
                ok = True
                while ok:
                    reader = zlib.decompressobj(31)
                    try:
                        result += reader.decompress(data)
                    except zlib.error:
                        ok = False
                    ok = ok and reader.eof
                    data = reader.unused_data
                    if not data:
                        break
                answer.write(struct.pack("<L", len(result)) + result if ok else b"\\xff" * 4)
            """
        let question = inputs.flatMap { sizeBytes($0.count) + $0 }
        var answer = try Program.run([Program.python.executable.path, "-c", program], input: question)[...]
        var accepted = 0
        for (index, input) in inputs.enumerated() {
            let whole = outcome(input)
            let sizes = randomSizes(input.count, using: &generator)
            #expect(outcome(input, sizes: sizes) == whole, "seed \(seed), input \(index)")
            var expected = [UInt8](repeating: 0xff, count: 4)
            if case .success(let bytes) = whole {
                accepted += 1
                expected = sizeBytes(bytes.count) + bytes
            }
            try #require(answer.prefix(expected.count) == expected[...], "seed \(seed), input \(index): \(whole)")
            answer = answer.dropFirst(expected.count)
        }
        #expect(answer.isEmpty)
        #expect(accepted > inputs.count / 10 && accepted < inputs.count * 9 / 10, "seed \(seed)")
    }

    private func sizeBytes(_ count: Int) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: count >> ($0 * 8)) }
    }

    @Test("Noise after a valid beginning is refused or read, and nothing more")
    func noise() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        for index in 0..<TestSize.count(1_200) {
            let noise = SampleData.noise.bytes(Int.random(in: 0...200, using: &generator), seed: generator.next())
            let header: [UInt8] = [0x1f, 0x8b, 8, .random(in: 0...31, using: &generator), 0, 0, 0, 0, 0, 255]
            let input = header.prefix(Int.random(in: 0...10, using: &generator)) + noise
            let whole = outcome(Array(input))
            let sizes = randomSizes(input.count, using: &generator)
            #expect(outcome(Array(input), sizes: sizes) == whole, "seed \(seed), input \(index)")
            if case .failure(let error) = whole { #expect((0...input.count).contains(error.offset ?? -1)) }
        }
    }
}
