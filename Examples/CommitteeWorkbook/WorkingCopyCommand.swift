import ArgumentParser
import FamilyServicesKit
import XLSXExport

/// Makes a workbook to work in.
struct WorkingCopyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "working-copy",
        abstract: "Make a workbook in which the plan tracker, remarks and printed ratings can be edited.",
        discussion: """
            It is for officers: it has filters, lists to choose from, and what the public and members may not see. Edit it in \
            Excel or LibreOffice, and take the changes into the pack with the subcommand read-back.
            """)

    @Argument(
        help: ArgumentHelp("The report pack: a folder, or a workbook (.xlsx, .ods).", valueName: "pack"),
        completion: .file())
    var pack: String

    @Option(
        name: [.short, .long],
        help: "The file to write. By default the name of the pack with “working-copy”, in the current folder.",
        completion: .file(extensions: ["xlsx"]))
    var output: String?

    @Flag(help: "Replace the output even if this program did not write it, or it was changed since.")
    var force = false

    func run() throws {
        let path = output ?? "\(PackReader(folder: pack).name)-working-copy.xlsx"
        let loaded = try PackReader(folder: pack).read(showingWarnings: false)
        let place = OutputPlace(path)
        guard force || place.mayReplace else {
            Console.say(
                "\(path): error: This file was not written by committee-workbook, or was changed since. If it is a working copy, "
                    + "read it back first; then choose another --output, or replace it with --force.")
            throw ExitCode.cannotCreate
        }
        do {
            let publication = try loaded.pack.workingCopy(options: PublicationOptions(inputs: loaded.inputs))
            try place.write(publication, with: XLSXExporter(), context: ExportContext())
        } catch let error as FileSinkError {
            Console.say("\(path): error: \(error)")
            throw ExitCode.cannotCreate
        } catch {
            Console.say("\(path): error: \(error)")
            throw ExitCode.ioError
        }
        if !place.isStandardOutput { Console.result(path) }
    }
}
