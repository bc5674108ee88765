import FamilyServicesKit
import Testing

@Suite("Small numbers in whole packs: sums over time")
struct PeriodRelationTests {
    /// Which figures of one measure of children show no number.
    private func hidden(_ counts: [(String, Double)], _ accumulation: Accumulation = .period) throws -> [Bool] {
        var counted = try CountedPack()
        counted.add("plans", accumulation: accumulation)
        try counted.add(counts, to: "plans")
        return try counted.published().hides("plans")
    }

    @Test("What is left of a share in a time is never below 0, also where no figure says how much it is")
    func restsBetweenFigures() throws {
        var counted = try CountedPack()
        counted.add("seen", unit: .percent)
        // In the year 28 were not seen: 26 in the first two terms, so that it was 2 at the most in the last.
        let counts = [
            ("AY2024-25", 15.0, 43.0), ("2024-09-01/2024-12-31", 0, 20), ("2025-01-06/2025-04-04", 0, 6),
            ("2025-04-19/2025-08-31", 13, 14),
        ]
        for (period, part, whole) in counts {
            try counted.add(.fraction(numerator: part, denominator: whole), to: "seen", period)
        }
        #expect(try counted.published().hides("seen") == [true, false, false, true])
    }

    @Test(
        "Whatever mixture of periods is published, a small one does not follow from the others",
        arguments: [
            [("FY2024-25-Q4", 12.0), ("FY2025-26-Q1", 3), ("FY2025-26-Q2", 14), ("FY2025-26-Q3", 17), ("2025", 46)],
            [("2025-04-01/2025-09-30", 3), ("2025-10-01/2026-03-31", 17), ("FY2025-26", 20)],
            [("FY2025-26-Q1", 12), ("FY2025-26-Q2", 3), ("FY2025-26-Q3", 14), ("2025-04-01/2025-12-31", 29)],
            [
                ("FY2025-26-Q1", 3), ("FY2025-26-Q2", 14), ("2025-10", 10), ("2025-11", 11), ("2025-12", 12),
                ("2026-01", 13),
                ("2026-02", 14), ("2026-03", 15), ("FY2025-26", 92),
            ],
            [("FY2023-24", 12), ("FY2024-25", 3), ("2023-04-01/2025-03-31", 15)],
            // Three terms and their year.
            [
                ("2024-09-01/2024-12-31", 30), ("2025-01-01/2025-04-13", 3), ("2025-04-14/2025-08-31", 25),
                ("AY2024-25", 58),
            ],
            // The same three months by two names.
            [("2025-04", 3), ("2025-05", 20), ("2025-06", 30), ("2025-04-01/2025-06-30", 53)],
        ])
    func mixtures(_ counts: [(String, Double)]) throws {
        let shown = try hidden(counts)
        let small = try #require(counts.firstIndex { (1...5).contains($0.1) })
        #expect(shown[small])
        #expect(shown.count(where: { $0 }) == 2)
    }

    @Test("What lies between the end of a financial and the end of a calendar year is small, and printed nowhere")
    func betweenYears() throws {
        // January to March 2026 is 3: the financial year less April to December.
        #expect(try hidden([("FY2025-26", 40), ("2025-04-01/2025-12-31", 37)]).contains(true))
        #expect(try hidden([("FY2025-26", 40), ("2025-04-01/2025-12-31", 30)]) == [false, false])
        #expect(try hidden([("FY2025-26", 40), ("2025", 43)]) == [false, false])
    }

    @Test("A year to date in October less the one at the end of the second quarter is October")
    func runningTotals() throws {
        let counts = [("FY2025-26-Q1", 10.0), ("FY2025-26-Q2", 20), ("2025-10", 23)]
        #expect(try hidden(counts, .yearToDate).contains(true))
        #expect(try hidden([("2025-10", 23), ("2025-11", 25), ("2025-12", 25)], .yearToDate).contains(true))
    }

