import FamilyServicesKit

/// Measures of children in care.
enum CatalogueCare {
    private static let group = ServiceArea.childrenInCare.heading

    static let all: [IndicatorDefinition] = [
        IndicatorDefinition(
            id: "cic-open", title: "Children in care", group: group, service: .childrenInCare, unit: .count,
            polarity: .neutral, recipe: .number(.careOpen),
            definition:
                "Children in care at the end of the month: those of the month before, and started, less ceased.",
            population: "Children under 18, short breaks excluded", owner: "head-care", split: .age),
        IndicatorDefinition(
            id: "cic-rate", title: "Children in care for every 10,000 children", group: group, service: .childrenInCare,
            unit: .rate(per: 10_000), polarity: .neutral, recipe: .perPopulation(.careOpen),
            numerator: "Children in care", denominator: "Children aged 0 to 17, mid-year estimate", owner: "head-care",
            comparators: .init(england: [706, 697, 671], london: [523, 511, 497], neighbours: [518, 509, 502])),
        IndicatorDefinition(
            id: "cic-started", title: "Children who came into care", group: group, service: .childrenInCare,
            unit: .count, polarity: .neutral, recipe: .number(.careStarted),
            definition: "Children who started to be looked after in the month.", owner: "head-care", byLocality: true),
        IndicatorDefinition(
            id: "cic-ceased", title: "Children who left care", group: group, service: .childrenInCare, unit: .count,
            polarity: .neutral, recipe: .number(.careCeased),
            definition: "Children who ceased to be looked after in the month, those who turned 18 included.",
            owner: "head-care"),
        IndicatorDefinition(
            id: "cic-visits", title: "Children in care visited within timescale", group: group,
            service: .childrenInCare,
            polarity: .higherIsBetter, recipe: .share(of: .careOpen, Path((36, 887), (18, 921), (0, 958))),
            definition: "Children whose last visit was within six weeks, or twelve in a long-term placement.",
            numerator: "Children visited in time", denominator: "Children in care", target: "at least 95",
            tolerance: "5", timescale: ["6 weeks", "last visit", "next visit", "statutory"], owner: "head-care",
            split: .team, references: "4a(i)", gaps: [.systemChange]),
        IndicatorDefinition(
            id: "cic-reviews", title: "Reviews of children in care held in time", group: group,
            service: .childrenInCare,
            polarity: .higherIsBetter, recipe: .share(of: .careReviews, Path((36, 931), (0, 968))),
            definition: "Reviews held no later than the date set by the regulations.",
            numerator: "Reviews held in time", denominator: "Reviews due in the month", target: "at least 95",
            tolerance: "5", targetLevel: "statutory",
            timescale: ["6 months", "last review", "next review", "statutory"], owner: "head-quality",
            references: "4a(ii)"),
        IndicatorDefinition(
            id: "cic-initial-health", title: "Initial health assessments within 20 working days", group: group,
            service: .childrenInCare, polarity: .higherIsBetter,
            recipe: .share(of: .careStarted, Path((36, 452), (20, 480), (10, 690), (0, 742))),
            definition: "Children whose first health assessment was done within 20 working days of coming into care.",
            numerator: "Children assessed in time", denominator: "Children who came into care in the month",
            target: "at least 85", tolerance: "15",
            timescale: ["20 working days", "coming into care", "assessment", "statutory"],
            owner: "head-care", split: .team, references: "4b(i)"),
        IndicatorDefinition(
            id: "cic-education-plans", title: "Personal education plans that are up to date", group: group,
            service: .childrenInCare, polarity: .higherIsBetter,
            recipe: .steadyShare(of: .schoolAge, Path((36, 873), (18, 921), (0, 954)), wobble: 4),
            definition: "Plans reviewed in the current or the last school term.",
            numerator: "Children with a plan that is up to date",
            denominator: "Children in care of statutory school age",
            target: "at least 95", tolerance: "5", owner: "virtual-head", references: "4b(ii)"),
        IndicatorDefinition(
            id: "cic-three-placements", title: "Children in care with three or more placements in a year", group: group,
            service: .childrenInCare, polarity: .lowerIsBetter,
            recipe: .steadyShare(of: .careOpen, Path((36, 118), (14, 101), (0, 94)), wobble: 3),
            definition:
                "Children who lived in three or more placements in the twelve months before the end of the month.",
            numerator: "Children with three or more placements", denominator: "Children in care", target: "at most 9",
            tolerance: "2", owner: "head-care", split: .age, references: "4b(iii)",
            comparators: .init(england: [101, 103, 102], london: [107, 108, 106], neighbours: [98, 101, 99])),
        IndicatorDefinition(
            id: "cic-long-term", title: "Children in care in the same placement for two years", group: group,
            service: .childrenInCare, polarity: .higherIsBetter,
            recipe: .steadyShare(of: .longTerm, Path((36, 661), (0, 704)), wobble: 2),
            definition:
                "Of children under 16 in care for two and a half years or more, those with the same carer for two.",
            numerator: "Children with the same carer for two years",
            denominator: "Children under 16 in care for two and a half years or more", target: "at least 70",
            tolerance: "5", owner: "head-care", references: "4b(iii)",
            comparators: .init(england: [688, 687, 692], london: [672, 679, 684], neighbours: [694, 690, 696])),
        IndicatorDefinition(
            id: "cic-return-interviews", title: "Return interviews within 72 hours of a missing episode", group: group,
            service: .childrenInCare, polarity: .higherIsBetter,
            recipe: .share(of: .missingEpisodes, Path((32, 580), (12, 704), (0, 748))),
            definition:
                "Episodes after which an independent worker spoke with the child within 72 hours of the return.",
            numerator: "Episodes followed by an interview in time",
            denominator: "Missing episodes that ended in the month",
            target: "at least 80", tolerance: "10",
            timescale: ["72 hours", "return of the child", "interview", "statutory"],
            owner: "head-care", references: "4a(iii)",
            gaps: [.init(ago: 33...10_000, shorthand: "[x]", note: "Not collected before October 2023")]),
        IndicatorDefinition(
            id: "permanence-ytd", title: "Children adopted or with a special guardian since April", group: group,
            service: .childrenInCare, unit: .count, polarity: .higherIsBetter, recipe: .yearToDate(.permanence),
            definition:
                "Children who left care through adoption or special guardianship since 1 April: a sum that starts "
                + "again each April and can be compared with the same month of another year only.",
            owner: "head-care", references: "4c(i)"),
        IndicatorDefinition(
            id: "adoption-days", title: "Days from coming into care to moving in with adopters", group: group,
            service: .childrenInCare, unit: .days, polarity: .lowerIsBetter,
            recipe: .measurement(Path((36, 4_720), (12, 4_510), (0, 4_390)), wobble: 90),
            definition: "Average over the children adopted in the three years before the end of the month.",
            target: "at most 426", tolerance: "10% of target", targetLevel: "national", owner: "head-care",
            references: "4c(ii)"),
    ]
}

