import FamilyServicesKit
import Testing

@Suite("Rules about a report's own text")
struct ReportTextRulesTests {
    /// A report of 15 March 2025 with two papers, sections 1 to 3, and a paragraph.
    private func problems(
        _ text: String, number: String? = "2.3", note: String? = nil,
        changing change: (inout ReportPack) throws -> Void = { _ in }
    ) throws -> [String] {
        var pack = try ReportPack.minimal()
        pack.manifest.date = try CalendarDate(iso: "2025-03-15")
        pack.manifest.roles = [
            Role(id: "ceo", title: "Chief Executive"), Role(id: "independent", title: "Independent Person"),
        ]
        pack.governance = [GovernanceBody(id: "board", title: "Care Board (since 2024)", chair: "independent")]
        pack.indicators.append(
            Indicator(
                id: "repeat-plans", title: "Repeat child protection plans", unit: .count, polarity: .lowerIsBetter))
        pack.inspections = [
            InspectionEvent(
                id: "MV-3", kind: .monitoringVisit, body: "Ofsted", title: "Monitoring visit", ordinal: 3,
                status: .held,
                start: try PartialDate(iso: "2025-02-04"))
        ]
        pack.reports = [
            CommitteeReport(
                id: "R", committee: "Children Scrutiny Sub-Committee", date: try PartialDate(iso: "2025-03-15"),
                dateNote: note, title: "Update", updateNumber: 4, period: try ReportingPeriod("2025-02"),
                enclosures: [
                    Enclosure(label: "Appendix 1", title: "Performance dashboard, February"),
                    Enclosure(label: "Appendix 2", title: "Protocol for homeless young people"),
                ],
                sections: [
                    ReportSection(
                        number: "1", title: "Purpose",
                        paragraphs: [
                            ReportParagraph(number: "1.1", text: "What the report is for."),
                            ReportParagraph(number: "1.2", text: "The Safe Streets project began."),
                        ]),
                    ReportSection(
                        number: "2", title: "Early help",
                        paragraphs: [
                            ReportParagraph(number: "2.1", text: "First."),
                            ReportParagraph(number: "2.2", text: "Second."),
                            ReportParagraph(number: number, text: text),
                        ]),
                    ReportSection(number: "3", title: "Housing and homelessness"),
                ])
        ]
        try change(&pack)
        return pack.validate().map(\.message)
    }

    @Test(
        "find what cannot be so",
        arguments: [
            ("The dashboard is in Appendix 3.", "there is no Appendix 3"),
            ("Our protocol for homeless young people is in Appendix 1.", "to be about Appendix 2"),
            ("It is set out in section 5.", "there is no section 5"),
            ("See paragraphs 1.2 to 1.4.", "there is no paragraph 1.4"),
            ("The Safe Streets project is told of in paragraph 2.1.", "1.2 does"),
            ("The Safe Streets project is told of in section 2.", "1.2 does"),
            ("The visit took place on 18 November 2025.", "as past"),
            ("The hub has run since April 2025.", "as past"),
            ("The plan is to be published in June 2024.", "still to come"),
            ("The consultation is open until 28 February 2025.", "still to come"),
            ("This is the fifth update.", "“update_number” says 4"),
            ("The second monitoring visit, of February 2025, looked at care.", "and it is number 3"),
            ("What was decided. Page 3 of 12", "foot of a page"),
            ("We use MASH and MaSH.", "choose one"),
            ("The CAMS waiting list and the CAMH waiting list are long.", "differ by a letter"),
            ("The Children Scrutiny Committee is asked to note it.", "name the body"),
            ("The Cabinet must have due regard to equality.", "name the body that decides"),
            ("We expect a rise in both the number of arrivals.", "“both” needs two"),
            ("The Care Board is chaired by the Chief Executive.", "as its chair"),
            ("One focus is to increase the number of repeat child protection plans.", "of which less is better"),
        ])
    func finds(text: String, fragment: String) throws {
        let found = try problems(text)
        #expect(found.contains { $0.contains(fragment) }, "\(found)")
        #expect(found.count == 1, "\(found)")
    }

