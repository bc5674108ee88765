import FamilyServicesKit
import Testing

/// Two plans that follow one another and number their themes, objectives, outcomes and actions alike.
enum TwinPlans {
    static func plan(_ name: String) throws -> ImprovementPlan {
        let id = try #require(ImprovementPlan.ID(name))
        return ImprovementPlan(
            id: id, title: "Plan \(name)",
            objectives: [.init(id: "objective-1", title: "Objective of \(name)")],
            themes: [
                .init(
                    id: "theme-1", prefix: "1", title: "Theme of \(name)",
                    outcomes: [.init(reference: try PlanReference("1a"), title: "Outcome of \(name)")])
            ],
            actions: [
                PlanAction(
                    id: try #require(PlanAction.ID("\(name)-action")), reference: try PlanReference("1a(i)"),
                    theme: "theme-1", title: "Action of \(name)", statuses: [.init(.onTrack)])
            ],
            progress: [
                ProgressNote(
                    id: try #require(ProgressNote.ID("\(name)-note")), theme: "theme-1",
                    references: [try PlanReference("1a")], text: "Note of \(name)")
            ])
    }

    static func pack() throws -> ReportPack {
        var pack = try ReportPack.minimal()
        pack.plans = [try plan("old"), try plan("new")]
        pack.risks = [Risk(id: "R1", title: "Risk of old", plans: ["old"])]
        pack.inspections = [
            InspectionEvent(
                id: "visit", kind: .inspection, body: "Ofsted", title: "Visit", status: .held,
                recommendations: [
                    Recommendation(
                        id: "REC", kind: .recommendation, text: "Do it.", planReferences: [try PlanReference("1a(i)")])
                ])
        ]
        return pack
    }
}

@Suite("Names that two plans share")
struct TwinPlansTests {
    @Test("are those of the record's own plan in the tracker, among the notes and in a working copy")
    func themes() throws {
        let pack = try TwinPlans.pack()
        let report = try pack.publish(for: .officers)
        #expect(
            try report.table("Plan_tracker").words("Plan and theme") == [
                "Plan old: Theme of old", "Plan new: Theme of new",
            ])
        #expect(try report.table("Progress").words("Theme") == ["Theme of old", "Theme of new"])
        let copy = try pack.workingCopy(for: .officers, options: PublicationOptions())
        #expect(try copy.table("Plan_tracker").words("Theme") == ["Theme of old", "Theme of new"])
        #expect(try copy.table("Progress").words("Theme") == ["Theme of old", "Theme of new"])
    }

    @Test("make no plan the reason for the actions of the other")
    func thread() throws {
        let thread = GoldenThread(try TwinPlans.pack())
        let reasons = thread.allReasons(for: .action("new-action"))
        #expect(
            reasons.contains(.theme("theme-1", of: "new")) && reasons.contains(.objective("objective-1", of: "new")))
        #expect(!reasons.contains(.plan("old")) && !reasons.contains(.risk("R1")))
        #expect(thread.title(of: .theme("theme-1", of: "old")) == "Theme of old")
        #expect(thread.title(of: .objective("objective-1", of: "new")) == "Objective of new")
        // A note means the actions of its own plan.
        #expect(thread.reasons(for: .progressNote("old-note")) == [.action("old-action")])
    }

    @Test("count for both plans where a record names no plan, and both are shown")
    func ambiguousReference() throws {
        let pack = try TwinPlans.pack()
        let cell = try pack.publish(for: .officers).table("Recommendations").words("Actions that answer it")
        #expect(cell == ["1a(i) Action of old (Plan old)\n1a(i) Action of new (Plan new)"])
        let found = pack.validate()
        #expect(found.map(\.code) == [.ambiguous])
        #expect(found.first?.subject == RecordReference(.recommendation, "REC"))
        #expect(found.first?.message.contains("“old” and “new”") == true)
    }

    @Test("are found in one plan alone where only one has them")
    func unambiguousReference() throws {
        var pack = try TwinPlans.pack()
        pack.plans[1].actions[0].reference = try PlanReference("2a(i)")
        pack.plans[1].themes[0].outcomes = []
        pack.plans[1].themes[0].prefix = nil
        pack.plans[1].progress = []
        #expect(pack.validate() == [])
        #expect(
            try pack.publish(for: .officers).table("Recommendations").words("Actions that answer it")
                == ["1a(i) Action of old"])
    }
}

