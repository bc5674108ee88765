import FamilyServicesKit
import Testing

@Suite("Links between records")
struct RecordLinkTests {
    private func table(_ name: String, in publication: Publication) throws -> Table {
        try #require(
            publication.sections.flatMap(\.blocks).lazy.compactMap { block in
                if case .table(let table) = block, table.name == name { table } else { nil }
            }.first)
    }

    private func column(_ title: String, of table: Table) throws -> [Cell] {
        let index = try #require(table.columns.firstIndex { $0.title == title }, "no column \(title)")
        return table.rows.map { $0[index] }
    }

    @Test("The thread has a row for each measure of a finding, with what it shows and a link to each record")
    func thread() throws {
        let thread = try table("Thread", in: try GoldenThreadTests.pack().publish(for: .everyone))
        #expect(try column("Finding", of: thread).map(\.value) == [.text("F-1"), .text("F-2")])
        #expect(
            try column("Finding", of: thread).map(\.link) == [
                SectionLink(section: "findings", row: "finding-F-1"),
                SectionLink(section: "findings", row: "finding-F-2"),
            ])
        let actions = try column("Action", of: thread)
        #expect(actions.map(\.value) == [.text("5b(ii)"), .empty])
        #expect(actions.map(\.link) == [SectionLink(section: "actions", row: "action-a1"), nil])
        #expect(
            try column("What is done", of: thread).map(\.value) == [.text("Visit in time"), .text("No action named")])
        let numbers = try column("Number", of: thread)
        #expect(numbers.map(\.value) == [.text("Measure 1"), .empty])
        #expect(numbers.map(\.link) == [SectionLink(section: "measures", row: "indicator-visits"), nil])
        #expect(
            try column("Measure", of: thread).map(\.value) == [.text("Visits in time"), .text("No measure named")])
        #expect(try column("Since then", of: thread)[0].value == .text("Better"))
        #expect(try column("Since then", of: thread)[0].tone == .positive)
        #expect(
            try column("What it shows", of: thread)[0].value
                == .text("Better: 60.0% in December 2025, 80.0% in June 2026.")
        )
    }

    @Test("A finding leads to its thread, and from an action and from a measure a link leads back to it")
    func back() throws {
        let publication = try GoldenThreadTests.pack().publish(for: .everyone)
        let threads = try column("Thread", of: try table("Findings", in: publication))
        #expect(threads.map(\.value) == [.text("Follow F-1"), .text("Follow F-2"), .empty])
        #expect(threads[1].link == SectionLink(section: "thread", row: "finding-F-2"))
        let actions = try column("Number", of: try table("Action_measures", in: publication))
        #expect(actions[0].link == SectionLink(section: "measures", row: "indicator-visits"))
        let reasons = try column("Why it exists", of: try table("Action_measures", in: publication))
        #expect(reasons[0].link == SectionLink(section: "findings", row: "finding-F-1"))
        let shown = try column("Shows whether", of: try table("Definitions", in: publication))
        #expect(shown[0].link == SectionLink(section: "findings", row: "finding-F-1"))
    }

    @Test("Where no finding has an action or a measure there is no thread to follow")
    func noThread() throws {
        var pack = try GoldenThreadTests.pack()
        (pack.plans, pack.risks) = ([], [])
        pack.indicators = []
        pack.observations = []
        pack.inspections[0].recommendations = []
        let publication = try pack.publish(for: .everyone)
        #expect(!publication.sections.contains { $0.id == "thread" })
        #expect(!(try table("Findings", in: publication).columns.contains { $0.title == "Thread" }))
    }

    @Test(
        "The same words never lead to two places, and no link leads to nothing",
        arguments: [Audience.everyone, .officers])
    func unambiguous(_ audience: Audience) throws {
        var pack = try GoldenThreadTests.pack()
        // Two measures with one name.
        pack.indicators.append(
            Indicator(id: "twin", title: "Visits in time", unit: .percent, polarity: .higherIsBetter))
        pack.plans[0].actions[0].indicators.append("twin")
        let publication = try pack.publish(for: audience)
        var targets: [String: SectionLink] = [:]
        var places: Set<SectionLink> = []
        for section in publication.sections {
            places.insert(SectionLink(section: section.id))
            for case .table(let table) in section.blocks {
                for anchor in table.anchors.compactMap({ $0 }) {
                    #expect(places.insert(SectionLink(section: section.id, row: anchor)).inserted, "\(anchor)")
                }
            }
        }
        for section in publication.sections {
            for case .table(let table) in section.blocks {
                #expect(table.anchors.isEmpty || table.anchors.count == table.rows.count)
                for cell in table.rows.joined() {
                    guard let link = cell.link, case .text(let words) = cell.value else { continue }
                    #expect(places.contains(link), "\(link)")
                    #expect(targets.updateValue(link, forKey: words.lowercased()) ?? link == link, "\(words)")
                }
            }
        }
        #expect(targets.count >= 4)
    }

    @Test("What links call a row is made of the kind of its record and its identifier")
    func anchors() throws {
        #expect(Anchor(of: .finding("FND-01")) == "finding-FND-01")
        #expect(Anchor(of: .auditDomain("Child's voice")) == "audit-Child_27_s_20_voice")
        #expect(Anchor(of: .planReference(try PlanReference("5b(ii)"))) == "reference-5b_28_ii_29_")
        #expect(Anchor(of: .auditDomain("Équipe")) == Anchor(of: .auditDomain("E\u{301}quipe")))
    }

    @Test("Different records have different anchors, whatever they are called")
    func injective() {
        let names = [
            "A.1", "A-1", "A 1", "A_1", "A_2E_1", "A_2e_1", "A.1.", "A..1", "a.1", "A1", "A/1", "Á.1", "A-2E-1", "_",
            "-",
            "A_2E", "_2E_",
        ]
        let actions = names.map { Anchor(of: .action(Identifier(stringLiteral: $0))) }
        let others: [Anchor] = [
            Anchor(of: .finding("A.1")), Anchor(of: .plan("A.1")), Anchor(of: .theme("A.1", of: "A.1")),
            Anchor(of: .theme("b c", of: "a")), Anchor(of: .theme("c", of: "a b")),
        ]
        #expect(Set(actions + others).count == names.count + others.count)
        #expect(Set((actions + others).map(\.text)).count == names.count + others.count)
        for anchor in actions {
            #expect(anchor.text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }, "\(anchor)")
        }
    }

    @Test("A link leads to the record that it names, though another’s name differs by a sign alone")
    func likeNames() throws {
        var pack = try GoldenThreadTests.pack()
        let action = pack.plans[0].actions[0]
        let names: [PlanAction.ID] = ["A.1", "A-1"]
        pack.plans[0].actions = names.map { name in
            var twin = action
            twin.id = name
            twin.title = "Action \(name)"
            if name != names[0] { twin.reference = nil }
            return twin
        }
        let publication = try pack.publish(for: .everyone)
        let tracker = try table("Plan_tracker", in: publication)
        #expect(tracker.anchors == ["action-A_2E_1", "action-A-1"])
        let named = try column("Action", of: try table("Action_measures", in: publication))
        #expect(
            named.map(\.link) == tracker.anchors.map { SectionLink(section: "actions", row: $0) })
    }
}
