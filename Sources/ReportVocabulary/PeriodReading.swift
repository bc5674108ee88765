/// Reads months and reporting periods as people, Excel and other reports write them.
///
/// The codes of ``ReportingPeriod`` are for files; tables have `Apr-24`, `April 2024`, `06/2026`, `Q1 2026/27` and
/// `FY2025/26`. What can mean only one thing is read. What lacks its year or can mean two things is a ``Problem`` that says
/// what to write.
package enum PeriodReading {
    /// A text that is about a period, but does not say which one.
    package struct Problem: Error, Hashable, Sendable {
        /// What is missing and what would be right, in a sentence or two.
        package let message: String
        /// Whether it can mean more than one period.
        package let isAmbiguous: Bool
    }

    /// The year that two digits stand for: 00 to 69 are 2000 to 2069, and 70 to 99 are 1970 to 1999.
    package static func year(ofTwoDigits digits: Int) -> Int { digits < 70 ? 2_000 + digits : 1_900 + digits }

    /// The month that a text names with its year, such as `Apr-24`, `April 2024`, `2024 April` or `04/2024`.
    ///
    /// - Parameter text: The text.
    /// - Returns: `nil` where it is none, or where it has a day.
    package static func month(_ text: String) -> PartialDate? {
        guard let period = try? period(text), period.kind == .month else { return nil }
        return try? PartialDate(year: period.firstDay.year, month: period.firstDay.month)
    }

    /// What is wrong with a text that has a day and a month and no year, such as `31-Mar`.
    ///
    /// - Parameter text: The text.
    /// - Returns: `nil` where it is anything else.
    package static func missingYear(_ text: String) -> Problem? {
        guard let tokens = Token.all(in: text), tokens.count == 2 else { return nil }
        switch (tokens[0], tokens[1]) {
        case (.number(let day, let digits), .word(let word)), (.word(let word), .number(let day, let digits)):
            guard let month = Token.month(word), digits <= 2, (1...31).contains(day) else { return nil }
            // “Mar-31” is March 2031, as Excel shows a month with its year.
            if case .word = tokens[0], digits == 2 { return nil }
            return noYear(text, "\(day) \(CalendarDate.monthNames[month - 1])", "2026-\(DigitParser.padded(month, 2))")
        default: return nil
        }
    }

    private static func noYear(_ text: String, _ meaning: String, _ example: String) -> Problem {
        Problem(
            message:
                "\(MessageText.quoted(text)) has no year: Excel shows \(meaning) like this whatever its year is. Show the "
                + "year in Excel (format the cells as dd/mm/yyyy, or as mmm-yy for months) and save again, or write the year "
                + "too, as in \(example).",
            isAmbiguous: true)
    }

    /// The period that a text names in words.
    ///
    /// - Parameter text: The text.
    /// - Returns: `nil` where it has none of the forms that are known here; codes and days are read elsewhere.
    /// - Throws: ``Problem`` where it has such a form, but does not say which period it is.
    package static func period(_ text: String) throws(Problem) -> ReportingPeriod? {
        if let problem = missingYear(text) { throw problem }
        if let period = days(text) { return period }
        guard let tokens = Token.all(in: text) else { return try explained(text) }
        if case .word(let word) = tokens.first, tokens.count == 1, let month = Token.month(word) {
            throw Problem(
                message:
                    "\(MessageText.quoted(text)) has no year; write it too, as in 2026-\(DigitParser.padded(month, 2)).",
                isAmbiguous: true)
        }
        if let period = try months(tokens) { return period }
        if let period = try ends(tokens, of: text) { return period }
        if let period = try years(tokens, of: text) { return period }
        return try numbers(tokens, of: text)
    }

    // MARK: Months

    /// `April 2024`, `Apr-24`, `2024 April`, `April to June 2024`, `April 2024 to June 2024`.
    private static func months(_ tokens: [Token]) throws(Problem) -> ReportingPeriod? {
        let words = tokens.filter { $0 != .word("to") }
        switch words.count {
        case 2:
            if case .word(let word) = words[0], let month = Token.month(word), let year = words[1].year(2) {
                return try? .month(month, year)
            }
            if case .word(let word) = words[1], let month = Token.month(word), let year = words[0].year(4) {
                return try? .month(month, year)
            }
        case 3:
            guard case .word(let first) = words[0], case .word(let last) = words[1],
                let start = Token.month(first), let end = Token.month(last), let year = words[2].year(4)
            else { return nil }
            return span(start, start > end ? year - 1 : year, through: end, year)
        case 4:
            guard case .word(let first) = words[0], case .word(let last) = words[2],
                let start = Token.month(first), let end = Token.month(last),
                let firstYear = words[1].year(4), let lastYear = words[3].year(4)
            else { return nil }
            return span(start, firstYear, through: end, lastYear)
        default: break
        }
        return nil
    }

    /// The months from one to another: a quarter or a year where they are one.
    private static func span(_ start: Int, _ firstYear: Int, through end: Int, _ lastYear: Int) -> ReportingPeriod? {
        guard let first = try? CalendarDate(year: firstYear, month: start, day: 1),
            let last = try? CalendarDate(
                year: lastYear, month: end, day: CalendarDate.length(ofMonth: end, year: lastYear)), first <= last
        else { return nil }
        let known = [
            try? ReportingPeriod.month(start, firstYear),
            try? ReportingPeriod.quarter(
                (start + 8) / 3 % 4 + 1, financialYearFrom: start >= 4 ? firstYear : firstYear - 1),
            try? ReportingPeriod.financialYear(from: firstYear), try? ReportingPeriod.academicYear(from: firstYear),
            try? ReportingPeriod.calendarYear(firstYear),
        ]
        return known.lazy.compactMap { $0 }.first { $0.firstDay == first && $0.lastDay == last }
            ?? (try? .span(from: first, through: last))
    }

    /// The days from one to another, with what they make where that has a name.
    private static func span(_ first: CalendarDate, through last: CalendarDate) -> ReportingPeriod? {
        let isWhole = first.day == 1 && last.day == CalendarDate.length(ofMonth: last.month, year: last.year)
        guard isWhole else { return try? .span(from: first, through: last) }
        return span(first.month, first.year, through: last.month, last.year)
    }

    /// `1 April 2025 to 31 March 2026` and `01/04/2025 - 30/09/2025`.
    private static func days(_ text: String) -> ReportingPeriod? {
        guard text.utf8.count <= 60 else { return nil }
        for separator in [" to ", " - ", " – ", " through ", "-", "–"] {
            let parts = text.split(separator: separator, omittingEmptySubsequences: false)
            guard parts.count == 2, case .day(let first) = DateReader.read(String(parts[0])),
                case .day(let last) = DateReader.read(String(parts[1])), first < last
            else { continue }
            return span(first, through: last)
        }
        return nil
    }

    /// A period with its months in brackets, as in `Q3 (Oct-Dec) 2025/26`: what is in them has to say the same.
    private static func explained(_ text: String) throws(Problem) -> ReportingPeriod? {
        guard text.utf8.count <= 60, let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"),
            open < close
        else { return nil }
        let inner = text[text.index(after: open)..<close]
        let outer = "\(text[..<open]) \(text[text.index(after: close)...])"
        guard !inner.contains("("), !inner.contains(")"), !outer.contains("("), !outer.contains(")"),
            let found = try period(outer)
        else { return nil }
        for year in Set([found.firstDay.year, found.lastDay.year]) {
            if let same = try? period("\(inner) \(year)"), same == found { return found }
        }
        return nil
    }

    // MARK: Ends

    /// `Month ending 30 September 2025`, `Year ending 31 March 2025`, `Year to March 2025`.
    private static func ends(_ tokens: [Token], of text: String) throws(Problem) -> ReportingPeriod? {
        var rest = tokens[...]
        var said: [String] = []
        while case .word(let word) = rest.first, Token.month(word) == nil {
            said.append(word)
            rest = rest.dropFirst()
        }
        guard !rest.isEmpty, let (day, month, year) = end(rest) else { return nil }
        guard day == nil || day == CalendarDate.length(ofMonth: month, year: year) else { return nil }
        switch said.joined(separator: " ") {
        case "month ending", "month ended", "month end", "m e": return try? .month(month, year)
        case "year ending", "year ended", "year end", "y e", "ye": break
        // The year to September may be the year so far.
        case "year to" where month == 3: break
        case "end of", "end", "as at end of", "as at end", "at end of", "at end", "at the end of", "as at the end of":
            guard day == nil else { return nil }
            let code = "\(DigitParser.padded(year, 4))-\(DigitParser.padded(month, 2))"
            throw Problem(
                message:
                    "\(MessageText.quoted(text)) may be the month or its last day; write \(code) for the month, or "
                    + "\(code)-\(CalendarDate.length(ofMonth: month, year: year)) for the day.", isAmbiguous: true)
        default: return nil
        }
        return month == 12 ? span(1, year, through: 12, year) : span(month + 1, year - 1, through: month, year)
    }

    /// The month in which a period ends, with its day where that is said: `March 2025`, `31 March 2025`, `31/03/2025`.
    private static func end(_ tokens: ArraySlice<Token>) -> (day: Int?, month: Int, year: Int)? {
        let tokens = Array(tokens)
        guard (2...3).contains(tokens.count), let year = tokens.last?.year(2), (1...9_999).contains(year) else {
            return nil
        }
        let month: Int
        switch tokens[tokens.count - 2] {
        case .word(let word):
            guard let named = Token.month(word) else { return nil }
            month = named
        case .number(let number, let digits):
            guard digits <= 2, (1...12).contains(number) else { return nil }
            month = number
        }
        guard tokens.count == 3 else { return (nil, month, year) }
        guard case .number(let day, let digits) = tokens[0], digits <= 2 else { return nil }
        return (day, month, year)
    }

    // MARK: Years

    /// What comes before the number of a month counted from April.
    private static let counted: Set<String> = ["p", "period", "pd", "m", "month", "mth"]

    private static let financial: Set<String> = ["fy", "financial"]
    private static let academic: Set<String> = ["ay", "academic", "school"]

    /// `FY2025/26`, `Financial year 2025 to 2026`, `Q1 2026/27`, `2026-27 Quarter 1`, and what looks like them.
    private static func years(_ tokens: [Token], of text: String) throws(Problem) -> ReportingPeriod? {
        var (isFinancial, isAcademic) = (false, false)
        var quarter: Int?
        var isHalf = false
        var counted: Int?
        var years: [Token] = []
        var index = 0
        while index < tokens.count {
            switch tokens[index] {
            case .word(let word) where financial.contains(word): isFinancial = true
            case .word(let word) where academic.contains(word): isAcademic = true
            case .word("year"), .word("to"): break
            case .word("q"), .word("qtr"), .word("quarter"), .word("h"), .word("half"):
                guard index + 1 < tokens.count, case .number(let number, 1) = tokens[index + 1], quarter == nil else {
                    return nil
                }
                isHalf = tokens[index] == .word("h") || tokens[index] == .word("half")
                quarter = number
                index += 1
            case .word(let word) where Self.counted.contains(word):
                guard index + 1 < tokens.count, case .number(let number, let digits) = tokens[index + 1], digits <= 2,
                    (1...12).contains(number), counted == nil
                else { return nil }
                counted = number
                index += 1
            case .word: return nil
            case .number: years.append(tokens[index])
            }
            index += 1
        }
        if let counted {
            guard quarter == nil, !isAcademic else { return nil }
            return try month(counted, years, of: text)
        }
        guard isFinancial || isAcademic || quarter != nil, !(isFinancial && isAcademic), years.count <= 2 else {
            return nil
        }
        let start = years.first.flatMap { $0.year(2) }
        guard let start else {
            guard let quarter, years.isEmpty else { return nil }
            throw Problem(
                message:
                    "\(MessageText.quoted(text)) is not a reporting period, because it has no year; write it with its "
                    + "financial year, as in FY2026-27-Q\((1...4).contains(quarter) ? quarter : 1).", isAmbiguous: true)
        }
        guard years.count == 2 else { return try single(start, quarter, isHalf, isFinancial, isAcademic, text) }
        guard case .number(let end, let digits) = years[1], digits == 2 || digits == 4,
            end % 100 == (start + 1) % 100, digits == 2 || end == start + 1
        else {
            throw Problem(
                message: "The years in \(MessageText.quoted(text)) do not follow each other; write "
                    + "\(isAcademic ? "AY" : "FY")\(code(start)).", isAmbiguous: false)
        }
        guard let quarter else {
            if isAcademic { return try? .academicYear(from: start) }
            return try? .financialYear(from: start)
        }
        guard !isAcademic, (1...(isHalf ? 2 : 4)).contains(quarter) else {
            throw Problem(
                message: "\(MessageText.quoted(text)) is not a reporting period; "
                    + (isAcademic
                        ? "write its first and last day, as in \(start)-09-01/\(start)-12-31."
                        : "quarters run from 1 (April to June) to 4 (January to March)."),
                isAmbiguous: false)
        }
        if isHalf {
            return quarter == 1 ? span(4, start, through: 9, start) : span(10, start, through: 3, start + 1)
        }
        return try? .quarter(quarter, financialYearFrom: start)
    }

    /// `P06 2025/26` and `Month 6 2025/26`: the sixth month from April.
    private static func month(_ number: Int, _ years: [Token], of text: String) throws(Problem) -> ReportingPeriod? {
        let month = (number + 2) % 12 + 1
        guard let start = years.first?.year(2) else {
            guard years.isEmpty else { return nil }
            throw Problem(
                message:
                    "\(MessageText.quoted(text)) has no year. If it is month \(number) from April, write "
                    + "\(CalendarDate.monthNames[month - 1]) and its year, as in 2026-\(DigitParser.padded(month, 2)).",
                isAmbiguous: true)
        }
        let first = "\(DigitParser.padded(month < 4 ? start + 1 : start, 4))-\(DigitParser.padded(month, 2))"
        guard years.count == 2, case .number(let end, let digits) = years[1], [2, 4].contains(digits),
            end % 100 == (start + 1) % 100
        else {
            throw Problem(
                message:
                    "\(MessageText.quoted(text)) may count months from April or from January; write \(first) or "
                    + "\(DigitParser.padded(start, 4))-\(DigitParser.padded(number, 2)).", isAmbiguous: true)
        }
        return try? .month(month, month < 4 ? start + 1 : start)
    }

    /// One year where two belong: it can be the one in which the period begins, ends, or that of the calendar.
    private static func single(
        _ year: Int, _ quarter: Int?, _ isHalf: Bool, _ isFinancial: Bool, _ isAcademic: Bool, _ text: String
    ) throws(Problem) -> ReportingPeriod? {
        let choices: [String]
        if let quarter, !isHalf, !isAcademic, (1...4).contains(quarter) {
            choices = [
                "FY\(code(year))-Q\(quarter) for quarter \(quarter) of the financial year that begins in \(year)",
                "FY\(code(year - 1))-Q\(quarter) for that of the year before",
            ]
        } else if quarter == nil {
            let prefix = isAcademic ? "AY" : "FY"
            choices = [
                "\(prefix)\(code(year)) for the year that begins in \(year)",
                "\(prefix)\(code(year - 1)) for the one that ends in \(year)",
            ]
        } else {
            return nil
        }
        throw Problem(
            message:
                "\(MessageText.quoted(text)) may be in either of two years; write \(choices[0]), or \(choices[1]).",
            isAmbiguous: true)
    }

    private static func code(_ year: Int) -> String {
        "\(DigitParser.padded(year, 4))-\(DigitParser.padded((year + 1) % 100, 2))"
    }

    // MARK: Numbers

    /// `06/2026`, and numbers alone that can mean several things.
    private static func numbers(_ tokens: [Token], of text: String) throws(Problem) -> ReportingPeriod? {
        let numbers = tokens.compactMap {
            if case .number(let number, let digits) = $0 { (number, digits) } else { nil }
        }
        guard numbers.count == tokens.count else { return nil }
        let quote = MessageText.quoted(text)
        switch numbers.count {
        case 2:
            let ((first, firstDigits), (second, secondDigits)) = (numbers[0], numbers[1])
            if secondDigits == 4, firstDigits <= 2, (1...12).contains(first) { return try? .month(first, second) }
            if firstDigits == 4, secondDigits == 4, second == first + 1 { throw eitherYear(quote, first) }
            if firstDigits == 4, secondDigits <= 2 {
                if secondDigits == 2, second == (first + 1) % 100 { throw eitherYear(quote, first) }
                // “2025/6” is written for 2025/26 too.
                if secondDigits == 1, second == (first + 1) % 10 {
                    throw eitherYear(quote, first, or: second > 0 ? "\(first)-0\(second)" : nil)
                }
                if (1...12).contains(second) { return try? .month(second, first) }
            }
            guard firstDigits == 2, secondDigits == 2 else { return nil }
            if second == (first + 1) % 100 { throw eitherYear(quote, year(ofTwoDigits: first)) }
            guard (1...12).contains(first) else { return nil }
            throw Problem(
                message: "\(quote) has a year of two digits after the number of a month; if it is "
                    + "\(CalendarDate.monthNames[first - 1]) \(year(ofTwoDigits: second)), write "
                    + "\(year(ofTwoDigits: second))-\(DigitParser.padded(first, 2)).", isAmbiguous: true)
        case 1 where numbers[0].1 == 6:
            let (year, rest) = (numbers[0].0 / 100, numbers[0].0 % 100)
            guard (1_900...2_100).contains(year) else { return nil }
            let isMonth = (1...12).contains(rest)
            if rest == (year + 1) % 100 {
                throw eitherYear(quote, year, or: isMonth ? "\(year)-\(DigitParser.padded(rest, 2))" : nil)
            }
            guard isMonth else { return nil }
            return try? .month(rest, year)
        default: return nil
        }
    }

    private static func eitherYear(_ quote: String, _ year: Int, or month: String? = nil) -> Problem {
        Problem(
            message: "\(quote) may be a financial or an academic year; write FY\(code(year)) or AY\(code(year))"
                + (month.map { ", or \($0) for the month" } ?? "") + ".", isAmbiguous: true)
    }
}

