import ReportAnalysis
import ReportModel
import ReportVocabulary

extension Composer {
    /// What was audited, with what was planned and completed.
    func auditActivity() -> PublicationSection? {
        let audits = pack.audits
        return section(
            "audit-activity", "Audit programme", short: "Audit programme",
            [
                "What was audited, when and how many cases, the latest first.", audits.title.map { "\($0)." },
                audits.headline, completionOfTheYear,
            ].compactMap { $0 }.joined(separator: " "),
            TableSketch<AuditActivity>(
                name: "Audit_activity", title: "Audit programme",
                columns: [
                    .init("Period", width: 20) { $0.period.label },
                    .init("Method", width: 20) { row in row.method.flatMap { index.methods[$0] } ?? row.method?.text },
                    .init("Subject", width: 36) { $0.subject },
                    .init("Team", width: 20) { $0.team },
                    .init(number: "Cases planned", width: 9) { .count($0.planned) },
                    .init(number: "Cases completed", width: 11) { .count($0.completed) },
                    .init(number: "Completed of planned", width: 11) { row in
                        guard let planned = row.planned, planned > 0, let completed = row.completed else {
                            return .empty
                        }
                        return Cell(.percentage(100 * Double(completed) / Double(planned), decimals: 0))
                    },
                    .init("Note", width: 36) { $0.note },
                ]
            ).block(of: Self.latestFirst(audits.activity)))
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
        return "In the twelve months to \(end.label): \(year.explanation)"
    }

    /// What audit says theme by theme.
    func auditThemes() -> PublicationSection? {
        typealias Row = (theme: String, grade: Cell, kind: String, text: String)
        var rows: [Row] = []
        for theme in pack.audits.themes {
            let grade: Cell =
                theme.grade.map {
                    .text(theme.printedGrade.map { "\($0.capitalisedFirst)" } ?? $0.label, tone: $0.tone)
                }
                ?? .empty
            rows += theme.issues.map { (theme.title, grade, "Issue", $0) }
            rows += theme.improvements.map { (theme.title, grade, "Improvement", $0) }
            rows += theme.futureFocus.map { (theme.title, grade, "Future focus", $0) }
        }
        rows += pack.audits.statements.map { statement in
            let team = statement.team.map { " (\($0))" } ?? ""
            return (
                (statement.domain?.capitalisedFirst ?? "Audit") + team, .empty,
                statement.direction?.rawValue.capitalisedFirst ?? "Statement", statement.text
            )
        }
        return section(
            "audit-themes", "What audit tells us", short: "Audit themes",
            "Issues, improvements and future focus, theme by theme.", exempt: pack.audits.themes.map(\.access),
            TableSketch<Row>(
                name: "Audit_themes", title: "What audit tells us",
                columns: [
                    .init("Theme", width: 36) { $0.theme },
                    .init("Grade", width: 22) { $0.grade },
                    .init("Kind", width: 14) { $0.kind },
                    .init("What was found", width: 80) { $0.text },
                ]
            ).block(of: rows))
    }

    /// What practice should achieve, and how often it did.
    func standards() -> PublicationSection? {
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
            "standards", "Practice standards", short: "Practice standards",
            "What practice should achieve, and where it was measured how often it did.",
            TableSketch<Row>(
                name: "Standards", title: "Practice standards",
                columns: [
                    .init("Standard", width: 32) { $0.standard },
                    .init("Asks for", width: 24) { $0.limit },
                    .init("Measured for", width: 18) { $0.measured?.period.label },
                    .init(number: "Cases", width: 8) { .count($0.measured?.cases) },
                    .init(number: "Met the standard", width: 10) { .count($0.measured?.compliant) },
                    .init(number: "Share", width: 9) { row in
                        guard let measured = row.measured, measured.cases > 0 else { return .empty }
                        return Cell(
                            .percentage(100 * Double(measured.compliant) / Double(measured.cases), decimals: 0))
                    },
                    .init("Why not met", width: 34) { row in
                        row.measured.map { measured in
                            CellText.lines(
                                measured.failures.map { "\($0.reason.capitalisedFirst): \($0.cases)" }
                                    + measured.explanations)
                        }
                    },
                    .init("Measured by", width: 30) { measures($0.indicators) },
                ]
            ).block(of: rows))
    }
}
