import FamilyServicesKit
import Foundation

/// Looks for the day of the clock in a file.
struct ClockTraces {
    /// What a day looks like in words and numbers with a blank before, between and after, such as ` 2026 11 30 `.
    private let forms: [String]
    private let search: WordSearch
    /// The time in seconds since 1970.
    private let start: Int

    /// Prepares a search for the days that any time zone has now.
    init(_ now: Date = Date()) {
        start = Int(now.timeIntervalSince1970)
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        var forms: Set<String> = []
        for hours in [-12, 0, 14] {
            let day = calendar.dateComponents(
                [.year, .month, .day], from: now.addingTimeInterval(Double(hours) * 3_600))
            guard let year = day.year, let month = day.month, let number = day.day else { continue }
            let (m, d) = (Self.two(month), Self.two(number))
            forms.formUnion(["\(year) \(m) \(d)", "\(d) \(m) \(year)", "\(m) \(d) \(year)", "\(year)\(m)\(d)"])
            forms.formUnion(["\(number) \(month) \(year)", "\(month) \(number) \(year)"])
            let full = CalendarDate.monthNames[month - 1].lowercased()
            for name in [full, String(full.prefix(3))] {
                for number in ["\(number)", d, "\(number)st", "\(number)nd", "\(number)rd", "\(number)th"] {
                    forms.formUnion(["\(number) \(name) \(year)", "\(name) \(number) \(year)"])
                }
            }
        }
        self.forms = forms.map { " \($0) " }.sorted()
        search = WordSearch(self.forms.map { Array($0.utf8) }, width: 8)
    }

    private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }

    /// What tells the day in a file, or `nil` where nothing does.
    ///
    /// - Parameter layers: The file taken apart.
    func trace(in layers: [[UInt8]]) -> String? {
        for layer in layers {
            if let place = search.places(in: Self.words(layer)).first {
                return "“\(forms[place.word].dropFirst().dropLast())”"
            }
            if let seconds = seconds(in: layer) { return "the time “\(seconds)”" }
            if let header = header(in: layer) { return header }
        }
        return nil
    }

    /// Words and numbers with single blanks between them, in small letters; a time that follows a day is a word of its own.
    private static func words(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = [0x20]
        result.reserveCapacity(bytes.count + 2)
        bytes.withUnsafeBufferPointer { bytes in
            var place = 0
            while place < bytes.count {
                let byte = bytes[place]
                place += 1
                let isDigit = byte >= 0x30 && byte <= 0x39
                let letter = byte | 0x20
                let isLetter = letter >= 0x61 && letter <= 0x7A
                if isDigit || isLetter, !(letter == 0x74 && isBetweenDigits(bytes, place - 1)) {
                    result.append(isDigit ? byte : letter)
                } else if byte != 0, result[result.count - 1] != 0x20 {
                    result.append(0x20)
                }
            }
        }
        return result + [0x20]
    }

    /// Whether a letter has digits at both sides, as the T of a time in ISO 8601 has.
    private static func isBetweenDigits(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        place > 0 && place + 1 < bytes.count && bytes[place - 1] >= 0x30 && bytes[place - 1] <= 0x39
            && bytes[place + 1] >= 0x30 && bytes[place + 1] <= 0x39
    }

    /// The time in seconds, or in parts of them, since 1970.
    private func seconds(in bytes: [UInt8]) -> String? {
        var place = 0
        while place < bytes.count {
            guard bytes[place] >= 0x30, bytes[place] <= 0x39 else {
                place += 1
                continue
            }
            var (number, digits) = (0, 0)
            while place < bytes.count, bytes[place] >= 0x30, bytes[place] <= 0x39 {
                if digits < 10 { number = number * 10 + Int(bytes[place] - 0x30) }
                digits += 1
                place += 1
            }
            if [10, 13, 16, 19].contains(digits), isNow(number) { return String(number) }
        }
        return nil
    }

    /// Whether a time is of the last day, or of the hour to come.
    private func isNow(_ seconds: Int) -> Bool { (start - 86_400...start + 3_600).contains(seconds) }

    /// The headers of gzip files and of entries in ZIP archives, which have a time of their own.
    private func header(in bytes: [UInt8]) -> String? {
        if bytes.count > 18, bytes[0] == 0x1F, bytes[1] == 0x8B {
            let time = (0..<4).reduce(0) { $0 | Int(bytes[4 + $1]) << (8 * $1) }
            if isNow(time) { return "the time in the header of the gzip file" }
        }
        guard bytes.count > 30, bytes[0] == 0x50, bytes[1] == 0x4B, bytes[2] == 3, bytes[3] == 4 else { return nil }
        let date = Int(bytes[12]) | Int(bytes[13]) << 8
        let form = " \(1980 + date >> 9) \(Self.two(date >> 5 & 15)) \(Self.two(date & 31)) "
        return forms.contains(form) ? "the date of an entry of the archive" : nil
    }
}
