package import ReportVocabulary

// The fields of the pack itself, its manifest, indicators, figures and printed dashboard.

extension ReportPack: CataloguedRecord {
    package static let fields: [PackField<ReportPack>] = [
        .part("manifest", \.manifest, nil, subject: .manifest),
        .records("breakdowns", \.breakdowns, .breakdown),
        .records("indicators", \.indicators, .indicator),
        .numbered("observations", \.observations, .observation),
        .records(
            "dashboard", \.dashboard, name: { line, _, _ in RecordReference(.dashboardLine, String(line.number)) }),
        .records("plans", \.plans, .plan),
        .part("audits", \.audits, "the audit programme"),
        .records("inspections", \.inspections, .inspection),
        .records("reports", \.reports, .report),
        .records("commitments", \.commitments, .commitmentSet),
        .records("risks", \.risks, .risk),
        .records("budget", \.budget, .budgetFigure),
        .parts("milestones", \.milestones, "milestone"),
        .records("governance", \.governance, .governanceBody),
        .records("facts", \.context, .fact),
        .records("checks", \.checks, .check),
        .records("claims", \.claims, .claim),
    ]
}

extension ReportPack.Manifest: CataloguedRecord {
    package static let fields: [PackField<ReportPack.Manifest>] = [
        .text("title", \.title, "the title"),
        .text("organisation", \.organisation, "the name of the organisation"),
        .neededName("area", \.area, of: \.areas),
        .part("baseline", \.baseline, "the baseline"),
        .texts("notes", \.notes, "note"),
        .records("areas", \.areas, .area),
        .records("roles", \.roles, .role),
        .records("sources", \.sources, .source),
        .records("agreements", \.agreements, .agreement),
        .optionalText("contact", \.contact, "the contact details"),
        .optionalText("licence", \.licence, "the licence"),
    ]
}

extension ReportPack.Baseline: CataloguedRecord {
    package static let fields: [PackField<ReportPack.Baseline>] = [
        .text("title", \.title, "the title"),
        .name("inspection", \.inspection, of: \.inspections),
    ]
}

extension Area: CataloguedRecord {
    package static let fields: [PackField<Area>] = [
        .text("title", \.title, "the title"),
        .names("members", \.members, of: \.areas),
    ]
}

extension Role: CataloguedRecord {
    package static let fields: [PackField<Role>] = [.text("title", \.title, "the title")]
}

extension SourceDocument: CataloguedRecord {
    package static let fields: [PackField<SourceDocument>] = [
        .text("title", \.title, "the title"),
        .optionalText("publisher", \.publisher, "the publisher"),
        .optionalText("address", \.address, "the address"),
        .access(\.access),
    ]
}

extension SharingAgreement: CataloguedRecord {
    package static let fields: [PackField<SharingAgreement>] = [
        .text("title", \.title, "the title"),
        .optionalText("owner", \.owner, "the owner"),
        .optionalText("terms", \.terms, "the terms"),
    ]
}

extension Breakdown: CataloguedRecord {
    package static let fields: [PackField<Breakdown>] = [
        .text("title", \.title, "the title"),
        .name("total", \.total, within: { index, breakdown, _ in index.categories(of: breakdown.id) }),
        .parts("categories", \.categories, "category"),
    ]
}

extension Breakdown.Category: CataloguedRecord {
    package static let fields: [PackField<Breakdown.Category>] = [
        .text("title", \.title, "the title"),
        .name("parent", \.parent, within: { index, _, place in place.breakdown.map { index.categories(of: $0) } }),
    ]
}

