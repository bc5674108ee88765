import Testing

import FamilyServicesKit

@Suite("Definitions, data and dashboard say once what is the same in every row")
struct ReferenceSectionTests {
    private func pack() throws -> ReportPack {
        var pack = try ReportPack.minimal()
        pack.manifest.sources = [SourceDocument(id: "extract", title: "Monthly extract")]
        pack.indicators = [
            Indicator(
                id: "timely", title: "Assessments in time", unit: .percent, accumulation: .snapshot,
                polarity: .higherIsBetter, targets: [Target(.atLeast(90), tolerance: .absolute(5))],
                sources: [SourceReference("extract")]),
            Indicator(
                id: "contacts", title: "Contacts", unit: .count, polarity: .neutral, polarityBasis: .inferred,
                sources: [SourceReference("extract")]),
        ]
        pack.indicators[0].definition = Indicator.Definition(
            text: "Assessments done.", numerator: "Assessments in 45 days", denominator: "NEET assessments",
            population: "Children under 18")
        for (id, months) in [("timely", ["2026-05", "2026-06"]), ("contacts", ["2026-05", "2026-06"])]
            as [(Indicator.ID, [String])]
        {
            for month in months {
                pack.observations.append(
                    Observation(
                        indicator: id, period: try ReportingPeriod(month), area: "exampleton", value: .value(84.5)))
            }
        }
        return pack
    }

    private func section(_ id: SectionID, of pack: ReportPack) throws -> (summary: String, table: Table) {
        let publication = try pack.publish(for: .officers)
        let section = try #require(publication.sections.first { $0.id == id })
        let tables = section.blocks.compactMap { block in
            if case .table(let table) = block { table } else { nil }
        }
        return (section.summary, try #require(tables.first))
    }

    private func column(_ title: String, _ table: Table) throws -> [Cell.Value] {
        let index = try #require(table.columns.firstIndex { $0.title == title }, "no column \(title)")
        return table.rows.map { $0[index].value }
    }

    @Test("A definition says in one place what is counted out of what, in which unit and when")
    func definitions() throws {
        let (summary, table) = try section("definitions", of: try pack())
        #expect(try column("Definition", table)[0] == .text("Assessments done.\nAmong: Children under 18"))
        #expect(
            try column("How it is counted", table) == [
                .text("Per cent: assessments in 45 days, out of: NEET assessments, at the end of the period"),
                .text("Number"),
            ])
        #expect(try column("Which way is better", table) == [.text("Higher"), .text("Not judged (inferred)")])
        #expect(summary.contains("Source of all measures: Monthly extract."))
        #expect(!table.columns.contains { $0.title == "Source" })
    }

    @Test("Sources that differ have a column")
    func sources() throws {
        var pack = try pack()
        pack.indicators[1].sources = []
        let (summary, table) = try section("definitions", of: pack)
        #expect(!summary.contains("Source of all measures"))
        #expect(try column("Source", table) == [.text("Monthly extract"), .empty])
    }

    @Test("Data of one area name it once, and what was printed stands where it differs from the value")
    func data() throws {
        var pack = try pack()
        pack.observations[0].printed = PrintedFigure("84.5%", value: 84.5)
        pack.observations[1].printed = PrintedFigure("85%", value: 85)
        pack.observations[1].value = .value(85)
        let (summary, table) = try section("data", of: pack)
        #expect(summary.contains("all for Exampleton"))
        #expect(!table.columns.contains { $0.title == "Area" })
        #expect(try column("As printed, where different", table) == [.empty, .text("85%"), .empty, .empty])
        #expect(try column("Ends on", table)[1] == .date(try CalendarDate(iso: "2026-06-30")))
        pack.manifest.areas.append(.england)
        pack.observations[3].area = "england"
        #expect(try column("Area", try section("data", of: pack).table).count == 4)
    }

