import FamilyServicesKit
import Testing

@Suite("With rounded counts, rounding decides nothing")
struct RoundedFigureTests {
    /// Seen in time, in May and in June.
    private func pack(_ counts: [(Double, Double)], target: Double = 85) throws -> CountedPack {
        var counted = try CountedPack()
        counted.add("seen", unit: .percent, targets: [Target(.atLeast(target), tolerance: .absolute(3))])
        for (period, count) in zip(["2026-05", "2026-06"], counts) {
            try counted.add(.fraction(numerator: count.0, denominator: count.1), to: "seen", period)
        }
        counted.pack.reports = [
            CommitteeReport(
                id: "r", title: "Report",
                sections: [
                    ReportSection(
                        number: "1", title: "Figures",
                        paragraphs: [
                            ReportParagraph(text: "{seen@2026-06 | rating}; {seen@2026-06 | change from 2026-05}")
                        ])
                ])
        ]
        return counted
    }

    @Test("Neither a rating nor a direction is given that the true counts may not have")
    func undecided() throws {
        // 83.7% and then 79.3%, red and down; 75 of 90 twice when rounded. More than 7 were not seen in time, so that
        // neither figure is hidden.
        let publication = try pack([(77, 92), (73, 92)]).published(.roundToFive)
        #expect(publication.hides("seen") == [false, false])
        let position = try #require(publication.pack.positions().first)
        #expect(position.rating.outcome == .notRated)
        #expect(position.rating.basis == .roundedCounts)
        // “Met by” or “short” would say on which side of the target the true share lies.
        #expect(TargetDistance(of: position) == nil)
        #expect(position.direction == nil)
        #expect(publication.pack.reports[0].sections[0].paragraphs[0].text == "not rated; [u]")
        #expect(publication.wholeText.contains("worked out from rounded counts"))
        let exact = try #require(try pack([(77, 92), (73, 92)]).published(.showAll).pack.positions().first)
        #expect(exact.rating.outcome == .red)
        #expect(exact.direction?.movement == .down)
    }

    @Test("What holds however the counts were rounded is given")
    func decided() throws {
        let publication = try pack([(600, 1_000), (900, 1_000)], target: 80).published(.roundToFive)
        let position = try #require(publication.pack.positions().first)
        #expect(position.rating.outcome == .green)
        #expect(position.direction?.meaning == .improving)
    }

    @Test("How many of the cases is rounded as they are, and never more than all of them")
    func partsOfCases() throws {
        var counted = try CountedPack()
        counted.add("seen", unit: .percent, protects: .cases)
        let counts = [(12.0, 12.0), (13, 22), (2, 22), (0, 12)]
        for (month, count) in counts.enumerated() {
            try counted.add(.fraction(numerator: count.0, denominator: count.1), to: "seen", "2026-0\(month + 1)")
        }
        #expect(
            try counted.published(.roundToFive).values(of: "seen") == [
                .fraction(numerator: 10, denominator: 10), .fraction(numerator: 15, denominator: 20), nil,
                .fraction(numerator: 0, denominator: 10),
            ])
    }
}
