public import ReportVocabulary

/// What a direction of the Secretary of State requires.
public struct DirectionRequirement: Sendable, Hashable, Codable, Identifiable {
    /// The identifier.
    public var id: Identifier<DirectionRequirement>
    /// The letter or number in the direction.
    public var letter: String?
    /// What is required.
    public var text: String
    /// Towards whom, or to whom a report goes.
    public var counterpart: String?
    /// How often.
    public var cadence: Cadence?
    /// Whether it is a report that is due.
    public var isReport: Bool
    /// When it is first due.
    public var firstDue: CalendarDate?
    /// The letters or numbers of its parts.
    public var parts: [String]
    /// Where it is printed.
    public var source: SourceReference?

    /// Describes a requirement.
    ///
    /// - Parameters:
    ///   - id: The identifier.
    ///   - letter: The letter or number in the direction.
    ///   - text: What is required.
    ///   - counterpart: Towards whom.
    ///   - cadence: How often.
    ///   - isReport: Whether it is a report that is due.
    ///   - firstDue: When it is first due.
    ///   - parts: The letters or numbers of its parts.
    ///   - source: Where it is printed.
    public init(
        id: ID, letter: String? = nil, text: String, counterpart: String? = nil, cadence: Cadence? = nil,
        isReport: Bool = false, firstDue: CalendarDate? = nil, parts: [String] = [], source: SourceReference? = nil
    ) {
        self.id = id
        self.letter = letter
        self.text = text
        self.counterpart = counterpart
        self.cadence = cadence
        self.isReport = isReport
        self.firstDue = firstDue
        self.parts = parts
        self.source = source
    }

    /// The days on which it falls due, from the first through a last day.
    ///
    /// A month too short for the day has it on its last day: from 31 January, monthly, comes 28 or 29 February and then
    /// 31 March, each counted from the first due date so that no day drifts.
    ///
    /// - Parameter lastDay: The last day to look at.
    /// - Returns: The days in order; empty where there is no first due date, and only that date where the cadence has no
    ///   rhythm. O(number of days returned).
    public func dueDates(through lastDay: CalendarDate) -> [CalendarDate] {
        guard let firstDue, firstDue <= lastDay else { return [] }
        guard let step = cadence?.step else { return [firstDue] }
        var result: [CalendarDate] = []
        var index = 0
        while true {
            let date =
                switch step {
                case .months(let months): firstDue.adding(months: months * index)
                case .days(let days): firstDue.adding(days: days * index)
                }
            guard let date, date <= lastDay else { return result }
            result.append(date)
            index += 1
        }
    }
}

/// How often something is done.
///
/// In text: `weekly`, `fortnightly`, `monthly`, `every 2 months`, `quarterly`, `six-monthly`, `annual`, `every 3
/// weeks`, `once`, or any other words, which are kept but give no dates.
public struct Cadence: Sendable, Hashable {
    /// The words as written.
    public let text: String
    /// The rhythm, where the words give one.
    public let step: Step?

    /// A rhythm.
    public enum Step: Sendable, Hashable {
        /// Every so many months.
        case months(Int)
        /// Every so many days.
        case days(Int)
    }

    /// Reads how often something is done.
    ///
    /// - Parameter text: One of the forms above, or any other words.
    public init(_ text: String) {
        self.text = text
        step =
            switch text.lowercased() {
            case "weekly": .days(7)
            case "fortnightly", "every two weeks": .days(14)
            case "monthly": .months(1)
            case "quarterly", "three-monthly": .months(3)
            case "six-monthly": .months(6)
            case "annual", "yearly": .months(12)
            default: Self.everyFew(text.lowercased())
            }
    }

    private static func everyFew(_ text: String) -> Step? {
        let words = text.split(separator: " ")
        guard words.count == 3, words[0] == "every", let number = DigitParser.number(Array(words[1].utf8)),
            (1...1_200).contains(number)
        else { return nil }
        switch words[2] {
        case "days": return .days(number)
        case "weeks": return .days(7 * number)
        case "months": return .months(number)
        default: return nil
        }
    }
}

extension Cadence: Codable, CustomStringConvertible {
    /// The words as written.
    public var description: String { text }

    /// Reads the value from a decoder.
    ///
    /// - Parameter decoder: Where the value comes from.
    /// - Throws: `DecodingError` where it is not one.
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
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
