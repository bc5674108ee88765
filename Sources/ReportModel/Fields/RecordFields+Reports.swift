import ReportVocabulary

// The fields of audits, inspections and committee reports.

extension AuditProgramme: CataloguedRecord {
    package static let fields: [PackField<AuditProgramme>] = [
        .optionalText("title", \.title, "the title"),
        .name("author", \.author, of: \.roles),
        .optionalText("headline", \.headline, "the headline"),
        .parts("phases", \.phases, "phase"),
        .source(\.source),
        .records("methods", \.methods, .auditMethod),
        .numbered("activity", \.activity, .auditActivity),
        .records("grades", \.grades, .gradeDistribution),
        .numbered("moderation", \.moderation, .moderationPair),
        .records("themes", \.themes, .auditTheme),
        .records("statements", \.statements, .auditStatement),
        .records("standards", \.standards, .practiceStandard),
        .numbered("compliance", \.compliance, .complianceMeasurement),
        .records("recommendations", \.recommendations, .recommendation),
    ]
}

extension Phase: CataloguedRecord {
    package static let fields: [PackField<Phase>] = [.text("text", \.text, "")]
}

extension AuditMethod: CataloguedRecord {
    package static let fields: [PackField<AuditMethod>] = [
        .text("title", \.title, "the title"),
        .optionalText("text", \.text, "the text"),
        .texts("steps", \.steps, "step"),
        .source(\.source),
    ]
}

extension AuditActivity: CataloguedRecord {
    package static let fields: [PackField<AuditActivity>] = [
        .name("method", \.method, of: \.auditMethods),
        .optionalText("subject", \.subject, "the subject"),
        .optionalText("team", \.team, "the team"),
        .names("indicators", \.indicators, of: \.indicators),
        .optionalText("note", \.note, "the note"),
        .source(\.source),
    ]
}

extension GradeDistribution: CataloguedRecord {
    package static let fields: [PackField<GradeDistribution>] = [
        .text("domain", \.domain, "the domain"),
        .optionalText("team", \.team, "the team"),
        .name("method", \.method, of: \.auditMethods),
        .planReference("plan_reference", \.planReference),
        .source(\.source),
        .access(\.access),
    ]
}

extension ModerationPair: CataloguedRecord {
    package static let fields: [PackField<ModerationPair>] = [
        .text("domain", \.domain, "the domain"),
        .optionalText("team", \.team, "the team"),
    ]
}

extension AuditTheme: CataloguedRecord {
    package static let fields: [PackField<AuditTheme>] = [
        .text("title", \.title, "the title"),
        .optionalText("printed_grade", \.printedGrade, "the printed grade"),
        .texts("issues", \.issues, "issue"),
        .texts("improvements", \.improvements, "improvement"),
        .texts("future_focus", \.futureFocus, "future focus"),
        .names("indicators", \.indicators, of: \.indicators),
        .access(\.access),
    ]
}

extension AuditStatement: CataloguedRecord {
    package static let fields: [PackField<AuditStatement>] = [
        .optionalText("domain", \.domain, "the domain"),
        .optionalText("team", \.team, "the team"),
        .text("text", \.text, "the text"),
        .names("indicators", \.indicators, of: \.indicators),
        .source(\.source),
    ]
}

extension PracticeStandard: CataloguedRecord {
    package static let fields: [PackField<PracticeStandard>] = [
        .text("title", \.title, "the title"),
        .shownText("timescale_from", \.timescale?.start, "the start of the timescale"),
        .shownText("timescale_to", \.timescale?.end, "the end of the timescale"),
        .optionalText("text", \.text, "the text"),
        .names("indicators", \.indicators, of: \.indicators),
        .source(\.source),
    ]
}

extension ComplianceMeasurement: CataloguedRecord {
    package static let fields: [PackField<ComplianceMeasurement>] = [
        .text("standard", \.standard, "the standard"),
        .shownText("printed_share", \.printedShare?.text, "the printed share"),
        .parts("failures", \.failures, "the reason of failure"),
        .texts("explanations", \.explanations, "explanation"),
        .texts("requirements", \.requirements, "requirement"),
        .names("indicators", \.indicators, of: \.indicators),
        .source(\.source),
    ]
}

extension ComplianceMeasurement.Failure: CataloguedRecord {
    package static let fields: [PackField<ComplianceMeasurement.Failure>] = [.text("reason", \.reason, "")]
}

extension InspectionEvent: CataloguedRecord {
    package static let fields: [PackField<InspectionEvent>] = [
        .shownText("framework", \.framework?.rawValue, "the framework"),
        .text("body", \.body, "the body"),
        .text("title", \.title, "the title"),
        .parts("dates", \.dates, "date"),
        .parts("judgements", \.judgements, "judgement"),
        .texts("focus", \.focus, "focus"),
        .texts("services", \.services, "service"),
        .parts("terms_of_reference", \.termsOfReference, "term"),
        .parts("phases", \.phases, "phase"),
        .parts("letters", \.letters, "letter"),
        .optionalText("legal_basis", \.legalBasis, "the legal basis"),
        .name("revokes", \.revokes, of: \.inspections),
        .optionalText("response", \.response, "the response"),
        .optionalText("note", \.note, "the note"),
        .source(\.source),
        .access(\.access),
        .records("findings", \.findings, .finding),
        .records("recommendations", \.recommendations, .recommendation),
        .records("requirements", \.requirements, .requirement),
    ]
}