    @Test("A month and a year to date that are two measures of one thing, where the pack says so or every month agrees")
    func monthAndYearToDate() throws {
        func hidden(_ ties: CountTies?) throws -> [Bool] {
            var counted = try CountedPack()
            counted.add("adopted")
            counted.add("adopted-ytd", accumulation: .yearToDate, ties: ties)
            try counted.add([("2025-04", 12), ("2025-05", 6), ("2025-06", 14)], to: "adopted")
            try counted.add([("2025-04", 12), ("2025-05", 18), ("2025-06", 32)], to: "adopted-ytd")
            counted.pack.observations[1].value = .value(3)
            counted.pack.observations[4].value = .value(15)
            counted.pack.observations[5].value = .value(29)
            let publication = try counted.published()
            return publication.hides("adopted") + publication.hides("adopted-ytd")
        }
        for tied in [try hidden(CountTies(yearToDateOf: "adopted")), try hidden(nil)] {
            #expect(tied[1])
            // May is what the years to date differ by, and what April leaves of the two months, and June of the three.
            #expect(tied[3] || tied[4])
            #expect(tied[0] || tied[4])
            #expect(tied[2] || tied[3] || tied[5])
        }
    }

    @Test("A rolling year of the measure that counts the months")
    func rolling() throws {
        var counted = try CountedPack()
        counted.add("months")
        counted.add("year", accumulation: .rolling(months: 3), ties: CountTies(yearToDateOf: "months"))
        try counted.add([("2025-04", 12), ("2025-05", 3), ("2025-06", 14)], to: "months")
        try counted.add([("2025-06", 29)], to: "year")
        let publication = try counted.published()
        #expect(publication.hides("months")[1])
        #expect((publication.hides("months") + publication.hides("year")).count(where: { $0 }) == 2)
    }

    @Test("A tie holds under every name of its day")
    func tiesByDay() throws {
        var counted = try CountedPack()
        counted.add("all", accumulation: .snapshot, ties: CountTies(parts: ["a", "b", "c"]))
        for id: Indicator.ID in ["a", "b", "c"] { counted.add(id, accumulation: .snapshot) }
        counted.add(
            "share-b", unit: .percent, accumulation: .snapshot, ties: CountTies(numerator: "b", denominator: "all"))
        for (id, count) in [("all", 44.0), ("a", 3), ("b", 20), ("c", 21)] {
            try counted.add(.value(count), to: .init(stringLiteral: id), "2026-03-31")
        }
        try counted.add(.fraction(numerator: 20, denominator: 44), to: "share-b", "2026-03")
        let publication = try counted.published()
        #expect(publication.hides("a") == [true])
        #expect(publication.hides("c") == [true] || publication.hides("share-b") == [true])
    }

    @Test("A tie makes the count that the other measure has no figure for")
    func tiesWithoutFigure() throws {
        var counted = try CountedPack()
        counted.add("late")
        counted.add("late-share", unit: .percent, ties: CountTies(numerator: "late"))
        try counted.add([("2026-01", 9), ("2026-02", 3), ("2026-03", 12)], to: "late")
        try counted.add(.fraction(numerator: 24, denominator: 90), to: "late-share", "FY2025-26-Q4")
        let publication = try counted.published()
        #expect(publication.hides("late")[1])
        #expect((publication.hides("late") + publication.hides("late-share")).count(where: { $0 }) == 2)
        // The whole of the ages is what the other measure is out of.
        var split = try CountedPack()
        split.add("cic", accumulation: .snapshot, breakdown: "age")
        split.add("seen", unit: .percent, accumulation: .snapshot, ties: CountTies(denominator: "cic"))
        for (category, count) in [("under-5", 3.0), ("5-to-9", 20), ("10-plus", 21)] {
            try split.add(.value(count), to: "cic", category: .init(category))
        }
        try split.add(.fraction(numerator: 30, denominator: 44), to: "seen")
        let second = try split.published()
        #expect(second.hides("cic")[0])
        #expect((second.hides("cic") + second.hides("seen")).count(where: { $0 }) == 2)
    }

    @Test("Children who answer are children, whatever part of the service they are asked about")
    func respondents() throws {
        var counted = try CountedPack()
        counted.add("heard", unit: .percent, respondents: .children, service: .quality)
        counted.add("practice", unit: .percent, service: .quality)
        try counted.add(.fraction(numerator: 1, denominator: 2), to: "heard")
        try counted.add(.fraction(numerator: 1, denominator: 2), to: "practice")
        let publication = try counted.published()
        #expect(publication.hides("heard") == [true])
        #expect(publication.hides("practice") == [false])
    }

