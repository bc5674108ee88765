import ArgumentParser
import FamilyServicesImport
import FamilyServicesKit

/// Reads a pack and prints what is wrong with it.
struct PackReader {
    let folder: String

    /// The name of the pack, for files that are made of it.
    var name: String {
        Packs.withoutEnding(folder.split(separator: "/").last { $0 != "." && $0 != ".." }.map(String.init) ?? "report")
    }

    /// A pack without errors.
    struct Loaded {
        let pack: ReportPack
        let warningCount: Int
        let inputs: [InputFile]

        var summary: String {
            warningCount == 0
                ? "No errors, no warnings."
                : "No errors, \(warningCount) \(warningCount == 1 ? "warning" : "warnings")."
        }
    }

    /// Reads the pack.
    ///
    /// - Throws: `ExitCode.noInput` where there is no such pack, and `ExitCode.findings` where the pack has errors; both
    ///   after printing them.
    func read(showingWarnings: Bool) throws -> Loaded {
        try OutputFiles.recover(folder)
        Console.progress("Reading \(folder)…")
        let result = Packs.loader.load(folder: folder)
        Console.endProgress()
        Console.report(result.diagnostics.filter { showingWarnings || $0.severity == .error })
        let (errors, warnings) = (result.errorCount, result.warningCount)
        guard let pack = result.pack else {
            Console.say(
                "\(errors) \(errors == 1 ? "error" : "errors"), \(warnings) \(warnings == 1 ? "warning" : "warnings"). "
                    + "Nothing was written.")
            throw result.isFolderReadable ? ExitCode.findings : ExitCode.noInput
        }
        return Loaded(pack: pack, warningCount: warnings, inputs: result.inputs)
    }

    /// Reads the pack so that changes can be written into it.
    func edit() throws -> PackFolderEditor {
        try OutputFiles.recover(folder)
        do {
            return try PackFolderEditor(folder: folder, loader: Packs.loader)
        } catch {
            Console.report(error.diagnostics.filter { $0.severity == .error })
            Console.say("Nothing was written.")
            throw Packs.loader.load(folder: folder).isFolderReadable ? ExitCode.findings : ExitCode.noInput
        }
    }

    /// Writes a changed pack into its files.
    ///
    /// - Returns: The files that were written.
    func write(_ changed: ReportPack, with editor: PackFolderEditor) throws -> [String] {
        do {
            let changes = try editor.changes(to: changed)
            Console.report(changes.warnings)
            try editor.write(changes)
            for file in changes.files { Console.say((file == folder ? file : "\(folder)/\(file)") + ": written.") }
            return changes.files
        } catch {
            Console.report(error.diagnostics)
            // With some files in their places, the message has said what becomes of them.
            if error.code != .unfinished { Console.say("Nothing was written.") }
            throw [.writing, .unfinished].contains(error.code) ? ExitCode.ioError : ExitCode.findings
        }
    }
}
