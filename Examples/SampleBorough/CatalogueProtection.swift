import FamilyServicesKit

/// Measures of child protection.
enum CatalogueProtection {
    private static let group = ServiceArea.childProtection.heading

    static let all: [IndicatorDefinition] = [
        IndicatorDefinition(
            id: "icpc-15-days", title: "Initial child protection conferences within 15 working days", group: group,
            service: .childProtection, polarity: .higherIsBetter,
            recipe: .share(of: .conferences, Path((36, 792), (20, 806), (15, 893), (0, 915))),
            definition: "Conferences held no later than 15 working days after the strategy discussion.",
            numerator: "Children whose conference was in time", denominator: "Children who had an initial conference",
            target: "at least 90", tolerance: "5",
            timescale: ["15 working days", "strategy discussion", "conference", "statutory"],
            owner: "head-safeguarding",
            split: .team, references: "3a(i)",
            comparators: .init(england: [783, 794, 801], london: [771, 779, 790], neighbours: [802, 808, nil])),
        IndicatorDefinition(
            id: "cp-started", title: "Child protection plans started", group: group, service: .childProtection,
            unit: .count, polarity: .neutral, recipe: .number(.protectionStarted),
            definition: "Children who became the subject of a plan in the month.", owner: "head-safeguarding"),
        IndicatorDefinition(
            id: "cp-ended", title: "Child protection plans ended", group: group, service: .childProtection,
            unit: .count,
            polarity: .neutral, recipe: .number(.protectionEnded),
            definition: "Children who ceased to be the subject of a plan in the month.", owner: "head-safeguarding"),
        IndicatorDefinition(
            id: "cp-open", title: "Children with a child protection plan", group: group, service: .childProtection,
            unit: .count, polarity: .neutral, recipe: .number(.protectionOpen),
            definition:
                "Children with a plan at the end of the month: those of the month before, and started, less ended.",
            owner: "head-safeguarding", split: .abuse),
        IndicatorDefinition(
            id: "cp-rate", title: "Children with a child protection plan for every 10,000 children", group: group,
            service: .childProtection, unit: .rate(per: 10_000), polarity: .neutral,
            recipe: .perPopulation(.protectionOpen), numerator: "Children with a child protection plan",
            denominator: "Children aged 0 to 17, mid-year estimate", owner: "head-safeguarding",
            comparators: .init(england: [432, 416, 413], london: [371, 358, 356], neighbours: [362, 365, 351])),
        IndicatorDefinition(
            id: "cp-repeat", title: "Plans that are a second or later one", group: group, service: .childProtection,
            polarity: .lowerIsBetter, recipe: .share(of: .protectionStarted, Path((36, 204), (0, 186))),
            definition: "Plans started for a child who had been the subject of a plan at any time before.",
            numerator: "Plans started that are a second or later one", denominator: "Child protection plans started",
            target: "at most 20", tolerance: "4", owner: "head-safeguarding", references: "3b(iii)",
            comparators: .init(england: [236, 246, 245], london: [188, 191, 193], neighbours: [196, 201, 203])),
        IndicatorDefinition(
            id: "cp-visits", title: "Children with a protection plan visited within ten working days", group: group,
            service: .childProtection, polarity: .higherIsBetter,
            recipe: .share(of: .protectionOpen, Path((36, 831), (22, 856), (16, 921), (0, 947))),
            definition: "Children whose last visit was no more than ten working days before the end of the month.",
            numerator: "Children visited in time", denominator: "Children with a child protection plan",
            target: "at least 95", tolerance: "5",
            timescale: ["10 working days", "last visit", "next visit", "local"], owner: "head-safeguarding",
            split: .team, references: "3a(ii)", gaps: [.systemChange]),
        IndicatorDefinition(
            id: "cp-core-groups", title: "Core groups held within six weeks", group: group, service: .childProtection,
            polarity: .higherIsBetter,
            recipe: .share(of: .protectionOpen, Path((36, 772), (12, 853), (0, 879))),
            definition: "Children whose core group met in the six weeks before the end of the month.",
            numerator: "Children whose core group met in time", denominator: "Children with a child protection plan",
            target: "at least 90", tolerance: "5",
            timescale: ["6 weeks", "last core group", "next core group", "local"],
            owner: "head-safeguarding", references: "3a(iii)", gaps: [.systemChange]),
        IndicatorDefinition(
            id: "cp-two-years", title: "Children with a protection plan for two years or more", group: group,
            service: .childProtection, polarity: .lowerIsBetter,
            recipe: .steadyShare(of: .protectionOpen, Path((36, 38), (18, 26), (0, 15)), wobble: 1),
            definition: "Children whose plan had been open for two years or more at the end of the month.",
            numerator: "Children with a plan for two years or more",
            denominator: "Children with a child protection plan", target: "at most 2", tolerance: "1",
            owner: "head-safeguarding", references: "3b(i)",
            comparators: .init(england: [20, 19, 18], london: [22, 21, 19], neighbours: [19, nil, 17])),
    ]
}
