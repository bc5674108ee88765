import FamilyServicesKit

/// What a child process is asked to do.
struct ChildTask: Sendable, Codable {
    /// The settings that a process can have and an exporter must not notice.
    enum Settings: String, Sendable, Codable, CaseIterable {
        /// East of everything, with its own words for months and another small letter for I.
        case east
        /// West of everything, in another locale.
        case west

        var timeZone: String { self == .east ? "Pacific/Kiritimati" : "Etc/GMT+12" }
        var locale: String { self == .east ? "tr_TR" : "de_DE" }
        var user: String { self == .east ? "easterly" : "westerly" }
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
    /// Whether publications made from packs are left out.
    var isBrief: Bool
    /// How often a small document is exported at the same time.
    var tries: Int

    /// Where the temporary files of the exporter are to go.
    var temporaryDirectory: String { directory + "/tmp" }
    /// The current directory, and the home of the user: nothing is to be written there.
    var home: String { directory + "/home" }
    /// Where the child says which document it is at.
    var currentPath: String { directory + "/current" }
    /// Where the child leaves its report.
    var reportPath: String { directory + "/report.json" }
    /// What the child said on standard error.
    var messagesPath: String { directory + "/messages" }
    /// The signal that ended the child.
    var signalPath: String { directory + "/signal" }
    /// Why the child was ended that did not go on.
    var stuckPath: String { directory + "/stuck" }
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
    /// Files that were written anywhere else.
    var strayFiles: [String] = []
    /// For how many seconds an export waited, where it did so each time, and the document.
    var waits: [String: Double] = [:]
    /// How many of the exports side by side gave other bytes than one by itself.
    var differentSideBySide = 0
    /// By how many bytes the peak of the memory grew, and how many bytes were written, for the longest document.
    var memory: Memory?

    struct Memory: Sendable, Codable {
        var growth: Int
        var written: Int

        /// Whether so much was kept that no buffer of a fixed size explains it.
        var isHoard: Bool { written >= 4 << 20 && growth > written / 2 }
    }
}

/// The fingerprint of a file, as a report has it.
struct Digest: Sendable, Hashable, Codable {
    private let hash: UInt64
    private let count: Int

    init(_ bytes: [UInt8]) {
        let fingerprint = Fingerprint(of: bytes)
        (hash, count) = (fingerprint.hash, fingerprint.count)
    }
}
