extension Composer {
    func gradesSection() -> PublicationSection? {
        let rows = pack.audits.grades
        let hasCases = rows.contains { $0.results.cases != nil }
        return section(
            "audit-grades", "Audit grades", short: "Audit grades",
            "How audited cases were graded, by domain, team and period. Shares are per cent of the audited cases; printed whole "
                + "per cents may add to 99 or 101. Read shares of few cases with care.",
            exempt: rows.map(\.access),
            TableSketch<GradeDistribution>(
                name: "Audit_grades", title: "Audit grades",
                columns: [
                    .init("Domain", width: 34) { $0.domain.capitalisedFirst },
                    .init("Reference", width: 11) { $0.planReference?.text },
                    .init("Team", width: 24) { $0.team ?? "All teams" },
                    .init("Period", width: 20) { $0.period.label },
                    .init("Method", width: 18) { row in row.method.flatMap { index.methods[$0] } },
                ]
                    + Grade.allCases.map { grade in
                        .init(number: grade.label, width: 14) { row in
                            row.results.share(of: grade).map { Cell(.percentage($0, decimals: 0)) } ?? .empty
                        }
                    } + [
                        .init(number: "Sum of printed shares", width: 12) { row in
                            guard case .shares = row.results else { return .empty }
                            return Cell(.percentage(row.results.sumOfShares, decimals: 0))
                        },
                        .init(number: "Cases", width: 9) { row in
                            guard hasCases else { return .empty }
                            return row.results.cases.map { .count($0) } ?? Cell(.missing(.notCollected))
                        },
                    ]
            ).block(of: rows))
    }

    func auditActivity() -> PublicationSection? {
        let audits = pack.audits
        return section(
            "audit-activity", "Audit programme", short: "Audit programme",
            [
                "What was audited, when and how many cases.", audits.title.map { "\($0)." }, audits.headline,
            ].compactMap { $0 }.joined(separator: " "),
            TableSketch<AuditActivity>(
                name: "Audit_activity", title: "Audit programme",
                columns: [
                    .init("Period", width: 24) { $0.period.label },
                    .init("Method", width: 24) { row in row.method.flatMap { index.methods[$0] } ?? row.method?.text },
                    .init("Subject", width: 40) { $0.subject },
                    .init("Team", width: 24) { $0.team },
                    .init(number: "Cases planned", width: 10) { .count($0.planned) },
                    .init(number: "Cases completed", width: 11) { .count($0.completed) },
                    .init(number: "Completed of planned", width: 12) { row in
                        guard let planned = row.planned, planned > 0, let completed = row.completed else {
                            return .empty
                        }
                        return Cell(.percentage(100 * Double(completed) / Double(planned), decimals: 0))
                    },
                    .init("Note", width: 36) { $0.note },
                ]
            ).block(of: audits.activity))
    }

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
                    .init("Standard", width: 36) { $0.standard },
                    .init("Asks for", width: 30) { $0.limit },
                    .init("Measured for", width: 24) { $0.measured?.period.label },
                    .init(number: "Cases", width: 9) { .count($0.measured?.cases) },
                    .init(number: "Met the standard", width: 11) { .count($0.measured?.compliant) },
                    .init(number: "Share", width: 9) { row in
                        guard let measured = row.measured, measured.cases > 0 else { return .empty }
                        return Cell(
                            .percentage(100 * Double(measured.compliant) / Double(measured.cases), decimals: 0))
                    },
                    .init("Why not met", width: 36) { row in
                        row.measured.map { measured in
                            (measured.failures.map { "\($0.reason.capitalisedFirst): \($0.cases)" }
                                + measured.explanations)
                                .joined(separator: "\n")
                        }
                    },
                    .init("Measured by", width: 40) { index.indicatorTitles($0.indicators).joined(separator: "\n") },
                ]
            ).block(of: rows))
    }
}
