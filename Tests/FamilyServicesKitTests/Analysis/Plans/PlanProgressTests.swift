import FamilyServicesKit
import Testing

@Suite("Progress of a plan")
struct PlanProgressTests {
    private let day: CalendarDate

    init() throws { day = try CalendarDate(iso: "2018-01-31") }

    private func action(
        _ id: PlanAction.ID, theme: ImprovementPlan.Theme.ID? = nil, due: String? = nil, completed: String? = nil,
        _ statuses: [(BRAGStatus, String?)] = []
    ) throws -> PlanAction {
        PlanAction(
            id: id, theme: theme, title: "An action", due: try due.map { try PartialDate(iso: $0) },
            completed: try completed.map { try PartialDate(iso: $0) },
            statuses: try statuses.map { .init($0.0, on: try $0.1.map { try PartialDate(iso: $0) }) })
    }

    @Test(
        "An action due in a month is overdue once the month is over",
        arguments: [
            ("2017-12", true), ("2018-01", false), ("2018-01-30", true), ("2018-01-31", false), ("2018", false),
        ])
    func dueMonth(due: String, isOverdue: Bool) throws {
        #expect(try action("a", due: due, [(.onTrack, nil)]).isOverdue(on: day) == isOverdue)
    }

    @Test("What was reported later does not count on an earlier day")
    func earlierDay() throws {
        let late = try action(
            "a", due: "2017-12", completed: "2018-02-10", [(.offTrack, "2018-01-10"), (.complete, "2018-02-10")])
        #expect(late.status(on: day) == .offTrack)
        #expect(late.isOverdue(on: day))
        #expect(late.daysOverdue(on: day) == 31)
        #expect(try !late.isOverdue(on: CalendarDate(iso: "2018-02-10")))
    }

    @Test("A status without a date counts as present, but not against a later date of completion")
    func undated() throws {
        #expect(try !action("a", due: "2017-12", [(.complete, nil)]).isOverdue(on: day))
        #expect(try action("a", due: "2017-12", completed: "2018-02", [(.complete, nil)]).isOverdue(on: day))
        #expect(try !action("a", due: "2017-12", completed: "2018-01").isOverdue(on: day))
        #expect(try !action("a", [(.offTrack, nil)]).isOverdue(on: day))
    }

