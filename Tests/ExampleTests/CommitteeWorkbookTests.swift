import Foundation
import TestSupport
import Testing

@Suite("committee-workbook as a user runs it", .slow, .serialized)
struct CommitteeWorkbookTests {
    private let program: Program
    private let scratch: ScratchFolder

    init() throws {
        program = try Program.built("committee-workbook")
        scratch = try ScratchFolder()
    }

    @Test(
        "Every pack of the repository gives a workbook, and one that withholds something does for each audience",
        arguments: ExamplePacks.names)
    func packs(name: String) throws {
        let withholds = ["quarterly-update-2022-01", "improvement-plan-2018-01"].contains(name)
        for audience in ProgramWorkbooks.audiences.prefix(withholds || TestSize.isNightly ? 3 : 1) {
            let made = try ProgramWorkbooks.made(name, for: audience)
            #expect(made.outcome.exitCode == 0, "\(made.outcome.errors)")
            #expect(made.outcome.output == made.path + "\n")
            #expect(FileManager.default.fileExists(atPath: made.path))
        }
    }

    @Test("The workbook's dashboard holds the 76 lines that were printed in December 2017, figure for figure")
    func printedDashboard() throws {
        let path = try ProgramWorkbooks.made("improvement-plan-2018-01", for: "officers").path
        let script = Repository.file("Support/compare_dashboard.py", beside: #filePath)
        let comparison = try Program.python.run(
            [script.path, path, ExamplePacks.path("improvement-plan-2018-01") + "/dashboard.csv"])
        #expect(comparison.exitCode == 0, "\(comparison.output)\(comparison.errors)")
        #expect(comparison.output.contains("76 lines equal"))
    }

    @Test("What init makes is a pack without warnings that gives a workbook at once")
    func initMakesAWorkingPack() throws {
        let folder = scratch.path("my-report")
        #expect(try program.run(["init", folder]).exitCode == 0)
        let check = try program.run([folder, "--check"])
        #expect(check.exitCode == 0)
        #expect(check.errors == "No errors, no warnings.\n")
        let made = try program.run([folder], in: scratch.url)
        #expect(made.exitCode == 0, "\(made.errors)")
        #expect(made.output == "my-report-public.xlsx\n")
        #expect(FileManager.default.fileExists(atPath: scratch.path("my-report-public.xlsx")))
    }

    @Test("Markdown is written where the name of the output or the format says so")
    func markdown() throws {
        let path = scratch.path("report.md")
        let outcome = try program.run([ExamplePacks.path("sample-borough"), "--output", path])
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.hasPrefix("---\ntitle: \""))
        #expect(text.contains("\n**Synthetic data: every figure in this report is invented"))
        let named = try program.run([ExamplePacks.path("sample-borough"), "--format", "markdown"], in: scratch.url)
        #expect(named.output == "sample-borough-public.md\n", "\(named.errors)")
        #expect(try String(contentsOfFile: scratch.path("sample-borough-public.md"), encoding: .utf8) == text)
    }

    @Test("--since compares with the pack of the last report, whose errors are errors and whose date must be earlier")
    func since() throws {
        let (now, before) = (
            ExamplePacks.path("improvement-plan-2019-03"), ExamplePacks.path("improvement-plan-2018-01")
        )
        let path = scratch.path("since.xlsx")
        let made = try program.run([now, "--since", before, "--output", path])
        #expect(made.exitCode == 0, "\(made.errors)")
        let turned = try program.run([before, "--since", now, "--output", scratch.path("turned.xlsx")])
        #expect(turned.exitCode == 1)
        #expect(turned.errors.contains("--since"))
        let missing = try program.run([now, "--since", scratch.path("nowhere"), "--output", scratch.path("none.xlsx")])
        #expect(missing.exitCode == 66)
        #expect(!FileManager.default.fileExists(atPath: scratch.path("none.xlsx")))
    }

    @Test("init never writes into a folder that holds something")
    func initKeepsWhatIsThere() throws {
        let folder = scratch.path("mine")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try scratch.write("my words", to: "mine/pack.yaml")
        let outcome = try program.run(["init", folder])
        #expect(outcome.exitCode == 73)
        #expect(try String(contentsOfFile: folder + "/pack.yaml", encoding: .utf8) == "my words")
    }

