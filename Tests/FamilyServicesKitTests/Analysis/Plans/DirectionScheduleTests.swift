import FamilyServicesKit
import Testing

@Suite("What directions require, and when")
struct DirectionScheduleTests {
    private func direction(
        _ id: InspectionEvent.ID, start: String, status: InspectionEvent.Status = .issued,
        revokes: InspectionEvent.ID? = nil, _ requirements: [DirectionRequirement]
    ) throws -> InspectionEvent {
        InspectionEvent(
            id: id, kind: .statutoryDirection, body: "Secretary of State", title: "Direction \(id)", status: status,
            start: try PartialDate(iso: start), requirements: requirements, revokes: revokes)
    }

    private func report(_ id: DirectionRequirement.ID, _ cadence: String?, _ first: String?) throws
        -> DirectionRequirement
    {
        DirectionRequirement(
            id: id, letter: "b", text: "Report on progress.", counterpart: "the Commissioner",
            cadence: cadence.map { Cadence($0) }, isReport: true, firstDue: try first.map { try CalendarDate(iso: $0) })
    }

    private func schedule(
        _ events: [InspectionEvent], _ first: String, _ last: String
    ) throws -> DirectionSchedule {
        DirectionSchedule(of: events, from: try CalendarDate(iso: first), through: try CalendarDate(iso: last))
    }

    @Test("Due dates of several directions come in order, both ends included")
    func inOrder() throws {
        let events = [
            try direction("A", start: "2017-09-01", [try report("a", "quarterly", "2017-10-31")]),
            try direction(
                "B", start: "2017-09-01",
                [try report("b", "monthly", "2017-11-30"), try report("c", nil, "2018-01-31")]),
        ]
        let result = try schedule(events, "2017-11-30", "2018-01-31")
        #expect(
            result.entries.map(\.date.description) == [
                "2017-11-30", "2017-12-30", "2018-01-30", "2018-01-31", "2018-01-31",
            ])
        #expect(result.entries.map(\.requirement) == ["b", "b", "b", "a", "c"])
        #expect(result.entries.map(\.occurrence) == [1, 2, 3, 2, 1])
        #expect(
            result.entries[0].explanation
                == "Report to the Commissioner due on 30 November 2017 under Direction B (b): Report on progress.")
    }

    @Test("A revoked direction requires nothing from the day on which another revokes it")
    func revoked() throws {
        let events = [
            try direction("old", start: "2017-09-01", status: .revoked, [try report("a", "monthly", "2017-10-15")]),
            try direction("new", start: "2018-01-15", revokes: "old", []),
        ]
        #expect(
            try schedule(events, "2017-11-01", "2018-06-30").entries.map(\.date.description) == [
                "2017-11-15", "2017-12-15",
            ])
        #expect(try schedule([events[0]], "2017-11-01", "2018-06-30").entries.isEmpty)
    }

    @Test("A requirement that gives no day is listed as such, and a period the wrong way round is empty")
    func undated() throws {
        let events = [try direction("A", start: "2017-09-01", [try report("a", "six-monthly", nil)])]
        let result = try schedule(events, "2017-11-01", "2018-06-30")
        #expect(result.entries.isEmpty)
        #expect(result.undated.map(\.requirement) == ["a"])
        #expect(result.undated.first?.cadence == "six-monthly")
        let dated = [try direction("A", start: "2017-09-01", [try report("a", "monthly", "2017-10-15")])]
        #expect(try schedule(dated, "2018-06-30", "2017-11-01").entries.isEmpty)
    }
}
