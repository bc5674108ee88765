import FamilyServicesKit
import Testing

@Suite("Small numbers in whole packs: single figures")
struct SingleFigureTests {
    @Test("A count of 1 to 5 children shows no number; zero and greater counts do", arguments: 0...8)
    func singleCounts(_ count: Int) throws {
        var counted = try CountedPack()
        counted.add("deaths")
        try counted.add(.value(Double(count)), to: "deaths")
        let publication = try counted.published()
        #expect(publication.hides("deaths") == [(1...5).contains(count)])
    }

    @Test("A percentage goes with its small numerator, its small rest or its small whole")
    func percentages() throws {
        var counted = try CountedPack()
        counted.add("timely", unit: .percent)
        for (period, numerator, denominator) in [
            ("2026-01", 3.0, 61.0), ("2026-02", 59, 61), ("2026-03", 0, 4), ("2026-04", 30, 61), ("2026-05", 61, 61),
            ("2026-06", 0, 61),
        ] {
            try counted.add(.fraction(numerator: numerator, denominator: denominator), to: "timely", period)
        }
        try counted.add(.value(4.9, outOf: 61), to: "timely", "2025-12")
        try counted.add(.value(4.9), to: "timely", "2025-11")
        #expect(
            try counted.published().hides("timely") == [true, true, true, false, false, false, true, false])
    }

    @Test("A rate with a small numerator is hidden, whoever knows the population")
    func rates() throws {
        var counted = try CountedPack()
        counted.add("rate", unit: .rate(per: 10_000))
        try counted.add(.fraction(numerator: 4, denominator: 61_234), to: "rate", "2026-05")
        try counted.add(.fraction(numerator: 240, denominator: 61_234), to: "rate")
        try counted.add(.value(0.7, outOf: 61_234), to: "rate", "2026-04")
        #expect(try counted.published().hides("rate") == [true, false, true])
    }

    @Test("An average of few children is hidden")
    func averages() throws {
        var counted = try CountedPack()
        counted.add("days", unit: .days)
        try counted.add(.fraction(numerator: 460, denominator: 4), to: "days", "2026-05")
        try counted.add(.fraction(numerator: 460, denominator: 40), to: "days")
        try counted.add(.value(115, outOf: 4), to: "days", "2026-04")
        try counted.add(.value(115), to: "days", "2026-03")
        #expect(try counted.published().hides("days") == [true, false, true, false])
    }

    @Test("Staff and things are counted in public; families and carers are protected", arguments: CountedGroup.allCases)
    func groups(_ group: CountedGroup) throws {
        var counted = try CountedPack()
        counted.add("posts", counts: group)
        try counted.add(.value(3), to: "posts")
        #expect(try counted.published().hides("posts") == [[.children, .families, .carers].contains(group)])
    }

    @Test(
        "Members see every count, and are told nothing of any that is hidden",
        arguments: [Audience.members, .officers])
    func members(_ audience: Audience) throws {
        var counted = try CountedPack()
        counted.add("deaths", commentary: ["There were three."])
        try counted.add(.value(3), to: "deaths")
        let publication = try counted.published(for: audience)
        #expect(publication.values(of: "deaths") == [.value(3)])
        #expect(publication.pack.indicators[0].commentary.count == 1)
        #expect(publication.releaseNote.hiddenFigures.isEmpty)
        #expect(publication.releaseNote.withheld.isEmpty)
    }

    @Test("Nothing that is computed from a hidden figure is left: rating, change, chart point, rank, sentence")
    func derived() throws {
        var counted = try CountedPack()
        let period = try ReportingPeriod("2026-06")
        counted.add(
            "timely", unit: .percent, decimals: 1, targets: [Target(.atLeast(90))])
        let before = [("2026-01", 55.0), ("2026-02", 52), ("2026-03", 51), ("2026-04", 53), ("2026-05", 52)]
        for (month, numerator) in before {
            try counted.add(.fraction(numerator: numerator, denominator: 61), to: "timely", month)
        }
        try counted.add(.fraction(numerator: 3, denominator: 59), to: "timely")
        counted.pack.claims = [
            Claim(
                id: "said", statement: "It was 5.1% in June.", kind: .value, stated: StatedFigure("5.1%"),
                figures: [.figure("timely", period)])
        ]
        counted.pack.reports = [
            CommitteeReport(
                id: "r", title: "Report",
                sections: [
                    ReportSection(
                        number: "1", title: "Figures",
                        paragraphs: [ReportParagraph(text: "In June it was {timely@2026-06}.")])
                ])
        ]
        counted.pack.dashboard = [
            DashboardLine(
                number: 7, measure: "Timely", indicators: ["timely"],
                previous: PrintedPosition(
                    label: "May", period: try ReportingPeriod("2026-05"), figure: PrintedFigure("85.2%", value: 85.2)),
                latest: PrintedPosition(label: "June", period: period, figure: PrintedFigure("5.1%", value: 5.1)),
                change: PrintedChange(text: "-80.2", arrow: .down), rating: .red)
        ]
        let shown = try counted.published()
        for text in ["5.1", "5.08", "80.2", "80.1", "0.0508"] {
            #expect(!shown.wholeText.contains(text), "\(text) is shown")
        }
        let line = try #require(shown.pack.dashboard.first)
        #expect(line.latest?.figure.text == "[c]")
        #expect(line.rating == nil)
        #expect(line.change == nil)
        #expect(line.previous?.figure.text == "85.2%")
        #expect(shown.pack.claims.isEmpty)
        let known = try counted.published(for: .members)
        #expect(known.wholeText.contains("5.1"))
        #expect(known.pack.claims.count == 1)
    }

    @Test("What a choice costs is what the version hides in which it is made")
    func choices() throws {
        var counted = try CountedPack()
        counted.add("timely", unit: .percent)
        counted.pack.indicators[0].timescale = TimescaleRule(15, .workingDays, authority: .statutory)
        counted.add("deaths")
        let areas: [(Area.ID, Double, Double)] = [
            ("exampleton", 68, 77), ("north", 28, 30), ("south", 37, 44), ("west", 3, 3),
        ]
        for (area, inTime, cases) in areas {
            try counted.add(.fraction(numerator: inTime, denominator: cases), to: "timely", area: area)
        }
        try counted.add([("2026-05", 2), ("2026-06", 40)], to: "deaths")
        let choices = try counted.pack.release(for: .everyone).review.choices
        #expect(choices.map(\.choice) == ProtectedCounts.allCases)
        for cost in choices {
            counted.pack.indicators[0].protects = cost.choice
            let made = try counted.published()
            let hidden = (made.hides("timely") + made.hides("deaths")).count { $0 }
            #expect(cost.withheldFigures == hidden, "\(cost.choice)")
        }
        #expect(Set(choices.map(\.withheldFigures)).count == 2, "One hides more than the other.")
        #expect(try counted.pack.release(for: .everyone).review.choices.isEmpty, "The measure says what it protects.")
    }
}
