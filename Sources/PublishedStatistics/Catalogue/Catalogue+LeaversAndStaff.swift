import ReportModel
import ReportVocabulary

extension StandardIndicator {
    private static func accommodation(_ id: Indicator.ID, _ age: String, _ item: String) -> PublishedLine {
        PublishedLine(
            id, file: KnownFile.accommodation, value: "care_leaver_percent", numerator: "care_leaver_count",
            denominator: "care_leaver_count", filters: ["care_leaver_age": age, "breakdown": item],
            denominatorFilters: ["care_leaver_age": age, "breakdown": "Suitability total"], year: .toMarch,
            unit: .percent, decimals: 0)
    }

    private static let suitable = "Accommodation considered suitable"

    static let careLeavers: [StandardIndicator] = [
        StandardIndicator(
            "suitable-accommodation-17-18", "Care leavers aged 17 to 18 in suitable accommodation", .careLeavers,
            "The share of care leavers aged 17 or 18 who were known to live somewhere suitable around their birthday.",
            of: "Care leavers in suitable accommodation", outOf: "Care leavers aged 17 to 18", .percent, decimals: 0,
            .period, .higherIsBetter,
            line: accommodation("suitable-accommodation-17-18", "17 to 18 years", suitable), list: .careLeavers,
            related: ["suitable-accommodation-19-21", "no-information-17-18"],
            pitfalls: ["Young people of whom nothing is known are in the denominator."]),
        StandardIndicator(
            "suitable-accommodation-19-21", "Care leavers aged 19 to 21 in suitable accommodation", .careLeavers,
            "The share of care leavers aged 19 to 21 who were known to live somewhere suitable around their birthday.",
            of: "Care leavers in suitable accommodation", outOf: "Care leavers aged 19 to 21", .percent, decimals: 0,
            .period, .higherIsBetter,
            line: accommodation("suitable-accommodation-19-21", "19 to 21 years", suitable), list: .careLeavers,
            related: ["suitable-accommodation-17-18", "unsuitable-accommodation-19-21"],
            pitfalls: [
                "Young people of whom nothing is known are in the denominator.",
                "Custody counts as unsuitable.",
            ]),
        StandardIndicator(
            "unsuitable-accommodation-19-21", "Care leavers aged 19 to 21 in unsuitable accommodation", .careLeavers,
            "The share of care leavers aged 19 to 21 who were known to live somewhere unsuitable.",
            of: "Care leavers in unsuitable accommodation", outOf: "Care leavers aged 19 to 21", .percent, decimals: 0,
            .period, .lowerIsBetter, by: .practice,
            line: accommodation(
                "unsuitable-accommodation-19-21", "19 to 21 years", "Accommodation considered unsuitable"),
            list: .careLeavers, related: ["suitable-accommodation-19-21"]),
        StandardIndicator(
            "no-information-17-18", "Care leavers aged 17 to 18 whose home is not known", .careLeavers,
            "The share of care leavers aged 17 or 18 about whose accommodation nothing was known.",
            of: "Care leavers without information", outOf: "Care leavers aged 17 to 18", .percent, decimals: 0, .period,
            .lowerIsBetter, by: .practice,
            line: accommodation("no-information-17-18", "17 to 18 years", "No information"), list: .careLeavers,
            related: ["suitable-accommodation-17-18"]),
        StandardIndicator(
            "no-information-19-21", "Care leavers aged 19 to 21 whose home is not known", .careLeavers,
            "The share of care leavers aged 19 to 21 about whose accommodation nothing was known.",
            of: "Care leavers without information", outOf: "Care leavers aged 19 to 21", .percent, decimals: 0, .period,
            .lowerIsBetter, by: .practice,
            line: accommodation("no-information-19-21", "19 to 21 years", "No information"), list: .careLeavers,
            related: ["suitable-accommodation-19-21"]),
        StandardIndicator(
            "education-employment-19-21", "Care leavers aged 19 to 21 in education, work or training", .careLeavers,
            "The share of care leavers aged 19 to 21 who were learning, working or training around their birthday.",
            of: "Care leavers in education, employment or training", outOf: "Care leavers aged 19 to 21", .percent,
            decimals: 0, .period, .higherIsBetter, file: "la_care_leavers_activity", list: .careLeavers,
            related: ["higher-education-19-21"]),
        StandardIndicator(
            "higher-education-19-21", "Care leavers aged 19 to 21 in higher education", .careLeavers,
            "The share of care leavers aged 19 to 21 who were studying beyond A level.",
            of: "Care leavers in higher education", outOf: "Care leavers aged 19 to 21", .percent, decimals: 0, .period,
            .higherIsBetter, file: "la_care_leavers_activity", list: .careLeavers,
            related: ["education-employment-19-21"]),
        StandardIndicator(
            "not-in-touch-19-21", "Care leavers with whom the council is not in touch", .careLeavers,
            "The share of care leavers aged 19 to 21 with whom the council had lost touch.",
            of: "Care leavers not in touch", outOf: "Care leavers aged 19 to 21", .percent, decimals: 0, .period,
            .lowerIsBetter, file: "la_care_leavers_intouch", list: .careLeavers, related: ["no-information-19-21"]),
        StandardIndicator(
            "staying-put", "Care leavers who stay with their foster carers", .careLeavers,
            "The share of young people who left foster care at 18 and went on living with their foster carers.",
            of: "Care leavers who stayed put", outOf: "Care leavers who were in foster care at 18", .percent,
            decimals: 0,
            .period, .higherIsBetter, file: "la_care_leavers_stayput", list: .careLeavers),
        StandardIndicator(
            "pathway-plans", "Care leavers with an up-to-date pathway plan", .careLeavers,
            "The share of care leavers whose plan was reviewed within the last six months.",
            of: "Care leavers with a plan reviewed in time", outOf: "Care leavers with a right to a plan", .percent,
            .snapshot, .higherIsBetter, by: .practice,
            within: Timescale(
                limit: "6 months", from: "the review before", authority: .statutory,
                source: "Care Leavers (England) Regulations 2010"),
            list: .careLeavers, related: ["not-in-touch-19-21"]),
    ]

