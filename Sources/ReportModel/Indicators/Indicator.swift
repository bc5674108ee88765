public import ReportVocabulary

/// A measure that is reported again and again: what it counts, which way is better, and what it should be.
public struct Indicator: Sendable, Hashable, Codable, Identifiable {
    /// The identifier, stable from report to report.
    public var id: Identifier<Indicator>
    /// The name of the measure.
    public var title: String
    /// The heading under which it is listed, such as a section of a dashboard.
    public var group: String
    /// The part of the measure that this indicator is limited to, such as a team or an outcome, where the same measure is
    /// split because target or polarity differ.
    public var part: String?
    /// The part of children's services that it is about.
    public var service: ServiceArea
    /// What exactly is counted, of what.
    public var definition: Definition
    /// What it is measured in.
    public var unit: MeasurementUnit
    /// How many decimals are shown.
    public let decimals: Int
    /// How its values gather what they count, and so what they may be compared with.
    public var accumulation: Accumulation
    /// Whom or what it counts, where that is not plain from the service; see ``countedGroup``.
    public var counts: CountedGroup?
    /// Which small counts behind a share are protected, where that is not as usual; see ``protectedCounts``.
    public var protects: ProtectedCounts?
    /// How its counts are tied to those of other indicators.
    public var ties: CountTies?
    /// Whose answers it reports, where it is the result of a survey.
    public var respondents: Respondents?
    /// Which way is better.
    public var polarity: Polarity
    /// Whether the polarity was stated by the owner of the measure or inferred from its nature.
    public var polarityBasis: Basis
    /// The way in which observations are split, where they are.
    public var breakdown: Breakdown.ID?
    /// What the value should be, over time.
    ///
    /// More than one may hold on a day: a national and a local one, say.
    public var targets: [Target]
    /// The days from which its figures do not mean what they meant before.
    public var breaks: [SeriesBreak]
    /// The time within which a process should be done, where the measure is about timeliness.
    public var timescale: TimescaleRule?
    /// The role that answers for it.
    public var owner: Role.ID?
    /// Remarks, by period.
    public var commentary: [Commentary]
    /// The places in the improvement plan that it measures.
    public var planReferences: [PlanReference]
    /// Where the measure is described or printed.
    public var sources: [SourceReference]
    /// Who may see it.
    public var access: Access

    /// Describes an indicator.
    ///
    /// - Parameters:
    ///   - id: The identifier.
    ///   - title: The name of the measure.
    ///   - group: The heading under which it is listed.
    ///   - part: The part of the measure that it is limited to.
    ///   - service: The part of children's services that it is about.
    ///   - definition: What exactly is counted, of what.
    ///   - unit: What it is measured in.
    ///   - decimals: How many decimals are shown, 0 to 15; by default as usual for the unit.
    ///   - accumulation: How its values gather what they count.
    ///   - counts: Whom or what it counts; by default as usual for the service.
    ///   - protects: Which small counts behind a share are protected; by default as usual for the measure.
    ///   - ties: How its counts are tied to those of other indicators.
    ///   - respondents: Whose answers it reports, where it is the result of a survey.
    ///   - polarity: Which way is better.
    ///   - polarityBasis: Whether the polarity was stated or inferred.
    ///   - breakdown: The way in which observations are split.
    ///   - targets: What the value should be, over time.
    ///   - breaks: The days from which its figures do not mean what they meant before.
    ///   - timescale: The time within which a process should be done.
    ///   - owner: The role that answers for it.
    ///   - commentary: Remarks, by period.
    ///   - planReferences: The places in the improvement plan that it measures.
    ///   - sources: Where the measure is described or printed.
    ///   - access: Who may see it.
    public init(
        id: ID, title: String, group: String = "", part: String? = nil, service: ServiceArea = .other,
        definition: Definition = Definition(), unit: MeasurementUnit, decimals: Int? = nil,
        accumulation: Accumulation = .period, counts: CountedGroup? = nil,
        protects: ProtectedCounts? = nil, ties: CountTies? = nil, respondents: Respondents? = nil, polarity: Polarity,
        polarityBasis: Basis = .stated,
        breakdown: Breakdown.ID? = nil, targets: [Target] = [], breaks: [SeriesBreak] = [],
        timescale: TimescaleRule? = nil,
        owner: Role.ID? = nil, commentary: [Commentary] = [], planReferences: [PlanReference] = [],
        sources: [SourceReference] = [], access: Access = .unrestricted
    ) {
        self.id = id
        self.title = title
        self.group = group
        self.part = part
        self.service = service
        self.definition = definition
        self.unit = unit
        self.decimals = min(max(decimals ?? unit.usualDecimals, 0), 15)
        self.accumulation = accumulation
        self.counts = counts
        self.protects = protects
        self.ties = ties
        self.respondents = respondents
        self.polarity = polarity
        self.polarityBasis = polarityBasis
        self.breakdown = breakdown
        self.targets = targets
        self.breaks = breaks
        self.timescale = timescale
        self.owner = owner
        self.commentary = commentary
        self.planReferences = planReferences
        self.sources = sources
        self.access = access
    }

    /// What an indicator counts, in words.
    public struct Definition: Sendable, Hashable, Codable {
        /// The measure in a sentence.
        public var text: String?
        /// What is counted above the line.
        public var numerator: String?
        /// What is counted below the line.
        public var denominator: String?
        /// Which children, cases or staff are meant at all.
        public var population: String?

        /// Describes what is counted.
        ///
        /// - Parameters:
        ///   - text: The measure in a sentence.
        ///   - numerator: What is counted above the line.
        ///   - denominator: What is counted below the line.
        ///   - population: Which children, cases or staff are meant at all.
        public init(
            text: String? = nil, numerator: String? = nil, denominator: String? = nil, population: String? = nil
        ) {
            self.text = text
            self.numerator = numerator
            self.denominator = denominator
            self.population = population
        }
    }

    /// The name together with the part, such as "Average caseload: REACH".
    public var fullTitle: String { part.map { "\(title): \($0)" } ?? title }
}

/// Whether something was said by its source or worked out from it.
public enum Basis: String, Sendable, Hashable, Codable, CaseIterable {
    /// The source says so.
    case stated
    /// We read it so.
    case inferred
}
