import ArgumentParser
import FamilyServicesImport
import FamilyServicesKit
import PublishedStatistics

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Takes newer published files into a pack that `new` made.
struct RefreshCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refresh",
        abstract: "Take newer published statistics into a report pack.",
        discussion: """
            Writes \(CouncilPack.publishedFile) and \(CouncilPack.observationsFile) anew, in a workbook the sheets that take \
            their place, and nothing else. Says which figures were \
            revised, which are new, and which the newer files no longer have. Those are kept.
            """)

    @Argument(
        help: ArgumentHelp("The report pack: a folder, or a workbook (.xlsx, .ods).", valueName: "pack"),
        completion: .file())
    var pack: String

    @OptionGroup var files: PublishedOptions

    @Option(help: ArgumentHelp("Change to another model of statistical neighbours.", valueName: "year"))
    var neighbours: Int?

    @Flag(help: "Show the neighbours under the previous model too.")
    var bothModels = false

    @Flag(help: "Say what would change, and write nothing.")
    var check = false

    @Flag(help: "List new figures one by one too.")
    var all = false

    func run() throws {
        try OutputFiles.recover(pack)
        let book = Packs.isFolder(pack) ? nil : WorkbookFiles(pack, loader: Packs.loader)
        let texts = try present(in: book)
        guard let document = texts[CouncilPack.publishedFile], let table = texts[CouncilPack.observationsFile],
            let origin = PackRefresh.Origin(in: document)
        else {
            Console.say(
                "\(pack): error: This pack was not made from published statistics; make one with committee-workbook new."
            )
            throw ExitCode.noInput
        }
        let published = try newer(origin)
        let newer = Dictionary(uniqueKeysWithValues: published.map { ($0.name, $0.text) })
        let refresh: PackRefresh
        do {
            refresh = try PackRefresh(
                of: (Array(table.utf8), document),
                with: (newer[CouncilPack.observationsFile] ?? "", newer[CouncilPack.publishedFile] ?? ""))
        } catch {
            Console.say("\(error)")
            throw ExitCode.findings
        }
        for change in refresh.revised + refresh.kept + (all ? refresh.added : []) {
            try Console.result(change.description)
        }
        let words = [
            (refresh.revised.count, "revised"), (refresh.added.count, "new"), (refresh.kept.count, "kept"),
        ].map { "\(DecimalText.grouped($0)) \($1)" }.joined(separator: ", ")
        guard !check else {
            Console.say("Figures: \(words). Nothing was written.")
            return
        }
        let files = [
            (name: CouncilPack.publishedFile, text: refresh.document),
            (name: CouncilPack.observationsFile, text: refresh.table),
        ]
        if let book {
            try write(files, into: book)
        } else {
            try OutputFiles.replace(files, in: pack, old: texts.mapValues { Array($0.utf8) })
        }
        Console.say("Figures: \(words).")
    }

    /// The files of the pack that come from published ones, as far as it has them.
    private func present(in book: WorkbookFiles?) throws -> [String: String] {
        if let book {
            do throws(ReportPackError) {
                return try book.texts()
            } catch {
                Console.report(error.diagnostics)
                throw ExitCode.findings
            }
        }
        var texts: [String: String] = [:]
        for name in [CouncilPack.publishedFile, CouncilPack.observationsFile] {
            guard let bytes = try? Data(contentsOf: URL(filePath: pack).appending(path: name)) else { continue }
            texts[name] = String(decoding: bytes, as: UTF8.self)
        }
        return texts
    }

    private func write(_ files: [(name: String, text: String)], into book: WorkbookFiles) throws {
        do throws(PackFolderError) {
            try book.replace(files)
        } catch {
            Console.report(error.diagnostics)
            if error.code != .unfinished { Console.say("Nothing was written.") }
            throw [.writing, .unfinished].contains(error.code) ? ExitCode.ioError : ExitCode.findings
        }
    }

    /// What the newer files give for the pack.
    private func newer(_ origin: PackRefresh.Origin) throws -> [(name: String, text: String)] {
        let day = try PublishedOptions.today()
        if let region = origin.region {
            guard neighbours == nil, !bothModels else {
                throw ValidationError("This is a pack of a region, which has no statistical neighbours.")
            }
            return try files.pack(of: region, on: day).published
        }
        guard let council = LocalAuthority.with(id: origin.council) else {
            Console.say("\(pack): error: “\(origin.council)” is not a council of the register.")
            throw ExitCode.findings
        }
        return try files.pack(
            of: council,
            CouncilPack.Options(
                date: day, model: neighbours ?? origin.model,
                showsEarlierModel: bothModels || origin.showsEarlierModel, statistic: origin.statistic,
                continues: origin.continues, lines: try files.lines())
        ).published
    }
}
