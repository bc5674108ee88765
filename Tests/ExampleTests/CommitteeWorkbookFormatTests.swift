import Foundation
import TestSupport
import Testing

@Suite("Formats, options and standard output of committee-workbook", .slow, .serialized)
struct CommitteeWorkbookFormatTests {
    private let program: Program
    private let scratch: ScratchFolder
    private let pack = ExamplePacks.path("corporate-parenting-2024-06")

    init() throws {
        program = try Program.built("committee-workbook")
        scratch = try ScratchFolder()
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: scratch.path(name), encoding: .utf8)
    }

    @Test("Options as name=value and as JSON give the same file, which differs from the default one")
    func options() throws {
        let runs = [
            ("plain.md", []), ("text.md", ["--option", "tableStyle=compact", "--option", "frontMatter=no"]),
            ("json.md", ["--options", #"{"frontMatter": false, "tableStyle": "compact"}"#]),
        ]
        for (name, arguments) in runs {
            let outcome = try program.run([pack, "--output", scratch.path(name)] + arguments)
            #expect(outcome.exitCode == 0, "\(outcome.errors)")
        }
        #expect(try text("plain.md").hasPrefix("---\n"))
        #expect(try text("text.md").hasPrefix("# "))
        #expect(try text("text.md") == text("json.md"))
        #expect(try text("text.md").utf8.count < text("plain.md").utf8.count)
        let themed = try program.run(
            [pack, "--output", scratch.path("themed.xlsx"), "--option", "theme.heading=#003366"])
        #expect(themed.exitCode == 0, "\(themed.errors)")
    }

    @Test(
        "Wrong options end with 64, name the option, and write nothing",
        arguments: [
            (["--option", "tableStyel=compact"], "“tableStyle”"), (["--option", "tableStyle=wide"], "padded, compact"),
            (["--option", "frontMatter"], "no equals sign"), (["--option", "frontMatter=perhaps"], "true or false"),
            (["--options", "{\"frontMatter\": 1}"], "is the number 1"), (["--options", "{"], "Line 1, column 2"),
            (["--option", "frontMatter=no", "--options", "{}"], "not with both"),
            (["--format", "xlsx", "--option", "theme.text=#FFFFFF"], "contrast"),
            (["--format", "xlsx", "--option", "theme.txet=#FFFFFF"], "“theme.text”"),
        ])
    func wrongOptions(arguments: [String], words: String) throws {
        let outcome = try program.run([pack, "--output", scratch.path("wrong.md")] + arguments)
        #expect(outcome.exitCode == 64)
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).isEmpty)
    }

    @Test("formats lists every format with its options, whose defaults can be given back")
    func formats() throws {
        let outcome = try program.run(["formats"])
        #expect(outcome.exitCode == 0)
        for words in ["markdown: Markdown", "xlsx: Excel workbook", "media type: text/markdown", "md, markdown"] {
            #expect(outcome.output.contains(words), "\(words)")
        }
        #expect(outcome.output.contains("    tableStyle=padded (padded, compact)\n"))
        #expect(outcome.output.contains("    theme.heading=#1F3A4D\n"))
        #expect(outcome.output.contains("    branding.organisation (no default)\n"))
        for id in ["markdown", "xlsx"] {
            let part = outcome.output.components(separatedBy: "\n\n").first { $0.hasPrefix(id + ":") } ?? ""
            let options = part.split(separator: "\n").filter { $0.hasPrefix("    ") && !$0.hasSuffix(" (no default)") }
                .flatMap { ["--option", String($0.dropFirst(4).prefix { $0 != " " })] }
            #expect(options.count >= 4)
            let names = ["default." + id, "given." + id]
            for (name, arguments) in zip(names, [[], options]) {
                let made = try program.run([pack, "--format", id, "--output", scratch.path(name)] + arguments)
                #expect(made.exitCode == 0, "\(made.errors)")
            }
            #expect(FileManager.default.contentsEqual(atPath: scratch.path(names[0]), andPath: scratch.path(names[1])))
        }
    }

    @Test(
        "--output - writes the same bytes to standard output and nothing else anywhere",
        arguments: ["markdown", "xlsx"])
    func standardOutput(format: String) throws {
        let outcome = try program.run([pack, "--output", "-", "--format", format], in: scratch.url)
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).isEmpty)
        let path = scratch.path("file.out")
        #expect(try program.run([pack, "--output", path, "--format", format]).exitCode == 0)
        #expect(try outcome.outputData == Data(contentsOf: URL(filePath: path)))
    }

    @Test("Standard output has no name that says the format, so that one must be named")
    func standardOutputWithoutFormat() throws {
        let outcome = try program.run([pack, "--output", "-"], in: scratch.url)
        #expect(outcome.exitCode == 64)
        #expect(
            outcome.errors.contains(
                "--format: docx, ees, html, json, json.gz, jsonl, jsonl.gz, markdown, ods, open-data, pdf, xlsx"))
        #expect(outcome.output.isEmpty)
    }

    @Test(
        "A full disk behind standard output ends with 74",
        .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func fullDevice() throws {
        let outcome = try program.run([pack, "--output", "-", "--format", "markdown"], outputTo: "/dev/full")
        #expect(outcome.exitCode == 74)
        #expect(outcome.errors.contains("standard output: error:") && outcome.errors.contains("full"))
    }

    @Test("A process that is killed while writing leaves the old file as it was")
    func killed() throws {
        try scratch.write("the old file", to: "report.xlsx")
        let process = try program.start(
            [ExamplePacks.path("sample-borough"), "--output", scratch.path("report.xlsx"), "--force"])
        // The file in the making is there before the first byte of the workbook is.
        while process.isRunning {
            let names = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path)
            if names.contains(where: { $0.hasPrefix(".fsk-") }) { break }
            usleep(500)
        }
        #expect(kill(process.processIdentifier, SIGKILL) == 0)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        #expect(try text("report.xlsx") == "the old file")
    }
}
