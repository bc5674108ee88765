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
        let manager = FileManager.default
        if manager.fileExists(atPath: folder), (try? manager.contentsOfDirectory(atPath: folder))?.isEmpty != true {
            Console.say("\(folder): error: This exists and is not an empty folder; choose another name.")
            throw ExitCode.cannotCreate
        }
        do {
            try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for (name, text) in PackTemplate.files {
                try Data(text.utf8).write(to: URL(filePath: folder).appending(path: name), options: .withoutOverwriting)
            }
        } catch {
            Console.say("\(folder): error: The folder cannot be made: \(error)")
            throw ExitCode.cannotCreate
        }
        Console.say(
            "Made a report pack with \(PackTemplate.files.count) files. Fill it in, then run: committee-workbook \(folder)"
        )
        try Console.result(folder)
    }
}
