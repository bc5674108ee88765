import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// The sentences about audits.
enum AuditWording {
    static let shareOfAuditedCases = "Per cent of audited cases"
    static let auditedCases = "Audited cases"
    static let planned = "Planned"

    // MARK: Grades

    static let gradesTitle = "Audit grades by domain"
    static let gradesShortTitle = "Audit grades"

    /// - Parameter lowest: The domain with the fewest good or better and its share; `nil` where there is one domain.
    static func gradesLead(lowest: (domain: String, share: String)?) -> String {
        "How audited cases were graded in each domain in the latest period, all teams together, with the lowest share of good or "
            + "better first." + (lowest.map { " Lowest: \($0.domain), \($0.share) good or better." } ?? "")
            + " A change is called clear only if it is too big to be chance; with few cases it rarely is. See ‘Audit grades in "
            + "detail’ for each team and earlier periods."
    }

    static let unknownCases = "Number of cases not known"

    static func points(_ number: String) -> String { "\(number) percentage points" }

    static let detailsTitle = "Audit grades in detail"
    static let detailsShortTitle = "Audit grade details"
    static let detailsLead =
        "How audited cases were graded, by domain, team and period. Shares are percentages of the audited cases. Printed whole "
        + "percentages may add up to 99 or 101. Read shares of few cases with care."
    static let allTeams = "All teams"

    // MARK: Charts

    static let chartsTitle = "Audit in charts"
    static let chartsShortTitle = "Audit charts"

    static func chartsLead(mostBars: Int) -> String {
        "The share of audited cases with each grade in the latest period, lowest share of good or better first and no more than "
            + "\(mostBars) bars, and how many of the audits planned were completed."
    }

    static let byDomain = "Audit grades by domain"

    static func byTeam(in domain: String?) -> String {
        "Audit grades by team" + (domain.map { ": \($0.lowercased())" } ?? ", all domains together")
    }

    static func titled(_ title: String, in period: String) -> String { "\(title), \(period)" }

    /// - Parameters:
    ///   - noun: What a bar is for, such as "team".
    ///   - bars: What each bar shows, in sentences.
    static func gradeBars(in period: String, _ count: Int, _ noun: String, _ bars: [String]) -> String {
        "Stacked bars of the audit grades in \(period), one bar for each of \(CountText.of(count, noun)), lowest share of good or "
            + "better first. " + bars.joined(separator: " ")
    }

    static func gradeBar(_ title: String, _ shares: [String], cases: Int?) -> String {
        "\(title): \(shares.joined(separator: ", "))\(cases.map { " of \(CountText.of($0, "case"))" } ?? "")."
    }

    static let completionTitle = "Audits completed against planned"

    static func completion(
        periods: Int, from first: String, to last: String, completed: Int, planned: Int, short: Int,
        latest: (completed: Int, planned: Int)
    ) -> String {
        "Lines of the audits completed and the audits planned, \(CountText.of(periods, "period")) from \(first) to \(last). In all, "
            + "\(DecimalText.grouped(completed)) of \(DecimalText.grouped(planned)) planned audits were completed, and fewer than "
            + "planned in \(CountText.of(short, "period")). In the last period, \(DecimalText.grouped(latest.completed)) of "
            + "\(DecimalText.grouped(latest.planned)) were."
    }

    // MARK: Moderation

    static let moderationTitle = "Moderation of audits"
    static let moderationShortTitle = "Moderation"
    static let moderationLead =
        "A moderator grades some audited cases a second time. Where the two grades agree, the audit grades can be relied on. Where "
        + "auditors grade higher than moderators, practice is worse than the audit grades say."
    static let agreementTitle = "How far auditors and moderators agree"
    static let kappa =
        "Kappa is 1 if they always agree and 0 if they agree no more often than by chance. Grades that are further apart count as "
        + "a greater disagreement. With few cases, kappa says little."
    static let allPeriods = "All periods"

    static func agreement(on domain: String, _ explanation: String) -> String { "\(domain): \(explanation)" }

    static func allGraded(_ grade: String) -> String { "All graded \(grade)" }

    static let gradeHigher = "Auditors grade higher than moderators"
    static let gradeLower = "Auditors grade lower than moderators"
    static let alwaysTheSame = "Always the same grade"
    static let neither = "Neither higher nor lower"

    static func maybeChance(isHigher: Bool) -> String {
        "More often \(isHigher ? "higher" : "lower"), but this may be chance"
    }

    // MARK: Programme

    static let programmeTitle = "Audit programme"

    /// - Parameters:
    ///   - title: What the programme is called.
    ///   - headline: What its source says first.
    ///   - year: How many of the audits planned in the last twelve months were completed.
    static func programmeLead(title: String?, headline: String?, year: String?) -> String {
        [
            "What was audited, when and how many cases, latest first.", title.map { "\($0)." }, headline, year,
        ].compactMap { $0 }.joined(separator: " ")
    }

    static func year(to day: String, _ explanation: String) -> String {
        "In the twelve months to \(day): \(explanation)"
    }

    // MARK: Themes and standards

    static let themesTitle = "What audit tells us"
    static let themesShortTitle = "Audit themes"
    static let themesLead = "Issues, improvements and future focus, theme by theme."
    static let issue = "Issue"
    static let improvement = "Improvement"
    static let futureFocus = "Future focus"
    static let statement = "Statement"
    static let audit = "Audit"

    static let standardsTitle = "Practice standards"
    static let standardsLead = "The standards for practice and, where measured, how often they were met."
}
