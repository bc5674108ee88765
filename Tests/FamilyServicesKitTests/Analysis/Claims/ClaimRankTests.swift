import FamilyServicesKit
import TestSupport
import Testing

/// Sentences about the place of a council among others.
@Suite("Places among other councils, as sentences state them")
struct ClaimRankTests {
    /// A council with 84.4 and ten neighbours, three of which are lower; lower is better for days, which only five others have.
    private static func pack() throws -> ReportPack {
        var pack = try ReportPack.minimal()
        let period = try ReportingPeriod("2026-06")
        pack.manifest.period = period
        let others = try (1...10).map { try #require(Area.ID("n\($0)")) }
        pack.manifest.areas += others.map { Area(id: $0, title: "Neighbour \($0)", kind: .localAuthority) }
        pack.manifest.areas.append(
            Area(
                id: "statistical-neighbours", title: "Statistical neighbours", kind: .statisticalNeighbours,
                members: Array(others.prefix(5))))
        pack.indicators = [
            Indicator(id: "visits", title: "Visits in time", unit: .percent, decimals: 1, polarity: .higherIsBetter),
            Indicator(id: "days", title: "Days to a decision", unit: .days, polarity: .lowerIsBetter),
            Indicator(id: "rate", title: "Children in care", unit: .rate(per: 10_000), polarity: .neutral),
        ]
        func add(_ indicator: Indicator.ID, _ values: [Double], _ areas: [Area.ID]) {
            for (area, value) in zip(areas, values) {
                pack.observations.append(
                    Observation(indicator: indicator, period: period, area: area, value: .value(value)))
            }
        }
        let own = pack.manifest.area
        add("visits", [84.4, 88.1, 91.2, 84.0, 95.3, 79.9, 87.7, 90.5, 93.3, 82.4, 86.6], [own] + others)
        add("days", [20, 30, 20, 25, 10, 40], [own] + others)
        add("rate", [62.3, 71, 58.4, 66.2, 60.1, 75.5, 81.2, 69.9, 64, 72.3, 90.4], [own] + others)
        return pack
    }

    @Test(
        "are judged by the figures of the same period",
        arguments: [
            ("fourth lowest of 11", "visits", ClaimResult.Verdict.confirmed),
            ("fourth worst of the 11 councils", "visits", .confirmed), ("third lowest of 11", "visits", .contradicted),
            ("eighth highest of 11", "visits", .confirmed), ("ranked 8th of 11", "visits", .confirmed),
            ("ranked 4th of 11", "visits", .contradicted), ("in the top three of 11", "visits", .contradicted),
            ("in the bottom half of the 11 councils", "visits", .confirmed),
            ("in the top half of the 11 councils", "visits", .contradicted),
            ("lower than seven of the ten other councils", "visits", .confirmed),
            ("lower than six of the ten other councils", "visits", .contradicted),
            ("better than most councils", "visits", .contradicted), ("worse than most councils", "visits", .confirmed),
            // Two share the second place of six.
            ("second lowest of 6", "days", .confirmed), ("third best of 6 councils", "days", .confirmed),
            ("fourth lowest of 6", "days", .contradicted), ("third lowest of 11", "rate", .confirmed),
            ("ninth highest of the 11 councils", "rate", .confirmed),
            // Nobody says among whom, or the pack knows of others.
            ("third best of 11", "rate", .notCheckable), ("third lowest of 152", "rate", .notCheckable),
            ("lowest of its neighbours", "rate", .contradicted),
            ("third lowest of its five neighbours", "rate", .confirmed),
        ])
    func judged(stated: String, indicator: String, verdict: ClaimResult.Verdict) throws {
        let claim = Claim(
            id: "c", statement: "It is \(stated).", kind: .comparison, stated: StatedFigure(stated),
            figures: [try FigureReference("\(indicator)@2026-06")])
        let result = try Self.pack().check(claim)
        #expect(result.verdict == verdict, "\(result.sentence)")
    }

    @Test(
        "A true comparison of two areas says where their figures are of different times, or numbers",
        arguments: [
            ("visits@2026-06/n1", "2026-06", nil),
            ("visits@2026-05/n1", "2026-05", "of different times: June 2026 and May 2026"),
            ("cases@2026-06/n1", "2026-06", "the two areas may differ in size"),
        ])
    func unlike(other: String, month: String, note: String?) throws {
        var pack = try Self.pack()
        let indicator: Indicator.ID = other.hasPrefix("cases") ? "cases" : "visits"
        pack.indicators.append(Indicator(id: "cases", title: "Cases", unit: .count, polarity: .neutral))
        for (area, value) in [(pack.manifest.area, 10.0), ("n1", 20)] where indicator == "cases" {
            pack.observations.append(
                Observation(
                    indicator: "cases", period: try ReportingPeriod("2026-06"), area: area, value: .value(value)))
        }
        pack.observations.append(
            Observation(
                indicator: "visits", period: try ReportingPeriod("2026-05"), area: "n1", value: .value(90)))
        let claim = Claim(
            id: "c", statement: "It is lower.", kind: .comparison, stated: StatedFigure("lower"),
            figures: [try FigureReference("\(indicator)@2026-06")], comparedWith: try FigureReference(other))
        let result = pack.check(claim)
        #expect(result.verdict == .confirmed)
        #expect(note.map(result.sentence.contains) ?? result.sentence.hasSuffix("as stated."), "\(result.sentence)")
    }

    @Test("hold for every place of every council, and for no other", arguments: 1...11)
    func everyPlace(place: Int) throws {
        var pack = try Self.pack()
        let own = pack.manifest.area
        // The council takes the place that is asked for: as many others are lower as come before it.
        for (index, observation) in pack.observations.enumerated() where observation.indicator == "visits" {
            let others = pack.observations.filter { $0.indicator == "visits" && $0.area != own }.map(\.area)
            let rank = others.firstIndex(of: observation.area).map { $0 + 1 < place ? $0 + 1 : $0 + 2 } ?? place
            pack.observations[index].value = .value(Double(rank))
        }
        for stated in 1...11 {
            let claim = Claim(
                id: "c", statement: "A place.", kind: .comparison,
                stated: StatedFigure(
                    "\(stated)\(stated == 1 ? "st" : stated == 2 ? "nd" : stated == 3 ? "rd" : "th") lowest of 11"),
                figures: [try FigureReference("visits@2026-06")])
            #expect(pack.check(claim).verdict == (stated == place ? .confirmed : .contradicted))
        }
    }
}
