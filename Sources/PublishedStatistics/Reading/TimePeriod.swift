public import ReportVocabulary

/// What a row of published statistics is about in time: `time_period` with `time_identifier`.
public struct TimePeriod: Sendable, Hashable {
    /// The code: four digits, or six for years that cross a calendar year.
    public let code: String
    /// What kind of time it is, such as `Reporting year`.
    public let identifier: String

    /// Names a period.
    ///
    /// - Parameters:
    ///   - code: The text under `time_period`.
    ///   - identifier: The text under `time_identifier`.
    public init(code: String, identifier: String) {
        self.code = code
        self.identifier = identifier
    }

    /// The year in which it ends: 2025 for `2025` and `202425`.
    public var endYear: Int? {
        guard let number = Int(code), code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        switch code.utf8.count {
        case 4: return number
        case 6:
            let (start, end) = (number / 100, number % 100)
            return (start + 1) % 100 == end ? start + 1 : nil
        default: return nil
        }
    }

    /// The period in the kit's terms.
    ///
    /// - Parameter year: What a reporting year means for the measure; the files do not say.
    /// - Returns: `nil` where the text is not a period.
    public func period(_ year: ReportingYear) -> ReportingPeriod? {
        guard let end = endYear, (1901...2199).contains(end) else { return nil }
        let name = identifier.lowercased()
        if code.utf8.count == 6 {
            if name.hasPrefix("academic") { return ReportingYear.toAugust.period(ending: end) }
            if let number = Self.quarter(name) {
                return try? ReportingPeriod("FY\(end - 1)-\(Self.twoDigits(end))-Q\(number)")
            }
            return ReportingYear.toMarch.period(ending: end)
        }
        if let month = Self.months.firstIndex(of: name) {
            return try? ReportingPeriod("\(end)-\(Self.twoDigits(month + 1))")
        }
        if name.hasPrefix("calendar") { return ReportingYear.calendar.period(ending: end) }
        return year.period(ending: end)
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    private static func quarter(_ name: String) -> Int? {
        guard name.contains("quarter") || name.contains(" q"), let digit = name.last(where: \.isNumber) else {
            return nil
        }
        return Int(String(digit))
    }

    fileprivate static func twoDigits(_ number: Int) -> String {
        let text = String(number % 100)
        return text.count == 1 ? "0" + text : text
    }
}

/// What a *reporting year* means for a measure.
///
/// The files write 2025 for the year to 31 March 2025, for the position on that day, for 30 September and for mid-2025 alike.
public enum ReportingYear: String, Sendable, Hashable, Codable, CaseIterable {
    /// What happened from 1 April to 31 March.
    case toMarch = "year to 31 March"
    /// The position on 31 March.
    case march = "31 March"
    /// The position on 30 June, for which the Office for National Statistics estimates the population.
    case june = "30 June"
    /// What happened in the year to 31 August.
    case toAugust = "year to 31 August"
    /// The position on 30 September, and what happened in the year before it.
    case september = "30 September"
    /// What happened from 1 January to 31 December.
    case calendar = "calendar year"

    /// The period that ends in a year.
    ///
    /// - Parameter year: The year, from 1901 to 2199.
    /// - Returns: `nil` beyond that.
    public func period(ending year: Int) -> ReportingPeriod? {
        guard (1901...2199).contains(year) else { return nil }
        let short = TimePeriod.twoDigits(year)
        switch self {
        case .toMarch: return try? ReportingPeriod("FY\(year - 1)-\(short)")
        case .march: return try? ReportingPeriod("\(year)-03-31")
        case .june: return try? ReportingPeriod("\(year)-06-30")
        case .toAugust: return try? ReportingPeriod("AY\(year - 1)-\(short)")
        case .september: return try? ReportingPeriod("\(year)-09-30")
        case .calendar: return try? ReportingPeriod("\(year)")
        }
    }
}
