/// What the value of an indicator should be, for a time.
public struct Target: Sendable, Hashable, Codable {
    /// The test that a value must pass.
    public enum Requirement: Sendable, Hashable {
        /// The value or more.
        case atLeast(Double)
        /// The value or less.
        case atMost(Double)
        /// Anything from the lower end to the upper, both included. A `ClosedRange` cannot be upside down.
        case within(ClosedRange<Double>)
    }

    /// How far from the target a value is still amber.
    public enum Tolerance: Sendable, Hashable {
        /// So many units, percentage points for a percentage.
        case absolute(Double)
        /// So many per cent of the target.
        case relative(Percentage)
        /// Amber down (or up) to this value, red beyond it.
        case floor(Double)
    }

    /// Who set a target.
    public enum Level: String, Sendable, Hashable, Codable, CaseIterable {
        /// The council.
        case local
        /// A regional body.
        case regional
        /// The government or a national body.
        case national
        /// The law.
        case statutory
    }

    /// The test that a value must pass.
    public var requirement: Requirement
    /// How far from the target a value is still amber; without one there is no amber.
    public var tolerance: Tolerance?
    /// Who set it.
    public var level: Level
    /// The first day for which it holds; from the beginning where absent.
    public var from: PartialDate?
    /// The last day for which it holds; until further notice where absent.
    public var until: PartialDate?
    /// Where it is printed.
    public var source: SourceReference?

    /// Sets a target.
    ///
    /// - Parameters:
    ///   - requirement: The test that a value must pass.
    ///   - tolerance: How far from the target a value is still amber.
    ///   - level: Who set it.
    ///   - from: The first day for which it holds.
    ///   - until: The last day for which it holds.
    ///   - source: Where it is printed.
    public init(
        _ requirement: Requirement, tolerance: Tolerance? = nil, level: Level = .local, from: PartialDate? = nil,
        until: PartialDate? = nil, source: SourceReference? = nil
    ) {
        self.requirement = requirement
        self.tolerance = tolerance
        self.level = level
        self.from = from
        self.until = until
        self.source = source
    }

    /// Whether the target holds on a day.
    ///
    /// - Parameter day: The day.
    /// - Returns: Whether the day lies between ``from`` and ``until``.
    public func holds(on day: CalendarDate) -> Bool {
        if let from, day < from.firstDay { return false }
        if let until, day > until.lastDay { return false }
        return true
    }
}

extension Target.Requirement: Codable {
    private enum CodingKeys: String, CodingKey {
        case atLeast, atMost, from, through
    }

    /// Decodes the value.
    ///
    /// - Throws: `DecodingError` if the data is not valid.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let value = try container.decodeIfPresent(Double.self, forKey: .atLeast) {
            self = .atLeast(value)
        } else if let value = try container.decodeIfPresent(Double.self, forKey: .atMost) {
            self = .atMost(value)
        } else {
            let lower = try container.decode(Double.self, forKey: .from)
            let upper = try container.decode(Double.self, forKey: .through)
            guard lower <= upper else {
                throw DecodingError.dataCorruptedError(
                    forKey: .through, in: container,
                    debugDescription: "The target range ends at \(upper), below its beginning \(lower).")
            }
            self = .within(lower...upper)
        }
    }

    /// Encodes the value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        // Members that a case does not have are encoded as absent, so that an encoder can give every case the same members.
        var (least, most): (Double?, Double?)
        var range: ClosedRange<Double>?
        switch self {
        case .atLeast(let value): least = value
        case .atMost(let value): most = value
        case .within(let values): range = values
        }
        try container.encodeIfPresent(least, forKey: .atLeast)
        try container.encodeIfPresent(most, forKey: .atMost)
        try container.encodeIfPresent(range?.lowerBound, forKey: .from)
        try container.encodeIfPresent(range?.upperBound, forKey: .through)
    }
}

extension Target.Tolerance: Codable {
    private enum CodingKeys: String, CodingKey {
        case absolute, relative, floor
    }

    /// Decodes the value.
    ///
    /// - Throws: `DecodingError` if the data is not valid.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let value = try container.decodeIfPresent(Double.self, forKey: .absolute) {
            self = .absolute(value)
        } else if let value = try container.decodeIfPresent(Percentage.self, forKey: .relative) {
            self = .relative(value)
        } else {
            self = .floor(try container.decode(Double.self, forKey: .floor))
        }
    }

    /// Encodes the value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        var (absolute, floor): (Double?, Double?)
        var relative: Percentage?
        switch self {
        case .absolute(let value): absolute = value
        case .relative(let value): relative = value
        case .floor(let value): floor = value
        }
        try container.encodeIfPresent(absolute, forKey: .absolute)
        try container.encodeIfPresent(relative, forKey: .relative)
        try container.encodeIfPresent(floor, forKey: .floor)
    }
}
