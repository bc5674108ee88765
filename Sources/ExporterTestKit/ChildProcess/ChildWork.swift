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
    static func perform(_ task: ChildTask) async throws {
        ChildGuard.watch(messages: task.messagesPath, signal: task.signalPath)
        ChildGuard.endIfStuck(step, note: task.stuckPath)
        ProcessSettings.apply(task.settings, temporary: task.temporaryDirectory, home: task.home)
        var report = ChildReport()
        if let exporter = _typeByName(task.exporter) as? any Exporter.Type {
            try await perform(task, exporter, &report)
        } else {
            report.isExporterFound = false
        }
        try JSONEncoder().encode(report).write(to: URL(fileURLWithPath: task.reportPath))
    }

    private static func perform<E: Exporter>(
        _ task: ChildTask, _ type: E.Type, _ report: inout ChildReport
    ) async throws {
        let options = try JSONDecoder().decode(E.Options.self, from: Data(task.options.utf8))
        let corpus = try Corpus(longRows: task.longRows, of: Corpus.Matter(E.format), isBrief: task.isBrief)
        let (temporary, home) = (WatchedFolder(task.temporaryDirectory), WatchedFolder(task.home))
        // Before the peak is high from other documents.
        if task.measuresMemory, !task.skipped.contains(corpus.long.name) {
            try begin(corpus.long.name, task)
            report.memory = try measure(type, options, corpus.long.publication)
        }
        for document in corpus.documents where !task.skipped.contains(document.name) {
            if task.comparesOnly && !document.isCompared { continue }
            try begin(document.name, task)
            let trial = try attempt(type, options, document.publication)
            let what = "the export of “\(document.name)”"
            if temporary.wasTouched() { report.unclaimedFiles.insert(document.name) }
            if temporary.clear() != nil { report.leftFiles.append(what) }
            if home.wasTouched() {
                report.strayFiles.append((home.clear() ?? "a file that was removed again") + " in " + what)
            }
            if let error = trial.error {
                report.refusals[document.name] = "\(error)"
            } else {
                report.digests[document.name] = Digest(trial.sink.bytes)
            }
        }
        guard !task.comparesOnly, !task.skipped.contains(corpus.small.name) else { return }
        try begin(corpus.small.name, task)
        try interrupt(type, options, corpus.small.publication, temporary, &report)
        try lookForWaits(type, options, corpus, task, &report)
        try lookForStrayFiles(type, options, corpus.small.publication, &report)
        try begin(Self.sideBySide, task)
        try await exportSideBySide(type, options, corpus.small, task.tries, &report)
    }

    /// The name of the step in which many exports take place at once.
    static let sideBySide = "many exports at once"
    /// Counts the steps, for those who watch whether it goes on.
    private static let step = Locked(0)

    /// Leaves a note of which document comes next, for the case that it ends the process.
    private static func begin(_ name: String, _ task: ChildTask) throws {
        try Data(name.utf8).write(to: URL(fileURLWithPath: task.currentPath))
        step.withLock { $0 += 1 }
    }

    /// Exports with an exporter that goes out of use at once.
    private static func attempt<E: Exporter>(
        _ type: E.Type, _ options: E.Options, _ publication: Publication, into sink: ProbeSink = ProbeSink(),
        stopsAt: Int? = nil
    ) throws -> Trial {
        try Trial(E(options: options), publication, into: sink, stopsAt: stopsAt)
    }

    /// Measures whether exports wait.
    ///
    /// A machine that is busy with other work does not count, nor does what happens only once.
    private static func lookForWaits<E: Exporter>(
        _ type: E.Type, _ options: E.Options, _ corpus: Corpus, _ task: ChildTask, _ report: inout ChildReport
    ) throws {
        for (document, limit) in [(corpus.small, 0.2), (corpus.long, 0.5)] where !task.skipped.contains(document.name) {
            var shortest = Double.infinity
            for _ in 0..<3 where shortest > limit {
                try begin(document.name, task)
                let waited = try BlockedTime.measure { _ = try attempt(type, options, document.publication) }
                shortest = min(shortest, waited ?? 0)
            }
            if shortest > limit { report.waits[document.name] = shortest }
        }
    }

    /// Looks for files in the folders for everybody's temporary files, whatever the environment says of those.
    ///
    /// Others write there as well. So a file has to come with each export, under a name that begins alike, and none such in the
    /// pauses between them.
    private static func lookForStrayFiles<E: Exporter>(
        _ type: E.Type, _ options: E.Options, _ publication: Publication, _ report: inout ChildReport
    ) throws {
        for path in ["/tmp", "/var/tmp"] {
            let folder = WatchedFolder(path, isOurs: false)
            // Another process with the same exporter writes the same files, and may do so in a pause of this one.
            for _ in 0..<3 {
                guard let name = try suspect(in: folder, type, options, publication) else { continue }
                report.strayFiles.append("“\(path)/\(name)” in an export")
                break
            }
        }
    }

    /// A file that came with each of four exports, and with none of the pauses between them.
    private static func suspect<E: Exporter>(
        in folder: WatchedFolder, _ type: E.Type, _ options: E.Options, _ publication: Publication
    ) throws -> String? {
        var suspects: [String: String]?
        for _ in 0..<4 {
            let (before, start) = (folder.entries, ContinuousClock.now)
            _ = try attempt(type, options, publication)
            let (after, length) = (folder.entries, ContinuousClock.now - start)
            let new = after.subtracting(before).map(\.name)
            // Of several that begin alike one is enough to be named.
            let names = Dictionary(new.map { (beginning(of: $0), $0) }, uniquingKeysWith: min)
            suspects = suspects?.filter { names[$0.key] != nil } ?? names
            guard suspects?.isEmpty == false else { return nil }
            Thread.sleep(forTimeInterval: length / .seconds(1))
            for other in folder.entries.subtracting(after) { suspects?[beginning(of: other.name)] = nil }
        }
        return suspects?.values.min()
    }

    /// The part of a name before the numbers that make it another each time.
    private static func beginning(of name: String) -> String {
        String(name.prefix { $0.isLetter || $0 == "-" }.prefix(8))
    }

    /// Exports a document many times at once, on the threads that tasks have.
    private static func exportSideBySide<E: Exporter>(
        _ type: E.Type, _ options: E.Options, _ document: CorpusDocument, _ tries: Int, _ report: inout ChildReport
    ) async throws {
        guard let expected = report.digests[document.name] else { return }
        let exporter = try E(options: options)
        report.differentSideBySide = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<tries {
                group.addTask {
                    let trial = Trial(exporter, document.publication)
                    step.withLock { $0 += 1 }
                    return trial.error != nil || Digest(trial.sink.bytes) != expected
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
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
            if folder.clear() != nil { report.leftFiles.append("an export whose sink failed after \(capacity) bytes") }
        }
        for question in Set([1, max(whole.questions / 2, 1), max(whole.questions, 1)]).sorted() {
            _ = try attempt(type, options, publication, stopsAt: question)
            if folder.clear() != nil { report.leftFiles.append("an export that was cancelled at question \(question)") }
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

/// A folder of which everything is noticed that happens in it.
private struct WatchedFolder {
    private let path: String

    /// - Parameter isOurs: Whether nobody else uses it.
    init(_ path: String, isOurs: Bool = true) {
        self.path = path
        if isOurs { age() }
    }

    /// An entry, and when it was changed.
    struct Entry: Hashable {
        let name: String
        let changed: Int
    }

    var entries: Set<Entry> {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return Set(
            names.map { name in
                var status = stat()
                guard lstat(path + "/" + name, &status) == 0 else { return Entry(name: name, changed: 0) }
                #if canImport(Darwin)
                    let time = status.st_mtimespec
                #else
                    let time = status.st_mtim
                #endif
                return Entry(name: name, changed: time.tv_sec &* 1_000_000_000 &+ time.tv_nsec)
            })
    }

    /// Gives the folder an old date, which it loses when a file in it is made, renamed or removed.
    private func age() {
        let times = [timeval(tv_sec: 1, tv_usec: 0), timeval(tv_sec: 1, tv_usec: 0)]
        utimes(path, times)
    }

    /// Whether a file was made in it or removed since the last time, whether or not it is still there.
    func wasTouched() -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0 else { return true }
        #if canImport(Darwin)
            let changed = status.st_mtimespec.tv_sec
        #else
            let changed = status.st_mtim.tv_sec
        #endif
        if changed != 1 { age() }
        return changed != 1
    }

    /// Empties the folder.
    ///
    /// - Returns: The first thing that was in it.
    func clear() -> String? {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        for name in names { try? FileManager.default.removeItem(atPath: path + "/" + name) }
        age()
        return names.min()
    }
}
