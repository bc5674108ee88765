#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// How ``GzipSink`` compresses.
public struct GzipOptions: Sendable, Hashable, Codable {
    /// The levels there are: 1 is the fastest, 9 makes the smallest output.
    public static let levels = 1...9
    /// How many cores can be asked for.
    public static let threadCounts = 1...64
    /// The level where none is asked for.
    ///
    /// On tables and JSON it takes about two thirds of the time of gzip's own default, 6, for 1 % more bytes.
    public static let defaultLevel = 5

    /// How hard to compress, from 1 (fast) to 9 (small).
    public let level: Int
    /// How many cores may be used, from 1 to 64; `nil` for as many as are active.
    ///
    /// The output does not depend on it.
    public let threads: Int?

    /// Makes the default options: level 5 on as many cores as are active.
    public init() {
        level = Self.defaultLevel
        threads = nil
    }

    /// Makes options.
    ///
    /// - Parameters:
    ///   - level: How hard to compress, from 1 (fast) to 9 (small).
    ///   - threads: How many cores may be used, from 1 to 64; `nil` for as many as are active. With 1, everything happens
    ///     on the thread that writes.
    /// - Throws: ``GzipError`` with the code ``GzipError/Code/invalidOption``, which names the option.
    public init(level: Int = defaultLevel, threads: Int? = nil) throws(GzipError) {
        try Self.check(level, "level", in: Self.levels)
        if let threads { try Self.check(threads, "threads", in: Self.threadCounts) }
        self.level = level
        self.threads = threads
    }

    private enum CodingKeys: String, CodingKey {
        case level, threads
    }

    /// Reads options; those that are not given are the default ones.
    ///
    /// - Parameter decoder: Where the options come from.
    /// - Throws: `DecodingError` where a value is no whole number, or ``GzipError`` with the code
    ///   ``GzipError/Code/invalidOption`` where it is out of its range; both name the option.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            level: try container.decodeIfPresent(Int.self, forKey: .level) ?? Self.defaultLevel,
            threads: try container.decodeIfPresent(Int.self, forKey: .threads))
    }

    /// How many cores will be used on this machine.
    var threadCount: Int {
        threads ?? min(max(ProcessInfo.processInfo.activeProcessorCount, 1), Self.threadCounts.upperBound)
    }

    private static func check(_ value: Int, _ option: String, in range: ClosedRange<Int>) throws(GzipError) {
        guard range.contains(value) else {
            throw GzipError(
                .invalidOption,
                "\(value) is out of range; give a whole number from \(range.lowerBound) to \(range.upperBound).",
                option: option)
        }
    }
}
