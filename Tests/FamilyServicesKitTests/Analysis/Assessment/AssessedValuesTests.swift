import FamilyServicesKit
import Testing

@Suite("What the assessment gives as values")
struct AssessedValuesTests {
    private let timely = Indicator(
        id: "timely", title: "Assessments in time", unit: .percent, decimals: 1, polarity: .higherIsBetter)

    /// A council in a bad year beside six others and their median.
    private func pack() throws -> ReportPack {
        let year = try ReportingPeriod("FY2025-26")
        let others: [Area.ID] = ["ashford", "birchwood", "cedarham", "dunmore", "elmbridge", "firley"]
        var pack = try ReportPack.minimal()
        pack.manifest.period = year
        pack.manifest.areas += others.map { Area(id: $0, title: $0.text, kind: .localAuthority) }
        pack.manifest.areas.append(
            Area(
                id: "neighbours", title: "Statistical neighbours", kind: .statisticalNeighbours,
                members: others))
        pack.indicators = [timely]
        for (area, part) in zip(["exampleton"] + others, [300.0, 420, 430, 425, 415, 435, 428]) {
            pack.observations.append(
                Observation(
                    indicator: "timely", period: year, area: area,
                    value: .fraction(numerator: part, denominator: 500)))
        }
        return pack
    }

    @Test("A figure has its interval, and each comparator its value, the verdict, the usual range and the rank")
    func comparators() throws {
        let result = try #require(try pack().assess().indicators.first)
        let interval = try #require(result.interval)
        // Wilson's interval of 300 of 500.
        #expect(abs(interval.lower - 55.6) < 0.1 && abs(interval.upper - 64.2) < 0.1)
        #expect(interval.method == "wilson")
        let neighbours = try #require(result.comparators.first { $0.area == "neighbours" })
        #expect(neighbours.kind == .statisticalNeighbours && neighbours.statistic == "median")
        #expect(neighbours.text == "85.3%" && neighbours.own == 60)
        #expect(neighbours.difference == -25.3)
        #expect(neighbours.meaning == .worse)
        #expect(try #require(neighbours.usualLower) > 60)
        let rank = try #require(neighbours.rank)
        #expect((rank.place, rank.ranked, rank.total) == (7, 7, 7))
        #expect(rank.isBestFirst)
        #expect(result.comparison == neighbours.explanation)
    }

    @Test("Rounded counts have no interval, and what is missing has no comparison")
    func unknown() throws {
        var pack = try pack()
        pack.observations[0].roundedTo = 5
        #expect(try #require(pack.assess().indicators.first).interval == nil)
        pack.observations[0].value = .missing(.notCollected)
        let result = try #require(pack.assess().indicators.first)
        #expect(result.interval == nil)
        #expect(result.comparators.allSatisfy { $0.own == nil && $0.meaning == nil && $0.difference == nil })
    }

    @Test("A plan says which dates were not kept, and audits how far auditor and moderator agree")
    func slippageAndAgreement() throws {
        var pack = try ReportPack.minimal()
        pack.plans = [
            ImprovementPlan(
                id: "plan", title: "The plan",
                actions: [
                    PlanAction(
                        id: "late", title: "Late", due: try PartialDate(iso: "2026-04-30"),
                        completed: try PartialDate(iso: "2026-05-10")),
                    PlanAction(
                        id: "kept", title: "Kept", due: try PartialDate(iso: "2026-04-30"),
                        completed: try PartialDate(iso: "2026-04-30")),
                ])
        ]
        let (may, june) = (try ReportingPeriod("2026-05"), try ReportingPeriod("2026-06"))
        func pair(_ auditor: Grade, _ moderator: Grade, _ cases: Int, _ period: ReportingPeriod) -> ModerationPair {
            ModerationPair(domain: "plans", period: period, auditor: auditor, moderator: moderator, cases: cases)
        }
        let later = try ReportingPeriod("2026-07")
        pack.audits.moderation = [
            pair(.good, .good, 6, may), pair(.good, .inadequate, 2, june), pair(.outstanding, .good, 1, june),
            pair(.good, .good, 9, later),
        ]
        let assessment = pack.assess()
        let slips = try #require(assessment.plans.first).slippages
        #expect(slips.map(\.action) == ["late"] && slips.map(\.days) == [10] && slips.map(\.kind) == ["done-late"])
        // All periods, then the latest first; what is after the report does not count.
        #expect(assessment.agreements.map(\.period) == [nil, june, may])
        let whole = try #require(assessment.agreements.first)
        #expect((whole.cases, whole.agreed, whole.auditorHigher, whole.furtherThanOneGrade) == (9, 6, 3, 2))
        let table = [[0, 0, 0, 0], [0, 0, 0, 0], [2, 0, 6, 0], [0, 0, 1, 0]]
        #expect(whole.kappa == (try Kappa(table, weights: .quadratic).value))
        #expect(assessment.agreements.last?.kappa == nil, "everybody gave every case the same grade")
    }