    @Test("An error in the pack is printed with file, line and column, and nothing is written")
    func errorsAreLocated() throws {
        let folder = scratch.path("broken")
        #expect(try program.run(["init", folder]).exitCode == 0)
        let table = "indicator,period,value\nassessments-45-day,2026-06,85\n"
        try scratch.write(table, to: "broken/observations.csv")
        let outcome = try program.run([folder, "--output", scratch.path("broken.xlsx")])
        #expect(outcome.exitCode == 1)
        #expect(outcome.errors.contains("observations.csv:2:1: error:"))
        #expect(outcome.errors.contains("assessments-45-days"))
        #expect(outcome.output.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: scratch.path("broken.xlsx")))
    }

    @Test("Its own output is replaced, an edited one is not unless forced")
    func overwriting() throws {
        let folder = scratch.path("mine")
        let path = scratch.path("report.xlsx")
        #expect(try program.run(["init", folder]).exitCode == 0)
        #expect(try program.run([folder, "--output", path]).exitCode == 0)
        #expect(try program.run([folder, "--output", path, "--audience", "officers"]).exitCode == 0)
        try scratch.write("edited by hand", to: "report.xlsx")
        let refused = try program.run([folder, "--output", path])
        #expect(refused.exitCode == 73)
        #expect(refused.errors.contains("--force"))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "edited by hand")
        #expect(try program.run([folder, "--output", path, "--force"]).exitCode == 0)
    }

    @Test("The same pack gives the same bytes twice")
    func reproducible() throws {
        let paths = [
            try ProgramWorkbooks.made("improvement-plan-2018-01", for: "public").path, scratch.path("again.xlsx"),
        ]
        #expect(try program.run([ExamplePacks.path("improvement-plan-2018-01"), "--output", paths[1]]).exitCode == 0)
        #expect(FileManager.default.contentsEqual(atPath: paths[0], andPath: paths[1]))
    }

    @Test(
        "Wrong usage ends with 64 and says what is wrong",
        arguments: [
            (["--audience", "everybody"], "audience"), (["--period", "2014-15"], "period"),
            (["--format", "rtf"], "rtf"),
            (["--output", "report.rtf"], "rtf"), (["--no-such-option"], "no-such-option"),
        ])
    func usage(arguments: [String], word: String) throws {
        let outcome = try program.run([ExamplePacks.path("corporate-parenting-2024-06")] + arguments, in: scratch.url)
        #expect(outcome.exitCode == 64)
        #expect(outcome.errors.contains(word))
    }

    @Test("A pack that is not there, or is a file, ends with 66 wherever one is named")
    func missingFolder() throws {
        let nowhere = scratch.path("nothing-here")
        let pack = ExamplePacks.path("corporate-parenting-2024-06")
        for arguments in [
            [nowhere], [nowhere, "--check"], [pack + "/pack.yaml"], ["working-copy", nowhere],
            [pack, "--since", nowhere, "--output", scratch.path("since.md")],
        ] {
            let outcome = try program.run(arguments, in: scratch.url)
            #expect(outcome.exitCode == 66, "\(arguments)")
            #expect(outcome.errors.contains(arguments.contains(nowhere) ? "nothing-here" : "pack.yaml"))
        }
    }

    @Test("A name that promises another format than --format is refused, unless forced; extensions name formats too")
    func formatsAndNames() throws {
        let pack = ExamplePacks.path("corporate-parenting-2024-06")
        for (name, format) in [("report.xlsx", "json"), ("report.json.gz", "json"), ("report.md", "xlsx")] {
            let path = scratch.path(name)
            let refused = try program.run([pack, "--output", path, "--format", format])
            #expect(refused.exitCode == 64 && refused.errors.contains("--format says \(format)"), "\(refused.errors)")
            #expect(!FileManager.default.fileExists(atPath: path))
            #expect(try program.run([pack, "--output", path, "--format", format, "--force"]).exitCode == 0)
        }
        for (name, format) in [("a.md", "md"), ("b.txt", ".md"), ("c.json.gz", "json.gz"), ("d.jsonl", "jsonl")] {
            let made = try program.run([pack, "--output", scratch.path(name), "--format", format])
            #expect(made.exitCode == 0, "\(format): \(made.errors)")
        }
    }

    @Test("Standard output has the same bytes under each of its names, and pipes are written to")
    func pipes() throws {
        let pack = ExamplePacks.path("corporate-parenting-2024-06")
        let dash = try program.run([pack, "--output", "-", "--format", "md"])
        #expect(dash.exitCode == 0 && dash.output.hasPrefix("---"))
        #expect(try program.run([pack, "--output", "/dev/stdout", "--format", "md"]).output == dash.output)
        let script = "\"$1\" \"$2\" --output >(cat > \"$3\") --format md; wait; sleep 0.2"
        let piped = try Program(executable: URL(filePath: "/bin/bash")).run(
            ["-c", script, "bash", program.executable.path, pack, scratch.path("piped.md")])
        #expect(piped.exitCode == 0, "\(piped.errors)")
        #expect(try String(contentsOfFile: scratch.path("piped.md"), encoding: .utf8) == dash.output)
    }

