import ArgumentParser
import FamilyServicesKit
import XLSXExport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Makes a workbook to work in.
struct WorkingCopyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "working-copy",
        abstract: "Make a workbook in which the plan tracker, remarks and printed ratings can be edited.",
        discussion: """
            It is for officers: it has filters, lists to choose from, and what the public and members may not see. Edit it in \
            Excel or LibreOffice, and take the changes into the pack with the subcommand read-back. With --for-each owner \
            there is one workbook for each role, with its rows alone; read-back then takes the folder in one go.
            """)

    /// What there is one copy for.
    enum Subject: String, ExpressibleByArgument, CaseIterable {
        case owner
    }

    @Argument(
        help: ArgumentHelp("The report pack: a folder, or a workbook (.xlsx, .ods).", valueName: "pack"),
        completion: .file())
    var pack: String

    @Option(
        name: [.short, .long],
        help: """
            The file to write; with --for-each the folder. By default the name of the pack with “working-copy”, or \
            “working-copies”, in the current folder.
            """,
        completion: .file(extensions: ["xlsx"]))
    var output: String?

    @Option(help: "Make one copy for each: owner, a role that answers for actions or measures.")
    var forEach: Subject?

    @Option(
        help: ArgumentHelp(
            "With --for-each: the day by which copies are to be returned, such as 2026-07-23. Each copy shows it.",
            valueName: "day"),
        transform: Self.day)
    var deadline: CalendarDate?

    @Flag(help: "Replace the output even if this program did not write it, or it was changed since.")
    var force = false

    @OptionGroup var values: ValueOptions

    func validate() throws {
        if forEach == nil, let output, let other = try? Formats.registry().exporter(forPath: output).format,
            other.id != XLSXExporter.format.id
        {
            throw ValidationError(
                "A working copy is a workbook, but “\(output)” is the name of a file in the format \(other.id); choose a name that "
                    + "ends in .xlsx.")
        }
        guard deadline == nil || forEach != nil else {
            throw ValidationError("--deadline needs --for-each owner: it is for copies that are sent out.")
        }
    }

    func run() throws {
        if forEach == .owner { return try writeCopies() }
        let path = output ?? "\(PackReader(folder: pack).name)-working-copy.xlsx"
        let loaded = try PackReader(folder: pack).read(showingWarnings: false)
        let place = OutputPlace(path)
        try checkMayReplace(place, path)
        try OutputFiles.writing(path) {
            let publication = try loaded.pack.workingCopy(options: PublicationOptions(inputs: loaded.inputs))
            try place.write(publication, with: XLSXExporter(), context: ExportContext(), force: force)
        }
        if !place.isStandardOutput { try Console.result(path) }
    }

    // MARK: One copy for each owner

    private func writeCopies() throws {
        let folder = output ?? "\(PackReader(folder: pack).name)-working-copies"
        let loaded = try PackReader(folder: pack).read(showingWarnings: false)
        if let deadline, deadline < loaded.pack.manifest.date {
            Console.say(
                "warning: The copies are to be returned by \(deadline.label), before the day of the report, "
                    + "\(loaded.pack.manifest.date.label).")
        }
        var copies: [OwnerCopy] = []
        try OutputFiles.writing(folder) {
            copies = try loaded.pack.ownerCopies(
                returnedBy: deadline, options: PublicationOptions(inputs: loaded.inputs))
        }
        guard !copies.isEmpty else {
            Console.say(
                "\(pack): error: No action and no measure has an owner, so there is nobody to make a copy for. Write roles into the "
                    + "column “owner” of actions.csv or indicators.csv.")
            throw ExitCode.findings
        }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            Console.say("\(folder): error: The folder cannot be made; choose another --output.")
            throw ExitCode.cannotCreate
        }
        let paths = Self.names(of: copies.map(\.owner)).map { "\(folder)/\($0).xlsx" }
        for path in paths { try checkMayReplace(OutputPlace(path), path) }
        for (copy, path) in zip(copies, paths) {
            try OutputFiles.writing(path) {
                try OutputPlace(path).write(
                    copy.publication, with: XLSXExporter(), context: ExportContext(), force: force)
            }
            try Console.result("\(path)\t\(copy.title)")
        }
        let rest = loaded.pack.rowsWithoutOwner
        if rest > 0 {
            Console.say(
                "\(rest) \(rest == 1 ? "row has" : "rows have") no owner and \(rest == 1 ? "is" : "are") in no copy; make a copy "
                    + "without --for-each to see everything.")
        }
    }

    /// Names of files for roles, each different from the others also where capitals do not count.
    private static func names(of roles: [Role.ID]) -> [String] {
        var seen: Set<String> = []
        return roles.map { role in
            let letters = role.text.map { $0.isLetter || $0.isNumber || "-_".contains($0) ? $0 : "-" }
            let name = String(letters.prefix(60))
            var unique = name
            var number = 2
            while !seen.insert(unique.lowercased()).inserted {
                unique = "\(name)-\(number)"
                number += 1
            }
            return unique
        }
    }

    // MARK: Writing

    private func checkMayReplace(_ place: OutputPlace, _ path: String) throws {
        guard force || place.mayReplace else {
            Console.say(
                "\(path): error: This file was not written by committee-workbook, or was changed since. If it is a working copy, "
                    + "read it back first; then choose another --output, or replace it with --force.")
            throw ExitCode.cannotCreate
        }
    }

    private static func day(_ text: String) throws -> CalendarDate {
        do {
            return try CalendarDate(iso: text)
        } catch {
            throw ValidationError("“\(text)” is not a date; write the year first, such as 2026-07-23.")
        }
    }
}
