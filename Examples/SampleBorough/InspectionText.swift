/// Inspections, visits and meetings, with what they found.
enum InspectionText {
    /// The content of `inspections.yaml`.
    static var content: YAML { ["inspections": .list(earlier + [inspection2024] + later)] }

    private static let earlier: [YAML] = [
        [
            "id": "INS-ILACS-2021", "kind": "inspection", "framework": "ILACS", "body": "Ofsted",
            "title": "Inspection of local authority children's services", "status": "held", "start": "2021-09-13",
            "end": "2021-09-24", "published": "2021-11-09",
            "judgements": [
                ["area": "Overall effectiveness", "grade": "inadequate"],
                ["area": "Children who need help and protection", "grade": "inadequate"],
                ["area": "Children in care and care leavers", "grade": "requires-improvement"],
                ["area": "Impact of leaders", "grade": "inadequate"],
            ],
            "note": "The first inspection of the fictional borough in this pack; its plan is closed.",
        ],
        [
            "id": "MV-1-2022", "kind": "monitoring-visit", "framework": "ILACS", "body": "Ofsted",
            "title": "First monitoring visit", "ordinal": 1, "status": "held", "start": "2022-05-24",
            "end": "2022-05-25",
            "published": "2022-06-21", "focus": ["The front door", "Strategy discussions"],
            "findings": [
                [
                    "id": "F22-1", "kind": "area-for-improvement", "theme": "Front door",
                    "text": "Some contacts wait several days for a decision, and nobody can see which ones.",
                    "plan_references": ["1b(i)"], "indicators": ["contacts-1-day"],
                ]
            ],
        ],
        [
            "id": "MV-2-2023", "kind": "monitoring-visit", "framework": "ILACS", "body": "Ofsted",
            "title": "Second monitoring visit", "ordinal": 2, "status": "held", "start": "2023-02-07",
            "end": "2023-02-08",
            "published": "2023-03-07", "focus": ["Children with a child protection plan"],
            "findings": [
                [
                    "id": "F23-1", "kind": "strength", "theme": "Child protection",
                    "text": "Conferences are well chaired and parents understand what has to change.",
                    "indicators": ["icpc-15-days"],
                ],
                [
                    "id": "F23-2", "kind": "area-for-improvement", "theme": "Child protection",
                    "text": "Core groups meet, but do not always test whether the plan is working.",
                    "plan_references": ["3a(iii)"], "actions": ["3a(iii)"], "indicators": ["cp-core-groups"],
                ],
            ],
        ],
    ]

    private static let inspection2024: YAML = [
        "id": "INS-ILACS-2024", "kind": "inspection", "framework": "ILACS", "body": "Ofsted",
        "title": "Inspection of local authority children's services", "status": "held", "start": "2024-03-11",
        "end": "2024-03-22", "published": "2024-05-08",
        "dates": [
            ["label": "Notice given", "date": "2024-03-04"],
            ["label": "Response of the council due", "date": "2024-08-14"],
        ],
        "judgements": [
            ["area": "Overall effectiveness", "grade": "requires-improvement"],
            ["area": "Children who need help and protection", "grade": "requires-improvement"],
            ["area": "Children in care", "grade": "requires-improvement"],
            ["area": "Care leavers", "grade": "good"],
            ["area": "Impact of leaders on social work practice", "grade": "requires-improvement"],
        ],
        "services": ["Early help", "Front door", "Assessment", "Child protection", "Children in care", "Leaving care"],
        "findings": .list(findings2024), "recommendations": .list(recommendations2024),
        "response": "The improvement plan for 2024 to 2027 answers each recommendation.",
        "source": ["document": "inspection-report"],
    ]

