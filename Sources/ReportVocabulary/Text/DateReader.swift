/// Reads days, months and years as people in England write them, as the whole of a text or within one.
///
/// Days come first where a date is all numbers, unless the year does. A month in words may be on either side of the day.
/// A year of two digits is one from 1970 to 2069. Where the month is in words nothing can be swapped; between numbers alone the
/// answer says that the year has two digits, and whoever asked decides whether days come first there.
package enum DateReader {
    /// What a text is, as a date.
    package enum Answer: Sendable, Hashable {
        /// A day.
        case day(CalendarDate)
        /// A month of a year, such as “March 2026” or “03/2026”.
        case month(year: Int, month: Int)
        /// A year.
        case year(Int)
        /// A day without its year, such as “31-Mar”, as Excel shows many days.
        case missingYear(day: Int, month: Int)
        /// A day whose year has two digits between numbers alone, and the day that was probably meant.
        case shortYear(CalendarDate)
        /// A month with a year of two digits, such as “Nov-17”, which may be the 17th of a month too; with the year by the rule.
        case shortMonth(year: Int, month: Int)
        /// A day with the month before it, as in America, and the day that was probably meant.
        case monthFirst(CalendarDate)
        /// A date that there is not.
        case impossible(DateError)
        /// No date.
        case none

        /// The date, where the text is surely one.
        package var date: PartialDate? {
            switch self {
            case .day(let day): PartialDate(day)
            case .month(let year, let month): try? PartialDate(year: year, month: month)
            case .year(let year): try? PartialDate(year: year)
            case .missingYear, .shortYear, .shortMonth, .monthFirst, .impossible, .none: nil
            }
        }
    }

    /// Reads a text that is a date and nothing else, but for a day of the week before it and a time of midnight behind it.
    ///
    /// - Parameter text: The text; one of more than 60 bytes is not a date.
    package static func read(_ text: String) -> Answer {
        guard text.utf8.count <= 60 else { return .none }
        return read(ScannedText(text))
    }

    static func read(_ text: ScannedText) -> Answer {
        var start = text.endOfBlanks(from: 0, limit: 60)
        if let weekday = text.endOfWeekday(at: start) { start = text.endOfDateGap(from: weekday) }
        guard let found = text.date(at: start) else {
            let end = text.endOfDigits(from: start, limit: 5)
            guard end - start == 4, text.isNothingBehind(end) else { return .none }
            return (try? PartialDate(year: text.number(start..<end))) == nil
                ? .impossible(.yearOutOfRange(text.number(start..<end))) : .year(text.number(start..<end))
        }
        guard text.isNothingBehind(text.endOfMidnight(from: found.end)) else { return .none }
        return found.answer
    }

    /// The year that two digits are.
    static func year(ofTwoDigits number: Int) -> Int { PeriodReading.year(ofTwoDigits: number) }
}

/// A date found in a text: the numbers in it, and where it ends.
package struct FoundDate {
    package enum Form {
        /// All in numbers, year first.
        case yearFirst
        /// All in numbers, day first, or in America month first.
        case dayFirst
        /// Eight digits.
        case digits
        /// With the month in words.
        case words
    }

    package var day: Int?
    package var month: Int
    package var year: Int?
    /// How many digits the year has.
    package var yearDigits: Int
    package var form: Form
    package var end: Int
    /// Where the date ends without its year, where that has two digits behind a month in words.
    ///
    /// In a sentence such as “On 3 May 12 were seen” the two digits are no year.
    package var endWithoutYear: Int?

    /// Whether day, month and year are there and there is such a day, whichever of day and month comes first.
    package var isFullDate: Bool {
        guard let day, year != nil else { return false }
        return (1...31).contains(day) && (1...12).contains(month)
            || form == .dayFirst && (1...12).contains(day) && (1...31).contains(month)
    }

    /// What it means as the whole of a text.
    var answer: DateReader.Answer {
        guard let year else { return .missingYear(day: day ?? 0, month: month) }
        guard yearDigits == 4 || yearDigits == 2 else { return .none }
        let full = yearDigits == 2 ? DateReader.year(ofTwoDigits: year) : year
        guard let day else {
            if yearDigits == 2 { return .shortMonth(year: full, month: month) }
            do {
                _ = try PartialDate(year: full, month: month)
                return .month(year: full, month: month)
            } catch {
                return .impossible(error)
            }
        }
        do {
            let date = try CalendarDate(year: full, month: month, day: day)
            return yearDigits == 2 && form != .words ? .shortYear(date) : .day(date)
        } catch {
            if form == .dayFirst, month > 12, let meant = try? CalendarDate(year: full, month: day, day: month) {
                return yearDigits == 2 ? .shortYear(meant) : .monthFirst(meant)
            }
            return .impossible(error)
        }
    }
}

