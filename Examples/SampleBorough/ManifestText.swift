/// What the pack is, and the areas, roles and sources that it uses.
enum ManifestText {
    /// The content of `pack.yaml`.
    ///
    /// - Parameter localities: The localities of the borough.
    static func content(localities: [Split.Part]) -> YAML {
        let own: YAML = [
            "id": "larkmere", "title": "Larkmere", "kind": "local-authority", "members": .words(localities.map(\.id)),
        ]
        let places: [YAML] = localities.map { ["id": .text($0.id), "title": .text($0.title), "kind": "locality"] }
        let comparators: [YAML] = [
            "england", "london", "statistical-neighbours",
            ["id": "benchmarking-circle", "title": "Benchmarking circle average", "kind": "comparator"],
        ]
        return [
            "schema": 1,
            "title": "Children's services improvement and performance, June 2026",
            "organisation": "Larkmere Council",
            "area": "larkmere",
            "period": "2026-06",
            "date": "2026-07-14",
            "synthetic": true,
            "contact": "Performance team, Larkmere Council",
            "next_release": "2026-10",
            "licence": "OGL-UK-3.0",
            "baseline": [
                "title": "Inspection of March 2024", "period": "2024-03", "inspection": "INS-ILACS-2024",
            ],
            "notes": [
                "Larkmere does not exist. Every figure, finding and sentence of this pack was made up, and no child, "
                    + "family, member of staff or council is described by it.",
                "Figures for England, London and statistical neighbours were made up as well, at levels that "
                    + "published statistics usually have. Do not quote them.",
                "The benchmarking circle and its sharing agreement are fictional.",
                "Visits, core groups and supervision have no figure for November 2024, when the case management "
                    + "system was replaced.",
                "Numbers at the end of a month and of events come from the monthly extract taken on the fifth "
                    + "working day of the next month. Later corrections appear in the annual return only.",
            ],
            "areas": .list([own] + places + comparators),
            "roles": roles,
            "sources": sources,
            "agreements": [
                [
                    "id": "circle", "title": "Capital Benchmarking Circle sharing agreement",
                    "owner": "Capital Benchmarking Circle (fictional)",
                    "terms": "Averages of the circle may be used inside member organisations and may not be published.",
                    "audiences": ["officers"],
                ]
            ],
        ]
    }

    private static let roles: YAML = .list(
        [
            ("director", "Director of Children's Services"),
            ("chief-executive", "Chief Executive"),
            ("lead-member", "Lead Member for Children and Families"),
            ("committee-chair", "Chair of the Children and Families Committee"),
            ("board-chair", "Independent Chair of the Improvement Board"),
            ("ad-safeguarding", "Assistant Director, Safeguarding and Social Work"),
            ("ad-care", "Assistant Director, Corporate Parenting"),
            ("assistant-director-resources", "Assistant Director, Resources and Workforce"),
            ("head-performance", "Head of Performance"),
            ("head-early-help", "Head of Early Help"),
            ("head-front-door", "Head of the Front Door"),
            ("head-assessment", "Head of Assessment"),
            ("head-family-support", "Head of Family Support"),
            ("head-safeguarding", "Head of Child Protection and Reviewing"),
            ("head-care", "Head of Children in Care"),
            ("head-leaving-care", "Head of Leaving Care"),
            ("head-quality", "Head of Quality Assurance"),
            ("principal-social-worker", "Principal Social Worker"),
            ("virtual-head", "Head of the Virtual School"),
            ("designated-nurse", "Designated Nurse for Children in Care"),
            ("monitoring-officer", "Monitoring Officer"),
            ("finance-partner", "Finance Business Partner"),
        ].map { id, title in ["id": .text(id), "title": .text(title)] })

    private static let sources: YAML = [
        [
            "id": "performance-system", "title": "Monthly performance extract, June 2026",
            "publisher": "Larkmere Council",
            "date": "2026-07-07",
        ],
        [
            "id": "annual-return", "title": "Annual statutory return", "publisher": "Larkmere Council",
            "date": "2026-05",
        ],
        [
            "id": "comparator-figures", "title": "Comparator figures made up for this sample",
            "publisher": "Made for FamilyServicesKit", "date": "2026",
        ],
        [
            "id": "benchmarking", "title": "Quarterly benchmarking tables",
            "publisher": "Capital Benchmarking Circle (fictional)",
            "date": "2026-05", "access": "restricted circle",
        ],
        [
            "id": "improvement-plan", "title": "Larkmere children's services improvement plan, 2024 to 2027",
            "publisher": "Larkmere Council", "date": "2024-07",
        ],
        [
            "id": "board-papers", "title": "Papers of the Improvement Board, July 2026",
            "publisher": "Larkmere Council",
            "date": "2026-07-02",
        ],
        [
            "id": "audit-report", "title": "Quality assurance report, April to June 2026",
            "publisher": "Larkmere Council",
            "date": "2026-07",
        ],
        ["id": "inspection-report", "title": "Inspection report of 2024 (fictional)", "date": "2024-05-08"],
        [
            "id": "visit-letter", "title": "Letter after the focused visit of November 2025 (fictional)",
            "date": "2025-12-16",
        ],
        [
            "id": "surveys", "title": "Surveys of children, parents and staff", "publisher": "Larkmere Council",
            "date": "2026-06",
        ],
        [
            "id": "finance-report", "title": "Revenue monitoring, period 3", "publisher": "Larkmere Council",
            "date": "2026-07",
        ],
    ]
}
