import Foundation
import TestSupport
import Testing

/// Disks and networks fail in ways that no test can wait for; a library that stands before the C library brings them about.
@Suite(
    "committee-workbook on a disk that fails", .slow,
    .enabled(if: FaultLibrary.isPossible, "needs Linux and a C compiler with the name cc"))
struct FaultTests {
    private func run(_ fault: String, in scratch: ScratchFolder) throws -> Program.Outcome {
        let tools = try ScratchFolder()
        // A temporary directory of its own: a program that gets locks takes what has none there for abandoned.
        let environment = [
            "LD_PRELOAD": try FaultLibrary.shared.get(), "FAULT": fault, "TMPDIR": tools.url.path,
        ]
        return try withExtendedLifetime(tools) {
            try Program.built("committee-workbook").run(
                [ExamplePacks.path("corporate-parenting-2024-06"), "--force", "--output", scratch.path("book.xlsx")],
                environment: environment)
        }
    }

    @Test(
        "An error of the disk is told, and the old file stays with nothing beside it",
        arguments: [
            "fsync:5", "fsync:28", "fsync:122", "rename:5", "rename:28", "rename:13", "write:5", "write:28", "write:27",
            "fchmod:1",
        ])
    func errors(_ fault: String) throws {
        let scratch = try ScratchFolder()
        try scratch.write("old", to: "book.xlsx")
        let outcome = try run(fault, in: scratch)
        #expect(outcome.exitCode == 74)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("book.xlsx") && outcome.errors.contains("error:"))
        #expect(try String(contentsOfFile: scratch.path("book.xlsx"), encoding: .utf8) == "old")
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path) == ["book.xlsx"])
    }

    @Test(
        "Calls that do half of the work, are interrupted or have no locks give the same workbook",
        arguments: ["write:short", "write:4", "flock:95", "flock:37"])
    func unusual(_ fault: String) throws {
        let scratch = try ScratchFolder()
        try scratch.write("old", to: "book.xlsx")
        #expect(try run("none:0", in: scratch).exitCode == 0)
        let whole = try Data(contentsOf: scratch.url.appending(path: "book.xlsx"))
        try scratch.write("old", to: "book.xlsx")
        let outcome = try run(fault, in: scratch)
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        #expect(try Data(contentsOf: scratch.url.appending(path: "book.xlsx")) == whole)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).sorted()
                == [".committee-workbook", "book.xlsx"])
    }
}

/// The library that makes calls fail.
enum FaultLibrary {
    static let isPossible: Bool = {
        #if os(Linux)
            FileManager.default.isExecutableFile(atPath: "/usr/bin/cc")
        #else
            false
        #endif
    }()

    /// The library, made once.
    static let shared = Result { () throws -> String in
        let folder = SharedFiles.folder.appending(path: "faults")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return try compiled(to: folder.appending(path: "faults.so").path)
    }

    static func compiled(to library: String) throws -> String {
        let source = Repository.file("Support/faults.c", beside: #filePath).path
        let compiler = Program(executable: URL(filePath: "/usr/bin/cc"))
        let outcome = try compiler.run(["-shared", "-fPIC", "-o", library, source, "-ldl"])
        try #require(outcome.exitCode == 0, "\(outcome.errors)")
        return library
    }
}
