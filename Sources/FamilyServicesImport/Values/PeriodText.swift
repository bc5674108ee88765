import FamilyServicesKit

/// Reporting periods as their codes, or a day as people in England write it.
enum PeriodText {
    /// The period that a text is.
    static func period(_ text: String) throws(ValueProblem) -> ReportingPeriod {
        if text.utf8.count <= 21, let period = try? ReportingPeriod(text) { return period }
        if let day = try DateText.ukDate(text) {
            // Excel makes the first of a month of a month that was typed.
            guard day.day != 1 else {
                let month = (try? PartialDate(year: day.year, month: day.month))?.description ?? ""
                throw .ambiguous(
                    "\(Excerpt.quoted(text)) may be the month \(month) or the day \(day); write the one that is meant.")
            }
            return .snapshot(day)
        }
        if let problem = ExcelHabits.problem(in: text) { throw problem }
        throw problem(with: text)
    }

    /// Whether a heading looks like a period, well or badly written.
    static func isLikely(_ heading: String) -> Bool {
        guard heading.utf8.count <= 21, heading.contains(where: \.isNumber) else { return false }
        if heading.first?.isNumber == true { return true }
        let upper = heading.uppercased()
        return upper.hasPrefix("FY") || upper.hasPrefix("AY") || DateText.reading(of: heading) != nil
    }

    private static func problem(with text: String) -> ValueProblem {
        if let suggestion = twoYears(text) {
            return .ambiguous(
                "\(Excerpt.quoted(text)) may be a financial or an academic year; write FY\(suggestion) or AY\(suggestion)."
            )
        }
        if let month = DateText.reading(of: text), month.utf8.count == 7 {
            return .bad("\(Excerpt.quoted(text)) is not a reporting period; write the month as \(month).")
        }
        let upper = text.uppercased()
        if text.utf8.count <= 21, upper != text, (try? ReportingPeriod(upper)) != nil {
            return .bad("\(Excerpt.quoted(text)) is not a reporting period; write \(upper).")
        }
        let dated = DateText.explanation(of: text, expecting: "a reporting period")
        do {
            _ = try ReportingPeriod(Excerpt.short(text))
            return dated ?? DateText.problem(with: text, expecting: "a reporting period")
        } catch .notAPeriod {
            // A number that is a day of Excel's, or a date in other words, is said better in those words.
            return dated ?? .bad(ReportingPeriodError.notAPeriod(Excerpt.short(text)).description)
        } catch .ambiguousYear(let text, let suggestion) {
            return .ambiguous(ReportingPeriodError.ambiguousYear(text, suggestion: suggestion).description)
        } catch {
            return .bad(error.description)
        }
    }

    /// The years of `2014/15`, as `2014-15`.
    private static func twoYears(_ text: String) -> String? {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 4, parts[1].count == 2 || parts[1].count == 4,
            let first = Digits.number(parts[0]), let second = Digits.number(parts[1].suffix(2)),
            second == (first + 1) % 100
        else { return nil }
        return "\(first)-\(second < 10 ? "0" : "")\(second)"
    }
}
