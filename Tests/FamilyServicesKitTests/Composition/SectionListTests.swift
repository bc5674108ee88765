import FamilyServicesKit
import Testing

@testable import ReportPublishing

@Suite("Sections of one's own")
struct SectionListTests {
    /// A section made by a closure.
    private struct Made: SectionComposer {
        var id: SectionID = "own"
        let make: @Sendable (SectionContext) -> PublicationSection?

        func compose(_ context: SectionContext) -> PublicationSection? { make(context) }
    }

    private static func section(
        id: SectionID = "own", title: String = "My section", short: String = "Mine", _ blocks: [Block]
    ) -> PublicationSection {
        PublicationSection(id: id, title: title, shortTitle: short, summary: "What I added.", blocks: blocks)
    }

    private static func table(
        name: String = "Own", columns: [TableColumn] = [TableColumn("A"), TableColumn("B")],
        rows: [[Cell]] = [[Cell(.text("1")), Cell(.text("2"))]], anchors: [Anchor?] = []
    ) -> Block {
        .table(Table(name: name, title: "My table", columns: columns, rows: rows, anchors: anchors))
    }

    private static func chart(
        alternativeText: String = "A line.", labels: [String] = ["May", "June"], points: [Double?] = [1, 2]
    ) -> Block {
        .chart(
            Chart(
                name: "Own_chart", title: "My chart", alternativeText: alternativeText, form: .lines,
                labelTitle: "Period", valueTitle: "Number", isPercentage: false, decimals: 0, labels: labels,
                series: [Chart.Series("Figure", role: .measure, points: points.map { Chart.Point($0) })]))
    }

    private func publish(
        _ blocks: [Block], _ change: (inout SectionList) throws -> Void = { _ in }
    ) throws -> Publication {
        var options = PublicationOptions()
        options.sections.append(Made { _ in Self.section(blocks) })
        try change(&options.sections)
        return try GoldenThreadTests.pack().publish(for: .everyone, options: options)
    }

    @Test("A section is added, one left out and one moved, and the contents list follows")
    func changes() throws {
        let usual = try GoldenThreadTests.pack().publish(for: .everyone)
        #expect(usual.sections.contains { $0.id == "definitions" })
        let changed = try publish([Self.table()]) { list in
            try list.move("own", before: "summary")
            try list.remove("definitions")
            try list.move("notes", after: "own")
        }
        let ids = changed.sections.map(\.id)
        #expect(Array(ids.prefix(4)) == ["cover", "contents", "own", "notes"])
        let others = usual.sections.map(\.id).filter { $0 != "definitions" && $0 != "notes" }
        #expect(ids.filter { $0 != "own" && $0 != "notes" } == others)
        guard case .list(let items) = changed.sections[1].blocks[0] else {
            Issue.record("no contents")
            return
        }
        #expect(items.compactMap(\.link?.section) == Array(ids.dropFirst(2)))
        // What led to the section that was left out is plain words now.
        let links = changed.sections.flatMap(\.blocks).flatMap { block -> [SectionLink] in
            switch block {
            case .list(let items): items.compactMap(\.link)
            case .table(let table): table.rows.joined().compactMap(\.link)
            case .heading, .paragraph, .facts, .chart: []
            }
        }
        #expect(!links.isEmpty && !links.contains { $0.section == "definitions" })
    }

    @Test("Sections have roles, so that no format need know their names")
    func roles() throws {
        let sections = try GoldenThreadTests.pack().publish(for: .everyone).sections
        func ids(_ role: SectionRole) -> [SectionID] { sections.filter { $0.role == role }.map(\.id) }
        #expect(ids(.cover) == ["cover"] && ids(.contents) == ["contents"] && ids(.summary) == ["summary"])
        #expect(ids(.notes) == ["notes"] && ids(.data) == ["data"] && ids(.releaseNote) == ["release-note"])
        #expect(ids(.body).contains("dashboard"))
    }

