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
}