extension Indicator: CataloguedRecord {
    package static let fields: [PackField<Indicator>] = [
        .text("title", \.title, "the title"),
        .text("group", \.group, "the group"),
        .optionalText("part", \.part, "the part"),
        .optionalText("definition", \.definition.text, "the definition"),
        .optionalText("numerator", \.definition.numerator, "the numerator"),
        .optionalText("denominator", \.definition.denominator, "the denominator"),
        .optionalText("population", \.definition.population, "the population"),
        .name("breakdown", \.breakdown, of: \.breakdowns),
        .name("owner", \.owner, of: \.roles),
        .names("parts", \.tiedParts, of: \.indicators),
        .name("numerator_indicator", \.tiedNumerator, of: \.indicators),
        .name("denominator_indicator", \.tiedDenominator, of: \.indicators),
        .name("year_to_date_of", \.tiedYearToDate, of: \.indicators),
        .parts("targets", \.targets, "target"),
        .parts("breaks", \.breaks, "break"),
        .shownText("timescale_from", \.timescale?.start, "the start of the timescale"),
        .shownText("timescale_to", \.timescale?.end, "the end of the timescale"),
        .parts("commentary", \.commentary, "remark"),
        .planReferences("plan_references", \.planReferences),
        .sources(\.sources),
        .access(\.access),
    ]
}

extension Indicator {
    /// The indicators whose counts add up to this one's.
    fileprivate var tiedParts: [ID] {
        get { ties?.parts ?? [] }
        set { changeTies { $0.parts = newValue } }
    }

    fileprivate var tiedNumerator: ID? {
        get { ties?.numerator }
        set { changeTies { $0.numerator = newValue } }
    }

    fileprivate var tiedDenominator: ID? {
        get { ties?.denominator }
        set { changeTies { $0.denominator = newValue } }
    }

    fileprivate var tiedYearToDate: ID? {
        get { ties?.yearToDateOf }
        set { changeTies { $0.yearToDateOf = newValue } }
    }

    /// Ties to nothing are none.
    private mutating func changeTies(_ change: (inout CountTies) -> Void) {
        var new = ties ?? CountTies()
        change(&new)
        ties = new.all.isEmpty ? nil : new
    }
}

extension SeriesBreak: CataloguedRecord {
    package static let fields: [PackField<SeriesBreak>] = [.text("reason", \.reason, "the reason")]
}

extension Target: CataloguedRecord {
    package static let fields: [PackField<Target>] = [.source(\.source)]
}

extension Commentary: CataloguedRecord {
    package static let fields: [PackField<Commentary>] = [
        .text("text", \.text, ""),
        .name("author", \.author, of: \.roles),
        .access(\.access),
    ]
}

extension Observation: CataloguedRecord {
    package static let fields: [PackField<Observation>] = [
        .neededName("indicator", \.indicator, of: \.indicators),
        .neededName("area", \.area, of: \.areas),
        // Without its indicator or breakdown nothing can be said of a category, and the missing one is reported already.
        .name(
            "category", \.category,
            within: { index, observation, _ in
                index.indicators[observation.indicator]?.breakdown.flatMap { breakdown in
                    index.breakdowns.contains(breakdown) ? index.categories(of: breakdown) : nil
                }
            }),
        .shownText("printed", \.printed?.text, "the printed figure"),
        .optionalText("note", \.note, "the note"),
        .source(\.source),
        .access(\.access),
    ]
}

extension DashboardLine: CataloguedRecord {
    package static let fields: [PackField<DashboardLine>] = [
        .text("section", \.section, "the section"),
        .text("measure", \.measure, "the measure"),
        .optionalText("part", \.part, "the part"),
        .names("indicators", \.indicators, of: \.indicators),
        .planReferences("plan_references", \.planReferences),
        .shownText("previous_label", \.previous?.label, "the period of the earlier figure"),
        .shownText("previous", \.previous?.figure.text, "the earlier figure"),
        .shownText("latest_label", \.latest?.label, "the period of the latest figure"),
        .shownText("latest", \.latest?.figure.text, "the latest figure"),
        .shownText("change", \.change?.text, "the change"),
        .shownText("since_baseline", \.sinceBaseline?.text, "the change since the baseline"),
        .optionalText("target", \.target, "the target"),
        .parts("shares", \.shares, "share"),
        .optionalText("availability", \.availability, "the availability"),
        .source(\.source),
        .access(\.access),
    ]
}

extension PrintedShare: CataloguedRecord {
    package static let fields: [PackField<PrintedShare>] = [
        .optionalText("label", \.label, "the label"),
        .text("figure", \.figure.text, ""),
    ]
}