extension ScannedText {
    /// The date that begins at a position: with a month and a day or a year, or both.
    package func date(at start: Int) -> FoundDate? {
        let found: FoundDate?
        if self[start].isDigit {
            found = dateOfNumbers(at: start) ?? dateFromNumber(at: start)
        } else if self[start].isLetter {
            found = dateFromMonth(at: start) ?? dateFromOrdinalWord(at: start)
        } else {
            return nil
        }
        guard let found, !self[found.end].isLetterOrDigit else { return nil }
        return found
    }

    // MARK: Numbers alone

    private func dateOfNumbers(at start: Int) -> FoundDate? {
        let first = start..<endOfDigits(from: start, limit: 9)
        if first.count == 8 { return dateOfDigits(first) }
        let separator = self[first.upperBound]
        guard first.count <= 4, first.count != 3, separator.isBlank || separator.joinsDate else { return nil }
        let second = (first.upperBound + 1)..<endOfDigits(from: first.upperBound + 1, limit: 5)
        guard !second.isEmpty else { return nil }
        guard self[second.upperBound] == separator, self[second.upperBound + 1].isDigit, second.count <= 2 else {
            return monthOfNumbers(first, second, separator)
        }
        let third = (second.upperBound + 1)..<endOfDigits(from: second.upperBound + 1, limit: 5)
        // Numbers between blanks are a date only with all of its year.
        guard !separator.isBlank || third.count == 4 || first.count == 4 else { return nil }
        // What goes on is a number of a section or a version.
        guard !(self[third.upperBound].joinsDate && self[third.upperBound + 1].isDigit) else { return nil }
        if first.count == 4, third.count <= 2 {
            return FoundDate(
                day: number(third), month: number(second), year: number(first), yearDigits: 4, form: .yearFirst,
                end: third.upperBound)
        }
        guard first.count <= 2, third.count == 2 || third.count == 4 else { return nil }
        return FoundDate(
            day: number(first), month: number(second), year: number(third), yearDigits: third.count, form: .dayFirst,
            end: third.upperBound)
    }

    /// Eight digits, year first or day first.
    private func dateOfDigits(_ run: Range<Int>) -> FoundDate? {
        let start = run.lowerBound
        let (year, last) = (number(start..<(start + 4)), number((start + 4)..<run.upperBound))
        if (1_900...2_099).contains(year), (1...12).contains(last / 100), (1...31).contains(last % 100) {
            return FoundDate(
                day: last % 100, month: last / 100, year: year, yearDigits: 4, form: .digits, end: run.upperBound)
        }
        guard (1_900...2_099).contains(last) else { return nil }
        let (one, other) = (year / 100, year % 100)
        let isDayFirst = (1...31).contains(one) && (1...12).contains(other)
        guard isDayFirst || (1...12).contains(one) && (1...31).contains(other) else { return nil }
        return FoundDate(
            day: isDayFirst ? one : other, month: isDayFirst ? other : one, year: last, yearDigits: 4, form: .digits,
            end: run.upperBound)
    }

    /// “03/2026” and “2026-03”, and no “2025/26”, which is a year.
    private func monthOfNumbers(_ first: Range<Int>, _ second: Range<Int>, _ separator: UInt8) -> FoundDate? {
        guard !separator.isBlank, separator != UInt8(ascii: ".") else { return nil }
        let (month, year) = first.count == 4 ? (second, first) : (first, second)
        guard month.count <= 2, year.count == 4, (1_900...2_099).contains(number(year)),
            (1...12).contains(number(month))
        else { return nil }
        let isTwoYears = first.count == 4 && number(month) == (number(year) + 1) % 100
        guard !isTwoYears || separator == UInt8(ascii: "-"), first.count != 4 || month.count == 2 else { return nil }
        return FoundDate(
            day: nil, month: number(month), year: number(year), yearDigits: 4,
            form: first.count == 4 ? .yearFirst : .dayFirst, end: second.upperBound)
    }