    @Test("A list names the section that it does not have, and keeps the release note")
    func unknown() {
        var list = SectionList.standard
        let error = #expect(throws: SectionListError.self) { try list.move("risk", after: "summary") }
        #expect(error?.problem == .unknown && error?.section == "risk")
        #expect(error?.description == "There is no section “risk”; did you mean “risks”?")
        #expect(throws: SectionListError.self) { try list.insert(Made { _ in nil }, before: "nowhere") }
        #expect(throws: SectionListError.self) { try list.remove("release-note") }
        #expect(list.ids == SectionList.standard.ids)
        #expect(Set(list.ids).count == list.ids.count)
    }

    @Test("A section sees nothing of what is withheld, by whatever way it looks")
    func hostile() throws {
        var pack = try ReportPack.minimal()
        let period = pack.manifest.period
        pack.manifest.agreements = [
            SharingAgreement(id: "club", title: "Benchmarking club agreement", audiences: [.officers])
        ]
        pack.indicators = [
            Indicator(id: "open", title: "Open measure", unit: .count, counts: .children, polarity: .neutral),
            Indicator(
                id: "hidden", title: "Canary-indicator", unit: .count, polarity: .neutral,
                access: .exempt([.individual])),
            Indicator(
                id: "shared", title: "Canary-shared", unit: .count, polarity: .neutral,
                access: .restricted(under: "club")),
        ]
        pack.observations = [
            Observation(indicator: "open", period: period, area: "exampleton", value: .value(4)),
            Observation(indicator: "hidden", period: period, area: "exampleton", value: .value(7_654_321)),
            Observation(indicator: "shared", period: period, area: "exampleton", value: .value(8_765_432)),
        ]
        pack.risks = [Risk(id: "x", title: "Canary-risk", access: .exempt([.businessAffairs]))]
        var earlier = pack
        earlier.manifest.title = "The earlier report"
        earlier.observations[1].value = .value(5_432_198)
        earlier.observations[0].note = "Canary-note on 3 children"

        let seen = Seen()
        var options = PublicationOptions(previous: earlier)
        options.sections.append(
            Made { context in
                var text = ""
                dump(context, to: &text)
                seen.text = text + "\(context.pack) \(context.assessment)"
                return nil
            })
        _ = try pack.publish(for: .everyone, options: options)
        #expect(seen.text.contains("Open measure"))
        for canary in [
            "Canary", "7654321", "7_654_321", "8765432", "5432198", "value(4.0",
        ] {
            #expect(!seen.text.contains(canary), "\(canary)")
        }
    }

    @Test("A section that is made from exempt records is marked for those who see them")
    func marking() throws {
        var pack = try GoldenThreadTests.pack()
        pack.risks = [Risk(id: "x", title: "A contract", access: .exempt([.businessAffairs]))]
        var options = PublicationOptions()
        options.sections.append(
            Made { context in
                context.section(
                    "own", title: "Risks again", shortTitle: "Again", summary: "Risks.",
                    access: context.pack.risks.map(\.access),
                    blocks: context.pack.risks.isEmpty ? [] : [.list(context.pack.risks.map { ListItem($0.title) })])
            })
        let members = try pack.publish(for: .members, options: options)
        let own = try #require(members.sections.first { $0.id == "own" })
        #expect(own.summary.hasPrefix("Risks. NOT FOR PUBLICATION") && own.summary.contains("paragraph 3."))
        #expect(!(try pack.publish(for: .everyone, options: options).sections.contains { $0.id == "own" }))
    }

