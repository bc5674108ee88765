import FamilyServicesKit

/// Measures of the workforce.
enum CatalogueWorkforce {
    private static let group = ServiceArea.workforce.heading

    static let all: [IndicatorDefinition] = [
        IndicatorDefinition(
            id: "sw-vacancies", title: "Social work posts that are vacant", group: group, service: .workforce,
            polarity: .lowerIsBetter, recipe: .ratio(.vacancies, of: .posts),
            definition: "Posts without a permanent holder, whether or not an agency worker covers them.",
            numerator: "Vacant posts", denominator: "Posts in the establishment", target: "at most 15", tolerance: "4",
            owner: "assistant-director-resources", references: "5a(i)",
            comparators: .init(england: [189, 173, 142], london: [252, 227, 194], neighbours: [231, 212, 187])),
        IndicatorDefinition(
            id: "sw-agency", title: "Social work posts covered by agency workers", group: group, service: .workforce,
            polarity: .lowerIsBetter, recipe: .ratio(.agency, of: .posts), numerator: "Posts covered by agency workers",
            denominator: "Posts in the establishment", target: "at most 15", tolerance: "4",
            owner: "assistant-director-resources", references: "5a(ii)",
            comparators: .init(england: [179, 162, 130], london: [232, 219, 179], neighbours: [217, 204, 172])),
        IndicatorDefinition(
            id: "sw-turnover", title: "Social workers who left in the last twelve months", group: group,
            service: .workforce, polarity: .inRange, recipe: .yearRatio(.leavers, of: .posts),
            definition: "Some turnover brings new experience; too much costs children their worker.",
            numerator: "Social workers who left in twelve months", denominator: "Posts in the establishment",
            target: "8 to 14", tolerance: "3", owner: "assistant-director-resources", references: "5a(iii)",
            comparators: .init(england: [159, 139, 118], london: [165, 153, 138], neighbours: [161, 148, 139])),
        IndicatorDefinition(
            id: "sw-caseload", title: "Average caseload of a social worker", group: group, service: .workforce,
            unit: .ratio, polarity: .lowerIsBetter, recipe: .ratio(.casesHeld, of: .caseHolders),
            definition: "Open cases for every social worker who holds cases, counted in full-time posts.",
            numerator: "Open cases", denominator: "Social workers who hold cases", target: "at most 14",
            tolerance: "floor 16", owner: "assistant-director-resources", references: "5b(i)",
            gaps: [
                .init(
                    ago: 18...18, shorthand: "[u]",
                    note: "Cases were still open twice after the change of case management system")
            ]),
        IndicatorDefinition(
            id: "sw-supervision", title: "Supervision held within five weeks", group: group, service: .workforce,
            polarity: .higherIsBetter, recipe: .share(of: .caseHolders, Path((36, 762), (17, 858), (0, 902))),
            definition: "Social workers whose last recorded supervision was within five weeks.",
            numerator: "Social workers supervised in time", denominator: "Social workers who hold cases",
            target: "at least 90", tolerance: "5",
            timescale: ["5 weeks", "last supervision", "next supervision", "local"],
            owner: "principal-social-worker", split: .team, references: "5b(ii)", gaps: [.systemChange]),
    ]
}

/// Measures of the quality of practice.
enum CatalogueQuality {
    private static let group = ServiceArea.quality.heading

    static let all: [IndicatorDefinition] = [
        IndicatorDefinition(
            id: "audits-completed", title: "Case file audits completed of those planned", group: group,
            service: .quality, polarity: .higherIsBetter, recipe: .ratio(.auditsCompleted, of: .auditsPlanned),
            numerator: "Case file audits completed", denominator: "Case file audits planned in the month",
            target: "at least 90", tolerance: "10", owner: "head-quality", references: "6a(i)"),
        IndicatorDefinition(
            id: "audits-good", title: "Case file audits graded good or better", group: group, service: .quality,
            polarity: .higherIsBetter,
            recipe: .steadyShare(of: .auditsCompleted, Path((36, 312), (24, 378), (12, 522), (0, 611)), wobble: 2),
            definition: "The auditor's overall grade after moderation.",
            numerator: "Audits graded good or outstanding", denominator: "Case file audits completed in the month",
            targets: [
                .init(target: "at least 50", tolerance: "10", level: "local", from: "2024-07", until: "2025-06"),
                .init(target: "at least 60", tolerance: "10", level: "local", from: "2025-07", until: ""),
            ],
            owner: "head-quality", split: .team, references: "6a(ii)"),
        IndicatorDefinition(
            id: "audits-moderated", title: "Case file audits that were moderated", group: group, service: .quality,
            polarity: .higherIsBetter, recipe: .ratio(.moderated, of: .auditsCompleted),
            numerator: "Audits graded a second time by a moderator",
            denominator: "Case file audits completed in the month",
            target: "at least 30", tolerance: "20% of target", owner: "head-quality", references: "6a(iii)"),
        IndicatorDefinition(
            id: "complaints-in-time", title: "Complaints answered within ten working days", group: group,
            service: .quality, polarity: .higherIsBetter, recipe: .share(of: .complaints, Path((36, 632), (0, 764))),
            definition: "Complaints of children and families at the first stage. The numbers are small.",
            numerator: "Complaints answered in time", denominator: "Complaints received in the month",
            target: "at least 80", tolerance: "15", timescale: ["10 working days", "receipt", "reply", "statutory"],
            owner: "head-quality", references: "6b(ii)",
            gaps: [
                .init(
                    ago: 22...22, shorthand: "[c]",
                    note: "Withheld: the few complaints of the month could have been told from a published decision")
            ]),
    ]
}
