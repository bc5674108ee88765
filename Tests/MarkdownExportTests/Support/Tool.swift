import Foundation
import Testing

/// A program that reads our output as a second opinion.
struct Tool: Sendable {
    /// The reference reader of GitHub-flavoured Markdown: Debian's package `cmark-gfm`.
    static let cmark = Tool("cmark-gfm", check: ["--version"])
    /// The converter to Word and PDF: Debian's package `pandoc`.
    static let pandoc = Tool("pandoc", check: ["--version"])
    /// Python with PyYAML; the make file names the interpreter that has it.
    static let python = Tool(
        ProcessInfo.processInfo.environment["FSK_PYTHON"] ?? "python3", check: ["-c", "import yaml"])

    private let name: String
    let isReady: Bool

    init(_ name: String, check: [String]) {
        self.name = name
        isReady = (try? Self.run(name, check, input: ""))?.status == 0
    }

    func run(_ arguments: [String], input: String) throws -> String {
        let (status, output) = try Self.run(name, arguments, input: input)
        try #require(status == 0, "\(name) ended with the status \(status)")
        return output
    }

    private static func run(_ name: String, _ arguments: [String], input: String) throws -> (
        status: Int32, output: String
    ) {
        // The question goes through a file: a pipe would have to be filled and drained at the same time.
        let question = FileManager.default.temporaryDirectory.appendingPathComponent("question-\(UUID().uuidString)")
        try Data(input.utf8).write(to: question)
        defer { try? FileManager.default.removeItem(at: question) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [name] + arguments
        process.standardInput = try FileHandle(forReadingFrom: question)
        let answer = Pipe()
        process.standardOutput = answer
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = answer.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}