extension PeriodReading {
    /// A run of letters or of digits.
    enum Token: Equatable {
        /// Letters, in small letters.
        case word(String)
        /// The value of digits, and how many there are.
        case number(Int, Int)

        /// The runs of a text; `nil` where it is too long or has anything else than these and what separates them.
        static func all(in text: String) -> [Token]? {
            guard text.utf8.count <= 60 else { return nil }
            var tokens: [Token] = []
            var rest = text.lowercased()[...]
            while let first = rest.first {
                if first.isASCII, first.isNumber {
                    let digits = rest.prefix { $0.isASCII && $0.isNumber }
                    guard digits.utf8.count <= 6, let value = DigitParser.number(digits.utf8) else { return nil }
                    tokens.append(.number(value, digits.utf8.count))
                    rest = rest.dropFirst(digits.count)
                } else if first.isLetter {
                    let letters = rest.prefix(while: \.isLetter)
                    tokens.append(.word(String(letters)))
                    rest = rest.dropFirst(letters.count)
                } else if first.isWhitespace || separators.contains(first) {
                    rest = rest.dropFirst()
                } else {
                    return nil
                }
            }
            return tokens
        }

        private static let separators: Set<Character> = [
            "-", "\u{2010}", "\u{2011}", "\u{2012}", "–", "—", "/", ".", ",", "'", "’",
        ]

        /// The number of a month that is named in full or by its first letters.
        static func month(_ word: String) -> Int? {
            guard word.utf8.count >= 3 else { return nil }
            if word == "sept" { return 9 }
            return CalendarDate.monthNames.firstIndex {
                let name = $0.lowercased()
                return word == name || word == name.prefix(3)
            }.map { $0 + 1 }
        }

        /// The year that a number of four digits is, or of two where fewer are enough.
        func year(_ fewest: Int) -> Int? {
            guard case .number(let value, let digits) = self else { return nil }
            if digits == 4 { return value }
            return digits == 2 && fewest <= 2 ? PeriodReading.year(ofTwoDigits: value) : nil
        }
    }
}
