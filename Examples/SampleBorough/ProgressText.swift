/// What the reports of each cycle say about progress.
struct ProgressText {
    let id: String
    let period: String
    let theme: String
    let references: String
    let state: String
    let status: String
    let text: String
    var indicators: [String] = []
    var inspections = ""
    var recommendations = ""
    var due = ""
    var dates = ""
    var roles = ""

    /// The notes, oldest first.
    static let all: [ProgressText] = earlier + q3 + q4 + q1

    private static let earlier: [ProgressText] = [
        .init(
            id: "N24Q3-1", period: "FY2024-25-Q3", theme: "TH1", references: "1b(i)", state: "done", status: "complete",
            text:
                "Police and health have sat with the front door team since 9 December 2024. Housing joins twice a "
                + "week.",
            indicators: ["contacts-1-day"], dates: "2024-12-09", roles: "head-front-door"),
        .init(
            id: "N24Q3-2", period: "FY2024-25-Q3", theme: "TH6", references: "6a(i)", state: "worsening",
            status: "at-risk",
            text: "The change of case management system in November took managers away from audit.",
            indicators: ["audits-completed"], dates: "2024-11", roles: "head-quality"),
        .init(
            id: "N24Q4-1", period: "FY2024-25-Q4", theme: "TH1", references: "1b(i)", state: "done", status: "embedded",
            text: "Inspectors looked at the front door in February 2025 and found prompt, clear decisions.",
            inspections: "FV-2025-02", dates: "2025-02-18; 2025-02-19"),
        .init(
            id: "N24Q4-2", period: "FY2024-25-Q4", theme: "TH2", references: "2a(i)", state: "done", status: "complete",
            text: "Tracking from day 10 began on 20 January 2025. Timeliness rose in each team within two months.",
            indicators: ["assessments-45-days"], recommendations: "R24-1", dates: "2025-01-20", roles: "head-assessment"
        ),
        .init(
            id: "N25Q1-1", period: "FY2025-26-Q1", theme: "TH3", references: "3a(ii)", state: "done",
            status: "complete",
            text:
                "Visits to children with a plan have held above nine in ten since March, and teams plan a quarter "
                + "ahead.",
            indicators: ["cp-visits"], recommendations: "R24-2"),
        .init(
            id: "N25Q1-2", period: "FY2025-26-Q1", theme: "TH4", references: "4b(i)", state: "in-progress",
            status: "off-track",
            text:
                "Half of the first health assessments are still late. The designated nurse and the head of service "
                + "have agreed a second clinic day from September.",
            indicators: ["cic-initial-health"], recommendations: "R24-3", due: "2025-09",
            roles: "designated-nurse; head-care"),
    ]

    private static let q3: [ProgressText] = [
        .init(
            id: "N25Q3-1", period: "FY2025-26-Q3", theme: "TH2", references: "2b(i); 2b(ii)", state: "worsening",
            status: "not-started",
            text:
                "The focused visit of November 2025 set a priority action on visits to children in need. Two new "
                + "actions were drafted in December and agreed in January.",
            indicators: ["cin-visits"], inspections: "FV-2025-11", recommendations: "R25-1",
            dates: "2025-11-18; 2025-12-16",
            roles: "ad-safeguarding"),
        .init(
            id: "N25Q3-2", period: "FY2025-26-Q3", theme: "TH5", references: "5a(ii)", state: "done",
            status: "complete",
            text: "Fourteen agency workers took permanent contracts in the year.", indicators: ["sw-agency"]),
        .init(
            id: "N25Q3-3", period: "FY2025-26-Q3", theme: "TH4", references: "4c(i)", state: "done", status: "complete",
            text: "Each child without a permanence plan at the second review is now followed by the panel.",
            indicators: ["permanence-ytd"]),
    ]

