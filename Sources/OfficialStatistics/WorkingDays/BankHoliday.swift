public import ReportVocabulary

/// A day on which offices in England and Wales are closed although it is a weekday.
///
/// As in the government's own list, a holiday that falls on a weekend is listed on its substitute day and not on the
/// day itself.
public struct BankHoliday: Sendable, Hashable, Codable {
    /// Why a holiday is on this day.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// The day on which it always is, by date or by rule.
        case usual
        /// The weekday that stands in for a weekend day.
        case substitute
        /// Moved by proclamation in this year.
        case moved
        /// Proclaimed for this year alone.
        case oneOff = "one-off"
        /// Added by whoever uses the list, such as a day on which the council's offices are closed.
        case added
    }

    /// The day.
    public let date: CalendarDate
    /// The name, such as "Good Friday".
    public let title: String
    /// Why it is on this day.
    public let kind: Kind

    /// Describes a holiday.
    ///
    /// - Parameters:
    ///   - date: The day.
    ///   - title: The name.
    ///   - kind: Why it is on this day.
    public init(_ date: CalendarDate, _ title: String, kind: Kind = .usual) {
        self.date = date
        self.title = title
        self.kind = kind
    }

    /// The holiday in words, such as "Christmas Day (substitute day), 27 December 2021".
    public var label: String {
        let remark =
            switch kind {
            case .usual, .oneOff, .added: ""
            case .substitute: " (substitute day)"
            case .moved: " (moved)"
            }
        return "\(title)\(remark), \(date.label)"
    }
}

/// Why working days could not be counted.
///
/// The messages name years and not days, since the dates of a case are about a child.
public enum WorkingDayError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A date lies outside the years for which bank holidays are known.
    case outsideYears(year: Int, known: ClosedRange<Int>)
    /// Counting leads to a date outside the years for which bank holidays are known.
    case runsOutOfYears(workingDays: Int, fromYear: Int, known: ClosedRange<Int>)

    /// A sentence for people, which says what would be right.
    public var description: String {
        switch self {
        case .outsideYears(let year, let known):
            "Bank holidays are known from \(known.lowerBound) to \(known.upperBound), not for \(year)."
        case .runsOutOfYears(let workingDays, let year, let known):
            "\(workingDays) working days from a day in \(year) lead out of the years \(known.lowerBound) to "
                + "\(known.upperBound), for which bank holidays are known."
        }
    }
}