    @Test("A link to a record leads to where the report has it, and is plain words where it does not")
    func recordLinks() throws {
        let publication = try publish([
            .list([
                ListItem("The visits", link: SectionLink(to: .indicator("visits"))),
                ListItem("Something else", link: SectionLink(to: .indicator("nothing"))),
                ListItem("The risks", link: SectionLink(section: "risks")),
            ])
        ])
        let own = try #require(publication.sections.first { $0.id == "own" })
        guard case .list(let items) = own.blocks[0] else {
            Issue.record("no list")
            return
        }
        #expect(items[0].link == SectionLink(section: "measures", row: Anchor(of: .indicator("visits"))))
        #expect(items[1].link == nil)
    }

    // MARK: Faults

    typealias Problem = SectionFault.Problem

    private static let faulty: [(blocks: [Block], problem: Problem)] = [
        ([chart(alternativeText: " \n")], .alternativeText(chart: "Own_chart")),
        ([chart(labels: ["May", "May"])], .repeatedLabel(chart: "Own_chart", "May")),
        ([chart(points: [1])], .points(chart: "Own_chart", series: "Figure", 1)),
        ([chart(points: [1, .infinity])], .number("Own_chart")),
        ([table(columns: [TableColumn("A"), TableColumn("B", width: 0)])], .width(table: "Own", column: "B", 0)),
        ([table(columns: [TableColumn("A"), TableColumn("a")])], .repeatedColumn(table: "Own", column: "a")),
        ([table(columns: [TableColumn("A"), TableColumn(" ")])], .unusableColumn(table: "Own", column: " ")),
        ([table(columns: [], rows: [])], .noColumns(table: "Own")),
        ([table(rows: [[Cell(.text("1"))]])], .cells(table: "Own", row: 1, 1)),
        ([table(rows: [[Cell(.number(.nan, decimals: 0)), Cell(.empty)]])], .number("Own")),
        ([table(anchors: ["a", "b"])], .anchors(table: "Own", 2)),
        ([table(anchors: ["a b"])], .unusableAnchor(table: "Own", "a b")),
        ([table(anchors: ["a"]), table(name: "Other", anchors: ["a"])], .repeatedAnchor(table: "Other", "a")),
        ([table(name: "1st")], .unusableName("1st")),
        ([table(name: "DASHBOARD")], .repeatedName("DASHBOARD")),
        ([table(), table(name: "own")], .repeatedName("own")),
        ([.heading(level: 1, text: "Too high")], .headingLevel(1)),
        (
            [.list([ListItem("There", link: SectionLink(section: "nowhere"))])],
            .link(words: "There", SectionLink(section: "nowhere"))
        ),
        (
            [table(rows: [[Cell(.text("There"), link: SectionLink(section: "own", row: "x")), Cell(.empty)]])],
            .link(words: "There", SectionLink(section: "own", row: "x"))
        ),
    ]

    @Test("What is wrong with a section is said with its place", arguments: faulty.indices)
    func faults(_ index: Int) throws {
        let (blocks, problem) = Self.faulty[index]
        let error = #expect(throws: PublicationError.self) { try publish(blocks) }
        #expect(error?.sectionFaults == [SectionFault(section: "own", problem: problem)])
        #expect(error?.description.contains("Section “own”: ") == true)
    }

    @Test("Identifiers and titles that cannot be told apart are refused")
    func names() throws {
        func faults(_ id: SectionID, _ section: PublicationSection) -> [SectionFault]? {
            var options = PublicationOptions()
            options.sections.append(Made(id: id) { _ in section })
            let error = #expect(throws: PublicationError.self) {
                try GoldenThreadTests.pack().publish(for: .everyone, options: options)
            }
            return error?.sectionFaults
        }
        let blocks: [Block] = [.paragraph("Text.")]
        #expect(faults("own", Self.section(id: "other", blocks))?.map(\.problem) == [.otherIdentifier("other")])
        #expect(faults("Own", Self.section(id: "Own", blocks))?.map(\.problem) == [.unusableIdentifier])
        #expect(faults("notes", Self.section(id: "notes", blocks))?.map(\.problem) == [.repeatedSection])
        #expect(faults("cover", Self.section(id: "cover", blocks))?.map(\.problem) == [.repeatedSection])
        #expect(faults("own", Self.section(title: "", blocks))?.map(\.problem) == [.unusableTitle("")])
        #expect(faults("own", Self.section(short: "NOTES", blocks))?.map(\.problem) == [.repeatedShortTitle("NOTES")])
        let long = String(repeating: "x", count: 32)
        #expect(faults("own", Self.section(short: long, blocks))?.map(\.problem) == [.longShortTitle(long)])

