import Foundation
import Testing

/// A program that reads our output as a second opinion.
enum Program {
    /// Python; the make file names the interpreter.
    static let python = ProcessInfo.processInfo.environment["FSK_PYTHON"] ?? "python3"

    /// Runs a program and returns what it wrote.
    ///
    /// Input and output go through files: pipes would have to be filled and drained at the same time.
    static func run(_ command: [String], input: [UInt8]) throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gzip-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let question = folder.appendingPathComponent("question")
        let answer = folder.appendingPathComponent("answer")
        try Data(input).write(to: question)
        try Data().write(to: answer)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.standardInput = try FileHandle(forReadingFrom: question)
        process.standardOutput = try FileHandle(forWritingTo: answer)
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(command) ended with the status \(process.terminationStatus)")
        return [UInt8](try Data(contentsOf: answer))
    }
}
