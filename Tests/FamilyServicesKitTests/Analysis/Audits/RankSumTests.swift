import FamilyServicesKit
import TestSupport
import Testing

@Suite("Shift of grades between two periods")
struct RankSumTests {
    /// Computed with SciPy 1.17.1, `stats.permutation_test(..., n_resamples=inf)` on the rank sum, two-sided.
    @Test(
        "Small groups with ties give SciPy's exact p-value",
        arguments: [
            ([1, 3, 2, 0], [0, 1, 4, 2], 34.5, 0.07925407925407925),
            ([2, 3, 1, 0], [0, 1, 3, 2], 32.0, 0.0367965367965368),
            ([1, 1, 1, 1], [0, 2, 1, 1], 9.0, 1.0), ([0, 2, 0, 0], [0, 0, 2, 0], 4.0, 0.3333333333333333),
            ([3, 2, 0, 0], [0, 0, 4, 1], 25.0, 0.007936507936507936),
            ([0, 3, 1, 0], [0, 0, 4, 2], 22.0, 0.047619047619047616),
            ([4, 3, 0, 1], [1, 1, 2, 3], 44.0, 0.07179487179487179),
            ([0, 5, 1, 0], [0, 1, 3, 1], 25.0, 0.10822510822510822),
        ])
    func exact(earlier: [Int], later: [Int], u: Double, pValue: Double) throws {
        let test = try #require(RankSumTest(earlier: earlier, later: later))
        #expect(test.method == .exact)
        #expect(test.u == u)
        #expect((test.pValue - pValue).magnitude < 1e-12)
        #expect(test.superiority == u / Double(earlier.reduce(0, +) * later.reduce(0, +)))
    }

    /// Computed in Python with whole numbers and fractions, table by table.
    @Test(
        "Larger groups are exact too, and so is the mid-p-value",
        arguments: [
            ([10, 25, 12, 3], [4, 18, 22, 6], 0.006721348555619218, 0.006443325662930919),
            ([30, 60, 50, 10], [25, 55, 60, 20], 0.049037135966165026, 0.04859183415213717),
            ([2, 3, 1, 0], [0, 1, 3, 2], 0.0367965367965368, 0.01948051948051948),
        ])
    func larger(earlier: [Int], later: [Int], pValue: Double, midPValue: Double) throws {
        let test = try #require(RankSumTest(earlier: earlier, later: later))
        #expect((test.pValue / pValue - 1).magnitude < 1e-10)
        #expect((test.midPValue / midPValue - 1).magnitude < 1e-10)
    }

    /// Computed with SciPy 1.17.1, `stats.mannwhitneyu(later, earlier, method="asymptotic")`, with and without
    /// `use_continuity`.
    @Test(
        "Very large groups use the normal approximation with ties and continuity corrected",
        arguments: [
            ([400, 1200, 900, 100], [380, 1210, 905, 120], 3_447_250.0, 0.34255607872815674, 0.3425510245779596),
            ([60, 60, 60, 60], [30, 40, 90, 60], 30_600.0, 0.002228974002736504, 0.002226267493933383),
        ])
    func approximate(earlier: [Int], later: [Int], u: Double, pValue: Double, uncorrected: Double) throws {
        let test = try #require(RankSumTest(earlier: earlier, later: later))
        #expect(test.method == .normalApproximation)
        #expect(test.u == u)
        #expect((test.pValue / pValue - 1).magnitude < 1e-9)
        #expect((test.midPValue / uncorrected - 1).magnitude < 1e-9)
    }

    /// Computed as above with SciPy.
    @Test("The approximation can be asked for where enumeration is possible")
    func approximationOnDemand() throws {
        let (earlier, later) = ([40, 120, 90, 10], [20, 100, 120, 25])
        let test = try #require(RankSumTest(earlier: earlier, later: later, using: .normalApproximation))
        #expect((test.pValue / 1.7465120891949283e-05 - 1).magnitude < 1e-9)
        #expect((test.midPValue / 1.7440721409553808e-05 - 1).magnitude < 1e-9)
        let huge = [100_000, 100_000, 100_000, 100_000]
        #expect(RankSumTest(earlier: huge, later: huge, using: .exact) == nil)
        #expect(RankSumTest(earlier: huge, later: huge)?.pValue == 1)
    }