    private static let findings2024: [YAML] = [
        [
            "id": "F24-1", "kind": "strength", "theme": "Early help",
            "text": "Families who get early help speak warmly of it, and most do not need a social worker afterwards.",
            "plan_references": ["1a(ii)"], "indicators": ["eh-goals-met", "eh-step-up"],
        ],
        [
            "id": "F24-2", "kind": "area-for-improvement", "theme": "Assessment",
            "text":
                "Too many assessments take longer than they should, and delay is accepted without a reason on file.",
            "plan_references": ["2a(i)", "2a(ii)"], "actions": ["2a(i)", "2a(ii)"],
            "indicators": ["assessments-45-days"],
            "audit_domains": ["Assessment and analysis"],
            "source": ["document": "inspection-report", "place": "para 12"],
        ],
        [
            "id": "F24-3", "kind": "area-for-improvement", "theme": "Child protection",
            "text": "Visits to children with a plan are regular for most, but a significant minority wait too long.",
            "plan_references": ["3a(ii)"], "actions": ["3a(ii)"], "indicators": ["cp-visits"],
            "audit_domains": ["Visits and direct work"],
            "source": ["document": "inspection-report", "place": "para 17"],
        ],
        [
            "id": "F24-4", "kind": "area-for-improvement", "theme": "Children in care",
            "text": "The first health assessment comes late for about half of the children who come into care.",
            "plan_references": ["4b(i)"], "actions": ["4b(i)"], "indicators": ["cic-initial-health"],
            "source": ["document": "inspection-report", "place": "para 24"],
        ],
        [
            "id": "F24-5", "kind": "strength", "theme": "Care leavers",
            "text": "Personal advisers know their young people well and stay in touch through difficult times.",
            "plan_references": ["4d(iii)"], "indicators": ["leavers-suitable-homes"],
        ],
        [
            "id": "F24-6", "kind": "area-for-improvement", "theme": "Workforce",
            "text": "High turnover means that children tell their story again and again.",
            "plan_references": ["5a(i)", "5a(iii)"], "actions": ["5a(i)", "5a(iii)"],
            "indicators": ["sw-vacancies", "sw-turnover"],
            "source": ["document": "inspection-report", "place": "para 38"],
        ],
        [
            "id": "F24-7", "kind": "area-for-improvement", "theme": "Management oversight",
            "text": "Supervision is too often a list of tasks and does not help workers to think.",
            "plan_references": ["5b(ii)"], "actions": ["5b(ii)"], "indicators": ["sw-supervision"],
            "audit_domains": ["Management oversight"], "source": ["document": "inspection-report", "place": "para 41"],
        ],
        [
            "id": "F24-8", "kind": "area-for-improvement", "theme": "Quality assurance",
            "text": "Audit finds the right weaknesses but grades them too kindly.",
            "plan_references": ["6a(ii)", "6a(iii)"],
            "actions": ["6a(iii)"], "indicators": ["audits-good", "audits-moderated"], "audit_domains": ["Overall"],
            "source": ["document": "inspection-report", "place": "para 44"],
        ],
    ]

    private static let recommendations2024: [YAML] = [
        [
            "id": "R24-1", "reference": "1", "theme": "Assessment",
            "text": "The timeliness of assessments, and the reasons recorded where they take longer.",
            "due": "2025-03-31",
            "findings": ["F24-2"], "plan_references": ["2a(i)", "2a(ii)"], "progress": ["N24Q4-2"],
            "indicators": ["assessments-45-days"],
        ],
        [
            "id": "R24-2", "reference": "2", "theme": "Child protection",
            "text": "How often children with a protection plan are visited.", "due": "2025-03-31",
            "findings": ["F24-3"],
            "plan_references": ["3a(ii)"], "indicators": ["cp-visits"],
        ],
        [
            "id": "R24-3", "reference": "3", "theme": "Children in care",
            "text": "Initial health assessments for children who come into care.", "due": "2025-12-31",
            "findings": ["F24-4"], "plan_references": ["4b(i)"], "progress": ["N26Q1-4"],
            "indicators": ["cic-initial-health"],
        ],
        [
            "id": "R24-4", "reference": "4", "theme": "Workforce",
            "text": "The stability of the social work workforce, so that children keep their worker.",
            "due": "2026-03-31",
            "findings": ["F24-6"], "plan_references": ["5a(i)", "5a(iii)"],
            "indicators": ["sw-vacancies", "sw-turnover"],
        ],
        [
            "id": "R24-5", "reference": "5", "theme": "Management oversight",
            "text": "The quality of supervision and of the reasons for decisions.", "due": "2026-09-30",
            "findings": ["F24-7"], "plan_references": ["5b(ii)"], "indicators": ["sw-supervision"],
        ],
        [
            "id": "R24-6", "reference": "6", "theme": "Quality assurance",
            "text": "Moderation of audits, so that leaders know how good practice is.", "due": "2025-06-30",
            "findings": ["F24-8"], "plan_references": ["6a(iii)"], "indicators": ["audits-moderated"],
        ],
    ]

