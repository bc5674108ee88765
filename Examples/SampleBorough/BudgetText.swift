/// A figure of money.
struct BudgetText {
    let id: String
    let kind: String
    let title: String
    let amount: String
    let printed: String
    var period = "FY2026-27"
    var agreed = ""
    var body = ""
    var partOf = ""
    var note = ""

    /// The figures of the year.
    static let all: [BudgetText] = [
        .init(
            id: "B1", kind: "budget", title: "Children's services, net", amount: "78400000", printed: "£78.4m",
            agreed: "2026-02-26", body: "Full Council"),
        .init(
            id: "B2", kind: "budget", title: "Placements of children in care", amount: "27900000", printed: "£27.9m",
            agreed: "2026-02-26", body: "Full Council", partOf: "B1"),
        .init(
            id: "B3", kind: "budget", title: "Social work teams", amount: "16850000", printed: "£16.85m",
            agreed: "2026-02-26", body: "Full Council", partOf: "B1"),
        .init(
            id: "B4", kind: "budget", title: "Early help and family hubs", amount: "9600000", printed: "£9.6m",
            agreed: "2026-02-26", body: "Full Council", partOf: "B1"),
        .init(
            id: "B5", kind: "budget", title: "Care leavers", amount: "4300000", printed: "£4.3m", agreed: "2026-02-26",
            body: "Full Council", partOf: "B1"),
        .init(
            id: "B6", kind: "investment", title: "Improvement plan: family support posts and supervision training",
            amount: "1250000", printed: "£1.25m", agreed: "2026-01-22", body: "Cabinet", partOf: "B3"),
        .init(
            id: "B7", kind: "savings-target", title: "Fewer residential placements", amount: "900000", printed: "£0.9m",
            agreed: "2026-02-26", body: "Full Council", partOf: "B2"),
        .init(
            id: "B8", kind: "saving", title: "Young people moved from residential to foster care",
            amount: "410000", printed: "£410k", partOf: "B2", note: "Achieved by the end of June"),
        .init(
            id: "B9", kind: "pressure", title: "Higher prices of residential placements", amount: "1700000",
            printed: "£1.7m", partOf: "B2", note: "Four placements cost more than £9,000 a week"),
        .init(
            id: "B10", kind: "forecast-overspend", title: "Children's services at the end of the year",
            amount: "1290000", printed: "£1.29m", partOf: "B1", note: "Forecast after three months"),
        .init(
            id: "B11", kind: "forecast-overspend", title: "Children's services at the end of the year",
            amount: "2150000", printed: "£2.15m", period: "FY2025-26", note: "Final position was £1.98m"),
    ]
}
