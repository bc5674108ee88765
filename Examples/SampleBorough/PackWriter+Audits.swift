import FamilyServicesKit

extension PackWriter {
    /// Writes `audit-activity.csv`, `audit-grades.csv` and `moderation.csv`.
    func writeAuditTables() throws {
        try writeActivity()
        try writeGrades()
        try writeModeration()
    }

    /// What else is audited each month, with the months of the year in which it happens.
    private static let otherAudits: [(method: String, subject: String, months: [Int], cases: Int)] = [
        ("thematic", "Neglect", [2, 10], 18), ("thematic", "Children missing from care", [5], 12),
        ("thematic", "Pathway plans", [7], 15), ("thematic", "Pre-birth assessment", [11], 12),
        ("dip-sample", "Contacts closed at the front door", [1, 4, 7, 10], 40),
        ("dip-sample", "Supervision records", [3, 9], 30), ("practice-week", "Observed practice", [3, 10], 24),
        ("re-audit", "Cases graded inadequate two quarters before", [2, 5, 8, 11], 8),
    ]

    private func writeActivity() throws {
        var table = try folder.table(
            .auditActivity,
            ["period", "method", "subject", "team", "planned", "completed", "indicators", "note", "source"])
        for month in model.reported {
            let period = model.months[month]
            try table.row([
                period.code, "case-file", "", "", String(model.value(.auditsPlanned, month)),
                String(model.value(.auditsCompleted, month)), reported(["audits-completed"]), "", "audit-report",
            ])
            for other in Self.otherAudits where other.months.contains(period.firstDay.month) {
                var source = RandomSource(
                    seed: model.seed, stream: "\(other.method)/\(other.subject)/\(model.ago(month))")
                let completed = source.binomial(other.cases, perMille: 905)
                let note = completed * 4 < other.cases * 3 ? "Cut short when two auditors moved to case work" : ""
                try table.row([
                    period.code, other.method, other.subject, "", String(other.cases), String(completed), "", note,
                    "audit-report",
                ])
            }
        }
        try table.finish()
    }

    /// The domains of a case file audit: identifier, name, difference to the overall grade in thousandths, and the
    /// place in the plan.
    private static let domains: [(id: String, name: String, offset: Int, reference: String)] = [
        ("overall", "Overall", 0, "6a(ii)"),
        ("assessment", "Assessment and analysis", 40, "2a(ii)"),
        ("planning", "Planning and purpose", -60, "2b(iii)"),
        ("voice", "Voice of the child", 90, "6b(i)"),
        ("oversight", "Management oversight", -110, "5b(ii)"),
        ("visits", "Visits and direct work", -20, "2b(ii)"),
    ]

    /// The first positions of the quarters that are complete.
    private var quarters: [(period: ReportingPeriod, months: Range<Int>)] {
        model.reported.compactMap { index in
            let month = model.months[index].firstDay
            guard month.month % 3 == 1, index + 3 <= model.months.count,
                let quarter = try? ReportingPeriod.quarter(
                    month.month == 1 ? 4 : (month.month - 1) / 3,
                    financialYearFrom: month.month == 1 ? month.year - 1 : month.year)
            else { return nil }
            return (quarter, index..<index + 3)
        }
    }

    /// Whether there is anything about a domain: grades where a quarter is complete, else a statement.
    func isAudited(_ domain: String) -> Bool { !quarters.isEmpty || AuditText.statedDomains.contains(domain) }

    /// Those of the domains in a cell that there is anything about.
    func audited(_ domains: String) -> String {
        let names = domains.split(separator: ";").map { name in String(name.drop { $0 == " " }) }
        return names.filter(isAudited).joined(separator: "; ")
    }

    private func writeGrades() throws {
        var table = try folder.table(
            .auditGrades,
            [
                "period", "domain", "measured_as", "id", "team", "method", "outstanding", "good",
                "requires_improvement",
                "inadequate", "plan_reference", "source",
            ])
        guard let definition = IndicatorCatalogue.all.first(where: { $0.id == "audits-good" }) else { return }
        let series = Series(definition: definition, model: model)
        let teams = Split.team.parts(teams: size.teams)
        for (quarter, months) in quarters {
            let byMonth = months.map { series.split($0, into: teams, named: Split.team.rawValue) }
            for (position, team) in teams.enumerated() {
                let figures = byMonth.compactMap { $0.indices.contains(position) ? $0[position] : nil }
                let cases = figures.reduce(0) { $0 + ($1.denominator ?? 0) }
                let goodOrBetter = figures.reduce(0) { $0 + $1.numerator }
                for domain in Self.domains where cases > 0 {
                    let stream = "\(domain.name)/\(team.id)/\(model.ago(months.lowerBound))"
                    let grades = grades(cases, goodOrBetter, offset: domain.offset, stream: stream)
                    try table.row(
                        [
                            quarter.code, domain.name, "counts",
                            "\(quarter.code)-\(team.id)-\(domain.id)",
                            team.title, "case-file",
                        ] + grades.map { String($0) } + [domain.reference, "audit-report"])
                }
            }
        }
        try table.finish()
    }

