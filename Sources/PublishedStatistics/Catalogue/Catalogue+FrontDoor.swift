import ReportModel
import ReportVocabulary

/// The files that have several measures.
enum KnownFile {
    static let referrals = "c1_children_in_need_referrals_and_rereferrals"
    static let childrenInNeed = "b1_children_in_need"
    static let subsequentPlans = "d3_cpps_subsequent_plan"
    static let childrenInCare = "cla_number_and_rate_per_10k_children"
    static let stability = "la_cla_placement_stability"
    static let accommodation = "la_care_leavers_accommodation_suitability"
    static let workforce = "csww_indicators"
    static let population = "ons_mid-year_population_estimates"
}

extension StandardIndicator {
    private static let population = PublishedLine.Population(populationID)

    static let workingTogether = "Working Together to Safeguard Children (statutory guidance)"

    static let context: [StandardIndicator] = [
        StandardIndicator(
            populationID, "Children aged 0 to 17", .other,
            "How many children live in the area, as the Office for National Statistics estimates it for the middle of the year.",
            among: "Everybody under 18 who usually lives in the area", .count, .snapshot,
            line: PublishedLine(
                populationID, file: KnownFile.population, value: "population_estimate", year: .june, unit: .count),
            related: ["children-in-need-rate", "children-in-care-rate"],
            pitfalls: [
                "Estimates are revised after each census, so that rates of past years change with them.",
                "The rate of a year to March uses the estimate for the summer before it.",
            ])
    ]

