import FamilyServicesKit

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Remembers what this program wrote into a folder, so that it can replace its own work and nobody else's.
///
/// The record is a hidden file `.committee-workbook` beside the output: a line for each file with its name, size and a
/// checksum. A workbook that somebody edited no longer matches its line, and is not replaced unasked.
struct OutputLedger {
    private let path: String
    private let name: String
    private let ledgerPath: String

    init(path: String) {
        self.path = path
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        name = parts.last.map(String.init) ?? path
        ledgerPath = (parts.dropLast() + [".committee-workbook"]).joined(separator: "/")
    }

    /// Whether there is nothing at the path, or exactly what was written there last.
    func mayReplace() -> Bool {
        guard FileManager.default.fileExists(atPath: path) else { return true }
        guard let data = try? Data(contentsOf: URL(filePath: path)) else { return false }
        var fingerprint = Fingerprint()
        data.withUnsafeBytes { fingerprint.add($0.bytes) }
        return lines().contains(line(fingerprint))
    }

    /// Notes what is about to be at the path, beside what is there: whether the program then ends before or after the
    /// new file is in its place, the next run knows it.
    ///
    /// A folder in which no note can be kept is no reason to fail: the next run asks.
    func announce(_ fingerprint: Fingerprint) { note([line(fingerprint)], replacing: false) }

    /// Notes what is now at the path.
    func record(_ fingerprint: Fingerprint) { note([line(fingerprint)], replacing: true) }

    private func note(_ new: [String], replacing: Bool) {
        let others = lines().filter { line in !new.contains(line) && !(replacing && isAboutThis(line)) }
        let text = (others + new).joined(separator: "\n") + "\n"
        do {
            var sink = try FileSink(path: ledgerPath)
            try sink.write(text)
            try sink.finish()
        } catch {}
    }

    private func lines() -> [String] {
        guard let data = try? Data(contentsOf: URL(filePath: ledgerPath)) else { return [] }
        return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private func isAboutThis(_ line: String) -> Bool {
        line.split(separator: " ", maxSplits: 2).last.map { $0 == name } ?? false
    }

    private func line(_ fingerprint: Fingerprint) -> String {
        "\(fingerprint.count) \(String(fingerprint.hash, radix: 16)) \(name)"
    }

    /// What tells one file from another: its size and a checksum.
    struct Fingerprint {
        private(set) var count = 0
        /// FNV-1a, 64 bits: it has to notice edits, not to withstand an attacker.
        private(set) var hash: UInt64 = 0xcbf2_9ce4_8422_2325

        mutating func add(_ bytes: RawSpan) {
            bytes.withUnsafeBytes { bytes in
                for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            }
            count += bytes.byteCount
        }
    }
}

/// A sink that writes a file and notes it in the ledger.
struct LedgerSink: ByteSink, ~Copyable {
    private let ledger: OutputLedger
    private var file: FileSink
    private var fingerprint = OutputLedger.Fingerprint()

    /// Opens the file.
    ///
    /// - Parameter path: The file to make or replace.
    /// - Throws: `FileSinkError` where the path cannot be written.
    init(path: String) throws(FileSinkError) {
        ledger = OutputLedger(path: path)
        file = try FileSink(path: path)
    }

    mutating func write(_ bytes: RawSpan) throws {
        try file.write(bytes)
        fingerprint.add(bytes)
    }

    mutating func finish() throws {
        ledger.announce(fingerprint)
        try file.finish()
        ledger.record(fingerprint)
    }
}
