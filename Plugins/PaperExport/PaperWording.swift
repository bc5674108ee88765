import FamilyServicesKit

/// The sentences and headings that the paper adds.
enum PaperWording {
    static let recommendations = "Recommendations"
    static let keyFacts = "Key facts"
    static let reportText = "Report"
    static let appendices = "Appendices"
    static let backgroundPapers = "Background papers"
    static let aboutThisPaper = "About this paper"

    static func committeeIsAskedTo(_ committee: String?) -> String {
        guard let committee else { return "The committee is asked to agree:" }
        let isNamed = committee.lowercased().hasPrefix("the ")
        return "\(isNamed ? committee : "The \(committee)") is asked to agree:"
    }

    static func report(_ title: String) -> String { "Enclosed report: \(title)" }

    static func chart(_ number: Int, _ title: String) -> String { "Chart \(number): \(title)" }

    static func table(_ number: Int, _ title: String) -> String { "Table \(number): \(title)" }

    /// Where the sections with wide tables are.
    static func atTheEnd(_ titles: [String]) -> String {
        "At the end of this paper: \(MessageText.list(titles.map { "“\($0)”" }))."
    }

    static func chartsLeftOut(_ count: Int) -> String {
        "\(CountText.of(count, "more chart")) can be found in the workbook and on the web page of this report."
    }

    /// What the document is about, as its properties say it.
    static func subject(_ metadata: PublicationMetadata) -> String {
        ([metadata.organisation, metadata.period, "for \(metadata.audience.label)"].compactMap { $0 }
            + (metadata.isSynthetic ? [PublicationWording.synthetic] : [])).joined(separator: ", ")
    }

    static func about(_ metadata: PublicationMetadata) -> String {
        "\(metadata.organisation). This version is for \(metadata.audience.label). It is dated \(metadata.date.label) and was "
            + "made with \(metadata.generator). Parts that it names and does not have are in the workbook and on the web page of this "
            + "report."
    }
}
