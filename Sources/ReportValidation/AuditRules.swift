import ReportModel
import ReportVocabulary

/// The numbers of an audit add up.
enum AuditRules {
    static func check(_ audits: AuditProgramme, into problems: inout ProblemList) {
        for (position, activity) in audits.activity.enumerated() {
            let numbers: [(field: FieldPath, number: Int?)] = [
                ("planned", activity.planned), ("completed", activity.completed),
            ]
            guard let wrong = numbers.first(where: { ($0.number ?? 0) < 0 }), let number = wrong.number else {
                continue
            }
            problems.error(
                .badValue, about: RecordReference(.auditActivity, at: position), field: wrong.field,
                values: ["\(number)"],
                "\(number) cannot be a number of cases; give 0 or more.")
        }
        checkPeriods(of: audits, into: &problems)
        for distribution in audits.grades { check(distribution, into: &problems) }
        checkGraded(audits, into: &problems)
        for theme in audits.themes { checkGrade(of: theme, into: &problems) }
        for (position, pair) in audits.moderation.enumerated() where pair.cases < 1 {
            problems.warning(
                .inconsistent, about: RecordReference(.moderationPair, at: position), field: "cases",
                "This pair of grades has \(pair.cases) cases; enter at least 1 or remove the row.")
        }
        for statement in audits.statements {
            let shares = Grade.allCases.compactMap { statement.shares[$0]?.value }
            let (sum, slack) = sumAndSlack(shares)
            // A statement names the shares it is about, so that they are less than the whole is as it should be.
            guard sum > 100 + slack else { continue }
            problems.warning(
                .inconsistent, about: RecordReference(.auditStatement, statement.id), field: "shares",
                "The shares add to \(MessageText.number(sum)) per cent; check them.")
        }
        for (position, measurement) in audits.compliance.enumerated() {
            check(measurement, about: RecordReference(.complianceMeasurement, at: position), into: &problems)
        }
    }

    private static func check(_ distribution: GradeDistribution, into problems: inout ProblemList) {
        let subject = RecordReference(.gradeDistribution, distribution.id)
        switch distribution.results {
        case .counts(let counts):
            if let negative = Grade.allCases.compactMap({ counts[$0] }).first(where: { $0 < 0 }) {
                problems.error(
                    .badValue, about: subject, "\(negative) cannot be a number of cases; give 0 or more.")
            } else if counts.values.allSatisfy({ $0 == 0 }) {
                warnOfNoCases(about: subject, into: &problems)
            }
        case .shares(let shares, let cases):
            if let cases, cases < 0 {
                problems.error(
                    .badValue, about: subject, field: "cases", values: ["\(cases)"],
                    "\(cases) cannot be a number of cases; give 0 or more.")
            } else if cases == 0 {
                warnOfNoCases(about: subject, into: &problems)
            } else {
                checkShares(shares, cases: cases, about: subject, into: &problems)
            }
        }
    }

    /// Audits of another time than the programme that they are reported under.
    private static func checkPeriods(of audits: AuditProgramme, into problems: inout ProblemList) {
        guard let programme = audits.period else { return }
        for (position, activity) in audits.activity.enumerated()
        where activity.period.lastDay < programme.firstDay || activity.period.firstDay > programme.lastDay {
            problems.warning(
                .dateOrder, about: RecordReference(.auditActivity, at: position), field: "period",
                values: [activity.period.code],
                "The audits of \(activity.period.labelWithinSentence) are outside the time of the programme, "
                    + "\(programme.labelWithinSentence); correct one of them.")
        }
    }

    /// Nothing is graded that was not audited.
    private static func checkGraded(_ audits: AuditProgramme, into problems: inout ProblemList) {
        for distribution in audits.grades {
            guard let graded = distribution.results.cases, graded > 0 else { continue }
            // All that was audited in the period, by the team and the method where the grades name them.
            let rows = audits.activity.filter { activity in
                activity.period == distribution.period
                    && (distribution.method == nil || activity.method == nil || activity.method == distribution.method)
                    && (distribution.team == nil || activity.team == nil || activity.team == distribution.team)
            }
            let numbers = rows.compactMap(\.completed)
            guard !numbers.isEmpty, numbers.count == rows.count else { continue }
            let audited = numbers.reduce(0) { $0.addingReportingOverflow($1).partialValue }
            guard graded > audited, audited >= 0 else { continue }
            problems.warning(
                .inconsistent, about: RecordReference(.gradeDistribution, distribution.id), field: "cases",
                "\(graded) cases are graded, and \(audited) were audited in \(distribution.period.labelWithinSentence); check both "
                    + "numbers.")
        }
    }

