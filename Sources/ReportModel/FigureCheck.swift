public import ReportVocabulary

/// A figure or statement of a source that somebody checked against the rest of the source, and what came of it.
public struct FigureCheck: Sendable, Hashable, Codable, Identifiable {
    /// What came of a check.
    public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
        /// The source is right.
        case agrees
        /// The source contradicts itself.
        case differs
    }

    /// How much a difference matters.
    public enum Severity: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
        /// Rounding, labels, stale wording.
        case low
        /// In between.
        case medium
        /// A reader would be misled.
        case high

        /// Whether one comes before another.
        ///
        /// - Parameters:
        ///   - left: One.
        ///   - right: The other.
        /// - Returns: Whether the first is the smaller.
        public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .low: 0
            case .medium: 1
            case .high: 2
            }
        }
    }

    /// The identifier.
    public var id: Identifier<FigureCheck>
    /// What came of it.
    public var outcome: Outcome
    /// What was checked.
    public var statement: String
    /// What the source prints.
    public var printed: String?
    /// What it should be.
    public var recomputed: String?
    /// How it was checked.
    public var method: String?
    /// What probably went wrong.
    public var likelyCause: String?
    /// The sort of difference, such as "percentage" or "date".
    public var kind: String?
    /// How much it matters; only for a difference.
    public var severity: Severity?
    /// The recomputation as an arithmetic expression, where there is one.
    public var formula: String?
    /// The indicators that it is about.
    public var indicators: [Indicator.ID]
    /// The lines of the dashboard that it is about, by number.
    public var dashboardLines: [Int]
    /// What to know beyond that.
    public var note: String?
    /// Where it stands in the source.
    public var source: SourceReference?
    /// Who may see it.
    public var access: Access

    /// Records a check.
    ///
    /// - Parameters:
    ///   - id: The identifier.
    ///   - outcome: What came of it.
    ///   - statement: What was checked.
    ///   - printed: What the source prints.
    ///   - recomputed: What it should be.
    ///   - method: How it was checked.
    ///   - likelyCause: What probably went wrong.
    ///   - kind: The sort of difference.
    ///   - severity: How much it matters.
    ///   - formula: The recomputation as an arithmetic expression.
    ///   - indicators: The indicators that it is about.
    ///   - dashboardLines: The lines of the dashboard that it is about.
    ///   - note: What to know beyond that.
    ///   - source: Where it stands in the source.
    ///   - access: Who may see it.
    public init(
        id: ID, outcome: Outcome, statement: String, printed: String? = nil, recomputed: String? = nil,
        method: String? = nil, likelyCause: String? = nil, kind: String? = nil, severity: Severity? = nil,
        formula: String? = nil, indicators: [Indicator.ID] = [], dashboardLines: [Int] = [], note: String? = nil,
        source: SourceReference? = nil, access: Access = .unrestricted
    ) {
        self.id = id
        self.outcome = outcome
        self.statement = statement
        self.printed = printed
        self.recomputed = recomputed
        self.method = method
        self.likelyCause = likelyCause
        self.kind = kind
        self.severity = severity
        self.formula = formula
        self.indicators = indicators
        self.dashboardLines = dashboardLines
        self.note = note
        self.source = source
        self.access = access
    }
}
