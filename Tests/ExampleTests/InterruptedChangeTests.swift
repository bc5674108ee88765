import Foundation
import TestSupport
import Testing

/// Several files of a pack change together, whatever happens meanwhile.
@Suite(
    "A change of several files that is interrupted", .slow,
    .enabled(if: FaultLibrary.isPossible, "needs Linux and a C compiler with the name cc"))
struct InterruptedChangeTests {
    private let program: Program
    private let scratch: ScratchFolder
    private let pack: String
    private let copy: String
    private let old: [String: Data]

    init() throws {
        program = try Program.built("committee-workbook")
        scratch = try ScratchFolder()
        (pack, copy) = (scratch.path("pack"), scratch.path("copy.xlsx"))
        let made = try Self.made.get()
        for name in ["pack", "copy.xlsx"] {
            try FileManager.default.copyItem(atPath: made + "/" + name, toPath: scratch.path(name))
        }
        old = try Self.files(pack)
    }

    /// A small pack and an edited working copy of it, whose changes go into two files.
    private static let made = Result { () throws -> String in
        let folder = SharedFiles.folder.appending(path: "interrupted").path
        let (pack, copy) = (folder + "/pack", folder + "/copy.xlsx")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let program = try Program.built("committee-workbook")
        for arguments in [["init", pack], ["working-copy", pack, "-o", copy]] {
            let outcome = try program.run(arguments)
            try #require(outcome.exitCode == 0, "\(outcome.errors)")
        }
        let script = Repository.file("Support/edit_cell.py", beside: #filePath)
        let edited = try Program.python.run([
            script.path, copy, "1a(i)", "Status", "At risk", "1a(i)", "Evidence", "Late.",
        ])
        try #require(edited.exitCode == 0, "\(edited.errors)")
        return folder
    }

    /// The files that a pack has, by name.
    private static func files(_ pack: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: pack) {
            files[name] = try Data(contentsOf: URL(filePath: pack + "/" + name))
        }
        return files
    }

    private func restore() throws {
        try FileManager.default.removeItem(atPath: pack)
        try FileManager.default.copyItem(atPath: try Self.made.get() + "/pack", toPath: pack)
    }

    private func accept(_ fault: String) throws -> Program.Outcome {
        let tools = try ScratchFolder()
        return try withExtendedLifetime(tools) {
            try program.run(
                ["read-back", copy, pack, "--accept"],
                environment: ["LD_PRELOAD": try FaultLibrary.shared.get(), "FAULT": fault, "TMPDIR": tools.url.path])
        }
    }

    /// The pack as it is with all changes.
    private func changed() throws -> [String: Data] {
        let outcome = try accept("none:0")
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        let new = try Self.files(pack)
        #expect(new.keys.count { new[$0] != old[$0] } >= 2, "\(outcome.errors)")
        #expect(Set(new.keys).subtracting(old.keys).isSubset(of: ["status-history.csv"]))
        try restore()
        return new
    }

    @Test("Killed before any call, it leaves a pack that is old or new once the next command has run")
    func killed() throws {
        let new = try changed()
        // Where it ends by itself, and the moments before that.
        var last = 64
        while try accept("die:\(last)").exitCode != 0 { last += 64; try restore() }
        try restore()
        var (kills, isNew) = (0, 0)
        let moments = (1...last).shuffled().prefix(TestSize.count(12))
        for moment in moments {
            let outcome = try accept("die:\(moment)")
            kills += outcome.exitCode == 0 ? 0 : 1
            // The library alone does not take a mixed pack for one.
            let next = try program.run(
                [["--check", pack], ["map", copy, pack, "--check"], ["convert", pack, pack + ".xlsx"]].randomElement()
                    ?? [])
            let files = try Self.files(pack)
            #expect(files == old || files == new, "killed before call \(moment): \(outcome.errors) \(next.errors)")
            if files == new { isNew += 1 }
            try? FileManager.default.removeItem(atPath: pack + ".xlsx")
            try restore()
        }
        #expect(kills > 0 || moments.count < 12)
    }

    @Test("A folder that is made is there whole or not at all, and the next command makes it")
    func made() throws {
        let tools = try ScratchFolder()
        let (book, target) = (scratch.path("book.xlsx"), scratch.path("made"))
        #expect(try program.run(["convert", pack, book]).exitCode == 0)
        func convert(_ fault: String) throws -> Program.Outcome {
            try program.run(
                ["convert", book, target],
                environment: ["LD_PRELOAD": try FaultLibrary.shared.get(), "FAULT": fault, "TMPDIR": tools.url.path])
        }
        #expect(try convert("none:0").exitCode == 0)
        let whole = try Self.files(target)
        try FileManager.default.removeItem(atPath: target)
        for moment in (1...90).shuffled().prefix(TestSize.count(5)) {
            _ = try convert("die:\(moment)")
            let next = try convert("none:0")
            #expect(next.exitCode == 0 || next.exitCode == 73, "killed before call \(moment): \(next.errors)")
            #expect(try Self.files(target) == whole, "killed before call \(moment): \(next.errors)")
            try FileManager.default.removeItem(atPath: target)
        }
    }

    @Test("A disk that refuses in the middle is told as it is: nothing was written, or the next command deals with it")
    func refused() throws {
        let new = try changed()
        for fault in [
            "rename:5@1", "rename:5@2", "rename:28@3", "rename:30@4", "link:1", "link:38", "fsync:5@2", "unlink:5",
            "write:28@3",
        ] {
            let outcome = try accept(fault)
            let found = try Self.files(pack)
            let words = outcome.errors
            if outcome.exitCode == 0 {
                #expect(found == new, "\(fault): \(words)")
            } else {
                #expect(outcome.exitCode == 74, "\(fault): \(words)")
                let isTold = words.contains("The next command on the folder")
                #expect(isTold || words.hasSuffix("Nothing was written.\n") && found == old, "\(fault): \(words)")
                #expect(!isTold || !words.contains("Nothing was written"), "\(fault): \(words)")
            }
            let next = try program.run(["--check", pack])
            let files = try Self.files(pack)
            #expect(next.exitCode == 0 && (files == old || files == new), "\(fault): \(words) \(next.errors)")
            try restore()
        }
    }

    @Test("What somebody changed since is not written over, and is said")
    func changedSince() throws {
        // The first of the renames in the middle fails, and so does each that would undo it.
        let outcome = try accept("rename:5@3")
        #expect(outcome.exitCode == 74)
        let actions = URL(filePath: pack + "/actions.csv")
        let own = Data("id,theme,title\n".utf8)
        try own.write(to: actions)
        let next = try program.run(["--check", pack])
        #expect(next.exitCode == 74 && next.errors.contains("actions.csv was changed"), "\(next.errors)")
        #expect(try Data(contentsOf: actions) == own)
    }
}