    // MARK: Months in words

    /// A day, a month in words and a year; or a year, a month and a day.
    private func dateFromNumber(at start: Int) -> FoundDate? {
        let first = start..<endOfDigits(from: start, limit: 5)
        if first.count == 4 {
            guard let (month, end) = month(at: endOfDateGap(from: first.upperBound)) else { return nil }
            let day = endOfDateGap(from: end)..<endOfDigits(from: endOfDateGap(from: end), limit: 3)
            guard (1...2).contains(day.count), end < day.lowerBound, (1...31).contains(number(day)) else { return nil }
            return FoundDate(
                day: number(day), month: month, year: number(first), yearDigits: 4, form: .words, end: day.upperBound)
        }
        guard (1...2).contains(first.count), (1...31).contains(number(first)) else { return nil }
        return dateFrom(day: number(first), endOfOrdinal(from: first.upperBound))
    }

    /// “third of May 2012”.
    private func dateFromOrdinalWord(at start: Int) -> FoundDate? {
        guard let (number, end) = ordinalWord(at: start), (1...31).contains(number),
            let of = self.end(of: "of", from: endOfDateGap(from: end))
        else { return nil }
        return dateFrom(day: number, of)
    }

    private func dateFrom(day: Int, _ endOfDay: Int) -> FoundDate? {
        var end = endOfDateGap(from: endOfDay)
        if let word = self.end(of: "of", from: end) { end = endOfDateGap(from: word) }
        guard let (month, endOfMonth) = month(at: end) else { return nil }
        if let (year, digits, endOfYear) = year(at: endOfDateGap(from: endOfMonth)), endOfMonth < endOfYear - digits {
            return FoundDate(
                day: day, month: month, year: year, yearDigits: digits, form: .words, end: endOfYear,
                endWithoutYear: digits == 2 && self[endOfYear - 3] != UInt8(ascii: "'") ? endOfMonth : nil)
        }
        // “3 may wait” is no third of May.
        guard self[end].isCapital || self[endOfDay] == UInt8(ascii: "-") || endOfMonth == count && count < 12 else {
            return nil
        }
        return FoundDate(day: day, month: month, year: nil, yearDigits: 0, form: .words, end: endOfMonth)
    }

    /// A month in words, a day and a year; or a month and a year.
    private func dateFromMonth(at start: Int) -> FoundDate? {
        // Most words are no months, and most that could be one have no number behind them.
        let letters = endOfLetters(from: start, limit: 10)
        let first = endOfDateGap(from: letters)
        guard first > letters, self[first].isDigit || self[first] == UInt8(ascii: "'"),
            let (month, _) = month(at: start)
        else { return nil }
        if let (year, digits, end) = year(at: first), digits == 4 || self[first] == UInt8(ascii: "'") {
            return FoundDate(day: nil, month: month, year: year, yearDigits: digits, form: .words, end: end)
        }
        let number = first..<endOfDigits(from: first, limit: 3)
        guard (1...2).contains(number.count) else { return nil }
        let value = self.number(number)
        let endOfDay = endOfOrdinal(from: number.upperBound)
        if (1...31).contains(value), let (year, digits, end) = year(at: endOfDateGap(from: endOfDay)),
            endOfDay < end - digits
        {
            return FoundDate(day: value, month: month, year: year, yearDigits: digits, form: .words, end: end)
        }
        if endOfDay > number.upperBound, (1...31).contains(value) {
            return FoundDate(day: value, month: month, year: nil, yearDigits: 0, form: .words, end: endOfDay)
        }
        // “Nov-17”, but not “may 17”.
        guard number.count == 2, self[start].isCapital || self[letters] == UInt8(ascii: "-") else { return nil }
        return FoundDate(
            day: nil, month: month, year: value, yearDigits: 2, form: .words, end: number.upperBound)
    }

    private static let monthNames = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// The month whose name stands at a position, in full, with its first three letters, or as “sept”.
    package func month(at start: Int) -> (month: Int, end: Int)? {
        let end = endOfLetters(from: start, limit: 10)
        guard (3...9).contains(end - start) else { return nil }
        let name = word(start..<end)
        if name == "sept" { return (9, end) }
        let index = Self.monthNames.firstIndex { $0 == name || name.utf8.count == 3 && $0.hasPrefix(name) }
        return index.map { ($0 + 1, end) }
    }

