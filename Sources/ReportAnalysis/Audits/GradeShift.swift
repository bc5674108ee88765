package import OfficialStatistics
import ReportModel
import ReportVocabulary

/// How audit grades moved between two periods, and whether there are enough cases to say so.
///
/// The grades are compared as an ordered scale, not as shares of "good or better": a move from inadequate to requires
/// improvement counts. The effect is Vargha and Delaney's A, the test is ``RankSumTest``. Where many teams or domains
/// are compared, some differences look clear by chance alone: 1 in 20 at the usual level.
package struct GradeShift: Sendable, Hashable, Codable {
    /// What can be said.
    package enum Verdict: String, Sendable, Hashable, Codable, CaseIterable {
        /// One of the periods has no graded cases.
        case noCases = "no-cases"
        /// All cases of both periods got the same grade.
        case allAlike = "all-alike"
        /// With so few cases no result could be told from chance.
        case tooFewToTell = "too-few-to-tell"
        /// The difference is no larger than chance would often bring.
        case noClearChange = "no-clear-change"
        /// The later grades are better by more than chance.
        case better
        /// The later grades are worse by more than chance.
        case worse

        /// The words for people.
        package var label: String {
            switch self {
            case .noCases: "No cases to compare"
            case .allAlike: "All graded alike"
            case .tooFewToTell: "Too few cases to tell"
            case .noClearChange: "No clear change"
            case .better: "Better"
            case .worse: "Worse"
            }
        }
    }

    /// How large a difference is, in Vargha and Delaney's terms (*Journal of Educational and Behavioral Statistics*,
    /// 2000): A or 1 − A from 0.56 small, from 0.64 medium, from 0.71 large.
    package enum Magnitude: String, Sendable, Hashable, Codable, CaseIterable {
        /// Below 0.56.
        case negligible
        /// From 0.56.
        case small
        /// From 0.64.
        case medium
        /// From 0.71.
        case large
    }

    /// The earlier grades.
    package let earlier: GradeCounts
    /// The later grades.
    package let later: GradeCounts
    /// The level below which a p-value is called clear.
    package let level: Double
    /// The test; absent where one of the periods has no cases.
    package let test: RankSumTest?
    /// What can be said.
    package let verdict: Verdict

    /// Compares the grades of two periods.
    ///
    /// - Parameters:
    ///   - earlier: The earlier grades.
    ///   - later: The later grades.
    ///   - level: The p-value up to which a difference is called clear, above 0 and at most 0.5; others are clamped.
    /// - Complexity: That of ``RankSumTest``.
    package init(from earlier: GradeCounts, to later: GradeCounts, level: Double = 0.05) {
        self.earlier = earlier
        self.later = later
        let level = level > 0 ? min(level, 0.5) : 0.05
        self.level = level
        test = RankSumTest(earlier: earlier.ascending, later: later.ascending)
        verdict =
            if let test {
                if zip(earlier.ascending, later.ascending).count(where: { $0 + $1 > 0 }) == 1 {
                    .allAlike
                } else if test.smallestPossiblePValue > level {
                    .tooFewToTell
                } else if test.pValue > level {
                    .noClearChange
                } else {
                    test.superiority > 0.5 ? .better : .worse
                }
            } else {
                .noCases
            }
    }

    /// The probability that a later case is graded better than an earlier one, half for a tie (Vargha and Delaney's A),
    /// 0 to 1.
    package var superiority: Double? { test?.superiority }

    /// How large the difference is, whether or not it is clear.
    package var magnitude: Magnitude? {
        guard let superiority else { return nil }
        // 0.56 itself is small; the slack is for 0.44, whose distance from 0.5 in binary falls a hair short.
        let distance = (superiority - 0.5).magnitude + 1e-12
        return distance < 0.06 ? .negligible : distance < 0.14 ? .small : distance < 0.21 ? .medium : .large
    }

    /// The change of the share graded good or better, in percentage points; absent where a period has no cases.
    package var changeInGoodOrBetter: Double? {
        guard earlier.total > 0, later.total > 0 else { return nil }
        return 100 * Double(later.count(atLeast: .good)) / Double(later.total)
            - 100 * Double(earlier.count(atLeast: .good)) / Double(earlier.total)
    }

    /// What can be said, in sentences for people who know no statistics.
    package var explanation: String {
        guard let test else { return "One of the periods has no graded cases, so there is nothing to compare." }
        let better = DecimalText.plain(100 * test.superiority, decimals: 0)
        let cases = "\(CountText.of(earlier.total, "case")) before and \(DecimalText.grouped(later.total)) after"
        let pairs =
            "Of all pairs of an earlier and a later case, the later one is graded better in \(better) of 100, ties "
            + "counted half."
        switch verdict {
        case .noCases: return "One of the periods has no graded cases, so there is nothing to compare."
        case .allAlike:
            let grade = Grade.allCases.first { earlier[$0] > 0 }?.label.lowercased() ?? ""
            return "All cases of both periods were graded \(grade) (\(cases))."
        case .tooFewToTell:
            return
                "Too few cases to tell (\(cases)): with so few, even the greatest possible difference could be chance."
        case .noClearChange:
            return
                "No clear change (\(cases)). \(pairs) Chance alone often brings such a difference, which does not "
                + "prove that "
                + "nothing changed."
        case .better, .worse:
            return
                "Grades are \(verdict == .better ? "better" : "worse") by more than chance would explain "
                + "(\(cases)). \(pairs)"
        }
    }
}

extension GradeShift.Verdict {
    /// The same in the terms of ``DirectionOfTravel``.
    package var clarity: DirectionOfTravel.Clarity {
        switch self {
        case .better, .worse: .clear(.counts)
        case .noClearChange, .tooFewToTell, .allAlike: .notClear(.counts)
        case .noCases: .untested
        }
    }
}
