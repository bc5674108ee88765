import FamilyServicesKit

/// What the tables about audit hold.
enum AuditTableShapes {
    static let activity = Shape(
        "audit activity", required: ["period"],
        optional: ["method", "subject", "team", "planned", "completed", "indicators", "note", "source", "place"])
    /// The columns of the grades are named as tables name things, with underscores.
    static let gradeColumns: [(name: String, grade: Grade)] = [
        ("outstanding", .outstanding), ("good", .good), ("requires_improvement", .requiresImprovement),
        ("inadequate", .inadequate),
    ]
    static let grades = Shape(
        "a distribution of grades", required: ["period", "domain", "measured_as"],
        optional: ["id", "team", "method"] + gradeColumns.map(\.name) + [
            "cases", "plan_reference", "source", "place", "access",
        ])
    static let moderation = Shape(
        "a moderated grade", required: ["domain", "period", "auditor", "moderator"], optional: ["cases", "team"])
}

/// How the grades of a distribution are given.
enum GradeMeasure: String, CaseIterable {
    case counts
    case shares
}

extension RecordReader {
    /// A row of `audit-activity.csv`.
    func auditActivity() -> AuditActivity? {
        guard let period = requiredPeriod("period") else { return nil }
        return AuditActivity(
            period: period, method: identifier("method"), subject: text("subject"), team: text("team"),
            planned: integer("planned"), completed: integer("completed"), indicators: identifiers("indicators"),
            note: text("note"), source: source())
    }

    /// A row of `audit-grades.csv`.
    func gradeDistribution() -> GradeDistribution? {
        let period = requiredPeriod("period")
        let method: AuditMethod.ID? = identifier("method")
        let results = gradeResults()
        let reference = value("plan_reference", Words.planReference)
        let (domain, team, source, access) = (requiredText("domain"), text("team"), source(), access())
        guard let period, let id = gradeIdentifier(domain, team, period, method) else {
            problems.hasLostRecords = true
            return nil
        }
        return GradeDistribution(
            id: id, domain: domain, team: team, period: period, method: method, results: results,
            planReference: reference, source: source, access: access)
    }

    /// The identifier of a distribution; where it has none, what it is about, which no other should be about.
    private func gradeIdentifier(
        _ domain: String, _ team: String?, _ period: ReportingPeriod, _ method: AuditMethod.ID?
    ) -> GradeDistribution.ID? {
        if has("id") { return ownIdentifier("id", .gradeDistribution) }
        let whole = [domain, team, method?.text, period.code].compactMap { $0 }.joined(separator: ", ")
        guard let id = GradeDistribution.ID(String(whole.suffix(120)).trimmingBlanks) else { return nil }
        remember(.gradeDistribution, id.text)
        return id
    }

    private func gradeResults() -> GradeDistribution.Results {
        let columns = AuditTableShapes.gradeColumns.filter { has($0.name) }
        if columns.isEmpty {
            problems.error(
                .missingValue, at: record.position,
                "No grade is filled in; write the number or share of cases under “outstanding”, “good”, "
                    + "“requires_improvement” and “inadequate”, and 0 where there is none.")
        }
        switch requiredWord("measured_as", standIn: GradeMeasure.counts) {
        case .counts:
            var counts: [Grade: Int] = [:]
            for column in columns { counts[column.grade] = integer(column.name) }
            let sum = counts.values.reduce(0, +)
            if let cases = integer("cases"), cases != sum, counts.count == columns.count {
                problems.error(
                    .inconsistent, at: position(of: "cases"),
                    "The grades add up to \(sum) cases, but “cases” says \(cases).")
            }
            return .counts(counts)
        case .shares:
            var shares: [Grade: Percentage] = [:]
            for column in columns { shares[column.grade] = value(column.name, Words.share) }
            return .shares(shares, cases: integer("cases"))
        }
    }

    /// A row of `moderation.csv`.
    func moderationPair() -> ModerationPair? {
        let cases = integer("cases", in: 1...1_000_000)
        let (auditor, moderator): (Grade, Grade) = (
            requiredWord("auditor", standIn: .good), requiredWord("moderator", standIn: .good)
        )
        guard let period = requiredPeriod("period") else { return nil }
        return ModerationPair(
            domain: requiredText("domain"), period: period, auditor: auditor, moderator: moderator, cases: cases ?? 1,
            team: text("team"))
    }
}

extension String {
    fileprivate var trimmingBlanks: String { Blanks.trimmed(self) }
}
