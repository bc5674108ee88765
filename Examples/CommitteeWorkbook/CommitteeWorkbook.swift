import ArgumentParser
import FamilyServicesKit

@main
struct CommitteeWorkbook: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "committee-workbook",
        abstract: "Turns a report pack, a folder of CSV and YAML files, into a committee workbook.",
        discussion: """
            Exit codes: 0 done; 1 the pack has errors, each printed with file, line and column; 64 wrong usage; \
            66 the pack cannot be read; 73 the output exists and was not written by this program, or cannot be made; \
            74 writing failed.
            """,
        version: FamilyServicesKitVersion.current,
        subcommands: [
            MakeCommand.self, InitCommand.self, FormatsCommand.self, WorkingCopyCommand.self, ReadBackCommand.self,
        ],
        defaultSubcommand: MakeCommand.self)
}

/// The exit codes beyond those of the argument parser, as BSD's sysexits.h numbers them.
extension ExitCode {
    /// The input has errors.
    static let findings = ExitCode(1)
    /// The input cannot be read at all.
    static let noInput = ExitCode(66)
    /// The output exists or cannot be made.
    static let cannotCreate = ExitCode(73)
    /// Writing failed.
    static let ioError = ExitCode(74)
}