extension DatedEvent: CataloguedRecord {
    package static let fields: [PackField<DatedEvent>] = [
        .text("label", \.label, "the label"),
        .optionalText("printed", \.printed, ""),
    ]
}

extension Judgement: CataloguedRecord {
    package static let fields: [PackField<Judgement>] = [
        .text("area", \.area, "the area"),
        .optionalText("note", \.note, "the note on "),
    ]
}

extension TermOfReference: CataloguedRecord {
    package static let fields: [PackField<TermOfReference>] = [
        .text("reference", \.reference, "the reference"),
        .optionalText("heading", \.heading, "the heading"),
        .text("text", \.text, ""),
    ]
}

extension Letter: CataloguedRecord {
    package static let fields: [PackField<Letter>] = [
        .optionalText("from", \.from, "the sender"),
        .optionalText("to", \.to, "the recipient"),
        .optionalText("copied_to", \.copiedTo, "the copy"),
        .source(\.source),
    ]
}

extension Finding: CataloguedRecord {
    package static let fields: [PackField<Finding>] = [
        .optionalText("theme", \.theme, "the theme"),
        .text("text", \.text, "the text"),
        .planReferences("plan_references", \.planReferences),
        .names("actions", \.actions, of: \.actions),
        .names("indicators", \.indicators, of: \.indicators),
        .texts("audit_domains", \.auditDomains, "audit domain"),
        .source(\.source),
        .access(\.access),
    ]
}

extension Recommendation: CataloguedRecord {
    package static let fields: [PackField<Recommendation>] = [
        .optionalText("reference", \.reference, "the reference"),
        .optionalText("theme", \.theme, "the theme"),
        .text("text", \.text, "the text"),
        .name("parent", \.parent, of: \.recommendations),
        .name("depends_on", \.dependsOn, of: \.recommendations),
        .names("findings", \.findings, of: \.findings),
        .planReferences("plan_references", \.planReferences),
        .names("progress", \.progress, of: \.progressNotes),
        .names("indicators", \.indicators, of: \.indicators),
        .source(\.source),
        .access(\.access),
    ]
}

extension DirectionRequirement: CataloguedRecord {
    package static let fields: [PackField<DirectionRequirement>] = [
        .optionalText("letter", \.letter, "the letter"),
        .text("text", \.text, "the text"),
        .optionalText("counterpart", \.counterpart, "the counterpart"),
        .shownText("cadence", \.cadence?.text, "how often it is due"),
        .texts("parts", \.parts, "part"),
        .source(\.source),
    ]
}

extension CommitteeReport: CataloguedRecord {
    package static let fields: [PackField<CommitteeReport>] = [
        .optionalText("committee", \.committee, "the committee"),
        .optionalText("date_note", \.dateNote, "the note on the date"),
        .text("title", \.title, "the title"),
        .optionalText("kind", \.kind, "the kind"),
        .optionalText("agenda_item", \.agendaItem, "the agenda item"),
        .name("report_of", \.reportOf, of: \.roles),
        .optionalText("wards", \.wards, "the wards"),
        .optionalText("status", \.status, "the status"),
        .names("contacts", \.contacts, of: \.roles),
        .name("within", \.within, of: \.reports),
        .parts("enclosures", \.enclosures, "enclosure"),
        .parts("recommendations", \.recommendations, "recommendation"),
        .parts("sections", \.sections, "section"),
        .parts("tables", \.tables, "table"),
        .parts("background_papers", \.backgroundPapers, "background paper"),
        .source(\.source),
        .access(\.access),
    ]
}

extension Enclosure: CataloguedRecord {
    package static let fields: [PackField<Enclosure>] = [
        .text("label", \.label, "the label"),
        .text("title", \.title, "the title"),
        .optionalText("part_of", \.partOf, "the whole"),
        .optionalText("note", \.note, "the note on "),
        .access(\.access),
    ]
}

extension CommitteeRecommendation: CataloguedRecord {
    package static let fields: [PackField<CommitteeRecommendation>] = [
        .optionalText("action", \.action, "the action"),
        .text("text", \.text, ""),
        .optionalText("paragraphs", \.paragraphs, "the paragraphs"),
        .optionalText("enclosure", \.enclosure, "the enclosure"),
    ]
}

// Sections and paragraphs are named by position: their own numbers are free text too.

extension ReportSection: CataloguedRecord {
    package static let fields: [PackField<ReportSection>] = [
        .text("number", \.number, "the number"),
        .text("title", \.title, "the title"),
        .access(\.access),
        .parts("paragraphs", \.paragraphs, "paragraph"),
    ]
}

extension ReportParagraph: CataloguedRecord {
    package static let fields: [PackField<ReportParagraph>] = [
        .optionalText("number", \.number, "the number"),
        .text("text", \.text, ""),
    ]
}

extension ReportTable: CataloguedRecord {
    package static let fields: [PackField<ReportTable>] = [
        .text("number", \.number, "the number"),
        .text("title", \.title, "the title"),
    ]
}

extension BackgroundPaper: CataloguedRecord {
    package static let fields: [PackField<BackgroundPaper>] = [
        .optionalText("number", \.number, "the number"),
        .text("title", \.title, "the title"),
        .name("inspection", \.inspection, of: \.inspections),
    ]
}
