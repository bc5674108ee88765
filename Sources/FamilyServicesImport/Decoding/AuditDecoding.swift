import FamilyServicesKit

/// What `audits.yaml` holds.
enum AuditShapes {
    static let programme = Shape(
        "audits.yaml",
        optional: [
            "title", "period", "author", "headline", "source", "place", "methods", "phases", "themes", "statements",
            "standards",
            "compliance", "recommendations",
        ])
    static let method = Shape(
        "an audit method", required: ["id", "title"], optional: ["text", "steps", "since", "source", "place"])
    static let theme = Shape(
        "an audit theme", required: ["id", "title"],
        optional: ["grade", "printed_grade", "issues", "improvements", "future_focus", "indicators", "access"])
    static let statement = Shape(
        "an audit statement", required: ["id", "text"],
        optional: ["period", "domain", "team", "direction", "shares", "periods", "indicators", "source", "place"])
    static let shares = Shape("the shares of grades", optional: Grade.allCases.map(\.rawValue))
    static let standard = Shape(
        "a practice standard", required: ["id", "title"],
        optional: [
            "timescale", "timescale_from", "timescale_to", "timescale_authority", "text", "indicators", "source",
            "place",
        ])
    static let compliance = Shape(
        "a standard measured", required: ["standard", "period", "cases", "compliant"],
        optional: [
            "children", "printed_share", "failures", "explanations", "requirements", "indicators", "source", "place",
        ])
    static let failure = Shape("a reason for failure", required: ["reason", "cases"])
}

/// What the tables about audit add to `audits.yaml`.
struct AuditTables {
    var activity: [AuditActivity] = []
    var grades: [GradeDistribution] = []
    var moderation: [ModerationPair] = []
}

extension RecordReader {
    /// The audit programme of `audits.yaml`, with what the tables hold.
    func auditProgramme(_ tables: AuditTables) -> AuditProgramme {
        AuditProgramme(
            title: text("title"), period: period("period"), author: identifier("author"), headline: text("headline"),
            methods: records("methods", AuditShapes.method).compactMap { $0.auditMethod() }, phases: phases(),
            activity: tables.activity, grades: tables.grades, moderation: tables.moderation,
            themes: records("themes", AuditShapes.theme).compactMap { $0.auditTheme() },
            statements: records("statements", AuditShapes.statement).compactMap { $0.auditStatement() },
            standards: records("standards", AuditShapes.standard).compactMap { $0.practiceStandard() },
            compliance: compliance(), recommendations: recommendations(), source: source())
    }

    private func auditMethod() -> AuditMethod? {
        let (since, source) = (partialDate("since"), source())
        return ownIdentifier("id", .auditMethod).map {
            AuditMethod(
                id: $0, title: requiredText("title"), text: text("text"), steps: texts("steps"), since: since,
                source: source)
        }
    }

    private func auditTheme() -> AuditTheme? {
        let grade: Grade? = word("grade")
        let indicators: [Indicator.ID] = identifiers("indicators")
        let access = access()
        return ownIdentifier("id", .auditTheme).map {
            AuditTheme(
                id: $0, title: requiredText("title"), grade: grade, printedGrade: text("printed_grade"),
                issues: texts("issues"), improvements: texts("improvements"), futureFocus: texts("future_focus"),
                indicators: indicators, access: access)
        }
    }

    private func auditStatement() -> AuditStatement? {
        let (period, source) = (period("period"), source())
        let direction: AuditStatement.Direction? = word("direction")
        var shares: [Grade: Percentage] = [:]
        if let reader = single("shares", AuditShapes.shares) {
            for grade in Grade.allCases { shares[grade] = reader.value(grade.rawValue, Words.share) }
        }
        let periods = values("periods") { text throws(ValueProblem) in try PeriodText.period(text) }
        let indicators: [Indicator.ID] = identifiers("indicators")
        return ownIdentifier("id", .auditStatement).map {
            AuditStatement(
                id: $0, period: period, domain: text("domain"), team: text("team"), direction: direction,
                text: requiredText("text"), shares: shares, periods: periods, indicators: indicators, source: source)
        }
    }

    private func practiceStandard() -> PracticeStandard? {
        let (timescale, source) = (timescale(), source())
        let indicators: [Indicator.ID] = identifiers("indicators")
        return ownIdentifier("id", .practiceStandard).map {
            PracticeStandard(
                id: $0, title: requiredText("title"), timescale: timescale, text: text("text"), indicators: indicators,
                source: source)
        }
    }

    private func compliance() -> [ComplianceMeasurement] {
        records("compliance", AuditShapes.compliance).enumerated().compactMap { index, reader in
            reader.remember(.complianceMeasurement, String(index + 1))
            guard let period = reader.requiredPeriod("period") else { return nil }
            let failures = reader.records("failures", AuditShapes.failure).map {
                ComplianceMeasurement.Failure(reason: $0.requiredText("reason"), cases: $0.integer("cases") ?? 0)
            }
            return ComplianceMeasurement(
                standard: reader.requiredText("standard"), period: period, cases: reader.integer("cases") ?? 0,
                children: reader.integer("children"), compliant: reader.integer("compliant") ?? 0,
                printedShare: reader.printed("printed_share"), failures: failures,
                explanations: reader.texts("explanations"), requirements: reader.texts("requirements"),
                indicators: reader.identifiers("indicators"), source: reader.source())
        }
    }
}