    private static let q4: [ProgressText] = [
        .init(
            id: "N25Q4-1", period: "FY2025-26-Q4", theme: "TH1", references: "1a(i)", state: "done", status: "complete",
            text:
                "The third family hub, in Heath, opened on 16 February 2026, seven weeks after the first date planned.",
            indicators: ["eh-started"], dates: "2026-02-16"),
        .init(
            id: "N25Q4-2", period: "FY2025-26-Q4", theme: "TH2", references: "2b(i)", state: "in-progress",
            status: "off-track",
            text:
                "The weekly list of children not seen exists, but the meeting that should act on it is cancelled too "
                + "often.",
            indicators: ["cin-visits"], recommendations: "R25-1", due: "2026-03-31", roles: "head-family-support"),
        .init(
            id: "N25Q4-3", period: "FY2025-26-Q4", theme: "TH3", references: "3a(i)", state: "done", status: "complete",
            text: "Health and police cover strategy discussions outside office hours from 23 March 2026.",
            dates: "2026-03-23"),
        .init(
            id: "N25Q4-4", period: "FY2025-26-Q4", theme: "TH5", references: "5a(i)", state: "done", status: "complete",
            text: "Nineteen permanent social workers started between October and March; seven left.",
            indicators: ["sw-vacancies"], recommendations: "R24-4"),
    ]

    private static let q1: [ProgressText] = [
        .init(
            id: "N26Q1-1", period: "FY2026-27-Q1", theme: "TH1", references: "1b(ii)", state: "in-progress",
            status: "on-track",
            text: "Repeat referrals are {re-referrals|move}. Schools now hear what became of their referrals.",
            indicators: ["re-referrals"], due: "2026-07-31"),
        .init(
            id: "N26Q1-2", period: "FY2026-27-Q1", theme: "TH2", references: "2b(i); 2b(ii)", state: "worsening",
            status: "off-track",
            text:
                "Visits to children in need within 20 working days are {cin-visits|move}. The lowest figure is that "
                + "of the {cin-visits|lowest}. The director chairs the weekly meeting from July.",
            indicators: ["cin-visits"], recommendations: "R25-1; QA26-1", due: "2026-09-30",
            roles: "director; head-family-support"),
        .init(
            id: "N26Q1-3", period: "FY2026-27-Q1", theme: "TH3", references: "3b(ii)", state: "done",
            status: "complete",
            text:
                "Parents can have an advocate before their first conference. Forty-one did so in the first half of "
                + "2026.",
            dates: "2026-06-18"),
        .init(
            id: "N26Q1-4", period: "FY2026-27-Q1", theme: "TH4", references: "4b(i)", state: "in-progress",
            status: "at-risk",
            text:
                "In June {cic-initial-health|n} of {cic-initial-health|d} children had their first health assessment "
                + "in time ({cic-initial-health}). Those placed outside the borough wait longest.",
            indicators: ["cic-initial-health"], recommendations: "R24-3", roles: "designated-nurse"),
        .init(
            id: "N26Q1-5", period: "FY2026-27-Q1", theme: "TH4", references: "4d(i)", state: "in-progress",
            status: "off-track",
            text:
                "{leavers-pathway-plans} of care leavers have a plan reviewed in six months. Two of three vacant "
                + "adviser posts have been filled, to start in August.",
            indicators: ["leavers-pathway-plans"], due: "2026-10", roles: "head-leaving-care"),
        .init(
            id: "N26Q1-6", period: "FY2026-27-Q1", theme: "TH5", references: "5b(ii)", state: "continuing",
            status: "at-risk",
            text:
                "Supervision is held in time for {sw-supervision} of social workers. Training in reflective "
                + "supervision goes on until September.",
            indicators: ["sw-supervision"], recommendations: "R24-5", due: "2026-09-30",
            roles: "principal-social-worker"),
        .init(
            id: "N26Q1-7", period: "FY2026-27-Q1", theme: "TH6", references: "6a(ii)", state: "in-progress",
            status: "on-track",
            text:
                "Files graded good or better are {audits-good|move}. The peer review in October will test how we "
                + "grade.",
            indicators: ["audits-good"], inspections: "PEER-2026"),
    ]
}
