/// A place or group of places that figures are about: the council itself, or what it is compared with.
public struct Area: Sendable, Hashable, Codable, Identifiable {
    /// What sort of area it is.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// A council with responsibility for children's services.
        case localAuthority = "local-authority"
        /// A part of a council's area, such as a locality or ward.
        case locality
        /// A region of England.
        case region
        /// Inner or Outer London, which the Department for Education publishes beside London as a whole.
        case partOfLondon = "part-of-london"
        /// England, or another country.
        case country
        /// The authorities most like this one (the Department for Education's statistical neighbours).
        case statisticalNeighbours = "statistical-neighbours"
        /// Any other comparator, named by its title.
        case comparator
    }

    /// The identifier.
    public let id: Identifier<Area>
    /// The name for people.
    public var title: String
    /// What sort of area it is.
    public let kind: Kind
    /// The nine-character code of the Office for National Statistics.
    public let onsCode: ONSCode?
    /// The three-digit code of the Department for Education.
    public let dfeCode: DfECode?
    /// For a group, the areas in it.
    public var members: [ID]

    /// Describes an area.
    ///
    /// - Parameters:
    ///   - id: The identifier.
    ///   - title: The name for people.
    ///   - kind: What sort of area it is.
    ///   - onsCode: The code of the Office for National Statistics.
    ///   - dfeCode: The code of the Department for Education.
    ///   - members: For a group, the areas in it.
    public init(
        id: ID, title: String, kind: Kind, onsCode: ONSCode? = nil, dfeCode: DfECode? = nil, members: [ID] = []
    ) {
        self.id = id
        self.title = title
        self.kind = kind
        self.onsCode = onsCode
        self.dfeCode = dfeCode
        self.members = members
    }

    /// England as a whole.
    public static let england = Area(id: "england", title: "England", kind: .country, onsCode: .england)
    /// London as a whole.
    public static let london = Area(id: "london", title: "London", kind: .region, onsCode: .london)
    /// Inner London.
    public static let innerLondon = Area(
        id: "inner-london", title: "Inner London", kind: .partOfLondon, onsCode: .innerLondon)
    /// Outer London.
    public static let outerLondon = Area(
        id: "outer-london", title: "Outer London", kind: .partOfLondon, onsCode: .outerLondon)
    /// The council's statistical neighbours, without naming them.
    public static let statisticalNeighbours = Area(
        id: "statistical-neighbours", title: "Statistical neighbours", kind: .statisticalNeighbours)
}

/// A code of the Office for National Statistics for an area: a capital letter and eight digits, such as `E09000003`.
public struct ONSCode: Sendable, Hashable {
    /// The code as text.
    public let text: String

    /// Reads a code.
    ///
    /// - Parameter text: A capital letter and eight digits.
    /// - Returns: `nil` where the text is not of that form.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 9, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[0]),
            DigitParser.number(bytes.dropFirst()) != nil
        else { return nil }
        self.text = text
    }

    private init(known text: String) { self.text = text }

    /// England.
    public static let england = ONSCode(known: "E92000001")
    /// London, the region.
    ///
    /// The Department for Education publishes it at regional level only.
    public static let london = ONSCode(known: "E12000007")
    /// Inner London.
    public static let innerLondon = ONSCode(known: "E13000001")
    /// Outer London.
    public static let outerLondon = ONSCode(known: "E13000002")
}

/// A code of the Department for Education for a local authority: three digits from 201, such as `302`.
public struct DfECode: Sendable, Hashable {
    /// The code as text.
    public let text: String

    /// Reads a code.
    ///
    /// - Parameter text: Three digits, 201 or more.
    /// - Returns: `nil` where the text is not of that form.
    public init?(_ text: String) {
        guard text.utf8.count == 3, let number = DigitParser.number(Array(text.utf8)), number > 200 else { return nil }
        self.text = text
    }
}

extension ONSCode: Codable, CustomStringConvertible {
    /// The code as text.
    public var description: String { text }

    /// Reads the value from a decoder.
    ///
    /// - Parameter decoder: Where the value comes from.
    /// - Throws: `DecodingError` where it is not one.
    public init(from decoder: any Decoder) throws {
        self = try decoder.decodeText { text throws(AreaCodeError) in
            guard let code = ONSCode(text) else { throw .notAnONSCode(text) }
            return code
        }
    }

    /// Writes the value to an encoder.
    ///
    /// - Parameter encoder: Where the value goes.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension DfECode: Codable, CustomStringConvertible {
    /// The code as text.
    public var description: String { text }

    /// Reads the value from a decoder.
    ///
    /// - Parameter decoder: Where the value comes from.
    /// - Throws: `DecodingError` where it is not one.
    public init(from decoder: any Decoder) throws {
        self = try decoder.decodeText { text throws(AreaCodeError) in
            guard let code = DfECode(text) else { throw .notADfECode(text) }
            return code
        }
    }

    /// Writes the value to an encoder.
    ///
    /// - Parameter encoder: Where the value goes.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// Why a text is not the code of an area.
public enum AreaCodeError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Not a code of the Office for National Statistics.
    case notAnONSCode(String)
    /// Not a code of the Department for Education.
    case notADfECode(String)

    /// A sentence for people.
    public var description: String {
        switch self {
        case .notAnONSCode(let text):
            "“\(text)” is not a code of the Office for National Statistics; write a capital letter and eight digits, "
                + "such as E09000003."
        case .notADfECode(let text):
            "“\(text)” is not a local authority code of the Department for Education; write three digits, such as 302."
        }
    }
}
