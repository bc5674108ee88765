import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// The sentences about improvement plans.
enum PlanWording {
    static let title = "Improvement plan by theme"
    static let shortTitle = "Plan by theme"

    static func lead(on day: String) -> String {
        "How many actions each theme has, and their status on \(day). Overdue means due before that day and not complete. Slipped "
            + "means completed after the due date, or that the due date was moved or is expected to be missed."
    }

    static let objectivesTitle = "Objectives"
    static let progressTitle = "How far the plan has come"

    /// How many actions slipped and by how much.
    ///
    /// - Parameter days: By how many days, one number for each action that did.
    static func slipped(by days: [Int]) -> String {
        guard let least = days.min(), let most = days.max() else { return "No action" }
        let length = CountText.of(most, "day")
        guard days.count > 1 else { return "1, by \(length)" }
        return "\(DecimalText.grouped(days.count)), "
            + (least == most ? "each by \(length)" : "by \(DecimalText.grouped(least)) to \(length)")
    }

    // MARK: Chart

    static let chartTitle = "Improvement plan in a chart"
    static let chartShortTitle = "Plan chart"

    static func chartLead(on day: String) -> String {
        "How many actions of each theme have which status on \(day). Completed actions come first in each bar."
    }

    static func statusChart(on day: String) -> String { "Status of the actions of each theme, \(day)" }

    /// - Parameter bars: What each bar shows, in sentences.
    static func statusBars(themes: Int, _ bars: [String]) -> String {
        "Stacked bars of the statuses of actions, one bar for each of \(CountText.of(themes, "theme")). "
            + bars.joined(separator: " ")
    }

    static func bar(_ theme: String, _ parts: [String]) -> String { "\(theme): \(MessageText.list(parts))." }

    static let withoutStatus = "Without a status"

    // MARK: Tracker

    static let trackerTitle = "Plan tracker"

    static func trackerLead(on day: String) -> String {
        "Each action with its owner, dates, status and the evidence that it is done. Overdue means due before \(day) and not "
            + "complete."
    }

    static let overdueWithoutStatus = "Overdue, no status"

    static func status(_ status: String, isOverdue: Bool) -> String { status + (isOverdue ? ", overdue" : "") }

    static func why(_ action: String) -> String { "Why \(action)" }

    static func titled(_ title: String, _ text: String?) -> String { text.map { "\(title): \($0)" } ?? title }

    /// The slip beside the due date, such as "Was 31 March 2025, moved by 92 days".
    static func slip(_ slip: PlanSlippage) -> String {
        let length = CountText.of(slip.days, "day")
        return switch slip.kind {
        case .doneLate: "Done \(length) late"
        case .moved(let earlier): "Was \(earlier.label), moved by \(length)"
        case .expectedLater(_, let date): "Now expected by \(date.label), \(length) later"
        }
    }

    static let measuresTitle = "Why each action exists and what measures it"
    static let measuresShortTitle = "Actions and measures"
    static let measuresLead =
        "The findings, recommendations and requirements that each action answers, its steps, and the measures and audits that show "
        + "whether it works. Where a cell lists several, the link goes to the first."

    // MARK: Progress

    static let notesTitle = "Progress on the plan"
    static let notesShortTitle = "Progress"
    static let notesLead = "What was reported about progress, theme by theme, with any dates that were given."

    static func due(_ date: String) -> String { "Due: \(date)" }
}
