import ArgumentParser
import FamilyServicesKit
import ODSReading
import PublishedStatistics

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Makes a pack of one council from published statistics.
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Make a report pack of one council, or of the councils of a region, from published statistics.",
        discussion: """
            FOLDER holds files as the Department for Education, the Office for National Statistics and Ofsted publish them. The pack \
            gets the council's figures, those of its statistical neighbours, its region and England, and its inspections; \
            definitions come from the catalogue. Add your own figures, targets and plans to it; refresh takes newer files. With \
            --region the pack has all councils of a region side by side, and a sharing agreement for figures that they do not publish.
            """)

    @Option(help: "The council: its name, or one of its codes.")
    var council: String?

    @Option(
        help: "The region, instead of one council: its name or code, such as “London”, “Outer London” or E12000003.")
    var region: String?

    @Option(
        help: ArgumentHelp(
            "The name of the agreement under which the councils of the region share figures.", valueName: "title"))
    var agreement: String?

    @OptionGroup var files: PublishedOptions

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("The folder to make; by default named after the council or region.", valueName: "folder"))
    var output: String?

    @Option(help: ArgumentHelp("The model of statistical neighbours; by default the latest.", valueName: "year"))
    var neighbours: Int?

    @Flag(help: "Show the neighbours under the previous model too.")
    var bothModels = false

    @Flag(help: "Take the mean of the neighbours, not their median.")
    var mean = false

    @Option(
        help: ArgumentHelp(
            "Continue the figures of a council that this one replaced, such as dorset-county. The report then says so.",
            valueName: "council"))
    var continues: String?

    func validate() throws {
        guard (council == nil) != (region == nil) else {
            throw ValidationError("Name either a --council or a --region.")
        }
        guard region == nil || neighbours == nil && !bothModels && !mean && continues == nil else {
            throw ValidationError(
                "A region has no statistical neighbours and continues no other; leave out --neighbours, --both-models, --mean and "
                    + "--continues.")
        }
        guard agreement == nil || region != nil else {
            throw ValidationError("--agreement goes with --region.")
        }
    }

    func run() throws {
        let day = try PublishedOptions.today()
        if let region { try makeRegion(region, on: day) } else { try makeCouncil(council ?? "", on: day) }
    }

    private func makeCouncil(_ name: String, on day: CalendarDate) throws {
        let council = try PublishedOptions.council(named: name, on: day)
        let folder = output ?? council.id.text
        try checkFree(folder)
        let pack = try files.pack(
            of: council,
            CouncilPack.Options(
                date: day, model: neighbours, showsEarlierModel: bothModels, statistic: mean ? .mean : .median,
                continues: try continues.map { try PublishedOptions.council(named: $0, on: nil).id },
                lines: try files.lines()))
        try OutputFiles.makeFolder(folder, with: pack.own + pack.published)
        for remark in pack.remarks { Console.say("note: \(remark)") }
        Console.say(
            """
            Made a report pack of \(council.name): \(pack.measures) \(pack.measures == 1 ? "measure" : "measures"), \
            \(pack.neighbours ?? "no statistical neighbours"), \
            \(pack.inspections) \(pack.inspections == 1 ? "inspection" : "inspections").
            Add your own figures, targets and plans, then run: committee-workbook \(folder)
            """)
        try Console.result(folder)
    }

    private func makeRegion(_ name: String, on day: CalendarDate) throws {
        guard let region = EnglishRegion(name) else {
            let names = EnglishRegion.allCases.map(\.name).joined(separator: ", ")
            Console.say("error: “\(name)” is not a region of England; write one of: \(names).")
            throw ExitCode.findings
        }
        let folder = output ?? region.rawValue
        try checkFree(folder)
        let pack = try files.pack(of: region, on: day, agreement: agreement)
        try OutputFiles.makeFolder(folder, with: pack.own + pack.published)
        for remark in pack.remarks { Console.say("note: \(remark)") }
        Console.say(
            """
            Made a report pack of \(pack.councils.count) councils: \(pack.measures) measures side by side, \
            \(pack.inspections) \(pack.inspections == 1 ? "inspection" : "inspections").
            Add the figures that they share under the agreement “\(RegionalPack.agreement)”, then run: committee-workbook \(folder) \
            --audience officers
            """)
        try Console.result(folder)
    }

    private func checkFree(_ folder: String) throws {
        try OutputFiles.recover(folder)
        let manager = FileManager.default
        guard manager.fileExists(atPath: folder), (try? manager.contentsOfDirectory(atPath: folder))?.isEmpty != true
        else { return }
        Console.say("\(folder): error: This exists and is not an empty folder; choose another name with -o.")
        throw ExitCode.cannotCreate
    }
}

