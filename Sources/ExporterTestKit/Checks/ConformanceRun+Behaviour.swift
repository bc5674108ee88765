import FamilyServicesKit

extension ConformanceRun {
    /// Looks at the pieces in which a long document leaves.
    mutating func checkStreaming() {
        guard claims(.streaming), let trial = reference(corpus.long), trial.error == nil else { return }
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
        } else if claims(.text), trial.sink.byteCount > 128 << 10, trial.questions > 8,
            // What is compressed lags behind, the more so the more processors there are.
            // A first look at all rows, for the widths of columns, is not a hoard.
            trial.questionsBeforeFirstWrite * 10 > trial.questions * 9
        {
            note(
                .streaming, in: corpus.long.name,
                "The first bytes came when \(trial.questionsBeforeFirstWrite) of \(trial.questions) questions whether to stop "
                    + "had been asked, so that everything was kept until then; write as you go.")
        }
    }

    // MARK: Sinks that fail

    /// Lets a sink fail in each write of a small document, and in some of a long one.
    ///
    /// A sink accepts or refuses each write as a whole, so failing on any byte of a write is the same test case.
    mutating func checkSinkErrors() {
        failSink(in: corpus.small, atMost: conformance.depth == .full ? .max : conformance.tries)
        failSink(in: corpus.long, atMost: 3)
    }

    private mutating func failSink(in document: CorpusDocument, atMost count: Int) {
        guard let whole = reference(document), whole.error == nil else { return }
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
        if trial.sink.finishCount > 0 {
            return "it was finished all the same, which keeps a half-written file; leave that to whoever made the sink."
        }
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
        for document in [corpus.small, corpus.long] {
            guard let whole = reference(document), whole.error == nil else { continue }
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
        if trial.sink.finishCount > 0 {
            return "the sink was finished, which keeps a half-written file; leave that to whoever made the sink."
        }
        guard let error = trial.error else { return "the export went on to its end; throw ExportCancelled." }
        guard error is ExportCancelled else { return "the export threw \(type(of: error)); throw ExportCancelled." }
        if trial.writesAfterStop > 0 { return "\(trial.writesAfterStop) writes followed; stop at once." }
        return trial.questionsAfterStop > 8 ? "it asked \(trial.questionsAfterStop) times more; stop at once." : nil
    }
}
