import Dispatch
import FamilyServicesKit
import Synchronization

/// Makes reports for many who ask at the same time.
///
/// So many exports run at once and no more; others wait in the order in which they came. Who asks for what is already being
/// made waits for that. What was made is kept, as far as there is room. An export that nobody waits for any more is stopped.
actor ReportService {
    struct Limits: Sendable {
        /// Exports at the same time; as work for processors they gain nothing from being more than the cores.
        var running = 2
        /// Exports that wait for their turn; further ones are refused.
        var waiting = 256
        /// Bytes of finished reports that are kept.
        var kept = 64 << 20
    }

    /// What a report depends on, and so what it is kept under.
    struct Key: Hashable, Sendable {
        let pack: String
        let edition: Int
        let audience: Audience
        let format: String
    }

    struct Report: Sendable {
        let bytes: [UInt8]
        let mediaType: String
    }

    private struct Flight {
        let key: Key
        let pack: ReportPack
        var waiters: [Int: CheckedContinuation<Report, any Error>] = [:]
        var task: Task<Void, Never>?
    }

    private let library: PackLibrary
    private let exporters: ExporterRegistry
    private let limits: Limits
    private let log: @Sendable (String) -> Void
    private var flights: [Int: Flight] = [:]
    private var flightOfKey: [Key: Int] = [:]
    private var queue: [Int] = []
    private var running = 0
    private var lastNumber = 0
    private var kept: KeptReports
    private var isShuttingDown = false
    private var idlers: [CheckedContinuation<Void, Never>] = []

    /// How many exports have been started.
    private(set) var exportCount = 0
    /// How many exports wait for their turn.
    var waitingCount: Int { queue.count }
    /// How many requests wait for an export.
    var waiterCount: Int { flights.values.reduce(0) { $0 + $1.waiters.count } }

    init(
        library: PackLibrary, exporters: ExporterRegistry, limits: Limits = Limits(),
        log: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.library = library
        self.exporters = exporters
        self.limits = limits
        self.log = log
        kept = KeptReports(limit: limits.kept)
    }

    /// A report, made for the occasion or before.
    ///
    /// - Parameters:
    ///   - pack: The name of a pack, as a client wrote it.
    ///   - format: The identifier of a format, as a client wrote it.
    ///   - audience: Who will read the report, as the host knows and not as a client says.
    /// - Throws: ``ReportServiceError``, or `CancellationError` where the task that asks is cancelled.
    func report(of pack: String, as format: String, for audience: Audience) async throws -> Report {
        guard !isShuttingDown else { throw Self.shuttingDown }
        do {
            _ = try exporters.exporter(id: format)
        } catch {
            throw ReportServiceError(.unknownFormat, error.description)
        }
        let edition = try await library.edition(named: pack)
        let key = Key(pack: pack, edition: edition.number, audience: audience, format: format)
        if let report = kept.report(for: key) { return report }
        let number = try flight(for: key, edition.pack)
        lastNumber += 1
        let ticket = lastNumber
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                if Task.isCancelled || flights[number] == nil {
                    continuation.resume(throwing: CancellationError())
                    abandonIfUnwanted(number)
                } else {
                    flights[number]?.waiters[ticket] = continuation
                }
            }
        } onCancel: {
            Task { await self.leave(number, ticket) }
        }
    }

    /// Refuses what is asked from now on and what waits for its turn, and returns when the running exports are done.
    func shutDown() async {
        isShuttingDown = true
        for number in queue { finish(number, .failure(Self.shuttingDown)) }
        queue = []
        guard running > 0 else { return }
        await withCheckedContinuation { idlers.append($0) }
    }

    // MARK: Exports under way

    private static let shuttingDown = ReportServiceError(.shuttingDown, "The server is shutting down; ask again soon.")

    /// The export that makes a report: the one under way, or a new one.
    private func flight(for key: Key, _ pack: ReportPack) throws(ReportServiceError) -> Int {
        // It may have begun while the pack was read.
        guard !isShuttingDown else { throw Self.shuttingDown }
        if let number = flightOfKey[key] { return number }
        guard running < limits.running || queue.count < limits.waiting else {
            throw ReportServiceError(.tooBusy, "Too many reports are being made; ask again soon.")
        }
        lastNumber += 1
        flights[lastNumber] = Flight(key: key, pack: pack)
        flightOfKey[key] = lastNumber
        queue.append(lastNumber)
        startNext()
        return lastNumber
    }

    private func startNext() {
        while running < limits.running, !queue.isEmpty {
            let number = queue.removeFirst()
            guard let flight = flights[number] else { continue }
            running += 1
            exportCount += 1
            let (pack, key, exporters) = (flight.pack, flight.key, exporters)
            flights[number]?.task = Task {
                let result = await Self.export(pack, key, with: exporters)
                self.land(number, result)
            }
        }
    }

    private static let workers = DispatchQueue(label: "exports", attributes: .concurrent)

    /// Does the work on a thread of its own: those that tasks share are as many as there are cores, and stay free for answers.
    private static func export(
        _ pack: ReportPack, _ key: Key, with exporters: ExporterRegistry
    ) async -> Result<Report, any Error> {
        let stop = StopSign()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                workers.async {
                    continuation.resume(returning: Result { try make(pack, key, with: exporters, until: stop) })
                }
            }
        } onCancel: {
            stop.raise()
        }
    }

    private static func make(
        _ pack: ReportPack, _ key: Key, with exporters: ExporterRegistry, until stop: StopSign
    ) throws -> Report {
        let context = ExportContext(isCancelled: { stop.isRaised })
        try context.checkCancellation()
        let publication = try pack.publish(for: key.audience)
        var sink = MemorySink()
        try exporters.export(publication, as: key.format, to: &sink, context: context)
        try sink.finish()
        return Report(bytes: sink.bytes, mediaType: try exporters.exporter(id: key.format).format.mediaType)
    }

    private func land(_ number: Int, _ result: Result<Report, any Error>) {
        running -= 1
        switch result {
        case .success(let report):
            if let key = flights[number]?.key { kept.keep(report, for: key) }
            finish(number, .success(report))
        case .failure(let error):
            // The error's own words may be about this machine; they are for those who run it.
            if let key = flights[number]?.key { log("\(key.pack), \(key.format), \(key.audience.rawValue): \(error)") }
            finish(number, .failure(ReportServiceError(.exportFailed, "The report could not be made.")))
        }
        startNext()
        if isShuttingDown, running == 0 {
            for idler in idlers { idler.resume() }
            idlers = []
        }
    }

    /// Tells all who wait for an export how it ended.
    private func finish(_ number: Int, _ result: Result<Report, any Error>) {
        guard let flight = flights.removeValue(forKey: number) else { return }
        if flightOfKey[flight.key] == number { flightOfKey[flight.key] = nil }
        for waiter in flight.waiters.values { waiter.resume(with: result) }
    }

    private func leave(_ number: Int, _ ticket: Int) {
        flights[number]?.waiters.removeValue(forKey: ticket)?.resume(throwing: CancellationError())
        abandonIfUnwanted(number)
    }

    /// Stops an export that nobody waits for; one that is asked for again later starts anew.
    private func abandonIfUnwanted(_ number: Int) {
        guard let flight = flights[number], flight.waiters.isEmpty else { return }
        queue.removeAll { $0 == number }
        flight.task?.cancel()
        finish(number, .failure(CancellationError()))
    }
}

/// What tells an export on another thread that nobody waits for it.
private final class StopSign: Sendable {
    private let raised = Atomic(false)

    var isRaised: Bool { raised.load(ordering: .relaxed) }

    func raise() { raised.store(true, ordering: .relaxed) }
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
        clock += 1
        reports[key]?.lastUse = clock
        return reports[key]?.report
    }

    mutating func keep(_ report: ReportService.Report, for key: ReportService.Key) {
        guard report.bytes.count <= limit else { return }
        clock += 1
        size += report.bytes.count - (reports[key]?.report.bytes.count ?? 0)
        reports[key] = (report, clock)
        while size > limit, let oldest = reports.min(by: { $0.value.lastUse < $1.value.lastUse }) {
            size -= oldest.value.report.bytes.count
            reports[oldest.key] = nil
        }
    }
}
