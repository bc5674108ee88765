import FamilyServicesKit

extension ConformanceRun {
    /// Exports publications that differ in one cell or one record.
    mutating func checkDistinctions() {
        guard claims(.deterministic),
            let documents = try? claims(.records) ? Corpus.recordLookalikes() : Corpus.lookalikes()
        else { return }
        var files: [[UInt8]: String] = [:]
        for document in documents {
            guard let bytes = bytes(document.publication) else {
                note(.export, in: document.name, "The export failed, although the publication keeps the contract.")
                continue
            }
            if let other = files[bytes] {
                note(.distinction, in: document.name, "The file is the same as that of the document “\(other)”.")
            } else {
                files[bytes] = document.name
            }
        }
    }

    /// Exports many times at once, with one exporter.
    mutating func checkSideBySide() async {
        guard claims(.deterministic), let reference = references[corpus.small.name], reference.error == nil,
            let exporter = try? exporter()
        else { return }
        let publication = corpus.small.publication
        let expected = Digest(reference.sink.bytes)
        let different = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<conformance.tries {
                group.addTask {
                    let trial = Trial(exporter, publication)
                    return trial.error != nil || Digest(trial.sink.bytes) != expected
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        if different > 0 {
            note(
                .determinism, in: corpus.small.name,
                "Of \(conformance.tries) exports side by side, \(different) gave other bytes; an exporter keeps no state between exports."
            )
        }
    }

    /// Looks at the pieces in which a long document leaves.
    mutating func checkStreaming() {
        guard claims(.streaming), let trial = references[corpus.long.name], trial.error == nil else { return }
        let limit = 1 << 20
        if trial.sink.largestWrite > limit {
            note(
                .streaming, in: corpus.long.name,
                "The largest write had \(trial.sink.largestWrite) bytes; write at most \(limit) at a time.")
        }
        // More than any sensible buffer.
        if trial.sink.byteCount > 256 << 10, trial.sink.writeCount < 2 {
            note(
                .streaming, in: corpus.long.name,
                "All \(trial.sink.byteCount) bytes came in one write; write as you go.")
        }
    }

    // MARK: Sinks that fail

    /// Lets a sink fail in each write of a small document, and in some of a long one.
    ///
    /// A sink takes a write whole or not at all, so that of all the bytes that one write brings, any makes the same case.
    mutating func checkSinkErrors() {
        failSink(in: corpus.small, atMost: conformance.depth == .full ? .max : conformance.tries)
        failSink(in: corpus.long, atMost: 3)
    }

    private mutating func failSink(in document: CorpusDocument, atMost count: Int) {
        guard !trapped.contains(document.name), let whole = references[document.name], whole.error == nil else {
            return
        }
        let starts = whole.sink.starts
        guard let last = starts.last else { return }
        let step = count >= starts.count ? 1 : max((starts.count + count - 1) / count, 1)
        let capacities = Set(
            stride(from: 0, to: starts.count, by: step).map { starts[$0] } + [last, whole.sink.byteCount - 1])
        for capacity in capacities.sorted() {
            var sink = ProbeSink()
            sink.capacity = capacity
            sink.keepsBytes = false
            guard let trial = trial(document.publication, into: sink) else { return }
            // An exporter whose output differs from run to run may get by with fewer bytes.
            guard trial.sink.hasFailed else { continue }
            if let message = fault(in: trial, failure: sink.failure) {
                note(.sinkErrors, in: document.name, "The sink failed after \(capacity) bytes, and \(message)")
                return
            }
        }
    }

    private func fault(in trial: Trial, failure: SinkFailure) -> String? {
        if trial.sink.writesAfterFailure > 0 {
            return "\(trial.sink.writesAfterFailure) more writes followed; after an error nothing more may be written."
        }
        guard let error = trial.error else { return "the export said nothing; let the sink's error through." }
        guard let error = error as? SinkFailure else {
            return "the export threw \(type(of: error)) instead; let the sink's error through as it is."
        }
        return error == failure ? nil : "the error of another sink came out."
    }

    // MARK: Cancellation

    /// Cancels at the first question, in the middle, and at the last.
    mutating func checkCancellation() {
        for document in [corpus.small, corpus.long] where !trapped.contains(document.name) {
            guard let whole = references[document.name], whole.error == nil else { continue }
            guard whole.questions > 0 else {
                note(.cancellation, in: document.name, "The context was never asked whether to stop.")
                continue
            }
            if document.name == corpus.long.name, whole.questions < 4 {
                note(
                    .cancellation, in: document.name,
                    "The context was asked \(whole.questions) times in a long document; ask every few hundred rows.")
            }
            for question in Set([1, (whole.questions + 1) / 2, whole.questions]).sorted() {
                guard let trial = trial(document.publication, stopsAt: question) else { return }
                // An exporter that asks less often this time was never told to stop.
                guard trial.questions >= question else { continue }
                if let message = fault(in: trial) {
                    note(
                        .cancellation, in: document.name,
                        "Cancelled at question \(question) of \(whole.questions), \(message)")
                    break
                }
            }
        }
    }

    private func fault(in trial: Trial) -> String? {
        guard let error = trial.error else { return "the export went on to its end; throw ExportCancelled." }
        guard error is ExportCancelled else { return "the export threw \(type(of: error)); throw ExportCancelled." }
        if trial.writesAfterStop > 0 { return "\(trial.writesAfterStop) writes followed; stop at once." }
        return trial.questionsAfterStop > 8 ? "it asked \(trial.questionsAfterStop) times more; stop at once." : nil
    }
}
