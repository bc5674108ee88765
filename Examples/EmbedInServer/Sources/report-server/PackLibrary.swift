import FamilyServicesImport
import FamilyServicesKit
import Foundation
import Logging
import ServiceLifecycle
import Synchronization

/// The packs of the listed reports, each read and judged once, and again when its files change.
///
/// Requests never touch the disk: while the library runs, it looks at the files itself.
final class PackLibrary: Service {
    /// A pack as it was read, with a number that no other reading of a pack has.
    struct Edition: Sendable {
        let pack: ReportPack
        let number: Int
        /// When its files changed last.
        let changed: Date
    }

    /// What came of reading a pack; without an edition it has errors, which is remembered like anything else.
    private struct Judgement {
        let stamp: Stamp
        let edition: Edition?
    }

    private let list: ReportList
    private let interval: Duration
    private let logger: Logger
    private let readings: SharedWork<String, Edition?>
    private let looks: SharedWork<String, Stamp>
    private let judgements = Mutex<[String: Judgement]>([:])
    private let lastNumber = Atomic(0)

    /// How many times a pack was read.
    var readingCount: Int { lastNumber.load(ordering: .relaxed) }

    /// - Parameters:
    ///   - list: The reports.
    ///   - interval: How often the library looks whether files have changed.
    ///   - logger: Told which packs have errors.
    init(_ list: ReportList, interval: Duration = .seconds(1), logger: Logger) {
        self.list = list
        self.interval = interval
        self.logger = logger
        readings = SharedWork("packs", limits: .init(waiting: list.items.count))
        looks = SharedWork("looks", limits: .init(waiting: list.items.count))
    }

    /// The pack of a report.
    ///
    /// - Throws: ``ReportServiceError`` where it has errors, or `CancellationError`.
    func edition(of item: ReportList.Item) async throws -> Edition {
        let judgement = judgements.withLock { $0[item.name] }
        let edition = if let judgement { judgement.edition } else { try await read(item) }
        guard let edition else {
            throw ReportServiceError(.cannotPublish, "This report cannot be published at present.")
        }
        return edition
    }

    /// The pack of a report, if it has been read and has no errors.
    func editionAtHand(of item: ReportList.Item) -> Edition? {
        judgements.withLock { $0[item.name]?.edition }
    }

    /// Reads all packs, then looks for changes until the server shuts down.
    func run() async {
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                for item in self.list.items {
                    group.addTask { await self.watch(item) }
                }
            }
        }
    }

    private func watch(_ item: ReportList.Item) async {
        _ = try? await edition(of: item)
        var seen = judgements.withLock { $0[item.name]?.stamp }
        while (try? await Task.sleep(for: interval)) != nil,
            let stamp = try? await looks.value(for: item.name, { _ in Stamp(of: item.folder) })
        {
            // A folder that is being copied to is left alone until it has looked the same twice.
            if stamp == seen, stamp != judgements.withLock({ $0[item.name]?.stamp }) { _ = try? await read(item) }
            seen = stamp
        }
    }

    /// Reads a pack on a thread of its own, once for all who ask at the same time.
    private func read(_ item: ReportList.Item) async throws -> Edition? {
        try await readings.value(for: item.name) { [self] _ in
            let stamp = Stamp(of: item.folder)
            let loaded = ReportPackLoader().load(folder: item.folder)
            let number = lastNumber.add(1, ordering: .relaxed).newValue
            if loaded.pack == nil {
                logger.error(
                    "The report cannot be published; committee-workbook --check shows the errors of its pack.",
                    metadata: ["report": "\(item.name)", "folder": "\(item.folder)", "errors": "\(loaded.errorCount)"])
            }
            let edition = loaded.pack.map { Edition(pack: $0, number: number, changed: min(stamp.changed, .now)) }
            judgements.withLock { $0[item.name] = Judgement(stamp: stamp, edition: edition) }
            return edition
        }
    }
}

/// The names, sizes and times of the files in a folder, by which a change is noticed.
private struct Stamp: Equatable {
    private let files: [String]
    /// When the last change was.
    let changed: Date

    init(of folder: String) {
        let keys: Set<URLResourceKey> = [.fileSizeKey, .contentModificationDateKey]
        let found = try? FileManager.default.contentsOfDirectory(
            at: URL(filePath: folder), includingPropertiesForKeys: Array(keys))
        var changed = Date.distantPast
        files = (found ?? []).map { file in
            let values = try? file.resourceValues(forKeys: keys)
            let time = values?.contentModificationDate ?? .distantPast
            changed = max(changed, time)
            return "\(file.lastPathComponent) \(values?.fileSize ?? 0) \(time.timeIntervalSinceReferenceDate)"
        }.sorted()
        self.changed = changed
    }
}
