import Foundation
import Testing

/// A program that reads our output as a second opinion, or one of our own run as a user would.
struct Tool: Sendable {
    /// Python with the validator of JSON Schema; the make file names the interpreter that has it.
    static let python = Tool(pythonPath, check: ["-c", "import jsonschema"])
    /// Python with the engines that load tables.
    static let tables = Tool(pythonPath, check: ["-c", "import duckdb, pandas"])
    static let jq = Tool("jq", check: ["--version"])
    static let gzip = Tool("gzip", check: ["--version"])
    static let pigz = Tool("pigz", check: ["--version"])

    private static let pythonPath = ProcessInfo.processInfo.environment["FSK_PYTHON"] ?? "python3"

    private let name: String
    let isReady: Bool

    init(_ name: String, check: [String]) {
        self.name = name
        isReady = (try? Self.run(name, check, input: [], environment: [:]))?.status == 0
    }

    /// A program of this package, built beside the tests.
    static func built(_ name: String) throws -> Tool {
        let arguments = CommandLine.arguments
        let bundle = arguments.first { $0.hasSuffix(".xctest") } ?? arguments[0]
        let path = URL(filePath: bundle).deletingLastPathComponent().appending(path: name).path
        try #require(FileManager.default.isExecutableFile(atPath: path), "\(name) was not built at \(path)")
        return Tool(path, check: ["--help"])
    }

    /// A script beside this file.
    static func script(_ name: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: name).path
    }

    @discardableResult
    func run(_ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:]) throws -> [UInt8] {
        let (status, output) = try Self.run(name, arguments, input: input, environment: environment)
        try #require(
            status == 0,
            "\(name) ended with the status \(status): \(String(decoding: output.suffix(2_000), as: UTF8.self))")
        return output
    }

    /// Input and output go through files: pipes would have to be filled and drained at the same time.
    private static func run(
        _ name: String, _ arguments: [String], input: [UInt8], environment: [String: String]
    ) throws -> (status: Int32, output: [UInt8]) {
        let scratch = try Scratch()
        let question = scratch.url.appending(path: "question")
        let answer = scratch.url.appending(path: "answer")
        try Data(input).write(to: question)
        try Data().write(to: answer)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [name] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = try FileHandle(forReadingFrom: question)
        let output = try FileHandle(forWritingTo: answer)
        process.standardOutput = output
        process.standardError = output
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, [UInt8](try Data(contentsOf: answer)))
    }
}

/// A folder that is gone when the test is.
final class Scratch {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "json-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appending(path: name).path }

    /// Writes a file and returns its path.
    func write(_ bytes: [UInt8], to name: String) throws -> String {
        try Data(bytes).write(to: url.appending(path: name))
        return path(name)
    }
}
