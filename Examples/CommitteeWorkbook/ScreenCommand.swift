import ArgumentParser
import PublishedStatistics

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Checks data files against the standard for open data.
struct ScreenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "screen",
        abstract: "Check data files for explore education statistics against the standard.",
        discussion: """
            Each rule of the standard is a check with the name that the Department for Education's screener gives it. Exit code 0 \
            says that every file passes, 1 that one has an error. Warnings and advice do not count.
            """)

    @Argument(
        help: ArgumentHelp(
            "Data files, each with its description NAME.meta.csv beside it or named too; or folders of them.",
            valueName: "file"),
        completion: .file())
    var files: [String] = []

    @Option(help: "How the findings are written: text, markdown or json.", transform: Self.format)
    var format: ScreeningReport.Format = .text

    @Option(
        help: ArgumentHelp(
            "A CSV file with codes and names of places (ward_code and ward_name, or WD24CD and WD24NM), or the data dictionary; may "
                + "be given more than once.", valueName: "file"),
        completion: .file(extensions: ["csv"]))
    var list: [String] = []

    @Flag(help: "List the checks with their rules, and screen no files.")
    var rules = false

    func validate() throws {
        if files.isEmpty, !rules { throw ValidationError("Name a data file.") }
    }

    func run() throws {
        guard !rules else {
            for check in ScreeningCheck.allCases {
                let names = check.formerNames.isEmpty ? "" : " (formerly \(check.formerNames.joined(separator: ", ")))"
                try Console.result("\(check.rawValue)\(names), \(check.severity.rawValue): \(check.rule)")
            }
            return
        }
        var lists = ReferenceLists()
        var screenings: [DataFileScreening] = []
        do throws(PublishedFileError) {
            for path in list { try lists.add(path: path) }
            for pair in try pairs() {
                screenings.append(try DataFileScreening(data: pair.data, meta: pair.meta, lists: lists))
            }
        } catch {
            Console.say("\(error)")
            throw ExitCode.noInput
        }
        let report = ScreeningReport(screenings)
        var text = report.text(format)
        if text.hasSuffix("\n") { text.removeLast() }
        try Console.result(text)
        guard report.passes else { throw ExitCode.findings }
    }

    /// The data files with their descriptions.
    private func pairs() throws(PublishedFileError) -> [(data: String, meta: String?)] {
        var data: [String] = []
        var given: [String] = []
        for path in files {
            guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
                if try DataFilePair.isDescription(atPath: path) { given.append(path) } else { data.append(path) }
                continue
            }
            for name in names.sorted() where name.lowercased().hasSuffix(".csv") {
                let file = path.hasSuffix("/") ? path + name : path + "/" + name
                if try !DataFilePair.isDescription(atPath: file) { data.append(file) }
            }
        }
        // One of each is a pair, whatever they are called.
        if data.count == 1, given.count == 1 { return [(data[0], given[0])] }
        var pairs = data.map { path -> (data: String, meta: String?) in
            let (folder, name) = Self.parts(of: path)
            let near = given.filter { Self.parts(of: $0).folder == folder }
            if let meta = DataFilePair.description(of: name, among: near.map { Self.parts(of: $0).name }) {
                return (path, folder + meta)
            }
            return (path, DataFilePair.description(of: name, among: Self.names(in: folder)).map { folder + $0 })
        }
        // A description that was named alone is checked with the data file beside it.
        let used = Set(pairs.compactMap(\.meta))
        for meta in given where !used.contains(meta) {
            let (folder, name) = Self.parts(of: meta)
            let stem = DataFilePair.stem(of: name)
            let beside = Self.names(in: folder).first { $0 != name && DataFilePair.stem(of: $0) == stem }
            pairs.append((beside.map { folder + $0 } ?? folder + stem + ".csv", meta))
        }
        return pairs
    }

    private static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []).sorted()
    }

    private static func parts(of path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path) }
        return (String(path[...slash]), String(path[path.index(after: slash)...]))
    }

    private static func format(_ text: String) throws -> ScreeningReport.Format {
        guard let format = ScreeningReport.Format(rawValue: text.lowercased()) else {
            throw ValidationError(
                "Write one of: \(ScreeningReport.Format.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        return format
    }
}
