import TestSupport
import FamilyServicesKit
import GzipCompression

/// Compresses bytes.
///
/// - Parameter sizes: How many bytes each write has; the rest goes in one.
func compress(_ bytes: [UInt8], level: Int = 5, threads: Int = 2, sizes: [Int] = []) throws -> [UInt8] {
    var sink = GzipSink(MemorySink(), options: try GzipOptions(level: level, threads: threads))
    var rest = bytes[...]
    for size in sizes {
        try sink.write(Array(rest.prefix(size)))
        rest = rest.dropFirst(size)
    }
    try sink.write(Array(rest))
    try sink.finish()
    return sink.base.bytes
}

/// Cuts a count into random parts, many of them small and some of them empty.
func randomSizes(_ count: Int, using generator: inout SeededGenerator) -> [Int] {
    var sizes: [Int] = []
    var left = count
    while left > 0 {
        let most = [0, 1, 100, 131_072, 400_000].randomElement(using: &generator) ?? 1
        sizes.append(min(Int.random(in: 0...most, using: &generator), left))
        left -= sizes.last ?? 0
    }
    return sizes
}
