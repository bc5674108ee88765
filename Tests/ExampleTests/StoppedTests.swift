import Foundation
import TestSupport
import Testing

/// A signal ends the program, and takes what is half made with it.
@Suite("committee-workbook when a signal stops it", .slow)
struct StoppedTests {
    @Test("Nothing temporary stays, and the signal is what ended it", arguments: [SIGTERM, SIGINT, SIGHUP])
    func stopped(_ number: Int32) throws {
        let program = try Program.built("committee-workbook")
        let scratch = try ScratchFolder()
        let (reports, temporary) = (scratch.path("reports"), scratch.path("temporary"))
        for folder in [reports, temporary] {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
        try scratch.write("mine", to: "reports/.fsk-notes.tmp")
        let process = try program.start(
            [ExamplePacks.path("sample-borough"), "--audience", "officers", "--output", reports + "/book.xlsx"],
            environment: ["TMPDIR": temporary])
        func made() throws -> Int {
            try [reports, temporary].reduce(0) { try $0 + FileManager.default.contentsOfDirectory(atPath: $1).count }
        }
        while try made() < 2, process.isRunning { Thread.sleep(forTimeInterval: 0.005) }
        kill(process.processIdentifier, number)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == number)
        #expect(try FileManager.default.contentsOfDirectory(atPath: reports) == [".fsk-notes.tmp"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: temporary).isEmpty)
    }

    @Test("A file that may not grow and a pipe that nobody reads are errors like others")
    func refusedBySignals() throws {
        let scratch = try ScratchFolder()
        let program = try Program.built("committee-workbook").executable.path
        let pack = ExamplePacks.path("corporate-parenting-2024-06")
        let shell = Program(named: "sh")
        let grown = try shell.run([
            "-c", "ulimit -f 2; exec \(program) \(pack) -o \(scratch.path("book.md"))",
        ])
        #expect(grown.exitCode == 74 && grown.errors.contains("book.md: error:"), "\(grown.errors)")
        let piped = try shell.run(["-c", "(\(program) \(pack) -o - --format md; echo $? >&2) | true"])
        #expect(piped.errors.hasSuffix("74\n"), "\(piped.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).isEmpty)
    }

    @Test("Runs at the same time into one folder are all remembered")
    func sameTime() throws {
        let scratch = try ScratchFolder()
        let program = try Program.built("committee-workbook")
        let names = (1...6).map { "book\($0).json" }
        let processes = try names.map { name in
            try program.start([ExamplePacks.path("corporate-parenting-2024-06"), "-o", scratch.path(name)])
        }
        for process in processes { process.waitUntilExit() }
        let ledger = try String(contentsOfFile: scratch.path(".committee-workbook"), encoding: .utf8)
        #expect(
            ledger.split(separator: "\n").compactMap { $0.split(separator: " ").last }.sorted() == names.map { $0[...] }
        )
    }

    @Test("A file that is read-only is not replaced unasked, and stays what it was when it is")
    func readOnly() throws {
        let scratch = try ScratchFolder()
        let program = try Program.built("committee-workbook")
        let path = scratch.path("book.json")
        let arguments = [ExamplePacks.path("corporate-parenting-2024-06"), "-o", path]
        #expect(try program.run(arguments).exitCode == 0)
        try #require(chmod(path, 0o440) == 0)
        let before = try Data(contentsOf: URL(filePath: path))
        let refused = try program.run(arguments)
        #expect(
            refused.exitCode == 73 && refused.errors.contains("may be read and not be written"), "\(refused.errors)")
        let forced = try program.run(arguments + ["--force", "--audience", "officers"])
        #expect(forced.exitCode == 0 && forced.errors.contains("read-only"), "\(forced.errors)")
        #expect(try Data(contentsOf: URL(filePath: path)) != before)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o440)
    }

    @Test("Messages that go into a log do not repeat what is in cells, unless that is asked for")
    func values() throws {
        let scratch = try ScratchFolder()
        let program = try Program.built("committee-workbook")
        let pack = scratch.path("pack")
        #expect(try program.run(["init", pack]).exitCode == 0)
        let file = URL(filePath: pack + "/observations.csv")
        let table = try String(contentsOf: file, encoding: .utf8).replacing("2026-05", with: "Ana Roe 943 476 5919")
        try Data(table.utf8).write(to: file)
        let log = try program.run(["--check", pack])
        #expect(log.exitCode == 1 && log.errors.contains("“(text, 20 characters)”"), "\(log.errors)")
        #expect(!log.errors.contains("Ana Roe") && !log.errors.contains("5919"))
        #expect(log.errors.contains("--show-values"))
        let shown = try program.run(["--check", pack, "--show-values"])
        #expect(shown.errors.contains("Ana Roe 943 476 5919"))
    }
}
