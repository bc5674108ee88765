import FamilyServicesKit
import TestSupport
import Testing

@Suite("Shares that cannot add up")
struct PrintedSharesTests {
    private static let printed: [([Double], Double?, Bool)] = [
        ([33, 33, 33], 99, true), ([25, 25, 26, 26], 102, true), ([25, 25, 26, 27], 103, false),
        ([51, 51, 0, 0], 102, false), ([50, 51, 0, 0], 101, true), ([100, 0, 0, 0], nil, true),
        ([100, 1, 0, 0], 101, true), ([100, 1, 1, 0], 102, false), ([33.3, 33.3, 33.3], 99.9, true),
        ([33.3, 33.3, 33.2], 99.8, false), ([17, 33, 50], nil, true),
    ]

    @Test("Rounding explains some sums and not others", arguments: printed)
    func sums(shares: [Double], sum: Double?, possible: Bool) throws {
        let printed = try PrintedShares(shares)
        let expected: PrintedShares.Sum =
            if let sum { possible ? .roundingExplains(sum: sum) : .impossible(sum: sum) } else { .exact }
        #expect(printed.adding() == expected)
        #expect((printed.objection() == nil) == possible)
    }

    @Test("Halves up, four whole per cents add to 99 to 102; either way to 98 to 102")
    func possibleSums() {
        #expect(PrintedShares.possibleSums(categories: 4, decimals: 0, rounded: .halfUp) == 99...102)
        #expect(PrintedShares.possibleSums(categories: 4, decimals: 0) == 98...102)
        #expect(PrintedShares.possibleSums(categories: 2, decimals: 0, rounded: .halfUp) == 100...101)
        #expect(PrintedShares.possibleSums(categories: 1, decimals: 0) == 100...100)
        #expect(PrintedShares.possibleSums(categories: 3, decimals: 1, rounded: .halfUp) == 99.9...100.1)
    }

    @Test("69 per cent can be no share of 6 cases")
    func unattainable() throws {
        let printed = try PrintedShares([69, 31])
        let nearest: [Double] = [400.0 / 6, 500.0 / 6]
        #expect(
            printed.attainability(ofCases: 6)
                == .shareImpossible(position: 0, nearest: nearest))
        #expect(
            printed.objection(ofCases: 6)
                == "69 per cent cannot be a share of 6 cases; the nearest possible are 66.7 and 83.3 per cent.")
        #expect(printed.fewestCases() == 13)
    }

    @Test("Counts come back from shares where only one set gives them")
    func counts() throws {
        #expect(try PrintedShares([17, 33, 50, 0]).attainability(ofCases: 6) == .one([1, 2, 3, 0]))
        #expect(try PrintedShares([17, 33, 50, 0]).attainability(ofCases: 600) == .several)
        #expect(try PrintedShares([0, 0, 100, 0]).attainability(ofCases: 1) == .one([0, 0, 1, 0]))
        #expect(try PrintedShares([50, 50, 50]).attainability(ofCases: 2) == .notTogether)
        #expect(try PrintedShares([100]).attainability(ofCases: 0) == .notTogether)
        let results = GradeDistribution.Results.shares(
            [.good: try Percentage(67), .inadequate: try Percentage(33)], cases: 3)
        #expect(try GradeCounts(results) == GradeCounts([.good: 2, .inadequate: 1]))
        #expect(throws: GradeCountsError.numberOfCasesUnknown) { try GradeCounts(.shares([:], cases: nil)) }
        #expect(throws: GradeCountsError.sharesImpossible) {
            try GradeCounts(.shares([.good: try Percentage(60)], cases: 3))
        }
        #expect(throws: GradeCountsError.severalCountsPossible) {
            try GradeCounts(.shares([.good: try Percentage(50), .inadequate: try Percentage(50)], cases: 1_000))
        }
    }

    @Test("Shares printed from real counts are never objected to, and counts that come back are the real ones")
    func properties() throws {
        var random = SeededGenerator()
        for _ in 0..<2_000 {
            let counts = (0..<Int.random(in: 1...5, using: &random)).map { _ in Int.random(in: 0...40, using: &random) }
            let total = counts.reduce(0, +)
            guard total > 0 else { continue }
            let decimals = Int.random(in: 0...2, using: &random)
            let shares = counts.map { DecimalText.rounded(100 * Double($0) / Double(total), decimals: decimals) }
            let printed = try PrintedShares(shares, decimals: decimals)
            #expect(printed.objection(ofCases: total) == nil)
            if case .one(let found) = printed.attainability(ofCases: total) { #expect(found == counts) }
            let possible = PrintedShares.possibleSums(categories: counts.count, decimals: decimals)
            #expect(possible.contains(printed.sum))
        }
    }

    @Test("Numbers that are no printed shares are refused")
    func refused() {
        #expect(throws: PrintedSharesError.notAShare(101)) { try PrintedShares([101]) }
        #expect(throws: PrintedSharesError.self) { try PrintedShares([.nan]) }
        #expect(throws: PrintedSharesError.moreDecimals(33.3, printed: 0)) { try PrintedShares([33.3], decimals: 0) }
        #expect(throws: PrintedSharesError.tooManyDecimals(7)) { try PrintedShares([1], decimals: 7) }
    }
}
