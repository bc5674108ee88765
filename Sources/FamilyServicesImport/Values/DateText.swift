import FamilyServicesKit
import SpreadsheetDates

/// Dates as ISO 8601 or as people in England write them.
enum DateText {
    /// The day that a text is: `2017-11-14` or `14/11/2017`.
    static func date(_ text: String) throws(ValueProblem) -> CalendarDate {
        if text.utf8.count == 10, let date = try? CalendarDate(iso: text) { return date }
        if let date = try ukDate(text) { return date }
        throw problem(with: text, expecting: "a date; write 2017-11-14 or 14/11/2017")
    }

    /// The day, month or year that a text is: also `2017-11` and `2017`.
    static func partialDate(_ text: String) throws(ValueProblem) -> PartialDate {
        if text.utf8.count <= 10, let date = try? PartialDate(iso: text) { return date }
        if let date = try ukDate(text) { return PartialDate(date) }
        throw problem(
            with: text, expecting: "a date; write 2017-11-14 or 14/11/2017, or 2017-11 or 2017 where no more is known")
    }

    /// The day of a text with two slashes, day first.
    ///
    /// - Returns: `nil` where the text has another form.
    static func ukDate(_ text: String) throws(ValueProblem) -> CalendarDate? {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count == 3, text.utf8.count <= 10 else { return nil }
        let numbers = parts.compactMap { Digits.number($0) }
        guard numbers.count == 3, parts[0].count <= 2, parts[1].count <= 2 else { return nil }
        let (day, month, year) = (numbers[0], numbers[1], numbers[2])
        if parts[2].count == 2 {
            throw .ambiguous(
                "\(Excerpt.quoted(text)) has a year of two digits; write all four, such as \(day)/\(month)/\(2_000 + year)."
            )
        }
        guard parts[2].count == 4 else { return nil }
        if month > 12, (1...12).contains(day), let meant = try? CalendarDate(year: year, month: day, day: month) {
            throw .bad(
                "\(Excerpt.quoted(text)) looks like an American date, month first; write \(meant) or "
                    + "\(meant.day)/\(meant.month)/\(meant.year).")
        }
        do {
            return try CalendarDate(year: year, month: month, day: day)
        } catch {
            throw .bad(error.description)
        }
    }

    /// Says what a text is that is no date, as far as it can be told.
    static func problem(with text: String, expecting expected: String) -> ValueProblem {
        explanation(of: text, expecting: expected) ?? .bad("\(Excerpt.quoted(text)) is not \(expected).")
    }

    /// Says what a text is that is no date; `nil` where nothing can be told but that it is none.
    static func explanation(of text: String, expecting expected: String) -> ValueProblem? {
        if let problem = ExcelHabits.problem(in: text) { return problem }
        if let serial = Double(text), serial >= 20_000, serial < 80_000, text.utf8.count <= 20,
            let date = SpreadsheetDate.day(Int(serial))
        {
            return .bad(
                "\(Excerpt.quoted(text)) is the number by which Excel keeps the date \(date); format the cells as dates and "
                    + "save again, or write \(date).")
        }
        if let reading = reading(of: text) {
            return .bad("\(Excerpt.quoted(text)) is not \(expected). It may mean \(reading).")
        }
        if text.utf8.count == 10, !text.contains("/") {
            do {
                _ = try CalendarDate(iso: text)
            } catch .notADate {
                return nil
            } catch {
                return .bad(error.description)
            }
        }
        return nil
    }

    /// What a text with the name of a month or other separators probably means.
    ///
    /// Only ever shown, never taken.
    static func reading(of text: String) -> String? {
        guard text.utf8.count <= 40 else { return nil }
        let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        guard (2...6).contains(words.count) else { return nil }
        let months = words.compactMap(month)
        let numbers = words.compactMap { Digits.number($0.utf8) }
        if let month = months.first, months.count == 1, let last = numbers.last, numbers.count == words.count - 1 {
            let year = last < 100 ? 2_000 + last : last
            if numbers.count == 2 { return (try? CalendarDate(year: year, month: month, day: numbers[0]))?.description }
            return numbers.count == 1 ? (try? PartialDate(year: year, month: month))?.description : nil
        }
        guard numbers.count >= 3, months.isEmpty else { return nil }
        // A date with a time, or with points or slashes in place of hyphens.
        if words[0].count == 4 {
            return (try? CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]))?.description
        }
        guard words[2].count == 4, numbers[0] > 12 || text.contains("/") || text.contains(".") else { return nil }
        return (try? CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0]))?.description
    }

    private static func month(_ word: String) -> Int? {
        let word = word.lowercased()
        guard word.count >= 3 else { return nil }
        let index = CalendarDate.monthNames.firstIndex { $0.lowercased().hasPrefix(word) }
        return index.map { $0 + 1 } ?? (word == "sept" ? 9 : nil)
    }
}

/// Plain decimal digits.
enum Digits {
    /// The number that a run of at most nine ASCII digits is.
    static func number(_ bytes: some Collection<UInt8>) -> Int? {
        guard !bytes.isEmpty, bytes.count <= 9 else { return nil }
        var value = 0
        for byte in bytes {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }
}
