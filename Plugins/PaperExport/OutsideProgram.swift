import Dispatch
import FamilyServicesKit
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A program of the machine that makes a part of the paper.
///
/// It is run without a shell, in the folder of the export, and its arguments are ours alone.
struct OutsideProgram: Sendable, Hashable {
    let path: String

    /// How a run ended, and the end of what it said.
    struct Outcome {
        let exitCode: Int32
        let messages: String
    }

    /// Finds a program on the path.
    ///
    /// - Parameter name: Its name.
    init?(named name: String) {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        let places = folders.filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
        guard let place = places.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else { return nil }
        path = place
    }

    /// Names a program by its path.
    init(path: String) {
        self.path = path
    }

    /// Runs the program to its end.
    ///
    /// - Parameters:
    ///   - arguments: The arguments.
    ///   - folder: Where it runs, and where its temporary files go.
    ///   - environment: Variables beside those of this process.
    ///   - seconds: How long it may take.
    ///   - context: Asked now and then whether to stop.
    /// - Returns: How it ended.
    /// - Throws: ``PaperExportError`` where it cannot be started or takes too long, or `ExportCancelled`. It no longer runs then.
    func run(
        _ arguments: [String], in folder: borrowing WorkFolder, environment: [String: String] = [:], seconds: Int,
        context: ExportContext
    ) throws -> Outcome {
        // A file and not a pipe: a program that fills a pipe which nobody reads yet would never end.
        let said = "messages"
        try folder.write([], to: said)
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder.path)
        process.environment = ProcessInfo.processInfo.environment
            .merging(["TMPDIR": folder.path, "LC_ALL": "C.UTF-8"]) { $1 }.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        do {
            let messages = try FileHandle(forWritingTo: URL(filePath: folder.file(said)))
            defer { try? messages.close() }
            process.standardOutput = messages
            process.standardError = messages
            try process.run()
        } catch {
            throw PaperExportError(.toolFailed, "The program “\(path)” cannot be started (\(error)); install it anew.")
        }
        let start = ContinuousClock.now
        while ended.wait(timeout: .now() + .milliseconds(50)) == .timedOut {
            let isLate = ContinuousClock.now - start > .seconds(seconds)
            guard isLate || context.isCancelled() else { continue }
            Self.stop(process, ended)
            guard isLate else { throw ExportCancelled() }
            throw PaperExportError(
                .timeLimit,
                "The program “\(path)” had not ended after \(seconds) seconds and was stopped; give it longer with the option "
                    + "timeLimit.")
        }
        return Outcome(exitCode: process.terminationStatus, messages: folder.messages(in: said))
    }

    private static func stop(_ process: Process, _ ended: DispatchSemaphore) {
        process.terminate()
        if ended.wait(timeout: .now() + .seconds(2)) == .timedOut {
            _ = kill(process.processIdentifier, SIGKILL)
            ended.wait()
        }
    }
}
