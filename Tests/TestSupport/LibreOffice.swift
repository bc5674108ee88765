import Foundation
package import Testing

/// LibreOffice without a window.
///
/// It takes long to begin and seconds for each workbook, so many files are converted in one start, no file twice, and there are
/// no more profiles, and no more starts at once, than processors.
package enum LibreOffice {
    /// Whether it is there.
    package static let isInstalled = ["/usr/bin/soffice", "/usr/local/bin/soffice"].contains {
        FileManager.default.isExecutableFile(atPath: $0)
    }
    package static let advice: Comment = "needs LibreOffice Calc (soffice)"

    /// After how many seconds one start is given up.
    private static let limit = 900

    /// The profiles that nobody is using, and how many there are already.
    private final class Profiles: @unchecked Sendable {
        private let condition = NSCondition()
        private var free: [String] = []
        private var count = 0

        /// Runs something with a profile that nobody else uses meanwhile.
        func withOne<Result>(_ body: (String) throws -> Result) throws -> Result {
            condition.lock()
            while free.isEmpty, count >= max(1, ProcessInfo.processInfo.activeProcessorCount) { condition.wait() }
            let ready = free.popLast()
            if ready == nil { count += 1 }
            let number = count
            condition.unlock()
            let path = ready ?? SharedFiles.folder.appending(path: "libreoffice-\(number)").path
            defer {
                condition.lock()
                free.append(path)
                condition.signal()
                condition.unlock()
            }
            // The first start fills a profile, and would overwrite what somebody puts there before.
            if ready == nil { try LibreOffice.start(["--terminate_after_init"], profile: path) }
            return try body(path)
        }
    }

    private static let profiles = Profiles()

    /// Starts LibreOffice and waits for its end.
    ///
    /// - Parameters:
    ///   - arguments: The arguments.
    ///   - prepare: Is given the folder of the profile before, to put macros there.
    /// - Throws: ``ProgramFailure`` where it does not end, or not well.
    package static func run(_ arguments: [String], preparing prepare: (String) throws -> Void = { _ in }) throws {
        try profiles.withOne { profile in
            try prepare(profile)
            try start(arguments, profile: profile)
        }
    }

    /// Converts files, all with one start.
    ///
    /// - Parameters:
    ///   - paths: The files.
    ///   - filter: To what, as `--convert-to` has it.
    ///   - folder: Where the new files go, under their old names.
    /// - Throws: ``ProgramFailure`` where LibreOffice does not end, or not well.
    package static func convert(_ paths: [String], to filter: String, in folder: String) throws {
        guard !paths.isEmpty else { return }
        try run(["--convert-to", filter, "--outdir", folder] + paths)
    }

    /// Converts shared files, those that nobody had converted before, with one start.
    ///
    /// - Returns: Their paths in the new format.
    package static func convertShared(_ paths: [String], to suffix: String) throws -> [String] {
        let converted = paths.map { URL(filePath: $0).deletingPathExtension().appendingPathExtension(suffix).path }
        try sharing.withLock {
            let open = zip(paths, converted).filter { !FileManager.default.fileExists(atPath: $1) }.map(\.0)
            try convert(open, to: suffix, in: SharedFiles.folder.path)
        }
        return converted
    }

    private static let sharing = NSLock()

    private static func start(_ arguments: [String], profile: String) throws {
        // A workbook that takes too much memory must not take that of the machine, and a LibreOffice that hangs must end with all
        // that it started.
        let script = """
            ulimit -v 12000000 2>/dev/null
            if command -v timeout >/dev/null; then exec timeout -k 5 \(limit) soffice "$@"; else exec soffice "$@"; fi
            """
        let outcome = try Program(executable: URL(filePath: "/bin/sh")).run(
            ["-c", script, "soffice", "-env:UserInstallation=file://\(profile)", "--headless"] + arguments,
            limit: Double(limit) + 30)
        guard outcome.exitCode == 0 else {
            throw ProgramFailure("soffice ended with the status \(outcome.exitCode): \(outcome.errors.suffix(2_000))")
        }
    }
}
