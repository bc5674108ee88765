import ArgumentParser
import FamilyServicesKit
import PublishedStatistics

/// Prints the catalogue of standard indicators as a reference.
struct CatalogueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalogue",
        abstract: "Print the standard indicators: what they count, which way is better, and where they are published.",
        discussion: """
            Without words, a line for each; with words, everything that is known of those that have all the words. \
            The reference is Markdown.
            """)

    @Argument(help: ArgumentHelp("Words to look for, such as: care leavers.", valueName: "words"))
    var words: [String] = []

    @Flag(help: "Print everything that is known, even without words.")
    var full = false

    func run() throws {
        let found = StandardIndicator.search(words)
        guard !found.isEmpty else {
            Console.say("error: No standard indicator has all of these words: \(words.joined(separator: " ")).")
            throw ExitCode.findings
        }
        try Console.result(
            full || !words.isEmpty ? CatalogueText.reference(of: found) : CatalogueText.list(of: found))
    }
}

/// The catalogue as Markdown.
enum CatalogueText {
    static func list(of indicators: [StandardIndicator]) -> String {
        var lines = ["| identifier | title | unit | better |", "|---|---|---|---|"]
        lines += indicators.map { "| `\($0.id)` | \($0.title) | \($0.unit.label) | \($0.polarity.label) |" }
        return lines.joined(separator: "\n")
    }

    static func reference(of indicators: [StandardIndicator]) -> String {
        indicators.map(entry).joined(separator: "\n\n")
    }

    private static func entry(_ indicator: StandardIndicator) -> String {
        var lines = ["## \(indicator.title)", "", indicator.meaning, ""]
        var facts: [(String, String?)] = [
            ("Identifier", "`\(indicator.id)`"), ("Part of the service", indicator.service.label),
            ("Numerator", indicator.numerator), ("Denominator", indicator.denominator),
            ("Counts", indicator.population),
            (
                "Unit",
                "\(indicator.unit.label), \(indicator.decimals) \(indicator.decimals == 1 ? "decimal" : "decimals"), "
                    + indicator.accumulation.label
            ),
            ("Better", "\(indicator.polarity.label) (\(indicator.polarityAuthority.rawValue))"),
        ]
        if let timescale = indicator.timescale {
            facts.append(
                (
                    "Time allowed",
                    "\(timescale.limit) from \(timescale.from); \(timescale.authority.rawValue): \(timescale.source)"
                ))
        }
        facts.append(("Published in", indicator.source.map(published)))
        facts.append(("Annex A", indicator.annexA?.label))
        let related = indicator.related.map { "`\($0)`" }.joined(separator: ", ")
        facts.append(("See also", related.isEmpty ? nil : related))
        for (name, text) in facts { if let text { lines.append("- **\(name)**: \(text)") } }
        if !indicator.pitfalls.isEmpty {
            lines += ["", "Take care:", ""] + indicator.pitfalls.map { "- \($0)" }
        }
        return lines.joined(separator: "\n")
    }

    private static func year(before years: Int) -> String {
        switch years {
        case 0: "the same year"
        case 1: "the year before"
        default: "\(years) years before"
        }
    }

    private static func published(_ source: StandardIndicator.PublishedSource) -> String {
        guard let line = source.line else { return "`\(source.file)…`; its columns are not mapped yet" }
        var parts: [String] = []
        if let value = line.value { parts.append("`\(value)`") }
        if let numerator = line.numerator {
            let denominator =
                line.population.map { "`\($0.indicator)` of \(year(before: $0.yearsBefore))" }
                ?? line.denominator.map { "`\($0)`" } ?? "nothing"
            parts.append("`\(numerator)` over \(denominator)")
        }
        for (column, text) in line.filters.sorted(by: { $0.key < $1.key }) { parts.append("`\(column)` = “\(text)”") }
        return "`\(source.file)…`: \(parts.joined(separator: ", ")); years are \(line.year.rawValue)"
    }
}
