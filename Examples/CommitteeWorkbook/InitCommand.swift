import ArgumentParser

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Makes a pack to fill in.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a small report pack that you can fill in: a folder, or a workbook.",
        discussion: "The pack is complete: it makes a workbook at once. Replace its lines with your own.")

    @Argument(
        help: ArgumentHelp(
            "The folder to make, which must not exist yet or be empty, or a workbook, with a name that ends in .xlsx.",
            valueName: "folder"))
    var folder: String

    func run() throws {
        if Packs.isWorkbook(folder) { return try InitWorkbook.make(folder) }
        try OutputFiles.recover(folder)
        let manager = FileManager.default
        if manager.fileExists(atPath: folder), (try? manager.contentsOfDirectory(atPath: folder))?.isEmpty != true {
            Console.say("\(folder): error: This exists and is not an empty folder; choose another name.")
            throw ExitCode.cannotCreate
        }
        try OutputFiles.makeFolder(folder, with: PackTemplate.files.map { ($0.name, $0.text) })
        Console.say(
            "Made a report pack with \(PackTemplate.files.count) files. Fill it in, then run: committee-workbook \(folder)"
        )
        try Console.result(folder)
    }
}
