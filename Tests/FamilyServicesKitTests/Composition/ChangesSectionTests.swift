import FamilyServicesKit
import Testing

@Suite("Publishing the golden thread, exceptions and changes")
struct ChangesSectionTests {
    private func section(_ id: SectionID, of publication: Publication) -> PublicationSection? {
        publication.sections.first { $0.id == id }
    }

    private func table(_ name: String, in publication: Publication) throws -> Table {
        let tables = publication.sections.flatMap(\.blocks).compactMap { block in
            if case .table(let table) = block { table } else { nil }
        }
        return try #require(tables.first { $0.name == name })
    }

    @Test("Without an earlier report there is no section on changes; with one it follows the pages of the members")
    func place() throws {
        let pack = try GoldenThreadTests.pack()
        #expect(section("changes", of: try pack.publish(for: .everyone)) == nil)
        var earlier = pack
        earlier.plans[0].actions.removeLast()
        let publication = try pack.publish(for: .everyone, options: PublicationOptions(previous: earlier))
        #expect(
            publication.sections.map(\.id).prefix(7) == [
                "cover", "contents", "summary", "measures", "trends", "brief", "changes",
            ])
        #expect(try table("Changes", in: publication).rows.count == 1)
    }

    @Test("Nothing changed is said in words, not by an empty table")
    func nothing() throws {
        let pack = try GoldenThreadTests.pack()
        let publication = try pack.publish(for: .everyone, options: PublicationOptions(previous: pack))
        let changes = try #require(section("changes", of: publication))
        #expect(changes.blocks.count == 1)
        #expect(String(describing: changes).contains("Nothing changed."))
    }

    @Test("A definition that changed since the earlier report makes a break, across which nothing is compared")
    func changedDefinition() throws {
        var pack = try GoldenThreadTests.pack()
        pack.indicators[0].definition.denominator = "Visits due"
        var earlier = pack
        earlier.indicators[0].definition.denominator = "visits  due"
        earlier.observations.removeAll { $0.period.code == "2026-06" }
        let same = try pack.publish(for: .everyone, options: PublicationOptions(previous: earlier))
        #expect(same.pack.indicators[0].breaks.isEmpty, "blanks and capitals change no meaning")
        earlier.indicators[0].definition.denominator = "Children"
        let publication = try pack.publish(for: .everyone, options: PublicationOptions(previous: earlier))
        #expect(publication.pack.indicators[0].breaks.map(\.day.description) == ["2026-06-01"])
        let result = try #require(publication.assessment.indicators.first { $0.indicator == "visits" })
        #expect(result.previousPeriod.change == nil)
        #expect(result.previousPeriod.explanation.contains("changed their meaning"))
    }

    @Test("Errors in the earlier pack stop publication and are said to be its own")
    func errorsOfTheEarlierPack() throws {
        let pack = try GoldenThreadTests.pack()
        var earlier = pack
        earlier.observations[0].indicator = "nowhere"
        let error = #expect(throws: PublicationError.self) {
            try pack.publish(for: .everyone, options: PublicationOptions(previous: earlier))
        }
        #expect(error?.isAboutPrevious == true)
        #expect(error?.description.hasPrefix("The earlier pack has") == true)
    }

    @Test("The summary says why, of the red measure first and then of what the plan alone names")
    func why() throws {
        var pack = try GoldenThreadTests.pack()
        pack.plans[0].worriedAbout = ["watched"]
        pack.observations.append(
            Observation(
                indicator: "watched", period: pack.manifest.period, area: "exampleton", value: .value(12)))
        let messages = try table("Main_messages", in: try pack.publish(for: .everyone))
        // Behind them is what inspectors found, the risks, and what is good.
        #expect(
            messages.rows.map { $0[0].value } == [
                .text("Visits in time"), .text("Contacts"), .text("Visits are late."), .text("Nobody answers this."),
                .text("Staff leave"), .text("Staff care."),
            ])
        let why = try #require(messages.columns.firstIndex { $0.title == "Why" })
        // That it is red says the column before; what speaks against it is told.
        #expect(
            messages.rows.map { $0[why].value } == [
                .text("But: up 19.5 points on the year."), .text("The plan names it as a worry."),
                .text("Found by Ofsted, 20 January 2026."), .text("Found by Ofsted, 20 January 2026."), .empty,
                .text("Found by Ofsted, 20 January 2026."),
            ])
        let side = try #require(messages.columns.firstIndex { $0.title == "Worry or strength" })
        #expect(
            messages.rows.map { $0[side].value } == [
                .text("Worry: red: 10.0 points short"), .text("Worry"), .text("Worry: area for improvement"),
                .text("Worry: area for improvement"), .text("Worry"), .text("Strength"),
            ])
    }

    @Test("The findings say whether it worked and how much of the thread is broken")
    func findings() throws {
        let publication = try GoldenThreadTests.pack().publish(for: .everyone)
        let findings = try table("Findings", in: publication)
        let column = try #require(findings.columns.firstIndex { $0.title == "Did it work" })
        #expect(
            findings.rows.map { $0[column].value } == [
                .text("Improved: 1 better (December 2025 to June 2026)"), .text("No measure"), .empty,
            ])
        let shown = String(describing: section("thread", of: publication))
        #expect(shown.contains("Findings to be put right without an action that answers them: 1 of 2."))
    }

    // MARK: - What must not be told

    private static let canaries = ["Canary", "7654321", "8765432", "6543217"]

    /// Everything that may carry a canary: exempt in one of two packs, in the other one open.
    private func pack(_ limited: Access, value: Double, _ word: String) throws -> ReportPack {
        var pack = try GoldenThreadTests.pack()
        pack.manifest.agreements = [SharingAgreement(id: "club", title: "Club", audiences: [.officers])]
        pack.manifest.sources = [SourceDocument(id: "s", title: "Source", access: limited)]
        pack.indicators.append(
            Indicator(
                id: "hidden", title: "Canary-indicator \(word)", unit: .count, polarity: .higherIsBetter,
                targets: [Target(.atLeast(8_000_000))], access: limited))
        for (id, access, source) in [
            ("hidden", Access.unrestricted, nil), ("visits", limited, nil),
            ("idle", .unrestricted, SourceReference("s")),
        ] as [(Indicator.ID, Access, SourceReference?)] {
            pack.observations.append(
                Observation(
                    indicator: id, period: try ReportingPeriod("2026-04"), area: "exampleton", value: .value(value),
                    source: source, access: access))
        }
        pack.plans[0].actions.append(
            PlanAction(
                id: "a9", title: "Canary-action \(word)",
                due: try PartialDate(iso: word == "a" ? "2026-01" : "2026-05"),
                recommendations: ["REC-2"], indicators: ["idle"], access: limited))
        pack.inspections[0].findings.append(
            Finding(
                id: "F-9", kind: word == "a" ? .strength : .priorityAction, text: "Canary-finding \(word)",
                access: limited))
        pack.inspections.append(
            InspectionEvent(
                id: "e9", kind: .focusedVisit, body: "Ofsted", title: "Canary-visit", status: .held,
                judgements: [Judgement(area: "Canary-area", grade: word == "a" ? .good : .inadequate)],
                access: limited))
        pack.risks.append(
            Risk(
                id: "R9", title: "Canary-risk", residual: .product(word == "a" ? 4 : 9), plans: ["plan"],
                access: limited))
        pack.reports = [
            CommitteeReport(
                id: "r", title: "Report",
                enclosures: [Enclosure(label: "Appendix 9", title: "Canary-enclosure", access: limited)])
        ]
        return pack
    }

    @Test(
        "What either report withholds is told neither as changed, new or gone, nor as a reason or an answer",
        arguments: [Access.exempt([.individual]), .restricted(under: "club")])
    func canaries(limited: Access) throws {
        let open = try pack(.unrestricted, value: 7_654_321, "a")
        let closed = try pack(limited, value: 8_765_432, "b")
        let without = try GoldenThreadTests.pack()
        // The later report must not show its own limited items; the earlier one's must not come back through the changes.
        for (earlier, later) in [(open, closed), (closed, closed), (without, closed), (closed, without)] {
            let publication = try later.publish(for: .everyone, options: PublicationOptions(previous: earlier))
            let shown = String(describing: publication)
            for canary in Self.canaries { #expect(!shown.contains(canary), "\(canary) leaked") }
        }
        // Open now, withheld then: it is in the report, and the changes keep silent about it.
        let publication = try open.publish(for: .everyone, options: PublicationOptions(previous: closed))
        let changes = String(describing: section("changes", of: publication))
        for canary in Self.canaries { #expect(!changes.contains(canary), "\(canary) leaked") }
        // Those who may see everything are told.
        let officers = try closed.publish(for: .officers, options: PublicationOptions(previous: open))
        let told = String(describing: section("changes", of: officers))
        for word in ["Canary-action", "Canary-area", "Canary-risk", "Appendix 9", "8,765,432"] {
            #expect(told.contains(word), "\(word) is missing")
        }
    }

    @Test("What only the earlier report holds is judged by today's agreements and sources too")
    func todaysRules() throws {
        let earlier = try pack(.unrestricted, value: 6_543_217, "a")
        var later = try GoldenThreadTests.pack()
        later.manifest.sources = [SourceDocument(id: "s", title: "Source", access: .exempt([.individual]))]
        let publication = try later.publish(for: .everyone, options: PublicationOptions(previous: earlier))
        let changes = try #require(section("changes", of: publication))
        #expect(!String(describing: changes).contains("Nobody's measure"), "its figure came from a limited source")
    }
}
