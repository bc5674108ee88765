import FamilyServicesKit

extension ConformanceRun {
    /// Exports every document, and looks at what comes out.
    mutating func checkDocuments() {
        let readsTables = conformance.readBack != nil && !claims(.records)
        if claims(.records), conformance.readBack != nil {
            note(.readBack, "A format that claims records holds no tables to read back; leave the reader out.")
        }
        for document in corpus.documents {
            guard let trial = reference(document) else { continue }
            checkSink(trial, document)
            guard trial.error == nil else {
                checkRefusal(trial, document)
                continue
            }
            if trial.sink.byteCount == 0 && document.demand != .survive {
                note(.export, in: document.name, "Nothing was written; even an empty report has a title.")
            }
            if claims(.text) { checkText(trial.sink.bytes, document) }
            checkProgress(trial.progress, document)
            guard document.demand != .survive else { continue }
            if claims(.deterministic), document.name != corpus.long.name { checkRepetition(trial, document) }
            if readsTables { checkReadBack(document) }
        }
    }

    private mutating func checkSink(_ trial: Trial, _ document: CorpusDocument) {
        if trial.sink.finishCount > 0 {
            note(.export, in: document.name, "The exporter finished the sink; whoever made the sink does that.")
        }
    }

    private mutating func checkRefusal(_ trial: Trial, _ document: CorpusDocument) {
        guard let error = trial.error else { return }
        switch document.demand {
        case .write:
            note(.export, in: document.name, "The export failed, although the publication keeps the contract: \(error)")
        case .writeOrRefuse, .survive:
            if error is ExportCancelled || error is SinkFailure {
                note(
                    .beyondContract, in: document.name,
                    "The refusal is \(type(of: error)), which means something else; throw an error of the exporter's own."
                )
            }
            if "\(error)".contains(Corpus.confidentialWord), document.demand == .survive {
                note(
                    .beyondContract, in: document.name,
                    "The error repeats what a cell holds; say where the fault is and what would be right, without the data."
                )
            }
        }
    }

    private mutating func checkProgress(_ progress: [Double], _ document: CorpusDocument) {
        guard let last = progress.last else {
            note(.progress, in: document.name, "Nothing was said of the progress; say 1 at the end.")
            return
        }
        if let wrong = progress.first(where: { !(0...1).contains($0) }) {
            note(.progress, in: document.name, "The progress was \(wrong); it lies between 0 and 1.")
        } else if let step = zip(progress, progress.dropFirst()).first(where: { $0 > $1 }) {
            note(.progress, in: document.name, "The progress fell from \(step.0) to \(step.1).")
        } else if last != 1 {
            note(.progress, in: document.name, "The progress ended at \(last); it ends at 1.")
        }
    }

    /// Exports again, with a context that wants to know nothing.
    private mutating func checkRepetition(_ trial: Trial, _ document: CorpusDocument) {
        guard let exporter = try? exporter() else { return }
        var sink = ProbeSink()
        do {
            try exporter.export(document.publication, to: &sink, context: ExportContext(isCancelled: { false }))
        } catch {
            note(.determinism, in: document.name, "The second export failed, and the first did not: \(error)")
            return
        }
        if sink.bytes != trial.sink.bytes {
            note(.determinism, in: document.name, "A second export writes different bytes.")
        }
    }

    // MARK: Text

    private mutating func checkText(_ bytes: [UInt8], _ document: CorpusDocument) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            note(.text, in: document.name, "The output is not valid UTF-8.")
            return
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            note(.text, in: document.name, "The output begins with a byte order mark, which UTF-8 does not need.")
        }
        if hasForbiddenControl(bytes) {
            note(
                .text, in: document.name,
                "The output has a control character; replace those of the report, for example with U+FFFD."
            )
        }
        if document.demand == .survive, Self.hasNonFiniteWord(text) {
            note(
                .beyondContract, in: document.name,
                "A number that is not finite was written as “nan” or “inf”; refuse it.")
        }
    }

    /// Whether there is a control character that is neither a tab nor a line end.
    private func hasForbiddenControl(_ bytes: [UInt8]) -> Bool {
        // Without closures, which are slow where a test is built without optimisations.
        bytes.withUnsafeBufferPointer { bytes in
            var previous: UInt8 = 0
            var place = 0
            while place < bytes.count {
                let byte = bytes[place]
                if byte < 0x20 {
                    if byte != 0x09, byte != 0x0A, byte != 0x0D { return true }
                } else if byte == 0x7F || previous == 0xC2 && byte >= 0x80 && byte < 0xA0 {
                    // The latter are U+0080 to U+009F.
                    return true
                }
                previous = byte
                place += 1
            }
            return false
        }
    }

    /// Whether one of the words for numbers that are not finite is by itself.
    private static func hasNonFiniteWord(_ text: String) -> Bool {
        text.utf8.split { !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
            .contains { word in ["nan", "inf", "infinity"].contains(String(Substring(word)).lowercased()) }
    }
}
