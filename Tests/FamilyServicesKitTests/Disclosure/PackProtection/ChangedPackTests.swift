import FamilyServicesKit
import Testing

@Suite("Small numbers in whole packs: one release after another, where names and groups have changed")
struct ChangedPackTests {
    private func pack(
        _ counts: [(String, Double)], as id: Indicator.ID = "missing", title: String = "Children missing from care"
    ) throws -> ReportPack {
        var counted = try CountedPack()
        counted.add(id)
        counted.pack.indicators[0].title = title
        try counted.add(counts, to: id)
        counted.pack.manifest.period = try ReportingPeriod("2026-03")
        return counted.pack
    }

    @Test("A measure with another identifier is the same measure where its title is the same")
    func renamed() throws {
        let first = try pack([("2026-01", 3), ("2026-02", 20)])
        let second = try pack([("2026-03", 25), ("FY2025-26-Q4", 48)], as: "gone-missing")
        let shown = try second.publish(for: .everyone, options: .init(previous: first)).hides("gone-missing")
        #expect(shown.contains(true))
    }

    @Test("And where its title is not the same, but all figures that both have are")
    func renamedAltogether() throws {
        let last: [(String, Double)] = [("2025-10", 9), ("2025-11", 12), ("2025-12", 14)]
        let first = try pack(last + [("2026-01", 3), ("2026-02", 20)])
        func shown(_ figures: [(String, Double)]) throws -> [Bool] {
            let second = try pack(
                figures + [("2026-03", 25), ("FY2025-26-Q4", 48)], as: "episodes", title: "Episodes of absence")
            return try second.publish(for: .everyone, options: .init(previous: first)).hides("episodes")
        }
        #expect(try shown(last).contains(true))
        // Another measure, which happens to be as many twice.
        #expect(try !shown([("2025-10", 9), ("2025-11", 12), ("2025-12", 15)]).contains(true))
    }

    /// The place or group that goes with a small one of three, and the third.
    private func companion<ID>(_ hides: [Bool], _ names: (ID, ID)) throws -> (kept: ID, other: ID) {
        try #require(hides[2] && hides.count(where: { $0 }) == 2)
        return hides[1] ? (names.0, names.1) : (names.1, names.0)
    }

    @Test("Places that became one add up as they did before")
    func mergedPlaces() throws {
        let values: [Area.ID: Double] = ["north": 20, "south": 3, "west": 37]
        var first = try CountedPack()
        first.add("plans")
        try first.add(.value(60), to: "plans")
        for place: Area.ID in ["north", "south", "west"] {
            try first.add(.value(values[place] ?? 0), to: "plans", area: place)
        }
        let (kept, other): (Area.ID, Area.ID) = try companion(first.published().hides("plans"), ("north", "west"))
        var second = try CountedPack()
        second.add("plans")
        second.pack.manifest.areas = [
            Area(id: "exampleton", title: "Exampleton", kind: .localAuthority, members: [kept, "both"]),
            Area(id: kept, title: kept.text, kind: .locality),
            Area(id: "both", title: "South and \(other.text)", kind: .locality),
        ]
        try second.add(.value(60), to: "plans")
        try second.add(.value(values[kept] ?? 0), to: "plans", area: kept)
        try second.add(.value(3 + (values[other] ?? 0)), to: "plans", area: "both")
        // The place that was hidden for the sake of the small one would be all less the two that are one now.
        let shown = try second.published(previous: first.pack).hides("plans")
        #expect(shown[1] && shown.count(where: { $0 }) == 2)
    }

