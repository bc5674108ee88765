import ArgumentParser
import EESExport
import FamilyServicesImport
import FamilyServicesKit

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads a pack and writes the workbook.
struct MakeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract: "Make the workbook of a report pack (what happens when no subcommand is named).")

    @Argument(
        help: ArgumentHelp("The report pack: a folder, or a workbook (.xlsx, .ods).", valueName: "pack"),
        completion: .file())
    var pack: String

    @Option(
        name: [.short, .long],
        help: """
            The file to write, or - for standard output, which needs --format. By default the name of the pack with the \
            audience, in the current folder.
            """,
        completion: .file())
    var output: String?

    @Option(
        help: """
            The format: \(Formats.list), or the extension of its files, such as md. By default what the name of the output \
            says, else xlsx.
            """)
    var format: String?

    @Option(
        help: ArgumentHelp(
            "An option of the format, such as tableStyle=compact; may be repeated. The subcommand formats lists them.",
            valueName: "name=value"))
    var option: [String] = []

    @Option(
        help: ArgumentHelp(
            "The options of the format as a JSON object, such as '{\"theme\": {\"heading\": \"#003366\"}}'.",
            valueName: "json"))
    var options: String?

    @Option(
        help: ArgumentHelp(
            "The organisation's logo for the cover of a workbook: a PNG or JPEG file.", valueName: "file"),
        completion: .file(extensions: ["png", "jpg", "jpeg"]))
    var logo: String?

    @Option(help: "Who the workbook is for: public, members or officers.", transform: Self.audience)
    var audience: Audience = .everyone

    @Option(
        help: ArgumentHelp("Report on an earlier period of the pack, such as 2017-10.", valueName: "code"),
        transform: { try ReportingPeriod($0) })
    var period: ReportingPeriod?

    @Option(
        help: ArgumentHelp(
            "The folder of the pack of the last report; the workbook then says what changed since, and what was shown then "
                + "counts as known. Give it again for each report before that, the latest first.", valueName: "pack"),
        completion: .directory)
    var since: [String] = []

    @Option(
        help: ArgumentHelp(
            "Small numbers: suppress (1 to 5 hidden), round (to 5, 1 to 7 hidden) or show. By default suppress for the "
                + "public and show for others.", valueName: "policy"),
        transform: Self.smallNumbers)
    var smallNumbers: SmallNumberPolicy?

    @Option(
        help: ArgumentHelp(
            "The role that decides on the release, for the release note: an identifier of the pack's roles.",
            valueName: "role"))
    var decidedBy: String?

    @Flag(help: "Only check the pack: print every error and warning, write nothing.")
    var check = false

    @Flag(help: "Replace the output even if this program did not write it, or it was changed since.")
    var force = false

    @OptionGroup var values: ValueOptions

    func run() throws {
        let registry = try Formats.registry()
        let path = output ?? defaultPath(in: registry)
        let place = OutputPlace(path)
        let exporter = try exporter(for: path, place, in: registry)
        let loaded = try PackReader(folder: pack).read(showingWarnings: check)
        var earlier: [ReportPack] = []
        for folder in since {
            let pack = try PackReader(folder: folder).read(showingWarnings: check).pack
            let (later, name) =
                earlier.last.map { ($0, "that of the report named before it") } ?? (
                    loaded.pack, "the report's own date"
                )
            guard pack.manifest.date <= later.manifest.date else {
                Console.say(
                    "\(folder): error: This pack is dated \(pack.manifest.date.label), after \(name), "
                        + "\(later.manifest.date.label). Name earlier packs with --since, the latest first.")
                throw ExitCode.findings
            }
            earlier.append(pack)
        }
        try checkPeriod(of: loaded.pack)
        guard !check else {
            Console.say(loaded.summary)
            return
        }
        guard force || place.mayReplace else {
            Console.say(
                "\(path): error: This file was not written by committee-workbook, or was changed since. "
                    + "Choose another --output, or replace it with --force.")
            throw ExitCode.cannotCreate
        }
        let decidedBy = try decidingRole(in: loaded.pack)
        Console.progress("Composing…")
        let (publication, review) = try release(
            loaded.pack,
            PublicationOptions(
                period: period, previous: earlier.first, earlier: Array(earlier.dropFirst()),
                smallNumbers: smallNumbers,
                decidedBy: decidedBy, inputs: loaded.inputs))
        try write(publication, with: exporter, to: place, path)
        Console.endProgress()
        if loaded.warningCount > 0 {
            Console.say("\(loaded.summary) Run with --check to see them.")
        }
        report(on: review)
        if type(of: exporter) == EESExporter.self {
            for omission in EESExporter.omissions(in: publication) { Console.say("not written: \(omission)") }
        }
        if !place.isStandardOutput { try Console.result(path) }
    }

    private func release(
        _ pack: ReportPack, _ options: PublicationOptions
    ) throws -> (publication: Publication, review: ReleaseReview) {
        do {
            return try pack.release(for: audience, options: options)
        } catch {
            Console.endProgress()
            Console.report(error.diagnostics.map { $0.located(at: SourceLocation(file: self.pack)) })
            Console.say("Nothing was written.")
            throw ExitCode.findings
        }
    }

    /// Makes sure that a report on another period than the pack's own would be one: that it has figures for it, and no words
    /// about the pack's own.
    private func checkPeriod(of pack: ReportPack) throws {
        guard let period, period != pack.manifest.period else { return }
        func refuse(_ reason: String) throws -> Never {
            Console.say("\(self.pack): error: The pack reports on \(pack.manifest.period.label). \(reason)")
            throw ExitCode.validationFailure
        }
        guard pack.observations.contains(where: { $0.period == period && $0.area == pack.manifest.area }) else {
            try refuse("It has no figures of its own for \(period.label); name a period that it has figures for.")
        }
        guard !pack.reports.contains(where: { !$0.sections.isEmpty || !$0.recommendations.isEmpty }) else {
            try refuse(
                "The texts in report.yaml are about that and cannot be changed with the figures. Copy the folder, change "
                    + "period, date and title in pack.yaml and the texts in report.yaml, and make the report from the copy."
            )
        }
        guard pack.manifest.title(for: period) != nil else {
            try refuse(
                "The title “\(pack.manifest.title)” names a period in other words than “\(pack.manifest.period.label)”, so it "
                    + "cannot be changed with the figures. Write “\(pack.manifest.period.label)” in the title, or leave the "
                    + "period out of it.")
        }
    }

    private func decidingRole(in pack: ReportPack) throws -> Role.ID? {
        guard let decidedBy else { return nil }
        guard let role = pack.manifest.roles.first(where: { $0.id.text == decidedBy }) else {
            let known = pack.manifest.roles.map(\.id.text).joined(separator: ", ")
            throw ValidationError(
                "“\(decidedBy)” is not a role of the pack; use one of: \(known.isEmpty ? "none is listed" : known).")
        }
        return role.id
    }

    /// Says what a person has to see to before the version goes out.
    private func report(on review: ReleaseReview) {
        guard audience != .officers else { return }
        if review.mayRestOnEarlierReleases {
            Console.say(
                since.isEmpty
                    ? "No earlier report is named, but figures of earlier periods are in this one and some are hidden. If any of "
                        + "them were published before, name the pack of that report with --since: what was shown then can give "
                        + "a hidden figure away."
                    : "Only the last report is named, and it holds figures of earlier periods itself. If there were reports "
                        + "before it, name their packs too with --since, the latest first: what they showed can give a hidden "
                        + "figure away, and the last report may have hidden others because of it.")
        }
        for text in review.texts {
            Console.say("\(text.place): withheld, because “\(text.number)” \(text.reason)")
        }
        if let cases = review.choices.first(where: { $0.choice == .cases })?.withheldFigures,
            let all = review.choices.first(where: { $0.choice == .all })?.withheldFigures, all != cases
        {
            Console.say(
                "Of measures with a timescale, few cases are hidden, and how few were late is not: \(cases) figures of this "
                    + "version show no number. With “protects: all” on these measures, \(all) would show none.")
        }
        let note = review.note
        guard audience == .everyone else { return }
        if note.policy.threshold == 0 {
            Console.say("Small numbers are shown: see that no figure can identify a child before you publish.")
        }
        let texts = note.textFindings.reduce(0) { $0 + $1.count }
        if texts > 0 {
            Console.say(
                "\(texts) \(texts == 1 ? "text" : "texts") may identify a person. Run with --check to see where, and read "
                    + "them before you publish.")
        }
    }

    /// The exporter of the format that was asked for, or that the name of the output says, with the options given.
    private func exporter(
        for path: String, _ place: OutputPlace, in registry: ExporterRegistry
    ) throws -> any Exporter {
        guard option.isEmpty && logo == nil || options == nil else {
            throw ValidationError(
                "Give options with --option and --logo or with --options, not with both; there the logo is branding.logo."
            )
        }
        guard format != nil || !place.isStandardOutput else {
            throw ValidationError("Standard output has no name that says the format; add --format: \(Formats.list).")
        }
        let logo = try logoOption()
        let given = options.map { ExportOptionsInput.json($0) } ?? .text(option + logo)
        do {
            guard let format else { return try registry.makeExporter(forPath: path, options: given) }
            let exporter = try registry.makeExporter(id: format, options: given)
            try checkName(path, of: type(of: exporter).format, in: registry)
            return exporter
        } catch let code as ExitCode {
            throw code
        } catch {
            throw ValidationError("\(error)")
        }
    }

    /// Makes sure that the name of the output does not promise another format: Excel refuses JSON that is called xlsx.
    private func checkName(_ path: String, of format: FormatDescriptor, in registry: ExporterRegistry) throws {
        guard !force, output != nil, let other = try? registry.exporter(forPath: path).format, other.id != format.id
        else {
            return
        }
        Console.say(
            "\(path): error: The name is that of a file in the format \(other.id), but --format says \(format.id). Give the file a "
                + "name that ends in .\(format.fileExtensions.first ?? format.id), leave out --format, or write it all the same "
                + "with --force.")
        throw ExitCode.validationFailure
    }

    /// The logo as an option of the format.
    private func logoOption() throws -> [String] {
        guard let logo else { return [] }
        do {
            return ["branding.logo=" + (try Data(contentsOf: URL(filePath: logo)).base64EncodedString())]
        } catch {
            Console.say("\(logo): error: The logo could not be read; name a PNG or JPEG file.")
            throw ExitCode.noInput
        }
    }

    private func write(
        _ publication: Publication, with exporter: any Exporter, to place: OutputPlace, _ path: String
    ) throws {
        let context = ExportContext(progress: Console.progress(of: "Writing"))
        try OutputFiles.writing(place.isStandardOutput ? "standard output" : path) {
            try place.write(publication, with: exporter, context: context, force: force)
        }
    }

    private static func smallNumbers(_ text: String) throws -> SmallNumberPolicy {
        switch text {
        case "suppress": .suppressOneToFive
        case "round": .roundToFive
        case "show": .showAll
        default: throw ValidationError("“\(text)” is not a policy for small numbers; use suppress, round or show.")
        }
    }

    private static func audience(_ text: String) throws -> Audience {
        guard let audience = Audience(rawValue: text) else {
            let known = Audience.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("“\(text)” is not an audience; use one of: \(known).")
        }
        return audience
    }

    /// The audience is in the name, so that no one takes the officers' version for the public one.
    private func defaultPath(in registry: ExporterRegistry) -> String {
        let suffix = format.flatMap { try? registry.exporter(id: $0).format.fileExtensions.first } ?? "xlsx"
        return "\(PackReader(folder: pack).name)-\(audience.rawValue).\(suffix)"
    }
}
