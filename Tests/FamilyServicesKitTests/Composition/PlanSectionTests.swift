import FamilyServicesKit
import Testing

@Suite("Sections about the improvement plan")
struct PlanSectionTests {
    /// A plan of two themes on 14 July 2026, with an action that was late, one that is expected late and one overdue.
    private func pack(due: String = "2026-06-30") throws -> ReportPack {
        func action(
            _ reference: String, _ theme: ImprovementPlan.Theme.ID, _ status: BRAGStatus?, due: String,
            completed: String? = nil
        ) throws -> PlanAction {
            PlanAction(
                id: try #require(PlanAction.ID(reference)), reference: try PlanReference(reference), theme: theme,
                title: "Action \(reference)", due: try PartialDate(iso: due),
                completed: try completed.map { try PartialDate(iso: $0) },
                statuses: status.map { [.init($0, commentary: "Because.")] } ?? [])
        }
        var pack = try ReportPack.minimal()
        pack.plans = [
            ImprovementPlan(
                id: "plan", title: "The plan",
                themes: [
                    ImprovementPlan.Theme(id: "one", title: "Front door", aim: "Right at once."),
                    ImprovementPlan.Theme(id: "two", title: "Care"),
                ],
                actions: [
                    try action("1a(i)", "one", .complete, due: "2026-03-31", completed: "2026-04-14"),
                    try action("1a(ii)", "one", .offTrack, due: due),
                    try action("1b(i)", "one", .onTrack, due: "2026-09-30"),
                    try action("2a(i)", "two", nil, due: "2026-12"),
                ],
                progress: [
                    ProgressNote(
                        id: "n1", theme: "one", references: [try PlanReference("1b(i)")], text: "Slower.",
                        due: try PartialDate(iso: "2026-10-31"))
                ])
        ]
        return pack
    }

    @Test("A theme has its counts of statuses, what is overdue, and how many actions slipped by how much")
    func themes() throws {
        let table = try pack().publish(for: .everyone).table("Plan_themes")
        #expect(try table.words("Theme") == ["Front door\nRight at once.", "Care"])
        #expect(try table.numbers("Actions") == [3, 1])
        #expect(try table.numbers("Complete") == [1, 0])
        #expect(try table.numbers("Off track") == [1, 0])
        #expect(try table.numbers("On track") == [1, 0])
        #expect(try table.numbers("Without status") == [0, 1])
        #expect(try table.numbers("Overdue") == [1, 0])
        #expect(try table.words("Slipped") == ["2, by 14 to 31 days", "No action"])
        #expect(try table.numbers("Notes on progress") == [1, nil])
        #expect(!table.columns.contains { ["At risk", "Not started", "Plan"].contains($0.title) })
    }

    @Test("A plan without statuses, as a source may print one, says nothing of how far it is")
    func withoutStatuses() throws {
        var pack = try pack()
        for index in pack.plans[0].actions.indices {
            pack.plans[0].actions[index].statuses = []
            pack.plans[0].actions[index].completed = nil
        }
        let publication = try pack.publish(for: .everyone)
        #expect(publication.items(of: "plan").isEmpty)
        #expect(publication.chart("Plan_statuses") == nil)
        #expect(try self.pack().publish(for: .everyone).items(of: "plan")[0].hasPrefix("The plan: 1 of 4 actions done"))
    }

    @Test("The chart has a bar for each theme, made of what the table counts")
    func chart() throws {
        let chart = try #require(try pack().publish(for: .everyone).chart("Plan_statuses"))
        #expect(chart.form == .stackedBars)
        #expect(chart.labels == ["Front door", "Care"])
        #expect(chart.series.map(\.title) == ["Complete", "On track", "Off track", "Without a status"])
        #expect(chart.series.map { $0.points.map(\.value) } == [[1, 0], [1, 0], [1, 0], [0, 1]])
        #expect(
            chart.alternativeText.hasSuffix(
                "Front door: 1 complete, 1 on track and 1 off track. Care: 1 without a status."))
    }

    @Test("Two plans have a chart each, with names of their own")
    func twoPlans() throws {
        var pack = try pack()
        var second = pack.plans[0]
        second = ImprovementPlan(
            id: "second", title: "Second plan", themes: [.init(id: "x", title: "X"), .init(id: "y", title: "X")],
            actions: [
                PlanAction(id: "x1", theme: "x", title: "A", statuses: [.init(.atRisk)]),
                PlanAction(id: "y1", theme: "y", title: "B", statuses: [.init(.onTrack)]),
            ])
        pack.plans.append(second)
        let publication = try pack.publish(for: .everyone)
        #expect(publication.chart("Plan_statuses_1")?.labels == ["Front door", "Care"])
        #expect(publication.chart("Plan_statuses_2")?.labels == ["X", "X (2)"])
        #expect(try publication.table("Plan_themes").words("Plan").contains("Second plan"))
    }

    @Test("The tracker says how an action slipped: done late, expected later, or moved since the last report")
    func tracker() throws {
        let moved = try pack(due: "2026-09-30")
        var options = PublicationOptions()
        options.previous = try pack()
        let table = try moved.publish(for: .everyone, options: options).table("Plan_tracker")
        #expect(try table.words("Reference") == ["1a(i)", "1a(ii)", "1b(i)", "2a(i)"])
        #expect(
            try table.words("Slippage") == [
                "Done 14 days late", "Was 30 June 2026, moved by 92 days",
                "Now expected by 31 October 2026, 31 days later", "",
            ])
        #expect(try table.words("Status")[1] == "Off track (red)")
        let overdue = try pack().publish(for: .everyone).table("Plan_tracker")
        #expect(try overdue.words("Status")[1] == "Off track (red), overdue")
        #expect(try overdue.column("Status")[1].tone == .negative)
    }

    @Test("An action that nothing measures and that answers nothing is in the tracker alone")
    func measures() throws {
        var pack = try pack()
        pack.indicators = try (1...9).map { number in
            Indicator(
                id: try #require(Indicator.ID("m\(number)")), title: "Measure \(number)", unit: .percent,
                polarity: .higherIsBetter)
        }
        pack.plans[0].actions[0].indicators = pack.indicators.map(\.id)
        let publication = try pack.publish(for: .everyone)
        let table = try publication.table("Action_measures")
        #expect(try table.words("Reference") == ["1a(i)"])
        #expect(
            try table.words("Measured by") == [
                "Measure 1\nMeasure 2\nMeasure 3\nMeasure 4\nMeasure 5\nand 4 more"
            ])
        #expect(try table.column("Reference")[0].link == SectionLink(section: "actions", row: "action-1a_28_i_29_"))
    }

    @Test("Risks stand in the order of their scores, and as the source has them where scores are equal")
    func risks() throws {
        var pack = try ReportPack.minimal()
        func risk(_ id: Risk.ID, _ likelihood: Int, _ impact: Int) -> Risk {
            Risk(id: id, title: "Risk \(id.text)", residual: .matrix(likelihood: likelihood, impact: impact))
        }
        pack.risks = [risk("low", 1, 2), risk("b", 3, 4), risk("top", 5, 4), risk("a", 4, 3)]
        #expect(
            try pack.publish(for: .everyone).table("Risks").words("Risk") == ["top", "b", "a", "low"])
    }
}
