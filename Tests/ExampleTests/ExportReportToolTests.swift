import CompressedJSONExport
import FamilyServicesImport
import FamilyServicesKit
import Foundation
import TestSupport
import Testing

/// The tool of the package command, without the command; `.ci/check-consumer` gives the command in a package of its own.
@Suite("The tool of the package command export-report", .slow)
struct ExportReportToolTests {
    private func run(_ arguments: [String], in folder: ScratchFolder) throws -> Program.Outcome {
        try Program.built("export-report-tool").run(arguments, in: folder.url)
    }

    @Test("It writes a workbook for the public beside the package when nothing else is asked for")
    func defaults() throws {
        let folder = try ScratchFolder()
        let outcome = try run([ExamplePacks.path("quarterly-update-2022-01") + "/"], in: folder)
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        #expect(outcome.output == "quarterly-update-2022-01-public.xlsx\n")
        let file = folder.url.appending(path: "quarterly-update-2022-01-public.xlsx")
        #expect(try Data(contentsOf: file).starts(with: Data("PK".utf8)))
    }

    @Test(
        "Format, audience and file are taken from the options",
        arguments: [
            ["--format", "markdown", "--audience", "officers"], ["--audience=officers", "--output=x.md"],
            ["-o", "x.md", "--audience", "officers", "--format=markdown"],
        ])
    func options(_ options: [String]) throws {
        let folder = try ScratchFolder()
        let outcome = try run([ExamplePacks.path("improvement-plan-2019-03")] + options, in: folder)
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        let file = outcome.output.trimmingCharacters(in: .newlines)
        #expect(file == (options.contains { $0.contains("x.md") } ? "x.md" : "improvement-plan-2019-03-officers.md"))
        let text = try String(contentsOf: folder.url.appending(path: file), encoding: .utf8)
        #expect(text.contains("Officers of the council"))
    }

    @Test(
        "Each format of the help writes a file of its own",
        arguments: ["xlsx", "markdown", "json.gz", "jsonl.gz", "json", "jsonl"])
    func formats(_ format: String) throws {
        let folder = try ScratchFolder()
        #expect(try run(["--help"], in: folder).output.contains(format))
        let outcome = try run([ExamplePacks.path("quarterly-update-2022-01"), "--format", format], in: folder)
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        let suffix = format == "markdown" ? "md" : format
        #expect(outcome.output == "quarterly-update-2022-01-public.\(suffix)\n")
        let bytes = try [UInt8](
            Data(contentsOf: folder.url.appending(path: "quarterly-update-2022-01-public.\(suffix)")))
        let starts: [String: [UInt8]] = [
            "xlsx": Array("PK".utf8), "markdown": Array("---".utf8), "json.gz": [0x1F, 0x8B], "jsonl.gz": [0x1F, 0x8B],
            "json": Array("{".utf8), "jsonl": Array(#"{"record":"publication""#.utf8),
        ]
        #expect(bytes.starts(with: try #require(starts[format])))
        if format == "json" {
            let read = try CompressedJSONReader().document(from: bytes)
            #expect(read.publication.audience == .everyone && read.releaseNote.inputs.isEmpty)
        }
    }

    @Test(
        "Misuse is answered with what would be right, and exit code 64",
        arguments: zip(
            [
                [], ["a", "b"], ["a", "--colour"], ["a", "--format"], ["a", "--format", "pdf"], ["a", "-o", "a.pdf"],
                ["a", "--audience", "everybody"],
            ],
            ["Name the folder", "a second one", "no option", "needs a value", "xlsx", "xlsx", "public, members"]))
    func misuse(_ arguments: [String], _ words: String) throws {
        let folder = try ScratchFolder()
        let outcome = try run(arguments, in: folder)
        #expect(outcome.exitCode == 64)
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }

    @Test("A pack with errors is described with file and line, and nothing is written")
    func brokenPack() throws {
        let folder = try ScratchFolder()
        try FileManager.default.createDirectory(atPath: folder.path("pack"), withIntermediateDirectories: true)
        try folder.write("title: 1\n", to: "pack/pack.yaml")
        let outcome = try run(["pack"], in: folder)
        #expect(outcome.exitCode == 1)
        #expect(outcome.errors.contains("pack.yaml:"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["pack"])
    }

    @Test("Help is printed on standard output")
    func help() throws {
        let folder = try ScratchFolder()
        let outcome = try run(["--help"], in: folder)
        #expect(outcome.exitCode == 0)
        for option in ["--format", "--audience", "--output", "xlsx", "markdown", "officers"] {
            #expect(outcome.output.contains(option))
        }
    }
}
