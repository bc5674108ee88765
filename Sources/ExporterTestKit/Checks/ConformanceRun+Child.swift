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
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        var task = ChildTask(
            exporter: name, options: String(decoding: options, as: UTF8.self), directory: directory, settings: .east,
            longRows: conformance.longRows, measuresMemory: conformance.depth == .full, comparesOnly: false, skipped: []
        )
        guard let east = try await report(of: &task, sourceLocation: sourceLocation) else { return }
        noteTemporaryFiles(east)
        noteRefusals(east)
        if let memory = east.memory, claims(.streaming), memory.isHoard {
            note(
                .streaming, in: corpus.long.name,
                "The memory grew by \(memory.growth) bytes while \(memory.written) bytes were written; hand bytes on as "
                    + "they come.")
        }
        guard claims(.deterministic) else { return }
        task.settings = .west
        task.comparesOnly = true
        task.measuresMemory = false
        guard let west = try await report(of: &task, sourceLocation: sourceLocation) else { return }
        for document in corpus.documents where document.demand == .write {
            guard let digest = east.digests[document.name], let other = west.digests[document.name] else { continue }
            // This process is a third one, with a hash seed of its own.
            guard let here = trial(document.publication), here.error == nil else { continue }
            references[document.name] = here
            let settings = "other hash seeds, time zones and locales"
            if digest != other || digest != Digest(here.sink.bytes) {
                note(
                    .determinism, in: document.name,
                    "Processes with \(settings) write different bytes; sort what comes out of dictionaries and sets, and use "
                        + "neither the clock nor the locale.")
            }
        }
    }

    /// Runs children until one gets through, leaving out the documents on which others came to an end.
    private mutating func report(of task: inout ChildTask, sourceLocation: Testing.SourceLocation) async throws
        -> ChildReport?
    {
        while task.skipped.count < Self.trapLimit {
            if let report = try await ChildLauncher.run(task, sourceLocation: sourceLocation) {
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
            guard let name = ChildLauncher.current(of: task), !task.skipped.contains(name) else {
                note(.childProcess, "A child process came to an early end before the first document.")
                return nil
            }
            let isWithin = corpus.documents.first { $0.name == name }.map { $0.demand != .survive } ?? true
            note(
                isWithin ? .export : .beyondContract, in: name,
                "The exporter ended the process; throw an error that says what the format cannot hold.")
            task.skipped.insert(name)
            trapped.insert(name)
        }
        note(.childProcess, "So many documents ended the process that the rest was not tried.")
        return nil
    }

    private mutating func noteTemporaryFiles(_ report: ChildReport) {
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
