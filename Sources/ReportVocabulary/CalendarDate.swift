/// A day of the Gregorian calendar, without time or time zone.
///
/// Written as ISO 8601 (`2017-11-14`). Years run from 1 to 9999; the calendar is extended backwards before its
/// introduction (proleptic). All arithmetic is exact and uses neither clock nor locale.
public struct CalendarDate: Sendable, Hashable, Comparable {
    /// Year, month and day in one number that orders as they do: every figure has two dates, and there may be millions.
    private let packed: Int32

    /// The year, 1 to 9999.
    public var year: Int { Int(packed >> 9) }
    /// The month, 1 to 12.
    public var month: Int { Int(packed >> 5 & 15) }
    /// The day of the month, 1 to 31.
    public var day: Int { Int(packed & 31) }

    /// Makes a date.
    ///
    /// - Parameters:
    ///   - year: The year, 1 to 9999.
    ///   - month: The month, 1 to 12.
    ///   - day: The day, 1 to the length of the month.
    /// - Throws: ``DateError`` where there is no such day, such as 31 February.
    public init(year: Int, month: Int, day: Int) throws(DateError) {
        guard (1...9999).contains(year) else { throw .yearOutOfRange(year) }
        guard (1...12).contains(month) else { throw .noSuchMonth(month) }
        guard day >= 1, day <= Self.length(ofMonth: month, year: year) else {
            throw .noSuchDay(year: year, month: month, day: day)
        }
        self.init(unchecked: year, month, day)
    }

    /// For dates that are known to exist.
    package init(unchecked year: Int, _ month: Int, _ day: Int) {
        packed = Int32(year << 9 | month << 5 | day)
    }

    /// Reads a date written as ISO 8601, `2017-11-14`.
    ///
    /// - Parameter text: Ten characters, four digits of year first.
    /// - Throws: ``DateError`` where the text is not a date.
    public init(iso text: String) throws(DateError) {
        let parts = Array(text.utf8).split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            let year = DigitParser.number(parts[0]), let month = DigitParser.number(parts[1]),
            let day = DigitParser.number(parts[2])
        else { throw .notADate(text) }
        try self.init(year: year, month: month, day: day)
    }

    /// How many days a month has.
    ///
    /// - Parameters:
    ///   - month: The month, 1 to 12.
    ///   - year: The year, which matters for February.
    /// - Returns: 28 to 31, or 0 where there is no such month.
    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: isLeap(year) ? 29 : 28
        case 1, 3, 5, 7, 8, 10, 12: 31
        default: 0
        }
    }

    /// Whether a year has 366 days.
    ///
    /// - Parameter year: The year.
    /// - Returns: Whether it is a leap year of the Gregorian calendar.
    public static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// Whether the left one comes first.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        left.packed < right.packed
    }
}

extension CalendarDate {
    /// The number of days since 1 January 1970, negative before it.
    public var daysSince1970: Int {
        // Counts from 1 March, so that the leap day is the last of its year (Hinnant, "chrono-compatible date algorithms").
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted >= 0 ? shifted / 400 : (shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The date a number of days after 1 January 1970.
    ///
    /// - Parameter days: The number of days, negative for earlier dates.
    /// - Returns: The date, or `nil` where it would fall outside the years 1 to 9999.
    public init?(daysSince1970 days: Int) {
        guard days >= -719_162, days <= 2_932_896 else { return nil }
        let shifted = days + 719_468
        let era = shifted >= 0 ? shifted / 146_097 : (shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.init(
            unchecked: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        )
    }

    /// The date some days later, or earlier where the number is negative.
    ///
    /// - Parameter days: How many days later.
    /// - Returns: The date, or `nil` where it would fall outside the years 1 to 9999.
    public func adding(days: Int) -> CalendarDate? {
        let (sum, overflow) = daysSince1970.addingReportingOverflow(days)
        return overflow ? nil : CalendarDate(daysSince1970: sum)
    }

    /// The same day some months later; the last day of the month where that month is too short (31 January plus one month
    /// is 28 or 29 February).
    ///
    /// - Parameter months: How many months later, negative for earlier.
    /// - Returns: The date, or `nil` where it would fall outside the years 1 to 9999.
    public func adding(months: Int) -> CalendarDate? {
        let (index, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        guard !overflow, index >= 12, index < 120_000 else { return nil }
        let (newYear, newMonth) = (index / 12, index % 12 + 1)
        return CalendarDate(unchecked: newYear, newMonth, min(day, Self.length(ofMonth: newMonth, year: newYear)))
    }

    /// How many days lie between this date and a later one.
    ///
    /// - Parameter other: The other date.
    /// - Returns: The number of days; negative where the other date is earlier.
    public func days(until other: CalendarDate) -> Int {
        other.daysSince1970 - daysSince1970
    }

    /// The day of the week, from 1 for Monday to 7 for Sunday, as ISO 8601 numbers it.
    public var isoWeekday: Int {
        let remainder = (daysSince1970 + 3) % 7
        return (remainder < 0 ? remainder + 7 : remainder) + 1
    }

    /// The names of the months in English, January first.
    public static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// The date in words, such as "14 November 2017".
    public var label: String { "\(day) \(Self.monthNames[month - 1]) \(year)" }
}

extension CalendarDate: CustomStringConvertible {
    /// The date as ISO 8601, such as `2017-11-14`.
    public var description: String {
        "\(DigitParser.padded(year, 4))-\(DigitParser.padded(month, 2))-\(DigitParser.padded(day, 2))"
    }
}

extension CalendarDate: Codable {
    /// Decodes the value.
    ///
    /// - Throws: `DecodingError` if the data is not valid.
    public init(from decoder: any Decoder) throws {
        self = try decoder.decodeText { text throws(DateError) in try CalendarDate(iso: text) }
    }

    /// Encodes the value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// Why a date could not be made or read.
public enum DateError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The text is not a date.
    case notADate(String)
    /// The year is not between 1 and 9999.
    case yearOutOfRange(Int)
    /// There are twelve months.
    case noSuchMonth(Int)
    /// The month has no such day.
    case noSuchDay(year: Int, month: Int, day: Int)

    /// A sentence for people, which says what would be right.
    public var description: String {
        switch self {
        case .notADate(let text):
            "“\(text)” is not a date; write year, month and day as 2017-11-14."
        case .yearOutOfRange(let year):
            "The year \(year) is not between 1 and 9999."
        case .noSuchMonth(let month):
            "There is no month \(month); months run from 1 to 12."
        case .noSuchDay(let year, let month, let day) where !(1...12).contains(month):
            "There is no day \(day) of month \(month) in \(year)."
        case .noSuchDay(let year, let month, let day):
            "\(CalendarDate.monthNames[month - 1]) \(year) has no day \(day); "
                + "its last day is \(CalendarDate.length(ofMonth: month, year: year))."
        }
    }
}
