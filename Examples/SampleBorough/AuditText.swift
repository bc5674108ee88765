import FamilyServicesKit

/// The audit programme in words.
enum AuditText {
    /// The content of `audits.yaml`.
    ///
    /// - Parameters:
    ///   - compliance: Standards measured.
    ///   - firstAudit: The first day of the months that are reported; a programme that is older began in July 2023.
    static func content(compliance: YAML, firstAudit: CalendarDate) -> YAML {
        let isLong = (firstAudit.year, firstAudit.month) < (2023, 7)
        return [
            "title": .text("Practice audit programme \(isLong ? firstAudit.year : 2023) to 2026"),
            "period": .text("\(isLong ? firstAudit.description : "2023-07-01")/2026-06-30"),
            "author": "head-quality",
            "headline": "More case files are good or better, {audits-good} in June against {audits-good|base} at "
                + "the inspection. Management oversight remains the weakest domain, and audit saw the fall in visits "
                + "to "
                + "children in need before the figures did.",
            "source": ["document": "audit-report"],
            "methods": methods,
            "phases": [
                [
                    "number": 1,
                    "text": "Find out how good practice is: independent auditors grade a sample of every team.",
                ],
                ["number": 2, "text": "Train team managers as auditors and moderate a third of what they grade."],
                ["number": 3, "text": "Hand over to the teams: auditor and social worker look at the file together."],
            ],
            "themes": themes,
            "statements": statements,
            "standards": standards,
            "compliance": compliance,
            "recommendations": recommendations,
        ]
    }

    private static let methods: YAML = [
        [
            "id": "case-file", "title": "Case file audit",
            "text":
                "A manager from another team grades a child's file in six domains and agrees the next steps with the "
                + "social worker.",
            "since": "2023-04",
        ],
        [
            "id": "thematic", "title": "Thematic audit",
            "text": "One question across many files, such as how neglect is assessed.",
        ],
        [
            "id": "dip-sample", "title": "Dip sample",
            "text": "A quick check of a single point of practice, without a grade.",
        ],
        [
            "id": "re-audit", "title": "Re-audit",
            "text": "A second look, two quarters later, at files graded inadequate.",
            "since": "2024-08",
        ],
        [
            "id": "practice-week", "title": "Practice week",
            "text": "Senior leaders and the lead member sit in on visits, conferences and supervision.",
            "steps": ["Observe", "Talk with the family", "Reflect with the worker", "Report to the board"],
            "since": "2024-10",
        ],
        [
            "id": "moderation", "title": "Moderation",
            "text": "A trained moderator grades a file again without knowing the first grade.", "since": "2024-07",
        ],
    ]

    private static let themes: YAML = [
        [
            "id": "assessment", "title": "Assessment and analysis", "grade": "good",
            "issues": [
                "Fathers who live elsewhere are named in most assessments but heard in too few.",
                "Chronologies are kept, yet seldom used to explain why a worry is new or old.",
            ],
            "improvements": [
                "Assessments are finished in proportion to need; nine in ten are in time.",
                "Children's own words open most assessments of the Elm and Rowan teams.",
            ],
            "future_focus": ["Half-day workshops on working with fathers in autumn 2026."],
            "indicators": ["assessments-45-days", "children-seen-10-days"],
        ],
        [
            "id": "children-in-need", "title": "Children in need planning and visits", "grade": "requires-improvement",
            "printed_grade": "requires improvement to be good",
            "issues": [
                "Visits are further apart than plans say, above all where the worker has changed.",
                "A quarter of plans list services and not what should be different for the child.",
                "Step-down from child protection too often means that nobody owns the plan for a month.",
            ],
            "improvements": ["Families now keep a copy of the plan in plain words."],
            "future_focus": [
                "A weekly meeting on every child not seen for 15 working days.",
                "Step-down meetings chaired by the receiving manager.",
            ],
            "indicators": ["cin-visits", "cin-over-12-months"],
        ],
        [
            "id": "oversight", "title": "Management oversight", "grade": "requires-improvement",
            "issues": [
                "Supervision takes place, but decisions are recorded without reasons in a third of files.",
                "Actions from one supervision are not always followed up in the next.",
            ],
            "improvements": ["Case summaries by team managers are in nearly all files since January 2026."],
            "future_focus": ["A shorter supervision template that begins with the last meeting's actions."],
            "indicators": ["sw-supervision"],
        ],
        [
            "id": "voice", "title": "Voice of the child", "grade": "good",
            "issues": ["Children with disabilities who do not speak are described, but not heard in other ways."],
            "improvements": [
                "Direct work is on most files and is used to change plans.",
                "Children in care are told in writing what came of their reviews.",
            ],
            "future_focus": ["Training in symbols and talking mats for twelve workers."],
            "indicators": ["cic-reviews"],
        ],
        [
            "id": "leaving-care", "title": "Pathway planning", "grade": "requires-improvement",
            "issues": ["Plans for young people aged 21 and over are thin and written late."],
            "improvements": ["Plans at 16 and 17 are ambitious about education and work."],
            "future_focus": ["Co-writing plans with the care leavers' forum."],
            "indicators": ["leavers-pathway-plans"],
            "access": "exempt 1; exempt 2",
        ],
    ]

