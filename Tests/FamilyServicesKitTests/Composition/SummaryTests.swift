import TestSupport
import Testing

import FamilyServicesKit
@testable import ReportPublishing

@Suite("The summary on one page, and the exceptions behind it")
struct SummaryTests {
    private func pack(red: Int, green: Int, title: (Int) -> String = { "Measure \($0)" }) throws -> ReportPack {
        var pack = try ReportPack.minimal()
        for number in 0..<(red + green) {
            let id = try #require(Indicator.ID("m\(number)"))
            pack.indicators.append(
                Indicator(
                    id: id, title: title(number), unit: .percent, polarity: .higherIsBetter,
                    targets: [Target(.atLeast(90))]))
            pack.observations.append(
                Observation(
                    indicator: id, period: pack.manifest.period, area: "exampleton",
                    value: .value(number < red ? 80 : 95)))
        }
        return pack
    }

    private func section(_ id: SectionID, _ publication: Publication) throws -> PublicationSection {
        try #require(publication.sections.first { $0.id == id }, "no section \(id)")
    }

    private func table(_ section: PublicationSection) throws -> Table {
        try #require(
            section.blocks.compactMap { block in
                if case .table(let table) = block { table } else { nil }
            }.first)
    }

    private func items(_ section: PublicationSection) -> [ListItem] {
        section.blocks.flatMap { block -> [ListItem] in
            if case .list(let items) = block { items } else { [] }
        }
    }

    private func headings(_ section: PublicationSection) -> [String] {
        section.blocks.compactMap { block in
            if case .heading(_, let text) = block { text } else { nil }
        }
    }

    private func column(_ title: String, _ table: Table) throws -> [Cell] {
        let index = try #require(table.columns.firstIndex { $0.title == title }, "no column \(title)")
        return table.rows.map { $0[index] }
    }

    @Test("Five worries and five strengths are named, the rest are counted and listed under Exceptions")
    func few() throws {
        let long = PublicationOptions(page: PageExtent(charactersAcross: 165, lines: 60))
        let publication = try pack(red: 20, green: 9).publish(for: .everyone, options: long)
        let summary = try section("summary", publication)
        let kinds = try column("Worry or strength", try table(summary)).map(\.value)
        #expect(
            kinds == Array(repeating: .text("Worry: red: 10.0 points short"), count: 5)
                + Array(repeating: .text("Strength: green: met by 5.0 points"), count: 5))
        let more = try #require(items(summary).first { $0.link?.section == "exceptions" })
        #expect(more.text == "15 more measures or actions need attention and 4 more are working well: see Exceptions.")
        #expect(try table(try section("exceptions", publication)).rows.count == 29)
    }

    @Test("Where the page is too short for ten, a strength gives way and is counted")
    func shortPage() throws {
        let summary = try section("summary", try pack(red: 20, green: 9).publish(for: .everyone))
        let kinds = try column("Worry or strength", try table(summary)).map(\.value)
        #expect(
            kinds == Array(repeating: .text("Worry: red: 10.0 points short"), count: 5)
                + Array(repeating: .text("Strength: green: met by 5.0 points"), count: 4))
        let more = try #require(items(summary).first { $0.link?.section == "exceptions" })
        #expect(more.text == "15 more measures or actions need attention and 5 more are working well: see Exceptions.")
    }

    @Test("Five of each and no more leave nothing to look up")
    func nothingLeft() throws {
        let summary = try section("summary", try pack(red: 5, green: 1).publish(for: .everyone))
        #expect(try table(summary).rows.count == 6)
        #expect(!items(summary).contains { $0.link != nil })
        #expect(headings(summary).isEmpty)
    }

    @Test("One left of each is one and not several")
    func one() throws {
        let long = PublicationOptions(page: PageExtent(charactersAcross: 165, lines: 60))
        let summary = try section("summary", try pack(red: 6, green: 6).publish(for: .everyone, options: long))
        #expect(
            items(summary).last?.text
                == "1 more measure or action needs attention and 1 more is working well: see Exceptions.")
    }

    @Test("A message says the figure with its course, how far from the target, why, and what is being done")
    func message() throws {
        var pack = try pack(red: 1, green: 0)
        let start = try ReportingPeriod("2024-06")
        for month in 0..<24 {
            pack.observations.append(
                Observation(
                    indicator: "m0", period: try #require(start.advanced(by: month)), area: "exampleton",
                    value: .value(month.isMultiple(of: 2) ? 91 : 90)))
        }
        let publication = try pack.publish(for: .everyone)
        let shown = try table(try section("summary", publication))
        #expect(
            shown.columns.map(\.title) == [
                "Measure, action or finding", "Worry or strength", "Latest", "Why", "What is being done",
            ])
        #expect(
            shown.rows[0].map(\.value) == [
                .text("Measure 0"), .text("Worry: red: 10.0 points short"), .percentage(80, decimals: 1),
                .text("Down 11.0 points on the year."), .text("Nothing is recorded in this report."),
            ])
        #expect(shown.rows[0][1].tone == .negative)
        // The last twelve figures, of which the pack has those of July 2025 to May 2026 and the latest.
        let points = try #require(shown.rows[0][2].trend?.points)
        #expect(points == (0..<11).map { $0.isMultiple(of: 2) ? 90 : 91 } + [80])
        let summary = try section("summary", publication)
        guard case .paragraph(let imprint)? = summary.blocks.first else {
            Issue.record("no imprint")
            return
        }
        #expect(imprint.contains("Figures are for June 2026 unless stated"))
    }

    @Test("A measure of another period than most says so")
    func otherPeriod() throws {
        var pack = try pack(red: 3, green: 0)
        pack.observations[2].period = try ReportingPeriod("2026-04")
        let names = try column(
            "Measure, action or finding", try table(try section("summary", try pack.publish(for: .everyone))))
        #expect(names.map(\.value) == [.text("Measure 0"), .text("Measure 1"), .text("Measure 2, April 2026")])
    }

    @Test("What speaks against a message is beside it")
    func against() throws {
        var pack = try pack(red: 1, green: 1)
        pack.plans = [ImprovementPlan(id: "plan", title: "Plan", workingWell: ["m0"])]
        let publication = try pack.publish(for: .everyone)
        let exceptions = try table(try section("exceptions", publication))
        #expect(
            try column("Points against", exceptions).map(\.value) == [
                .text("The plan says it is working well"), .empty,
            ])
        let why = try column("Why", try table(try section("summary", publication)))
        #expect(why[0].value == .text("But: the plan says it is working well."))
    }

    @Test("Checks that failed are counted, each count leading to its section, and the most serious are named")
    func checks() throws {
        var pack = try pack(red: 1, green: 0)
        func check(_ id: FigureCheck.ID, _ outcome: FigureCheck.Outcome, _ severity: FigureCheck.Severity?) {
            pack.checks.append(
                FigureCheck(id: id, outcome: outcome, statement: "Statement \(id.text).", severity: severity))
        }
        check("c1", .differs, .low)
        check("c2", .differs, .high)
        check("c3", .agrees, nil)
        let summary = try section("summary", try pack.publish(for: .everyone))
        let shown = items(summary)
        let count = try #require(shown.first { $0.link?.section == "checks" })
        #expect(count.text == "Checks of figures: 3 made, 2 found a difference, 1 of which would mislead a reader.")
        #expect(shown.map(\.text).filter { $0.hasPrefix("Serious") } == ["Serious: Statement c2."])
    }

    @Test("All that is exempt is named, and of what small numbers hide the most")
    func withheld() throws {
        var pack = try pack(red: 1, green: 0)
        pack.reports = [
            CommitteeReport(
                id: "r", title: "Report",
                enclosures: (1...7).map {
                    Enclosure(label: "Appendix \($0)", title: "Secret", access: .exempt([.individual]))
                })
        ]
        let summary = try section("summary", try pack.publish(for: .everyone))
        let line = try #require(items(summary).first { $0.text.hasPrefix("Withheld: Exempt under Schedule 12A") }?.text)
        for number in 1...7 { #expect(line.contains("Appendix \(number)")) }
    }

    @Test("With much to say the parts share the page; the last steps keep five of both")
    func page() throws {
        var earlier = try pack(red: 0, green: 30)
        var pack = try pack(red: 20, green: 10) { number in
            "Measure \(number) " + String(repeating: "with a very long name ", count: 6)
        }
        earlier.indicators = earlier.indicators.enumerated().map { index, indicator in
            var indicator = indicator
            indicator.title = pack.indicators[index].title
            return indicator
        }
        pack.checks = try (1...9).map { number in
            FigureCheck(
                id: try #require(FigureCheck.ID("c\(number)")), outcome: .differs,
                statement: String(repeating: "Long ", count: 60) + "\(number).", severity: .high)
        }
        let alone = try section("summary", try pack.publish(for: .everyone))
        let both = try section(
            "summary", try pack.publish(for: .everyone, options: PublicationOptions(previous: earlier)))
        for summary in [alone, both] {
            #expect(PageExtent.standard.holds(summary.blocks))
            #expect(try table(summary).rows.count >= 5)
        }
        let (many, few) = (try table(alone).rows.count, try table(both).rows.count)
        #expect(few <= many)
        let changes = items(both).filter { $0.text.hasPrefix("Changed since last time: Rating moved:") }
        #expect(!changes.isEmpty)
        let more = try #require(items(both).first { $0.link?.section == "changes" })
        #expect(more.text == "\(40 - changes.count) more changes: see Changes since last time.")
    }

    @Test("A worry says why and what is being done, in the words of those who answer for it")
    func remarkAndAction() throws {
        var pack = try pack(red: 2, green: 0)
        pack.indicators[0].commentary = [
            Commentary("Visits fell when three posts were vacant. Two are filled.", period: pack.manifest.period)
        ]
        pack.plans = [
            ImprovementPlan(
                id: "plan", title: "Plan",
                actions: [
                    PlanAction(
                        id: "done", title: "Agree a standard", completed: try PartialDate(iso: "2025-03-01"),
                        indicators: ["m0"]),
                    PlanAction(
                        id: "late", title: "Visit each child", due: try PartialDate(iso: "2026-03-31"),
                        indicators: ["m0"]),
                ])
        ]
        let shown = try table(try section("summary", try pack.publish(for: .everyone)))
        let row = try #require(shown.rows.first { $0[0].value == .text("Measure 0") })
        #expect(row[3].value == .text("Visits fell when three posts were vacant. Two are filled."))
        #expect(row[4].value == .text("No status, was due 31 March 2026: Visit each child; and 1 more action."))
        let other = try #require(shown.rows.first { $0[0].value == .text("Measure 1") })
        #expect(other[4].value == .text("No action in the plan is linked to it."))
    }

    @Test("An action that a worry names as what is being done is no worry of its own, and is not counted as left out")
    func actionsOnce() throws {
        var pack = try pack(red: 2, green: 0)
        func late(_ id: PlanAction.ID, _ title: String, _ indicators: [Indicator.ID]) throws -> PlanAction {
            PlanAction(
                id: id, title: title, due: try PartialDate(iso: "2026-03-31"),
                statuses: [PlanAction.StatusReport(.offTrack)], indicators: indicators)
        }
        pack.plans = [
            ImprovementPlan(
                id: "plan", title: "Plan",
                actions: [try late("named", "Visit each child", ["m0"]), try late("other", "Fill the posts", [])])
        ]
        let summary = try section("summary", try pack.publish(for: .everyone))
        let shown = try table(summary)
        let names = try column("Measure, action or finding", shown).map { "\($0.value)" }
        #expect(names.count { $0.contains("Visit each child") } == 0)
        #expect(names.count { $0.contains("Fill the posts") } == 1)
        let row = try #require(shown.rows.first { $0[0].value == .text("Measure 0") })
        #expect(row[4].value == .text("Off track, was due 31 March 2026: Visit each child."))
        #expect(!items(summary).contains { $0.text.contains("more measure") })
        // What is said of an action beside its status is said once.
        let action = try #require(shown.rows.first { "\($0[0].value)".contains("Fill the posts") })
        #expect(action[3].value == .text("It was due 31 March 2026."))
    }

    @Test("A worry that the plan names says what the target is, where the figures show nothing more")
    func target() throws {
        var pack = try pack(red: 1, green: 0)
        pack.plans = [ImprovementPlan(id: "plan", title: "Plan", worriedAbout: ["m0"])]
        let shown = try table(try section("summary", try pack.publish(for: .everyone)))
        #expect(try column("Why", shown).map(\.value) == [.text("The target is at least 90%.")])
    }

    @Test("Without figures the page says what inspectors found and what the risks are")
    func findingsAndRisks() throws {
        var pack = try ReportPack.minimal()
        pack.risks = [
            Risk(id: "r1", title: "Small", residual: .matrix(likelihood: 1, impact: 2)),
            Risk(id: "r2", title: "Large", residual: .matrix(likelihood: 4, impact: 5), response: "A weekly meeting."),
        ]
        let shown = try table(try section("summary", try pack.publish(for: .everyone)))
        #expect(try column("Measure, action or finding", shown).map(\.value) == [.text("Large"), .text("Small")])
        #expect(
            try column("What is being done", shown).map(\.value) == [
                .text("A weekly meeting."), .text("Nothing is recorded in this report."),
            ])
    }

    @Test(
        "A text is cut behind a sentence where one fits, and else between words",
        arguments: [
            ("One. Two three.", 20, "One. Two three."), ("One is here. Two three four.", 20, "One is here."),
            ("One two three four five six.", 12, "One two…"),
            ("e.g. one, and more words than fit", 14, "e.g. one, and…"),
            ("Donaudampfschifffahrt", 5, "Donau…"), ("", 5, ""),
        ])
    func cut(_ text: String, _ limit: Int, _ expected: String) {
        #expect(CellText.beginning(of: text, upTo: limit) == expected)
    }

    @Test(
        "On the first page a first sentence is whole, however little room there is, unless it is very long",
        arguments: [
            ("One is here. Two three four.", 5, "One is here."), ("One. Two. Three four five.", 11, "One. Two."),
            ("One. Two three.", 60, "One. Two three."), ("No. 5 and e.g. this are one, they say", 12, "No."),
            ("All in one sentence, to its end", 8, "All in one sentence, to its end"), ("", 5, ""),
            (String(repeating: "word ", count: 60), 60, String(repeating: "word ", count: 47) + "word…"),
        ])
    func whole(_ text: String, _ limit: Int, _ expected: String) {
        #expect(CellText.sentences(of: text, upTo: limit) == expected)
    }

    @Test("The reasons and actions of the first page end with a full stop, and no action is cut")
    func endings() throws {
        for name in ["sample-borough", "improvement-plan-2018-01"] {
            let summary = try section("summary", try ExamplePacks.publication(name, for: .members))
            let shown = try table(summary)
            for title in ["Why", "What is being done"] where shown.columns.contains(where: { $0.title == title }) {
                for case .text(let words) in try column(title, shown).map(\.value) {
                    #expect(words.hasSuffix("."), "\(words)")
                }
            }
        }
    }

    @Test("A summary with nothing to say is no section")
    func nothing() throws {
        let publication = try ReportPack.minimal().publish(for: .everyone)
        #expect(!publication.sections.contains { $0.id == "summary" || $0.id == "exceptions" })
    }
}
