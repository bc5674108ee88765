/// How the values of an indicator gather what they count: over their period, on a day, since the year began, or over the
/// last so many months.
///
/// It decides what may be compared with what: a year-to-date figure grows from month to month whatever happens, so that only
/// the same point of another year says anything. In text: `period`, `snapshot`, `year to date`, `rolling 12 months`.
///
/// Source: the data periods of Kent's children's scorecard of 2020 (Q, MS, YTD, R12M).
public enum Accumulation: Sendable, Hashable {
    /// What happened within the period.
    case period
    /// What there was at the end of the period.
    case snapshot
    /// What has happened since the year began.
    case yearToDate
    /// What happened in so many months up to the end of the period.
    case rolling(months: Int)

    /// Reads a way of gathering.
    ///
    /// - Parameter code: One of the texts in the documentation of the type, with blanks or hyphens between the words.
    /// - Returns: `nil` where it is none of them, or the number of months is not from 1 to 120.
    public init?(code: String) {
        let words = code.split { $0 == " " || $0 == "-" }
        switch words {
        case ["period"]: self = .period
        case ["snapshot"]: self = .snapshot
        case ["year", "to", "date"]: self = .yearToDate
        default:
            guard words.count == 3, words[0] == "rolling", words[2] == "months" || words[2] == "month",
                let months = DigitParser.number(Array(words[1].utf8)), (1...120).contains(months)
            else { return nil }
            self = .rolling(months: months)
        }
    }

    /// The texts that ``init(code:)`` reads, with 12 for the number of months.
    public static let knownCodes = ["period", "snapshot", "year to date", "rolling 12 months"]

    /// The way of gathering as text, from which ``init(code:)`` reads an equal one.
    public var code: String {
        switch self {
        case .period: "period"
        case .snapshot: "snapshot"
        case .yearToDate: "year to date"
        case .rolling(let months): "rolling \(months) months"
        }
    }

    /// The way of gathering in words for people.
    public var label: String {
        switch self {
        case .period: "over the period"
        case .snapshot: "at the end of the period"
        case .yearToDate: "since the year began"
        case .rolling(1): "over the month to the end of the period"
        case .rolling(let months): "over the \(months) months to the end of the period"
        }
    }
}

extension Accumulation: Codable {
    /// Decodes the value.
    ///
    /// - Throws: `DecodingError` if the data is not valid.
    public init(from decoder: any Decoder) throws {
        self = try decoder.decodeText { text throws(VocabularyError) in
            guard let accumulation = Accumulation(code: text) else {
                throw .unknown(text, expected: Accumulation.knownCodes)
            }
            return accumulation
        }
    }

    /// Encodes the value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }
}
