import FamilyServicesKit
import Foundation
import GzipCompression
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import Synchronization

/// Makes reports for many who ask at the same time, each once, and keeps what was made as far as there is room.
final class ReportService: Service {
    /// What a report depends on, and so what it is kept under.
    struct Key: Hashable, Sendable {
        let report: String
        let edition: Int
        let audience: Audience
        let format: String
    }

    /// A report as it goes to clients.
    ///
    /// The bytes are shared by all who are sent them at the same time.
    struct Report: Sendable {
        let format: FormatDescriptor
        let bytes: ByteBuffer
        /// The same, compressed, where it is text.
        let gzipped: ByteBuffer?
        /// Differs where the bytes differ, also after the server was started again.
        let tag: String
        /// When its pack changed last, and the same as headers write it.
        let changed: Date
        let lastModified: String
    }

    let exports: SharedWork<Key, Report>
    private let library: PackLibrary
    private let exporters: ExporterRegistry
    private let logger: Logger
    private let kept: Mutex<KeptReports>

    /// - Parameters:
    ///   - library: The packs.
    ///   - exporters: The formats.
    ///   - limits: How many exports run and wait.
    ///   - kept: How many bytes of finished reports are kept.
    ///   - logger: Told what was made, and why something was not.
    init(
        library: PackLibrary, exporters: ExporterRegistry, limits: SharedWork<Key, Report>.Limits = .init(),
        kept: Int = 64 << 20, logger: Logger
    ) {
        self.library = library
        self.exporters = exporters
        self.logger = logger
        exports = SharedWork("exports", limits: limits)
        self.kept = Mutex(KeptReports(limit: kept))
    }

    /// A report that was made before, without waiting for anything.
    func reportAtHand(of item: ReportList.Item, as format: FormatDescriptor, for audience: Audience) -> Report? {
        guard let edition = library.editionAtHand(of: item) else { return nil }
        let key = Key(report: item.name, edition: edition.number, audience: audience, format: format.id)
        return kept.withLock { $0.report(for: key) }
    }

    /// A report, made for this request or before.
    ///
    /// - Parameters:
    ///   - item: What the report is about.
    ///   - format: Its format.
    ///   - audience: Who will read it, as the host knows and not as a client says.
    /// - Throws: ``ReportServiceError``, or `CancellationError` where the task that asks is cancelled.
    func report(
        of item: ReportList.Item, as format: FormatDescriptor, for audience: Audience
    ) async throws -> Report {
        let edition = try await library.edition(of: item)
        let key = Key(report: item.name, edition: edition.number, audience: audience, format: format.id)
        if let report = kept.withLock({ $0.report(for: key) }) { return report }
        return try await exports.value(for: key) { [self] isStopped in
            let clock = ContinuousClock()
            let start = clock.now
            var metadata: Logger.Metadata = [
                "report": "\(item.name)", "audience": "\(audience.rawValue)", "format": "\(format.id)",
            ]
            do {
                let report = try make(edition, format, for: audience, ExportContext(isCancelled: isStopped))
                kept.withLock { $0.keep(report, for: key) }
                metadata["bytes"] = "\(report.bytes.readableBytes)"
                metadata["time"] = "\(clock.now - start)"
                logger.info("A report was made.", metadata: metadata)
                return report
            } catch {
                // The error's own words may be about this machine or the report; they are for those who run it.
                logger.error("A report could not be made: \(error)", metadata: metadata)
                throw ReportServiceError(.exportFailed, "The report could not be made.")
            }
        }
    }

    /// Waits until the server shuts down; then no more exports begin, and who waits for one is told so at once.
    func run() async {
        try? await gracefulShutdown()
        await exports.shutDown()
    }

    private func make(
        _ edition: PackLibrary.Edition, _ format: FormatDescriptor, for audience: Audience, _ context: ExportContext
    ) throws -> Report {
        try context.checkCancellation()
        let publication = try edition.pack.publish(for: audience)
        try context.checkCancellation()
        var sink = BufferSink()
        try exporters.export(publication, as: format.id, to: &sink, context: context)
        try sink.finish()
        // Workbooks are compressed already.
        let gzipped = format.capabilities.contains(.text) ? try Self.gzip(sink.buffer) : nil
        return Report(
            format: format, bytes: sink.buffer, gzipped: gzipped, tag: Self.tag(of: sink.buffer),
            changed: edition.changed,
            lastModified: Conditions.text(of: edition.changed))
    }

    private static func gzip(_ bytes: ByteBuffer) throws -> ByteBuffer {
        // One thread: there are others for the other exports.
        var sink = GzipSink(BufferSink(), options: try GzipOptions(threads: 1))
        try bytes.withUnsafeReadableBytes { try sink.write($0.bytes) }
        try sink.finish()
        return sink.base.buffer
    }

    /// The 64 bits of FNV-1a: changes do not try to deceive, so nothing stronger is needed.
    private static func tag(of bytes: ByteBuffer) -> String {
        let hash = bytes.withUnsafeReadableBytes { bytes in
            bytes.reduce(0xcbf2_9ce4_8422_2325) { (hash: UInt64, byte) in (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
        return String(hash, radix: 36)
    }
}

/// A sink into the kind of memory that is sent without being copied again.
private struct BufferSink: ByteSink {
    private(set) var buffer = ByteBuffer()

    mutating func write(_ bytes: RawSpan) throws {
        bytes.withUnsafeBytes { _ = buffer.writeBytes($0) }
    }

    mutating func finish() throws {}
}

/// Finished reports, the one used longest ago leaving first.
private struct KeptReports {
    let limit: Int
    private var reports: [ReportService.Key: (report: ReportService.Report, lastUse: Int)] = [:]
    private var size = 0
    private var clock = 0

    init(limit: Int) {
        self.limit = limit
    }

    mutating func report(for key: ReportService.Key) -> ReportService.Report? {
        guard let place = reports.index(forKey: key) else { return nil }
        clock += 1
        reports.values[place].lastUse = clock
        return reports.values[place].report
    }

    mutating func keep(_ report: ReportService.Report, for key: ReportService.Key) {
        remove(key)
        guard Self.size(report) <= limit else { return }
        clock += 1
        size += Self.size(report)
        reports[key] = (report, clock)
        while size > limit, let oldest = reports.min(by: { $0.value.lastUse < $1.value.lastUse }) { remove(oldest.key) }
    }

    private mutating func remove(_ key: ReportService.Key) {
        if let (report, _) = reports.removeValue(forKey: key) { size -= Self.size(report) }
    }

    /// What a report takes of memory.
    private static func size(_ report: ReportService.Report) -> Int {
        report.bytes.storageCapacity + (report.gzipped?.storageCapacity ?? 0)
    }
}
