public import ReportVocabulary

/// What audit says about one theme of practice.
public struct AuditTheme: Sendable, Hashable, Codable, Identifiable {
    /// The identifier.
    public var id: Identifier<AuditTheme>
    /// The title.
    public var title: String
    /// The grade as a whole, where one was given.
    public var grade: Grade?
    /// The grade as printed, where its words differ.
    public var printedGrade: String?
    /// What was found wanting.
    public var issues: [String]
    /// What has become better.
    public var improvements: [String]
    /// What comes next.
    public var futureFocus: [String]
    /// The indicators that show it.
    public var indicators: [Indicator.ID]
    /// Who may see it.
    public var access: Access

    /// Describes a theme.
    ///
    /// - Parameters:
    ///   - id: The identifier.
    ///   - title: The title.
    ///   - grade: The grade as a whole.
    ///   - printedGrade: The grade as printed.
    ///   - issues: What was found wanting.
    ///   - improvements: What has become better.
    ///   - futureFocus: What comes next.
    ///   - indicators: The indicators that show it.
    ///   - access: Who may see it.
    public init(
        id: ID, title: String, grade: Grade? = nil, printedGrade: String? = nil, issues: [String] = [],
        improvements: [String] = [], futureFocus: [String] = [], indicators: [Indicator.ID] = [],
        access: Access = .unrestricted
    ) {
        self.id = id
        self.title = title
        self.grade = grade
        self.printedGrade = printedGrade
        self.issues = issues
        self.improvements = improvements
        self.futureFocus = futureFocus
        self.indicators = indicators
        self.access = access
    }
}

/// A single statement about what audit shows.
public struct AuditStatement: Sendable, Hashable, Codable, Identifiable {
    /// Which way quality moves, as the statement says.
    public enum Direction: String, Sendable, Hashable, Codable, CaseIterable {
        /// Getting better.
        case improving
        /// Staying as it is.
        case steady
        /// Getting worse.
        case worsening
    }

    /// The identifier.
    public var id: Identifier<AuditStatement>
    /// The period.
    public var period: ReportingPeriod?
    /// What was graded.
    public var domain: String?
    /// The team.
    public var team: String?
    /// Which way quality moves.
    public var direction: Direction?
    /// What is said.
    public var text: String
    /// The shares that the statement names.
    public var shares: [Grade: Percentage]
    /// The months that the shares are about.
    public var periods: [ReportingPeriod]
    /// The indicators that hold them.
    public var indicators: [Indicator.ID]
    /// Where it is printed.
    public var source: SourceReference?

    /// Records a statement.
    ///
    /// - Parameters:
    ///   - id: The identifier.
    ///   - period: The period.
    ///   - domain: What was graded.
    ///   - team: The team.
    ///   - direction: Which way quality moves.
    ///   - text: What is said.
    ///   - shares: The shares that the statement names.
    ///   - periods: The months that the shares are about.
    ///   - indicators: The indicators that hold them.
    ///   - source: Where it is printed.
    public init(
        id: ID, period: ReportingPeriod? = nil, domain: String? = nil, team: String? = nil,
        direction: Direction? = nil, text: String, shares: [Grade: Percentage] = [:], periods: [ReportingPeriod] = [],
        indicators: [Indicator.ID] = [], source: SourceReference? = nil
    ) {
        self.id = id
        self.period = period
        self.domain = domain
        self.team = team
        self.direction = direction
        self.text = text
        self.shares = shares
        self.periods = periods
        self.indicators = indicators
        self.source = source
    }

    private enum CodingKeys: String, CodingKey {
        case id, period, domain, team, direction, text, shares, periods, indicators, source
    }

    /// Decodes the value.
    ///
    /// - Throws: `DecodingError` if the data is not valid.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let results = try container.decodeIfPresent(GradeDistribution.Results.self, forKey: .shares)
        var shares: [Grade: Percentage] = [:]
        if case .shares(let values, _) = results { shares = values }
        self.init(
            id: try container.decode(ID.self, forKey: .id),
            period: try container.decodeIfPresent(ReportingPeriod.self, forKey: .period),
            domain: try container.decodeIfPresent(String.self, forKey: .domain),
            team: try container.decodeIfPresent(String.self, forKey: .team),
            direction: try container.decodeIfPresent(Direction.self, forKey: .direction),
            text: try container.decode(String.self, forKey: .text),
            shares: shares,
            periods: try container.decode([ReportingPeriod].self, forKey: .periods),
            indicators: try container.decode([Indicator.ID].self, forKey: .indicators),
            source: try container.decodeIfPresent(SourceReference.self, forKey: .source))
    }

    /// Shares are written in the form of ``GradeDistribution/Results``, in a fixed order.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encodeIfPresent(period, forKey: .period)
        try container.encodeIfPresent(domain, forKey: .domain)
        try container.encodeIfPresent(team, forKey: .team)
        try container.encodeIfPresent(direction, forKey: .direction)
        try container.encode(text, forKey: .text)
        let results = shares.isEmpty ? nil : GradeDistribution.Results.shares(shares, cases: nil)
        try container.encodeIfPresent(results, forKey: .shares)
        try container.encode(periods, forKey: .periods)
        try container.encode(indicators, forKey: .indicators)
        try container.encodeIfPresent(source, forKey: .source)
    }
}
