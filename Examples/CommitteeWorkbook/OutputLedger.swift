import ByteSinks
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
        return lines().contains(line(Fingerprint(of: Array(data))))
    }

    /// Notes what is about to be at the path, beside what is there: whether the program then ends before or after the
    /// new file is in its place, the next run knows it.
    ///
    /// A folder in which no note can be kept is no reason to fail: the next run asks.
    func announce(_ fingerprint: Fingerprint) { note([line(fingerprint)], replacing: false) }

    /// Notes what is now at the path.
    func record(_ fingerprint: Fingerprint) { note([line(fingerprint)], replacing: true) }

    private func note(_ new: [String], replacing: Bool) {
        // Two runs into one folder would each write what the other does not know of.
        let folder = ledgerPath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
            separator: "/")
        guard let lock = FolderLock(ledgerPath.hasPrefix("/") && folder.isEmpty ? "/" : folder, for: .writing) else {
            return
        }
        defer { _ = lock.isHeld }
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
}

/// A sink that writes a file and notes it in the ledger.
struct LedgerSink: ByteSink, ~Copyable {
    private let ledger: OutputLedger
    private var file: FileSink
    private var fingerprint = Fingerprint()

    /// Opens the file.
    ///
    /// - Parameters:
    ///   - path: The file to make or replace.
    ///   - replacingReadOnly: Whether a file may be replaced that may not be written.
    /// - Throws: `FileSinkError` where the path cannot be written.
    init(path: String, replacingReadOnly: Bool) throws(FileSinkError) {
        ledger = OutputLedger(path: path)
        file = try FileSink(path: path, replacingReadOnly: replacingReadOnly)
    }

    mutating func write(_ bytes: RawSpan) throws {
        do { try file.write(bytes) } catch { throw WritingFailure(reason: error) }
        fingerprint.add(bytes)
    }

    mutating func finish() throws {
        ledger.announce(fingerprint)
        do { try file.finish() } catch { throw WritingFailure(reason: error) }
        ledger.record(fingerprint)
    }
}
