/// Actions of themes 4 to 6.
enum ActionsCareAndWorkforce {
    static let theme4: [PlannedAction] = [
        PlannedAction(
            reference: "4a(i)", title: "Keep visits to children in care on time when workers change",
            text: "The new worker meets the child together with the old one before the case is handed over.",
            owner: "head-care", start: "2024-07", due: "2025-09-30", completed: "2025-09-17", course: "GGGGCCEE",
            indicators: ["cic-visits"], domains: "Visits and direct work",
            evidence: "Handover meetings are on 27 of 30 files sampled in September 2025."),
        PlannedAction(
            reference: "4a(ii)", title: "Write to children after their review",
            text: "Each child gets a letter from the reviewing officer, in words that suit the child's age.",
            owner: "head-quality", start: "2024-10", due: "2025-06-30", completed: "2025-05-30", course: "NGGCCEEE",
            indicators: ["cic-reviews"], domains: "Voice of the child",
            evidence: "A sample of letters is read by the children in care council twice a year."),
        PlannedAction(
            reference: "4a(iii)", title: "Move return interviews to an independent service",
            text: "Interviews by a charity that the young people chose, within 72 hours.", owner: "head-care",
            start: "2025-01", due: "2025-10-31", completed: "2025-10-31", course: "-NGGGCCC",
            indicators: ["cic-return-interviews"]),
        PlannedAction(
            reference: "4b(i)", title: "Do initial health assessments within 20 working days",
            text:
                "Consent is sought on the day a child comes into care, and two clinics a week are kept for our "
                + "children.",
            owner: "head-care", start: "2024-09", due: "2025-12-31", course: "NGARRAAA", recommendations: "R24-3",
            indicators: ["cic-initial-health"],
            slip:
                "Forms reach the clinic on day nine on average, and children placed outside the borough wait for "
                + "another area's clinic.",
            recovery: "A second clinic day began in September 2025."),
        PlannedAction(
            reference: "4b(ii)", title: "Review each personal education plan every term",
            text: "The virtual school books all meetings at the start of the term and reads each plan for quality.",
            owner: "virtual-head", start: "2024-09", due: "2025-07-31", completed: "2025-07-18", course: "NGGGCEEE",
            indicators: ["cic-education-plans"], evidence: "The termly quality report of the virtual school."),
        PlannedAction(
            reference: "4b(iii)", title: "Stabilise placements before they break",
            text:
                "A meeting within two days when a carer says that a placement is at risk, with help at home the same "
                + "week.",
            owner: "head-care", start: "2025-04", due: "2026-10-31", course: "--NGGGGG",
            indicators: ["cic-three-placements", "cic-long-term"], domains: "Planning and purpose"),
        PlannedAction(
            reference: "4c(i)", title: "Track permanence from the second review",
            text: "A monthly panel follows each child without a permanence plan at the second review.",
            owner: "head-care",
            start: "2024-11", due: "2025-12-31", completed: "2025-12-05", course: "NGGGGCCC",
            indicators: ["permanence-ytd"],
            evidence: "The tracker covers every child; the panel's minutes are complete."),
        PlannedAction(
            reference: "4c(ii)", title: "Find adopters early with the regional agency",
            text: "Family finding begins when adoption becomes a likely plan and not after the court's decision.",
            owner: "head-care", start: "2025-06", due: "2026-12-31", course: "---NGGAA", indicators: ["adoption-days"],
            slip: "The regional agency has two family finders fewer than agreed."),
        PlannedAction(
            reference: "4d(i)", title: "Bring pathway plans up to date and keep them so",
            text:
                "Each plan is written with the young person and reviewed every six months, up to the age of 25 if "
                + "wanted.",
            owner: "head-leaving-care", start: "2025-01", due: "2026-05-31", course: "-NGGGAAR",
            indicators: ["leavers-pathway-plans"],
            slip: "Plans for young people over 21 wait longest: three of eleven adviser posts were vacant in spring."),
        PlannedAction(
            reference: "4d(ii)", title: "Offer twelve apprenticeships in the council each year",
            text: "Ring-fenced places, with a mentor and paid preparation.", owner: "chief-executive", start: "2024-09",
            due: "2026-09-30", course: "NGGGGGGG", indicators: ["leavers-education-work"]),
        PlannedAction(
            reference: "4d(iii)", title: "End the use of bed and breakfast for care leavers",
            text:
                "Eight flats for emergencies, and an agreement with housing that no care leaver is found homeless by "
                + "choice.",
            owner: "head-leaving-care", start: "2024-07", due: "2025-03-31", completed: "2025-04-25",
            course: "GGACCCEE",
            indicators: ["leavers-suitable-homes"],
            evidence: "No care leaver has been placed in bed and breakfast since May 2025.",
            slip: "Two of the eight flats needed repairs."),
    ]