/// Measures of care leavers.
enum CatalogueLeavers {
    private static let group = ServiceArea.careLeavers.heading

    static let all: [IndicatorDefinition] = [
        IndicatorDefinition(
            id: "leavers", title: "Care leavers aged 17 to 25", group: group, service: .careLeavers, unit: .count,
            polarity: .neutral, recipe: .number(.careLeavers),
            definition: "Young people with a right to support as care leavers at the end of the month.",
            owner: "head-leaving-care"),
        IndicatorDefinition(
            id: "leavers-pathway-plans", title: "Care leavers with an up-to-date pathway plan", group: group,
            service: .careLeavers, polarity: .higherIsBetter,
            recipe: .steadyShare(of: .careLeavers, Path((36, 782), (16, 862), (0, 913)), wobble: 4),
            definition: "Plans written or reviewed with the young person in the last six months.",
            numerator: "Care leavers with a plan reviewed in six months", denominator: "Care leavers aged 17 to 25",
            target: "at least 95", tolerance: "10% of target",
            timescale: ["6 months", "last review", "next review", "statutory"],
            owner: "head-leaving-care", references: "4d(i)"),
        IndicatorDefinition(
            id: "leavers-education-work", title: "Care leavers in education, employment or training", group: group,
            service: .careLeavers, polarity: .higherIsBetter,
            recipe: .steadyShare(of: .careLeavers, Path((36, 531), (12, 574), (0, 612)), wobble: 4),
            numerator: "Care leavers in education, employment or training", denominator: "Care leavers aged 17 to 25",
            target: "at least 62", tolerance: "5", owner: "head-leaving-care", references: "4d(ii)",
            comparators: .init(england: [559, 558, 561], london: [579, 583, 588], neighbours: [571, 576, 580])),
        IndicatorDefinition(
            id: "leavers-suitable-homes", title: "Care leavers in suitable accommodation", group: group,
            service: .careLeavers, polarity: .higherIsBetter,
            recipe: .steadyShare(of: .careLeavers, Path((36, 872), (0, 912)), wobble: 3),
            numerator: "Care leavers in suitable accommodation", denominator: "Care leavers aged 17 to 25",
            target: "at least 92", tolerance: "4", owner: "head-leaving-care", references: "4d(iii)",
            comparators: .init(england: [883, 880, 886], london: [871, 873, 879], neighbours: [882, 884, 887])),
    ]
}