/// Where published files are, and what is read from them.
struct PublishedOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder with files as they were published.", valueName: "folder"))
    var published: String

    @Option(
        help: ArgumentHelp(
            "A CSV file that says where further measures are in published files; may be given more than once.",
            valueName: "file"))
    var mapping: [String] = []

    @Flag(help: "List what is in the files but was not read.")
    var unread = false

    static func today() throws -> CalendarDate {
        guard let day = CalendarDate(daysSince1970: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down))) else {
            Console.say("error: The clock of this machine shows no year from 1 to 9999.")
            throw ExitCode.findings
        }
        return day
    }

    /// The lines of the mappings.
    func lines() throws -> [PublishedLine] {
        var lines: [PublishedLine] = []
        for path in mapping {
            guard let data = try? Data(contentsOf: URL(filePath: path)) else {
                Console.say("\(path): error: The file cannot be read.")
                throw ExitCode.noInput
            }
            let more: [PublishedLine]
            do {
                more = try PublishedLine.lines(in: Array(data), file: path)
            } catch {
                Console.say("\(error)")
                throw ExitCode.findings
            }
            let known = Set(lines.map(\.indicator))
            if let again = more.first(where: { known.contains($0.indicator) }) {
                Console.say(
                    "\(path): error: Another mapping has a line for “\(again.indicator)” already; remove one of the two."
                )
                throw ExitCode.findings
            }
            lines += more
        }
        return lines
    }

    private func folder() throws -> PublishedFolder {
        do {
            return try PublishedFolder(path: published)
        } catch {
            Console.say("\(error)")
            throw ExitCode.noInput
        }
    }

    /// Says what was not read, where that was asked for, and what nobody can use as it is.
    private func report(_ figures: PublishedFigures, in folder: PublishedFolder, reading workbook: String? = nil) throws
    {
        for text in try folder.neighbourModels().compactMap(\.unknownText) { Console.say("note: \(text)") }
        // What somebody's own mapping asks for and does not get is said without being asked.
        let own = Set(try lines().map(\.indicator))
        for line in figures.linesWithoutFile where own.contains(line.indicator) {
            Console.say("note: \(folder.reason(for: line))")
        }
        for note in figures.notes where note.kind == .emptyFilter && !unread { Console.say("\(note)") }
        guard unread else { return }
        for file in folder.ignored where file.name != workbook { Console.say("\(file.name): note: \(file.reason)") }
        for note in figures.notes { Console.say("\(note)") }
        for line in figures.linesWithoutFile where !own.contains(line.indicator) {
            Console.say("note: No file that begins with “\(line.file)” gives “\(line.indicator)”.")
        }
    }

    /// Makes a pack from the folder.
    func pack(of council: LocalAuthority, _ options: CouncilPack.Options) throws -> CouncilPack {
        let folder = try folder()
        var options = options
        options.inspections = inspections(in: folder)
        do {
            let pack = try CouncilPack(of: council, from: folder, options: options)
            try report(pack.figures, in: folder, reading: options.inspections?.file)
            return pack
        } catch {
            Console.say("\(error)")
            throw ExitCode.findings
        }
    }

    /// Makes a pack of a region from the folder.
    func pack(of region: EnglishRegion, on day: CalendarDate, agreement: String? = nil) throws -> RegionalPack {
        let folder = try folder()
        let lines = try lines()
        do {
            let inspections = inspections(in: folder)
            let pack = try RegionalPack(
                of: region, from: folder, date: day, lines: lines, agreement: agreement, inspections: inspections)
            try report(pack.figures, in: folder, reading: inspections?.file)
            return pack
        } catch {
            Console.say("\(error)")
            throw ExitCode.findings
        }
    }

    /// The inspections in a workbook of the folder, such as Ofsted publishes: those of the sheet that has most.
    private func inspections(in folder: PublishedFolder) -> InspectionOutcomes? {
        var found: InspectionOutcomes?
        for name in folder.ignored.map(\.name) {
            guard [".ods", ".xlsx"].contains(where: name.lowercased().hasSuffix),
                let sheets = try? SpreadsheetReader().read(contentsOf: published + "/" + name)
            else { continue }
            for sheet in sheets {
                let rows = sheet.rows.map { $0.map(Self.text(of:)) }
                guard let outcomes = InspectionOutcomes(rows: rows, file: name),
                    outcomes.inspections.count > found?.inspections.count ?? 0
                else { continue }
                found = outcomes
            }
        }
        return found
    }

    private static func text(of cell: SheetCell) -> String {
        switch cell {
        case .text(let text): text
        case .date(let day): day.description
        case .empty, .number, .boolean, .error: ""
        }
    }

    /// The one council that a name means.
    static func council(named name: String, on day: CalendarDate?) throws -> LocalAuthority {
        let found = LocalAuthority.named(name, on: day)
        if let council = found.first, found.count == 1 { return council }
        guard found.isEmpty else {
            let names = found.map { "\($0.name) (\($0.id))" }.joined(separator: ", ")
            Console.say("error: “\(name)” can mean \(names); write one of the names in brackets.")
            throw ExitCode.findings
        }
        let near = LocalAuthority.nearest(to: name).map { " Did you mean “\($0.name)”?" } ?? ""
        Console.say(
            "error: There is no council “\(name)” with responsibility for children's services in England.\(near)")
        throw ExitCode.findings
    }
}
