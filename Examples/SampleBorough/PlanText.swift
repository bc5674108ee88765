/// The improvement plan: objectives, themes and outcomes.
///
/// The actions are in a table of their own.
enum PlanText {
    /// The content of `plans.yaml`.
    static let content: YAML = [
        "plans": [
            [
                "id": "plan-2024", "title": "Larkmere children's services improvement plan, 2024 to 2027",
                "start": "2024-07", "end": "2027-03", "responds_to": ["INS-ILACS-2024", "FV-2025-11"],
                "objectives": objectives, "themes": themes, "history": history,
                "worried_about": ["cin-visits", "cin-over-12-months", "cic-initial-health", "leavers-pathway-plans"],
                "working_well": ["assessments-45-days", "icpc-15-days", "contacts-1-day", "sw-vacancies"],
                "source": ["document": "improvement-plan"],
            ]
        ]
    ]

    private static let objectives: YAML = [
        [
            "id": "OB1", "title": "Seen", "text": "Every child is seen as often as the plan says, and is listened to.",
        ],
        [
            "id": "OB2", "title": "Steady",
            "text": "Children keep their social worker, and social workers have caseloads that let them think.",
        ],
        [
            "id": "OB3", "title": "Sure",
            "text": "Leaders know how good practice is, because they test what they are told.",
        ],
    ]

    private static func outcome(_ reference: String, _ title: String) -> YAML {
        ["reference": .text(reference), "title": .text(title)]
    }

    private static let themes: YAML = [
        [
            "id": "TH1", "prefix": "1", "title": "Early help and the front door",
            "aim": "Families get the right help at the first time of asking.",
            "outcomes": [
                outcome("1a", "Early help reaches families before a crisis"),
                outcome("1b", "Decisions at the front door are prompt and right"),
            ],
        ],
        [
            "id": "TH2", "prefix": "2", "title": "Assessment and children in need",
            "aim": "Children are seen, understood and helped without drift.",
            "outcomes": [
                outcome("2a", "Assessments are timely and explain what life is like for the child"),
                outcome("2b", "Children in need are visited, and their plans come to an end"),
            ],
        ],
        [
            "id": "TH3", "prefix": "3", "title": "Child protection",
            "aim": "Children at risk are safer soon, and stay safe.",
            "outcomes": [
                outcome("3a", "Protection is prompt and partners play their part"),
                outcome("3b", "Plans reduce risk and do not have to be repeated"),
            ],
        ],
        [
            "id": "TH4", "prefix": "4", "title": "Children in care and care leavers",
            "aim": "We do for our children what any good parent would.",
            "outcomes": [
                outcome("4a", "Children in care are seen, heard and safe"),
                outcome("4b", "Children in care are healthy, learning and settled"),
                outcome("4c", "Permanence comes without delay"),
                outcome("4d", "Care leavers have a plan, a home and something to do"),
            ],
        ],
        [
            "id": "TH5", "prefix": "5", "title": "Workforce",
            "aim": "A stable, skilled workforce with time for families.",
            "outcomes": [
                outcome("5a", "We recruit social workers and keep them"),
                outcome("5b", "Caseloads and supervision let social workers do good work"),
            ],
        ],
        [
            "id": "TH6", "prefix": "6", "title": "Quality and learning",
            "aim": "We know how good we are and put right what is not.",
            "outcomes": [
                outcome("6a", "Audit is regular, honest and useful"),
                outcome("6b", "Children and families change what we do"),
            ],
        ],
    ]

    private static let history: YAML = [
        ["date": "2024-06-18", "status": "Draft considered", "body": "Children and Families Committee"],
        ["date": "2024-07-11", "status": "Agreed", "body": "Improvement Board"],
        ["date": "2024-08-09", "status": "Sent to the inspectorate", "body": "Larkmere Council"],
        [
            "date": "2025-07-15", "status": "First annual review: ten actions closed, three added",
            "body": "Children and Families Committee", "period": "FY2025-26-Q1",
        ],
        [
            "date": "2026-01-22", "status": "Theme 2 rewritten after the focused visit of November 2025",
            "body": "Improvement Board", "period": "FY2025-26-Q3",
        ],
        [
            "date": "2026-07-02", "status": "Eighth progress report received", "body": "Improvement Board",
            "period": "FY2026-27-Q1",
        ],
    ]
}
