import ArgumentParser
import FamilyServicesImport
import FamilyServicesKit
import WorkbookPacks

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Turns a pack from a folder into a workbook, and back.
struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Turn a report pack from a folder into a workbook, or from a workbook into a folder.",
        discussion: """
            The pack is the same in either form: what is made is read again and compared before it is kept. A pack with errors is \
            not turned into anything.
            """)

    @Argument(
        help: ArgumentHelp("The report pack: a folder, or a workbook (.xlsx, .ods).", valueName: "pack"),
        completion: .file())
    var pack: String

    @Argument(
        help: ArgumentHelp(
            "What to make: a workbook (.xlsx) from a folder, or a folder from a workbook. It must not exist yet.",
            valueName: "target"),
        completion: .file())
    var target: String

    @OptionGroup var values: ValueOptions

    func run() throws {
        try OutputFiles.recover(target)
        let manager = FileManager.default
        let isFolder = Packs.isFolder(pack)
        guard manager.fileExists(atPath: pack) else {
            Console.say("\(pack): error: There is no such pack. Nothing was written.")
            throw ExitCode.noInput
        }
        let exists = manager.fileExists(atPath: target)
        guard !exists || !isFolder && (try? manager.contentsOfDirectory(atPath: target))?.isEmpty == true
        else {
            Console.say("\(target): error: This exists; choose another name.")
            throw ExitCode.cannotCreate
        }
        guard isFolder ? target.lowercased().hasSuffix(".xlsx") : !Packs.isWorkbook(target) else {
            throw ValidationError(
                isFolder
                    ? "A folder is turned into a workbook; give it a name that ends in .xlsx."
                    : "A workbook is turned into a folder; give the folder a name without .xlsx or .ods.")
        }
        let loaded = try PackReader(folder: pack).read(showingWarnings: false)
        if isFolder { try makeWorkbook() } else { try makeFolder(loaded.pack) }
        try Console.result(target)
    }

    private func makeWorkbook() throws {
        let bytes = try converting { () throws(PackWorkbook.ConversionError) in
            try PackWorkbook.workbook(ofFolder: pack, loader: Packs.loader)
        }
        try OutputFiles.write(bytes, to: target)
    }

    private func makeFolder(_ pack: ReportPack) throws {
        let files = try converting { () throws(PackWorkbook.ConversionError) in
            try PackWorkbook.files(ofWorkbook: self.pack, loader: Packs.loader)
        }
        try OutputFiles.makeFolder(target, with: files) {
            try converting { () throws(PackWorkbook.ConversionError) in
                try PackWorkbook.check(Packs.loader.load(folder: target), against: pack, self.pack)
            }
        }
    }

    private func converting<Value>(_ body: () throws(PackWorkbook.ConversionError) -> Value) throws -> Value {
        do throws(PackWorkbook.ConversionError) {
            return try body()
        } catch {
            Console.report(error.diagnostics.filter { $0.severity == .error })
            Console.say("Nothing was written.")
            throw ExitCode.findings
        }
    }
}

/// Makes a workbook to fill in.
enum InitWorkbook {
    static func make(_ path: String) throws {
        guard path.lowercased().hasSuffix(".xlsx") else {
            throw ValidationError("A workbook is made as .xlsx; LibreOffice opens it and can save it as .ods.")
        }
        guard !FileManager.default.fileExists(atPath: path) else {
            Console.say("\(path): error: This exists; choose another name.")
            throw ExitCode.cannotCreate
        }
        // The examples are those of a folder, so that there is one set of them.
        let bytes: [UInt8]
        do {
            let folder = try TemporaryFolder()
            for (name, text) in PackTemplate.files {
                try Data(text.utf8).write(to: URL(filePath: folder.path).appending(path: name))
            }
            bytes = try PackWorkbook.template(ofFolder: folder.path, words: [["Status", "Going well", "on-track"]])
        } catch {
            Console.say("\(path): error: The examples cannot be made: \(error)")
            throw ExitCode.ioError
        }
        try OutputFiles.write(bytes, to: path)
        Console.say("Made a report pack as a workbook. Fill it in, then run: committee-workbook \(path)")
        try Console.result(path)
    }
}
