import Foundation
import Testing

/// Runs programs as a user would: the built example beside the tests, and other readers of what it wrote.
struct Program {
    let executable: URL

    struct Outcome {
        let exitCode: Int32
        let outputData: Data
        let errors: String

        var output: String { String(decoding: outputData, as: UTF8.self) }
    }

    /// An example of this package.
    static func built(_ name: String) throws -> Program {
        // The test bundle stands in the folder of the products; where the tests run inside a helper, so does that.
        let arguments = CommandLine.arguments
        let bundle = arguments.first { $0.hasSuffix(".xctest") } ?? arguments[0]
        let url = URL(filePath: bundle).deletingLastPathComponent().appending(path: name)
        try #require(
            FileManager.default.isExecutableFile(atPath: url.path),
            "\(name) was not built beside the tests at \(url.path)")
        return Program(executable: url)
    }

    /// The Python that `make test` prepared, else the one on the path.
    static let python = Program(
        executable: URL(filePath: ProcessInfo.processInfo.environment["FSK_PYTHON"] ?? "/usr/bin/python3"))

    /// Runs the program to its end.
    ///
    /// - Parameters:
    ///   - arguments: The arguments.
    ///   - folder: Where it runs.
    ///   - device: Where standard output goes, if it is not to be read.
    ///   - environment: Variables beside those of this process.
    func run(
        _ arguments: [String], in folder: URL? = nil, outputTo device: String? = nil,
        environment: [String: String] = [:]
    ) throws -> Outcome {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        // Files and not pipes: a program that fills a pipe which nobody reads yet would never end.
        let scratch = FileManager.default.temporaryDirectory.appending(path: "fsk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let outputFile = scratch.appending(path: "output")
        let errorFile = scratch.appending(path: "errors")
        for file in [outputFile, errorFile] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(
            forWritingTo: device.map { URL(filePath: $0) } ?? outputFile)
        process.standardError = try FileHandle(forWritingTo: errorFile)
        try process.run()
        process.waitUntilExit()
        return Outcome(
            exitCode: process.terminationStatus,
            outputData: try Data(contentsOf: outputFile),
            errors: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self))
    }
}

/// A folder that is gone when the test is.
final class ScratchFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "fsk-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appending(path: name).path }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: url.appending(path: name))
    }
}

/// Where the packs of the repository are.
enum Packs {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Examples/Packs")

    static let names = [
        "safeguarding-2015", "improvement-plan-2018-01", "improvement-plan-2019-03", "quarterly-update-2022-01",
        "corporate-parenting-2024-06", "sample-borough",
    ]

    static func path(_ name: String) -> String { folder.appending(path: name).path }
}
