import ReportModel
import ReportVocabulary

extension StandardIndicator {
    private static let carePlanning = "Care Planning, Placement and Case Review (England) Regulations 2010"
    private static let onTheDay = ["population_type": "Children looked after on 31 March each year"]
    private static let starting = ["population_type": "Children starting to be looked after each year"]
    private static let ceasing = ["population_type": "Children ceasing to be looked after each year"]

    private static func careRate(
        _ id: Indicator.ID, _ filters: [String: String], _ year: ReportingYear
    ) -> PublishedLine {
        PublishedLine(
            id, file: KnownFile.childrenInCare, value: "rate_per_10000", numerator: "children_count",
            denominator: "population_estimate", filters: filters, year: year, unit: .rate(per: 10_000), decimals: 0)
    }

    private static func careCount(
        _ id: Indicator.ID, _ filters: [String: String], _ year: ReportingYear
    ) -> PublishedLine {
        PublishedLine(
            id, file: KnownFile.childrenInCare, value: "children_count", filters: filters, year: year, unit: .count)
    }

    private static func stability(_ id: Indicator.ID, _ group: String, _ item: String) -> PublishedLine {
        PublishedLine(
            id, file: KnownFile.stability, value: "children_percent", numerator: "children_count",
            denominator: "children_count", filters: ["cla_group": group, "placement_stability": item],
            denominatorFilters: ["cla_group": group, "placement_stability": "Total children"], year: .toMarch,
            unit: .percent, decimals: 0)
    }

