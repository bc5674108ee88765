import FamilyServicesKit

// The types of record but for the observations, which are written by hand in ObservationLine.swift.

extension LineSketch<Publication> {
    static func publication(_ index: PackIndex) -> Self {
        Self(
            "publication",
            [
                Column("schema_version") { _ in .text("\(ReportPackDocument.currentVersion)") },
                Column("generator") { .text($0.metadata.generator) },
                Column("title") { .text($0.metadata.title) },
                Column("organisation") { .text($0.metadata.organisation) },
                Column("committee") { .text($0.metadata.committee) },
                Column("author") { .text($0.metadata.author) },
                Column("report_date") { .date($0.metadata.date) },
                Column("audience") { .text($0.metadata.audience.rawValue) },
                Column("language") { .text($0.metadata.language) },
                Column("is_synthetic") { .flag($0.metadata.isSynthetic) },
            ] + area(index) { $0.pack.manifest.area } + period { $0.pack.manifest.period })
    }
}

/// An indicator and its latest position.
struct IndicatorLine {
    let indicator: Indicator
    let result: Assessment.IndicatorResult?
}

extension LineSketch<IndicatorLine> {
    static func indicator(_ index: PackIndex) -> Self {
        let definition = [
            Column("indicator") { .text($0.indicator.id.text) },
            Column("indicator_title") { .text($0.indicator.fullTitle) },
            Column("indicator_group") { .text($0.indicator.group) },
            Column("service") { .text($0.indicator.service.rawValue) },
            Column("definition") { .text($0.indicator.definition.text) },
            Column("unit") { .text($0.indicator.unit.code) },
            Column("decimals") { .whole($0.indicator.decimals) },
            Column("accumulation") { .text($0.indicator.accumulation.code) },
            Column("polarity") { .text($0.indicator.polarity.rawValue) },
            Column("breakdown") { .text($0.indicator.breakdown?.text) },
            Column("owner") { .text($0.indicator.owner?.text) },
            Column("owner_title") { row in .text(row.indicator.owner.flatMap { index.roles[$0]?.title }) },
        ]
        let position = [
            Column("value") { .number($0.result?.value) },
            Column("missing") { .text($0.result?.missing?.rawValue) },
            Column("shown") { .text($0.result?.text) },
            Column("rating") { .text($0.result?.rating.outcome.rawValue) },
            Column("rating_reason") { .text($0.result?.rating.explanation) },
            Column("target") { .text($0.result?.rating.target) },
            Column("target_distance") { .number($0.result?.rating.signedDistance) },
        ]
        let comparison = [
            Column("variation") { .text($0.result?.controlChart?.variation.rawValue) },
            Column("assurance") { .text($0.result?.controlChart?.assurance?.rawValue) },
            Column("comparison") { .text($0.result?.comparison) },
        ]
        return Self(
            "indicator",
            definition + area(index) { $0.result?.area } + period { $0.result?.period } + position
                + travel("previous") { $0.result?.previousPeriod }
                + travel("last_year") { $0.result?.samePeriodLastYear }
                + comparison + provenance(source: { $0.indicator.sources.first }, access: { $0.indicator.access }))
    }
}

/// An action and the plan that it belongs to.
struct ActionLine {
    let plan: ImprovementPlan
    let action: PlanAction
}

extension LineSketch<ActionLine> {
    static func action(_ index: PackIndex, on day: CalendarDate) -> Self {
        let texts = [
            Column("plan") { .text($0.plan.id.text) },
            Column("plan_title") { .text($0.plan.title) },
            Column("action") { .text($0.action.id.text) },
            Column("reference") { .text($0.action.reference?.text) },
            Column("theme") { .text($0.action.theme?.text) },
            Column("theme_title") { row in .text(index.themes(of: row.plan.id)[row.action.theme]?.title) },
            Column("title") { .text($0.action.title) },
            Column("text") { .text($0.action.text) },
            Column("owner") { .text($0.action.owner?.text) },
            Column("owner_title") { row in .text(row.action.owner.flatMap { index.roles[$0]?.title }) },
            Column("other_owners") { .list($0.action.otherOwners) },
            Column("partner") { .text($0.action.partner) },
            Column("priority") { .text($0.action.priority) },
        ]
        let status = [
            Column("status") { .text($0.action.status(on: day)?.rawValue) },
            Column("is_done") { .flag($0.action.isDone(on: day)) },
            Column("is_overdue") { .flag($0.action.isOverdue(on: day)) },
            Column("indicators") { .list($0.action.indicators) },
            Column("recommendations") { .list($0.action.recommendations) },
            Column("evidence") { .text($0.action.evidence) },
            Column("measure_of_success") { .text($0.action.measureOfSuccess) },
            Column("own_columns") { .list($0.action.ownColumns.map { "\($0.title): \($0.text)" }) },
        ]
        return Self(
            "action",
            texts + date("start", isStart: true) { $0.action.start } + date("due") { $0.action.due }
                + date("completed") { $0.action.completed } + status
                + provenance(source: { $0.action.source }, access: { $0.action.access }))
    }
}