    /// A grade of an older scale, or of none, says nothing beside the four.
    private static func checkGrade(of theme: AuditTheme, into problems: inout ProblemList) {
        guard let printed = theme.printedGrade else { return }
        let words = printed.lowercased().split { !$0.isLetter }.map(String.init)
        let text = " " + words.joined(separator: " ") + " "
        let isKnown = Grade.allCases.contains { text.contains(" \($0.label.lowercased()) ") }
        let isOld = words.contains("adequate") || words.contains("satisfactory")
        guard isOld || !isKnown else { return }
        problems.warning(
            .badValue, about: RecordReference(.auditTheme, theme.id), field: "printed_grade", values: [printed],
            "\(MessageText.value(printed)) is none of the four grades; the grade that took the place of adequate and satisfactory is "
                + "requires improvement.")
    }

    private static func warnOfNoCases(about subject: RecordReference, into problems: inout ProblemList) {
        problems.warning(
            .inconsistent, about: subject, "No case was graded; leave the distribution out, or give its cases.")
    }

    private static func checkShares(
        _ shares: [Grade: Percentage], cases: Int?, about subject: RecordReference, into problems: inout ProblemList
    ) {
        let values = Grade.allCases.compactMap { shares[$0]?.value }
        let (sum, slack) = sumAndSlack(values)
        if (sum - 100).magnitude > slack {
            problems.warning(
                .inconsistent, about: subject,
                "The shares of \(values.count) grades add to \(MessageText.number(sum)) per cent, which rounding cannot "
                    + "explain; check them, or add what is missing.")
        }
        guard let cases else { return }
        let halfUnit = PrintedPrecision.halfUnit(decimals: values.map { PrintedPrecision.decimals(of: $0) }.max() ?? 0)
        for value in values {
            guard let objection = ShareOfWhole.objection(to: value, of: Double(cases), halfUnit: halfUnit) else {
                continue
            }
            problems.warning(.inconsistent, about: subject, objection)
            return
        }
    }

    /// The sum of some shares, and by how much it may miss the whole if each was rounded.
    private static func sumAndSlack(_ shares: [Double]) -> (sum: Double, slack: Double) {
        let decimals = shares.map { PrintedPrecision.decimals(of: $0) }.max() ?? 0
        // Rounded, since 0.1 + 0.2 is not 0.3 in binary.
        let sum = DecimalText.rounded(shares.reduce(0, +), decimals: min(decimals, 15))
        return (sum, Double(shares.count) * PrintedPrecision.halfUnit(decimals: decimals) + 1e-9)
    }

    private static func check(
        _ measurement: ComplianceMeasurement, about subject: RecordReference, into problems: inout ProblemList
    ) {
        let failures = measurement.failures.map(\.cases)
        let numbers = [measurement.cases, measurement.compliant, measurement.children ?? 0] + failures
        if let negative = numbers.first(where: { $0 < 0 }) {
            problems.error(.badValue, about: subject, "\(negative) cannot be a number of cases; give 0 or more.")
            return
        }
        if measurement.compliant > measurement.cases {
            problems.error(
                .inconsistent, about: subject, field: "compliant",
                "\(measurement.compliant) of \(measurement.cases) cases met the standard; check whether the numbers are "
                    + "swapped.")
            return
        }
        if !failures.isEmpty {
            let sum = failures.reduce(Double(measurement.compliant)) { $0 + Double($1) }
            if sum != Double(measurement.cases) {
                problems.warning(
                    .inconsistent, about: subject, field: "failures",
                    "\(measurement.compliant) cases that met the standard and those that failed add to "
                        + "\(MessageText.number(sum)), not to \(measurement.cases); check the reasons for failing.")
            }
        }
        guard let printed = measurement.printedShare, let share = printed.value, share.isFinite, measurement.cases > 0
        else { return }
        let exact = 100 * Double(measurement.compliant) / Double(measurement.cases)
        let halfUnit = PrintedPrecision.halfUnit(of: printed.text, value: share)
        guard !PrintedPrecision.agrees(exact, with: share, halfUnit: halfUnit) else { return }
        problems.warning(
            .inconsistent, about: subject, field: "printed_share", values: [printed.text],
            "\(measurement.compliant) of \(measurement.cases) gives \(MessageText.shown(exact, beside: halfUnit)) per "
                + "cent, but \(MessageText.value(printed.text)) is printed; check which base it was worked out from.")
    }
}
