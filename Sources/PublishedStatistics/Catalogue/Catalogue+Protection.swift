import ReportModel
import ReportVocabulary

extension StandardIndicator {
    static let childProtection: [StandardIndicator] = [
        StandardIndicator(
            "section-47-rate", "Section 47 enquiries per 10,000 children", .childProtection,
            "Enquiries into whether a child is being harmed, for every 10,000 children in the area.",
            of: "Section 47 enquiries begun in the year", outOf: "Children aged 0 to 17", .rate(per: 10_000),
            file: "c4_children_in_need_section_47s_and_icpcs", list: .enquiries,
            related: ["initial-conference-rate", "enquiries-to-conference"]),
        StandardIndicator(
            "enquiries-to-conference", "Section 47 enquiries that lead to a conference", .childProtection,
            "The share of enquiries after which a child protection conference was held.",
            of: "Enquiries that led to an initial conference", outOf: "Section 47 enquiries", .percent, by: .practice,
            file: "c4_children_in_need_section_47s_and_icpcs", list: .enquiries, related: ["section-47-rate"],
            pitfalls: ["A low share may mean that enquiries are begun where they are not needed."]),
        StandardIndicator(
            "initial-conference-rate", "Initial child protection conferences per 10,000 children", .childProtection,
            "Children who were the subject of a first conference in the year, for every 10,000 children in the area.",
            of: "Children who were the subject of an initial conference", outOf: "Children aged 0 to 17",
            .rate(per: 10_000), file: "c4_children_in_need_section_47s_and_icpcs", list: .enquiries,
            related: ["conferences-15-days"]),
        StandardIndicator(
            "conferences-15-days", "Initial conferences within 15 working days", .childProtection,
            "The share of first conferences held within 15 working days of the strategy discussion that led to them.",
            of: "Conferences in time", outOf: "Initial conferences", .percent, .period, .higherIsBetter,
            within: Timescale(
                limit: "15 working days", from: "strategy discussion", authority: .statutory, source: workingTogether),
            file: "c4_children_in_need_section_47s_and_icpcs", list: .enquiries, related: ["initial-conference-rate"],
            pitfalls: ["The time runs from the discussion at which the enquiry was begun, not from its end."]),
        StandardIndicator(
            "child-protection-plans", "Children on a child protection plan", .childProtection,
            "How many children had a child protection plan on 31 March.", among: "Children with a plan on the day",
            .count,
            .snapshot, file: "c5_children_in_need_referrals_by_source", list: .childProtection,
            related: ["child-protection-rate"]),
        StandardIndicator(
            "child-protection-rate", "Children on a child protection plan per 10,000 children", .childProtection,
            "Children with a child protection plan on 31 March for every 10,000 children in the area.",
            of: "Children with a plan on 31 March", outOf: "Children aged 0 to 17", .rate(per: 10_000), .snapshot,
            file: "c5_children_in_need_referrals_by_source", list: .childProtection,
            related: ["child-protection-plans", "plans-started"]),
        StandardIndicator(
            "plans-started", "Child protection plans that began", .childProtection,
            "How many child protection plans began in the year.", among: "Plans begun in the year", .count,
            line: PublishedLine(
                "plans-started", file: KnownFile.subsequentPlans, value: "CPP_start", year: .toMarch, unit: .count),
            list: .childProtection, related: ["plan-start-rate", "subsequent-plans"]),
        StandardIndicator(
            "plan-start-rate", "Child protection plans that began, per 10,000 children", .childProtection,
            "Child protection plans begun in the year for every 10,000 children in the area.",
            of: "Plans begun in the year", outOf: "Children aged 0 to 17", .rate(per: 10_000), decimals: 0, .period,
            .lowerIsBetter,
            line: PublishedLine(
                "plan-start-rate", file: KnownFile.subsequentPlans, numerator: "CPP_start",
                population: PublishedLine.Population(populationID), year: .toMarch, unit: .rate(per: 10_000),
                decimals: 0),
            list: .childProtection, related: ["plans-started"],
            pitfalls: ["The Department calls a low rate better; a fall can also mean that harm is not seen."]),
        StandardIndicator(
            "subsequent-plans", "Plans that are a second or later one", .childProtection,
            "The share of child protection plans begun in the year for children who had had a plan before, however long ago.",
            of: "Plans for children who had one before", outOf: "Plans begun in the year", .percent, decimals: 1,
            .period,
            .lowerIsBetter,
            line: PublishedLine(
                "subsequent-plans", file: KnownFile.subsequentPlans, value: "CPP_subsequent_percent",
                numerator: "CPP_subsequent", denominator: "CPP_start", year: .toMarch, unit: .percent, decimals: 1),
            list: .childProtection, related: ["plans-started", "repeat-referrals"],
            pitfalls: [
                "A plan at any time in childhood counts; many councils also report second plans within two years.",
                "One large family moves the figure of a small council by several points.",
            ]),
        StandardIndicator(
            "plans-over-2-years", "Children on a plan for two years or more", .childProtection,
            "The share of children with a plan on 31 March who had had it for two years or more.",
            of: "Children with a plan for two years or more", outOf: "Children with a plan on 31 March", .percent,
            decimals: 1, .snapshot, .lowerIsBetter, file: "d5_cpps_at31march_by_duration", list: .childProtection,
            related: ["plans-ended-over-2-years"]),
        StandardIndicator(
            "plans-ended-over-2-years", "Plans that ended after two years or more", .childProtection,
            "The share of plans ended in the year that had lasted two years or more.",
            of: "Plans that had lasted two years or more", outOf: "Plans ended in the year", .percent, decimals: 1,
            .period,
            .lowerIsBetter, file: "d7_cpps_ending_by_duration", list: .childProtection, related: ["plans-over-2-years"],
            pitfalls: ["Ending long plans makes the figure worse for a year; it is not bad news."]),
        StandardIndicator(
            "plan-reviews-in-time", "Child protection plans reviewed in time", .childProtection,
            "The share of children on a plan for three months or more whose reviews were all held in time.",
            of: "Children whose reviews were held in time", outOf: "Children with a plan for three months or more",
            .percent,
            decimals: 1, .snapshot, .higherIsBetter,
            within: Timescale(
                limit: "3 months", from: "initial conference, then every six months", authority: .statutory,
                source: workingTogether),
            file: "d6_cpps_reviewed_within_timescales", list: .childProtection, related: ["conferences-15-days"]),
        StandardIndicator(
            "core-groups-10-days", "First core groups within 10 working days", .childProtection,
            "The share of first core group meetings held within 10 working days of the conference.",
            of: "Core groups in time", outOf: "Plans begun", .percent, .period, .higherIsBetter, by: .practice,
            within: Timescale(
                limit: "10 working days", from: "initial conference", authority: .statutory, source: workingTogether),
            list: .childProtection, related: ["conferences-15-days"], pitfalls: ["Not published nationally."]),
        StandardIndicator(
            "child-protection-visits", "Visits to children on a plan in time", .childProtection,
            "The share of children on a plan who were seen as often as the plan or the council's standard asks.",
            of: "Children visited in time", outOf: "Children with a plan", .percent, .snapshot, .higherIsBetter,
            by: .practice, list: .childProtection, related: ["children-in-need-visits"],
            pitfalls: ["A visit at which the child was not seen does not count."]),
        StandardIndicator(
            "care-applications-rate", "Care applications per 10,000 children", .childProtection,
            "Applications to court for a care order, for every 10,000 children in the area.",
            of: "Applications in the year", outOf: "Children aged 0 to 17", .rate(per: 10_000), decimals: 1,
            related: ["care-proceedings-weeks"],
            pitfalls: ["Published by Cafcass, not by the Department for Education."]),
        StandardIndicator(
            "care-proceedings-weeks", "Length of care proceedings", .childProtection,
            "How many weeks care proceedings took on average from application to final order.",
            among: "Cases ended in the period", .weeks, .period, .lowerIsBetter, by: .practice,
            within: Timescale(
                limit: "26 weeks", from: "application", authority: .statutory,
                source: "Children Act 1989, section 32, as amended by the Children and Families Act 2014"),
            related: ["care-applications-rate"]),
        StandardIndicator(
            "return-interviews-72-hours", "Return home interviews within 72 hours", .childProtection,
            "The share of times that a child came back from being missing and was talked to within 72 hours.",
            of: "Interviews in time", outOf: "Times that a child came back", .percent, .period, .higherIsBetter,
            by: .practice,
            within: Timescale(
                limit: "72 hours", from: "return", authority: .statutory,
                source: "Statutory guidance on children who run away or go missing from home or care (2014)"),
            related: ["children-missing"],
            pitfalls: ["An offer that the child refuses counts in some councils and not in others; say which."]),
    ]
}
