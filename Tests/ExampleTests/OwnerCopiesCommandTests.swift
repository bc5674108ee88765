import Foundation
import TestSupport
import Testing

@Suite("A working copy for each owner, as a user sends them out and reads them back", .slow)
struct OwnerCopiesCommandTests {
    private let program: Program
    private let scratch: ScratchFolder
    private let pack: String
    private let copies: String

    /// A pack with an action that two roles own together, and the copies of all roles.
    init() throws {
        program = try Program.built("committee-workbook")
        scratch = try ScratchFolder()
        (pack, copies) = (scratch.path("pack"), scratch.path("copies"))
        try FileManager.default.copyItem(atPath: ExamplePacks.path("sample-borough"), toPath: pack)
        let actions = try text("actions.csv").replacing(
            "housing in one place.\",head-early-help,",
            with: "housing in one place.\",head-early-help / head-front-door,")
        try Data(actions.utf8).write(to: URL(filePath: pack + "/actions.csv"))
        let made = try program.run(
            ["working-copy", pack, "--for-each", "owner", "--deadline", "2026-08-31", "-o", copies])
        try #require(made.exitCode == 0, "\(made.errors)")
        try #require(made.output.contains("/head-early-help.xlsx\tHead of Early Help\n"), "\(made.output)")
    }

    private func text(_ file: String) throws -> String {
        try String(contentsOfFile: pack + "/" + file, encoding: .utf8)
    }

    private func edit(_ role: String, _ changes: String...) throws {
        let script = Repository.file("Support/edit_cell.py", beside: #filePath)
        let outcome = try Program.python.run([script.path, copies + "/\(role).xlsx"] + changes)
        try #require(outcome.exitCode == 0, "\(outcome.errors)")
    }

    @Test("Everything is taken but what two copies say differently, and those who have not answered are named")
    func readBack() throws {
        try edit("head-early-help", "1a(i)", "Evidence", "One says.", "1a(ii)", "Evidence", "Alone.")
        try edit("head-front-door", "1a(i)", "Evidence", "Two says.", "1b(i)", "Due", "Dec-26")
        try FileManager.default.removeItem(atPath: copies + "/director.xlsx")
        let outcome = try program.run(["read-back", copies, pack, "--accept"])
        #expect(outcome.exitCode == 1)
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines.count { $0.hasSuffix("(another copy says otherwise)") } == 2)
        #expect(
            outcome.errors.contains("Not answered: Director of Children's Services: there is no copy in the folder."))
        #expect(outcome.errors.contains("Not answered: Chief Executive: nothing was written into"))
        #expect(!outcome.errors.contains("Not answered: Head of Early Help"))
        let actions = try text("actions.csv")
        #expect(actions.contains(",Alone.,") && actions.contains(",2026-12,"))
        #expect(!actions.contains("says."))

        let again = try program.run(["read-back", copies, pack, "--accept"])
        #expect(again.exitCode == 1 && again.output.split(separator: "\n").count == 2)
        #expect(try text("actions.csv") == actions)

        // Copies that somebody has changed are not written over.
        let made = try program.run(["working-copy", pack, "--for-each", "owner", "-o", copies])
        #expect(made.exitCode == 73 && made.errors.contains("read it back first"))
    }

    @Test("A folder without workbooks, a wrong deadline and results that nobody gets do not end with 0")
    func faults() throws {
        let empty = scratch.path("empty")
        try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: true)
        #expect(try program.run(["read-back", empty, pack]).exitCode == 66)
        try Data().write(to: URL(filePath: empty + "/copy.ods"))
        let unread = try program.run(["read-back", empty, pack])
        #expect(unread.exitCode == 66 && unread.errors.contains("copy.ods: error: This is not read; save it as .xlsx"))
        #expect(try program.run(["working-copy", pack, "--deadline", "2026-08-31"]).exitCode == 64)
        #expect(
            try program.run(["working-copy", pack, "--for-each", "owner", "--deadline", "31/8/26"]).exitCode == 64)
        for arguments in [["formats"], ["--help"], ["--version"], ["doctor"], ["completions", "bash"]] {
            let command = ([program.executable.path] + arguments).map { "'\($0)'" }.joined(separator: " ")
            let outcome = try Program(executable: URL(filePath: "/bin/sh")).run(["-c", command + " > /dev/full"])
            #expect(outcome.exitCode == 74, "\(arguments): \(outcome.errors)")
        }
    }
}
