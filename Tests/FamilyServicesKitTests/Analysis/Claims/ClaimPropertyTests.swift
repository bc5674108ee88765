import FamilyServicesKit
import TestSupport
import Testing

/// Claims made at random, true ones and ones with a single mistake.
@Suite("Random claims")
struct ClaimPropertyTests {
    private static let rounds = TestSize.count(300)

    @Test("that are true are all confirmed")
    func confirmsTrueClaims() throws {
        var random = SeededGenerator()
        for round in 0..<Self.rounds {
            let world = try ClaimWorld(using: &random)
            let (claim, value) = world.claim(using: &random)
            let stated = world.claim(claim, stating: value)
            let result = world.pack.check(stated)
            #expect(
                result.verdict == .confirmed, "seed \(random.seed), round \(round): \(claim.kind) \(result.sentence)")
        }
    }

    @Test(
        "with one mistake are contradicted, and the mistake is among the explanations",
        arguments: ClaimMistake.injected)
    func recognisesInjectedMistakes(mistake: ClaimMistake) throws {
        var random = SeededGenerator()
        var tried = 0
        for round in 0..<Self.rounds {
            let world = try ClaimWorld(using: &random)
            let (claim, value) = world.claim(using: &random)
            guard let wrong = world.wrong(claim, value, mistake, using: &random) else { continue }
            let stated = world.claim(claim, stating: wrong)
            // A mistake that changes nothing at the stated precision is none.
            guard let number = stated.stated.signedValue, (number - value).magnitude > 0.5001 * world.unit(of: claim)
            else { continue }
            // Of a number of one digit nobody can say that its decimal point has slipped.
            if number.magnitude < 9.5 * world.unit(of: claim), mistake == .decimalPointSlipped { continue }
            tried += 1
            let result = world.pack.check(stated)
            let place: Comment = "seed \(random.seed), round \(round): \(claim.kind) \(result.sentence)"
            #expect(result.verdict == .contradicted, place)
            #expect(result.explanations.contains { $0.mistake == mistake }, place)
            #expect((result.likelyMistake != nil) == (result.explanations.count == 1), place)
        }
        #expect(tried > 0, "seed \(random.seed): only \(tried) claims could be given this mistake")
    }
}

extension ClaimMistake {
    /// The mistakes that can be made with a number.
    static let injected: [ClaimMistake] = [
        .dividedByLater, .pointsCalledPercent, .percentCalledPoints, .wrongDirection, .stalePeriod, .otherGroup,
        .wrongTotal, .swapped, .missingPart, .roundedWrongly, .transposedDigits, .decimalPointSlipped,
    ]
}

/// A pack with random figures, and random claims about them.
struct ClaimWorld {
    private static let areas: [Area.ID] = ["exampleton", "england"]
    let pack: ReportPack
    private let counts: [String: Double]
    private let shares: [String: (part: Double, whole: Double)]
    private let months: [ReportingPeriod]

    init(using random: inout SeededGenerator) throws {
        var pack = try ReportPack.minimal()
        pack.manifest.areas.append(.england)
        pack.indicators = [
            Indicator(id: "cases", title: "Cases", unit: .count, polarity: .neutral),
            Indicator(id: "children", title: "Children", unit: .count, polarity: .neutral),
            Indicator(id: "share", title: "Share", unit: .percent, polarity: .higherIsBetter),
        ]
        var (counts, shares): ([String: Double], [String: (part: Double, whole: Double)]) = ([:], [:])
        months = try (1...6).map { try ReportingPeriod.month($0, 2017) }
        for month in months {
            for area in Self.areas {
                let key = "\(month.code)/\(area)"
                for id in ["cases", "children"] {
                    let number = Double(Int.random(in: id == "cases" ? 50...5_000 : 6_000...90_000, using: &random))
                    counts["\(id)@\(key)"] = number
                    pack.observations.append(
                        Observation(
                            indicator: id == "cases" ? "cases" : "children", period: month, area: area,
                            value: .value(number)))
                }
                let whole = Double(Int.random(in: 60...900, using: &random))
                let part = Double(Int.random(in: 10...Int(whole) - 10, using: &random))
                shares["share@\(key)"] = (part, whole)
                pack.observations.append(
                    Observation(
                        indicator: "share", period: month, area: area,
                        value: .fraction(numerator: part, denominator: whole)))
            }
        }
        (self.pack, self.counts, self.shares) = (pack, counts, shares)
    }

    // MARK: Figures

    private func value(_ reference: FigureReference) -> Double {
        guard let observed = reference.observed else { return .nan }
        let key = "\(observed.indicator)@\(observed.period.code)/\(observed.area ?? "exampleton")"
        return counts[key] ?? shares[key].map { 100 * $0.part / $0.whole } ?? .nan
    }

    private func evaluate(_ claim: Claim) -> Double {
        let figures = claim.figures.map(value)
        let other = claim.comparedWith.map(value) ?? .nan
        let whole = claim.outOf.map(value).reduce(0, +)
        switch claim.kind {
        case .points, .difference: return figures[0] - other
        case .percentChange: return 100 * (figures[0] - other) / other
        case .share: return claim.outOf.isEmpty ? figures[0] : 100 * figures[0] / whole
        case .rate: return 10_000 * figures[0] / whole
        case .ratio: return figures[0] / other
        case .sum: return figures.reduce(0, +)
        case .average: return figures.reduce(0, +) / Double(figures.count)
        default: return figures[0]
        }
    }

    // MARK: Claims

