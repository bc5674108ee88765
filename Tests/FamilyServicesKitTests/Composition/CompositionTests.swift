import FamilyServicesKit
import Testing

@Suite("Composing a publication")
struct CompositionTests {
    private func packWithDashboard() throws -> ReportPack {
        var pack = try ReportPack.minimal()
        pack.manifest.baseline = ReportPack.Baseline(title: "the inspection", period: try ReportingPeriod("2025-03"))
        pack.indicators = [
            Indicator(
                id: "timely", title: "Assessments in time", group: "Assessment", unit: .percent,
                polarity: .higherIsBetter, targets: [Target(.atLeast(90), tolerance: .absolute(5))])
        ]
        pack.observations = [
            Observation(
                indicator: "timely", period: try ReportingPeriod("2025-03"), area: "exampleton",
                value: .fraction(numerator: 78, denominator: 100)),
            Observation(
                indicator: "timely", period: try ReportingPeriod("2026-05"), area: "exampleton",
                value: .fraction(numerator: 90, denominator: 100)),
            Observation(
                indicator: "timely", period: try ReportingPeriod("2026-06"), area: "exampleton",
                value: .fraction(numerator: 857, denominator: 1_000)),
        ]
        return pack
    }

    private func tables(_ publication: Publication) -> [Table] {
        publication.sections.flatMap(\.blocks).compactMap { block in
            if case .table(let table) = block { table } else { nil }
        }
    }

    private func table(_ name: String, in publication: Publication) throws -> Table {
        try #require(tables(publication).first { $0.name == name })
    }

    private func cell(_ title: String, _ row: Int, of table: Table) throws -> Cell {
        let column = try #require(table.columns.firstIndex { $0.title == title }, "no column \(title)")
        return table.rows[row][column]
    }

    @Test("A pack of a manifest alone gives a cover, contents, notes and a release note, and nothing empty")
    func manifestAlone() throws {
        let publication = try ReportPack.minimal().publish(for: .everyone)
        #expect(publication.sections.map(\.id) == ["cover", "contents", "notes", "release-note"])
        #expect(publication.sections.allSatisfy { !$0.blocks.isEmpty })
    }

