public import ReportVocabulary

/// A sentence of a report that states a figure, bound to the data that the figure came from.
///
/// What has to be given depends on the kind:
///
/// | kind | ``figures`` | ``comparedWith`` | ``outOf`` |
/// |---|---|---|---|
/// | value, count | the figure | | |
/// | points, difference | the later figure | the earlier | |
/// | per cent change | the later figure | the earlier | |
/// | share | the part, or one share alone | | the whole, or parts that add up to it |
/// | rate | the part | | the population |
/// | ratio | the one | the other, if it is not under ``outOf`` | the other |
/// | sum | the parts | | |
/// | average | the figures | | a weight for each, or none |
/// | rating | the figure | the earlier, if the rating is by direction | |
/// | comparison | the figure | what it is compared with | |
///
/// A share without a part says of how many it is: the check is then whether any whole number of them gives it.
public struct Claim: Sendable, Hashable, Codable, Identifiable {
    /// What kind of figure a sentence states.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// A figure, as it was stated.
        case value
        /// A number of children, cases or posts, as it was stated.
        case count
        /// The difference of two percentages, in percentage points.
        case points = "percentage-points"
        /// The difference of two figures, in per cent of the earlier.
        case percentChange = "per-cent-change"
        /// The difference of two figures in their own unit.
        case difference
        /// One figure as a percentage of another.
        case share
        /// Cases per 10,000 of a population.
        case rate
        /// One figure divided by another.
        case ratio
        /// Several figures added up.
        case sum
        /// The mean of several figures.
        case average
        /// A rating: red, amber or green.
        case rating
        /// That one figure is higher or lower than another.
        case comparison

        /// The name for people, such as "change in percentage points".
        public var label: String {
            switch self {
            case .value: "value"
            case .count: "count"
            case .points: "change in percentage points"
            case .percentChange: "change in per cent"
            case .difference: "difference"
            case .share: "share"
            case .rate: "rate per 10,000"
            case .ratio: "ratio"
            case .sum: "sum"
            case .average: "average"
            case .rating: "rating"
            case .comparison: "comparison"
            }
        }
    }

    /// The identifier.
    public var id: Identifier<Claim>
    /// The sentence, in the report's words or in brief.
    public var statement: String
    /// What kind of figure it states.
    public var kind: Kind
    /// The figure that it states, with its direction where it has one.
    public var stated: StatedFigure
    /// The figure that is meant, or the several that are added up or averaged.
    public var figures: [FigureReference]
    /// The earlier figure, or the other one.
    public var comparedWith: FigureReference?
    /// The whole that a share is of; the weights of an average.
    public var outOf: [FigureReference]
    /// Where the sentence is: the paragraph of the report.
    public var paragraph: String?
    /// The document that it is in.
    public var source: SourceReference?
    /// What to know about it.
    public var note: String?
    /// Who may see it.
    public var access: Access

    /// Binds a sentence to the data it came from.
    ///
    /// - Parameters:
    ///   - id: The identifier.
    ///   - statement: The sentence.
    ///   - kind: What kind of figure it states.
    ///   - stated: The figure that it states.
    ///   - figures: The figure that is meant, or the several that are added up or averaged.
    ///   - comparedWith: The earlier figure, or the other one.
    ///   - outOf: The whole that a share is of; the weights of an average.
    ///   - paragraph: The paragraph of the report.
    ///   - source: The document that it is in.
    ///   - note: What to know about it.
    ///   - access: Who may see it.
    public init(
        id: ID, statement: String, kind: Kind, stated: StatedFigure, figures: [FigureReference] = [],
        comparedWith: FigureReference? = nil, outOf: [FigureReference] = [], paragraph: String? = nil,
        source: SourceReference? = nil, note: String? = nil, access: Access = .unrestricted
    ) {
        self.id = id
        self.statement = statement
        self.kind = kind
        self.stated = stated
        self.figures = figures
        self.comparedWith = comparedWith
        self.outOf = outOf
        self.paragraph = paragraph
        self.source = source
        self.note = note
        self.access = access
    }

    /// Everything that the claim refers to, in the order of the sentence.
    public var references: [FigureReference] { figures + (comparedWith.map { [$0] } ?? []) + outOf }

    /// The indicators that the claim refers to, each once.
    public var indicators: [Indicator.ID] {
        var seen: Set<Indicator.ID> = []
        return references.compactMap(\.observed?.indicator).filter { seen.insert($0).inserted }
    }
}

extension KeyedDecodingContainer {
    /// Reads claims; none where the key is absent, as it is in packs written before there were claims.
    ///
    /// The decoder that the compiler writes for ``ReportPack`` takes this in place of the standard library's.
    func decode(_ type: [Claim].Type, forKey key: Key) throws -> [Claim] {
        try decodeIfPresent(type, forKey: key) ?? []
    }
}