    static let theme5: [PlannedAction] = [
        PlannedAction(
            reference: "5a(i)", title: "Fill vacancies with permanent staff",
            text: "A rolling campaign, interviews every fortnight, and an offer within two days of the interview.",
            owner: "assistant-director-resources", start: "2024-07", due: "2026-03-31", completed: "2026-03-27",
            course: "GGAAGGCC", recommendations: "R24-4", indicators: ["sw-vacancies"],
            evidence: "Vacancy rate in the monthly workforce return.",
            slip: "The first campaign brought many applications and few appointments.",
            recovery: "Applications from experienced workers doubled after the pay review."),
        PlannedAction(
            reference: "5a(ii)", title: "Convert agency workers to permanent contracts",
            text: "A simple offer with no loss of leave, repeated after six months.",
            owner: "assistant-director-resources",
            start: "2024-10", due: "2025-12-31", completed: "2025-12-19", course: "NGGGGCCC",
            indicators: ["sw-agency"]),
        PlannedAction(
            reference: "5a(iii)", title: "Support newly qualified workers for two years",
            text: "A protected caseload, a coach and a group that meets each month.", owner: "principal-social-worker",
            start: "2024-09", due: "2026-08-31", course: "NGGGGGGG", recommendations: "R24-4",
            indicators: ["sw-turnover"]),
        PlannedAction(
            reference: "5b(i)", title: "Bring average caseloads to 14 or fewer",
            text: "Weekly allocation across teams, with a limit above which no new case is given.",
            owner: "ad-safeguarding", start: "2024-07", due: "2025-09-30", completed: "2025-09-29", course: "GGGGCCCE",
            indicators: ["sw-caseload"], evidence: "Caseload report of each week since October 2024."),
        PlannedAction(
            reference: "5b(ii)", title: "Make supervision a place to think",
            text: "Training for each supervisor, observation once a year, and a record of reasons and not of tasks.",
            owner: "principal-social-worker", start: "2024-11", due: "2026-09-30", course: "NGGGGAAA",
            recommendations: "R24-5; QA26-2", indicators: ["sw-supervision"], domains: "Management oversight",
            slip: "22 of 31 supervisors are trained; audit sees regular supervision but few reasons on file."),
    ]

    static let theme6: [PlannedAction] = [
        PlannedAction(
            reference: "6a(i)", title: "Complete the audits that were planned",
            text: "Audits are booked in diaries a quarter ahead, and missed ones are made up in the next month.",
            owner: "head-quality", start: "2024-07", due: "2025-06-30", completed: "2025-06-30", course: "GAGCCCEE",
            indicators: ["audits-completed"], domains: "Overall", evidence: "Audit programme report of each month.",
            slip: "One audit in four was missed while managers learned the new system.",
            recovery: "Missed audits have been made up since January."),
        PlannedAction(
            reference: "6a(ii)", title: "Bring six in ten files to good or better",
            text: "Each team has a practice goal for the quarter, taken from its own audits.", owner: "ad-safeguarding",
            start: "2025-04", due: "2026-12-31", course: "--NGGGGG", indicators: ["audits-good"], domains: "Overall"),
        PlannedAction(
            reference: "6a(iii)", title: "Moderate a third of all audits",
            text: "Six trained moderators grade a second time, without knowing the first grade.", owner: "head-quality",
            start: "2024-07", due: "2025-06-30", completed: "2025-06-20", course: "GGGCCCEE", recommendations: "R24-6",
            indicators: ["audits-moderated"], domains: "Overall",
            evidence: "Agreement between auditors and moderators is reported each quarter."),
        PlannedAction(
            reference: "6b(i)", title: "Ask families after each service ends",
            text:
                "A short call by somebody who did not work with the family; the answers go to the team within a week.",
            owner: "head-quality", start: "2025-07", due: "2026-11-30", course: "---NGGGG",
            domains: "Voice of the child"),
        PlannedAction(
            reference: "6b(ii)", title: "Answer complaints in time and learn from them",
            text: "A named manager for each complaint, and a page each quarter on what was changed because of them.",
            owner: "head-quality", start: "2025-01", due: "2026-02-28", course: "-NGGAAAA",
            indicators: ["complaints-in-time"],
            slip: "Replies that need two services still take about 18 working days."),
    ]
}
