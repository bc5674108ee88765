import ArgumentParser
import ByteSinks
import FamilyServicesKit

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@main
struct CommitteeWorkbook: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "committee-workbook",
        abstract: "Turns a report pack, a folder of CSV and YAML files or a workbook, into a committee workbook.",
        discussion: """
            Exit codes: 0 done; 1 the pack has errors, each printed with its place; 64 wrong usage; \
            66 there is no such pack, copy or logo, or it cannot be read; 73 the output exists and was not written by this \
            program, or cannot be made; \
            74 writing failed. A signal such as Ctrl-C ends the program and removes unfinished files.
            """,
        version: FamilyServicesKitVersion.current,
        subcommands: [
            MakeCommand.self, InitCommand.self, NewCommand.self, RefreshCommand.self, CatalogueCommand.self,
            FormatsCommand.self, ColumnsCommand.self, WorkingCopyCommand.self, ReadBackCommand.self,
            ConvertCommand.self, MapCommand.self, DoctorCommand.self, ScreenCommand.self, CompletionsCommand.self,
        ],
        defaultSubcommand: MakeCommand.self)

    /// Refuses arguments that are not UTF-8, which Swift would change into others without a word: a file would be written
    /// under another name, and an existing folder not be found.
    static func main() {
        for index in 1..<max(1, Int(CommandLine.argc)) {
            guard let argument = CommandLine.unsafeArgv[index], String(validatingCString: argument) == nil else {
                continue
            }
            Console.say(
                "error: “\(String(cString: argument))” is not UTF-8, so the file that is meant cannot be named. Rename the file "
                    + "or folder, or choose another name.")
            exit(withError: ExitCode.validationFailure)
        }
        TemporaryFiles.removeWhenStopped { Console.endProgress() }
        // What a run before could not remove, because it was killed.
        for folder in [FileManager.default.temporaryDirectory.path, "."] { AbandonedFiles.remove(in: folder + "/") }
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            // Help, the version and scripts for shells are results like any other: nobody got them where they cannot be written.
            guard exitCode(for: error) == .success else { exit(withError: error) }
            let failure = Result { try Console.result(fullMessage(for: error)) }
            if case .failure(let failure) = failure { exit(withError: failure) }
            exit()
        }
    }
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
