/// The identifier of a thing, typed by what it identifies: an ``Indicator`` cannot be looked up with the identifier of an
/// action.
///
/// Any text will do that a person can type and a program can compare: not empty, at most 120 characters, no blank at
/// either end, no line break or control character. Letters keep their case.
public struct Identifier<Subject>: Sendable, Hashable {
    /// The identifier as text.
    public let text: String

    /// Makes an identifier.
    ///
    /// - Parameter text: The text of the identifier.
    /// - Returns: `nil` where the text breaks the rules above.
    public init?(_ text: String) {
        guard Self.isValid(text) else { return nil }
        self.text = text
    }

    /// Whether a text keeps the rules for identifiers.
    ///
    /// - Parameter text: The text.
    /// - Returns: Whether ``init(_:)`` accepts it.
    public static func isValid(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, text.utf8.count <= 480,
            text.count <= 120
        else { return false }
        return !first.properties.isWhitespace && !last.properties.isWhitespace
            && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
    }
}

extension Identifier: ExpressibleByStringLiteral {
    /// Makes an identifier from a literal in source code.
    ///
    /// A literal that breaks the rules is kept as it is, so that nothing traps; ``ReportPack/validate()`` reports it.
    ///
    /// - Parameter value: The literal.
    public init(stringLiteral value: String) {
        text = value
    }
}

extension Identifier: CustomStringConvertible {
    /// The identifier as text.
    public var description: String { text }
}

extension Identifier: Comparable {
    /// Whether the left one comes first.
    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension Identifier: Codable {
    /// Decodes the value.
    ///
    /// - Throws: `DecodingError` if the data is not valid.
    public init(from decoder: any Decoder) throws {
        self = try decoder.decodeText { text throws(IdentifierError) in
            guard let identifier = Self(text) else { throw IdentifierError(text: text) }
            return identifier
        }
    }

    /// Encodes the value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// A text that cannot be an identifier.
public struct IdentifierError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The text.
    public let text: String

    /// A sentence for people.
    public var description: String {
        "“\(text)” cannot be an identifier; write 1 to 120 characters without blanks at the ends or control characters."
    }
}
