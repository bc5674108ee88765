import FamilyServicesKit
import Testing

@Suite("Small numbers in whole packs: what follows from other figures")
struct PackRelationTests {
    /// One indicator split by age, by default with a total; categories that are `nil` are not there.
    private func split(
        _ total: Double?, _ parts: [Double?], breakdown: Breakdown? = nil
    ) throws -> CountedPack {
        var counted = try CountedPack()
        if let breakdown { counted.pack.breakdowns = [breakdown] }
        counted.add("plans", breakdown: counted.pack.breakdowns[0].id)
        if let total { try counted.add(.value(total), to: "plans") }
        for (category, part) in zip(counted.pack.breakdowns[0].categories, parts) {
            if let part { try counted.add(.value(part), to: "plans", category: category.id) }
        }
        return counted
    }

    @Test("A small category takes another or the total with it; zeros and the rest stay")
    func categories() throws {
        let shown = try split(63, [3, 20, 40]).published().hides("plans")
        #expect(shown[1])
        #expect(shown.count(where: { $0 }) == 2)
        #expect(try split(60, [0, 20, 40]).published().hides("plans") == [false, false, false, false])
        #expect(try split(nil, [3, 20, 40]).published().hides("plans") == [true, false, false])
    }

    @Test("A small category that somebody left out cannot be worked out from the total")
    func categoryLeftOut() throws {
        #expect(try split(63, [nil, 20, 40]).published().hides("plans").contains(true))
        #expect(try split(83, [nil, 20, 40]).published().hides("plans") == [false, false, false])
    }

    @Test(
        "Where a symbol says that there was nobody, readers count nobody, in groups, places and months",
        arguments: [MissingReason.noneRecorded, .notApplicable])
    func nobody(_ reason: MissingReason) throws {
        var groups = try split(26, [5, nil, 21])
        try groups.add(.missing(reason), to: "plans", category: "5-to-9")
        #expect(try groups.published().hides("plans").count(where: { $0 }) == 2)

        var places = try CountedPack()
        places.add("plans")
        try places.add(.value(26), to: "plans")
        for (place, value) in [("north", ObservedValue.value(5)), ("south", .missing(reason)), ("west", .value(21))] {
            try places.add(value, to: "plans", area: .init(stringLiteral: place))
        }
        #expect(try places.published().hides("plans").count(where: { $0 }) == 2)

        var months = try CountedPack()
        months.add("plans")
        try months.add([("FY2026-27-Q1", 26), ("2026-04", 5), ("2026-06", 21)], to: "plans")
        try months.add(.missing(reason), to: "plans", "2026-05")
        #expect(try months.published().hides("plans").count(where: { $0 }) == 2)
    }

    @Test("Where the total has more than the others, the symbol did not say that there was nobody")
    func somebodyAfterAll() throws {
        var few = try split(29, [7, nil, 19])
        try few.add(.missing(.notApplicable), to: "plans", category: "5-to-9")
        #expect(try few.published().hides("plans").contains(true))
        var many = try split(46, [7, nil, 19])
        try many.add(.missing(.notApplicable), to: "plans", category: "5-to-9")
        #expect(try !many.published().hides("plans").contains(true))
    }

    @Test("Categories of categories, also where the one between is not there")
    func nested() throws {
        let breakdown = Breakdown(
            id: "place", title: "Placement",
            categories: [
                .init(id: "foster", title: "Foster"), .init(id: "own", title: "Own", parent: "foster"),
                .init(id: "agency", title: "Agency", parent: "foster"), .init(id: "home", title: "Home"),
                .init(id: "all", title: "All"),
            ], total: "all")
        let all = try split(90, [60, 3, 57, 30, 90], breakdown: breakdown).published().hides("plans")
        #expect(all[2])
        #expect(all.count(where: { $0 }) >= 2)
        // Of all, the own foster homes are what neither agencies nor children's homes have.
        let gap = try split(90, [nil, 3, 57, 30, 90], breakdown: breakdown).published().hides("plans")
        #expect(gap[1])
        #expect(gap.count(where: { $0 }) >= 2)
        let smallBetween = try split(34, [4, 0, 4, 30, 34], breakdown: breakdown).published().hides("plans")
        #expect(Array(smallBetween[1...3]) == [true, false, true])
        #expect(smallBetween[4] || (smallBetween[0] && smallBetween[5]))
    }

