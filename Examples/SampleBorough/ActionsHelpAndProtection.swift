/// Actions of themes 1 to 3.
enum ActionsHelpAndProtection {
    static let theme1: [PlannedAction] = [
        PlannedAction(
            reference: "1a(i)", title: "Open a family hub in each locality",
            text:
                "Three hubs where families meet health visitors, early help and advice on money and housing in one "
                + "place.",
            owner: "head-early-help", start: "2024-09", due: "2026-03-31", completed: "2026-02-16", course: "NGGGAGCC",
            indicators: ["eh-started"], evidence: "All three hubs are open; footfall is counted each week.",
            slip: "The lease of the Heath building took four months longer than planned.",
            recovery: "The lease was signed in November; building work has begun."),
        PlannedAction(
            reference: "1a(ii)", title: "Agree goals with each family in early help",
            text: "Goals are written in the family's words at the start and scored with the family at the end.",
            owner: "head-early-help", start: "2024-07", due: "2025-03-31", completed: "2025-03-14", course: "GGCCEEEE",
            indicators: ["eh-goals-met", "eh-step-up"],
            evidence: "Goal scores are on 94 of 100 closed files sampled in March 2025."),
        PlannedAction(
            reference: "1b(i)", title: "Bring police, health and housing into the front door",
            text:
                "Partners sit with the front door team each day, and a manager sees each contact within one working "
                + "day.",
            owner: "head-front-door", start: "2024-07", due: "2024-12-31", completed: "2024-12-09", course: "GCCEEEEE",
            indicators: ["contacts-1-day"], evidence: "Letter after the focused visit of February 2025."),
        PlannedAction(
            reference: "1b(ii)", title: "Tell referrers what was decided",
            text: "Each professional who refers a child hears within three working days what was decided and why.",
            owner: "head-front-door", start: "2025-04", due: "2026-07-31", course: "---GGAGG",
            indicators: ["re-referrals", "eh-step-up"],
            slip: "The automatic letter could not be built before the system upgrade in January.",
            recovery: "Letters have gone out automatically since February; schools report that they receive them."),
        PlannedAction(
            reference: "1b(iii)", title: "Publish one threshold document with partners",
            text: "One document, with worked examples, that schools, health and police agree to use.",
            owner: "ad-safeguarding", start: "2024-10", due: "2025-06-30", completed: "2025-06-27", course: "NGGCCCCC",
            indicators: ["assessments-no-further-action"]),
    ]

    static let theme2: [PlannedAction] = [
        PlannedAction(
            reference: "2a(i)", title: "Track each assessment from day 10",
            text: "A weekly meeting looks at each open assessment on days 10, 25 and 35 and removes what holds it up.",
            owner: "head-assessment", start: "2024-09", due: "2025-01-31", completed: "2025-01-20", course: "NGCCEEEE",
            recommendations: "R24-1", indicators: ["assessments-45-days"], domains: "Assessment and analysis",
            evidence: "Minutes of the weekly meeting, and the rise in timeliness since January 2025."),
        PlannedAction(
            reference: "2a(ii)", title: "Introduce a shorter assessment form",
            text: "A form that asks for analysis and not for description, tested with two teams first.",
            owner: "principal-social-worker", start: "2024-11", due: "2025-09-30", completed: "2025-10-21",
            course: "NGGGACCC", recommendations: "R24-1", indicators: ["assessments-45-days"],
            domains: "Assessment and analysis", evidence: "In use by every team since 20 October 2025.",
            slip: "The supplier delivered the form three weeks late."),
        PlannedAction(
            reference: "2a(iii)", title: "See each child within ten working days of referral",
            text: "The first visit is booked when the case is allocated, and the child is seen alone where old enough.",
            owner: "head-assessment", start: "2025-01", due: "2026-09-30", course: "--GGGGGG",
            indicators: ["children-seen-10-days"], domains: "Voice of the child; Visits and direct work"),
        PlannedAction(
            reference: "2b(i)", title: "Review each week the children in need who were not seen",
            text: "A list of each child in need not seen for 15 working days goes to the head of service each Monday.",
            owner: "head-family-support", start: "2026-01-22", due: "2026-03-31", course: "-----NRR",
            recommendations: "R25-1; QA26-1", indicators: ["cin-visits"], domains: "Visits and direct work",
            slip: "The list has been produced since February, but it was discussed in three of eight weeks only."),
        PlannedAction(
            reference: "2b(ii)", title: "Fill the vacant posts in family support",
            text: "Six posts, four of them in the Cedar and Hawthorn teams, with a welcome payment after a year.",
            owner: "ad-safeguarding", start: "2026-01-22", due: "2026-09-30", course: "-----NGA",
            recommendations: "R25-1", indicators: ["cin-visits", "sw-vacancies"], domains: "Visits and direct work",
            slip: "Two of six posts are filled; two offers were declined in May."),
        PlannedAction(
            reference: "2b(iii)", title: "Close or step up plans older than nine months",
            text: "A panel reads each plan that reaches nine months and decides whether it ends, changes or steps up.",
            owner: "head-family-support", start: "2025-07", due: "2026-04-30", course: "---NGGAA",
            indicators: ["cin-over-12-months"], domains: "Planning and purpose",
            slip: "The panel met four times in the quarter and not six; 61 plans still wait for a decision."),
    ]