    @Test(
        "leave alone what may be so",
        arguments: [
            "The dashboard is in Appendix 1, and the protocol in Appendix 2.", "The protocol is in Appendix 2.",
            "It is set out in section 3.", "See paragraphs 1.1 to 1.2.", "The Safe Streets project is told of in 1.2.",
            "The visit took place on 4 February 2025.", "A visit will take place on 18 November 2025.",
            "The hub has run since April 2024.", "It was to be published in June 2024.",
            "The consultation is open until 28 April 2025.", "This is the fourth update.",
            "This is the third report this year.", "This is the third report this year on the fourth update.",
            "The third monitoring visit, of February 2025, looked at care.", "The fifth visit is not planned yet.",
            "On page 3 of the plan.", "The MASH and the LADO meet.",
            "In 2024 the plan was agreed; it will be reviewed in May.",
            "The Children Scrutiny Sub-Committee is asked to note it.",
            "The Cabinet will decide in May.", "The Cabinet Member must have regard to equality.",
            "We expect a rise in both the number and the age of arrivals.", "Both the reports are late.",
            "The Care Board is chaired by the independent person.",
            "The Safety Group is chaired by the Chief Executive.",
            "One focus is to reduce the number of repeat child protection plans.",
            "Increasing numbers of repeat child protection plans worry us.",
            "Paragraph 14 of Schedule 12A applies, and section 47 of the Children Act 1989.",
        ])
    func leavesAlone(text: String) throws {
        #expect(try problems(text) == [])
    }

    @Test("ask all papers with the same label what they are about")
    func papersWithOneLabel() throws {
        let text = "The letter in Appendix 1 asks for a protocol for homeless young people."
        #expect(try problems(text).contains { $0.contains("to be about Appendix 2") })
        let found = try problems(text) {
            $0.reports[0].enclosures.append(Enclosure(label: "Appendix 1", title: "Letter of the inspectors"))
        }
        #expect(!found.contains { $0.contains("to be about Appendix 2") }, "\(found)")
    }

    @Test("find numbers that are used twice, and numbering that does not begin at the beginning")
    func numbering() throws {
        #expect(try problems("Third.", number: "2.2").contains { $0.contains("paragraph 2.2 twice") })
        #expect(
            try problems("Third.") { pack in
                pack.reports[0].tables = [
                    ReportTable(number: "1", title: "A", hasData: false),
                    ReportTable(number: "1", title: "B", hasData: false),
                ]
            }.contains { $0.contains("table 1 twice") })
        #expect(
            try problems("Third.") { pack in pack.reports[0].sections[2] = ReportSection(number: "2", title: "Again") }
                .contains { $0.contains("section 2 twice") })
        #expect(
            try problems("Third.") { $0.reports[0].sections.removeFirst() }.contains { $0.contains("first section") })
        #expect(
            try problems("Third.") { $0.reports[0].sections[1].paragraphs.removeFirst() }
                .contains { $0.contains("begin with 2.2") })
        #expect(try problems("Third.") == [])
    }

    @Test("find implications that are numbered as main sections beside those that are parts of their section")
    func implications() throws {
        func sections(risk: Int) -> [ReportSection] {
            [
                ReportSection(number: "1", title: "Purpose"),
                ReportSection(number: "2", title: "Implications of decision"),
                ReportSection(number: "2.1", title: "Resources", level: 2),
                ReportSection(number: "2.2", title: "Legal references", level: 2),
                ReportSection(number: risk == 1 ? "3" : "2.3", title: "Risk management", level: risk),
                ReportSection(number: risk == 1 ? "4" : "2.4", title: "Equalities and diversity", level: risk),
                ReportSection(number: "5", title: "Background papers"),
            ]
        }
        let found = try problems("Third.") { $0.reports[0].sections = sections(risk: 1) }
        #expect(found.contains { $0.contains("“Risk management” and 1 more section after it") }, "\(found)")
        #expect(try problems("Third.") { $0.reports[0].sections = sections(risk: 2) } == [])
    }

    @Test("find a commitment that wants more of what its measure wants less of")
    func commitments() throws {
        func found(_ title: String) throws -> [String] {
            try problems("Third.") { pack in
                pack.commitments = [
                    CommitmentSet(
                        id: "aims", kind: .priority, title: "Aims",
                        items: [Commitment(id: "A1", title: title, indicators: ["repeat-plans"])])
                ]
            }
        }
        #expect(try found("Increase repeat protection plans").contains { $0.contains("of which less is better") })
        #expect(try found("Increase visits") == [])
        #expect(try found("Increase the share of plans that are not repeat protection plans") == [])
        #expect(try found("Reduce repeat protection plans") == [])
    }

    @Test("find a sentence that a second paragraph repeats")
    func repeats() throws {
        let sentence = "Discrimination and good relations have to be thought of whenever the council decides."
        let found = try problems("First. \(sentence)") {
            $0.reports[0].sections[0].paragraphs[0].text = "\(sentence) That is the law."
        }
        #expect(found.contains { $0.contains("says the same as paragraph 1.1") }, "\(found)")
    }

    @Test("find a printed date that is before the time of the report")
    func printedDate() throws {
        #expect(
            try problems("Third.", note: "Printed as 15 March 2024.").contains { $0.contains("before the time") })
        #expect(try problems("Third.", note: "Late item of 12 March 2025.") == [])
    }
}