@Suite("A status that is dated after the report")
struct LaterStatusTests {
    /// On track before the report is dated, 14 July 2026; off track after it.
    private func pack() throws -> ReportPack {
        var pack = try ReportPack.minimal()
        pack.indicators = [
            Indicator(
                id: "visits", title: "Visits", service: .childrenInCare, unit: .count, polarity: .higherIsBetter)
        ]
        pack.observations = [
            Observation(
                indicator: "visits", period: try ReportingPeriod("2026-06"), area: "exampleton", value: .value(900))
        ]
        pack.plans = [
            ImprovementPlan(
                id: "plan", title: "Plan", themes: [.init(id: "t", title: "Theme")],
                actions: [
                    PlanAction(
                        id: "A1", theme: "t", title: "Action", due: try PartialDate(iso: "2026-09-30"),
                        statuses: [
                            .init(.onTrack, on: try PartialDate(iso: "2026-07-01"), commentary: "As planned."),
                            .init(.offTrack, on: try PartialDate(iso: "2026-08-01"), commentary: "Too late."),
                        ], indicators: ["visits"])
                ])
        ]
        return pack
    }

    @Test("changes nothing in any part of this report, and validation says so")
    func everywhere() throws {
        let pack = try pack()
        let report = try pack.publish(for: .officers)
        #expect(try report.table("Plan_tracker").words("Status") == ["On track (green)"])
        #expect(try report.table("Plan_tracker").words("Why this status") == ["As planned."])
        #expect(try report.table("Plan_themes").numbers("On track") == [1])
        #expect(try report.table("Falling_due").words("Status") == ["On track (green)"])
        #expect(report.items(of: "summary").contains { $0.contains("1 on track") })
        let assessment = pack.assess()
        #expect(assessment.plans[0].progress[0].statuses.map(\.status) == [.onTrack])
        #expect(!assessment.worries.contains { $0.action == "A1" })
        let warnings = pack.validate()
        #expect(warnings.map(\.code) == [.dateOrder])
        #expect(warnings.first?.subject == RecordReference(.action, "A1"))
    }

    @Test("is not what changed since an earlier report")
    func changes() throws {
        let later = try pack()
        var earlier = later
        earlier.plans[0].actions[0].statuses.removeLast()
        #expect(later.changes(since: earlier).isEmpty)
    }

    @Test("stays behind a status that is written into a working copy")
    func workingCopy() throws {
        let pack = try pack()
        let copy = try pack.workingCopy(for: .officers, options: PublicationOptions())
        #expect(try copy.table("Plan_tracker").words("Status") == ["On track"])
        #expect(try copy.table("Plan_tracker").words("Why") == ["As planned."])
        var grid = WorkingGrid(copy)
        grid[try #require(grid.place("Status", row: "A1", on: "Plan tracker"))] = .text("At risk")
        let changed = try pack.accepting(grid.review(against: pack).changes)
        #expect(changed.plans[0].actions[0].statuses.map(\.status) == [.onTrack, .atRisk, .offTrack])
        #expect(changed.plans[0].actions[0].status(on: pack.manifest.date) == .atRisk)
    }

    @Test("does not contradict the day on which the action was completed")
    func completed() throws {
        var pack = try pack()
        pack.plans[0].actions[0].completed = try PartialDate(iso: "2026-07-10")
        pack.plans[0].actions[0].statuses = [
            .init(.complete, on: try PartialDate(iso: "2026-07-10")),
            .init(.onTrack, on: try PartialDate(iso: "2026-08-01")),
        ]
        #expect(pack.validate().map(\.code) == [.dateOrder])
    }
}