    private static let kinds: [Claim.Kind] = [
        .value, .count, .points, .percentChange, .difference, .share, .rate, .ratio, .sum, .average,
    ]

    /// A claim of a random kind, and what it should state.
    func claim(using random: inout SeededGenerator) -> (claim: Claim, value: Double) {
        let kind = Self.kinds.randomElement(using: &random) ?? .value
        let area = Self.areas.randomElement(using: &random)
        var shuffled = months.shuffled(using: &random)
        let (later, earlier) = (shuffled.removeFirst(), shuffled.removeFirst())
        let isShare = kind == .points || kind == .value || (kind == .percentChange && Bool.random(using: &random))
        let id: Indicator.ID = isShare ? "share" : "cases"
        var claim = Claim(
            id: "claim", statement: "A sentence.", kind: kind, stated: StatedFigure(""),
            figures: [.figure(id, later, area: area)])
        switch kind {
        case .points, .percentChange, .difference, .ratio: claim.comparedWith = .figure(id, earlier, area: area)
        case .share, .rate: claim.outOf = [.figure("children", later, area: area)]
        case .sum, .average:
            claim.figures += shuffled.prefix(2).map { .figure(id, $0, area: area) }
        default: break
        }
        return (claim, evaluate(claim))
    }

    private func decimals(of claim: Claim) -> Int {
        switch claim.kind {
        case .count, .sum, .difference: 0
        case .ratio: 3
        default: 1
        }
    }

    /// The last unit that a claim is stated with.
    func unit(of claim: Claim) -> Double {
        switch decimals(of: claim) {
        case 0: 1
        case 1: 0.1
        default: 0.001
        }
    }

    /// The claim with a number in it, as people write one.
    func claim(_ claim: Claim, stating number: Double) -> Claim {
        let text = DecimalText.formatted(number.magnitude, decimals: decimals(of: claim))
        var copy = claim
        switch claim.kind {
        case .points, .percentChange, .difference:
            copy.stated = StatedFigure(text + (number < 0 ? " lower" : " higher"))
        default: copy.stated = StatedFigure((number < 0 ? "-" : "") + text)
        }
        return copy
    }

    /// What somebody would state who makes a mistake; `nil` where it cannot be made here.
    func wrong(
        _ claim: Claim, _ value: Double, _ mistake: ClaimMistake, using random: inout SeededGenerator
    ) -> Double? {
        let figures = claim.figures.map(self.value)
        let other = claim.comparedWith.map(self.value)
        var copy = claim
        switch (mistake, claim.kind) {
        case (.dividedByLater, .percentChange): return other.map { 100 * (figures[0] - $0) / figures[0] }
        case (.pointsCalledPercent, .percentChange):
            return claim.indicators == ["share"] ? other.map { figures[0] - $0 } : nil
        case (.percentCalledPoints, .points): return other.map { 100 * (figures[0] - $0) / $0 }
        case (.wrongDirection, .points), (.wrongDirection, .percentChange), (.wrongDirection, .difference):
            return -value
        case (.stalePeriod, .value), (.stalePeriod, .count), (.stalePeriod, .difference), (.stalePeriod, .points):
            let used = claim.references.compactMap { $0.observed?.period }
            guard let month = months.filter({ !used.contains($0) }).randomElement(using: &random) else { return nil }
            copy.figures = copy.figures.map { moved($0, to: month, area: nil) }
            return evaluate(copy)
        case (.otherGroup, .value), (.otherGroup, .count), (.otherGroup, .percentChange):
            let area = claim.figures[0].observed?.area == "england" ? "exampleton" : "england"
            copy.figures = copy.figures.map { moved($0, to: nil, area: Area.ID(area)) }
            copy.comparedWith = copy.comparedWith.map { moved($0, to: nil, area: Area.ID(area)) }
            return evaluate(copy)
        case (.wrongTotal, .share), (.wrongTotal, .rate):
            let area = claim.figures[0].observed?.area == "england" ? "exampleton" : "england"
            copy.outOf = copy.outOf.map { moved($0, to: nil, area: Area.ID(area)) }
            return evaluate(copy)
        case (.swapped, .ratio): return 1 / value
        case (.missingPart, .sum), (.missingPart, .average):
            copy.figures.removeLast()
            return evaluate(copy)
        case (.roundedWrongly, .value), (.roundedWrongly, .share), (.roundedWrongly, .percentChange):
            let units = value.magnitude / unit(of: claim)
            // A whole number of units cannot be cut off, whatever its binary neighbour says.
            guard (units - units.rounded()).magnitude > 1e-6 else { return nil }
            let cut = units.rounded(.down) * unit(of: claim)
            return value < 0 ? -cut : cut
        case (.transposedDigits, .count), (.transposedDigits, .sum), (.transposedDigits, .value):
            var digits = Array(DecimalText.plain(value, decimals: decimals(of: claim)))
            guard
                let index = digits.indices.dropFirst().first(where: {
                    digits[$0] != digits[$0 - 1] && digits[$0] != "." && digits[$0 - 1] != "."
                })
            else { return nil }
            digits.swapAt(index, index - 1)
            return Double(String(digits))
        case (.decimalPointSlipped, _): return value * ([10, 100, 0.1].randomElement(using: &random) ?? 10)
        default: return nil
        }
    }

    private func moved(_ reference: FigureReference, to period: ReportingPeriod?, area: Area.ID?) -> FigureReference {
        guard var observed = reference.observed else { return reference }
        observed.period = period ?? observed.period
        observed.area = area ?? observed.area
        return .observation(observed)
    }
}