    @Test("So do groups")
    func mergedGroups() throws {
        let values: [Breakdown.Category.ID: Double] = ["under-5": 20, "5-to-9": 3, "10-plus": 37]
        var first = try CountedPack()
        first.add("plans", breakdown: "age")
        try first.add(.value(60), to: "plans")
        for group in first.pack.breakdowns[0].categories {
            try first.add(.value(values[group.id] ?? 0), to: "plans", category: group.id)
        }
        let (kept, other): (Breakdown.Category.ID, Breakdown.Category.ID) = try companion(
            first.published().hides("plans"), ("under-5", "10-plus"))
        var second = try CountedPack()
        second.add("plans", breakdown: "age")
        let title = try #require(first.pack.breakdowns[0].categories.first { $0.id == kept }).title
        second.pack.breakdowns = [
            Breakdown(
                id: "age", title: "Age",
                categories: [.init(id: kept, title: title), .init(id: "others", title: "All others")])
        ]
        try second.add(.value(60), to: "plans")
        try second.add(.value(values[kept] ?? 0), to: "plans", category: kept)
        try second.add(.value(3 + (values[other] ?? 0)), to: "plans", category: "others")
        let shown = try second.published(previous: first.pack).hides("plans")
        #expect(shown[1] && shown.count(where: { $0 }) == 2)
    }

    @Test("What no revision has changed is the same count in both releases, also where it is no figure")
    func revisedTogether() throws {
        func released(april: Double) throws -> CountedPack {
            var counted = try CountedPack()
            counted.add("starts")
            counted.add("starts-so-far", accumulation: .yearToDate, ties: CountTies(yearToDateOf: "starts"))
            try counted.add([("2026-04", april), ("2026-07", 5)], to: "starts")
            try counted.add(
                [("2026-04", april), ("2026-06", april + 9), ("2026-07", april + 14)], to: "starts-so-far")
            return counted
        }
        let first = try released(april: 9)
        let before = try first.published().hides("starts-so-far")
        let now = try released(april: 12).published(previous: first.pack).hides("starts-so-far")
        // Three more in April are three more in June and July: a year to date that was shown then tells the one of now.
        #expect((before[1] && now[1]) || (before[2] && now[2]))
    }

    @Test("The category for all and a figure without a category are one count, also in different periods")
    func totalByTwoNames() throws {
        var counted = try CountedPack()
        counted.pack.breakdowns = [
            Breakdown(
                id: "age", title: "Age",
                categories: [
                    .init(id: "young", title: "Young"), .init(id: "old", title: "Old"), .init(id: "all", title: "All"),
                ],
                total: "all")
        ]
        counted.add("plans", breakdown: "age")
        try counted.add(.value(48), to: "plans", "FY2025-26-Q4")
        for (month, count) in [("2026-01", 20.0), ("2026-02", 25), ("2026-03", 3)] {
            try counted.add(.value(count), to: "plans", month, category: "all")
        }
        let shown = try counted.published().hides("plans")
        #expect(shown[3] && shown.count(where: { $0 }) == 2)
    }

    @Test("A total of timeliness that a report showed above small teams does not stand in the way of the next report")
    func headlineShownBefore() throws {
        var first = try CountedPack()
        first.pack.breakdowns = [
            Breakdown(
                id: "team", title: "Team",
                categories: (["a", "b", "c", "d", "e", "f"] as [Breakdown.Category.ID]).map {
                    .init(id: $0, title: "Team \($0.text)")
                })
        ]
        first.add("assessed", unit: .percent, breakdown: "team")
        first.pack.indicators[0].timescale = TimescaleRule(20, .workingDays)
        func add(_ cases: [Double], _ month: String, to counted: inout CountedPack) throws {
            let all = cases.reduce(0, +)
            try counted.add(.fraction(numerator: all - 1, denominator: all), to: "assessed", month)
            for (category, count) in zip(counted.pack.breakdowns[0].categories, cases) {
                let value = ObservedValue.fraction(
                    numerator: category.id == "a" ? count - 1 : count, denominator: count)
                try counted.add(value, to: "assessed", month, category: category.id)
            }
        }
        // Each team has one at least, so that none has more than four of the nine.
        try add([1, 2, 1, 2, 2, 1], "2026-05", to: &first)
        #expect(try first.published().hides("assessed") == [false] + [Bool](repeating: true, count: 6))
        var second = first
        try add([1, 2, 1, 2, 2, 2], "2026-06", to: &second)
        let shown = try second.published(previous: first.pack).hides("assessed")
        #expect(shown[0] == false && shown[7] == false && shown.count(where: { $0 }) == 12)
    }
}
