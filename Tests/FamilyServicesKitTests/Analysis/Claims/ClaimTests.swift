import FamilyServicesKit
import Testing

@Suite("Claims")
struct ClaimTests {
    private typealias Pack = ClaimPack

    @Test("that are true are confirmed, whatever their kind")
    func confirmsTrueClaims() throws {
        let results = [
            try Pack.check(.count, "10,587", "contacts@2017-11"),
            try Pack.check(.value, "57.2%", "in-time@2017-11"),
            try Pack.check(.value, "57%", "in-time@2017-11"),
            try Pack.check(.percentChange, "20.4% higher", "contacts@2017-11", against: "contacts@2017-10"),
            try Pack.check(.percentChange, "fell by 17%", "contacts@2017-10", against: "contacts@2017-11"),
            try Pack.check(.points, "up 20.3 points", "in-time@2017-11", against: "in-time@2017-10"),
            try Pack.check(.difference, "1,795 more", "contacts@2017-11", against: "contacts@2017-10"),
            try Pack.check(.share, "58%", "contacts@2017-11#girls", outOf: ["contacts@2017-11"]),
            try Pack.check(
                .share, "58%", "contacts@2017-11#girls", outOf: ["contacts@2017-11#girls", "contacts@2017-11#boys"]),
            try Pack.check(.rate, "4,603.0", "contacts@2017-11", outOf: ["children@2017-11"]),
            try Pack.check(.ratio, "1.4", "contacts@2017-11#girls", against: "contacts@2017-11#boys"),
            try Pack.check(.sum, "10,587", "contacts@2017-11#girls", "contacts@2017-11#boys"),
            try Pack.check(.average, "8,836", "contacts@2017-09", "contacts@2017-10", "contacts@2017-11"),
            try Pack.check(.rating, "Red", "in-time@2017-11"),
            try Pack.check(.rating, "green", "in-time@2017-11", against: "in-time@2017-10"),
            try Pack.check(.comparison, "higher", "contacts@2017-11", against: "10,000"),
            try Pack.check(.comparison, "not lower", "contacts@2017-11", against: "contacts@2017-10"),
        ]
        for result in results {
            #expect(result.verdict == .confirmed, "\(result.claim.kind): \(result.sentence)")
            #expect(result.explanations.isEmpty)
        }
    }

    @Test("that are false come with the mistake that explains them")
    func recognisesMistakes() throws {
        let cases: [(ClaimMistake, ClaimResult)] = [
            (
                .dividedByLater,
                try Pack.check(.percentChange, "17.0% higher", "contacts@2017-11", against: "contacts@2017-10")
            ),
            (
                .pointsCalledPercent,
                try Pack.check(.percentChange, "20.3% higher", "in-time@2017-11", against: "in-time@2017-10")
            ),
            (
                .percentCalledPoints,
                try Pack.check(.points, "55 points higher", "in-time@2017-11", against: "in-time@2017-10")
            ),
            (
                .wrongDirection,
                try Pack.check(.difference, "1,795 fewer", "contacts@2017-11", against: "contacts@2017-10")
            ),
            (.stalePeriod, try Pack.check(.count, "8,792", "contacts@2017-11")),
            (.otherGroup, try Pack.check(.count, "4,487", "contacts@2017-11#girls")),
            (.wrongTotal, try Pack.check(.share, "26.5%", "contacts@2017-11#girls", outOf: ["contacts@2017-11"])),
            (.swapped, try Pack.check(.ratio, "0.74", "contacts@2017-11#girls", against: "contacts@2017-11#boys")),
            (.roundedWrongly, try Pack.check(.value, "57.1%", "in-time@2017-11")),
            (.transposedDigits, try Pack.check(.count, "10,857", "contacts@2017-11")),
            (.decimalPointSlipped, try Pack.check(.value, "5.7%", "in-time@2017-11")),
            (
                .missingPart,
                try Pack.check(.sum, "10,587", "contacts@2017-11#girls", "contacts@2017-11#boys", "contacts@2017-09")
            ),
            (.ratedOnMovement, try Pack.check(.rating, "green", "in-time@2017-11")),
        ]
        for (mistake, result) in cases {
            #expect(result.verdict == .contradicted, "\(mistake): \(result.sentence)")
            #expect(result.explanations.map(\.mistake) == [mistake], "\(result.sentence)")
            #expect(result.likelyMistake == mistake)
        }
        #expect(Set(cases.map(\.0)) == Set(ClaimMistake.allCases))
    }

    @Test("may be stated in words, as a part, as a multiple or as a limit")
    func words() throws {
        let results = [
            try Pack.check(.count, "two hundred", "200"),
            try Pack.check(.percentChange, "doubled", "20", against: "10"),
            try Pack.check(.percentChange, "halved", "10", against: "20"),
            try Pack.check(.ratio, "half", "10", against: "20"),
            try Pack.check(.share, "a quarter", "5", outOf: ["20"]),
            try Pack.check(.share, "5 out of 20", "5", outOf: ["20"]),
            try Pack.check(.value, "more than 50%", "in-time@2017-11"),
            try Pack.check(.percentChange, "rose by over 20%", "contacts@2017-11", against: "contacts@2017-10"),
        ]
        for result in results {
            #expect(result.verdict == .confirmed, "\(result.claim.stated.text): \(result.sentence)")
        }
        #expect(try Pack.check(.value, "more than 60%", "in-time@2017-11").verdict == .contradicted)
        #expect(try Pack.check(.percentChange, "trebled", "20", against: "10").verdict == .contradicted)
    }

