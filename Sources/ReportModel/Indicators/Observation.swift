public import ReportVocabulary

/// One figure: the value of an indicator in a period, an area and, where it is split, a category.
public struct Observation: Sendable, Hashable, Codable {
    /// The indicator.
    public var indicator: Indicator.ID
    /// The period.
    public var period: ReportingPeriod
    /// The area.
    public var area: Area.ID
    /// The part of the population, where the figure is about a part: a category of the indicator's breakdown.
    public var category: Breakdown.Category.ID?
    /// What is known.
    public var value: ObservedValue
    /// How exactly the value is known.
    public var qualifier: Qualifier
    /// The figure as its source prints it, where it is transcribed.
    public var printed: PrintedFigure?
    /// Whether the source states the period or we worked it out.
    public var periodBasis: Basis
    /// Where the figure comes from.
    public var source: SourceReference?
    /// What to know before using the figure.
    public var note: String?
    /// Who may see it.
    public var access: Access
    /// The number to whose multiples the counts behind the value were rounded for this version; `nil` where they were not.
    public var roundedTo: Int?

    /// How exactly a value is known.
    public enum Qualifier: String, Sendable, Hashable, Codable, CaseIterable {
        /// As given.
        case exact
        /// More than the number given.
        case above
        /// Less than the number given.
        case below
        /// Roughly the number given.
        case about
        /// Computed from other figures of the source.
        case derived
        /// Will be revised.
        case provisional
    }

    /// Records a figure.
    ///
    /// - Parameters:
    ///   - indicator: The indicator.
    ///   - period: The period.
    ///   - area: The area.
    ///   - category: The part of the population.
    ///   - value: What is known.
    ///   - qualifier: How exactly the value is known.
    ///   - printed: The figure as its source prints it.
    ///   - periodBasis: Whether the source states the period.
    ///   - source: Where the figure comes from.
    ///   - note: What to know before using it.
    ///   - access: Who may see it.
    public init(
        indicator: Indicator.ID, period: ReportingPeriod, area: Area.ID, category: Breakdown.Category.ID? = nil,
        value: ObservedValue, qualifier: Qualifier = .exact, printed: PrintedFigure? = nil,
        periodBasis: Basis = .stated, source: SourceReference? = nil, note: String? = nil,
        access: Access = .unrestricted
    ) {
        self.indicator = indicator
        self.period = period
        self.area = area
        self.category = category
        self.value = value
        self.qualifier = qualifier
        self.printed = printed
        self.periodBasis = periodBasis
        self.source = source
        self.note = note
        self.access = access
    }
}

/// A figure as a source prints it.
public struct PrintedFigure: Sendable, Hashable, Codable {
    /// The text, such as `57.2%` or `two`.
    public var text: String
    /// The number that the text stands for, where it is one.
    public var value: Double?

    /// Records a printed figure.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - value: The number that it stands for.
    public init(_ text: String, value: Double? = nil) {
        self.text = text
        self.value = value
    }
}

extension Observation.Qualifier {
    /// Whether the figure claims to be what comes out, and not a bound or a rough idea of it.
    package var isExact: Bool {
        switch self {
        case .exact, .derived, .provisional: true
        case .above, .below, .about: false
        }
    }
}
