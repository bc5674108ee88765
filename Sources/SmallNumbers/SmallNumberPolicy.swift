/// How small counts of children are kept out of figures that everyone may see.
///
/// Publishers follow one of two families of rules: they hide counts of 1 to 5 and what would give those away, or they round
/// every count and mask the lowest. A policy is a value of either family, or none.
///
/// ```swift
/// let policy = try SmallNumberPolicy(.suppress(upTo: 10), showsZeros: false)
/// ```
public struct SmallNumberPolicy: Sendable, Hashable {
    /// The greatest threshold or rounding base that a policy can have.
    public static let greatestThreshold = 1_000

    /// What is done with a count.
    public enum Method: Sendable, Hashable {
        /// Nothing; every count is shown.
        case showAll
        /// Counts from 1 to a threshold are hidden, and all others are shown as they are.
        case suppress(upTo: Int)
        /// Counts from 1 to a limit are masked, and all others are rounded to the nearest multiple of a base, half up.
        case round(toNearest: Int, maskingUpTo: Int)
    }

    /// Which figures a policy applies to.
    public enum Level: String, Sendable, Hashable, Codable {
        /// All figures.
        case every
        /// Figures below the national level; those of the whole country are shown as they are.
        case belowNational = "below-national"
    }

    /// What is done with a count.
    public let method: Method
    /// Whether a count of nothing is shown, so that readers know every hidden count to be at least 1.
    public let showsZeros: Bool
    /// Whether more figures are hidden where the small ones could be worked out from the rest.
    public let hidesComplements: Bool
    /// Which figures the policy applies to.
    public let level: Level

    /// Chooses a policy.
    ///
    /// - Parameters:
    ///   - method: What is done with a count.
    ///   - showsZeros: Whether a count of nothing is shown.
    ///   - hidesComplements: Whether more figures are hidden where the small ones could be worked out from the rest.
    ///   - level: Which figures the policy applies to.
    /// - Throws: ``SmallNumberError`` with the code `invalid-policy` for a threshold outside 1 to 1,000, a base outside 2 to
    ///   1,000, or a mask so low that a count of someone would be rounded to 0.
    public init(
        _ method: Method, showsZeros: Bool = true, hidesComplements: Bool = true, level: Level = .every
    ) throws(SmallNumberError) {
        switch method {
        case .showAll: break
        case .suppress(let threshold): try Self.check(threshold: threshold)
        case .round(let base, let limit):
            try Self.check(threshold: limit)
            guard (2...Self.greatestThreshold).contains(base) else {
                throw SmallNumberError(
                    .invalidPolicy, "Counts cannot be rounded to the nearest \(base); the base must be 2 to 1,000.")
            }
            guard 2 * (limit + 1) >= base else {
                throw SmallNumberError(
                    .invalidPolicy,
                    "With a base of \(base), counts up to \((base - 1) / 2) would be rounded to 0 and look like nobody; mask "
                        + "all of them instead of counts up to \(limit).")
            }
        }
        self.init(checked: method, showsZeros: showsZeros, hidesComplements: hidesComplements, level: level)
    }

    private init(checked method: Method, showsZeros: Bool = true, hidesComplements: Bool = true, level: Level = .every)
    {
        self.method = method
        self.showsZeros = showsZeros
        self.hidesComplements = hidesComplements
        self.level = level
    }

    /// Counts of 1 to 5 are hidden, with what would give them away; zeros are shown.
    ///
    /// The rule of the Department for Education's tables about local authorities.
    public static let suppressOneToFive = SmallNumberPolicy(checked: .suppress(upTo: 5))
    /// Counts of 1 to 7 are masked and all others rounded to the nearest 5; zeros are shown.
    ///
    /// The rule of the health service's tables about places below the country.
    public static let roundToFive = SmallNumberPolicy(checked: .round(toNearest: 5, maskingUpTo: 7))
    /// Every count is shown, for audiences that may see them all.
    public static let showAll = SmallNumberPolicy(checked: .showAll)

    /// The greatest count that is too small to be shown; 0 where all are shown.
    public var threshold: Int {
        switch method {
        case .showAll: 0
        case .suppress(let threshold): threshold
        case .round(_, let limit): limit
        }
    }

    /// The least that readers know a hidden count to be.
    var floor: Int { showsZeros ? 1 : 0 }

    /// Whether a count is too small to be shown.
    package func isSmall(_ value: Int) -> Bool {
        threshold > 0 && (floor...threshold).contains(value)
    }

    private static func check(threshold: Int) throws(SmallNumberError) {
        guard (1...greatestThreshold).contains(threshold) else {
            throw SmallNumberError(
                .invalidPolicy, "\(threshold) is not a threshold for small counts; it must be 1 to 1,000, such as 5.")
        }
    }
}

extension SmallNumberPolicy: Codable {
    private enum CodingKeys: String, CodingKey {
        case suppressUpTo, roundToNearest, maskUpTo, showsZeros, hidesComplements, level
    }

    /// Reads a policy, and refuses what the initialiser would refuse.
    ///
    /// - Parameter decoder: Where the policy comes from.
    /// - Throws: An error of the decoder, also for an impossible policy.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let threshold = try container.decodeIfPresent(Int.self, forKey: .suppressUpTo)
        let base = try container.decodeIfPresent(Int.self, forKey: .roundToNearest)
        let limit = try container.decodeIfPresent(Int.self, forKey: .maskUpTo)
        let method: Method
        switch (threshold, base, limit) {
        case (nil, nil, nil): method = .showAll
        case (let threshold?, nil, nil): method = .suppress(upTo: threshold)
        case (nil, let base?, let limit?): method = .round(toNearest: base, maskingUpTo: limit)
        default:
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath,
                    debugDescription: "A policy has suppressUpTo, or roundToNearest and maskUpTo, or none of the three."
                ))
        }
        do {
            try self.init(
                method, showsZeros: try container.decodeIfPresent(Bool.self, forKey: .showsZeros) ?? true,
                hidesComplements: try container.decodeIfPresent(Bool.self, forKey: .hidesComplements) ?? true,
                level: try container.decodeIfPresent(Level.self, forKey: .level) ?? .every)
        } catch let error as SmallNumberError {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: decoder.codingPath, debugDescription: error.message))
        }
    }

    /// Writes the policy, with the names of its numbers.
    ///
    /// - Parameter encoder: Where the policy goes.
    /// - Throws: An error of the encoder.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        var (threshold, base, limit): (Int?, Int?, Int?)
        switch method {
        case .showAll: break
        case .suppress(let value): threshold = value
        case .round(let nearest, let least): (base, limit) = (nearest, least)
        }
        try container.encodeIfPresent(threshold, forKey: .suppressUpTo)
        try container.encodeIfPresent(base, forKey: .roundToNearest)
        try container.encodeIfPresent(limit, forKey: .maskUpTo)
        try container.encode(showsZeros, forKey: .showsZeros)
        try container.encode(hidesComplements, forKey: .hidesComplements)
        try container.encode(level, forKey: .level)
    }
}
