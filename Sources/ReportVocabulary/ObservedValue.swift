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

    /// Decodes the value.
    ///
    /// - Throws: `DecodingError` if the data is not valid.
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

    /// Encodes the value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        // Members that a case does not have are encoded as absent, so that an encoder can give every case the same members.
        var (numerator, denominator, number, base): (Double?, Double?, Double?, Double?)
        var reason: MissingReason?
        switch self {
        case .fraction(let part, let whole): (numerator, denominator) = (part, whole)
        case .value(let value, let outOf): (number, base) = (value, outOf)
        case .missing(let why): reason = why
        }
        try container.encodeIfPresent(numerator, forKey: .numerator)
        try container.encodeIfPresent(denominator, forKey: .denominator)
        try container.encodeIfPresent(number, forKey: .value)
        try container.encodeIfPresent(base, forKey: .outOf)
        try container.encodeIfPresent(reason, forKey: .missing)
    }
}
