import FamilyServicesKit
import SpreadsheetDates

/// What headings mean that can mean several things, as a person says it in `map-sheets.csv`.
enum HeadingMeaning: Hashable {
    /// A day means its month, as in “30/04/2026”.
    case months
    /// Days are days on which something was counted.
    case days
    /// “2024/25” is a year from April to March.
    case financialYears
    /// “2024/25” is a year from September to August.
    case academicYears
    /// “2024” is a year from January to December.
    case calendarYears
    /// The year of “Apr”, “Q1” and “P06”.
    case year(ReportingPeriod)

    init(_ text: String) throws(ValueProblem) {
        switch TradeWords.folded(text) {
        case "months", "month": self = .months
        case "days", "day": self = .days
        case "financial years", "financial year": self = .financialYears
        case "academic years", "academic year", "school years": self = .academicYears
        case "calendar years", "calendar year": self = .calendarYears
        default:
            guard let period = try? PeriodText.period(text),
                [.financialYear, .academicYear, .calendarYear].contains(period.kind)
            else {
                throw .bad(
                    "\(Excerpt.quoted(text)) does not say what headings mean; write months, days, financial years, academic years "
                        + "or calendar years, or the year of headings that name none, such as FY2026-27 or 2026.")
            }
            self = .year(period)
        }
    }

    /// The word for it in `map-sheets.csv`.
    var text: String {
        switch self {
        case .months: "months"
        case .days: "days"
        case .financialYears: "financial years"
        case .academicYears: "academic years"
        case .calendarYears: "calendar years"
        case .year(let period): period.code
        }
    }
}

/// The headings of somebody's own sheet that are periods.
struct MapHeadings {
    /// A column of figures.
    struct Column {
        let index: Int
        let period: ReportingPeriod
        let part: FigurePart
        let isProvisional: Bool
    }

    /// A heading that is no period, or that cannot be read as one.
    struct Other {
        let index: Int
        let text: String
        /// Why it cannot be read, where it looks like a period.
        let problem: ValueProblem?
    }

    let columns: [Column]
    let others: [Other]

    /// Looks at the headings of a sheet.
    ///
    /// A text above several columns, as in joined cells, holds for all of them.
    init(_ sheet: ReadSheet, rows: ClosedRange<Int>, within range: ClosedRange<Int>?, meaning: HeadingMeaning?) {
        let width = rows.reduce(0) { max($0, sheet.rows.indices.contains($1) ? sheet.rows[$1].count : 0) }
        let reader = Days(sheet: sheet, meaning: meaning)
        var headings: [(above: String, lower: String)] = []
        var above = ""
        for index in 0..<width {
            let lower = reader.text(row: rows.upperBound, column: index)
            if rows.count > 1 {
                let upper = reader.text(row: rows.lowerBound, column: index)
                if !upper.isEmpty { above = upper }
            }
            headings.append((rows.count > 1 ? above : "", lower))
        }
        let years = Self.years(above: headings)
        var (columns, others): ([Column], [Other]) = ([], [])
        for (index, heading) in headings.enumerated() where range?.contains(index) != false {
            let label = [heading.above, heading.lower].filter { !$0.isEmpty }.joined(separator: " ")
            do throws(ValueProblem) {
                if let (period, part, isProvisional) = try Self.period(
                    above: years[heading.above] ?? heading.above, heading.lower, meaning)
                {
                    columns.append(
                        Column(index: index, period: period, part: part, isProvisional: isProvisional))
                } else if !heading.lower.isEmpty {
                    others.append(Other(index: index, text: label, problem: nil))
                }
            } catch {
                others.append(Other(index: index, text: label, problem: error))
            }
        }
        (self.columns, self.others) = (columns, others)
    }

    /// The texts of headings, in which days are the months that they begin.
    private struct Days {
        let sheet: ReadSheet
        let meaning: HeadingMeaning?

        func text(row: Int, column: Int) -> String {
            switch sheet.cell(row: row, column: column) {
            case .text(let text): return Blanks.trimmed(text.replacing("\n", with: " "))
            case .number(let number):
                // A day whose cell is not formatted as one.
                if meaning == .months || meaning == .days, (36_526...73_050).contains(number),
                    let whole = Int(exactly: number), let day = SpreadsheetDate.day(whole)
                {
                    return day.description
                }
                return SheetText.text(of: number, shown: nil, isNumber: true)
            case .date(let date):
                let shown = sheet.shown[ReadSheet.Place(row: row, column: column)]
                if let shown { return shown }
                return date.day == 1 ? "\(CalendarDate.monthNames[date.month - 1]) \(date.year)" : date.description
            case .empty, .boolean, .error: return ""
            }
        }
    }

    // MARK: Years above months

