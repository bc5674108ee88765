/// What a figure is measured in.
///
/// In text: `count`, `percent`, `rate per 10000`, `ratio`, `hours`, `days`, `working days`, `weeks`, `months`, `GBP`,
/// `GBP thousand`, `GBP million`, `unspecified`.
public enum MeasurementUnit: Sendable, Hashable {
    /// A whole number of children, cases, posts or events.
    case count
    /// A percentage on the scale 0 to 100. Changes between two are percentage points.
    case percent
    /// Events or children per so many of the population, usually 10,000.
    case rate(per: Int)
    /// One quantity divided by another, such as cases per social worker.
    case ratio
    /// Hours.
    case hours
    /// Calendar days.
    case days
    /// Days without weekends and bank holidays in England.
    case workingDays
    /// Weeks.
    case weeks
    /// Months.
    case months
    /// Pounds sterling, in ones, thousands or millions.
    case money(MoneyScale)
    /// The source lists the measure without ever printing a value.
    case unspecified

    /// In which multiples money is counted.
    public enum MoneyScale: Int, Sendable, Hashable, Codable, CaseIterable {
        /// Pounds.
        case pounds = 1
        /// Thousands of pounds.
        case thousands = 1_000
        /// Millions of pounds.
        case millions = 1_000_000
    }

    /// Reads a unit.
    ///
    /// - Parameter code: One of the texts in the documentation of the type.
    /// - Returns: `nil` where it is none of them.
    public init?(code: String) {
        switch code {
        case "count": self = .count
        case "percent": self = .percent
        case "ratio": self = .ratio
        case "hours": self = .hours
        case "days": self = .days
        case "working days": self = .workingDays
        case "weeks": self = .weeks
        case "months": self = .months
        case "GBP": self = .money(.pounds)
        case "GBP thousand": self = .money(.thousands)
        case "GBP million": self = .money(.millions)
        case "unspecified": self = .unspecified
        default:
            let prefix = "rate per "
            guard code.hasPrefix(prefix), let base = DigitParser.number(Array(code.utf8.dropFirst(prefix.utf8.count))),
                base > 0
            else { return nil }
            self = .rate(per: base)
        }
    }

    /// The texts that ``init(code:)`` reads, with 10,000 for the base of a rate.
    public static let knownCodes = [
        "count", "percent", "rate per 10000", "ratio", "hours", "days", "working days", "weeks", "months", "GBP",
        "GBP thousand", "GBP million", "unspecified",
    ]

    /// The unit as text, from which ``init(code:)`` reads an equal one.
    public var code: String {
        switch self {
        case .count: "count"
        case .percent: "percent"
        case .rate(let base): "rate per \(base)"
        case .ratio: "ratio"
        case .hours: "hours"
        case .days: "days"
        case .workingDays: "working days"
        case .weeks: "weeks"
        case .months: "months"
        case .money(.pounds): "GBP"
        case .money(.thousands): "GBP thousand"
        case .money(.millions): "GBP million"
        case .unspecified: "unspecified"
        }
    }

    /// What a numerator over a denominator is multiplied with to give a value in this unit: 100 for a percentage, the base
    /// for a rate, else 1.
    public var factor: Double {
        switch self {
        case .percent: 100
        case .rate(let base): Double(base)
        default: 1
        }
    }

    /// The number of decimals shown where an indicator does not say: 0 for counts and spans of time, else 1.
    public var usualDecimals: Int {
        switch self {
        case .count, .hours, .days, .workingDays, .weeks, .months, .unspecified: 0
        case .percent, .rate, .ratio, .money: 1
        }
    }

    /// The unit in words for people, such as "per 10,000".
    public var label: String {
        switch self {
        case .count: "number"
        case .percent: "per cent"
        case .rate(let base): "per \(DecimalText.grouped(base))"
        case .ratio: "ratio"
        case .hours: "hours"
        case .days: "days"
        case .workingDays: "working days"
        case .weeks: "weeks"
        case .months: "months"
        case .money(.pounds): "pounds"
        case .money(.thousands): "thousand pounds"
        case .money(.millions): "million pounds"
        case .unspecified: "not specified"
        }
    }
}

extension MeasurementUnit: Codable {
    /// Decodes the value.
    ///
    /// - Throws: `DecodingError` if the data is not valid.
    public init(from decoder: any Decoder) throws {
        self = try decoder.decodeText { text throws(VocabularyError) in
            guard let unit = MeasurementUnit(code: text) else {
                throw .unknown(text, expected: MeasurementUnit.knownCodes)
            }
            return unit
        }
    }

    /// Encodes the value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }
}

/// A text that is none of the words allowed in its place.
public enum VocabularyError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The text, and the words that are allowed.
    case unknown(String, expected: [String])

    /// A sentence for people.
    public var description: String {
        switch self {
        case .unknown(let text, let expected):
            "“\(text)” is none of: \(expected.joined(separator: ", "))."
        }
    }
}