    static let theme3: [PlannedAction] = [
        PlannedAction(
            reference: "3a(i)", title: "Hold strategy discussions with all agencies present",
            text: "A rota for health and police outside office hours, and minutes that name who attended.",
            owner: "head-safeguarding", start: "2024-10", due: "2026-03-31", completed: "2026-03-23",
            course: "NGGGGACC",
            indicators: ["icpc-15-days", "section-47"],
            evidence: "The rota began on 23 March 2026; attendance is measured each quarter.",
            slip: "The health rota depended on a second named nurse, who started in February."),
        PlannedAction(
            reference: "3a(ii)", title: "Visit children with a plan every ten working days",
            text: "Visits are planned for the whole quarter, and cover is arranged before leave is approved.",
            owner: "head-safeguarding", start: "2024-07", due: "2025-06-30", completed: "2025-06-12",
            course: "GAGCCEEE",
            recommendations: "R24-2", indicators: ["cp-visits"], domains: "Visits and direct work",
            evidence: "Visits in time were above 90% in each of the three months to May 2025.",
            slip: "The change of case management system left managers without a list of visits for five weeks.",
            recovery: "Lists are back, and each team plans visits a quarter ahead."),
        PlannedAction(
            reference: "3a(iii)", title: "Make core groups test whether the plan works",
            text: "Core groups score each risk with the parents and record what changed since the last meeting.",
            owner: "head-safeguarding", start: "2025-02", due: "2026-08-31", course: "-NGGGGAG",
            indicators: ["cp-core-groups"], domains: "Planning and purpose",
            slip: "Half of the core groups of the Cedar team used the old form.",
            recovery: "The old form has been switched off."),
        PlannedAction(
            reference: "3b(i)", title: "Review each plan at 15 months",
            text: "The head of service and the conference chair look together at each plan that reaches 15 months.",
            owner: "head-safeguarding", start: "2024-07", due: "2025-03-31", completed: "2025-02-26",
            course: "GGCCCEEE",
            indicators: ["cp-two-years"],
            evidence: "28 plans were reviewed by February 2025; 17 ended or became court applications."),
        PlannedAction(
            reference: "3b(ii)", title: "Offer parents an advocate before their first conference",
            text: "An independent advocate explains the conference and helps parents to say what they want to say.",
            owner: "head-safeguarding", start: "2025-04", due: "2026-06-30", completed: "2026-06-18",
            course: "--NGGGGC",
            evidence: "Contract in place; 41 parents had an advocate between January and June 2026."),
        PlannedAction(
            reference: "3b(iii)", title: "Support families for six months after a plan ends",
            text: "A family support worker stays with the family, so that a second plan is not needed.",
            owner: "head-early-help", start: "2025-10", due: "2026-12-31", course: "----NGGG", indicators: ["cp-repeat"]
        ),
    ]
}
