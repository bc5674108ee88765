/// A risk on the register of the Improvement Board.
struct RiskText {
    let id: String
    let title: String
    let kind: String
    let inherent: (Int, Int)
    let residual: (Int, Int)
    let response: String
    let owner: String
    var indicators: [String] = []
    var access = ""

    /// The register.
    static let all: [RiskText] = [
        .init(
            id: "R1", title: "Children in need are not seen and harm goes unnoticed", kind: "operational",
            inherent: (5, 5),
            residual: (4, 5),
            response:
                "Weekly meeting on each child not seen for 15 working days, chaired by the director from July 2026.",
            owner: "ad-safeguarding", indicators: ["cin-visits"]),
        .init(
            id: "R2", title: "Too few experienced social workers", kind: "strategic", inherent: (5, 4),
            residual: (3, 4),
            response: "Rolling recruitment, pay review and support for newly qualified workers. Vacancies are "
                + "{sw-vacancies}.",
            owner: "assistant-director-resources", indicators: ["sw-vacancies", "sw-turnover"]),
        .init(
            id: "R3", title: "Placements cost more than the budget allows", kind: "financial", inherent: (5, 4),
            residual: (4, 4), response: "Panel for high-cost placements, and a fostering campaign for teenagers.",
            owner: "finance-partner", indicators: ["cic-open"]),
        .init(
            id: "R4", title: "Health needs of children new to care are met late", kind: "operational", inherent: (4, 4),
            residual: (3, 3),
            response: "Second clinic day, consent on the day of entry, monthly report to the health partner.",
            owner: "head-care", indicators: ["cic-initial-health"]),
        .init(
            id: "R5", title: "Decisions rest on wrong figures after the change of system", kind: "information",
            inherent: (4, 3), residual: (2, 3),
            response: "Monthly reconciliation with the annual return; one list of definitions.",
            owner: "head-performance"),
        .init(
            id: "R6", title: "The inspection comes before the gains have lasted", kind: "reputational",
            inherent: (4, 4),
            residual: (3, 4),
            response: "Peer review in October 2026 and a self-evaluation that is tested against audit.",
            owner: "director"),
        .init(
            id: "R7", title: "Care leavers lose touch when their adviser leaves", kind: "operational", inherent: (4, 3),
            residual: (3, 3), response: "Two named advisers for each young person over 21.", owner: "head-leaving-care",
            indicators: ["leavers-pathway-plans"]),
        .init(
            id: "R8", title: "Dispute with a provider of residential care", kind: "legal", inherent: (3, 4),
            residual: (2, 4), response: "Legal advice taken; two children may have to move at short notice.",
            owner: "monitoring-officer", access: "exempt 1; exempt 2"),
    ]
}
