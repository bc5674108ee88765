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

    @Test("Every pack of the repository gives a workbook for each audience", arguments: ExamplePacks.names)
    func packs(name: String) throws {
        for audience in ProgramWorkbooks.audiences {
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
        #expect(missing.exitCode == 1)
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
            (["--format", "docx"], "docx"),
            (["--output", "report.docx"], "docx"), (["--no-such-option"], "no-such-option"),
        ])
    func usage(arguments: [String], word: String) throws {
        let outcome = try program.run([ExamplePacks.path("corporate-parenting-2024-06")] + arguments, in: scratch.url)
        #expect(outcome.exitCode == 64)
        #expect(outcome.errors.contains(word))
    }

    @Test("A folder that is not there is an error that names it")
    func missingFolder() throws {
        let outcome = try program.run([scratch.path("nothing-here")])
        #expect(outcome.exitCode == 1)
        #expect(outcome.errors.contains("nothing-here"))
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
            for name in ("Summary", "Dashboard", "Other indicators", "Data"):
                if name in book.sheetnames:
                    for row in book[name].iter_rows(values_only=True):
                        print(*[cell for cell in row if cell is not None], sep="|")
            """
        let read = try Program.python.run(["-c", script, path])
        #expect(read.exitCode == 0, "\(read.errors)")
        return read.output
    }
}
