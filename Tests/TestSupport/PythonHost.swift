import Foundation

/// A process of Python that has loaded the packages that read workbooks, and runs each script in a copy of itself.
///
/// To begin and to load them takes Python longer than most scripts take, and the tests run hundreds.
final class PythonHost: @unchecked Sendable {
    /// The one of this process; `nil` where it could not be started.
    static let shared: PythonHost? = try? PythonHost()

    /// A script to run.
    struct Request: Encodable {
        let arguments: [String]
        let folder: String?
        let input: String
        let output: String
        let errors: String
        /// Gets the exit status at the end.
        let status: String

        /// Whether these are arguments that the host knows: a script, or its text.
        static func knows(_ arguments: [String]) -> Bool {
            arguments.first == "-c" && arguments.count > 1 || arguments.first?.hasSuffix(".py") == true
        }
    }

    private let process: Process
    private let requests: FileHandle
    private let lock = NSLock()
    /// Whether it was ended because a script hung; what it had started may keep it from being seen to have ended.
    private var isLost = false

    private init() throws {
        process = Process()
        process.executableURL = Program.python.executable
        process.arguments = [Repository.file("python_host.py", beside: #filePath).path]
        let pipe = Pipe()
        process.standardInput = pipe
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        requests = pipe.fileHandleForWriting
        try process.run()
    }

    /// Runs a script to its end.
    ///
    /// - Parameters:
    ///   - request: The script.
    ///   - limit: How many seconds it may take.
    /// - Returns: Its exit status; `nil` where the host is not there any more.
    /// - Throws: ``ProgramFailure`` where it does not end in time.
    func run(_ request: Request, limit: Double) throws -> Int32? {
        guard process.isRunning, !lock.withLock({ isLost }) else { return nil }
        var line = try JSONEncoder().encode(request)
        line.append(UInt8(ascii: "\n"))
        try lock.withLock { try requests.write(contentsOf: line) }
        let end = Date(timeIntervalSinceNow: limit)
        while !FileManager.default.fileExists(atPath: request.status) {
            guard process.isRunning, !lock.withLock({ isLost }) else { return nil }
            guard Date() < end else {
                // What hangs ends with the host.
                lock.withLock { isLost = true }
                process.terminate()
                throw ProgramFailure("a script of Python had not ended after \(limit) seconds")
            }
            Thread.sleep(forTimeInterval: 0.002)
        }
        return Int32(try String(contentsOfFile: request.status, encoding: .utf8))
    }
}
