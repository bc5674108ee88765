/// A share of a whole, from 0 to 100 per cent.
public struct Percentage: Sendable, Hashable, Comparable {
    /// The share, 0 to 100.
    public let value: Double

    /// Makes a share.
    ///
    /// - Parameter value: The share, 0 to 100.
    /// - Throws: ``PercentageError`` for anything below 0, above 100, or not a number.
    public init(_ value: Double) throws(PercentageError) {
        guard value >= 0, value <= 100 else { throw PercentageError(value: value) }
        self.value = value
    }

    /// Whether the left one comes first.
    public static func < (left: Percentage, right: Percentage) -> Bool { left.value < right.value }
}

/// A number that cannot be a share of a whole.
public struct PercentageError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The number.
    public let value: Double

    /// A sentence for people.
    public var description: String { "\(value) is not a share of a whole; a share lies between 0 and 100 per cent." }
}

extension Percentage: Codable {
    /// Decodes the value.
    ///
    /// - Throws: `DecodingError` if the data is not valid.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let value = try container.decode(Double.self)
        do {
            try self.init(value)
        } catch {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(error)")
        }
    }

    /// Encodes the value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}
