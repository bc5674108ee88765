import FamilyServicesKit
import Foundation
import Testing

extension ConformanceRun {
    /// How many documents may end a child before the run gives up on finding more.
    private static var trapLimit: Int { 8 }

    /// Tries every document in child processes with other settings.
    mutating func checkInChildProcess(sourceLocation: Testing.SourceLocation) async throws {
        guard ChildLauncher.isAvailable else { return }
        guard let name = _mangledTypeName(E.self), let options = try? JSONEncoder().encode(conformance.options) else {
            // Options that do not go through JSON are a finding already.
            return
        }
        let directory = FileManager.default.temporaryDirectory.path + "/exporter-test-kit-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: directory) }
        var task = ChildTask(
            exporter: name, options: String(decoding: options, as: UTF8.self), directory: directory + "/east",
            settings: .east, longRows: conformance.longRows, measuresMemory: conformance.depth == .full,
            comparesOnly: false, skipped: [], isBrief: conformance.isBrief,
            tries: conformance.tries)
        var other = task
        (other.directory, other.settings, other.comparesOnly) = (directory + "/west", .west, true)
        other.measuresMemory = false
        // Both at once: most of their time they read, build and compare each for itself.
        let tasks = (east: task, west: claims(.deterministic) ? other : nil)
        async let first = ChildLauncher.run(tasks.east, sourceLocation: sourceLocation)
        async let second = ChildLauncher.run(tasks.west, sourceLocation: sourceLocation)
        let reports = try await (east: first, west: second)
        guard let east = try await report(reports.east, of: &task, sourceLocation: sourceLocation) else { return }
        noteFiles(east)
        noteRefusals(east)
        noteWaits(east)
        noteSideBySide(east)
        if let memory = east.memory, claims(.streaming), memory.isHoard {
            note(
                .streaming, in: corpus.long.name,
                "The memory grew by \(memory.growth) bytes while \(memory.written) bytes were written; hand bytes on as "
                    + "they come.")
        }
        guard claims(.deterministic) else { return }
        other.skipped = task.skipped
        guard let west = try await report(reports.west, of: &other, sourceLocation: sourceLocation) else { return }
        for document in corpus.documents where document.isCompared {
            guard let digest = east.digests[document.name], let other = west.digests[document.name] else { continue }
            // This process is a third one, with a hash seed of its own.
            guard let here = trial(document.publication), here.error == nil else { continue }
            references[document.name] = here
            if digest != other || digest != Digest(here.sink.bytes) {
                note(
                    .determinism, in: document.name,
                    "Processes with other hash seeds, time zones, locales and names of the user write different bytes; sort "
                        + "what comes out of dictionaries and sets, give formatters a time zone and a locale of their own, "
                        + "and use neither the clock nor the environment.")
            }
        }
    }

    /// Runs children until one gets through, leaving out the documents on which others came to an end.
    ///
    /// - Parameter first: What the first child found.
    private mutating func report(
        _ first: ChildReport?, of task: inout ChildTask, sourceLocation: Testing.SourceLocation
    ) async throws -> ChildReport? {
        var report = first
        while true {
            if let report {
                if !report.isExporterFound {
                    note(
                        .childProcess,
                        "A child process does not find the exporter by the name of its type, so that what needs other "
                            + "settings was not tried; declare the type at file level or inside a type, and not private."
                    )
                    return nil
                }
                return report
            }
            guard noteEnd(of: &task) else { return nil }
            guard task.skipped.count < Self.trapLimit else {
                note(.childProcess, "So many documents ended the process that the rest was not tried.")
                isHopeless = true
                return nil
            }
            report = try await ChildLauncher.run(task, sourceLocation: sourceLocation)
        }
    }

    /// Notes why a child came to an early end, and leaves out the document that it was at.
    ///
    /// - Returns: Whether it is worth another try.
    private mutating func noteEnd(of task: inout ChildTask) -> Bool {
        guard let name = ChildLauncher.current(of: task) else {
            note(.childProcess, "A child process came to an early end before the first document.")
            return false
        }
        // Another child has come to its end there already.
        guard task.skipped.insert(name).inserted else { return false }
        let end = ChildLauncher.end(of: task)
        if !trapped.contains(name) {
            let isWithin = corpus.documents.first { $0.name == name }.map { $0.demand != .survive } ?? true
            let check: ConformanceCheck =
                end.isStuck
                ? .blocking : name == ChildWork.sideBySide ? .determinism : isWithin ? .export : .beyondContract
            note(check, in: name, end.advice)
        }
        trapped.insert(name)
        // What happens in every document needs no more examples, each of which takes its time.
        if end.isStuck { isHopeless = true }
        return !end.isStuck
    }

    private mutating func noteFiles(_ report: ChildReport) {
        if !claims(.needsTemporaryFile), let name = report.unclaimedFiles.sorted().first {
            note(
                .temporaryFiles, in: name,
                "A temporary file was made (in \(report.unclaimedFiles.count) documents); claim needsTemporaryFile, or do "
                    + "without.")
        }
        if let first = report.leftFiles.first {
            note(
                .temporaryFiles,
                "A file or folder stayed in the directory for temporary files after \(first)"
                    + (report.leftFiles.count > 1 ? " and \(report.leftFiles.count - 1) other exports" : "")
                    + "; remove it however the export ends.")
        }
        if let first = report.strayFiles.first {
            note(
                .temporaryFiles,
                "A file was written beside the sink, neither there nor in the directory for temporary files: \(first); write to "
                    + "the sink alone.")
        }
    }

    private mutating func noteWaits(_ report: ChildReport) {
        for (name, seconds) in report.waits.sorted(by: { $0.key < $1.key }) {
            note(
                .blocking, in: name,
                "The export waited for \(DecimalText.plain(seconds, decimals: 1)) seconds in which it did nothing; do not sleep, "
                    + "and wait for no other thread.")
        }
    }

    private mutating func noteSideBySide(_ report: ChildReport) {
        guard claims(.deterministic), report.differentSideBySide > 0 else { return }
        note(
            .determinism, in: corpus.small.name,
            "Of \(conformance.tries) exports side by side, \(report.differentSideBySide) gave other bytes; an exporter keeps no "
                + "state between exports.")
    }

    private mutating func noteRefusals(_ report: ChildReport) {
        for document in corpus.documents where document.demand != .write {
            guard let message = report.refusals[document.name] else { continue }
            if message.contains(Corpus.confidentialWord) {
                note(
                    .beyondContract, in: document.name,
                    "The error repeats what a cell holds; say where the fault is and what would be right, without the "
                        + "data.")
            }
        }
    }
}
