import Foundation
package import Testing

/// LibreOffice without a window.
///
/// It takes long to begin and seconds for each workbook, so there is one profile for the process, one LibreOffice at a time, many
/// files in one start, and no file that is converted twice.
package enum LibreOffice {
    package static let isInstalled = ["/usr/bin/soffice", "/usr/local/bin/soffice"].contains {
        FileManager.default.isExecutableFile(atPath: $0)
    }
    package static let advice: Comment = "needs LibreOffice Calc (soffice)"

    /// After how many seconds one start is given up.
    private static let limit = 900

    private static let turn = NSLock()

    /// The folder of the profile, which is filled; it goes with the process.
    package static let profile = Result { () throws -> String in
        let path = SharedFiles.folder.appending(path: "libreoffice-profile").path
        // The first start fills the profile; whatever stood there before would be overwritten.
        try start(["--terminate_after_init"], profile: path)
        return path
    }

    /// Starts LibreOffice with the shared profile and waits for its end, after those who asked before.
    ///
    /// - Throws: ``ProgramFailure`` where it does not end, or not well.
    package static func run(_ arguments: [String]) throws {
        let profile = try profile.get()
        try turn.withLock { try start(arguments, profile: profile) }
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
