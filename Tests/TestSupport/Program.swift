import Dispatch
package import Foundation
import Testing

/// A program that tests run to its end: one of this package as a user would, or another one as a second opinion.
package struct Program: Sendable {
    /// Where it is.
    package let executable: URL

    /// How a run ended, and what it printed.
    package struct Outcome: Sendable {
        package let exitCode: Int32
        package let outputData: Data
        package let errors: String

        package var output: String { String(decoding: outputData, as: UTF8.self) }
    }

    /// Python: the one that `FSK_PYTHON` names, which `make test` prepares, else the one on the path.
    package static let python = Program(named: ProcessInfo.processInfo.environment["FSK_PYTHON"] ?? "python3")

    package init(executable: URL) {
        self.executable = executable
    }

    /// A program by its path, or by its name on the path.
    package init(named name: String) {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        let places = name.contains("/") ? [name] : folders.map { "\($0)/\(name)" }
        let place = places.first { FileManager.default.isExecutableFile(atPath: $0) }
        executable = URL(filePath: place ?? name)
    }

    /// A program of this package, built beside the tests.
    package static func built(_ name: String) throws -> Program {
        // The test bundle stands in the folder of the products; where the tests run inside a helper, so does that.
        let arguments = CommandLine.arguments
        let bundle = arguments.first { $0.hasSuffix(".xctest") } ?? arguments[0]
        let url = URL(filePath: bundle).deletingLastPathComponent().appending(path: name)
        try #require(
            FileManager.default.isExecutableFile(atPath: url.path),
            "\(name) was not built beside the tests at \(url.path)")
        return Program(executable: url)
    }

    /// Whether it is there and ends well with some arguments.
    package func succeeds(_ arguments: [String]) -> Bool { (try? run(arguments).exitCode) == 0 }

    /// Starts the program without waiting for its end, for tests that kill it; what it prints is lost.
    package func start(_ arguments: [String], environment: [String: String] = [:]) throws -> Process {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    /// Runs the program to its end.
    ///
    /// - Parameters:
    ///   - arguments: The arguments.
    ///   - input: What it reads; nothing by default.
    ///   - folder: Where it runs.
    ///   - device: Where standard output goes, if it is not to be read.
    ///   - environment: Variables beside those of this process.
    ///   - limit: After how many seconds it is killed.
    /// - Throws: ``ProgramFailure`` where it cannot be started or does not end in time.
    package func run(
        _ arguments: [String], input: Data? = nil, in folder: URL? = nil, outputTo device: String? = nil,
        environment: [String: String] = [:], limit: Double = 600
    ) throws -> Outcome {
        // Files and not pipes: a program that fills a pipe which nobody reads yet would never end.
        let scratch = try ScratchFolder()
        let files = ["output", "errors"].map { scratch.url.appending(path: $0) }
        for file in files { try Data().write(to: file) }
        let question = input == nil ? URL(filePath: "/dev/null") : scratch.url.appending(path: "input")
        if let input { try input.write(to: question) }
        func outcome(_ exitCode: Int32) throws -> Outcome {
            Outcome(
                exitCode: exitCode, outputData: try Data(contentsOf: files[0]),
                errors: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self))
        }
        if executable == Self.python.executable, device == nil, environment.isEmpty,
            PythonHost.Request.knows(arguments), let host = PythonHost.shared
        {
            let request = PythonHost.Request(
                arguments: arguments, folder: folder?.path, input: question.path, output: files[0].path,
                errors: files[1].path, status: scratch.path("status"))
            if let exitCode = try host.run(request, limit: limit) { return try outcome(exitCode) }
        }
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = try FileHandle(forReadingFrom: question)
        process.standardOutput = try FileHandle(forWritingTo: device.map { URL(filePath: $0) } ?? files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        do {
            try process.run()
        } catch {
            throw ProgramFailure("\(executable.path) cannot be started: \(error)")
        }
        if ended.wait(timeout: .now() + limit) == .timedOut {
            process.terminate()
            if ended.wait(timeout: .now() + 5) == .timedOut {
                kill(process.processIdentifier, SIGKILL)
                ended.wait()
            }
            throw ProgramFailure("\(executable.path) had not ended after \(limit) seconds and was killed")
        }
        return try outcome(process.terminationStatus)
    }

    /// What the program prints.
    ///
    /// - Throws: ``ProgramFailure`` with the end of its errors where it does not end well.
    package func output(
        _ arguments: [String], input: Data? = nil, environment: [String: String] = [:]
    ) throws -> Data {
        let outcome = try run(arguments, input: input, environment: environment)
        guard outcome.exitCode == 0 else {
            let said = outcome.errors.isEmpty ? outcome.output : outcome.errors
            throw ProgramFailure(
                "\(executable.lastPathComponent) ended with the status \(outcome.exitCode): \(said.suffix(2_000))")
        }
        return outcome.outputData
    }

    /// What the program prints of a text.
    package func answer(_ arguments: [String], to question: String = "") throws -> String {
        String(decoding: try output(arguments, input: Data(question.utf8)), as: UTF8.self)
    }
}

extension Program {
    /// What a command, a program by its name with arguments, makes of some bytes.
    package static func run(_ command: [String], input: [UInt8]) throws -> [UInt8] {
        [UInt8](try Program(named: command[0]).output(Array(command.dropFirst()), input: Data(input)))
    }
}

/// A program that reads our output as a second opinion, and whether it is there.
package struct Tool: Sendable {
    package let program: Program
    package let isReady: Bool

    /// The reference reader of GitHub-flavoured Markdown: Debian's package `cmark-gfm`.
    package static let cmark = Tool(Program(named: "cmark-gfm"), check: ["--version"])
    /// The converter to Word and PDF: Debian's package `pandoc`.
    package static let pandoc = Tool(Program(named: "pandoc"), check: ["--version"])
    package static let jq = Tool(Program(named: "jq"), check: ["--version"])
    package static let gzip = Tool(Program(named: "gzip"), check: ["--version"])
    package static let pigz = Tool(Program(named: "pigz"), check: ["--version"])

    /// A program that is ready where it ends well with some arguments.
    package init(_ program: Program, check: [String]) {
        self.program = program
        isReady = program.succeeds(check)
    }

    /// Python, which is ready where it has these modules.
    package static func python(with modules: String) -> Tool {
        Tool(.python, check: ["-c", "import " + modules])
    }

    /// What it prints of some bytes.
    @discardableResult
    package func run(
        _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:]
    ) throws -> [UInt8] {
        [UInt8](try program.output(arguments, input: Data(input), environment: environment))
    }

    /// What it prints of a text.
    package func run(_ arguments: [String], input: String) throws -> String {
        try program.answer(arguments, to: input)
    }
}

/// A program did not do what it should.
package struct ProgramFailure: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// A folder that is gone when the test is.
package final class ScratchFolder: Sendable {
    package let url: URL

    package init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "fsk-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    package func path(_ name: String) -> String { url.appending(path: name).path }

    package func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: url.appending(path: name))
    }

    /// Writes a file and returns its path.
    package func write(_ bytes: [UInt8], to name: String) throws -> String {
        try Data(bytes).write(to: url.appending(path: name))
        return path(name)
    }
}

/// A folder that is there while the body runs, which is given its path.
package func withTemporaryDirectory<Result>(_ body: (String) throws -> Result) throws -> Result {
    let scratch = try ScratchFolder()
    return try withExtendedLifetime(scratch) { try body($0.url.path) }
}
