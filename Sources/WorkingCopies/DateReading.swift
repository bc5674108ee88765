import ReportVocabulary
import SpreadsheetDates

/// Reads dates as people in England write them into a spreadsheet.
enum DateReading {
    /// The day, month or year that a text is: `31 March 2026`, `31/03/2026`, `2026-03-31`, `March 2026`, `2026`.
    static func date(_ text: String) throws(CellProblem) -> PartialDate {
        guard text.utf8.count <= 60 else { throw problem(text) }
        if let date = try? PartialDate(iso: text) { return date }
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
            .filter { !weekdays.contains($0) }
        let months = words.compactMap(month)
        let numbers = words.compactMap(number)
        guard months.count + numbers.count == words.count else { throw problem(text) }
        do {
            switch (months.count, numbers.count) {
            case (1, 1) where numbers[0] >= 1_000:
                return try PartialDate(year: numbers[0], month: months[0])
            case (1, 2):
                let (day, year) = numbers[0] >= 1_000 ? (numbers[1], numbers[0]) : (numbers[0], numbers[1])
                guard year >= 1_000 else { throw shortYear(text) }
                return PartialDate(try CalendarDate(year: year, month: months[0], day: day))
            case (0, 3) where numbers[0] >= 1_000:
                return PartialDate(try CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]))
            case (0, 3):
                return try british(numbers, text)
            default:
                throw problem(text)
            }
        } catch let error as DateError {
            throw CellProblem(error.description)
        } catch let problem as CellProblem {
            throw problem
        } catch {
            throw problem(text)
        }
    }

    /// A day that a workbook keeps as a number; a number such as 2026 is a year.
    static func date(_ serial: Double) throws(CellProblem) -> PartialDate {
        if (1_900...2_200).contains(serial), serial == serial.rounded(), let year = try? PartialDate(year: Int(serial))
        {
            return year
        }
        // From 1 March 1900, before which Excel counts a day that never was.
        guard serial >= 61, serial < 2_958_466, let date = SpreadsheetDate.day(Int(serial)) else {
            throw CellProblem("The number is not a date; write one as 31 March 2026.")
        }
        return try self.date(date)
    }

    /// A day, unless it is what a spreadsheet makes of a year that was typed into a cell for dates.
    static func date(_ date: CalendarDate) throws(CellProblem) -> PartialDate {
        if let serial = SpreadsheetDate.serial(of: date), (1_900...2_200).contains(serial) {
            throw CellProblem(
                "The cell has \(date.label). If the year \(serial) was meant, write it as text, with an apostrophe before it."
            )
        }
        return PartialDate(date)
    }

    private static func british(_ numbers: [Int], _ text: String) throws -> PartialDate {
        let (day, month, year) = (numbers[0], numbers[1], numbers[2])
        guard year >= 1_000 else { throw shortYear(text) }
        if month > 12, (1...12).contains(day), let meant = try? CalendarDate(year: year, month: day, day: month) {
            throw CellProblem(
                "\(MessageText.quoted(text)) looks like an American date, month first; write \(meant.label).")
        }
        return PartialDate(try CalendarDate(year: year, month: month, day: day))
    }

    private static func problem(_ text: String) -> CellProblem {
        CellProblem(
            "\(MessageText.quoted(text)) is not a date; write 31 March 2026 or 31/03/2026, or March 2026 or 2026 where no more "
                + "is known.")
    }

    private static func shortYear(_ text: String) -> CellProblem {
        CellProblem("\(MessageText.quoted(text)) has a year of two digits; write all four.")
    }

    private static let weekdays: Set<String> = {
        let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        return Set(names + names.map { String($0.prefix(3)) } + ["tues", "thurs"])
    }()

    private static func month(_ word: String) -> Int? {
        guard word.count >= 3 else { return nil }
        if word == "sept" { return 9 }
        return CalendarDate.monthNames.firstIndex {
            let name = $0.lowercased()
            return word == name || word == name.prefix(3)
        }.map { $0 + 1 }
    }

    /// A number, with or without the ending of an ordinal.
    private static func number(_ word: String) -> Int? {
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        guard digits.count <= 4, ["", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count)) else { return nil }
        return DigitParser.number(Array(digits.utf8))
    }
}

/// Why the value of a cell cannot be read, in a sentence that says what would be right.
struct CellProblem: Error {
    let message: String

    init(_ message: String) {
        self.message = message
    }
}