    @Test("Two figures are compared as in the report, whichever they are")
    func twoFigures() throws {
        var period = try ReportingPeriod("2025-06")
        var figures: [Observation] = []
        for numerator in [80, 81, 80, 81, 80, 82, 80, 80, 81, 81, 80, 80, 87] {
            figures.append(
                Observation(
                    indicator: "timely", period: period, area: "exampleton",
                    value: .fraction(numerator: Double(numerator), denominator: 100)))
            period = try #require(period.successor)
        }
        let (first, last) = (figures[0], figures[12])
        let move = Assessment.TravelResult(from: first, to: last, of: timely, among: figures)
        #expect(move.change == 7 && move.movement == .up && move.testedBy == .controlChart)
        #expect(move.meaning == .improving)
        let steady = Assessment.TravelResult(from: first, to: figures[5], of: timely, among: figures)
        #expect(steady.meaning == .noClearChange)
        // By two figures alone chance may say no, and never yes.
        #expect(Assessment.TravelResult(from: first, to: last, of: timely).meaning == .noClearChange)
        let backwards = Assessment.TravelResult(from: last, to: first, of: timely, among: figures)
        #expect(backwards.meaning == nil && backwards.explanation.hasPrefix("Not compared"))
    }

    @Test("A value is shown as in the report", arguments: [(57.25, "57.3%"), (-0.0, "0.0%"), (1204, "1,204.0%")])
    func shown(value: Double, text: String) { #expect(timely.text(of: value) == text) }
}

@Suite("Kappa of a table of counts")
struct KappaTests {
    /// Computed with scikit-learn 1.9.1, `cohen_kappa_score(..., labels=[1, 2, 3, 4])`.
    @Test("It is scikit-learn's")
    func constants() throws {
        let table = [[3, 1, 0, 0], [2, 10, 2, 0], [0, 4, 12, 1], [0, 0, 1, 4]]
        let plain = try Kappa(table)
        #expect((plain.cases, plain.agreed) == (40, 29))
        #expect(abs(try #require(plain.value) - 0.5963302752293578) < 1e-12)
        let quadratic = try #require(try Kappa(table, weights: .quadratic).value)
        #expect(abs(quadratic - 0.8103448275862069) < 1e-12)
        #expect(Kappa.strength(of: quadratic) == "almost perfect")
    }

    @Test("For two grades the weights make no difference, and for more linear weights lie between")
    func weights() throws {
        let values = try Kappa.Weights.allCases.map {
            try #require(try Kappa([[20, 5], [10, 15]], weights: $0).value)
        }
        #expect(values.allSatisfy { abs($0 - 0.4) < 1e-12 })
    }

    @Test("Without cases, or with one grade alone, there is none")
    func none() throws {
        #expect(try Kappa([]).value == nil)
        #expect(try Kappa([[0, 0], [0, 0]]).value == nil)
        #expect(try Kappa([[7, 0], [0, 0]]).value == nil)
    }

    @Test("A table that cannot be is refused, with its place")
    func refused() {
        #expect(throws: KappaError.notSquare(row: 1, columns: 1, rows: 2)) { try Kappa([[1, 2], [3]]) }
        #expect(throws: KappaError.negativeCount(-1, row: 0, column: 1)) { try Kappa([[1, -1], [0, 2]]) }
        #expect(throws: KappaError.tooManyCases) { try Kappa([[.max, .max], [1, 1]]) }
        #expect(KappaError.negativeCount(-1, row: 0, column: 1).description.hasPrefix("Row 1, column 2 is -1"))
    }
}
