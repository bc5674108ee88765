import FamilyServicesKit
import TestSupport
import Testing

@Suite("Comparators")
struct ComparatorTests {
    private let neighbours: [Area.ID] = ["a", "b", "c", "d"]

    private func indicator(
        _ polarity: Polarity = .lowerIsBetter, unit: MeasurementUnit = .percent,
        _ accumulation: Accumulation = .period, targets: [Target] = []
    ) -> Indicator {
        Indicator(id: "i", title: "I", unit: unit, accumulation: accumulation, polarity: polarity, targets: targets)
    }

    private func figure(_ area: Area.ID, _ period: String, _ value: ObservedValue, access: Access = .unrestricted)
        throws
        -> Observation
    {
        Observation(indicator: "i", period: try ReportingPeriod(period), area: area, value: value, access: access)
    }

    private func summary(
        _ figures: [Observation], at period: String = "FY2024-25", _ statistic: ComparatorSummary.Statistic = .median,
        for subject: Indicator? = nil
    ) throws -> ComparatorSummary {
        ComparatorSummary(
            "Statistical neighbours", from: figures, of: neighbours, for: subject ?? indicator(),
            at: try ReportingPeriod(period), statistic: statistic)
    }

    @Test("Members without a value are left out and counted, for a median and for a mean")
    func leftOut() throws {
        let figures = try [
            figure("a", "FY2024-25", .value(10)), figure("b", "FY2024-25", .missing(.suppressed)),
            figure("c", "FY2024-25", .value(11)), figure("d", "FY2024-25", .value(18)),
            figure("e", "FY2024-25", .value(99)),
        ]
        let median = try summary(figures)
        #expect(median.value == 11)
        #expect(median.explanation == "Statistical neighbours: 11.0% (median of 3 of 4 that have a value).")
        #expect(try summary(figures, at: "FY2024-25", .mean).value == 13)
    }

    @Test("The middle of two values that lies on a half is rounded up, as it would be by hand")
    func ties() throws {
        for (low, high, expected) in [(12.3, 12.4, 12.4), (4.3, 4.4, 4.4), (1.1, 1.2, 1.2), (0.1, 0.2, 0.2)] {
            let figures = try [figure("a", "FY2024-25", .value(low)), figure("b", "FY2024-25", .value(high))]
            #expect(try summary(figures).rounded == expected)
            #expect(try summary(figures, at: "FY2024-25", .mean).rounded == expected)
        }
    }

