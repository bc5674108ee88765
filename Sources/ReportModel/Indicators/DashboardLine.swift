public import ReportVocabulary

/// A line of a dashboard that a source printed: what stood in each column, beside what can be computed.
///
/// Nothing here is recomputed. Where the printed change or rating is wrong it stays as printed, so that it can be checked.
public struct DashboardLine: Sendable, Hashable, Codable {
    /// The position on the dashboard, from 1.
    public var number: Int
    /// The section heading, empty where none was printed or readable.
    public var section: String
    /// The references to the improvement plan.
    public var planReferences: [PlanReference]
    /// The measure.
    public var measure: String
    /// The team, group or outcome that the line is limited to.
    public var part: String?
    /// The indicators that hold the figures of the line.
    public var indicators: [Indicator.ID]
    /// The earlier position.
    public var previous: PrintedPosition?
    /// The latest position.
    public var latest: PrintedPosition?
    /// The change between the two.
    public var change: PrintedChange?
    /// What the column for the change since the baseline shows.
    ///
    /// Some dashboards print the value at the baseline there.
    public var sinceBaseline: PrintedChange?
    /// The target.
    public var target: String?
    /// The rating.
    public var rating: PrintedRating?
    /// Shares of a whole, for lines that print several in place of two positions.
    public var shares: [PrintedShare]
    /// The text in place of figures, where the line has none.
    public var availability: String?
    /// Where the line is printed.
    public var source: SourceReference?
    /// Who may see it.
    public var access: Access

    /// Records a line.
    ///
    /// - Parameters:
    ///   - number: The position on the dashboard.
    ///   - section: The section heading.
    ///   - planReferences: The references to the improvement plan.
    ///   - measure: The measure.
    ///   - part: The team, group or outcome that the line is limited to.
    ///   - indicators: The indicators that hold the figures.
    ///   - previous: The earlier position.
    ///   - latest: The latest position.
    ///   - change: The change between the two.
    ///   - sinceBaseline: What the column for the change since the baseline shows.
    ///   - target: The target.
    ///   - rating: The rating.
    ///   - shares: Shares of a whole.
    ///   - availability: The text in place of figures.
    ///   - source: Where the line is printed.
    ///   - access: Who may see it.
    public init(
        number: Int, section: String = "", planReferences: [PlanReference] = [], measure: String, part: String? = nil,
        indicators: [Indicator.ID] = [], previous: PrintedPosition? = nil, latest: PrintedPosition? = nil,
        change: PrintedChange? = nil, sinceBaseline: PrintedChange? = nil, target: String? = nil,
        rating: PrintedRating? = nil, shares: [PrintedShare] = [], availability: String? = nil,
        source: SourceReference? = nil, access: Access = .unrestricted
    ) {
        self.number = number
        self.section = section
        self.planReferences = planReferences
        self.measure = measure
        self.part = part
        self.indicators = indicators
        self.previous = previous
        self.latest = latest
        self.change = change
        self.sinceBaseline = sinceBaseline
        self.target = target
        self.rating = rating
        self.shares = shares
        self.availability = availability
        self.source = source
        self.access = access
    }
}

/// A value printed for a period.
public struct PrintedPosition: Sendable, Hashable, Codable {
    /// The period as printed, such as `Nov.17`.
    public var label: String?
    /// The period that the label means, where it is clear.
    public var period: ReportingPeriod?
    /// The value as printed.
    public var figure: PrintedFigure

    /// Records a printed value.
    ///
    /// - Parameters:
    ///   - label: The period as printed.
    ///   - period: The period that the label means.
    ///   - figure: The value as printed.
    public init(label: String?, period: ReportingPeriod?, figure: PrintedFigure) {
        self.label = label
        self.period = period
        self.figure = figure
    }
}

/// A change as printed: the text, and the arrow beside it.
public struct PrintedChange: Sendable, Hashable, Codable {
    /// Which way an arrow points.
    public enum Arrow: String, Sendable, Hashable, Codable, CaseIterable {
        /// Up.
        case up
        /// Down.
        case down
        /// Level.
        case level
        /// There was an arrow that cannot be read.
        case unreadable
    }

    /// The text, such as `+5.7`; absent where only an arrow was printed.
    public var text: String?
    /// The arrow; absent where none was printed.
    public var arrow: Arrow?

    /// Records a printed change.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - arrow: The arrow.
    public init(text: String?, arrow: Arrow?) {
        self.text = text
        self.arrow = arrow
    }
}

/// A rating as printed.
public enum PrintedRating: String, Sendable, Hashable, Codable, CaseIterable {
    /// Red.
    case red
    /// Amber.
    case amber
    /// Green.
    case green

    /// The word for people.
    public var label: String {
        switch self {
        case .red: "Red"
        case .amber: "Amber"
        case .green: "Green"
        }
    }
}

/// One of several shares printed on a line.
public struct PrintedShare: Sendable, Hashable, Codable {
    /// What it is a share of or in, such as "in time"; absent where the source gives no label.
    public var label: String?
    /// The share as printed.
    public var figure: PrintedFigure

    /// Records a printed share.
    ///
    /// - Parameters:
    ///   - label: What it is a share of.
    ///   - figure: The share as printed.
    public init(label: String?, figure: PrintedFigure) {
        self.label = label
        self.figure = figure
    }
}
