import Foundation
import TestSupport
import Testing

/// What `committee-workbook` writes of the example packs, each version once in a process.
enum ProgramWorkbooks {
    static let audiences = ["public", "members", "officers"]

    struct Version: Hashable, Sendable {
        let pack: String
        let audience: String
    }

    /// How the run ended, and where the workbook is.
    struct Made: Sendable {
        let outcome: Program.Outcome
        let path: String
    }

    static func made(_ pack: String, for audience: String) throws -> Made {
        try all(Version(pack: pack, audience: audience))
    }

    private static let all = Once<Version, Made> { version in
        let folder = SharedFiles.folder.appending(path: "committee-workbook/\(version.pack)/\(version.audience)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appending(path: "book.xlsx").path
        let outcome = try Program.built("committee-workbook").run(
            [ExamplePacks.path(version.pack), "--audience", version.audience, "--output", path])
        return Made(outcome: outcome, path: path)
    }
}