    @Test("Localities and the council, also where a locality is left out")
    func localities() throws {
        func hidden(_ places: [(Area.ID, Double)]) throws -> [Bool] {
            var counted = try CountedPack()
            counted.add("plans")
            for (area, count) in places { try counted.add(.value(count), to: "plans", area: area) }
            return try counted.published().hides("plans")
        }
        let all = try hidden([("exampleton", 63), ("north", 3), ("south", 20), ("west", 40)])
        #expect(all[1])
        #expect(all.count(where: { $0 }) == 2)
        #expect(try hidden([("exampleton", 63), ("north", 23), ("west", 38)]).contains(true))
        #expect(try hidden([("exampleton", 63), ("north", 23), ("west", 20)]) == [false, false, false])
    }

    @Test("A few children of several ages who all live in one place are hidden everywhere")
    func onePlace() throws {
        var counted = try split(3, [2, 1, 0])
        for (area, count) in [("north", 0.0), ("south", 3), ("west", 0)] {
            try counted.add(.value(count), to: "plans", area: .init(stringLiteral: area))
        }
        #expect(try counted.published().hides("plans") == [true, true, true, false, false, true, false])
    }

    @Test("Three months and their quarter, also where a month is left out")
    func quarter() throws {
        func hidden(_ counts: [(String, Double)]) throws -> [Bool] {
            var counted = try CountedPack()
            counted.add("plans")
            try counted.add(counts, to: "plans")
            return try counted.published().hides("plans")
        }
        let all = try hidden([("2026-04", 3), ("2026-05", 20), ("2026-06", 30), ("FY2026-27-Q1", 53)])
        #expect(all[0])
        #expect(all.count(where: { $0 }) == 2)
        #expect(try hidden([("2026-05", 20), ("2026-06", 30), ("FY2026-27-Q1", 53)]).contains(true))
        #expect(try hidden([("2026-04", 3), ("2026-05", 20), ("2026-06", 30)]) == [true, false, false])
    }

    @Test("What a month adds to a year to date, its rest too, and not across years")
    func yearToDate() throws {
        var counted = try CountedPack()
        counted.add("plans", accumulation: .yearToDate)
        try counted.add([("2026-03", 400), ("2026-04", 40), ("2026-05", 42), ("2026-06", 60)], to: "plans")
        let hidden = try counted.published().hides("plans")
        #expect(!hidden[0])
        #expect(hidden[1] || hidden[2])
        // Thirty more in time of thirty-two more: two were late.
        var shares = try CountedPack()
        shares.add("timely", unit: .percent, accumulation: .yearToDate)
        try shares.add(.fraction(numerator: 30, denominator: 40), to: "timely", "2026-04")
        try shares.add(.fraction(numerator: 60, denominator: 72), to: "timely", "2026-05")
        #expect(try shares.published().hides("timely").contains(true))
    }

    @Test("The end of a quarter and of its last month are one count")
    func sameDay() throws {
        var counted = try CountedPack()
        counted.add("open", accumulation: .snapshot, breakdown: "age")
        for period in ["2026-06", "FY2026-27-Q1", "2026-06-30"] {
            try counted.add(.value(63), to: "open", period)
            for (category, count) in [("under-5", 3.0), ("5-to-9", 20), ("10-plus", 40)] {
                try counted.add(.value(count), to: "open", period, category: .init(category))
            }
        }
        let hidden = try counted.published().hides("open")
        #expect(hidden[1])
        // A figure is safe only where none of its three names shows the number.
        let months = (0..<4).map { position in hidden[position] && hidden[position + 4] && hidden[position + 8] }
        #expect(months.count(where: { $0 }) == 2)
    }

