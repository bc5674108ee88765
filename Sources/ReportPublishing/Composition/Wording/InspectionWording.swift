import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// The sentences about inspections and what they asked for.
enum InspectionWording {
    static let title = "Inspections and judgements"
    static let shortTitle = "Inspections"
    static let lead = "Inspections, visits, reviews and directions, earliest first. Those without a date come last."

    static func ended(_ date: String) -> String { "Ended: \(date)" }

    static func published(_ date: String) -> String { "Published: \(date)" }

    static func span(_ start: String, _ end: String) -> String { "\(start) to \(end)" }

    static func framed(_ title: String, _ framework: String?) -> String {
        title + (framework.map { " (\($0))" } ?? "")
    }

    // MARK: Judgements

    static let judgementsTitle = "Timeline of judgements"
    static let judgementsShortTitle = "Judgements"

    static func judgementsLead(up: Int, down: Int) -> String {
        "Each area that was judged, in the order of the inspections, with how its grade has moved since the last judgement. Areas "
            + "that a framework names differently are not compared."
            + (up + down == 0 ? "" : " \(CountText.of(up, "judgement")) went up and \(DecimalText.grouped(down)) down.")
    }

    static let noEarlierJudgement = "No earlier judgement to compare"

    static func subJudgement(_ area: String) -> String { "\(area) (part of another judgement)" }

    /// - Parameter grades: By how many grades it moved.
    static func move(_ movement: String, by grades: Int, from before: String, to after: String) -> String {
        let size = grades == 1 ? "one grade" : grades == 2 ? "two grades" : "three grades"
        return "\(movement) \(size), from \(before) to \(after)"
    }

    // MARK: Findings

    static let findingsTitle = "Inspection findings"
    static let findingsShortTitle = "Findings"

    static func findingsLead(hasThreads: Bool) -> String {
        "What inspectors and reviewers found, the actions that answer it and the measures that show whether it was put right."
            + (hasThreads ? " The thread of each finding lists its actions and measures one by one." : "")
    }

    /// What has become of the findings that ask for something.
    ///
    /// - Parameters:
    ///   - findings: How many findings need action.
    ///   - counts: How many findings had each outcome.
    ///   - since: From when on, such as "since the inspection".
    static func outcomes(of findings: Int, _ counts: [GoldenThread.Outcome: Int], since: String) -> String {
        var parts: [String] = []
        for outcome in GoldenThread.Outcome.allCases {
            guard let count = counts[outcome], count > 0 else { continue }
            let number = DecimalText.grouped(count)
            let verb = count == 1 ? "has" : "have"
            let words =
                switch outcome {
                case .improved: "\(number) \(verb) improved"
                case .notImproved: "\(number) \(verb) not" + (parts.isEmpty ? " improved" : "")
                case .noClearChange: "\(number) \(count == 1 ? "shows" : "show") no clear change"
                case .tooEarly: "for \(number) it is too early to tell"
                case .cannotTell: "for \(number) it is not possible to tell"
                case .noMeasure: "\(number) \(verb) no measure"
                }
            parts.append(words)
        }
        // A comma before the last part as well, because the parts are clauses.
        let list =
            parts.count < 3
            ? MessageText.list(parts) : parts.dropLast().joined(separator: ", ") + ", and " + parts[parts.count - 1]
        return
            "\(CountText.of(findings, "finding")) \(findings == 1 ? "needs" : "need") action. By what the measures show \(since): \(list)."
    }

    static let sinceInspection = "since the inspection"

    static func since(_ period: String) -> String { "since \(period)" }

    static let progressWithoutAction = "Progress is reported, but no action is named"
    static let noAction = "No action named"
    static let noMeasure = "No measure named"

    static func follow(_ finding: String) -> String { "Follow \(finding)" }

    static func audit(_ title: String) -> String { "Audit: \(title)" }

    // MARK: Thread

    static let threadTitle = "From finding to action to measure"
    static let threadShortTitle = "Thread"
    static let threadLead =
        "Each finding that needs action, the actions that answer it and what each measure has shown since. Each link goes to that "
        + "item in this report. Where a cell lists several, it goes to the first."
    static let gapsTitle = "Where the thread breaks"
    static let answeredWithoutAction = "Answered without a named action"
    static let notJudged = "Not judged"

    static func number(_ number: Int) -> String { "Measure \(number)" }

    static func firstAndCount(_ first: String, others: Int) -> String {
        others == 0 ? first : "\(first) and \(others) more"
    }

    static func finding(_ id: String) -> String { "Finding \(id)" }

    static func recommendation(_ id: String) -> String { "Recommendation \(id)" }

    static func requirement(_ id: String) -> String { "Requirement \(id)" }

    // MARK: Recommendations and requirements

    static let recommendationsTitle = "Recommendations of inspectors and auditors"
    static let recommendationsShortTitle = "Recommendations"
    static let recommendationsLead = "What inspectors, reviewers and auditors recommend, and what answers it."

    static let requirementsTitle = "Requirements of directions"
    static let requirementsShortTitle = "Requirements"

    static func requirementsLead(after day: String) -> String {
        "What directions of the Secretary of State require, how often, and when it is next due in the year after \(day)."
    }

    // MARK: Falling due

    static func dueTitle(by day: String) -> String { "Falling due by \(day)" }

    static let dueShortTitle = "Falling due"

    /// - Parameter undated: How many requirements in force have no first date.
    static func dueLead(after day: String, undated: Int) -> String {
        "What directions, inspectors and the plan ask for in the twelve months after \(day), earliest first. Anything that was due "
            + "earlier and is not done is shown as overdue in the plan tracker."
            + (undated > 0
                ? " \(CountText.of(undated, "requirement")) in force without a first date cannot be listed." : "")
    }

    static let reportRequired = "Report required"
    static let otherRequirement = "Requirement"
    static let term = "Term of reference"
    static let action = "Action"
    static let plannedEvent = "Planned event"

    static func letter(_ letter: String) -> String { "(\(letter))" }

    static func reference(_ reference: String) -> String { "Action \(reference)" }

    /// - Parameters:
    ///   - times: How often again within the year.
    ///   - cadence: How often, as the direction puts it.
    static func repeated(_ text: String, times: Int, _ cadence: String?) -> String {
        guard times > 0 else { return text }
        return "\(text) Then \(CountText.times(times)) more\(cadence.map { " (\($0))" } ?? "")."
    }

    static func owedTo(_ body: String) -> String { "To or with: \(body)" }

    static func owedBy(_ body: String) -> String { "By: \(body)" }

    static func begins(_ event: String) -> String { "\(event) begins." }

    static let today = "Today"
}
