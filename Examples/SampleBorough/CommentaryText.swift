/// Remarks on indicators.
struct CommentaryText {
    let indicator: String
    let period: String
    let author: String
    let text: String
    let access: String

    private init(_ indicator: String, _ author: String, _ text: String, period: String = "2026-06", access: String = "")
    {
        self.indicator = indicator
        self.period = period
        self.author = author
        self.text = text
        self.access = access
    }

    /// The remarks, in the order of the dashboard.
    static let all: [CommentaryText] = need + care + staff

    private static let need: [CommentaryText] = [
        .init(
            "eh-started", "head-early-help",
            "More families come through the hubs than through professionals for the first time. Heath shows the "
                + "largest rise."
        ),
        .init(
            "eh-goals-met", "head-early-help",
            "{eh-goals-met|since}, {eh-goals-met|against}. Families say that writing their own goals made the "
                + "difference."
        ),
        .init(
            "contacts-1-day", "head-front-door",
            "A manager decided {contacts-1-day} of contacts within one working day, {contacts-1-day|against}. Most "
                + "of those that were late came in on a Friday afternoon."),
        .init(
            "referrals", "head-front-door",
            "Referrals drop each August, when schools are closed, and come back in October. Compare months with the "
                + "same month of the year before."),
        .init(
            "re-referrals", "head-front-door",
            "Repeat referrals are {re-referrals|move}. Step-down to early help is now checked after six weeks."),
        .init(
            "assessments-45-days", "head-assessment",
            "{assessments-45-days|n} of {assessments-45-days|d} assessments were in time ({assessments-45-days}). "
                + "The level changed in early 2025, when assessments began to be tracked from day 10."),
        .init(
            "assessments-45-days", "head-assessment",
            "The first two months of tracking: teams close simple assessments early and bring complex ones to the "
                + "meeting.",
            period: "2025-03"),
        .init(
            "children-seen-10-days", "head-assessment",
            "The share is {children-seen-10-days}. Missed first visits are rebooked on the same day since April."),
        .init(
            "assessments-no-further-action", "head-assessment",
            "A falling share means that fewer families are assessed without need. Below 28% we would ask whether "
                + "some families no longer reach us."),
        .init(
            "cin-open", "head-family-support",
            "{cin-open|move}. More assessments lead to a plan, and fewer plans are closed."),
        .init(
            "cin-visits", "head-family-support",
            "Visits in time are {cin-visits|move}, {cin-visits|against}. Vacancies explain part of the fall, but "
                + "teams with equal vacancies differ: {cin-visits|highest} against {cin-visits|lowest}."),
        .init(
            "cin-visits", "head-family-support",
            "The fall since September is no longer chance. The focused visit of November found the same.",
            period: "2026-01"),
        .init(
            "cin-visits", "head-performance",
            "No figure for November 2024: visits were being moved between two systems. They took place, as dip "
                + "samples showed, but cannot be counted.", period: "2024-11"),
        .init(
            "cin-over-12-months", "head-family-support",
            "{cin-over-12-months|n} plans are older than twelve months. The panel for plans at nine months has a "
                + "backlog."
        ),
        .init(
            "icpc-15-days", "head-safeguarding",
            "{icpc-15-days} of conferences were in time. Months with few conferences swing: one family of four "
                + "changes the figure by more than ten points."),
        .init(
            "cp-open", "head-safeguarding",
            "The number has moved between narrow bounds for three years. Neglect remains the most frequent category."),
        .init(
            "cp-repeat", "head-safeguarding",
            "Small numbers each month. Over the year the level is near that of neighbours."),
        .init(
            "cp-visits", "head-safeguarding",
            "{cp-visits} of children were seen in ten working days, up from {cp-visits|base} at the inspection."),
        .init(
            "cp-two-years", "head-safeguarding",
            "{cp-two-years|n} children have had a plan for two years or more. Each is known to the head of service."),
    ]

    private static let care: [CommentaryText] = [
        .init(
            "cic-open", "head-care",
            "{cic-open|n} children are in care, a rate of {cic-rate} for every 10,000. As many children leave care "
                + "as enter it over a year."),
        .init(
            "cic-initial-health", "designated-nurse",
            "{cic-initial-health|n} of {cic-initial-health|d} in June. One child more or less changes the figure by "
                + "many points, so that a year says more than a month."),
        .init(
            "cic-initial-health", "head-care",
            "Two children of one family waited eleven weeks because consent was disputed between the parents.",
            access: "exempt 1; exempt 2"),
        .init(
            "cic-education-plans", "virtual-head",
            "{cic-education-plans} of plans are up to date. Quality is now the question: a third lack a target that "
                + "a pupil would recognise."),
        .init(
            "cic-three-placements", "head-care",
            "{cic-three-placements|n} children had three or more placements. Most are teenagers who came into care "
                + "at 15 or later."),
        .init(
            "cic-return-interviews", "head-care",
            "{cic-return-interviews} within 72 hours. The new service is better at reaching young people placed far "
                + "away."
        ),
        .init(
            "permanence-ytd", "head-care",
            "A sum since April: {permanence-ytd} so far, against {permanence-ytd|year} at the same point last year."),
        .init(
            "adoption-days", "head-care",
            "The average moves slowly, because it covers three years, and one long search for a group of siblings "
                + "weighs heavily."),
        .init(
            "leavers-pathway-plans", "head-leaving-care",
            "{leavers-pathway-plans|since}. Progress has slowed since the winter, most of all for young people over 21."
        ),
        .init(
            "leavers-education-work", "head-leaving-care",
            "{leavers-education-work|move}. Nine care leavers are apprentices of the council."),
    ]

    private static let staff: [CommentaryText] = [
        .init(
            "sw-vacancies", "assistant-director-resources",
            "Vacancies are {sw-vacancies|since}. Those that remain are concentrated in family support."),
        .init(
            "sw-agency", "assistant-director-resources",
            "{sw-agency|since}. Agency workers now cover vacancies only, and no longer peaks of work."),
        .init(
            "sw-turnover", "assistant-director-resources",
            "The measure covers twelve months and therefore follows events late."),
        .init(
            "sw-caseload", "ad-safeguarding",
            "An average of {sw-caseload}. Eleven workers hold more than twenty cases; their managers review this "
                + "weekly."
        ),
        .init(
            "sw-supervision", "principal-social-worker",
            "{sw-supervision} in time. Audit asks harder questions about what is said in supervision."),
        .init(
            "audits-good", "head-quality",
            "{audits-good|since}. With about 28 audits a month a single month may be ten points off the true level."),
        .init(
            "complaints-in-time", "head-quality",
            "{complaints-in-time|n} of {complaints-in-time|d} in June. Replies that need two services take longest."),
    ]
}