    @Test("Data hold percentages as the unit beside them says, and the name by which claims refer to each figure")
    func percentages() throws {
        var pack = try pack()
        pack.manifest.areas.append(.england)
        pack.observations[1].area = "england"
        let table = try section("data", of: pack).table
        #expect(try column("Value", table)[0] == .number(84.5, decimals: 1))
        #expect(try column("Unit", table)[0] == .text("Per cent"))
        #expect(
            try column("Identifier", table).prefix(2) == [.text("timely@2026-05"), .text("timely@2026-06/england")])
    }

    @Test("Two comparators of one name have a column each among the measures")
    func comparatorsOfOneName() throws {
        var pack = try pack()
        for (id, value) in [("club-a", 70.0), ("club-b", 90.0)] as [(Area.ID, Double)] {
            pack.manifest.areas.append(Area(id: id, title: "Club", kind: .comparator))
            pack.observations.append(
                Observation(
                    indicator: "timely", period: try ReportingPeriod("2026-06"), area: id, value: .value(value)))
        }
        let table = try section("measures", of: pack).table
        #expect(try column("Club (club-a)", table).contains(.percentage(70, decimals: 1)))
        #expect(try column("Club (club-b)", table).contains(.percentage(90, decimals: 1)))
    }

    @Test("The periods that most lines compare are said once, others in their line")
    func periods() throws {
        var pack = try pack()
        let usual = try section("dashboard", of: pack)
        #expect(usual.summary.contains("Periods: May 2026 and June 2026 unless stated."))
        #expect(!usual.table.columns.contains { $0.title.hasSuffix("periods") })
        for id in ["a", "b"] as [Indicator.ID] {
            pack.indicators.append(
                Indicator(id: id, title: id.text, unit: .count, polarity: .neutral))
            pack.observations.append(
                Observation(
                    indicator: id, period: try ReportingPeriod(id == "a" ? "2026-04" : "2026-06"), area: "exampleton",
                    value: .value(9)))
        }
        pack.observations.append(
            Observation(indicator: "b", period: try ReportingPeriod("2026-05"), area: "exampleton", value: .value(8)))
        let mixed = try section("dashboard", of: pack).table
        #expect(try column("Other periods", mixed) == [.empty, .empty, .text("April 2026"), .empty])
    }

    @Test("The date that most comparators share is said once, and one comparator is the header")
    func comparators() throws {
        var pack = try pack()
        pack.manifest.areas.append(.statisticalNeighbours)
        pack.indicators[1].unit = .ratio
        pack.indicators.append(Indicator(id: "third", title: "Third", unit: .percent, polarity: .lowerIsBetter))
        pack.observations.append(
            Observation(
                indicator: "third", period: try ReportingPeriod("2026-06"), area: "exampleton", value: .value(80)))
        for (id, period) in [("timely", "FY2024-25"), ("contacts", "FY2024-25"), ("third", "2026-06")]
            as [(Indicator.ID, String)]
        {
            pack.observations.append(
                Observation(
                    indicator: id, period: try ReportingPeriod(period), area: "statistical-neighbours",
                    value: .value(80)))
        }
        let (summary, table) = try section("dashboard", of: pack)
        #expect(summary.contains("Comparator figures are for financial year 2024 to 2025 unless stated."))
        #expect(
            try column("Statistical neighbours", table) == [
                // Without the figures of other councils nothing says whether 84.5% is better by more than is usual.
                .text("80.0%"), .text("80"), .text("80.0% in June 2026; similar"),
            ])
    }

    @Test("Measures without any target have no column of ratings, and the text says why")
    func unrated() throws {
        var pack = try pack()
        pack.indicators[0].targets = []
        let (summary, table) = try section("dashboard", of: pack)
        #expect(!table.columns.contains { $0.title == "Rating" || $0.title == "Distance to target" })
        #expect(summary.contains("No measure is rated because no targets have been set."))
    }

    @Test("Tables of reference are no wider than can be read on paper, with every column in use")
    func widths() throws {
        var pack = try pack()
        pack.indicators[0].timescale = TimescaleRule(45, .workingDays, authority: .statutory)
        pack.indicators[1].sources = []
        for id: SectionID in ["definitions", "data", "dashboard"] {
            let table = try section(id, of: pack).table
            #expect(table.columns.reduce(0) { $0 + $1.width } <= 175, "\(id)")
        }
    }
}
