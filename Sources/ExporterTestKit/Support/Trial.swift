import FamilyServicesKit

/// One export and everything that can be seen of it from outside.
struct Trial {
    let sink: ProbeSink
    /// What the exporter threw, if it did.
    let error: (any Error)?
    /// What was said of the progress.
    let progress: [Double]
    /// How often the exporter asked whether to stop.
    let questions: Int
    /// How often it asked again after the answer was yes.
    let questionsAfterStop: Int
    /// How often it had asked when the first bytes came.
    let questionsBeforeFirstWrite: Int
    /// How many writes the sink took after the answer was yes.
    let writesAfterStop: Int

    /// Exports a publication.
    ///
    /// - Parameters:
    ///   - exporter: The exporter.
    ///   - publication: The publication.
    ///   - sink: The sink, with its instructions.
    ///   - stopsAt: The question whose answer is the first yes, counted from 1; `nil` for none.
    init<E: Exporter>(
        _ exporter: E, _ publication: Publication, into sink: ProbeSink = ProbeSink(), stopsAt: Int? = nil
    ) {
        let record = Locked((progress: [Double](), questions: 0))
        let context = ExportContext(
            progress: { share in record.withLock { $0.progress.append(share) } },
            isCancelled: {
                record.withLock { record in
                    record.questions += 1
                    return stopsAt.map { [count = record.questions] in count >= $0 } ?? false
                }
            })
        let written = Locked(0)
        let questionsAtFirstWrite = Locked<Int?>(nil)
        var sink = sink
        let onWrite = sink.onWrite
        sink.onWrite = {
            onWrite?()
            questionsAtFirstWrite.withLock { first in
                if first == nil { first = record.withLock { $0.questions } }
            }
            guard let stopsAt, record.withLock({ $0.questions >= stopsAt }) else { return }
            written.withLock { $0 += 1 }
        }
        var thrown: (any Error)?
        do {
            try exporter.export(publication, to: &sink, context: context)
        } catch {
            thrown = error
        }
        self.sink = sink
        error = thrown
        let (progress, questions) = record.withLock { ($0.progress, $0.questions) }
        self.progress = progress
        self.questions = questions
        questionsBeforeFirstWrite = questionsAtFirstWrite.withLock { $0 } ?? questions
        questionsAfterStop = stopsAt.map { max(questions - $0, 0) } ?? 0
        writesAfterStop = written.withLock { $0 }
    }
}
