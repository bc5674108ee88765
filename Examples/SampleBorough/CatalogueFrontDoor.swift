import FamilyServicesKit

/// Measures of early help and of the front door.
enum CatalogueFrontDoor {
    static let earlyHelp: [IndicatorDefinition] = [
        IndicatorDefinition(
            id: "eh-started", title: "Early help episodes started", group: "Early help", service: .earlyHelp,
            unit: .count, polarity: .neutral, recipe: .number(.earlyHelpStarted),
            definition: "Families with whom targeted early help began in the month, counted by child.",
            population: "Children aged 0 to 17, and to 24 with special needs", owner: "head-early-help",
            byLocality: true,
            references: "1a(i)"),
        IndicatorDefinition(
            id: "eh-open", title: "Children with an open early help episode", group: "Early help", service: .earlyHelp,
            unit: .count, polarity: .neutral, recipe: .number(.earlyHelpOpen),
            definition: "Children with an early help plan at the end of the month.", owner: "head-early-help"),
        IndicatorDefinition(
            id: "eh-goals-met", title: "Early help closed with the family's goals met", group: "Early help",
            service: .earlyHelp, polarity: .higherIsBetter,
            recipe: .share(of: .earlyHelpEnded, Path((36, 662), (12, 742), (0, 781))),
            definition: "Closed episodes in which the family and the worker agree that most goals were met.",
            numerator: "Episodes closed with most goals met", denominator: "Episodes closed in the month",
            target: "at least 75", tolerance: "5", owner: "head-early-help", byLocality: true, references: "1a(ii)"),
        IndicatorDefinition(
            id: "eh-step-up", title: "Early help closed by stepping up to social care", group: "Early help",
            service: .earlyHelp, polarity: .lowerIsBetter,
            recipe: .share(of: .earlyHelpEnded, Path((36, 142), (0, 104))),
            definition: "Closed episodes that ended because a social worker took over.",
            numerator: "Episodes closed by a referral to social care", denominator: "Episodes closed in the month",
            target: "at most 12", tolerance: "3", owner: "head-early-help", references: "1a(ii); 1b(ii)"),
    ]

    static let frontDoor: [IndicatorDefinition] = [
        IndicatorDefinition(
            id: "contacts", title: "Contacts", group: ServiceArea.frontDoor.heading, service: .frontDoor, unit: .count,
            polarity: .neutral, recipe: .number(.contacts),
            definition: "Contacts received about a child, whatever came of them.",
            population: "Children who live or are found in the borough", owner: "head-front-door"),
        IndicatorDefinition(
            id: "contacts-1-day", title: "Contacts decided within one working day",
            group: ServiceArea.frontDoor.heading, service: .frontDoor, polarity: .higherIsBetter,
            recipe: .share(of: .contacts, Path((36, 858), (27, 866), (20, 942), (0, 957))),
            definition: "Contacts on which a manager recorded a decision within one working day.",
            numerator: "Contacts decided within one working day", denominator: "Contacts received in the month",
            target: "at least 95", tolerance: "5",
            timescale: ["1 working days", "receipt of the contact", "manager's decision", "statutory"],
            owner: "head-front-door", references: "1b(i)"),
        IndicatorDefinition(
            id: "referrals", title: "Referrals", group: ServiceArea.frontDoor.heading, service: .frontDoor,
            unit: .count,
            polarity: .neutral, recipe: .number(.referrals),
            definition: "Contacts that a manager accepted as referrals to children's social care.",
            owner: "head-front-door", byLocality: true),
        IndicatorDefinition(
            id: "referral-rate", title: "Referrals in the last twelve months for every 10,000 children",
            group: ServiceArea.frontDoor.heading, service: .frontDoor, unit: .rate(per: 10_000), polarity: .neutral,
            recipe: .yearPerPopulation(.referrals),
            definition: "Referrals of the twelve months that end with the month, against the child population.",
            numerator: "Referrals in twelve months", denominator: "Children aged 0 to 17, mid-year estimate",
            owner: "head-front-door",
            comparators: .init(
                england: [5_440, 5_190, 5_230], london: [5_210, 5_150, 5_080], neighbours: [4_870, 4_790, 4_820])),
        IndicatorDefinition(
            id: "re-referrals", title: "Referrals within twelve months of an earlier one",
            group: ServiceArea.frontDoor.heading, service: .frontDoor, polarity: .lowerIsBetter,
            recipe: .share(of: .referrals, Path((36, 228), (24, 216), (10, 178), (0, 171))),
            definition: "Referrals about a child who had already been referred in the twelve months before.",
            numerator: "Referrals with an earlier one within twelve months", denominator: "Referrals in the month",
            targets: [
                .init(target: "at most 22", tolerance: "3", level: "local", from: "2023-07", until: "2025-03"),
                .init(target: "at most 18", tolerance: "3", level: "local", from: "2025-04", until: ""),
            ],
            owner: "head-front-door", byLocality: true, references: "1b(ii)",
            comparators: .init(england: [222, 224, 226], london: [191, 192, 195], neighbours: [188, 184, 186])),
    ]
}

