import FamilyServicesKit
import Foundation
import Testing

@Suite("Results written and read")
struct AnalysisCodingTests {
    private func roundTrip<Value: Codable & Equatable>(_ value: Value) throws -> Bool {
        try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value)) == value
    }

    @Test("Holidays, checks, counts and shifts come back as they were")
    func roundTrips() throws {
        let (start, day) = (try CalendarDate(iso: "2017-11-14"), try CalendarDate(iso: "2018-01-24"))
        let check = try TimescaleRule(45, .workingDays).check(from: start, to: nil, asOf: day)
        let (earlier, later) = (try GradeCounts([.good: 1, .inadequate: 4]), try GradeCounts([.good: 5]))
        #expect(try roundTrip(BankHolidays.englandAndWales))
        #expect(try roundTrip(WorkingCalendar.englandAndWales))
        #expect(try roundTrip(check))
        #expect(try roundTrip(earlier))
        #expect(try roundTrip(GradeShift(from: earlier, to: later)))
        let plan = ImprovementPlan(
            id: "plan", title: "The plan",
            actions: [
                PlanAction(
                    id: "a", title: "A", due: PartialDate(start), statuses: [.init(.atRisk, on: PartialDate(start))])
            ])
        #expect(try roundTrip(plan.progress(on: day)))
        #expect(try roundTrip(plan.actions[0].timeInStatus(on: day)))
        #expect(try roundTrip(PlanForecast(of: plan, on: day)))
        #expect(try roundTrip(PlanGaps(in: plan, on: day)))
    }

    @Test("A list with a holiday outside its years is refused")
    func refused() {
        let text = """
            {"firstYear": 2010, "lastYear": 2011, "asOf": "2025-12-31", "announcedThrough": 2011,
             "days": [{"date": "2012-01-02", "title": "New Year's Day", "kind": "substitute"}]}
            """
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(BankHolidays.self, from: Data(text.utf8)) }
    }

    @Test("Negative counts are refused")
    func negativeCounts() {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(GradeCounts.self, from: Data(#"{"counts": {"good": -1}}"#.utf8))
        }
    }
}
