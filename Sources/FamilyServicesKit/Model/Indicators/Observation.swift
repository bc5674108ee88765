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

/// What is known of a figure.
public enum ObservedValue: Sendable, Hashable {
    /// Numerator and denominator; the value follows exactly from them and the indicator's unit.
    case fraction(numerator: Double, denominator: Double)
    /// The value alone, with the number it was counted out of where the source gives that.
    case value(Double, outOf: Double? = nil)
    /// No value, and why.
    case missing(MissingReason)

    /// The value in a unit.
    ///
    /// - Parameter unit: The unit of the indicator, whose factor turns a fraction into a percentage or a rate.
    /// - Returns: `nil` where nothing is known, or the denominator is zero.
    public func number(in unit: MeasurementUnit) -> Double? {
        switch self {
        case .fraction(let numerator, let denominator):
            // Multiply first: 100 × 155 ÷ 224 loses less than 155 ÷ 224 × 100.
            denominator > 0 ? unit.factor * numerator / denominator : nil
        case .value(let value, _): value
        case .missing: nil
        }
    }

    /// Why there is no value: as recorded, or "not applicable" for a zero denominator.
    public var missingReason: MissingReason? {
        switch self {
        case .missing(let reason): reason
        case .fraction(_, let denominator): denominator > 0 ? nil : .notApplicable
        case .value: nil
        }
    }
}

extension ObservedValue: Codable {
    private enum CodingKeys: String, CodingKey {
        case numerator, denominator, value, outOf, missing
    }

    /// Reads the value from a decoder.
    ///
    /// - Parameter decoder: Where the value comes from.
    /// - Throws: `DecodingError` where it is not one.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let reason = try container.decodeIfPresent(MissingReason.self, forKey: .missing) {
            self = .missing(reason)
        } else if let value = try container.decodeIfPresent(Double.self, forKey: .value) {
            self = .value(value, outOf: try container.decodeIfPresent(Double.self, forKey: .outOf))
        } else {
            self = .fraction(
                numerator: try container.decode(Double.self, forKey: .numerator),
                denominator: try container.decode(Double.self, forKey: .denominator))
        }
    }

    /// Writes the value to an encoder.
    ///
    /// - Parameter encoder: Where the value goes.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .fraction(let numerator, let denominator):
            try container.encode(numerator, forKey: .numerator)
            try container.encode(denominator, forKey: .denominator)
        case .value(let value, let base):
            try container.encode(value, forKey: .value)
            try container.encodeIfPresent(base, forKey: .outOf)
        case .missing(let reason):
            try container.encode(reason, forKey: .missing)
        }
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
