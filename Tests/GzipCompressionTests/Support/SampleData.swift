import TestSupport

/// Data to compress.
enum SampleData: String, CaseIterable, Sendable {
    /// Records as exporters write them.
    case text
    /// Bytes that cannot be made smaller.
    case noise
    /// The same few bytes over and over.
    case repetition

    /// Makes data.
    func bytes(_ count: Int, seed: UInt64 = 4) -> [UInt8] {
        var generator = SeededGenerator(seed: seed)
        switch self {
        case .noise:
            var bytes: [UInt8] = []
            bytes.reserveCapacity(count + 8)
            while bytes.count < count { withUnsafeBytes(of: generator.next()) { bytes.append(contentsOf: $0) } }
            return Array(bytes.prefix(count))
        case .repetition:
            let pattern = (0..<7_000).map { UInt8(truncatingIfNeeded: $0 % 7) }
            var bytes: [UInt8] = []
            while bytes.count < count { bytes += pattern }
            return Array(bytes.prefix(count))
        case .text:
            var bytes: [UInt8] = []
            bytes.reserveCapacity(count + 100)
            while bytes.count < count {
                let numerator = Int.random(in: 0...999, using: &generator)
                let area = Int.random(in: 100...120, using: &generator)
                let record = #"{"indicator":"assessments-in-time","area":"E10000\#(area)","numerator":\#(numerator)}"#
                bytes.append(contentsOf: (record + "\n").utf8)
            }
            return Array(bytes.prefix(count))
        }
    }
}