extension LineSketch<GradeDistribution> {
    static func auditResult(_ index: PackIndex) -> Self {
        let subject = [
            Column("audit_result") { .text($0.id.text) },
            Column("domain") { .text($0.domain) },
            Column("team") { .text($0.team) },
            Column("method") { .text($0.method?.text) },
            Column("method_title") { row in .text(row.method.flatMap { index.auditMethods[$0]?.title }) },
            Column("reference") { .text($0.planReference?.text) },
        ]
        let counts = Grade.allCases.map { grade in
            Column("\(name(grade))_count") { row in
                guard case .counts(let counts) = row.results else { return .whole(nil) }
                return .whole(counts[grade] ?? 0)
            }
        }
        let shares = Grade.allCases.map { grade in
            Column("\(name(grade))_share") { .number($0.results.share(of: grade)) }
        }
        return Self(
            "audit_result",
            subject + period { $0.period } + [Column("cases") { .whole($0.results.cases) }] + counts + shares
                + provenance(source: { $0.source }, access: { $0.access }))
    }

    private static func name(_ grade: Grade) -> String {
        switch grade {
        case .outstanding: "outstanding"
        case .good: "good"
        case .requiresImprovement: "requires_improvement"
        case .inadequate: "inadequate"
        }
    }
}

/// A finding, the inspection that made it, and whether what was done about it worked.
struct FindingLine {
    let inspection: InspectionEvent
    let finding: Finding
    let result: Assessment.FindingResult?
}

extension LineSketch<FindingLine> {
    static var finding: Self {
        Self(
            "finding",
            [
                Column("inspection") { .text($0.inspection.id.text) },
                Column("inspection_title") { .text($0.inspection.title) },
                Column("inspection_kind") { .text($0.inspection.kind.rawValue) },
                Column("inspection_body") { .text($0.inspection.body) },
            ] + date("inspection") { $0.inspection.listingDate }
                + [
                    Column("finding") { .text($0.finding.id.text) },
                    Column("finding_kind") { .text($0.finding.kind.rawValue) },
                    Column("theme_title") { .text($0.finding.theme) },
                    Column("text") { .text($0.finding.text) },
                    Column("actions") { .list($0.result?.actions ?? $0.finding.actions) },
                    Column("indicators") { .list($0.result?.indicators ?? $0.finding.indicators) },
                    Column("outcome") { .text($0.result?.outcome.rawValue) },
                    Column("outcome_reason") { .sentences($0.result?.reasons ?? []) },
                ] + provenance(source: { $0.finding.source }, access: { $0.finding.access }))
    }
}

/// A claim and what came of it.
struct ClaimLine {
    let claim: Claim
    let check: Assessment.ClaimCheck?
}

extension LineSketch<ClaimLine> {
    static var claim: Self {
        Self(
            "claim",
            [
                Column("claim") { .text($0.claim.id.text) },
                Column("statement") { .text($0.claim.statement) },
                Column("claim_kind") { .text($0.claim.kind.rawValue) },
                Column("stated") { .text($0.claim.stated.text) },
                Column("stated_value") { .number($0.claim.stated.signedValue) },
                Column("verdict") { .text($0.check?.verdict.rawValue) },
                Column("verdict_reason") { .text($0.check?.sentence) },
                Column("computed") { .number($0.check?.computed) },
                Column("computed_rating") { .text($0.check?.computedRating?.rawValue) },
                Column("mistakes") { .list($0.check?.mistakes.map(\.rawValue) ?? []) },
                Column("paragraph") { .text($0.claim.paragraph) },
                Column("note") { .text($0.claim.note) },
            ] + provenance(source: { $0.claim.source }, access: { $0.claim.access }))
    }
}