    private static func staff(
        _ id: Indicator.ID, _ value: String, _ unit: MeasurementUnit, numerator: String? = nil,
        denominator: String? = nil
    ) -> PublishedLine {
        PublishedLine(
            id, file: KnownFile.workforce, value: value, numerator: numerator, denominator: denominator,
            year: .september, unit: unit, decimals: unit == .count ? 0 : 1)
    }

    static let workforce: [StandardIndicator] = [
        StandardIndicator(
            "social-workers", "Children's social workers", .workforce,
            "How many children and family social workers the council employed on 30 September.",
            among: "Social workers with a contract, without agency staff", .count, .snapshot,
            line: staff("social-workers", "inpost_headcount", .count), related: ["vacancy-rate", "agency-rate"],
            pitfalls: ["People, not full-time posts."]),
        StandardIndicator(
            "social-worker-starters", "Social workers who started", .workforce,
            "How many children and family social workers started in the year to 30 September.", among: "People", .count,
            .rolling(months: 12), line: staff("social-worker-starters", "starters_headcount", .count),
            related: ["social-worker-leavers"]),
        StandardIndicator(
            "social-worker-leavers", "Social workers who left", .workforce,
            "How many children and family social workers left in the year to 30 September.", among: "People", .count,
            .rolling(months: 12), line: staff("social-worker-leavers", "leavers_headcount", .count),
            related: ["turnover-rate"]),
        StandardIndicator(
            "turnover-rate", "Turnover of social workers", .workforce,
            "Social workers who left in the year, as a share of those in post on 30 September.",
            of: "Leavers in the year, in full-time equivalents",
            outOf: "Social workers in post, in full-time equivalents",
            .percent, decimals: 1, .rolling(months: 12), .lowerIsBetter,
            line: staff(
                "turnover-rate", "turnover_rate_fte", .percent, numerator: "leavers_fte", denominator: "inpost_fte"),
            related: ["vacancy-rate", "social-worker-leavers"],
            pitfalls: ["The share is of those in post at the end of the year, not on average over it."]),
        StandardIndicator(
            "vacancy-rate", "Vacant social worker posts", .workforce,
            "The share of posts for children's social workers that nobody was employed in on 30 September.",
            of: "Vacant posts, in full-time equivalents", outOf: "All posts, in full-time equivalents", .percent,
            decimals: 1, .snapshot, .lowerIsBetter, line: staff("vacancy-rate", "vacancy_rate_fte", .percent),
            related: ["agency-rate"], pitfalls: ["A post that an agency worker covers is vacant all the same."]),
        StandardIndicator(
            "agency-rate", "Agency social workers", .workforce,
            "The share of children's social workers who came from an agency on 30 September.",
            of: "Agency social workers, in full-time equivalents",
            outOf: "Social workers in post and from agencies, in full-time equivalents", .percent, decimals: 1,
            .snapshot,
            .lowerIsBetter, line: staff("agency-rate", "agency_rate_fte", .percent),
            related: ["vacancy-rate", "agency-cover-rate"]),
        StandardIndicator(
            "agency-cover-rate", "Agency social workers who cover vacancies", .workforce,
            "The share of agency social workers who stood in for a vacant post.",
            of: "Agency social workers covering vacancies, in full-time equivalents",
            outOf: "Agency social workers, in full-time equivalents", .percent, decimals: 1, .snapshot,
            line: staff(
                "agency-cover-rate", "agency_cover_rate_fte", .percent, numerator: "agency_cover_fte",
                denominator: "agency_fte"),
            related: ["agency-rate"], pitfalls: ["Not applicable where there was no agency worker."]),
        StandardIndicator(
            "caseload", "Average caseload of social workers", .workforce,
            "How many cases a social worker who held cases had on average on 30 September.", of: "Cases held",
            outOf: "Social workers who held cases, in full-time equivalents", .ratio, decimals: 1, .snapshot,
            .lowerIsBetter,
            line: staff("caseload", "caseload_fte", .ratio, numerator: "cases", denominator: "case_holders_fte"),
            related: ["social-workers"],
            pitfalls: ["An average hides newly qualified workers, whose caseloads should be smaller."]),
        StandardIndicator(
            "cases-held", "Cases held by social workers", .workforce,
            "How many cases children and family social workers held on 30 September.", among: "Cases", .count,
            .snapshot,
            line: staff("cases-held", "cases", .count), related: ["caseload"]),
        StandardIndicator(
            "sickness-absence", "Sickness absence of social workers", .workforce,
            "The share of working days in the year that social workers were away ill.", of: "Working days lost",
            outOf: "Working days", .percent, decimals: 1, .rolling(months: 12), .lowerIsBetter,
            line: staff("sickness-absence", "absence_rate_fte", .percent), related: ["turnover-rate"]),
    ]
}
