import FamilyServicesKit

/// A question of a survey, with when it was asked and how many answered.
struct SurveyText: Sendable {
    /// A time at which people were asked.
    struct Round: Sendable {
        /// The month.
        let period: String
        /// How many answered: those of each group where the answers are split, else one number.
        let answers: [Int]
        /// The expected share of the answer that is counted, in thousandths.
        let level: Int
    }

    let id: String
    let title: String
    let group: String
    let service: ServiceArea
    let respondents: Respondents
    let definition: String
    let owner: String
    let target: String
    let polarity: Polarity
    let isSplit: Bool
    let rounds: [Round]

    /// The groups by which children's answers are split.
    static let groups = ["survey-8-to-12", "survey-13-to-24"]
    /// The category of all answers.
    static let total = "survey-all"

    /// How the answers are split, as the pack describes it.
    static let breakdown: YAML = [
        "id": "survey-age", "title": "Age of those who answered", "total": .text(total),
        "categories": [
            ["id": .text(total), "title": "All who answered"],
            ["id": "survey-8-to-12", "title": "8 to 12", "parent": .text(total)],
            ["id": "survey-13-to-24", "title": "13 to 24", "parent": .text(total)],
        ],
    ]

    /// All questions, survey by survey.
    static let all: [SurveyText] = children + families + staff

    private static let children: [SurveyText] = {
        func question(
            _ id: String, _ title: String, _ levels: [Int], target: String = "", _ polarity: Polarity = .higherIsBetter
        ) -> SurveyText {
            let answers = [("2024-05", [44, 58]), ("2025-05", [51, 66]), ("2026-05", [56, 73])]
            return SurveyText(
                id: id, title: title, group: "Survey of children in care and care leavers", service: .childrenInCare,
                respondents: .children, definition: "Yearly survey, on paper, online or with an advocate.",
                owner: "head-care", target: target, polarity: polarity, isSplit: true,
                rounds: zip(answers, levels).map { Round(period: $0.0, answers: $0.1, level: $1) })
        }
        return [
            question("survey-safe-home", "I feel safe where I live", [762, 781, 803], target: "at least 85"),
            question("survey-know-worker", "I know who my social worker is and how to reach them", [571, 642, 724]),
            question("survey-say-in-review", "I had a say in my last review", [618, 660, 741], target: "at least 75"),
            question("survey-see-family", "I see my family as often as I want", [602, 607, 598]),
            question("survey-worried", "I feel worried on most days", [341, 322, 296], .lowerIsBetter),
        ]
    }()

    private static let families: [SurveyText] = [
        SurveyText(
            id: "survey-parents-heard", title: "We were listened to, even where we did not agree",
            group: "Survey of parents after a child protection plan", service: .childProtection, respondents: .families,
            definition: "Asked by telephone when the plan has ended.", owner: "head-safeguarding", target: "",
            polarity: .higherIsBetter, isSplit: false,
            rounds: [
                Round(period: "2024-11", answers: [62], level: 612),
                Round(period: "2025-11", answers: [71], level: 668),
            ])
    ]

    private static let staff: [SurveyText] = {
        func question(_ id: String, _ title: String, _ levels: [Int], target: String = "") -> SurveyText {
            let answers = [("2024-09", 118), ("2025-03", 121), ("2025-09", 127), ("2026-03", 131)]
            return SurveyText(
                id: id, title: title, group: "Survey of social work staff", service: .workforce, respondents: .staff,
                definition: "Twice a year, online and anonymous.", owner: "principal-social-worker", target: target,
                polarity: .higherIsBetter, isSplit: false,
                rounds: zip(answers, levels).map { Round(period: $0.0, answers: [$0.1], level: $1) })
        }
        return [
            question(
                "survey-staff-caseload", "My caseload lets me do good work", [482, 541, 598, 622], target: "at least 70"
            ),
            question("survey-staff-supervision", "My supervision helps me to think", [551, 580, 634, 671]),
            question("survey-staff-recommend", "I would recommend working here", [613, 668, 702, 735]),
        ]
    }()
}
