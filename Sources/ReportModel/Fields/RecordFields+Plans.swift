import ReportVocabulary

// The fields of plans, and of what is promised, risked and spent beside them.

extension ImprovementPlan: CataloguedRecord {
    package static let fields: [PackField<ImprovementPlan>] = [
        .text("title", \.title, "the title"),
        .name("replaces", \.replaces, of: \.plans),
        .names("responds_to", \.respondsTo, of: \.inspections),
        .names("worried_about", \.worriedAbout, of: \.indicators),
        .names("working_well", \.workingWell, of: \.indicators),
        .parts("objectives", \.objectives, "objective"),
        .records(
            "themes", \.themes,
            name: { theme, _, place in RecordReference(.theme, theme.id.text, of: place.plan?.text) }),
        .parts("history", \.history, "event"),
        .source(\.source),
        .access(\.access),
        .records("actions", \.actions, .action),
        .records("progress", \.progress, .progressNote),
    ]
}

extension ImprovementPlan.Objective: CataloguedRecord {
    package static let fields: [PackField<ImprovementPlan.Objective>] = [
        .text("title", \.title, "the title"),
        .optionalText("text", \.text, ""),
    ]
}

extension ImprovementPlan.Theme: CataloguedRecord {
    package static let fields: [PackField<ImprovementPlan.Theme>] = [
        .optionalText("prefix", \.prefix, "the prefix"),
        .text("title", \.title, "the title"),
        .optionalText("aim", \.aim, "the aim"),
        .parts("outcomes", \.outcomes, "outcome"),
    ]
}

extension ImprovementPlan.Outcome: CataloguedRecord {
    package static let fields: [PackField<ImprovementPlan.Outcome>] = [
        .shownText("reference", \.reference.shownText, "the reference"),
        .text("title", \.title, ""),
    ]
}

extension PlanReference {
    /// The text, as fields have it that there may be.
    fileprivate var shownText: String? { text }
}

extension ImprovementPlan.PlanEvent: CataloguedRecord {
    package static let fields: [PackField<ImprovementPlan.PlanEvent>] = [
        .text("status", \.status, "the status"),
        .optionalText("body", \.body, "the body"),
    ]
}

extension PlanAction: CataloguedRecord {
    package static let fields: [PackField<PlanAction>] = [
        .shownText("reference", \.reference?.text, "the reference"),
        .text("title", \.title, "the title"),
        .optionalText("text", \.text, "the text"),
        .name("theme", \.theme, within: { index, _, place in place.plan.map { index.themes(of: $0) } }),
        .name("owner", \.owner, of: \.roles),
        // The files name all owners in one field.
        .names("owner", \.otherOwners, of: \.roles),
        .optionalText("partner", \.partner, "the partner"),
        .optionalText("priority", \.priority, "the priority"),
        .parts("statuses", \.statuses, "status"),
        .parts("milestones", \.milestones, "milestone"),
        .names("recommendations", \.recommendations, of: \.recommendations),
        .names("indicators", \.indicators, of: \.indicators),
        .texts("audit_domains", \.auditDomains, "audit domain"),
        .optionalText("evidence", \.evidence, "the evidence"),
        .optionalText("measure_of_success", \.measureOfSuccess, "the measure of success"),
        .parts("action_columns", \.ownColumns, "column"),
        .source(\.source),
        .access(\.access),
    ]
}

extension PlanAction.OwnColumn: CataloguedRecord {
    package static let fields: [PackField<PlanAction.OwnColumn>] = [
        .text("title", \.title, "the heading"),
        .text("text", \.text, ""),
    ]
}

extension PlanAction.StatusReport: CataloguedRecord {
    package static let fields: [PackField<PlanAction.StatusReport>] = [
        .optionalText("commentary", \.commentary, "the remark on ")
    ]
}

extension Milestone: CataloguedRecord {
    package static let fields: [PackField<Milestone>] = [
        .text("text", \.text, ""),
        .names("indicators", \.indicators, of: \.indicators),
        .source(\.source),
    ]
}