    static let childrenInCare: [StandardIndicator] = [
        StandardIndicator(
            "children-in-care", "Children in care", .childrenInCare,
            "How many children the council looked after on 31 March.",
            among: "Children looked after on the day, without series of short breaks", .count, .snapshot,
            line: careCount("children-in-care", onTheDay, .march), list: .childrenInCare,
            related: ["children-in-care-rate", "unaccompanied-children"]),
        StandardIndicator(
            "children-in-care-rate", "Children in care per 10,000 children", .childrenInCare,
            "Children looked after on 31 March for every 10,000 children in the area.",
            of: "Children looked after on 31 March", outOf: "Children aged 0 to 17", .rate(per: 10_000), decimals: 0,
            .snapshot, line: careRate("children-in-care-rate", onTheDay, .march), list: .childrenInCare,
            related: ["children-in-care", populationID],
            pitfalls: ["Unaccompanied children are in the figure, and weigh most in ports and where airports are."]),
        StandardIndicator(
            "care-starts", "Children who came into care", .childrenInCare,
            "How many children started to be looked after in the year.", among: "Children, each counted once", .count,
            line: careCount("care-starts", starting, .toMarch), list: .childrenInCare,
            related: ["care-start-rate", "care-ends"]),
        StandardIndicator(
            "care-start-rate", "Children who came into care per 10,000 children", .childrenInCare,
            "Children who started to be looked after in the year for every 10,000 children in the area.",
            of: "Children who started in the year", outOf: "Children aged 0 to 17", .rate(per: 10_000), decimals: 0,
            line: careRate("care-start-rate", starting, .toMarch), list: .childrenInCare, related: ["care-starts"]),
        StandardIndicator(
            "care-ends", "Children who left care", .childrenInCare,
            "How many children ceased to be looked after in the year.", among: "Children, each counted once", .count,
            line: careCount("care-ends", ceasing, .toMarch), list: .childrenInCare,
            related: ["care-end-rate", "care-starts"]),
        StandardIndicator(
            "care-end-rate", "Children who left care per 10,000 children", .childrenInCare,
            "Children who ceased to be looked after in the year for every 10,000 children in the area.",
            of: "Children who ceased in the year", outOf: "Children aged 0 to 17", .rate(per: 10_000), decimals: 0,
            line: careRate("care-end-rate", ceasing, .toMarch), list: .childrenInCare, related: ["care-ends"]),
        StandardIndicator(
            "unaccompanied-children", "Unaccompanied asylum-seeking children in care", .childrenInCare,
            "How many of the children in care on 31 March had come to the country without a parent or carer.",
            among: "Children looked after on the day", .count, .snapshot, file: "la_cla_on_31_march_by_characteristics",
            list: .childrenInCare, related: ["children-in-care"]),
        StandardIndicator(
            "three-or-more-placements", "Children with three or more placements in the year", .childrenInCare,
            "The share of children in care on 31 March who had lived in three or more places during the year.",
            of: "Children with three or more placements in the year", outOf: "Children looked after on 31 March",
            .percent,
            decimals: 0, .rolling(months: 12), .lowerIsBetter,
            line: stability(
                "three-or-more-placements", "CLA on 31 March", "With 3 or more placements during the year"),
            list: .childrenInCare, related: ["long-term-stability"],
            pitfalls: ["Children who left care during the year are not in it, whatever they went through."]),
        StandardIndicator(
            "long-term-stability", "Children in the same home for two years", .childrenInCare,
            "The share of children under 16 in care for two and a half years or more who had lived with the same carer for two.",
            of: "Children with the same carer for at least two years",
            outOf: "Children under 16 looked after for at least two and a half years", .percent, decimals: 0, .snapshot,
            .higherIsBetter,
            line: stability(
                "long-term-stability",
                "Children looked after continuously for at least 2.5 years on 31 March aged under 16 years",
                "Living with the same carer for at least 2 years"),
            list: .childrenInCare, related: ["three-or-more-placements"]),
        StandardIndicator(
            "three-or-more-placements-2-years", "Children with three or more placements in two years", .childrenInCare,
            "The share of children in care for two years who had lived in three or more places in that time.",
            of: "Children with three or more placements in two years",
            outOf: "Children looked after for two years on 31 March", .percent, decimals: 0, .rolling(months: 24),
            .lowerIsBetter, by: .practice,
            line: stability(
                "three-or-more-placements-2-years", "CLA 2 years on 31 March",
                "With 3 or more placements during the previous 2 years"),
            list: .childrenInCare, related: ["three-or-more-placements"]),
        StandardIndicator(
            "foster-care", "Children in care who live with foster carers", .childrenInCare,
            "The share of children in care on 31 March who lived in a foster family.", of: "Children in foster care",
            outOf: "Children looked after on 31 March", .percent, decimals: 0, .snapshot, .higherIsBetter,
            file: "la_cla_on_31_march_by_characteristics", list: .childrenInCare, related: ["residential-care"]),
        StandardIndicator(
            "residential-care", "Children in care who live in children's homes", .childrenInCare,
            "The share of children in care on 31 March who lived in a children's home or secure unit.",
            of: "Children in children's homes and secure units", outOf: "Children looked after on 31 March", .percent,
            decimals: 0, .snapshot, file: "la_cla_on_31_march_by_characteristics", list: .childrenInCare,
            related: ["foster-care"]),
        StandardIndicator(
            "placed-over-20-miles", "Children placed more than 20 miles away and outside the area", .childrenInCare,
            "The share of children in care who lived more than 20 miles from home and outside the council's area.",
            of: "Children placed more than 20 miles from home outside the area",
            outOf: "Children looked after on 31 March",
            .percent, decimals: 0, .snapshot, .lowerIsBetter, file: "la_cla_on_31_march_by_characteristics",
            list: .childrenInCare, related: ["residential-care"],
            pitfalls: ["Small city councils have many children outside their area who live close to home."]),
        StandardIndicator(
            "health-assessments", "Children in care with a health assessment", .childrenInCare,
            "The share of children in care for a year or more who had had their yearly health assessment.",
            of: "Children with a health assessment in the year", outOf: "Children looked after for 12 months or more",
            .percent, decimals: 0, .period, .higherIsBetter, file: "la_conviction_health_outcome_cla",
            list: .childrenInCare, related: ["dental-checks", "immunisations"]),
        StandardIndicator(
            "dental-checks", "Children in care who saw a dentist", .childrenInCare,
            "The share of children in care for a year or more whose teeth were checked in the year.",
            of: "Children who saw a dentist", outOf: "Children looked after for 12 months or more", .percent,
            decimals: 0,
            .period, .higherIsBetter, file: "la_conviction_health_outcome_cla", list: .childrenInCare,
            related: ["health-assessments"]),
        StandardIndicator(
            "immunisations", "Children in care with immunisations up to date", .childrenInCare,
            "The share of children in care for a year or more who had the vaccinations that they should have.",
            of: "Children with immunisations up to date", outOf: "Children looked after for 12 months or more",
            .percent,
            decimals: 0, .period, .higherIsBetter, file: "la_conviction_health_outcome_cla", list: .childrenInCare,
            related: ["health-assessments"]),
        StandardIndicator(
            "strengths-and-difficulties", "Emotional health of children in care", .childrenInCare,
            "The average score of the questionnaire on strengths and difficulties that carers fill in, from 0 to 40.",
            among: "Children aged 4 to 16 looked after for 12 months or more", .ratio, decimals: 1, .period,
            .lowerIsBetter, file: "la_conviction_health_outcome_cla", list: .childrenInCare,
            related: ["health-assessments"],
            pitfalls: ["Scores up to 13 are usual, from 17 a cause for concern; the average hides both."]),
        StandardIndicator(
            "convictions", "Children in care who offended", .childrenInCare,
            "The share of children aged 10 or over in care for a year or more who were convicted or cautioned.",
            of: "Children convicted or cautioned in the year",
            outOf: "Children aged 10 or over looked after for 12 months or more", .percent, decimals: 0, .period,
            .lowerIsBetter, file: "la_conviction_health_outcome_cla", list: .childrenInCare),
        StandardIndicator(
            "children-missing", "Children in care who went missing", .childrenInCare,
            "The share of children in care during the year who were missing at least once.",
            of: "Children missing at least once", outOf: "Children looked after during the year", .percent, decimals: 0,
            file: "la_children_who_were_missing_or_away_from_placement_without_authorisation", list: .childrenInCare,
            related: ["return-interviews-72-hours"],
            pitfalls: ["A rise can come from better recording."]),
        StandardIndicator(
            "care-reviews-in-time", "Reviews of children in care in time", .childrenInCare,
            "The share of children in care whose last review was held in time.", of: "Children reviewed in time",
            outOf: "Children in care who were due a review", .percent, .snapshot, .higherIsBetter, by: .practice,
            within: Timescale(
                limit: "20 working days", from: "coming into care, then three months, then every six months",
                authority: .statutory, source: carePlanning),
            list: .childrenInCare, related: ["care-visits"]),
        StandardIndicator(
            "care-visits", "Visits to children in care in time", .childrenInCare,
            "The share of children in care whose social worker visited them as often as the law asks.",
            of: "Children visited in time", outOf: "Children in care", .percent, .snapshot, .higherIsBetter,
            by: .practice,
            within: Timescale(
                limit: "6 weeks", from: "the visit before", authority: .statutory, source: carePlanning),
            list: .childrenInCare, related: ["care-reviews-in-time"],
            pitfalls: ["The first visit is due within a week; in settled long-term homes three months can be agreed."]),
        StandardIndicator(
            "initial-health-assessments", "Initial health assessments within 20 working days", .childrenInCare,
            "The share of children who came into care and had their first health assessment within 20 working days.",
            of: "Assessments in time", outOf: "Children due a first assessment", .percent, .period, .higherIsBetter,
            by: .practice,
            within: Timescale(
                limit: "20 working days", from: "coming into care", authority: .statutory,
                source: "Promoting the health and wellbeing of looked-after children (statutory guidance)"),
            list: .childrenInCare, related: ["health-assessments"]),
        StandardIndicator(
            "persistent-absence-in-care", "Children in care who miss a tenth of school or more", .childrenInCare,
            "The share of pupils in care who missed 10 per cent or more of their half-day sessions.",
            of: "Pupils who missed 10 per cent or more", outOf: "Pupils looked after for 12 months or more", .percent,
            decimals: 1, .period, .lowerIsBetter, file: "absence_six_half_terms_la", list: .childrenInCare),
    ]

