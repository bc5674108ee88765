import ReportVocabulary

/// Every identifier is used once, and could be written in a file.
enum DuplicateRules {
    static func check(_ pack: ReportPack, into problems: inout ProblemList) {
        check(pack.manifest.areas, .area, into: &problems)
        check(pack.manifest.roles, .role, into: &problems)
        check(pack.manifest.sources, .source, into: &problems)
        check(pack.manifest.agreements, .agreement, into: &problems)
        check(pack.breakdowns, .breakdown, into: &problems)
        for breakdown in pack.breakdowns {
            check(
                breakdown.categories.map(\.id), "categories", into: &problems,
                about: { _ in RecordReference(.breakdown, breakdown.id) })
        }
        check(pack.indicators, .indicator, into: &problems)
        check(pack.plans, .plan, into: &problems)
        for plan in pack.plans {
            // Plans follow one another and number their themes alike, so a theme is named within its plan.
            check(plan.themes, .theme, into: &problems)
            check(
                plan.objectives.map(\.id), "objectives", into: &problems,
                about: { _ in RecordReference(.plan, plan.id) })
        }
        check(pack.plans.flatMap(\.actions), .action, into: &problems)
        check(pack.plans.flatMap(\.progress), .progressNote, into: &problems)
        checkAudits(pack.audits, into: &problems)
        check(pack.inspections, .inspection, into: &problems)
        check(pack.inspections.flatMap(\.findings), .finding, into: &problems)
        check(
            pack.inspections.flatMap(\.recommendations) + pack.audits.recommendations, .recommendation, into: &problems)
        check(pack.inspections.flatMap(\.requirements), .requirement, into: &problems)
        check(pack.reports, .report, into: &problems)
        check(pack.commitments, .commitmentSet, into: &problems)
        check(pack.commitments.flatMap(\.items), .commitment, into: &problems)
        check(pack.risks, .risk, into: &problems)
        check(pack.budget, .budgetFigure, into: &problems)
        check(pack.governance, .governanceBody, into: &problems)
        check(pack.context, .fact, into: &problems)
        check(pack.checks, .check, into: &problems)
        check(pack.claims, .claim, into: &problems)
        checkDashboard(pack.dashboard, into: &problems)
    }

    private static func checkAudits(_ audits: AuditProgramme, into problems: inout ProblemList) {
        check(audits.methods, .auditMethod, into: &problems)
        check(audits.grades, .gradeDistribution, into: &problems)
        check(audits.themes, .auditTheme, into: &problems)
        check(audits.statements, .auditStatement, into: &problems)
        check(audits.standards, .practiceStandard, into: &problems)
    }

    private static func checkDashboard(_ lines: [DashboardLine], into problems: inout ProblemList) {
        var uses: [Int: Int] = [:]
        for line in lines {
            uses[line.number, default: 0] += 1
            // Reported at the second, once however many there are.
            guard uses[line.number] == 2 else { continue }
            problems.error(
                .duplicate, about: RecordReference(.dashboardLine, String(line.number)),
                "More than one line of the dashboard has the number \(line.number); give each its own.")
        }
    }

    private static func check<Record: Identifiable>(
        _ records: [Record], _ kind: RecordReference.Kind, into problems: inout ProblemList
    ) where Record.ID == Identifier<Record> {
        check(records.map(\.id), plural(of: kind), into: &problems, about: { RecordReference(kind, $0) })
    }

    private static func check<Subject>(
        _ identifiers: [Identifier<Subject>], _ plural: String, into problems: inout ProblemList,
        about subject: (Identifier<Subject>) -> RecordReference
    ) {
        var uses: [Identifier<Subject>: Int] = [:]
        for identifier in identifiers { uses[identifier, default: 0] += 1 }
        for identifier in identifiers {
            // Taken out, so that each is reported once, where it comes first.
            guard let count = uses.removeValue(forKey: identifier) else { continue }
            let name = MessageText.quoted(identifier)
            if count > 1 {
                problems.error(
                    .duplicate, about: subject(identifier),
                    "\(count) \(plural) have the identifier \(name); give each its own.")
            }
            if !Identifier<Subject>.isValid(identifier.text) {
                problems.error(
                    .badValue, about: subject(identifier),
                    "\(name) cannot be an identifier; use 1 to 120 characters without blanks at the ends or control "
                        + "characters.")
            }
        }
    }

    private static func plural(of kind: RecordReference.Kind) -> String {
        switch kind {
        case .governanceBody: "governance bodies"
        default: kind.rawValue + "s"
        }
    }
}
