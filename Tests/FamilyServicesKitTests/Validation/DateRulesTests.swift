import FamilyServicesKit
import Testing

@Suite("Dates in an impossible order")
struct DateRulesTests {
    @Test("are reported", arguments: breakages)
    func dates(_ breakage: Breakage) throws { try breakage.check() }

    private static func date(_ text: String) throws -> PartialDate { try PartialDate(iso: text) }

    static let breakages: [Breakage] = [
        Breakage("plan", .error, .dateOrder, .plan, "plan", "ends on 2016-12", "starts on 2017") {
            $0.plans[1].end = try date("2016-12")
        },
        Breakage("due date", .error, .dateOrder, .action, "5b(ii)", "due on 2017-07", "2017-08-01") {
            $0.plans[1].actions[0].due = try date("2017-07")
        },
        Breakage("completed before start", .error, .dateOrder, .action, "5b(ii)", "completed on 2017-07-31") {
            $0.plans[1].actions[0].completed = try date("2017-07-31")
        },
        Breakage("completed in the future", .warning, .dateOrder, .action, "5b(ii)", "2017-12-15", "2017-12-14") {
            $0.plans[1].actions[0].completed = try date("2017-12-15")
        },
        Breakage("completed, but at risk", .warning, .inconsistent, .action, "5b(ii)", "at-risk", "complete") {
            $0.plans[1].actions[0].statuses = [PlanAction.StatusReport(.atRisk)]
        },
        Breakage("history", .warning, .dateOrder, .action, "5b(ii)", "2017-08", "2017-09", "earliest first") {
            $0.plans[1].actions[0].statuses[1].date = try date("2017-08")
        },
        Breakage("event", .error, .dateOrder, .inspection, "INS-2017", "ends on 2017-04-23") {
            $0.inspections[0].end = try date("2017-04-23")
        },
        Breakage("publication", .warning, .dateOrder, .inspection, "INS-2017", "published on 2017-03") {
            $0.inspections[0].published = try date("2017-03")
        },
    ]

    @Test("are not found where a date known to the month or year may be in order")
    func fine() throws {
        var pack = try Fixtures.fullPack()
        pack.plans[1].actions[0].due = try Self.date("2017-08")
        pack.plans[1].actions[0].completed = try Self.date("2017")
        pack.plans[1].actions[0].statuses[1].date = try Self.date("2017")
        pack.plans[1].end = try Self.date("2017")
        #expect(pack.validate() == [])
        // Complete without a date, and embedded with one.
        pack.plans[1].actions[0].completed = nil
        #expect(pack.validate() == [])
        pack.plans[1].actions[0].completed = try Self.date("2017-12-14")
        pack.plans[1].actions[0].statuses = [PlanAction.StatusReport(.embedded)]
        #expect(pack.validate() == [])
        pack.plans[1].actions[0].statuses = []
        #expect(pack.validate() == [])
    }
}
