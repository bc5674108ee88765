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
        guard let line = fingerprint() else { return false }
        return lines().contains(line)
    }

    /// Notes what now stands at the path.
    ///
    /// A folder in which no note can be kept is no reason to fail: the next run asks.
    func record() {
        guard let line = fingerprint() else { return }
        let others = lines().filter { !$0.hasSuffix(" " + name) }
        let text = (others + [line]).joined(separator: "\n") + "\n"
        try? Data(text.utf8).write(to: URL(filePath: ledgerPath), options: .atomic)
    }

    private func lines() -> [String] {
        guard let data = try? Data(contentsOf: URL(filePath: ledgerPath)) else { return [] }
        return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private func fingerprint() -> String? {
        guard let data = try? Data(contentsOf: URL(filePath: path)) else { return nil }
        // FNV-1a, 64 bits: it has to notice edits, not to withstand an attacker.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in data { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return "\(data.count) \(String(hash, radix: 16)) \(name)"
    }
}