    @Test("A figure that the report before shows is hidden in both")
    func previousPack() throws {
        var before = try split(63, [3, 20, 40])
        before.pack.manifest.title = "The report before"
        var counted = try split(80, [20, 20, 40])
        for index in counted.pack.observations.indices {
            counted.pack.observations[index].period = try ReportingPeriod("2026-07")
        }
        counted.pack.manifest.period = try ReportingPeriod("2026-07")
        // One of last month's figures is printed again.
        try counted.add(.value(3), to: "plans", category: "under-5")
        let publication = try counted.published(previous: before.pack)
        #expect(publication.hides("plans") == [false, false, false, false, true])
        let changes = publication.sections.filter { $0.id == "changes" }
        #expect(!String(describing: changes).contains("number(3.0"))
    }

    @Test("Indicators that count the numerator or the denominator of a share go with it")
    func ties() throws {
        var counted = try CountedPack()
        counted.add("all")
        counted.add("seen")
        counted.add("share", unit: .percent, ties: CountTies(numerator: "seen", denominator: "all"))
        try counted.add(.value(61), to: "all")
        try counted.add(.value(58), to: "seen")
        try counted.add(.value(95), to: "share")
        let publication = try counted.published()
        // Three were not seen: two of the three figures would say so.
        let hidden = ["all", "seen", "share"].map { publication.hides($0) == [true] }
        #expect(hidden[2])
        #expect(hidden[0] || hidden[1])
    }

    @Test("A rounded percentage stands for the numerator that is reported beside it")
    func roundedShare() throws {
        var counted = try CountedPack()
        counted.add("all")
        counted.add("seen")
        counted.add("share", unit: .percent, ties: CountTies(numerator: "seen", denominator: "all"))
        try counted.add(.value(1_000), to: "all")
        try counted.add(.value(5), to: "seen")
        // 1% of 1,000 is 10; but 5 is what it was rounded from, and 1% beside a hidden count says that it is 5 or more.
        try counted.add(.value(1), to: "share")
        let publication = try counted.published()
        #expect(publication.hides("seen") == [true])
        #expect(publication.hides("share") == [true])
    }

    @Test("Shares by category of all children, as counted by an indicator that is not split")
    func sharesOfAll() throws {
        var counted = try CountedPack()
        counted.add("all")
        counted.add("by-age", unit: .percent, ties: CountTies(denominator: "all"), breakdown: "age")
        try counted.add(.value(88), to: "all")
        for (category, percent) in [("under-5", 3.4), ("5-to-9", 46.6), ("10-plus", 50)] {
            try counted.add(.value(percent), to: "by-age", category: .init(category))
        }
        let publication = try counted.published()
        #expect(publication.hides("by-age")[0])
        #expect(publication.hides("by-age").count(where: { $0 }) >= 2)
    }

    @Test("Indicators that are parts of another")
    func parts() throws {
        var counted = try CountedPack()
        counted.add("all", ties: CountTies(parts: ["girls", "boys"]))
        counted.add("girls")
        counted.add("boys")
        try counted.add(.value(43), to: "all")
        try counted.add(.value(3), to: "girls")
        try counted.add(.value(40), to: "boys")
        let publication = try counted.published()
        #expect(publication.hides("girls") == [true])
        #expect(publication.hides("boys") == [true] || publication.hides("all") == [true])
    }

