import Foundation

/// Runs a program in Python, as a second opinion, and returns what it printed.
func runPython(_ program: String, input: String, interpreter: String = "python3") throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [interpreter, "-c", program]
    // The question goes through a file: a pipe would have to be filled and drained at the same time.
    let question = FileManager.default.temporaryDirectory.appendingPathComponent("question-\(UUID().uuidString)")
    try Data(input.utf8).write(to: question)
    defer { try? FileManager.default.removeItem(at: question) }
    process.standardInput = try FileHandle(forReadingFrom: question)
    let answer = Pipe()
    process.standardOutput = answer
    try process.run()
    let data = answer.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw PythonFailure(status: process.terminationStatus) }
    return String(decoding: data, as: UTF8.self)
}

/// Python ended with an error, which it printed itself.
struct PythonFailure: Error {
    let status: Int32
}