    @Test("A group without cases, or groups of different scales, cannot be tested")
    func impossible() {
        #expect(RankSumTest(earlier: [0, 0, 0, 0], later: [1, 0, 0, 0]) == nil)
        #expect(RankSumTest(earlier: [1, 0], later: [1, 0, 0]) == nil)
        #expect(RankSumTest(earlier: [-1, 3], later: [1, 1]) == nil)
        #expect(RankSumTest(earlier: [.max, 3], later: [1, 1]) == nil)
        #expect(RankSumTest(earlier: [], later: []) == nil)
    }

    @Test("Swapping the groups keeps the p-value and turns the effect round; so does turning the scale")
    func symmetry() throws {
        var random = SeededGenerator()
        for _ in 0..<300 {
            let earlier = (0..<4).map { _ in Int.random(in: 0...6, using: &random) }
            let later = (0..<4).map { _ in Int.random(in: 0...6, using: &random) }
            guard let test = RankSumTest(earlier: earlier, later: later) else { continue }
            let swapped = try #require(RankSumTest(earlier: later, later: earlier))
            let turned = try #require(RankSumTest(earlier: earlier.reversed(), later: later.reversed()))
            for other in [swapped, turned] {
                #expect((test.pValue - other.pValue).magnitude < 1e-12)
                #expect((test.superiority + other.superiority - 1).magnitude < 1e-12)
            }
            #expect((0...1).contains(test.pValue))
            #expect(test.midPValue <= test.pValue + 1e-12)
            #expect(test.pValue >= test.smallestPossiblePValue - 1e-12)
        }
    }

    @Test("A verdict says when there are too few cases, whatever the grades")
    func verdicts() throws {
        func shift(_ earlier: [Grade: Int], _ later: [Grade: Int]) throws -> GradeShift {
            GradeShift(from: try GradeCounts(earlier), to: try GradeCounts(later))
        }
        let few = try shift([.requiresImprovement: 2], [.good: 2])
        #expect(few.verdict == .tooFewToTell)
        #expect(few.magnitude == .large)
        #expect(
            few.explanation
                == "Too few cases to tell (2 cases before and 2 after): with so few, even the greatest possible "
                + "difference "
                + "could be chance.")
        #expect(try shift([.good: 1], [.good: 1]).verdict == .allAlike)
        #expect(try shift([:], [.good: 1]).verdict == .noCases)
        #expect(try shift([.good: 4, .inadequate: 4], [.good: 5, .inadequate: 3]).verdict == .noClearChange)
        let better = try shift(
            [.inadequate: 2, .requiresImprovement: 3, .good: 1], [.requiresImprovement: 1, .good: 3, .outstanding: 2])
        #expect(better.verdict == .better)
        #expect(
            better.explanation
                == "Grades are better by more than chance would explain (6 cases before and 6 after). Of all pairs "
                + "of an "
                + "earlier and a later case, the later one is graded better in 89 of 100, ties counted half.")
        let worse = GradeShift(from: better.later, to: better.earlier)
        #expect(worse.verdict == .worse)
        #expect((try #require(worse.changeInGoodOrBetter) + 200.0 / 3).magnitude < 1e-9)
    }

    @Test(
        "The magnitudes begin at Vargha and Delaney's limits",
        arguments: [
            (56, GradeShift.Magnitude.small), (44, .small), (55, .negligible), (64, .medium), (71, .large),
            (29, .large),
        ])
    func magnitudes(better: Int, expected: GradeShift.Magnitude) throws {
        // One earlier case in the middle; A is the share of later cases above it.
        let shift = GradeShift(
            from: try GradeCounts([.good: 1]), to: try GradeCounts([.outstanding: better, .inadequate: 100 - better]))
        #expect(shift.magnitude == expected)
    }
}