    /// Grades from best to worst.
    ///
    /// Overall, good or better is as the indicator has it; the domains lie around that.
    private func grades(_ cases: Int, _ goodOrBetter: Int, offset: Int, stream: String) -> [Int] {
        var source = RandomSource(seed: model.seed, stream: stream)
        var better = goodOrBetter
        if offset != 0 {
            better = source.binomial(cases, perMille: min(max(goodOrBetter * 1_000 / cases + offset, 60), 920))
        }
        let outstanding = source.binomial(better, perMille: 90)
        let inadequate = source.binomial(cases - better, perMille: min(max(420 - 400 * better / cases, 60), 420))
        return [outstanding, better - outstanding, cases - better - inadequate, inadequate]
    }

    private func writeModeration() throws {
        var table = try folder.table(.moderation, ["domain", "period", "auditor", "moderator", "cases", "team"])
        let scale = ["inadequate", "requires-improvement", "good", "outstanding"]
        for (quarter, months) in quarters.suffix(8) {
            let cases = months.reduce(0) { $0 + model.value(.moderated, $1) }
            let ago = model.ago(months.lowerBound)
            var source = RandomSource(seed: model.seed, stream: "moderation/\(ago)")
            var pairs: [Int: Int] = [:]
            for _ in 0..<cases {
                let draw = source.below(1_000)
                let auditor = draw < 90 ? 0 : draw < 480 ? 1 : draw < 930 ? 2 : 3
                // Auditors are more generous than moderators; the longer they train together, the less.
                let shift = source.below(1_000)
                let lower = 130 + ago * 6
                let moderator = shift < lower ? auditor - 1 : shift < lower + 45 ? auditor + 1 : auditor
                pairs[auditor * 4 + min(max(moderator, 0), 3), default: 0] += 1
            }
            for (pair, count) in pairs.sorted(by: { $0.key > $1.key }) {
                try table.row(["Overall", quarter.code, scale[pair / 4], scale[pair % 4], String(count)])
            }
        }
        try table.finish()
    }
}

/// Measures the standards of practice with cases of the borough.
struct ComplianceMaker {
    let model: BoroughModel

    /// The measurements, for `audits.yaml`.
    var content: YAML {
        .list([
            measurement(
                "Agencies that must attend a strategy discussion do attend", ago: 3, of: .enquiries, perMille: 760,
                failures: [
                    "No health practitioner attended", "No police officer attended", "Minutes name no attendance",
                ],
                explanations: [
                    "Health cover outside office hours rests on two people.",
                    "Meetings called in the evening are minuted the next day, often without the list of those present.",
                ],
                requirements: ["Social care", "Police", "Health", "School or nursery where there is one"],
                indicators: ["section-47"]),
            measurement(
                "Agencies that must attend a strategy discussion do attend", ago: 0, of: .enquiries, perMille: 872,
                failures: [
                    "No health practitioner attended", "No police officer attended", "Minutes name no attendance",
                ],
                explanations: ["The health rota of March 2026 closed most of the gap outside office hours."],
                requirements: ["Social care", "Police", "Health", "School or nursery where there is one"],
                indicators: ["section-47"]),
            measurement(
                "The plan goes to the family within five working days of the conference", ago: 1, of: .conferences,
                perMille: 818,
                failures: ["Sent later than five working days", "No date of sending recorded"],
                explanations: ["Two conference administrators left in April and were replaced in June."],
                requirements: ["Outline plan", "Date of the first core group", "Name of the key worker's role"],
                indicators: ["icpc-15-days"]),
        ])
    }

    private func measurement(
        _ standard: String, ago: Int, of flow: Flow, perMille: Int, failures: [String], explanations: [String],
        requirements: [String], indicators: [String]
    ) -> YAML {
        let index = max(model.months.count - 1 - ago, 0)
        var source = RandomSource(seed: model.seed, stream: "compliance/\(standard)/\(ago)")
        let children = model.value(flow, index)
        let cases = children - children / 3
        let compliant = source.binomial(cases, perMille: perMille)
        var left = cases - compliant
        let counted: [YAML] = failures.enumerated().map { position, reason in
            let number = position == failures.count - 1 ? left : source.binomial(left, perMille: 560)
            left -= number
            return ["reason": .text(reason), "cases": .number(number)]
        }
        return [
            "standard": .text(standard), "period": .text(model.months[index].code), "cases": .number(cases),
            "children": .number(children), "compliant": .number(compliant), "failures": .list(counted),
            "explanations": .words(explanations), "requirements": .words(requirements),
            "indicators": .words(indicators),
            "source": ["document": "audit-report", "place": "section 4"],
        ]
    }
}
