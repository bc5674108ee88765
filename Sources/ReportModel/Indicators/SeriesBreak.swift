public import ReportVocabulary

/// A day from which the figures of an indicator do not mean what they meant before: a new definition, a recount, a new
/// system, a reorganisation, or a step that everybody knows.
///
/// Limits, changes, baselines and "did it work" never reach across it.
public struct SeriesBreak: Sendable, Hashable, Codable {
    /// The first day to which the new meaning applies.
    public var day: CalendarDate
    /// Why, for readers.
    public var reason: String
    /// Whether figures from before the day may be set beside later ones: the size of a change is then given, but never a
    /// verdict on it.
    public var isComparable: Bool

    /// Records a break.
    ///
    /// - Parameters:
    ///   - day: The first day to which the new meaning applies.
    ///   - reason: Why, for readers.
    ///   - isComparable: Whether figures from before the day may be set beside later ones.
    public init(on day: CalendarDate, reason: String, isComparable: Bool = false) {
        self.day = day
        self.reason = reason
        self.isComparable = isComparable
    }

    /// The break in words, such as "1 April 2025 (new definition)".
    public var label: String {
        let words = reason.last == "." ? String(reason.dropLast()) : reason
        return words.isEmpty ? day.label : "\(day.label) (\(words))"
    }
}

extension Indicator {
    /// The breaks between two periods, the earliest first.
    ///
    /// A period in which a break lies mixes the two meanings, so that it is set apart from those on either side. A rolling
    /// figure reaches back as many months as it covers.
    ///
    /// - Parameters:
    ///   - earlier: The earlier period.
    ///   - later: The later period.
    /// - Returns: The breaks; none for a period and itself.
    package func breaks(from earlier: ReportingPeriod, to later: ReportingPeriod) -> [SeriesBreak] {
        guard !breaks.isEmpty, earlier != later else { return [] }
        let start = firstDay(coveredBy: earlier)
        return breaks.filter { $0.day > start && $0.day <= later.lastDay }.sorted { $0.day < $1.day }
    }

    /// The break that keeps figures of two periods from being compared at all; the latest where there is more than one.
    package func obstacle(from earlier: ReportingPeriod, to later: ReportingPeriod) -> SeriesBreak? {
        breaks(from: earlier, to: later).last { !$0.isComparable }
    }

    private func firstDay(coveredBy period: ReportingPeriod) -> CalendarDate {
        guard case .rolling(let months) = accumulation,
            let start = period.lastDay.adding(days: 1)?.adding(months: -months)
        else { return period.firstDay }
        return min(start, period.firstDay)
    }
}

// An indicator without breaks is written as before there were any, and read where nothing is said of them. The compiler's own
// Codable of the types that hold breaks picks these overloads.
extension KeyedDecodingContainer {
    func decode(_ type: [SeriesBreak].Type, forKey key: Key) throws -> [SeriesBreak] {
        try decodeIfPresent(type, forKey: key) ?? []
    }
}

extension KeyedEncodingContainer {
    mutating func encode(_ value: [SeriesBreak], forKey key: Key) throws {
        try encodeIfPresent(value.isEmpty ? nil : value, forKey: key)
    }
}
