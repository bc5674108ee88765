public import FamilyServicesKit

/// Publishes and exports on threads of its own, a few at a time.
///
/// A program that serves many people keeps the threads of its tasks free: while reports are made, it goes on answering.
///
/// ```swift
/// let exports = Exports(limit: 2, waiting: 20)
/// let publication = try await exports.publication(of: pack, for: .everyone)
/// let workbook = try await exports.data(publication, with: try XLSXExporter())
/// ```
///
/// What comes beyond the limit waits for its turn in the order in which it came. Cancelling the task takes a job out of the line at
/// once, and stops one that has begun when it next asks whether to stop.
public final class Exports: Sendable {
    /// How many jobs are done at the same time.
    public let limit: Int
    /// How many may wait.
    public let waitingLimit: Int
    private let line: Line

    /// Prepares the threads, which begin with the first jobs.
    ///
    /// - Parameters:
    ///   - limit: How many jobs are done at the same time; at least 1.
    ///   - waiting: How many more may wait before others are refused.
    public init(limit: Int, waiting: Int = .max) {
        self.limit = max(limit, 1)
        waitingLimit = max(waiting, 0)
        line = Line(limit: self.limit, waiting: waitingLimit)
    }

    /// Makes the version of a report that an audience may see.
    ///
    /// - Parameters:
    ///   - pack: The report.
    ///   - audience: Who will read it.
    ///   - options: How the version is made; its progress is called on a thread of this object.
    /// - Returns: The publication.
    /// - Throws: `ExportCancelled` where the task was cancelled or the options asked to stop, ``ExportsBusy`` where too many wait,
    ///   or what `publish(for:options:)` throws.
    public func publication(
        of pack: ReportPack, for audience: Audience, options: PublicationOptions = PublicationOptions()
    ) async throws -> Publication {
        try await perform { isStopped in
            var options = options
            let isCancelled = options.isCancelled
            options.isCancelled = { isStopped() || isCancelled() }
            do {
                return try pack.publish(for: audience, options: options)
            } catch let error as PublicationError where error.isCancelled {
                throw ExportCancelled()
            }
        }
    }

    /// Writes a publication into memory.
    ///
    /// - Parameters:
    ///   - publication: The publication.
    ///   - exporter: The exporter.
    ///   - context: Progress, cancellation and the day of creation; its progress is called on a thread of this object.
    /// - Returns: The whole file.
    /// - Throws: `ExportCancelled` where the task was cancelled or the context asked to stop, ``ExportsBusy`` where too many wait,
    ///   or what the exporter throws.
    public func data(
        _ publication: Publication, with exporter: some Exporter, context: ExportContext = ExportContext()
    ) async throws -> [UInt8] {
        try await perform { isStopped in
            try exporter.data(publication, context: context.stopping(where: isStopped))
        }
    }

    /// Writes a publication to a file, whole or not at all.
    ///
    /// - Parameters:
    ///   - publication: The publication.
    ///   - exporter: The exporter.
    ///   - path: The file to make or replace.
    ///   - context: Progress, cancellation and the day of creation; its progress is called on a thread of this object.
    /// - Throws: `ExportCancelled` where the task was cancelled or the context asked to stop, ``ExportsBusy`` where too many wait,
    ///   `FileSinkError`, or what the exporter throws. The old file is then untouched.
    public func write(
        _ publication: Publication, with exporter: some Exporter, toFile path: String,
        context: ExportContext = ExportContext()
    ) async throws {
        try await perform { isStopped in
            try exporter.write(publication, toFile: path, context: context.stopping(where: isStopped))
        }
    }

    /// Does a job on one of the threads.
    private func perform<Value: Sendable>(
        _ job: @escaping @Sendable (_ isStopped: @escaping @Sendable () -> Bool) throws -> Value
    ) async throws -> Value {
        let number = line.number()
        defer { line.forget(number) }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                line.add(
                    number,
                    run: { isStopped in continuation.resume(with: Result { try job(isStopped) }) },
                    refuse: { continuation.resume(throwing: $0) })
            }
        } onCancel: {
            line.cancel(number)
        }
    }
}

/// So many jobs wait already that another was refused.
public struct ExportsBusy: Error, Sendable, Hashable, CustomStringConvertible {
    /// How many wait.
    public let waiting: Int

    /// A sentence for people.
    public var description: String { "Too many reports are being made: \(waiting) wait already. Try again later." }
}

extension ExportContext {
    /// The same context, which also stops where somebody else asks for it.
    ///
    /// By default a context asks the task whether it was cancelled, which another thread does not know.
    fileprivate func stopping(where isStopped: @escaping @Sendable () -> Bool) -> ExportContext {
        let isCancelled = isCancelled
        return ExportContext(created: created, progress: progress, isCancelled: { isStopped() || isCancelled() })
    }
}
