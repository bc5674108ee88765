extension ReportingPeriod {
    /// Reads a period from its code.
    ///
    /// - Parameter code: One of the forms in the table of ``ReportingPeriod``.
    /// - Throws: ``ReportingPeriodError``, which says how the period should be written.
    public init(_ code: String) throws(ReportingPeriodError) {
        let slash = code.split(separator: "/", omittingEmptySubsequences: false)
        if slash.count == 2 {
            self = try .span(from: Self.date(slash[0]), through: Self.date(slash[1]))
            return
        }
        let parts = code.split(separator: "-", omittingEmptySubsequences: false).map { Array($0.utf8) }
        if code.hasPrefix("FY") || code.hasPrefix("AY") {
            self = try Self.namedYear(code, parts)
            return
        }
        guard let year = parts.first.flatMap({ $0.count == 4 ? DigitParser.number($0) : nil }) else {
            throw .notAPeriod(code)
        }
        switch parts.count {
        case 1:
            self = try .calendarYear(year)
        case 2:
            guard parts[1].count == 2, let second = DigitParser.number(parts[1]) else { throw .notAPeriod(code) }
            if !(1...12).contains(second), second == (year + 1) % 100 {
                throw .ambiguousYear(code, suggestion: "FY\(code)")
            }
            self = try .month(second, year)
        case 3:
            self = .snapshot(try Self.date(code[...]))
        default:
            throw .notAPeriod(code)
        }
    }

    private static func date(_ text: Substring) throws(ReportingPeriodError) -> CalendarDate {
        do {
            return try CalendarDate(iso: String(text))
        } catch {
            throw .badDate(error)
        }
    }

    /// Reads `FY2014-15`, `FY2018-19-Q3` or `AY2023-24`.
    private static func namedYear(_ code: String, _ parts: [[UInt8]]) throws(ReportingPeriodError) -> ReportingPeriod {
        let isFinancial = code.hasPrefix("FY")
        guard (2...3).contains(parts.count), parts[0].count == 6, parts[1].count == 2,
            let year = DigitParser.number(parts[0].dropFirst(2)), let end = DigitParser.number(parts[1])
        else { throw .notAPeriod(code) }
        guard end == (year + 1) % 100 else {
            let rest = parts.count == 3 ? "-" + String(decoding: parts[2], as: UTF8.self) : ""
            throw .yearsNotConsecutive(code, suggestion: yearCode(code.prefix(2), year) + rest)
        }
        guard parts.count == 3 else {
            return isFinancial ? try .financialYear(from: year) : try .academicYear(from: year)
        }
        guard isFinancial, parts[2].count == 2, parts[2][0] == UInt8(ascii: "Q"),
            let quarter = DigitParser.number(parts[2].dropFirst())
        else { throw .notAPeriod(code) }
        return try .quarter(quarter, financialYearFrom: year)
    }

    private static func yearCode(_ prefix: Substring, _ year: Int) -> String {
        "\(prefix)\(DigitParser.padded(year, 4))-\(DigitParser.padded((year + 1) % 100, 2))"
    }

    /// The year in which the financial year that holds the first day began.
    private var financialYearStart: Int { firstDay.month >= 4 ? firstDay.year : firstDay.year - 1 }

    /// The quarter of the financial year, 1 to 4, that holds the first day.
    private var quarterNumber: Int { (firstDay.month + 8) / 3 % 4 + 1 }

    /// The code, from which ``init(_:)`` reads an equal period.
    public var code: String {
        switch kind {
        case .month: "\(DigitParser.padded(firstDay.year, 4))-\(DigitParser.padded(firstDay.month, 2))"
        case .quarter: "\(Self.yearCode("FY", financialYearStart))-Q\(quarterNumber)"
        case .financialYear: Self.yearCode("FY", firstDay.year)
        case .academicYear: Self.yearCode("AY", firstDay.year)
        case .calendarYear: DigitParser.padded(firstDay.year, 4)
        case .snapshot: firstDay.description
        case .span: "\(firstDay)/\(lastDay)"
        }
    }

    /// The period in words that need no key, such as "November 2017" or "October to December 2018".
    public var label: String {
        let names = CalendarDate.monthNames
        switch kind {
        case .month:
            return "\(names[firstDay.month - 1]) \(firstDay.year)"
        case .quarter:
            return "\(names[firstDay.month - 1]) to \(names[lastDay.month - 1]) \(lastDay.year)"
        case .financialYear:
            return "Financial year \(firstDay.year) to \(lastDay.year)"
        case .academicYear:
            return "Academic year \(firstDay.year) to \(lastDay.year)"
        case .calendarYear:
            return "\(firstDay.year)"
        case .snapshot:
            return firstDay.label
        case .span:
            return spanLabel
        }
    }

    /// The period in few characters, for places such as the axis of a chart: "Nov 2017" or "Oct to Dec 2018"; where there is
    /// no shorter way, as ``label``.
    public var shortLabel: String {
        func month(_ number: Int) -> Substring { CalendarDate.monthNames[number - 1].prefix(3) }
        switch kind {
        case .month: return "\(month(firstDay.month)) \(firstDay.year)"
        case .quarter: return "\(month(firstDay.month)) to \(month(lastDay.month)) \(lastDay.year)"
        case .snapshot: return "\(firstDay.day) \(month(firstDay.month)) \(firstDay.year)"
        case .financialYear, .academicYear: return "\(firstDay.year) to \(lastDay.year)"
        case .calendarYear, .span: return label
        }
    }

    private var spanLabel: String {
        let names = CalendarDate.monthNames
        guard firstDay.day == 1, lastDay.day == CalendarDate.length(ofMonth: lastDay.month, year: lastDay.year) else {
            return "\(firstDay.label) to \(lastDay.label)"
        }
        if firstDay.month == 1, lastDay.month == 12, firstDay.year != lastDay.year {
            return "\(firstDay.year) to \(lastDay.year)"
        }
        let end = "\(names[lastDay.month - 1]) \(lastDay.year)"
        if firstDay.year == lastDay.year, firstDay.month == lastDay.month { return end }
        return names[firstDay.month - 1] + (firstDay.year == lastDay.year ? "" : " \(firstDay.year)") + " to \(end)"
    }
}

extension ReportingPeriod: CustomStringConvertible {
    /// The code of the period.
    public var description: String { code }
}

extension ReportingPeriod: Codable {
    /// Decodes the value.
    ///
    /// - Throws: `DecodingError` if the data is not valid.
    public init(from decoder: any Decoder) throws {
        self = try decoder.decodeText { text throws(ReportingPeriodError) in try ReportingPeriod(text) }
    }

    /// Encodes the value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }
}

extension ReportingPeriod {
    /// The period in words that can stand within a sentence: "financial year 2023 to 2024", but "November 2017".
    package var labelWithinSentence: String {
        switch kind {
        case .financialYear, .academicYear: label.prefix(1).lowercased() + label.dropFirst()
        case .month, .quarter, .calendarYear, .snapshot, .span: label
        }
    }
}
