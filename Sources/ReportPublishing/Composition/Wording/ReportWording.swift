import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// The sentences around the report itself: cover, contents, enclosures and text.
package enum ReportWording {
    package static let coverShortTitle = "Cover"

    static func cover(_ organisation: String, _ period: String) -> String {
        "\(organisation). Children's services performance and improvement report for \(period)."
    }

    static func workingCopy(_ title: String) -> String { "Working copy: \(title)" }

    /// What the facts on the cover are called.
    enum Cover {
        static let organisation = "Organisation"
        static let committee = "Committee"
        static let dateOfTheMeeting = "Date of the meeting"
        static let dateOfTheMeetingNote = "Date of the meeting: note"
        static let reportOf = "Report of"
        static let titleOfTheReport = "Title of the report"
        static let reportingPeriod = "Reporting period"
        static let positionAsOf = "Position as of"
        static let progressMeasuredFrom = "Progress measured from"
        static let wards = "Wards"
        static let status = "Status"
        static let urgent = "Urgent"
        static let keyDecision = "Key decision"
        static let contact = "Contact"
        static let nextReport = "Next report"
        static let thisVersionIsFor = "This version is for"
    }

    static let contentsTitle = "Contents"
    static let contentsLead = "The parts of this report, each with a link."
    static let contactNotStated = "Not stated"

    static let enclosuresTitle = "Enclosures"
    static let enclosuresLead = "The papers that go with the report, and who may see them."

    static func exempt(_ paragraphs: [String]) -> String {
        "Exempt: Schedule 12A paragraph " + paragraphs.joined(separator: " and ")
    }

    static func restricted(_ agreement: String) -> String { "Restricted: \(agreement)" }

    static let open = "Public"

    static let recommendationsTitle = "Recommendations to the committee"
    static let recommendationsShortTitle = "Committee asked to"
    static let recommendationsLead = "What members are asked to do."

    static let textTitle = "The report"
    static let textLead =
        "The text of the report. Figures in it that come from the tables of this version were filled in from them."

    /// Said where a figure within a text is withheld.
    static func withheldInText(_ symbol: String) -> String { "In a text, \(symbol) means that a figure is withheld." }

    /// Said in the lead of a section that the public may not see.
    ///
    /// - Parameters:
    ///   - paragraphs: The numbers of the paragraphs.
    ///   - reasons: Why the public interest in the exemption outweighs that in publishing.
    package static func notForPublication(_ paragraphs: [String], _ reasons: [String]) -> String {
        " NOT FOR PUBLICATION: contains information that is exempt under Schedule 12A to the Local Government Act 1972, paragraph "
            + "\(paragraphs.joined(separator: " and "))."
            + (reasons.isEmpty ? "" : " Public interest: \(reasons.joined(separator: " "))")
    }

    // MARK: Changes

    static let changesTitle = "Changes since last time"
    static let changesShortTitle = "Changes"

    static func changesSummary(since title: String, of date: String, on period: String) -> String {
        "What has changed since the report “\(title)” of \(date), which covered \(period). Anything that either report withholds "
            + "from the readers of this version is left out."
    }

    /// - Parameters:
    ///   - changes: How many changes there are.
    ///   - counts: How many matter how much, in words.
    static func changes(_ changes: Int, _ counts: [String]) -> String {
        (changes == 0 ? "Nothing changed" : CountText.of(changes, "change"))
            + (counts.isEmpty ? "" : ": \(MessageText.list(counts))")
            + ". New figures for later periods are not listed. A figure counts as changed only if an earlier report gave a different "
            + "value for the same period."
    }
}
