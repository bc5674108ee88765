public import ReportVocabulary

/// How the audited cases of a team and period were graded in one domain.
public struct GradeDistribution: Sendable, Hashable, Codable, Identifiable {
    /// What is known of a distribution.
    public enum Results: Sendable, Hashable {
        /// How many cases got each grade.
        case counts([Grade: Int])
        /// The printed share of each grade, and the number of cases where it was printed too. Whole per cents may add to 99
        /// or 101.
        case shares([Grade: Percentage], cases: Int?)
    }

    /// The identifier.
    public var id: Identifier<GradeDistribution>
    /// What was graded, such as "management oversight".
    public var domain: String
    /// The team; absent for all teams.
    public var team: String?
    /// The period of the audits.
    public var period: ReportingPeriod
    /// How the cases were audited.
    public var method: AuditMethod.ID?
    /// What is known.
    public var results: Results
    /// The place in the improvement plan that it measures.
    public var planReference: PlanReference?
    /// Where it is printed.
    public var source: SourceReference?
    /// Who may see it.
    public var access: Access

    /// Records a distribution.
    ///
    /// - Parameters:
    ///   - id: The identifier.
    ///   - domain: What was graded.
    ///   - team: The team.
    ///   - period: The period of the audits.
    ///   - method: How the cases were audited.
    ///   - results: What is known.
    ///   - planReference: The place in the improvement plan that it measures.
    ///   - source: Where it is printed.
    ///   - access: Who may see it.
    public init(
        id: ID, domain: String, team: String? = nil, period: ReportingPeriod, method: AuditMethod.ID? = nil,
        results: Results, planReference: PlanReference? = nil, source: SourceReference? = nil,
        access: Access = .unrestricted
    ) {
        self.id = id
        self.domain = domain
        self.team = team
        self.period = period
        self.method = method
        self.results = results
        self.planReference = planReference
        self.source = source
        self.access = access
    }
}

extension GradeDistribution.Results {
    /// How many cases were graded, where that is known.
    public var cases: Int? {
        switch self {
        case .counts(let counts):
            // A file can hold numbers whose sum is out of reach; it must not trap.
            counts.values.reduce(0) { sum, count in
                let (result, overflow) = sum.addingReportingOverflow(count)
                return overflow ? (count < 0 ? .min : .max) : result
            }
        case .shares(_, let cases): cases
        }
    }

    /// The share of a grade on the scale 0 to 100: as printed, or exact from the counts.
    ///
    /// - Parameter grade: The grade.
    /// - Returns: `nil` where the grade was not given, or there are no cases.
    public func share(of grade: Grade) -> Double? {
        switch self {
        case .counts(let counts):
            guard let total = cases, total > 0 else { return nil }
            return 100 * Double(counts[grade] ?? 0) / Double(total)
        case .shares(let shares, _):
            return shares[grade]?.value
        }
    }

    /// The sum of the shares that are given; 100 for counts.
    public var sumOfShares: Double {
        switch self {
        case .counts: 100
        case .shares(let shares, _): Grade.allCases.compactMap { shares[$0]?.value }.reduce(0, +)
        }
    }
}

extension GradeDistribution.Results: Codable {
    private enum CodingKeys: String, CodingKey {
        case counts, shares, cases
    }

    /// Decodes the value.
    ///
    /// - Throws: `DecodingError` if the data is not valid.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func byGrade<Value>(_ values: [String: Value?], _ key: CodingKeys) throws -> [Grade: Value] {
            var result: [Grade: Value] = [:]
            for (name, value) in values {
                guard let grade = Grade(rawValue: name) else {
                    throw DecodingError.dataCorruptedError(
                        forKey: key, in: container, debugDescription: "“\(name)” is not a grade.")
                }
                result[grade] = value
            }
            return result
        }
        if let counts = try container.decodeIfPresent([String: Int?].self, forKey: .counts) {
            guard counts.values.allSatisfy({ $0 ?? 0 >= 0 }) else {
                throw DecodingError.dataCorruptedError(
                    forKey: .counts, in: container, debugDescription: "A number of cases cannot be negative.")
            }
            self = .counts(try byGrade(counts, .counts))
        } else {
            self = .shares(
                try byGrade(try container.decode([String: Percentage?].self, forKey: .shares), .shares),
                cases: try container.decodeIfPresent(Int.self, forKey: .cases))
        }
    }

    /// The members of a list by grade, those of no grade left out.
    private struct ByGrade<Value: Encodable>: Encodable {
        let values: [Grade: Value]

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: GradeKey.self)
            for grade in Grade.allCases { try container.encodeIfPresent(values[grade], forKey: GradeKey(grade)) }
        }
    }

    private struct GradeKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(_ grade: Grade) { stringValue = grade.rawValue }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// Encodes the value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        // Members that a case does not have are encoded as absent, so that an encoder can give every case the same members.
        var (counts, shares): (ByGrade<Int>?, ByGrade<Percentage>?)
        var cases: Int?
        switch self {
        case .counts(let values): counts = ByGrade(values: values)
        case .shares(let values, let total): (shares, cases) = (ByGrade(values: values), total)
        }
        try container.encodeIfPresent(counts, forKey: .counts)
        try container.encodeIfPresent(shares, forKey: .shares)
        try container.encodeIfPresent(cases, forKey: .cases)
    }
}

/// A case graded twice: by an auditor, and by whoever checked the auditor's grade.
public struct ModerationPair: Sendable, Hashable, Codable {
    /// What was graded.
    public var domain: String
    /// The period.
    public var period: ReportingPeriod
    /// The auditor's grade.
    public var auditor: Grade
    /// The moderator's grade.
    public var moderator: Grade
    /// How many cases got these two grades, at least 1.
    public let cases: Int
    /// The team.
    public var team: String?

    /// Records a pair of grades.
    ///
    /// - Parameters:
    ///   - domain: What was graded.
    ///   - period: The period.
    ///   - auditor: The auditor's grade.
    ///   - moderator: The moderator's grade.
    ///   - cases: How many cases got these two grades; numbers below 1 are taken as 1.
    ///   - team: The team.
    public init(
        domain: String, period: ReportingPeriod, auditor: Grade, moderator: Grade, cases: Int = 1, team: String? = nil
    ) {
        self.domain = domain
        self.period = period
        self.auditor = auditor
        self.moderator = moderator
        self.cases = max(cases, 1)
        self.team = team
    }
}
