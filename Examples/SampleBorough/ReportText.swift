/// The committee report.
enum ReportText {
    /// The content of `report.yaml`.
    static let content: YAML = ["reports": [report]]

    private static let report: YAML = [
        "id": "CR-2026-07", "title": "Children's services improvement and performance: quarter 1 of 2026 to 2027",
        "committee": "Children and Families Committee", "date": "2026-07-14", "kind": "Performance report",
        "agenda_item": "7", "update_number": 8, "period": "FY2026-27-Q1", "report_of": "director", "wards": "All",
        "status": "public", "urgent": false, "key": false,
        "enclosures": [
            ["label": "Appendix 1", "title": "Indicator dashboard, June 2026"],
            ["label": "Appendix 2", "title": "Improvement plan tracker"],
            [
                "label": "Appendix 3", "title": "Children whose pathway plans were audited",
                "access": ["exempt 1", "exempt 2"],
                "note":
                    "Information about individuals; the public interest in withholding it outweighs that in "
                    + "disclosure.",
            ],
        ],
        "contacts": ["head-performance", "head-quality"],
        "recommendations": [
            [
                "number": 1, "action": "note",
                "text":
                    "That the committee notes the progress of the improvement plan and the performance of the quarter.",
                "paragraphs": "2.1-3.8", "enclosure": "Appendix 1",
            ],
            [
                "number": 2, "action": "agree",
                "text": "That the committee asks for a separate report on visits to children in need at its meeting in "
                    + "October 2026.",
                "paragraphs": "3.3-3.5",
            ],
            [
                "number": 3, "action": "note",
                "text": "That the committee notes the exempt findings on pathway planning.",
                "paragraphs": "7.1", "enclosure": "Appendix 3",
            ],
        ],
        "sections": .list(opening + performance + closing),
        "tables": [
            ["number": "1", "title": "Indicators that meet their target, by service", "data": true],
            ["number": "2", "title": "Actions by status and theme", "data": true],
        ],
        "background_papers": [
            ["number": "8.1", "title": "Improvement plan 2024 to 2027", "date": "2024-07"],
            [
                "number": "8.2", "title": "Letter after the focused visit of November 2025", "date": "2025-12-16",
                "inspection": "FV-2025-11",
            ],
            ["number": "8.3", "title": "Inspection report", "date": "2024-05-08", "inspection": "INS-ILACS-2024"],
        ],
    ]

    private static func section(_ number: String, _ title: String, _ texts: [String], access: String = "") -> YAML {
        let paragraphs: [YAML] = texts.enumerated().map { position, text in
            ["number": "\(number).\(position + 1)", "text": .text(text)]
        }
        return [
            "number": .text(number), "title": .text(title), "level": 1, "paragraphs": .list(paragraphs),
            "access": .text(access),
        ]
    }

    private static let opening: [YAML] = [
        section(
            "1", "Purpose of the report",
            [
                "This is the eighth report on the improvement plan that the council agreed after the inspection of "
                    + "March 2024. It covers April to June 2026.",
                "Larkmere is a fictional borough. The report shows what such a report may look like; nothing in it "
                    + "is about a real council.",
            ]),
        section(
            "2", "Summary",
            [
                "Most of what the inspection criticised has become better. {assessments-45-days} of assessments are "
                    + "completed within 45 working days, against {assessments-45-days|base} at the time of the "
                    + "inspection. Children with a protection plan are visited in time in {cp-visits} of cases, "
                    + "against {cp-visits|base}.",
                "Our greatest worry is children in need. Visits within 20 working days are {cin-visits|move}. A "
                    + "focused visit in November 2025 made this a priority action, and the first measures have not "
                    + "been enough.",
                "The workforce is steadier than at any time since 2021. Vacancies are {sw-vacancies|since}, and "
                    + "posts covered by agency workers {sw-agency|since}.",
                "Three actions are off track or overdue in a way that needs the attention of the committee: the "
                    + "weekly review of children not seen, pathway plans, and first health assessments.",
            ]),
    ]

    private static let performance: [YAML] = [
        section(
            "3", "Performance in the quarter",
            [
                "Early help. Goals were met in {eh-goals-met} of closed episodes, {eh-goals-met|against}. "
                    + "{eh-step-up} of episodes ended with a step up to social care.",
                "Front door. Managers decided {contacts-1-day} of contacts within one working day. Referrals within "
                    + "twelve months of an earlier one are {re-referrals|move}, {re-referrals|against}.",
                "Children in need. {cin-visits|n} of {cin-visits|d} children with a plan were visited in time at the "
                    + "end of June. The figure is lowest in the {cin-visits|lowest} and highest in the "
                    + "{cin-visits|highest}.",
                "The fall began in autumn 2025. It follows the departure of experienced workers, but it also shows "
                    + "that managers did not act on the lists they had. The director chairs the weekly meeting from "
                    + "July.",
                "Plans that have been open for more than twelve months are {cin-over-12-months|move}. Families "
                    + "deserve to know when our involvement ends.",
                "Child protection. {icpc-15-days} of initial conferences took place within 15 working days. "
                    + "{cp-two-years|n} children have had a plan for two years or more.",
                "Children in care. {cic-open} children are in our care. Three or more placements in a year are "
                    + "{cic-three-placements|move}. First health assessments were in time for {cic-initial-health|n} "
                    + "of {cic-initial-health|d} children who came into care in June.",
                "Care leavers. {leavers-education-work} are in education, employment or training, and "
                    + "{leavers-suitable-homes} live in suitable accommodation. {leavers-pathway-plans} have an "
                    + "up-to-date pathway plan, {leavers-pathway-plans|against}.",
            ]),
        section(
            "4", "Quality of practice",
            [
                "Auditors graded {audits-good} of case files good or better in June, {audits-good|against}. At the "
                    + "inspection it was {audits-good|base}. About a third of audits are graded a second time by a "
                    + "moderator.",
                "Management oversight is the weakest domain. Supervision is regular, in time for {sw-supervision} of "
                    + "social workers, but its records give too few reasons for decisions.",
                "Attendance at strategy discussions has risen since health and police cover evenings. Weekends are "
                    + "next.",
            ]),
        section(
            "5", "Inspection",
            [
                "The annual engagement meeting took place on 19 May 2026. A peer review of children in need practice "
                    + "will take place from 6 to 8 October 2026.",
                "The next inspection may come at any time from autumn 2026. The self-evaluation is brought up to "
                    + "date each quarter and does not claim more than audit supports.",
            ]),
    ]

    private static let closing: [YAML] = [
        section(
            "6", "Resources, risks and equality",
            [
                "The net budget for 2026 to 2027 is £78.4m. After three months the forecast is an overspend of "
                    + "£1.29m, which comes from the prices of residential placements.",
                "The improvement plan has £1.25m for the year, most of it for posts in family support.",
                "Eight risks are on the register of the Improvement Board. The highest is that children in need are "
                    + "not seen.",
                "Children of black and mixed heritage are over-represented among children in care, as they are "
                    + "elsewhere. The committee will see figures by ethnicity in October, when the annual return is "
                    + "final.",
            ]),
        section(
            "7", "Exempt findings on pathway planning",
            [
                "Two of the fifteen plans that were audited concern young people whose whereabouts were not known "
                    + "for more than a week; what was done in each case is set out in Appendix 3."
            ],
            access: "exempt 1; exempt 2"),
    ]
}