    static let frontDoor: [StandardIndicator] = [
        StandardIndicator(
            "contacts", "Contacts", .frontDoor,
            "How often somebody came to the front door of children's services with a worry or a request.",
            among: "Contacts received in the period", .count, by: .practice, list: .contacts,
            related: ["contacts-to-referrals", "referrals"],
            pitfalls: ["What counts as a contact differs from council to council, and nothing national is published."]),
        StandardIndicator(
            "contacts-to-referrals", "Contacts that become referrals", .frontDoor,
            "The share of contacts that were taken on as referrals to social care.",
            of: "Contacts that led to a referral",
            outOf: "Contacts", .percent, by: .practice, list: .contacts, related: ["contacts", "referrals"],
            pitfalls: ["A high share may mean good advice to partners beforehand, or that thresholds are low."]),
        StandardIndicator(
            "early-help-assessments", "Early help assessments", .earlyHelp,
            "How many families had an early help assessment begun.", among: "Assessments begun in the period", .count,
            by: .practice, list: .earlyHelp, related: ["contacts"],
            pitfalls: ["Assessments led by schools and health services are often not in the council's system."]),
        StandardIndicator(
            "referrals", "Referrals to children's social care", .frontDoor,
            "How many requests for a service were taken on by children's social care.", among: "Referrals in the year",
            .count,
            line: PublishedLine(
                "referrals", file: KnownFile.referrals, value: "referral_count", year: .toMarch, unit: .count),
            list: .referrals, related: ["referral-rate", "repeat-referrals"],
            pitfalls: [
                "A child who is referred twice counts twice.",
                "Rounded to 10 for regions and England; councils' own numbers are not.",
            ]),
        StandardIndicator(
            "referral-rate", "Referrals per 10,000 children", .frontDoor,
            "Referrals to children's social care for every 10,000 children in the area.", of: "Referrals in the year",
            outOf: "Children aged 0 to 17", .rate(per: 10_000), decimals: 0,
            line: PublishedLine(
                "referral-rate", file: KnownFile.referrals, numerator: "referral_count", population: population,
                year: .toMarch, unit: .rate(per: 10_000), decimals: 0),
            list: .referrals, related: ["referrals", populationID],
            pitfalls: [
                "Neither a high nor a low rate is good in itself: it shows need, thresholds and early help together."
            ]),
        StandardIndicator(
            "repeat-referrals", "Referrals within 12 months of an earlier one", .frontDoor,
            "The share of referrals that came within a year of an earlier referral of the same child.",
            of: "Referrals within 12 months of an earlier one", outOf: "Referrals in the year", .percent, decimals: 1,
            .period, .lowerIsBetter,
            line: PublishedLine(
                "repeat-referrals", file: KnownFile.referrals, value: "rereferral_percent",
                numerator: "rereferral_count", denominator: "referral_count", year: .toMarch, unit: .percent,
                decimals: 1),
            list: .referrals, related: ["referrals", "subsequent-plans"],
            pitfalls: ["A child who moves between councils is not seen as referred before."]),
        StandardIndicator(
            "referrals-no-further-action", "Referrals closed without further action", .frontDoor,
            "The share of referrals after which nothing more was done.", of: "Referrals with no further action",
            outOf: "Referrals in the year", .percent, decimals: 1,
            line: PublishedLine(
                "referrals-no-further-action", file: KnownFile.referrals, value: "no_further_action_percent",
                numerator: "no_further_action_count", denominator: "referral_count", year: .toMarch, unit: .percent,
                decimals: 1),
            list: .referrals, related: ["referrals", "assessed-not-in-need"],
            pitfalls: ["Councils that screen contacts first have nearly none."]),
        StandardIndicator(
            "assessed-not-in-need", "Referrals assessed as not in need", .frontDoor,
            "The share of referrals where an assessment found that the child did not need social care.",
            of: "Referrals where the child was found not to be in need", outOf: "Referrals in the year", .percent,
            decimals: 1,
            line: PublishedLine(
                "assessed-not-in-need", file: KnownFile.referrals, value: "not_in_need_percent",
                numerator: "not_in_need_count", denominator: "referral_count", year: .toMarch, unit: .percent,
                decimals: 1),
            list: .assessments, related: ["referrals-no-further-action"],
            pitfalls: ["Read it with the share closed without action: together they are referrals that led nowhere."]),
        StandardIndicator(
            "children-referred", "Children referred", .frontDoor,
            "How many children were referred at least once in the year.", among: "Children, each counted once", .count,
            line: PublishedLine(
                "children-referred", file: KnownFile.referrals, value: "referral_child_count", year: .toMarch,
                unit: .count),
            list: .referrals, related: ["referrals"]),
        StandardIndicator(
            "referral-decision-1-day", "Decisions on referrals within one working day", .frontDoor,
            "The share of referrals on which a social worker decided within one working day what to do.",
            of: "Referrals with a decision in time", outOf: "Referrals", .percent, .period, .higherIsBetter,
            by: .practice,
            within: Timescale(
                limit: "1 working day", from: "referral", authority: .statutory, source: workingTogether),
            list: .referrals, related: ["assessments-45-days"], pitfalls: ["Not published nationally."]),
        StandardIndicator(
            "assessments-45-days", "Assessments completed within 45 working days", .childrenInNeed,
            "The share of assessments that were finished within 45 working days of the referral.",
            of: "Assessments completed in time", outOf: "Assessments completed", .percent, .period, .higherIsBetter,
            within: Timescale(
                limit: "45 working days", from: "referral", authority: .statutory, source: workingTogether),
            list: .assessments, related: ["referral-decision-1-day"],
            pitfalls: [
                "Working days leave out weekends and bank holidays.",
                "Assessments that are still open are in no figure until they end; look at open ones beside it.",
            ]),
    ]