    /// A year of four digits, or of two, with an apostrophe or without.
    private func year(at start: Int) -> (year: Int, digits: Int, end: Int)? {
        let first = self[start] == UInt8(ascii: "'") ? start + 1 : start
        let year = first..<endOfDigits(from: first, limit: 5)
        guard year.count == 2 || year.count == 4 && number(year) > 0 else { return nil }
        // “3 May 10.30” and “3 May 12 children” have no year.
        if year.count == 2 {
            guard self[year.upperBound] != UInt8(ascii: ":"), self[year.upperBound] != UInt8(ascii: "%"),
                !(self[year.upperBound] == UInt8(ascii: ".") && self[year.upperBound + 1].isDigit)
            else { return nil }
        }
        return (number(year), year.count, year.upperBound)
    }

    /// Where “st”, “nd”, “rd” or “th” ends behind a number.
    package func endOfOrdinal(from start: Int) -> Int {
        for ending: StaticString in ["st", "nd", "rd", "th"] {
            if let end = self.end(of: ending, from: start) { return end }
        }
        return start
    }

    private static let ordinals = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
        "twentieth",
    ]

    /// The place that a word such as “third” or “twenty-first” names, up to 39.
    package func ordinalWord(at start: Int) -> (number: Int, end: Int)? {
        let end = endOfLetters(from: start, limit: 12)
        // Most words have none of the endings, and need not be made a string.
        let ending = (self[end - 2].lower, self[end - 1].lower)
        guard (5...11).contains(end - start), Self.endsOrdinal(ending) else { return nil }
        let name = word(start..<end)
        if let index = Self.ordinals.firstIndex(of: name) { return (index + 1, end) }
        if name == "thirtieth" { return (30, end) }
        guard name == "twenty" || name == "thirty", let unit = wordAfter(end),
            let index = Self.ordinals.prefix(9).firstIndex(of: unit.text)
        else { return nil }
        return ((name == "twenty" ? 20 : 30) + index + 1, unit.range.upperBound)
    }

    private static func endsOrdinal(_ letters: (UInt8, UInt8)) -> Bool {
        switch letters {
        case (UInt8(ascii: "s"), UInt8(ascii: "t")), (UInt8(ascii: "n"), UInt8(ascii: "d")),
            (UInt8(ascii: "r"), UInt8(ascii: "d")), (UInt8(ascii: "t"), UInt8(ascii: "h")),
            (UInt8(ascii: "t"), UInt8(ascii: "y")):
            true
        default: false
        }
    }

    /// Up to three blanks, commas, hyphens, strokes and stops.
    func endOfDateGap(from start: Int) -> Int {
        var end = start
        while end - start < 3, self[end].isBlank || self[end] == UInt8(ascii: ",") || self[end].joinsDate { end += 1 }
        return end
    }

    // MARK: Around a date that is the whole of a text

    private static let weekdays: Set<String> = {
        let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        return Set(names + names.map { String($0.prefix(3)) } + ["tues", "thurs"])
    }()

    fileprivate func endOfWeekday(at start: Int) -> Int? {
        let end = endOfLetters(from: start, limit: 10)
        return end > start && Self.weekdays.contains(word(start..<end)) ? end : nil
    }

    /// “ 00:00:00” or “T00:00:00”, as programs write days.
    fileprivate func endOfMidnight(from start: Int) -> Int {
        let first = self[start].lower == UInt8(ascii: "t") ? start + 1 : endOfBlanks(from: start)
        guard first > start, self[first].isDigit else { return start }
        var end = first
        while self[end] == UInt8(ascii: "0") || self[end] == UInt8(ascii: ":") || self[end] == UInt8(ascii: ".") {
            end += 1
        }
        return end - first >= 4 ? end : start
    }

    fileprivate func isNothingBehind(_ end: Int) -> Bool { endOfBlanks(from: end, limit: 60) == count }
}

extension UInt8 {
    /// Whether it stands between the day, month and year of a date.
    fileprivate var joinsDate: Bool {
        self == UInt8(ascii: "/") || self == UInt8(ascii: ".") || self == UInt8(ascii: "-")
    }
}
