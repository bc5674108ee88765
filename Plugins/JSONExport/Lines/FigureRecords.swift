import FamilyServicesKit

// The publication itself, the measures and what belongs to them. The figures are in ObservationLine.swift.

extension LineSketch<LineRow<Void, Publication>> {
    static var publication: Self {
        Self(
            "publication", "What the publication says about itself. The first line, and the only one of its kind.",
            [
                .text("schema_version", "The version of this form, such as `1.0`.") { _ in
                    "\(ReportPackDocument.currentVersion)"
                },
                .text("generator", "The name and version of the software that composed the publication.") {
                    $0.metadata.generator
                },
                .text("title", "The title of the report.") { $0.metadata.title },
                .optionalText("committee", "The committee or board that receives it.") { $0.metadata.committee },
                .optionalText("author", "The role that presents it.") { $0.metadata.author },
                .word("audience", "Who may read this version.") { $0.metadata.audience },
                .text("language", "The language as a BCP 47 tag.") { $0.metadata.language },
                .flag("is_synthetic", "Whether the figures are invented.") { $0.metadata.isSynthetic },
                .text("area", "The identifier of the area.") { $0.pack.manifest.area.text },
                .optionalText("area_title", "The name of the area.") {
                    $0.names.index.areas[$0.pack.manifest.area]?.title
                },
            ] + period { $0.pack.manifest.period }
                + [
                    .optionalText("contact", "Whom readers ask.") { $0.pack.manifest.contact }
                ]
                + date("next_release", "When the next report comes out") { $0.pack.manifest.nextRelease })
    }
}

extension LineSketch<LineRow<Void, ReleaseNote.Withheld>> {
    static var withheld: Self {
        Self(
            "withheld", "Something that this version leaves out, by kind and never by content.",
            [
                .text("item", "What kind of thing, or the label of a paper, such as `Appendix 2`.") { $0.item.item },
                .text("text", "Why, in a sentence.") { $0.reason },
                .list("exempt_paragraphs", "The paragraphs of Schedule 12A under which it is exempt") { row in
                    row.paragraphs.map(\.rawValue)
                },
                .list("agreements", "The titles of the agreements that restrict it") { $0.item.agreements },
            ])
    }
}

extension LineSketch<LineRow<Void, Area>> {
    static var area: Self {
        Self(
            "area", "An area that figures are about.",
            [
                .text("area", "The identifier.") { $0.id.text },
                .text("area_title", "The name.") { $0.title },
                .word("area_kind", "What kind of area it is.") { $0.kind },
                .flag("is_own_area", "Whether it is the area of the report.") { $0.id == $0.names.index.ownArea },
                .optionalText("ons_code", "Its code of the Office for National Statistics, such as `E09000003`.") {
                    $0.onsCode?.text
                },
                .optionalText("dfe_code", "Its code of the Department for Education, such as `302`.") {
                    $0.dfeCode?.text
                },
                .list("members", "For a group, the identifiers of the areas in it") { $0.members },
            ])
    }
}

extension LineSketch<LineRow<Void, SourceDocument>> {
    static var document: Self {
        Self(
            "document", "A document or data set that figures come from.",
            [
                .text("source", "The identifier.") { $0.id.text },
                .text("title", "The title.") { $0.title },
                .optionalText("publisher", "The body that published it.") { $0.publisher },
                .optionalText("address", "Where it can be found.") { $0.address },
            ] + date("published", "When it was published") { $0.date } + access { $0.access })
    }
}

extension LineSketch<LineRow<Breakdown, Breakdown.Category>> {
    static var category: Self {
        Self(
            "category", "A part of the population, such as a team or an age group.",
            [
                .text("breakdown", "The identifier of the way in which figures are split.") { $0.whole.id.text },
                .text("breakdown_title", "The name of that split.") { $0.whole.title },
                .text("category", "The identifier of the part.") { $0.id.text },
                .text("category_title", "The name of the part.") { $0.title },
                .optionalText("parent", "The identifier of the part that this one is within.") { $0.parent?.text },
                .flag("is_total", "Whether it is the sum of all others.") { $0.id == $0.whole.total },
            ])
    }
}