    @Test("A name that is not UTF-8 is refused, and nothing is written under another")
    func namesInOtherEncodings() throws {
        let script = "cd \"$3\" && \"$1\" \"$2\" --output \"$(printf 'caf\\xe9.md')\""
        let outcome = try Program(executable: URL(filePath: "/bin/bash")).run(
            [
                "-c", script, "bash", program.executable.path, ExamplePacks.path("corporate-parenting-2024-06"),
                scratch.url.path,
            ])
        #expect(outcome.exitCode == 64 && outcome.errors.contains("is not UTF-8"), "\(outcome.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).isEmpty)
    }

    @Test("--period changes the title with the figures, or refuses")
    func otherPeriod() throws {
        let folder = scratch.path("mine")
        #expect(try program.run(["init", folder]).exitCode == 0)
        let texts = try program.run([folder, "--period", "2026-05", "--output", scratch.path("a.md")])
        #expect(texts.exitCode == 64 && texts.errors.contains("report.yaml"), "\(texts.errors)")
        try FileManager.default.removeItem(atPath: folder + "/report.yaml")
        try FileManager.default.removeItem(atPath: folder + "/claims.csv")
        let manifest = try String(contentsOfFile: folder + "/pack.yaml", encoding: .utf8)
        func make(title: String, period: String) throws -> (exitCode: Int32, errors: String, title: String?) {
            let changed = manifest.replacingOccurrences(
                of: "title: Children's services performance report", with: "title: \(title)")
            try scratch.write(changed, to: "mine/pack.yaml")
            let path = scratch.path("period.md")
            let made = try program.run([folder, "--period", period, "--output", path, "--force"])
            let text = try? String(contentsOfFile: path, encoding: .utf8)
            return (
                made.exitCode, made.errors,
                text?.split(separator: "\n").first { $0.hasPrefix("title:") }.map(String.init)
            )
        }
        let made = try make(title: "Performance, June 2026", period: "2026-05")
        #expect(made.exitCode == 0 && made.title?.contains("Performance, May 2026") == true, "\(made)")
        let other = try make(title: "Performance, first quarter 2026", period: "2026-05")
        #expect(other.exitCode == 64 && other.errors.contains("names a period in other words"), "\(other)")
        let none = try make(title: "Performance", period: "2026-01")
        #expect(none.exitCode == 64 && none.errors.contains("no figures of its own"), "\(none)")
    }

    @Test("A folder in which nothing can be made ends with 73, and standard output stays quiet")
    func noSuchOutputFolder() throws {
        let outcome = try program.run(
            [ExamplePacks.path("corporate-parenting-2024-06"), "--output", scratch.path("no/such/folder/report.xlsx")])
        #expect(outcome.exitCode == 73)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("no/such/folder"))
    }

    @Test("The public version of the 2022 report prints no figure of the benchmarking club; the officers' version does")
    func restrictedFigures() throws {
        let measures = [
            "Quarterly change in contacts (LIIA)", "Quarterly change in referrals (LIIA)",
            "Rate of new children in care (LIIA)",
        ]
        let shown = try figures("quarterly-update-2022-01", audience: "public")
        let all = try figures("quarterly-update-2022-01", audience: "officers")
        for measure in measures {
            #expect(!shown.contains(measure))
            #expect(all.contains(measure))
        }
        #expect(shown.contains("Children Looked After (ChAT)"))
    }

    /// The rows of the sheets that show figures, as openpyxl reads them.
    private func figures(_ pack: String, audience: String) throws -> String {
        let path = try ProgramWorkbooks.made(pack, for: audience).path
        let script = """
            import sys, openpyxl
            book = openpyxl.load_workbook(sys.argv[1])
            for name in ("Cover and summary", "Measures at a glance", "In brief", "Dashboard", "Other indicators", "Data"):
                if name in book.sheetnames:
                    for row in book[name].iter_rows(values_only=True):
                        print(*[cell for cell in row if cell is not None], sep="|")
            """
        let read = try Program.python.run(["-c", script, path])
        #expect(read.exitCode == 0, "\(read.errors)")
        return read.output
    }
}
