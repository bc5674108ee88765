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

    /// Reads a time in the words of other files: `2022`, `2022/23`, `2022/23 Q1`, `2022 Q1`, `2020 - 22`, `2018/19 - 20/21`,
    /// `Nov 2022`.
    init(words: String) {
        let parts = words.split { $0 == " " || $0 == "-" || $0 == "–" }.map(String.init)
        let month = parts.first.flatMap { first in
            first.count < 3 ? nil : Self.months.firstIndex { $0.hasPrefix(first.lowercased()) }
        }
        if let month, parts.count == 2, parts[1].count == 4 {
            self.init(code: parts[1], identifier: CalendarDate.monthNames[month])
        } else if parts.count == 2, parts[1].uppercased().hasPrefix("Q"), let number = Int(parts[1].dropFirst()),
            (1...4).contains(number), let year = Self.years(parts[0])
        {
            // A quarter of a calendar year is one of the financial year, a number earlier.
            let (first, quarter) =
                year.isCrossing
                ? (year.first, number) : (number == 1 ? year.first - 1 : year.first, (number + 2) % 4 + 1)
            self.init(
                code: "\(first)\(Self.twoDigits(first + 1))", identifier: "Financial year Q\(quarter)")
        } else if parts.count == 1, let year = Self.years(parts[0]) {
            self.init(
                code: year.isCrossing ? "\(year.first)\(Self.twoDigits(year.first + 1))" : parts[0], identifier: "")
        } else {
            self.init(code: words, identifier: Self.pooledYears)
        }
    }

    /// What kind of time several years together are.
    private static let pooledYears = "Years together"

    /// The years that are counted together; `nil` for a single one.
    private var pooled: (first: Int, last: Int, isCrossing: Bool)? {
        guard identifier == Self.pooledYears else { return nil }
        let parts = code.split { $0 == " " || $0 == "-" || $0 == "–" }.map(String.init)
        guard parts.count == 2, let first = Self.years(parts[0]) else { return nil }
        // The second may be short: 2020 - 22, 2018/19 - 20/21.
        let isShort = parts[1].prefix { $0.isNumber }.count == 2
        let century = String(first.first / 100)
        guard let last = Self.years(isShort ? century + parts[1] : parts[1]), last.isCrossing == first.isCrossing,
            last.first > first.first
        else { return nil }
        return (first.first, last.first, first.isCrossing)
    }

    /// A year in words: `2022`, or `2022/23`, which crosses a calendar year.
    private static func years(_ text: String) -> (first: Int, isCrossing: Bool)? {
        let sides = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let first = sides.first, first.count == 4, let year = Int(first) else { return nil }
        guard sides.count == 2 else { return sides.count == 1 ? (year, false) : nil }
        let next = String(sides[1].suffix(2))
        return Int(next) == (year + 1) % 100 ? (year, true) : nil
    }

    /// The year in which it ends: 2025 for `2025` and `202425`.
    public var endYear: Int? {
        if let pooled { return pooled.isCrossing ? pooled.last + 1 : pooled.last }
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
        if let pooled {
            let span =
                pooled.isCrossing
                ? "\(pooled.first)-04-01/\(pooled.last + 1)-03-31" : "\(pooled.first)-01-01/\(pooled.last)-12-31"
            return try? ReportingPeriod(span)
        }
        let name = identifier.lowercased()
        // Where the file does not say what its years are, the measure does.
        if name.isEmpty { return year.period(ending: end) }
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