    @Test("How many were late is protected where the pack says so, and not by itself for timeliness")
    func lateOnes() throws {
        func hides(_ protects: ProtectedCounts?, hasTimescale: Bool, _ part: Double = 58, of whole: Double = 61) throws
            -> Bool
        {
            var counted = try CountedPack()
            counted.add("timely", unit: .percent, protects: protects)
            if hasTimescale {
                counted.pack.indicators[0].timescale = TimescaleRule(45, .workingDays)
            }
            try counted.add(.fraction(numerator: part, denominator: whole), to: "timely")
            return try counted.published().hides("timely") == [true]
        }
        #expect(try hides(nil, hasTimescale: false))
        #expect(try !hides(nil, hasTimescale: true))
        #expect(try hides(.all, hasTimescale: true))
        #expect(try !hides(.cases, hasTimescale: false))
        #expect(try !hides(nil, hasTimescale: true, 5, of: 12))
        #expect(try hides(nil, hasTimescale: true, 2, of: 4))
    }
}

@Suite("Small numbers in whole packs: one release after another")
struct ReleaseChainTests {
    private func pack(_ counts: [(String, Double)], _ period: String) throws -> ReportPack {
        var counted = try CountedPack()
        counted.add("missing")
        try counted.add(counts, to: "missing")
        counted.pack.manifest.period = try ReportingPeriod(period)
        return counted.pack
    }

    @Test("What was shown then is known now: another figure goes")
    func shownBefore() throws {
        let first = try pack([("2026-01", 3), ("2026-02", 20)], "2026-02")
        let second = try pack([("2026-01", 3), ("2026-02", 20), ("2026-03", 25), ("FY2025-26-Q4", 48)], "2026-03")
        #expect(try first.publish(for: .everyone).hides("missing") == [true, false])
        let shown = try second.publish(for: .everyone, options: .init(previous: first)).hides("missing")
        #expect(shown[0] && !shown[1])
        #expect(shown[2] != shown[3])
    }

    @Test("A third release minds the first as well")
    func chain() throws {
        let first = try pack([("2026-01", 3), ("2026-02", 20)], "2026-02")
        let second = try pack([("2026-01", 3), ("2026-03", 25)], "2026-03")
        let third = try pack([("2026-01", 3), ("2026-03", 25), ("FY2025-26-Q4", 48)], "2026-03")
        let shown = try third.publish(for: .everyone, options: .init(previous: second, earlier: [first])).hides(
            "missing")
        #expect(shown == [true, false, true])
    }

    @Test("A revised figure has sums of its own, and so has the one that it replaces")
    func revised() throws {
        let first = try pack([("2026-01", 3), ("2026-02", 20), ("2026-03", 25)], "2026-03")
        let second = try pack([("2026-01", 3), ("2026-02", 21), ("2026-03", 25), ("FY2025-26-Q4", 49)], "2026-03")
        let shown = try second.publish(for: .everyone, options: .init(previous: first)).hides("missing")
        #expect(shown[0] && !shown[2])
        #expect(shown[1] || shown[3])
    }

    @Test("A release that what was shown gives away is refused, and the message says what would have to be withdrawn")
    func refused() throws {
        let first = try pack([("2026-02", 20), ("2026-03", 25), ("FY2025-26-Q4", 48)], "2026-03")
        var released = first
        // The policy of then hid nothing: January was no figure, and its rest was not thought of.
        released.indicators[0].counts = .other
        let second = try pack([("2026-01", 3), ("2026-02", 20), ("2026-03", 25), ("FY2025-26-Q4", 48)], "2026-03")
        let error = #expect(throws: PublicationError.self) {
            _ = try second.publish(for: .everyone, options: .init(previous: released))
        }
        let message = try #require(error).description
        #expect(message.contains("withdrawn from the report before"))
        #expect(message.contains("Feb 2026"))
    }

    @Test("Whoever releases a version is told where an earlier one may matter; readers are not")
    func review() throws {
        let pack = try pack([("2026-01", 3), ("2026-02", 20), ("2026-03", 25), ("FY2025-26-Q4", 48)], "2026-03")
        #expect(try pack.release(for: .everyone).review.mayRestOnEarlierReleases)
        #expect(try !pack.release(for: .officers).review.mayRestOnEarlierReleases)
        // The one that is named has figures of earlier periods itself.
        #expect(try pack.release(for: .everyone, options: .init(previous: pack)).review.mayRestOnEarlierReleases)
        let both = PublicationOptions(previous: pack, earlier: [pack])
        #expect(try !pack.release(for: .everyone, options: both).review.mayRestOnEarlierReleases)
    }
}