    static let childrenInNeed: [StandardIndicator] = [
        StandardIndicator(
            "children-in-need", "Children in need", .childrenInNeed,
            "How many children were known to need social care on 31 March.",
            among: "Episodes of need open on the day, children in care and on protection plans included", .count,
            .snapshot,
            line: PublishedLine(
                "children-in-need", file: KnownFile.childrenInNeed, value: "At31_episodes", year: .march, unit: .count),
            list: .childrenInNeed, related: ["children-in-need-rate"],
            pitfalls: [
                "The national count includes children in care and on protection plans; many councils' own does not.",
                "Disabled children who get a service count, also without a social worker.",
            ]),
        StandardIndicator(
            "children-in-need-rate", "Children in need per 10,000 children", .childrenInNeed,
            "Children known to need social care on 31 March for every 10,000 children in the area.",
            of: "Episodes of need open on 31 March", outOf: "Children aged 0 to 17", .rate(per: 10_000), decimals: 0,
            .snapshot,
            line: PublishedLine(
                "children-in-need-rate", file: KnownFile.childrenInNeed, numerator: "At31_episodes",
                population: population, year: .march, unit: .rate(per: 10_000), decimals: 0),
            list: .childrenInNeed, related: ["children-in-need", populationID],
            pitfalls: ["Revised when the population estimates are."]),
        StandardIndicator(
            "children-in-need-starts", "Episodes of need that began", .childrenInNeed,
            "How many episodes of need began in the year.", among: "Episodes begun in the year", .count,
            line: PublishedLine(
                "children-in-need-starts", file: KnownFile.childrenInNeed, value: "Started_episodes", year: .toMarch,
                unit: .count),
            list: .childrenInNeed, related: ["children-in-need-ends"]),
        StandardIndicator(
            "children-in-need-ends", "Episodes of need that ended", .childrenInNeed,
            "How many episodes of need ended in the year.", among: "Episodes ended in the year", .count,
            line: PublishedLine(
                "children-in-need-ends", file: KnownFile.childrenInNeed, value: "Ended_episodes", year: .toMarch,
                unit: .count),
            list: .childrenInNeed, related: ["children-in-need-starts"]),
        StandardIndicator(
            "children-in-need-start-rate", "Episodes of need that began, per 10,000 children", .childrenInNeed,
            "Episodes of need begun in the year for every 10,000 children in the area.",
            of: "Episodes begun in the year",
            outOf: "Children aged 0 to 17", .rate(per: 10_000), decimals: 0,
            line: PublishedLine(
                "children-in-need-start-rate", file: KnownFile.childrenInNeed, numerator: "Started_episodes",
                population: population, year: .toMarch, unit: .rate(per: 10_000), decimals: 0),
            list: .childrenInNeed, related: ["children-in-need-starts"]),
        StandardIndicator(
            "awaiting-assessment", "Children waiting for an assessment", .childrenInNeed,
            "How many children in need on 31 March had not been assessed yet.", among: "Children in need on 31 March",
            .count, .snapshot,
            line: PublishedLine(
                "awaiting-assessment", file: KnownFile.childrenInNeed, value: "awaiting_assessment", year: .march,
                unit: .count),
            list: .assessments, related: ["assessments-45-days"]),
        StandardIndicator(
            "children-in-need-over-2-years", "Children in need for two years or more", .childrenInNeed,
            "The share of children in need whose episode had been open for two years or more on 31 March.",
            of: "Episodes open for two years or more", outOf: "Episodes open on 31 March", .percent, decimals: 1,
            .snapshot,
            file: "b4_children_in_need_duration_of_open_episode", list: .childrenInNeed, related: ["children-in-need"]),
        StandardIndicator(
            "children-in-need-ended-under-3-months", "Episodes of need that ended within three months", .childrenInNeed,
            "The share of ended episodes that had lasted less than three months.",
            of: "Episodes that lasted under three months",
            outOf: "Episodes ended in the year", .percent, decimals: 1,
            file: "b5_children_in_need_duration_of_ended_episode",
            list: .childrenInNeed, related: ["children-in-need-ends"]),
        StandardIndicator(
            "children-in-need-visits", "Visits to children in need in time", .childrenInNeed,
            "The share of children in need who were visited as often as the council's own standard asks.",
            of: "Children visited in time", outOf: "Children in need with a plan", .percent, .snapshot, .higherIsBetter,
            by: .practice, list: .childrenInNeed, related: ["child-protection-visits"],
            pitfalls: ["Each council sets its own frequency, so councils cannot be compared."]),
    ]
}