    /// The domains that the statements speak of, whether or not any file is graded.
    static let statedDomains: Set<String> = ["Overall", "Visits and direct work", "Management oversight"]

    private static let statements: YAML = [
        [
            "id": "AS-1", "period": "FY2026-27-Q1", "domain": "Overall", "direction": "improving",
            "text": "Case files have become better since the programme began, first in the voice of the child.",
            "indicators": ["audits-good"], "source": ["document": "audit-report", "place": "para 2.1"],
        ],
        [
            "id": "AS-2", "period": "FY2026-27-Q1", "domain": "Visits and direct work", "team": "Cedar team",
            "direction": "worsening",
            "text": "The Cedar team has lost two experienced workers, and it shows in visits.",
            "indicators": ["cin-visits"], "source": ["document": "audit-report", "place": "para 2.4"],
        ],
        [
            "id": "AS-3", "period": "FY2026-27-Q1", "domain": "Management oversight", "direction": "steady",
            "text": "Oversight is regular but has not become more reflective since last summer.",
            "indicators": ["sw-supervision"], "source": ["document": "audit-report", "place": "para 2.6"],
        ],
    ]

    private static let standards: YAML = [
        [
            "id": "PS-1", "title": "Assessments are completed in time", "timescale": "45 working days",
            "timescale_from": "referral", "timescale_to": "sign-off by a manager", "timescale_authority": "statutory",
            "indicators": ["assessments-45-days"],
        ],
        [
            "id": "PS-2", "title": "Children with a protection plan are visited", "timescale": "10 working days",
            "timescale_from": "last visit", "timescale_to": "next visit", "indicators": ["cp-visits"],
        ],
        [
            "id": "PS-3", "title": "Children in need are visited", "timescale": "20 working days",
            "timescale_from": "last visit", "timescale_to": "next visit", "indicators": ["cin-visits"],
        ],
        [
            "id": "PS-4", "title": "Strategy discussions have the right people in the room",
            "text": "Police, health and social care attend, and the minutes name them.", "indicators": ["section-47"],
        ],
        [
            "id": "PS-5", "title": "Social workers are supervised", "timescale": "5 weeks",
            "timescale_from": "last supervision", "timescale_to": "next supervision", "indicators": ["sw-supervision"],
        ],
    ]

    private static let recommendations: YAML = [
        [
            "id": "QA26-1", "kind": "recommendation", "theme": "Children in need",
            "text":
                "Review every child in need who has not been seen for 15 working days, each week, at head of service "
                + "level.",
            "due": "2026-07-31", "findings": ["F25-1"], "plan_references": ["2b(i)"], "progress": ["N26Q1-2"],
            "indicators": ["cin-visits"], "source": ["document": "audit-report", "place": "section 6"],
        ],
        [
            "id": "QA26-2", "kind": "recommendation", "theme": "Management oversight",
            "text": "Record in supervision why a decision was made and who disagreed.", "due": "2026-10-30",
            "plan_references": ["5b(ii)"], "indicators": ["sw-supervision"],
            "source": ["document": "audit-report", "place": "section 6"],
        ],
        [
            "id": "QA26-3", "kind": "key-action", "theme": "Strategy discussions",
            "text": "Extend the health rota to weekends.", "due": "2026-09-30",
            "plan_references": ["3a(i)"], "indicators": ["section-47"],
            "source": ["document": "audit-report", "place": "section 6"],
        ],
    ]
}
