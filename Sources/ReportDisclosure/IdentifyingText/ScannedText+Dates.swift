/// What a scanner knows of births in the sentence that it is in.
///
/// A date is a date of birth beside a word for it: up to forty characters behind the word, or twenty-four before it.
struct BirthDateContext {
    /// Where the last word for birth ends.
    var endOfWord: Int?
    /// The last full date without a word for birth before it.
    var lastDate: Range<Int>?

    func hasWord(before date: Int) -> Bool { endOfWord.map { date - $0 <= 40 } ?? false }

    func date(before word: Int) -> Range<Int>? { lastDate.flatMap { word - $0.upperBound <= 24 ? $0 : nil } }
}

extension ScannedText {
    private static let wordsForBirth: [StaticString] = [
        "born", "birthday", "birthdate", "birth date", "date of birth", "date-of-birth", "dob", "d.o.b.", "d.o.b",
    ]

    /// The end of a word for birth.
    func wordForBirth(at start: Int) -> Int? {
        guard self[start].lower == UInt8(ascii: "b") || self[start].lower == UInt8(ascii: "d") else { return nil }
        for words in Self.wordsForBirth {
            if let end = self.end(of: words, from: start) { return end }
        }
        return nil
    }

    /// The end of a date with day, month and year.
    ///
    /// Such as `14/02/2011`, `14.02.11`, `2011-02-14`, `14022011`, `14 February 2011`, `14th of Feb, 2011` and
    /// `February 14, 2011`.
    func fullDate(at start: Int) -> Int? {
        let end = self[start].isDigit ? dateOfNumbers(at: start) ?? dateFromDay(at: start) : dateFromMonth(at: start)
        return end.flatMap { self[$0].isLetterOrDigit ? nil : $0 }
    }

    private func dateOfNumbers(at start: Int) -> Int? {
        let first = start..<endOfDigits(from: start, limit: 9)
        if first.count == 8 {
            let isYearFirst = isDate(
                first.lowerBound + 6..<first.upperBound, first.lowerBound + 4..<first.lowerBound + 6,
                first.lowerBound..<first.lowerBound + 4)
            let isDayFirst = isDate(
                first.lowerBound..<first.lowerBound + 2, first.lowerBound + 2..<first.lowerBound + 4,
                first.lowerBound + 4..<first.upperBound)
            return isYearFirst || isDayFirst ? first.upperBound : nil
        }
        let separator = self[first.upperBound]
        guard (1...4).contains(first.count), separator.isBlank || separator.joinsDate else { return nil }
        let second = (first.upperBound + 1)..<endOfDigits(from: first.upperBound + 1, limit: 3)
        guard (1...2).contains(second.count), self[second.upperBound] == separator else { return nil }
        let third = (second.upperBound + 1)..<endOfDigits(from: second.upperBound + 1, limit: 5)
        // Numbers between blanks are a date only with all of its year.
        guard !separator.isBlank || third.count == 4 || first.count == 4 else { return nil }
        let isRight = first.count == 4 ? isDate(third, second, first) : isDate(first, second, third)
        return isRight ? third.upperBound : nil
    }

    /// A day, a month in words and a year.
    private func dateFromDay(at start: Int) -> Int? {
        let day = start..<endOfDigits(from: start, limit: 3)
        guard (1...2).contains(day.count), (1...31).contains(number(day)) else { return nil }
        var end = endOfOrdinal(from: day.upperBound)
        end = endOfGap(from: end)
        if let word = self.end(of: "of", from: end) { end = endOfGap(from: word) }
        guard let month = endOfMonth(at: end) else { return nil }
        return endOfYear(from: endOfGap(from: month))
    }

    /// A month in words, a day and a year.
    private func dateFromMonth(at start: Int) -> Int? {
        // Most words are no months, and most that could be one have no number behind them.
        let first = endOfGap(from: endOfRun(from: start, limit: 10))
        guard self[first].isDigit, endOfMonth(at: start) != nil else { return nil }
        let day = first..<endOfDigits(from: first, limit: 3)
        guard (1...2).contains(day.count), (1...31).contains(number(day)) else { return nil }
        return endOfYear(from: endOfGap(from: endOfOrdinal(from: day.upperBound)))
    }

    private func endOfOrdinal(from start: Int) -> Int {
        for ending: StaticString in ["st", "nd", "rd", "th"] {
            if let end = self.end(of: ending, from: start) { return end }
        }
        return start
    }

    private func endOfYear(from start: Int) -> Int? {
        let first = self[start] == UInt8(ascii: "'") ? start + 1 : start
        let year = first..<endOfDigits(from: first, limit: 5)
        return isYear(year) ? year.upperBound : nil
    }

    /// Up to three blanks, commas, hyphens, strokes and stops.
    private func endOfGap(from start: Int) -> Int {
        var end = start
        while end - start < 3, self[end].isBlank || self[end] == UInt8(ascii: ",") || self[end].joinsDate {
            end += 1
        }
        return end
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// The end of the name of a month, of which three letters or more may stand.
    private func endOfMonth(at start: Int) -> Int? {
        let end = endOfRun(from: start, limit: 10)
        guard (3...9).contains(end - start) else { return nil }
        let name = word(start..<end)
        return Self.months.contains { $0.hasPrefix(name) } ? end : nil
    }

    private func isDate(_ day: Range<Int>, _ month: Range<Int>, _ year: Range<Int>) -> Bool {
        guard (1...2).contains(day.count), (1...2).contains(month.count), isYear(year) else { return false }
        let (first, second) = (number(day), number(month))
        // Some write the month first.
        return (1...31).contains(first) && (1...12).contains(second)
            || (1...12).contains(first) && (1...31).contains(second)
    }

    private func isYear(_ range: Range<Int>) -> Bool {
        range.count == 2 || range.count == 4 && (1900...2099).contains(number(range))
    }
}

extension UInt8 {
    /// Whether it stands between the day, month and year of a date.
    fileprivate var joinsDate: Bool {
        self == UInt8(ascii: "/") || self == UInt8(ascii: ".") || self == UInt8(ascii: "-")
    }
}
