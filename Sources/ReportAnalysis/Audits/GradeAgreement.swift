import OfficialStatistics
package import ReportModel
package import ReportVocabulary

/// How far auditors and moderators agree on the grades of the same cases.
///
/// Cohen's kappa is the share of agreement beyond what two graders with the same habits would reach by chance; the
/// weighted form (Cohen, *Psychological Bulletin*, 1968) counts a disagreement by the square of its distance on the
/// four-grade scale, so that good against outstanding weighs a ninth of inadequate against outstanding. Both are those
/// of scikit-learn's `cohen_kappa_score` with all four grades as labels.
package struct GradeAgreement: Sendable, Hashable {
    /// A kappa, or why there is none.
    package enum Kappa: Sendable, Hashable {
        /// The value, −1 to 1: 1 for full agreement, 0 for no more than chance.
        case value(Double)
        /// No case was graded twice.
        case noPairs
        /// Everybody gave every case the same grade, so that chance alone would agree as well.
        case oneGradeOnly(Grade)

        /// The number, where there is one.
        package var number: Double? {
            if case .value(let number) = self { number } else { nil }
        }

        /// The strength of agreement in Landis and Koch's words (*Biometrics*, 1977), which are a custom and no law.
        package var strength: String? { number.map(OfficialStatistics.Kappa.strength(of:)) }
    }

    /// Which way the auditors lean.
    package enum Lean: String, Sendable, Hashable, Codable, CaseIterable {
        /// Auditors gave the better grade more often than chance explains.
        case generous
        /// Auditors gave the worse grade more often than chance explains.
        case harsh
        /// Neither, or too few disagreements to tell.
        case none
    }

    /// How many cases got each pair of grades: by auditor and then moderator, each from inadequate to outstanding.
    private let table: [[Int]]
    /// How many cases were graded twice.
    package let cases: Int
    /// How many got the same grade from both.
    package let agreed: Int
    /// How many got a better grade from the auditor.
    package let auditorMoreGenerous: Int
    /// How many got a worse grade from the auditor.
    package let auditorHarsher: Int
    /// How many got grades that are more than one step apart.
    package let furtherThanOneGrade: Int
    /// Kappa with squared distances on the scale as weights.
    package let quadraticKappa: Kappa
    /// Kappa that counts every disagreement alike.
    package let kappa: Kappa

    /// Compares the grades of auditors and moderators.
    ///
    /// - Parameter pairs: The pairs of grades. Choose a domain, team or period before: the pairs of one case in
    ///   different domains are not independent.
    /// - Throws: ``GradeCountsError/tooManyCases`` where there are more than ``GradeCounts/mostCases``.
    /// - Complexity: O(n) for n pairs.
    package init(_ pairs: some Sequence<ModerationPair>) throws(GradeCountsError) {
        var table = [[Int]](repeating: [0, 0, 0, 0], count: 4)
        var total = 0
        for pair in pairs {
            guard pair.cases <= GradeCounts.mostCases - total else { throw .tooManyCases }
            total += pair.cases
            table[pair.auditor.rank - 1][pair.moderator.rank - 1] += pair.cases
        }
        func sum(_ condition: (Int, Int) -> Bool) -> Int {
            var result = 0
            for auditor in 0..<4 {
                for moderator in 0..<4 where condition(auditor, moderator) {
                    result += table[auditor][moderator]
                }
            }
            return result
        }
        self.table = table
        cases = total
        agreed = sum { $0 == $1 }
        auditorMoreGenerous = sum { $0 > $1 }
        auditorHarsher = sum { $0 < $1 }
        furtherThanOneGrade = sum { ($0 - $1).magnitude > 1 }
        quadraticKappa = Self.kappa(table, .quadratic)
        kappa = Self.kappa(table, .none)
    }

    /// The kappa of a table, or why there is none.
    private static func kappa(_ table: [[Int]], _ weights: OfficialStatistics.Kappa.Weights) -> Kappa {
        // The table is square and its counts are in bounds, so this cannot fail.
        guard let kappa = try? OfficialStatistics.Kappa(table, weights: weights), kappa.cases > 0 else {
            return .noPairs
        }
        if let value = kappa.value { return .value(value) }
        return .oneGradeOnly(Grade.allCases.first { table[$0.rank - 1][$0.rank - 1] > 0 } ?? .inadequate)
    }

    /// How many cases got one grade from the auditor and another from the moderator.
    ///
    /// - Parameters:
    ///   - auditor: The auditor's grade.
    ///   - moderator: The moderator's grade.
    /// - Returns: 0 or more.
    package func cases(auditor: Grade, moderator: Grade) -> Int { table[auditor.rank - 1][moderator.rank - 1] }

    /// Cases with the same grade from both, out of all: numerator and denominator.
    package var exactAgreement: ObservedValue {
        .fraction(numerator: Double(agreed), denominator: Double(cases))
    }

    /// The two-sided p-value of the exact sign test: how often chance would split the disagreements at least as
    /// unevenly.
    package var leanPValue: Double { TailProbability.evenSplit(auditorMoreGenerous, auditorHarsher) }

    /// Which way the auditors lean, where the sign test is clear.
    ///
    /// - Parameter level: The p-value up to which it is called clear.
    /// - Returns: The lean; fewer than six disagreements are never clear at the usual level.
    package func lean(level: Double = 0.05) -> Lean {
        guard leanPValue <= level, auditorMoreGenerous != auditorHarsher else { return .none }
        return auditorMoreGenerous > auditorHarsher ? .generous : .harsh
    }

    /// The agreement in sentences for people who know no statistics.
    package var explanation: String {
        guard cases > 0 else { return "No case was graded by both an auditor and a moderator." }
        var parts = [
            "Auditor and moderator gave the same grade in \(DecimalText.grouped(agreed)) of "
                + "\(CountText.of(cases, "case")) "
                + "(\(CountText.percentage(agreed, of: cases)))."
        ]
        let disagreed = auditorMoreGenerous + auditorHarsher
        if disagreed > 0 {
            let tendency =
                switch lean() {
                case .generous: "Auditors are more generous than moderators, by more than chance would explain."
                case .harsh: "Auditors are harsher than moderators, by more than chance would explain."
                case .none: "There is no clear pattern either way."
                }
            parts.append(
                "The auditor was more generous in \(DecimalText.grouped(auditorMoreGenerous)) and harsher in "
                    + "\(DecimalText.grouped(auditorHarsher)). \(tendency)")
        }
        switch quadraticKappa {
        case .value(let number):
            let strength = quadraticKappa.strength.map { ", \($0)" } ?? ""
            parts.append(
                "Agreement beyond chance, counting how far apart the grades are: "
                    + "\(DecimalText.plain(number, decimals: 2)) of 1"
                    + "\(strength) (quadratic-weighted kappa).")
        case .oneGradeOnly(let grade):
            parts.append(
                "Every grade was \(grade.label.lowercased()), so agreement beyond chance cannot be worked out.")
        case .noPairs: break
        }
        return parts.joined(separator: " ")
    }
}