    @Test("Without a value for the period the nearest one stands in, and is dated")
    func dated() throws {
        let figures = try [
            figure("a", "FY2021-22", .value(9)), figure("a", "FY2023-24", .value(12)),
            figure("a", "FY2024-25", .missing(.notYetAvailable)),
        ]
        let result = try summary(figures)
        #expect(result.value == 12)
        #expect(result.dating == "2023-24 shown for comparison with 2024-25")
        #expect(result.missingReason == .notYetAvailable)
        #expect(
            result.explanation
                == "Statistical neighbours: 12.0% (median of 1 of 4 that have a value); 2023-24 shown for comparison with "
                + "2024-25.")
        #expect(
            try summary(figures, at: "2024-06").dating
                == "Financial year 2023 to 2024 shown for comparison with June 2024")
    }

    @Test("A comparator never comes from after the period, however near")
    func neverLater() throws {
        let figures = try [figure("a", "FY2025-26", .value(2)), figure("a", "FY2018-19", .value(1))]
        #expect(try summary(figures).value == 1)
        #expect(try summary([figure("a", "FY2025-26", .value(2))]).value == nil)
    }

    @Test(
        "A month stands beside a year only where the length of the period does not matter",
        arguments: [
            (MeasurementUnit.percent, Accumulation.period, true), (.rate(per: 10_000), .period, false),
            (.count, .period, false), (.rate(per: 10_000), .snapshot, true),
            (.rate(per: 10_000), .rolling(months: 12), true), (.rate(per: 10_000), .rolling(months: 6), false),
            (.percent, .yearToDate, false), (.weeks, .period, true),
        ])
    func kinds(unit: MeasurementUnit, accumulation: Accumulation, stands: Bool) throws {
        let figures = try [figure("a", "FY2024-25", .value(10))]
        let result = try summary(figures, at: "2025-06", for: indicator(.neutral, unit: unit, accumulation))
        #expect((result.value != nil) == stands)
        if !stands { #expect(result.explanation.contains("no value to compare with June 2025")) }
    }

    @Test("A comparator is as restricted as the most restricted of its figures")
    func access() throws {
        let restricted = Access.restricted(under: "club")
        let figures = try [
            figure("a", "FY2024-25", .value(10)), figure("b", "FY2024-25", .value(11), access: restricted),
        ]
        #expect(try summary(figures).access == restricted)
    }

    @Test("The difference follows the polarity, and what prints the same is similar")
    func difference() throws {
        // Five councils whose median is 12.4 and that differ little.
        let councils: [Area.ID] = ["a", "b", "c", "d", "e"]
        let result = ComparatorSummary(
            "Statistical neighbours",
            from: try zip(councils, [12.2, 12.3, 12.4, 12.5, 12.6]).map { try figure($0, "FY2024-25", .value($1)) },
            of: councils, for: indicator(), at: try ReportingPeriod("FY2024-25"), statistic: .median)
        func verdict(_ value: Double, _ polarity: Polarity, _ targets: [Target] = []) -> ComparatorDifference.Verdict? {
            ComparatorDifference(of: .value(value), with: result, for: indicator(polarity, targets: targets))?.verdict
        }
        #expect(verdict(14.7, .lowerIsBetter) == .worse)
        #expect(verdict(14.7, .higherIsBetter) == .better)
        #expect(verdict(12.41, .higherIsBetter) == .similar)
        #expect(verdict(12.7, .higherIsBetter) == .noClearDifference)
        #expect(verdict(14.7, .neutral) == .notJudged)
        #expect(verdict(14.7, .inRange, [Target(.within(14...15))]) == .better)
        #expect(verdict(14.7, .inRange) == .notJudged)
        let worse = ComparatorDifference(of: .value(14.7), with: result, for: indicator())
        #expect(
            worse?.explanation == "2.3 percentage points above Statistical neighbours (12.4%), which is worse.")
        #expect(ComparatorDifference(of: .missing(.suppressed), with: result, for: indicator()) == nil)
    }

    @Test("Without other councils a difference has a size and no verdict; chance alone is believed where it says no")
    func withoutPeers() throws {
        let result = try summary([figure("a", "FY2024-25", .value(12.4))])
        func difference(_ value: ObservedValue) -> ComparatorDifference? {
            ComparatorDifference(of: value, with: result, for: indicator())
        }
        #expect(difference(.value(14.7))?.verdict == .sizeOnly)
        #expect(difference(.fraction(numerator: 6, denominator: 40))?.verdict == .noClearDifference)
        let beyond = try #require(difference(.fraction(numerator: 600, denominator: 2_000)))
        #expect(beyond.verdict == .sizeOnly)
        #expect(
            beyond.explanation.contains(
                "more than the counts explain, but how far councils usually differ is not known"))
    }

    @Test("Where counts are known, better and worse allow for chance and for the usual differences between councils")
    func counted() throws {
        let councils: [Area.ID] = ["a", "b", "c", "d", "e", "f"]
        func verdict(_ own: Double, _ parts: [Double]) throws -> ComparatorDifference.Verdict? {
            let figures = try zip(councils, parts).map {
                try figure($0, "FY2024-25", .fraction(numerator: $1, denominator: 2_000))
            }
            let result = ComparatorSummary(
                "Neighbours", from: figures, of: councils, for: indicator(), at: try ReportingPeriod("FY2024-25"),
                statistic: .median)
            return ComparatorDifference(
                of: .fraction(numerator: own, denominator: 2_000), with: result, for: indicator())?.verdict
        }
        let (alike, unlike) = ([400.0, 405, 395, 402, 398, 400], [250.0, 550, 320, 480, 400, 400])
        #expect(try verdict(500, alike) == .worse)
        #expect(try verdict(310, alike) == .better)
        #expect(try verdict(405, alike) == .noClearDifference)
        #expect(try verdict(500, unlike) == .noClearDifference)
    }

    @Test("The council's own figure of the comparator's period is set beside it, and every comparator is there")
    func ownThen() throws {
        var pack = try ReportPack.minimal()
        pack.manifest.period = try ReportingPeriod("FY2025-26")
        pack.manifest.areas += [
            .england, .statisticalNeighbours, Area(id: "club", title: "Benchmarking club", kind: .comparator),
        ]
        pack.indicators = [indicator()]
        pack.observations = try [
            figure("exampleton", "FY2024-25", .value(20)), figure("exampleton", "FY2025-26", .value(26)),
            figure("england", "FY2024-25", .value(21)), figure("statistical-neighbours", "FY2024-25", .value(22)),
            figure("club", "FY2025-26", .value(25)), figure("england", "FY2026-27", .value(99)),
        ]
        let found = pack.comparisons(of: try #require(pack.positions().first))
        #expect(found.map(\.summary.title) == ["Statistical neighbours", "Benchmarking club", "England"])
        #expect(found.map { $0.own.period.code } == ["FY2024-25", "FY2025-26", "FY2024-25"])
        #expect(found.map(\.isOwnOfAnotherPeriod) == [true, false, true])
        #expect(found.map { $0.difference?.size.value } == [-2, 1, -1])
        let dashboard = try #require(try pack.publish(for: .everyone).sections.first { $0.id == "dashboard" })
        let text = String(describing: dashboard)
        for words in ["England: 21.0%", "Statistical neighbours: 22.0%", "Benchmarking club: 25.0%", "ours then 20.0%"]
        {
            #expect(text.contains(words))
        }
    }

    @Test("Numbers of areas of different size are shown beside each other but not judged")
    func counts() throws {
        let subject = indicator(.lowerIsBetter, unit: .count)
        let result = try summary([figure("a", "FY2024-25", .value(400))], for: subject)
        #expect(ComparatorDifference(of: .value(90), with: result, for: subject)?.verdict == .notJudged)
    }

    @Test("A pack lists its comparators, neighbours first, published before computed")
    func pack() throws {
        var pack = try ReportPack.minimal()
        pack.manifest.areas += [
            .england, .outerLondon,
            Area(id: "sn", title: "Statistical neighbours", kind: .statisticalNeighbours, members: ["a", "b"]),
            Area(id: "club", title: "Benchmarking club", kind: .comparator, members: ["a"]),
        ]
        pack.indicators = [indicator()]
        pack.observations = try [
            figure("england", "2026-06", .value(20)), figure("a", "2026-06", .value(10)),
            figure("b", "2026-06", .value(13)), figure("club", "2026-06", .value(7)),
        ]
        let found = pack.comparators(for: "i", at: try ReportingPeriod("2026-06"))
        #expect(found.map(\.title) == ["Statistical neighbours", "Benchmarking club", "England"])
        #expect(found.map(\.statistic) == [.median, .published, .published])
        #expect(found.map(\.value) == [11.5, 7, 20])
        #expect(pack.comparators(for: "other", at: try ReportingPeriod("2026-06")).isEmpty)
    }
}

