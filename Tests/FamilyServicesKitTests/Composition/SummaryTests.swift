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

    @Test("Six worries and six strengths are named, the rest are counted and listed under Exceptions")
    func few() throws {
        let publication = try pack(red: 20, green: 9).publish(for: .everyone)
        let summary = try section("summary", publication)
        let kinds = try column("We are", try table(summary)).map(\.value)
        #expect(
            kinds == Array(repeating: .text("Worried about"), count: 6)
                + Array(repeating: .text("Working well"), count: 6))
        let more = try #require(items(summary).first { $0.link?.section == "exceptions" })
        #expect(more.text == "14 more measures or actions need attention and 3 more are working well: see Exceptions.")
        #expect(try table(try section("exceptions", publication)).rows.count == 29)
    }

    @Test("Six of each and no more leave nothing to look up")
    func nothingLeft() throws {
        let summary = try section("summary", try pack(red: 6, green: 1).publish(for: .everyone))
        #expect(try table(summary).rows.count == 7)
        #expect(!items(summary).contains { $0.link != nil })
        #expect(headings(summary).isEmpty)
    }

    @Test("One left of each is one and not several")
    func one() throws {
        let summary = try section("summary", try pack(red: 7, green: 7).publish(for: .everyone))
        #expect(
            items(summary).last?.text
                == "1 more measure or action needs attention and 1 more is working well: see Exceptions.")
    }

    @Test("A message says the figure, the target, how far from it and why")
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
                "We are", "Measure or action", "Latest", "Target", "Rating or status", "Direction", "Why",
            ])
        #expect(
            shown.rows[0].map(\.value) == [
                .text("Worried about"), .text("Measure 0"), .percentage(80, decimals: 1), .text("at least 90%"),
                .text("Red: 10.0 points short"), .text("▼ Down, worsening"),
                .text("Down 11.0 points on the year"),
            ])
        #expect(shown.rows[0][4].tone == .negative)
        let summary = try section("summary", publication)
        #expect(summary.summary.contains("Figures are for June 2026 unless stated."))
        #expect(summary.summary.contains("Points are percentage points."))
    }

    @Test("A measure of another period than most says so")
    func otherPeriod() throws {
        var pack = try pack(red: 3, green: 0)
        pack.observations[2].period = try ReportingPeriod("2026-04")
        let names = try column("Measure or action", try table(try section("summary", try pack.publish(for: .everyone))))
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
        #expect(why[0].value == .text("But: the plan says it is working well"))
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
        #expect(headings(summary) == ["Checks that failed"])
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
        #expect(headings(summary) == ["What this version withholds"])
        let line = try #require(items(summary).first { $0.text.hasPrefix("Exempt under Schedule 12A") }?.text)
        for number in 1...7 { #expect(line.contains("Appendix \(number)")) }
    }

    @Test("With much to say the parts share the page; the last steps keep three of each")
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
            #expect(try table(summary).rows.count >= 6)
        }
        let (many, few) = (try table(alone).rows.count, try table(both).rows.count)
        #expect(few < many)
        #expect(headings(both).prefix(2) == ["Changed since last time", "Checks that failed"])
        let changes = items(both).filter { $0.text.hasPrefix("Rating moved:") }
        #expect(!changes.isEmpty)
        let more = try #require(items(both).first { $0.link?.section == "changes" })
        #expect(more.text == "\(40 - changes.count) more changes: see Changes since last time.")
    }

    @Test("A summary with nothing to say is no section")
    func nothing() throws {
        let publication = try ReportPack.minimal().publish(for: .everyone)
        #expect(!publication.sections.contains { $0.id == "summary" || $0.id == "exceptions" })
    }
}
