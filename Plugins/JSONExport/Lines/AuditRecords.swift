import FamilyServicesKit

// Audits, and what inspectors said.

extension LineSketch<LineRow<Void, GradeDistribution>> {
    static var auditResult: Self {
        let counts: [Column] = Grade.allCases.map { grade in
            .optionalWhole(
                "\(name(grade))_count", "How many cases were graded \(grade.words); null where only shares are known."
            ) { row in
                guard case .counts(let counts) = row.results else { return nil }
                return counts[grade] ?? 0
            }
        }
        let shares: [Column] = Grade.allCases.map { grade in
            .number("\(name(grade))_share", "What share of the cases was graded \(grade.words), in per cent.") {
                $0.results.share(of: grade)
            }
        }
        return Self(
            "audit_result", "The grades of a set of audited cases.",
            [
                .text("audit_result", "The identifier.") { $0.id.text },
                .text("domain", "The part of practice that was graded.") { $0.domain },
                .optionalText("team", "The team.") { $0.team },
                .optionalText("method", "The identifier of the method.") { $0.method?.text },
                .optionalText("method_title", "The name of the method.") {
                    $0.names.index.auditMethods[$0.method]?.title
                },
                .optionalText("reference", "The place in the improvement plan that it is about.") {
                    $0.planReference?.text
                },
            ] + period { $0.period }
                + [.optionalWhole("cases", "How many cases; null where only shares are known.") { $0.results.cases }]
                + counts
                + shares + source { $0.source } + access { $0.access })
    }

    private static func name(_ grade: Grade) -> String { grade.rawValue.replacing("-", with: "_") }
}

extension Grade {
    /// The grade within a sentence.
    fileprivate var words: String { label.lowercased() }
}

extension LineSketch<LineRow<Void, AuditActivity>> {
    static var auditActivity: Self {
        Self(
            "audit_activity", "How many audits were planned and completed.",
            period { $0.period } + [
                .optionalText("method", "The identifier of the method.") { $0.method?.text },
                .optionalText("method_title", "The name of the method.") {
                    $0.names.index.auditMethods[$0.method]?.title
                },
                .optionalText("domain", "What was audited.") { $0.subject },
                .optionalText("team", "The team.") { $0.team },
                .optionalWhole("planned_count", "How many were planned.") { $0.planned },
                .optionalWhole("completed_count", "How many were completed.") { $0.completed },
                .optionalText("note", "What to know before using it.") { $0.note },
            ] + source { $0.source })
    }
}

extension LineSketch<LineRow<Void, ModerationPair>> {
    static var moderation: Self {
        Self(
            "moderation", "Cases that an auditor and a moderator graded.",
            [
                .text("domain", "The part of practice that was graded.") { $0.domain },
                .optionalText("team", "The team.") { $0.team },
                .word("auditor_grade", "The grade of the auditor.") { $0.auditor },
                .word("moderator_grade", "The grade of the moderator.") { $0.moderator },
                .whole("cases", "How many cases were graded so.") { $0.cases },
            ] + period { $0.period })
    }
}

extension LineSketch<LineRow<Void, AuditTheme>> {
    static var auditTheme: Self {
        Self(
            "audit_theme", "What a thematic audit found.",
            [
                .text("audit_theme", "The identifier.") { $0.id.text },
                .text("title", "What was audited.") { $0.title },
                .optionalWord("grade", "The grade.") { $0.grade },
                .optionalText("printed", "The grade as its source prints it.") { $0.printedGrade },
                .list("issues", "What was wrong") { $0.issues },
                .list("improvements", "What has improved") { $0.improvements },
                .list("future_focus", "What comes next") { $0.futureFocus },
                .list("indicators", "The identifiers of the indicators that show it") { $0.indicators },
            ] + access { $0.access })
    }
}

extension LineSketch<LineRow<Void, AuditStatement>> {
    static var auditStatement: Self {
        Self(
            "audit_statement", "What is said of the quality of practice.",
            [
                .text("audit_statement", "The identifier.") { $0.id.text },
                .optionalText("domain", "The part of practice.") { $0.domain },
                .optionalText("team", "The team.") { $0.team },
                .optionalWord("direction", "Which way quality moves.") { $0.direction },
                .text("text", "The statement.") { $0.text },
                .list("indicators", "The identifiers of the indicators that it is about") { $0.indicators },
            ] + optionalPeriod { $0.period } + source { $0.source })
    }
}

extension LineSketch<LineRow<Void, ComplianceMeasurement>> {
    static var compliance: Self {
        Self(
            "compliance", "How many cases kept to a practice standard.",
            [
                .text("standard", "The identifier or name of the standard.") { $0.standard },
                .whole("cases", "How many cases were looked at.") { $0.cases },
                .optionalWhole("children", "How many children they were about.") { $0.children },
                .whole("compliant_count", "How many kept to it.") { $0.compliant },
                .list("failures", "Why others did not, each as `reason: cases`") { row in
                    row.failures.map { "\($0.reason): \($0.cases)" }
                },
            ] + period { $0.period } + source { $0.source })
    }
}

