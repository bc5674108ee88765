import FamilyServicesKit

/// What councils call the columns of their own tables.
///
/// Only ever suggested, never taken: one council's “Status” is another's “Rating”.
enum HeadingWords {
    private static let words: [String: [String]] = [
        "id": ["identifier", "code", "measure id", "indicator id", "pi", "pi ref", "kpi", "kpi ref", "number", "no"],
        "indicator": ["measure", "kpi", "pi", "performance indicator", "measure id", "indicator id", "metric"],
        "title": [
            "measure", "name", "action", "indicator", "description", "task", "what", "what we will do",
            "recommendation",
            "risk", "performance indicator",
        ],
        "period": ["month", "date", "reporting period", "quarter", "year", "reporting month", "month end"],
        "value": ["figure", "result", "actual", "performance", "outturn", "data", "score"],
        "numerator": ["num", "number", "count"], "denominator": ["den", "denom", "cohort", "total", "out of"],
        "reference": ["ref", "action ref", "action no", "action number", "no", "number"],
        "owner": ["lead", "lead officer", "responsible", "responsible officer", "by whom", "who", "action owner"],
        "due": ["deadline", "due date", "target date", "by when", "when", "timescale", "completion date"],
        "completed": ["date completed", "completed date", "actual completion", "done"],
        "status": ["rag", "brag", "rag status", "brag status", "rag rating", "progress rating", "state"],
        "status_commentary": ["update", "progress", "progress update", "comment", "comments", "commentary"],
        "evidence": ["impact", "evidence of impact", "assurance"],
        "measure_of_success": [
            "success measure", "success criteria", "outcome", "how will we know", "what good looks like",
        ],
        "partner": ["partners", "agency", "partner agency"], "theme": ["priority area", "workstream", "objective"],
        "polarity": ["good is", "good performance", "direction", "good to be"],
        "unit": ["units", "type", "format", "measured in"],
        "text": ["comment", "comments", "commentary", "narrative", "remark", "update"],
        "note": ["comment", "comments", "notes", "remark", "remarks"],
        "author": ["by", "written by", "comment by"], "area": ["la", "local authority", "place", "geography"],
    ]

    /// What councils split their measures by.
    private static let divisions: Set<String> = [
        "team", "teams", "locality", "localities", "district", "districts", "ward", "wards", "patch", "cluster", "hub",
        "area", "areas",
        "age", "ages", "age group", "age groups", "age band", "age bands", "gender", "sex", "ethnicity", "ethnic group",
        "ethnic groups", "disability", "placement type", "placement", "category", "categories", "breakdown", "split",
        "split by",
        "service", "services", "service area", "group",
    ]

    /// Whether a heading is one of what measures are split by, such as “Team”.
    static func splits(_ heading: String) -> Bool { divisions.contains(TradeWords.folded(heading)) }

    /// The columns that a heading may be meant for.
    ///
    /// - Parameters:
    ///   - heading: The heading.
    ///   - known: The columns that the table can have and has not.
    static func meanings(of heading: String, among known: [String]) -> [String] {
        let folded = TradeWords.folded(heading)
        return known.filter { words[$0]?.contains(folded) ?? false }
    }
}
