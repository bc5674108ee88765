import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// What was audited.
struct AuditActivitySection: StandardSection {
    static let id: SectionID = "audit-activity"
    let composer: Composer

    /// What was audited, with what was planned and completed.
    func compose() -> PublicationSection? {
        let audits = pack.audits
        return section(
            AuditWording.programmeTitle,
            AuditWording.programmeLead(title: audits.title, headline: audits.headline, year: completionOfTheYear),
            TableSketch<AuditActivity>(
                name: "Audit_activity", title: AuditWording.programmeTitle,
                columns: [
                    .init(Heading.period, width: 20) { $0.period.label },
                    .init(Heading.method, width: 20) { row in index.auditMethods[row.method]?.title ?? row.method?.text
                    },
                    .init(Heading.subject, width: 36) { $0.subject },
                    .init(Heading.team, width: 20) { $0.team },
                    .init(number: Heading.casesPlanned, width: 9) { .count($0.planned) },
                    .init(number: Heading.casesCompleted, width: 11) { .count($0.completed) },
                    .init(number: Heading.completedOfPlanned, width: 11) { row in
                        guard let planned = row.planned, planned > 0, let completed = row.completed else {
                            return .empty
                        }
                        return Cell(.percentage(100 * Double(completed) / Double(planned), decimals: 0))
                    },
                    .init(Heading.note, width: 36) { $0.note },
                ]
            ).block(of: Self.latestFirst(audits.activity), on: page))
    }

    private static func latestFirst(_ activity: [AuditActivity]) -> [AuditActivity] {
        activity.enumerated().sorted { left, right in
            let (first, second) = (left.element.period, right.element.period)
            return first != second ? ReportingPeriod.listingOrder(second, first) : left.offset < right.offset
        }.map(\.element)
    }

    /// How many of the audits planned in the last twelve months were completed.
    private var completionOfTheYear: String? {
        let end = pack.manifest.period.lastDay
        guard let start = end.adding(days: 1)?.adding(months: -12) else { return nil }
        let recent = pack.audits.activity.filter { $0.period.firstDay >= start && $0.period.lastDay <= end }
        guard let year = AuditCompletion.completions(of: recent, by: []).first, year.lines > 0 else { return nil }
        return AuditWording.year(to: end.label, year.explanation)
    }
}

/// What audit says.
struct AuditThemesSection: StandardSection {
    static let id: SectionID = "audit-themes"
    let composer: Composer

    /// What audit says theme by theme.
    func compose() -> PublicationSection? {
        typealias Row = (theme: String, grade: Cell, kind: String, text: String)
        var rows: [Row] = []
        for theme in pack.audits.themes {
            let grade: Cell =
                theme.grade.map {
                    .text(theme.printedGrade.map { "\($0.capitalisedFirst)" } ?? $0.label, tone: $0.tone)
                }
                ?? .empty
            rows += theme.issues.map { (theme.title, grade, AuditWording.issue, $0) }
            rows += theme.improvements.map { (theme.title, grade, AuditWording.improvement, $0) }
            rows += theme.futureFocus.map { (theme.title, grade, AuditWording.futureFocus, $0) }
        }
        rows += pack.audits.statements.map { statement in
            let team = statement.team.map { " (\($0))" } ?? ""
            return (
                (statement.domain?.capitalisedFirst ?? AuditWording.audit) + team, .empty,
                statement.direction?.rawValue.capitalisedFirst ?? AuditWording.statement, statement.text
            )
        }
        return section(
            AuditWording.themesTitle, short: AuditWording.themesShortTitle, AuditWording.themesLead,
            exempt: pack.audits.themes.map(\.access),
            TableSketch<Row>(
                name: "Audit_themes", title: AuditWording.themesTitle,
                columns: [
                    .init(Heading.theme, width: 36) { $0.theme },
                    .init(Heading.grade, width: 22) { $0.grade },
                    .init(Heading.kind, width: 14) { $0.kind },
                    .init(Heading.whatWasFound, width: 80) { $0.text },
                ]
            ).block(of: rows, on: page))
    }
}

/// The standards of practice.
struct StandardsSection: StandardSection {
    static let id: SectionID = "standards"
    let composer: Composer

    /// What practice should achieve, and how often it did.
    func compose() -> PublicationSection? {
        typealias Row = (standard: String, limit: String?, measured: ComplianceMeasurement?, indicators: [Indicator.ID])
        let rows: [Row] =
            pack.audits.standards.map {
                ($0.title.capitalisedFirst, $0.timescale?.label ?? $0.text, nil, $0.indicators)
            }
            + pack.audits.compliance.map { measured in
                let agencies =
                    measured.requirements.isEmpty ? nil : measured.requirements.joined(separator: ", ").capitalisedFirst
                return (measured.standard.capitalisedFirst, agencies, measured, measured.indicators)
            }
        return section(
            AuditWording.standardsTitle, AuditWording.standardsLead,
            TableSketch<Row>(
                name: "Standards", title: AuditWording.standardsTitle,
                columns: [
                    .init(Heading.standard, width: 32) { $0.standard },
                    .init(Heading.asksFor, width: 24) { $0.limit },
                    .init(Heading.measuredFor, width: 18) { $0.measured?.period.label },
                    .init(number: Heading.cases, width: 8) { .count($0.measured?.cases) },
                    .init(number: Heading.metTheStandard, width: 10) { .count($0.measured?.compliant) },
                    .init(number: Heading.share, width: 9) { row in
                        guard let measured = row.measured, measured.cases > 0 else { return .empty }
                        return Cell(
                            .percentage(100 * Double(measured.compliant) / Double(measured.cases), decimals: 0))
                    },
                    .init(Heading.whyNotMet, width: 34) { row in
                        row.measured.map { measured in
                            CellText.lines(
                                measured.failures.map { "\($0.reason.capitalisedFirst): \($0.cases)" }
                                    + measured.explanations)
                        }
                    },
                    .init(Heading.measuredBy, width: 30) { measures($0.indicators) },
                ]
            ).block(of: rows, on: page))
    }
}