extension LineSketch<LineRow<InspectionEvent, Void>> {
    static var inspection: Self {
        Self(
            "inspection", "An inspection, visit, review or direction.",
            inInspection() + [
                .optionalText("framework", "The framework, such as `SIF` or `ILACS`.") { $0.whole.framework?.rawValue },
                .word("inspection_status", "Whether it has taken place.") { $0.whole.status },
            ] + date("start", "When it began", isStart: true) { $0.whole.start }
                + date("end", "When it ended") { $0.whole.end }
                + date("published", "When its report was published") { $0.whole.published }
                + [
                    .list("focus", "What it was about") { $0.whole.focus },
                    .optionalText("note", "What to know about it.") { $0.whole.note },
                ] + source { $0.whole.source } + access { $0.whole.access })
    }
}

/// Which inspection a record belongs to.
extension LineSketch {
    static func inInspection<Item>() -> [Column] where Record == LineRow<InspectionEvent, Item> {
        [
            .text("inspection", "The identifier of the inspection.") { $0.whole.id.text },
            .text("inspection_title", "Its title.") { $0.whole.title },
            .word("inspection_kind", "What it was.") { $0.whole.kind },
            .text("inspection_body", "Who inspected.") { $0.whole.body },
        ]
            + date(
                "inspection",
                "When its report was published or, where that is not known, it ended"
            ) { $0.whole.listingDate }
    }
}

extension LineSketch<LineRow<InspectionEvent, Judgement>> {
    static var judgement: Self {
        Self(
            "judgement", "A grade that an inspection gave.",
            inInspection() + [
                .text("domain", "What was judged.") { $0.area },
                .word("grade", "The grade.") { $0.grade },
                .flag("is_sub_judgement", "Whether it is part of another judgement.") { $0.isSubJudgement },
                .optionalText("note", "What to know about it.") { $0.note },
            ] + access { $0.whole.access })
    }
}

/// A finding and whether what was done about it worked.
struct AnsweredFinding {
    let finding: Finding
    let result: Assessment.FindingResult?
}

extension LineSketch<LineRow<InspectionEvent, AnsweredFinding>> {
    static var finding: Self {
        Self(
            "finding", "A finding of an inspection, and whether what was done about it worked.",
            inInspection() + [
                .text("finding", "The identifier of the finding.") { $0.finding.id.text },
                .word("finding_kind", "Whether it is a strength or a weakness.") { $0.finding.kind },
                .optionalText("theme_title", "The heading that it comes under.") { $0.finding.theme },
                .text("text", "The finding.") { $0.finding.text },
                .list("actions", "The identifiers of the actions that answer it") {
                    $0.result?.actions ?? $0.finding.actions
                },
                .list("indicators", "The identifiers of the indicators that show it") {
                    $0.result?.indicators ?? $0.finding.indicators
                },
                .optionalWord(
                    "outcome",
                    "Whether what was done about it worked; null where that is not asked, as for a strength."
                ) { $0.result?.outcome },
                .sentences("outcome_reason", "Why that is said.") { $0.result?.reasons ?? [] },
            ] + source { $0.finding.source } + access { $0.finding.access })
    }
}

/// A recommendation and the inspection that made it; none where the audit programme did.
extension LineSketch<LineRow<InspectionEvent?, Recommendation>> {
    static var recommendation: Self {
        Self(
            "recommendation", "A recommendation of an inspection or of the audit programme.",
            [
                .optionalText("inspection", "The identifier of the inspection; null for the audit programme.") {
                    $0.whole?.id.text
                },
                .optionalText("inspection_title", "Its title.") { $0.whole?.title },
                .text("recommendation", "The identifier of the recommendation.") { $0.id.text },
                .word("recommendation_kind", "How binding it is.") { $0.kind },
                .optionalText("reference", "Its number in the source.") { $0.reference },
                .optionalText("theme_title", "The heading that it comes under.") { $0.theme },
                .text("text", "The recommendation.") { $0.text },
                .list("findings", "The identifiers of the findings that it follows from") { $0.findings },
                .list("indicators", "The identifiers of the indicators that show it") { $0.indicators },
            ] + date("due", "When it is due") { $0.due } + source { $0.source } + access { $0.access })
    }
}

extension LineSketch<LineRow<InspectionEvent, DirectionRequirement>> {
    static var requirement: Self {
        Self(
            "requirement", "Something that a direction requires.",
            inInspection() + [
                .text("requirement", "The identifier of the requirement.") { $0.id.text },
                .optionalText("reference", "Its letter or number.") { $0.letter },
                .text("text", "What is required.") { $0.text },
                .optionalText("cadence", "How often it is due.") { $0.cadence?.text },
                .flag("is_report", "Whether it is a report.") { $0.isReport },
                .optionalDate("due_day", "When it is first due.") { $0.firstDue },
            ] + source { $0.source } + access { $0.whole.access })
    }
}
