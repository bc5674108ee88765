import ArgumentParser
import FamilyServicesImport
import FamilyServicesKit

/// Reads a pack and prints what is wrong with it.
struct PackReader {
    let folder: String

    /// The name of the pack, for files that are made of it.
    var name: String { folder.split(separator: "/").last { $0 != "." && $0 != ".." }.map(String.init) ?? "report" }

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
    /// - Throws: `ExitCode.findings` after printing the errors.
    func read(showingWarnings: Bool) throws -> Loaded {
        Console.progress("Reading \(folder)…")
        let result = ReportPackLoader().load(folder: folder)
        Console.endProgress()
        let errors = result.diagnostics.filter { $0.severity == .error }
        let warnings = result.diagnostics.count - errors.count
        for diagnostic in result.diagnostics where showingWarnings || diagnostic.severity == .error {
            Console.say(diagnostic.description)
        }
        guard errors.isEmpty, let pack = result.pack else {
            Console.say(
                "\(errors.count) \(errors.count == 1 ? "error" : "errors"), "
                    + "\(warnings) \(warnings == 1 ? "warning" : "warnings"). Nothing was written.")
            throw ExitCode.findings
        }
        return Loaded(pack: pack, warningCount: warnings, inputs: result.inputs)
    }
}
