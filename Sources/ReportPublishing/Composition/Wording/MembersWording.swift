import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// The sentences of the few pages that members read on paper.
enum MembersWording {
    // MARK: Page one

    /// The title of a column of figures, with a small picture beside each where the format can draw one.
    static let latest = "Latest"

    static let lead =
        "The table has the main worries first, then what is working well. Blank cells have nothing to report."

    /// Who the report is for, what it is about and whom to ask, in sentences.
    static func imprint(
        committee: String?, meeting: String?, reportOf: String?, period: String, day: String, contacts: [String],
        nextRelease: String?
    ) -> String {
        let place = [committee, meeting].compactMap { $0 }.joined(separator: ", ")
        var sentences = place.isEmpty ? [] : [place]
        if let reportOf { sentences.append("Report of the \(reportOf.withoutArticle)") }
        sentences.append("Figures are for \(period) unless stated; the rest is as on \(day)")
        sentences.append(
            contacts.isEmpty ? "Contact: not given in the report" : "Contact: \(contacts.joined(separator: "; "))")
        if let nextRelease { sentences.append("Next report: \(nextRelease)") }
        return sentences.map { $0 + "." }.joined(separator: " ")
    }

    static let messagesTitle = "What we are worried about, and what is working well"
    static let worry = "Worry"
    static let strength = "Strength"

    /// Whether something is a worry or a strength, and its rating or status.
    static func standing(isGood: Bool, _ words: String?) -> String {
        let side = isGood ? strength : worry
        return words.map { "\(side): \($0.withSmallInitial)" } ?? side
    }

    static func changed(_ text: String) -> String { "Changed since last time: \(text)" }
    static func withheld(_ text: String) -> String { "Withheld: \(text)" }

    /// What is being done about a measure: the action that is furthest from done.
    ///
    /// The status comes first, because a long title is cut.
    ///
    /// - Parameters:
    ///   - title: The action with its reference.
    ///   - status: The status, such as "on track, due 31 July 2026"; `nil` where neither it nor a date is known.
    ///   - others: How many more actions there are.
    static func doing(_ title: String, status: String?, others: Int) -> String {
        let first = status.map { "\($0.capitalisedFirst): \(title)" } ?? "\(title) (no status or date given)"
        return first + (others > 0 ? "; and \(CountText.of(others, "more action"))" : "")
    }

    /// A text with a full stop at its end, unless it has an end.
    static func sentence(_ text: String) -> String {
        guard let last = text.last(where: { !"\u{201D}\u{2019}\"')".contains($0) }) else { return text }
        return ".!?…".contains(last) ? text : text + "."
    }

    static func target(_ target: String) -> String { "The target is \(target)" }

    static let noAction = "No action in the plan is linked to it"
    static let noAnswer = "Nothing is recorded in this report"

    /// The status of an action, in a few words.
    static func status(_ status: String?, isOverdue: Bool, due: String?) -> String {
        let words = status?.lowercased() ?? "no status"
        guard let due else { return words }
        return isOverdue ? "\(words), was due \(due)" : "\(words), due \(due)"
    }

    /// When an action was or is due.
    static func due(_ date: String, isOverdue: Bool) -> String {
        isOverdue ? "It was due \(date)" : "It is due \(date)"
    }

    static func found(by body: String, in date: String?) -> String {
        "Found by \(body)" + (date.map { ", \($0)" } ?? "")
    }

    static func score(_ score: Int) -> String { "risk of \(score) out of 25" }

    // MARK: Measures at a glance

    static let measuresTitle = "Measures at a glance"

    /// Since when the one direction of a measure is told.
    static let directionNote =
        "The direction is that of the clearest change: on the year, since the baseline or since the figure before. The "
        + "indicator dashboard has each."

    static func measuresLead(_ notes: [String]) -> String {
        ([
            "The table has one line for each measure. Blank cells have nothing to report."
        ] + notes).joined(separator: " ")
    }

    /// So many figures a small picture shows.
    static let trendLength = 12

    static let otherMeasures = "Other measures"

    static func count(_ part: String, of whole: String) -> String { "\(part) of \(whole)" }

    static func value(_ value: String, of period: String) -> String { "\(value) (\(period))" }

    // MARK: In brief

    static let briefTitle = "Plan, audits, inspections and risks in brief"
    static let briefShortTitle = "In brief"

    static func briefLead(on day: String) -> String {
        "The table has what the committee is asked, then the plan, audits, inspections and risks on \(day). Blank cells "
            + "have nothing to report."
    }

    /// - Parameter report: The title of the report, where there are several.
    static func asked(in report: String?) -> String { "What the committee is asked" + (report.map { ": \($0)" } ?? "") }
    static func recommendation(_ number: Int) -> String { "Recommendation \(number)" }
    static func plan(_ title: String?, actions: Int) -> String {
        "\(title ?? "Improvement plan"): \(CountText.of(actions, "action"))"
    }

    /// The progress of the actions of a theme.
    static func theme(overdue: Int, done: Int, of actions: Int) -> String {
        guard actions > 0 else { return "No actions" }
        if overdue > 0 { return "\(overdue) of \(actions) late" }
        return done == actions ? "All done" : "None late"
    }

    static func late(_ count: Int) -> String { "Late actions: \(count)" }
    static func daysLate(_ days: Int) -> String { CountText.of(days, "day") + " late" }

    static func more(_ count: Int, _ noun: String, see title: String) -> String {
        "\(CountText.of(count, "more \(noun)")): see \(title)"
    }

    static let audits = "Audits: graded good or better"

    static func goodOrBetter(_ share: Double) -> String {
        "\(DecimalText.formatted(share, decimals: 0))% good or better"
    }

    /// - Parameters:
    ///   - grades: How many cases or what share got each grade.
    ///   - cases: How many cases there were, where that is known.
    ///   - change: The move since the time before.
    static func grades(_ grades: [String], cases: Int?, change: (move: String, since: String)?) -> String {
        (cases.map { "Of \(CountText.of($0, "case")), " } ?? "") + MessageText.list(grades)
            + (change.map { ". \($0.move) since \($0.since)" } ?? "") + "."
    }

    static func share(_ share: Double, _ grade: String) -> String {
        "\(DecimalText.formatted(share, decimals: 0))% \(grade.lowercased())"
    }

    static let inspections = "Inspections and visits"

    static func findings(strengths: Int, toImprove: Int, open: Int) -> String? {
        guard strengths + toImprove > 0 else { return nil }
        return SummaryWording.findings(strengths: strengths, toImprove: toImprove).capitalisedFirst
            + (open > 0 ? "; \(open) without an action." : ".")
    }

    static let risks = "Risks: highest score first"
    static func riskScore(_ score: Int) -> String { "Score \(score) of 25" }
}

extension String {
    /// A role without the article that a source prints before it.
    fileprivate var withoutArticle: String { lowercased().hasPrefix("the ") ? String(dropFirst(4)) : self }
}
