import ArgumentParser
import FamilyServicesImport
import FamilyServicesKit
import ODSReading
import XLSXReading

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads the figures of a dashboard that somebody keeps in a workbook of their own.
struct MapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract: "Read the figures of your own dashboard workbook into a report pack.",
        discussion: """
            The first time, two small tables are written into the pack (in a workbook, two sheets): map-sheets.csv, which says where \
            the headings and measures are, and map-measures.csv, which says which indicator each measure is. Fill in the column \
            indicator (a hyphen for a measure that you do not want), and give the command again. From then on each month is one \
            command: figures go into observations-dashboard.csv, and those of earlier months stay.
            """)

    @Argument(
        help: ArgumentHelp("The workbook with the dashboard (.xlsx, .ods).", valueName: "workbook"),
        completion: .file(extensions: ["xlsx", "xlsm", "ods"]))
    var workbook: String

    @Argument(
        help: ArgumentHelp("The report pack: a folder, or a workbook (.xlsx, .ods).", valueName: "pack"),
        completion: .file())
    var pack: String

    @Flag(help: "Only say what would be read; write nothing.")
    var check = false

    @OptionGroup var values: ValueOptions

    func run() throws {
        try OutputFiles.recover(pack)
        try checkInputs()
        let mapping = try reading { () throws(ReportPackError) in
            try DashboardMapping(sheets(), named: workbook, into: pack, loader: Packs.loader)
        }
        guard mapping.hasMap else { return try begin(mapping) }
        let outcome = try reading { () throws(ReportPackError) in try mapping.figures() }
        Console.report(outcome.warnings)
        for measure in outcome.unknown {
            Console.say(
                "\(workbook): warning: “\(measure)” is not in map-measures.csv and is not read; add it, with a hyphen if it is not wanted."
            )
        }
        for change in outcome.changes { try Console.result("\(change)") }
        Console.say("\(outcome.newCount) new, \(outcome.changes.count) changed, \(outcome.sameCount) as before.")
        guard !check else { return Console.say("Nothing was written.") }
        try write([outcome.file], with: mapping)
    }

    /// Writes a map to begin with.
    private func begin(_ mapping: DashboardMapping) throws {
        let proposal = try reading { () throws(ReportPackError) in try mapping.proposal() }
        guard !proposal.files.isEmpty else {
            Console.say(
                "\(workbook): error: No sheet has a row or column of headings with months or other periods and names of measures before "
                    + "them. Write the months with their year into the headings, such as Apr-26.")
            Console.report(proposal.notes)
            throw ExitCode.findings
        }
        Console.report(proposal.notes)
        guard !check else { return Console.say("There is no map yet. Nothing was written.") }
        let new = proposal.files.filter { file in
            guard mapping.holds(file) else { return true }
            Console.say("\(mapping.name(of: file)): it exists and was not changed.")
            return false
        }
        try write(new, with: mapping)
        Console.say(
            "Look at map-sheets.csv, fill in the column indicator of map-measures.csv (a hyphen for what is not wanted), and give the "
                + "command again.")
    }

    /// Makes sure that there are a workbook and a pack to speak of.
    private func checkInputs() throws {
        for path in [workbook, pack] where !FileManager.default.isReadableFile(atPath: path) {
            let what = path == pack ? "pack" : "workbook"
            Console.say("\(path): error: There is no such \(what), or it cannot be read. Nothing was written.")
            throw ExitCode.noInput
        }
    }

    private func sheets() throws(ReportPackError) -> [ReadSheet] {
        do throws(XLSXReadingError) {
            return try SpreadsheetReader().read(contentsOf: workbook)
        } catch {
            throw ReportPackError(diagnostics: [
                Diagnostic(.error, .file, "\(error)", at: SourceLocation(file: workbook))
            ])
        }
    }

    private func reading<Value>(_ body: () throws(ReportPackError) -> Value) throws -> Value {
        do throws(ReportPackError) {
            return try body()
        } catch {
            Console.report(error.diagnostics.filter { $0.severity == .error })
            Console.say("Nothing was written.")
            throw ExitCode.findings
        }
    }

    /// Writes tables into the pack and names them.
    private func write(_ files: [DashboardMapping.File], with mapping: DashboardMapping) throws {
        do throws(PackFolderError) {
            try mapping.write(files)
        } catch {
            Console.report(error.diagnostics)
            if error.code != .unfinished { Console.say("Nothing was written.") }
            throw [.writing, .unfinished].contains(error.code) ? ExitCode.ioError : ExitCode.findings
        }
        for file in files { try Console.result(mapping.name(of: file)) }
    }
}
