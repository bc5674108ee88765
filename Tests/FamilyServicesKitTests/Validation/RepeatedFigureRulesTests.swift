import FamilyServicesKit
import Testing

@Suite("Figures given more than once, and parts of a whole")
struct RepeatedFigureRulesTests {
    @Test("are reported where they do not agree", arguments: breakages)
    func disagree(_ breakage: Breakage) throws { try breakage.check() }

    private static func place(_ text: String) -> SourceReference { SourceReference("annual-report", place: text) }

    static let breakages: [Breakage] = [
        Breakage(
            "two values in two places", .warning, .inconsistent, .observation, "9", "57.2", "75.2",
            "“annual-report, table 1”"
        ) {
            $0.observations += [
                try observation("visits", .value(75.2), source: place("table 1")),
                try observation("visits", .value(57.2), source: place("table 2")),
            ]
        },
        Breakage("parts that miss the total", .warning, .inconsistent, .observation, "5", "add to 31", "total is 30") {
            $0.observations[5].value = .value(11)
        },
        Breakage("parts that miss the figure for all", .warning, .inconsistent, .observation, "5", "30", "32") {
            $0.breakdowns[0].total = nil
            $0.breakdowns[0].categories = [
                Breakdown.Category(id: "duty", title: "Duty"), Breakdown.Category(id: "care", title: "Care"),
            ]
            $0.observations[4].category = nil
            $0.observations[4].value = .value(32)
        },
        Breakage("parts of a part", .warning, .inconsistent, .observation, "6", "“duty”", "12", "10") {
            $0.breakdowns[0].categories.append(Breakdown.Category(id: "night", title: "Night", parent: "duty"))
            $0.observations.append(
                try observation("contacts", .value(12), period: "2017-11", category: "night"))
        },
    ]

    @Test("are fine in two places with one value, at the precision of the coarser")
    func agree() throws {
        var pack = try Fixtures.fullPack()
        pack.observations += [
            try observation("visits", .fraction(numerator: 155, denominator: 224), source: Self.place("table 1")),
            try observation("visits", .value(69.2), source: Self.place("table 2")),
            try observation("visits", .value(69), source: Self.place("text")),
            try observation("visits", .value(80), qualifier: .provisional, source: Self.place("table 3")),
            try observation("visits", .value(60), qualifier: .above, source: Self.place("table 4")),
            try observation("visits", .missing(.suppressed), source: Self.place("table 5")),
        ]
        #expect(pack.validate() == [])
    }

    @Test("are not added up where a part is missing or they are percentages")
    func incomplete() throws {
        var pack = try Fixtures.fullPack()
        pack.observations[5].value = .missing(.suppressed)
        #expect(pack.validate() == [])
        pack = try Fixtures.fullPack()
        pack.observations.remove(at: 5)
        #expect(pack.validate() == [])
        pack = try Fixtures.fullPack()
        pack.observations += [
            try observation("visits", .value(50), category: "all"),
            try observation("visits", .value(40), category: "duty"),
            try observation("visits", .value(60), category: "care"),
        ]
        #expect(pack.validate() == [])
    }
}