@Suite("Withheld figures of any kind")
struct WithheldFigureTests {
    @Test("A figure for officers alone cannot be worked out by members")
    func restricted() throws {
        var counted = try CountedPack()
        counted.pack.manifest.agreements = [SharingAgreement(id: "club", title: "Club", audiences: [.officers])]
        counted.add("missing", breakdown: "age")
        try counted.add(.value(60), to: "missing")
        for (category, count, access) in [
            ("under-5", 15.0, Access.unrestricted), ("5-to-9", 14, .unrestricted),
            ("10-plus", 31, .restricted(under: "club")),
        ] {
            try counted.add(.value(count), to: "missing", category: .init(category), access: access)
        }
        #expect(try counted.published(for: .members).hides("missing").contains(true))
        #expect(try !counted.published(for: .officers).hides("missing").contains(true))
    }

    @Test("Nor money, nor posts, whoever reads", arguments: [MeasurementUnit.money(.millions), .count])
    func amounts(_ unit: MeasurementUnit) throws {
        var counted = try CountedPack()
        counted.add("cost", unit: unit, counts: .staff, breakdown: "age")
        try counted.add(.value(58), to: "cost")
        try counted.add(.value(30), to: "cost", category: "under-5")
        try counted.add(.value(3), to: "cost", category: "5-to-9")
        try counted.add(.value(25), to: "cost", category: "10-plus", access: .exempt([.individual]))
        #expect(try counted.published().hides("cost").contains(true))
        #expect(try !counted.published(for: .members).hides("cost").contains(true))
    }

    @Test("An exempt line of the budget does not follow from the total and the others")
    func budget() throws {
        var pack = try ReportPack.minimal()
        func line(
            _ id: BudgetFigure.ID, _ pounds: Double, of total: BudgetFigure.ID? = nil, _ access: Access = .unrestricted
        ) {
            pack.budget.append(
                BudgetFigure(id: id, kind: .budget, title: id.text, pounds: pounds, partOf: total, access: access))
        }
        line("tot", 5_700_000)
        line("fostering", 3_000_000, of: "tot")
        line("one-child", 2_700_000, of: "tot", .exempt([.businessAffairs]))
        #expect(try pack.publish(for: .everyone).pack.budget.map(\.id) == ["tot"])
        #expect(try pack.publish(for: .members).pack.budget.count == 3)
        // Where parts are not listed nothing follows.
        pack.budget[0].pounds = 9_000_000
        #expect(try pack.publish(for: .everyone).pack.budget.count == 2)
    }

    @Test("What comes from an exempt paper has its access, and so have the names that it alone uses")
    func exemptPaper() throws {
        var counted = try CountedPack()
        counted.pack.manifest.sources = [
            SourceDocument(id: "secret", title: "Exempt report", access: .exempt([.individual]))
        ]
        counted.pack.manifest.areas.append(Area(id: "unit", title: "Canary House", kind: .locality))
        counted.pack.manifest.roles = [
            Role(id: "lead", title: "Canary lead"), Role(id: "head", title: "Head of service"),
        ]
        counted.add("open")
        counted.add("described")
        counted.pack.indicators[0].owner = "head"
        counted.pack.indicators[0].targets = [
            Target(.atLeast(90), source: SourceReference("secret")), Target(.atLeast(80), level: .national),
        ]
        counted.pack.indicators[1].title = "Canary measure"
        counted.pack.indicators[1].owner = "lead"
        counted.pack.indicators[1].sources = [SourceReference("secret")]
        counted.pack.breakdowns.append(
            Breakdown(id: "homes", title: "Canary homes", categories: [.init(id: "lodge", title: "Canary Lodge")]))
        counted.pack.indicators[1].breakdown = "homes"
        try counted.add(.value(60), to: "open")
        try counted.add(.value(70), to: "described", area: "unit")
        let publication = try counted.published()
        #expect(!publication.wholeText.contains("Canary"))
        #expect(publication.pack.indicators[0].targets.count == 1)
        #expect(publication.pack.manifest.roles.map(\.id) == ["head"])
        #expect(try counted.published(for: .members).wholeText.contains("Canary House"))
    }
}
