import FamilyServicesKit
import TestSupport
import Testing

/// The report says no more than its figures show, and everything that they do.
@Suite("What figures are shown as")
struct HonestFigureTests {
    private static func pack(
        _ value: Double, _ qualifier: Observation.Qualifier, target: Target.Requirement = .atLeast(90)
    ) throws -> ReportPack {
        var pack = try ReportPack.minimal()
        pack.indicators = [
            Indicator(
                id: "timely", title: "Assessments in time", unit: .percent, polarity: .higherIsBetter,
                targets: [Target(target)])
        ]
        pack.observations = [
            Observation(
                indicator: "timely", period: try ReportingPeriod("2026-05"), area: "exampleton", value: .value(80)),
            Observation(
                indicator: "timely", period: try ReportingPeriod("2026-06"), area: "exampleton", value: .value(value),
                qualifier: qualifier),
        ]
        return pack
    }

    @Test(
        "A limit or a rough figure is called that, and is rated only where it decides",
        arguments: [
            (90.0, Observation.Qualifier.above, "above 90.0%", "Green"), (88, .above, "above 88.0%", "Not rated"),
            (88, .below, "below 88.0%", "Red"), (95, .below, "below 95.0%", "Not rated"),
            (50, .about, "about 50.0%", "Red"), (88, .about, "about 88.0%", "Not rated"),
        ])
    func limits(value: Double, qualifier: Observation.Qualifier, shown: String, rating: String) throws {
        let publication = try Self.pack(value, qualifier).publish(for: .everyone)
        for name in ["Dashboard", "Measures"] {
            let table = try publication.table(name)
            #expect(try table.words(name == "Dashboard" ? "Latest position" : "Latest") == [shown])
            if rating != "Not rated" { #expect(try table.words("Rating") == [rating]) }
        }
        let position = try #require(try Self.pack(value, qualifier).positions().first)
        #expect(position.rating.outcome.label == rating)
        // How far a limit is from the target, or from another figure, says nothing of how far the figure is.
        #expect(position.direction == nil)
        #expect(position.label.contains(shown))
    }

    @Test("What was known after the period has a table of its own, and stays out of the dashboard")
    func laterFigures() throws {
        var pack = try Self.pack(91, .exact)
        pack.indicators.append(Indicator(id: "new", title: "New measure", unit: .weeks, polarity: .neutral))
        func add(_ indicator: Indicator.ID, _ period: String, _ value: Double, area: Area.ID = "exampleton") throws {
            pack.observations.append(
                Observation(
                    indicator: indicator, period: try ReportingPeriod(period), area: area, value: .value(value)))
        }
        try add("timely", "2026-07", 93)
        try add("new", "2026-07-10", 12)
        // What begins after the day of the report was not known then.
        try add("timely", "2026-08", 95)
        let publication = try pack.publish(for: .everyone)
        let table = try publication.table("Later_figures")
        #expect(try table.words("Measure") == ["Assessments in time", "New measure (weeks)"])
        #expect(try table.numbers("Figure") == [93, 12])
        #expect(try table.numbers("In this report") == [91, nil])
        #expect(try publication.table("Dashboard").numbers("Latest position") == [91])
        let other = try Self.pack(91, .exact).publish(for: .everyone)
        #expect(!other.sections.contains { $0.id == SectionID("later-figures") })
    }

    @Test("The last overall judgement is on the first page and in the brief, however many events came after it")
    func overallJudgement() throws {
        var pack = try ReportPack.minimal()
        func event(_ number: Int, _ month: String, _ judgements: [Judgement]) throws -> InspectionEvent {
            InspectionEvent(
                id: try #require(InspectionEvent.ID("I\(number)")), kind: .monitoringVisit, body: "Ofsted",
                title: "Event \(number)", status: .held, published: try PartialDate(iso: month), judgements: judgements)
        }
        pack.inspections = try [
            event(
                0, "2025-01",
                [
                    Judgement(area: "Care leavers", grade: .inadequate),
                    Judgement(area: "Overall effectiveness", grade: .good),
                ])
        ]
        for number in 1...6 { pack.inspections.append(try event(number, "2026-0\(number)", [])) }
        let publication = try pack.publish(for: .everyone)
        #expect(publication.items(of: "summary").contains("Latest overall judgement: good, Ofsted, January 2025."))
        let brief = try publication.table("In_brief")
        let row = try #require(try brief.words("Subject").firstIndex(of: "Event 0"))
        #expect(try brief.words("Position")[row] == "Good")
    }

    @Test("A register is no worry of its own")
    func register() throws {
        var pack = try ReportPack.minimal()
        pack.risks = [
            Risk(id: "R1", title: "Risk register", kind: "register"),
            Risk(id: "R2", title: "Vacancies", kind: "service"),
        ]
        let publication = try pack.publish(for: .everyone)
        #expect(try publication.table("Main_messages").words("Measure, action or finding") == ["Vacancies"])
        #expect(try publication.table("Risks").rows.count == 2)
    }
}
