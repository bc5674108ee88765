import ReportAnalysis
import ReportModel
import ReportVocabulary

extension Composer {
    /// The latest grades of each domain with the change since the period before, the worst first.
    func auditGrades() -> PublicationSection? {
        let rows = grades.domains
        let lowest = rows.first.map { domain in
            "Lowest: \(domain.latest.title.capitalisedFirst), "
                + "\(DecimalText.formatted(domain.latest.goodOrBetter, decimals: 0))% good or better."
        }
        return section(
            "audit-grades", "Audit grades by domain", short: "Audit grades",
            [
                "How the audited cases of the latest period were graded in each domain, all teams together, the domain with the "
                    + "fewest good or better first.", rows.count > 1 ? lowest : nil,
                "A change is clear where chance would hardly bring it; with few cases most are not. Single teams and earlier "
                    + "periods stand under audit grades in detail.",
            ].compactMap { $0 }.joined(separator: " "),
            exempt: rows.flatMap { [$0.latest.access, $0.earlier?.access].compactMap { $0 } },
            TableSketch<LatestGrades.Domain>(
                name: "Audit_grades_latest", title: "Audit grades by domain",
                columns: [
                    .init("Domain", width: 26) { $0.latest.title.capitalisedFirst },
                    .init("Plan reference", width: 10) { CellText.lines($0.references.map(\.text)) },
                    .init("Period", width: 17) { $0.latest.period.label },
                    .init(number: "Cases", width: 8) { .count($0.latest.cases) },
                ]
                    + Grade.allCases.map { grade in
                        .init(number: grade.label, width: 11) { row in
                            row.latest.shares[grade].map { Cell(.percentage($0, decimals: 0)) } ?? .empty
                        }
                    } + [
                        .init(number: "Good or better", width: 9) { row in
                            Cell(.percentage(row.latest.goodOrBetter, decimals: 0))
                        },
                        .init("Change in good or better", width: 20) { change(of: $0) },
                        .init("Since", width: 16) { $0.earlier?.period.label },
                        .init("Is the change clear", width: 15) { row in
                            guard row.earlier != nil else { return nil }
                            return row.shift?.verdict.label ?? "Number of cases not known"
                        },
                    ], record: { .auditDomain($0.latest.title) }
            ).block(of: rows))
    }

    private func change(of domain: LatestGrades.Domain) -> Cell {
        guard let travel = domain.travel else { return .empty }
        let size = "\(DecimalText.formatted(travel.change.magnitude, decimals: 0)) percentage points"
        return .text(travel.label(by: size))
    }

    /// Every distribution of grades, by domain, team and period.
    func auditGradeDetails() -> PublicationSection? {
        let rows = pack.audits.grades
        let hasCases = rows.contains { $0.results.cases != nil }
        return section(
            "audit-grade-details", "Audit grades in detail", short: "Audit grade details",
            "How audited cases were graded, by domain, team and period. Shares are per cent of the audited cases; printed whole "
                + "per cents may add to 99 or 101. Read shares of few cases with care.",
            exempt: rows.map(\.access),
            TableSketch<GradeDistribution>(
                name: "Audit_grades", title: "Audit grades in detail",
                columns: [
                    .init("Domain", width: 28) { $0.domain.capitalisedFirst },
                    .init("Reference", width: 10) { $0.planReference?.text },
                    .init("Team", width: 20) { $0.team ?? "All teams" },
                    .init("Period", width: 20) { $0.period.label },
                    .init("Method", width: 16) { row in row.method.flatMap { index.methods[$0] } },
                ]
                    + Grade.allCases.map { grade in
                        .init(number: grade.label, width: 12) { row in
                            row.results.share(of: grade).map { Cell(.percentage($0, decimals: 0)) } ?? .empty
                        }
                    } + [
                        .init(number: "Sum of printed shares", width: 11) { row in
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
}