extension LineSketch<LineRow<Assessment.IndicatorResult?, Indicator>> {
    static var indicator: Self {
        let measure: [Column] = [
            .text("indicator", "The identifier, stable from report to report.") { $0.id.text },
            .text("indicator_title", "The name of the measure.") { $0.fullTitle },
            .text("indicator_group", "The heading under which it is listed.") { $0.group },
            .word("service", "The part of children's services that it is about.") { $0.service },
            .optionalText("definition", "The measure in a sentence.") { $0.definition.text },
            .text("unit", "What it is measured in, such as `percent`, `count` or `rate per 10000`.") { $0.unit.code },
            .whole("decimals", "How many decimals are shown.") { $0.decimals },
            .text(
                "accumulation",
                "What a value gathers: `period`, `snapshot`, `year to date` or `rolling 12 months` (or another number)."
            ) { $0.accumulation.code },
            .word("polarity", "Which way is better.") { $0.polarity },
        ]
        let place: [Column] = [
            .optionalText("breakdown", "The identifier of the way in which its observations are split.") {
                $0.breakdown?.text
            },
            .optionalText("owner", "The identifier of the role that answers for it.") { $0.owner?.text },
            .optionalText("owner_title", "The name of that role.") { $0.names.index.roles[$0.owner]?.title },
            .optionalText("area", "The identifier of the area.") { $0.whole?.area.text },
            .optionalText("area_title", "The name of the area.") { $0.names.index.areas[$0.whole?.area]?.title },
        ]
        let position: [Column] = [
            .number("value", "The latest figure in the unit, not rounded.") { $0.whole?.value },
            .optionalWord("missing", "Why there is no figure.") { $0.whole?.missing },
            .optionalText("shown", "The figure as it is shown, such as `57.2%`.") { $0.whole?.text },
            .optionalWord("rating", "Its rating against the target.") { $0.whole?.rating.outcome },
            .optionalText("rating_reason", "How the rating came about, in a sentence.") {
                $0.whole?.rating.explanation
            },
        ]
        let distance: [Column] = [
            .number("target_distance", "The figure less the target, in percentage points for a percentage.") {
                $0.whole?.rating.signedDistance
            }
        ]
        let target = target(in: { $0.unit }) { row in
            row.whole.flatMap { row.item.target(on: $0.period.lastDay) }
        }
        return Self(
            "indicator",
            "An indicator: what it is and its latest position. The columns from `area` on are null where the report has no figure "
                + "of it.",
            measure + place + optionalPeriod("The period of the latest figure as a code") { $0.whole?.period }
                + position
                + target + distance
                + travel("previous", "the previous period") { $0.whole?.previousPeriod }
                + travel("last_year", "the same period of last year") { $0.whole?.samePeriodLastYear }
                + travel("baseline", "the point from which progress is measured") { $0.whole?.baseline }
                + outlook + source { $0.sources.first } + access { $0.access })
    }

    private static var outlook: [Column] {
        [
            .optionalWord(
                "variation",
                "What the latest figure says on the control chart; null where there are too few figures for one."
            ) { $0.whole?.controlChart?.variation },
            .optionalWord("assurance", "Whether the target will be met while nothing changes.") {
                $0.whole?.controlChart?.assurance
            },
            .number("range_lower", "The lower end of the expected range; null where it is not stable.") {
                $0.whole?.controlChart?.lowerLimit
            },
            .number("range_upper", "The upper end of the expected range.") { $0.whole?.controlChart?.upperLimit },
            .number("year_end_value", "What is expected at the end of the financial year.") {
                $0.whole?.yearEnd?.expected
            },
            .optionalText(
                "year_end_prospect",
                "What that means for the target: `likely-met`, `likely-missed` or `open`."
            ) { $0.whole?.yearEnd?.prospect },
            .optionalText("comparison", "How it compares with others, in a sentence.") { $0.whole?.comparison },
        ]
    }
}

/// Which indicator a record belongs to.
extension LineSketch {
    static func ofIndicator<Item>() -> [Column]
    where Record == LineRow<Indicator, Item> {
        [
            .text("indicator", "The identifier of the indicator.") { $0.whole.id.text },
            .text("indicator_title", "The name of the measure.") { $0.whole.fullTitle },
            .text("unit", "What it is measured in.") { $0.whole.unit.code },
        ]
    }
}