    /// The years above months that can be financial or academic years, with what the order of the months below says: from April
    /// on they are financial years, from September on academic ones.
    private static func years(above headings: [(above: String, lower: String)]) -> [String: String] {
        var months: [String: [Int]] = [:]
        for heading in headings where !heading.above.isEmpty {
            guard let month = month(of: heading.lower)?.month else { continue }
            months[heading.above, default: []].append(month)
        }
        var years: [String: String] = [:]
        for (above, months) in months {
            guard (try? PeriodText.period(above)) == nil, let financial = try? PeriodText.period("FY \(above)"),
                let academic = try? PeriodText.period("AY \(above)")
            else { continue }
            func rises(from first: Int) -> Bool {
                let places = months.map { ($0 + 12 - first) % 12 }
                return zip(places, places.dropFirst()).allSatisfy { $0 <= $1 }
            }
            // From September to March both are the same month.
            let isEither = months.allSatisfy { !(4...8).contains($0) }
            if rises(from: 4), isEither || !rises(from: 9) || months.first == 4 {
                years[above] = financial.code
            } else if rises(from: 9), !rises(from: 4) {
                years[above] = academic.code
            }
        }
        return years
    }

    /// The month that a heading names without its year, and what follows.
    private static func month(of heading: String) -> (month: Int, rest: String)? {
        let words = heading.split { $0.isWhitespace }.map(String.init)
        // A figure below a year is no number of a month.
        guard let name = words.first, name.first?.isLetter == true,
            let month = try? PeriodText.period("\(name) 2000"), month.kind == .month,
            month.firstDay.year == 2_000
        else { return nil }
        return (month.firstDay.month, words.dropFirst().joined(separator: " "))
    }

    // MARK: Periods

    private typealias Found = (ReportingPeriod, FigurePart, isProvisional: Bool)

    /// The period and part that two headings, one above the other, name together.
    ///
    /// - Returns: `nil` where they name none.
    /// - Throws: `ValueProblem` where they look like a period that cannot be read.
    private static func period(
        above: String, _ lower: String, _ meaning: HeadingMeaning?
    ) throws(ValueProblem) -> Found? {
        var problem: ValueProblem?
        do {
            if let found = try period(lower, meaning) { return found }
        } catch {
            problem = error
        }
        if case .year(let year) = meaning, above.isEmpty, let found = within(year.code, lower) { return found }
        guard !above.isEmpty else {
            if let problem { throw problem }
            return nil
        }
        if let found = within(above, lower) { return found }
        if let part = FigurePart(word: lower.filter { !"()".contains($0) }),
            let (period, _, isProvisional) = try period(above, meaning)
        {
            return (period, part, isProvisional)
        }
        if let problem { throw problem }
        return nil
    }

    /// The period that a heading is in a year: “Apr”, “Q1”, “P06 actual”.
    private static func within(_ year: String, _ heading: String) -> Found? {
        if let (month, rest) = month(of: heading) {
            let part = rest.isEmpty ? FigurePart.value : FigurePart(word: rest.filter { !"()".contains($0) })
            // April below 2024/25 is April 2024, and January is that of 2025.
            guard let part, let whole = try? PeriodText.period(year),
                [.financialYear, .academicYear, .calendarYear].contains(whole.kind)
            else { return nil }
            let isNext = month < whole.firstDay.month
            guard let meant = try? ReportingPeriod.month(month, whole.firstDay.year + (isNext ? 1 : 0)) else {
                return nil
            }
            return (meant, part, false)
        }
        guard heading.first?.isLetter == true, let read = PeriodHeading(heading),
            let period = try? PeriodText.period("\(read.period) \(year)"),
            [.month, .quarter, .span].contains(period.kind)
        else { return nil }
        return (period, read.part, read.isProvisional)
    }

    /// The period that one heading names.
    private static func period(_ text: String, _ meaning: HeadingMeaning?) throws(ValueProblem) -> Found? {
        guard let heading = PeriodHeading(text) else { return nil }
        let written = heading.period
        func found(_ period: ReportingPeriod) -> Found { (period, heading.part, heading.isProvisional) }
        switch meaning {
        case .months:
            if let day = day(written), let month = try? ReportingPeriod.month(day.month, day.year) {
                return found(month)
            }
        case .days: if let day = day(written) { return found(.snapshot(day)) }
        case .financialYears:
            if let year = try? PeriodText.period("FY \(written)"), year.kind == .financialYear { return found(year) }
        case .academicYears:
            if let year = try? PeriodText.period("AY \(written)"), year.kind == .academicYear { return found(year) }
        case .calendarYears, .year, nil: break
        }
        let period = try PeriodText.period(written)
        switch period.kind {
        case .calendarYear where meaning != .calendarYears: return nil
        // A day in a heading may be when something was printed.
        case .snapshot:
            throw .ambiguous(
                "\(Excerpt.quoted(text)) is a day. Under “meaning” in \(MapFiles.sheets) write months if it means its month, or "
                    + "days if it is the day on which something was counted.")
        default: return found(period)
        }
    }

    /// The period that a text in a column of periods is; `nil` where it cannot be read.
    static func period(
        of text: String, _ meaning: HeadingMeaning?, firstsAreMonths: Bool
    ) -> ReportingPeriod? {
        if case .year(let year) = meaning, let found = within(year.code, text) { return found.0 }
        if let meaning, let found = try? period(text, meaning) { return found.0 }
        return try? PeriodText.period(text, firstsAreMonths: firstsAreMonths)
    }

    /// The day that a heading is, also with the month first, as in America, where nothing else is possible.
    private static func day(_ text: String) -> CalendarDate? {
        switch DateReader.read(text) {
        case .day(let day), .shortYear(let day), .monthFirst(let day): day
        case .month, .year, .missingYear, .shortMonth, .impossible, .none: nil
        }
    }
}
