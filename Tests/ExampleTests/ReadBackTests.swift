import Foundation
import TestSupport
import Testing

@Suite("Working copies as a user makes them and reads them back", .slow)
struct ReadBackTests {
    private let program: Program
    private let scratch: ScratchFolder
    private let pack: String
    private let copy: String

    init() throws {
        program = try Program.built("committee-workbook")
        scratch = try ScratchFolder()
        (pack, copy) = (scratch.path("pack"), scratch.path("copy.xlsx"))
        let made = try Self.made.get()
        for name in ["pack", "copy.xlsx", ".committee-workbook"] {
            try FileManager.default.copyItem(atPath: made + "/" + name, toPath: scratch.path(name))
        }
    }

    /// A folder with a pack and its working copy, as the program made it; each test has its own copy of both.
    private static let made = Result { () throws -> String in
        let folder = SharedFiles.folder.appending(path: "working-copy").path
        let (pack, copy) = (folder + "/pack", folder + "/copy.xlsx")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: ExamplePacks.path("sample-borough"), toPath: pack)
        let made = try Program.built("committee-workbook").run(["working-copy", pack, "-o", copy])
        try #require(made.exitCode == 0 && made.output == copy + "\n", "\(made.errors)")
        return folder
    }

    private func edit(_ changes: String...) throws {
        let script = Repository.file("Support/edit_cell.py", beside: #filePath)
        let outcome = try Program.python.run([script.path, copy] + changes)
        try #require(outcome.exitCode == 0, "\(outcome.errors)")
    }

    private func text(_ file: String) throws -> String {
        try String(contentsOfFile: pack + "/" + file, encoding: .utf8)
    }

    /// The files of the pack by name.
    private func files() throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: pack)
        return try Dictionary(
            uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: URL(filePath: pack + "/" + $0))) })
    }

    @Test("An untouched copy has nothing to say")
    func untouched() throws {
        let outcome = try program.run(["read-back", copy, pack, "--accept"])
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("0 changed, 0 changed in the pack too, 0 in the pack already, 0 not taken."))
        #expect(outcome.errors.contains("Nothing was written"))
    }

    @Test("Changes are shown, and written only when they are accepted, into the files they belong to")
    func accept() throws {
        let before = try files()
        try edit(
            "1a(i)", "Status", "At risk", "1a(i)", "Evidence", "The third hub, \"Heath\", is late.", "1a(ii)", "Due",
            "30/06/2026")
        let shown = try program.run(["read-back", copy, pack])
        #expect(shown.exitCode == 0, "\(shown.errors)")
        #expect(shown.output.split(separator: "\n").count == 3)
        #expect(shown.output.contains("action 1a(i), status: “Complete” becomes “At risk”"))
        #expect(shown.output.contains("action 1a(ii), due date: “31 March 2025” becomes “30 June 2026”"))
        #expect(try files() == before)

        let accepted = try program.run(["read-back", copy, pack, "--accept"])
        #expect(accepted.exitCode == 0, "\(accepted.errors)")
        #expect(accepted.output == shown.output)
        let after = try files()
        let written = before.keys.filter { after[$0] != before[$0] }.sorted()
        #expect(written == ["actions.csv", "status-history.csv"])
        #expect(written.allSatisfy { accepted.errors.contains("/\($0): written.") })
        #expect(try text("actions.csv").contains("\"The third hub, \"\"Heath\"\", is late.\""))
        #expect(try text("actions.csv").contains("1a(ii),TH1,Agree goals with each family in early help"))
        #expect(try text("status-history.csv").contains("\n1a(i),at-risk,"))

        let again = try program.run(["read-back", copy, pack, "--accept"])
        #expect(again.exitCode == 0 && again.output.isEmpty)
        #expect(try files() == after)
    }

    @Test("What was changed in the pack too is left for a person, and taken where asked for")
    func conflicts() throws {
        try edit("1a(ii)", "Due", "30/06/2026")
        let actions = try text("actions.csv").replacing("2025-03-31,2025-03-14", with: "2025-12-31,2025-03-14")
        try Data(actions.utf8).write(to: URL(filePath: pack + "/actions.csv"))
        let left = try program.run(["read-back", copy, pack, "--accept"])
        #expect(left.exitCode == 1)
        #expect(left.output.contains("(changed in the pack too)"))
        #expect(try text("actions.csv") == actions)
        let taken = try program.run(["read-back", copy, pack, "--accept", "--accept-conflicts"])
        #expect(taken.exitCode == 0, "\(taken.errors)")
        #expect(try text("actions.csv") == actions.replacing("2025-12-31,2025-03-14", with: "2026-06-30,2025-03-14"))
    }

    @Test("A value that cannot be read is left for a person; the others are taken")
    func problems() throws {
        try edit("1a(ii)", "Due", "in spring", "1a(i)", "Evidence", "Open.")
        let outcome = try program.run(["read-back", copy, pack, "--accept"])
        #expect(outcome.exitCode == 1)
        #expect(outcome.errors.contains("1 not taken") && outcome.errors.contains("warning: "))
        #expect(try text("actions.csv").contains(",Open.,"))
    }

    @Test("An edited copy is not replaced by another unasked")
    func replacing() throws {
        try edit("1a(i)", "Evidence", "Open.")
        let refused = try program.run(["working-copy", pack, "-o", copy])
        #expect(refused.exitCode == 73 && refused.errors.contains("read it back first"))
        #expect(try program.run(["working-copy", pack, "-o", copy, "--force"]).exitCode == 0)
    }

    @Test("What is not a working copy is an error with an exit code of its own")
    func noCopy() throws {
        #expect(try program.run(["read-back", scratch.path("none.xlsx"), pack]).exitCode == 66)
        #expect(try program.run(["read-back", pack + "/actions.csv", pack]).exitCode == 66)
        let report = scratch.path("report.xlsx")
        #expect(try program.run([pack, "--output", report]).exitCode == 0)
        let other = try program.run(["read-back", report, pack])
        #expect(other.exitCode == 1 && other.errors.contains("this is not a working copy"))
        #expect(try program.run(["read-back", copy, scratch.path("none")]).exitCode == 66)
        #expect(try program.run(["read-back", copy, pack, "--accept-conflicts"]).exitCode == 64)
    }
}