    private static let later: [YAML] = [
        [
            "id": "FV-2025-02", "kind": "focused-visit", "framework": "ILACS", "body": "Ofsted",
            "title": "Focused visit: the front door", "status": "held", "start": "2025-02-18", "end": "2025-02-19",
            "published": "2025-03-18", "focus": ["Contacts and referrals", "Decisions on thresholds"],
            "services": ["Front door", "Early help"],
            "findings": [
                [
                    "id": "F25-0", "kind": "strength", "theme": "Front door",
                    "text": "Decisions are prompt, clear and overseen by experienced managers.",
                    "plan_references": ["1b(i)"], "actions": ["1b(i)"], "indicators": ["contacts-1-day"],
                ],
                [
                    "id": "F25-0a", "kind": "area-for-improvement", "theme": "Front door",
                    "text": "Those who refer a child do not always learn what was decided.",
                    "plan_references": ["1b(ii)"],
                    "actions": ["1b(ii)"], "indicators": ["re-referrals"],
                ],
            ],
        ],
        [
            "id": "AEM-2025", "kind": "annual-engagement-meeting", "framework": "ILACS", "body": "Ofsted",
            "title": "Annual engagement meeting 2025", "status": "held", "start": "2025-06-10",
            "focus": ["Self-evaluation", "Change of case management system", "Workforce"],
        ],
        [
            "id": "FV-2025-11", "kind": "focused-visit", "framework": "ILACS", "body": "Ofsted",
            "title": "Focused visit: children in need and those on the edge of care", "status": "held",
            "start": "2025-11-18", "end": "2025-11-19", "published": "2025-12-16",
            "focus": ["Children in need", "Step-down from child protection", "Management oversight"],
            "services": ["Family support"],
            "findings": [
                [
                    "id": "F25-1", "kind": "priority-action", "theme": "Children in need",
                    "text":
                        "Visits to children in need are falling behind, and managers do not know which children have "
                        + "not been seen.",
                    "plan_references": ["2b(i)", "2b(ii)"], "actions": ["2b(i)", "2b(ii)"],
                    "indicators": ["cin-visits"],
                    "audit_domains": ["Visits and direct work"],
                    "source": ["document": "visit-letter", "place": "page 1"],
                ],
                [
                    "id": "F25-2", "kind": "area-for-improvement", "theme": "Planning",
                    "text": "Plans for children in need stay open for long without a clear purpose.",
                    "plan_references": ["2b(iii)"], "actions": ["2b(iii)"], "indicators": ["cin-over-12-months"],
                    "audit_domains": ["Planning and purpose"],
                    "source": ["document": "visit-letter", "place": "page 2"],
                ],
                [
                    "id": "F25-3", "kind": "strength", "theme": "Workforce",
                    "text": "Staff are positive about working here and feel that leaders listen.",
                    "plan_references": ["5b(i)"], "indicators": ["sw-caseload"],
                ],
            ],
            "recommendations": [
                [
                    "id": "R25-1", "kind": "key-action", "reference": "PA1", "theme": "Children in need",
                    "text":
                        "Make sure that every child in need is seen as often as their plan says, and that managers "
                        + "can see at once who is not.",
                    "due": "2026-03-31", "findings": ["F25-1"], "plan_references": ["2b(i)", "2b(ii)"],
                    "progress": ["N26Q1-2"], "indicators": ["cin-visits"],
                ]
            ],
            "response":
                "Actions 2b(i) and 2b(ii) were rewritten in January 2026, and the board looks at them at each meeting.",
            "source": ["document": "visit-letter"],
        ],
        [
            "id": "AEM-2026", "kind": "annual-engagement-meeting", "framework": "ILACS", "body": "Ofsted",
            "title": "Annual engagement meeting 2026", "status": "held", "start": "2026-05-19",
            "focus": ["Children in need", "Readiness for inspection", "Initial health assessments"],
            "note": "The next inspection may come at any time from autumn 2026.",
        ],
        [
            "id": "PEER-2026", "kind": "peer-review", "body": "Regional sector-led improvement partnership",
            "title": "Peer review of children in need practice", "status": "planned", "start": "2026-10-06",
            "end": "2026-10-08", "focus": ["Children in need", "Management oversight"],
        ],
        [
            "id": "INS-ILACS-2027", "kind": "inspection", "framework": "ILACS", "body": "Ofsted",
            "title": "Next inspection of local authority children's services", "status": "expected", "start": "2027",
        ],
    ]
}