    @Test("Progress is counted by theme and overall, also for themes without actions and actions without themes")
    func byTheme() throws {
        let plan = ImprovementPlan(
            id: "plan", title: "The plan", themes: [.init(id: "one", title: "One"), .init(id: "two", title: "Two")],
            actions: [
                try action("a", theme: "one", due: "2017-12", [(.complete, "2017-12")]),
                try action("b", theme: "one", due: "2017-12", [(.atRisk, "2018-01")]),
                try action("c", theme: "lost", due: "2018-03"), try action("d", theme: "one", completed: "2018-01-05"),
            ])
        let overall = plan.progress(on: day)
        #expect(overall.doneShare == .fraction(numerator: 2, denominator: 4))
        #expect(overall.doneOfDue == .fraction(numerator: 1, denominator: 2))
        #expect(overall.overdue == ["b"])
        #expect(
            overall.explanation
                == "The plan: 2 of 4 actions done by 31 January 2018 (50%). By status: 1 at risk, 1 "
                + "complete and 2 "
                + "without a status. 1 overdue.")
        let themes = plan.progressByTheme(on: day)
        #expect(themes.map(\.title) == ["One", "Two", "Without a theme"])
        #expect(themes.map(\.actions) == [3, 0, 1])
        #expect(themes[0].count(of: .complete) == 1)
        #expect(themes[1].explanation == "Two: no actions.")
        #expect(themes.map(\.actions).reduce(0, +) == overall.actions)
    }

    @Test("Time in a status runs from the first report that gave it without a break")
    func timeInStatus() throws {
        let stuck = try action(
            "a", [(.atRisk, "2017-09-30"), (.onTrack, "2017-10-31"), (.atRisk, "2017-11-30"), (.atRisk, "2017-12-31")])
        let time = try #require(stuck.timeInStatus(on: day))
        #expect(time.days == 62...62)
        #expect(time.label == "At risk since 30 November 2017, for 62 days (2 reports in a row)")
        let monthly = try #require(try action("a", [(.offTrack, "2018-01")]).timeInStatus(on: day))
        #expect(monthly.days == 0...30)
        #expect(monthly.label == "Off track since January 2018, for 0 to 30 days")
        #expect(try action("a", [(.atRisk, nil), (.atRisk, "2018-01")]).timeInStatus(on: day) == nil)
        #expect(try action("a", [(.atRisk, "2018-02")]).timeInStatus(on: day) == nil)
    }

    @Test("Slipped: done late, moved, or expected later; two dates in the same month are no slip")
    func slippages() throws {
        let reference = try PlanReference("5b(ii)")
        var expected = try action("later", due: "2017-12")
        expected.reference = reference
        let plan = ImprovementPlan(
            id: "plan", title: "The plan",
            actions: [
                try action("late", due: "2017-11", completed: "2017-12-05"),
                try action("same", due: "2017-11", completed: "2017-11"),
                try action("moved", due: "2018-03"), try action("sooner", due: "2018-01"), expected,
            ],
            progress: [
                ProgressNote(
                    id: "note", period: try ReportingPeriod("2017-12"), references: [reference], text: "Delayed.",
                    due: try PartialDate(iso: "2018-02"))
            ])
        let former = ImprovementPlan(
            id: "former", title: "The former plan",
            actions: [try action("moved", due: "2017-12-31"), try action("sooner", due: "2018-02")])
        let slips = plan.slippages(on: day, since: former)
        #expect(slips.map(\.action) == ["late", "moved", "later"])
        #expect(slips.map(\.days) == [5, 90, 59])
        #expect(
            slips.map(\.explanation) == [
                "Done on 5 December 2017, due by 30 November 2017: 5 days late.",
                "Due date moved from 31 December 2017 to March 2018, by 90 days.",
                "Due by 31 December 2017, now expected by 28 February 2018: 59 days later.",
            ])
        #expect(plan.slippages(on: try CalendarDate(iso: "2017-11-30")).isEmpty)
    }

    @Test("Gaps name the actions that lack something")
    func gaps() throws {
        let (explained, silent) = (try PlanReference("1a(i)"), try PlanReference("1a(ii)"))
        var red = try action("explained", due: "2018-02", [(.offTrack, "2018-01")])
        red.reference = explained
        var unexplained = try action("silent", due: "2018-02", [(.offTrack, "2018-01")])
        unexplained.reference = silent
        let whole = PlanAction(
            id: "whole", title: "Whole", owner: "head", due: try PartialDate(iso: "2018-02"),
            statuses: [.init(.offTrack, on: try PartialDate(iso: "2018-01"), commentary: "Staff left.")],
            indicators: ["visits"], evidence: "Minutes")
        let done = try action("done", [(.complete, nil)])
        func note(_ id: ProgressNote.ID, _ period: String, _ reference: PlanReference) throws -> ProgressNote {
            ProgressNote(id: id, period: try ReportingPeriod(period), references: [reference], text: "Delayed.")
        }
        let plan = ImprovementPlan(
            id: "plan", title: "The plan", actions: [red, unexplained, whole, done],
            progress: [try note("old", "2017-11", silent), try note("new", "2018-01", explained)])
        let gaps = PlanGaps(in: plan, on: day)
        #expect(gaps.redsWithoutCommentary == ["silent"])
        #expect(gaps.withoutOwner == ["explained", "silent", "done"])
        #expect(gaps.withoutMeasure == ["explained", "silent", "done"])
        #expect(gaps.doneWithoutEvidence == ["done"])
        #expect(gaps.withoutEvidence == ["explained", "silent", "done"])
        #expect(gaps.withoutDueDate == ["done"])
        #expect(gaps.explanations.first == "1 action off track without a word of explanation.")
        let complete = ImprovementPlan(id: "plan", title: "The plan", actions: [whole])
        #expect(PlanGaps(in: complete, on: day).explanations.isEmpty)
    }
}