@Suite("Rank among areas", .slow)
struct ComparatorRankTests {
    private let day: CalendarDate

    init() throws { day = try CalendarDate(iso: "2026-03-31") }

    private func indicator(_ polarity: Polarity, _ targets: [Target] = []) -> Indicator {
        Indicator(id: "i", title: "I", unit: .percent, polarity: polarity, targets: targets)
    }

    private func rank(_ position: Int, _ values: [Double?], _ subject: Indicator) -> ComparatorRank? {
        ComparatorRank(
            of: position, among: values.map { $0.map { .value($0) } ?? .missing(.suppressed) }, for: subject, on: day)
    }

    @Test("Areas with the same value share the best place, and the places after them are left out")
    func ties() throws {
        let values: [Double?] = [10, 20, 20, nil, 40]
        let ranks = values.indices.map { rank($0, values, indicator(.lowerIsBetter))?.rank }
        #expect(ranks == [1, 2, 2, nil, 4])
        let second = try #require(rank(1, values, indicator(.lowerIsBetter)))
        #expect(second.explanation == "Joint 2nd of 4 (1st is best), in the second best quarter; 1 of 5 has no value.")
        #expect(rank(4, values, indicator(.higherIsBetter))?.rank == 1)
    }

    @Test("A measure that is not judged is ranked from the highest, and says so")
    func notJudged() throws {
        let result = try #require(rank(0, [10, 20, 30], indicator(.neutral)))
        #expect(result.explanation == "3rd of 3 (1st is highest).")
        #expect(result.quartile == nil)
    }

    @Test("Where a range is wanted the nearest to it is the best")
    func range() {
        let subject = indicator(.inRange, [Target(.within(12...16))])
        #expect([14.0, 9, 18, 13].indices.map { rank($0, [14.0, 9, 18, 13], subject)?.rank } == [1, 4, 3, 1])
    }

    @Test("Ranks agree with counting the better areas one by one, and quartiles never fall with rank")
    func properties() throws {
        var random = SeededGenerator()
        for _ in 0..<TestSize.count(80) {
            let count = Int.random(in: 1...40, using: &random)
            let values = (0..<count).map { _ in
                Int.random(in: 0..<8, using: &random) == 0 ? nil : Double(Int.random(in: 0...20, using: &random)) / 10
            }
            for polarity in [Polarity.higherIsBetter, .lowerIsBetter] {
                let ranks = values.indices.map { rank($0, values, indicator(polarity)) }
                for (position, value) in values.enumerated() {
                    let better = value.map { own in
                        values.count { other in
                            other.map { polarity == .higherIsBetter ? $0 > own : $0 < own } ?? false
                        }
                    }
                    #expect(ranks[position]?.rank == better.map { $0 + 1 }, "seed \(random.seed): \(values)")
                }
                let placed = ranks.compactMap(\.self).sorted { $0.rank < $1.rank }
                let quartiles = placed.compactMap(\.quartile)
                #expect(quartiles == quartiles.sorted(), "seed \(random.seed): \(values)")
                #expect(quartiles.isEmpty || quartiles.count == placed.count, "seed \(random.seed): \(values)")
            }
        }
    }
}
