import ArgumentParser
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
            Writes \(CouncilPack.publishedFile) and \(CouncilPack.observationsFile) anew, and nothing else. Says which figures were \
            revised, which are new, and which the newer files no longer have. Those are kept.
            """)

    @Argument(help: ArgumentHelp("The folder of the pack.", valueName: "pack"))
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
        let folder = URL(filePath: pack)
        guard
            let document = try? Data(contentsOf: folder.appending(path: CouncilPack.publishedFile)),
            let table = try? Data(contentsOf: folder.appending(path: CouncilPack.observationsFile)),
            let origin = PackRefresh.Origin(in: String(decoding: document, as: UTF8.self))
        else {
            Console.say(
                "\(pack): error: This pack was not made from published statistics; make one with committee-workbook new."
            )
            throw ExitCode.noInput
        }
        let published = try newer(origin)
        let texts = Dictionary(uniqueKeysWithValues: published.map { ($0.name, $0.text) })
        let refresh: PackRefresh
        do {
            refresh = try PackRefresh(
                of: (Array(table), String(decoding: document, as: UTF8.self)),
                with: (texts[CouncilPack.observationsFile] ?? "", texts[CouncilPack.publishedFile] ?? ""))
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
        try OutputFiles.replace(
            [(CouncilPack.publishedFile, refresh.document), (CouncilPack.observationsFile, refresh.table)], in: pack,
            old: [CouncilPack.publishedFile: Array(document), CouncilPack.observationsFile: Array(table)])
        Console.say("Figures: \(words).")
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