    static let adoption: [StandardIndicator] = [
        StandardIndicator(
            "adoptions", "Children adopted from care", .childrenInCare,
            "The share of children who left care in the year because they were adopted.", of: "Children adopted",
            outOf: "Children who ceased to be looked after", .percent, decimals: 0, .period, .higherIsBetter,
            file: "la_children_who_ceased_during_the_year_sgo_adoption", list: .adoption,
            related: ["special-guardianship", "care-ends"]),
        StandardIndicator(
            "special-guardianship", "Children who left care for special guardianship", .childrenInCare,
            "The share of children who left care in the year because somebody became their special guardian.",
            of: "Children who left for special guardianship", outOf: "Children who ceased to be looked after", .percent,
            decimals: 0, file: "la_children_who_ceased_during_the_year_sgo_adoption", list: .adoption,
            related: ["adoptions"]),
        StandardIndicator(
            "adoption-court-to-match", "Days from the court's authority to a match", .childrenInCare,
            "How many days it took on average from the court's permission to place a child until a family was agreed.",
            among: "Children adopted", .days, .period, .lowerIsBetter, by: .practice, list: .adoption,
            related: ["adoptions"],
            pitfalls: ["The Department's threshold for it has been 121 days."]),
        StandardIndicator(
            "adopters-approved", "Adopters approved", .childrenInCare, "How many households were approved as adopters.",
            among: "Households approved in the period", .count, .period, .higherIsBetter, by: .practice,
            list: .adopters,
            related: ["adoptions"], pitfalls: ["Regional agencies count for several councils together."]),
    ]
}
