import FamilyServicesKit
import Testing

@Suite("Small numbers in whole packs: what people wrote about them")
struct PackEchoTests {
    /// One hidden percentage, 3 of 61 in June, beside one that is shown.
    private func hiddenShare() throws -> CountedPack {
        var counted = try CountedPack()
        counted.add(
            "timely", unit: .percent, decimals: 1,
            commentary: [
                "Only three were seen.", "It fell to 4.9%.", "58 were late.", "Of the 61, most waited.",
                "The service was reorganised in 2025.", "It fell by 80.3 points.",
            ])
        counted.add("other", commentary: ["Only three were seen."])
        try counted.add(
            .fraction(numerator: 52, denominator: 61), to: "timely", "2026-05", note: "Last month 52; this month 3")
        try counted.add(.fraction(numerator: 3, denominator: 61), to: "timely", note: "three of them")
        try counted.add(.value(40), to: "other", note: "Checked by 3 people")
        return counted
    }

    @Test("Remarks that say a hidden number are withheld, and others stay")
    func remarks() throws {
        let publication = try hiddenShare().published()
        #expect(publication.pack.indicators[0].commentary.map(\.text) == ["The service was reorganised in 2025."])
        #expect(publication.pack.indicators[1].commentary.count == 1)
    }

    @Test(
        "A hidden number above twelve is found in words, and as a share of its whole",
        arguments: [
            "Fourteen of them were in the west.", "A quarter of the children waited.", "It was 25% of them.",
            "Forty-two were seen in time.",
        ])
    func longNumbers(remark: String) throws {
        var counted = try CountedPack()
        counted.add("waiting", commentary: [remark, "Thirty visits were made on 14 May 2026; see Table 14."])
        try counted.add([("2026-05", 61)], to: "waiting")
        try counted.add(.fraction(numerator: 14, denominator: 56), to: "waiting")
        let publication = try counted.published(SmallNumberPolicy(.suppress(upTo: 20)))
        #expect(
            publication.pack.indicators[0].commentary.map(\.text)
                == ["Thirty visits were made on 14 May 2026; see Table 14."])
    }

    @Test("Notes on figures that say a hidden number are withheld, also where their own figure is shown")
    func notes() throws {
        let publication = try hiddenShare().published()
        #expect(publication.pack.observations.map(\.note) == [nil, nil, "Checked by 3 people"])
        #expect(publication.pack.observations[0].value == .fraction(numerator: 52, denominator: 61))
    }

    @Test("Checks, progress notes, milestones, risks, audit remarks and evidence that say a hidden number are withheld")
    func records() throws {
        var counted = try hiddenShare()
        let (telling, plain) = ("Canary-told: three", "It is being looked at")
        func texts(_ id: String) -> [(String, String)] { [("\(id)-1", telling), ("\(id)-2", plain)] }
        counted.pack.checks = texts("c").map {
            FigureCheck(id: .init(stringLiteral: $0.0), outcome: .differs, statement: $0.1, indicators: ["timely"])
        }
        counted.pack.plans = [
            ImprovementPlan(
                id: "p", title: "Plan",
                actions: texts("a").map {
                    PlanAction(
                        id: .init(stringLiteral: $0.0), title: "Action", indicators: ["timely"], evidence: $0.1)
                })
        ]
        counted.pack.risks = texts("r").map {
            Risk(id: .init(stringLiteral: $0.0), title: "Risk", response: $0.1, indicators: ["timely"])
        }
        counted.pack.audits.statements = texts("s").map {
            AuditStatement(id: .init(stringLiteral: $0.0), text: $0.1, indicators: ["timely"])
        }
        counted.pack.audits.themes = [
            AuditTheme(id: "t", title: "Theme", issues: [telling, plain], indicators: ["timely"])
        ]
        let publication = try counted.published()
        #expect(!publication.wholeText.contains("Canary-told"))
        #expect(publication.pack.checks.map(\.statement) == [plain])
        #expect(publication.pack.plans[0].actions.map(\.evidence) == [nil, plain])
        #expect(publication.pack.risks.map(\.response) == [nil, plain])
        #expect(publication.pack.audits.statements.map(\.text) == [plain])
        #expect(publication.pack.audits.themes[0].issues == [plain])
        let known = try counted.published(for: .members)
        #expect(known.pack.checks.count == 2)
        #expect(known.pack.risks[0].response == telling)
    }

    @Test("The release note counts what is hidden, by measure, and what was withheld with it, and holds no figure")
    func releaseNote() throws {
        var counted = try hiddenShare()
        counted.add("deaths")
        try counted.add([("2026-05", 2), ("2026-06", 4), ("2026-04", 6)], to: "deaths")
        let (publication, review) = try counted.pack.release(for: .everyone)
        let note = review.note
        #expect(publication.releaseNote.hiddenFigures == note.hiddenFigures)
        #expect(note.policy == .suppressOneToFive)
        #expect(note.hiddenFigures.map(\.indicator) == ["timely", "deaths"])
        #expect(note.hiddenFigures.map(\.count) == [1, 2])
        #expect(note.withheld.first { $0.item == "Figures" }?.count == 3)
        #expect(note.withheld.first { $0.item == "Remarks on indicators" }?.count == 5)
        #expect(note.withheld.first { $0.item == "Notes on figures" }?.count == 1)
        #expect(note.withheld.allSatisfy { $0.reason.contains("small numbers") })
    }
}
