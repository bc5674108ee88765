public import ReportVocabulary

/// A risk on a register.
public struct Risk: Sendable, Hashable, Codable, Identifiable {
    /// A score of likelihood times impact, or the product alone where only that is known.
    public enum Score: Sendable, Hashable {
        /// Likelihood and impact, each from 1 to 5.
        case matrix(likelihood: Int, impact: Int)
        /// The product, from 1 to 25.
        case product(Int)

        /// The product, from 1 to 25.
        public var value: Int {
            switch self {
            case .matrix(let likelihood, let impact):
                // Off the scale, which ``ReportPack/validate()`` reports, the product must not trap.
                likelihood.multipliedReportingOverflow(by: impact).partialValue
            case .product(let value): value
            }
        }
    }

    /// The identifier, such as the number on the register.
    public var id: Identifier<Risk>
    /// What may happen.
    public var title: String
    /// The kind of risk, such as "strategic".
    public var kind: String?
    /// The score before anything is done.
    public var inherent: Score?
    /// The score with controls in place.
    public var residual: Score?
    /// What is done about it.
    public var response: String?
    /// The role that answers for it.
    public var owner: Role.ID?
    /// The body that watches it.
    public var ownerBody: String?
    /// The plans that answer it.
    public var plans: [ImprovementPlan.ID]
    /// The indicators that show it.
    public var indicators: [Indicator.ID]
    /// Where it is printed.
    public var source: SourceReference?
    /// Who may see it.
    public var access: Access

    /// Describes a risk.
    ///
    /// - Parameters:
    ///   - id: The identifier.
    ///   - title: What may happen.
    ///   - kind: The kind of risk.
    ///   - inherent: The score before anything is done.
    ///   - residual: The score with controls in place.
    ///   - response: What is done about it.
    ///   - owner: The role that answers for it.
    ///   - ownerBody: The body that watches it.
    ///   - plans: The plans that answer it.
    ///   - indicators: The indicators that show it.
    ///   - source: Where it is printed.
    ///   - access: Who may see it.
    public init(
        id: ID, title: String, kind: String? = nil, inherent: Score? = nil, residual: Score? = nil,
        response: String? = nil, owner: Role.ID? = nil, ownerBody: String? = nil, plans: [ImprovementPlan.ID] = [],
        indicators: [Indicator.ID] = [], source: SourceReference? = nil, access: Access = .unrestricted
    ) {
        self.id = id
        self.title = title
        self.kind = kind
        self.inherent = inherent
        self.residual = residual
        self.response = response
        self.owner = owner
        self.ownerBody = ownerBody
        self.plans = plans
        self.indicators = indicators
        self.source = source
        self.access = access
    }
}

extension Risk.Score: Codable {
    private enum CodingKeys: String, CodingKey {
        case likelihood, impact, product
    }

    /// Decodes the value.
    ///
    /// - Throws: `DecodingError` if the data is not valid.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func number(_ key: CodingKeys, in range: ClosedRange<Int>) throws -> Int {
            let value = try container.decode(Int.self, forKey: key)
            guard range.contains(value) else {
                throw DecodingError.dataCorruptedError(
                    forKey: key, in: container,
                    debugDescription: "\(value) lies outside \(range.lowerBound) to \(range.upperBound).")
            }
            return value
        }
        if try container.contains(.product) && !container.decodeNil(forKey: .product) {
            self = .product(try number(.product, in: 1...25))
        } else {
            self = .matrix(
                likelihood: try number(.likelihood, in: 1...5), impact: try number(.impact, in: 1...5))
        }
    }

    /// Encodes the value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        var (likelihood, impact, product): (Int?, Int?, Int?)
        switch self {
        case .matrix(let first, let second): (likelihood, impact) = (first, second)
        case .product(let value): product = value
        }
        try container.encodeIfPresent(likelihood, forKey: .likelihood)
        try container.encodeIfPresent(impact, forKey: .impact)
        try container.encodeIfPresent(product, forKey: .product)
    }
}
