import FamilyServicesKit
import Testing

@Suite("Forecast of a plan")
struct PlanForecastTests {
    private let day: CalendarDate

    init() throws { day = try CalendarDate(iso: "2018-01-31") }

    /// A plan whose actions are done on the days given, the others never, all reported on three days.
    private func plan(
        done: [String], open: Int, end: String? = nil, reports: [String] = ["2017-11-01", "2017-12-01", "2018-01-01"]
    ) throws -> ImprovementPlan {
        var actions: [PlanAction] = []
        for (number, date) in (done.map { Optional($0) } + [String?](repeating: nil, count: open)).enumerated() {
            let statuses = try reports.map { report in
                PlanAction.StatusReport(
                    date.map { $0 <= report } ?? false ? .complete : .onTrack, on: try PartialDate(iso: report))
            }
            actions.append(PlanAction(id: .init(stringLiteral: "\(number)"), title: "An action", statuses: statuses))
        }
        return ImprovementPlan(
            id: "plan", title: "The plan", end: try end.map { try PartialDate(iso: $0) }, actions: actions)
    }

    @Test("The average so far is continued; the best and the worst cycle give the range")
    func expected() throws {
        // 1, 2 and 5 of 9 done: after 4 in 61 days 4 are left; the best cycle brought 3 in 31 days, the worst 1 in 30.
        let plan = try plan(
            done: ["2017-11-01", "2017-11-15", "2017-12-15", "2017-12-15", "2018-01-01"], open: 4, end: "2018-03-31")
        let forecast = PlanForecast(of: plan, on: day)
        guard case .expected(let estimate) = forecast.outcome else {
            Issue.record("There should be a forecast.")
            return
        }
        #expect(forecast.doneByDay == [1, 2, 5])
        #expect(estimate.date?.description == "2018-03-03")
        #expect(estimate.earliest?.description == "2018-02-12")
        #expect(estimate.latest?.description == "2018-05-01")
        #expect(estimate.donePerCycle == 2)
        #expect(estimate.daysPerCycle == 30.5)
        #expect(forecast.isWithinPlan == true)
        #expect(
            forecast.explanation
                == "On average 2 actions were done from one report to the next, and 4 are left. At that pace the "
                + "plan is done "
                + "about 3 March 2018 (12 February 2018 at the best pace so far, May 2018 at the worst). That is "
                + "within the "
                + "plan.")
    }

    @Test("Too short a history gives no forecast and says so")
    func notEnough() throws {
        let plan = try plan(done: ["2017-11-15"], open: 2, reports: ["2017-11-01", "2017-12-01"])
        let forecast = PlanForecast(of: plan, on: day)
        #expect(forecast.outcome == .notEnoughHistory(reportingDays: 2, needed: 3))
        #expect(forecast.explanation.hasPrefix("Not enough history for a forecast: statuses were reported on 2 days"))
        #expect(forecast.isWithinPlan == nil)
        // Reports after the day do not count.
        #expect(
            PlanForecast(of: try self.plan(done: [], open: 1), on: try CalendarDate(iso: "2017-12-15")).outcome
                == .notEnoughHistory(reportingDays: 2, needed: 3))
    }

    @Test("Without progress, without actions and with everything done there is nothing to forecast")
    func nothingToForecast() throws {
        #expect(PlanForecast(of: try plan(done: [], open: 3), on: day).outcome == .noProgress)
        #expect(PlanForecast(of: try plan(done: [], open: 0), on: day).outcome == .noActions)
        #expect(PlanForecast(of: try plan(done: ["2017-11-01"], open: 0), on: day).outcome == .done)
    }

    @Test("A cycle that brought nothing leaves the range open")
    func openRange() throws {
        let forecast = PlanForecast(of: try plan(done: ["2017-12-15"], open: 2), on: day)
        guard case .expected(let estimate) = forecast.outcome else {
            Issue.record("There should be a forecast.")
            return
        }
        #expect(estimate.latest == nil)
        #expect(forecast.explanation.contains("at the worst, never"))
    }
}
