import ArgumentParser
import CompressedJSONExport
import FamilyServicesKit
import PaperExport
import XLSXExport
import XLSXReading

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Says whether this machine has what the program needs.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check that this machine has what the program needs, and say what to do if it has not.",
        discussion: """
            Each thing is tried out, not only looked for. Exit code 1 says that something is missing that every report needs; \
            what only Word or PDF papers need is named, and no error.
            """)

    func run() throws {
        try Console.result("committee-workbook \(FamilyServicesKitVersion.current)")
        var isWell = true
        for check in Self.checks {
            do {
                try Console.result("\(check.name): \(try check.attempt())")
            } catch let gap as Gap {
                try Console.result("\(check.name): not on this machine. \(gap.message)")
            } catch let problem as Problem {
                isWell = false
                try Console.result("\(check.name): error: \(problem.message)")
            }
        }
        guard isWell else { throw ExitCode.findings }
    }

    /// Something that the program needs.
    private struct Check: Sendable {
        let name: String
        /// Tries it.
        ///
        /// - Returns: What is there.
        /// - Throws: ``Problem`` where it does not work.
        let attempt: @Sendable () throws -> String
    }

    /// What does not work, and what to do about it.
    private struct Problem: Error {
        let message: String
    }

    /// What only some formats need and this machine does not have.
    private struct Gap: Error {
        let message: String
    }

    private static let checks = [
        Check(name: "workbooks", attempt: workbook), Check(name: "compression", attempt: compression),
        Check(name: "temporary folder", attempt: { try folder(temporaryFolder) }),
        Check(name: "current folder", attempt: { try folder(".") }), Check(name: "terminal", attempt: terminal),
        Check(name: "Word documents (docx)", attempt: wordDocument),
        Check(name: "PDF papers (pdf)", attempt: portablePaper),
    ]

    private static var temporaryFolder: String { FileManager.default.temporaryDirectory.path }

    /// Writes a workbook and reads it again, so that libxlsxwriter and zlib have worked.
    private static func workbook() throws -> String {
        do {
            let publication = try ReportPack.trial.workingCopy()
            var sink = MemorySink()
            try XLSXExporter().export(publication, to: &sink, context: ExportContext())
            let sheets = try XLSXReader().read(sink.bytes)
            guard sheets.contains(where: { $0.name == "Commentary" }) else {
                throw Problem(message: "A workbook that was written could not be read again. Install the program anew.")
            }
            return "written and read again, \(sheets.count) sheets"
        } catch let problem as Problem {
            throw problem
        } catch {
            throw Problem(
                message:
                    "No workbook can be written (\(error)). See that the folder \(temporaryFolder) can be written to and has "
                    + "room; then install libxlsxwriter (Debian, Ubuntu: libxlsxwriter-dev) and the program anew.")
        }
    }

    private static func compression() throws -> String {
        do {
            var sink = MemorySink()
            try CompressedJSONExporter().export(
                try ReportPack.trial.publish(for: .officers), to: &sink, context: ExportContext())
            _ = try CompressedJSONReader().document(from: sink.bytes)
            return "written and read again"
        } catch {
            throw Problem(
                message:
                    "Nothing can be compressed (\(error)). Install zlib (Debian, Ubuntu: zlib1g) and the program anew.")
        }
    }

    /// Makes a paper with a chart, so that pandoc and rsvg-convert have worked.
    private static func wordDocument() throws -> String {
        let missing = PaperTools.missingForWord
        guard missing.isEmpty else { throw Gap(message: missing.map(\.message).joined(separator: " ")) }
        return try paper("pandoc and rsvg-convert", DOCXExporter(options: DOCXExporter.defaultOptions))
    }

    /// Makes a paper with a chart, so that typst has worked and is new enough.
    private static func portablePaper() throws -> String {
        try paper("typst", PDFExporter(options: PDFExporter.defaultOptions))
    }

    private static func paper(_ programs: String, _ exporter: some Exporter) throws -> String {
        do {
            var sink = MemorySink()
            try exporter.export(try ReportPack.trial.publish(for: .officers), to: &sink, context: ExportContext())
            return "a paper was made with \(programs)"
        } catch let error as PaperExportError where error.code == .toolMissing {
            throw Gap(message: error.message)
        } catch {
            throw Problem(message: "A paper could not be made with \(programs): \(error)")
        }
    }

    /// Writes a file into a folder and takes it away again.
    private static func folder(_ path: String) throws -> String {
        let file = path + "/.committee-workbook-doctor"
        do {
            var sink = try FileSink(path: file)
            try sink.write("tried")
            try sink.finish()
            try FileManager.default.removeItem(atPath: file)
            return "can be written to"
        } catch {
            throw Problem(
                message: "Nothing can be written into \(path == "." ? "it" : path) (\(error)). "
                    + (path == "."
                        ? "Go to another folder, or name one with --output."
                        : "Make room in it, or name another folder in the environment variable TMPDIR."))
        }
    }

    /// Whether quotation marks and dashes are shown as they are.
    private static func terminal() throws -> String {
        let environment = ProcessInfo.processInfo.environment
        let names = ["LC_ALL", "LC_CTYPE", "LANG"]
        guard let name = names.first(where: { !(environment[$0] ?? "").isEmpty }), let locale = environment[name] else {
            return "no language is set; messages are in UTF-8"
        }
        guard locale.uppercased().filter({ $0 != "-" }).contains("UTF8") else {
            throw Problem(
                message:
                    "\(name) is “\(locale)”, so “quotation marks” in messages may look wrong; set it to C.UTF-8 or en_GB.UTF-8. "
                    + "Files are right all the same.")
        }
        return "UTF-8"
    }
}

extension ReportPack {
    /// A pack with one measure and its course, to try things with.
    fileprivate static var trial: ReportPack {
        get throws {
            let figures = try (1...12).map { month in
                Observation(
                    indicator: "trial", period: try ReportingPeriod("2025-\(month < 10 ? "0" : "")\(month)"),
                    area: "england",
                    value: .value(Double(100 + month % 3)))
            }
            return ReportPack(
                manifest: Manifest(
                    title: "Trial", organisation: "Trial", area: "england", period: try ReportingPeriod("2026-06"),
                    date: try CalendarDate(iso: "2026-07-01"), areas: [.england]),
                indicators: [Indicator(id: "trial", title: "Trial", unit: .count, polarity: .neutral)],
                observations: figures)
        }
    }
}

/// Writes the script by which a shell completes the commands of this program.
struct CompletionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completions",
        abstract: "Write the script by which a shell completes commands, options and names of files.",
        discussion: """
            “make install” installs the scripts. To have them in one shell alone: \
            source <(committee-workbook completions bash)
            """)

    @Argument(help: "The shell: bash, zsh or fish.", transform: Self.shell)
    var shell: CompletionShell

    func run() throws { try Console.result(CommitteeWorkbook.completionScript(for: shell)) }

    private static func shell(_ text: String) throws -> CompletionShell {
        guard let shell = CompletionShell(rawValue: text) else {
            let known = CompletionShell.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("“\(text)” is not a shell that is known here; use one of: \(known).")
        }
        return shell
    }
}
