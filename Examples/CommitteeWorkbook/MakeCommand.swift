import ArgumentParser
import CompressedJSONExport
import FamilyServicesImport
import FamilyServicesKit
import MarkdownExport
import XLSXExport

/// Reads a pack and writes the workbook.
struct MakeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract: "Make the workbook of a report pack (what happens when no subcommand is named).")

    @Argument(help: ArgumentHelp("The folder of the report pack.", valueName: "pack"), completion: .directory)
    var pack: String

    @Option(
        name: [.short, .long],
        help: "The file to write. By default the name of the pack with the audience, in the current folder.",
        completion: .file())
    var output: String?

    @Option(help: "The format: \(Formats.list). By default what the name of the output says, else xlsx.")
    var format: String?

    @Option(help: "Who the workbook is for: public, members or officers.", transform: Self.audience)
    var audience: Audience = .everyone

    @Option(
        help: ArgumentHelp("Report on an earlier period of the pack, such as 2017-10.", valueName: "code"),
        transform: { try ReportingPeriod($0) })
    var period: ReportingPeriod?

    @Option(
        help: ArgumentHelp(
            "The folder of the pack of the last report; the workbook then says what changed since.", valueName: "pack"),
        completion: .directory)
    var since: String?

    @Flag(help: "Only check the pack: print every error and warning, write nothing.")
    var check = false

    @Flag(help: "Replace the output even if this program did not write it, or it was changed since.")
    var force = false

    func run() throws {
        let registry = try Formats.registry()
        let path = output ?? defaultPath(in: registry)
        let identifier = try formatIdentifier(for: path, in: registry)
        let loaded = try PackReader(folder: pack).read(showingWarnings: check)
        let previous = try since.map { try PackReader(folder: $0).read(showingWarnings: check) }
        if let previous, let since, previous.pack.manifest.date > loaded.pack.manifest.date {
            Console.say(
                "\(since): error: This pack is dated \(previous.pack.manifest.date.label), after the report's own date of "
                    + "\(loaded.pack.manifest.date.label). Name the earlier pack with --since.")
            throw ExitCode.findings
        }
        guard !check else {
            Console.say(loaded.summary)
            return
        }
        let ledger = OutputLedger(path: path)
        guard force || ledger.mayReplace() else {
            Console.say(
                "\(path): error: This file was not written by committee-workbook, or was changed since. "
                    + "Choose another --output, or replace it with --force.")
            throw ExitCode.cannotCreate
        }
        Console.progress("Composing…")
        let publication = try loaded.pack.publish(
            for: audience, options: PublicationOptions(period: period, previous: previous?.pack))
        try write(publication, as: identifier, registry, to: path)
        ledger.record()
        Console.endProgress()
        if loaded.warningCount > 0 {
            Console.say("\(loaded.summary) Run with --check to see them.")
        }
        if audience == .everyone {
            Console.say("Small numbers are not suppressed: see that no figure can identify a child before you publish.")
        }
        Console.result(path)
    }

    /// The format that was asked for, or that the name of the output says.
    private func formatIdentifier(for path: String, in registry: ExporterRegistry) throws -> String {
        do {
            if let format { return try registry.exporter(id: format).format.id }
            return try registry.exporter(forPath: path).format.id
        } catch {
            throw ValidationError("\(error)")
        }
    }

    private func write(
        _ publication: Publication, as identifier: String, _ registry: ExporterRegistry, to path: String
    ) throws {
        do {
            var sink = try FileSink(path: path)
            let context = ExportContext(progress: { Console.progress("Writing… \(Int($0 * 100))%") })
            try registry.export(publication, as: identifier, to: &sink, context: context)
            try sink.finish()
        } catch let error as FileSinkError {
            try fail(error, path, .cannotCreate)
        } catch {
            try fail(error, path, .ioError)
        }
    }

    private func fail(_ error: any Error, _ path: String, _ code: ExitCode) throws -> Never {
        Console.endProgress()
        Console.say("\(path): error: \(error)")
        throw code
    }

    private static func audience(_ text: String) throws -> Audience {
        guard let audience = Audience(rawValue: text) else {
            let known = Audience.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("“\(text)” is no audience; write one of: \(known).")
        }
        return audience
    }

    /// The audience stands in the name, so that no one takes the officers' version for the public one.
    private func defaultPath(in registry: ExporterRegistry) -> String {
        let name = pack.split(separator: "/").last { $0 != "." && $0 != ".." }.map(String.init) ?? "report"
        let suffix = format.flatMap { try? registry.exporter(id: $0).format.fileExtensions.first } ?? "xlsx"
        return "\(name)-\(audience.rawValue).\(suffix)"
    }
}

/// The formats that this program can write.
enum Formats {
    static func registry() throws -> ExporterRegistry {
        var registry = ExporterRegistry()
        try registry.register(XLSXExporter.self)
        try registry.register(MarkdownExporter.self)
        try registry.register(CompressedJSONExporter.self)
        try registry.register(CompressedJSONLinesExporter.self)
        try registry.register(JSONExporter.self)
        try registry.register(JSONLinesExporter.self)
        return registry
    }

    static var list: String { (try? registry().formats.map(\.id).joined(separator: ", ")) ?? "" }
}
