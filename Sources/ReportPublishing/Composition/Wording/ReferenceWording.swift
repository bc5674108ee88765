import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// The sentences of the parts to look things up in: definitions, notes, claims, checks and data.
enum ReferenceWording {
    // MARK: Definitions

    static let definitionsTitle = "Definitions"

    /// - Parameters:
    ///   - isInferred: Whether the sources of all measures do not say which way is better.
    ///   - source: The source of all measures, where they have one.
    static func definitionsLead(isInferred: Bool, source: String) -> String {
        "What each measure counts, which way is better, and its target."
            + (isInferred ? " Which way is better was inferred from what the measures count." : "")
            + (source.isEmpty ? "" : " Source of all measures: \(source).")
    }

    static func among(_ population: String) -> String { "Among: \(population)" }

    static func outOf(_ denominator: String) -> String { "out of: \(denominator)" }

    static func inferred(_ direction: String) -> String { "\(direction) (inferred)" }

    // MARK: Notes

    static let notesTitle = "Notes"
    static let notesLead = "How the figures were made, and what to know before using them."
    static let readingTitle = "How to read this report"
    static let figuresTitle = "About the figures"
    static let boardsTitle = "Boards and panels"
    static let sourcesTitle = "Sources"

    static let ratings =
        "Green means that the target is met, amber that it is missed within its tolerance, and red that it is missed by more. A "
        + "measure is not rated if it has no target, no figure, or no better direction."
    static let movement =
        "The words for a change say which way the number moved, and whether that is an improvement where the move is more than "
        + "ordinary ups and downs. Two figures that are the same as shown count as no change."
    static let points = "The change between two percentages is given in percentage points."
    static let rounding =
        "Figures are rounded half up. Ratings compare them with the target before rounding; a change is the difference of the two "
        + "figures as shown."
    static let synthetic = "The figures are invented. They describe no real place and no real child."

    static func places(in document: String) -> String {
        "Page and paragraph references without a document are to: \(document)."
    }

    static func titled(_ title: String, _ note: String) -> String { "\(title): \(note)" }

    static func board(_ title: String, chair: String?, cadence: String?) -> String {
        let details = [chair.map { "chaired by the \($0)" }, cadence].compactMap { $0 }
        return title + (details.isEmpty ? "" : ": " + details.joined(separator: "; "))
    }

    /// A fact with its number, area and date, which come before the full stop where its text has one.
    static func fact(_ text: String, value: String?, area: String?, date: String?) -> String {
        let details =
            (value.map { ": \($0)" } ?? "") + (area.map { " (\($0))" } ?? "") + (date.map { ", \($0)" } ?? "")
        let isSentence = text.hasSuffix(".")
        return (isSentence ? String(text.dropLast()) : text) + details + (isSentence ? "." : "")
    }

    // MARK: Claims

    static let claimsTitle = "Claims checked"
    static let claimsLead =
        "Statements of the report that give figures, checked against the figures of this version. A likely mistake is named where "
        + "it would give exactly what is stated; where several would, all are named."

    static func mistakes(_ mistakes: [String]) -> String { "Likely mistake: \(mistakes.joined(separator: "; or: "))." }

    /// - Parameters:
    ///   - parts: What came of how many claims.
    ///   - explained: How many wrong ones a usual mistake explains.
    static func claims(_ claims: Int, _ parts: [String], explained: Int) -> String {
        "\(claims) checked against the figures: \(parts.joined(separator: ", "))"
            + (explained > 0 ? "; a common mistake explains \(explained)" : "")
    }

    static func verdict(_ verdict: ClaimResult.Verdict, _ count: Int) -> String {
        switch verdict {
        case .confirmed: "\(count) confirmed"
        case .contradicted: "\(count) contradicted"
        case .withinRounding: "\(count) that rounding could explain"
        case .notCheckable: "\(count) that cannot be checked"
        }
    }

    static let dashboardTitle = "Dashboard checked"
    static let dashboardLead =
        "Lines of the printed dashboard in which the change, the arrow or the period contradicts the figures beside it."

    // MARK: Checks and data

    static let checksTitle = "Data quality"

    /// - Parameter agreeing: How many checks found no difference.
    static func checksLead(agreeing: Int) -> String {
        "Figures and statements of the source that contradict one another, most serious first. "
            + "\(agreeing) other \(agreeing == 1 ? "check" : "checks") found no difference."
    }

    static let dataTitle = "Data behind the report"
    static let dataShortTitle = "Data"

    /// - Parameter area: The area of all figures, where they have one.
    static func dataLead(area: String?) -> String {
        "Every figure of this version, one to a row\(area.map { ", all for \($0)" } ?? "")."
    }

    static func place(_ title: String, _ place: String) -> String { "\(title): \(place)" }
}