    @Test("say in plain English what the figures give")
    func explains() throws {
        let result = try Pack.check(.percentChange, "17.0% higher", "contacts@2017-11", against: "contacts@2017-10")
        #expect(
            result.sentence
                == "The report says “17.0% higher”; the figures give +20.42% (from 8,792 to 10,587). Likely mistake: divided "
                + "by the later value instead of the earlier.")
    }

    @Test("get the benefit of the doubt where the figures behind rounded ones could give them")
    func allowsForRounding() throws {
        // 9% to 17% may be 8.6% to 17.4%.
        let result = try Pack.check(.points, "9 points up", "visits@2017-11", against: "visits@2017-10")
        #expect(result.verdict == .withinRounding)
        #expect(result.explanations.isEmpty)
        let far = try Pack.check(.points, "11 points up", "visits@2017-11", against: "visits@2017-10")
        #expect(far.verdict == .contradicted)
        // 17% and 9% of unknown decimals can give 12.6% on average.
        #expect(
            try Pack.check(.average, "12.6%", "visits@2017-09", "visits@2017-10", "visits@2017-11").verdict
                == .withinRounding)
    }

    @Test("name all mistakes where more than one fits, and then none as the likely one")
    func reportsAmbiguity() throws {
        // 200 over 100: half is the swapped ratio, and neither one nor the other can be told apart.
        let result = try Pack.check(.ratio, "0.5", "200", against: "100")
        #expect(result.explanations.map(\.mistake) == [.swapped])
        let both = try Pack.check(.percentChange, "50% higher", "20", against: "10")
        #expect(both.verdict == .contradicted)
        #expect(both.explanations.map(\.mistake) == [.dividedByLater])
        // A single digit is that of one number in ten, and says nothing.
        #expect(
            try Pack.check(.ratio, "0.1", "10", against: "1").explanations.map(\.mistake) == [.swapped])
        let slipped = try Pack.check(.ratio, "0.10", "10", against: "1")
        #expect(Set(slipped.explanations.map(\.mistake)) == [.swapped, .decimalPointSlipped])
        #expect(slipped.likelyMistake == nil)
        #expect(slipped.sentence.contains("More than one mistake would explain it"))
    }

    @Test("that rest on what is not there, or on bounds, cannot be checked")
    func cannotCheck() throws {
        let results = [
            try Pack.check(.count, "5", "contacts@2016-11"),
            try Pack.check(.percentChange, "5%", "contacts@2017-11"),
            try Pack.check(.percentChange, "5%", "contacts@2017-11", against: "0"),
            try Pack.check(.rating, "blue", "in-time@2017-11"),
            try Pack.check(.rating, "green", "contacts@2017-11"),
            try Pack.check(.comparison, "better", "contacts@2017-11", against: "5"),
            try Pack.check(.share, "50%", outOf: ["44"]),
            try Pack.check(.count, "many", "contacts@2017-11"),
        ]
        for result in results {
            #expect(result.verdict == .notCheckable, "\(result.sentence)")
            #expect(result.sentence.hasPrefix("This cannot be checked: "), "\(result.sentence)")
        }
        var pack = try Pack.pack()
        pack.observations[0].qualifier = .above
        let bound = Claim(
            id: "b", statement: "S", kind: .count, stated: StatedFigure("9,000"),
            figures: [.figure("contacts", try Pack.month(9))])
        #expect(pack.check(bound).verdict == .notCheckable)
    }

    @Test("of a share are contradicted where no whole number of cases gives it")
    func possibleShares() throws {
        #expect(try Pack.check(.share, "99%", outOf: ["44"]).verdict == .contradicted)
        #expect(try Pack.check(.share, "98%", outOf: ["44"]).verdict == .notCheckable)
    }

    @Test(
        "state figures in many words",
        arguments: [
            ("17% higher", 17, 0, StatedFigure.Direction.up), ("-5.7", 5.7, 1, .down),
            ("fell by 1,234", 1_234, 0, .down),
            ("£1.2m", 1_200_000, 1, nil), ("seven", 7, 0, nil), ("+.2", 0.2, 1, .up), ("no change", nil, 0, .level),
            ("not higher", nil, 0, .notUp), ("5 weeks", 5, 0, nil), ("− 3 points", 3, 0, .down),
            ("2-3 weeks", 2, 0, nil),
        ] as [(String, Double?, Int, StatedFigure.Direction?)])
    func readsStatedFigures(text: String, value: Double?, decimals: Int, direction: StatedFigure.Direction?) {
        let stated = StatedFigure(text)
        #expect(stated.value == value)
        #expect(stated.decimals == decimals)
        #expect(stated.direction == direction)
    }

    @Test(
        "name figures in text that comes back the same",
        arguments: [
            "a@2017-11", "a@2017-11/england", "a@2017-11#boys", "a@2017-11/england#boys",
            "a@2019-07-01/2020-01-31", "a@2019-07-01/2020-01-31/england#8-12", "a@FY2014-15", "a@b@2018", "1,234.5",
        ])
    func referencesRoundTrip(text: String) throws {
        let reference = try FigureReference(text)
        #expect(reference.description == text)
        #expect(try roundTrip([reference]) == [reference])
    }

    @Test(
        "refuse what names no figure",
        arguments: ["a@2017-13", "a@", "@2017-11", "contacts", "a@2017-11#", "a@2014-15", ""])
    func refusesOthers(text: String) {
        #expect(throws: FigureReferenceError.self) { try FigureReference(text) }
    }
}
