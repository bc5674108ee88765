import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// The sentences of the summary, and of the exceptions behind it.
enum SummaryWording {
    static let title = "Summary"

    // MARK: Facts

    static func fact(_ label: String, _ value: String) -> String { "\(label): \(value)." }

    static let rated = "Measures rated"

    /// - Parameters:
    ///   - parts: How many measures have each rating, such as "3 red".
    ///   - measures: How many measures have figures.
    static func rated(_ parts: [String], of measures: Int) -> String {
        "\(MessageText.list(parts)), of \(measures) with figures"
    }

    static let actions = "Actions in the plan"

    /// - Parameters:
    ///   - actions: How many actions there are.
    ///   - statuses: How many have each status, such as "3 complete".
    static func actions(_ actions: Int, statuses: [String], overdue: Int, on day: String) -> String {
        (statuses.isEmpty ? "\(actions), without a status" : MessageText.list(statuses))
            + (overdue > 0 ? "; \(overdue) overdue on \(day)" : "")
    }

    static let judgement = "Latest overall judgement"

    static func judgement(_ grade: String, by body: String?, in time: String?) -> String {
        [grade, body, time].compactMap { $0 }.joined(separator: ", ")
    }

    static let findings = "Inspection findings"

    static func findings(strengths: Int, toImprove: Int) -> String {
        MessageText.list(
            [
                strengths > 0 ? CountText.of(strengths, "strength") : nil,
                toImprove > 0 ? "\(toImprove) to improve" : nil,
            ].compactMap { $0 })
    }

    static let claims = "Claims in the report"

    // MARK: Changes and checks

    /// - Parameters:
    ///   - kind: What kind of change it is.
    ///   - text: What changed.
    static func change(_ kind: String, _ text: String) -> String {
        "\(kind): \(text)\(text.hasSuffix(".") ? "" : ".")"
    }

    /// - Parameters:
    ///   - count: How many are left out.
    ///   - noun: What they are, for one of them.
    ///   - title: The section that has them.
    static func more(_ count: Int, _ noun: String, see title: String) -> String {
        "\(count) more \(noun)\(count == 1 ? "" : "s"): see \(title)."
    }

    static func printedDashboard(contradicted: Int, of lines: Int) -> String {
        "Printed dashboard: \(contradicted) of \(CountText.of(lines, "line")) "
            + "\(contradicted == 1 ? "contradicts" : "contradict") the figures printed beside \(contradicted == 1 ? "it" : "them")."
    }

    /// - Parameters:
    ///   - made: How many checks there are.
    ///   - differing: How many found a difference.
    ///   - serious: How many of these would mislead a reader.
    static func checks(made: Int, differing: Int, serious: Int) -> String {
        "Checks of figures: \(made) made, \(differing) found a difference"
            + (serious == 0 ? "." : ", \(serious) of which would mislead a reader.")
    }

    static func serious(_ statement: String) -> String { "Serious: \(statement)" }

    // MARK: What is withheld

    /// - Parameters:
    ///   - reason: Why, as a sentence.
    ///   - items: What, with numbers.
    ///   - others: How many other kinds of item are left out.
    static func withheld(_ reason: String, _ items: [String], others: Int) -> String {
        "\(reason.dropLast()): \(items.joined(separator: "; "))"
            + (others > 0 ? "; and \(CountText.of(others, "other kind")) of item." : ".")
    }

    static func several(_ item: String, _ count: Int) -> String { "\(item) (\(DecimalText.grouped(count)))" }

    static let allWithheld = "For everything that is withheld, see Release note."

    // MARK: Messages

    static let workingWell = "Working well"
    static let worriedAbout = "Worried about"

    /// What the table of messages has no room for.
    ///
    /// - Parameters:
    ///   - worries: How many more measures and actions need attention.
    ///   - strengths: How many more measures are working well.
    /// - Returns: `nil` where nothing is left out.
    static func moreMessages(worries: Int, strengths: Int) -> String? {
        let needing =
            worries == 1
            ? "1 more measure or action needs attention" : "\(worries) more measures or actions need attention"
        let working = strengths == 1 ? "1 more is working well" : "\(strengths) more are working well"
        let alone =
            strengths == 1 ? "1 more measure is working well" : "\(strengths) more measures are working well"
        switch (worries > 0, strengths > 0) {
        case (true, true): return "\(needing) and \(working): see Exceptions."
        case (true, false): return "\(needing): see Exceptions."
        case (false, true): return "\(alone): see Exceptions."
        case (false, false): return nil
        }
    }

    static let exceptionsTitle = "Exceptions"

    static func exceptionsLead(note: String) -> String {
        "Every measure and action that needs attention, and every measure that is working well, most important first."
            + after(note)
            + " Items are ranked by, in this order: the rating; whether the plan names the measure; clear changes over a "
            + "year or longer; the control chart; the latest change; comparison with others; and progress of the linked actions."
    }

    static func period(_ period: String) -> String { "Figures are for \(period) unless stated." }

    static func measure(_ title: String, in period: String?) -> String {
        title + (period.map { ", \($0)" } ?? "")
    }

    static func action(_ title: String) -> String { "Action \(title)" }

    static func standing(_ rating: String, distance: String?) -> String {
        rating + (distance.map { ": \($0)" } ?? "")
    }

    static let noStatus = "No status"
    /// What the plan says of a measure that it names.
    static func byPlan(isGood: Bool) -> String {
        isGood ? "The plan says it is working well" : "The plan names it as a worry"
    }

    static func against(_ reason: String) -> String { "But: \(reason.withSmallInitial)" }

    /// - Parameters:
    ///   - isBetter: Whether the measure compares well.
    ///   - comparator: Who it is compared with.
    ///   - value: Their value, where it is wanted.
    static func comparison(isBetter: Bool, than comparator: String, value: String?) -> String {
        "\(isBetter ? "better" : "worse") than \(comparator)" + (value.map { " (\($0))" } ?? "")
    }

    private static func after(_ note: String) -> String { note.isEmpty ? "" : " \(note)" }
}
