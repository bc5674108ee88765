import FamilyServicesKit
import Testing

@Suite("Sections about inspections")
struct InspectionSectionTests {
    private func inspection(
        _ id: InspectionEvent.ID, _ published: String, _ judgements: [(String, Grade)]
    ) throws -> InspectionEvent {
        InspectionEvent(
            id: id, kind: .inspection, framework: .ilacs, body: "Ofsted", title: "Inspection \(id.text)",
            status: .held, published: try PartialDate(iso: published),
            judgements: judgements.map { Judgement(area: $0.0, grade: $0.1) })
    }

    @Test("Each judged area follows the events in the order of their dates, with the move in words")
    func timeline() throws {
        var pack = try ReportPack.minimal()
        pack.inspections = [
            try inspection("C", "2025-05", [("overall", .outstanding), ("care", .requiresImprovement)]),
            try inspection("A", "2019-05-08", [("Overall", .inadequate), ("care", .good)]),
            try inspection("B", "2022-05-08", [("overall", .requiresImprovement), ("care", .requiresImprovement)]),
        ]
        let publication = try pack.publish(for: .everyone)
        let table = try publication.table("Judgements")
        #expect(try table.words("Area") == ["Overall", "Overall", "Overall", "Care", "Care", "Care"])
        #expect(
            try table.words("Move") == [
                "No earlier judgement to compare", "▲ Up one grade, from inadequate to requires improvement",
                "▲ Up two grades, from requires improvement to outstanding", "No earlier judgement to compare",
                "▼ Down one grade, from good to requires improvement", "► No change",
            ])
        #expect(try table.column("Move").map(\.tone) == [nil, .positive, .positive, nil, .negative, nil])
        #expect(try table.column("Date")[0].value == .date(try CalendarDate(iso: "2019-05-08")))
        #expect(try table.words("Date")[2] == "May 2025")
        let section = try #require(publication.sections.first { $0.id == "judgements" })
        #expect(section.summary.hasSuffix("2 judgements went up and 1 down."))
    }

    @Test("One judgement makes no timeline")
    func oneJudgement() throws {
        var pack = try ReportPack.minimal()
        pack.inspections = [try inspection("A", "2019-05-08", [("overall", .inadequate)])]
        let publication = try pack.publish(for: .everyone)
        #expect(!publication.sections.contains { $0.id == "judgements" })
        #expect(try publication.table("Inspections").words("Judgements") == ["Overall: Inadequate"])
    }

    /// A report of 14 July 2026 with something of each kind that falls due.
    private func packWithDates() throws -> ReportPack {
        var pack = try ReportPack.minimal()
        pack.manifest.roles = [Role(id: "head", title: "Head of Care")]
        let direction = InspectionEvent(
            id: "D", kind: .statutoryDirection, body: "Secretary of State", title: "Direction", status: .issued,
            start: try PartialDate(iso: "2026-01"),
            requirements: [
                DirectionRequirement(
                    id: "r1", letter: "a", text: "Report.", counterpart: "Secretary of State",
                    cadence: Cadence("quarterly"), isReport: true, firstDue: try CalendarDate(iso: "2026-02-10")),
                DirectionRequirement(id: "r2", letter: "b", text: "Cooperate.", cadence: Cadence("on request")),
            ])
        var event = try inspection("I", "2026-03-01", [])
        event.recommendations = [
            Recommendation(id: "past", text: "Past.", due: try PartialDate(iso: "2026-07-13")),
            Recommendation(id: "today", text: "Today.", due: try PartialDate(iso: "2026-07-14")),
            Recommendation(id: "year", text: "Within a year.", due: try PartialDate(iso: "2027-07-14")),
            Recommendation(id: "later", text: "Later.", due: try PartialDate(iso: "2027-07-15")),
        ]
        let visit = InspectionEvent(
            id: "V", kind: .peerReview, body: "Peers", title: "Peer review", status: .planned,
            start: try PartialDate(iso: "2026-10"))
        pack.inspections = [direction, event, visit]
        pack.plans = [
            ImprovementPlan(
                id: "plan", title: "The plan",
                actions: [
                    PlanAction(
                        id: "x", reference: try PlanReference("1a(i)"), title: "Open", owner: "head",
                        due: try PartialDate(iso: "2026-09-01"), statuses: [.init(.atRisk)]),
                    PlanAction(
                        id: "y", reference: try PlanReference("1a(ii)"), title: "Done",
                        due: try PartialDate(iso: "2026-09-01"), statuses: [.init(.complete)]),
                ])
        ]
        return pack
    }

    @Test("What falls due within twelve months is listed by date, with how long it is and to or by whom")
    func fallingDue() throws {
        let publication = try packWithDates().publish(for: .everyone)
        let table = try publication.table("Falling_due")
        #expect(
            try table.words("What is due") == [
                "Today.", "Report. Then 3 times more (quarterly).", "Open", "Peer review begins.", "Within a year.",
            ])
        #expect(try table.words("Time left") == ["Today", "27 days", "49 days", "2 to 3 months", "12 months"])
        #expect(
            try table.words("To or by whom") == [
                "", "To or with: Secretary of State", "By: Head of Care", "By: Peers", "",
            ])
        #expect(try table.words("Status") == ["", "", "At risk (amber)", "Planned", ""])
        let section = try #require(publication.sections.first { $0.id == "falling-due" })
        #expect(section.title == "Falling due by 14 July 2027")
        #expect(section.summary.hasSuffix("1 requirement in force without a first date cannot be listed."))
    }

    @Test("A requirement says when it is due next; one of a revoked direction is never due")
    func requirements() throws {
        var pack = try packWithDates()
        #expect(
            try pack.publish(for: .everyone).table("Requirements").column("Next due").map(\.value) == [
                .date(try CalendarDate(iso: "2026-08-10")), .empty,
            ])
        pack.inspections[0].status = .revoked
        let publication = try pack.publish(for: .everyone)
        #expect(!(try publication.table("Requirements").columns.contains { $0.title == "Next due" }))
        #expect(!(try publication.table("Falling_due").words("Kind").contains("Report required")))
    }

    @Test("A section that lists what is exempt says so to members, and the public version does not hold it")
    func exempt() throws {
        var pack = try packWithDates()
        pack.inspections[1].recommendations[1].access = .exempt([.individual])
        let members = try #require(
            try pack.publish(for: .members).sections.first { $0.id == "falling-due" })
        #expect(members.summary.contains("NOT FOR PUBLICATION"))
        let everyone = try pack.publish(for: .everyone)
        let first = try everyone.table("Falling_due").words("What is due").first
        #expect(first == "Report. Then 3 times more (quarterly).")
        #expect(!(everyone.sections.first { $0.id == "falling-due" }?.summary.contains("NOT FOR") ?? true))
    }
}
