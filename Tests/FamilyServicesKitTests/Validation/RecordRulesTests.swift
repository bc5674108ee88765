import FamilyServicesKit
import Testing

@Suite("Records wrong in themselves")
struct RecordRulesTests {
    @Test("are reported", arguments: breakages)
    func records(_ breakage: Breakage) throws { try breakage.check() }

    static let breakages: [Breakage] = [
        Breakage("an agreement with everyone", .error, .inconsistent, .agreement, "club", "everyone", "no agreement") {
            $0.manifest.agreements[0] = SharingAgreement(id: "club", title: "Club", audiences: [.officers, .everyone])
        },
        Breakage("too many decimals", .error, .badValue, .indicator, "caseload", "16 decimals", "0 to 15") {
            $0.indicators[1] = try throughJSON($0.indicators[1]) { $0["decimals"] = 16 }
        },
        Breakage("a rate per nothing", .error, .badValue, .indicator, "caseload", "rate per 0") {
            $0.indicators[1].unit = .rate(per: 0)
        },
        Breakage("no time at all", .error, .badValue, .indicator, "visits", "within 0 working days") {
            $0.indicators[0].timescale = try $0.indicators[0].timescale.map { rule in
                try throughJSON(rule) { $0["limit"] = 0 }
            }
        },
        Breakage("a standard of no time", .error, .badValue, .practiceStandard, "ten-days", "within -1") {
            $0.audits.standards[0].timescale = try $0.audits.standards[0].timescale.map { rule in
                try throughJSON(rule) { $0["limit"] = -1 }
            }
        },
        Breakage("an infinite printed share", .error, .badValue, .dashboardLine, "1", "finite") {
            $0.dashboard[0].shares[0].figure.value = .infinity
        },
        Breakage("an infinite earlier position", .error, .badValue, .dashboardLine, "1", "finite") {
            $0.dashboard[0].previous?.figure.value = .nan
        },
        Breakage("an infinite share of compliance", .error, .badValue, .complianceMeasurement, "1", "finite") {
            $0.audits.compliance[0].printedShare?.value = .nan
        },
        Breakage("a risk off the scale", .error, .badValue, .risk, "R1", "1 to 5") {
            $0.risks[0].inherent = .matrix(likelihood: 6, impact: 1)
        },
        Breakage("a risk score off the scale", .error, .badValue, .risk, "R1", "25") {
            $0.risks[0].residual = .product(26)
        },
        Breakage("infinite money", .error, .badValue, .budgetFigure, "B1", "finite") {
            $0.budget[0].pounds = .infinity
        },
        Breakage("an infinite fact", .error, .badValue, .fact, "population", "finite") {
            $0.context[0].value = -.infinity
        },
    ]
}
