import FamilyServicesKit
import Testing

/// Results of NumPy and SciPy; `overdispersion.py` beside them says how they come about.
@Suite("More spread than chance, against NumPy and SciPy")
struct OverdispersionTests {
    struct File: Decodable {
        let cases: [Case]
        let proportions: [Share]
        let rates: [Rate]
        let movements: [Movement]
    }

    struct Case: Decodable, CustomTestStringConvertible {
        let name: String
        let values: [Double]
        let variances: [Double]
        let target: Double?
        let winsorising: Double
        let middle: Double
        let factor: Double
        let is_more_than_chance: Bool
        let dersimonian_laird: Double
        let paule_mandel: Double
        let score_of_first: Double
        let upper_95_additive_at_first: Double
        let upper_95_multiplicative_at_first: Double

        var testDescription: String { name }

        var units: [SteadyEstimate] { zip(values, variances).map { SteadyEstimate(value: $0, variance: $1) } }
    }

    struct Share: Decodable {
        let part: Double
        let whole: Double
        let value: Double
        let variance: Double
    }

    struct Rate: Decodable {
        let events: Double
        let population: Double
        let value: Double
        let variance: Double
    }

    struct Movement: Decodable {
        let values: [Double]
        let variances: [Double]
        let variance: Double
        let reach95: Double
        let reach80: Double

        enum CodingKeys: String, CodingKey {
            case values, variances, variance
            case reach95 = "reach_95_at_0.04"
            case reach80 = "reach_80_at_0.04"
        }
    }

    static let file = Result { try VectorFile.load("overdispersion.json", as: File.self) }
    static let tolerance = 1e-9

    @Test("The winsorised factor and both variances between units agree to 1e-9", arguments: try file.get().cases)
    func factorAndVariance(reference: Case) throws {
        let laird = try #require(
            Overdispersion(
                of: reference.units, around: reference.target, method: .derSimonianLaird,
                winsorising: reference.winsorising))
        let mandel = try #require(
            Overdispersion(of: reference.units, around: reference.target, winsorising: reference.winsorising))
        #expect(agrees(laird.target, reference.middle, within: Self.tolerance))
        #expect(agrees(laird.factor, reference.factor, within: Self.tolerance))
        #expect(laird.isMoreThanChance == reference.is_more_than_chance)
        #expect(agrees(laird.variance, reference.dersimonian_laird, within: Self.tolerance))
        #expect(agrees(mandel.variance, reference.paule_mandel, within: Self.tolerance))
        #expect(agrees(mandel.score(of: reference.units[0]), reference.score_of_first, within: Self.tolerance))
        let additive = laird.limits(atVariance: reference.variances[0])
        #expect(agrees(additive.upperBound, reference.upper_95_additive_at_first, within: Self.tolerance))
        let multiplicative = laird.limits(atVariance: reference.variances[0], multiplicative: true)
        #expect(agrees(multiplicative.upperBound, reference.upper_95_multiplicative_at_first, within: Self.tolerance))
    }

    @Test("Shares and rates take their place on the steady scale")
    func scales() throws {
        let file = try Self.file.get()
        for share in file.proportions {
            let found = SteadyEstimate(try Proportion(share.part, of: share.whole))
            #expect(agrees(found.value, share.value, within: Self.tolerance))
            #expect(agrees(found.variance, share.variance, within: Self.tolerance))
        }
        for rate in file.rates {
            let found = SteadyEstimate(try CrudeRate(rate.events, in: rate.population))
            #expect(agrees(found.value, rate.value, within: Self.tolerance))
            #expect(agrees(found.variance, rate.variance, within: Self.tolerance))
        }
    }

    @Test("The usual movement is learnt as in the reference, and its range is Student's")
    func movement() throws {
        for reference in try Self.file.get().movements {
            let found = try #require(
                UsualMovement(
                    learntFrom: zip(reference.values, reference.variances).map {
                        SteadyEstimate(value: $0, variance: $1)
                    }))
            #expect(agrees(found.variance, reference.variance, within: 1e-8))
            #expect(agrees(found.reach(atVariance: 0.04), reference.reach95, within: Self.tolerance))
            #expect(agrees(found.reach(atVariance: 0.04, holding: 0.8), reference.reach80, within: Self.tolerance))
            #expect(found.changes == reference.values.count)
        }
    }

    @Test("One unit, a unit without chance, five changes: nothing is learnt from too little")
    func tooLittle() {
        let unit = SteadyEstimate(value: 0.1, variance: 0.01)
        #expect(Overdispersion(of: [unit]) == nil)
        #expect(Overdispersion(of: [unit, SteadyEstimate(value: 1, variance: 0)]) == nil)
        #expect(Overdispersion(of: [unit, SteadyEstimate(value: .nan, variance: 1)]) == nil)
        #expect(Overdispersion(of: [unit, unit], winsorising: 0.5) == nil)
        #expect(UsualMovement(learntFrom: Array(repeating: unit, count: 5)) == nil)
        #expect(UsualMovement(learntFrom: Array(repeating: unit, count: 6)) != nil)
    }

    @Test("Units that are all alike show no spread beyond chance")
    func alike() throws {
        let units = (1...20).map { SteadyEstimate(value: -1, variance: Double($0) / 100) }
        let found = try #require(Overdispersion(of: units))
        #expect(found.variance == 0)
        #expect(found.factor < 1e-20)
        #expect(!found.isMoreThanChance)
    }
}
