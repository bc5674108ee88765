package import OfficialStatistics
package import ReportModel
package import ReportVocabulary

/// How many cases got each grade.
package struct GradeCounts: Sendable, Hashable {
    /// The most cases that are counted, a thousand million, so that no product of two numbers overflows.
    package static let mostCases = RankSumTest.mostCases

    /// The numbers from ``Grade/inadequate`` to ``Grade/outstanding``.
    let ascending: [Int]

    /// No cases.
    package static let none = GradeCounts(ascending: [0, 0, 0, 0])

    init(ascending: [Int]) {
        self.ascending = ascending
    }

    /// Counts cases.
    ///
    /// - Parameter counts: The number of cases by grade; grades that are absent have none.
    /// - Throws: ``GradeCountsError/negative(_:_:)`` or ``GradeCountsError/tooManyCases``.
    package init(_ counts: [Grade: Int]) throws(GradeCountsError) {
        var ascending: [Int] = []
        var total = 0
        for grade in Grade.allCases.sorted() {
            let count = counts[grade] ?? 0
            guard count >= 0 else { throw .negative(count, grade) }
            guard count <= Self.mostCases - total else { throw .tooManyCases }
            total += count
            ascending.append(count)
        }
        self.ascending = ascending
    }

    /// The counts behind a distribution.
    ///
    /// Where only shares were printed, with the number of cases, the counts are worked back from them if no other
    /// counts give the same printed shares: 17, 33, 50 and 0 per cent of 6 cases are 1, 2, 3 and 0. Grades that were
    /// not printed are taken to have no cases.
    ///
    /// - Parameter results: The distribution.
    /// - Throws: ``GradeCountsError`` where the counts do not follow.
    package init(_ results: GradeDistribution.Results) throws(GradeCountsError) {
        switch results {
        case .counts(let counts): try self.init(counts)
        case .shares(let shares, let cases):
            guard let cases else { throw .numberOfCasesUnknown }
            guard cases <= Self.mostCases else { throw .tooManyCases }
            let values = Grade.allCases.sorted().map { shares[$0]?.value ?? 0 }
            guard let printed = try? PrintedShares(values) else { throw .sharesImpossible }
            switch printed.attainability(ofCases: cases) {
            case .one(let counts): self.init(ascending: counts)
            case .several: throw .severalCountsPossible
            case .shareImpossible, .notTogether: throw .sharesImpossible
            }
        }
    }

    /// How many cases got a grade.
    ///
    /// - Parameter grade: The grade.
    /// - Returns: 0 or more.
    package subscript(grade: Grade) -> Int { ascending[grade.rank - 1] }

    /// How many cases were graded.
    package var total: Int { ascending.reduce(0, +) }

    /// How many cases got a grade or a better one: the numerator of "good or better" over ``total``.
    ///
    /// - Parameter grade: The grade.
    /// - Returns: 0 or more.
    package func count(atLeast grade: Grade) -> Int { ascending[(grade.rank - 1)...].reduce(0, +) }

    /// Cases that got a grade or a better one, out of all: numerator and denominator.
    ///
    /// - Parameter grade: The grade.
    /// - Returns: A fraction, whose denominator is 0 where nothing was graded.
    package func share(atLeast grade: Grade) -> ObservedValue {
        .fraction(numerator: Double(count(atLeast: grade)), denominator: Double(total))
    }

    /// How far chance in choosing cases may have moved the share of a grade or a better one.
    ///
    /// It takes the audited cases for a random sample of all cases, which audits that look for problems are not.
    ///
    /// - Parameters:
    ///   - grade: The grade.
    ///   - level: How sure the interval should be.
    /// - Returns: Wilson's interval in per cent; `nil` where nothing was graded.
    package func interval(atLeast grade: Grade, at level: ConfidenceLevel = .percent95) -> ConfidenceInterval? {
        try? Proportion(Double(count(atLeast: grade)), of: Double(total)).interval(at: level)
    }

    /// The counts of both.
    ///
    /// - Parameter other: Other cases.
    /// - Returns: The sums.
    /// - Throws: ``GradeCountsError/tooManyCases`` where there are more than ``mostCases``.
    package func adding(_ other: GradeCounts) throws(GradeCountsError) -> GradeCounts {
        guard other.total <= Self.mostCases - total else { throw .tooManyCases }
        return GradeCounts(ascending: zip(ascending, other.ascending).map(+))
    }

    /// The counts in words, best first, such as "2 outstanding, 5 good, 1 requires improvement"; grades without cases
    /// are left out.
    package var label: String {
        let parts = Grade.allCases.filter { self[$0] > 0 }.map {
            "\(DecimalText.grouped(self[$0])) \($0.label.lowercased())"
        }
        return parts.isEmpty ? "no cases" : parts.joined(separator: ", ")
    }
}

extension GradeCounts: Codable {
    /// Reads what a ``GradeDistribution/Results`` is written as, where the counts follow from it.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let results = try container.decode(GradeDistribution.Results.self)
        do {
            try self.init(results)
        } catch {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(error)")
        }
    }

    /// Writes the counts as those of a ``GradeDistribution/Results``, from best to worst.
    package func encode(to encoder: any Encoder) throws {
        let counts = Dictionary(uniqueKeysWithValues: Grade.allCases.map { ($0, self[$0]) })
        try GradeDistribution.Results.counts(counts).encode(to: encoder)
    }
}

/// Why the number of cases by grade is not known.
package enum GradeCountsError: Error, Sendable, Hashable, Codable, CustomStringConvertible {
    /// A number of cases is negative.
    case negative(Int, Grade)
    /// There are more cases than ``GradeCounts/mostCases``.
    case tooManyCases
    /// Shares were printed without the number of cases.
    case numberOfCasesUnknown
    /// Different counts give the printed shares.
    case severalCountsPossible
    /// No counts give the printed shares.
    case sharesImpossible

    /// A sentence for people, which says what would be right.
    package var description: String {
        switch self {
        case .negative(let count, let grade):
            "\(count) cannot be the number of cases graded \(grade.label.lowercased()); give 0 or more."
        case .tooManyCases:
            "There are more than \(DecimalText.grouped(GradeCounts.mostCases)) cases; check the numbers."
        case .numberOfCasesUnknown:
            "Only shares were given; give the number of cases too."
        case .severalCountsPossible:
            "The shares are rounded too much to tell how many cases got each grade; give the counts."
        case .sharesImpossible:
            "No number of cases by grade gives these shares; check the shares and the number of cases."
        }
    }
}