    @Test("A share of the whole in each category: its whole is named by every other category")
    func sharesOfOneWhole() throws {
        var counted = try CountedPack()
        counted.add("by-age", unit: .percent, breakdown: "age")
        try counted.add(.fraction(numerator: 63, denominator: 63), to: "by-age")
        for (category, count) in [("under-5", 3.0), ("5-to-9", 20), ("10-plus", 40)] {
            try counted.add(.fraction(numerator: count, denominator: 63), to: "by-age", category: .init(category))
        }
        let hidden = try counted.published().hides("by-age")
        #expect(hidden[1])
        // Hiding the total alone would not do: the others say what they are out of.
        #expect(hidden[2] || hidden[3])
    }

    @Test("An exempt figure cannot be worked out from a public total")
    func exempt() throws {
        var counted = try split(1_863, [])
        try counted.add(.value(903), to: "plans", category: "under-5", access: .exempt([.individual]))
        try counted.add(.value(920), to: "plans", category: "5-to-9")
        try counted.add(.value(40), to: "plans", category: "10-plus")
        let publication = try counted.published()
        #expect(publication.pack.observations.count == 3)
        #expect(publication.hides("plans").contains(true))
        #expect(try counted.published(for: .members).hides("plans").count == 4)
    }

    @Test("Where nothing may be hidden that would help, nothing is published, and the message says what to merge")
    func cannotProtect() throws {
        var counted = try split(nil, [3, 20, 0])
        counted.pack.manifest.areas.append(.england)
        counted.pack.indicators[0].breakdown = nil
        counted.pack.observations = []
        counted.add("national", ties: CountTies(parts: ["plans", "others"]))
        counted.add("others")
        for (indicator, count) in [("national", 1_003.0), ("others", 1_000), ("plans", 3)] {
            try counted.add(.value(count), to: .init(stringLiteral: indicator), area: "england")
        }
        let policy = try SmallNumberPolicy(.suppress(upTo: 5), level: .belowNational)
        #expect(try counted.published(policy).hides("plans") == [false])
        try counted.add(.value(3), to: "plans")
        try counted.add(.value(0), to: "others")
        try counted.add(.value(3), to: "national")
        let published = try counted.published(policy)
        #expect(published.hides("plans") == [false, true])
        #expect(published.hides("national") == [false, true])
    }

    @Test("With rounding, values follow from rounded counts, and counts of 1 to 7 are masked")
    func rounding() throws {
        var counted = try CountedPack()
        counted.add("plans")
        counted.add("timely", unit: .percent)
        try counted.add([("2026-04", 7), ("2026-05", 8), ("2026-06", 63), ("2026-03", 0)], to: "plans")
        try counted.add(.fraction(numerator: 43, denominator: 62), to: "timely", "2026-05")
        try counted.add(.fraction(numerator: 6, denominator: 62), to: "timely")
        let publication = try counted.published(.roundToFive)
        #expect(publication.values(of: "plans") == [nil, .value(10), .value(65), .value(0)])
        #expect(publication.values(of: "timely") == [.fraction(numerator: 45, denominator: 60), nil])
        #expect(publication.releaseNote.roundedFigures == 4)
    }

    @Test("How many cases of timeliness there were in all stays, while three values stay possible in each place")
    func headlines() throws {
        func hidesTotal(_ places: [Double], hasTimescale: Bool = true) throws -> Bool {
            var counted = try CountedPack()
            counted.add("m", unit: .percent)
            if hasTimescale {
                counted.pack.indicators[0].timescale = TimescaleRule(15, .workingDays, authority: .statutory)
            }
            let total = places.reduce(0, +)
            try counted.add(.fraction(numerator: total, denominator: total), to: "m")
            for (place, cases) in zip(["north", "south", "west"] as [Area.ID], places) {
                try counted.add(.fraction(numerator: cases, denominator: cases), to: "m", area: place)
            }
            return try counted.published().hides("m")[0]
        }
        #expect(try !hidesTotal([3, 2, 1]), "1 to 4 in each")
        #expect(try hidesTotal([3, 2, 1], hasTimescale: false), "1 to 5 in each is promised")
        #expect(try !hidesTotal([2, 2, 20]))
    }
}