/// Measures of assessment and of children in need.
enum CatalogueNeed {
    static let all: [IndicatorDefinition] = [
        IndicatorDefinition(
            id: "assessments-completed", title: "Assessments completed", group: ServiceArea.childrenInNeed.heading,
            service: .childrenInNeed, unit: .count, polarity: .neutral, recipe: .number(.assessmentsCompleted),
            definition: "Social work assessments that a manager signed off in the month.", owner: "head-assessment",
            split: .team),
        IndicatorDefinition(
            id: "assessments-45-days", title: "Assessments completed within 45 working days",
            group: ServiceArea.childrenInNeed.heading, service: .childrenInNeed, polarity: .higherIsBetter,
            recipe: .share(of: .assessmentsCompleted, Path((36, 742), (21, 754), (17, 884), (0, 921))),
            definition: "Assessments signed off no later than 45 working days after the referral.",
            numerator: "Assessments completed in time", denominator: "Assessments completed in the month",
            targets: [
                .init(target: "at least 80", tolerance: "5", level: "local", from: "2023-07", until: "2024-03"),
                .init(target: "at least 85", tolerance: "5", level: "local", from: "2024-04", until: "2025-03"),
                .init(target: "at least 90", tolerance: "5", level: "local", from: "2025-04", until: ""),
            ],
            timescale: ["45 working days", "referral", "sign-off by a manager", "statutory"], owner: "head-assessment",
            split: .team, references: "2a(i); 2a(ii)",
            comparators: .init(england: [825, 836, 838], london: [827, 831, 835], neighbours: [846, 851, 849])),
        IndicatorDefinition(
            id: "children-seen-10-days", title: "Children seen within ten working days of referral",
            group: ServiceArea.childrenInNeed.heading, service: .childrenInNeed, polarity: .higherIsBetter,
            recipe: .share(of: .assessmentsStarted, Path((36, 804), (16, 842), (0, 889))),
            definition: "Children whom the social worker saw, and saw alone where old enough, within ten working days.",
            numerator: "Children seen in time", denominator: "Assessments started in the month", target: "at least 90",
            tolerance: "floor 82", timescale: ["10 working days", "referral", "first visit", "local"],
            owner: "head-assessment", references: "2a(iii)", gaps: [.systemChange]),
        IndicatorDefinition(
            id: "assessments-no-further-action", title: "Assessments that end without further service",
            group: ServiceArea.childrenInNeed.heading, service: .childrenInNeed, polarity: .inRange,
            recipe: .share(of: .assessmentsCompleted, Path((36, 412), (18, 372), (0, 338))),
            definition:
                "A high share may mean that thresholds are too low, a low one that families wait too long for help.",
            numerator: "Assessments closed with no further service", denominator: "Assessments completed in the month",
            target: "28 to 38", tolerance: "4", owner: "head-assessment", references: "1b(iii)"),
        IndicatorDefinition(
            id: "section-47", title: "Section 47 enquiries started", group: ServiceArea.childrenInNeed.heading,
            service: .childrenInNeed, unit: .count, polarity: .neutral, recipe: .number(.enquiries),
            definition: "Enquiries started because a child may suffer significant harm.", owner: "head-assessment",
            byLocality: true),
        IndicatorDefinition(
            id: "cin-open", title: "Children in need with a plan", group: ServiceArea.childrenInNeed.heading,
            service: .childrenInNeed, unit: .count, polarity: .neutral, recipe: .number(.needOpen),
            definition:
                "Children with a child in need plan at the end of the month, without those protected or in care.",
            owner: "head-family-support", split: .team),
        IndicatorDefinition(
            id: "cin-visits", title: "Children in need visited within 20 working days",
            group: ServiceArea.childrenInNeed.heading, service: .childrenInNeed, polarity: .higherIsBetter,
            recipe: .share(of: .needOpen, Path((36, 842), (14, 862), (9, 858), (6, 822), (0, 741))),
            definition: "Children whose last visit was no more than 20 working days before the end of the month.",
            numerator: "Children visited in time", denominator: "Children in need with a plan",
            target: "at least 85", tolerance: "7",
            timescale: ["20 working days", "last visit", "next visit", "local"], owner: "head-family-support",
            split: .team, references: "2b(i); 2b(ii)", gaps: [.systemChange]),
        IndicatorDefinition(
            id: "cin-over-12-months", title: "Children in need for more than twelve months",
            group: ServiceArea.childrenInNeed.heading, service: .childrenInNeed, polarity: .lowerIsBetter,
            recipe: .steadyShare(of: .needOpen, Path((36, 252), (14, 214), (0, 243)), wobble: 6),
            definition: "Plans that have been open for more than twelve months at the end of the month.",
            numerator: "Plans open for more than twelve months", denominator: "Children in need with a plan",
            target: "at most 22", tolerance: "10% of target", owner: "head-family-support", references: "2b(iii)"),
    ]
}