        var options = PublicationOptions()
        options.sections = SectionList([Made { _ in nil }])
        let error = #expect(throws: PublicationError.self) {
            try GoldenThreadTests.pack().publish(for: .everyone, options: options)
        }
        #expect(error?.sectionFaults.map(\.problem) == [.noReleaseNote])
    }

    @Test("The kit's own sections pass the same check", arguments: Audience.allCases)
    func own(_ audience: Audience) throws {
        for pack in [try GoldenThreadTests.pack(), try Fixtures.fullPack()] {
            let sections = try pack.publish(for: audience).sections
            var check = SectionCheck(sections, known: [])
            for section in sections { check.check(section, composedBy: section.id) }
            #expect(check.faults.isEmpty, "\(check.faults.map(\.description))")
        }
    }
}

/// What a section saw.
private final class Seen: @unchecked Sendable {
    var text = ""

    @Test("A section of the kit says something else where a program wants it, and is then checked like one of its own")
    func revision() throws {
        let usual = try GoldenThreadTests.pack().publish(for: .everyone)
        let title = try #require(usual.sections.first { $0.id == "definitions" }?.title)
        let changed = try publish([Self.table()]) { list in
            try list.revise("definitions") { section, context in
                #expect(context.audience == .everyone)
                return section.replacing(title, with: "What the words mean").changing(isAnnex: false)
            }
            try list.revise("notes") { _, _ in nil }
        }
        let section = try #require(changed.sections.first { $0.id == "definitions" })
        #expect(section.title == "What the words mean" && !section.isAnnex)
        #expect(!changed.sections.contains { $0.id == "notes" })
        var list = SectionList.standard
        #expect(throws: SectionListError.self) { try list.revise("release-note") { section, _ in section } }
        #expect(throws: SectionListError.self) { try list.revise("no-such-section") { section, _ in section } }
        let error = #expect(throws: PublicationError.self) {
            try publish([Self.table()]) { list in
                try list.revise("definitions") { section, _ in section.changing(blocks: [Self.table(columns: [])]) }
            }
        }
        #expect(
            error?.sectionFaults.contains { $0.section == "definitions" && $0.problem == .noColumns(table: "Own") }
                == true)
    }

    @Test("The chart of a measure, and what it says, are there for sections of others as the kit has them")
    func charts() throws {
        let pack = try Self.seriesPack()
        var options = PublicationOptions()
        options.sections.append(
            Made { context in
                guard let chart = context.chart(of: "visits", named: "Own_visits") else { return nil }
                #expect(context.chart(of: "absent", named: "Own") == nil && context.explanation(of: "absent") == nil)
                let words = context.explanation(of: "visits")
                return Self.section(words.map { [.paragraph($0)] + [.chart(chart)] } ?? [.chart(chart)])
            })
        let publication = try pack.publish(for: .everyone, options: options)
        func charts(_ id: SectionID) -> [Chart] {
            publication.sections.first { $0.id == id }?.blocks.compactMap { block in
                if case .chart(let chart) = block { chart } else { nil }
            } ?? []
        }
        let (own, kits) = (try #require(charts("own").first), try #require(charts("trends").first))
        #expect(own.named("same") == kits.named("same") && own.name == "Own_visits")
        #expect(own.series.map(\.role).contains(.lowerLimit))
    }

    @Test("A control chart is drawn in one call")
    func controlChart() throws {
        let chart = try ControlChart(
            (0..<14).map { month in
                ControlChart.Measurement(
                    period: try ReportingPeriod.month(month % 12 + 1, 2025 + month / 12),
                    value: month == 5 ? nil : Double(80 + month * 7 % 5))
            }, improvement: .increase)
        let drawn = Chart(chart, name: "own", title: "Visits in time", unit: .percent)
        #expect(drawn.series.map(\.role) == [.measure, .average, .lowerLimit, .upperLimit])
        #expect(drawn.labels.count == 14 && Set(drawn.labels).count == 14 && drawn.isPercentage)
        #expect(drawn.series.allSatisfy { $0.points.count == 14 } && drawn.series[0].points[5].value == nil)
        #expect(drawn.alternativeText.contains("Visits in time") && drawn.alternativeText.contains("expected range"))
    }

    private static func seriesPack() throws -> ReportPack {
        ReportPack(
            manifest: .init(
                title: "Visits", organisation: "Exampleton Council", area: "exampleton",
                period: try ReportingPeriod("2026-02"), date: try CalendarDate(iso: "2026-03-14"),
                areas: [Area(id: "exampleton", title: "Exampleton", kind: .localAuthority)]),
            indicators: [
                Indicator(id: "visits", title: "Visits in time", unit: .percent, decimals: 1, polarity: .higherIsBetter)
            ],
            observations: try (0..<14).map { month in
                Observation(
                    indicator: "visits", period: try ReportingPeriod.month(month % 12 + 1, 2025 + month / 12),
                    area: "exampleton", value: .value(Double(80 + month * 7 % 5)))
            })
    }

    @Test("A hostile section sees nothing of what is withheld, in whatever it looks")
    func hostile() throws {
        var pack = try Self.seriesPack()
        let secret = "Kqzvbxtmdrwf"
        pack.indicators.append(
            Indicator(id: "hidden", title: secret, unit: .count, polarity: .neutral, access: .exempt([.individual])))
        pack.indicators[0].commentary = [Commentary(secret, access: .exempt([.individual]))]
        pack.observations.append(
            Observation(
                indicator: "hidden", period: pack.manifest.period, area: "exampleton", value: .value(735_190_341_283)))
        // A small number among counts of children.
        pack.indicators.append(
            Indicator(id: "children", title: "Children", unit: .count, polarity: .neutral))
        pack.observations.append(
            Observation(
                indicator: "children", period: pack.manifest.period, area: "exampleton",
                value: .fraction(numerator: 3, denominator: 7_351_903)))
        let seen = Seen()
        var options = PublicationOptions()
        options.previous = pack
        let section = Made { context in
            // Everything that can be got hold of, and everything that hangs on it.
            var text = ""
            dump(context.pack, to: &text)
            dump(context.assessment, to: &text)
            dump(context.metadata, to: &text)
            for id: Indicator.ID in ["visits", "hidden", "children"] {
                dump(context.chart(of: id, named: "Own_\(id.text)"), to: &text)
                dump(context.explanation(of: id), to: &text)
                dump(context.indicator(id), to: &text)
                dump(context.number(of: id), to: &text)
            }
            for figure in pack.observations { dump(context.cell(for: figure).value, to: &text) }
            seen.text += text
            return nil
        }
        options.sections.append(section)
        try options.sections.revise("summary") { section, _ in
            var text = ""
            dump(section, to: &text)
            seen.text += text
            return section
        }
        _ = try pack.publish(for: .officers, options: options)
        #expect(seen.text.contains(secret) && seen.text.contains("735190341283"))
        seen.text = ""
        _ = try pack.publish(for: .everyone, options: options)
        #expect(!seen.text.isEmpty && !seen.text.contains(secret))
        // The figures that the section was given by the test itself are of a measure that it does not know.
        #expect(!seen.text.contains("735190341283") && !seen.text.contains("735,190"))
    }

    private final class Seen: @unchecked Sendable {
        var text = ""
    }
}
