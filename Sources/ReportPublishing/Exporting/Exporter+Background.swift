extension Exporter {
    /// Writes a publication into memory, away from the caller's actor.
    ///
    /// The work keeps one thread of the concurrent pool busy until it is done. Cancelling the task stops it, even where the
    /// context asks somebody else.
    ///
    /// - Parameters:
    ///   - publication: The publication.
    ///   - context: Progress, cancellation and the day of creation. Its progress is called off the caller's actor.
    /// - Returns: The whole file.
    /// - Throws: ``ExportCancelled`` when the task was cancelled or the context asked to stop, or what
    ///   ``export(_:to:context:)`` throws.
    @concurrent
    public func dataInBackground(
        _ publication: Publication, context: ExportContext = ExportContext()
    ) async throws -> [UInt8] {
        let context = context.stoppingWithTask()
        try context.checkCancellation()
        return try data(publication, context: context)
    }

    /// Writes a publication to a file, whole or not at all, away from the caller's actor.
    ///
    /// The work keeps one thread of the concurrent pool busy until it is done. Cancelling the task stops it, even where the
    /// context asks somebody else; the old file is then untouched.
    ///
    /// - Parameters:
    ///   - publication: The publication.
    ///   - path: The file to make or replace. A directory or a symbolic link there is an error.
    ///   - context: Progress, cancellation and the day of creation. Its progress is called off the caller's actor.
    /// - Throws: ``ExportCancelled`` when the task was cancelled or the context asked to stop, ``FileSinkError``, or what
    ///   ``export(_:to:context:)`` throws.
    @concurrent
    public func writeInBackground(
        _ publication: Publication, toFile path: String, context: ExportContext = ExportContext()
    ) async throws {
        let context = context.stoppingWithTask()
        try context.checkCancellation()
        try write(publication, toFile: path, context: context)
    }
}

extension ExportContext {
    /// The same context, which also stops when the current task is cancelled.
    fileprivate func stoppingWithTask() -> ExportContext {
        let isCancelled = isCancelled
        return ExportContext(created: created, progress: progress, isCancelled: { Task.isCancelled || isCancelled() })
    }
}
