import FamilyServicesKit
import Testing

@Suite("Agreement of auditor and moderator")
struct GradeAgreementTests {
    private let period: ReportingPeriod

    init() throws { period = try ReportingPeriod("2017-11") }

    /// The rows are the auditor's grades, the columns the moderator's, from inadequate to outstanding.
    private func agreement(_ table: [[Int]]) throws -> GradeAgreement {
        let grades = Grade.allCases.sorted()
        var pairs: [ModerationPair] = []
        for (auditor, row) in zip(grades, table) {
            for (moderator, cases) in zip(grades, row) where cases > 0 {
                pairs.append(
                    ModerationPair(domain: "all", period: period, auditor: auditor, moderator: moderator, cases: cases))
            }
        }
        return try GradeAgreement(pairs)
    }

    /// Computed with scikit-learn 1.9.1, `cohen_kappa_score(..., labels=[1, 2, 3, 4])`, and SciPy 1.17.1 `binomtest`.
    @Test(
        "Kappa is scikit-learn's, the sign test SciPy's",
        arguments: [
            (
                [[3, 1, 0, 0], [2, 10, 2, 0], [0, 4, 12, 1], [0, 0, 1, 4]],
                [0.8103448275862069, 0.5963302752293578, 7, 4, 0.548828125]
            ),
            ([[0, 0, 0, 0], [0, 0, 5, 0], [0, 0, 0, 0], [0, 0, 0, 0]], [0, 0, 0, 5, 0.0625]),
            ([[0, 0, 0, 0], [0, 2, 3, 0], [0, 0, 5, 0], [0, 0, 0, 0]], [0.4, 0.4, 0, 3, 0.25]),
            (
                [[1, 2, 3, 4], [4, 3, 2, 1], [1, 1, 1, 1], [0, 9, 0, 2]],
                [-0.16742969260954887, -0.0852713178294573, 15, 13, 0.8505540192127228]
            ),
            ([[0, 0, 0, 5], [0, 0, 0, 0], [0, 0, 0, 0], [5, 0, 0, 0]], [-1, -1, 5, 5, 1]),
        ])
    func constants(table: [[Int]], expected: [Double]) throws {
        let result = try agreement(table)
        #expect((try #require(result.quadraticKappa.number) - expected[0]).magnitude < 1e-12)
        #expect((try #require(result.kappa.number) - expected[1]).magnitude < 1e-12)
        #expect(Double(result.auditorMoreGenerous) == expected[2])
        #expect(Double(result.auditorHarsher) == expected[3])
        #expect((result.leanPValue - expected[4]).magnitude < 1e-12)
        #expect(result.agreed + result.auditorMoreGenerous + result.auditorHarsher == result.cases)
    }

    /// Computed with SciPy 1.17.1, `stats.binomtest(k, n).pvalue`.
    @Test(
        "The sign test keeps its digits for many disagreements",
        arguments: [
            (1_200, 1_300, 0.047681865221043444), (3, 17, 0.0025768280029296875),
            (49_000, 51_000, 2.5887160383468943e-10),
        ])
    func manyDisagreements(generous: Int, harsh: Int, pValue: Double) throws {
        let result = try agreement([[0, harsh, 0, 0], [generous, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]])
        #expect((result.leanPValue / pValue - 1).magnitude < 1e-9)
        #expect(result.lean() == .harsh)
    }

    @Test("Without pairs there is no kappa")
    func noPairs() throws {
        let result = try agreement([])
        #expect(result.quadraticKappa == .noPairs)
        #expect(result.exactAgreement.number(in: .percent) == nil)
        #expect(result.leanPValue == 1)
        #expect(result.explanation == "No case was graded by both an auditor and a moderator.")
    }

    @Test("Where every grade is the same, kappa is undefined and not 1 or 0")
    func oneGrade() throws {
        let result = try agreement([[0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 7, 0], [0, 0, 0, 0]])
        #expect(result.quadraticKappa == .oneGradeOnly(.good))
        #expect(result.kappa == .oneGradeOnly(.good))
        #expect(
            result.explanation
                == "Auditor and moderator gave the same grade in 7 of 7 cases (100%). Every grade was good, so "
                + "agreement beyond chance cannot be worked out.")
    }

    @Test("The explanation names the tendency only where it is clear")
    func explanation() throws {
        let generous = try agreement([[1, 0, 0, 0], [0, 2, 0, 0], [0, 6, 3, 0], [0, 0, 0, 1]])
        #expect(generous.lean() == .generous)
        #expect(
            generous.explanation
                == "Auditor and moderator gave the same grade in 7 of 13 cases (53.8%). The auditor was "
                + "more generous "
                + "in 6 and harsher in 0. Auditors are more generous than moderators, by more than chance would "
                + "explain. "
                + "Agreement beyond chance, counting how far apart the grades are: 0.62 of 1, substantial "
                + "(quadratic-weighted "
                + "kappa).")
        let unclear = try agreement([[1, 0, 0, 0], [0, 2, 0, 0], [0, 5, 3, 0], [0, 0, 0, 1]])
        #expect(unclear.lean() == .none)
        #expect(unclear.explanation.contains("There is no clear pattern either way."))
    }

    @Test("Too many cases are an error, not an overflow")
    func tooMany() {
        let pair = ModerationPair(domain: "all", period: period, auditor: .good, moderator: .good, cases: .max)
        #expect(throws: GradeCountsError.tooManyCases) { try GradeAgreement([pair, pair]) }
    }
}
