import FamilyServicesKit
import Testing

@Suite("Small numbers in whole packs: every text field")
struct TextFieldTests {
    /// 3 of 61 in June is hidden.
    private func hidden() throws -> CountedPack {
        var counted = try CountedPack()
        counted.add("timely", unit: .percent, decimals: 1)
        try counted.add(.fraction(numerator: 3, denominator: 61), to: "timely")
        return counted
    }

    @Test(
        "A hidden number goes with the text of a finding, a recommendation, an action, a theme or a report that tells it"
    )
    func texts() throws {
        var counted = try hidden()
        let telling = "Canary: three children in June"
        counted.pack.inspections = [
            InspectionEvent(
                id: "i", kind: .focusedVisit, body: "Ofsted", title: "Visit", status: .held,
                findings: [Finding(id: "f", kind: .priorityAction, text: telling, indicators: ["timely"])],
                recommendations: [Recommendation(id: "r", text: telling, indicators: ["timely"])],
                response: "Measure timely: 3 children")
        ]
        counted.pack.plans = [
            ImprovementPlan(
                id: "p", title: "Plan",
                actions: [PlanAction(id: "a", title: telling, text: telling, indicators: ["timely"])])
        ]
        let release = try counted.pack.release(for: .everyone)
        #expect(!release.publication.wholeText.contains("Canary"))
        #expect(!release.publication.wholeText.contains("Measure timely: 3"))
        #expect(release.review.texts.count == 5)
        #expect(release.publication.pack.plans[0].actions.count == 1, "the action itself stays")
    }

    @Test("Numbers that describe a measure, or count no people, stay")
    func descriptions() throws {
        var counted = try hidden()
        counted.pack.indicators[0].definition.text = "Children with three or more placements within 3 months."
        counted.pack.plans = [
            ImprovementPlan(
                id: "p", title: "Plan",
                actions: [
                    PlanAction(
                        id: "a", title: "Six posts, three of them in the west", text: "Three visits by 3 June",
                        indicators: ["timely"])
                ])
        ]
        let release = try counted.pack.release(for: .everyone)
        #expect(release.review.texts.isEmpty)
    }
}
