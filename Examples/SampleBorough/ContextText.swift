/// Pledges and priorities, milestones, boards and facts.
enum ContextText {
    /// The content of `context.yaml`.
    static let content: YAML = [
        "commitments": [pledge, priorities],
        "milestones": [
            ["date": "2024-11-18", "text": "New case management system in use", "reached": true],
            [
                "date": "2025-12-31", "text": "All initial health assessments within 20 working days", "reached": false,
                "indicators": ["cic-initial-health"],
            ],
            [
                "date": "2026-02-16", "text": "A family hub open in each locality", "reached": true,
                "indicators": ["eh-started"],
            ],
            [
                "date": "2026-09-30", "text": "Nine in ten children in need visited in time",
                "indicators": ["cin-visits"],
            ],
            ["date": "2026-12", "text": "Self-evaluation tested by peers"],
        ],
        "governance": [
            [
                "id": "improvement-board", "title": "Improvement Board", "chair": "board-chair",
                "cadence": "every 6 weeks",
            ],
            [
                "id": "committee", "title": "Children and Families Committee", "chair": "committee-chair",
                "cadence": "quarterly",
            ],
            [
                "id": "parenting-board", "title": "Corporate Parenting Board", "chair": "lead-member",
                "cadence": "every 2 months",
            ],
            [
                "id": "performance-meeting", "title": "Performance and Practice Meeting", "chair": "director",
                "cadence": "monthly",
            ],
        ],
        "facts": [
            [
                "id": "CF1", "text": "Children under 18 who live in the borough, by the estimate in use for 2026.",
                "value": 68400, "area": "Larkmere", "date": "2026-06",
            ],
            [
                "id": "CF2", "text": "Children who live in families with low incomes, in per cent.", "value": 24,
                "area": "Larkmere",
            ],
            [
                "id": "CF3", "text": "First languages spoken by pupils of the borough's schools.", "value": 112,
                "area": "Larkmere",
            ],
            [
                "id": "CF4", "text": "State-funded schools, academies included.", "value": 74, "area": "Larkmere",
                "date": "2026-01",
            ],
        ],
    ]

    private static let pledge: YAML = [
        "id": "PLEDGE", "kind": "pledge", "title": "Our pledge to children in care and care leavers",
        "approved": "2024-10-15", "approved_by": "Full Council",
        "note": "Written with the children in care council and the care leavers' forum.",
        "items": [
            [
                "id": "PL1", "title": "You will know your social worker",
                "text": "We tell you in person when your worker changes, and the new one meets you with the old one.",
                "indicators": ["cic-visits", "sw-turnover", "survey-know-worker"],
            ],
            [
                "id": "PL2", "title": "You will have a say",
                "text": "You decide who comes to your review and how it is run.",
                "indicators": ["cic-reviews", "survey-say-in-review"],
            ],
            [
                "id": "PL3", "title": "You will stay settled",
                "text": "You will not move unless it is right for you, and not without time to say goodbye.",
                "indicators": ["cic-three-placements", "cic-long-term"],
            ],
            [
                "id": "PL4", "title": "You will learn",
                "text": "We ask about school as a parent would, and pay for what helps.",
                "indicators": ["cic-education-plans"],
            ],
            [
                "id": "PL5", "title": "You will not leave care alone",
                "text": "You will have a plan, a safe home and somebody to ring, up to the age of 25.",
                "indicators": ["leavers-pathway-plans", "leavers-suitable-homes", "leavers-education-work"],
                "milestones": [
                    ["date": "2025-05", "text": "No care leaver in bed and breakfast", "reached": true],
                    ["date": "2026-05-31", "text": "Every pathway plan up to date", "reached": false],
                ],
            ],
        ],
    ]

    private static let priorities: YAML = [
        "id": "PRIORITIES", "kind": "priority", "title": "Priorities for children, 2025 to 2028",
        "approved": "2025-03-04",
        "approved_by": "Cabinet",
        "items": [
            ["id": "PR1", "title": "Help early", "indicators": ["eh-goals-met", "eh-step-up", "re-referrals"]],
            ["id": "PR2", "title": "See every child", "indicators": ["cin-visits", "cp-visits", "cic-visits"]],
            [
                "id": "PR3", "title": "Keep children with their family where that is safe",
                "indicators": ["cic-started", "cp-repeat"], "basis": "inferred",
            ],
            [
                "id": "PR4", "title": "Be a good employer of social workers",
                "indicators": ["sw-vacancies", "sw-caseload"],
            ],
        ],
    ]
}
