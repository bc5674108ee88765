import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// The latest audit grades.
struct AuditGradesSection: StandardSection {
    static let id: SectionID = "audit-grades"
    let composer: Composer

    /// The latest grades of each domain with the change since the period before, the worst first.
    func compose() -> PublicationSection? {
        let rows = grades.domains
        let lowest = rows.first.map { domain in
            (
                domain: domain.latest.title.capitalisedFirst,
                share: FigureText.wholePercent.text(domain.latest.goodOrBetter)
            )
        }
        return section(
            AuditWording.gradesTitle, short: AuditWording.gradesShortTitle,
            AuditWording.gradesLead(lowest: rows.count > 1 ? lowest : nil),
            exempt: rows.flatMap { [$0.latest.access, $0.earlier?.access].compactMap { $0 } },
            TableSketch<LatestGrades.Domain>(
                name: "Audit_grades_latest", title: AuditWording.gradesTitle,
                columns: [
                    .init(Heading.domain, width: 26) { $0.latest.title.capitalisedFirst },
                    .init(Heading.planReference, width: 10) { CellText.lines($0.references.map(\.text)) },
                    .init(Heading.period, width: 17) { $0.latest.period.label },
                    .init(number: Heading.cases, width: 8) { .count($0.latest.cases) },
                ]
                    + Grade.allCases.map { grade in
                        .init(number: grade.label, width: 11) { row in
                            row.latest.shares[grade].map { Cell(.percentage($0, decimals: 0)) } ?? .empty
                        }
                    } + [
                        .init(number: Heading.goodOrBetter, width: 9) { row in
                            Cell(.percentage(row.latest.goodOrBetter, decimals: 0))
                        },
                        .init(Heading.changeInGoodOrBetter, width: 20) { change(of: $0) },
                        .init(Heading.since, width: 16) { $0.earlier?.period.label },
                        .init(Heading.isTheChangeClear, width: 15) { row in
                            guard row.earlier != nil else { return nil }
                            return row.shift?.verdict.label ?? AuditWording.unknownCases
                        },
                    ], record: { .auditDomain($0.latest.title) }
            ).block(of: rows, on: page))
    }

    private func change(of domain: LatestGrades.Domain) -> Cell {
        guard let travel = domain.travel else { return .empty }
        return .text(travel.label(by: PercentagePoints(travel.change).label(decimals: 0)))
    }
}

/// All audit grades.
struct AuditGradeDetailsSection: StandardSection {
    static let id: SectionID = "audit-grade-details"
    let composer: Composer

    /// Every distribution of grades, by domain, team and period.
    func compose() -> PublicationSection? {
        let rows = pack.audits.grades
        let hasCases = rows.contains { $0.results.cases != nil }
        return section(
            AuditWording.detailsTitle, short: AuditWording.detailsShortTitle, AuditWording.detailsLead,
            exempt: rows.map(\.access),
            TableSketch<GradeDistribution>(
                name: "Audit_grades", title: AuditWording.detailsTitle,
                columns: [
                    .init(Heading.domain, width: 28) { $0.domain.capitalisedFirst },
                    .init(Heading.reference, width: 10) { $0.planReference?.text },
                    .init(Heading.team, width: 20) { $0.team ?? AuditWording.allTeams },
                    .init(Heading.period, width: 20) { $0.period.label },
                    .init(Heading.method, width: 16) { row in index.auditMethods[row.method]?.title },
                ]
                    + Grade.allCases.map { grade in
                        .init(number: grade.label, width: 12) { row in
                            row.results.share(of: grade).map { Cell(.percentage($0, decimals: 0)) } ?? .empty
                        }
                    } + [
                        .init(number: Heading.sumOfPrintedShares, width: 11) { row in
                            guard case .shares = row.results else { return .empty }
                            return Cell(.percentage(row.results.sumOfShares, decimals: 0))
                        },
                        .init(number: Heading.cases, width: 9) { row in
                            guard hasCases else { return .empty }
                            return row.results.cases.map { .count($0) } ?? Cell(.missing(.notCollected))
                        },
                    ]
            ).block(of: rows, on: page))
    }
}
