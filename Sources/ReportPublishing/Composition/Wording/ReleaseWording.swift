import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// The sentences of the release note, and about the files behind a report.
enum ReleaseWording {
    static let title = "Release note"
    static let lead = "Who this version is for, how small numbers are treated in it, and what it withholds and why."
    static let withheldTitle = "What this version withholds"

    static func audience(_ audience: String) -> String { "This version is for \(audience)." }

    static func smallNumbers(_ explanation: String) -> String { "Small numbers: \(explanation)" }

    static func rounded(_ figures: Int) -> String {
        "\(CountText.of(figures, "figure")) \(figures == 1 ? "was" : "were") rounded."
    }

    static let nothingFound =
        "No personal details were found in the text by the automatic check. Read the text before release."

    /// - Parameter findings: What the texts have, and how often.
    static func found(_ findings: [String]) -> String {
        "The automatic check found text that may identify a person: \(MessageText.list(findings)). Read it before release."
    }

    static func finding(_ kind: String, _ count: Int) -> String { "\(kind), \(CountText.times(count))" }

    static func decided(by role: String) -> String { "The release was decided by: \(role)." }

    static let undecided = "Who decided on the release is not recorded."

    static func figures(of measure: String) -> String { "Of these, figures for: \(measure)" }

    static let filesTitle = "Files behind the report"
    static let filesShortTitle = "Files"
    static let filesLead =
        "The files that the report was made from. The digest shows whether a file is still the same."
}
