import ArgumentParser
import FamilyServicesKit

/// Makes a report pack of a borough that does not exist.
///
/// Ends with status 0; with 1 where the folder or a file cannot be written; with 64 where the arguments are wrong.
@main
struct SampleBorough: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample-borough",
        abstract: "Make the report pack of a fictional borough.",
        discussion: """
            The pack is synthetic and says so. The same arguments give the same bytes on every machine. With more \
            indicators than the catalogue has, the rest are copies for cohorts, so that a pack can be as large as a \
            test needs: 1,090 indicators, 60 months, 8 teams and 8 areas make just under a million observations, \
            which is as many as the importer reads by default.
            """)

    @Argument(help: "The folder to make. It has to be new or empty.")
    var folder: String

    @Option(help: ArgumentHelp("The seed of the random numbers.", valueName: "number"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("How many months, ending with June 2026 (1 to 600).", valueName: "number"))
    var months = PackSize().months

    @Option(help: ArgumentHelp("How many indicators (1 to 100,000).", valueName: "number"))
    var indicators = PackSize().indicators

    @Option(help: ArgumentHelp("How many practice teams (1 to 1,000).", valueName: "number"))
    var teams = PackSize().teams

    @Option(help: ArgumentHelp("How many localities the borough has (0 to 1,000).", valueName: "number"))
    var areas = PackSize().localities

    @Flag(help: "Replace the files of an earlier pack in the folder. Other files are left alone.")
    var force = false

    func validate() throws {
        let limits = [
            ("--months", months, 1...600), ("--indicators", indicators, 1...100_000), ("--teams", teams, 1...1_000),
            ("--areas", areas, 0...1_000),
        ]
        for (option, value, range) in limits where !range.contains(value) {
            throw ValidationError(
                "\(option) \(value) is out of range; give \(range.lowerBound) to \(range.upperBound).")
        }
        if folder.isEmpty { throw ValidationError("The name of the folder is empty.") }
    }

    func run() throws {
        let requested = PackSize(seed: seed, months: months, indicators: indicators, teams: teams, localities: areas)
        let writer = try PackWriter(size: requested, folder: PackFolder(path: folder, isForced: force))
        let observations = try writer.write()
        let measures = DecimalText.grouped(indicators + writer.surveys.count)
        print("\(folder): \(DecimalText.grouped(observations)) observations of \(measures) indicators")
    }
}