extension LineSketch<LineRow<Indicator, Target>> {
    static var target: Self {
        let rule: [Column] = [
            .word("target_level", "Who set it.") { $0.level },
            .optionalWord(
                "tolerance_kind",
                "How far from the target a value is still amber: so many units, so many per cent of the target, or up to a floor; "
                    + "null where there is no amber."
            ) { $0.tolerance?.parts.kind },
            .number("tolerance", "The number of that tolerance.") { $0.tolerance?.parts.value },
        ]
        return Self(
            "target", "A target of an indicator, for the time that it holds.",
            ofIndicator() + target(in: { $0.whole.unit }) { $0.item } + rule
                + date("from", "The first day for which it holds; null from the beginning", isStart: true) { $0.from }
                + date("until", "The last day for which it holds; null until further notice") { $0.until }
                + source { $0.source } + access { $0.whole.access })
    }
}

extension LineSketch<LineRow<Indicator, SeriesBreak>> {
    static var seriesBreak: Self {
        Self(
            "break", "A break in a series, such as a new definition, across which figures are not compared.",
            ofIndicator() + [
                .date("break_day", "The first day after the break.") { $0.day },
                .text("text", "The reason.") { $0.reason },
                .flag("is_comparable", "Whether figures from before it can be compared all the same.") {
                    $0.isComparable
                },
            ] + access { $0.whole.access })
    }
}

extension LineSketch<LineRow<Indicator, Commentary>> {
    static var remark: Self {
        Self(
            "remark", "A remark on an indicator by the role that answers for it.",
            ofIndicator() + optionalPeriod("The period that it is about as a code") { $0.period }
                + [
                    .text("text", "The remark.") { $0.text },
                    .optionalText("author", "The identifier of the role that made it.") { $0.author?.text },
                    .optionalText("author_title", "The name of that role.") { $0.names.index.roles[$0.author]?.title },
                ] + date("made", "When it was made") { $0.date } + access { $0.access.combined(with: $0.whole.access) })
    }
}

/// Whether something deserves a word for the worse or for the better.
enum ExceptionKind: String, CaseIterable {
    case worry, strength
}

extension LineSketch<LineRow<ExceptionKind, Assessment.ExceptionResult>> {
    static var exception: Self {
        Self(
            "exception", "Something that the report is worried about, or that works well, the most important first.",
            [
                .word("exception_kind", "Which of the two.") { $0.whole },
                .optionalText("indicator", "The identifier of the indicator; null where it is an action.") {
                    $0.item.indicator?.text
                },
                .optionalText("indicator_title", "The name of the measure.") {
                    $0.names.index.indicators[$0.item.indicator]?.fullTitle
                },
                .optionalText("action", "The identifier of the action; null where it is an indicator.") {
                    $0.item.action?.text
                },
                .number("points", "The weight by which it is ranked.") { $0.points },
                .sentences("text", "Why it is listed.") { $0.reasons },
            ])
    }
}

extension LineSketch<LineRow<Void, DashboardLine>> {
    static var dashboardLine: Self {
        let previous: [Column] = [
            .optionalText("previous_shown", "The earlier figure as printed.") { $0.previous?.figure.text },
            .number("previous_value", "The earlier figure as a number.") { $0.previous?.figure.value },
            .optionalText("shown", "The latest figure as printed.") { $0.latest?.figure.text },
            .number("value", "The latest figure as a number.") { $0.latest?.figure.value },
        ]
        return Self(
            "dashboard_line", "A line of a dashboard as a source prints it.",
            [
                .whole("line", "The number of the line.") { $0.number },
                .text("indicator_group", "The heading under which it is printed.") { $0.section },
                .text("indicator_title", "The measure as printed.") { row in
                    row.part.map { "\(row.item.measure): \($0)" } ?? row.item.measure
                },
                .list("indicators", "The identifiers of the indicators that it is about") { $0.indicators },
            ] + optionalPeriod("The period of the latest figure as a code") { $0.latest?.period } + previous
                + [
                    .optionalText("target", "The target as printed.") { $0.target },
                    .optionalWord("printed_rating", "The rating as printed.") { $0.rating },
                ] + source { $0.source } + access { $0.access })
    }
}

extension LineSketch<LineRow<Void, Assessment.Contradiction>> {
    static var contradiction: Self {
        Self(
            "contradiction", "Something on a line of the printed dashboard that the rest of the line contradicts.",
            [
                .whole("line", "The number of the line.") { $0.line },
                .text("contradiction_kind", "What is contradicted, such as `rating`, `change` or `arrow`.") { $0.kind },
                .text("printed", "What is printed.") { $0.printed },
                .optionalText("shown", "What the rest of the line gives.") { $0.computed },
                .text("text", "What is wrong, in a sentence.") { $0.sentence },
            ])
    }
}
