import FamilyServicesKit

// The committee's report, its claims, and facts beside the figures.

extension LineSketch<LineRow<Void, CommitteeReport>> {
    static var paper: Self {
        Self(
            "paper", "A report to a committee.",
            [
                .text("paper", "The identifier.") { $0.id.text },
                .text("title", "The title.") { $0.title },
                .optionalText("committee", "The committee or board.") { $0.committee },
                .optionalText("paper_kind", "The kind of report.") { $0.kind },
                .optionalText("reference", "The number on the agenda.") { $0.agendaItem },
                .optionalText("part_of", "The identifier of the report that it is enclosed in.") { $0.within?.text },
                .optionalFlag("is_key_decision", "Whether it is a key decision; null where nothing says so.") {
                    $0.isKey
                },
            ] + date("meeting", "The date of the meeting") { $0.date }
                + optionalPeriod("The period that it is about as a code") { $0.period } + source { $0.source }
                + access { $0.access })
    }
}

extension LineSketch<LineRow<CommitteeReport, CommitteeRecommendation>> {
    static var decision: Self {
        Self(
            "decision", "Something that the committee is asked to decide.",
            [
                .text("paper", "The identifier of the report.") { $0.whole.id.text },
                .whole("number", "The number of the recommendation.") { $0.number },
                .optionalText("decision_kind", "What is asked, such as `note`.") { $0.action },
                .text("text", "The recommendation.") { $0.text },
            ] + access { $0.whole.access })
    }
}

extension LineSketch<LineRow<Void, ContextFact>> {
    static var fact: Self {
        Self(
            "fact", "A fact without an indicator.",
            [
                .text("fact", "The identifier.") { $0.id.text },
                .text("text", "The fact.") { $0.text },
                .number("value", "Its number.") { $0.value },
                .optionalText("area_title", "The place that it is about.") { $0.area },
            ] + date("fact", "When it was so") { $0.date } + source { $0.source })
    }
}

extension LineSketch<LineRow<Void, GovernanceBody>> {
    static var board: Self {
        Self(
            "board", "A board or panel.",
            [
                .text("board", "The identifier.") { $0.id.text },
                .text("title", "Its name.") { $0.title },
                .optionalText("owner", "The identifier of the role that chairs it.") { $0.chair?.text },
                .optionalText("owner_title", "The name of that role.") { $0.names.index.roles[$0.chair]?.title },
                .optionalText("cadence", "How often it meets.") { $0.cadence?.text },
            ] + source { $0.source })
    }
}

extension LineSketch<LineRow<Void, FigureCheck>> {
    static var check: Self {
        Self(
            "check", "Something that was checked in the sources.",
            [
                .text("check", "The identifier.") { $0.id.text },
                .word("check_outcome", "What came of it.") { $0.outcome },
                .text("statement", "What was checked.") { $0.statement },
                .optionalText("printed", "What the source prints.") { $0.printed },
                .optionalText("shown", "What was found.") { $0.recomputed },
                .optionalWord("severity", "How much a difference matters.") { $0.severity },
                .list("indicators", "The identifiers of the indicators that it is about") { $0.indicators },
                .optionalText("note", "What to know about it.") { $0.note },
            ] + source { $0.source } + access { $0.access })
    }
}

extension LineSketch<LineRow<Assessment.ClaimCheck?, Claim>> {
    static var claim: Self {
        let result: [Column] = [
            .optionalWord("verdict", "What came of the check.") { $0.whole?.verdict },
            .optionalText("verdict_reason", "What came of it and why.") { $0.whole?.sentence },
            .number("computed", "What the figures give.") { $0.whole?.computed },
            .optionalWord("computed_rating", "The rating that the figures give, for a claim about a rating.") {
                $0.whole?.computedRating
            },
            .list("mistakes", "The usual mistakes that would each lead to what is stated") { row in
                row.whole?.mistakes.map(\.rawValue) ?? []
            },
            .optionalText("paragraph", "The paragraph that it is in.") { $0.paragraph },
            .optionalText("note", "What to know before using it.") { $0.note },
        ]
        return Self(
            "claim", "A sentence of the report that states a figure, and what came of checking it.",
            [
                .text("claim", "The identifier.") { $0.id.text },
                .text("statement", "The sentence.") { $0.statement },
                .word("claim_kind", "What it states.") { $0.kind },
                .text("stated", "The figure as stated.") { $0.stated.text },
                .number("stated_value", "The number stated, negative for a fall; null where it is words.") {
                    $0.stated.signedValue
                },
            ] + result + source { $0.source } + access { $0.access })
    }
}