    @Test("A dashboard line shows value, change, change since the baseline, target and rating in words")
    func dashboardLine() throws {
        let dashboard = try table("Dashboard", in: try packWithDashboard().publish(for: .everyone))
        #expect(dashboard.rows.count == 1)
        #expect(try cell("Latest position", 0, of: dashboard).value == .percentage(85.7, decimals: 1))
        #expect(try cell("Previous period", 0, of: dashboard).value == .percentage(90, decimals: 1))
        #expect(try cell("Change", 0, of: dashboard).value == .text("No clear change (-4.3 points)"))
        #expect(
            try cell("Change since the inspection", 0, of: dashboard).value
                == .text("▲ Up 7.7 points"))
        #expect(try cell("Distance to target", 0, of: dashboard).value == .text("4.3 points short"))
        #expect(try cell("Target", 0, of: dashboard).value == .text("at least 90%"))
        let rating = try cell("Rating", 0, of: dashboard)
        #expect(rating.value == .text("Amber"))
        #expect(rating.tone == .caution)
    }

    @Test("A dashboard line shows the change since the same period of last year, and a dated comparator")
    func comparatorColumns() throws {
        var pack = try packWithDashboard()
        pack.manifest.areas += [.england, .statisticalNeighbours]
        func add(_ area: Area.ID, _ period: String, _ value: ObservedValue) throws {
            pack.observations.append(
                Observation(indicator: "timely", period: try ReportingPeriod(period), area: area, value: value))
        }
        try add("exampleton", "2025-06", .value(87))
        try add("england", "FY2024-25", .value(83.8))
        try add("statistical-neighbours", "FY2023-24", .value(88.1))
        try add("statistical-neighbours", "FY2024-25", .missing(.suppressed))
        let dashboard = try table("Dashboard", in: try pack.publish(for: .everyone))
        #expect(
            try cell("Same period last year", 0, of: dashboard).value
                == .text("▼ Down 1.3 points"))
        #expect(
            try cell("Comparator", 0, of: dashboard).value
                == .text(
                    "Statistical neighbours: 88.1% in financial year 2023 to 2024\nEngland: 83.8% in financial year 2024 to "
                        + "2025; no clear difference"))
        pack.observations.removeAll { $0.area == "statistical-neighbours" }
        let plain = try table("Dashboard", in: try pack.publish(for: .everyone))
        #expect(
            try cell("England", 0, of: plain).value
                == .text("83.8% in financial year 2024 to 2025; no clear difference"))
        #expect(dashboard.columns.reduce(0) { $0 + $1.width } <= PageExtent.standard.charactersAcross)
    }

    @Test("A year-to-date figure shows no change since the month before, and says why")
    func yearToDate() throws {
        var pack = try packWithDashboard()
        pack.indicators[0].accumulation = .yearToDate
        let dashboard = try table("Dashboard", in: try pack.publish(for: .everyone))
        #expect(try cell("Change", 0, of: dashboard).value == .text("Not comparable: year to date"))
    }

    @Test("Reporting on an earlier period leaves out what came later")
    func earlierPeriod() throws {
        let options = PublicationOptions(period: try ReportingPeriod("2026-05"))
        let publication = try packWithDashboard().publish(for: .everyone, options: options)
        let dashboard = try table("Dashboard", in: publication)
        #expect(try cell("Latest position", 0, of: dashboard).value == .percentage(90, decimals: 1))
        #expect(publication.metadata.period == "May 2026")
    }

    @Test("A missing value is shown with its reason, never as zero or blank")
    func missingValue() throws {
        var pack = try packWithDashboard()
        pack.observations[2].value = .missing(.suppressed)
        let dashboard = try table("Dashboard", in: try pack.publish(for: .everyone))
        #expect(try cell("Latest position", 0, of: dashboard).value == .missing(.suppressed))
        #expect(try cell("Rating", 0, of: dashboard).value == .text("Not rated"))
    }

    @Test("A printed line keeps its printed figures, and a rating that contradicts its target is said to differ")
    func printedLine() throws {
        var pack = try ReportPack.minimal()
        pack.indicators = [
            Indicator(
                id: "caseload", title: "Caseload", unit: .ratio, decimals: 1, polarity: .inRange,
                targets: [Target(.within(12...16))])
        ]
        pack.dashboard = [
            DashboardLine(
                number: 1, section: "Workforce", measure: "Average caseload", part: "Team A", indicators: ["caseload"],
                previous: PrintedPosition(
                    label: "Oct.17", period: try ReportingPeriod("2017-10"), figure: PrintedFigure("21.4", value: 21.4)),
                latest: PrintedPosition(
                    label: "Nov.17", period: try ReportingPeriod("2017-11"), figure: PrintedFigure("19.7", value: 19.7)),
                change: PrintedChange(text: "-1.7", arrow: .unreadable),
                sinceBaseline: PrintedChange(text: "21.2", arrow: nil), target: "12 to 16", rating: .green)
        ]
        let dashboard = try table("Dashboard", in: try pack.publish(for: .everyone))
        #expect(try cell("Latest position", 0, of: dashboard).value == .number(19.7, decimals: 1))
        #expect(try cell("Change", 0, of: dashboard).value == .text("▼ Down; printed -1.7"))
        #expect(try cell("Distance to target", 0, of: dashboard).value == .text("3.7 above the range"))
        #expect(try cell("Printed rating", 0, of: dashboard).value == .text("Green"))
        let recomputed = try cell("Computed rating", 0, of: dashboard)
        #expect(recomputed.value == .text("Red: differs from printed"))
        #expect(recomputed.tone == .negative)
    }

    @Test(
        "An action is overdue once its due date, month or year is over and it is not complete",
        arguments: [
            ("2026-07-13", nil, true), ("2026-07-14", nil, false), ("2026-07", nil, false), ("2026-06", nil, true),
            ("2025", nil, true), ("2026-06", BRAGStatus.complete, false), ("2026-06", .atRisk, true),
        ] as [(String, BRAGStatus?, Bool)])
    func overdue(due: String, status: BRAGStatus?, expected: Bool) throws {
        let action = PlanAction(
            id: "a", title: "A", due: try PartialDate(iso: due), statuses: status.map { [.init($0)] } ?? [])
        #expect(action.isOverdue(on: try CalendarDate(iso: "2026-07-14")) == expected)
    }

    @Test("Remarks on a measure are listed the latest first, exempt ones only for those who may see them")
    func commentary() throws {
        var pack = try packWithDashboard()
        pack.indicators[0].commentary = [
            Commentary("Steady.", period: try ReportingPeriod("2026-05")),
            Commentary("Two teams were short.", period: try ReportingPeriod("2026-06")),
            Commentary("Canary-remark", period: try ReportingPeriod("2026-06"), access: .exempt([.individual])),
        ]
        let shown = try table("Commentary", in: try pack.publish(for: .everyone))
        #expect(shown.rows.count == 2)
        #expect(try cell("Remark", 0, of: shown).value == .text("Two teams were short."))
        #expect(try cell("Remark", 1, of: shown).value == .text("Steady."))
        let members = try pack.publish(for: .members)
        #expect(try table("Commentary", in: members).rows.count == 3)
        let section = try #require(members.sections.first { $0.id == "commentary" })
        #expect(section.summary.contains("NOT FOR PUBLICATION"))
    }

    @Test("Synthetic figures are said to be so in the metadata and the notes")
    func synthetic() throws {
        var pack = try packWithDashboard()
        pack.manifest.isSynthetic = true
        let publication = try pack.publish(for: .everyone)
        #expect(publication.metadata.isSynthetic)
        let notes = try #require(publication.sections.first { $0.id == "notes" })
        #expect(String(describing: notes).contains("The figures are invented"))
    }

    @Test("Facts have number, area and date before the full stop, and a full stop only where their text has one")
    func facts() throws {
        var pack = try packWithDashboard()
        pack.context = [
            ContextFact(
                id: "a", text: "Children by the estimate of 2026.", value: 68_400, area: "Larkmere",
                date: try Fixtures.date("2026-06")),
            ContextFact(id: "b", text: "First languages", value: 112), ContextFact(id: "c", text: "Elections are due."),
        ]
        let publication = try pack.publish(for: .everyone)
        let notes = try #require(publication.sections.first { $0.id == "notes" })
        let items = notes.blocks.flatMap { block -> [String] in
            if case .list(let items) = block { items.map(\.text) } else { [] }
        }
        #expect(items.contains("Children by the estimate of 2026: 68,400 (Larkmere), June 2026."))
        #expect(items.contains("First languages: 112"))
        #expect(items.contains("Elections are due."))
    }

    @Test("No words of the composer are about sheets, which not every format has")
    func noSheets() throws {
        let publication = try packWithDashboard().publish(for: .officers)
        #expect(publication.sections.allSatisfy { !$0.summary.contains("sheet") })
    }

    @Test("Sections, tables and columns have names of their own, and every row fits its header")
    func wellFormed() throws {
        let publication = try packWithDashboard().publish(for: .officers)
        #expect(Set(publication.sections.map(\.id)).count == publication.sections.count)
        #expect(Set(publication.sections.map { $0.shortTitle.lowercased() }).count == publication.sections.count)
        #expect(publication.sections.allSatisfy { $0.shortTitle.count <= 31 })
        let all = tables(publication)
        #expect(Set(all.map { $0.name.lowercased() }).count == all.count)
        for table in all {
            #expect(Set(table.columns.map(\.title)).count == table.columns.count)
            #expect(table.rows.allSatisfy { $0.count == table.columns.count })
        }
    }

    @Test("The contents lead to every section after them")
    func contents() throws {
        let publication = try packWithDashboard().publish(for: .everyone)
        let contents = try #require(publication.sections.first { $0.id == "contents" })
        guard case .list(let items)? = contents.blocks.first else {
            Issue.record("the contents hold no list")
            return
        }
        #expect(items.compactMap(\.link?.section) == publication.sections.dropFirst(2).map(\.id))
    }
}
