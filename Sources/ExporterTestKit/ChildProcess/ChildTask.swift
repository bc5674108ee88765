/// What a child process is asked to do.
struct ChildTask: Sendable, Codable {
    /// The settings that a process can have and an exporter must not notice.
    enum Settings: String, Sendable, Codable, CaseIterable {
        /// East of everything, with commas in numbers and no dot on the i.
        case east
        /// West of everything, in the plainest locale.
        case west

        var timeZone: String { self == .east ? "Pacific/Kiritimati" : "Etc/GMT+12" }
        var locale: String { self == .east ? "tr_TR.UTF-8" : "C" }
    }

    /// The mangled name of the exporter's type.
    var exporter: String
    /// The options as JSON.
    var options: String
    /// The directory for the report and the temporary files.
    var directory: String
    /// The settings of the process.
    var settings: Settings
    /// The rows of the longest table.
    var longRows: Int
    /// Whether the memory is measured.
    var measuresMemory: Bool
    /// Whether only documents that have to be written are tried, and nothing but what they give is looked at.
    var comparesOnly: Bool
    /// Documents on which an earlier child came to an end.
    var skipped: Set<String>

    /// Where the temporary files of the exporter are to go.
    var temporaryDirectory: String { directory + "/tmp" }
    /// Where the child says which document it is at.
    var currentPath: String { directory + "/current" }
    /// Where the child leaves its report.
    var reportPath: String { directory + "/report.json" }
}

/// What a child process found.
struct ChildReport: Sendable, Codable {
    /// Whether the exporter's type was found by its name.
    var isExporterFound = true
    /// What became of each document that was written.
    var digests: [String: Digest] = [:]
    /// What became of each document that was refused.
    var refusals: [String: String] = [:]
    /// Documents that gave a temporary file which no claim allows.
    var unclaimedFiles: Set<String> = []
    /// What was exported when a temporary file stayed behind.
    var leftFiles: [String] = []
    /// By how many bytes the peak of the memory grew, and how many bytes were written, for the longest document.
    var memory: Memory?

    struct Memory: Sendable, Codable {
        var growth: Int
        var written: Int

        /// Whether so much was kept that no buffer of a fixed size explains it.
        var isHoard: Bool { written >= 4 << 20 && growth > written / 2 }
    }
}

/// A number that files of different content hardly share (FNV-1a, 64 bits), and their length.
struct Digest: Sendable, Hashable, Codable {
    private let hash: UInt64
    private let count: Int

    init(_ bytes: [UInt8]) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        self.hash = hash
        count = bytes.count
    }
}
