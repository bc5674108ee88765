/// A date known to the year, the month or the day: `2017`, `2017-11` or `2017-11-14`.
///
/// Plans and reports often promise a month and not a day. Two partial dates are equal only if they say the same;
/// for chronology compare their ``firstDay`` or ``lastDay``.
public struct PartialDate: Sendable, Hashable {
    /// The year, 1 to 9999.
    public let year: Int
    /// The month, where it is known.
    public let month: Int?
    /// The day, where it is known; then the month is known too.
    public let day: Int?

    /// Makes a date known to the year.
    ///
    /// - Parameter year: The year, 1 to 9999.
    /// - Throws: ``DateError`` where there is no such year.
    public init(year: Int) throws(DateError) {
        _ = try CalendarDate(year: year, month: 1, day: 1)
        (self.year, self.month, self.day) = (year, nil, nil)
    }

    /// Makes a date known to the month.
    ///
    /// - Parameters:
    ///   - year: The year, 1 to 9999.
    ///   - month: The month, 1 to 12.
    /// - Throws: ``DateError`` where there is no such month.
    public init(year: Int, month: Int) throws(DateError) {
        _ = try CalendarDate(year: year, month: month, day: 1)
        (self.year, self.month, self.day) = (year, month, nil)
    }

    /// Makes a date known to the day.
    ///
    /// - Parameter date: The day.
    public init(_ date: CalendarDate) {
        (year, month, day) = (date.year, date.month, date.day)
    }

    /// Reads `2017`, `2017-11` or `2017-11-14`.
    ///
    /// - Parameter text: The text.
    /// - Throws: ``DateError`` where the text is none of the three.
    public init(iso text: String) throws(DateError) {
        let parts = Array(text.utf8).split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        switch parts.count {
        case 1 where parts[0].count == 4:
            guard let year = DigitParser.number(parts[0]) else { throw .notADate(text) }
            try self.init(year: year)
        case 2 where parts[0].count == 4 && parts[1].count == 2:
            guard let year = DigitParser.number(parts[0]), let month = DigitParser.number(parts[1]) else {
                throw .notADate(text)
            }
            try self.init(year: year, month: month)
        default:
            self.init(try CalendarDate(iso: text))
        }
    }

    /// The first day that the date can mean.
    public var firstDay: CalendarDate { CalendarDate(unchecked: year, month ?? 1, day ?? 1) }

    /// The last day that the date can mean.
    ///
    /// A deadline known to the month is met on any day of it.
    public var lastDay: CalendarDate {
        let lastMonth = month ?? 12
        return CalendarDate(unchecked: year, lastMonth, day ?? CalendarDate.length(ofMonth: lastMonth, year: year))
    }

    /// The date in words: "14 November 2017", "November 2017" or "2017".
    public var label: String {
        guard let month else { return String(year) }
        return (day.map { "\($0) " } ?? "") + "\(CalendarDate.monthNames[month - 1]) \(year)"
    }
}

extension PartialDate: CustomStringConvertible {
    /// The date as ISO 8601, to the precision it is known.
    public var description: String {
        ([DigitParser.padded(year, 4)] + [month, day].compactMap { $0 }.map { DigitParser.padded($0, 2) })
            .joined(separator: "-")
    }
}

extension PartialDate: Codable {
    /// Decodes the value.
    ///
    /// - Throws: `DecodingError` if the data is not valid.
    public init(from decoder: any Decoder) throws {
        self = try decoder.decodeText { text throws(DateError) in try PartialDate(iso: text) }
    }

    /// Encodes the value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
