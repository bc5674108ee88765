import FamilyServicesImport
import FamilyServicesKit

/// What people are told about the columns of a pack's sheets: what each means, and what can be chosen in it.
///
/// A column that means the same everywhere is described once, by its name; one that means something of its own in a sheet, by the
/// sheet and its name.
enum ColumnGuide {
    /// What can be chosen in a cell.
    enum Choices {
        /// Words of a list with a name.
        case words(String, [String])
        /// What is in a column of the first of some sheets that the workbook has.
        case rows([String], String)
    }

    /// The note on a column.
    static func note(on name: String, _ sheet: String) -> String? {
        if let own = notes["\(sheet).\(name)"] { return own }
        let sheet = written(sheet)
        return notes["\(sheet).\(name)"] ?? PlainSheet.sheetOfReference[name].flatMap { parent in
            isOwn(name, sheet)
                ? nil : "The row of the sheet \(parent) to which this belongs. May be blank where there is only one."
        } ?? notes[name]
    }

    /// The sheet for people that has the columns of one that a program writes: Areas for Published areas.
    private static func written(_ sheet: String) -> String {
        let prefix = "Published "
        guard sheet.hasPrefix(prefix) else { return sheet }
        let name = sheet.dropFirst(prefix.count)
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    /// Whether a column that is called like a reference to a record above is a field of the sheet itself.
    private static func isOwn(_ name: String, _ sheet: String) -> Bool {
        [
            "Actions.theme", "Actions.plan", "Progress.plan", "Progress.theme", "Plan actions.theme",
            "Plan progress.theme",
            "Findings.theme", "Recommendations.theme", "Audit recommendations.theme", "Status history.action",
            "Indicators.breakdown", "Standards measured.standard", "Background papers.inspection",
            "Requirements.report", "Dashboard.section",
        ].contains("\(sheet).\(name)")
    }

    /// Whether the cells of a column are dates.
    static func isDate(_ name: String, _ sheet: String) -> Bool {
        switch name {
        case "start", "due", "status_date", "end", "published", "from", "until", "approved", "agreed", "first_due",
            "since":
            sheet != "Letters"
        case "completed": sheet != "Audit activity"
        case "date": true
        default: false
        }
    }

    /// Whether the cells of a column are numbers.
    static func isNumber(_ name: String, heading: String, _ sheet: String) -> Bool {
        PackTables.isNumeric(heading) || name == "completed" && sheet == "Audit activity"
    }

    /// What can be chosen in a column.
    static func choices(of name: String, _ sheet: String) -> Choices? {
        for sheet in [sheet, written(sheet)] {
            if let own = own["\(sheet).\(name)"] { return own }
        }
        if let shared = shared[name] { return shared }
        guard let parent = PlainSheet.sheetOfReference[name], !isOwn(name, sheet) else { return nil }
        let key =
            switch parent {
            case "Sections": "number"
            case "Standards measured": "standard"
            default: "id"
            }
        return .rows([parent], key)
    }

    private static func words<Word: RawRepresentable & CaseIterable>(_ name: String, _ type: Word.Type) -> Choices
    where Word.RawValue == String { .words(name, type.allCases.map(\.rawValue)) }

    private static let yesOrNo = Choices.words("Yes or no", ["yes", "no"])
    private static let roles = Choices.rows(["Roles"], "title")
    private static let indicators = Choices.rows(["Indicators"], "id")
    private static let actions = Choices.rows(["Actions", "Plan actions"], "reference")

    /// By the name of the column.
    private static let shared: [String: Choices] = [
        "polarity": words("Polarity", Polarity.self), "unit": .words("Unit", MeasurementUnit.knownCodes),
        "service": words("Service", ServiceArea.self), "accumulation": .words("Accumulation", Accumulation.knownCodes),
        "counts": words("Counts", CountedGroup.self), "protects": words("Protects", ProtectedCounts.self),
        "respondents": words("Respondents", Respondents.self), "polarity_basis": words("Basis", Basis.self),
        "period_basis": words("Basis", Basis.self), "basis": words("Basis", Basis.self),
        "target_level": words("Target level", Target.Level.self), "level": words("Target level", Target.Level.self),
        "timescale_authority": words("Timescale authority", TimescaleRule.Authority.self),
        "qualifier": words("Qualifier", Observation.Qualifier.self),
        "figure": .words("Figure", ["value", "numerator", "denominator"]),
        "grade": words("Grade", Grade.self), "auditor": words("Grade", Grade.self),
        "moderator": words("Grade", Grade.self),
        "measured_as": .words("Measured as", ["counts", "shares"]), "rating": words("Rating", PrintedRating.self),
        "status": words("Status of an action", BRAGStatus.self), "state": words("State", ProgressNote.State.self),
        "owner": roles, "author": roles, "chair": .rows(["Roles"], "id"), "report_of": .rows(["Roles"], "id"),
        "indicator": indicators, "area": .rows(["Areas"], "id"), "source": .rows(["Sources"], "id"),
        "synthetic": yesOrNo, "urgent": yesOrNo, "key": yesOrNo, "data": yesOrNo, "reached": yesOrNo,
        "comparable": yesOrNo,
        "sub_judgement": yesOrNo, "breakdown": .rows(["Breakdowns"], "id"), "method": .rows(["Audit methods"], "id"),
        "action": actions, "theme": .rows(["Themes"], "id"), "plan": .rows(["Plans"], "id"),
        "inspection": .rows(["Inspections"], "id"), "baseline_inspection": .rows(["Inspections"], "id"),
        "change_arrow": words("Arrow", PrintedChange.Arrow.self),
        "since_baseline_arrow": words("Arrow", PrintedChange.Arrow.self),
        "direction": words("Direction", AuditStatement.Direction.self),
    ]

    /// By the sheet and the name of the column.
    private static let own: [String: Choices?] = [
        "Areas.kind": words("Kind of area", Area.Kind.self),
        "Inspections.kind": words("Kind of inspection", InspectionEvent.Kind.self),
        "Inspections.status": words("Status of an inspection", InspectionEvent.Status.self),
        "Findings.kind": words("Kind of finding", Finding.Kind.self),
        "Recommendations.kind": words("Kind of recommendation", Recommendation.Kind.self),
        "Audit recommendations.kind": words("Kind of recommendation", Recommendation.Kind.self),
        "Commitment sets.kind": words("Kind of commitments", CommitmentSet.Kind.self),
        "Budget.kind": words("Kind of money", BudgetFigure.Kind.self),
        "Claims.kind": words("Kind of claim", Claim.Kind.self),
        "Checks.outcome": words("Outcome", FigureCheck.Outcome.self),
        "Checks.severity": words("Severity", FigureCheck.Severity.self),
        "Requirements.report": yesOrNo, "Standards measured.standard": .rows(["Practice standards"], "id"),
        // The same names with other meanings, for which there is no list.
        "Plan history.status": nil, "Committee reports.status": nil, "Sections.level": nil, "Facts.area": nil,
        "Findings.theme": nil, "Recommendations.theme": nil, "Audit recommendations.theme": nil, "Judgements.area": nil,
        "Checks.method": nil, "Published judgements.inspection": .rows(["Published inspections"], "id"),
        "Audit programme.author": .rows(["Roles"], "id"), "Claims.figure": nil,
    ]

    /// What columns mean, by their name, or by the sheet and their name.
    static let notes: [String: String] = [
        // Everywhere
        "id":
            "A short name that nothing else of its kind has, such as assessments-45-days. Other sheets use it to mean this row.",
        "title": "What readers see.", "text": "The text, as readers see it.",
        "note": "A remark on this row, for the notes of the report.",
        "source": "The ID of a document in the sheet Sources from which this comes.",
        "place": "Where in the source it is, such as para 1.6 or page 4.",
        "access":
            "Who may see it. Blank or public: everyone. exempt 1; exempt 3: members and officers, under these paragraphs of Schedule 12A. "
            + "restricted, with the ID of a sharing agreement: as the agreement says.",
        "access_reason": "Why the public interest keeps the exemption.",
        "indicators": "IDs of indicators that this is about, with semicolons between them.",
        "plan_references": "References of the plan that this is about, such as 5b(ii), with semicolons between them.",
        "period":
            "The period: a month such as Apr-24 or 2026-06, a quarter such as FY2026-27-Q1, a year such as FY2025-26, or a day.",
        "owner": "The role that is responsible for it: a title or ID of the sheet Roles. Never the name of a person.",
        "theme": "The ID of a theme of the plan.",
        "due": "The day by which it is to be done; the month where no day is known.",
        "start": "The day, month or year in which it begins.", "end": "The day, month or year in which it ends.",
        "status":
            "The status: not-started, on-track, at-risk, off-track, complete or embedded. Green, Amber, Red, In progress and other words are read too.",
        "date": "The day; the month or year where no more is known.", "kind": "What kind it is; choose from the list.",
        "body": "The board, committee or organisation concerned.", "milestones": "What is to be reached by when.",
        "printed": "The figure as the source prints it, where that is not the value.",
        "team": "The name of the team, written the same way each time.",
        "domain": "What was graded, such as Overall or Planning, written the same way each time.",
        "number": "The number by which it is known in the report.", "cases": "How many cases there were.",
        "phases": "The stages.", "cadence": "How often, such as monthly or quarterly.",
        "timescale": "The time within which it is to be done, such as 45 working days.",
        "timescale_from": "From what the time runs, such as referral.", "timescale_to": "To what the time runs.",
        "timescale_authority": "Who set the time: local (if blank) or statutory.",
        "grade": "Outstanding, good, requires improvement or inadequate.",
        "parent": "The ID of the row of this sheet of which this is a part.",
        "recommendations": "IDs of recommendations of inspections that this answers, with semicolons between them.",
        "method": "The ID of a method in the sheet Audit methods.",
        "period_basis": "stated (if blank), or inferred where the source does not say the period.",
        "basis": "stated (if blank), or inferred where the source does not say so.",
        "audit_domains": "Domains of audits that show whether it works.",
        "reference": "The council's own reference, such as 1.1 or 5b(ii).",
        "label": "What it is called.", "reason": "Why.",
        "field": "The field; the list below names every field that a pack can have.",
        "value": "What the pack says.",
        // Pack
        "Pack.field":
            "What is to be said. The fields with a star in the guide have to be filled in: Title, Organisation, Area, Period, Date.",
        "Pack.value": "Write several texts of one field in one cell, each on a line of its own (Alt and Enter).",
        "Pack.schema": "The version of this form; leave it at 1.", "Pack.title": "The title of the report. *",
        "Pack.organisation": "The name of the council. *",
        "Pack.area": "The ID of the council's own area in the sheet Areas. *",
        "Pack.period":
            "The period of the report: a month such as 2026-06 or Jun-26, or a quarter such as FY2026-27-Q1. *",
        "Pack.date": "The day of the report; deadlines are judged as of this day. *",
        "Pack.synthetic": "yes where the figures are made up.",
        "Pack.baseline_title": "What the figures are compared with, such as Inspection of March 2025.",
        "Pack.baseline_period": "The period of that.",
        "Pack.baseline_inspection": "The ID of the inspection, where it was one.",
        "Pack.notes": "Notes for readers, each on a line of its own.",
        "Pack.action_columns": "Columns of the sheet Actions that only your council has, each on a line of its own.",
        "Pack.contact": "Whom readers ask: a team, not a person.",
        "Pack.licence": "Under which licence others may use the figures, such as OGL-UK-3.0.",
        "Pack.next_release": "When the next report comes out; the month or year where no day is known.",
        "Pack.extends":
            "catalogue takes the definitions of the standard indicators; the sheet Indicators then says only what differs.",
        "Published.council": "The ID of the council whose figures were taken.",
        "Published.region": "The region whose councils are side by side, in place of a council.",
        "Published.neighbours": "The years of the models of statistical neighbours.",
        "Published.statistic": "How the middle of the neighbours is taken: median or mean.",
        "Published.continues": "The ID of the council whose figures are continued.",
        "Published judgements.inspection": "The row of the sheet Published inspections to which this belongs.",
        "partner": "The partner who does it with the council.",
        "priority": "The priority of the action, in the council's own words.",
        "measure_of_success": "What will show that the action has worked.",
        "Commentary.date": "The day on which the remark was made.",
        "Audit programme.title": "The title of the programme.",
        "Audit programme.period": "The period that it is about.",
        "Audit programme.author": "The role that reports on it.",
        "Audit programme.headline": "What it found, in a sentence.",
        "Audit programme.field":
            "What is to be said of the audit programme: Title, Period, Author, Headline, Source, Place.",
        "Audit programme.value": "What is said.",
        "Areas.id":
            "A short name for the area. england, london, inner-london, outer-london and statistical-neighbours are known: for them leave the rest blank.",
        "Areas.kind":
            "local-authority, locality, region, part-of-london, country, statistical-neighbours or comparator.",
        "Areas.ons": "The nine-character code of the Office for National Statistics.",
        "Areas.dfe": "The three-digit code of the Department for Education.",
        "Areas.members": "The IDs of the areas of which this one is made, with semicolons between them.",
        "Roles.title": "The title of the post. People are never named.",
        "Sources.publisher": "Who published the document.",
        "Sources.date": "When it was published.", "Sources.address": "Its web address.",
        "Sources.access": "Who may see what comes from this document.",
        "Sharing agreements.owner": "Who the agreement is with.", "Sharing agreements.terms": "What it allows.",
        "Sharing agreements.audiences": "Who may see what it covers: officers (if blank), or members; officers.",
        "Words.column": "The column in which the word is written, such as Status.",
        "Words.word": "The word as people write it.",
        "Words.meaning": "One of the words that the column has a list of.",
        // Measures
        "Indicators.unit": "What the figures count in: count, percent, rate per 10000, ratio, days, GBP and others.",
        "Indicators.polarity": "Whether more is better: higher-is-better, lower-is-better, in-range or neutral.",
        "Indicators.group": "The heading under which it is listed in the dashboard.",
        "Indicators.part": "A part of the measure, where one line of a dashboard has several.",
        "Indicators.service": "The service it belongs to; other if blank.",
        "Indicators.definition": "What it measures, in a sentence.",
        "Indicators.numerator": "What the numerator counts.", "Indicators.denominator": "What the denominator counts.",
        "Indicators.population": "Whom it is about.", "Indicators.decimals": "How many decimals are shown.",
        "Indicators.accumulation":
            "What a value gathers: period (if blank), snapshot, year to date or rolling 12 months.",
        "Indicators.counts":
            "Whom it counts, which decides whether small numbers are protected: children, families, carers, staff or other.",
        "Indicators.protects": "Which small counts behind a share are hidden: cases or all.",
        "Indicators.parts": "The IDs of the indicators whose counts add up to this one's.",
        "Indicators.numerator_indicator": "The indicator that counts the numerator.",
        "Indicators.denominator_indicator": "The indicator that counts the denominator.",
        "Indicators.year_to_date_of": "The indicator whose months or quarters this one adds up.",
        "Indicators.respondents": "Whose answers a survey result is made of.",
        "Indicators.polarity_basis": "stated (if blank), or inferred.",
        "Indicators.target": "at least 90, at most 18, or 12 to 16. Targets that change go into the sheet Targets.",
        "Indicators.tolerance": "How far from the target is still amber: 5 in the unit, 10% of target, or floor 80.",
        "Indicators.target_level": "Who set the target: local (if blank), regional, national or statutory.",
        "Indicators.breakdown": "The ID of a breakdown by whose categories it is split.",
        "Indicators.owner": "The role that is responsible for the measure.",
        "indicator": "The ID of an indicator in the sheet Indicators.",
        "Targets.target": "at least 90, at most 18, or 12 to 16.",
        "Targets.tolerance": "5 in the unit, 10% of target, or floor 80.",
        "Targets.level": "local (if blank), regional, national or statutory.",
        "Targets.from": "The first day on which it holds.",
        "Targets.until": "The last day on which it holds.",
        "Breaks.date": "The first day from which the figures mean something else.",
        "Breaks.reason": "What changed: a definition, a recount, a new system.",
        "Breaks.comparable": "yes where earlier figures may still be compared with later ones; no if blank.",
        "Breakdowns.total": "The ID of the category that is the whole.",
        "Breakdowns.id": "A short name for the breakdown, such as team.",
        "Categories.parent": "The ID of the category of which this is a part.",
        "area": "The ID or title of an area in the sheet Areas; the council's own if blank.",
        "category": "A category of the indicator's breakdown, where the figure is for one category.",
        "Observations.value":
            "The figure. May be blank where numerator and denominator are given. Where there is none, say why: [x] not available, [z] not applicable, [c] confidential.",
        "Observations.numerator": "How many of them.", "Observations.denominator": "Out of how many.",
        "Observations.figure": "value, numerator or denominator, where each has a row of its own.",
        "Observations.qualifier": "exact (if blank), above, below, about, derived or provisional.",
        "author": "The role that wrote it.",
        "Commentary.text": "The remark. Figures in braces are filled in, such as {assessments-45-days@2026-06}.",
        // Dashboard
        "Dashboard.number": "The number of the line.", "Dashboard.measure": "The measure as printed.",
        "section": "The heading above, as printed.",
        "part": "The part of the line.", "previous_label": "The heading of the earlier column.",
        "previous_period": "The earlier period.",
        "previous": "The earlier figure as printed.", "latest_label": "The heading of the latest column.",
        "latest_period": "The latest period.",
        "latest": "The latest figure as printed.", "change": "The change as printed.",
        "change_arrow": "up, down, level or unreadable.",
        "since_baseline": "The change since the baseline, as printed.",
        "since_baseline_arrow": "up, down, level or unreadable.",
        "Dashboard.target": "The target as printed.", "rating": "red, amber or green, as printed.",
        "shares": "Shares as printed: in time = 15%; overdue = 19%.",
        "availability": "What is said where there is no figure.",
        // Plans
        "Plans.replaces": "The ID of the plan that this one replaces.",
        "Plans.responds_to": "IDs of the inspections to which it responds.",
        "Plans.worried_about": "IDs of the indicators that cause most concern.",
        "Plans.working_well": "IDs of the indicators that are going well.",
        "Themes.prefix": "What the references of its actions begin with.", "Themes.aim": "What it is to bring about.",
        "Outcomes.reference": "The reference of the outcome, such as 5b.",
        "Plan history.status": "What happened to the plan, such as Agreed.",
        "plan": "The ID of the plan; may be blank where there is only one.",
        "Actions.id": "May be blank where there is a reference, which then names the action.",
        "Plan actions.id": "May be blank where there is a reference, which then names the action.",
        "completed": "The day on which it was completed.", "status_date": "The day of the status.",
        "status_commentary": "A remark on the status.", "evidence": "What shows that it was done and works.",
        "action": "The reference of an action, or its ID where it has none.", "commentary": "A remark on the status.",
        "references": "References of the actions that this is about, with semicolons between them.",
        "state": "done, in-progress, planned, continuing or worsening.",
        "dates": "Days that the note names, with semicolons between them.",
        "roles": "IDs of the roles that this is about, with semicolons between them.",
        "inspections": "IDs of the inspections that this is about, with semicolons between them.",
        "reached": "yes where it was reached, no where it was not.",
        // Audit
        "Audit methods.steps": "The steps, each on a line of its own.", "Audit methods.since": "Since when it is used.",
        "printed_grade": "The grade in the words of the source.",
        "issues": "What was found wanting, each on a line of its own.",
        "improvements": "What has become better, each on a line of its own.",
        "future_focus": "What will be looked at next, each on a line of its own.",
        "direction": "Whether it is said to improve, worsen or stay.",
        "periods": "The periods it compares, with semicolons between them.",
        "shares_outstanding": "The share graded outstanding.", "shares_good": "The share graded good.",
        "shares_requires_improvement": "The share graded requires improvement.",
        "shares_inadequate": "The share graded inadequate.",
        "Standards measured.standard": "The ID or title of the practice standard.",
        "children": "How many children the cases are about.",
        "compliant": "How many of the cases met the standard.", "printed_share": "The share as printed.",
        "explanations": "Why it was not met, each on a line of its own.",
        "requirements": "What is now required, each on a line of its own.",
        "planned": "How many audits were planned.", "Audit activity.completed": "How many were completed.",
        "subject": "What the audits were about.",
        "measured_as": "counts, where the grades are numbers of cases, or shares.",
        "outstanding": "How many, or what share, were outstanding.",
        "good": "How many, or what share, were good.",
        "requires_improvement": "How many, or what share, required improvement.",
        "inadequate": "How many, or what share, were inadequate.",
        "plan_reference": "The reference of the plan that the audit tests.",
        "auditor": "The grade that the auditor gave.", "moderator": "The grade that the moderator gave.",
        // Inspections
        "framework": "The framework, such as ILACS.", "Inspections.body": "Who inspects, such as Ofsted.",
        "ordinal": "Which visit it is: 1 for the first.",
        "Inspections.status": "held, planned, expected, issued or revoked.",
        "published": "When the report was published.",
        "focus": "What was looked at, each on a line of its own.",
        "services": "Which services, each on a line of its own.",
        "legal_basis": "The law under which it was made.", "revokes": "The ID of the direction that this one revokes.",
        "response": "How the council responded.", "Judgements.area": "What was judged, such as overall effectiveness.",
        "sub_judgement": "yes where it is part of another judgement.",
        "Findings.kind": "strength, area-for-improvement or priority-action.",
        "Findings.theme": "The heading under which findings are put together, as in the letter of the inspection.",
        "Recommendations.theme": "The heading under which it is listed.",
        "Audit recommendations.theme": "The heading under which it is listed.",
        "Findings.actions": "References of the actions that answer it, with semicolons between them.",
        "Recommendations.kind": "recommendation (if blank) or key-action.",
        "Audit recommendations.kind": "recommendation (if blank) or key-action.",
        "depends_on": "The ID of the recommendation that has to come first.",
        "findings": "IDs of the findings that it answers.",
        "progress": "IDs of the notes on progress that report on it.", "letter": "The letter of the requirement.",
        "counterpart": "With whom it is to be done.", "Requirements.report": "yes where it asks for a report.",
        "first_due": "The day of the first report.",
        "Requirements.parts": "The parts, each on a line of its own.", "heading": "The heading above it.",
        "Letters.from": "Who wrote it.", "Letters.to": "To whom.", "copied_to": "To whom copies went.",
        "Inspection dates.printed": "The date in the words of the source.",
        // Committee report
        "committee": "The committee.", "date_note": "A remark on the date.",
        "Committee reports.kind": "The kind of report, such as Performance report.",
        "agenda_item": "The number on the agenda.", "update_number": "Which update it is: 3 for the third.",
        "report_of": "The ID of the role whose report it is.", "wards": "The wards concerned, such as All.",
        "Committee reports.status": "public, or what the front page says.", "urgent": "yes or no.",
        "key": "Whether it is a key decision: yes or no.",
        "contacts": "IDs of the roles to ask, with semicolons between them.",
        "within": "The ID of the report in which this one is enclosed.",
        "part_of": "Of what it is a part.", "Committee recommendations.action": "What is asked: note, agree, approve.",
        "paragraphs": "The paragraphs that give the reasons, such as 1.8-1.71.",
        "enclosure": "The label of the enclosure.",
        "Sections.number": "The number of the section.",
        "Sections.level": "1 for a heading of the report, 2 for one below.",
        "Paragraphs.text": "The text. Figures in braces are filled in.",
        "Background papers.inspection": "The ID of the inspection whose report it is.",
        "Sections.access": "Who may see the section.", "data": "yes where the table holds data.",
        // Context
        "Commitment sets.kind": "pledge, priority, principle or framework.", "approved": "When it was approved.",
        "approved_by": "Who approved it.",
        "chair": "The ID of the role that takes the chair.", "Facts.area": "Where it is so.",
        "Facts.value": "The figure, where it has one.",
        // Registers
        "Risks.kind": "The kind of risk.", "inherent": "The score before anything is done, 1 to 25.",
        "inherent_likelihood": "1 to 5.",
        "inherent_impact": "1 to 5.", "residual": "The score with what is done, 1 to 25.",
        "residual_likelihood": "1 to 5.", "residual_impact": "1 to 5.",
        "Risks.response": "What is done about it.", "owner_body": "The board that owns it.",
        "plans": "IDs of the plans that answer it.",
        "amount": "Pounds: 5700000, £5.7m or £250k.", "agreed": "When it was agreed.",
        "Budget.part_of": "The ID of the figure of which this is a part.",
        "revises": "The ID of the figure that this one revises.", "outcome": "agrees or differs.",
        "statement": "The sentence.",
        "recomputed": "What comes out.", "Checks.method": "How it was checked.",
        "likely_cause": "The mistake that would explain it.",
        "severity": "low, medium or high.", "formula": "How it is worked out.",
        "dashboard_lines": "Numbers of the lines of the dashboard concerned.",
        "stated": "The figure in the words of the sentence, such as 17% higher.",
        "Claims.figure": "The figure that the sentence states: indicator@period.",
        "compared_with": "The figure with which it is compared: indicator@period.",
        "out_of": "The whole of which it is a share.", "paragraph": "The paragraph in which it is.",
        "Claims.kind": "What is worked out: value, share, per-cent-change, percentage-points and others.",
    ]
}
