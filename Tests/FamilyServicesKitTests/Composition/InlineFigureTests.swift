import FamilyServicesKit
import Testing

@Suite("Figures in texts")
struct InlineFigureTests {
    private func pack(_ text: String, access: Access = .unrestricted) throws -> ReportPack {
        var pack = try ClaimPack.pack()
        pack.manifest.agreements = [SharingAgreement(id: "club", title: "Club")]
        pack.reports = [
            CommitteeReport(
                id: "r", title: "Report",
                sections: [
                    ReportSection(
                        number: "1", title: "Summary", paragraphs: [ReportParagraph(number: "1.1", text: text)])
                ])
        ]
        for index in pack.observations.indices where pack.observations[index].indicator == "visits" {
            pack.observations[index].access = access
        }
        return pack
    }

    /// The text as it is published.
    private func published(_ text: String, for audience: Audience = .everyone, access: Access = .unrestricted) throws
        -> String
    {
        let publication = try pack(text, access: access).publish(for: audience)
        let section = try #require(publication.sections.first { $0.id == "report" })
        for case .table(let table) in section.blocks {
            let column = try #require(table.columns.firstIndex { $0.title == "Text" })
            if case .text(let text) = table.rows[0][column].value { return text }
        }
        return ""
    }

    @Test(
        "are filled in when the report is published",
        arguments: [
            ("In time: {in-time@2017-11}.", "In time: 57.2%."),
            ("{contacts@2017-11} contacts", "10,587 contacts"),
            ("{contacts@2017-11#girls} girls", "6,100 girls"),
            ("It went {in-time@2017-11 | change from 2017-10}.", "It went up 20.3 percentage points."),
            ("It went {contacts@2017-10|change from 2017-11}.", "It went down 1,795."),
            ("It saw {in-time@2017-11 | change from 2017-11}.", "It saw no change."),
            ("{in-time@2017-10 | points from 2017-11}", "-20.3 percentage points"),
            ("{contacts@2017-11 | per cent from 2017-10}", "+20.4%"),
            ("rated {in-time@2017-11|rating}", "rated red"),
            ("rated {contacts@2017-11|rating}", "rated not rated"),
            ("{{in-time@2017-11}} and {these words}", "{in-time@2017-11} and {these words}"),
            ("a } and a {", "a } and a {"),
        ])
    func fillsIn(text: String, expected: String) throws {
        #expect(try published(text) == expected)
    }

    @Test("are withheld from those who may not see them, and readers are told so, but not how many")
    func withholds() throws {
        let access = Access.restricted(under: "club")
        let text = "{visits@2017-11} and {visits@2017-11 | change from 2017-10} of {contacts@2017-11}"
        #expect(try published(text, access: access) == "[c] and [c] of 10,587")
        #expect(
            try published(text, for: .officers, access: access) == "17% and up 8 percentage points of 10,587")
        let publication = try pack(text, access: access).publish(for: .everyone)
        let summary = try #require(publication.sections.first { $0.id == "summary" })
        #expect("\(summary.blocks)".contains("Figures in the text"))
        #expect(!"\(summary.blocks)".contains("Figures in the text ("))
    }

    @Test("are filled in in remarks and notes on progress too")
    func fillsInElsewhere() throws {
        var pack = try pack("Nothing.")
        pack.plans = [
            ImprovementPlan(id: "p", title: "Plan", progress: [ProgressNote(id: "n", text: "Now {visits@2017-11}.")])
        ]
        #expect("\(try pack.publish(for: .everyone).sections)".contains("Now 17%."))
    }

    @Test(
        "that nothing has are errors, with the name that was probably meant",
        arguments: [
            ("{contact@2017-11}", "did you mean “contacts”?"), ("{contacts@2017-08}", "There is no figure"),
            ("{contacts@2017-11/englnd}", "did you mean “england”?"), ("{contacts@2017-11#girl}", "“girls”"),
            ("{contacts@2017-13}", "not a reporting period"), ("{contacts@2017-11 | rat}", "is not known"),
            ("{contacts@2017-11 | change from 2017-08}", "There is no figure"), ("{contacts}", "names no period"),
            ("{contacts@2017-11", "never closed"), ("{children@2017-11#boys}", "no breakdown"),
        ])
    func reportsUnknown(text: String, words: String) throws {
        let found = try pack("Text. " + text).validate()
        #expect(found.count == 1, "\(found)")
        #expect(found.first?.severity == .error)
        #expect(found.first?.message.hasPrefix("Paragraph 1.1: ") == true, "\(found)")
        #expect(found.first?.message.contains(words) == true, "\(found)")
    }
}