extension ProgressNote: CataloguedRecord {
    package static let fields: [PackField<ProgressNote>] = [
        .text("text", \.text, "the text"),
        .name("theme", \.theme, within: { index, _, place in place.plan.map { index.themes(of: $0) } }),
        .planReferences("references", \.references),
        .names("roles", \.roles, of: \.roles),
        .names("indicators", \.indicators, of: \.indicators),
        .names("inspections", \.inspections, of: \.inspections),
        .names("recommendations", \.recommendations, of: \.recommendations),
        .source(\.source),
        .access(\.access),
    ]
}

extension CommitmentSet: CataloguedRecord {
    package static let fields: [PackField<CommitmentSet>] = [
        .text("title", \.title, "the title"),
        .optionalText("approved_by", \.approvedBy, "who approved it"),
        .optionalText("note", \.note, "the note"),
        .source(\.source),
        .records("items", \.items, .commitment),
    ]
}

extension Commitment: CataloguedRecord {
    package static let fields: [PackField<Commitment>] = [
        .text("title", \.title, "the title"),
        .optionalText("text", \.text, "the text"),
        .names("indicators", \.indicators, of: \.indicators),
        .parts("milestones", \.milestones, "milestone"),
    ]
}

extension Risk: CataloguedRecord {
    package static let fields: [PackField<Risk>] = [
        .text("title", \.title, "the title"),
        .optionalText("kind", \.kind, "the kind"),
        .optionalText("response", \.response, "the response"),
        .name("owner", \.owner, of: \.roles),
        .optionalText("owner_body", \.ownerBody, "the body that owns it"),
        .names("plans", \.plans, of: \.plans),
        .names("indicators", \.indicators, of: \.indicators),
        .source(\.source),
        .access(\.access),
    ]
}

extension BudgetFigure: CataloguedRecord {
    package static let fields: [PackField<BudgetFigure>] = [
        .text("title", \.title, "the title"),
        .optionalText("printed", \.printed, "the printed figure"),
        .optionalText("body", \.body, "the body"),
        .name("part_of", \.partOf, of: \.budget),
        .name("revises", \.revises, of: \.budget),
        .optionalText("note", \.note, "the note"),
        .source(\.source),
        .access(\.access),
    ]
}

extension GovernanceBody: CataloguedRecord {
    package static let fields: [PackField<GovernanceBody>] = [
        .text("title", \.title, "the title"),
        .name("chair", \.chair, of: \.roles),
        .shownText("cadence", \.cadence?.text, "how often it meets"),
        .source(\.source),
    ]
}

extension ContextFact: CataloguedRecord {
    package static let fields: [PackField<ContextFact>] = [
        .text("text", \.text, "the text"),
        .optionalText("area", \.area, "the area"),
        .source(\.source),
    ]
}

extension FigureCheck: CataloguedRecord {
    package static let fields: [PackField<FigureCheck>] = [
        .text("statement", \.statement, "the statement"),
        .optionalText("printed", \.printed, "the printed figure"),
        .optionalText("recomputed", \.recomputed, "the recomputed figure"),
        .optionalText("method", \.method, "the method"),
        .optionalText("likely_cause", \.likelyCause, "the likely cause"),
        .optionalText("kind", \.kind, "the kind"),
        .optionalText("formula", \.formula, "the formula"),
        .names("indicators", \.indicators, of: \.indicators),
        .optionalText("note", \.note, "the note"),
        .source(\.source),
        .access(\.access),
    ]
}

extension Claim: CataloguedRecord {
    package static let fields: [PackField<Claim>] = [
        .text("statement", \.statement, "the statement"),
        .text("stated", \.stated.text, "the stated figure"),
        .optionalText("paragraph", \.paragraph, "the paragraph"),
        .optionalText("note", \.note, "the note"),
        .source(\.source),
        .access(\.access),
    ]
}
