import FamilyServicesKit
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What happens in the child process.
enum ChildWork {
    /// Does the task and leaves a report.
    static func perform(_ task: ChildTask) throws {
        // Before anything asks for them; the child has this one thread.
        for (name, value) in [
            ("TZ", task.settings.timeZone), ("LANG", task.settings.locale), ("LC_ALL", task.settings.locale),
            ("LANGUAGE", "tr"), ("TMPDIR", task.temporaryDirectory),
        ] {
            setenv(name, value, 1)
        }
        tzset()
        // A locale that is not installed leaves the one of the C language.
        setlocale(LC_ALL, "")

        var report = ChildReport()
        if let exporter = _typeByName(task.exporter) as? any Exporter.Type {
            try perform(task, exporter, &report)
        } else {
            report.isExporterFound = false
        }
        try JSONEncoder().encode(report).write(to: URL(fileURLWithPath: task.reportPath))
    }

    private static func perform<E: Exporter>(_ task: ChildTask, _ type: E.Type, _ report: inout ChildReport) throws {
        let options = try JSONDecoder().decode(E.Options.self, from: Data(task.options.utf8))
        let corpus = try Corpus(longRows: task.longRows, of: Corpus.Matter(E.format))
        let folder = WatchedFolder(path: task.temporaryDirectory)
        // Before the peak is high from other documents.
        if task.measuresMemory, !task.skipped.contains(corpus.long.name) {
            try begin(corpus.long, task)
            report.memory = try measure(type, options, corpus.long.publication)
        }
        for document in corpus.documents where !task.skipped.contains(document.name) {
            if task.comparesOnly && document.demand != .write { continue }
            try begin(document, task)
            var sink = ProbeSink()
            sink.onWrite = { folder.look() }
            let trial = try attempt(type, options, document.publication, into: sink)
            if folder.hasSeenFile { report.unclaimedFiles.insert(document.name) }
            if folder.clear() { report.leftFiles.append("the export of “\(document.name)”") }
            if let error = trial.error {
                report.refusals[document.name] = "\(error)"
            } else {
                report.digests[document.name] = Digest(trial.sink.bytes)
            }
        }
        guard !task.comparesOnly, !task.skipped.contains(corpus.small.name) else { return }
        try begin(corpus.small, task)
        try interrupt(type, options, corpus.small.publication, folder, &report)
    }

    /// Leaves a note of which document comes next, for the case that it ends the process.
    private static func begin(_ document: CorpusDocument, _ task: ChildTask) throws {
        try Data(document.name.utf8).write(to: URL(fileURLWithPath: task.currentPath))
    }

    /// Exports with an exporter that goes out of use at once.
    private static func attempt<E: Exporter>(
        _ type: E.Type, _ options: E.Options, _ publication: Publication, into sink: ProbeSink = ProbeSink(),
        stopsAt: Int? = nil
    ) throws -> Trial {
        try Trial(E(options: options), publication, into: sink, stopsAt: stopsAt)
    }

    /// Looks for files that stay behind when a sink fails and when an export is cancelled.
    private static func interrupt<E: Exporter>(
        _ type: E.Type, _ options: E.Options, _ publication: Publication, _ folder: WatchedFolder,
        _ report: inout ChildReport
    ) throws {
        let whole = try attempt(type, options, publication)
        for capacity in Set([0, whole.sink.byteCount / 2, max(whole.sink.byteCount - 1, 0)]).sorted() {
            var sink = ProbeSink()
            sink.capacity = capacity
            _ = try attempt(type, options, publication, into: sink)
            if folder.clear() { report.leftFiles.append("an export whose sink failed after \(capacity) bytes") }
        }
        for question in Set([1, max(whole.questions / 2, 1), max(whole.questions, 1)]).sorted() {
            _ = try attempt(type, options, publication, stopsAt: question)
            if folder.clear() { report.leftFiles.append("an export that was cancelled at question \(question)") }
        }
    }

    /// Measures by how much the memory grows while a long document is written.
    ///
    /// - Returns: `nil` where the system does not tell.
    static func measure<E: Exporter>(
        _ type: E.Type, _ options: E.Options, _ publication: Publication
    ) throws -> ChildReport.Memory? {
        ResidentMemory.returnFreed()
        guard let before = ResidentMemory.now else { return nil }
        let peak = Locked((memory: before, writes: 0))
        var sink = ProbeSink()
        sink.keepsBytes = false
        sink.onWrite = {
            peak.withLock { peak in
                // Asking takes longer than many a write.
                if peak.writes.isMultiple(of: 64), let now = ResidentMemory.now { peak.memory = max(peak.memory, now) }
                peak.writes += 1
            }
        }
        let trial = try attempt(type, options, publication, into: sink)
        return ChildReport.Memory(growth: peak.withLock { $0.memory } - before, written: trial.sink.byteCount)
    }
}

/// The folder for the temporary files of the exporter.
private final class WatchedFolder: Sendable {
    private let path: String
    private let seen = Locked(false)

    init(path: String) {
        self.path = path
    }

    private var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] }

    /// Notes whether there is a file now.
    func look() {
        seen.withLock { if !$0 { $0 = !names.isEmpty } }
    }

    /// Whether there was a file at any look since the last clearing, or is one now.
    var hasSeenFile: Bool {
        look()
        return seen.withLock { $0 }
    }

    /// Empties the folder.
    ///
    /// - Returns: Whether anything was in it.
    func clear() -> Bool {
        let names = names
        for name in names { try? FileManager.default.removeItem(atPath: path + "/" + name) }
        seen.withLock { $0 = false }
        return !names.isEmpty
    }
}
